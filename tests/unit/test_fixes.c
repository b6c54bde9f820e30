/*
 * test_fixes.c — what a finding offers to write, and that it offers nothing it cannot know.
 */
#include "hplan/hplan.h"
#include "support/heard.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

Suite *test_fixes_suite(void);

typedef struct Case {
    const char *lines; /* inside a plan of 2027 */
    const char *said;  /* is told; NULL: no fix is */
} Case;

#define FRAME "ramme \"R\" { 2026: 210 400 000 kr; 2027: 221 900 000 kr }\n"
#define UNITS "avdeling hjem \"Hjemmetjenesten\"\navdeling sykehjem \"Sykehjemmene\"\n"

static const Case cases[] = {
    /* a quotient, where all that it may be is written alike */
    {FRAME "\"\"\"Opp {5,6 % = (ramme.2027 - ramme.2026) / ramme.2026}.\"\"\"", "skriv 5,5 %\n"},
    {FRAME "\"\"\"Opp {5,6 % = (ramme.2027 - ramme.2026) / ramme.2026}.\"\"\"",
     "forskjellen er 0,13\xC2\xA0prosentpoeng\n"},
    /* but two bare numbers differ by a bare number */
    {"tabell \"T\" {\n| post | 2027 |\n| A | 10 |\n| B | 5 |\n| Sum | 18 |\n}",
     "forskjellen er 3\n"},
    /* a row that is subtracted already lacks no minus */
    {"tabell \"T\" {\n| post | 2027 : kr |\n| A | 50 |\n| minus: B | 20 |\n| Sum | 70 |\n}",
     "den er trukket fra, men skulle trolig v\xC3\xA6rt lagt til\n"},
    {"ramme \"R\" { 2026: 1,1 mill. kr; 2027: 1,3 mill. kr }\n"
     "\"\"\"Det er {90,0 % = ramme.2027 / ramme.2026} av i fjor.\"\"\"", NULL},
    /* a total that neither its rows nor the frame give, by more than a slip of the hand */
    {FRAME UNITS "fordeling \"F\" {\nav: ramme.2027\n| avdeling | netto |\n"
     "| Hjemmetjenesten | 109 400 000 |\n| Sykehjemmene | 112 500 000 |\n| Sum | 219 900 000 |\n}",
     "skriv 221 900 000\n"},
    {"tabell \"T\" {\n| post | 2027 : kr |\n| A | 109 400 000 |\n| B | 112 500 000 |\n"
     "| Sum | 219 907 000 |\n}", NULL},
    /* a row that is the others together, and is not called a sum */
    {FRAME UNITS "fordeling \"F\" {\nav: ramme.2027\n| avdeling | netto |\n"
     "| Hjemmetjenesten | 109 400 000 |\n| Sykehjemmene | 112 500 000 |\n"
     "| Netto ramme | 221 900 000 |\n}",
     "skriv sum: Netto ramme\n"},
    /* a table in thousands that does not say so, and one in kroner that says it is in thousands */
    {FRAME UNITS "fordeling \"F\" {\nav: ramme.2027\n| avdeling | netto |\n"
     "| Hjemmetjenesten | 109 400 |\n| Sykehjemmene | 112 501 |\n| Sum | 221 901 |\n}",
     "oppgitt i 1000 kr: skriv skala: 1000 kr over radene\n"},
    {FRAME UNITS "fordeling \"F\" {\nav: ramme.2027\nskala: 1000 kr\n| avdeling | netto |\n"
     "| Hjemmetjenesten | 109 400 000 |\n| Sykehjemmene | 112 500 000 |\n| Sum | 221 900 000 |\n}",
     "ta bort skala\n"},
    /* a name in a cell, and in quotes elsewhere */
    {FRAME UNITS "fordeling \"F\" {\nav: ramme.2027\n| avdeling | netto |\n"
     "| Hjemmetjenesten | 109 400 000 |\n| Sykehjemene | 112 500 000 |\n| Sum | 221 900 000 |\n}",
     "skriv Sykehjemmene\n"},
    {UNITS "tiltak \"T\" { ansvar: \"Sykehjemene\" }", "skriv \"Sykehjemmene\"\n"},
    {UNITS "tiltak \"T\" { ansvar: sykehjm }", "skriv sykehjem\n"},
};

/* What is told of the lines, in a plan of 2027, in this form. */
static Heard told_of(const char *lines, hplan_form form)
{
    static const char head[] = "plan p \"P\" {\når: 2027\n";
    Heard plan = {0}, said = {0};
    hplan_options options = {.lang = HPLAN_LANG_NB};
    hplan_session *s = hplan_session_open(&options);
    ck_assert_ptr_nonnull(s);
    hear(&plan, head, sizeof head - 1);
    hear(&plan, lines, strlen(lines));
    hear(&plan, "\n}\n", 3);
    hear(&said, "", 0);
    ck_assert_int_eq(hplan_bytes_add(s, "plan.hplan", plan.bytes, plan.len), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    ck_assert_uint_gt(hplan_finding_count(s, HPLAN_ERROR), 0);
    ck_assert_int_eq(hplan_findings_write(s, form, NULL, hear, &said), HPLAN_OK);
    hplan_session_close(s);
    free(plan.bytes);
    return said;
}

START_TEST(are_as_they_are_to_stand)
{
    const Case *c = &cases[_i];
    Heard said = told_of(c->lines, HPLAN_FORM_TEXT);
    const char *found = strstr(said.bytes, c->said == NULL ? "retting: skriv" : c->said);
    ck_assert_msg((found != NULL) == (c->said != NULL), "%s\n%s", c->said, said.bytes);
    free(said.bytes);
}
END_TEST

/* What JSON says is to be written; NULL: nothing is. */
static const Case written[] = {
    {"tabell {\n| a | b | c |\n| x | 1 | 2 |\n| Sum   3 | 4 |\n}", "\"|\""},
    /* one lies between two figures, and the other is blank */
    {"tabell {\n| a | b | c | d |\n| x y   1   2 | 4 | 5 |\n}", NULL},
    {"tiltak t \"T\" { ansvar: \"rektor\"; kostnad { 2027: 3 mill. kr; 2028: 4 mill. kr } }",
     "\"kostnad 2027: 3 mill. kr; kostnad 2028: 4 mill. kr\""},
    {"tiltak t \"T\" { ansvar: \"rektor\"; kostnad {\n2027: 3 mill. kr # anslag\n2028: 4 mill. kr\n} }",
     "\"kostnad 2027: 3 mill. kr # anslag\\nkostnad 2028: 4 mill. kr\""},
    /* a comment would be lost, and a word is no time */
    {"tiltak t \"T\" { kostnad { # anslag\n2027: 3 mill. kr\n} }", NULL},
    {"tiltak t \"T\" { kostnad {\n2027: 3 mill. kr # anslag\n} }", NULL},
    {"tiltak t \"T\" { kostnad { drift: 3 mill. kr } }", NULL},
    {"tiltak t \"T\" { status { i rute } }", NULL},
    {"tiltak t \"T\" { ansvar: \"rektor\"; måles i: 1000 kr }", "\"skala\""},
    {"measure t \"T\" { measured in: 1000 kr }", "\"scale\""},
    {"tiltak t \"T\" { ansvar: \"rektor\"; måles i: % }", NULL}, /* no scale of amounts */
};

START_TEST(write_what_they_say)
{
    const Case *c = &written[_i];
    Heard said = told_of(c->lines, HPLAN_FORM_JSON);
    const char *found = strstr(said.bytes, c->said == NULL ? "\"replacement\":" : c->said);
    ck_assert_msg((found != NULL) == (c->said != NULL), "%s\n%s", c->said, said.bytes);
    free(said.bytes);
}
END_TEST

Suite *test_fixes_suite(void)
{
    Suite *s = suite_create("fixes");
    TCase *t = tcase_create("fixes");
    tcase_add_loop_test(t, are_as_they_are_to_stand, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_loop_test(t, write_what_they_say, 0, (int)(sizeof written / sizeof *written));
    suite_add_tcase(s, t);
    return s;
}
