/*
 * forecasts.c — a report that expects a frame not to hold says what is done about it.
 * Layer: check.
 *
 * Requires: names resolved. Provides: HP7011 at `prognose 2026` of a frame in a report that is
 * above the frame of that year (as revised, where it was), or of a frame of income below it, where
 * nothing stands beside it: no text, remark or measure in the frame or in the chapter it stands in,
 * no text behind it. The law asks for a proposal wherever the year ends otherwise than decided; how
 * much is too much is the council's to say, and how it is said the author's, so any words will do.
 *
 * A frame is what may be spent, net; of one with more income than expenses it is below zero.
 * Nobody has to account for income above the frame of it, but for what is wanting. Which
 * that is, its KOSTRA function says (taxes, the grant from the state), else its title;
 * income may be stated with a minus.
 */
#include "check/shared.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "model/scope.h"
#include "value/catalogue.h"

/* --- the two figures --------------------------------------------------------------------- */

const Prop *check_decided_last(const Model *m, DeclId thing, uint16_t key, Period time)
{
    static const uint16_t versions[] = {VER_REVISED, VER_NONE, VER_BUDGET, VER_ORIGINAL};
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++) {
        const Index wanted = {time, versions[i]};
        PropId p = decl_prop(m, thing, key, &wanted);
        if (p != 0 && model_prop(m, p)->count > 0)
            return model_prop(m, p);
    }
    return NULL;
}

/* In the frame itself, else in the one of the plan that is called the same. */
static const Prop *decided_for(Model *m, DeclId report, DeclId frame, Period year)
{
    const Decl *d = model_decl(m, frame);
    const Prop *own = check_decided_last(m, decl_self(m, frame), P_AMOUNT, year);
    const Fact *answers = decl_fact(m, report, P_ANSWERS);
    if (own != NULL || answers == NULL || answers->ref == 0)
        return own;
    NameHit hit = scope_find(m, answers->ref, decl_called(d), K_FRAME);
    return hit.kind == NAME_FOUND && model_decl(m, hit.decl)->kind == K_FRAME
               ? check_decided_last(m, hit.decl, P_AMOUNT, year)
               : NULL;
}

/* `funksjon: 800`: on these nothing is spent, says the catalogue. */
static bool has_function_of_income(const Model *m, DeclId frame)
{
    const Fact *said = decl_fact(m, frame, P_FUNCTION);
    Str text = said == NULL ? STR_NONE : str_trim(fact_text(m, said));
    const CatEntry *entry = NULL;
    bool known = false;
    uint32_t digits = 0;
    while (digits < text.len && ascii_is_digit(text.ptr[digits]))
        digits++;
    if (digits > 0)
        (void)catalogue_find(catalogue_named("kostra-funksjon"), str_slice(text, 0, digits),
                             decl_year(m, frame), &entry, &known);
    return known && entry->income;
}

static bool is_income(const Model *m, DeclId frame)
{
    static const char *const income[] = {"inntekt", "rammetilskudd", "rammetilskot",
                                         "eiendomsskatt", "eigedomsskatt", "utbytte", "income",
                                         "revenue", "property tax", "dividend", NULL};
    static const char *const expenses[] = {"utgift", "kostnad", "inntektssikring", "expen",
                                           "cost", NULL};
    if (has_function_of_income(m, frame))
        return true;
    Str title = utf8_fold(m->scratch, decl_label(m, frame));
    return str_has_any(title, income) && !str_has_any(title, expenses);
}

/* --- what is said of it ------------------------------------------------------------------ */

static bool has_words(const Model *m, DeclId d)
{
    if (d == 0)
        return false;
    if (decl_prop(m, d, P_NOTE, NULL) != 0)
        return true;
    for (uint32_t i = model_decl(m, d)->first_item; i != 0; i = m->items.at[i].next) {
        const Item *item = &m->items.at[i];
        if (item->kind == ITEM_TEXT)
            return true;
        if (item->kind == ITEM_DECL && model_decl(m, item->id)->kind == K_MEASURE)
            return true;
    }
    return false;
}

static bool is_frame(const Model *m, DeclId d)
{
    return model_decl(m, decl_self(m, d))->kind == K_FRAME;
}

/* Behind a frame, or behind those that follow it. */
static bool has_words_behind(const Model *m, DeclId frame)
{
    bool behind = false;
    uint32_t next = model_decl(m, model_decl(m, frame)->parent)->first_item;
    for (; next != 0; next = m->items.at[next].next) {
        const Item *item = &m->items.at[next];
        if (behind && item->kind == ITEM_TEXT)
            return true;
        if (item->kind == ITEM_DECL)
            behind = item->id == frame || (behind && is_frame(m, item->id));
    }
    return false;
}

/* A report opens with words that are about all of it: those say nothing of its frames. */
static bool is_accounted_for(const Model *m, DeclId report, DeclId frame)
{
    DeclId around = model_decl(m, frame)->parent;
    return has_words(m, frame) ||
           (around == report ? has_words_behind(m, frame) : has_words(m, around));
}

/* --- all of them ------------------------------------------------------------------------- */

static const Text3 above = {{STR_INIT("over"), STR_INIT("over"), STR_INIT("above")}};
static const Text3 below = {{STR_INIT("under"), STR_INIT("under"), STR_INIT("below")}};

static void check_forecast(Model *m, DeclId report, DeclId frame, const Prop *forecast)
{
    bool on_line = false;
    const Prop *frame_of_year = decided_for(m, report, frame, forecast->index.period);
    if (frame_of_year == NULL)
        return;
    bool income = is_income(m, frame_of_year->decl);
    Quantity expected = check_quantity(m, figure_fact(forecast->first));
    Quantity allowed = check_quantity(m, figure_fact(frame_of_year->first));
    Quantity over;
    if (expected.kind != QTY_NUMBER || allowed.kind != QTY_NUMBER ||
        !quantity_agree(&m->units, &expected, &allowed))
        return;
    Op holds = income && decimal_sign(allowed.mid) > 0 ? OP_GE : OP_LE;
    if (quantity_compare(&m->units, &expected, holds, &allowed, &on_line) != VERDICT_VIOLATED ||
        !quantity_sub(&m->units, &expected, &allowed, &over))
        return;
    Diag *d = diag_at(m->sink, HP7011, fact_span(m, model_fact(m, forecast->first)));
    diag_str(d, check_difference(m, over.mid, &expected));
    diag_text3(d, income ? below : above);
    diag_place(d, fact_span(m, model_fact(m, frame_of_year->first)), L_FRAME_IS);
    diag_str(d, check_amount(m, &allowed));
    diag_note(d, N_SAY_WHAT_IS_DONE);
}

static bool is_forecast(const Prop *p)
{
    return p->key == P_AMOUNT && p->count > 0 && p->index.version == VER_FORECAST;
}

static bool has_forecast(const Model *m, DeclId frame)
{
    PropId id = model_decl(m, frame)->first_prop;
    while (id != 0 && !is_forecast(model_prop(m, id)))
        id = model_prop(m, id)->next;
    return id != 0;
}

/* Few frames have a forecast, and what stands behind a frame is looked for from the first one on. */
static void check_frame(Model *m, DeclId report, DeclId frame)
{
    if (!has_forecast(m, frame) || is_accounted_for(m, report, frame))
        return;
    for (PropId id = model_decl(m, frame)->first_prop; id != 0; id = model_prop(m, id)->next) {
        const Prop *p = model_prop(m, id);
        if (is_forecast(p))
            check_forecast(m, report, frame, p);
    }
}

/* `ramme r { … }` of the report, and `om r { … }` of a frame of the plan. */
void check_forecasts(Model *m)
{
    static const uint16_t kinds[] = {K_FRAME, K_AGAIN};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        for (DeclId d = 0; (d = decl_of_kind(m, kinds[k], d)) != 0;) {
            DeclId document = decl_plan(m, d);
            if (is_frame(m, d) && document != 0 && model_decl(m, document)->kind == K_REPORT)
                check_frame(m, document, d);
        }
    }
}
