/*
 * rename.c — a thing called anew, wherever it is named.  Layer: ide.
 *
 * In: a thing, whether its name or its title is meant, and the new one. Out: an edit for each
 * place, as that place writes names: bare, in quotes, in a cell. Whether the plan still says the
 * same is for the session to try (api/ide_rename.c); what is no name at all is said here.
 */
#include "ide/ide.h"

#include "base/utf8.h"
#include "model/scope.h"
#include "syntax/tree.h"

/* --- quotes ---------------------------------------------------------------------------------- */

static uint32_t quote_len(Str s)
{
    static const char *const marks[] = {"\"", "«", "»", "“", "”", "„"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(s, str_from(marks[i])))
            return (uint32_t)strlen(marks[i]);
    return 0;
}

static uint32_t quote_len_behind(Str s)
{
    static const char *const marks[] = {"\"", "»", "“", "”"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_ends(s, str_from(marks[i])))
            return (uint32_t)strlen(marks[i]);
    return 0;
}

/* What stands between the quotes, if there are any. */
static Span inside_quotes(const Model *m, Span span, bool *quoted)
{
    Str text = span_text(m->sources, span);
    uint32_t open = quote_len(text);
    uint32_t close = quote_len_behind(text);
    *quoted = open > 0 && close > 0 && text.len >= open + close;
    if (!*quoted)
        return span;
    return (Span){span.file, span.off + open, text.len - open - close};
}

/* --- what is called -------------------------------------------------------------------------- */

/* Is it the title that this text says? Where name and title are alike, quotes tell them apart. */
static bool says_title(Model *m, const Decl *d, Str text, bool quoted)
{
    Sym title = scope_title(m, d);
    if (title == 0 || title != interner_find(&m->syms, utf8_fold(m->scratch, text)))
        return false;
    return d->name != title || quoted ||
           (str_eq(text, d->title) && !str_eq(text, d->name_text));
}

static bool says_name(Model *m, const Decl *d, Str text, bool quoted)
{
    Sym sym = interner_find(&m->syms, utf8_fold(m->scratch, text));
    return sym != 0 && sym == d->name && !says_title(m, d, text, quoted);
}

bool ide_called(const Ide *ide, FileId file, size_t offset, Called *out)
{
    Model *m = ide->m;
    const Mark *k = marks_find(model_marks(ide->m), file, (uint32_t)offset);
    bool quoted;
    if (k == NULL || (k->kind != MARK_DECLARES && k->kind != MARK_NAMES))
        return false;
    DeclId thing = decl_self(m, k->id);
    const Decl *d = model_decl(m, thing);
    Span at = inside_quotes(m, k->span, &quoted);
    Str text = span_text(m->sources, at);
    const Source *home = sources_get(m->sources, d->span.file);
    bool title = says_title(m, d, text, quoted);
    if (home == NULL || home->library || (!title && !says_name(m, d, text, quoted)))
        return false;
    *out = (Called){thing, title, at, title ? d->title : d->name_text};
    return true;
}

/* --- edits ----------------------------------------------------------------------------------- */

/* A word as the scanner has it: what may stand in a path without quotes. */
static bool is_word(const Ide *ide, Str name)
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
    uint32_t i = span.off;
    while (i > 0 && src->text[i - 1] != '\n')
        i--;
    while (src->text[i] == ' ' || src->text[i] == '\t')
        i++;
    return src->text[i] == '|';
}

static Str in_quotes(const Ide *ide, Str text)
{
    Buf b;
    buf_init(&b, ide->arena);
    buf_printf(&b, "\"%.*s\"", STR_ARG(text));
    return buf_view(&b);
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

/* Bare words of a path that takes on a title of several need quotes. */
static bool needs_quotes(const Ide *ide, const Mark *k, Str now, Str name)
{
    const Source *src = sources_get(ide->sources, k->span.file);
    uint32_t end = k->span.off + k->span.len;
    bool in_path = (end < src->len && src->text[end] == '.') ||
                   (k->span.off > 0 && src->text[k->span.off - 1] == '.');
    return in_path && is_word(ide, now) && !is_word(ide, name);
}

void ide_rename(const Ide *ide, const Called *called, Str name, EditVec *out)
{
    Model *m = ide->m;
    const Marks *marks = model_marks(ide->m);
    const Decl *d = model_decl(m, called->thing);
    for (uint32_t i = 0; i < marks->at.len; i++) {
        const Mark *k = &marks->at.at[i];
        bool quoted;
        if ((k->kind != MARK_NAMES && k->kind != MARK_DECLARES) ||
            decl_self(m, k->id) != called->thing)
            continue;
        Span at = inside_quotes(m, k->span, &quoted);
        Str now = span_text(m->sources, at);
        bool meant = called->title ? says_title(m, d, now, quoted) : says_name(m, d, now, quoted);
        if (!meant)
            continue;
        Str written = !quoted && needs_quotes(ide, k, now, name) ? in_quotes(ide, name) : name;
        if (in_cell(m, at))
            written = escaped(ide, written);
        *vec_push(ide->arena, out) = (hplan_edit){ide_range(ide, at), ide_text(ide, written)};
    }
}

/* --- what is no name ------------------------------------------------------------------------- */

typedef const char *const Words[LANG_COUNT];

static bool has_control(Str s)
{
    for (uint32_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < ' ' || s.ptr[i] == '"')
            return true;
    return false;
}

static const char *taken(const Ide *ide, DeclId other)
{
    static Words by = {"Det heter allerede noe annet: ", "Det heiter alt noko anna: ",
                       "Something else is already called that: "};
    Buf b;
    buf_init(&b, ide->arena);
    buf_cstr(&b, by[ide->lang]);
    buf_cstr(&b, vocab_term(model_decl(ide->m, other)->term)->spelling[ide->lang]);
    buf_printf(&b, ide->lang == LANG_EN ? " “%.*s”" : " «%.*s»",
               STR_ARG(decl_label(ide->m, other)));
    return ide_taken(ide, &b);
}

const char *ide_name_refused(const Ide *ide, const Called *called, Str name)
{
    static Words no_name = {
        "Et navn er ett ord: bokstaver, tall og bindestrek, og en bokstav først.",
        "Eit namn er eitt ord: bokstavar, tal og bindestrek, og ein bokstav først.",
        "A name is one word: letters, digits and hyphens, beginning with a letter."};
    static Words no_title = {"En tittel kan ikke være tom og ikke ha hermetegn eller linjeskift.",
                             "Ein tittel kan ikkje vere tom og ikkje ha hermeteikn eller linjeskift.",
                             "A title cannot be empty or hold quotation marks or line breaks."};
    Model *m = ide->m;
    const Decl *d = model_decl(m, called->thing);
    if (called->title && (str_trim(name).len == 0 || has_control(name)))
        return no_title[ide->lang];
    if (!called->title && !is_word(ide, name))
        return no_name[ide->lang];
    Sym sym = interner_find(&m->syms, utf8_fold(m->scratch, name));
    if (sym == 0 || sym == d->name || sym == scope_title(m, d))
        return NULL; /* in no plan's mouth yet, or its own in other letters */
    NameHit hit = scope_find(m, d->parent, name, d->kind);
    if (hit.kind == NAME_UNKNOWN || hit.decl == called->thing)
        return NULL;
    return taken(ide, hit.decl);
}
