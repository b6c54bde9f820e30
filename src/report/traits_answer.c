/*
 * traits_answer.c — what a report says of a thing of the plan, beside what the plan says.  Layer:
 * report.
 *
 * in:  the properties of the plan's thing, and those of the answer to it
 * out: of an indicator the traits of both, each result at its target; of other things what the
 *      report says, behind the plan's date for it, each amount behind what the plan has for its year
 */
#include "report/maker.h"

/* The property that says the same of the other thing; 0: none does. */
static PropId said_of(const Model *m, DeclId other, const Prop *p)
{
    if (many_is_of(p->index))
        return decl_prop(m, other, p->key, &p->index);
    for (PropId id = model_decl(m, other)->first_prop; id != 0; id = model_prop(m, id)->next)
        if (model_prop(m, id)->key == p->key && index_eq(model_prop(m, id)->index, p->index))
            return id;
    return 0;
}

/* What only the report says has become the plan's too, with the same facts (references.c). */
static bool is_lent(const Model *m, const Prop *of_plan, PropId of_answer)
{
    return of_answer != 0 && model_prop(m, of_answer)->first == of_plan->first;
}

typedef VEC(PropId) PropIds;

/* What only the answer says: its figures of a time, then all else. */
static void take_new(Maker *mk, DeclId answer, PropIds *out)
{
    const Model *m = mk->m;
    DeclId plan = model_decl(m, answer)->same;
    for (int dated = 1; dated >= 0; dated--)
        for (PropId id = model_decl(m, answer)->first_prop; id != 0;
             id = model_prop(m, id)->next) {
            const Prop *p = model_prop(m, id);
            PropId said = said_of(m, plan, p);
            if ((p->index.period.to.year != 0) == dated &&
                (said == 0 || is_lent(m, model_prop(m, said), id)))
                *vec_push(mk->arena, out) = id;
        }
}

/* Does the time of the plan's target begin when the other is over? */
static bool begins_after(const Prop *target, const Prop *said)
{
    Period of = target->index.period, time = said->index.period;
    return of.from.year != 0 && time.to.year != 0 && date_cmp(time.to, of.from) < 0;
}

static bool is_of_its_time(const Prop *target, const Prop *said)
{
    return period_eq(target->index.period, said->index.period);
}

/* Takes from `next` on what goes with a target of the plan's; returns the next one. */
static uint32_t take_beside(Maker *mk, const PropIds *fresh, uint32_t next, const Prop *target,
                            bool (*goes)(const Prop *target, const Prop *said), Traits *out)
{
    while (target->key == P_TARGET && next < fresh->len &&
           goes(target, model_prop(mk->m, fresh->at[next]))) {
        const Prop p = *model_prop(mk->m, fresh->at[next++]);
        prop_trait(mk, p.decl, p, out);
    }
    return next;
}

/* A result is read beside the plan's target: all that the plan says, but as the report says it
 * where it says it again; what only the report says comes behind the target of its time, or else
 * before those of later times. */
static void indicator_traits(Maker *mk, DeclId answer, Traits *out)
{
    DeclId plan = model_decl(mk->m, answer)->same;
    PropIds fresh = {0};
    uint32_t next = 0;
    take_new(mk, answer, &fresh);
    for (PropId id = model_decl(mk->m, plan)->first_prop; id != 0;) {
        Prop p = *model_prop(mk->m, id);
        PropId again = said_of(mk->m, answer, &p);
        id = p.next;
        if (is_lent(mk->m, &p, again))
            continue;
        next = take_beside(mk, &fresh, next, &p, begins_after, out);
        if (again != 0)
            prop_trait(mk, answer, *model_prop(mk->m, again), out);
        else
            prop_trait(mk, plan, p, out);
        next = take_beside(mk, &fresh, next, &p, is_of_its_time, out);
    }
    while (next < fresh.len)
        prop_trait(mk, answer, *model_prop(mk->m, fresh.at[next++]), out);
}

/* --- dates and amounts ----------------------------------------------------------------------- */

static bool is_among(const PropIds *taken, PropId id)
{
    for (uint32_t i = 0; i < taken->len; i++)
        if (taken->at[i] == id)
            return true;
    return false;
}

/* «2026» beside «Regnskap 2026» would leave open what it is: «Planlagt 2026». */
static void planned_trait(Maker *mk, DeclId plan, const Prop *p, Traits *out)
{
    uint32_t before = out->len;
    prop_trait(mk, plan, *p, out);
    if (out->len == before || p->key != P_AMOUNT || p->index.version != VER_NONE)
        return;
    Str *label = &out->at[before].label;
    uint32_t time = head_time_at(mk, *label, p->index.period);
    *label = text_joined(mk->arena, maker_label(mk, LABEL_PLANNED),
                         str_slice(*label, time == label->len ? 0 : time, label->len));
}

/* What the plan has for the time of an amount that the report states, unless that says it again. */
static void take_planned(Maker *mk, DeclId answer, const Prop *said, PropIds *taken, Traits *out)
{
    DeclId plan = model_decl(mk->m, answer)->same;
    for (PropId id = model_decl(mk->m, plan)->first_prop; id != 0;) {
        PropId at = id;
        Prop p = *model_prop(mk->m, id);
        id = p.next;
        if (p.key != said->key || !period_covers(p.index.period, said->index.period) ||
            is_among(taken, at) || said_of(mk->m, answer, &p) != 0)
            continue;
        *vec_push(mk->arena, taken) = at;
        planned_trait(mk, plan, &p, out);
    }
}

/* How far a measure has come is read beside the day when it was to be done. */
static void due_trait(Maker *mk, DeclId answer, Traits *out)
{
    DeclId plan = model_decl(mk->m, answer)->same;
    PropId due = decl_prop(mk->m, plan, P_DUE, NULL);
    if (due != 0 && decl_prop(mk->m, answer, P_DUE, NULL) == 0)
        prop_trait(mk, plan, *model_prop(mk->m, due), out);
}

static void work_traits(Maker *mk, DeclId answer, Traits *out)
{
    PropIds taken = {0};
    due_trait(mk, answer, out);
    for (PropId id = model_decl(mk->m, answer)->first_prop; id != 0;) {
        Prop p = *model_prop(mk->m, id);
        id = p.next;
        /* thousands of days or months are not each looked for in as many */
        if (p.index.period.kind != PERIOD_NONE && !many_is_of(p.index))
            take_planned(mk, answer, &p, &taken, out);
        prop_trait(mk, answer, p, out);
    }
}

bool answer_traits(Maker *mk, DeclId d, Traits *out)
{
    const Decl *decl = model_decl(mk->m, d);
    if (!decl->answers || decl->same == 0)
        return false;
    if (decl->kind == K_INDICATOR)
        indicator_traits(mk, d, out);
    else
        work_traits(mk, d, out);
    return true;
}
