/*
 * uri.c — file names as the protocol writes them.  Layer: lsp.
 */
#include "lsp/uri.h"
#include "lsp/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define SCHEME    "file://"
#define LOCALHOST "localhost/"
/* Beside letters and digits: what RFC 3986 lets stand in a path and no client encodes. */
#define PLAIN "-._~/"

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

char *uri_to_path(const char *uri)
{
    if (strncasecmp(uri, SCHEME, strlen(SCHEME)) != 0)
        return NULL;
    const char *from = uri + strlen(SCHEME);
    if (strncasecmp(from, LOCALHOST, strlen(LOCALHOST)) == 0)
        from += strlen(LOCALHOST) - 1;
    if (*from != '/')
        return NULL; /* on another machine */
    size_t len = strcspn(from, "?#");
    char *path = memory_take(len + 1);
    size_t n = 0;
    for (size_t i = 0; i < len; i++) {
        int high = from[i] == '%' && i + 2 < len ? hex(from[i + 1]) : -1;
        int low = high >= 0 ? hex(from[i + 2]) : -1;
        char c = from[i];
        if (low >= 0) {
            c = (char)(high * 16 + low);
            i += 2;
        }
        if (c == '\0') { /* no file is called so */
            free(path);
            return NULL;
        }
        path[n++] = c;
    }
    path[n] = '\0';
    return path;
}

char *uri_from_path(const char *path)
{
    static const char digits[] = "0123456789ABCDEF";
    Bytes uri = {0};
    bytes_add(&uri, SCHEME, strlen(SCHEME));
    for (; *path != '\0'; path++) {
        unsigned char c = (unsigned char)*path;
        char coded[3] = {'%', digits[c >> 4], digits[c & 15]};
        bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     strchr(PLAIN, c) != NULL;
        bytes_add(&uri, plain ? path : coded, plain ? 1 : sizeof coded);
    }
    return uri.at;
}
