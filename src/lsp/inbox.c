/*
 * inbox.c — messages that have come and wait for their turn.  Layer: lsp.
 */
#include "lsp/inbox.h"
#include "lsp/halves.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Message *place(const Inbox *box, size_t n)
{
    return &box->at[(box->first + n) % box->cap];
}

static Message *push(Inbox *box)
{
    if (box->count == box->cap) {
        size_t cap = box->cap == 0 ? 16 : box->cap * 2;
        Message *larger = memory_take(cap * sizeof *larger);
        for (size_t i = 0; i < box->count; i++)
            larger[i] = *place(box, i);
        free(box->at);
        box->at = larger;
        box->first = 0;
        box->cap = cap;
    }
    Message *m = place(box, box->count++);
    *m = (Message){0};
    return m;
}

static void cancel(Inbox *box, const json_t *id)
{
    for (size_t i = 0; id != NULL && i < box->count; i++) {
        Message *m = place(box, i);
        if (json_equal(json_object_get(m->root, "id"), id) && json_object_get(m->root, "method"))
            m->cancelled = true;
    }
}

/* A message that is lost for half a character would be an edit that is lost. */
static json_t *load(const char *body, size_t len, json_error_t *error)
{
    json_t *root = json_loadb(body, len, JSON_ALLOW_NUL, error);
    if (root != NULL)
        return root;
    char *copy = memory_text(body, len);
    if (halves_mend(copy, len))
        root = json_loadb(copy, len, JSON_ALLOW_NUL, error);
    free(copy);
    return root;
}

/* A cancellation concerns what waits, so it takes no place in the row. */
static void take_in(Inbox *box, const char *body, size_t len)
{
    json_error_t error;
    json_t *root = load(body, len, &error);
    const char *method = json_string_value(json_object_get(root, "method"));
    if (method != NULL && strcmp(method, "$/cancelRequest") == 0) {
        cancel(box, json_object_get(json_object_get(root, "params"), "id"));
        json_decref(root);
        return;
    }
    Message *m = push(box);
    m->root = root;
    if (root == NULL)
        (void)snprintf(m->why, sizeof m->why, "%s", error.text);
}

static void drain(Inbox *box)
{
    const char *body;
    size_t len;
    for (;;) {
        switch (reader_next(&box->reader, &body, &len)) {
        case READ_MORE: return;
        case READ_MESSAGE: take_in(box, body, len); break;
        case READ_RUBBISH:
            (void)snprintf(push(box)->why, sizeof box->at->why,
                           "no Content-Length where one should be");
            break;
        case READ_TOO_LARGE:
            (void)snprintf(push(box)->why, sizeof box->at->why, "a message over %zu MiB",
                           MESSAGE_MAX >> 20);
            break;
        }
    }
}

void inbox_feed(Inbox *box, const char *bytes, size_t len)
{
    reader_feed(&box->reader, bytes, len);
    drain(box);
}

void inbox_fill(Inbox *box, int fd, int milliseconds)
{
    while (!box->closed && box->count < INBOX_MAX && transport_wait(fd, milliseconds)) {
        box->closed = !transport_receive(fd, &box->reader);
        drain(box);
        milliseconds = 0;
    }
}

bool inbox_take(Inbox *box, Message *out)
{
    if (box->count == 0)
        return false;
    *out = *place(box, 0);
    box->first = (box->first + 1) % box->cap;
    box->count--;
    return true;
}

void inbox_free(Inbox *box)
{
    Message m;
    while (inbox_take(box, &m))
        json_decref(m.root);
    free(box->at);
    reader_free(&box->reader);
    *box = (Inbox){0};
}
