/*
 * test_table_heads.c — units that stand behind the words of a head, and what only looks like one.
 */
#include "support/model_fixture.h"

#include <check.h>

Suite *test_table_heads_suite(void);

static ModelFixture f;

static void end(void)
{
    model_fixture_end(&f);
}

/* The columns of a table with this line of heads and one row of figures. */
static const Table *heads(const char *line)
{
    Buf b;
    Arena a;
    arena_init(&a, NULL);
    buf_init(&b, &a);
    buf_printf(&b, "plan p \"Plan\" {\n  kommune: Kragerø\n  år: 2026\n  tabell \"T\" {\n%s\n", line);
    buf_cstr(&b, "| Skole | 7 | 8 |\n  }\n}\n");
    model_fixture_len(&f, b.ptr, b.len);
    arena_free(&a);
    ck_assert_msg(fixture_faults(&f) == 0, "%s", fixture_findings(&f));
    return model_table(f.m, 1);
}

static void check_text(Str s, const char *expected)
{
    ck_assert_msg(str_eq(s, str_from(expected)), "«%.*s», not «%s»", STR_ARG(s), expected);
}

static const struct {
    const char *line; /* of which the second head is looked at */
    const char *words, *written, *unit;
    int year;
} ends[] = {
    {"| Post | 2026 (tusen kr) | x |", "2026", " (tusen kr)", "tusen kr", 2026},
    {"| Post | Budsjett 2026 (1000 kr) | x |", "Budsjett 2026", " (1000 kr)", "tusen kr", 2026},
    {"| Post | Regnskap 2024 i mill. kr | x |", "Regnskap 2024", " i mill. kr", "mill. kr", 2024},
    {"| Post | Budsjett 2026 (tall i 1000 kr) | x |", "Budsjett 2026", " (tall i 1000 kr)",
     "tusen kr", 2026},
    {"| Post | Budsjett 2026 (kr, faste priser) | x |", "Budsjett 2026", " (kr, faste priser)", "kr",
     2026},
    {"| Post | Netto, mill. kr | x |", "Netto", ", mill. kr", "mill. kr", 0},
    {"| Post | Andel i % | x |", "Andel", " i %", "%", 0},
    {"| Post | Andel % | x |", "Andel", " %", "%", 0},
    {"| Post | Folketall (1000 innbyggere) | x |", "Folketall", " (1000 innbyggere)",
     "1000 innbyggere", 0},
    {"| Post | Netto (kr per innbygger) | x |", "Netto", " (kr per innbygger)", "kr/innbygger", 0},
    {"| Post | Årsverk 2025 | x |", "Årsverk 2025", "", "årsverk", 2025},
    {"| Post | Årsverk per 31.12.2025 | x |", "Årsverk per 31.12.2025", "", "årsverk", 2025},
    {"| Post | Kr 2025 | x |", "Kr 2025", "", "kr", 2025},
    {"| Post | Kurs ¹) | x |", "Kurs", " ¹)", "", 0},
    {"| Post | 2026 (kr) *) | x |", "2026", " (kr) *)", "kr", 2026},
    {"| Post | (Faste) priser (kr) | x |", "(Faste) priser", " (kr)", "kr", 0},
    {"| Post | Areal m² | x |", "Areal m²", "", "", 0},
    {"| Post | Resultat (avvik) | x |", "Resultat (avvik)", "", "", 0},
    {"| Post | Regnskap (foreløpig) | x |", "Regnskap (foreløpig)", "", "", 0},
    {"| Post | Elever (1.–4. trinn) | x |", "Elever (1.–4. trinn)", "", "", 0},
    {"| Post | Mål (2026) | x |", "Mål (2026)", "", "", 0},
    {"| Post | Budsjett i år | x |", "Budsjett i år", "", "", 0},
    {"| Post | Kostnad (per år) | x |", "Kostnad (per år)", "", "", 0},
    {"| Post | Plasser (barn) | x |", "Plasser (barn)", "", "", 0},
    {"| Post | Elever (m) | x |", "Elever (m)", "", "", 0},
    {"| Post | Tilskudd (50 %) | x |", "Tilskudd (50 %)", "", "", 0},
    {"| Post | Tilskudd 50 % | x |", "Tilskudd 50 %", "", "", 0},
};

START_TEST(unit_behind_the_words)
{
    const Table *t = heads(ends[_i].line);
    const Column *c = &t->cols.at[1];
    ck_assert(!c->hidden);
    check_text(c->head, ends[_i].words);
    check_text(c->tail, ends[_i].written);
    check_text(unit_get(&f.m->units, table_cell(t, 0, 1).unit)->label, ends[_i].unit);
    ck_assert_int_eq(period_first_year(c->index.period), ends[_i].year);
}
END_TEST

/* What the first head says of the others; none of it where the head only looks so. */
static const struct {
    const char *line, *unit;
} corners[] = {
    {"| Tall i 1000 kr | 2025 | x |", "tusen kr"},
    {"| Mill. kr | 2025 | x |", "mill. kr"},
    {"| Beløp (kr) | 2025 | x |", "kr"},
    {"| Tall i 1000 kr | 2025 (kr) | x |", "kr"},
    {"| År | Kurs | x |", ""},
    {"| Skoler | Kurs | x |", ""},
};

START_TEST(unit_in_the_corner)
{
    const Table *t = heads(corners[_i].line);
    check_text(unit_get(&f.m->units, table_cell(t, 0, 1).unit)->label, corners[_i].unit);
}
END_TEST

START_TEST(unit_in_one_of_two_rows)
{
    const Table *t = heads("| Post | Regnskap 2025 | Ski (mill. kr) |\n|      | 1000 kr | 2026 |\n|---|");
    check_text(t->cols.at[1].label, "Regnskap 2025 1000 kr");
    check_text(unit_get(&f.m->units, t->cols.at[1].unit)->label, "tusen kr");
    ck_assert_uint_eq(t->cols.at[1].index.version, VER_ACCOUNTS);
    check_text(t->cols.at[2].label, "Ski 2026");
    check_text(unit_get(&f.m->units, t->cols.at[2].unit)->label, "mill. kr");
}
END_TEST

/* However many marks a head ends in, it is looked through once, not once for each of them. */
START_TEST(a_head_of_nothing_but_marks)
{
    enum { MARKS = 400000 };
    Buf line;
    Arena a;
    arena_init(&a, NULL);
    buf_init(&line, &a);
    buf_cstr(&line, "| Post | Netto (brutto) ");
    for (uint32_t i = 0; i < MARKS; i++)
        buf_cstr(&line, "*)");
    buf_cstr(&line, " | x |");
    check_text(heads(line.ptr)->cols.at[1].head, "Netto (brutto)");
    arena_free(&a);
}
END_TEST

Suite *test_table_heads_suite(void)
{
    Suite *suite = suite_create("table_heads");
    TCase *tc = tcase_create("units");
    tcase_add_checked_fixture(tc, NULL, end);
    tcase_add_loop_test(tc, unit_behind_the_words, 0, sizeof ends / sizeof *ends);
    tcase_add_loop_test(tc, unit_in_the_corner, 0, sizeof corners / sizeof *corners);
    tcase_add_test(tc, unit_in_one_of_two_rows);
    tcase_add_test(tc, a_head_of_nothing_but_marks);
    suite_add_tcase(suite, tc);
    return suite;
}
