/*
 * sync.c — what the client tells of texts, files and settings.  Layer: lsp.
 */
#include "lsp/methods.h"
#include "lsp/places.h"
#include "lsp/settings.h"

/* What is shown around a text may come of other files; a client asks for it anew only when the text
 * itself has changed, unless it is told to. */
static void send_refreshes(Server *s)
{
    static const char *const ways[][2] = {
        {"workspace.diagnostics.refreshSupport", "workspace/diagnostic/refresh"},
        {"workspace.inlayHint.refreshSupport", "workspace/inlayHint/refresh"},
        {"workspace.codeLens.refreshSupport", "workspace/codeLens/refresh"},
        {"workspace.semanticTokens.refreshSupport", "workspace/semanticTokens/refresh"},
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (field_is_true(s->client, ways[i][0]))
            rpc_call(s, ways[i][1], NULL);
}

static void refresh(Server *s)
{
    workspace_all_changed(&s->w);
    send_refreshes(s);
}

void sync_open(Server *s, const json_t *params, Failure *f)
{
    const Document *doc = documents_open(&s->w.documents, params, f);
    if (doc != NULL)
        workspace_opened(&s->w, doc);
}

void sync_change(Server *s, const json_t *params, Failure *f)
{
    const Document *doc = documents_change(&s->w.documents, params, f);
    if (doc != NULL)
        workspace_changed(&s->w, doc);
}

/* Not of the protocol: what the server takes the text to be, for whoever doubts it. */
json_t *sync_text(Server *s, const json_t *params, Failure *f)
{
    const Document *doc = place_document(s, params, f);
    return doc == NULL ? NULL
                       : json_pack("{s:o}", "text", json_of_bytes(doc->text.at, doc->text.len));
}

/* The text is what it was, but whatever else writes files may have done so as well. */
void sync_save(Server *s, const json_t *params, Failure *f)
{
    if (place_document(s, params, f) != NULL)
        refresh(s);
}

void sync_close(Server *s, const json_t *params, Failure *f)
{
    Document *doc = place_document(s, params, f);
    if (doc == NULL)
        return;
    workspace_closing(&s->w, doc);
    documents_close(&s->w.documents, doc);
    send_refreshes(s); /* what was not saved is gone, for other texts too */
}

void sync_files(Server *s, const json_t *params, Failure *f)
{
    (void)params, (void)f;
    refresh(s);
}

void sync_configuration(Server *s, const json_t *params, Failure *f)
{
    const json_t *settings = field_object(params, "settings", f);
    const json_t *ours = json_object_get(settings, "hplan");
    if (settings_read(&s->w.options, ours != NULL ? ours : settings))
        refresh(s);
}
