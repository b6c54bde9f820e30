/*
 * test_cli_files.c — files in and out: what is not there, what is not text, files that lead to one
 * another, folders, and output that is whole or not at all.
 */
#define _XOPEN_SOURCE 700 /* symlink, mkfifo */
#include "cli/plans.h"
#include "support/command.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Suite *test_cli_files_suite(void);

/* One run: its exit code, how often a code is found in it, and how many findings there are. */
static void expect(const Place *p, const char *file, int code, const char *finding, int times)
{
    Run r = run(p, "check", file, NULL);
    ck_assert_msg(r.code == code, "%s: exit %d: %s", file, r.code, r.err);
    ck_assert_msg(count_of(r.err, finding) == times, "%s: not %d of %s: %s", file, times, finding,
                  r.err);
    ck_assert_msg(count_of(r.err, ": feil HP") == times, "%s: more findings: %s", file, r.err);
    run_free(&r);
}

static void expect_message(const Place *p, const char *verb, const char *file, const char *message)
{
    Run r = run(p, verb, file, NULL);
    ck_assert_msg(r.code == 2, "%s: exit %d: %s", file, r.code, r.err);
    ck_assert_str_eq(r.out, "");
    ck_assert_str_eq(r.err, message);
    run_free(&r);
}

/* ---- what is no plan ------------------------------------------------------------------------ */

START_TEST(not_there)
{
    Place p = place_open();
    place_folder(&p, "mappe");
    expect_message(&p, "check", "borte.hplan", "hplanc: finner ikke «borte.hplan»\n");
    expect_message(&p, "build", "mappe", "hplanc: «mappe» er en mappe; si hvilken fil i den\n");
    expect_message(&p, "check", "mappe", "hplanc: det er ingen .hplan-filer i «mappe»\n");
    expect_message(&p, "check", "/dev/null", "hplanc: «/dev/null» er ikke en vanlig fil\n");
    char fifo[512];
    (void)snprintf(fifo, sizeof fifo, "%s/ror.hplan", p.folder);
    ck_assert_int_eq(mkfifo(fifo, 0600), 0);
    expect_message(&p, "check", "ror.hplan", "hplanc: «ror.hplan» er ikke en vanlig fil\n");
    place_close(&p);
}
END_TEST

/* A folder in a folder, 200 deep, is looked through; below that it is said that it is not. */
START_TEST(folders_in_folders)
{
    enum { MOST = 200 };
    Place p = place_open();
    char path[2 * MOST + 32] = "d";
    for (int deep = 1; deep < MOST; deep++, strcat(path, "/d"))
        place_folder(&p, path);
    place_folder(&p, path);
    char plan[sizeof path + 16];
    (void)snprintf(plan, sizeof plan, "%s/plan.hplan", path);
    place_write(&p, plan, "plan p \"P\" { år: 2018 }\n");
    expect(&p, "d", 0, ": feil HP", 0);
    place_folder(&p, strcat(path, "/d"));
    expect_message(&p, "check", "d",
                   "hplanc: mappene i «d» ligger mer enn 200 inni hverandre; "
                   "sjekk en mappe lenger inne\n");
    place_close(&p);
}
END_TEST

START_TEST(not_text)
{
    Place p = place_open();
    char noise[4096];
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (char)(i * 37 % 251);
    place_write(&p, "tom.hplan", "");
    place_write(&p, "merke.hplan", "\xEF\xBB\xBF"); /* a byte order mark and nothing behind it */
    place_write(&p, "prat.hplan", "# bare prat\n\n# og mer\n");
    place_write_bytes(&p, "binær.hplan", noise, sizeof noise);
    place_write(&p, "latin1.hplan", "plan p \"Pr\xF8ve\" {\n  \xE5r: 2018\n}\n");
    expect(&p, "tom.hplan", 1, "HP1026", 1);
    expect(&p, "merke.hplan", 1, "HP1026", 1);
    expect(&p, "prat.hplan", 1, "HP1026", 1);
    expect(&p, "binær.hplan", 1, "HP10", 1);
    expect(&p, "latin1.hplan", 1, "HP10", 1);
    place_close(&p);
}
END_TEST

START_TEST(too_much)
{
    Place p = place_open();
    size_t len = 6u << 20;
    char *text = malloc(len + 1);
    ck_assert_ptr_nonnull(text);
    char *at = text + sprintf(text, "plan p \"P\" { år: 2018\n");
    for (int i = 0; i < 10000; i++)
        at += sprintf(at, "kapittel \"K\" {\n");
    memset(at, '}', 10001);
    at[10001] = '\0';
    place_write(&p, "dypt.hplan", text);
    memset(text, 'x', len);
    text[len] = '\0';
    memcpy(text, "# ", 2);
    place_write(&p, "lang.hplan", text);
    free(text);
    expect(&p, "dypt.hplan", 1, "HP1024", 1);
    expect(&p, "lang.hplan", 1, "HP1023", 1);
    place_close(&p);
}
END_TEST

static char *put_times(char *at, const char *text, int times)
{
    for (int i = 0; i < times; i++)
        at += sprintf(at, "%s", text);
    return at;
}

/* A column's number has sixteen bits, and what a row lacks takes memory all the same. */
START_TEST(too_wide)
{
    static const struct {
        int columns, rows;
        const char *two_rows;
    } tables[] = {
        {10001, 0, ""},
        {9000, 450, "| b |\n| c |\n"},
        {9000, 450, "gruppe \"g\" {\n}\ngruppe \"h\" {\n}\n"},
    };
    Place p = place_open();
    char *text = malloc(1u << 20);
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char *at = text + sprintf(text, "plan p \"P\" {\nkommune: Larvik\når: 2018\ntabell t \"T\" {\n");
        at = put_times(at, "| a ", tables[i].columns);
        at = put_times(at, "|\n", 1);
        at = put_times(at, tables[i].two_rows, tables[i].rows);
        (void)put_times(at, "}\n", 2);
        place_write(&p, "bred.hplan", text);
        expect(&p, "bred.hplan", 1, "HP1024", 1);
    }
    free(text);
    place_close(&p);
}
END_TEST

START_TEST(larger_than_anything)
{
    Place p = place_open();
    char path[512];
    (void)snprintf(path, sizeof path, "%s/stor.hplan", p.folder);
    FILE *f = fopen(path, "wb");
    ck_assert_ptr_nonnull(f);
    ck_assert_int_eq(fclose(f), 0);
    ck_assert_int_eq(truncate(path, ((off_t)1 << 30) + 1), 0); /* a hole: takes no room */
    place_write(&p, "plan.hplan", "bruk \"stor.hplan\"\nplan p \"P\" { år: 2018 }\n");
    expect(&p, "stor.hplan", 1, "HP1025", 1);
    expect(&p, "plan.hplan", 1, "HP1025", 1);
    place_close(&p);
}
END_TEST

/* ---- files that lead to one another --------------------------------------------------------- */

START_TEST(rings)
{
    Place p = place_open();
    place_write(&p, "selv.hplan", "bruk \"selv.hplan\"\nplan p \"P\" { år: 2018 }\n");
    place_write(&p, "a.hplan", "bruk \"b.hplan\"\nplan a \"A\" { år: 2018 }\n");
    place_write(&p, "b.hplan", "bruk \"c.hplan\"\n");
    place_write(&p, "c.hplan", "avdeling x \"X\"\nbruk \"a.hplan\"\n");
    place_write(&p, "d.hplan", "del av \"e.hplan\"\navdeling d \"D\"\n");
    place_write(&p, "e.hplan", "del av \"d.hplan\"\navdeling e \"E\"\n");
    expect(&p, "selv.hplan", 1, "HP9004", 1);
    Run r = run(&p, "check", "a.hplan", NULL);
    ck_assert_int_eq(r.code, 1);
    ck_assert_int_eq(count_of(r.err, "feil HP9004"), 1);
    ck_assert_ptr_nonnull(strstr(r.err, "(a.hplan:1)")); /* the way round */
    ck_assert_ptr_nonnull(strstr(r.err, "(b.hplan:1)"));
    run_free(&r);
    r = run(&p, "check", "d.hplan", "e.hplan", NULL);
    ck_assert_int_eq(count_of(r.err, "feil HP9004"), 1);
    run_free(&r);
    r = run(&p, "check", NULL); /* nobody is a root of its own, and still all is checked */
    ck_assert_int_eq(r.code, 1);
    ck_assert_int_eq(count_of(r.err, "feil HP9004"), 3);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* A file that says it is part of itself is taken in by a plan, which nobody takes in: in its own
 * session or in one with the others, the ring is told, and so is what stands in it. */
START_TEST(a_ring_behind_what_is_left_out)
{
    Place p = place_open();
    place_folder(&p, "by");
    place_write(&p, "by/hel.hplan", "avdeling x \"X\"\n");
    place_write(&p, "by/plan.hplan",
                "del av \"hel.hplan\"\nplan p \"P\" {\n  år: 2018\n  bruk \"ring.hplan\"\n}\n");
    place_write(&p, "by/ring.hplan", "del av \"ring.hplan\"\nmål m \"M\" { ukjent: 3 }\n");
    Run r = run(&p, "check", "by", NULL);
    ck_assert_int_eq(count_of(r.err, "feil HP9007"), 1);
    ck_assert_int_eq(count_of(r.err, "by/ring.hplan:1:1: feil HP9004"), 1);
    ck_assert_int_eq(count_of(r.err, "by/ring.hplan:2:13: feil HP2004"), 1);
    run_free(&r);
    r = run(&p, "check", "by/hel.hplan", "by/plan.hplan", "by/ring.hplan", NULL);
    ck_assert_int_eq(count_of(r.err, "feil HP"), 3);
    run_free(&r);
    place_close(&p);
}
END_TEST

static void use_in(const Place *p, const char *path)
{
    char text[512];
    (void)snprintf(text, sizeof text, "bruk \"%s\"\nplan p \"P\" { år: 2018 }\n", path);
    place_write(p, "prosjekt/plan.hplan", text);
}

START_TEST(nothing_outside_is_read)
{
    Place p = place_open();
    char link[512], path[512];
    place_folder(&p, "prosjekt");
    place_write(&p, "hemmelig.hplan", "avdeling hemmelig \"Hemmelig\"\n");
    (void)snprintf(link, sizeof link, "%s/prosjekt/lenke.hplan", p.folder);
    ck_assert_int_eq(symlink("../hemmelig.hplan", link), 0);
    (void)snprintf(path, sizeof path, "%s/hemmelig.hplan", p.folder);
    const char *const ways[] = {"../hemmelig.hplan", "../finnes-ikke.hplan",  path, "/etc/passwd",
                                "lenke.hplan",       "x/../../hemmelig.hplan"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        use_in(&p, ways[i]);
        expect(&p, "prosjekt/plan.hplan", 1, "HP9003", 1);
    }
    place_write(&p, "prosjekt.hplan", "prosjekt {\n}\n");
    use_in(&p, "../hemmelig.hplan");
    expect(&p, "prosjekt/plan.hplan", 0, "HP", 0);
    use_in(&p, "lenke.hplan");
    expect(&p, "prosjekt/plan.hplan", 0, "HP", 0);
    place_close(&p);
}
END_TEST

START_TEST(what_a_plan_takes_in)
{
    Place p = place_open();
    place_folder(&p, "avd");
    place_write(&p, "avd/ikt.hplan", "avdeling ikt \"IKT\"\n");
    place_write(&p, "plan.hplan",
                "plan p \"P\" {\n  år: 2018\n  fakta { bruk \"avd/itk.hplan\" }\n"
                "  tiltak t \"T\" { ansvar: ikt; frist: 2018 }\n}\n");
    Run r = run(&p, "check", "plan.hplan", NULL);
    ck_assert_int_eq(r.code, 1);
    ck_assert_int_eq(count_of(r.err, ": feil HP"), 1); /* nothing that follows from it */
    ck_assert_ptr_nonnull(strstr(r.err, "plan.hplan:3:16: feil HP9001"));
    ck_assert_ptr_nonnull(strstr(r.err, "mente du «avd/ikt.hplan»?"));
    run_free(&r);
    place_write(&p, "plan.hplan",
                "bruk\nbruk \".\"\nbruk \"\"\nbruk finnesikke\n"
                "plan p \"P\" { år: 2018 }\n");
    r = run(&p, "check", "plan.hplan", NULL);
    ck_assert_int_eq(count_of(r.err, "feil HP9006"), 1);
    ck_assert_int_eq(count_of(r.err, "feil HP9002"), 1);
    ck_assert_int_eq(count_of(r.err, "feil HP9001"), 1);
    ck_assert_int_eq(count_of(r.err, "feil HP9005"), 1);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* What the missing file cannot have said is checked all the same. */
START_TEST(a_file_that_is_missing)
{
    Place p = place_open();
    place_write(&p, "plan.hplan",
                "bruk \"avdelinger.hplan\"\n"
                "plan p \"P\" {\n  år: 2018\n  ramme \"Ramme\" { 2018: 3 mill. kr }\n"
                "  mål \"Uten tiltak\" { ansvar: ikt; status: nåd }\n"
                "  avdeling s \"S\" { årsverk: 5; stilling \"Leder\" { stillingsprosent: 100 % } }\n"
                "  \"\"\"\n"
                "  {to = antall(avdeling)} {4 mill. kr = ramme.2018} [IKT](avdeling:ikt) {x.årsverk}\n"
                "  {4 mill. kr = sum(investering.beløp)}\n"
                "  \"\"\"\n"
                "  investering i \"I\" { beløp: 3 mill. kr }\n"
                "  tabell t \"T\" {\n    | Post | beløp |\n    | A | 10 |\n    | Sum | 11 |\n  }\n"
                "}\n");
    Run r = run(&p, "check", "plan.hplan", NULL);
    ck_assert_int_eq(r.code, 1);
    ck_assert_ptr_nonnull(strstr(r.err, "plan.hplan:1:6: feil HP9001"));
    ck_assert_ptr_nonnull(strstr(r.err, "plan.hplan:5:44: advarsel HP3019"));
    ck_assert_ptr_nonnull(strstr(r.err, "plan.hplan:8:28: feil HP4004"));
    ck_assert_ptr_nonnull(strstr(r.err, "plan.hplan:15:13: feil HP4001"));
    ck_assert_int_eq(count_of(r.err, " HP"), 4); /* and nothing that the file might have said */
    run_free(&r);
    r = run(&p, "build", "plan.hplan", NULL);
    ck_assert_int_eq(r.code, 1);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(parts_stand_for_the_whole)
{
    Place p = place_open();
    place_write(&p, "plan.hplan",
                "plan p \"P\" {\n  år: 2018\n"
                "  fakta { bruk \"ikt.hplan\"; bruk \"skatt.hplan\" }\n}\n");
    place_write(&p, "ikt.hplan", "del av \"plan.hplan\"\navdeling ikt \"IKT\"\n");
    place_write(&p, "skatt.hplan", "del av \"plan.hplan\"\navdeling skatt \"Skatt\"\n");
    Run r = run(&p, "check", "ikt.hplan", "skatt.hplan", "plan.hplan", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_int_eq(count_of(r.out, "\n"), 1);
    ck_assert_int_eq(count_of(r.out, "plan.hplan: i orden"), 1);
    run_free(&r);
    place_write(&p, "annen.hplan", "del av \"plan.hplan\"\navdeling annen \"Annen\"\n");
    expect(&p, "annen.hplan", 1, "HP9007", 1);
    place_write(&p, "to.hplan", "del av \"plan.hplan\"\ndel av \"ikt.hplan\"\n");
    r = run(&p, "check", "to.hplan", NULL);
    ck_assert_int_eq(count_of(r.err, "HP9008"), 1);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(whole_folders)
{
    Place p = place_open();
    place_folder(&p, "b");
    place_folder(&p, ".skjult");
    place_write(&p, ".skjult/x.hplan", "feil feil");
    place_write(&p, "b/plan.hplan",
                "plan p \"P\" {\n  år: 2018\n"
                "  fakta { bruk \"del.hplan\" }\n}\n");
    place_write(&p, "b/del.hplan", "avdeling ikt \"IKT\"\n");
    place_write(&p, "a.hplan", GOOD_PLAN);
    Run r = run(&p, "check", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_int_eq(count_of(r.out, "\n"), 2);
    ck_assert_ptr_eq(strstr(r.out, "a.hplan: i orden"), r.out);
    ck_assert_ptr_nonnull(strstr(r.out, "\nb/plan.hplan: i orden"));
    run_free(&r);
    place_close(&p);
}
END_TEST

/* Its profiles may fail any plan of the project; by itself it says nothing. */
START_TEST(settings_stand_for_their_project)
{
    Place p = place_open();
    place_folder(&p, "år 1");
    place_write(&p, "år 1/prosjekt.hplan", "prosjekt p \"P\" {\n  profiler: god-skikk\n}\n");
    place_write(&p, "år 1/a.hplan", GOOD_PLAN);
    place_write(&p, "år 1/b.hplan", BAD_PLAN);
    place_write(&p, "c.hplan", BAD_PLAN);
    expect(&p, "år 1/prosjekt.hplan", 1, "år 1/b.hplan:16:23: feil HP4001", 1);
    expect(&p, "år 1/prosjekt.hplan", 1, "HP4001", 1);
    expect_message(&p, "check", "år 2/prosjekt.hplan",
                   "hplanc: finner ikke «år 2/prosjekt.hplan»\n");
    place_close(&p);
}
END_TEST

START_TEST(a_long_chain)
{
    Place p = place_open();
    char name[32], text[128];
    for (int i = 0; i < 300; i++) {
        (void)snprintf(name, sizeof name, "f%d.hplan", i);
        (void)snprintf(text, sizeof text, "bruk \"f%d.hplan\"\navdeling a%d \"A%d\"\n", i + 1, i,
                       i);
        place_write(&p, name, text);
    }
    place_write(&p, "f300.hplan", "avdeling siste \"Siste\"\n");
    expect(&p, "f0.hplan", 1, "HP9009", 1);
    place_close(&p);
}
END_TEST

/* A file nests at most 200 deep, but one that it takes in begins anew. */
static void write_chapters(const Place *p, const char *file, const char *before, const char *inside,
                           const char *after)
{
    enum { DEEP = 150 };
    char text[DEEP * 32] = "";
    size_t n = (size_t)snprintf(text, sizeof text, "%s", before);
    for (int i = 0; i < DEEP; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "kapittel \"K\" {\n");
    n += (size_t)snprintf(text + n, sizeof text - n, "%s", inside);
    for (int i = 0; i < DEEP; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "}\n");
    (void)snprintf(text + n, sizeof text - n, "%s", after);
    place_write(p, file, text);
}

START_TEST(no_heading_is_too_deep)
{
    Place p = place_open();
    write_chapters(&p, "plan.hplan", "plan p \"P\" {\nkommune: Kragerø\når: 2026\n",
                   "bruk \"del.hplan\"\n", "}\n");
    write_chapters(&p, "del.hplan", "del av \"plan.hplan\"\n", "\"\"\"Tekst\"\"\"\n", "");
    Run r = run(&p, "build", "plan.hplan", "--to", "html", "-o", "-", NULL);
    ck_assert_msg(r.code == 0, "%s", r.err);
    ck_assert_int_eq(count_of(r.out, "<h0"), 0);
    ck_assert_int_eq(count_of(r.out, "<strong>K</strong>"), 2 * 150 - 5);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* ---- output --------------------------------------------------------------------------------- */

static void expect_old(const Place *p, const Run *r, int entries)
{
    char *text = place_read(p, "ut/plan.md");
    ck_assert_msg(r->code == 2, "exit %d: %s", r->code, r->err);
    ck_assert_int_eq(count_of(r->err, "\n"), 1);
    ck_assert_ptr_nonnull(strstr(r->err, "kan ikke skrives"));
    ck_assert_str_eq(text, "gammel");
    ck_assert_int_eq(place_count(p, "ut"), entries); /* nothing is left behind */
    free(text);
}

START_TEST(whole_or_not_at_all)
{
    Place p = place_open();
    place_folder(&p, "ut");
    place_write(&p, "ut/plan.md", "gammel");
    place_write(&p, "plan.hplan", GOOD_PLAN);
    p.file_limit = 100; /* as a full disk: writing stops on the way */
    Run r = run(&p, "build", "plan.hplan", "--to", "md,json", "-o", "ut", NULL);
    expect_old(&p, &r, 1);
    run_free(&r);
    p.file_limit = 0;
    place_folder(&p, "ut/plan.json"); /* the second cannot be written: nor is the first */
    r = run(&p, "build", "plan.hplan", "--to", "md,json", "-o", "ut", NULL);
    expect_old(&p, &r, 2);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(places_that_cannot_be_written)
{
    Place p = place_open();
    place_write(&p, "plan.hplan", GOOD_PLAN);
    place_write(&p, "fil", "x");
    const char *const folders[] = {"fil", "fil/ut", "/proc/hplanc", "/dev/null"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        Run r = run(&p, "build", "plan.hplan", "-o", folders[i], NULL);
        ck_assert_msg(r.code == 2, "%s: exit %d: %s", folders[i], r.code, r.err);
        ck_assert_int_eq(count_of(r.err, "\n"), 1);
        ck_assert_ptr_nonnull(strstr(r.err, folders[i]));
        run_free(&r);
    }
    char path[512];
    place_folder(&p, "stengt");
    (void)snprintf(path, sizeof path, "%s/stengt", p.folder);
    p.bound_by_modes = true;
    ck_assert_int_eq(chmod(path, 0500), 0);
    Run r = run(&p, "build", "plan.hplan", "-o", "stengt", NULL);
    ck_assert_int_eq(r.code, 2);
    ck_assert_ptr_nonnull(strstr(r.err, "ikke lov til å skrive"));
    run_free(&r);
    (void)snprintf(path, sizeof path, "%s/plan.md", p.folder);
    ck_assert_int_eq(symlink("/dev/full", path), 0);
    r = run(&p, "build", "plan.hplan", NULL);
    ck_assert_int_eq(r.code, 2);
    ck_assert_ptr_nonnull(strstr(r.err, "ikke en vanlig fil"));
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(building)
{
    Place p = place_open();
    place_write(&p, "plan.hplan", GOOD_PLAN);
    place_write(&p, "feil.hplan", BAD_PLAN);
    place_write(&p, "utkast.hplan", DRAFT_PLAN);
    Run r = run(&p, "build", "plan.hplan", "--to", "md,json", "-o", "a/b", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert_str_eq(r.out, "skrevet: a/b/plan.md\nskrevet: a/b/plan.json\n");
    run_free(&r);
    char *first = place_read(&p, "a/b/plan.md");
    r = run(&p, "build", "plan.hplan", "-o", "-", NULL);
    ck_assert_str_eq(r.out, first); /* the same bytes, wherever they go */
    run_free(&r);
    free(first);
    r = run(&p, "build", "feil.hplan", "-o", "c", NULL);
    ck_assert_int_eq(r.code, 1);
    ck_assert_ptr_nonnull(strstr(r.err, "blir ikke publisert"));
    ck_assert(!place_has(&p, "c"));
    run_free(&r);
    r = run(&p, "build", "utkast.hplan", "-o", "c", NULL);
    ck_assert_int_eq(r.code, 0);
    ck_assert(place_has(&p, "c/utkast.md"));
    run_free(&r);
    r = run(&p, "build", "plan.hplan", "--to=md,json", "-o", "-", NULL);
    ck_assert_int_eq(r.code, 2);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(a_link_is_written_through)
{
    Place p = place_open();
    char link[512];
    place_write(&p, "plan.hplan", GOOD_PLAN);
    place_folder(&p, "ut");
    place_write(&p, "nett.md", "gammel");
    (void)snprintf(link, sizeof link, "%s/ut/plan.md", p.folder);
    ck_assert_int_eq(symlink("../nett.md", link), 0);
    Run r = run(&p, "build", "plan.hplan", "-o", "ut", NULL);
    ck_assert_int_eq(r.code, 0);
    run_free(&r);
    char *text = place_read(&p, "nett.md");
    ck_assert_ptr_nonnull(strstr(text, "Prøve"));
    free(text);
    place_close(&p);
}
END_TEST

START_TEST(output_that_does_not_arrive)
{
    Place p = place_open();
    place_write(&p, "plan.hplan", GOOD_PLAN);
    p.output = "/dev/full";
    Run r = run(&p, "check", "plan.hplan", NULL);
    ck_assert_int_eq(r.code, 2);
    ck_assert_str_eq(r.err, "hplanc: kan ikke skrive ut: disken er full\n");
    run_free(&r);
    r = run(&p, "build", "plan.hplan", "-o", "-", NULL);
    ck_assert_int_eq(r.code, 2);
    run_free(&r);
    p.output = NULL;
    expect_run(run(&p, "build", "plan.hplan", "-o", "/proc/planer", NULL), 2, "",
               "hplanc: «/proc/planer/plan.md» kan ikke skrives: der kan det ikke lages noen mappe eller "
               "fil\n");
    p.closed_pipe = true;
    r = run(&p, "check", "plan.hplan", NULL);
    ck_assert_int_eq(r.code, 2);
    ck_assert_str_eq(r.err, "");
    run_free(&r);
    place_close(&p);
}
END_TEST

Suite *test_cli_files_suite(void)
{
    Suite *s = suite_create("cli_files");
    TCase *c = tcase_create("files");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, not_there);
    tcase_add_test(c, folders_in_folders);
    tcase_add_test(c, not_text);
    tcase_add_test(c, too_much);
    tcase_add_test(c, too_wide);
    tcase_add_test(c, larger_than_anything);
    tcase_add_test(c, rings);
    tcase_add_test(c, a_ring_behind_what_is_left_out);
    tcase_add_test(c, nothing_outside_is_read);
    tcase_add_test(c, what_a_plan_takes_in);
    tcase_add_test(c, a_file_that_is_missing);
    tcase_add_test(c, parts_stand_for_the_whole);
    tcase_add_test(c, whole_folders);
    tcase_add_test(c, settings_stand_for_their_project);
    tcase_add_test(c, a_long_chain);
    tcase_add_test(c, no_heading_is_too_deep);
    tcase_add_test(c, whole_or_not_at_all);
    tcase_add_test(c, places_that_cannot_be_written);
    tcase_add_test(c, building);
    tcase_add_test(c, a_link_is_written_through);
    tcase_add_test(c, output_that_does_not_arrive);
    suite_add_tcase(s, c);
    return s;
}
