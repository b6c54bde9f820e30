/*
 * eval_addends.c — what may be added up: nothing said twice.  Layer: model.
 *
 * in:  the figures that a path has led to; the figures of a sum
 * out: of years and their total only one of the two; and, of a sum that
 * takes in a range of years or
 *      two figures of the same time, a finding
 *
 * The values of one thing's property follow one another, in both: a run of them is looked at.
 */
#include "model/eval_select.h"

/* The property whose value an item is; NULL: none's. */
static const Prop *prop_of(const Model *m, const ResultItem *item)
{
    FactId fact = item->from.fact;
    PropId prop = fact == 0 ? 0 : model_fact(m, fact)->prop;
    return prop == 0 ? NULL : model_prop(m, prop);
}

/* Where the run of values that begins at `from` ends. */
static uint32_t run_end(const Model *m, const ResultItem *items, uint32_t from, uint32_t count)
{
    const Prop *first = prop_of(m, &items[from]);
    uint32_t end = from + 1;
    for (; first != NULL && end < count; end++) {
        const Prop *p = prop_of(m, &items[end]);
        if (p == NULL || p->key != first->key || p->decl != first->decl)
            break;
    }
    return end;
}

/* --- years and their total -------------------------------------------------------------------- */

/* What the values of a run are for. */
typedef struct Run {
    const Index *at;
    uint32_t count;
} Run;

static bool is_stated_for(const Run *run, int year)
{
    for (uint32_t i = 0; i < run->count; i++) {
        Index index = run->at[i];
        if (index.version != VER_TOTAL && period_covers(index.period, period_year(year)))
            return true;
    }
    return false;
}

/* Does each year of the total stand beside it? Of one that names no years nobody can tell. */
static bool years_stand(const Run *run, Period total)
{
    if (total.kind == PERIOD_NONE)
        return false;
    int last = period_last_year(total);
    for (int year = period_first_year(total); year <= last; year++)
        if (!is_stated_for(run, year))
            return false;
    return true;
}

/* A total says nothing more where all its years stand; a year nothing more where some do not. */
static bool is_said_by_others(const Run *run, uint32_t i)
{
    Index index = run->at[i];
    if (index.version == VER_TOTAL)
        return years_stand(run, index.period);
    for (uint32_t k = 0; k < run->count; k++) {
        Index total = run->at[k];
        bool takes_in = total.version == VER_TOTAL && (total.period.kind == PERIOD_NONE ||
                                                       period_covers(total.period, index.period));
        if (takes_in && !years_stand(run, total.period))
            return true;
    }
    return false;
}

static bool has_years_and_total(const Run *run)
{
    bool total = false, years = false;
    for (uint32_t i = 0; i < run->count; i++)
        *(run->at[i].version == VER_TOTAL ? &total : &years) = true;
    return total && years;
}

/* Moves the items of the run from `from` to `end` that say something of their own to `kept`;
 * where the next are to go. */
static uint32_t keep_once(Eval *e, ResultItem *items, uint32_t from, uint32_t end, uint32_t kept)
{
    uint32_t count = end - from;
    Index *indices = arena_array(e->m->scratch, Index, count);
    Run run = {indices, count};
    for (uint32_t i = 0; i < count; i++) {
        const Prop *p = prop_of(e->m, &items[from + i]);
        indices[i] = p == NULL ? INDEX_NONE : p->index;
    }
    bool choose = count > 1 && has_years_and_total(&run);
    eval_spend(e->m, choose ? (uint64_t)count * count : 0);
    for (uint32_t i = 0; i < count; i++)
        if (!choose || !is_said_by_others(&run, i))
            items[kept++] = items[from + i];
    return kept;
}

void selection_say_once(Eval *e, Selection *s)
{
    ResultItem *items = s->figures.at;
    uint32_t kept = 0;
    for (uint32_t from = 0, end = 0; from < s->figures.len; from = end) {
        end = run_end(e->m, items, from, s->figures.len);
        if (end - from > 1)
            kept = keep_once(e, items, from, end, kept);
        else
            items[kept++] = items[from];
    }
    s->figures.len = kept;
}

/* --- sums ------------------------------------------------------------------------------------- */

/* `kostnad 2018–2020: 5 kr` is 5 kr in each year, but many write it of all three: one figure would
 * be a guess. */
static bool adds_a_range(const Call *c, const Prop *p)
{
    if (p->index.period.kind != PERIOD_YEARS || p->index.version == VER_TOTAL)
        return false;
    Diag *d = diag_at(c->e->m->sink, HP4035, c->span);
    diag_place(d, p->key_span, L_EACH_OF_YEARS);
    diag_note(d, N_SAY_TOTAL_OF_YEARS);
    return true;
}

/* The budget of a year and its accounts, or a year and a half of it. */
static bool adds_both(const Call *c, const Prop *p, const Prop *before)
{
    if (p == before || (!period_covers(before->index.period, p->index.period) &&
                        !period_covers(p->index.period, before->index.period)))
        return false;
    Diag *d = diag_at(c->e->m->sink, HP4036, c->span);
    diag_place(d, before->key_span, L_ONE_AMOUNT);
    diag_place(d, p->key_span, L_OTHER_AMOUNT);
    diag_note(d, N_SAY_WHICH_VERSION);
    return true;
}

/* Is the value stated for the time of one before it in its run? */
static bool adds_again(const Call *c, const ResultItem *run, uint32_t count, const Prop *p)
{
    eval_spend(c->e->m, count);
    for (uint32_t i = 0; i < count; i++) {
        const Prop *before = prop_of(c->e->m, &run[i]);
        if (before != NULL && adds_both(c, p, before))
            return true;
    }
    return false;
}

bool addends_are_apart(const Call *c, const Result *r)
{
    const Model *m = c->e->m;
    const ResultItem *items = r->items.at;
    for (uint32_t from = 0, end = 0; from < r->items.len; from = end) {
        end = run_end(m, items, from, r->items.len);
        for (uint32_t i = from; i < end; i++) {
            const Prop *p = prop_of(m, &items[i]);
            if (p != NULL && (adds_a_range(c, p) || adds_again(c, items + from, i - from, p)))
                return false;
        }
    }
    return true;
}
