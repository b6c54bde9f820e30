/*
 * Tests of base/quote: strings in the marks of a keyboard and of a word processor.
 */
#include "base/quote.h"

#include <check.h>

Suite *test_base_quote_suite(void);

#define ck_text(s, expected) ck_assert(str_eq((s), STR(expected)))

START_TEST(first_string)
{
    static const struct {
        const char *text, *inside;
        uint32_t len;
    } cases[] = {
        {"\"Helse\" og", "Helse", 7}, {"«Helse» og", "Helse", 9}, {"»Helse« og", "Helse", 9},
        {"“Helse” og", "Helse", 11},  {"„Helse“ og", "Helse", 11}, {"”Helse” og", "Helse", 11},
        {"“Helse\" og", "Helse", 9},  {"«en \"to\" tre»", "en \"to\" tre", 15},
        {"\"\"", "", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str inside = STR_NONE;
        ck_assert_uint_eq(quote_first(str_from(cases[i].text), &inside), cases[i].len);
        ck_assert(str_eq(inside, str_from(cases[i].inside)));
    }
    static const char *const none[] = {"", "Helse", "Helse \"og\"", "\"Helse", "«Helse\"", "§ 4", "“"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        Str inside = STR("as it was");
        ck_assert_uint_eq(quote_first(str_from(none[i]), &inside), 0);
        ck_text(inside, "as it was");
    }
}
END_TEST

START_TEST(one_string)
{
    Str inside = STR_NONE;
    ck_assert(quote_alone(STR("«Helse»"), &inside));
    ck_text(inside, "Helse");
    ck_assert(!quote_alone(STR("\"Helse\" og \"skole\""), &inside));
    ck_assert(quote_whole(STR("\"Helse\" og \"skole\""), &inside));
    ck_text(inside, "Helse\" og \"skole");
    ck_assert(quote_whole(STR("\"Helse”"), &inside)); /* half of it by a word processor */
    ck_text(inside, "Helse");
    ck_assert(!quote_whole(STR("\""), &inside));
    ck_assert(!quote_whole(STR("\"Helse»"), &inside));
    ck_assert(!quote_whole(STR("\"Helse\xBB"), &inside));
    ck_assert(!quote_whole(STR(""), &inside));
    ck_assert(!quote_whole(STR("Helse"), &inside));
}
END_TEST

START_TEST(last_string)
{
    static const struct {
        const char *text;
        uint32_t at;
    } cases[] = {
        {"7 \"stemmer\"", 2}, {"7 «sum \"netto\"»", 2}, {"mål.\"A\" = 7 “B”", 13}, {"\"A\"", 0},
        {"7", 1},  {"7 stemmer\"", 10}, {"7 \"sum»", 8}, {"", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_uint_eq(quote_last(str_from(cases[i].text)), cases[i].at);
}
END_TEST

START_TEST(content)
{
    ck_text(quote_content(STR("HP4001 \"avrundet\"")), "avrundet");
    ck_text(quote_content(STR("«Sum \"netto\" stemmer»")), "Sum \"netto\" stemmer");
    ck_text(quote_content(STR("se „Helse")), "Helse");
    ck_text(quote_content(STR("§ 4 Helse")), "§ 4 Helse");
    ck_text(quote_content(STR_NONE), "");
}
END_TEST

START_TEST(putting)
{
    Arena arena;
    arena_init(&arena, NULL);
    ck_text(quote_text(&arena, STR("Helse")), "\"Helse\"");
    ck_text(quote_text(&arena, STR("\"Helse\" og")), "«\"Helse\" og»");
    ck_text(quote_text(&arena, STR("\"Helse\" og «skole»")), "\"'Helse' og «skole»\"");
    arena_free(&arena);
}
END_TEST

Suite *test_base_quote_suite(void)
{
    Suite *s = suite_create("base quote");
    TCase *tc = tcase_create("quote");
    tcase_add_test(tc, first_string);
    tcase_add_test(tc, one_string);
    tcase_add_test(tc, last_string);
    tcase_add_test(tc, content);
    tcase_add_test(tc, putting);
    suite_add_tcase(s, tc);
    return s;
}
