/*
 * table_head_unit.c — a unit that a head ends in: "2026 (1000 kr)", "Andel i %".  Layer: model.
 *
 * In: the words of a head. Out: the words without the unit, the unit, and how it is written.
 *
 * Planners write the unit as they would print it. It is one only where all that stands there is a
 * unit of the library or the plan: "(avvik)", "(1.–4. trinn)" and "(2026)" are the author's words.
 * So are what heads are in the habit of naming without measuring in it: nouns ("Plasser (barn)"),
 * times of the calendar ("Resultat i år"), single letters ("Elever (m)").
 */
#include "model/table_build.h"

#include "base/utf8.h"

/* May figures be measured in it because a head ends so? */
static bool measures(const Model *m, UnitId id, bool enclosed)
{
    const Unit *unit = unit_get(&m->units, id);
    if (id == 0 || (unit->per != 0 && unit->num == 0))
        return false; /* "per innbygger" of something */
    if (unit->per != 0)
        return true;
    if (unit->dim == E_DIMENSION_COUNT)
        return decimal_cmp(unit->factor, decimal_one) != 0; /* 1000 innbyggere */
    return unit->dim != E_DIMENSION_CALENDAR && unit->dim != E_DIMENSION_RATIO &&
           (enclosed || unit->dim != E_DIMENSION_TIME);
}

bool unit_measures_columns(const Model *m, UnitId unit)
{
    return measures(m, unit, false);
}

static UnitId unit_in(Model *m, Str text, bool enclosed)
{
    text = str_trim(text);
    if (text.len == 0 || (text.len == 1 && text.ptr[0] != '%'))
        return 0;
    UnitId id = units_read(&m->units, m->scratch, text, false);
    return measures(m, id, enclosed) ? id : 0;
}

/* The first " i " or " in " behind which there is nothing but a unit; *at: where its blank is. */
static UnitId behind_in(Model *m, Str s, uint32_t *at)
{
    static const char *const words[] = {" i ", " in "};
    for (uint32_t i = 0; i + 3 < s.len; i++)
        for (size_t k = 0; s.ptr[i] == ' ' && k < sizeof words / sizeof *words; k++) {
            Str rest = str_slice(s, i, s.len), word = str_from(words[k]);
            UnitId id =
                str_starts(rest, word) ? unit_in(m, str_slice(rest, word.len, rest.len), false) : 0;
            if (id == 0)
                continue;
            *at = i;
            return id;
        }
    return 0;
}

/* "1000 kr", "tall i 1000 kr", "i 1000 kr", "kr, faste priser": what may stand in parentheses. */
static UnitId enclosed_unit(Model *m, Str inner)
{
    uint32_t at = 0;
    UnitId id = unit_in(m, inner, true);
    if (id == 0 && (str_starts(inner, STR("i ")) || str_starts(inner, STR("in "))))
        id = unit_in(m, str_slice(inner, 2, inner.len), false);
    if (id == 0)
        id = behind_in(m, inner, &at);
    int64_t comma = id == 0 ? str_find(inner, STR(", ")) : -1;
    return comma > 0 ? enclosed_unit(m, str_slice(inner, 0, (uint32_t)comma)) : id;
}

/* " (1000 kr)" at the end. */
static UnitId in_parentheses(Model *m, Str s, uint32_t *at)
{
    uint32_t open = s.len;
    if (s.len < 4 || s.ptr[s.len - 1] != ')')
        return 0;
    while (open > 0 && s.ptr[open - 1] != '(')
        open--;
    if (open < 2)
        return 0;
    *at = str_trim(str_slice(s, 0, open - 1)).len;
    return enclosed_unit(m, str_slice(s, open, s.len - 1));
}

/* "Netto, 1000 kr". */
static UnitId behind_comma(Model *m, Str s, uint32_t *at)
{
    for (uint32_t i = s.len; i-- > 1;) {
        if (s.ptr[i - 1] != ',' || s.ptr[i] != ' ')
            continue;
        *at = i - 1;
        return unit_in(m, str_slice(s, i, s.len), false);
    }
    return 0;
}

/* "Andel %", "Endring prosent"; but "Tilskudd 50 %" is an amount. */
static UnitId bare_percent(Model *m, Str s, uint32_t *at)
{
    uint32_t word = s.len;
    while (word > 0 && s.ptr[word - 1] != ' ')
        word--;
    Str before = str_trim(str_slice(s, 0, word));
    if (before.len == 0 || ascii_is_digit(before.ptr[before.len - 1]))
        return 0;
    UnitId id = unit_in(m, str_slice(s, word, s.len), false);
    *at = before.len;
    return unit_get(&m->units, id)->dim == E_DIMENSION_PERCENT ? id : 0;
}

HeadUnit head_unit(Model *m, Str s)
{
    typedef UnitId (*Way)(Model *m, Str s, uint32_t *at);
    static const Way ways[] = {in_parentheses, behind_in, behind_comma, bare_percent};
    HeadUnit out = {.words = s};
    uint32_t at = 0;
    for (size_t i = 0; i < sizeof ways / sizeof *ways && out.unit == 0; i++)
        out.unit = ways[i](m, s, &at);
    if (out.unit == 0 || at == 0)
        return (HeadUnit){.words = s};
    out.words = str_trim(str_slice(s, 0, at));
    out.written = str_slice(s, at, s.len);
    return out;
}

UnitId head_whole_unit(Model *m, Str words)
{
    return unit_in(m, words, true);
}

UnitId head_unit_before_index(Model *m, Str folded, Index *index)
{
    uint32_t len = 0;
    UnitId id = units_prefix(&m->units, m->scratch, folded, &len);
    if (!measures(m, id, false) || len < 2 || len + 1 >= folded.len || folded.ptr[len] != ' ')
        return 0;
    return index_read(m->scratch, str_slice(folded, len, folded.len), index) ? id : 0;
}
