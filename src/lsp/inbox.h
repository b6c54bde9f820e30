/*
 * inbox.h — messages that have come and wait for their turn.  Layer: lsp.
 *
 * Reading ahead is what makes it possible to drop a request that has been cancelled, and to take
 * in a burst of changes before anything is checked.
 */
#ifndef HPLAN_LSP_INBOX_H
#define HPLAN_LSP_INBOX_H

#include "lsp/transport.h"

#include <jansson.h>

#define INBOX_MAX ((size_t)1024) /* how far is read ahead */

typedef struct Message {
    json_t *root;   /* OWNED; NULL: no JSON, and `why` says so */
    bool cancelled; /* the client does not want it any more */
    char why[JSON_ERROR_TEXT_LENGTH];
} Message;

typedef struct Inbox {
    Reader reader;
    Message *at; /* OWNED: a ring of `cap` */
    size_t first, count, cap;
    bool closed; /* nothing more will come */
} Inbox;

/* Takes in all that has come; waits so long for the first of it (-1: however long it takes). */
void inbox_fill(Inbox *box, int fd, int milliseconds);
/* Those whole in these bytes; the way in for tests. */
void inbox_feed(Inbox *box, const char *bytes, size_t len);
/* False: none waits. The message is the caller's. */
bool inbox_take(Inbox *box, Message *out);
void inbox_free(Inbox *box);

#endif
