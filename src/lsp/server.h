/*
 * server.h — one client and what is known of it.  Layer: lsp, and private to it.
 */
#ifndef HPLAN_LSP_SERVER_H
#define HPLAN_LSP_SERVER_H

#include "lsp/inbox.h"
#include "lsp/lsp.h"
#include "lsp/workspace.h"

#include <stdint.h>

typedef enum Phase {
    PHASE_NEW, /* before `initialize` */
    PHASE_RUNNING,
    PHASE_SHUT, /* after `shutdown` */
    PHASE_GONE  /* after `exit`, or when the client is not there any more */
} Phase;

typedef struct Server {
    LspOptions options;
    Inbox inbox;
    Workspace w;
    json_t *client;    /* OWNED: its capabilities */
    json_t *found;     /* OWNED: by URI, the diagnostics of all files */
    json_t *published; /* OWNED: by URI, those last sent */
    Phase phase;
    int exit_code;
    json_int_t calls;      /* of ours to the client, so far */
    int64_t changed_since; /* when the first change came that has no diagnostics yet; ms */
} Server;

/* ---- rpc.c ---- */
void rpc_notify(Server *s, const char *method, json_t *params);
void rpc_call(Server *s, const char *method, json_t *params); /* NULL: none */
/* Does what a message asks for; takes it. */
void rpc_handle(Server *s, Message *m);

/* ---- server.c ---- */
void server_log(const Server *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
int64_t server_clock(void); /* milliseconds, of no particular day */

/* ---- diagnostics.c ---- */
/* Does the client ask for the findings of the texts that it has open? Then it
 * is not told of them. */
bool diagnostics_are_pulled(const Server *s);
void diagnostics_publish(Server *s);

#endif
