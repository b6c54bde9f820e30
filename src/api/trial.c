/*
 * trial.c — edits tried before they are told.  Layer: api.
 *
 * In: a checked session and edits. Out: another one, of the texts as they would be.
 */
#include "api/trial.h"

/* ---- the texts as they would be ------------------------------------------------------------- */

static void edit_text(Trial *t, uint32_t *at)
{
    const EditVec *edits = t->edits;
    FileId file = (FileId)edits->at[*at].range.file;
    const Source *src = sources_get(&t->of->sources, file);
    Buf out;
    size_t done = 0;
    buf_init(&out, &t->of->arena);
    for (; *at < edits->len && edits->at[*at].range.file == file; ++*at) {
        const hplan_edit *e = &edits->at[*at];
        buf_put(&out, src->text + done, e->range.start - done);
        buf_cstr(&out, e->text);
        done = e->range.end;
    }
    buf_put(&out, src->text + done, src->len - done);
    size_t len = out.len;
    buf_put(&out, "\0\0", 2);
    *vec_push(&t->of->arena, &t->texts) = (TrialText){file, out.ptr, len};
}

static const TrialText *edited(const Trial *t, FileId file)
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
    FileId file = sources_find(&t->of->sources, str_from(path));
    const TrialText *text = file == FILE_NONE ? NULL : edited(t, file);
    if (text == NULL)
        return t->of->host->read(t->of->host->context, path, bytes, len);
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
    t->of->host->release(t->of->host->context, block);
}

static hplan_status trial_canonical(void *context, const char *path, char **name)
{
    const Trial *t = context;
    return t->of->host->canonical(t->of->host->context, path, name);
}

static hplan_path_kind trial_kind(void *context, const char *path)
{
    const Trial *t = context;
    return t->of->host->kind(t->of->host->context, path);
}

static hplan_status trial_list(void *context, const char *folder, hplan_entry *entry, void *to)
{
    const Trial *t = context;
    return t->of->host->list(t->of->host->context, folder, entry, to);
}

/* ---- trying --------------------------------------------------------------------------------- */

/* The same files as were given to the session, with their texts as they would be. */
static hplan_status give_files(const Trial *t)
{
    hplan_session *trial = t->session;
    hplan_status status = HPLAN_OK;
    for (uint32_t i = 0; i < t->of->given.len && status == HPLAN_OK; i++) {
        FileId file = t->of->given.at[i].file;
        const Source *src = sources_get(&t->of->sources, file);
        const TrialText *text = edited(t, file);
        if (load_file(t->of, file)->on_disk)
            status = hplan_file_add(trial, src->path.ptr);
        else if (text != NULL)
            status = hplan_bytes_add(trial, src->name.ptr, text->text, text->len);
        else
            status = hplan_bytes_add(trial, src->name.ptr, src->text, src->len);
    }
    return status == HPLAN_OK ? hplan_session_check(trial) : status;
}

static hplan_session *open_beside(Trial *t)
{
    hplan_options options = t->of->options;
    t->host = (hplan_host){t, trial_read, trial_canonical, trial_kind, trial_list, trial_release};
    options.host = &t->host;
    options.crew = NULL;
    return hplan_session_open(&options);
}

static hplan_status settle(Trial *t, hplan_status status)
{
    if (status != HPLAN_OK)
        trial_close(t);
    return status;
}

hplan_status trial_open(Trial *t, hplan_session *of, const EditVec *edits)
{
    *t = (Trial){.of = of, .edits = edits};
    for (uint32_t i = 0; i < edits->len;)
        edit_text(t, &i);
    t->session = open_beside(t);
    return settle(t, t->session == NULL ? HPLAN_NOMEM : give_files(t));
}

hplan_status trial_open_texts(Trial *t, hplan_session *of, const TrialTexts *texts)
{
    *t = (Trial){.of = of, .texts = *texts};
    t->session = open_beside(t);
    if (t->session == NULL)
        return HPLAN_NOMEM;
    FileId first = texts->at[0].file;
    hplan_status status = hplan_file_add(t->session, sources_get(&of->sources, first)->path.ptr);
    return settle(t, status == HPLAN_OK ? hplan_session_check(t->session) : status);
}

void trial_close(Trial *t)
{
    hplan_session_close(t->session);
    t->session = NULL;
}

/* ---- comparing ------------------------------------------------------------------------------ */

static void count_codes(const hplan_session *s, int32_t *counts, int32_t step)
{
    for (uint32_t i = 0; i < s->sink.list.len; i++)
        if (!s->sink.list.at[i]->silenced)
            counts[s->sink.list.at[i]->code] += step;
}

bool trial_finds_the_same(const Trial *t)
{
    int32_t counts[MSG_COUNT] = {0};
    count_codes(t->of, counts, 1);
    count_codes(t->session, counts, -1);
    for (int i = 0; i < MSG_COUNT; i++)
        if (counts[i] != 0)
            return false;
    return true;
}

FileId trial_file(const Trial *t, size_t file)
{
    return sources_find(&t->session->sources, sources_get(&t->of->sources, (FileId)file)->path);
}

size_t trial_moved(const Trial *t, size_t file, size_t offset)
{
    const EditVec *edits = t->edits;
    size_t to = offset;
    for (uint32_t i = 0; i < edits->len; i++)
        if (edits->at[i].range.file == file && edits->at[i].range.end <= offset)
            to += strlen(edits->at[i].text) - (edits->at[i].range.end - edits->at[i].range.start);
    return to;
}
