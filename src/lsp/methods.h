/*
 * methods.h — what a client can ask for and tell.  Layer: lsp, and private to it.
 *
 * A request's handler gives the result, which may be json_null, or NULL and a failure. A
 * notification's handler has nobody to tell of a failure; it is logged.
 */
#ifndef HPLAN_LSP_METHODS_H
#define HPLAN_LSP_METHODS_H

#include "lsp/server.h"

typedef json_t *RequestHandler(Server *s, const json_t *params, Failure *f);
typedef void NoticeHandler(Server *s, const json_t *params, Failure *f);

#define REQUEST(method, handler, provider, options) RequestHandler handler;
#define NOTICE(method, handler)                     NoticeHandler handler;
#include "lsp/methods.def"
#undef REQUEST
#undef NOTICE

typedef struct Method {
    const char *name;
    RequestHandler *request; /* NULL: a notification */
    NoticeHandler *notice;
    const char *provider; /* the name of its capability; NULL: none to tell of */
    const char *options;  /* its value, as JSON */
} Method;

extern const Method methods[];
extern const size_t method_count;

#endif
