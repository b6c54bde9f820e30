/*
 * ide_keywords.c — files with their keywords in another language, tried before it is told.
 * Layer: api.
 *
 * In: files and a language. Out: edits. A second session reads the texts as they would be: every
 * word must mean there what it means here, and the findings must be the same. An edit that changes
 * a meaning (the keyword is there also a name) is taken back, and the rest is tried again.
 */
#include "api/ide_ask.h"
#include "api/trial.h"

enum { TRIES = 8 };

typedef struct Edits {
    hplan_session *s;
    const size_t *files;
    size_t count;
    EditVec all, kept; /* sorted */
    bool *back;        /* of all: taken back */
    bool same;         /* as far as was tried */
    bool fewer;        /* this try took some back */
} Edits;

/* ---- which to take back --------------------------------------------------------------------- */

/* Those that touch a place. */
static bool take_back(Edits *e, FileId file, size_t from, size_t to)
{
    bool any = false;
    for (uint32_t i = 0; i < e->all.len; i++) {
        hplan_range range = e->all.at[i].range;
        if (e->back[i] || range.file != file || range.end <= from || range.start >= to)
            continue;
        e->back[i] = true;
        any = true;
    }
    e->fewer = e->fewer || any;
    return any;
}

/* Those of a word, wherever it stands. */
static bool take_back_word(Edits *e, Str word)
{
    bool any = false;
    for (uint32_t i = 0; i < e->all.len; i++) {
        hplan_range range = e->all.at[i].range;
        const Source *src = sources_get(&e->s->sources, (FileId)range.file);
        Str other = {src->text + range.start, (uint32_t)(range.end - range.start)};
        if (e->back[i] || other.len != word.len || memcmp(other.ptr, word.ptr, word.len) != 0)
            continue;
        e->back[i] = true;
        any = true;
    }
    e->fewer = e->fewer || any;
    return any;
}

static void take_back_line(Edits *e, Span span)
{
    const Source *src = sources_get(&e->s->sources, span.file);
    uint32_t from = text_line_begin(src->text, span.off);
    (void)take_back(e, span.file, from, source_line_end(src, span.off));
}

/* The edit of the word that is read otherwise; else, of one that was not edited, those of the same
 * word, since it may name the head of a column; else those of its line. */
static void blame(Edits *e, Span span)
{
    e->same = false;
    if (!take_back(e, span.file, span.off, span.off + span.len) &&
        !take_back_word(e, span_text(&e->s->sources, span)))
        take_back_line(e, span);
}

/* ---- comparing ------------------------------------------------------------------------------ */

/* Numbers of units depend on which is met first. */
static bool same_meaning(const Mark *a, const Mark *b)
{
    return a->kind == b->kind && (a->kind == MARK_UNIT || (a->id == b->id && a->sub == b->sub));
}

static const Mark *mark_at(const Marks *marks, FileId file, size_t off)
{
    uint32_t i = marks_from(marks, file, (uint32_t)off);
    bool there =
        i < marks->at.len && marks->at.at[i].span.file == file && marks->at.at[i].span.off == off;
    return there ? &marks->at.at[i] : NULL;
}

/* How far the edits before a place move it. */
typedef struct Way {
    const EditVec *edits;
    FileId here, there; /* the file, in the session and in the trial */
    uint32_t next;
    int64_t shift;
} Way;

/* Marks and edits are in order of the source, so the way is walked once. */
static void walk_to(Way *way, const Trial *t, Span span)
{
    const EditVec *edits = way->edits;
    if (way->here == FILE_NONE || span.file != way->here) {
        way->here = span.file;
        way->there = trial_file(t, span.file);
        way->shift = 0;
        while (way->next < edits->len && edits->at[way->next].range.file < span.file)
            way->next++;
    }
    for (; way->next < edits->len && edits->at[way->next].range.file == span.file &&
           edits->at[way->next].range.end <= span.off;
         way->next++) {
        hplan_range range = edits->at[way->next].range;
        way->shift += (int64_t)strlen(edits->at[way->next].text);
        way->shift -= (int64_t)(range.end - range.start);
    }
}

static void compare_marks(Edits *e, const Trial *t, const Marks *mine, const Marks *theirs)
{
    Way way = {.edits = &e->kept, .here = FILE_NONE, .there = FILE_NONE};
    e->same = e->same && mine->at.len == theirs->at.len;
    for (uint32_t i = 0; i < mine->at.len; i++) {
        const Mark *mark = &mine->at.at[i];
        walk_to(&way, t, mark->span);
        size_t off = (size_t)((int64_t)mark->span.off + way.shift);
        const Mark *other = way.there == FILE_NONE ? NULL : mark_at(theirs, way.there, off);
        if (other == NULL || !same_meaning(mark, other))
            blame(e, mark->span);
    }
}

/* Where a place of the trial lies in the session. */
static size_t place_before(const EditVec *edits, size_t file, size_t offset)
{
    size_t at = offset;
    for (uint32_t i = 0; i < edits->len; i++) {
        hplan_range range = edits->at[i].range;
        size_t len = strlen(edits->at[i].text);
        if (range.file == file && range.start + len <= at)
            at = at - len + (range.end - range.start);
    }
    return at;
}

static bool has_finding(const hplan_session *s, FileId file, size_t offset, MsgId code)
{
    for (uint32_t i = 0; i < s->sink.list.len; i++) {
        const Diag *d = s->sink.list.at[i];
        if (!d->silenced && d->code == code && d->span.file == file && d->span.off == offset)
            return true;
    }
    return false;
}

/* A finding that only one of the two has: some word of its line is at fault. */
static void compare_findings(Edits *e, const Trial *t)
{
    const DiagSink *mine = &e->s->sink;
    const DiagSink *theirs = &t->session->sink;
    e->same = false;
    for (uint32_t i = 0; i < mine->list.len; i++) {
        const Diag *d = mine->list.at[i];
        if (!d->silenced && !span_is_none(d->span) &&
            !has_finding(t->session, trial_file(t, d->span.file),
                         trial_moved(t, d->span.file, d->span.off), d->code))
            take_back_line(e, d->span);
    }
    for (uint32_t i = 0; i < theirs->list.len; i++) {
        const Diag *d = theirs->list.at[i];
        if (d->silenced || span_is_none(d->span))
            continue;
        FileId file =
            sources_find(&e->s->sources, sources_get(&t->session->sources, d->span.file)->path);
        size_t off = file == FILE_NONE ? 0 : place_before(&e->kept, file, d->span.off);
        if (file != FILE_NONE && !has_finding(e->s, file, off, d->code))
            take_back_line(e, (Span){file, (uint32_t)off, 0});
    }
}

/* In the memory of the session that is asked. */
static hplan_status marks_of(hplan_session *s, size_t root, const Marks **out)
{
    ENTER(s);
    Model *m = root < s->roots.len ? roots_model_as_is(s, &s->roots.at[root]) : NULL;
    if (m == NULL)
        return HPLAN_UNKNOWN;
    *out = model_marks(m);
    return HPLAN_OK;
}

static bool concerned(const Edits *e, size_t root)
{
    size_t i = 0;
    while (i < e->count && !ide_root_has(&e->s->roots.at[root], e->files[i]))
        i++;
    return i < e->count;
}

/* A session has the model of one root at a time. */
static hplan_status compare_roots(Edits *e, const Trial *t)
{
    const Marks *mine;
    const Marks *theirs;
    hplan_status status = HPLAN_OK;
    for (size_t root = 0; root < e->s->roots.len && status == HPLAN_OK; root++) {
        if (!concerned(e, root))
            continue;
        status = marks_of(e->s, root, &mine);
        if (status == HPLAN_OK)
            status = marks_of(t->session, root, &theirs);
        if (status == HPLAN_OK)
            compare_marks(e, t, mine, theirs);
    }
    return status;
}

/* ---- trying --------------------------------------------------------------------------------- */

static hplan_status keep(Edits *e)
{
    ENTER(e->s);
    e->kept = (EditVec){0};
    for (uint32_t i = 0; i < e->all.len; i++)
        if (!e->back[i])
            *vec_push(&e->s->arena, &e->kept) = e->all.at[i];
    e->same = true;
    e->fewer = false;
    return HPLAN_OK;
}

/* In the memory of the session, before there is a second one. */
static hplan_status open_trial(Edits *e, Trial *t)
{
    ENTER(e->s);
    return trial_open(t, e->s, &e->kept);
}

static hplan_status try_kept(Edits *e)
{
    Trial t;
    if (e->kept.len == 0)
        return HPLAN_OK;
    hplan_status status = open_trial(e, &t);
    if (status != HPLAN_OK)
        return status;
    status = compare_roots(e, &t);
    if (status == HPLAN_OK && !e->fewer && !trial_finds_the_same(&t))
        compare_findings(e, &t);
    trial_close(&t);
    return status;
}

/* Where it is not to be found which of them it is, all are taken back. */
static hplan_status try_all(Edits *e)
{
    for (int tries = 0; tries < TRIES; tries++) {
        hplan_status status = keep(e);
        if (status == HPLAN_OK)
            status = try_kept(e);
        if (status != HPLAN_OK || e->same)
            return status;
        if (!e->fewer)
            break;
    }
    for (uint32_t i = 0; i < e->all.len; i++)
        e->back[i] = true;
    return keep(e);
}

/* ---- the question --------------------------------------------------------------------------- */

static bool has_errors_of_form(const hplan_session *s, size_t file)
{
    for (uint32_t i = 0; i < s->sink.list.len; i++) {
        const Diag *d = s->sink.list.at[i];
        if (d->span.file == file && d->severity == SEV_ERROR &&
            strncmp(msg_info(d->code)->name, "HP1", 3) == 0)
            return true;
    }
    return false;
}

static hplan_status find_edits(Edits *e, hplan_lang lang, RangeVec *left)
{
    hplan_status status = HPLAN_OK;
    Ide ide;
    ENTER(e->s);
    for (size_t i = 0; i < e->count && status == HPLAN_OK; i++) {
        status = ide_ask(e->s, e->files[i], &ide);
        if (status == HPLAN_OK && ide.m == NULL)
            status = HPLAN_UNKNOWN;
        if (status == HPLAN_OK && has_errors_of_form(e->s, e->files[i]))
            status = HPLAN_REFUSED;
        if (status == HPLAN_OK)
            ide_keywords(&ide, (FileId)e->files[i], (Lang)(lang - HPLAN_LANG_NB), &e->all, left);
    }
    ide_sort_edits(&e->all);
    e->back = arena_array(&e->s->arena, bool, e->all.len + 1);
    return status;
}

/* What was taken back stays as well. */
static hplan_status tell_left(const Edits *e, RangeVec *left)
{
    ENTER(e->s);
    for (uint32_t i = 0; i < e->all.len; i++)
        if (e->back[i])
            *vec_push(&e->s->arena, left) = e->all.at[i].range;
    ide_sort_ranges(left);
    return HPLAN_OK;
}

hplan_status hplan_ide_keywords(hplan_session *s, const size_t *files, size_t count,
                                hplan_lang lang, hplan_edits *out, hplan_ranges *left)
{
    Edits e = {.s = s, .files = files, .count = count};
    RangeVec stays = {0};
    if (lang == HPLAN_LANG_AUTO || !trial_is_possible(s))
        return HPLAN_MISUSE;
    hplan_status status = find_edits(&e, lang, &stays);
    if (status == HPLAN_OK)
        status = try_all(&e);
    if (status == HPLAN_OK)
        status = tell_left(&e, &stays);
    *out = (hplan_edits){e.kept.at, e.kept.len};
    *left = (hplan_ranges){stays.at, stays.len};
    return status;
}
