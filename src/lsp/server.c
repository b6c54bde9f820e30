/*
 * server.c — the loop: take in what has come, answer, and tell of findings.  Layer: lsp.
 *
 * Everything that has come is read before anything is answered. Diagnostics are worked out when
 * no message waits, hence once for a burst of changes; but no later than PUBLISH_WITHIN after the
 * first of them, however busy the client is.
 */
#include "lsp/server.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { PUBLISH_WITHIN = 200, ROOM_FOR_LOG = 512 }; /* ms, bytes */

int64_t server_clock(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void server_log(const Server *s, const char *format, ...)
{
    char text[ROOM_FOR_LOG];
    va_list args;
    if (s->options.log < 0)
        return;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    (void)dprintf(s->options.log, "hplanc lsp: %s\n", text);
}

static void init(Server *s, const LspOptions *options)
{
    *s = (Server){.options = *options, .exit_code = 1};
    json_set_alloc_funcs(memory_take, free);
    s->client = json_object();
    s->found = json_object();
    s->published = json_object();
    workspace_init(&s->w, &(hplan_options){.lang = options->lang, .fallback = options->fallback});
}

static void publish_if_due(Server *s)
{
    if (!s->w.unpublished) {
        s->changed_since = 0;
        return;
    }
    if (s->changed_since == 0)
        s->changed_since = server_clock();
    if (s->inbox.count > 0 && server_clock() - s->changed_since < PUBLISH_WITHIN)
        return;
    diagnostics_publish(s);
    s->changed_since = 0;
}

static void serve(Server *s)
{
    Message m;
    while (s->phase != PHASE_GONE) {
        /* After `shutdown` nobody is told, so what is left to tell is nothing to hurry for. */
        bool busy = s->inbox.count > 0 || (s->w.unpublished && s->phase == PHASE_RUNNING);
        inbox_fill(&s->inbox, s->options.in, busy ? 0 : -1);
        if (inbox_take(&s->inbox, &m))
            rpc_handle(s, &m);
        else if (s->inbox.closed)
            s->phase = PHASE_GONE;
        if (s->phase == PHASE_RUNNING)
            publish_if_due(s);
    }
}

int lsp_serve(const LspOptions *options)
{
    Server s;
    init(&s, options);
    serve(&s);
    int code = s.exit_code;
    workspace_free(&s.w);
    inbox_free(&s.inbox);
    json_decref(s.client);
    json_decref(s.found);
    json_decref(s.published);
    return code;
}
