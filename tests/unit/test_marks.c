/*
 * test_marks.c — what each word was read as (model/marks.h).
 */
#include "support/model_fixture.h"
#include "model/marks.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_marks_suite(void);

static const char plan[] =
    "plan p \"Plan\" {\n"
    "  kommune: Kragerø;  år: 2018; versjon: utkast\n"
    "  fakta {\n"
    "    avdeling ikt \"IKT-avdelingen\" { årsverk: ca. 10,5 årsverk; funksjon: 120/180 }\n"
    "  }\n"
    "  ramme \"Netto\" { budsjett 2018: 30 mill. kr }\n"
    "  tabell grunn \"Tall\" {\n"
    "    | område | budsjett |      | (Faste) priser (1000 kr) |\n"
    "    |        |     2018 | 2019 |                          |\n"
    "    |--------|----------|------|--------------------------|\n"
    "    | Skole  |        1 |    2 |                          |\n"
    "    | herav SFO |     1 |    2 |                       |\n"
    "    | sum: I alt |    1 |    2 |                      |\n"
    "  }\n"
    "  mål best \"Best\" {\n"
    "    tiltak \"To\" { ansvar: \"IKT-avdelingen\"; status: pågår; gjelder: mål.best }\n"
    "    indikator \"Fornøyde\" { måles i: %; resultat 2017: ikke målt; måltall 2018: minst 80 % }\n"
    "  }\n"
    "  om mål.best {\n"
    "    \"\"\"Se [her](mål:best), {grunn.Skole.\"budsjett 2018\"}, {tre mill. kr = ramme.budsjett.2018},\n"
    "    {1 = antall(tiltak i mål.best der ansvar = ikt og status = pågår)}.\"\"\"\n"
    "  }\n"
    "  regel { gjelder: tiltak; krev: har(frist) }\n"
    "  regel { gjelder: investering; krev: har(frist) }\n"
    "  regel { gjelder: tiltak i mål.best; krev: har(frist) }\n"
    "}\n";

/* What the nth occurrence of a text was read as; "" where nothing was. */
static const char *reading(ModelFixture *f, const char *word, int nth)
{
    static char out[256];
    const char *at = plan;
    for (int i = 0; i < nth; i++) {
        at = strstr(at + (i > 0), word);
        ck_assert_msg(at != NULL, "no %s", word);
    }
    const Marks *marks = model_marks(f->m);
    const Mark *k = marks_find(marks, 0, (uint32_t)(at - plan));
    if (k == NULL || k->span.off != (uint32_t)(at - plan) || k->span.len != strlen(word))
        return "";
    static const char *const kinds[] = {"word", "declares", "names", "unit", "code", "row",
                                        "column"};
    if (k->kind == MARK_WORD)
        snprintf(out, sizeof out, "word %s", vocab_term((TermId)k->id)->key);
    else if (k->kind == MARK_DECLARES || k->kind == MARK_NAMES)
        snprintf(out, sizeof out, "%s %.*s", kinds[k->kind], STR_ARG(decl_label(f->m, k->id)));
    else
        snprintf(out, sizeof out, "%s", kinds[k->kind]);
    return out;
}

static const struct {
    const char *word;
    int nth;
    const char *meaning;
} readings[] = {
    {"plan", 1, "word plan"},
    {"p", 2, "declares Plan"},
    {"Kragerø", 1, "code"},
    {"utkast", 1, "word version.draft"},
    {"ca.", 1, "word approx.ca"},
    {"årsverk", 2, "unit"},
    {"120", 1, "code"},
    {"180", 1, "code"},
    {"budsjett", 1, "word budget"},
    {"mill. kr", 1, "unit"},
    {"budsjett", 2, "word budget"},
    {"1000 kr", 1, "unit"},
    {"herav", 1, "word of_which.herav"},
    {"sum", 1, "word sum.sum"},
    {"\"IKT-avdelingen\"", 1, "declares IKT-avdelingen"},
    {"\"IKT-avdelingen\"", 2, "names IKT-avdelingen"},
    {"pågår", 1, "word status.ongoing.pågår"},
    {"mål", 1, "word goal.mål"},
    {"mål", 2, "word goal.mål"},
    {"%", 1, "unit"},
    {"ikke målt", 1, "word not_measured"},
    {"minst", 1, "word at_least.minst"},
    {"best", 2, "names Best"},
    {"best", 3, "names Best"},
    {"best", 4, "names Best"},
    {"best", 5, "names Best"},
    {"best", 6, "names Best"},
    {"om", 3, "word again"},
    {"grunn", 2, "names Tall"},
    {"Skole", 2, "row"},
    {"\"budsjett 2018\"", 1, "column"},
    {"tre", 1, "word 3"},
    {"budsjett", 4, "word budget"},
    {"antall", 1, "word count"},
    {" i ", 1, ""},
    {"der", 2, "word where"},
    {"ikt", 2, "names IKT-avdelingen"},
    {"status", 2, "word status"},
    {"pågår", 2, "word status.ongoing.pågår"},
    {"har", 1, "word has"},
    {"frist", 1, "word due"},
    {"har", 2, "word has"},
    {"frist", 2, "word due"},
    {"Fornøyde", 1, ""}, /* the quotes belong to it */
};

START_TEST(each_is_what_it_was_read_as)
{
    ModelFixture f;
    model_fixture(&f, plan);
    ck_assert_msg(fixture_faults(&f) == 0, "%s", fixture_findings(&f));
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        const char *got = reading(&f, readings[i].word, readings[i].nth);
        ck_assert_msg(strcmp(got, readings[i].meaning) == 0, "%s %d: %s, not %s",
                      readings[i].word, readings[i].nth, got, readings[i].meaning);
    }
    model_fixture_end(&f);
}
END_TEST

START_TEST(in_order_and_apart)
{
    ModelFixture f;
    model_fixture(&f, plan);
    uint32_t findings = f.sink.list.len;
    const Marks *marks = model_marks(f.m);
    ck_assert_uint_gt(marks->at.len, 80);
    for (uint32_t i = 1; i < marks->at.len; i++) {
        Span a = marks->at.at[i - 1].span;
        Span b = marks->at.at[i].span;
        ck_assert(a.file < b.file || (a.file == b.file && a.off + a.len <= b.off));
    }
    ck_assert_ptr_eq(model_marks(f.m), marks);
    ck_assert_uint_eq(f.sink.list.len, findings); /* asking says nothing */
    ck_assert_ptr_null(marks_find(marks, 7, 0));
    model_fixture_end(&f);
}
END_TEST

Suite *test_marks_suite(void)
{
    Suite *s = suite_create("marks");
    TCase *tc = tcase_create("all");
    tcase_add_test(tc, each_is_what_it_was_read_as);
    tcase_add_test(tc, in_order_and_apart);
    suite_add_tcase(s, tc);
    return s;
}
