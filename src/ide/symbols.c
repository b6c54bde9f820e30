/*
 * symbols.c — the declared things of a file as an outline, and all of them by name.  Layer: ide.
 *
 * In: the declarations of the model. Out: symbols in order of the source, children behind their
 * parent. A thing that an `om` opens again has its own title there.
 */
#include "ide/ide.h"

#include "base/utf8.h"

#include <stdlib.h>

static hplan_ide_symbol_kind symbol_kind(uint16_t kind)
{
    switch (kind) {
    case K_PLAN:
    case K_REPORT:
    case K_BASELINE:
    case K_PROJECT: return HPLAN_SYMBOL_DOCUMENT;
    case K_CHAPTER: return HPLAN_SYMBOL_CHAPTER;
    case K_UNIT: return HPLAN_SYMBOL_UNIT;
    case K_GOAL:
    case K_SUBGOAL: return HPLAN_SYMBOL_GOAL;
    case K_BREAKDOWN:
    case K_TABLE:
    case K_SCHEDULE:
    case K_GROUP: return HPLAN_SYMBOL_TABLE;
    case K_FRAME:
    case K_KEYFIGURE:
    case K_INDICATOR: return HPLAN_SYMBOL_FIGURE;
    case K_RULE:
    case K_LEVELS: return HPLAN_SYMBOL_RULE;
    default: return HPLAN_SYMBOL_THING;
    }
}

/* A thing that has a head of its own: not a file taken in, nor what could not be understood. */
static bool is_shown(const Decl *d)
{
    return d->kind != K_NONE && d->kind != K_USE && d->kind != K_PART_OF;
}

static const char *name_of(const Ide *ide, DeclId d)
{
    Str label = decl_label(ide->m, d);
    if (label.len > 0)
        return ide_text(ide, label);
    const Decl *decl = model_decl(ide->m, d);
    return vocab_term(decl->term)->spelling[ide->lang];
}

/* "avdeling service": the word as it is written in this language, and the name. */
static const char *detail_of(const Ide *ide, DeclId d)
{
    const Decl *decl = model_decl(ide->m, d);
    Buf text;
    buf_init(&text, ide->arena);
    buf_cstr(&text, vocab_term(decl->term)->spelling[ide->lang]);
    Str name = decl->name_text.len > 0 ? decl->name_text : decl_number(ide->m, decl)->text;
    if (name.len > 0) {
        buf_char(&text, ' ');
        buf_str(&text, name);
    }
    return ide_taken(ide, &text);
}

static unsigned depth_of(const Ide *ide, DeclId d, DocId doc)
{
    unsigned depth = 0;
    for (DeclId p = model_decl(ide->m, d)->parent; p != 0; p = model_decl(ide->m, p)->parent)
        depth += model_decl(ide->m, p)->doc == doc && is_shown(model_decl(ide->m, p));
    return depth;
}

static hplan_range inside(hplan_range part, hplan_range whole)
{
    bool is = part.file == whole.file && part.start >= whole.start && part.end <= whole.end;
    return is ? part : (hplan_range){whole.file, whole.start, whole.start};
}

static hplan_ide_symbol symbol_of(const Ide *ide, DeclId d)
{
    const Decl *decl = model_decl(ide->m, d);
    hplan_ide_symbol s = {.kind = symbol_kind(decl->kind),
                          .name = name_of(ide, d),
                          .detail = detail_of(ide, d),
                          .range = ide_range(ide, decl->span),
                          .depth = depth_of(ide, d, decl->doc)};
    s.head = inside(ide_range(ide, decl_said_span(ide->m, model_decl(ide->m, d))), s.range);
    return s;
}

static int by_place(const void *left, const void *right)
{
    const hplan_ide_symbol *a = left;
    const hplan_ide_symbol *b = right;
    if (a->range.start != b->range.start)
        return a->range.start < b->range.start ? -1 : 1;
    return (a->depth > b->depth) - (a->depth < b->depth);
}

static void collect(const Ide *ide, FileId file, SymbolVec *out)
{
    DocId doc = ide_doc(ide, file);
    for (DeclId d = 1; doc != 0 && d < ide->m->decls.len; d++) {
        const Decl *decl = model_decl(ide->m, d);
        if (decl->doc == doc && decl->span.file == file && is_shown(decl))
            *vec_push(ide->arena, out) = symbol_of(ide, d);
    }
}

void ide_symbols_of(const Ide *ide, FileId file, hplan_ide_symbols *out)
{
    SymbolVec all = {0};
    collect(ide, file, &all);
    if (all.len > 0)
        qsort(all.at, all.len, sizeof *all.at, by_place);
    *out = (hplan_ide_symbols){all.at, all.len};
}

/* --- by name --------------------------------------------------------------------------------- */

static Str next_word(Str *rest)
{
    uint32_t from = 0;
    while (from < rest->len && rest->ptr[from] == ' ')
        from++;
    uint32_t to = from;
    while (to < rest->len && rest->ptr[to] != ' ')
        to++;
    Str word = str_slice(*rest, from, to);
    *rest = str_slice(*rest, to, rest->len);
    return word;
}

static bool has_words(Arena *scratch, const hplan_ide_symbol *s, Str query)
{
    Str name = utf8_fold(scratch, str_from(s->name));
    Str detail = utf8_fold(scratch, str_from(s->detail));
    for (Str word = next_word(&query); word.len > 0; word = next_word(&query))
        if (str_find(name, word) < 0 && str_find(detail, word) < 0)
            return false;
    return true;
}

void ide_symbols_named(const Ide *ide, FileId file, Str query, SymbolVec *out)
{
    hplan_ide_symbols all;
    Str folded = utf8_fold(ide->arena, query);
    ide_symbols_of(ide, file, &all);
    for (size_t i = 0; i < all.count; i++)
        if (has_words(ide->m->scratch, &all.at[i], folded))
            *vec_push(ide->arena, out) = all.at[i];
}
