/*
 * sides_size.c — a minus that is only a table's way of writing.  Layer: check.
 *
 * in:  a figure in prose, and the formula that it is held against
 * out: does prose tell it by its size?
 *
 * «Gebyrene gir 59,2 mill. kr» is what −59 200 in a column of income says, and «vi bruker 1,3 mill.
 * kr av fondet» what −1 300 of «Bruk av fond» says: the word tells which way the money goes, and
 * the minus only repeats it. Of a result, a deviation or a change the minus is the news, and prose
 * has to say it.
 */
#include "check/sides.h"

#include "base/utf8.h"
#include "check/relation.h"

/* Of all that a formula is made of, or a part of it. */
typedef enum Way {
    WAY_OWN,  /* its sign says something, or it has none */
    WAY_TOLD, /* its words tell which way it goes; told by size it has the other sign */
    WAY_MIXED
} Way;

/* Which way it goes is not told by words that speak of both. */
static bool names_balance(Str label)
{
    static const char *const words[] = {"netto", "resultat", "avvik", "endring", "saldo",
                                        "net ",  "result",   "deviation", "change", "mer-",
                                        "/", NULL};
    return str_has_any(label, words);
}

static bool names_way(Str label)
{
    static const char *const words[] = {"bruk av", "redu", "innspar", "kutt", "nedtrekk",
                                        "effektiviser", "underskudd", "underskot", "uttak",
                                        "saving", "use of", "cut", "deficit", NULL};
    return relation_names_income(label) || str_has_any(label, words);
}

/* Do the words about a figure tell which way it goes? */
static bool is_named(const Model *m, FigRef f)
{
    FigRef cell = figure_place(m, f);
    Str row = STR_NONE, column = STR_NONE;
    uint16_t key = P_NONE;
    if (cell.table != 0) {
        const Table *t = model_table(m, cell.table);
        const Column *c = &t->cols.at[cell.col];
        key = c->key;
        row = row_folded(m, t, &t->rows.at[cell.row]);
        column = utf8_fold(m->scratch, column_called(c));
    } else if (model_fact(m, f.fact)->prop != 0) {
        const Prop *p = model_prop(m, model_fact(m, f.fact)->prop);
        key = p->key;
        row = utf8_fold(m->scratch, decl_label(m, p->decl));
    }
    if (key == P_INCOME || key == P_EXPENDITURE)
        return true;
    return key != P_NET && !names_balance(row) && !names_balance(column) &&
           (names_way(row) || names_way(column));
}

static Way way_of_terms(Model *m, const TermRuns *terms)
{
    uint32_t told = 0, count = 0;
    FigRef f;
    for (TermIter it = {0, 0}; terms_next(terms, &it, &f);) {
        int sign = decimal_sign(figure_quantity(m, f).mid);
        count += sign != 0;
        told += sign < 0 && is_named(m, f);
    }
    return told == 0 ? WAY_OWN : told == count ? WAY_TOLD : WAY_MIXED;
}

/* Where the formula stands. A fact would not do: evaluating may make others and move it. */
typedef struct Formula {
    Model *m;
    DocId doc;
    DeclId scope;
} Formula;

static Way way_of(const Formula *f, NodeRef node);

/* A sum of what is told alike is so, too; of two factors that are, the signs cancel out. */
static Way way_of_both(const Formula *f, NodeRef node)
{
    const Tree *tree = f->m->docs.at[f->doc].tree;
    Op op = (Op)tree_node(tree, node)->op;
    NodeRef left = tree_child(tree, node);
    Way a = way_of(f, left), b = way_of(f, tree_next(tree, left));
    if (a == WAY_MIXED || b == WAY_MIXED)
        return WAY_MIXED;
    if (op == OP_MUL || op == OP_DIV)
        return a == b ? WAY_OWN : WAY_TOLD;
    return a == b ? a : WAY_MIXED;
}

static Way way_of(const Formula *f, NodeRef node)
{
    const Tree *tree = f->m->docs.at[f->doc].tree;
    switch ((int)tree_node(tree, node)->kind) {
    case N_FIGURE: return WAY_OWN;
    case N_PAREN: return way_of(f, tree_child(tree, node));
    case N_BINARY: return way_of_both(f, node);
    case N_WORD:
    case N_PATH:
    case N_CALL: {
        Result r = eval_quietly(f->m, f->doc, node, f->scope);
        return way_of_terms(f->m, &r.terms);
    }
    default: return WAY_MIXED; /* the author has seen to the sign */
    }
}

bool sides_tell_size(Model *m, const Fact *f, NodeRef side, const Quantity *stated,
                     const Quantity *computed)
{
    const Formula formula = {m, f->doc, f->scope};
    bool apart = stated->kind == QTY_NUMBER && computed->kind == QTY_NUMBER &&
                 decimal_sign(stated->mid) > 0 && decimal_sign(computed->mid) < 0;
    return f->owner == FACT_INLINE && apart && way_of(&formula, side) == WAY_TOLD;
}
