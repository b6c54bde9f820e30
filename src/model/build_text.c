/*
 * build_text.c — prose: its live figures and its links.  Layer: model.
 */
#include "model/build.h"
#include "base/utf8.h"
#include "syntax/prose.h"

/* Schemes of addresses; any other word before a colon names a kind. */
static bool is_address(Str target)
{
    static const char *const schemes[] = {"http:", "https:", "mailto:", "tel:", "ftp:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (str_starts(target, str_from(schemes[i])))
            return true;
    return target.len == 0 || target.ptr[0] == '#' || target.ptr[0] == '/';
}

/* kind:name; also where the colon is lost, as far as it can be no file: (fordelingkostra). */
static bool is_thing(Str target)
{
    if (str_find(target, STR(":")) > 0)
        return true;
    if (str_find(target, STR("/")) >= 0 || str_find(target, STR("#")) >= 0)
        return false;
    int64_t dot = str_find(target, STR("."));
    return dot < 0 || (dot > 0 && ascii_is_digit(target.ptr[dot - 1]) &&
                       (uint32_t)dot + 1 < target.len && ascii_is_digit(target.ptr[dot + 1]));
}

/* Finds the links [text](kind:name) of one line of Markdown. */
static void collect_links(Model *m, uint32_t text, DeclId scope, Span line)
{
    Str s = span_text(m->sources, line);
    for (uint32_t i = 0; i + 1 < s.len; i++) {
        if (s.ptr[i] != ']' || s.ptr[i + 1] != '(')
            continue;
        uint32_t start = i + 2;
        uint32_t end = start;
        while (end < s.len && s.ptr[end] != ')' && s.ptr[end] != ' ')
            end++;
        Str target = str_slice(s, start, end);
        if (end < s.len && !is_address(target) && is_thing(target)) {
            Link *link = vec_push(m->arena, &m->links);
            link->text = text;
            link->scope = scope;
            link->span = (Span){line.file, line.off + start, end - start};
            link->target = target;
        }
        i = end;
    }
}

void build_text(Model *m, DocId doc, DeclId decl, NodeRef node)
{
    Tree *tree = m->docs.at[doc].tree;
    ProsePieces pieces = {0};
    prose_split(m->scratch, tree, node, &pieces, m->sink);
    Text *text = vec_push(m->arena, &m->texts);
    uint32_t id = m->texts.len - 1;
    text->doc = doc;
    text->decl = decl;
    text->span = build_span(m, doc, node);
    for (uint32_t i = 0; i < pieces.len; i++) {
        const ProsePiece *piece = &pieces.at[i];
        Span span = {m->docs.at[doc].file, piece->off, piece->len};
        TextPiece out = {false, 0, span_text(m->sources, span)};
        if (piece->kind == PROSE_TEXT) {
            collect_links(m, id, decl, span);
        } else {
            NodeRef n = tree_parse_inline(tree, piece->off, piece->len, m->sink);
            out.figure = n != 0;
            out.fact = n != 0 ? build_inline(m, doc, decl, n, span) : 0;
        }
        *vec_push(m->arena, &m->texts.at[id].pieces) = out;
    }
    build_item(m, decl, ITEM_TEXT, id);
}
