/*
 * roll_news.c — what the report has that the plan has not.  Layer: years.
 *
 * Whether a new measure is to be part of next year's plan is somebody's to judge, so it comes as a
 * comment, at the end of what the report has it in. What is new and finished in one year does not.
 */
#include "years/roll_int.h"

static bool answers_the_plan(const Roll *r, DeclId d)
{
    while (d != 0 && model_decl(r->m, d)->kind != K_REPORT)
        d = model_decl(r->m, d)->parent;
    const Fact *of = d == 0 ? NULL : decl_fact(r->m, d, P_ANSWERS);
    return of != NULL && of->ref == r->wish->plan;
}

/* A table is finished when all its rows are. */
static bool is_over(const Roll *r, DeclId d)
{
    const Decl *decl = model_decl(r->m, d);
    if (!decl->container)
        return roll_is_finished(r->statuses[d]);
    const Table *t = model_table(r->m, decl->table);
    for (uint32_t row = 0; row < t->rows.len; row++)
        if (row_decl(t, row) != 0 && !roll_is_finished(r->statuses[row_decl(t, row)]))
            return false;
    return true;
}

static bool has_body(const Roll *r, DeclId d)
{
    Str text = span_text(r->m->sources, model_decl(r->m, d)->span);
    return model_decl(r->m, d)->row_table == 0 && str_ends(text, STR("}"));
}

/* Where in the plan it belongs: in what the report answers around it, if that has a body. */
static DeclId place_in_plan(const Roll *r, DeclId d)
{
    DeclId same = 0;
    while (same == 0 && (d = model_decl(r->m, d)->parent) != 0)
        same = model_decl(r->m, d)->same;
    while (same != 0 && (!has_body(r, same) || roll_is_out(r, same)))
        same = model_decl(r->m, same)->parent;
    return same != 0 && decl_plan(r->m, same) == r->wish->plan ? same : r->wish->plan;
}

/* Without «nytt». */
static Span said_of(const Roll *r, const Decl *d)
{
    Str text = span_text(r->m->sources, d->span);
    uint32_t at = 0;
    while (at < text.len && strchr(" \t", text.ptr[at]) == NULL)
        at++;
    while (at < text.len && strchr(" \t", text.ptr[at]) != NULL)
        at++;
    return (Span){d->span.file, d->span.off + at, d->span.len - at};
}

void roll_news(Roll *r)
{
    for (DeclId d = 1; d < r->m->decls.len; d++) {
        const Decl *decl = model_decl(r->m, d);
        bool within = decl->parent != 0 && model_decl(r->m, decl->parent)->added;
        if (!decl->added || within || is_over(r, d) || !answers_the_plan(r, d))
            continue;
        Span around = model_decl(r->m, place_in_plan(r, d))->span;
        Span end = {around.file, around.off + around.len - 1, 1};
        roll_offer_before(r, end, SAY_ROLL_NEW, r->from_text, said_of(r, decl));
    }
}
