/*
 * unit_library.c — the units that the standard library declares.  Layer: model.
 *
 * In: the rows of måleenheter.hplan: code, dimension, factor and every spelling. Out: units.
 */
#include "model/catalogue_read.h"

#include "base/utf8.h"
#include "vocab/vocab.h"

enum { UNIT_CODE, UNIT_DIMENSION, UNIT_FACTOR, UNIT_NYNORSK, UNIT_ENGLISH, UNIT_ALSO, UNIT_FIELDS };

static const char *const heads[UNIT_FIELDS] = {"kode",    "dimensjon", "faktor",
                                               "nynorsk", "engelsk",   "også"};

typedef VEC(Str) StrVec;

static uint16_t dimension_of(Arena *a, Str word)
{
    TermId term = vocab_find(VG_ENUM, utf8_fold(a, word), SET_DIMENSION);
    return term == 0 ? (uint16_t)E_NONE : vocab_term(term)->id;
}

static void add_unit(UnitTable *t, Catalogues *c, const Str field[UNIT_FIELDS])
{
    StrVec spellings = {0};
    Str others = field[UNIT_ALSO], one;
    *vec_push(c->arena, &spellings) = field[UNIT_CODE];
    *vec_push(c->arena, &spellings) = field[UNIT_NYNORSK];
    *vec_push(c->arena, &spellings) = field[UNIT_ENGLISH];
    while (library_item(&others, &one))
        *vec_push(c->arena, &spellings) = one;
    Unit unit = {.label = field[UNIT_CODE], .dim = dimension_of(c->arena, field[UNIT_DIMENSION])};
    unit.names.in[LANG_NB] = field[UNIT_CODE];
    unit.names.in[LANG_NN] = field[UNIT_NYNORSK];
    unit.names.in[LANG_EN] = field[UNIT_ENGLISH];
    if (!decimal_parse(field[UNIT_FACTOR], &unit.factor))
        unit.factor = decimal_one;
    (void)units_add(t, unit, spellings.at, spellings.len);
}

void units_load(UnitTable *t, Catalogues *c)
{
    LibraryTable rows;
    uint32_t column[UNIT_FIELDS];
    if (!library_table(c, "måleenheter", &rows))
        return;
    for (uint32_t f = 0; f < UNIT_FIELDS; f++) {
        column[f] = CATALOGUE_MAX_COLUMNS - 1; /* a head that is not there: always empty */
        for (uint32_t i = 0; i < rows.columns; i++)
            if (str_eq(rows.cells[i], str_from(heads[f])))
                column[f] = i;
    }
    while (library_row(c, &rows)) {
        Str field[UNIT_FIELDS];
        for (uint32_t f = 0; f < UNIT_FIELDS; f++)
            field[f] = rows.cells[column[f]];
        if (field[UNIT_CODE].len > 0)
            add_unit(t, c, field);
    }
}
