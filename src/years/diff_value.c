/*
 * diff_value.c — what two plans say of one thing: is it the same, and how far apart?  Layer: years.
 *
 * in:  figures and values of the two models
 * out: alike or not, by what is meant: units by what they measure, words by their term, names by
 *      the thing they name; and what is told of both
 */
#include "base/utf8.h"
#include "years/diff_parts.h"

DiffValue diff_value(const DiffSide *side, FigRef f)
{
    DiffValue out = {.v = figure_value(side->m, f)};
    if (out.v.kind == VAL_FORMULA) {
        Quantity q = eval_figure(side->m, f);
        out.figure = q.kind == QTY_NUMBER;
        out.base = q.mid;
        out.unit = q.unit;
        out.decimals = q.decimals;
    } else if (out.v.kind == VAL_NUMBER) {
        out.unit = out.v.unit;
        out.decimals = (uint8_t)out.v.num.scale; /* at most DECIMAL_MAX_SCALE */
        out.figure = decimal_mul(out.v.num, unit_get(&side->m->units, out.unit)->factor, &out.base);
    }
    if (f.fact != 0)
        out.ref = model_fact(side->m, f.fact)->ref;
    return out;
}

bool diff_is_blank(const DiffValue *v)
{
    return v->v.kind == VAL_BLANK;
}

/* --- texts ----------------------------------------------------------------------------------- */

/* The length of the blank at `at`, a line's end among them; 0: none. */
static uint32_t gap_len(Str s, uint32_t at)
{
    if (at < s.len && (s.ptr[at] == '\n' || s.ptr[at] == '\r'))
        return 1;
    return utf8_blank_len(s.ptr + at, str_end(s));
}

/* Passes over blanks; were there any? At the end there always are. */
static bool skip_gap(Str s, uint32_t *at)
{
    bool any = *at == 0;
    for (uint32_t len; *at < s.len && (len = gap_len(s, *at)) > 0; any = true)
        *at += len;
    return any || *at == s.len;
}

bool diff_same_text(Str a, Str b)
{
    for (uint32_t i = 0, j = 0;; i++, j++) {
        bool gap = skip_gap(a, &i);
        if (gap != skip_gap(b, &j))
            return false;
        if (i == a.len || j == b.len)
            return i == a.len && j == b.len;
        if (a.ptr[i] != b.ptr[j])
            return false;
    }
}

/* --- words that mean the same in another language -------------------------------------------- */

/* The next word of a formula or a path: letters, or one other character. */
static Str next_word(Str s, uint32_t *at)
{
    (void)skip_gap(s, at);
    uint32_t from = *at;
    while (*at < s.len) {
        uint32_t len;
        uint32_t cp = utf8_decode(s.ptr + *at, str_end(s), &len);
        bool joins = utf8_is_letter(cp) || (cp >= '0' && cp <= '9');
        if (!joins && *at > from)
            break;
        *at += len;
        if (!joins)
            break;
    }
    return str_slice(s, from, *at);
}

static bool same_keyword(Str a, Str b)
{
    for (int group = VG_KIND; group <= VG_CONNECTIVE; group++) {
        TermId term = vocab_find((VocabGroup)group, a, K_NONE);
        if (term != 0 && term == vocab_find((VocabGroup)group, b, K_NONE))
            return true;
    }
    return false;
}

static bool same_words(const Diff *d, Str old, Str new)
{
    Str a = utf8_fold(d->old.m->scratch, old), b = utf8_fold(d->new.m->scratch, new);
    for (uint32_t i = 0, j = 0; i < a.len || j < b.len;) {
        Str x = next_word(a, &i), y = next_word(b, &j);
        if (!str_eq(x, y) && !same_keyword(x, y))
            return false;
    }
    return true;
}

/* --- units ----------------------------------------------------------------------------------- */

static bool same_unit(const Diff *d, UnitId old, UnitId new);

/* Do they measure the same? Units of two models have no number in common. */
static bool same_measure(const Diff *d, UnitId old, UnitId new)
{
    const UnitTable *x = &d->old.m->units, *y = &d->new.m->units;
    const Unit *a = unit_get(x, old), *b = unit_get(y, new);
    bool alike =
        a->dim == b->dim && (a->what == 0) == (b->what == 0) &&
        (a->what == 0 || str_eq(interner_text(x->syms, a->what), interner_text(y->syms, b->what)));
    if (!alike || (a->per == 0) != (b->per == 0) ||
        (a->dim == E_DIMENSION_COUNT && !str_eq(a->label, b->label))) /* pupils are no teachers */
        return false;
    return a->per == 0 || (same_unit(d, a->per, b->per) && same_unit(d, a->num, b->num));
}

/* A bare number goes with any unit of the same worth. */
static bool same_unit(const Diff *d, UnitId old, UnitId new)
{
    if (old == 0 || new == 0) {
        const Unit *other =
            old == 0 ? unit_get(&d->new.m->units, new) : unit_get(&d->old.m->units, old);
        return decimal_cmp(other->factor, decimal_one) == 0;
    }
    return same_measure(d, old, new);
}

static bool same_factor(const Diff *d, UnitId old, UnitId new)
{
    return decimal_cmp(unit_get(&d->old.m->units, old)->factor,
                       unit_get(&d->new.m->units, new)->factor) == 0;
}

/* --- values ---------------------------------------------------------------------------------- */

/* Two ends: a range, a ratio. */
static bool same_ends(const Diff *d, const Value *a, const Value *b)
{
    return same_unit(d, a->unit, b->unit) && same_factor(d, a->unit, b->unit) &&
           decimal_cmp(a->num, b->num) == 0 && decimal_cmp(a->high, b->high) == 0;
}

static bool is_wording(uint8_t kind)
{
    return kind == VAL_TEXT || kind == VAL_WORDS || kind == VAL_CLOCK;
}

/* What is named is the thing, under whatever name, where the thing is compared; else its name. */
static bool same_wording(const Diff *d, const DiffValue *old, const DiffValue *new)
{
    DeclId same = d->old.other[old->ref];
    if (old->ref != 0 && new->ref != 0 && (same != 0 || d->new.other[new->ref] != 0))
        return same == new->ref;
    Str a = old->ref != 0 ? decl_label(d->old.m, old->ref) : old->v.text;
    Str b = new->ref != 0 ? decl_label(d->new.m, new->ref) : new->v.text;
    bool words = old->v.kind == VAL_WORDS && new->v.kind == VAL_WORDS;
    return diff_same_text(a, b) || (words && same_words(d, a, b));
}

static Str source_of(const DiffSide *side, const Value *v)
{
    return span_text(side->m->sources, v->span);
}

static bool same_of_kind(const Diff *d, const Value *a, const Value *b)
{
    switch ((ValueKind)a->kind) {
    case VAL_BLANK:
    case VAL_NIL: return true;
    case VAL_RANGE:
    case VAL_RATIO: return same_ends(d, a, b);
    case VAL_MISSING: return a->missing == b->missing;
    case VAL_PERIOD: return period_eq(a->period, b->period);
    case VAL_ENUM:
        return vocab_term(a->term)->id == vocab_term(b->term)->id && str_eq(a->text, b->text);
    case VAL_UNIT: return same_unit(d, a->unit, b->unit) && same_factor(d, a->unit, b->unit);
    case VAL_NUMBER:
    case VAL_FORMULA:
    case VAL_TEXT:
    case VAL_WORDS:
    case VAL_CLOCK:
    case VAL_BAD: break;
    }
    return same_words(d, source_of(&d->old, a), source_of(&d->new, b));
}

bool diff_same_value(const Diff *d, const DiffValue *old, const DiffValue *new)
{
    const Value *a = &old->v, *b = &new->v;
    if (old->figure && new->figure)
        return a->compare == b->compare && a->approx == b->approx &&
               same_unit(d, old->unit, new->unit) && decimal_cmp(old->base, new->base) == 0;
    if (is_wording(a->kind) && is_wording(b->kind))
        return same_wording(d, old, new);
    return a->kind == b->kind && same_of_kind(d, a, b);
}

/* --- what is told ---------------------------------------------------------------------------- */

Str diff_told(const Diff *d, const DiffSide *side, const DiffValue *v)
{
    Buf out;
    buf_init(&out, d->arena);
    const UnitTable *units = &side->m->units;
    if (v->v.kind == VAL_FORMULA && v->figure)
        figure_print(&out, units, v->base, v->unit, v->decimals, d->lang);
    else if (v->ref != 0)
        buf_str(&out, decl_label(side->m, v->ref));
    else if (v->v.kind == VAL_FORMULA || v->v.kind == VAL_BAD)
        buf_str(&out, str_trim(source_of(side, &v->v)));
    else
        value_print(&out, units, &v->v, d->lang);
    return buf_view(&out);
}

static void find_percent(Step *step)
{
    Decimal hundred;
    step->has_percent = !decimal_is_zero(step->was) &&
                        decimal_mul(step->diff, decimal_int(100), &hundred) &&
                        decimal_div(decimal_abs(hundred), decimal_abs(step->was), ROUND_HALF_AWAY,
                                    &step->percent, NULL) &&
                        decimal_round(step->percent, 1, ROUND_HALF_AWAY, &step->percent);
}

/* In the unit of the new figure, as exact as the more exact of the two; of percents in points. */
static Str told_difference(const Diff *d, const Step *step, const DiffValue *old,
                           const DiffValue *new)
{
    const UnitTable *units = &d->new.m->units;
    Buf out;
    buf_init(&out, d->arena);
    int decimals = new->decimals;
    if (old->decimals > decimals && same_factor(d, old->unit, new->unit))
        decimals = old->decimals;
    bool percent = unit_get(units, new->unit)->dim == E_DIMENSION_PERCENT;
    figure_print(&out, units, decimal_abs(step->diff), percent ? units->point : new->unit, decimals,
                 d->lang);
    return buf_view(&out);
}

const Step *diff_step(const Diff *d, const DiffValue *old, const DiffValue *new)
{
    Decimal diff;
    if (!old->figure || !new->figure || !same_unit(d, old->unit, new->unit) ||
        !decimal_sub(new->base, old->base, &diff) || decimal_is_zero(diff))
        return NULL;
    Step *step = arena_new(d->arena, Step);
    *step = (Step){.was = old->base, .is = new->base, .diff = diff};
    step->base = unit_base(&d->new.m->units, new->unit);
    step->amount = told_difference(d, step, old, new);
    if (unit_get(&d->new.m->units, new->unit)->dim != E_DIMENSION_PERCENT)
        find_percent(step);
    return step;
}
