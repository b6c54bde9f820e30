/*
 * transport.c — messages framed by Content-Length.  Layer: lsp.
 */
#include "lsp/transport.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define FIELD "content-length:"

enum { CHUNK = 64 * 1024, KEPT = 1024 * 1024 };

/* ---- reading -------------------------------------------------------------------------------- */

/* Moves what is left to the front, and gives back the room of a message that was large. */
static void compact(Reader *r)
{
    size_t left = r->in.len - r->at;
    if (r->at == 0)
        return;
    if (left == 0 && r->in.cap > KEPT) {
        bytes_free(&r->in);
    } else {
        memmove(r->in.at, r->in.at + r->at, left);
        r->in.len = left;
    }
    r->at = 0;
}

void reader_feed(Reader *r, const char *bytes, size_t len)
{
    compact(r);
    bytes_add(&r->in, bytes, len);
}

void reader_free(Reader *r)
{
    bytes_free(&r->in);
    *r = (Reader){0};
}

/* Where the field that matters stands in a line; rubbish may stand before it. NULL: nowhere. */
static const char *find_field(const char *line, size_t len)
{
    size_t wanted = strlen(FIELD);
    for (size_t i = 0; i + wanted <= len; i++)
        if (strncasecmp(line + i, FIELD, wanted) == 0)
            return line + i;
    return NULL;
}

/* Digits and nothing else, but for blanks around them. */
static bool read_length(const char *from, const char *end, size_t *length)
{
    size_t n = 0;
    while (from < end && (*from == ' ' || *from == '\t'))
        from++;
    if (from == end || *from < '0' || *from > '9')
        return false;
    for (; from < end && *from >= '0' && *from <= '9'; from++) {
        if (n > (SIZE_MAX - 9) / 10)
            return false;
        n = n * 10 + (size_t)(*from - '0');
    }
    while (from < end && (*from == ' ' || *from == '\t'))
        from++;
    *length = n;
    return from == end;
}

/* True the first time in a stretch of rubbish. */
static bool lose(Reader *r)
{
    bool first = !r->lost;
    r->lost = true;
    r->measured = r->in_body = false;
    return first;
}

static ReadState end_of_header(Reader *r)
{
    if (!r->measured)
        return READ_MORE; /* an empty line between messages */
    r->measured = false;
    if (r->length > MESSAGE_MAX) {
        r->skip = r->length;
        return READ_TOO_LARGE;
    }
    r->in_body = true;
    return READ_MORE;
}

/* A line of a header, without its end. */
static ReadState header_line(Reader *r, const char *line, size_t len)
{
    const char *field = find_field(line, len);
    if (len == 0)
        return end_of_header(r);
    if (field != NULL) {
        ReadState state = field == line || !lose(r) ? READ_MORE : READ_RUBBISH;
        r->measured = read_length(field + strlen(FIELD), line + len, &r->length);
        if (!r->measured && lose(r))
            state = READ_RUBBISH;
        return state;
    }
    if (strncasecmp(line, "content-", len < 8 ? len : 8) == 0)
        return READ_MORE; /* another field, such as Content-Type */
    return lose(r) ? READ_RUBBISH : READ_MORE;
}

/* The next line, if it is whole; of one that is too long, the beginning is rubbish,
 * but what follows may hold the beginning of a header. What is too long does not
 * depend on how much has come. */
static ReadState read_line(Reader *r, bool *more)
{
    size_t left = r->in.len - r->at;
    size_t seen = left < HEADER_MAX ? left : HEADER_MAX;
    const char *line = seen > 0 ? r->in.at + r->at : "";
    const char *end = memchr(line, '\n', seen);
    *more = end != NULL || seen == HEADER_MAX;
    if (!*more)
        return READ_MORE;
    if (end == NULL) {
        r->at += seen - strlen(FIELD);
        return lose(r) ? READ_RUBBISH : READ_MORE;
    }
    size_t len = (size_t)(end - line);
    r->at += len + 1;
    return header_line(r, line, len > 0 && line[len - 1] == '\r' ? len - 1 : len);
}

ReadState reader_next(Reader *r, const char **body, size_t *len)
{
    bool more = true;
    while (more) {
        size_t left = r->in.len - r->at;
        size_t skipped = r->skip < left ? r->skip : left;
        r->skip -= skipped;
        r->at += skipped;
        if (r->skip > 0)
            return READ_MORE;
        if (r->in_body) {
            if (left < r->length)
                return READ_MORE;
            *body = r->in.at + r->at;
            *len = r->length;
            r->at += r->length;
            r->in_body = r->lost = false;
            return READ_MESSAGE;
        }
        ReadState state = read_line(r, &more);
        if (state != READ_MORE)
            return state;
    }
    return READ_MORE;
}

bool transport_receive(int fd, Reader *r)
{
    char chunk[CHUNK];
    ssize_t got;
    do
        got = read(fd, chunk, sizeof chunk);
    while (got < 0 && errno == EINTR);
    if (got < 0 && errno == EAGAIN)
        return true;
    if (got <= 0)
        return false;
    reader_feed(r, chunk, (size_t)got);
    return true;
}

bool transport_wait(int fd, int milliseconds)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    int n;
    do
        n = poll(&p, 1, milliseconds);
    while (n < 0 && errno == EINTR);
    return n != 0;
}

/* ---- writing -------------------------------------------------------------------------------- */

bool transport_send(hplan_write *write, void *to, const char *body, size_t len)
{
    char header[64];
    int n = snprintf(header, sizeof header, "Content-Length: %zu\r\n\r\n", len);
    return write(to, header, (size_t)n) && write(to, body, len);
}
