/*
 * eval_years.c — of which year a figure is, and what one thing differs by from one to another.
 * Layer: model.
 *
 * In: a figure; an equation or a {…} in prose. Out: its year; the two years, where the last side is
 * a difference of two stated figures that are the same but for their year: two values of a property,
 * or two cells of one row, or of one column whose rows are years.
 */
#include "model/eval.h"

/* What a figure is of. Two that are alike in all but the year are of one thing. */
typedef struct OfYear {
    int year; /* 0: of none */
    uint16_t key, version;
    DeclId decl;    /* of a property */
    TableId table;  /* of a cell: */
    uint32_t place; /* its row, or its column where the rows are years */
    bool by_row;
} OfYear;

static int year_of(const Index *index)
{
    return index->period.kind == PERIOD_YEAR ? index->period.from.year : 0;
}

static OfYear of_cell(const Model *m, FigRef cell)
{
    const Table *t = model_table(m, cell.table);
    const Column *column = &t->cols.at[cell.col];
    OfYear of = {year_of(&column->index), column->key, column->index.version, 0,
                 cell.table,              cell.row,    false};
    if (of.year == 0) {
        of.year = period_plain_year(row_label(t, &t->rows.at[cell.row]));
        of.place = cell.col;
        of.by_row = true;
    }
    return of;
}

static OfYear of_figure(const Model *m, FigRef f)
{
    FigRef cell = figure_place(m, f);
    if (cell.table != 0)
        return of_cell(m, cell);
    PropId prop = f.fact == 0 ? 0 : model_fact(m, f.fact)->prop;
    if (prop == 0)
        return (OfYear){0};
    const Prop *p = model_prop(m, prop);
    return (OfYear){
        year_of(&p->index), p->key, p->index.version, decl_self(m, p->decl), 0, 0, false};
}

int eval_figure_year(const Model *m, FigRef f)
{
    return of_figure(m, f).year;
}

static bool same_thing(OfYear a, OfYear b)
{
    return a.key == b.key && a.version == b.version && a.decl == b.decl && a.table == b.table &&
           a.place == b.place && a.by_row == b.by_row;
}

/* What the operand reads; a computed one is of no year. */
static OfYear of_operand(Model *m, const Fact *f, NodeRef node)
{
    Result r = eval_quietly(m, f->doc, node, f->scope);
    bool one = r.kind == RES_FIGURES && r.scalar && r.items.len == 1;
    return one ? of_figure(m, r.items.at[0].from) : (OfYear){0};
}

bool eval_year_change(Model *m, const Fact *f, YearChange *out)
{
    const Tree *t = m->docs.at[f->doc].tree;
    if (f->expr == 0)
        return false;
    Sides sides = eval_sides(m, f);
    NodeRef node = sides.at[sides.count - 1].node;
    while (tree_node(t, node)->kind == N_PAREN || tree_node(t, node)->kind == N_COMPARED)
        node = tree_child(t, node);
    if (tree_node(t, node)->kind != N_BINARY || tree_node(t, node)->op != OP_SUB)
        return false;
    NodeRef left = tree_child(t, node);
    OfYear year = of_operand(m, f, left);
    OfYear against = of_operand(m, f, tree_next(t, left));
    *out = (YearChange){year.year, against.year};
    return year.year != 0 && against.year != 0 && year.year != against.year &&
           same_thing(year, against);
}
