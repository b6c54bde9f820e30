/*
 * tokens.c — a file in colours.  Layer: ide.
 *
 * In: the tree of a file, its tables and formulas, its marks. Out: tokens on one line each, none
 * over another. A byte for each byte of the file is painted in layers, the coarsest first: prose,
 * then what stands inside its braces, then what the marks say; then the runs are read off. So
 * nobody has to cut one token out of another.
 */
#include "ide/ide.h"

enum { DECLARES = 0x80, NOTHING = HPLAN_CLASS_COUNT };

typedef struct Painter {
    const Ide *ide;
    const Tree *tree;
    const char *text;
    uint32_t len;
    uint8_t *paint;
} Painter;

static void paint(const Painter *p, uint32_t off, uint32_t len, unsigned how)
{
    if (off >= p->len)
        return;
    memset(p->paint + off, (int)how, len < p->len - off ? len : p->len - off);
}

/* --- the tree -------------------------------------------------------------------------------- */

/* The signs between the parts of a node: whatever is neither a blank nor a part. */
static void paint_signs(const Painter *p, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to && i < p->len; i++)
        if ((unsigned char)p->text[i] > ' ')
            paint(p, i, 1, HPLAN_CLASS_OPERATOR);
}

/* ramme.2018, kapittel.3.1: the parts of a path that are figures. */
static void paint_years(const Painter *p, const Node *path)
{
    uint32_t end = path->off + path->len;
    for (uint32_t i = path->off + 1; i < end && i < p->len; i++)
        if (ascii_is_digit(p->text[i]) && p->text[i - 1] == '.')
            for (; i < end && ascii_is_digit(p->text[i]); i++)
                paint(p, i, 1, HPLAN_CLASS_FIGURE);
}

static void paint_node(const Painter *p, NodeRef n);

static void paint_children(const Painter *p, NodeRef n)
{
    for (NodeRef c = tree_child(p->tree, n); c != 0; c = tree_next(p->tree, c))
        paint_node(p, c);
}

static void paint_between(const Painter *p, NodeRef n)
{
    const Node *left = tree_node(p->tree, tree_child(p->tree, n));
    if (left->next != 0)
        paint_signs(p, left->off + left->len, tree_node(p->tree, left->next)->off);
}

/* Recursion is as deep as bodies and formulas are nested, which the parser bounds. */
static void paint_node(const Painter *p, NodeRef n)
{
    const Node *node = tree_node(p->tree, n);
    switch ((NodeKind)node->kind) {
    case N_FIGURE:
    case N_ORDINAL:
    case N_PERCENT: paint(p, node->off, node->len, HPLAN_CLASS_FIGURE); break;
    case N_STRING:
    case N_URL: paint(p, node->off, node->len, HPLAN_CLASS_TITLE); break;
    case N_TEXT: paint(p, node->off, node->len, HPLAN_CLASS_PROSE); break;
    case N_NEG:
    case N_COMPARED:
        if (node->child != 0)
            paint_signs(p, node->off, tree_node(p->tree, node->child)->off);
        paint_children(p, n);
        break;
    case N_BINARY:
        paint_between(p, n);
        paint_children(p, n);
        break;
    case N_FILE:
    case N_DECL:
    case N_PROP:
    case N_BODY:
    case N_ERROR:
    case N_PAREN:
    case N_STATED:
    case N_CALL:
    case N_INLINE: paint_children(p, n); break;
    case N_PATH: paint_years(p, node); break;
    case N_NONE:
    case N_TABLE:
    case N_WORD: break;
    }
}

/* --- what is read apart from the tree -------------------------------------------------------- */

static void paint_formula(const Painter *p, const Fact *f)
{
    uint32_t end = f->off + f->len;
    if (f->owner == FACT_INLINE) { /* with its braces */
        paint(p, f->off - 1, f->len + 2, NOTHING);
        paint(p, f->off - 1, 1, HPLAN_CLASS_OPERATOR);
        paint(p, end, 1, HPLAN_CLASS_OPERATOR);
    }
    if (f->value.kind == VAL_NUMBER || f->value.kind == VAL_RANGE)
        paint(p, f->value.off, f->value.len, HPLAN_CLASS_FIGURE);
    if (f->expr != 0) {
        paint_node(p, f->expr);
        uint32_t from = tree_node(p->tree, f->expr)->off;
        if (f->owner == FACT_CELL && from > f->off && !f->equation)
            paint_signs(p, f->off, from);
    }
    NodeRef format = fact_more(p->ide->m, f)->format;
    if (format == 0)
        return;
    if (f->expr != 0)
        paint_signs(p, tree_node(p->tree, f->expr)->off + tree_node(p->tree, f->expr)->len,
                    tree_node(p->tree, format)->off);
    paint_node(p, format);
}

static void paint_facts(const Painter *p, DocId doc)
{
    const Model *m = p->ide->m;
    for (FactId id = 1; id < m->facts.len; id++) {
        const Fact *f = model_fact(m, id);
        bool apart = f->owner == FACT_INLINE || f->owner == FACT_CELL;
        if (apart && f->doc == doc && fact_span(m, f).file == p->tree->file && f->len > 0)
            paint_formula(p, f);
    }
}

static void paint_tables(const Painter *p)
{
    const Model *m = p->ide->m;
    for (TableId id = 1; id < m->tables.len; id++) {
        const Table *t = model_table(m, id);
        for (uint32_t i = 0; t->file == p->tree->file && i < t->cells.len; i++) {
            Cell c = table_cell(t, i / t->cols.len, i % t->cols.len);
            if (c.kind == CELL_PLAIN)
                paint(p, c.off, c.len, HPLAN_CLASS_FIGURE);
        }
    }
}

/* --- marks ----------------------------------------------------------------------------------- */

static unsigned class_of_word(TermId term)
{
    switch ((VocabGroup)vocab_term(term)->group) {
    case VG_KIND: return HPLAN_CLASS_KIND;
    case VG_PROP: return HPLAN_CLASS_PROPERTY;
    case VG_FUNC: return HPLAN_CLASS_FUNCTION;
    case VG_ROLE: return HPLAN_CLASS_ROLE;
    case VG_CONNECTIVE: return HPLAN_CLASS_OPERATOR;
    case VG_NUMBER: return HPLAN_CLASS_FIGURE;
    case VG_NONE:
    case VG_ENUM:
    case VG_MISSING:
    case VG_QUAL:
    case VG_VERSION:
    case VG_PERIOD:
    case VG_BODY: break;
    }
    return HPLAN_CLASS_VALUE;
}

static unsigned class_of_name(const Painter *p, const Mark *k)
{
    const Model *m = p->ide->m;
    const Decl *d = model_decl(m, k->id);
    bool declares = k->kind == MARK_DECLARES;
    unsigned kind = p->text[k->span.off] == '"' ? HPLAN_CLASS_TITLE : HPLAN_CLASS_NAME;
    if (declares && k->span.off == d->title_off && d->title.len > 0)
        kind = HPLAN_CLASS_TITLE; /* in a cell it has no quotes */
    if (declares && k->span.off == decl_number(m, d)->span.off && d->number != 0)
        kind = HPLAN_CLASS_FIGURE;
    return declares ? kind | DECLARES : kind;
}

static unsigned class_of(const Painter *p, const Mark *k)
{
    switch ((MarkKind)k->kind) {
    case MARK_WORD: return class_of_word((TermId)k->id);
    case MARK_DECLARES:
    case MARK_NAMES: return class_of_name(p, k);
    case MARK_UNIT: return HPLAN_CLASS_UNIT;
    case MARK_CODE: return HPLAN_CLASS_CODE;
    case MARK_ROW:
    case MARK_COLUMN: break;
    }
    return HPLAN_CLASS_NAME;
}

static void paint_marks(const Painter *p)
{
    const Marks *marks = model_marks(p->ide->m);
    FileId file = p->tree->file;
    for (uint32_t i = marks_from(marks, file, 0); i < marks->at.len; i++) {
        const Mark *k = &marks->at.at[i];
        if (k->span.file != file)
            break;
        if (k->span.off < p->len)
            paint(p, k->span.off, k->span.len, class_of(p, k));
    }
}

/* --- reading off ----------------------------------------------------------------------------- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static hplan_ide_tokens read_off(const Painter *p)
{
    VEC(hplan_ide_token) out = {0};
    for (uint32_t i = 0; i < p->len;) {
        unsigned how = p->paint[i];
        uint32_t end = i;
        while (end < p->len && p->paint[end] == how && p->text[end] != '\n')
            end++;
        uint32_t next = end > i ? end : i + 1;
        while (i < end && is_blank(p->text[i]))
            i++;
        while (end > i && is_blank(p->text[end - 1]))
            end--;
        if (how != NOTHING && end > i)
            *vec_push(p->ide->arena, &out) = (hplan_ide_token){
                {p->tree->file, i, end}, (hplan_ide_class)(how & ~(unsigned)DECLARES),
                (how & DECLARES) != 0};
        i = next;
    }
    return (hplan_ide_tokens){out.at, out.len};
}

void ide_tokens_of(const Ide *ide, const Tree *tree, hplan_ide_tokens *out)
{
    Painter p = {ide, tree, tree->source->text, tree->source->len, NULL};
    p.paint = arena_alloc(ide->arena, p.len + 1);
    paint(&p, 0, p.len, NOTHING);
    for (uint32_t i = 0; i < tree->comments.len; i++)
        paint(&p, tree->comments.at[i].off, tree->comments.at[i].len, HPLAN_CLASS_COMMENT);
    paint_node(&p, tree->root);
    paint_tables(&p);
    paint_facts(&p, ide_doc(ide, tree->file));
    paint_marks(&p);
    *out = read_off(&p);
}
