/*
 * dump.c — trees and tokens for people.  Layer: syntax.
 *
 * One line a node: kind, place, and its text, cut short. Stable: tests compare it.
 */
#include "syntax/figure.h"
#include "syntax/scan.h"

enum { SHOWN = 60 };

static const char *kind_name(const Node *n)
{
    static const char *const names[] = {
        [N_NONE] = "NONE", [N_FILE] = "FILE", [N_DECL] = "DECL", [N_PROP] = "PROP",
        [N_BODY] = "BODY", [N_TEXT] = "TEXT", [N_TABLE] = "TABLE", [N_ERROR] = "ERROR",
        [N_COMPARED] = "COMPARED", [N_BINARY] = "BINARY", [N_NEG] = "NEG", [N_PAREN] = "PAREN",
        [N_STATED] = "STATED", [N_CALL] = "CALL", [N_INLINE] = "INLINE", [N_WORD] = "WORD",
        [N_STRING] = "STRING", [N_FIGURE] = "FIGURE", [N_ORDINAL] = "ORDINAL",
        [N_PERCENT] = "PERCENT", [N_PATH] = "PATH", [N_URL] = "URL"};
    return names[n->kind];
}

static const char *op_name(uint8_t op)
{
    static const char *const names[] = {
        [OP_NONE] = "", [OP_LT] = "<", [OP_LE] = "<=", [OP_GT] = ">", [OP_GE] = ">=",
        [OP_EQ] = "=", [OP_ADD] = "+", [OP_SUB] = "-", [OP_MUL] = "*", [OP_DIV] = "/"};
    return names[op];
}

static const char *shape_name(uint8_t shape)
{
    static const char *const names[] = {
        [FIG_NUMBER] = "number", [FIG_DATE] = "date", [FIG_DOTTED] = "dotted",
        [FIG_SLASHED] = "slashed", [FIG_RATIO] = "ratio", [FIG_RANGE] = "range"};
    return names[shape];
}

/* The first line of the text, at most SHOWN code points of it. */
static void put_text(Buf *out, Str s)
{
    uint32_t i = 0, shown = 0;
    while (i < s.len && s.ptr[i] != '\n' && s.ptr[i] != '\r' && shown < SHOWN) {
        uint32_t len;
        utf8_decode(s.ptr + i, s.ptr + s.len, &len);
        i += len;
        shown++;
    }
    buf_put(out, s.ptr, i);
    if (i < s.len)
        buf_cstr(out, "…");
}

static void put_place(Buf *out, Source *source, uint32_t off)
{
    Place place = source_place(source, off);
    buf_printf(out, " %u:%u", (unsigned)place.line, (unsigned)place.column);
}

/* Of a statement, its head: to its colon or to its body. */
static Str head_text(const Tree *t, const Node *n)
{
    uint32_t end = n->off;
    for (NodeRef c = n->child; c != 0 && tree_node(t, c)->kind != N_BODY
         && !tree_node(t, c)->is_value; c = tree_next(t, c))
        end = tree_node(t, c)->off + tree_node(t, c)->len;
    return (Str){t->source->text + n->off, end - n->off};
}

static void put_node(Buf *out, const Tree *t, Source *source, NodeRef ref, uint32_t depth)
{
    const Node *n = tree_node(t, ref);
    buf_repeat(out, "  ", depth);
    buf_cstr(out, kind_name(n));
    put_place(out, source, n->off);
    if ((n->kind == N_COMPARED || n->kind == N_BINARY) && n->op != OP_NONE)
        buf_printf(out, " %s", op_name(n->op));
    if (n->kind == N_FIGURE && n->op != FIG_NUMBER)
        buf_printf(out, " %s", shape_name(n->op));
    if (n->kind == N_DECL || n->kind == N_PROP) {
        buf_char(out, ' ');
        put_text(out, head_text(t, n));
        if (n->kind == N_PROP)
            buf_char(out, ':');
    } else if (n->kind == N_CALL) {
        buf_char(out, ' ');
        put_text(out, (Str){t->source->text + n->off, n->aux});
    } else if (n->kind != N_FILE && n->kind != N_BODY && n->kind != N_COMPARED
               && n->kind != N_BINARY && n->kind != N_NEG && n->kind != N_PAREN) {
        buf_char(out, ' ');
        put_text(out, tree_text(t, ref));
    }
    buf_char(out, '\n');
}

/* Recursion is bounded: SYNTAX_MAX_DEPTH levels and SYNTAX_MAX_OPERATORS in a statement. The items
 * of a head are in its line already. */
static void put_tree(Buf *out, const Tree *t, Source *source, NodeRef ref, uint32_t depth)
{
    const Node *n = tree_node(t, ref);
    bool statement = n->kind == N_DECL || n->kind == N_PROP;
    put_node(out, t, source, ref, depth);
    for (NodeRef c = n->child; c != 0; c = tree_next(t, c)) {
        const Node *child = tree_node(t, c);
        if (!statement || child->kind == N_BODY || child->is_value)
            put_tree(out, t, source, c, depth + 1);
    }
}

void tree_dump(Buf *out, const Tree *t)
{
    Source copy = *t->source; /* the line index is built into it */
    put_tree(out, t, &copy, t->root, 0);
}

void tokens_dump(Buf *out, Arena *arena, const SourceSet *sources, FileId file, DiagSink *sink)
{
    Source *source = sources_get(sources, file);
    Scan s;
    Tok tok;
    scan_init(&s, source, file, sink, arena);
    if (!scan_prepare(&s))
        return;
    s.line_off = s.start;
    scan_open(&s);
    do {
        scan_next(&s, &tok);
        Place place = source_place(source, tok.off);
        buf_printf(out, "%u:%u %s", (unsigned)place.line, (unsigned)place.column,
                   token_name(tok.kind));
        if (tok.kind == T_FIGURE)
            buf_printf(out, " %s", shape_name((uint8_t)tok.val));
        if (tok.kind != T_EOF) {
            buf_char(out, ' ');
            put_text(out, scan_str(&s, tok.off, tok.end));
        }
        buf_char(out, '\n');
    } while (tok.kind != T_EOF);
}
