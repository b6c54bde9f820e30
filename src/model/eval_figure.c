/*
 * eval_figure.c — figures that are computed, each once, whatever they are computed from.  Layer: model.
 *
 * in:  a FigRef
 * out: its Quantity; HP4011 where figures are computed from one another in a circle
 *
 * A figure is evaluated when it is asked for, and asks for those that it is computed from. So that
 * a chain of a hundred thousand figures does not run the stack out, one that is asked for too deep
 * down is postponed: all that wait for it are given up, it is evaluated on its own, and they are
 * taken up again. Each figure is then begun at most a few times, and no plan is refused.
 */
#include "model/build.h"
#include "model/eval_internal.h"

#include <stdlib.h>

enum { STATE_NEW, STATE_BUSY, STATE_DONE, STATE_POSTPONED };

/* Nodes of expressions that may be evaluated inside one another; a frame is about half a KiB. */
enum { EVAL_DEEPEST = 2 * EVAL_MAX_DEPTH };

EvalState *eval_state(Model *m)
{
    if (m->eval != NULL)
        return m->eval;
    EvalState *s = m->eval = arena_new(m->arena, EvalState);
    U32Map *maps[] = {&s->list_of_term,  &s->thing_by_name, &s->row_by_name,
                      &s->group_by_name, &s->row_by_title,  &s->counts,
                      &s->counted_last,  &s->memo_of_call,  &s->status_said};
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        u32map_init(maps[i], m->arena);
    return s;
}

static Quantity bad_figure(void)
{
    Quantity bad = {0};
    bad.kind = QTY_BAD;
    return bad;
}

static int by_id(const void *left, const void *right)
{
    FactId a = *(const FactId *)left;
    FactId b = *(const FactId *)right;
    return (a > b) - (a < b);
}

/* All that is being evaluated, in order of declaration; of a very long circle what fits. */
static void report_circle(Model *m, FactId id)
{
    const EvalState *s = eval_state(m);
    Diag *d = diag_at(m->sink, HP4011, fact_span(m, model_fact(m, id)));
    diag_str(d, span_text(m->sources, fact_span(m, model_fact(m, id))));
    FactId *busy = arena_array(m->scratch, FactId, s->busy.len);
    memcpy(busy, s->busy.at, s->busy.len * sizeof *busy);
    qsort(busy, s->busy.len, sizeof *busy, by_id);
    for (uint32_t i = 0; i < s->busy.len; i++)
        if (busy[i] != id)
            diag_place(d, fact_span(m, model_fact(m, busy[i])), L_DEPENDS_ON_THIS);
}

static void done(Model *m, FactId id, Quantity q)
{
    Quantity *kept = arena_new(m->arena, Quantity);
    *kept = q;
    build_more(m, id)->computed = kept;
    model_fact(m, id)->state = STATE_DONE;
}

/* A number without a unit has that of its place, and a quotient there is percent where the place
 * is: resultat 2018: = antall(...) / antall(...). A count or a share is no amount of money. */
static Quantity in_its_place(Model *m, FactId id, Quantity q)
{
    const Fact *f = model_fact(m, id);
    UnitId place = f->value.unit;
    Quantity fitting;
    if (q.kind != QTY_NUMBER || place == 0 || (q.unit != 0 && q.unit != m->units.ratio))
        return q;
    if (quantity_in(&m->units, &q, place, &fitting)) {
        fitting.decimals = q.unit != 0 || q.bare == BARE_SHARE ? 1 : fitting.decimals;
        return fitting;
    }
    if (fitting.fault == QTYF_UNITS && q.bare != BARE_ANY) {
        Quantity none = quantity_int(0, place);
        eval_dimensions_differ(m, fact_span(m, f), &q, &none);
        return fitting;
    }
    return q;
}

/* `{drift.sum}` of a table with a column for each year: which there are. */
static void report_several(Model *m, Span span, const Result *r)
{
    enum { MOST_SHOWN = 4 };
    Diag *d = diag_at(m->sink, HP3012, span);
    Buf b;
    buf_init(&b, m->arena);
    for (uint32_t i = 0; i < r->items.len && i < MOST_SHOWN; i++) {
        if (r->items.at[i].label.len == 0)
            return;
        buf_cstr(&b, i > 0 ? "; " : "");
        buf_str(&b, r->items.at[i].label);
    }
    if (r->items.len > MOST_SHOWN)
        buf_cstr(&b, "; …");
    diag_note(d, N_GIVES_SEVERAL);
    diag_str(d, buf_view(&b));
}

static void evaluate(Model *m, FactId id)
{
    EvalState *s = eval_state(m);
    Fact *f = model_fact(m, id);
    f->state = STATE_BUSY;
    *vec_push(m->arena, &s->busy) = id;
    Result r = eval_expr(m, f->doc, f->expr, f->scope);
    s->busy.len--;
    f = model_fact(m, id); /* evaluating may have made facts */
    if (f->state == STATE_DONE)
        return; /* it was met again on the way, and the circle is reported */
    if (s->unwinding) {
        f->state = STATE_NEW;
        return;
    }
    done(m, id,
         r.kind == RES_FIGURES && r.scalar ? in_its_place(m, id, r.items.at[0].qty) : bad_figure());
    if (r.kind == RES_FIGURES && !r.scalar)
        report_several(m, fact_span(m, f), &r);
}

static void postpone(Model *m, FactId id)
{
    model_fact(m, id)->state = STATE_POSTPONED;
    *vec_push(m->arena, &eval_state(m)->postponed) = id;
}

/* The outermost figure: it, and before it whatever turns out to lie too deep below it. */
static void evaluate_all(Model *m, FactId id)
{
    EvalState *s = eval_state(m);
    postpone(m, id);
    while (s->postponed.len > 0) {
        FactId next = s->postponed.at[s->postponed.len - 1];
        if (model_fact(m, next)->state != STATE_DONE)
            evaluate(m, next);
        if (!s->unwinding)
            s->postponed.len--;
        else if (model_fact(m, next)->state == STATE_NEW)
            model_fact(m, next)->state = STATE_POSTPONED;
        s->unwinding = false;
    }
}

static Quantity computed_figure(Model *m, FactId id)
{
    EvalState *s = eval_state(m);
    uint8_t state = model_fact(m, id)->state;
    if (state == STATE_DONE)
        return *fact_more(m, model_fact(m, id))->computed;
    if (s->unwinding)
        return bad_figure();
    if (state != STATE_NEW) { /* one that is waiting is begun too, and waits for this one */
        report_circle(m, id);
        done(m, id, bad_figure());
    } else if (s->busy.len == 0) {
        evaluate_all(m, id);
    } else if (s->depth >= EVAL_DEEPEST) {
        s->unwinding = true;
        postpone(m, id);
        return bad_figure();
    } else {
        evaluate(m, id);
    }
    const Fact *f = model_fact(m, id);
    return f->state == STATE_DONE ? *fact_more(m, f)->computed : bad_figure();
}

Quantity eval_figure(Model *m, FigRef f)
{
    if (f.fact != 0 && model_fact(m, f.fact)->value.kind == VAL_FORMULA)
        return computed_figure(m, f.fact);
    return figure_quantity(m, f);
}
