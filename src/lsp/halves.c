/*
 * halves.c — halves of characters in JSON.  Layer: lsp.
 */
#include "lsp/halves.h"

#include <string.h>

enum { ESCAPE_LEN = 6 }; /* \uXXXX */

/* The number behind \u; -1: it is another escape, or none. */
static long escaped(const char *json, size_t left)
{
    long n = 0;
    if (left < ESCAPE_LEN || json[0] != '\\' || json[1] != 'u')
        return -1;
    for (int i = 2; i < ESCAPE_LEN; i++) {
        char c = json[i];
        int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        if (digit < 0 || digit > 15)
            return -1;
        n = n * 16 + digit;
    }
    return n;
}

static bool is_first(long n)
{
    return n >= 0xD800 && n <= 0xDBFF;
}

static bool is_second(long n)
{
    return n >= 0xDC00 && n <= 0xDFFF;
}

bool halves_mend(char *json, size_t len)
{
    bool found = false;
    for (size_t i = 0; i < len;) {
        long n = escaped(json + i, len - i);
        if (json[i] != '\\') {
            i++;
        } else if (n < 0) {
            i += 2;
        } else if (is_first(n) && len - i > ESCAPE_LEN &&
                   is_second(escaped(json + i + ESCAPE_LEN, len - i - ESCAPE_LEN))) {
            i += 2 * (size_t)ESCAPE_LEN;
        } else {
            if (is_first(n) || is_second(n)) {
                memcpy(json + i + 2, "fffd", 4);
                found = true;
            }
            i += ESCAPE_LEN;
        }
    }
    return found;
}
