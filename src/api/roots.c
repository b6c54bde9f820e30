/*
 * roots.c — what is to be checked, and checking it.  Layer: api.
 *
 * In: the files that were given. Out: the documents they belong to, each checked once with a model
 * of its own; their findings, put together.
 */
#include "api/library.h"
#include "api/session.h"
#include "check/prose.h"

/* ---- finding them --------------------------------------------------------------------------- */

static Root *root_of(hplan_session *s, FileId file)
{
    for (uint32_t i = 0; i < s->roots.len; i++)
        if (s->roots.at[i].file == file)
            return &s->roots.at[i];
    return NULL;
}

static void add_root(hplan_session *s, FileId file, bool asked)
{
    Root *root = root_of(s, file);
    if (root == NULL) {
        root = vec_push(&s->arena, &s->roots);
        root->file = file;
    }
    root->asked = root->asked || asked;
}

/* Walks from a root without a word, so that every file below is read: which they are. */
static Inputs walk_unheard(hplan_session *s, FileId file)
{
    Inputs inputs = {0};
    DiagSink unheard;
    sink_init(&unheard, &s->arena, &s->sources);
    (void)closure_walk(s, file, &inputs, &unheard);
    return inputs;
}

bool roots_reads(hplan_session *s, FileId root, FileId file)
{
    Inputs inputs = walk_unheard(s, root);
    uint32_t i = 0;
    while (i < inputs.len && inputs.at[i].file != file)
        i++;
    return i < inputs.len;
}

static void mark_reached(hplan_session *s, FileId file, bool *reached)
{
    Inputs inputs = walk_unheard(s, file);
    for (uint32_t i = 0; i < inputs.len; i++)
        if (inputs.at[i].file < s->files.len)
            reached[inputs.at[i].file] = true;
}

/* What was found in folders and belongs to no root: files that take in one another in rings, and
 * parts of one another that only a part takes in which is left out itself. */
static void add_rings(hplan_session *s)
{
    bool *reached = arena_array(&s->arena, bool, s->files.len);
    for (uint32_t i = 0; i < s->roots.len; i++)
        mark_reached(s, s->roots.at[i].file, reached);
    for (uint32_t i = 0; i < s->given.len; i++) {
        if (!s->given.at[i].from_folder || reached[s->given.at[i].file])
            continue;
        FileId file = s->given.at[i].file, top = closure_climb(s, file);
        bool part = load_file(s, file)->part_of != FILE_NONE;
        if (reached[top] || (part && load_file(s, top)->part_of == FILE_NONE))
            continue; /* where its whole is a root or in a ring, it is asked for there */
        add_root(s, top, true);
        mark_reached(s, top, reached);
    }
}

void roots_find(hplan_session *s)
{
    for (uint32_t i = 0; i < s->given.len; i++)
        add_root(s, closure_climb(s, s->given.at[i].file), !s->given.at[i].from_folder);
    /* Reading them all tells who is taken in. */
    for (uint32_t i = 0; i < s->roots.len; i++)
        (void)walk_unheard(s, s->roots.at[i].file);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < s->roots.len; i++)
        if (s->roots.at[i].asked || !load_file(s, s->roots.at[i].file)->taken)
            s->roots.at[kept++] = s->roots.at[i];
    s->roots.len = kept;
    add_rings(s);
}

/* ---- checking one --------------------------------------------------------------------------- */

static hplan_lang stated_lang(const Model *m, DeclId plan)
{
    switch (plan_language(m, plan)) {
    case E_NONE: return HPLAN_LANG_AUTO;
    case E_LANGUAGE_NN: return HPLAN_LANG_NN;
    case E_LANGUAGE_EN: return HPLAN_LANG_EN;
    default: return HPLAN_LANG_NB;
    }
}

static void note_down(hplan_session *s, Root *root, Model *m, const DiagSink *sink)
{
    DeclId plan = m->docs.at[DOC_ROOT].plan;
    root->draft = plan != 0 && plan_is_draft(m, plan);
    root->year = plan != 0 ? decl_year(m, plan) : 0;
    root->lang = stated_lang(m, plan);
    summary_count(root, m);
    coverage_measure(m, &root->cover, &s->arena, s->options.coverage ? &s->figures : NULL);
    for (uint32_t i = 0; i < sink->list.len; i++)
        root->known += sink->list.at[i]->known && !sink->list.at[i]->silenced;
}

/* Builds and checks the model of a root: what is there of it. */
static Model *build(hplan_session *s, const Root *root, const Inputs *inputs, DiagSink *sink)
{
    ModelIncludes includes = {s, closure_target};
    arena_free(&s->model_arena);
    arena_free(&s->scratch);
    s->model = NULL;
    s->suggested = NULL;
    Model *m = model_build(&s->model_arena, &s->scratch, &s->sources, sink, &s->catalogues,
                           inputs->at, inputs->len, &includes);
    m->exact_only = s->options.exact;
    check_run(m);
    if (s->options.coverage)
        prose_suggest(m);
    s->model = m;
    s->model_of = root->file;
    return m;
}

static void merge(hplan_session *s, const DiagSink *from)
{
    for (uint32_t i = 0; i < from->list.len; i++) {
        Diag *d = from->list.at[i];
        d->sink = &s->sink;
        *vec_push(&s->arena, &s->sink.list) = d;
    }
}

static void check(hplan_session *s, Root *root)
{
    Inputs inputs = {0};
    DiagSink *sink = arena_new(&s->arena, DiagSink); /* as long as the model, which points to it */
    sink_init(sink, &s->arena, &s->sources);
    Closure state = closure_walk(s, root->file, &inputs, sink);
    root->lost = state != CLOSURE_WHOLE;
    for (uint32_t i = 0; i < inputs.len; i++)
        *vec_push(&s->arena, &root->files) = inputs.at[i].file;
    if (state != CLOSURE_LOST) {
        Model *m = build(s, root, &inputs, sink);
        sink_sort(sink);
        note_down(s, root, m, sink);
    }
    sink_sort(sink);
    for (int severity = SEV_NOTE; severity <= SEV_ERROR; severity++)
        root->findings[severity] = sink_count(sink, (Severity)severity);
    merge(s, sink);
}

/* A part that the file it names does not take in would be passed over in silence. */
static void left_out(hplan_session *s, FileId id)
{
    File *file = load_file(s, id);
    FileId top = closure_climb(s, id);
    (void)walk_unheard(s, top);
    if (file->state != FILE_NEW)
        return;
    if (load_file(s, top)->part_of == FILE_NONE) { /* else a ring, which is named there */
        Diag *d = diag_at(&file->sink, HP9007, file->part_span);
        diag_str(d, sources_get(&s->sources, file->part_of)->name);
        diag_note(d, N_TAKE_IT_IN);
    }
    merge(s, &file->sink);
    Root *root = root_of(s, top);
    if (root != NULL)
        root->findings[SEV_ERROR] += sink_count(&file->sink, SEV_ERROR);
}

static Lang chosen_lang(const hplan_session *s)
{
    hplan_lang lang = s->options.lang;
    for (uint32_t i = 0; lang == HPLAN_LANG_AUTO && i < s->roots.len; i++)
        lang = s->roots.at[i].lang;
    for (uint32_t i = 0; s->options.lang == HPLAN_LANG_AUTO && i < s->roots.len; i++)
        if (s->roots.at[i].lang != HPLAN_LANG_AUTO && s->roots.at[i].lang != lang)
            lang = HPLAN_LANG_AUTO; /* plans in two languages: the reader's own */
    if (lang == HPLAN_LANG_AUTO)
        lang = s->options.fallback;
    return lang == HPLAN_LANG_AUTO ? LANG_NB : (Lang)(lang - HPLAN_LANG_NB);
}

void roots_check(hplan_session *s)
{
    for (uint32_t i = 0; i < s->roots.len; i++)
        check(s, &s->roots.at[i]);
    for (uint32_t i = 0; i < s->given.len; i++)
        if (load_file(s, s->given.at[i].file)->part_of != FILE_NONE)
            left_out(s, s->given.at[i].file);
}

void roots_settle(hplan_session *s)
{
    sink_sort(&s->sink);
    s->lang = chosen_lang(s);
}

Model *roots_model_as_is(hplan_session *s, const Root *root)
{
    if (s->model != NULL && s->model_of == root->file)
        return s->model;
    if (root->away)
        return NULL;
    Inputs inputs = {0};
    DiagSink *unheard = arena_new(&s->arena, DiagSink);
    sink_init(unheard, &s->arena, &s->sources);
    (void)closure_walk(s, root->file, &inputs, unheard);
    return build(s, root, &inputs, unheard);
}

hplan_status roots_usable(const hplan_session *s, size_t root)
{
    if (!s->checked)
        return HPLAN_MISUSE;
    if (root >= s->roots.len)
        return HPLAN_UNKNOWN;
    const Root *asked = &s->roots.at[root];
    if (asked->away)
        return HPLAN_MISUSE;
    bool faulty = asked->findings[SEV_ERROR] > 0 && !asked->draft;
    return asked->lost || faulty ? HPLAN_REFUSED : HPLAN_OK;
}

Model *roots_model(hplan_session *s, size_t root)
{
    return s->roots.at[root].lost ? NULL : roots_model_as_is(s, &s->roots.at[root]);
}
