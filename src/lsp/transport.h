/*
 * transport.h — messages framed by Content-Length.  Layer: lsp.
 *
 * In: bytes as they come, in pieces of any size. Out: whole bodies. What is no frame is passed
 * over, byte by byte if need be, until the next header that is one; it is reported once for each
 * stretch of rubbish.
 */
#ifndef HPLAN_LSP_TRANSPORT_H
#define HPLAN_LSP_TRANSPORT_H

#include "hplan/hplan.h"
#include "lsp/memory.h"

#include <stdbool.h>
#include <stddef.h>

#define MESSAGE_MAX ((size_t)64 << 20) /* a longer body is skipped */
#define HEADER_MAX  ((size_t)4096)     /* of one line of a header */

typedef enum ReadState {
    READ_MORE,      /* nothing whole yet */
    READ_MESSAGE,   /* a body */
    READ_RUBBISH,   /* what came is no frame */
    READ_TOO_LARGE, /* a body over MESSAGE_MAX begins; it is skipped */
} ReadState;

/* Zeroed is ready. */
typedef struct Reader {
    Bytes in;
    size_t at;     /* what lies before has been dealt with */
    size_t skip;   /* bytes of a body that is too large */
    size_t length; /* of the body, where the header has said so */
    bool measured; /* it has */
    bool in_body;  /* the header has ended */
    bool lost;     /* in a stretch of rubbish that has been reported */
} Reader;

void reader_feed(Reader *r, const char *bytes, size_t len);
/* The body is borrowed until the next call. */
ReadState reader_next(Reader *r, const char **body, size_t *len);
void reader_free(Reader *r);

/* One read of what there is. False: the other end is gone. */
bool transport_receive(int fd, Reader *r);
/* Whether something can be read within so many milliseconds; -1: however long it takes. */
bool transport_wait(int fd, int milliseconds);
/* A whole message. False: nobody takes it. */
bool transport_send(hplan_write *write, void *to, const char *body, size_t len);

#endif
