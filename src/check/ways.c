/*
 * ways.c — prose that says "more" or "less" says what its figures say.  Layer: check.
 *
 * Requires: texts. Provides: HP8012 at a live figure that is one thing's difference between two
 * years, such as {4,1 mill. kr = ramme.2018 - ramme.2017}, where the words right beside it say
 * the other way: "økte med {…}", "{…} mindre enn i 2017", "{…} mer enn året før". "Lavere enn
 * nå" is said of the earlier year, so behind a figure the earlier one must be named. Nothing
 * else is read into a sentence.
 */
#include "check/shared.h"

#include "base/utf8.h"

typedef struct Way {
    const char *words;
    bool up, behind; /* behind the figure, else in front of it */
} Way;

static const Way ways[] = {
    {"øker med", true, false},      {"økte med", true, false},       {"økt med", true, false},
    {"økes med", true, false},      {"økning på", true, false},      {"opp med", true, false},
    {"vekst på", true, false},      {"aukar med", true, false},      {"auka med", true, false},
    {"auke på", true, false},       {"increased by", true, false},   {"increase of", true, false},
    {"redusert med", false, false}, {"reduseres med", false, false}, {"ned med", false, false},
    {"reduksjon på", false, false}, {"nedgang på", false, false},    {"kuttet med", false, false},
    {"kuttes med", false, false},   {"reduced by", false, false},    {"reduction of", false, false},
    {"mer enn", true, true},        {"meir enn", true, true},        {"flere enn", true, true},
    {"fleire enn", true, true},     {"høyere enn", true, true},      {"høgare enn", true, true},
    {"more than", true, true},      {"higher than", true, true},     {"mindre enn", false, true},
    {"færre enn", false, true},     {"lavere enn", false, true},     {"lågare enn", false, true},
    {"less than", false, true},     {"fewer than", false, true},     {"lower than", false, true},
};

/* --- the figure -------------------------------------------------------------------------- */

/* 1: the later year has more; -1: less; 0: no such difference, or none at all. *earlier: the year
 * that it is told against. */
static int way_of(Model *m, FactId id, int *earlier)
{
    YearChange change;
    Quantity q = check_quantity(m, figure_fact(id));
    if (q.kind != QTY_NUMBER || !eval_year_change(m, model_fact(m, id), &change))
        return 0;
    bool onwards = change.year > change.against;
    *earlier = onwards ? change.against : change.year;
    return onwards ? decimal_sign(q.mid) : -decimal_sign(q.mid);
}

/* --- the words --------------------------------------------------------------------------- */

/* Without blanks and ends of lines around it. */
static Str beside_figure(Arena *a, Str literal)
{
    Str text = utf8_fold(a, literal);
    while (text.len > 0 && strchr(" \n\r\t", text.ptr[0]) != NULL)
        text = str_slice(text, 1, text.len);
    while (text.len > 0 && strchr(" \n\r\t", text.ptr[text.len - 1]) != NULL)
        text = str_slice(text, 0, text.len - 1);
    return text;
}

static bool stands_beside(Str text, Str words, bool behind)
{
    if (text.len < words.len)
        return false;
    uint32_t at = behind ? 0 : text.len - words.len;
    bool alone = behind || at == 0 || text.ptr[at - 1] == ' ' || text.ptr[at - 1] == '\n';
    return alone && str_eq(str_slice(text, at, at + words.len), words);
}

/* " i 2017", " året før": behind "mer enn". */
static bool names_earlier(Model *m, const Text *text, uint32_t piece, const Way *said, int year)
{
    static const char *const before[] = {" året før", " i fjor", " the year before", " last year"};
    Str rest = beside_figure(m->scratch, text->pieces.at[piece + 1].literal);
    rest = str_slice(rest, (uint32_t)strlen(said->words), rest.len);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (str_starts(rest, str_from(before[i])))
            return true;
    Buf in_year;
    buf_init(&in_year, m->scratch);
    buf_printf(&in_year, " %s %d", strstr(said->words, "than") != NULL ? "in" : "i", year);
    return str_starts(rest, buf_view(&in_year));
}

static const Way *said_of(Model *m, const Text *text, uint32_t piece)
{
    for (int behind = 0; behind < 2; behind++) {
        uint32_t i = behind ? piece + 1 : piece - 1;
        if (i >= text->pieces.len || text->pieces.at[i].figure)
            continue;
        Str beside = beside_figure(m->scratch, text->pieces.at[i].literal);
        for (size_t k = 0; k < sizeof ways / sizeof *ways; k++)
            if (ways[k].behind == (behind != 0) &&
                stands_beside(beside, str_from(ways[k].words), ways[k].behind))
                return &ways[k];
    }
    return NULL;
}

static void check_text(Model *m, const Text *text)
{
    for (uint32_t i = 0; i < text->pieces.len; i++) {
        FactId id = text->pieces.at[i].figure ? text->pieces.at[i].fact : 0;
        const Way *said = id == 0 ? NULL : said_of(m, text, i);
        int earlier = 0;
        int way = said == NULL ? 0 : way_of(m, id, &earlier);
        if (way == 0 || (way > 0) == said->up ||
            (said->behind && !names_earlier(m, text, i, said, earlier)))
            continue;
        Diag *d = diag_at(m->sink, HP8012, fact_span(m, model_fact(m, id)));
        diag_str(d, str_from(said->words));
    }
}

void check_ways(Model *m)
{
    for (uint32_t i = 0; i < m->texts.len; i++)
        if (m->texts.at[i].pieces.len > 1)
            check_text(m, &m->texts.at[i]);
}
