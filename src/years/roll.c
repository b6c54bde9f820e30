/*
 * roll.c — next year's plan out of this one.  Layer: years.
 *
 * In: a checked model, a plan in it and perhaps the report that answers it. Out: what is to be
 * changed in its text; everything else stays as it is written. Nothing of the old year is passed off
 * as the new one's: it is kept under its own year, or a line says that somebody has to see to it.
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
        const Mark *mark = &marks->at.at[i];
        if (!ours[mark->span.file])
            continue;
        if (mark->kind == MARK_NAMES)
            refer(r, mark->id, mark->span);
        else if (mark->kind == MARK_WORD && mark->sub != 0)
            refer(r, mark->sub, mark->span);
    }
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
        if (roll_year_at(said, r->from, 0) < 0 && !has_typed_figure(r, text))
            continue;
        bool alone = roll_begins_line(r, text->span) || text->decl == r->wish->plan;
        roll_todo_before(r, alone ? text->span : model_decl(r->m, text->decl)->span, SAY_ROLL_PROSE,
                         r->from_text, STR_NONE);
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

static bool is_dropped(const Roll *r, const RollEdit *e)
{
    for (uint32_t i = 0; i < r->dropped.len; i++)
        if (!e->always && holds(r->dropped.at[i], e->span))
            return true;
    return false;
}

static void settle_edits(Roll *r)
{
    RollEdits *edits = &r->out->edits;
    Numbered *sorted = arena_array(r->m->scratch, Numbered, edits->len);
    uint32_t n = 0;
    for (uint32_t i = 0; i < edits->len; i++)
        if (!is_dropped(r, &edits->at[i]))
            sorted[n++] = (Numbered){edits->at[i], i};
    if (n > 0)
        qsort(sorted, n, sizeof *sorted, by_place);
    for (uint32_t i = 0; i < n; i++)
        edits->at[i] = sorted[i].edit;
    edits->len = n;
}

void roll_put(Buf *out, const Model *m, FileId file, const RollEdits *edits)
{
    const Source *src = sources_get(m->sources, file);
    uint32_t done = 0;
    for (uint32_t i = 0; i < edits->len; i++) {
        const RollEdit *e = &edits->at[i];
        if (e->span.file != file || e->span.off < done)
            continue;
        buf_put(out, src->text + done, e->span.off - done);
        buf_str(out, e->text);
        done = e->span.off + e->span.len;
    }
    buf_put(out, src->text + done, src->len - done);
}

/* ---- all of it ------------------------------------------------------------------------------ */

static Str year_text(Model *m, int year)
{
    Buf text;
    buf_init(&text, m->arena);
    buf_int(&text, year);
    return buf_view(&text);
}

void roll_plan(Rolled *out, Model *m, const RollWish *wish)
{
    Roll r = {.m = m, .wish = wish, .out = out, .from = decl_year(m, wish->plan), .to = wish->to};
    r.from_text = year_text(m, r.from);
    r.to_text = year_text(m, r.to);
    out->from = r.from;
    out->lang = r.words = words_of_plan(m, wish->plan);
    find_referred(&r);
    find_statuses(&r);
    roll_head(&r);
    for (DeclId d = 1; d < m->decls.len; d++) {
        const Decl *decl = model_decl(m, d);
        if (d != wish->plan && !decl->answers && roll_has(m, decl->doc, wish->plan))
            roll_thing(&r, d);
    }
    for (TableId t = 1; t < m->tables.len; t++)
        if (roll_has(m, model_table(m, t)->doc, wish->plan))
            roll_table(&r, t);
    roll_texts(&r);
    settle_edits(&r);
}
