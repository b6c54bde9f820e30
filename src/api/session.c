/*
 * session.c — the public API: the pipeline, one call a line.  Layer: api.
 *
 * In: calls from outside. Out: statuses, and texts to the caller's functions. Each call that may
 * take memory sets the place to which an arena jumps when there is none left; after that nothing
 * in the session but its list of what to free is looked at again. So the jump may pass over the
 * library's own frames only, and never over one of the host's or the caller's.
 */
#include "hplan/hplan.h"
#include "api/library.h"
#include "api/path.h"
#include "api/session.h"
#include "diag/render.h"
#include "syntax/format.h"
#include "write/write.h"

#include <stdlib.h>

const char *hplan_version(void)
{
    return HPLAN_VERSION;
}

/* ---- opening and closing -------------------------------------------------------------------- */

static void init(hplan_session *s, const hplan_options *options)
{
    if (options != NULL)
        s->options = *options;
    s->host = s->options.host != NULL ? s->options.host : hplan_host_files();
    s->policy.budget = s->options.allocations > 0 ? s->options.allocations : -1;
    arena_init(&s->arena, &s->policy);
    arena_init(&s->model_arena, &s->policy);
    arena_init(&s->scratch, &s->policy);
    arena_init(&s->format_arena, &s->policy);
}

static bool prepare(hplan_session *s)
{
    if (setjmp(s->policy.on_failure) != 0)
        return false;
    sources_init(&s->sources, &s->arena);
    sink_init(&s->sink, &s->arena, &s->sources);
    catalogues_init(&s->catalogues, &s->arena, &library_embedded);
    return true;
}

hplan_session *hplan_session_open(const hplan_options *options)
{
    hplan_session *s = calloc(1, sizeof *s);
    if (s == NULL)
        return NULL;
    init(s, options);
    if (prepare(s))
        return s;
    hplan_session_close(s);
    return NULL;
}

void hplan_session_close(hplan_session *s)
{
    if (s == NULL)
        return;
    for (uint32_t i = 0; i < s->blocks.len; i++)
        if (s->blocks.at[i] != NULL)
            s->host->release(s->host->context, s->blocks.at[i]);
    if (s->held != NULL)
        s->host->release(s->host->context, s->held);
    for (uint32_t i = 0; i < s->outcome_count; i++)
        arena_free(&s->outcomes[i].arena);
    free(s->names);
    arena_free(&s->format_arena);
    arena_free(&s->scratch);
    arena_free(&s->model_arena);
    arena_free(&s->arena);
    free(s);
}

/* ---- what is to be checked ------------------------------------------------------------------ */

hplan_status hplan_file_add(hplan_session *s, const char *path)
{
    FileId file;
    ENTER(s);
    if (s->checked)
        return HPLAN_MISUSE;
    hplan_status status = load_named(s, str_from(path), &file);
    if (status == HPLAN_OK)
        *vec_push(&s->arena, &s->given) = (Given){file, false};
    return status;
}

hplan_status hplan_folder_add(hplan_session *s, const char *path)
{
    ENTER(s);
    if (s->checked)
        return HPLAN_MISUSE;
    return folder_add(s, str_from(path));
}

hplan_status hplan_folder_list(hplan_session *s, const char *path, hplan_entry *plan, void *to)
{
    Names plans = {0};
    ENTER(s);
    hplan_status status = folder_plans(s, str_from(path), &plans);
    for (uint32_t i = 0; i < plans.len; i++)
        plan(to, path_cstr(&s->arena, plans.at[i]));
    return status;
}

const char *hplan_folder_unread(const hplan_session *s, size_t i, hplan_status *why)
{
    if (i >= s->unread.len)
        return NULL;
    *why = s->unread.at[i].why;
    return s->unread.at[i].path;
}

hplan_status hplan_bytes_add(hplan_session *s, const char *name, const char *bytes, size_t len)
{
    ENTER(s);
    if (s->checked)
        return HPLAN_MISUSE;
    *vec_push(&s->arena, &s->given) = (Given){load_bytes(s, str_from(name), bytes, len), false};
    return HPLAN_OK;
}

/* ---- the pipeline --------------------------------------------------------------------------- */

hplan_status hplan_session_check(hplan_session *s)
{
    ENTER(s);
    if (s->checked)
        return HPLAN_OK;
    s->checked = true;
    roots_find(s);
    roots_check(s);
    hplan_status status = many_check(s);
    roots_settle(s);
    return status;
}

/* Hands a text over; whatever the caller does in there, no jump passes over it. */
static hplan_status deliver(const Buf *text, hplan_write *write, void *to)
{
    return text->len == 0 || write(to, text->ptr, text->len) ? HPLAN_OK : HPLAN_NOT_WRITTEN;
}

static const Format *format_named(const char *name)
{
    return name == NULL ? NULL : format_find(str_from(name));
}

static hplan_status publish(hplan_session *s, size_t root, const Format *format, hplan_write *write,
                            void *to)
{
    Buf out;
    Outlet outlet = {.take = write, .to = to};
    ENTER(s);
    Model *model = roots_model(s, root);
    Report *report = report_build(model, DOC_ROOT, report_lang(model, DOC_ROOT), format->blocks);
    buf_init_outlet(&out, &s->model_arena, &outlet);
    format->write(&out, report);
    return buf_finish(&out) ? HPLAN_OK : HPLAN_NOT_WRITTEN;
}

hplan_status hplan_report_write(hplan_session *s, size_t root, const char *format,
                                hplan_write *write, void *to)
{
    const Format *chosen = format_named(format);
    hplan_status status = roots_usable(s, root);
    if (status == HPLAN_OK && chosen == NULL)
        status = HPLAN_UNKNOWN;
    return status == HPLAN_OK ? publish(s, root, chosen, write, to) : status;
}

const char *hplan_format_name(size_t n)
{
    for (size_t i = 0; formats[i].name != NULL; i++)
        if (i == n)
            return formats[i].name;
    return NULL;
}

const char *hplan_format_extension(const char *format)
{
    const Format *found = format_named(format);
    return found == NULL ? NULL : found->extension;
}

/* ---- formatting ----------------------------------------------------------------------------- */

/* In an arena and a set of sources of its own: the session never gets to know the text. */
bool session_format(hplan_session *s, const char *bytes, size_t len, Buf *out)
{
    SourceSet sources;
    arena_free(&s->format_arena);
    char *text = arena_alloc(&s->format_arena, len + 2);
    if (len > 0)
        memcpy(text, bytes, len);
    text[len] = text[len + 1] = '\0';
    sources_init(&sources, &s->format_arena);
    buf_init(out, &s->format_arena);
    FileId file = sources_add(&sources, STR("-"), STR("-"), text, (uint32_t)len);
    return format_file(out, &s->format_arena, &sources, file, s->options.wide);
}

hplan_status hplan_format(hplan_session *s, const char *bytes, size_t len, hplan_write *write,
                          void *to)
{
    Buf out;
    ENTER(s);
    if (len > SOURCE_MAX_BYTES)
        return HPLAN_TOO_LARGE;
    return session_format(s, bytes, len, &out) ? deliver(&out, write, to) : HPLAN_REFUSED;
}

/* ---- what came out -------------------------------------------------------------------------- */

hplan_lang hplan_session_lang(const hplan_session *s)
{
    return s->checked ? (hplan_lang)(HPLAN_LANG_NB + (int)s->lang) : s->options.lang;
}

size_t hplan_root_count(const hplan_session *s)
{
    return s->roots.len;
}

const char *hplan_root_name(const hplan_session *s, size_t root)
{
    if (root >= s->roots.len)
        return NULL;
    return sources_get(&s->sources, s->roots.at[root].file)->name.ptr;
}

bool hplan_root_is_draft(const hplan_session *s, size_t root)
{
    return root < s->roots.len && s->roots.at[root].draft;
}

bool hplan_root_is_lost(const hplan_session *s, size_t root)
{
    return root < s->roots.len && s->roots.at[root].lost;
}

size_t hplan_root_findings(const hplan_session *s, size_t root, hplan_severity severity)
{
    return root < s->roots.len ? s->roots.at[root].findings[severity] : 0;
}

hplan_status hplan_root_summary(hplan_session *s, size_t root, hplan_write *write, void *to)
{
    Buf out;
    ENTER(s);
    if (!s->checked)
        return HPLAN_MISUSE;
    if (root >= s->roots.len)
        return HPLAN_UNKNOWN;
    buf_init(&out, &s->arena);
    summary_put(&out, s, &s->roots.at[root]);
    return deliver(&out, write, to);
}

size_t hplan_finding_count(const hplan_session *s, hplan_severity severity)
{
    return sink_count(&s->sink, (Severity)severity);
}

/* What a plan names as known is settled: for people it is a count in the summary. */
static DiagSink without_known(hplan_session *s)
{
    DiagSink shown;
    sink_init(&shown, &s->arena, &s->sources);
    for (uint32_t i = 0; i < s->sink.list.len; i++)
        if (!s->sink.list.at[i]->known)
            *vec_push(&s->arena, &shown.list) = s->sink.list.at[i];
    return shown;
}

hplan_status hplan_findings_write(hplan_session *s, hplan_form form, const hplan_look *look,
                                  hplan_write *write, void *to)
{
    static void (*const renderers[])(Buf *, const DiagSink *, const RenderOptions *) = {
        [HPLAN_FORM_TEXT] = render_terminal,
        [HPLAN_FORM_JSON] = render_json,
        [HPLAN_FORM_SARIF] = render_sarif,
        [HPLAN_FORM_GITHUB] = render_github,
    };
    Buf out;
    ENTER(s);
    if (!s->checked)
        return HPLAN_MISUSE;
    if ((size_t)form >= sizeof renderers / sizeof renderers[0])
        return HPLAN_UNKNOWN;
    RenderOptions options = {.lang = s->lang, .version = HPLAN_VERSION};
    DiagSink shown = s->sink;
    if (look != NULL) {
        options.color = look->color;
        options.max_shown = look->max;
    }
    if (form == HPLAN_FORM_TEXT && (look == NULL || !look->known))
        shown = without_known(s);
    buf_init(&out, &s->arena);
    renderers[form](&out, &shown, &options);
    return deliver(&out, write, to);
}

hplan_status hplan_coverage_write(hplan_session *s, hplan_form form, const hplan_look *look,
                                  hplan_write *write, void *to)
{
    Buf out;
    ENTER(s);
    if (!s->checked || !s->options.coverage)
        return HPLAN_MISUSE;
    buf_init(&out, &s->arena);
    coverage_put(&out, s, form, look == NULL ? 0 : look->max);
    return deliver(&out, write, to);
}

/* ---- asking --------------------------------------------------------------------------------- */

Lang session_asked_lang(const hplan_session *s)
{
    hplan_lang lang = s->options.lang != HPLAN_LANG_AUTO ? s->options.lang : s->options.fallback;
    return lang == HPLAN_LANG_AUTO ? LANG_NB : (Lang)(lang - HPLAN_LANG_NB);
}

/* By its number or by its short name. */
static MsgId find_code(Str name)
{
    MsgId id = msg_code(name);
    for (MsgId i = 0; id == MSG_COUNT && i < MSG_COUNT; i++)
        if (msg_info(i)->slug != NULL && str_eq(str_from(msg_info(i)->slug), name))
            return i;
    return id;
}

hplan_status hplan_code_explain(hplan_session *s, const char *code, hplan_write *write, void *to)
{
    Buf out;
    ENTER(s);
    MsgId id = find_code(str_from(code));
    if (id == MSG_COUNT)
        return HPLAN_UNKNOWN;
    Lang lang = session_asked_lang(s);
    buf_init(&out, &s->arena);
    if (!render_explanation(&out, id, lang)) { /* nobody has told its story yet */
        const MsgInfo *info = msg_info(id);
        buf_printf(&out, "%s %s (", info->name, info->slug);
        buf_str(&out, severity_word(info->severity, lang));
        buf_cstr(&out, ")\n");
        buf_str(&out, msg_general(&s->arena, id, lang));
        buf_char(&out, '\n');
    }
    return deliver(&out, write, to);
}

hplan_status hplan_word_explain(hplan_session *s, const char *word, hplan_write *write, void *to)
{
    Buf out;
    ENTER(s);
    buf_init(&out, &s->arena);
    if (!explain_word(&out, &s->arena, str_from(word), session_asked_lang(s)))
        return HPLAN_UNKNOWN;
    return deliver(&out, write, to);
}

hplan_status hplan_word_meant(hplan_session *s, const char *word, const char **meant)
{
    ENTER(s);
    Str near = word_meant(&s->arena, str_from(word));
    *meant = near.len == 0 ? NULL : near.ptr;
    return HPLAN_OK;
}

hplan_status hplan_figure_explain(hplan_session *s, const char *path, hplan_write *write, void *to)
{
    Buf out;
    ENTER(s);
    if (!s->checked || s->roots.len != 1)
        return HPLAN_MISUSE;
    Model *model = roots_model(s, 0);
    if (model == NULL)
        return HPLAN_REFUSED;
    buf_init(&out, &s->arena);
    bool found = explain_figure(&out, s, model, str_from(path));
    hplan_status status = deliver(&out, write, to);
    return status == HPLAN_OK && !found ? HPLAN_UNKNOWN : status;
}

hplan_status hplan_stage_dump(hplan_session *s, hplan_stage stage, hplan_write *write, void *to)
{
    Buf out;
    ENTER(s);
    if (!s->checked)
        return HPLAN_MISUSE;
    if ((unsigned)stage > HPLAN_STAGE_MARKS)
        return HPLAN_UNKNOWN;
    buf_init(&out, &s->arena);
    dump_stage(&out, s, stage);
    return deliver(&out, write, to);
}
