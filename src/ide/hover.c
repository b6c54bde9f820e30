/*
 * hover.c — what stands at a place, in a few lines of Markdown.  Layer: ide.
 *
 * In: a mark. Out: of a name the thing, with what it says of itself and where it is used; of a
 * word of the language what it is for, in three spellings; of a code its title and years; of a
 * unit what it is worth. Figures are told by the session, which can explain them.
 */
#include "ide/ide.h"
#include "model/eval.h"

enum { MOST_PROPERTIES = 6, MOST_VALUE = 80 };

typedef struct Hover {
    const Ide *ide;
    Buf out;
} Hover;

static void say(Hover *h, IdeText text)
{
    buf_cstr(&h->out, ide_said(h->ide, text));
}

/* A text of the author's, in which nothing is Markdown; on one line. */
static void put_plain(Hover *h, Str text)
{
    static const char special[] = "\\`*_[]<>#|!";
    for (uint32_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (memchr(special, c, sizeof special - 1) != NULL)
            buf_char(&h->out, '\\');
        buf_char(&h->out, (unsigned char)c < ' ' ? ' ' : c);
    }
}

static void put_code(Hover *h, Str text)
{
    uint32_t len = text.len < MOST_VALUE ? text.len : MOST_VALUE;
    while (len < text.len && ((unsigned char)text.ptr[len] & 0xC0) == 0x80)
        len++;
    buf_char(&h->out, '`');
    for (uint32_t i = 0; i < len; i++)
        buf_char(&h->out, text.ptr[i] == '`' || (unsigned char)text.ptr[i] < ' ' ? ' '
                                                                                  : text.ptr[i]);
    buf_cstr(&h->out, len < text.len ? "…`" : "`");
}

static const char *word_of(const Hover *h, TermId term)
{
    return vocab_term(term)->spelling[h->ide->lang];
}

/* --- things ---------------------------------------------------------------------------------- */

static void put_properties(Hover *h, DeclId thing)
{
    const Model *m = h->ide->m;
    uint32_t shown = 0;
    for (PropId id = model_decl(m, thing)->first_prop; id != 0; id = model_prop(m, id)->next) {
        const Prop *p = model_prop(m, id);
        if (p->count == 0 || p->key == P_KNOWN_FAULT || p->key == P_SHOW)
            continue;
        if (++shown > MOST_PROPERTIES) {
            buf_cstr(&h->out, "- …\n");
            return;
        }
        buf_cstr(&h->out, "- ");
        put_plain(h, span_text(m->sources, p->key_span));
        buf_cstr(&h->out, ": ");
        for (uint32_t i = 0; i < p->count; i++) {
            buf_cstr(&h->out, i > 0 ? ", " : "");
            put_plain(h,
                      str_trim(span_text(m->sources, fact_span(m, model_fact(m, p->first + i)))));
        }
        buf_char(&h->out, '\n');
    }
}

static void put_uses(Hover *h, DeclId thing)
{
    RangeVec uses = {0};
    ide_references(h->ide, (Thing){thing, 0, 0}, false, &uses);
    if (uses.len > 1) {
        const char *text = ide_said(h->ide, IDE_NAMED_OFTEN);
        const char *number = strchr(text, '%');
        buf_put(&h->out, text, (size_t)(number - text));
        buf_int(&h->out, uses.len);
        buf_cstr(&h->out, number + 2);
    } else {
        say(h, uses.len == 1 ? IDE_NAMED_ONCE : IDE_NAMED_NOWHERE);
    }
}

static void put_thing(Hover *h, DeclId thing)
{
    const Model *m = h->ide->m;
    const Decl *d = model_decl(m, thing);
    buf_cstr(&h->out, "**");
    put_plain(h, decl_label(m, thing));
    buf_printf(&h->out, "** — %s", word_of(h, d->term));
    if (d->name_text.len > 0) {
        buf_char(&h->out, ' ');
        put_code(h, d->name_text);
    }
    buf_cstr(&h->out, "\n\n");
    size_t before = h->out.len;
    put_properties(h, thing);
    if (h->out.len > before)
        buf_char(&h->out, '\n');
    put_uses(h, thing);
    buf_char(&h->out, '\n');
}

/* --- words of the language ------------------------------------------------------------------- */

static void put_word(Hover *h, TermId term)
{
    const Term *t = vocab_term(term);
    buf_printf(&h->out, "**%s**\n\n", word_of(h, term));
    const char *doc = vocab_doc(term, h->ide->lang);
    if (doc[0] != '\0')
        buf_printf(&h->out, "%s\n\n", doc);
    for (unsigned i = 0; i < 3; i++)
        buf_printf(&h->out, "%s%s: `%s`", i > 0 ? " · " : "", vocab_language(i, h->ide->lang),
                   t->spelling[i]);
    buf_char(&h->out, '\n');
}

/* --- units and codes ------------------------------------------------------------------------- */

static void put_unit(Hover *h, UnitId id)
{
    const UnitTable *units = &h->ide->m->units;
    const Unit *u = unit_get(units, id);
    buf_cstr(&h->out, "**");
    put_plain(h, unit_name(units, id, h->ide->lang));
    buf_cstr(&h->out, "** — ");
    put_plain(h, unit_dimension_name(units, h->ide->arena, id, h->ide->lang));
    if (u->per == 0 && decimal_cmp(u->factor, decimal_one) != 0 && u->dim == E_DIMENSION_MONEY) {
        buf_cstr(&h->out, "\n\n1 = ");
        decimal_put_plain(&h->out, u->factor);
        buf_cstr(&h->out, " kr");
    }
    buf_char(&h->out, '\n');
}

static void put_years(Hover *h, const CatEntry *e)
{
    if (e->from != 0 && e->to != 0) {
        buf_printf(&h->out, "\n\n%d–%d", e->from, e->to);
    } else if (e->from != 0 || e->to != 0) {
        buf_cstr(&h->out, "\n\n");
        say(h, e->from != 0 ? IDE_VALID_FROM : IDE_VALID_UNTIL);
        buf_int(&h->out, e->from != 0 ? e->from : e->to);
    }
}

static void put_others(Hover *h, IdeText label, Str codes)
{
    if (codes.len == 0)
        return;
    buf_cstr(&h->out, "\n\n");
    say(h, label);
    put_plain(h, codes);
}

static bool put_code_entry(Hover *h, CatalogueId id, Str text, int year)
{
    Catalogues *all = h->ide->m->catalogues;
    const Catalogue *cat = catalogue_named(vocab_catalogue_name(id));
    const CatEntry *e = NULL;
    bool known = false;
    if (cat == NULL)
        return false;
    if (!catalogue_find(cat, text, year, &e, &known) && !known)
        e = catalogue_by_title(all, cat, text, year);
    if (e == NULL && !catalogue_prefix(cat, text, year, &e) && e == NULL)
        return false;
    put_plain(h, e->code);
    buf_cstr(&h->out, " **");
    put_plain(h, e->title);
    buf_cstr(&h->out, "**");
    put_years(h, e);
    put_others(h, IDE_SUCCESSOR, e->successors);
    put_others(h, IDE_PREDECESSOR, e->predecessors);
    buf_char(&h->out, '\n');
    return true;
}

/* --- all ------------------------------------------------------------------------------------- */

static bool put_mark(Hover *h, const Mark *k)
{
    const Model *m = h->ide->m;
    switch ((MarkKind)k->kind) {
    case MARK_DECLARES:
    case MARK_NAMES: put_thing(h, decl_self(m, k->id)); return true;
    case MARK_UNIT: put_unit(h, (UnitId)k->id); return true;
    case MARK_CODE:
        return put_code_entry(h, (CatalogueId)k->id, span_text(m->sources, k->span),
                              ide_year(h->ide, k->span.file));
    case MARK_WORD:
        put_word(h, (TermId)k->id);
        if (k->sub != 0) {
            buf_cstr(&h->out, "\n---\n\n");
            put_thing(h, k->sub);
        }
        return true;
    case MARK_ROW:
        put_plain(h, span_text(m->sources, row_label_span(m, model_table(m, k->id), k->sub)));
        return true;
    case MARK_COLUMN:
        put_plain(h, model_table(m, k->id)->cols.at[k->sub].label);
        return true;
    }
    return false;
}

bool ide_hover_at(const Ide *ide, FileId file, size_t offset, hplan_ide_hover *out)
{
    Hover h = {.ide = ide};
    const Mark *k = marks_find(model_marks(ide->m), file, (uint32_t)offset);
    buf_init(&h.out, ide->arena);
    if (k == NULL || !put_mark(&h, k))
        return false;
    *out = (hplan_ide_hover){ide_range(ide, k->span), ide_taken(ide, &h.out)};
    return true;
}
