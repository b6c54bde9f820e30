/*
 * outcome.c — what one session tells another.  Layer: api.
 *
 * In: a session that has checked. Out: its roots, findings and counted figures, copied into an
 * arena that outlives it, with those lines of the files that a finding points into; then, one
 * outcome after the other, the same in the session that had asked, where files are known by path.
 */
#include "api/session.h"
#include "source/excerpt.h"

/* ---- taking --------------------------------------------------------------------------------- */

typedef struct Taking {
    Outcome *out;
    hplan_session *from;
    Offsets *told; /* by FileId: where spans begin and end */
} Taking;

static void need(Taking *t, Span span)
{
    if (span_is_none(span))
        return;
    uint32_t rest = UINT32_MAX - span.off;
    *vec_push(&t->from->scratch, &t->told[span.file]) = span.off;
    *vec_push(&t->from->scratch, &t->told[span.file]) =
        span.off + (span.len < rest ? span.len : rest);
}

static void take_findings(Taking *t)
{
    Outcome *out = t->out;
    const DiagSink *sink = &t->from->sink;
    vec_room(&out->arena, &out->findings, sink->list.len);
    for (uint32_t i = 0; i < sink->list.len; i++) {
        Diag *d = diag_copy(&out->arena, sink->list.at[i]);
        *vec_push(&out->arena, &out->findings) = d;
        need(t, d->span);
        for (uint32_t k = 0; k < d->parts.len; k++)
            need(t, d->parts.at[k].span);
    }
}

static void take_counts(Taking *t)
{
    Outcome *out = t->out;
    const hplan_session *from = t->from;
    for (uint32_t i = 0; i < from->roots.len; i++) {
        Root *root = vec_push(&out->arena, &out->roots);
        *root = from->roots.at[i];
        memset(&root->files, 0, sizeof root->files); /* known by other numbers here */
    }
    for (uint32_t i = 0; i < from->figures.len; i++) {
        CoverFigure *figure = vec_push(&out->arena, &out->figures);
        *figure = from->figures.at[i];
        figure->label = str_dup(&out->arena, figure->label);
        need(t, figure->span);
    }
}

static void take_files(Taking *t)
{
    Outcome *out = t->out;
    out->files = arena_array(&out->arena, Source, out->file_count);
    for (FileId i = 0; i < out->file_count; i++) {
        Source *src = sources_get(&t->from->sources, i);
        out->files[i] = (Source){
            .name = str_dup(&out->arena, src->name),
            .path = str_dup(&out->arena, src->path),
            .len = src->len,
            .library = src->library,
        };
        if (t->told[i].len > 0)
            out->files[i].excerpt = excerpt_take(&out->arena, src, &t->told[i]);
    }
}

hplan_status outcome_take(hplan_session *from, Outcome *out)
{
    arena_init(&out->arena, &from->policy);
    if (setjmp(from->policy.on_failure) != 0) {
        from->broken = true;
        return HPLAN_NOMEM;
    }
    out->file_count = from->sources.count;
    Taking t = {out, from, arena_array(&from->scratch, Offsets, out->file_count)};
    take_findings(&t);
    take_counts(&t);
    take_files(&t);
    return HPLAN_OK;
}

/* ---- merging -------------------------------------------------------------------------------- */

/* The file here that is the same on the machine. */
static FileId file_here(hplan_session *s, const Source *there)
{
    FileId id = sources_find(&s->sources, there->path);
    if (id == FILE_NONE) {
        id = sources_add(&s->sources, there->name, there->path, "", 0);
        sources_get(&s->sources, id)->library = there->library;
    }
    Source *here = sources_get(&s->sources, id);
    bool whole = here->len > 0 && here->excerpt == NULL; /* named as well, and read */
    if (there->excerpt != NULL && !whole) {
        here->excerpt = here->excerpt == NULL
                            ? there->excerpt
                            : excerpt_join(&s->arena, here->excerpt, there->excerpt);
        here->len = there->len;
    }
    return id;
}

static void move(Span *span, const FileId *here)
{
    if (!span_is_none(*span))
        span->file = here[span->file];
}

void outcome_merge(hplan_session *s, Outcome *from)
{
    FileId *here = arena_array(&s->arena, FileId, from->file_count);
    for (FileId i = 0; i < from->file_count; i++)
        here[i] = file_here(s, &from->files[i]);
    for (uint32_t i = 0; i < from->findings.len; i++) {
        Diag *d = from->findings.at[i];
        d->sink = &s->sink;
        move(&d->span, here);
        for (uint32_t k = 0; k < d->parts.len; k++)
            move(&d->parts.at[k].span, here);
        *vec_push(&s->arena, &s->sink.list) = d;
    }
    for (uint32_t i = 0; i < from->roots.len; i++) {
        Root *root = vec_push(&s->arena, &s->roots);
        *root = from->roots.at[i];
        root->file = here[root->file];
        root->away = true;
    }
    for (uint32_t i = 0; i < from->figures.len; i++) {
        CoverFigure *figure = vec_push(&s->arena, &s->figures);
        *figure = from->figures.at[i];
        move(&figure->span, here);
    }
}
