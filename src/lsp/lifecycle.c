/*
 * lifecycle.c — from `initialize` to `exit`.  Layer: lsp.
 */
#include "lsp/folders.h"
#include "lsp/methods.h"
#include "lsp/settings.h"
#include "lsp/tokens.h"

#include <string.h>

/* UTF-8 spares both sides the counting, but a client must ask for it. */
static Encoding agreed_encoding(const json_t *client)
{
    const json_t *offered = field_at(client, "general.positionEncodings");
    for (size_t i = 0; i < json_array_size(offered); i++) {
        const char *name = json_string_value(json_array_get(offered, i));
        if (name != NULL && strcmp(name, "utf-8") == 0)
            return ENCODING_UTF8;
    }
    return ENCODING_UTF16;
}

static json_t *capabilities(const Server *s)
{
    bool utf8 = s->w.documents.encoding == ENCODING_UTF8;
    enum { INCREMENTAL = 2 };
    json_t *out =
        json_pack("{s:s, s:{s:b, s:i, s:b}}", "positionEncoding", utf8 ? "utf-8" : "utf-16",
                  "textDocumentSync", "openClose", 1, "change", INCREMENTAL, "save", 1);
    for (size_t i = 0; i < method_count; i++)
        if (methods[i].provider != NULL)
            (void)json_object_set_new(out, methods[i].provider,
                                      json_loads(methods[i].options, JSON_DECODE_ANY, NULL));
    (void)json_object_set_new(json_object_get(out, "semanticTokensProvider"), "legend",
                              tokens_legend());
    (void)json_object_set_new(
        out, "workspace",
        json_pack("{s:{s:b, s:b}}", "workspaceFolders", "supported", 1, "changeNotifications", 1));
    if (!diagnostics_are_pulled(s)) /* who asked all the same would show them twice */
        (void)json_object_del(out, "diagnosticProvider");
    if (!field_is_true(s->client, "textDocument.rename.prepareSupport"))
        (void)json_object_set_new(out, "renameProvider", json_true()); /* it knows no more */
    return out;
}

json_t *life_initialize(Server *s, const json_t *params, Failure *f)
{
    const json_t *client = field_object(params, "capabilities", f);
    if (client == NULL)
        return NULL;
    json_decref(s->client);
    s->client = json_deep_copy(client);
    s->w.documents.encoding = agreed_encoding(client);
    settings_locale(&s->w.options, field_word(params, "locale"));
    settings_read(&s->w.options, json_object_get(params, "initializationOptions"));
    folders_read(&s->w, params);
    s->phase = PHASE_RUNNING;
    return json_pack("{s:o, s:{s:s, s:s}}", "capabilities", capabilities(s), "serverInfo", "name",
                     "hplanc", "version", hplan_version());
}

/* Files that are not open may change too, and only the client can tell. */
void life_initialized(Server *s, const json_t *params, Failure *f)
{
    (void)params, (void)f;
    if (!field_is_true(s->client, "workspace.didChangeWatchedFiles.dynamicRegistration"))
        return;
    rpc_call(s, "client/registerCapability",
             json_pack("{s:[{s:s, s:s, s:{s:[{s:s}]}}]}", "registrations", "id", "hplan-files",
                       "method", "workspace/didChangeWatchedFiles", "registerOptions", "watchers",
                       "globPattern", "**/*.hplan"));
}

json_t *life_shutdown(Server *s, const json_t *params, Failure *f)
{
    (void)params, (void)f;
    s->phase = PHASE_SHUT;
    s->exit_code = 0;
    return json_null();
}

void life_exit(Server *s, const json_t *params, Failure *f)
{
    (void)params, (void)f;
    s->phase = PHASE_GONE;
}

void life_nothing(Server *s, const json_t *params, Failure *f)
{
    (void)s, (void)params, (void)f;
}
