/*
 * layout.c — how each kind is laid out.  Layer: report.
 *
 * The table says what a kind is by nature; what a thing holds may overrule it: headings cannot
 * stand in a list, nor paragraphs in a row. `vis:` has the last word but for that.
 */
#include "report/maker.h"

typedef struct Layout {
    uint8_t form;       /* Form */
    uint8_t table_from; /* FORM_TABLE: as many things make a table; fewer are a list */
    bool names_kind;    /* in a list an item says what it is */
} Layout;

static const Layout layouts[VOCAB_KIND_COUNT] = {
    [K_PLAN] = {FORM_SECTION, 0, false},
    [K_REPORT] = {FORM_SECTION, 0, false},
    [K_BASELINE] = {FORM_SECTION, 0, false},
    [K_CHAPTER] = {FORM_CHAPTER, 0, false},
    [K_AGAIN] = {FORM_AGAIN, 0, false},
    [K_UNIT] = {FORM_LIST, 0, false},
    [K_POSITION] = {FORM_TABLE, 1, true},
    [K_FRAME] = {FORM_TABLE, 1, true},
    [K_BREAKDOWN] = {FORM_FIGURES, 0, false},
    [K_KEYFIGURE] = {FORM_TABLE, 1, true},
    [K_GOAL] = {FORM_SECTION, 0, true},
    [K_SUBGOAL] = {FORM_SECTION, 0, true},
    [K_MEASURE] = {FORM_TABLE, 2, false},
    [K_OPERATION] = {FORM_TABLE, 2, false},
    [K_INDICATOR] = {FORM_TABLE, 1, true},
    [K_INVESTMENT] = {FORM_TABLE, 1, true},
    [K_DECISION] = {FORM_TABLE, 1, false},
    [K_MOTION] = {FORM_LIST, 0, false},
    [K_SERVICE] = {FORM_TABLE, 2, false},
    [K_SYSTEM] = {FORM_TABLE, 2, false},
    [K_PARTNER] = {FORM_TABLE, 2, false},
    [K_PROCESS] = {FORM_SECTION, 0, false},
    [K_STEP] = {FORM_LIST, 0, false},
    [K_ITEM] = {FORM_LIST, 0, false},
    [K_DOCUMENT] = {FORM_TABLE, 2, false},
    [K_TABLE] = {FORM_FIGURES, 0, false},
    [K_SCHEDULE] = {FORM_FIGURES, 0, false},
    [K_GROUP] = {FORM_LIST, 0, false}, /* printed by its table */
};

static const Layout *layout_of(uint16_t kind)
{
    static const Layout none = {FORM_NONE, 0, false};
    return kind < VOCAB_KIND_COUNT ? &layouts[kind] : &none;
}

uint32_t layout_table_from(uint16_t kind)
{
    return layout_of(kind)->table_from;
}

bool layout_names_kind(uint16_t kind)
{
    return layout_of(kind)->names_kind;
}

/* --- what a thing holds ---------------------------------------------------------------------- */

static uint16_t shown_as(const Maker *mk, DeclId d)
{
    const Fact *f = decl_fact(mk->m, d, P_SHOW);
    return f != NULL && f->value.kind == VAL_ENUM ? vocab_term(f->value.term)->id : E_NONE;
}

bool thing_hidden(const Maker *mk, DeclId d)
{
    const Decl *decl = model_decl(mk->m, d);
    return decl->kind == K_FACTS || (vocab_term(decl->term)->flags & TF_SILENT) != 0 ||
           layout_of(decl->kind)->form == FORM_NONE || shown_as(mk, d) == E_SHOW_NO;
}

static bool is_shown_as(const Maker *mk, DeclId d, uint16_t form)
{
    return shown_as(mk, d) == form || shown_as(mk, decl_self(mk->m, d)) == form;
}

bool thing_in_bars(const Maker *mk, DeclId d)
{
    return is_shown_as(mk, d, E_SHOW_BARS);
}

bool thing_is_drawn(const Maker *mk, DeclId d)
{
    return is_shown_as(mk, d, E_SHOW_CHART) || thing_in_bars(mk, d);
}

/* Any paragraph or thing inside it? */
static bool has_contents(const Maker *mk, const Decl *d)
{
    for (uint32_t i = d->first_item; i != 0; i = mk->m->items.at[i].next) {
        const Item *item = &mk->m->items.at[i];
        if (item->kind == ITEM_TEXT || item->kind == ITEM_TABLE)
            return true;
        if (item->kind == ITEM_DECL && !thing_hidden(mk, item->id))
            return true;
    }
    return false;
}

/* Something in it needs a heading of its own? What is too deep to look at may. */
static bool needs_heading(const Maker *mk, DeclId d, uint32_t depth)
{
    const Decl *decl = model_decl(mk->m, d);
    if (depth > SYNTAX_MAX_DEPTH)
        return true;
    for (uint32_t i = decl->first_item; i != 0; i = mk->m->items.at[i].next) {
        const Item *item = &mk->m->items.at[i];
        if (item->kind != ITEM_DECL || thing_hidden(mk, item->id))
            continue;
        Form form = (Form)layout_of(model_decl(mk->m, item->id)->kind)->form;
        if (form == FORM_CHAPTER || form == FORM_AGAIN || form == FORM_SECTION)
            return true;
        if (needs_heading(mk, item->id, depth + 1))
            return true;
    }
    return false;
}

/* --- the form -------------------------------------------------------------------------------- */

Form thing_form(Maker *mk, DeclId d, bool in_list)
{
    const Decl *decl = model_decl(mk->m, d);
    if (thing_hidden(mk, d))
        return FORM_NONE;
    uint16_t show = shown_as(mk, d);
    Form form = (Form)layout_of(decl->kind)->form;
    if (decl->container)
        return show == E_SHOW_LIST || show == E_SHOW_PARAGRAPHS ? FORM_LIST : FORM_ROWS;
    if (form == FORM_FIGURES || form == FORM_CHAPTER || form == FORM_AGAIN)
        return form;
    if (show == E_SHOW_LIST)
        form = FORM_LIST;
    else if (show == E_SHOW_TABLE)
        form = FORM_TABLE;
    else if (show == E_SHOW_PARAGRAPHS)
        form = FORM_SECTION;
    if (in_list)
        return FORM_LIST;
    if (form != FORM_SECTION && needs_heading(mk, d, 0))
        return FORM_SECTION;
    if (form == FORM_TABLE && (has_contents(mk, decl) || thing_is_drawn(mk, d)))
        return FORM_LIST; /* a row has no room for it */
    return form;
}
