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

enum { YEAR_LEN = 4, FIRST_YEAR = 1990, LAST_YEAR = 2099 };

/* Blanks, and the end of a line where a sentence goes on. */
static uint32_t skip_space(Str s, uint32_t i)
{
    while (i < s.len && strchr(" \t\r\n", s.ptr[i]) != NULL)
        i++;
    return i;
}

/* «2027» alone, and not «2027-kroner» or «2027–2030»; 0: something else. */
static int read_year(Str s)
{
    int year = 0;
    for (uint32_t i = 0; i < YEAR_LEN; i++) {
        if (i >= s.len || !ascii_is_digit(s.ptr[i]))
            return 0;
        year = year * 10 + (s.ptr[i] - '0');
    }
    bool alone = s.len == YEAR_LEN || strchr(" \t\r\n.,;:)\"", s.ptr[YEAR_LEN]) != NULL;
    return alone && year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

/* The year that is told behind a figure, «} i 2027», and where; 0: none is. */
static int told_year(const Model *m, const Fact *f, Span *where)
{
    static const Str leads[] = {STR_INIT("i"), STR_INIT("in"), STR_INIT("for")};
    Span in = fact_span(m, f);
    const Source *source = sources_get(m->sources, in.file);
    Str text = {source->text, source->len};
    uint32_t at = skip_space(text, in.off + in.len);
    if (at == text.len || text.ptr[at] != '}')
        return 0;
    uint32_t word = skip_space(text, at + 1), end = word;
    while (end < text.len && ascii_is_letter(text.ptr[end]))
        end++;
    uint32_t year = skip_space(text, end);
    *where = (Span){in.file, year, YEAR_LEN};
    for (size_t i = 0; year > end && i < sizeof leads / sizeof *leads; i++)
        if (str_eq(str_slice(text, word, end), leads[i]))
            return read_year(str_slice(text, year, text.len));
    return 0;
}

/* Is each figure of a year, and none of this one? *of: the first of them. */
static bool is_of_others(const Model *m, const TermRuns *terms, int year, FigRef *of)
{
    FigRef f;
    uint32_t count = 0;
    for (TermIter it = {0, 0}; terms_next(terms, &it, &f); count++) {
        int own = eval_figure_year(m, f);
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
    buf_int(&b, eval_figure_year(m, of));
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
