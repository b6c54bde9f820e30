/*
 * test_catalogue.c — codes of the real standard library, by code, title and year; its units.
 */
#include "base/utf8.h"
#include "model/catalogue_read.h"
#include "model/unit_rows.h"
#include "support/model_fixture.h"
#include "vocab/vocab.h"

#include <check.h>

Suite *test_catalogue_suite(void);

static ModelFixture f;

static void begin(void)
{
    model_fixture_begin(&f);
}

static void end(void)
{
    model_fixture_end(&f);
}

static const CatEntry *look(const char *catalogue, const char *code, int year, bool *valid)
{
    const Catalogue *cat = catalogues_get(&f.catalogues, catalogue);
    const CatEntry *e;
    bool known;
    ck_assert_ptr_nonnull(cat);
    *valid = catalogue_find(&f.catalogues, cat, str_from(code), year, &e, &known);
    ck_assert_int_eq(known, e != NULL);
    return e;
}

static void check_text(Str s, const char *expected)
{
    ck_assert_msg(str_eq(s, str_from(expected)), "«%.*s», not «%s»", STR_ARG(s), expected);
}

START_TEST(function_by_year)
{
    bool valid;
    const CatEntry *e = look("kostra-funksjon", "254", 2018, &valid);
    ck_assert(valid);
    e = look("kostra-funksjon", "254", 2024, &valid);
    ck_assert(!valid);
    ck_assert_ptr_nonnull(e);
    check_text(e->successors, "257, 258");
    ck_assert_ptr_null(look("kostra-funksjon", "999", 2018, &valid));
    ck_assert(!valid);
    ck_assert_ptr_nonnull(look("kostra-funksjon", "120", 0, &valid));
    ck_assert(valid);
}
END_TEST

START_TEST(one_code_twice)
{
    bool valid;
    /* A group of municipalities means one thing until 2019 and another from 2020. */
    ck_assert_int_eq(look("kommunegruppe", "EKG01", 2018, &valid)->to, 2019);
    ck_assert(valid);
    ck_assert_int_eq(look("kommunegruppe", "EKG01", 2021, &valid)->from, 2020);
    ck_assert(valid);
    ck_assert_int_eq(look("kommunegruppe", "EKG01", 0, &valid)->from, 2020);
    ck_assert(valid);
}
END_TEST

START_TEST(nearest_in_time)
{
    bool valid;
    const CatEntry *e = look("fylke", "30", 2018, &valid);
    ck_assert(!valid);
    check_text(e->title, "Viken");
    ck_assert_ptr_nonnull(look("fylke", "30", 2030, &valid));
    ck_assert(!valid);
}
END_TEST

START_TEST(prefixes)
{
    const Catalogue *cat = catalogues_get(&f.catalogues, "kostra-funksjon");
    const CatEntry *e;
    ck_assert(catalogue_prefix(cat, STR("20"), 2018, &e));
    check_text(e->code, "201");
    ck_assert(!catalogue_prefix(cat, STR("999"), 2018, &e));
    ck_assert_ptr_null(e);
    ck_assert(!catalogue_prefix(cat, STR("254"), 2024, &e));
    ck_assert_ptr_nonnull(e);
}
END_TEST

START_TEST(by_name)
{
    const Catalogue *cat = catalogues_get(&f.catalogues, "kommune");
    const CatEntry *e = catalogue_by_title(&f.catalogues, cat, STR("kragerø"), 2018);
    check_text(e->code, "0815");
    e = catalogue_by_title(&f.catalogues, cat, STR("KRAGERØ"), 2024);
    check_text(e->code, "4014");
    e = catalogue_by_title(&f.catalogues, cat, STR("Våler (Østfold)"), 2018);
    check_text(e->code, "0137");
    ck_assert_ptr_null(catalogue_by_title(&f.catalogues, cat, STR("Gotham"), 2018));
    cat = catalogues_get(&f.catalogues, "kommunegruppe");
    e = catalogue_by_title(&f.catalogues, cat, STR("kommunegruppe 11"), 2018);
    check_text(e->code, "EKG11");
    ck_assert_int_eq(e->to, 2019);
}
END_TEST

START_TEST(near_misses)
{
    const Catalogue *cat = catalogues_get(&f.catalogues, "kommune");
    check_text(catalogue_nearest(&f.catalogues, cat, STR("Krageroe"), 2018)->title, "Kragerø");
    check_text(catalogue_nearest(&f.catalogues, cat, STR("kragerö"), 2018)->code, "0815");
    ck_assert_ptr_null(catalogue_nearest(&f.catalogues, cat, STR("Metropolis"), 2018));
    cat = catalogues_get(&f.catalogues, "kostra-funksjon");
    ck_assert_ptr_nonnull(catalogue_nearest(&f.catalogues, cat, STR("284"), 2018));
    ck_assert_ptr_null(catalogue_nearest(&f.catalogues, cat, STR(""), 2018));
}
END_TEST

START_TEST(no_such_catalogue)
{
    ck_assert_ptr_null(catalogues_get(&f.catalogues, "planeter"));
    ck_assert_ptr_eq(catalogues_get(&f.catalogues, "kommune"),
                     catalogues_get(&f.catalogues, "kommune"));
    f.catalogues.library = NULL;
    ck_assert_ptr_null(catalogues_get(&f.catalogues, "fylke"));
}
END_TEST

START_TEST(every_row_is_read)
{
    const Catalogue *cat = catalogues_get(&f.catalogues, "kommune");
    ck_assert_uint_gt(cat->entries.len, 800);
    for (uint32_t i = 0; i < cat->entries.len; i++) {
        ck_assert_uint_eq(cat->entries.at[i].code.len, 4);
        ck_assert_uint_gt(cat->entries.at[i].title.len, 0);
    }
    ck_assert(catalogues_get(&f.catalogues, "kostra-art")->entries.at[0].account.len > 0);
    cat = catalogues_get(&f.catalogues, "kostra-funksjonsgruppe");
    ck_assert(cat->entries.at[0].members.len > 0);
}
END_TEST

enum { KODE, DIMENSJON, FAKTOR, NYNORSK, ENGELSK, OGSA, UNIT_COLUMNS };

static void check_spelling(UnitTable *t, UnitId expected, Str spelling)
{
    ck_assert_msg(units_read(t, &f.scratch, spelling, false) == expected, "«%.*s»",
                  STR_ARG(spelling));
}

static void check_unit_row(UnitTable *t, const Str *cells)
{
    UnitId id = units_read(t, &f.scratch, cells[KODE], false);
    const Unit *unit = unit_get(t, id);
    Decimal factor;
    Str others = cells[OGSA], one;
    ck_assert_msg(str_eq(unit->label, cells[KODE]), "«%.*s»", STR_ARG(cells[KODE]));
    ck_assert(decimal_parse(cells[FAKTOR], &factor));
    ck_assert_int_eq(decimal_cmp(unit->factor, factor), 0);
    TermId dimension = vocab_find(VG_ENUM, utf8_fold(&f.arena, cells[DIMENSJON]), SET_DIMENSION);
    ck_assert_uint_ne(dimension, 0);
    ck_assert_uint_eq(unit->dim, vocab_term(dimension)->id);
    ck_assert(str_eq(unit->names.in[LANG_NN], cells[NYNORSK]));
    ck_assert(str_eq(unit->names.in[LANG_EN], cells[ENGELSK]));
    check_spelling(t, id, cells[NYNORSK]);
    check_spelling(t, id, cells[ENGELSK]);
    while (library_item(&others, &one))
        check_spelling(t, id, one);
}

/* What every model begins with is what stands in the catalogue. */
START_TEST(library_units)
{
    UnitTable t;
    Interner syms;
    LibraryTable table;
    uint32_t rows = 0;
    interner_init(&syms, &f.arena);
    units_init(&t, &f.arena, &syms);
    ck_assert(library_table(&f.catalogues, "måleenheter", &table));
    for (; library_row(&f.catalogues, &table); rows++)
        check_unit_row(&t, table.cells);
    ck_assert_uint_eq(rows + 3, t.units.len); /* and a bare number, a count, a ratio */
    ck_assert_uint_gt(rows, 90);
}
END_TEST

START_TEST(units_of_the_language)
{
    UnitTable t;
    Interner syms;
    uint32_t len;
    interner_init(&syms, &f.arena);
    units_init(&t, &f.arena, &syms);
    ck_assert(t.kr != 0 && t.percent != 0 && t.point != 0 && t.fte != 0 && t.year != 0);
    ck_assert_uint_eq(units_prefix(&t, &f.scratch, STR("årsverk i alt"), &len), t.fte);
    ck_assert_uint_eq(len, strlen("årsverk"));
    UnitId people = units_read(&t, &f.scratch, STR("innbyggere"), false);
    UnitId thousands = units_read(&t, &f.scratch, STR("1 000 innbyggere"), false);
    ck_assert_uint_ne(unit_get(&t, people)->what, 0); /* what is counted is the same */
    ck_assert_uint_eq(unit_get(&t, people)->what, unit_get(&t, thousands)->what);
    for (uint16_t i = 0; i < unit_spelling_count; i++) { /* and folded as names in a plan are */
        Str text = {unit_spellings[i].folded, unit_spellings[i].len};
        ck_assert_msg(str_eq(utf8_fold(&f.scratch, text), text), "«%.*s»", STR_ARG(text));
    }
}
END_TEST

Suite *test_catalogue_suite(void)
{
    Suite *suite = suite_create("catalogue");
    TCase *tc = tcase_create("codes");
    tcase_add_checked_fixture(tc, begin, end);
    tcase_add_test(tc, function_by_year);
    tcase_add_test(tc, one_code_twice);
    tcase_add_test(tc, nearest_in_time);
    tcase_add_test(tc, prefixes);
    tcase_add_test(tc, by_name);
    tcase_add_test(tc, near_misses);
    tcase_add_test(tc, no_such_catalogue);
    tcase_add_test(tc, every_row_is_read);
    tcase_add_test(tc, library_units);
    tcase_add_test(tc, units_of_the_language);
    suite_add_tcase(suite, tc);
    return suite;
}
