/*
 * ide_rename.c — a thing called anew in all roots, tried before it is told.  Layer: api.
 *
 * In: a place and a name. Out: edits in all files, in which the plans still say the same. That is
 * not reasoned about but tried: a second session checks the texts as they would be. It must find
 * just what this one finds, and the thing must be named as often.
 */
#include "api/ide_ask.h"

typedef struct Edited {
    FileId file;
    char *text; /* ends in two NULs */
    size_t len;
} Edited;

typedef struct Trial {
    hplan_session *s;       /* whose texts they are */
    const hplan_host *host; /* that of s */
    VEC(Edited) texts;
} Trial;

/* ---- the texts as they would be ------------------------------------------------------------- */

static void edit_text(Trial *t, const EditVec *edits, uint32_t *at)
{
    FileId file = (FileId)edits->at[*at].range.file;
    const Source *src = sources_get(&t->s->sources, file);
    Buf out;
    size_t done = 0;
    buf_init(&out, &t->s->arena);
    for (; *at < edits->len && edits->at[*at].range.file == file; ++*at) {
        const hplan_edit *e = &edits->at[*at];
        buf_put(&out, src->text + done, e->range.start - done);
        buf_cstr(&out, e->text);
        done = e->range.end;
    }
    buf_put(&out, src->text + done, src->len - done);
    size_t len = out.len;
    buf_put(&out, "\0\0", 2);
    *vec_push(&t->s->arena, &t->texts) = (Edited){file, out.ptr, len};
}

static const Edited *edited(const Trial *t, FileId file)
{
    for (uint32_t i = 0; i < t->texts.len; i++)
        if (t->texts.at[i].file == file)
            return &t->texts.at[i];
    return NULL;
}

/* ---- a host that gives them ----------------------------------------------------------------- */

static hplan_status trial_read(void *context, const char *path, char **bytes, size_t *len)
{
    Trial *t = context;
    FileId file = sources_find(&t->s->sources, str_from(path));
    const Edited *text = file == FILE_NONE ? NULL : edited(t, file);
    if (text == NULL)
        return t->host->read(t->host->context, path, bytes, len);
    *bytes = text->text;
    *len = text->len;
    return HPLAN_OK;
}

static void trial_release(void *context, char *block)
{
    const Trial *t = context;
    for (uint32_t i = 0; i < t->texts.len; i++)
        if (t->texts.at[i].text == block)
            return; /* of the session's own arena */
    t->host->release(t->host->context, block);
}

static hplan_status trial_canonical(void *context, const char *path, char **name)
{
    const Trial *t = context;
    return t->host->canonical(t->host->context, path, name);
}

static hplan_path_kind trial_kind(void *context, const char *path)
{
    const Trial *t = context;
    return t->host->kind(t->host->context, path);
}

static hplan_status trial_list(void *context, const char *folder, hplan_entry *entry, void *to)
{
    const Trial *t = context;
    return t->host->list(t->host->context, folder, entry, to);
}

/* ---- trying --------------------------------------------------------------------------------- */

/* The same files as were given to the session, with their texts as they would be. */
static hplan_status give_files(const Trial *t, hplan_session *trial)
{
    hplan_status status = HPLAN_OK;
    for (uint32_t i = 0; i < t->s->given.len && status == HPLAN_OK; i++) {
        FileId file = t->s->given.at[i].file;
        const Source *src = sources_get(&t->s->sources, file);
        const Edited *text = edited(t, file);
        if (load_file(t->s, file)->on_disk)
            status = hplan_file_add(trial, src->path.ptr);
        else if (text != NULL)
            status = hplan_bytes_add(trial, src->name.ptr, text->text, text->len);
        else
            status = hplan_bytes_add(trial, src->name.ptr, src->text, src->len);
    }
    return status == HPLAN_OK ? hplan_session_check(trial) : status;
}

static void count_codes(const hplan_session *s, int32_t *counts, int32_t step)
{
    for (uint32_t i = 0; i < s->sink.list.len; i++)
        if (!s->sink.list.at[i]->silenced)
            counts[s->sink.list.at[i]->code] += step;
}

static bool same_findings(const hplan_session *a, const hplan_session *b)
{
    int32_t counts[MSG_COUNT] = {0};
    count_codes(a, counts, 1);
    count_codes(b, counts, -1);
    for (int i = 0; i < MSG_COUNT; i++)
        if (counts[i] != 0)
            return false;
    return true;
}

/* Where a place of this session lies once the edits are made. */
static size_t moved(const EditVec *edits, size_t file, size_t offset)
{
    size_t to = offset;
    for (uint32_t i = 0; i < edits->len; i++)
        if (edits->at[i].range.file == file && edits->at[i].range.end <= offset)
            to += strlen(edits->at[i].text) - (edits->at[i].range.end - edits->at[i].range.start);
    return to;
}

/* Is what stands at the place named as often there as here? */
static bool same_references(const Trial *t, hplan_session *trial, const EditVec *edits,
                            size_t references, hplan_range at)
{
    const Source *src = sources_get(&t->s->sources, (FileId)at.file);
    FileId file = sources_find(&trial->sources, src->path);
    hplan_ranges found;
    return file != FILE_NONE &&
           hplan_ide_references(trial, file, moved(edits, at.file, at.start), false, &found) ==
               HPLAN_OK &&
           found.count == references;
}

static hplan_status try_edits(hplan_session *s, const EditVec *edits, size_t references,
                              hplan_range at, bool *same)
{
    Trial t = {.s = s, .host = s->host};
    hplan_host host = {&t, trial_read, trial_canonical, trial_kind, trial_list, trial_release};
    hplan_options options = s->options;
    for (uint32_t i = 0; i < edits->len;)
        edit_text(&t, edits, &i);
    options.host = &host;
    options.crew = NULL;
    /* From here to the close nothing is taken from the session's arena, lest a jump pass over it. */
    hplan_session *trial = hplan_session_open(&options);
    if (trial == NULL)
        return HPLAN_NOMEM;
    hplan_status status = give_files(&t, trial);
    *same = status == HPLAN_OK && same_findings(s, trial) &&
            same_references(&t, trial, edits, references, at);
    hplan_session_close(trial);
    return status == HPLAN_NOMEM ? HPLAN_NOMEM : HPLAN_OK;
}

/* ---- the two questions ---------------------------------------------------------------------- */

hplan_status hplan_ide_renamable(hplan_session *s, size_t file, size_t offset, hplan_range *range,
                                 const char **name)
{
    Ide ide;
    Called called;
    ENTER(s);
    hplan_status status = ide_ask(s, file, &ide);
    if (status != HPLAN_OK)
        return status;
    if (!ide_called(&ide, (FileId)file, offset, &called))
        return HPLAN_UNKNOWN;
    *range = ide_range(&ide, called.at);
    *name = ide_text(&ide, called.present);
    return HPLAN_OK;
}

/* What every root has to change. */
static void collect(hplan_session *s, Called called, Span declared, Str name, EditVec *edits)
{
    for (size_t root = 0; root < s->roots.len; root++) {
        if (!ide_root_has(&s->roots.at[root], declared.file))
            continue;
        Ide ide = ide_of(s, root);
        called.thing = ide_thing_declared(&ide, declared);
        if (called.thing != 0)
            ide_rename(&ide, &called, name, edits);
    }
    ide_sort_edits(edits);
}

static const char *refusal(const hplan_session *s)
{
    static const char *const texts[LANG_COUNT] = {
        "Med det navnet ville planen si noe annet enn nå.",
        "Med det namnet ville planen seie noko anna enn no.",
        "With that name the plan would say something else than it does now."};
    return texts[s->lang];
}

hplan_status hplan_ide_rename(hplan_session *s, size_t file, size_t offset, const char *name,
                              hplan_edits *out, const char **why)
{
    Ide ide;
    Called called;
    EditVec edits = {0};
    hplan_ranges references;
    bool same = false;
    *why = NULL;
    hplan_status status = hplan_ide_references(s, file, offset, false, &references);
    if (status != HPLAN_OK)
        return status;
    ENTER(s);
    status = ide_ask(s, file, &ide);
    if (status != HPLAN_OK)
        return status;
    if (!ide_called(&ide, (FileId)file, offset, &called))
        return HPLAN_UNKNOWN;
    *why = ide_name_refused(&ide, &called, str_from(name));
    if (*why != NULL)
        return HPLAN_REFUSED;
    collect(s, called, ide_name_span(ide.m, called.thing), str_from(name), &edits);
    *out = (hplan_edits){edits.at, edits.len};
    status = try_edits(s, &edits, references.count, ide_range(&ide, called.at), &same);
    if (status == HPLAN_OK && !same)
        *why = refusal(s);
    return status == HPLAN_OK && !same ? HPLAN_REFUSED : status;
}
