/*
 * test_import_csv.c — sheets saved as CSV or TSV, as tables of the language.
 */
#include "hplan/hplan.h"
#include "support/allocations.h"
#include "support/heard.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_import_csv_suite(void);

typedef struct Case {
    const char *sheet;
    const char *table;
    const char *unread; /* "line.cell text;" of each */
} Case;

static const Case cases[] = {
    {"Post;2018\nLønn;1234567,50\n", "tabell \"T\" {\n  | Post |         2018 |\n  | Lønn | 1 234 567,50 |\n}\n", ""},
    /* a byte order mark, lines of Windows, blanks that do not break, quotation marks */
    {"\xEF\xBB\xBFPost;2018\r\n\"Lønn; fast\";\"1\xC2\xA0" "300\xC2\xA0" "000\"\r\n", "tabell \"T\" {\n  | Post       |      2018 |\n  | Lønn; fast | 1 300 000 |\n}\n", ""},
    /* Windows-1252: ø, a dash and a euro sign */
    {"Post;2018\nL\xF8nn \x96 \x80;5\n", "tabell \"T\" {\n  | Post     | 2018 |\n  | Lønn – € |    5 |\n}\n", ""},
    /* tabs; commas where nothing else parts; what the sheet says itself */
    {"Post\t2018\nA\t1,5\n", "tabell \"T\" {\n  | Post | 2018 |\n  | A    |  1,5 |\n}\n", ""},
    {"Post,2018\nA,5\n", "tabell \"T\" {\n  | Post | 2018 |\n  | A    |    5 |\n}\n", ""},
    {"sep=,\nPost,2018;x\nA,5\n", "tabell \"T\" {\n  | Post | 2018;x |\n  | A    |      5 |\n}\n", ""},
    /* negative figures */
    {"Post;Beløp\nA;(55 951)\nB;100-\nC;-3\n(D);4\n", "tabell \"T\" {\n  | Post |   Beløp |\n  | A    | -55 951 |\n  | B    |    -100 |\n  | C    |      -3 |\n  | (D)  |       4 |\n}\n", ""},
    /* a price without øre is not below nothing */
    {"Post;Beløp\nA;4 600 000,-\nB;-5,–\nC;,-\n", "tabell \"T\" {\n  | Post |   \"Beløp\" |\n  | A    | 4 600 000 |\n  | B    |        -5 |\n  | C    |        ,- |\n}\n", "4.2 ,-;"},
    /* what stands above the heads says what the sheet is; «Post» alone is a head */
    {"Rammer 2026;;\n\n(tall i tusen)\nPost;2025;2026\nA;5;6\n", "tabell \"Rammer 2026\" {\n  # (tall i tusen)\n  | Post | 2025 | 2026 |\n  | A    |    5 |    6 |\n}\n", ""},
    {"Rammer\nPost;netto\nA;5,5\n", "tabell \"Rammer\" {\n  | Post | netto |\n  | A    |   5,5 |\n}\n", ""},
    {"Post;\nA;5\n", "tabell \"T\" {\n  | Post |   |\n  | A    | 5 |\n}\n", ""},
    /* no guess: text among figures is told and stands, and its head asks for nothing */
    {"Post;netto\nA;5\nB;1.234\nC;n/a\n", "tabell \"T\" {\n  | Post | \"netto\" |\n  | A    | 5       |\n  | B    | 1.234   |\n  | C    | n/a     |\n}\n", "3.2 1.234;4.2 n/a;"},
    {"Post;Merknad\nA;fast\nB;2 av 3\n", "tabell \"T\" {\n  | Post | \"Merknad\" |\n  | A    | fast      |\n  | B    | 2 av 3    |\n}\n", ""},
    /* blanks, and the signs of Statistics Norway, are at home among figures */
    {"Post;2018;;\nA;5;;\n;;;\nB;..;;\nC;;;\n", "tabell \"T\" {\n  | Post | 2018 |\n  | A    |    5 |\n  | B    |   .. |\n  | C    |      |\n}\n", ""},
    /* what would mean something else */
    {"Post;Kode: x\n\"a|b\";\"=A1\"\n\"\"\"sitat\"\"\";\"«x» \"\"y\"\"\"\n", "tabell \"T\" {\n  | Post      | \"Kode: x\" |\n  | a\\|b      | \"=A1\"     |\n  | «\"sitat\"» | \"«x» 'y'\" |\n}\n", ""},
    {"A|B \"x\";\nPost;netto\nA;5\n", "tabell «A|B \"x\"» {\n  | Post | netto |\n  | A    |     5 |\n}\n", ""},
    /* lines in a cell, and what cannot be seen */
    {"Post;A\n\"to\nlinjer\xC2\xAD\";1\nx;a\n", "tabell \"T\" {\n  | Post      | \"A\" |\n  | to linjer | 1   |\n  | x         | a   |\n}\n", "4.2 a;"},
};

static void note(void *to, size_t line, size_t cell, const char *text, size_t len)
{
    char place[64];
    int n = snprintf(place, sizeof place, "%zu.%zu ", line, cell);
    ck_assert(hear(to, place, (size_t)n) && hear(to, text, len) && hear(to, ";", 1));
}

static hplan_status import(hplan_session *s, const char *bytes, size_t len, Heard *table,
                           Heard *unread, hplan_csv_trouble *trouble)
{
    hplan_csv_sinks sinks = {hear, table, note, unread};
    return hplan_import_csv(s, "T", bytes, len, &sinks, trouble);
}

START_TEST(sheets)
{
    const Case *c = &cases[_i];
    Heard table = {0}, unread = {0};
    hplan_csv_trouble trouble;
    hplan_session *s = hplan_session_open(NULL);
    ck_assert_int_eq(import(s, c->sheet, strlen(c->sheet), &table, &unread, &trouble), HPLAN_OK);
    ck_assert_str_eq(table.bytes, c->table);
    ck_assert_str_eq(unread.bytes == NULL ? "" : unread.bytes, c->unread);
    hplan_session_close(s);
    free(table.bytes);
    free(unread.bytes);
}
END_TEST

/* Each of them stands in a plan without a fault, but for a 1.234 of which the import has told that
 * it is no figure: the check asks which one is meant. */
START_TEST(what_is_made_checks)
{
    size_t errors = strstr(cases[_i].unread, "1.234") != NULL;
    char plan[4096];
    int n = snprintf(plan, sizeof plan, "plan p \"P\" {\nkommune: Kragerø\når: 2018\n%s}\n", cases[_i].table);
    Heard said = {0};
    hplan_session *s = hplan_session_open(NULL);
    ck_assert_int_eq(hplan_bytes_add(s, "p.hplan", plan, (size_t)n), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    ck_assert_int_eq(hplan_findings_write(s, HPLAN_FORM_TEXT, NULL, hear, &said), HPLAN_OK);
    ck_assert_msg(hplan_finding_count(s, HPLAN_ERROR) == errors, "%s\n%s", plan, said.bytes);
    hplan_session_close(s);
    free(said.bytes);
}
END_TEST

static void check_refused(const char *bytes, size_t len, hplan_csv_fault fault, size_t line)
{
    Heard table = {0}, unread = {0};
    hplan_csv_trouble trouble = {HPLAN_CSV_FINE, 99};
    hplan_session *s = hplan_session_open(NULL);
    ck_assert_int_eq(import(s, bytes, len, &table, &unread, &trouble), HPLAN_REFUSED);
    ck_assert_int_eq(trouble.fault, fault);
    ck_assert_uint_eq(trouble.line, line);
    ck_assert_uint_eq(table.len, 0);
    hplan_session_close(s);
}

START_TEST(no_sheets)
{
    static const char many[] = "A;B\n1;2\n1;2;3\n", open[] = "A;B\n1;\"2\n3;4\n";
    check_refused("", 0, HPLAN_CSV_EMPTY, 0);
    check_refused(";;\n\n", 4, HPLAN_CSV_EMPTY, 0);
    check_refused("PK\x03\x04\0\0", 6, HPLAN_CSV_NOT_TEXT, 0);
    check_refused("A;\x81\n", 4, HPLAN_CSV_NOT_TEXT, 0);
    check_refused("\xFF\xFE" "A", 3, HPLAN_CSV_NOT_TEXT, 0);
    check_refused("\xEF\xBB\xBF\xFF", 4, HPLAN_CSV_NOT_TEXT, 0);
    check_refused(many, sizeof many - 1, HPLAN_CSV_TOO_MANY_CELLS, 3);
    check_refused(open, sizeof open - 1, HPLAN_CSV_OPEN_QUOTE, 2);
}
END_TEST

START_TEST(too_wide_and_too_long)
{
    size_t wide = 2 * 10001, length = (size_t)5 << 20;
    char *heads = malloc(wide), *cell = malloc(length);
    ck_assert(heads != NULL && cell != NULL);
    for (size_t i = 0; i < wide; i += 2)
        memcpy(heads + i, "A;", 2);
    check_refused(heads, wide - 1, HPLAN_CSV_TOO_WIDE, 1);
    memset(cell, 'a', length);
    check_refused(cell, length, HPLAN_CSV_TOO_LONG, 0);
    free(heads);
    free(cell);
}
END_TEST

/* 10 000 heads and rows of one cell: each such row would become one of 10 000. */
START_TEST(too_many_short_rows)
{
    enum { HEADS = 10000, ROWS = 101 };
    char *bytes = malloc(2 * (HEADS + ROWS));
    ck_assert_ptr_nonnull(bytes);
    for (size_t i = 0; i < HEADS; i++)
        memcpy(bytes + 2 * i, "A;", 2);
    bytes[2 * HEADS - 1] = '\n';
    for (size_t i = 0; i < ROWS; i++)
        memcpy(bytes + 2 * (HEADS + i), "1\n", 2);
    check_refused(bytes, 2 * (HEADS + ROWS), HPLAN_CSV_TOO_SPARSE, ROWS + 1);
    free(bytes);
}
END_TEST

/* "Unicode text" of a spreadsheet: UTF-16, either way round, and a character beyond 16 bits. */
START_TEST(two_bytes_a_character)
{
    static const char little[] = "\xFF\xFE" "A\0\n\0\xF8\0\n\0\x3D\xD8\x00\xDE";
    static const char big[] = "\xFE\xFF" "\0A\0\n\0\xF8\0\n\xD8\x3D\xDE\x00";
    static const char *const texts[] = {little, big};
    for (size_t i = 0; i < 2; i++) {
        Heard table = {0}, unread = {0};
        hplan_csv_trouble trouble;
        hplan_session *s = hplan_session_open(NULL);
        ck_assert_int_eq(import(s, texts[i], 14, &table, &unread, &trouble), HPLAN_OK);
        ck_assert_str_eq(table.bytes, "tabell \"T\" {\n  | A  |\n  | ø  |\n  | 😀 |\n}\n");
        hplan_session_close(s);
        free(table.bytes);
    }
}
END_TEST

static hplan_status import_one(hplan_session *s, void *unused)
{
    Heard table = {0}, unread = {0};
    hplan_csv_trouble trouble;
    (void)unused;
    hplan_status status = import(s, cases[7].sheet, strlen(cases[7].sheet), &table, &unread, &trouble);
    free(table.bytes);
    free(unread.bytes);
    return status;
}

START_TEST(memory_runs_out)
{
    each_allocation_fails(import_one, NULL, 2);
}
END_TEST

Suite *test_import_csv_suite(void)
{
    Suite *s = suite_create("import_csv");
    TCase *t = tcase_create("csv");
    int count = (int)(sizeof cases / sizeof *cases);
    tcase_add_loop_test(t, sheets, 0, count);
    tcase_add_loop_test(t, what_is_made_checks, 0, count);
    tcase_add_test(t, no_sheets);
    tcase_add_test(t, too_wide_and_too_long);
    tcase_add_test(t, too_many_short_rows);
    tcase_add_test(t, two_bytes_a_character);
    tcase_add_test(t, memory_runs_out);
    suite_add_tcase(s, t);
    return s;
}
