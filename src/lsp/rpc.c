/*
 * rpc.c — requests, notifications, and answers to them.  Layer: lsp.
 *
 * In: a message that has come. Out: its handler has been called, and if it is a request there is
 * exactly one answer.
 */
#include "lsp/methods.h"

#include <stdlib.h>
#include <string.h>

#define REQUEST(method, handler, provider, options) {method, handler, NULL, provider, options},
#define NOTICE(method, handler)                     {method, NULL, handler, NULL, NULL},
const Method methods[] = {
#include "lsp/methods.def"
};
#undef REQUEST
#undef NOTICE
const size_t method_count = sizeof methods / sizeof *methods;

/* ---- sending -------------------------------------------------------------------------------- */

static int collect(const char *bytes, size_t len, void *to)
{
    bytes_add(to, bytes, len);
    return 0;
}

/* Takes the message. */
static void send(Server *s, json_t *message)
{
    Bytes body = {0};
    (void)json_object_set_new(message, "jsonrpc", json_string("2.0"));
    (void)json_dump_callback(message, collect, &body, JSON_COMPACT);
    json_decref(message);
    if (s->phase != PHASE_GONE &&
        !transport_send(s->options.answer, s->options.answer_to, body.at, body.len)) {
        server_log(s, "the client takes no more");
        s->phase = PHASE_GONE;
    }
    bytes_free(&body);
}

static json_t *copy_of_id(const json_t *id)
{
    return id == NULL ? json_null() : json_deep_copy(id);
}

static void send_result(Server *s, const json_t *id, json_t *result)
{
    send(s, json_pack("{s:o, s:o}", "id", copy_of_id(id), "result", result));
}

static void send_error(Server *s, const json_t *id, ErrorCode code, const char *message)
{
    server_log(s, "error %d: %s", code, message);
    send(s, json_pack("{s:o, s:{s:i, s:o}}", "id", copy_of_id(id), "error", "code", (int)code,
                      "message", json_of_text(message)));
}

void rpc_notify(Server *s, const char *method, json_t *params)
{
    send(s, json_pack("{s:s, s:o}", "method", method, "params", params));
}

void rpc_call(Server *s, const char *method, json_t *params)
{
    send(s, json_pack("{s:I, s:s, s:o*}", "id", ++s->calls, "method", method, "params", params));
}

/* ---- receiving ------------------------------------------------------------------------------ */

static const Method *method_named(const char *name)
{
    for (size_t i = 0; i < method_count; i++)
        if (strcmp(methods[i].name, name) == 0)
            return &methods[i];
    return NULL;
}

/* What may be called when. */
static ErrorCode refusal(const Server *s, const char *name)
{
    bool first = strcmp(name, "initialize") == 0;
    if (s->phase == PHASE_NEW && !first)
        return ERROR_NOT_INITIALIZED;
    return (s->phase == PHASE_RUNNING && first) || s->phase == PHASE_SHUT ? ERROR_INVALID_REQUEST
                                                                          : ERROR_NONE;
}

static void request(Server *s, const Message *m, const json_t *id, const char *name)
{
    const Method *method = method_named(name);
    ErrorCode refused = refusal(s, name);
    Failure f = {0};
    if (m->cancelled)
        send_error(s, id, ERROR_CANCELLED, "cancelled");
    else if (refused == ERROR_NOT_INITIALIZED)
        send_error(s, id, refused, "'initialize' must come first");
    else if (refused != ERROR_NONE)
        send_error(s, id, refused, "not at this time");
    else if (method == NULL || method->request == NULL)
        send_error(s, id, ERROR_UNKNOWN_METHOD, "there is no such method");
    else {
        json_t *result = method->request(s, json_object_get(m->root, "params"), &f);
        if (result != NULL)
            send_result(s, id, result);
        else
            send_error(s, id, f.code, f.message);
    }
}

static void notice(Server *s, const Message *m, const char *name)
{
    const Method *method = method_named(name);
    Failure f = {0};
    bool at_any_time = strcmp(name, "exit") == 0;
    if (method == NULL || method->notice == NULL || (s->phase != PHASE_RUNNING && !at_any_time))
        return;
    method->notice(s, json_object_get(m->root, "params"), &f);
    if (f.code != ERROR_NONE)
        server_log(s, "%s: %s", name, f.message);
}

static bool is_id(const json_t *id)
{
    return json_is_string(id) || json_is_number(id);
}

void rpc_handle(Server *s, Message *m)
{
    const json_t *id = json_object_get(m->root, "id");
    const json_t *method = json_object_get(m->root, "method");
    const char *version = json_string_value(json_object_get(m->root, "jsonrpc"));
    const char *name = json_string_value(method);
    bool answer = method == NULL && id != NULL &&
                  (json_object_get(m->root, "result") || json_object_get(m->root, "error"));
    int64_t begun = server_clock();
    if (m->root == NULL)
        send_error(s, NULL, ERROR_PARSE, m->why);
    else if (!json_is_object(m->root) || version == NULL || strcmp(version, "2.0") != 0)
        send_error(s, is_id(id) ? id : NULL, ERROR_INVALID_REQUEST, "no message of JSON-RPC 2.0");
    else if (answer)
        server_log(s, "an answer came");
    else if (name == NULL || (id != NULL && !is_id(id)))
        send_error(s, is_id(id) ? id : NULL, ERROR_INVALID_REQUEST, "no method, or no proper id");
    else if (id != NULL)
        request(s, m, id, name);
    else
        notice(s, m, name);
    if (name != NULL)
        server_log(s, "%s: %lld ms", name, (long long)(server_clock() - begun));
    json_decref(m->root);
    m->root = NULL;
}
