/*
 * rename.c — a thing called anew, wherever it is named.  Layer: ide.
 *
 * In: a thing or a row, whether its name, title or number is meant, and the new one. Out: an edit
 * for each place, as that place writes names: bare, in quotes, in a cell. Whether the plan still
 * says the same is for the session to try (api/ide_rename.c); what is no name at all is said by
 * rename_refused.c.
 */
#include "ide/ide.h"

#include "base/quote.h"
#include "base/utf8.h"
#include "model/scope.h"
#include "syntax/tree.h"

/* What stands between the quotes, if there are any. */
static Span inside_quotes(const Model *m, Span span, bool *quoted)
{
    Str inside, text = span_text(m->sources, span);
    *quoted = quote_whole(text, &inside);
    uint32_t from = *quoted ? (uint32_t)(inside.ptr - text.ptr) : 0;
    return *quoted ? (Span){span.file, span.off + from, inside.len} : span;
}

/* --- what is called -------------------------------------------------------------------------- */

static bool is_said(Model *m, Sym sym, Str text)
{
    return sym != 0 && sym == interner_find(&m->syms, utf8_fold(m->scratch, text));
}

/* Is it the title that this text says? Where name and title are alike, quotes tell them apart. */
static bool says_title(Model *m, const Decl *d, Str text, bool quoted)
{
    Sym title = scope_title(m, d);
    if (!is_said(m, title, text))
        return false;
    return d->name != title || quoted ||
           (str_eq(text, d->title) && !str_eq(text, d->name_text));
}

static bool decl_says(Model *m, const Decl *d, CalledPart part, Str text, bool quoted)
{
    bool title = says_title(m, d, text, quoted);
    bool name = !title && is_said(m, d->name, text);
    switch ((int)part) {
    case CALLED_TITLE: return title;
    case CALLED_NAME: return name;
    default: return !title && !name && d->number != 0 && str_eq(text, decl_number(m, d)->text);
    }
}

static bool row_says(Model *m, Thing row, CalledPart part, Str text)
{
    const Table *t = model_table(m, row.table);
    const Row *r = &t->rows.at[row.row];
    bool name = is_said(m, row_name(t, r), text);
    if (part != CALLED_TITLE)
        return part == CALLED_NAME && name;
    return !name && str_eq(row_folded(m, t, r), utf8_fold(m->scratch, text));
}

static bool says(const Ide *ide, Thing thing, CalledPart part, Str text, bool quoted)
{
    return thing.decl != 0 ? decl_says(ide->m, model_decl(ide->m, thing.decl), part, text, quoted)
                           : row_says(ide->m, thing, part, text);
}

/* The part of a thing that a place says, without quotes or, of a number, the dot of an ordinal. */
static bool part_said(const Ide *ide, Thing thing, Span at, CalledPart *part, Span *inside)
{
    static const CalledPart parts[] = {CALLED_TITLE, CALLED_NAME, CALLED_NUMBER};
    bool quoted;
    *inside = inside_quotes(ide->m, at, &quoted);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        Span place = *inside;
        Str text = span_text(ide->sources, place);
        if (parts[i] == CALLED_NUMBER && str_ends(text, STR(".")))
            place.len--;
        if (says(ide, thing, parts[i], span_text(ide->sources, place), quoted)) {
            *part = parts[i];
            *inside = place;
            return true;
        }
    }
    return false;
}

/* Of a row in its table, where nothing is marked. */
static Span row_place(const Ide *ide, Thing row, size_t offset)
{
    Span name = ide_row_name_span(ide, row);
    return name.len > 0 && offset >= name.off && offset <= name.off + name.len
               ? name
               : ide_declared(ide, row);
}

/* As it is written where it is declared. */
static Str present(const Ide *ide, const Called *called)
{
    const Decl *d = model_decl(ide->m, called->thing.decl);
    if (called->thing.decl == 0 || called->part == CALLED_NUMBER)
        return span_text(ide->sources, called->at);
    return called->part == CALLED_TITLE ? d->title : d->name_text;
}

bool ide_called(const Ide *ide, FileId file, size_t offset, Called *out)
{
    const Mark *k = marks_find(model_marks(ide->m), file, (uint32_t)offset);
    Thing thing = ide_thing_at(ide, file, offset);
    if (thing_is_none(thing) || (k != NULL && k->kind == MARK_WORD))
        return false;
    const Source *home = sources_get(ide->sources, ide_declared(ide, thing).file);
    if (home == NULL || home->library)
        return false;
    out->thing = thing;
    Span place = k != NULL ? k->span : row_place(ide, thing, offset);
    if (!part_said(ide, thing, place, &out->part, &out->at))
        return false;
    out->present = present(ide, out);
    return true;
}

/* --- edits ----------------------------------------------------------------------------------- */

bool ide_is_word(const Ide *ide, Str name)
{
    SourceSet set;
    DiagSink unheard;
    Buf text;
    buf_init(&text, ide->arena);
    buf_cstr(&text, "avdeling ");
    size_t before = text.len;
    buf_str(&text, name);
    buf_put(&text, "\n\0\0", 3);
    uint32_t len = (uint32_t)(text.len - 2);
    sources_init(&set, ide->arena);
    FileId file = sources_add(&set, STR("-"), STR("-"), text.ptr, len);
    sink_init(&unheard, ide->arena, &set);
    Tree *tree = tree_parse(ide->arena, &set, file, &unheard);
    NodeRef decl = tree_child(tree, tree->root);
    NodeRef word = decl == 0 ? 0 : tree_child(tree, decl);
    word = word == 0 ? 0 : tree_next(tree, word);
    return unheard.list.len == 0 && word != 0 && tree_next(tree, word) == 0 &&
           tree_node(tree, word)->kind == N_WORD && tree_node(tree, word)->off == before &&
           tree_node(tree, word)->len == name.len;
}

/* Does the place stand in a cell? A `|` in it is then written `\|`. */
static bool in_cell(const Model *m, Span span)
{
    const Source *src = sources_get(m->sources, span.file);
    uint32_t i = text_line_begin(src->text, span.off);
    while (src->text[i] == ' ' || src->text[i] == '\t')
        i++;
    return src->text[i] == '|';
}

static Str escaped(const Ide *ide, Str text)
{
    Buf b;
    buf_init(&b, ide->arena);
    for (uint32_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '|')
            buf_char(&b, '\\');
        buf_char(&b, text.ptr[i]);
    }
    return buf_view(&b);
}

static bool is_digits(Str s)
{
    for (uint32_t i = 0; i < s.len; i++)
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
    return s.len > 0;
}

static bool needs_no_quotes(const Ide *ide, Str name)
{
    return is_digits(name) || ide_is_word(ide, name);
}

/* Bare words of a path that takes on a title of several need quotes. */
static bool needs_quotes(const Ide *ide, Span at, Str now, Str name)
{
    const Source *src = sources_get(ide->sources, at.file);
    uint32_t end = at.off + at.len;
    bool in_path = (end < src->len && src->text[end] == '.') ||
                   (at.off > 0 && src->text[at.off - 1] == '.');
    return in_path && needs_no_quotes(ide, now) && !needs_no_quotes(ide, name);
}

static void call_anew(const Ide *ide, const Called *called, Span place, bool declares, Str name,
                      EditVec *out)
{
    CalledPart part;
    Span at;
    if (!part_said(ide, called->thing, place, &part, &at) || part != called->part)
        return;
    Str now = span_text(ide->sources, at);
    bool bare = at.len == place.len && !declares;
    Str written = bare && needs_quotes(ide, at, now, name) ? quote_text(ide->arena, name) : name;
    if (in_cell(ide->m, at))
        written = escaped(ide, written);
    *vec_push(ide->arena, out) = (hplan_edit){ide_range(ide, at), ide_text(ide, written)};
}

void ide_rename(const Ide *ide, const Called *called, Str name, EditVec *out)
{
    const Marks *marks = model_marks(ide->m);
    if (called->thing.decl == 0) { /* where it stands in its table nothing is marked */
        bool label = called->part == CALLED_TITLE;
        call_anew(ide, called,
                  label ? ide_declared(ide, called->thing) : ide_row_name_span(ide, called->thing),
                  true, name, out);
    }
    for (uint32_t i = 0; i < marks->at.len; i++) {
        const Mark *k = &marks->at.at[i];
        if (k->kind != MARK_WORD && ide_mark_is(ide, k, called->thing))
            call_anew(ide, called, k->span, k->kind == MARK_DECLARES, name, out);
    }
}
