/*
 * roll.c — next year's plan out of this one.  Layer: years.
 *
 * In: a checked model, a plan in it and perhaps the report that answers it. Out: what is to be
 * changed in its text; everything else stays as it is written. Nothing of the old year passes for
 * the new one's: it is kept under its own year, or a comment says that somebody has to look at it.
 */
#include "years/roll_int.h"

#include "model/marks.h"

#include <stdlib.h>

bool roll_has(const Model *m, DocId doc, DeclId plan)
{
    return m->docs.at[doc].plan == plan;
}

/* ---- what is asked of the model beforehand -------------------------------------------------- */

static bool holds(Span outer, Span inner)
{
    return outer.file == inner.file && outer.off <= inner.off &&
           inner.off + inner.len <= outer.off + outer.len;
}

/* Up from the thing that is named, as far as the place stands outside. A row is its line. */
static void refer(Roll *r, DeclId d, Span place)
{
    for (; d != 0 && d != r->wish->plan && !holds(model_decl(r->m, d)->span, place);
         d = model_decl(r->m, d)->parent)
        r->referred[d] = true;
}

static void find_referred(Roll *r)
{
    const Marks *marks = model_marks(r->m);
    bool *ours = arena_array(r->m->scratch, bool, r->m->sources->count);
    r->referred = arena_array(r->m->arena, bool, r->m->decls.len);
    for (DocId doc = 1; doc < r->m->docs.len; doc++)
        if (roll_has(r->m, doc, r->wish->plan))
            ours[r->m->docs.at[doc].file] = true;
    for (uint32_t i = 0; i < marks->at.len; i++) {
        const Mark *named = &marks->at.at[i];
        if (!ours[named->span.file])
            continue;
        if (named->kind == MARK_NAMES && named->id == r->wish->plan)
            roll_replace(r, named->span, roll_shifted(r, span_text(r->m->sources, named->span)));
        else if (named->kind == MARK_NAMES)
            refer(r, named->id, named->span);
        else if (named->kind == MARK_WORD && named->sub != 0)
            refer(r, named->sub, named->span);
    }
}

/* Work that goes on keeps what it is part of. */
static void keep_unfinished(Roll *r)
{
    for (DeclId d = 1; d < r->m->decls.len; d++) {
        const Decl *decl = model_decl(r->m, d);
        bool goes_on = roll_is_work(decl->kind) && !decl->container && !decl->answers &&
                       !roll_is_finished(r->statuses[d]);
        for (DeclId up = decl->parent; goes_on && up != 0; up = model_decl(r->m, up)->parent)
            if (roll_is_work(model_decl(r->m, up)->kind))
                r->referred[up] = true;
    }
}

static void find_rows(Roll *r)
{
    r->row_of = arena_array(r->m->arena, uint32_t, r->m->decls.len);
    for (TableId id = 1; id < r->m->tables.len; id++) {
        const Table *t = model_table(r->m, id);
        for (uint32_t row = 0; t->declares && row < t->rows.len; row++)
            r->row_of[row_decl(t, row)] = row;
    }
}

static void find_decisions(Roll *r)
{
    r->holds_decision = arena_array(r->m->arena, bool, r->m->decls.len);
    for (DeclId d = 1; d < r->m->decls.len; d++)
        for (DeclId up = d;
             model_decl(r->m, d)->kind == K_DECISION && up != 0 && !r->holds_decision[up];
             up = model_decl(r->m, up)->parent)
            r->holds_decision[up] = true;
}

/* How far each thing has come: as the report says, else the plan. */
static void find_statuses(Roll *r)
{
    Model *m = r->m;
    r->statuses = arena_array(m->arena, const Fact *, m->decls.len);
    for (DeclId d = 1; d < m->decls.len; d++) {
        const Decl *decl = model_decl(m, d);
        const Fact *status = decl_fact(m, d, P_STATUS);
        bool told = decl->answers && decl->same != 0;
        if (status != NULL && status->value.kind == VAL_ENUM && (told || r->statuses[d] == NULL))
            r->statuses[told ? decl->same : d] = status;
    }
}

/* ---- prose ---------------------------------------------------------------------------------- */

/* A figure that nothing in the plan proves. */
static bool has_typed_figure(const Roll *r, const Text *text)
{
    for (uint32_t i = 0; i < text->pieces.len; i++) {
        const TextPiece *piece = &text->pieces.at[i];
        if (piece->figure && piece->fact != 0 && model_fact(r->m, piece->fact)->expr == 0)
            return true;
    }
    return false;
}

static void roll_texts(Roll *r)
{
    for (uint32_t i = 0; i < r->m->texts.len; i++) {
        const Text *text = &r->m->texts.at[i];
        if (text->doc == 0 || !roll_has(r->m, text->doc, r->wish->plan))
            continue;
        Str said = span_text(r->m->sources, text->span);
        if (year_at(said, r->from, 0) < 0 && !has_typed_figure(r, text))
            continue;
        bool alone = roll_begins_line(r, text->span) || text->decl == r->wish->plan;
        roll_fill_in_before(r, alone ? text->span : model_decl(r->m, text->decl)->span,
                            SAY_ROLL_PROSE, r->from_text, STR_NONE);
    }
}

/* ---- the edits ------------------------------------------------------------------------------ */

typedef struct Numbered {
    RollEdit edit;
    uint32_t at; /* as they were made: what is put at one place comes in that order */
} Numbered;

/* At one place: whole lines first, then what goes with the line that is there, then what goes. */
static int rank(const RollEdit *e)
{
    if (e->span.len > 0)
        return 2;
    return str_ends(e->text, STR("\n")) ? 0 : 1;
}

static int by_place(const void *a, const void *b)
{
    const Numbered *x = a;
    const Numbered *y = b;
    if (x->edit.span.file != y->edit.span.file)
        return x->edit.span.file < y->edit.span.file ? -1 : 1;
    if (x->edit.span.off != y->edit.span.off)
        return x->edit.span.off < y->edit.span.off ? -1 : 1;
    if (rank(&x->edit) != rank(&y->edit))
        return rank(&x->edit) < rank(&y->edit) ? -1 : 1;
    return x->at < y->at ? -1 : 1;
}

static int span_order(const void *a, const void *b)
{
    const Span *x = a;
    const Span *y = b;
    if (x->file != y->file)
        return x->file < y->file ? -1 : 1;
    return x->off < y->off ? -1 : x->off > y->off;
}

/* Both in order; no two of what is left out lie in each other. */
static void skip_dropped(Roll *r)
{
    RollEdits *edits = &r->out->edits;
    uint32_t next = 0;
    uint32_t kept = 0;
    if (r->dropped.len > 0)
        qsort(r->dropped.at, r->dropped.len, sizeof(Span), span_order);
    for (uint32_t i = 0; i < edits->len; i++) {
        RollEdit e = edits->at[i];
        while (next < r->dropped.len && span_order(&r->dropped.at[next], &e.span) <= 0)
            next++;
        if (e.always || next == 0 || !holds(r->dropped.at[next - 1], e.span))
            edits->at[kept++] = e;
    }
    edits->len = kept;
}

static void settle_edits(Roll *r)
{
    RollEdits *edits = &r->out->edits;
    Numbered *sorted = arena_array(r->m->scratch, Numbered, edits->len);
    for (uint32_t i = 0; i < edits->len; i++)
        sorted[i] = (Numbered){edits->at[i], i};
    if (edits->len > 0)
        qsort(sorted, edits->len, sizeof *sorted, by_place);
    for (uint32_t i = 0; i < edits->len; i++)
        edits->at[i] = sorted[i].edit;
    skip_dropped(r);
}

/* The first edit of a file. */
static uint32_t first_of(const RollEdits *edits, FileId file)
{
    uint32_t from = 0;
    uint32_t to = edits->len;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (edits->at[middle].span.file < file)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* What is put behind a line that was put at the same place has a line of its own already. */
static Str on_own_line(const RollEdit *e, const RollEdit *before)
{
    bool again = before->span.file == e->span.file && before->span.len == 0 &&
                 before->span.off == e->span.off && str_ends(before->text, STR("\n"));
    return again && str_starts(e->text, STR("\n")) ? str_slice(e->text, 1, e->text.len) : e->text;
}

void roll_put(Buf *out, const Model *m, FileId file, const RollEdits *edits)
{
    const Source *src = sources_get(m->sources, file);
    uint32_t first = first_of(edits, file);
    uint32_t done = 0;
    for (uint32_t i = first; i < edits->len && edits->at[i].span.file == file; i++) {
        const RollEdit *e = &edits->at[i];
        if (e->span.off < done)
            continue;
        buf_put(out, src->text + done, e->span.off - done);
        buf_str(out, i == first ? e->text : on_own_line(e, e - 1));
        done = e->span.off + e->span.len;
    }
    buf_put(out, src->text + done, src->len - done);
}

/* ---- all of it ------------------------------------------------------------------------------ */

void roll_plan(Rolled *out, Model *m, const RollWish *wish)
{
    Roll r = {.m = m, .wish = wish, .out = out, .from = decl_year(m, wish->plan), .to = wish->to};
    r.from_text = year_text(m->arena, r.from);
    r.to_text = year_text(m->arena, r.to);
    out->from = r.from;
    out->lang = r.words = words_of_plan(m, wish->plan);
    r.is_out = arena_array(m->arena, bool, m->decls.len);
    find_referred(&r);
    find_statuses(&r);
    keep_unfinished(&r);
    find_rows(&r);
    find_decisions(&r);
    roll_head(&r);
    for (DeclId d = 1; d < m->decls.len; d++) {
        const Decl *decl = model_decl(m, d);
        if (d != wish->plan && !decl->answers && roll_has(m, decl->doc, wish->plan))
            roll_thing(&r, d);
    }
    roll_news(&r);
    for (TableId t = 1; t < m->tables.len; t++)
        if (roll_has(m, model_table(m, t)->doc, wish->plan))
            roll_table(&r, t);
    roll_texts(&r);
    settle_edits(&r);
}
