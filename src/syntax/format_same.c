/*
 * format_same.c — the proof that formatting changed no meaning.  Layer: syntax.
 *
 * In: the tree of a source and that of the formatted text. Out: whether they are the same but for
 * places, blanks, the blanks within figures, last bars, and the dashes of rules. Bytes that no
 * token holds are compared as well, so nothing can get lost in silence.
 */
#include "syntax/format_int.h"

#include "base/utf8.h"
#include "syntax/prose.h"
#include "syntax/rows.h"

/* ---- bytes ---------------------------------------------------------------------------------- */

/* The next code point at or behind *at that is neither a blank nor passed over; 0: none. */
static uint32_t next_ink(Str s, uint32_t *at, const char *passed)
{
    while (*at < s.len) {
        uint32_t len;
        uint32_t cp = utf8_decode(s.ptr + *at, s.ptr + s.len, &len);
        *at += len;
        bool passes = cp < 0x80 && strchr(passed, (int)cp) != NULL;
        if (!passes && cp != '\n' && cp != '\r' && !utf8_is_blank(cp))
            return cp;
    }
    return 0;
}

static bool same_ink(Str a, Str b, const char *passed)
{
    uint32_t i = 0, j = 0, cp;
    do {
        cp = next_ink(a, &i, passed);
        if (cp != next_ink(b, &j, passed))
            return false;
    } while (cp != 0);
    return true;
}

/* The text without its comments. */
static Str without_comments(Arena *arena, const Tree *t)
{
    Buf b;
    uint32_t at = 0;
    buf_init(&b, arena);
    for (uint32_t i = 0; i < t->comments.len; i++) {
        Comment c = t->comments.at[i];
        if (c.off < at)
            continue;
        buf_put(&b, t->source->text + at, c.off - at);
        at = c.off + c.len;
    }
    buf_put(&b, t->source->text + at, t->source->len - at);
    return buf_view(&b);
}

static Str trimmed(const Tree *t, Comment c)
{
    const char *s = t->source->text + c.off;
    while (c.len > 0 && (unsigned char)s[c.len - 1] <= ' ')
        c.len--;
    return (Str){s, c.len};
}

static bool same_comments(const Tree *a, const Tree *b)
{
    if (a->comments.len != b->comments.len)
        return false;
    for (uint32_t i = 0; i < a->comments.len; i++)
        if (!str_eq(trimmed(a, a->comments.at[i]), trimmed(b, b->comments.at[i])))
            return false;
    return true;
}

/* ---- tables and texts ----------------------------------------------------------------------- */

static bool same_cell(const Tree *a, CellSpan x, const Tree *b, CellSpan y)
{
    Str left = {a->source->text + x.off, x.len}, right = {b->source->text + y.off, y.len};
    if (str_eq(left, right))
        return true;
    bool digits = false;
    for (uint32_t i = 0; i < left.len; i++)
        digits = digits || ascii_is_digit(left.ptr[i]);
    return digits && same_ink(left, right, "");
}

static bool same_row(const Tree *a, RowIter *x, const Tree *b, RowIter *y)
{
    CellSpan left, right;
    if (x->rule != y->rule || x->pasted != y->pasted)
        return false;
    for (;;) {
        bool more = rows_cell(x, &left);
        if (more != rows_cell(y, &right))
            return false;
        if (!more)
            return true;
        if (!x->rule && !same_cell(a, left, b, right))
            return false;
    }
}

static bool same_table(const Tree *a, NodeRef x, const Tree *b, NodeRef y)
{
    RowIter left = rows_begin(a, x), right = rows_begin(b, y);
    for (;;) {
        bool more = rows_next(&left);
        if (more != rows_next(&right))
            return false;
        if (!more)
            return true;
        if (!same_row(a, &left, b, &right))
            return false;
    }
}

/* The text as Markdown sees it: lines of nothing but blanks are empty, and line ends in {…} are
 * blanks. */
static Str prose_of(Arena *arena, const Tree *t, NodeRef text)
{
    ProsePieces pieces = {0};
    DiagSink unheard;
    Buf b;
    size_t line = 0; /* of b: where the ink of the line ends */
    sink_init(&unheard, arena, NULL);
    prose_split(arena, t, text, &pieces, &unheard);
    buf_init(&b, arena);
    for (uint32_t i = 0; i < pieces.len; i++) {
        Str s = {t->source->text + pieces.at[i].off, pieces.at[i].len};
        bool blank = true;
        for (uint32_t j = 0; j < s.len && blank; j++)
            blank = memchr(" \t\r\n", s.ptr[j], 4) != NULL;
        bool ends = pieces.at[i].kind == PROSE_TEXT && s.len > 0 && s.ptr[s.len - 1] == '\n';
        if (pieces.at[i].kind == PROSE_EXPR) {
            uint32_t at = 0, cp;
            buf_char(&b, '{');
            while ((cp = next_ink(s, &at, "")) != 0)
                utf8_put(&b, cp);
            buf_char(&b, '}');
        } else if (ends && blank && line == b.len) {
            buf_char(&b, '\n');
        } else if (!(blank && !ends && line == b.len)) {
            buf_str(&b, s);
        }
        if (ends)
            line = b.len;
    }
    return buf_view(&b);
}

/* ---- trees ---------------------------------------------------------------------------------- */

static bool same_leaf(Arena *arena, const Tree *a, NodeRef x, const Tree *b, NodeRef y)
{
    Str left = tree_text(a, x), right = tree_text(b, y);
    switch ((NodeKind)tree_node(a, x)->kind) {
    case N_WORD: case N_STRING: case N_ORDINAL: case N_PERCENT: case N_PATH: case N_URL:
        return str_eq(left, right);
    case N_FIGURE: case N_ERROR:
        return same_ink(left, right, "");
    case N_TABLE:
        return same_table(a, x, b, y);
    case N_TEXT:
        return str_eq(prose_of(arena, a, x), prose_of(arena, b, y));
    case N_NONE: case N_FILE: case N_DECL: case N_PROP: case N_BODY: case N_COMPARED: case N_BINARY:
    case N_NEG: case N_PAREN: case N_STATED: case N_CALL: case N_INLINE:
        break;
    }
    return true;
}

/* Recursion is bounded as that of tree_dump is. */
static bool same_nodes(Arena *arena, const Tree *a, NodeRef x, const Tree *b, NodeRef y)
{
    for (; x != 0 && y != 0; x = tree_next(a, x), y = tree_next(b, y)) {
        const Node *left = tree_node(a, x), *right = tree_node(b, y);
        if (left->kind != right->kind || left->is_value != right->is_value ||
            left->op != right->op || left->aux != right->aux || !same_leaf(arena, a, x, b, y) ||
            !same_nodes(arena, a, left->child, b, right->child))
            return false;
    }
    return x == 0 && y == 0;
}

bool format_same(Arena *arena, const Tree *a, const Tree *b)
{
    return same_comments(a, b) && same_nodes(arena, a, a->root, b, b->root) &&
           same_ink(without_comments(arena, a), without_comments(arena, b), ";|-");
}
