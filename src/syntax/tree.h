/*
 * tree.h — the syntax tree.  Layer: syntax.
 *
 * One flat array of 20-byte nodes per file, linked by index; node 0 is none. Nodes carry spans,
 * never values: what a word or a figure means depends on where it stands and is read by the
 * model. A table is ONE node; its rows and cells are walked with rows.h. A text block is one
 * node; its {…} are walked with prose.h. Only a cell that is not plain and the inside of {…} go
 * through the grammar again (tree_parse_inline), into the same array.
 *
 * Shapes (children in order):
 *     N_FILE    statements
 *     N_DECL    head items (N_WORD N_STRING N_ORDINAL N_FIGURE N_PATH), then N_BODY if it has one
 *     N_PROP    head items, then its values, marked is_value, then N_BODY if it has one
 *     N_BODY    statements; span from { to }
 *     N_TEXT    """…""" ; N_ERROR what recovery skipped (any children)
 *     N_TABLE   rows; op = how many, heads and rules among them, at most TABLE_MANY_ROWS
 *     N_COMPARED  op = the comparator (OP_LT … OP_EQ) before the expression; one child
 *     N_BINARY  op; two children; aux BINARY_EN_DASH: the minus is an en dash (report_en_dash).
 *               A chain a + b + c leans left and has at most SYNTAX_MAX_OPERATORS members.
 *     N_NEG     one child: `- 21 850 kr` is N_NEG of the N_STATED; in `kr -21 850` and `minst -5`
 *               the sign belongs to the figure: N_STATED of N_WORD and N_NEG of the N_FIGURE
 *     N_PAREN   one child or more (commas)
 *     N_STATED  two or more atoms side by side.  A single atom stands for itself.
 *     N_CALL    span of name and parentheses; children: the arguments; the name is name_len long
 *     N_INLINE  the inside of a cell or {…}: the expression, or several (a list in a cell); then,
 *               if aux is INLINE_HAS_FORMAT, the format after ':' as the last child
 */
#ifndef HPLAN_SYNTAX_TREE_H
#define HPLAN_SYNTAX_TREE_H

#include "base/vec.h"
#include "diag/diag.h"
#include "source/source.h"

typedef uint32_t NodeRef; /* index into Tree.nodes; 0: none */

typedef enum NodeKind {
    N_NONE, N_FILE, N_DECL, N_PROP, N_BODY, N_TEXT, N_TABLE, N_ERROR,
    N_COMPARED, N_BINARY, N_NEG, N_PAREN, N_STATED, N_CALL, N_INLINE,
    N_WORD, N_STRING, N_FIGURE, N_ORDINAL, N_PERCENT, N_PATH, N_URL
} NodeKind;

typedef enum Op {
    OP_NONE, OP_LT, OP_LE, OP_GT, OP_GE, OP_EQ, OP_ADD, OP_SUB, OP_MUL, OP_DIV
} Op;

typedef struct Node {
    uint8_t kind;    /* NodeKind */
    uint8_t op;      /* Op of N_COMPARED and N_BINARY; FigureShape of N_FIGURE (figure.h); rows */
    uint16_t is_value : 1; /* of an N_PROP */
    uint16_t aux : 15; /* N_CALL: bytes of its name; N_BINARY, N_INLINE: the marks below */
    uint32_t off, len;
    NodeRef child;   /* first */
    NodeRef next;    /* sibling */
} Node;

enum {
    BINARY_EN_DASH = 1,      /* the minus is written as an en dash … */
    BINARY_EN_DASH_TOLD = 2, /* … and HP1016 was reported: behind an '=', in a cell, in {…} */
    INLINE_HAS_FORMAT = 1,
    TABLE_MANY_ROWS = 255    /* these or more */
};

typedef struct Comment {
    uint32_t off, len;
} Comment;

/* A declaration that may lead to other files: see tree_parse. */
typedef struct Lead {
    NodeRef decl;
    bool in_body; /* of another statement */
} Lead;

typedef struct Tree {
    Arena *arena;
    const Source *source;
    FileId file;
    VEC(Node) nodes;
    VEC(Comment) comments; /* in order */
    VEC(Lead) leads;       /* in order */
    NodeRef root;
} Tree;

#define SYNTAX_MAX_DEPTH 200
#define SYNTAX_MAX_LINE (4u << 20)
#define SYNTAX_MAX_OPERATORS 1000 /* in one statement: the bound of recursion over N_BINARY */

/* Parses a whole file. Always gives a tree; what is wrong goes to the sink. */
Tree *tree_parse(Arena *arena, const SourceSet *sources, FileId file, DiagSink *sink);

/* The same, and notes as leads the declarations whose first word begins with one of these letters.
 * A walk through the tree to find them would cost a tenth of parsing. */
Tree *tree_parse_leads(Arena *arena, const SourceSet *sources, FileId file, DiagSink *sink,
                       const char *initials);

/* Parses the bytes [off, off+len) of the tree's own source as `expr [":" format]` and appends
 * the nodes. Returns an N_INLINE node, or 0 if it did not parse (a finding says why). */
NodeRef tree_parse_inline(Tree *tree, uint32_t off, uint32_t len, DiagSink *sink);

static inline const Node *tree_node(const Tree *t, NodeRef n) { return &t->nodes.at[n]; }
static inline NodeRef tree_child(const Tree *t, NodeRef n) { return t->nodes.at[n].child; }
static inline NodeRef tree_next(const Tree *t, NodeRef n) { return t->nodes.at[n].next; }
static inline Span tree_span(const Tree *t, NodeRef n)
{
    const Node *node = tree_node(t, n);
    return (Span){t->file, node->off, node->len};
}

static inline Str tree_text(const Tree *t, NodeRef n)
{
    const Node *node = tree_node(t, n);
    return (Str){t->source->text + node->off, node->len};
}

/* The text of a string node without its quotes. */
Str tree_string(const Tree *t, NodeRef n);

/* The label and fix of an HP1016 at an en dash. The scanner reports those behind an '=', in cells
 * and in {…} (BINARY_EN_DASH_TOLD); in other formulas (krev) the model does, elsewhere HP1015. */
void report_en_dash(Diag *d, Span dash);

/* --dump=tree: one line a node, indented. */
void tree_dump(Buf *out, const Tree *t);
/* --dump=tokens: what the scanner says, one line a token. */
void tokens_dump(Buf *out, Arena *arena, const SourceSet *sources, FileId file, DiagSink *sink);

#endif
