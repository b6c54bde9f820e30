/*
 * staff.c — positions give the FTE of their unit, and units that of the unit they are part of.
 * Layer: check.
 *
 * Requires: units with positions and FTE. Provides: a Proof for each unit whose FTE its positions,
 * or the units below it, give; HP4024 where the positions do not; HP4025 where the units below have
 * more than the unit itself.
 *
 * What a unit has beyond the units below it may be its own staff, and what it states may be that
 * staff alone. So the units below are held against it only where neither can be: three or more of
 * them, each less than the whole, and the whole a little less than all of them.
 */
#include "check/shared.h"

#include "model/scope.h"

enum { LEAST_UNITS = 3, MOST_PLACES = 4 };

/* What a unit is made up of. */
typedef struct Staff {
    FigRef stated; /* its one figure; all zero: none, or several */
    Quantity qty;
    Index index;
    Decimal positions, units, largest; /* what the positions, and the units below, give */
    VEC(DeclId) position_decls;
    VEC(FigRef) unit_figures;
    bool positions_unknown, units_unknown;
    uint32_t unit_count;
} Staff;

typedef struct Staffs {
    Model *m;
    Staff **by_unit; /* by DeclId; NULL: nothing is known of it */
    bool *divided;   /* by DeclId: a position whose parts are counted in its place */
} Staffs;

static Staff *staff_of(Staffs *s, DeclId unit)
{
    if (s->by_unit[unit] == NULL)
        s->by_unit[unit] = arena_new(s->m->scratch, Staff);
    return s->by_unit[unit];
}

/* --- what belongs to what ---------------------------------------------------------------- */

static DeclId referred_unit(const Model *m, DeclId d, uint16_t key)
{
    const Fact *f = decl_fact(m, d, key);
    DeclId ref = f == NULL ? 0 : decl_self(m, f->ref);
    return ref != 0 && model_decl(m, ref)->kind == K_UNIT ? ref : 0;
}

/* The unit in which a thing stands, or to which it says it belongs. */
static DeclId unit_around(const Model *m, DeclId d, uint16_t key)
{
    DeclId said = referred_unit(m, d, key);
    if (said != 0)
        return said;
    for (DeclId up = model_decl(m, d)->parent; up != 0; up = model_decl(m, up)->parent) {
        const Decl *decl = model_decl(m, up);
        DeclId self = decl_self(m, up);
        if (!decl->container && model_decl(m, self)->kind == K_UNIT)
            return self;
    }
    return 0;
}

/* --- what is stated ---------------------------------------------------------------------- */

/* The one value of a property; false where there is none, or one for each of several years. */
static bool one_value(Model *m, DeclId d, uint16_t key, FigRef *at, Index *index, Quantity *out)
{
    PropId found = 0;
    for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next) {
        if (model_prop(m, p)->key != key || model_prop(m, p)->count == 0)
            continue;
        if (found != 0)
            return false;
        found = p;
    }
    if (found == 0)
        return false;
    *at = figure_fact(model_prop(m, found)->first);
    *index = model_prop(m, found)->index;
    *out = check_quantity(m, *at);
    return true;
}

static bool is_number(const Quantity *q)
{
    return q->kind == QTY_NUMBER && !q->approx;
}

/* Number times percentage; a position alone is one. */
static bool position_fte(Model *m, DeclId d, Decimal *out)
{
    static const Decimal hundredth = {0, 1, 2};
    FigRef at;
    Index index;
    Quantity fte;
    Quantity percent;
    Quantity number = quantity_int(1, 0);
    if (one_value(m, d, P_FTE, &at, &index, &fte)) {
        *out = fte.mid;
        return is_number(&fte);
    }
    if (decl_prop(m, d, P_COUNT, NULL) != 0 &&
        (!one_value(m, d, P_COUNT, &at, &index, &number) || !is_number(&number)))
        return false;
    return one_value(m, d, P_PERCENTAGE, &at, &index, &percent) && is_number(&percent) &&
           decimal_mul(number.mid, percent.mid, out) && decimal_mul(*out, hundredth, out);
}

/* A position of several units, without what each has of it: nothing is known of any of them. */
static bool is_shared(Staffs *s, DeclId d)
{
    PropId p = decl_prop(s->m, d, P_CONCERNS, NULL);
    uint32_t count = p == 0 ? 0 : model_prop(s->m, p)->count;
    for (uint32_t i = 0; count > 1 && i < count; i++) {
        DeclId ref = model_fact(s->m, model_prop(s->m, p)->first + i)->ref;
        if (ref != 0)
            staff_of(s, decl_self(s->m, ref))->positions_unknown = true;
    }
    return count > 1;
}

static void add_position(Staffs *s, DeclId d)
{
    DeclId unit = unit_around(s->m, d, P_CONCERNS);
    Decimal fte;
    if (unit == 0 || s->divided[d] || is_shared(s, d))
        return;
    Staff *staff = staff_of(s, unit);
    *vec_push(s->m->scratch, &staff->position_decls) = d;
    if (!position_fte(s->m, d, &fte) || !decimal_add(staff->positions, fte, &staff->positions))
        staff->positions_unknown = true;
}

static void read_unit(Staffs *s, DeclId d)
{
    Staff *staff = staff_of(s, d);
    if (!one_value(s->m, d, P_FTE, &staff->stated, &staff->index, &staff->qty) ||
        !is_number(&staff->qty))
        staff->stated = FIGURE_NONE;
}

static bool is_stated(const Staff *s)
{
    return s != NULL && s->stated.fact != 0;
}

static void add_unit(Staffs *s, DeclId d)
{
    DeclId above = unit_around(s->m, d, P_BELONGS_TO);
    const Staff *staff = s->by_unit[d];
    if (above == 0 || above == d)
        return;
    Staff *up = staff_of(s, above);
    up->unit_count++;
    if (!is_stated(staff) || !is_stated(up) || !index_eq(staff->index, up->index) ||
        !decimal_add(up->units, staff->qty.mid, &up->units)) {
        up->units_unknown = true;
        return;
    }
    if (decimal_cmp(staff->qty.mid, up->largest) > 0)
        up->largest = staff->qty.mid;
    *vec_push(s->m->scratch, &up->unit_figures) = staff->stated;
}

/* --- judging ----------------------------------------------------------------------------- */

/* A sum in the unit of what it is held against, printed with as many decimals. */
static Quantity as_stated(const Staff *s, Decimal sum)
{
    Quantity q = quantity_int(0, s->qty.unit);
    q.mid = q.lo = q.hi = sum;
    q.decimals = s->qty.decimals;
    return q;
}

static Comparison hold(Model *m, const Staff *s, Decimal sum)
{
    Quantity computed = as_stated(s, sum);
    return quantity_equal(&m->units, &s->qty, &computed, m->exact_only);
}

static void prove(Model *m, DeclId unit, const Staff *s, Decimal sum, Verdict verdict, bool below)
{
    Proof *p = model_prove(m, PROOF_SUM, verdict, unit, s->stated);
    Quantity computed = as_stated(s, sum);
    proof_amounts(m, p, &s->qty, &computed);
    for (uint32_t i = 0; below && i < s->unit_figures.len; i++)
        proof_term(m, p, s->unit_figures.at[i]);
    for (uint32_t i = 0; !below && i < s->position_decls.len; i++) {
        const uint16_t keys[] = {P_FTE, P_COUNT, P_PERCENTAGE};
        for (size_t k = 0; k < 3; k++) {
            PropId prop = decl_prop(m, s->position_decls.at[i], keys[k], NULL);
            if (prop != 0 && model_prop(m, prop)->count > 0)
                proof_term(m, p, figure_fact(model_prop(m, prop)->first));
        }
    }
}

static void note_sum(Model *m, Diag *d, MsgId note, const Staff *s, Decimal sum, Decimal diff)
{
    diag_note(d, note);
    diag_str(d, check_amount_as(m, sum, &s->qty));
    diag_str(d, check_difference(m, diff, &s->qty));
}

static void report_positions(Model *m, const Staff *s, Decimal diff)
{
    Diag *d = diag_at(m->sink, HP4024, figure_span(m, s->stated));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &s->qty));
    for (uint32_t i = 0; i < s->position_decls.len && i < MOST_PLACES; i++) {
        Decimal fte;
        if (!position_fte(m, s->position_decls.at[i], &fte))
            continue;
        diag_place(d, model_decl(m, s->position_decls.at[i])->head, L_POSITION_GIVES);
        diag_str(d, check_amount_as(m, fte, &s->qty));
    }
    tally_rest(d, s->position_decls.len, MOST_PLACES);
    note_sum(m, d, N_POSITIONS_GIVE, s, s->positions, diff);
}

/* The positions of a unit are all of it, or what it has beside the units below. */
static void judge_positions(Model *m, DeclId unit, const Staff *s)
{
    Decimal all;
    if (!is_stated(s) || s->position_decls.len == 0 || s->positions_unknown)
        return;
    Comparison own = hold(m, s, s->positions);
    if (s->unit_count > 0 && !verdict_holds(own.verdict)) {
        if (s->units_unknown || !decimal_add(s->positions, s->units, &all))
            return;
        Comparison both = hold(m, s, all);
        if (verdict_holds(both.verdict)) {
            prove(m, unit, s, all, both.verdict, true);
            return;
        }
    }
    prove(m, unit, s, s->positions, own.verdict, false);
    if (!verdict_holds(own.verdict))
        report_positions(m, s, own.diff);
}

/* A little less than all of them: at least three quarters. */
static bool falls_short(const Staff *s)
{
    Decimal three;
    Decimal four;
    return decimal_cmp(s->qty.hi, s->units) < 0 && decimal_cmp(s->qty.mid, s->largest) > 0 &&
           decimal_mul(s->units, decimal_int(3), &three) &&
           decimal_mul(s->qty.mid, decimal_int(4), &four) && decimal_cmp(four, three) >= 0;
}

static void judge_units_below(Model *m, DeclId unit, const Staff *s)
{
    if (!is_stated(s) || s->unit_count == 0 || s->units_unknown || s->position_decls.len > 0)
        return;
    Comparison c = hold(m, s, s->units);
    if (verdict_holds(c.verdict)) {
        prove(m, unit, s, s->units, c.verdict, true);
        return;
    }
    if (s->unit_count < LEAST_UNITS || !falls_short(s))
        return;
    Diag *d = diag_at(m->sink, HP4025, figure_span(m, s->stated));
    diag_str(d, decl_label(m, unit));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &s->qty));
    note_sum(m, d, N_UNITS_GIVE, s, s->units, c.diff);
    diag_note(d, N_WRITE_POSITIONS);
}

void check_staff(Model *m)
{
    Staffs s = {m, arena_array(m->scratch, Staff *, m->decls.len),
                arena_array(m->scratch, bool, m->decls.len)};
    for (DeclId d = scope_next(m, 0, K_POSITION, 0); d != 0; d = scope_next(m, 0, K_POSITION, d))
        s.divided[check_position_whole(m, d)] = true;
    static const uint16_t kinds[] = {K_UNIT, K_POSITION};
    for (size_t k = 0; k < 2; k++)
        for (DeclId d = 0; (d = decl_of_kind(m, kinds[k], d)) != 0;) {
            if (model_decl(m, d)->container || model_decl(m, d)->same != 0)
                continue;
            if (kinds[k] == K_UNIT)
                read_unit(&s, d);
            else
                add_position(&s, d);
        }
    for (DeclId d = 1; d < m->decls.len; d++)
        if (s.by_unit[d] != NULL)
            add_unit(&s, d);
    for (DeclId d = 1; d < m->decls.len; d++) {
        if (s.by_unit[d] == NULL)
            continue;
        judge_positions(m, d, s.by_unit[d]);
        judge_units_below(m, d, s.by_unit[d]);
    }
}
