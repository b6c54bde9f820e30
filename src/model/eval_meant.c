/*
 * eval_meant.c — words in a calculation that are no path and no call.  Layer: model.
 *
 * in:  such words, and a scope for the names in them
 * out: HP2009, with what was probably meant
 */
#include "base/utf8.h"
#include "model/build.h"
#include "model/eval_internal.h"
#include "model/scope.h"

/* What stands behind the word that these begin with; 0: nothing, or they begin otherwise. */
static NodeRef behind_word(const Eval *e, NodeRef node)
{
    NodeRef first = tree_child(e->tree, node);
    bool word = first != 0 && tree_node(e->tree, first)->kind == N_WORD;
    return word ? tree_next(e->tree, first) : 0;
}

/* adm.2018: a listed abbreviation, whose dot makes no path, with something that touches it. */
static bool begins_with_abbreviation(const Eval *e, NodeRef node)
{
    NodeRef second = behind_word(e, node);
    if (second == 0)
        return false;
    Str word = tree_text(e->tree, tree_child(e->tree, node));
    return word.ptr[word.len - 1] == '.' && tree_text(e->tree, second).ptr == word.ptr + word.len;
}

/* antall (tiltak): the parenthesis of a call touches its word. */
static Str as_call(const Eval *e, NodeRef node)
{
    if (behind_word(e, node) == 0)
        return STR_NONE;
    Str word = tree_text(e->tree, tree_child(e->tree, node));
    Str all = tree_text(e->tree, node);
    int64_t open = str_find(all, STR("("));
    if (open < 0 || str_trim(str_slice(all, word.len, (uint32_t)open)).len > 0 ||
        vocab_find(VG_FUNC, utf8_fold(e->m->scratch, word), K_NONE) == 0)
        return STR_NONE;
    Buf b;
    buf_init(&b, e->m->arena);
    buf_str(&b, word);
    buf_str(&b, str_slice(all, (uint32_t)open, all.len));
    return buf_view(&b);
}

static bool means_things(const Eval *e, Str name)
{
    TermId kind = vocab_find(VG_KIND, utf8_fold(e->m->scratch, name), K_NONE);
    return (kind != 0 && index_things(e->m, kind)->len > 0) ||
           scope_find(e->m, e->scope, name, K_NONE).kind == NAME_FOUND;
}

/* What a path might begin with where `name` is written: rammen means ramme. Empty: nothing. */
static Str thing_meant(const Eval *e, Str name)
{
    return means_things(e, name) ? name : eval_near_name(e->m, name);
}

/* Words between a name and its year: rammen i 2018, ramme for år 2018. */
static bool joins_year(const Eval *e, NodeRef node)
{
    static const Str words[] = {STR_INIT("i"),  STR_INIT("for"), STR_INIT("år"),
                                STR_INIT("in"), STR_INIT("of"),  STR_INIT("the")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (utf8_eq_fold(e->m->scratch, tree_text(e->tree, node), words[i]))
            return true;
    return false;
}

/* The year that these end with, behind the word or the path that they begin with. */
static Str year_behind(const Eval *e, NodeRef first)
{
    enum { YEAR_DIGITS = 4 };
    NodeRef last = tree_next(e->tree, first);
    while (last != 0 && joins_year(e, last))
        last = tree_next(e->tree, last);
    if (last == 0 || tree_next(e->tree, last) != 0 || tree_node(e->tree, last)->kind != N_FIGURE)
        return STR_NONE;
    Str year = tree_text(e->tree, last);
    return year.len == YEAR_DIGITS ? year : STR_NONE;
}

/* How much of a path is before the version that it ends with; all of it: it ends with none. */
static uint32_t version_start(const Eval *e, Str path)
{
    uint32_t at = path.len;
    while (at > 0 && path.ptr[at - 1] != '.')
        at--;
    Str last = utf8_fold(e->m->scratch, str_slice(path, at, path.len));
    return vocab_find(VG_VERSION, last, K_NONE) != 0 ? at : path.len;
}

/* ramme 2018: a dot parts a name from its year; tiltak.kostnad.regnskap 2018: quotation marks hold
 * a version and its year together. */
static Str as_path(const Eval *e, NodeRef node)
{
    NodeRef first = tree_child(e->tree, node);
    Str year = first != 0 ? year_behind(e, first) : STR_NONE;
    bool path = first != 0 && tree_node(e->tree, first)->kind == N_PATH;
    bool word = first != 0 && tree_node(e->tree, first)->kind == N_WORD;
    if (year.len == 0 || (!path && !word))
        return STR_NONE;
    Str name = path ? tree_text(e->tree, first) : thing_meant(e, tree_text(e->tree, first));
    uint32_t start = path ? version_start(e, name) : name.len;
    if (name.len == 0)
        return STR_NONE;
    Buf b;
    buf_init(&b, e->m->arena);
    buf_str(&b, str_slice(name, 0, start));
    if (start < name.len)
        buf_printf(&b, "\"%.*s %.*s\"", STR_ARG(str_slice(name, start, name.len)), STR_ARG(year));
    else
        buf_printf(&b, ".%.*s", STR_ARG(year));
    return buf_view(&b);
}

void eval_not_understood(Eval *e, NodeRef node)
{
    Diag *d = diag_at(e->m->sink, HP2009, build_span(e->m, e->doc, node));
    diag_str(d, tree_text(e->tree, node));
    if (begins_with_abbreviation(e, node)) {
        diag_note(d, N_ABBREVIATION);
        diag_str(d, tree_text(e->tree, tree_child(e->tree, node)));
        return;
    }
    Str call = as_call(e, node);
    Str meant = call.len > 0 ? call : as_path(e, node);
    if (meant.len > 0)
        diag_fix(d, build_span(e->m, e->doc, node), meant, F_WRITE);
}
