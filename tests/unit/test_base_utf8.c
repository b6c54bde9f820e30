/* test_base_utf8.c — Unicode: validity, classes, folding, width, likeness. */
#include "base/utf8.h"

#include <check.h>

START_TEST(words_in_a_text)
{
    ck_assert(utf8_has_word(STR("m"), STR("m")));
    ck_assert(utf8_has_word(STR("mengde (m)"), STR("m")));
    ck_assert(utf8_has_word(STR("andel %"), STR("%")));
    ck_assert(utf8_has_word(STR("mil m"), STR("m")));
    ck_assert(!utf8_has_word(STR("mengde"), STR("m")));
    ck_assert(!utf8_has_word(STR("åm"), STR("m")));
    ck_assert(!utf8_has_word(STR("mø"), STR("m")));
    ck_assert(!utf8_has_word(STR("2m"), STR("m")));
    ck_assert(!utf8_has_word(STR("m"), STR_NONE));
}
END_TEST

Suite *test_base_utf8_suite(void);

static Arena arena;

static void set_up(void)
{
    arena_init(&arena, NULL);
}

static void tear_down(void)
{
    arena_free(&arena);
}

#define ck_text(s, expected) ck_assert_str_eq(arena_copy(&arena, (s).ptr, (s).len), (expected))

/* For long loops: check's own assertions write a mark each time. */
#define REQUIRE(condition)                                \
    do {                                                  \
        if (!(condition))                                 \
            ck_abort_msg("%s: %s", __func__, #condition); \
    } while (0)

static int64_t invalid_at(const char *s)
{
    return utf8_first_invalid(s, strlen(s));
}

START_TEST(validity)
{
    ck_assert_int_eq(utf8_first_invalid(NULL, 0), -1);
    ck_assert_int_eq(invalid_at("Kragerø kommune, handlingsplan 2018–2021"), -1);
    ck_assert_int_eq(invalid_at("\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80"), -1);
    ck_assert_int_eq(invalid_at("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"), -1);
    ck_assert_int_eq(invalid_at("abcdefgh\x80"), 8);
    ck_assert_int_eq(invalid_at("abcdefghi\xC0\x80"), 9); /* overlong */
    ck_assert_int_eq(invalid_at("\xE0\x9F\xBF"), 0);      /* overlong */
    ck_assert_int_eq(invalid_at("\xF0\x8F\xBF\xBF"), 0);  /* overlong */
    ck_assert_int_eq(invalid_at("a\xED\xA0\x80"), 1);     /* surrogate */
    ck_assert_int_eq(invalid_at("\xF4\x90\x80\x80"), 0);  /* above U+10FFFF */
    ck_assert_int_eq(invalid_at("\xF5\x80\x80\x80"), 0);
    ck_assert_int_eq(invalid_at("\xC3"), 0); /* cut */
    ck_assert_int_eq(invalid_at("\xE2\x80"), 0);
    ck_assert_int_eq(invalid_at("\xE2\x80z"), 0);
    ck_assert_int_eq(invalid_at("\xC3\xA6rlig \xE6"), 7); /* Latin-1 */
    ck_assert_int_eq(utf8_first_invalid("a\0b\xFF", 4), 3);
}
END_TEST

START_TEST(every_code_point_goes_round)
{
    Buf b;
    buf_init(&b, &arena);
    for (uint32_t cp = 1; cp <= 0x10FFFF; cp++) {
        if (cp == 0xD800)
            cp = 0xE000;
        b.len = 0;
        utf8_put(&b, cp);
        uint32_t len;
        REQUIRE(utf8_decode(b.ptr, b.ptr + b.len, &len) == cp);
        REQUIRE(len == b.len);
        REQUIRE(utf8_first_invalid(b.ptr, b.len) == -1);
    }
}
END_TEST

START_TEST(a_cut_letter_reads_as_replacement)
{
    uint32_t len;
    const char *s = "\xC3\xA6";
    ck_assert_uint_eq(utf8_decode(s, s + 1, &len), 0xFFFD);
    ck_assert_uint_eq(len, 1);
    ck_assert_uint_eq(utf8_decode(s + 1, s + 2, &len), 0xFFFD);
}
END_TEST

START_TEST(classes)
{
    static const uint32_t letters[] = {'a',   'Z',   0xE6,  0xC5,  0xAA,   0xFF,   0x161,
                                       0x14B, 0x301, 0x434, 0x5D0, 0x4E2D, 0x1D400};
    static const uint32_t others[] = {'0',  '_',  '-',  ' ',  '@',    '[',    '`',     '{',
                                      0xD7, 0xF7, 0xB2, 0xA7, 0x2013, 0x20AC, 0x1F600, 0xA0};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        ck_assert_msg(utf8_is_letter(letters[i]), "U+%04X", letters[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ck_assert_msg(!utf8_is_letter(others[i]), "U+%04X", others[i]);
    ck_assert(utf8_is_blank('\t') && utf8_is_blank(0xA0) && utf8_is_blank(0x202F));
    ck_assert(utf8_is_blank(0x2000) && utf8_is_blank(0x200A));
    ck_assert(!utf8_is_blank('\n') && !utf8_is_blank(0x200B) && !utf8_is_blank('x'));
    ck_assert(utf8_is_guest(0xAD) && utf8_is_guest(0x200B) && utf8_is_guest(0xFEFF));
    ck_assert(utf8_is_guest(0x200E) && utf8_is_guest(0x2066) && !utf8_is_guest(0x2010));
    ck_assert(utf8_is_dash('-') && utf8_is_dash(0x2010) && utf8_is_dash(0x2015));
    ck_assert(utf8_is_dash(0x2212) && !utf8_is_dash(0x2016) && !utf8_is_dash('_'));
}
END_TEST

START_TEST(blanks_have_lengths)
{
    const char *s = "\xC2\xA0\xE2\x80\xAF x";
    const char *end = s + strlen(s);
    ck_assert_uint_eq(utf8_blank_len(s, end), 2);
    ck_assert_uint_eq(utf8_blank_len(s + 2, end), 3);
    ck_assert_uint_eq(utf8_blank_len(s + 5, end), 1);
    ck_assert_uint_eq(utf8_blank_len(s + 6, end), 0);
    ck_assert_uint_eq(utf8_blank_len(end, end), 0);
    ck_assert_uint_eq(utf8_blank_len(s, s + 1), 0);
}
END_TEST

START_TEST(folding)
{
    static const char *const cases[][2] = {
        {"Ærlig ØL på Åsen", "ærlig øl på åsen"},
        {"Helse\xC2\xA0og  omsorg", "helse og omsorg"},
        {"a \t\xE2\x80\x83 b", "a b"},
        {"a\tb", "a b"},
        {"vel\xC2\xAD"
         "ferd",
         "velferd"},
        {"x \xC2\xAD y", "x y"},
        {"vel\xE2\x80\x8B"
         "ferd\xEF\xBB\xBF",
         "velferd"},
        {"Straße", "strasse"},
        {"A\xCC\x8Apent", "åpent"}, /* a + ring */
        {"a\xCC\x8A", "å"},         /* though a is folded already */
        {"a\xC2\xAD\xCC\x8A", "å"}, /* across a soft hyphen */
        {"Čáhput ŊŦ", "čáhput ŋŧ"},
        {"ΣΊΣΥΦΟΣ", "σίσυφοσ"},
        {"\xC2\xB5g", "\xCE\xBCg"}, /* the micro sign is a mu */
        {"3 §§ «a» 2018–2021 × ÷", "3 §§ «a» 2018–2021 × ÷"},
        {"M\xC2\xB2 ×", "m\xC2\xB2 ×"},
        {"\xE2\x84\xABsen", "åsen"}, /* the Ångström sign */
        {"DŽ", "dž"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_text(utf8_fold(&arena, str_from(cases[i][0])), cases[i][1]);
}
END_TEST

START_TEST(folding_takes_no_memory_where_nothing_folds)
{
    static const char *const folded[] = {"", "helse og omsorg", "ærlig øl på åsen",
                                         "«2018–2021» § 3 ÷ m²"};
    for (size_t i = 0; i < sizeof folded / sizeof *folded; i++) {
        Str s = str_from(folded[i]);
        ck_assert_ptr_eq(utf8_fold(&arena, s).ptr, s.ptr);
    }
    ck_assert_uint_eq(utf8_fold(&arena, STR_NONE).len, 0);
    ck_assert_uint_eq(arena.total, 0);
    ck_assert(utf8_eq_fold(&arena, STR("Åsen"), STR("A\xCC\x8AsEN")));
    ck_assert(!utf8_eq_fold(&arena, STR("Asen"), STR("Åsen")));
}
END_TEST

/* Whatever path a text takes, folding it twice changes nothing, and no path depends on what
 * stands beside: "x" + c + "Y" folds like its parts. */
START_TEST(folding_is_stable)
{
    Buf b;
    buf_init(&b, &arena);
    for (uint32_t cp = 1; cp < 0x1F000; cp++) {
        Arena scratch;
        if (cp == 0xD800)
            cp = 0xE000;
        arena_init(&scratch, NULL);
        b.len = 0;
        utf8_put(&b, cp);
        Str once = utf8_fold(&scratch, buf_view(&b));
        Str twice = utf8_fold(&scratch, once);
        REQUIRE(str_eq(once, twice));
        buf_cstr(&b, "\xE4\xB8\xAD"); /* sends it through utf8proc */
        Str other = utf8_fold(&scratch, buf_view(&b));
        REQUIRE(str_starts(other, once) && other.len == once.len + 3);
        arena_free(&scratch);
    }
}
END_TEST

/* Eight bytes at a time fold as one at a time would: any two ASCII
 * characters, anywhere in a word. */
START_TEST(folding_long_words)
{
    enum { LENGTH = 20 };
    for (int first = 1; first < 128; first++) {
        for (int at = 0; at < LENGTH * LENGTH; at++) {
            char text[LENGTH + 1] = "Kommunestyresalen XY", want[LENGTH + 1];
            uint32_t n = 0;
            text[at % LENGTH] = (char)first;
            text[at / LENGTH] = ' ';
            for (int i = 0; i < LENGTH; i++) {
                char c = text[i] == '\t' ? ' ' : text[i];
                if (c != ' ' || n == 0 || want[n - 1] != ' ')
                    want[n++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
            }
            Arena scratch;
            arena_init(&scratch, NULL);
            REQUIRE(str_eq(utf8_fold(&scratch, str_from(text)), (Str){want, n}));
            arena_free(&scratch);
        }
    }
}
END_TEST

START_TEST(folding_bytes_that_are_no_text)
{
    Str s = STR("A\xFF \xC3");
    ck_assert_uint_le(utf8_fold(&arena, s).len, s.len);
}
END_TEST

START_TEST(widths)
{
    ck_assert_uint_eq(utf8_width(STR("Kragerø")), 7);
    ck_assert_uint_eq(utf8_width(STR("a\tb")), 3);
    ck_assert_uint_eq(utf8_width(STR("a\xCC\x8A")), 1);
    ck_assert_uint_eq(utf8_width(STR("中文")), 4);
    ck_assert_uint_eq(utf8_width(STR("vel\xC2\xAD\xE2\x80\x8B"
                                     "ferd")),
                      7);
    ck_assert_uint_eq(utf8_width(STR("1\xC2\xA0"
                                     "000 – 2")),
                      9);
    ck_assert_uint_eq(utf8_width(STR("\x01\x7F")), 0);
    ck_assert_uint_eq(utf8_width(STR_NONE), 0);
    ck_assert_uint_eq(utf8_length(STR("Kragerø")), 7);
    ck_assert_uint_eq(utf8_length(STR("a\xCC\x8A中")), 3);
    ck_assert_uint_eq(utf8_length(STR_NONE), 0);
}
END_TEST

static uint32_t apart(const char *a, const char *b, uint32_t limit)
{
    return utf8_distance(&arena, str_from(a), str_from(b), limit);
}

START_TEST(likeness)
{
    ck_assert_uint_eq(apart("", "", 3), 0);
    ck_assert_uint_eq(apart("tiltak", "tiltak", 3), 0);
    ck_assert_uint_eq(apart("tiltak", "tlitak", 3), 1); /* swapped */
    ck_assert_uint_eq(apart("tiltak", "tilltak", 3), 1);
    ck_assert_uint_eq(apart("tiltak", "titak", 3), 1);
    ck_assert_uint_eq(apart("mål", "mal", 3), 1); /* one letter, two bytes */
    ck_assert_uint_eq(apart("", "ab", 3), 2);
    ck_assert_uint_eq(apart("ca", "abc", 5), 3); /* optimal string alignment */
    ck_assert_uint_eq(apart("kitten", "sitting", 5), 3);
    ck_assert_uint_eq(apart("kitten", "sitting", 2), 3);
    ck_assert_uint_eq(apart("abcdefgh", "stuvwxyz", 2), 3);
    ck_assert_uint_eq(apart("a", "abcdefgh", 2), 3);
    ck_assert_uint_eq(apart("a", "b", 0), 1);
    ck_assert_uint_eq(apart("abcdefgh", "stuvwxyz", UINT32_MAX), 8);
}
END_TEST

/* Words are compared with the whole vocabulary, line after line of a text that is none of it: that
 * takes no memory. Longer texts are compared as well. */
START_TEST(likeness_takes_nothing)
{
    char x[201], y[201];
    for (int i = 0; i < 1000; i++)
        ck_assert_uint_eq(apart("tjenestene", "tjenesten", 3), 1);
    ck_assert_uint_eq(arena.total, 0);
    memset(x, 'x', sizeof x - 1);
    memcpy(y, x, sizeof y - 1);
    x[200] = y[200] = '\0';
    y[100] = 'y';
    ck_assert_uint_eq(apart(x, y, 3), 1);
    y[64] = x[63] = '\0';
    ck_assert_uint_eq(apart(x, y, 3), 1);
    ck_assert_uint_eq(apart(y, x, 3), 1);
}
END_TEST

/* The early way out agrees with the whole table. */
START_TEST(likeness_with_and_without_a_limit)
{
    uint32_t seed = 1;
    for (int i = 0; i < 20000; i++) {
        char a[9], b[9];
        for (int k = 0; k < 16; k++) {
            seed = seed * 1664525u + 1013904223u;
            (k < 8 ? a : b)[k % 8] = (char)((seed >> 28) < 3 ? '\0' : 'a' + (seed >> 24) % 3);
        }
        a[8] = b[8] = '\0';
        uint32_t far = apart(a, b, 100);
        for (uint32_t limit = 0; limit < 5; limit++)
            REQUIRE(apart(a, b, limit) == (far <= limit ? far : limit + 1));
        REQUIRE(apart(b, a, 100) == far);
    }
}
END_TEST

Suite *test_base_utf8_suite(void)
{
    Suite *s = suite_create("base_utf8");
    TCase *t = tcase_create("utf8");
    tcase_add_checked_fixture(t, set_up, tear_down);
    tcase_set_timeout(t, 60);
    tcase_add_test(t, validity);
    tcase_add_test(t, every_code_point_goes_round);
    tcase_add_test(t, a_cut_letter_reads_as_replacement);
    tcase_add_test(t, classes);
    tcase_add_test(t, blanks_have_lengths);
    tcase_add_test(t, folding);
    tcase_add_test(t, folding_takes_no_memory_where_nothing_folds);
    tcase_add_test(t, folding_is_stable);
    tcase_add_test(t, folding_long_words);
    tcase_add_test(t, folding_bytes_that_are_no_text);
    tcase_add_test(t, widths);
    tcase_add_test(t, words_in_a_text);
    suite_add_tcase(s, t);
    t = tcase_create("likeness");
    tcase_add_checked_fixture(t, set_up, tear_down);
    tcase_set_timeout(t, 60);
    tcase_add_test(t, likeness);
    tcase_add_test(t, likeness_takes_nothing);
    tcase_add_test(t, likeness_with_and_without_a_limit);
    suite_add_tcase(s, t);
    return s;
}
