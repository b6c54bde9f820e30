/*
 * magnitudes.c — bare figures of a size or a shape that cannot be meant.  Layer: check.
 *
 * Requires: stated figures. Provides: HP3018 where a bare amount is read as kroner among amounts a
 * thousand times as large (38,2 beside 34,1 mill. kr), and where a cost is 1,2 kr; and HP3004
 * where a key figure about people has decimals (Ansatte 32,30). Where the unit is written beside
 * the figure nothing is said.
 */
#include "check/shared.h"

#include "base/utf8.h"

/* --- amounts ----------------------------------------------------------------------------- */

static bool is_amount(const Model *m, const Prop *p)
{
    const Fact *f = p->count == 0 ? NULL : model_fact(m, p->first);
    return f != NULL && vocab_term(p->term)->type == VT_MONEY && f->value.kind == VAL_NUMBER &&
           !decimal_is_zero(fact_more(m, f)->num);
}

/* Read as kroner only because nothing else is said. */
static bool is_bare(const Model *m, const Said *v)
{
    return (v->flags & VALF_UNIT) == 0 && v->unit == m->units.kr;
}

/* Is a `times` b or more? Both without sign. */
static bool is_times(Decimal a, int64_t times, Decimal b)
{
    Decimal limit;
    return decimal_mul(decimal_abs(b), decimal_int(times), &limit) &&
           decimal_cmp(decimal_abs(a), limit) >= 0;
}

/* In which unit is the figure about as large as the amount beside it, at most ten times more or
 * less: in that amount's own, or where that is in kroner too, in thousands or millions? 0: none. */
static UnitId likely_unit(const Model *m, const Value *bare, const Value *other)
{
    const UnitTable *units = &m->units;
    Decimal there;
    bool kroner = other->unit == units->kr;
    if (!decimal_mul(other->num, unit_get(units, other->unit)->factor, &there) ||
        (kroner && is_times(bare->num, 1000, decimal_one)))
        return 0;
    for (UnitId id = 1; id < units->units.len; id++) {
        const Unit *u = unit_get(units, id);
        Decimal here;
        bool may_be = kroner ? u->dim == E_DIMENSION_MONEY && u->per == 0 : id == other->unit;
        if (may_be && is_times(u->factor, 1000, decimal_one) &&
            decimal_mul(bare->num, u->factor, &here) && !is_times(here, 10, there) &&
            !is_times(there, 10, here))
            return id;
    }
    return 0;
}

static void report_amount(Model *m, const Fact *bare, const Value *other, UnitId unit)
{
    Value v = fact_value(m, bare);
    Diag *d = diag_at(m->sink, HP3018, v.span);
    Quantity read = quantity_of(&m->units, &v, false);
    Buf fix;
    buf_init(&fix, m->arena);
    diag_label(d, L_READ_AS);
    diag_str(d, check_amount(m, &read));
    diag_place(d, other->span, L_OTHER_IS);
    diag_str(d, span_text(m->sources, other->span));
    diag_note(d, N_WRITE_KR);
    bool same = unit == other->unit && other->text.len > 0;
    Str words = same ? other->text : unit_get(&m->units, unit)->label;
    Str number = span_text(m->sources, v.span);
    buf_printf(&fix, "%.*s %.*s", STR_ARG(number), STR_ARG(words));
    diag_fix(d, v.span, buf_view(&fix), F_WRITE);
}

/* The same property of the same thing, so much larger that the unit has been left out here; in
 * *unit the one that was meant, 0: there is none. */
static Value neighbour(const Model *m, DeclId d, const Prop *bare, UnitId *unit)
{
    Value v = fact_value(m, model_fact(m, bare->first));
    Value other = {0};
    *unit = 0;
    for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *prop = model_prop(m, p);
        if (prop->key != bare->key || prop->first == bare->first || !is_amount(m, prop))
            continue;
        other = fact_value(m, model_fact(m, prop->first));
        *unit = likely_unit(m, &v, &other);
        if (*unit != 0)
            break;
    }
    return other;
}

/* 1,2 kr: øre are written with two decimals, so nobody means kroner of what a measure or a project
 * costs. */
static bool is_no_price(const Model *m, DeclId d, const Fact *f)
{
    enum { MOST_KRONER = 1000 };
    uint8_t kind = m->kinds.at[d];
    Decimal num = fact_more(m, f)->num;
    return (kind == K_MEASURE || kind == K_OPERATION || kind == K_INVESTMENT || kind == K_FRAME) &&
           f->value.unit == m->units.kr && num.scale == 1 && !f->value.approx &&
           !is_times(num, MOST_KRONER, decimal_one);
}

static void report_price(Model *m, const Fact *f)
{
    Value v = fact_value(m, f);
    Quantity read = quantity_of(&m->units, &v, false);
    Str number = check_number(m, v.num, &read);
    Diag *d = diag_at(m->sink, HP3018, v.span);
    diag_label(d, L_MEANT_THOUSAND_OR_MILLION);
    diag_str(d, number);
    diag_note(d, N_KRONER_AND_ORE);
}

static void check_amounts(Model *m, DeclId d)
{
    for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *prop = model_prop(m, p);
        const Fact *f = is_amount(m, prop) ? model_fact(m, prop->first) : NULL;
        bool bare = f != NULL && is_bare(m, &f->value);
        UnitId unit = 0;
        Value other = {0};
        if (bare)
            other = neighbour(m, d, prop, &unit);
        if (unit != 0)
            report_amount(m, f, &other, unit);
        else if (f != NULL && is_no_price(m, d, f))
            report_price(m, f);
    }
}

/* --- people ------------------------------------------------------------------------------ */

static Str next_word(Str text, uint32_t *at)
{
    uint32_t from = *at;
    while (from < text.len && text.ptr[from] == ' ')
        from++;
    uint32_t end = from;
    while (end < text.len && text.ptr[end] != ' ')
        end++;
    *at = end;
    return str_slice(text, from, end);
}

/* Ansatte, lærlinger, innbyggere …: declared units that count, one by one. */
static bool is_counted_noun(Model *m, Str word)
{
    const Unit *u = unit_get(&m->units, units_read(&m->units, m->scratch, word, false));
    return u->dim == E_DIMENSION_COUNT && u->per == 0 && u->what != 0 && !u->adhoc &&
           decimal_cmp(u->factor, decimal_one) == 0;
}

/* «Ansatte», «Ansatte i alt», «Ansatte (uten lærlinger)»: whoever says more may mean an average,
 * a share or thousands. */
static bool counts_people(Model *m, Str title)
{
    static const char *const plain[] = {"",       "i alt", "totalt",     "in all",   "in total",
                                        "samlet", "samla", "til sammen", "til saman"};
    Str folded = utf8_fold(m->scratch, title);
    int64_t paren = str_find(folded, STR("("));
    if (paren > 0)
        folded = str_slice(folded, 0, (uint32_t)paren);
    uint32_t at = 0;
    Str noun = next_word(str_trim(folded), &at);
    Str rest = str_trim(str_slice(str_trim(folded), at, str_trim(folded).len));
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (str_eq(rest, str_from(plain[i])))
            return noun.len > 0 && is_counted_noun(m, noun);
    return false;
}

/* Of these the decimals are FTE; the others are just wrong. */
static bool is_staff(Model *m, Str title)
{
    static const char *const staff[] = {"ansatte", "lærlinger", "stillinger"};
    uint32_t at = 0;
    UnitId unit = units_read(&m->units, m->scratch, next_word(str_trim(title), &at), false);
    for (size_t i = 0; i < sizeof staff / sizeof *staff; i++)
        if (unit == units_read(&m->units, m->scratch, str_from(staff[i]), false))
            return true;
    return false;
}

static void report_people(Model *m, const Fact *f, bool staff)
{
    Diag *d = diag_at(m->sink, HP3004, fact_said(m, f));
    if (!staff)
        return;
    Buf fix;
    buf_init(&fix, m->arena);
    Str number = span_text(m->sources, fact_said(m, f));
    buf_printf(&fix, "%.*s årsverk", STR_ARG(number));
    diag_label(d, L_MEANT_FTE);
    diag_fix(d, fact_said(m, f), buf_view(&fix), F_WRITE);
}

static void check_people(Model *m, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    if (decl->container || decl->title.len == 0 ||
        !counts_people(m, decl->title))
        return;
    Str title = decl->title;
    for (PropId p = decl->first_prop; p != 0; p = model_prop(m, p)->next) {
        const Prop *prop = model_prop(m, p);
        const Fact *f = prop->key == P_VALUE && prop->count > 0 ? model_fact(m, prop->first) : NULL;
        if (f != NULL && f->value.kind == VAL_NUMBER && f->value.unit == 0 &&
            (f->value.flags & VALF_UNIT) == 0 && fact_more(m, f)->num.scale > 0)
            report_people(m, f, is_staff(m, title));
    }
}

void check_magnitudes(Model *m, const Stretch *s)
{
    for (DeclId d = s->from; d < s->to; d++) {
        if (model_decl(m, d)->same != 0)
            continue;
        check_amounts(m, d);
        if (m->kinds.at[d] == K_KEYFIGURE)
            check_people(m, d);
    }
}
