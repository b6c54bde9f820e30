/* test_lsp_edits.c — edits lead from one text to the other, and are small. */
#include "lsp/edits.h"
#include "lsp/memory.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

Suite *test_lsp_edits_suite(void);

static bool is_tail(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Does what the edits say; gives how many bytes they touch. */
static size_t apply(const char *old, const char *fresh, const Edits *e, Bytes *out)
{
    size_t at = 0, touched = 0;
    for (size_t i = 0; i < e->count; i++) {
        const Edit *one = &e->at[i];
        ck_assert_uint_ge(one->start, at);
        ck_assert(!is_tail(old[one->start]) && !is_tail(old[one->end]));
        bytes_add(out, old + at, one->start - at);
        bytes_add(out, fresh + one->from, one->to - one->from);
        touched += one->end - one->start + one->to - one->from;
        at = one->end;
    }
    bytes_add(out, old + at, strlen(old) - at);
    return touched;
}

static size_t check(const char *old, const char *fresh)
{
    Lines a = {0}, b = {0};
    Bytes out = {0};
    lines_build(&a, old, strlen(old));
    lines_build(&b, fresh, strlen(fresh));
    Edits e = edits_between(&a, &b);
    size_t touched = apply(old, fresh, &e, &out);
    ck_assert_str_eq(out.at, fresh);
    edits_free(&e);
    bytes_free(&out);
    lines_free(&a);
    lines_free(&b);
    return touched;
}

typedef struct Case {
    const char *old, *fresh;
    size_t most; /* bytes that may be touched */
} Case;

static const Case cases[] = {
    {"", "", 0},
    {"a\n", "a\n", 0},
    {"", "a\n", 2},
    {"a\nb\n", "", 4},
    {"  a\nb\n", "a\nb\n", 2},
    {"a:1\nb\nc:  2\n", "a: 1\nb\nc: 2\n", 2},
    {"a\n\n\n\nb\n", "a\n\nb\n", 2},
    {"a\nb\n", "a\n\nb\n", 1},
    {"a { b }\nc\n", "a {\n  b\n}\nc\n", 20},
    {"| å | 1 |\n| øæ | 22 |\n", "| å  |  1 |\n| øæ | 22 |\n", 4},
    {"x «é» y\n", "x «è» y\n", 8},
    {"a\r\nb\r\n", "a\nb\n", 2},
    {"a", "a\n", 1},
    {"one\ntwo\nthree\n", "three\ntwo\none\n", 26},
};

START_TEST(they_lead_there)
{
    ck_assert_uint_le(check(cases[_i].old, cases[_i].fresh), cases[_i].most);
}
END_TEST

/* Any two texts, the likeness of which is left to chance. */
START_TEST(whatever_the_texts)
{
    static const char *const pieces[] = {"a", "å", "\n",   " ",   "  ",
                                         "|", "😀", "\r\n", "b\n", "\n\n"};
    char texts[2][256];
    unsigned seed = (unsigned)_i * 7919u + 1;
    for (int t = 0; t < 2; t++) {
        texts[t][0] = '\0';
        for (int n = 0; n < 40; n++) {
            seed = seed * 1103515245u + 12345u;
            (void)strcat(texts[t], pieces[(seed >> 16) % 10]);
        }
    }
    (void)check(texts[0], texts[1]);
}
END_TEST

Suite *test_lsp_edits_suite(void)
{
    Suite *s = suite_create("lsp_edits");
    TCase *t = tcase_create("edits");
    tcase_add_loop_test(t, they_lead_there, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_loop_test(t, whatever_the_texts, 0, 300);
    suite_add_tcase(s, t);
    return s;
}
