/*
 * outcome.c — what one session tells another.  Layer: api.
 *
 * In: a session that has checked. Out: its roots, findings and counted figures, copied into an
 * arena that outlives it, with the texts of those files that a finding points into; then, one
 * outcome after the other, the same in the session that had asked, where files are known by path.
 */
#include "api/session.h"

/* ---- taking --------------------------------------------------------------------------------- */

static void need_text(Outcome *out, FileId file, const hplan_session *from)
{
    if (file >= out->file_count || out->files[file].text != NULL)
        return;
    const Source *src = sources_get(&from->sources, file);
    enum { TAIL = 2 }; /* the NULs that must follow a text */
    char *text = arena_zalloc(&out->arena, (size_t)src->len + TAIL);
    memcpy(text, src->text, src->len);
    out->files[file].text = text;
    out->files[file].len = src->len;
}

static void take_files(Outcome *out, const hplan_session *from)
{
    out->file_count = from->sources.count;
    out->files = arena_array(&out->arena, Source, out->file_count);
    for (FileId i = 0; i < out->file_count; i++) {
        const Source *src = sources_get(&from->sources, i);
        out->files[i] = (Source){
            .name = str_dup(&out->arena, src->name),
            .path = str_dup(&out->arena, src->path),
            .library = src->library,
        };
    }
}

static void take_findings(Outcome *out, const hplan_session *from)
{
    vec_room(&out->arena, &out->findings, from->sink.list.len);
    for (uint32_t i = 0; i < from->sink.list.len; i++) {
        Diag *d = diag_copy(&out->arena, from->sink.list.at[i]);
        *vec_push(&out->arena, &out->findings) = d;
        need_text(out, d->span.file, from);
        for (uint32_t k = 0; k < d->parts.len; k++)
            need_text(out, d->parts.at[k].span.file, from);
    }
}

static void take_counts(Outcome *out, const hplan_session *from)
{
    for (uint32_t i = 0; i < from->roots.len; i++)
    {
        Root *root = vec_push(&out->arena, &out->roots);
        *root = from->roots.at[i];
        memset(&root->files, 0, sizeof root->files); /* known by other numbers here */
    }
    for (uint32_t i = 0; i < from->figures.len; i++) {
        CoverFigure *figure = vec_push(&out->arena, &out->figures);
        *figure = from->figures.at[i];
        figure->label = str_dup(&out->arena, figure->label);
        need_text(out, figure->span.file, from); /* its line is told */
    }
}

hplan_status outcome_take(hplan_session *from, Outcome *out)
{
    arena_init(&out->arena, &from->policy);
    if (setjmp(from->policy.on_failure) != 0) {
        from->broken = true;
        return HPLAN_NOMEM;
    }
    take_files(out, from);
    take_findings(out, from);
    take_counts(out, from);
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
    if (here->len == 0 && there->text != NULL) {
        here->text = there->text;
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
