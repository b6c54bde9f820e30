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

/* A minus, where the words about the figure tell which way it goes. */
static bool repeats_its_words(const Model *m, FigRef f, const Quantity *q)
{
    FigRef cell = figure_place(m, f);
    Str row = STR_NONE, column = STR_NONE;
    uint16_t key = P_NONE;
    if (decimal_sign(q->mid) > 0)
        return false;
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

bool sides_tell_size(Model *m, const Fact *f, NodeRef side, const Quantity *stated,
                     const Quantity *computed)
{
    bool apart = stated->kind == QTY_NUMBER && computed->kind == QTY_NUMBER &&
                 decimal_sign(stated->mid) > 0 && decimal_sign(computed->mid) < 0;
    return f->owner == FACT_INLINE && apart &&
           eval_turns_sign(m, f->doc, side, f->scope, repeats_its_words);
}
