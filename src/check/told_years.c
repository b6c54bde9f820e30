/*
 * told_years.c — a figure in prose is of the year that is told behind it.  Layer: check.
 *
 * Requires: nothing. Provides: HP8015 at «{18 020 kr = gebyr.sum.2026} i 2027».
 *
 * That is what is left when last year's text is gone over and one of the two is forgotten. It speaks
 * only where each figure of the formula is of a year, and none is of the one that is told; and not
 * of «i 2027-kroner», which is a price level.
 */
#include "check/shared.h"

enum { YEAR_LEN = 4, MOST_BLANKS = 3, FIRST_YEAR = 1990, LAST_YEAR = 2099 };

/* Of what stands behind it: « i 2027»; 0: something else. *at: where, from the end of the figure. */
static int year_behind(Str behind, uint32_t *at)
{
    static const Str leads[] = {STR_INIT("} i "), STR_INIT("} in "), STR_INIT("} for ")};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        if (!str_starts(behind, leads[i]))
            continue;
        Str rest = str_slice(behind, leads[i].len, behind.len);
        int year = 0;
        for (uint32_t k = 0; k < YEAR_LEN; k++) {
            if (k >= rest.len || !ascii_is_digit(rest.ptr[k]))
                return 0;
            year = year * 10 + (rest.ptr[k] - '0');
        }
        char next = rest.len > YEAR_LEN ? rest.ptr[YEAR_LEN] : ' ';
        bool alone = next == ' ' || next == '.' || next == ',' || next == '\n' || next == ')' ||
                     next == ';' || next == ':' || next == '"';
        *at = leads[i].len;
        return alone && year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
    }
    return 0;
}

/* Where « i 2027» begins its year, and the year; 0: nothing like it stands there. */
static int told_year(const Model *m, const Fact *f, Span *where)
{
    Span in = fact_span(m, f);
    Str text = {sources_get(m->sources, in.file)->text, sources_get(m->sources, in.file)->len};
    uint32_t end = in.off + in.len, at = 0;
    for (uint32_t i = 0; i < MOST_BLANKS && end < text.len && text.ptr[end] == ' '; i++)
        end++;
    int year = year_behind(str_slice(text, end, text.len), &at);
    *where = (Span){in.file, end + at, YEAR_LEN};
    return year;
}

/* The one year that a figure is of; 0: none is stated, or several are. */
static int year_of(const Model *m, FigRef f)
{
    FigRef cell = figure_place(m, f);
    Period p = PERIOD_UNSTATED;
    if (cell.table != 0)
        p = model_table(m, cell.table)->cols.at[cell.col].index.period;
    else if (f.fact != 0 && model_fact(m, f.fact)->prop != 0)
        p = model_prop(m, model_fact(m, f.fact)->prop)->index.period;
    int first = period_first_year(p);
    return first == period_last_year(p) ? first : 0;
}

/* Is each figure of a year, and none of this one? *of: the first of them. */
static bool is_of_others(const Model *m, const TermRuns *terms, int year, FigRef *of)
{
    FigRef f;
    uint32_t count = 0;
    for (TermIter it = {0, 0}; terms_next(terms, &it, &f); count++) {
        int own = year_of(m, f);
        if (own == 0 || own == year)
            return false;
        if (count == 0)
            *of = f;
    }
    return count > 0;
}

static void check_figure(Model *m, FactId id)
{
    Fact f = *model_fact(m, id); /* evaluating may make facts and move them */
    Span where;
    int year = told_year(m, &f, &where);
    if (year == 0)
        return;
    Sides sides = eval_sides(m, &f);
    Result r = eval_quietly(m, f.doc, sides.at[sides.count - 1].node, f.scope);
    FigRef of;
    if (r.kind != RES_FIGURES || !is_of_others(m, &r.terms, year, &of))
        return;
    Diag *d = diag_at(m->sink, HP8015, where);
    diag_int(d, year);
    diag_str(d, r.written);
    diag_place(d, figure_span(m, of), L_IS_ABOUT);
    Buf b;
    buf_init(&b, m->arena);
    buf_int(&b, year_of(m, of));
    diag_str(d, buf_view(&b));
}

void check_told_years(Model *m)
{
    for (uint32_t i = 0; i < m->formulas.len; i++) {
        FactId id = m->formulas.at[i];
        const Fact *f = model_fact(m, id);
        if (f->owner != FACT_INLINE || f->expr == 0 || f->value.kind == VAL_BAD)
            continue;
        check_figure(m, id);
        arena_free(m->scratch);
    }
}
