/*
 * skeleton.c — a report that is still to be filled in: the walk through its plan.  Layer: years.
 *
 * In: a checked model and a plan in it. Out: the text of a report in which everything that has to
 * be answered stands in the plan's order under the plan's headings. What is to be filled in is a
 * comment: so nothing is said that nobody has said, and the checker tells what is left.
 */
#include "years/skeleton_int.h"

#include "check/reports.h"
#include "model/scope.h"

enum { DEEPEST = 100 }; /* a file may nest 200 deep, a plan of several files deeper */

/* ---- pieces --------------------------------------------------------------------------------- */

void skeleton_comment(Skeleton *k, SayId id, Str a, Str b)
{
    buf_cstr(k->out, "# ");
    say_put(k->out, id, k->words, a, b);
    buf_char(k->out, '\n');
}

bool skeleton_of_year(const Skeleton *k, Index said)
{
    return index_holds(said, (Index){period_year(k->wish->year), VER_NONE});
}

bool skeleton_is_part(const Skeleton *k, Period p)
{
    return (p.kind == PERIOD_PART || p.kind == PERIOD_DATE) &&
           period_last_year(p) == k->wish->year;
}

bool skeleton_is_over(const Skeleton *k, Period p)
{
    return k->until.year == 0 || date_cmp(p.to, k->until) <= 0;
}

Str skeleton_cell(const Skeleton *k, const Table *t, uint32_t row, uint32_t col)
{
    Cell cell = table_cell(t, row, col);
    Span span = {t->file, cell.off, cell.len};
    if (cell.kind == CELL_FACT)
        span = fact_said(k->m, model_fact(k->m, cell.fact));
    return span_text(k->m->sources, span);
}

void skeleton_put_cell(Skeleton *k, Str text)
{
    buf_cstr(k->out, "| ");
    put_flat(k->out, text);
    buf_char(k->out, ' ');
}

void skeleton_line(Skeleton *k, uint16_t key, Str value)
{
    buf_str(k->out, prop_word(key, k->words));
    buf_cstr(k->out, ": ");
    put_flat(k->out, value);
    buf_char(k->out, '\n');
}

/* ---- the walk ------------------------------------------------------------------------------- */

bool skeleton_finds(Skeleton *k, DeclId d, DeclId around, Str said)
{
    uint16_t kind = model_decl(k->m, d)->kind;
    if (said.len == 0)
        return false;
    DeclId same = around == 0 ? 0 : scope_child(k->m, around, said, kind);
    if (same != 0)
        return same == d;
    NameHit hit = scope_find(k->m, 0, said, kind);
    return hit.kind == NAME_FOUND && hit.decl == d;
}

static void put_heading(Skeleton *k, DeclId d, DeclId around)
{
    const Decl *decl = model_decl(k->m, d);
    buf_char(k->out, '\n');
    buf_str(k->out, word_of(decl->term, k->words));
    Str number = decl_number(k->m, decl)->text;
    if (number.len > 0)
        buf_printf(k->out, " %.*s", STR_ARG(number));
    if (decl->kind == K_AGAIN && decl->name_text.len > 0)
        buf_printf(k->out, " %.*s", STR_ARG(decl->name_text));
    if (decl->title_len > 0)
        buf_printf(k->out, " %.*s", STR_ARG(span_text(k->m->sources, decl_title_span(k->m, decl))));
    buf_cstr(k->out, " {\n");
    skeleton_contents(k, d, around);
    buf_cstr(k->out, "}\n");
}

/* An `om` is a heading where the report finds the same thing by it. */
static bool is_heading(const Skeleton *k, const Decl *d)
{
    if (k->depth > DEEPEST)
        return false;
    if (d->kind == K_CHAPTER)
        return d->title_len > 0 || d->number != 0;
    if (d->kind != K_AGAIN || d->same == 0)
        return false;
    Str said = decl_called(d);
    NameHit hit = scope_find(k->m, 0, said, K_NONE);
    return hit.kind == NAME_FOUND && hit.decl == d->same &&
           !skeleton_answerable(k, d->same);
}

/* The things of a table's rows: as a table again or, where a report would not find all of them by
 * what stands in it, one by one. */
static void put_rows(Skeleton *k, DeclId container, DeclId around)
{
    TableId table = model_decl(k->m, container)->table;
    if (table == 0 || skeleton_rows(k, container))
        return;
    const Table *t = model_table(k->m, table);
    for (uint32_t r = 0; r < t->rows.len; r++)
        if (row_decl(t, r) != 0 && k->wanted[row_decl(t, r)])
            skeleton_answer(k, row_decl(t, r), around);
}

static void put_thing(Skeleton *k, DeclId d, DeclId around)
{
    const Decl *decl = model_decl(k->m, d);
    if (is_heading(k, decl))
        put_heading(k, d, decl->kind == K_AGAIN ? decl->same : 0);
    else if (decl->kind == K_BREAKDOWN)
        skeleton_accounts(k, d);
    else if (!skeleton_answerable(k, d))
        skeleton_contents(k, d, around);
    else if (decl->container)
        put_rows(k, d, around);
    else
        skeleton_answer(k, d, around);
}

void skeleton_contents(Skeleton *k, DeclId d, DeclId around)
{
    if (k->depth > 2 * DEEPEST)
        return;
    k->depth++;
    for (uint32_t i = model_decl(k->m, d)->first_item; i != 0; i = k->m->items.at[i].next) {
        Item item = k->m->items.at[i];
        if (item.kind == ITEM_DECL && k->wanted[item.id])
            put_thing(k, item.id, around);
    }
    k->depth--;
}

/* ---- all of it ------------------------------------------------------------------------------ */

/* A thing that is wanted makes what it stands in wanted. */
static void mark_wanted(Skeleton *k)
{
    Model *m = k->m;
    k->wanted = arena_array(m->arena, bool, m->decls.len);
    for (DeclId id = 1; id < m->decls.len; id++) {
        const Decl *d = model_decl(m, id);
        bool answer = skeleton_answerable(k, id) && !d->container && !report_passes_over(m, id) &&
                      skeleton_is_due(k, id);
        bool table = d->kind == K_BREAKDOWN && skeleton_has_accounts(k, id);
        if ((!answer && !table) || !decl_inside(m, id, k->wish->plan))
            continue;
        for (DeclId up = id; up != 0 && !k->wanted[up]; up = model_decl(m, up)->parent)
            k->wanted[up] = true;
    }
}

bool skeleton_possible(const Model *m, DeclId plan)
{
    const Decl *d = model_decl(m, plan);
    return d->name_text.len > 0 || d->title_len > 0;
}

static Str day_text(Arena *arena, Date day)
{
    Buf text;
    buf_init(&text, arena);
    buf_printf(&text, "%d.%d.%d", day.day, day.month, day.year);
    return buf_view(&text);
}

void skeleton_put(Buf *out, Model *m, const SkeletonWish *wish)
{
    Date end = period_year(wish->year).to;
    bool part = wish->upto.kind != PERIOD_NONE && date_cmp(wish->upto.to, end) < 0;
    Date last = part ? wish->upto.to : end;
    Skeleton k = {.m = m,
                  .out = out,
                  .wish = wish,
                  .year = year_text(m->arena, wish->year),
                  .until = part ? last : (Date){0, 0, 0},
                  .day = day_text(m->arena, last),
                  .words = words_of_plan(m, wish->plan),
                  .text = plan_lang(m, wish->plan)};
    skeleton_find_divided(&k);
    mark_wanted(&k);
    skeleton_head(&k);
    skeleton_contents(&k, wish->plan, 0);
    buf_cstr(out, "}\n");
}
