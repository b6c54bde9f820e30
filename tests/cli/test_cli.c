/*
 * test_cli.c — hplanc as its users meet it: verbs, options, languages, forms, exit codes.
 */
#include "cli/plans.h"
#include "hplan/hplan.h"
#include "support/command.h"

#include <check.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

Suite *test_cli_suite(void);

static void expect(const Run *r, int code, const char *out, const char *err)
{
    ck_assert_msg(r->code == code, "exit %d, not %d\nout: %s\nerr: %s", r->code, code, r->out,
                  r->err);
    ck_assert_msg(strstr(r->out, out) != NULL, "no «%s» in out: %s", out, r->out);
    ck_assert_msg(strstr(r->err, err) != NULL, "no «%s» in err: %s", err, r->err);
}

#define EXPECT(code, out, err, ...)          \
    do {                                     \
        Run r_ = run(&p, __VA_ARGS__, NULL); \
        expect(&r_, code, out, err);         \
        run_free(&r_);                       \
    } while (0)

static Place with_plans(void)
{
    Place p = place_open();
    place_write(&p, "god.hplan", GOOD_PLAN);
    place_write(&p, "feil.hplan", BAD_PLAN);
    place_write(&p, "utkast.hplan", DRAFT_PLAN);
    return p;
}

/* ---- exit codes and what is said ------------------------------------------------------------ */

START_TEST(a_good_plan_is_in_order)
{
    Place p = with_plans();
    Run r = run(&p, "check", "god.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_str_eq(r.out, "god.hplan: i orden. 1 fordeling og 1 sum er kontrollert. Tall: 100 % bevist.\n");
    ck_assert_str_eq(r.err, "");
    run_free(&r);
    EXPECT(0, "", "", "check", "--quiet", "god.hplan");
    place_close(&p);
}
END_TEST

START_TEST(a_bad_plan_is_not)
{
    Place p = with_plans();
    Run r = run(&p, "check", "feil.hplan", NULL);
    expect(&r, 1, "", "feil.hplan:16:23: feil HP4001:");
    ck_assert_str_eq(r.out, "");
    ck_assert_ptr_nonnull(strstr(r.err, "\n1 feil.\n"));
    run_free(&r);
    EXPECT(0, "", "1 advarsel.", "check", "utkast.hplan");
    EXPECT(1, "", "1 advarsel.", "check", "--streng", "utkast.hplan");
    EXPECT(1, "god.hplan: i orden.", "1 feil.", "check", "god.hplan", "feil.hplan");
    EXPECT(2, "god.hplan: i orden.", "finner ikke «borte.hplan»", "check", "borte.hplan",
           "god.hplan");
    place_close(&p);
}
END_TEST

START_TEST(names_of_verbs)
{
    Place p = with_plans();
    EXPECT(0, "i orden", "", "sjekk", "god.hplan");
    EXPECT(0, "# ", "", "bygg", "god.hplan", "-o", "-");
    EXPECT(0, "HP4001 sum-avvik", "", "forklar", "hp4001");
    EXPECT(0, "Bruk: hplanc", "", "hjelp");
    EXPECT(0, "hplanc ", "", "versjon");
    EXPECT(0, "hplanc ", "", "--version");
    EXPECT(0, "Usage: hplanc build FILE", "", "build", "--help", "--lang", "en");
    EXPECT(0, "Bruk: hplanc build FIL   (også bygg)\n", "", "help", "bygg");
    EXPECT(0, "--ut=STI      filen rapporten skal ligge i (ellers", "", "rapport", "--hjelp");
    EXPECT(0, "--ut=STI      mappen der filene skal ligge (ellers", "", "ny", "--hjelp");
    place_close(&p);
}
END_TEST

/* Code points. */
static size_t longest_line(const char *text)
{
    size_t most = 0;
    size_t columns = 0;
    for (; *text != '\0'; text++) {
        columns = *text == '\n' ? 0 : columns + (((unsigned char)*text & 0xC0) != 0x80);
        most = columns > most ? columns : most;
    }
    return most;
}

START_TEST(help_fits_a_terminal)
{
    static const char *const languages[] = {"nb", "nn", "en"};
    Place p = place_open();
    for (size_t i = 0; i < 3; i++) {
        Run r = run(&p, "help", "--lang", languages[i], NULL);
        ck_assert_int_eq(r.code, 0);
        ck_assert_uint_le(longest_line(r.out), 80);
        ck_assert_ptr_nonnull(strstr(r.out, "\n  --dump=tokens|tree|model|checks|report|marks\n"));
        for (size_t f = 0; hplan_format_name(f) != NULL; f++)
            ck_assert_ptr_nonnull(strstr(r.out, hplan_format_name(f)));
        run_free(&r);
    }
    place_close(&p);
}
END_TEST

START_TEST(words_that_nobody_knows)
{
    Place p = with_plans();
    EXPECT(2, "", "si hva som skal gjøres", "-q");
    EXPECT(2, "", "«chekc»; mente du «check»?", "chekc");
    EXPECT(2, "", "mente du «hplanc sjekk god.hplan»?", "god.hplan");
    EXPECT(2, "", "«--fromat» finnes ikke; mente du «--format»?", "check", "--fromat", "json");
    EXPECT(2, "", "«-x» finnes ikke", "check", "-x");
    EXPECT(2, "", "«--to» gjelder ikke for «check»", "check", "--to=md");
    EXPECT(2, "", "«--format=xml» går ikke an; velg en av text|json", "check", "--format", "xml");
    EXPECT(2, "", "må det stå ANTALL", "check", "--max");
    EXPECT(2, "", "«--max=mange» går ikke an; skriv et antall", "check", "--max=mange");
    EXPECT(2, "", "«--format=sarif» går ikke an; velg en av text|json\n", "diff", "--format=sarif",
           "a", "b");
    EXPECT(2, "", "jeg kan ikke «chekc»; mente du «check»?", "help", "chekc");
    EXPECT(2, "", "finner ikke «?[31må?31m»", "check", "\x1B[31må\xC2\x9B" "31m");
    EXPECT(2, "", "tar ingen verdi", "check", "--quiet=ja");
    EXPECT(2, "", "formatet «pdf» finnes ikke; det finnes md, html, json", "build", "god.hplan", "--to",
           "md,pdf");
    EXPECT(2, "", "bare én", "build");
    EXPECT(2, "", "«HP9999» er verken koden til et funn eller et ord i språket", "explain",
           "HP9999");
    EXPECT(2, "", "hvilket tall i «god.hplan»", "explain", "god.hplan");
    EXPECT(2, "", "hvilken fil «ramme.2018» står i: hplanc forklar plan.hplan ramme.2018\n",
           "explain", "ramme.2018");
    EXPECT(2, "", "finner ikke «god»; mente du «god.hplan»?", "check", "god");
    EXPECT(2, "", "«-» kan bare stå én gang", "check", "-", "god.hplan", "-");
    EXPECT(2, "", "finner ikke «god»; mente du «god.hplan»?", "fmt", "god");
    place_close(&p);
}
END_TEST

START_TEST(words_are_explained)
{
    Place p = place_open();
    EXPECT(0, "tiltak (nynorsk tiltak, engelsk measure)\n", "", "explain", "tiltak");
    EXPECT(0, "\n  frist           Når det skal være ferdig.\n", "", "forklar", "Tiltak");
    EXPECT(0, "\nDet kan være:\n  opp  ", "", "explain", "retning");
    EXPECT(0, "measure (Bokmål tiltak, Nynorsk tiltak)\n", "", "explain", "--lang", "en", "tiltak");
    EXPECT(0, "Hvor mange som er ført opp", "", "explain", "antall");
    EXPECT(0, "\nDet kan stå i:\n  om, mål, delmål, tiltak,", "", "explain", "frist");
    EXPECT(0, "\nDet kan stå etter:\n  versjon\n", "", "explain", "vedtatt");
    EXPECT(0, "Hvem som har vedtatt dette", "", "explain", "vedtatt", "av");
    EXPECT(0, "Det kan stå der et tall skulle stått.\n", "", "explain", "ikke målt");
    EXPECT(0, "It may begin a row of a table, with a colon behind.\n", "", "explain", "--lang=en",
           "minus:");
    EXPECT(0, "frist (nynorsk frist, engelsk due)\n", "", "explain", "frist:");
    EXPECT(2, "", "ord i språket; mente du «tiltak»?", "explain", "tiltkk");
    EXPECT(2, "", "«tull og tøys» er verken", "explain", "tull", "og", "tøys");
    EXPECT(2, "", "finner ikke «tull»", "explain", "tull", "tøys");
    place_close(&p);
}
END_TEST

START_TEST(after_two_dashes_all_are_files)
{
    Place p = place_open();
    place_write(&p, "-rart.hplan", GOOD_PLAN);
    EXPECT(2, "", "«-rart.hplan» finnes ikke", "check", "-rart.hplan");
    EXPECT(0, "-rart.hplan: i orden", "", "check", "--", "-rart.hplan");
    place_close(&p);
}
END_TEST

/* ---- languages ------------------------------------------------------------------------------ */

START_TEST(the_language_of_the_messages)
{
    Place p = with_plans();
    place_write(&p, "nynorsk.hplan", PLAN_WITH("  språk: nynorsk\n", "10"));
    EXPECT(0, "in order. 1 breakdown and 1 sum have been checked.", "", "check", "god.hplan",
           "--lang", "en");
    EXPECT(0, "er kontrollerte", "", "check", "nynorsk.hplan");
    EXPECT(0, "have been", "", "check", "nynorsk.hplan", "--lang=en");
    EXPECT(2, "", "«--lang=fr» går ikke an; velg en av nb|nn|en", "check", "--lang", "fr", "god.hplan");
    EXPECT(2, "", "there is no “x”", "--lang=en", "check", "x");
    p.locale = "nn_NO.UTF-8";
    EXPECT(0, "er kontrollerte", "", "check", "god.hplan");
    EXPECT(2, "", "finn ikkje «x»", "check", "x");
    p.locale = "en_GB.UTF-8";
    EXPECT(0, "have been checked", "", "check", "god.hplan");
    EXPECT(0, "er kontrollerte", "", "check", "nynorsk.hplan");
    p.locale = "C";
    EXPECT(0, "er kontrollert.", "", "check", "god.hplan");
    place_close(&p);
}
END_TEST

/* ---- forms ---------------------------------------------------------------------------------- */

START_TEST(json_is_json)
{
    Place p = with_plans();
    Run r = run(&p, "check", "--format=json", "feil.hplan", "god.hplan", NULL);
    json_error_t error;
    expect(&r, 1, "", "");
    ck_assert_str_eq(r.err, "");
    json_t *finding = json_loadb(r.out, r.out_len, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(finding != NULL, "%s: %s", error.text, r.out);
    ck_assert_str_eq(json_string_value(json_object_get(finding, "code")), "HP4001");
    ck_assert_str_eq(json_string_value(json_object_get(finding, "file")), "feil.hplan");
    ck_assert_int_eq(json_integer_value(json_object_get(finding, "line")), 16);
    json_decref(finding);
    run_free(&r);
    r = run(&p, "check", "--format", "json", "god.hplan", NULL);
    expect(&r, 0, "", "");
    ck_assert_str_eq(r.out, "");
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(sarif_and_github)
{
    Place p = with_plans();
    Run r = run(&p, "check", "--format=sarif", "feil.hplan", NULL);
    json_t *log = json_loadb(r.out, r.out_len, JSON_REJECT_DUPLICATES, NULL);
    ck_assert_int_eq(r.code, 1);
    ck_assert_ptr_nonnull(log);
    ck_assert_str_eq(json_string_value(json_object_get(log, "version")), "2.1.0");
    json_decref(log);
    run_free(&r);
    EXPECT(1, "::error file=feil.hplan,line=16", "", "check", "--format=github", "feil.hplan");
    place_close(&p);
}
END_TEST

START_TEST(colour_and_cap)
{
    Place p = with_plans();
    Run r = run(&p, "check", "feil.hplan", NULL);
    ck_assert_ptr_null(strchr(r.err, '\033'));
    run_free(&r);
    EXPECT(1, "", "\033[", "check", "--color=always", "feil.hplan");
    place_write(&p, "mange.hplan", "plan p \"P\" {\n  år: 2018\n  x: 1\n  y: 1\n  z: 1\n}\n");
    r = run(&p, "check", "--max", "1", "mange.hplan", NULL);
    expect(&r, 1, "", "og 2 til");
    ck_assert_int_eq(count_of(r.err, ": feil HP"), 1);
    ck_assert_ptr_nonnull(strstr(r.err, "3 feil."));
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(known_faults_are_counted)
{
    Place p = place_open();
    static const char plan[] = PLAN_WITH("  kjent feil: HP4001 \"trykt slik\"\n", "10");
    place_write(&p, "god.hplan", plan);
    EXPECT(1, "", "HP6012", "check", "god.hplan"); /* it is gone: that is an error */
    place_close(&p);
}
END_TEST

START_TEST(dumps)
{
    Place p = with_plans();
    EXPECT(0, "WORD plan", "", "check", "--dump=tokens", "god.hplan");
    EXPECT(0, "DECL", "", "check", "--dump=tree", "god.hplan");
    EXPECT(0, "plan p", "", "check", "--dump=model", "god.hplan");
    EXPECT(0, "sum exact 2", "", "check", "--dump=checks", "god.hplan");
    EXPECT(0, "Prøve", "", "check", "--dump=report", "god.hplan");
    place_close(&p);
}
END_TEST

/* ---- explaining ----------------------------------------------------------------------------- */

START_TEST(where_a_figure_comes_from)
{
    Place p = with_plans();
    EXPECT(0, "ramme.2018: 10\xC2\xA0kr\n", "", "explain", "god.hplan", "ramme.2018");
    EXPECT(0, "Bevist av:\n  god.hplan:16: fordelingen", "", "explain", "god.hplan", "ramme.2018");
    EXPECT(0, "Used in:\n  god.hplan:16: the sum in", "", "explain", "god.hplan", "f.netto.a",
           "--lang=en");
    EXPECT(0, "f.netto er flere tall", "", "explain", "god.hplan", "f.netto");
    place_write(&p, "tom.hplan",
                "plan p \"P\" {\n  kommune: Kragerø\n  år: 2026\n"
                "  tabell t \"T\" {\n    | Post | A | B |\n    | x    | 1 |   |\n  }\n}\n");
    EXPECT(0, "  A: 1 (tom.hplan:6)\n  B: (tomt)\n", "", "explain", "tom.hplan", "t.x");
    place_write(&p, "like.hplan",
                "plan p \"P\" {\n  kommune: Kragerø\n  år: 2026\n"
                "  tabell t \"T\" {\n    | Post | 2026 |\n    | gruppe: Skole | |\n    | Lønn | 1 |\n"
                "    | gruppe: Barnehage | |\n    | Lønn | 2 |\n  }\n}\n");
    EXPECT(0, "  Skole, 2026: 1 (like.hplan:7)\n  Barnehage, 2026: 2 (like.hplan:9)\n", "", "explain",
           "like.hplan", "t.lønn");
    EXPECT(2, "", "HP2010", "explain", "god.hplan", "ramme.2031");
    EXPECT(2, "", "feil HP", "explain", "god.hplan", "finnes-ikke.2018");
    EXPECT(2, "", "feil HP", "explain", "god.hplan", "((");
    EXPECT(2, "", "finner ikke", "explain", "borte.hplan", "ramme.2018");
    place_close(&p);
}
END_TEST

/* ---- standard input ------------------------------------------------------------------------- */

START_TEST(standard_input)
{
    Place p = with_plans();
    p.input = BAD_PLAN;
    EXPECT(1, "", "<stdin>:16:23: feil HP4001", "check", "-");
    p.input = GOOD_PLAN;
    EXPECT(0, "<stdin>: i orden", "", "check", "-");
    EXPECT(0, "skrevet: ut/plan.md", "", "build", "-", "-o", "ut");
    place_write(&p, "del.hplan", "avdeling c \"Avdeling C\"\n");
    p.input = "plan p \"P\" {\n  år: 2018\n  fakta { bruk \"del.hplan\" }\n}\n";
    EXPECT(0, "<stdin>: i orden", "", "check", "-");
    p.input = "";
    EXPECT(1, "", "HP1026", "check", "-");
    place_close(&p);
}
END_TEST

/* What a dead link proposes is a link: with the kind, and that of the thing. */
START_TEST(links_are_mended_whole)
{
    static const char *const targets[] = {"ia", "avtale:iaa", "aktal:ia", "avtaleia"};
    Place p = with_plans();
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        char text[256];
        (void)snprintf(text, sizeof text,
                       "plan p \"P\" {\n år: 2018\n avtale ia \"IA\"\n \"\"\"[a](%s)\"\"\"\n}\n", targets[i]);
        place_write(&p, "lenke.hplan", text);
        EXPECT(1, "", "retting: skriv avtale:ia\n", "check", "lenke.hplan");
    }
    place_close(&p);
}
END_TEST

/* A count in words is mended with a word of the plan's language; of one with the digit, since the
 * noun decides between en, ei and ett. */
START_TEST(counts_are_mended_in_words)
{
    static const struct {
        const char *lang, *stated, *things, *fix;
    } plans[] = {
        {"bokmål", "to", "mål a \"A\"; mål b \"B\"; mål c \"C\"", "retting: skriv tre\n"},
        {"engelsk", "two", "mål a \"A\"; mål b \"B\"; mål c \"C\"", "fix: write three\n"},
        {"bokmål", "to", "mål a \"A\"", "retting: skriv 1\n"},
    };
    Place p = with_plans();
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        char text[256];
        (void)snprintf(text, sizeof text,
                       "plan p \"P\" {\n språk: %s; år: 2018\n %s\n \"\"\"{%s = antall(mål)}\"\"\"\n}\n",
                       plans[i].lang, plans[i].things, plans[i].stated);
        place_write(&p, "ord.hplan", text);
        EXPECT(1, "", plans[i].fix, "check", "ord.hplan");
    }
    place_close(&p);
}
END_TEST

static const char coverage_plan[] = "plan p \"P\" {\n"
                                    "  kommune: Kragerø\n"
                                    "  år: 2018\n"
                                    "  ramme r \"R\" { 2017: 9 kr; 2018: 38 228 737 kr }\n"
                                    "  krev: r.2018 = 38 228 737 kr\n"
                                    "  \"\"\"Vi har 38,2 mill. kr, eller 38 228 737 kr.\"\"\"\n"
                                    "}\n";

START_TEST(how_far_figures_are_proven)
{
    Place p = with_plans();
    place_write(&p, "dekning.hplan", coverage_plan);
    EXPECT(0, "Tall: 25 % bevist.\nTall           i alt       bevist", "HP8010", "check",
           "--dekning", "dekning.hplan");
    EXPECT(0, "\ndekning.hplan      4      1  25 %      0   0 %      1  25 %      2  50 %\n",
           "merknad HP8010", "check", "--dekning", "dekning.hplan");
    EXPECT(0, "Løse tall i teksten:\n  dekning.hplan:6:13  38,2 mill. kr\n  … og 2 til; --max 0",
           "", "check", "--dekning", "--max=1", "dekning.hplan");
    EXPECT(0, "\nOnly typed:\n  dekning.hplan:4:23  9 kr  R, 2017\n", "", "check", "--coverage",
           "--lang=en", "dekning.hplan");
    EXPECT(0, "\ni alt              8      5  63 %", "", "check", "--dekning", "dekning.hplan",
           "god.hplan");
    EXPECT(0, "{\"coverage\":\"total\",\"figures\":4,\"proven\":1,\"supported\":0,\"typed\":1,"
              "\"loose\":2}\n{\"coverage\":\"figure\",\"cover\":\"typed\",",
           "", "check", "--dekning", "--format=json", "dekning.hplan");
    EXPECT(0, "", "", "check", "--quiet", "dekning.hplan");
    EXPECT(2, "", "gjelder ikke", "build", "--dekning", "dekning.hplan");
    place_close(&p);
}
END_TEST

START_TEST(closed_streams_are_no_place_for_plans)
{
    Place p = with_plans();
    p.without_streams = true;
    EXPECT(2, "", "", "check", "feil.hplan");
    EXPECT(2, "", "", "check", "god.hplan");
    EXPECT(0, "", "", "build", "--quiet", "god.hplan", "-o", "ut");
    p.without_streams = false;
    char *text = place_read(&p, "ut/god.md");
    ck_assert_ptr_nonnull(text);
    ck_assert_ptr_nonnull(strstr(text, "Prøve"));
    ck_assert_ptr_null(strstr(text, "i orden"));
    free(text);
    place_close(&p);
}
END_TEST

Suite *test_cli_suite(void)
{
    Suite *s = suite_create("cli");
    TCase *c = tcase_create("command");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, a_good_plan_is_in_order);
    tcase_add_test(c, a_bad_plan_is_not);
    tcase_add_test(c, names_of_verbs);
    tcase_add_test(c, help_fits_a_terminal);
    tcase_add_test(c, words_that_nobody_knows);
    tcase_add_test(c, words_are_explained);
    tcase_add_test(c, after_two_dashes_all_are_files);
    tcase_add_test(c, the_language_of_the_messages);
    tcase_add_test(c, json_is_json);
    tcase_add_test(c, sarif_and_github);
    tcase_add_test(c, colour_and_cap);
    tcase_add_test(c, known_faults_are_counted);
    tcase_add_test(c, dumps);
    tcase_add_test(c, where_a_figure_comes_from);
    tcase_add_test(c, standard_input);
    tcase_add_test(c, links_are_mended_whole);
    tcase_add_test(c, counts_are_mended_in_words);
    tcase_add_test(c, how_far_figures_are_proven);
    tcase_add_test(c, closed_streams_are_no_place_for_plans);
    suite_add_tcase(s, c);
    return s;
}
