/*
 * positions.c — a position that is divided is made up of its parts.  Layer: check.
 *
 * Requires: positions inside a position, each with its percentage. Provides: a Proof for each
 * position whose percentage they are held against; HP4028 where they do not give it.
 *
 * Who pays for which part, or where it works, is what the parts say (gjelder); the FTE of those
 * units are the business of staff.c. Percentages of positions are exact.
 */
#include "check/shared.h"

#include "model/scope.h"

#include <assert.h>

enum { MOST_PLACES = 6 };

/* A position and what its parts give. */
typedef struct Whole {
    DeclId decl;
    FigRef stated;
    Quantity qty;
    Decimal sum;
    VEC(FigRef) parts;
    bool unknown; /* a part states no percentage, or is one of several */
} Whole;

DeclId check_position_whole(const Model *m, DeclId part)
{
    DeclId up = model_decl(m, part)->parent;
    while (up != 0 && model_decl(m, up)->container)
        up = model_decl(m, up)->parent;
    return up != 0 && model_decl(m, up)->kind == K_POSITION ? up : 0;
}

/* The percentage that one position states; false where it is several, or states none. */
static bool percentage(Model *m, DeclId d, FigRef *at, Quantity *out)
{
    PropId p = decl_prop(m, d, P_PERCENTAGE, NULL);
    if (p == 0 || model_prop(m, p)->count != 1 || decl_prop(m, d, P_COUNT, NULL) != 0)
        return false;
    *at = figure_fact(model_prop(m, p)->first);
    *out = check_quantity(m, *at);
    quantity_restep(out, decimal_zero);
    return out->kind == QTY_NUMBER && !out->approx;
}

static void add_part(Model *m, Whole *w, DeclId part)
{
    FigRef at;
    Quantity qty;
    assert(w != NULL);
    if (!percentage(m, part, &at, &qty) || !decimal_add(w->sum, qty.mid, &w->sum)) {
        w->unknown = true;
        return;
    }
    *vec_push(m->arena, &w->parts) = at;
}

/* The sum in the unit of the whole, and as it is printed. */
static Quantity of_parts(const Whole *w)
{
    Quantity q = quantity_int(0, w->qty.unit);
    q.mid = q.lo = q.hi = w->sum;
    q.decimals = w->qty.decimals;
    return q;
}

static void report(Model *m, const Whole *w, Decimal diff)
{
    Diag *d = diag_at(m->sink, HP4028, figure_span(m, w->stated));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(m, &w->qty));
    for (uint32_t i = 0; i < w->parts.len && i < MOST_PLACES; i++) {
        Quantity part = check_quantity(m, w->parts.at[i]);
        diag_place(d, figure_span(m, w->parts.at[i]), L_POSITION_GIVES);
        diag_str(d, check_amount(m, &part));
    }
    tally_rest(d, w->parts.len, MOST_PLACES);
    diag_note(d, N_PARTS_GIVE);
    diag_str(d, check_amount_as(m, w->sum, &w->qty));
    diag_str(d, check_difference(m, diff, &w->qty));
}

static void judge(Model *m, const Whole *w)
{
    Quantity computed = of_parts(w);
    Comparison c = quantity_equal(&m->units, &w->qty, &computed, m->exact_only);
    Proof *p = model_prove(m, PROOF_SUM, c.verdict, w->decl, w->stated);
    proof_amounts(m, p, &w->qty, &computed);
    for (uint32_t i = 0; i < w->parts.len; i++)
        proof_term(m, p, w->parts.at[i]);
    if (c.verdict == VERDICT_VIOLATED)
        report(m, w, c.diff);
}

void check_positions(Model *m)
{
    VEC(Whole) wholes = {0};
    U32Map by_decl;
    u32map_init(&by_decl, m->scratch);
    for (DeclId d = scope_next(m, 0, K_POSITION, 0); d != 0; d = scope_next(m, 0, K_POSITION, d)) {
        DeclId whole = check_position_whole(m, d);
        uint32_t *at = whole == 0 ? NULL : u32map_put(&by_decl, whole);
        if (at == NULL)
            continue;
        if (*at == 0) {
            Whole w = {.decl = whole};
            w.unknown = !percentage(m, whole, &w.stated, &w.qty);
            *vec_push(m->scratch, &wholes) = w;
            *at = wholes.len;
        }
        add_part(m, &wholes.at[*at - 1], d);
    }
    for (uint32_t i = 0; i < wholes.len; i++)
        if (!wholes.at[i].unknown)
            judge(m, &wholes.at[i]);
}
