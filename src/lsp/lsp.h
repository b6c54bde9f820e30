/*
 * lsp.h — the language server: one call for whoever starts it.  Layer: lsp, for the command too.
 */
#ifndef HPLAN_LSP_LSP_H
#define HPLAN_LSP_LSP_H

#include "hplan/hplan.h"

typedef struct LspOptions {
    int in;              /* the file descriptor of the client's messages */
    hplan_write *answer; /* takes each piece of what goes to the client, and passes it on at once */
    void *answer_to;
    int log;             /* where the server tells what it does; -1: nowhere */
    hplan_lang lang;     /* of messages, unless the client asks for one; AUTO: the plan's own */
    hplan_lang fallback; /* where the plan says nothing, and neither does the client */
} LspOptions;

/* Serves until the client says `exit` or goes away. The exit code: 0 where it had said `shutdown`
 * first, else 1. */
int lsp_serve(const LspOptions *options);

#endif
