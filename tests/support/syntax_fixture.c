/*
 * syntax_fixture.c — see the header.
 */
#include "support/syntax_fixture.h"

#include <stdlib.h>

#include "syntax/prose.h"

void parsed_open(Parsed *p, const char *text, size_t len)
{
    arena_init(&p->arena, NULL);
    sources_init(&p->set, &p->arena);
    sink_init(&p->sink, &p->arena, &p->set);
    p->text = malloc(len + 2);
    memcpy(p->text, text, len);
    p->text[len] = p->text[len + 1] = '\0';
    p->file = sources_add(&p->set, STR("a.hplan"), STR("a.hplan"), p->text, (uint32_t)len);
    p->tree = tree_parse(&p->arena, &p->set, p->file, &p->sink);
}

void parsed_close(Parsed *p)
{
    arena_free(&p->arena);
    free(p->text);
}

void parsed_prose(Parsed *p)
{
    uint32_t count = p->tree->nodes.len;
    for (NodeRef n = 1; n < count; n++) {
        ProsePieces pieces = {0};
        if (tree_node(p->tree, n)->kind != N_TEXT)
            continue;
        prose_split(&p->arena, p->tree, n, &pieces, &p->sink);
        for (uint32_t i = 0; i < pieces.len; i++) {
            if (pieces.at[i].kind == PROSE_EXPR)
                tree_parse_inline(p->tree, pieces.at[i].off, pieces.at[i].len, &p->sink);
        }
    }
}

Str parsed_codes(Parsed *p)
{
    Buf b;
    buf_init(&b, &p->arena);
    sink_sort(&p->sink);
    for (uint32_t i = 0; i < p->sink.list.len; i++)
        buf_printf(&b, "%s%s", i == 0 ? "" : " ", msg_info(p->sink.list.at[i]->code)->name);
    return buf_view(&b);
}

Str parsed_places(Parsed *p)
{
    Buf b;
    buf_init(&b, &p->arena);
    sink_sort(&p->sink);
    for (uint32_t i = 0; i < p->sink.list.len; i++) {
        Source *source = sources_get(&p->set, p->file);
        Place at = source_place(source, p->sink.list.at[i]->span.off);
        buf_printf(&b, "%s%u:%u", i == 0 ? "" : " ", (unsigned)at.line, (unsigned)at.column);
    }
    return buf_view(&b);
}

static void put(Buf *b, const Tree *t, NodeRef ref);

static void put_children(Buf *b, const Tree *t, NodeRef ref)
{
    for (NodeRef c = tree_child(t, ref); c != 0; c = tree_next(t, c)) {
        const Node *parent = tree_node(t, ref);
        if (c != parent->child)
            buf_char(b, ' ');
        if (parent->kind == N_INLINE && parent->aux == INLINE_HAS_FORMAT && tree_next(t, c) == 0)
            buf_char(b, ':');
        put(b, t, c);
    }
}

static void put_around(Buf *b, const Tree *t, NodeRef ref, const char *open, const char *close)
{
    buf_cstr(b, open);
    put_children(b, t, ref);
    buf_cstr(b, close);
}

static void put_leaf(Buf *b, const Tree *t, NodeRef ref, char kind)
{
    buf_char(b, kind);
    buf_char(b, '[');
    buf_str(b, kind == 's' ? tree_string(t, ref) : tree_text(t, ref));
    buf_char(b, ']');
}

static void put_operator(Buf *b, const Tree *t, NodeRef ref)
{
    static const char *const ops[] = {"", "<", "<=", ">", ">=", "=", "+", "-", "*", "/"};
    const Node *n = tree_node(t, ref);
    if (n->kind == N_COMPARED) {
        buf_printf(b, "V%s(", ops[n->op]);
        put_around(b, t, ref, "", ")");
        return;
    }
    buf_printf(b, "[%s%s ", ops[n->op], (n->aux & BINARY_EN_DASH) != 0 ? "!" : "");
    put_around(b, t, ref, "", "]");
}

static void put_bare(Buf *b, const Tree *t, NodeRef ref)
{
    const Node *n = tree_node(t, ref);
    switch ((NodeKind)n->kind) {
    case N_NONE: buf_cstr(b, "none"); break;
    case N_FILE: put_children(b, t, ref); break;
    case N_DECL: put_around(b, t, ref, "D(", ")"); break;
    case N_PROP: put_around(b, t, ref, "P(", ")"); break;
    case N_BODY: put_around(b, t, ref, "B(", ")"); break;
    case N_ERROR: put_around(b, t, ref, "E(", ")"); break;
    case N_TEXT: buf_char(b, 'T'); break;
    case N_TABLE: buf_char(b, '|'); break;
    case N_COMPARED:
    case N_BINARY: put_operator(b, t, ref); break;
    case N_NEG: put_around(b, t, ref, "-(", ")"); break;
    case N_PAREN: put_around(b, t, ref, "(", ")"); break;
    case N_STATED: put_around(b, t, ref, "S(", ")"); break;
    case N_CALL:
        buf_put(b, t->source->text + n->off, n->aux);
        put_around(b, t, ref, "(", ")");
        break;
    case N_INLINE: put_around(b, t, ref, "I(", ")"); break;
    case N_WORD: put_leaf(b, t, ref, 'w'); break;
    case N_STRING: put_leaf(b, t, ref, 's'); break;
    case N_FIGURE: put_leaf(b, t, ref, "nd./:r"[n->op]); break;
    case N_ORDINAL: put_leaf(b, t, ref, 'o'); break;
    case N_PERCENT: buf_char(b, '%'); break;
    case N_PATH: put_leaf(b, t, ref, 'p'); break;
    case N_URL: put_leaf(b, t, ref, 'u'); break;
    }
}

/* A value is told apart from the head before it. */
static void put(Buf *b, const Tree *t, NodeRef ref)
{
    bool marked = tree_node(t, ref)->is_value && tree_node(t, ref)->kind != N_COMPARED;
    buf_cstr(b, marked ? "V(" : "");
    put_bare(b, t, ref);
    buf_cstr(b, marked ? ")" : "");
}

Str parsed_shape(Parsed *p, NodeRef node)
{
    Buf b;
    buf_init(&b, &p->arena);
    put(&b, p->tree, node);
    return buf_view(&b);
}

Str parsed_statements(Parsed *p)
{
    return parsed_shape(p, p->tree->root);
}
