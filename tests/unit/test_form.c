/*
 * test_form.c — bokmål or nynorsk by the words around a place, and spellings of one form.
 */
#include "value/form.h"

#include "vocab/vocab.h"

#include <check.h>
#include <string.h>

Suite *test_form_suite(void);

static int form_of(const char *text, uint32_t at)
{
    Arena arena = {0};
    SourceSet set;
    sources_init(&set, &arena);
    char padded[20000];
    size_t len = strlen(text);
    memcpy(padded, text, len + 1);
    padded[len + 1] = '\0';
    FileId file = sources_add(&set, STR("plan.hplan"), STR("plan.hplan"), padded, (uint32_t)len);
    int form = form_around(&set, (Span){file, at, 1});
    arena_free(&arena);
    return form;
}

START_TEST(telling_words)
{
    ck_assert_int_eq(form_of("", 0), VOCAB_NB);
    ck_assert_int_eq(form_of("plan \"Plan\"", 3), VOCAB_NB);
    ck_assert_int_eq(form_of("Ikkje alle", 0), VOCAB_NN);
    ck_assert_int_eq(form_of("språk: nynorsk", 9), VOCAB_NN);
    ck_assert_int_eq(form_of("ikkje og ikke en", 9), VOCAB_NB);
    ck_assert_int_eq(form_of("Kva er det?", 1), VOCAB_NN);
    ck_assert_int_eq(form_of("einar og eit", 11), VOCAB_NN);
    ck_assert_int_eq(form_of("heitt og ikkjeno", 2), VOCAB_NB);
}
END_TEST

START_TEST(only_what_is_near)
{
    char text[16000];
    memset(text, ' ', sizeof text);
    memcpy(text, "ikkje ikkje", 11);
    memcpy(text + 15000, "ikke", 4);
    text[15999] = '\0';
    ck_assert_int_eq(form_of(text, 15001), VOCAB_NB);
    ck_assert_int_eq(form_of(text, 1), VOCAB_NN);
}
END_TEST

START_TEST(spellings_of_a_form)
{
    Arena arena = {0};
    Str written = STR("ikke starta");
    TermId any = vocab_nearest(&arena, VG_ENUM, written, SET_STATUS, 1);
    ck_assert_int_ne(any, 0);
    ck_assert_int_eq(vocab_nearest_in(&arena, VG_ENUM, written, SET_STATUS, 1, 1U << VOCAB_NB), 0);
    Str own = vocab_nearest_spelling_in(&arena, any, written, 1U << VOCAB_NB);
    ck_assert(str_eq(own, STR("ikke startet")));
    own = vocab_nearest_spelling_in(&arena, any, STR("ikke påbegyntt"), 1U << VOCAB_NB);
    ck_assert(str_eq(own, STR("ikke påbegynt")));
    arena_free(&arena);
}
END_TEST

Suite *test_form_suite(void)
{
    Suite *s = suite_create("form");
    TCase *t = tcase_create("all");
    tcase_add_test(t, telling_words);
    tcase_add_test(t, only_what_is_near);
    tcase_add_test(t, spellings_of_a_form);
    suite_add_tcase(s, t);
    return s;
}
