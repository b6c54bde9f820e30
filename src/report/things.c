/*
 * things.c — lists and tables of things.  Layer: report.
 *
 * Things of one kind that stand together become one list, or one table with a column for each
 * property that any of them has.
 */
#include "report/maker.h"

/* --- lists ----------------------------------------------------------------------------------- */

static bool has_contents(const Block *item)
{
    return item->first != NULL;
}

/* Does an item say what it is? Items of several words that stand together do, but for the plain
 * `punkt`; so does a measure that belongs to an item or a process. */
static bool says_kind(const Maker *mk, const Decl *decl, bool mixed)
{
    if (decl->title.len == 0 && decl->name_text.len == 0)
        return false;
    if (layout_names_kind(decl->kind))
        return true;
    if (decl->kind == K_ITEM)
        return mixed && !str_eq(str_from(vocab_term(decl->term)->key), STR("item.punkt"));
    if (decl->kind != K_MEASURE || decl->parent == 0)
        return false;
    uint16_t around = model_decl(mk->m, decl->parent)->kind;
    return around == K_ITEM || around == K_PROCESS || around == K_STEP;
}

static void put_item_title(Maker *mk, DeclId d, Block *item, bool mixed)
{
    Str title = thing_title(mk, d);
    RunStyle style = has_contents(item) ? RUN_STRONG : RUN_PLAIN;
    Runs text = {0};
    if (says_kind(mk, model_decl(mk->m, d), mixed)) {
        Buf b;
        buf_init(&b, mk->arena);
        buf_str(&b, text_capital(mk->arena, thing_word(mk, d)));
        buf_printf(&b, ": %.*s", STR_ARG(title));
        title = buf_view(&b);
    }
    runs_add(mk->arena, &text, title, style, NULL);
    item->text = text;
}

static void make_item(Maker *mk, DeclId d, Block *list, bool mixed)
{
    Block *item = block_add(mk->arena, list, BLOCK_ITEM);
    const Decl *decl = model_decl(mk->m, d);
    if (decl->title.len > 0 || decl->name_text.len > 0)
        item->number = decl_number(mk->m, decl)->text;
    Traits *traits = maker_traits(mk, d);
    Runs description = {0}; /* it is all that there is to say */
    if (decl->kind == K_ITEM && traits->len == 1 && traits->at[0].key == P_DESCRIPTION) {
        description = traits->at[0].shown.runs;
    } else if (traits->len > 0) {
        Block *fields = block_add(mk->arena, item, BLOCK_FIELDS);
        traits_fields(mk, d, traits, &fields->fields);
    }
    make_traits_chart(mk, d, traits, item);
    make_body(mk, d, item, HEADING_MAX, true);
    thing_faults(mk, d, item);
    put_item_title(mk, d, item, mixed);
    if (!runs_empty(&description)) { /* FDV: forvaltning, drift og vedlikehold */
        item->text.at[0].style = RUN_STRONG;
        runs_add(mk->arena, &item->text, STR(": "), RUN_PLAIN, NULL);
        runs_join(mk->arena, &item->text, &description);
    }
    maker_printed(mk, item, NULL, d);
}

void make_list(Maker *mk, const DeclId *things, uint32_t count, Block *into)
{
    Block *list = block_add(mk->arena, into, BLOCK_LIST);
    bool mixed = false;
    for (uint32_t i = 1; i < count; i++)
        mixed = mixed || model_decl(mk->m, things[i])->term != model_decl(mk->m, things[0])->term;
    for (uint32_t i = 0; i < count; i++)
        make_item(mk, things[i], list, mixed);
}

/* --- tables ---------------------------------------------------------------------------------- */

/* Nobody reads a table that is wider; and where each thing says what no other one says, it would
 * have a cell for each two of them. */
enum { MOST_COLUMNS = 40 };

typedef struct ThingTable {
    const DeclId *things;
    uint32_t count;
    Traits *traits;        /* of each */
    Traits columns;        /* the first trait of each column for a property */
    bool numbered, worded; /* there is a column for it */
} ThingTable;

/* A column that the thing is the first to need stands before the one that it has next: what is new
 * of 2025 beside what is known of 2025. */
static void add_columns(Maker *mk, const Traits *traits, Traits *columns)
{
    uint32_t at = columns->len;
    for (uint32_t k = traits->len; k-- > 0;) {
        uint32_t place = trait_place(columns, &traits->at[k]);
        if (place < columns->len) {
            at = place;
            continue;
        }
        (void)vec_push(mk->arena, columns);
        memmove(&columns->at[at + 1], &columns->at[at], (columns->len - 1 - at) * sizeof(Trait));
        columns->at[at] = traits->at[k];
    }
}

static const Trait *attainment_of(const Traits *traits)
{
    const Trait *last = traits->len == 0 ? NULL : &traits->at[traits->len - 1];
    return last != NULL && trait_is_attainment(last) ? last : NULL;
}

/* Where the status of each says whether its target is met, one column does. */
static void drop_said_attainment(Maker *mk, ThingTable *t)
{
    for (uint32_t i = 0; i < t->count; i++) {
        const Trait *a = attainment_of(&t->traits[i]);
        if (a != NULL && !status_says(mk, t->things[i], a->shown.runs.at[0].text))
            return;
    }
    for (uint32_t i = 0; i < t->count; i++)
        t->traits[i].len -= attainment_of(&t->traits[i]) != NULL;
}

/* False: there are too many columns. */
static bool collect(Maker *mk, ThingTable *t)
{
    t->traits = arena_array(mk->arena, Traits, t->count);
    const Decl *first = model_decl(mk->m, decl_self(mk->m, t->things[0]));
    for (uint32_t i = 0; i < t->count; i++) {
        const Decl *d = model_decl(mk->m, decl_self(mk->m, t->things[i]));
        t->numbered = t->numbered || d->number != 0;
        t->worded = t->worded || d->term != first->term;
        thing_traits(mk, t->things[i], &t->traits[i]);
        if (t->traits[i].len > MOST_COLUMNS)
            return false;
    }
    drop_said_attainment(mk, t);
    for (uint32_t i = 0; i < t->count; i++) {
        add_columns(mk, &t->traits[i], &t->columns);
        if (t->columns.len > MOST_COLUMNS)
            return false;
    }
    return true;
}

static void add_row(Maker *mk, const ThingTable *t, uint32_t i, Grid *grid)
{
    DeclId d = t->things[i];
    GridRow *row = grid_row(mk->arena, grid, GRID_PLAIN);
    uint32_t col = 0;
    row->decl = d;
    if (t->numbered)
        grid_text(mk, &row->cells[col++],
                  decl_number(mk->m, model_decl(mk->m, decl_self(mk->m, d)))->text);
    const Decl *self = model_decl(mk->m, decl_self(mk->m, d));
    bool only_number = self->number != 0 && self->title.len == 0 && self->name_text.len == 0;
    grid_text(mk, &row->cells[col++], only_number ? STR_NONE : thing_title(mk, d));
    if (t->worded)
        grid_text(mk, &row->cells[col++], text_capital(mk->arena, thing_word(mk, d)));
    for (uint32_t k = 0; k < t->traits[i].len; k++) {
        const Trait *trait = &t->traits[i].at[k];
        row->cells[col + trait_place(&t->columns, trait)] = trait->shown;
    }
}

void make_table(Maker *mk, const DeclId *things, uint32_t count, Block *into)
{
    ThingTable t = {things, count, NULL, {0}, false, false};
    if (!collect(mk, &t)) {
        make_list(mk, things, count, into);
        return;
    }
    Grid *grid = arena_new(mk->arena, Grid);
    if (t.numbered)
        grid_column(mk->arena, grid, maker_label(mk, LABEL_NUMBER), false);
    grid_column(mk->arena, grid,
                t.worded ? maker_label(mk, LABEL_TITLE)
                         : text_capital(mk->arena, thing_word(mk, things[0])),
                false);
    if (t.worded)
        grid_column(mk->arena, grid, maker_label(mk, LABEL_TYPE), false);
    for (uint32_t c = 0; c < t.columns.len; c++)
        grid_column(mk->arena, grid, t.columns.at[c].label, false);
    grid_room(mk->arena, grid, count);
    for (uint32_t i = 0; i < count; i++)
        add_row(mk, &t, i, grid);
    grid_add(mk, grid, STR_NONE, into);
    for (uint32_t i = 0; i < count; i++)
        thing_faults(mk, things[i], into);
}
