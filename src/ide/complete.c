/*
 * complete.c — what could be written at a place.  Layer: ide.
 *
 * In: a Context. Out: the words of the language that may stand there, the names of the kind that
 * is expected, codes that are valid in the plan's year, units, functions. What has been typed
 * already narrows the list; the editor narrows it further.
 */
#include "ide/context.h"

#include "base/quote.h"
#include "base/utf8.h"
#include "model/eval.h"
#include "model/scope.h"

#include <stdlib.h>

enum { MOST_NAMES = 1000, MOST_CODES = 1000 };

typedef struct Completer {
    const Ide *ide;
    Context c;
    Str typed; /* folded, without an opening quote */
    int words; /* VOCAB_*: the language in which the words of the plan are written */
    VEC(hplan_ide_completion) out;
} Completer;

/* --- one item -------------------------------------------------------------------------------- */

/* The typed letters stand somewhere in it. */
static bool fits(const Completer *p, Str label)
{
    return p->typed.len == 0 || str_find(utf8_fold(p->ide->m->scratch, label), p->typed) >= 0;
}

static hplan_ide_completion *add(Completer *p, hplan_ide_item kind, Str label, const char *detail)
{
    hplan_ide_completion *item = vec_push(p->ide->arena, &p->out);
    item->kind = kind;
    item->label = ide_text(p->ide, label);
    item->detail = detail;
    item->edit = (hplan_edit){ide_range(p->ide, p->c.typed), item->label};
    return item;
}

/* --- words of the language ------------------------------------------------------------------- */

static const char *doc_or_null(const Ide *ide, TermId term)
{
    const char *doc = vocab_doc(term, ide->lang);
    return doc[0] == '\0' ? NULL : doc;
}

/* What follows a word when it has been chosen; NULL: nothing. */
static const char *behind_kind(uint16_t kind)
{
    switch (kind) {
    case K_USE:
    case K_PART_OF: return " \"${1}.hplan\"";
    case K_AGAIN: return " ${1} {\n\t$0\n}";
    case K_FACTS:
    case K_LEVELS:
    case K_PROJECT: return " {\n\t$0\n}";
    default: return " \"${1}\" {\n\t$0\n}";
    }
}

static const char *joined(const Ide *ide, const char *word, const char *behind)
{
    Buf b;
    buf_init(&b, ide->arena);
    buf_cstr(&b, word);
    buf_cstr(&b, behind);
    return ide_taken(ide, &b);
}

static hplan_ide_completion *add_word(Completer *p, hplan_ide_item kind, TermId term)
{
    Str spelling = str_from(vocab_term(term)->spelling[p->words]);
    if (!fits(p, spelling))
        return NULL;
    hplan_ide_completion *item = add(p, kind, spelling, NULL);
    item->doc = doc_or_null(p->ide, term);
    return item;
}

/* Was the property stated already, and may be so but once? */
static bool is_stated(const Completer *p, TermId term)
{
    const Term *t = vocab_term(term);
    return p->c.inside != 0 && t->card != CARD_MANY && (t->flags & TF_INDEXED) == 0 &&
           decl_prop(p->ide->m, p->c.inside, t->id, NULL) != 0;
}

/* Words of one spelling are one item: `enhet` is a kind in more than one row. */
static bool is_listed(const Completer *p, hplan_ide_item kind, const char *label)
{
    for (uint32_t i = 0; i < p->out.len; i++)
        if (p->out.at[i].kind == kind && strcmp(p->out.at[i].label, label) == 0)
            return true;
    return false;
}

static bool allowed_here(const Completer *p, TermId term)
{
    DeclId same = p->c.inside == 0 ? 0 : model_decl(p->ide->m, p->c.inside)->same;
    return vocab_allowed(term, (Kind)p->c.kind) ||
           (same != 0 && vocab_term(term)->group == VG_PROP &&
            vocab_allowed(term, (Kind)model_decl(p->ide->m, same)->kind));
}

static void add_statements(Completer *p)
{
    for (TermId i = 1; i < vocab_term_count; i++) {
        const Term *t = vocab_term(i);
        bool kind = t->group == VG_KIND;
        if ((!kind && t->group != VG_PROP) || !allowed_here(p, i) ||
            is_listed(p, kind ? HPLAN_ITEM_KEYWORD : HPLAN_ITEM_PROPERTY, t->spelling[p->words]) ||
            (!kind && (is_stated(p, i) || t->id == P_TITLE || t->id == P_NAME)))
            continue;
        hplan_ide_completion *item =
            add_word(p, kind ? HPLAN_ITEM_KEYWORD : HPLAN_ITEM_PROPERTY, i);
        if (item == NULL)
            continue;
        item->edit.text = joined(p->ide, item->label, kind ? behind_kind(t->id) : ": ");
        item->snippet = kind;
    }
}

static void add_group(Completer *p, VocabGroup group, unsigned inside, hplan_ide_item kind)
{
    for (TermId i = 1; i < vocab_term_count; i++)
        if (vocab_term(i)->group == group && vocab_allowed(i, (Kind)inside) &&
            !is_listed(p, kind, vocab_term(i)->spelling[p->words]))
            (void)add_word(p, kind, i);
}

/* --- names ----------------------------------------------------------------------------------- */

/* As the place writes it: in a cell the title, in quotes if they are open, else the name. */
static void add_thing(Completer *p, DeclId d, bool preferred)
{
    const Decl *decl = model_decl(p->ide->m, d);
    bool by_title = (p->c.cell || p->c.quoted || decl->name_text.len == 0) && decl->title.len > 0;
    Str label = by_title ? decl->title : decl->name_text;
    if (label.len == 0 || (!fits(p, label) && !fits(p, decl->title)))
        return;
    Buf detail;
    buf_init(&detail, p->ide->arena);
    buf_cstr(&detail, vocab_term(decl->term)->spelling[p->ide->lang]);
    if (!by_title && decl->title.len > 0)
        buf_printf(&detail, " «%.*s»", STR_ARG(decl->title));
    hplan_ide_completion *item = add(p, HPLAN_ITEM_NAME, label, ide_taken(p->ide, &detail));
    if (by_title && !p->c.cell)
        item->edit.text = ide_text(p->ide, quote_text(p->ide->arena, label));
    item->preferred = preferred;
}

static void add_things(Completer *p, uint16_t kind, bool preferred)
{
    const Model *m = p->ide->m;
    for (DeclId d = 1; d < m->decls.len && p->out.len < MOST_NAMES; d++) {
        const Decl *decl = model_decl(m, d);
        bool named = decl->name_text.len > 0 || (kind != K_NONE && decl->title.len > 0);
        if (named && !decl->container && decl->kind != K_AGAIN && decl->kind != K_RULE &&
            (kind == K_NONE || decl->kind == kind))
            add_thing(p, d, preferred);
    }
}

/* --- codes and units ------------------------------------------------------------------------- */

static void add_codes(Completer *p, CatalogueId id)
{
    const Catalogue *cat = catalogue_named(vocab_catalogue_name(id));
    int year = ide_year(p->ide, p->c.typed.file);
    bool by_title = id == CAT_KOMMUNE;
    for (uint32_t i = 0; cat != NULL && i < cat->entry_count && p->out.len < MOST_CODES; i++) {
        const CatEntry *e = &cat->entries[i];
        if (!catalogue_valid(e, year) || (!fits(p, e->code) && !fits(p, e->title)))
            continue;
        (void)add(p, HPLAN_ITEM_CODE, by_title ? e->title : e->code,
                  ide_text(p->ide, by_title ? e->code : e->title));
    }
}

/* What a figure of this type may be measured in; E_NONE: in anything. */
static uint16_t dimension_of(uint8_t type)
{
    switch (type) {
    case VT_MONEY: return E_DIMENSION_MONEY;
    case VT_FTE: return E_DIMENSION_FTE;
    case VT_PERCENT: return E_DIMENSION_PERCENT;
    case VT_COUNT: return E_DIMENSION_COUNT;
    default: return E_NONE;
    }
}

/* The units of the library, and those that the plan declares. Behind digits only the letters of
 * the unit are replaced. */
static void add_units(Completer *p, uint16_t dimension)
{
    const UnitTable *units = &p->ide->m->units;
    for (uint32_t i = 1; i < units->units.len; i++) {
        const Unit *u = &units->units.at[i];
        Str label = unit_name(units, (UnitId)i, (Lang)p->words);
        bool right = dimension == E_NONE || u->dim == dimension;
        if (!right || u->adhoc || u->per != 0 || u->dim == 0 || label.len == 0 ||
            !fits(p, label) || is_listed(p, HPLAN_ITEM_UNIT, ide_text(p->ide, label)))
            continue;
        (void)add(p, HPLAN_ITEM_UNIT, label,
                  ide_text(p->ide, unit_dimension_name(units, p->ide->arena, (UnitId)i,
                                                       p->ide->lang)));
    }
}

static void add_units_behind_figure(Completer *p, uint8_t type)
{
    Str all = span_text(p->ide->sources, p->c.typed);
    uint32_t digit = all.len;
    while (digit > 0 && (all.ptr[digit - 1] < '0' || all.ptr[digit - 1] > '9'))
        digit--;
    if (digit == 0) {
        add_group(p, VG_QUAL, K_NONE, HPLAN_ITEM_VALUE);
        add_group(p, VG_MISSING, K_NONE, HPLAN_ITEM_VALUE);
        return;
    }
    while (digit < all.len && all.ptr[digit] == ' ')
        digit++;
    p->c.typed.off += digit;
    p->c.typed.len -= digit;
    p->typed = utf8_fold(p->ide->m->scratch, str_slice(all, digit, all.len));
    add_units(p, dimension_of(type));
}

/* --- values ---------------------------------------------------------------------------------- */

static void add_values(Completer *p, TermId property)
{
    const Term *t = vocab_term(property);
    switch ((ValueType)t->type) {
    case VT_ENUM: add_group(p, VG_ENUM, t->type_arg, HPLAN_ITEM_VALUE); break;
    case VT_BOOL: add_group(p, VG_ENUM, SET_BOOL, HPLAN_ITEM_VALUE); break;
    case VT_REF: add_things(p, t->type_arg, true); break;
    case VT_CODE: add_codes(p, (CatalogueId)t->type_arg); break;
    case VT_UNIT: add_units(p, E_NONE); break;
    case VT_MONEY:
    case VT_FTE:
    case VT_COUNT:
    case VT_PERCENT:
    case VT_QUANTITY:
    case VT_NUMBER: add_units_behind_figure(p, t->type); break;
    case VT_DATE:
    case VT_PERIOD: add_group(p, VG_PERIOD, K_NONE, HPLAN_ITEM_VALUE); break;
    case VT_NONE:
    case VT_TEXT:
    case VT_NAME:
    case VT_YEAR:
    case VT_YEARS:
    case VT_EXPR:
    case VT_PATH:
    case VT_URL:
    case VT_KNOWN:
    case VT_KIND:
    case VT_CONDITION: break;
    }
}

/* --- formulas -------------------------------------------------------------------------------- */

static void add_functions(Completer *p)
{
    for (TermId i = 1; i < vocab_term_count; i++) {
        hplan_ide_completion *item = vocab_term(i)->group != VG_FUNC
                                         ? NULL
                                         : add_word(p, HPLAN_ITEM_FUNCTION, i);
        if (item == NULL)
            continue;
        item->edit.text = joined(p->ide, item->label, "(${1})");
        item->snippet = true;
    }
}

/* The kinds of which there is something: `ramme`, antall(tiltak). */
static void add_used_kinds(Completer *p)
{
    const Model *m = p->ide->m;
    for (DeclId d = 1; d < m->decls.len; d++) {
        TermId term = model_decl(m, d)->term;
        if (term != 0 && model_decl(m, d)->kind != K_AGAIN &&
            !is_listed(p, HPLAN_ITEM_KEYWORD, vocab_term(term)->spelling[p->words]))
            (void)add_word(p, HPLAN_ITEM_KEYWORD, term);
    }
}

static void add_row_labels(Completer *p, const Table *t)
{
    for (uint32_t c = 0; c < t->cols.len; c++) {
        const Column *col = &t->cols.at[c];
        bool figures = col->use == COL_VALUE || col->use == COL_SUM;
        if (figures && fits(p, col->head))
            add(p, HPLAN_ITEM_PROPERTY, eval_as_part(p->ide->arena, col->head), NULL)->preferred =
                true;
    }
    for (uint32_t r = 0; r < t->rows.len && p->out.len < MOST_NAMES; r++) {
        Str label = row_name(t, &t->rows.at[r]) != 0
                        ? interner_text(&p->ide->m->syms, row_name(t, &t->rows.at[r]))
                        : row_label(t, &t->rows.at[r]);
        if (label.len > 0 && fits(p, label))
            (void)add(p, HPLAN_ITEM_NAME, eval_as_part(p->ide->arena, label), NULL);
    }
}

/* Behind `thing.`: what it states, its rows and columns, what is declared in it. */
static void add_parts(Completer *p, DeclId thing)
{
    const Model *m = p->ide->m;
    const Decl *d = model_decl(m, thing);
    for (PropId id = d->first_prop; id != 0; id = model_prop(m, id)->next) {
        const Prop *prop = model_prop(m, id);
        Str year = span_text(m->sources, prop->key_span);
        bool by_year = vocab_default_prop((Kind)d->kind) == prop->term &&
                       prop->index.period.kind == PERIOD_YEAR;
        if (by_year)
            year = str_slice(year, year.len < 4 ? 0 : year.len - 4, year.len);
        else
            year = str_from(vocab_term(prop->term)->spelling[p->words]);
        const char *label = ide_text(p->ide, year);
        if (fits(p, year) && !is_listed(p, HPLAN_ITEM_PROPERTY, label))
            add(p, HPLAN_ITEM_PROPERTY, year, NULL)->preferred = true;
    }
    if (d->table != 0)
        add_row_labels(p, model_table(m, d->table));
    for (DeclId c = 1; c < m->decls.len && p->out.len < MOST_NAMES; c++)
        if (model_decl(m, c)->parent == thing && model_decl(m, c)->name_text.len > 0)
            add_thing(p, c, false);
}

static void add_path(Completer *p)
{
    Model *m = p->ide->m;
    Str folded = utf8_fold(m->scratch, p->c.path);
    TermId kind = vocab_find(VG_KIND, folded, K_NONE);
    DeclId scope = p->c.inside;
    DeclId thing = eval_decl(m, scope, p->c.path, K_NONE);
    if (kind != 0)
        add_things(p, vocab_term(kind)->id, true);
    if (thing != 0)
        add_parts(p, thing);
}

static void add_formula(Completer *p)
{
    if (p->c.path.len > 0) {
        add_path(p);
    } else if (p->c.filtered != 0 && p->c.property != 0) {
        add_values(p, p->c.property);
    } else if (p->c.filtered != 0) {
        add_group(p, VG_PROP, p->c.filtered, HPLAN_ITEM_PROPERTY);
    } else {
        add_functions(p);
        add_used_kinds(p);
        add_things(p, K_NONE, false);
    }
}

static void add_link(Completer *p)
{
    Str folded = utf8_fold(p->ide->m->scratch, p->c.path);
    TermId kind = p->c.path.len == 0 ? 0 : vocab_find(VG_KIND, folded, K_NONE);
    if (kind != 0)
        add_things(p, vocab_term(kind)->id, true);
    else if (p->c.path.len == 0)
        add_used_kinds(p);
}

/* --- all ------------------------------------------------------------------------------------- */

static void add_all(Completer *p)
{
    switch (p->c.where) {
    case AT_NOTHING: break;
    case AT_STATEMENT: add_statements(p); break;
    case AT_NAME: add_things(p, K_NONE, true); break;
    case AT_VALUE: add_values(p, p->c.property); break;
    case AT_FORMULA: add_formula(p); break;
    case AT_LINK: add_link(p); break;
    case AT_HEAD: add_group(p, VG_PROP, p->c.kind, HPLAN_ITEM_PROPERTY); break;
    }
}

static int by_rank(const void *left, const void *right)
{
    const hplan_ide_completion *a = left;
    const hplan_ide_completion *b = right;
    if (a->preferred != b->preferred)
        return a->preferred ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    int order = strcmp(a->label, b->label);
    return order != 0 ? order : strcmp(a->edit.text, b->edit.text);
}

static int words_of_plan(const Ide *ide, FileId file)
{
    DocId doc = ide_doc(ide, file);
    return (int)(doc == 0 ? LANG_NB : plan_lang(ide->m, ide->m->docs.at[doc].plan));
}

void ide_complete(const Ide *ide, FileId file, size_t offset, hplan_ide_completions *out)
{
    Completer p = {.ide = ide, .words = words_of_plan(ide, file)};
    p.c = context_at(ide, file, (uint32_t)offset);
    Str typed = span_text(ide->sources, p.c.typed);
    p.typed = utf8_fold(ide->arena, p.c.quoted ? str_slice(typed, quote_at(typed), typed.len) : typed);
    add_all(&p);
    if (p.out.len > 0)
        qsort(p.out.at, p.out.len, sizeof *p.out.at, by_rank);
    *out = (hplan_ide_completions){p.out.at, p.out.len};
}
