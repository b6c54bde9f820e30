/*
 * eval_signs.c — what becomes of a formula's sign when some of its figures change theirs.
 * Layer: model.
 *
 * In: a formula, and who knows which figures have their sign from a way of writing. Out: does the
 * sign of the result turn with them? And the formula with a minus before it, as one would write it.
 */
#include "model/eval.h"

#include "base/utf8.h"

/* Of all that a formula is made of, or a part of it. */
typedef enum Turn {
    TURN_NOT,  /* nothing in it changes, or the changes cancel out */
    TURN_SIGN, /* the result changes its sign and nothing else */
    TURN_OTHER /* the result becomes another figure */
} Turn;

/* Where the formula stands. A fact would not do: evaluating may make others and move it. */
typedef struct Formula {
    Model *m;
    DocId doc;
    DeclId scope;
    SignOfWriting *of_writing;
} Formula;

/* What reads figures, and adds them up. Nought has no sign. */
static Turn turn_of_read(const Formula *f, NodeRef node)
{
    Result r = eval_quietly(f->m, f->doc, node, f->scope);
    uint32_t turned = 0, count = 0;
    FigRef figure;
    for (TermIter it = {0, 0}; terms_next(&r.terms, &it, &figure);) {
        Quantity q = figure_quantity(f->m, figure);
        count += decimal_sign(q.mid) != 0;
        turned += decimal_sign(q.mid) != 0 && f->of_writing(f->m, figure, &q);
    }
    return turned == 0 ? TURN_NOT : turned == count ? TURN_SIGN : TURN_OTHER;
}

/* Is a call with all its figures turned the same with the other sign? The largest is another. */
static bool keeps_to_signs(const Formula *f, NodeRef call)
{
    const Tree *tree = f->m->docs.at[f->doc].tree;
    Str name = str_slice(tree_text(tree, call), 0, tree_node(tree, call)->aux);
    TermId t = vocab_find(VG_FUNC, utf8_fold(f->m->scratch, name), K_NONE);
    uint16_t id = t == 0 ? (uint16_t)FN_NONE : vocab_term(t)->id;
    return id == FN_SUM || id == FN_AVERAGE || id == FN_ROUND;
}

static Turn turn_of(const Formula *f, NodeRef node);

static Turn turn_of_both(const Formula *f, NodeRef node)
{
    const Tree *tree = f->m->docs.at[f->doc].tree;
    Op op = (Op)tree_node(tree, node)->op;
    NodeRef left = tree_child(tree, node);
    Turn a = turn_of(f, left), b = turn_of(f, tree_next(tree, left));
    if (a == TURN_OTHER || b == TURN_OTHER)
        return TURN_OTHER;
    if (op == OP_MUL || op == OP_DIV)
        return a == b ? TURN_NOT : TURN_SIGN;
    return a == b ? a : TURN_OTHER;
}

static Turn turn_of(const Formula *f, NodeRef node)
{
    const Tree *tree = f->m->docs.at[f->doc].tree;
    switch ((int)tree_node(tree, node)->kind) {
    case N_FIGURE: return TURN_NOT;
    case N_PAREN: return turn_of(f, tree_child(tree, node));
    case N_BINARY: return turn_of_both(f, node);
    case N_CALL: return keeps_to_signs(f, node) ? turn_of_read(f, node) : TURN_OTHER;
    case N_WORD:
    case N_PATH: return turn_of_read(f, node);
    default: return TURN_OTHER; /* the author has seen to the sign */
    }
}

bool eval_turns_sign(Model *m, DocId doc, NodeRef expr, DeclId scope, SignOfWriting *of_writing)
{
    const Formula f = {m, doc, scope, of_writing};
    return turn_of(&f, expr) == TURN_SIGN;
}

Str eval_negated(Model *m, DocId doc, NodeRef expr)
{
    const Tree *tree = m->docs.at[doc].tree;
    bool whole = tree_node(tree, expr)->kind != N_BINARY;
    Buf b;
    buf_init(&b, m->arena);
    buf_cstr(&b, whole ? "-" : "-(");
    buf_str(&b, str_trim(tree_text(tree, expr)));
    buf_cstr(&b, whole ? "" : ")");
    return buf_view(&b);
}
