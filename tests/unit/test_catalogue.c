/*
 * test_catalogue.c — codes of the real standard library, by code, title and year; its units.
 */
#include "base/utf8.h"
#include "support/model_fixture.h"
#include "value/catalogue_read.h"
#include "value/unit_rows.h"
#include "vocab/vocab.h"

#include <check.h>
#include <stdlib.h>

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
    const Catalogue *cat = catalogue_named(catalogue);
    const CatEntry *e;
    bool known;
    ck_assert_ptr_nonnull(cat);
    *valid = catalogue_find(cat, str_from(code), year, &e, &known);
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
    const Catalogue *cat = catalogue_named("kostra-funksjon");
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
    const Catalogue *cat = catalogue_named("kommune");
    const CatEntry *e = catalogue_by_title(&f.catalogues, cat, STR("kragerø"), 2018);
    check_text(e->code, "0815");
    e = catalogue_by_title(&f.catalogues, cat, STR("KRAGERØ"), 2024);
    check_text(e->code, "4014");
    e = catalogue_by_title(&f.catalogues, cat, STR("Våler (Østfold)"), 2018);
    check_text(e->code, "0137");
    ck_assert_ptr_null(catalogue_by_title(&f.catalogues, cat, STR("Gotham"), 2018));
    cat = catalogue_named("kommunegruppe");
    e = catalogue_by_title(&f.catalogues, cat, STR("kommunegruppe 11"), 2018);
    check_text(e->code, "EKG11");
    ck_assert_int_eq(e->to, 2019);
}
END_TEST

START_TEST(near_misses)
{
    const Catalogue *cat = catalogue_named("kommune");
    check_text(catalogue_nearest(&f.catalogues, cat, STR("Krageroe"), 2018)->title, "Kragerø");
    check_text(catalogue_nearest(&f.catalogues, cat, STR("kragerö"), 2018)->code, "0815");
    ck_assert_ptr_null(catalogue_nearest(&f.catalogues, cat, STR("Metropolis"), 2018));
    cat = catalogue_named("kostra-funksjon");
    ck_assert_ptr_nonnull(catalogue_nearest(&f.catalogues, cat, STR("284"), 2018));
    ck_assert_ptr_null(catalogue_nearest(&f.catalogues, cat, STR(""), 2018));
}
END_TEST

START_TEST(no_such_catalogue)
{
    ck_assert_ptr_null(catalogue_named("planeter"));
    ck_assert_ptr_eq(catalogue_named("kommune"), catalogue_named("kommune"));
}
END_TEST

/* --- the constants and the files they are made of ----------------------------------------- */

/* The next of a comma separated list, trimmed; false at its end. */
static bool next_item(Str *list, Str *item)
{
    if (list->len == 0)
        return false;
    int64_t comma = str_find(*list, STR(","));
    uint32_t end = comma < 0 ? list->len : (uint32_t)comma;
    *item = str_trim(str_slice(*list, 0, end));
    *list = comma < 0 ? STR_NONE : str_slice(*list, end + 1, list->len);
    return true;
}

/* The cell under this head; empty where there is no such column. */
static Str under(const Str *heads, const LibraryTable *t, const char *head)
{
    for (uint32_t i = 0; i < t->columns; i++)
        if (str_eq(heads[i], str_from(head)))
            return t->cells[i];
    return STR_NONE;
}

static int year_in(Str cell)
{
    return cell.len == 0 ? 0 : atoi(cell.ptr);
}

static void check_entry(const CatEntry *e, const Str *heads, const LibraryTable *t)
{
    const struct {
        const char *head;
        Str text;
    } fields[] = {
        {"kode", e->code},
        {"tittel", e->title},
        {"etterfølger", e->successors},
        {"forgjenger", e->predecessors},
        {"medlemmer", e->members},
    };
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        ck_assert_msg(str_eq(fields[i].text, under(heads, t, fields[i].head)), "%.*s: %s",
                      STR_ARG(e->code), fields[i].head);
    ck_assert_int_eq(e->from, year_in(under(heads, t, "fra")));
    ck_assert_int_eq(e->to, year_in(under(heads, t, "til")));
    ck_assert_int_eq(e->doubtful, str_eq(under(heads, t, "sikkerhet"), STR("vanlig")));
}

/* Is the name found, folded as names in a plan are, and does it lead to its entry? */
static void check_name(const Catalogue *cat, uint32_t entry, Str name)
{
    Str folded = utf8_fold(&f.scratch, name);
    uint32_t number = text_slots_find(&cat->spellings, folded);
    while (number != 0 && cat->names[number - 1].entry != entry)
        number = cat->names[number - 1].next;
    ck_assert_msg(number != 0 && str_eq(cat->names[number - 1].folded, folded), "%s: «%.*s»",
                  cat->name, STR_ARG(name));
}

static void check_catalogue(const Catalogue *cat)
{
    LibraryTable t;
    Str heads[CATALOGUE_MAX_COLUMNS];
    uint32_t row = 0, names = 0;
    ck_assert_msg(library_table(&f.catalogues, cat->name, &t), "%s", cat->name);
    memcpy(heads, t.cells, sizeof heads);
    for (; library_row(&f.catalogues, &t); row++) {
        Str title = under(heads, &t, "tittel"), others = under(heads, &t, "navn"), other;
        ck_assert_uint_lt(row, cat->entry_count);
        check_entry(&cat->entries[row], heads, &t);
        if (title.len > 0) {
            check_name(cat, row, title);
            names++;
        }
        for (; next_item(&others, &other); names++)
            check_name(cat, row, other);
    }
    ck_assert_uint_eq(row, cat->entry_count);
    ck_assert_uint_eq(names, cat->name_count); /* and there are no more */
}

START_TEST(constants_are_the_files)
{
    ck_assert_uint_eq(library_catalogue_count, 7);
    for (uint32_t i = 0; i < library_catalogue_count; i++)
        check_catalogue(&library_catalogues[i]);
    ck_assert_uint_gt(catalogue_named("kommune")->entry_count, 800);
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
    while (next_item(&others, &one))
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
        Str text = unit_spellings[i].folded;
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
    tcase_add_test(tc, constants_are_the_files);
    tcase_add_test(tc, library_units);
    tcase_add_test(tc, units_of_the_language);
    suite_add_tcase(suite, tc);
    return suite;
}
