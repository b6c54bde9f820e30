/*
 * skeleton_accounts.c — how an amount was divided, and a column for what was spent.  Layer: years.
 *
 * In: a `fordeling` of the plan with one amount a row for the report's year. Out: the same rows and
 * amounts as the budget, which the checker holds against the amount divided, and a blank column for
 * the accounts; of a part of the year also for the forecast, and how far it is from the budget. A
 * table that has more to it (groups with a body, two rows of heads, a sum that is known to be
 * wrong) is named in a comment.
 */
#include "base/quote.h"
#include "check/sums.h"
#include "years/skeleton_int.h"

#define NO_COLUMN UINT32_MAX

/* ---- which tables --------------------------------------------------------------------------- */

/* The net amount, else that of the year, else the only one. */
static uint32_t budget_column(const Skeleton *k, const Table *t)
{
    uint32_t net = NO_COLUMN;
    uint32_t of_year = NO_COLUMN;
    uint32_t last = NO_COLUMN;
    uint32_t figures = 0;
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Column *col = &t->cols.at[c];
        if (col->use != COL_VALUE)
            continue;
        figures++;
        last = c;
        net = col->key == P_NET ? c : net;
        of_year = skeleton_of_year(k, col->index) ? c : of_year;
    }
    return net != NO_COLUMN ? net : of_year != NO_COLUMN || figures != 1 ? of_year : last;
}

bool skeleton_has_accounts(const Skeleton *k, DeclId breakdown)
{
    const Decl *d = model_decl(k->m, breakdown);
    return d->table != 0 && decl_fact(k->m, breakdown, P_OF) != NULL &&
           budget_column(k, model_table(k->m, d->table)) != NO_COLUMN;
}

/* The frame that a figure is of; 0: it is of none. */
static DeclId frame_of(const Model *m, FigRef figure)
{
    PropId prop = figure.fact == 0 ? 0 : model_fact(m, figure.fact)->prop;
    DeclId decl = prop == 0 ? 0 : model_prop(m, prop)->decl;
    return decl != 0 && model_decl(m, decl)->kind == K_FRAME ? decl : 0;
}

void skeleton_find_divided(Skeleton *k)
{
    Model *m = k->m;
    k->divided = arena_array(m->arena, bool, m->decls.len);
    for (DeclId b = 0; k->until.year == 0 && (b = decl_of_kind(m, K_BREAKDOWN, b)) != 0;) {
        FrameVec frames = {0};
        if (!skeleton_has_accounts(k, b))
            continue;
        breakdown_frames(m, model_decl(m, b)->table, &frames);
        for (uint32_t i = 0; i < frames.len; i++)
            k->divided[frame_of(m, frames.at[i].from)] = true;
    }
    k->divided[0] = false;
}

/* HP4020 is about the title alone, which is not taken over. */
static bool has_known_fault(const Skeleton *k, const Decl *d)
{
    for (PropId p = d->first_prop; p != 0; p = model_prop(k->m, p)->next) {
        const Prop *prop = model_prop(k->m, p);
        if (prop->key == P_KNOWN_FAULT && prop->count > 0 &&
            str_find(prop_said(k->m, prop), STR("HP4020")) < 0)
            return true;
    }
    return false;
}

static bool is_plain(const Skeleton *k, const Decl *d)
{
    for (uint32_t i = d->first_item; i != 0; i = k->m->items.at[i].next) {
        Item item = k->m->items.at[i];
        if (item.kind == ITEM_DECL && model_decl(k->m, item.id)->kind == K_GROUP)
            return false;
    }
    return k->wish->accounts && !model_table(k->m, d->table)->two_headers && !has_known_fault(k, d);
}

/* ---- the table ------------------------------------------------------------------------------ */

/* The first label, names, and the budget. */
static bool is_kept(const Table *t, uint32_t col, uint32_t budget)
{
    uint8_t use = t->cols.at[col].use;
    return col == budget || use == COL_LABEL || use == COL_NAME;
}

static void put_budget_head(Skeleton *k, const Column *c)
{
    buf_cstr(k->out, "| ");
    if (c->key != 0)
        buf_str(k->out, word_of(c->term, k->words));
    else
        buf_str(k->out, c->head);
    buf_cstr(k->out, " \"");
    say_put(k->out, SAY_BUDGET, k->text, k->year, STR_NONE);
    buf_cstr(k->out, "\" ");
}

/* A column to fill in: what the checker knows it by, and what is printed. */
static void put_blank_head(Skeleton *k, Str word, SayId printed, Str time)
{
    buf_cstr(k->out, "| ");
    buf_str(k->out, word);
    buf_cstr(k->out, " \"");
    say_put(k->out, printed, k->text, time, STR_NONE);
    buf_cstr(k->out, "\" ");
}

/* How many they are. */
static int put_blank_heads(Skeleton *k)
{
    Str accounts = say_text(SAY_ACCOUNTS_COLUMN, k->text);
    if (k->until.year == 0) {
        put_blank_head(k, accounts, SAY_ACCOUNTS, k->year);
        return 1;
    }
    put_blank_head(k, accounts, SAY_ACCOUNTS_SO_FAR, k->day);
    put_blank_head(k, version_word(VER_FORECAST, k->text), SAY_FORECAST, k->year);
    skeleton_put_cell(k, say_text(SAY_DEVIATION_COLUMN, k->text));
    return 3;
}

/* How many columns are to be filled in. */
static int put_heads(Skeleton *k, const Table *t, uint32_t budget)
{
    for (uint32_t c = 0; c < t->cols.len; c++) {
        if (c == budget)
            put_budget_head(k, &t->cols.at[c]);
        else if (is_kept(t, c, budget))
            skeleton_put_cell(k, span_text(k->m->sources, column_span(t, c)));
    }
    int blanks = put_blank_heads(k);
    buf_cstr(k->out, "|\n");
    return blanks;
}

static void put_rows(Skeleton *k, const Table *t, uint32_t budget, int blanks)
{
    for (uint32_t r = 0; r < t->rows.len; r++) {
        bool heading = t->rows.at[r].role == ROLE_GROUP;
        for (uint32_t c = 0; c < t->cols.len; c++)
            if (is_kept(t, c, budget) && (!heading || t->cols.at[c].use == COL_LABEL))
                skeleton_put_cell(k, skeleton_cell(k, t, r, c));
        buf_repeat(k->out, "| ", heading ? 0 : (size_t)blanks);
        buf_cstr(k->out, "|\n");
    }
}

/* Where the years had a column each, the amount is that of the one which is left. */
static void put_divided(Skeleton *k, Str amount, const Column *budget)
{
    Buf behind;
    buf_init(&behind, k->m->arena);
    buf_printf(&behind, ".%.*s", STR_ARG(k->year));
    put_flat(k->out, amount);
    if (skeleton_of_year(k, budget->index) && !str_ends(amount, buf_view(&behind)))
        buf_str(k->out, buf_view(&behind));
}

/* What the plan or a chapter of it says for the table, which the report must say itself. */
static void copy_scale(Skeleton *k, const Decl *d)
{
    PropId said = 0;
    for (DeclId around = d->parent; said == 0 && around != 0;
         around = model_decl(k->m, around)->parent)
        said = decl_prop(k->m, around, P_SCALE, NULL);
    if (said == 0)
        return;
    const Prop *prop = model_prop(k->m, said);
    buf_str(k->out, word_of(prop->term, k->words));
    buf_cstr(k->out, ": ");
    put_flat(k->out, prop_said(k->m, prop));
    buf_char(k->out, '\n');
}

static void copy_lines(Skeleton *k, const Decl *d, const Column *budget)
{
    static const uint16_t keys[] = {P_OF, P_SCALE, P_SIGN, P_MEASURED_IN, P_PRECISION};
    for (PropId p = d->first_prop; p != 0; p = model_prop(k->m, p)->next) {
        const Prop *prop = model_prop(k->m, p);
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            if (prop->key != keys[i] || prop->count == 0)
                continue;
            buf_str(k->out, word_of(prop->term, k->words));
            buf_cstr(k->out, ": ");
            if (prop->key == P_OF)
                put_divided(k, prop_said(k->m, prop), budget);
            else
                put_flat(k->out, prop_said(k->m, prop));
            buf_char(k->out, '\n');
        }
    }
}

/* "Regnskap 2026 etter avdeling" */
static Str title_of(const Skeleton *k, const Table *t)
{
    Str by = STR_NONE;
    Buf title;
    for (uint32_t c = t->cols.len; c-- > 0;)
        if (t->cols.at[c].use == COL_LABEL)
            by = t->cols.at[c].label;
    buf_init(&title, k->m->arena);
    say_put(&title, k->until.year == 0 ? SAY_ACCOUNTS_BY : SAY_FORECAST_BY, k->text, k->year, by);
    return buf_view(&title);
}

void skeleton_accounts(Skeleton *k, DeclId breakdown)
{
    const Decl *d = model_decl(k->m, breakdown);
    const Table *t = model_table(k->m, d->table);
    uint32_t budget = budget_column(k, t);
    if (!is_plain(k, d)) {
        skeleton_comment(k, SAY_NO_ACCOUNTS, d->title, STR_NONE);
        return;
    }
    buf_char(k->out, '\n');
    buf_str(k->out, word_of(d->term, k->words));
    buf_char(k->out, ' ');
    quote_put(k->out, title_of(k, t));
    buf_cstr(k->out, " {\n");
    copy_lines(k, d, &t->cols.at[budget]);
    if (decl_prop(k->m, breakdown, P_SCALE, NULL) == 0)
        copy_scale(k, d);
    int blanks = put_heads(k, t, budget);
    put_rows(k, t, budget, blanks);
    buf_cstr(k->out, "}\n");
}
