/*
 * ide.c — files, places and findings, piece by piece, for an editor.  Layer: api.
 *
 * In: a checked session. Out: what hplan/ide.h says of files, of the way from an offset to a line
 * and column and back, and of findings. What is asked of the model is in ide_ask.c.
 */
#include "api/session.h"
#include "diag/render.h"
#include "ide/ide.h"

/* ---- files ---------------------------------------------------------------------------------- */

static const Source *source_of(const hplan_session *s, size_t file)
{
    return file < s->sources.count ? sources_get(&s->sources, (FileId)file) : NULL;
}

size_t hplan_file_count(const hplan_session *s)
{
    return s->sources.count;
}

/* NULL: this session has not loaded it. */
static const File *loaded(const hplan_session *s, size_t file)
{
    return file < s->files.len ? s->files.at[file] : NULL;
}

/* Of what was read in another session of the crew only the name is known, and some lines. */
static bool has_text(const hplan_session *s, size_t file, const Source *src)
{
    return src->excerpt == NULL && (src->len > 0 || loaded(s, file) != NULL);
}

/* NULL: it was given as text. */
static const Source *source_on_disk(const hplan_session *s, size_t file)
{
    const Source *src = source_of(s, file);
    const File *own = loaded(s, file);
    if (src == NULL || (own != NULL && !own->on_disk))
        return NULL;
    return own != NULL || (!has_text(s, file, src) && !src->library) ? src : NULL;
}

const char *hplan_file_path(const hplan_session *s, size_t file)
{
    const Source *src = source_on_disk(s, file);
    return src != NULL ? src->path.ptr : NULL;
}

const char *hplan_file_name(const hplan_session *s, size_t file)
{
    const Source *src = source_of(s, file);
    return src == NULL ? NULL : src->name.ptr;
}

const char *hplan_file_text(const hplan_session *s, size_t file, size_t *len)
{
    const Source *src = source_of(s, file);
    bool there = src != NULL && has_text(s, file, src);
    if (len != NULL)
        *len = there ? src->len : 0;
    return there ? src->text : NULL;
}

bool hplan_file_find(const hplan_session *s, const char *path, size_t *file)
{
    FileId id = sources_find(&s->sources, str_from(path));
    *file = id;
    return id != FILE_NONE && source_on_disk(s, id) != NULL;
}

/* ---- places --------------------------------------------------------------------------------- */

static uint32_t smaller(size_t n)
{
    return n < UINT32_MAX - 1 ? (uint32_t)n : UINT32_MAX - 1;
}

/* With its index of lines, which may be the last that there is memory for. NULL: no such file, or
 * none is left. */
static Source *source_with_lines(hplan_session *s, size_t file)
{
    if (s->broken || source_of(s, file) == NULL)
        return NULL;
    if (setjmp(s->policy.on_failure) != 0) {
        s->broken = true;
        return NULL;
    }
    Source *src = sources_get(&s->sources, (FileId)file);
    (void)source_line_count(src);
    return src;
}

size_t hplan_offset_at(hplan_session *s, size_t file, hplan_position at, hplan_columns unit)
{
    Source *src = source_with_lines(s, file);
    if (src == NULL)
        return 0;
    if (at.line >= source_line_count(src))
        return src->len;
    uint32_t line = (uint32_t)at.line + 1;
    if (unit == HPLAN_COLUMNS_UTF16)
        return source_utf16_offset(src, line, smaller(at.column));
    return source_utf8_offset(src, line, smaller(at.column));
}

hplan_position hplan_position_of(hplan_session *s, size_t file, size_t offset, hplan_columns unit)
{
    Source *src = source_with_lines(s, file);
    if (src == NULL)
        return (hplan_position){0, 0};
    uint32_t off = smaller(offset);
    uint32_t column =
        unit == HPLAN_COLUMNS_UTF16 ? source_utf16_column(src, off) : source_utf8_column(src, off);
    return (hplan_position){source_line_of(src, off) - 1, column};
}

/* ---- findings ------------------------------------------------------------------------------- */

typedef struct Teller {
    hplan_session *s;
    const Diag *diag;
} Teller;

static hplan_range range_of(const Teller *t, Span span)
{
    return ide_range_of(&t->s->sources, span);
}

static const char *part_text(const Teller *t, const DiagPart *part)
{
    Str text = diag_clean_text(&t->s->arena, part, t->s->lang);
    return arena_copy(&t->s->arena, text.ptr, text.len);
}

static const char *joined(const Teller *t, PartKind kind)
{
    Str text = diag_joined_text(&t->s->arena, t->diag, kind, t->s->lang);
    return text.len == 0 ? NULL : arena_copy(&t->s->arena, text.ptr, text.len);
}

static size_t count_parts(const Diag *d, PartKind kind)
{
    size_t n = 0;
    for (uint32_t i = 0; i < d->parts.len; i++)
        n += d->parts.at[i].kind == kind;
    return n;
}

static void tell_notes(const Teller *t, hplan_finding *out)
{
    const char **notes = arena_array(&t->s->arena, const char *, count_parts(t->diag, PART_NOTE));
    for (uint32_t i = 0; i < t->diag->parts.len; i++)
        if (t->diag->parts.at[i].kind == PART_NOTE)
            notes[out->note_count++] = part_text(t, &t->diag->parts.at[i]);
    out->notes = notes;
}

static void tell_places(const Teller *t, hplan_finding *out)
{
    hplan_remark *places =
        arena_array(&t->s->arena, hplan_remark, count_parts(t->diag, PART_PLACE));
    for (uint32_t i = 0; i < t->diag->parts.len; i++) {
        const DiagPart *part = &t->diag->parts.at[i];
        if (part->kind != PART_PLACE || sources_get(&t->s->sources, part->span.file) == NULL)
            continue;
        places[out->place_count++] =
            (hplan_remark){range_of(t, part->span), part_text(t, part)};
    }
    out->places = places;
}

/* Half a fix would be none: all of its edits, or nothing. */
static void tell_fix(const Teller *t, hplan_finding *out)
{
    EditVec edits = {0};
    for (uint32_t i = 0; i < t->diag->parts.len; i++) {
        const DiagPart *part = &t->diag->parts.at[i];
        if (part->kind == PART_FIX)
            *vec_push(&t->s->arena, &edits) = (hplan_edit){
                range_of(t, part->span),
                arena_copy(&t->s->arena, part->replacement.ptr, part->replacement.len)};
    }
    ide_sort_edits(&edits);
    for (uint32_t i = 0; i < edits.len; i++) {
        const hplan_range *now = &edits.at[i].range;
        const hplan_range *before = i > 0 ? &edits.at[i - 1].range : NULL;
        if (now->file == SIZE_MAX ||
            (before != NULL && before->file == now->file && now->start < before->end))
            return;
    }
    out->fix = joined(t, PART_FIX);
    out->edits = (hplan_edits){edits.at, out->fix == NULL ? 0 : edits.len};
}

static void tell(const Teller *t, hplan_finding *out)
{
    const Diag *d = t->diag;
    const MsgInfo *info = msg_info(d->code);
    *out = (hplan_finding){.code = info->name,
                           .slug = info->slug,
                           .severity = (hplan_severity)d->severity,
                           .known = d->known,
                           .range = range_of(t, d->span)};
    out->placed = out->range.file != SIZE_MAX && (d->span.off != 0 || d->span.len != 0);
    out->message = part_text(t, &d->parts.at[0]);
    out->label = joined(t, PART_LABEL);
    tell_notes(t, out);
    tell_places(t, out);
    tell_fix(t, out);
}

/* In a list of their own, so that the n-th is found without counting. */
static void list_shown(hplan_session *s)
{
    if (s->shown.len > 0)
        return;
    for (uint32_t i = 0; i < s->sink.list.len; i++)
        if (!s->sink.list.at[i]->silenced)
            *vec_push(&s->arena, &s->shown) = s->sink.list.at[i];
}

hplan_status hplan_ide_finding(hplan_session *s, size_t n, hplan_finding *out)
{
    ENTER(s);
    if (!s->checked)
        return HPLAN_MISUSE;
    list_shown(s);
    if (n >= s->shown.len)
        return HPLAN_UNKNOWN;
    Teller t = {s, s->shown.at[n]};
    tell(&t, out);
    return HPLAN_OK;
}
