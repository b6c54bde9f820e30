/*
 * test_cli_new.c — hplanc new as a user runs it: what it makes is sound, and takes no one's place.
 */
#include "support/command.h"
#include "support/files.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

Suite *test_cli_new_suite(void);

typedef struct Made {
    const char *words, *kind;
    const char *file[3]; /* the plans it makes */
    int entries;         /* in its folder, hidden ones too */
} Made;

static const Made made[] = {
    {"nb", "plan", {"plan.hplan"}, 1},
    {"nn", "plan", {"plan.hplan"}, 1},
    {"en", "plan", {"plan.hplan"}, 1},
    {"nb", "rapport", {"rapport.hplan"}, 1},
    {"nn", "rapport", {"rapport.hplan"}, 1},
    {"en", "report", {"report.hplan"}, 1},
    {"nb",
     "kommune",
     {"prosjekt.hplan", "handlingsplan-2031/plan.hplan", "årsmelding-2031/rapport.hplan"},
     7},
    {"nn",
     "kommune",
     {"prosjekt.hplan", "handlingsplan-2031/plan.hplan", "årsmelding-2031/rapport.hplan"},
     7},
    {"en",
     "municipality",
     {"prosjekt.hplan", "action-plan-2031/plan.hplan", "annual-report-2031/report.hplan"},
     7},
};

/* A report that stands alone is told how it could answer a plan; nothing else is said. */
static void expect_no_finding(Run r)
{
    ck_assert_msg(r.code == 0, "exit %d: %s", r.code, r.err);
    ck_assert_msg(count_of(r.err, " HP") == count_of(r.err, " HP7006"), "%s", r.err);
    run_free(&r);
}

/* In form, without any finding, and fit to be published. */
static void is_sound(const Place *p, const char *file)
{
    expect_run(run(p, "fmt", "--check", file, NULL), 0, "", "");
    expect_no_finding(run(p, "check", "--streng", file, NULL));
    if (strstr(file, "prosjekt") == NULL)
        expect_no_finding(run(p, "build", "-q", "-o", "ut", "--to", "md,json", file, NULL));
}

START_TEST(what_is_made_is_sound)
{
    const Made *row = &made[_i];
    Place p = place_open();
    expect_run(run(&p, "new", row->kind, "Nordre", "Follo", "--year", "2031", "--keywords",
                   row->words, NULL),
               0, NULL, "");
    ck_assert_int_eq(place_count(&p, "."), row->entries);
    for (int i = 0; i < 3 && row->file[i] != NULL; i++) {
        char *text = place_read(&p, row->file[i]);
        ck_assert_ptr_nonnull(text);
        ck_assert_ptr_null(strstr(text, "Kragerø"));
        ck_assert_ptr_null(strstr(text, "2026"));
        ck_assert_int_eq(count_of(text, ": Nordre Follo\n"), strstr(text, " 2031\n") != NULL);
        free(text);
        is_sound(&p, row->file[i]);
    }
    place_close(&p);
}
END_TEST

/* Each keyword language in the language of its own readers: the plan says which. */
START_TEST(without_a_place)
{
    Place p = place_open();
    p.locale = "nn_NO.UTF-8";
    expect_run(run(&p, "ny", "plan", "--år=2027", "-o", "nytt/år", NULL), 0,
               "skrive: nytt/år/plan.hplan\n", "");
    char *text = place_read(&p, "nytt/år/plan.hplan");
    ck_assert_ptr_nonnull(strstr(text, "\n  # kommune: Kragerø\n"));
    ck_assert_ptr_nonnull(strstr(text, "\n  språk: nynorsk\n"));
    free(text);
    is_sound(&p, "nytt/år/plan.hplan");
    expect_run(run(&p, "ny", "rapport", "--keywords", "en", NULL), 0, "skrive: report.hplan\n", "");
    is_sound(&p, "report.hplan");
    place_close(&p);
}
END_TEST

START_TEST(nothing_is_overwritten)
{
    Place p = place_open();
    char path[300];
    place_folder(&p, ".github");
    place_folder(&p, ".github/workflows");
    place_write(&p, ".github/workflows/planer.yml", "min\n");
    expect_run(run(&p, "new", "kommune", NULL), 2, "",
               "hplanc: «.github/workflows/planer.yml» finnes allerede, så ingenting er skrevet\n");
    ck_assert_int_eq(place_count(&p, "."), 1);
    char *text = place_read(&p, ".github/workflows/planer.yml");
    ck_assert_str_eq(text, "min\n");
    free(text);
    snprintf(path, sizeof path, "%s/plan.hplan", p.folder);
    ck_assert_int_eq(symlink("borte", path), 0);
    expect_run(run(&p, "new", "plan", NULL), 2, "",
               "hplanc: «plan.hplan» finnes allerede, så ingenting er skrevet\n");
    ck_assert(!place_has(&p, "borte"));
    place_write(&p, "fil", "");
    expect_run(run(&p, "new", "plan", "-o", "fil/ny", NULL), 2, "",
               "hplanc: «fil/ny/plan.hplan» kan ikke skrives: det er ingen mappe\n");
    place_close(&p);
}
END_TEST

/* A limit on the size of files stands for a full disk: the second file is the first too large. */
START_TEST(nothing_half_done_is_left)
{
    Place p = place_open();
    p.file_limit = 2000;
    expect_run(run(&p, "new", "kommune", "-o", "a/b", "--year", "2027", NULL), 2, "",
               "hplanc: «a/b/handlingsplan-2027/plan.hplan» kan ikke skrives: "
               "filen blir større enn det er lov til her\n");
    ck_assert_int_eq(place_count(&p, "."), 0);
    place_close(&p);
}
END_TEST

START_TEST(what_cannot_be_made)
{
    Place p = place_open();
    expect_run(run(&p, "new", NULL), 2, "",
               "hplanc: si hva som skal lages: plan, rapport eller kommune\n");
    expect_run(run(&p, "new", "komune", NULL), 2, "",
               "hplanc: jeg kan ikke lage «komune», bare plan, rapport eller kommune; "
               "mente du «kommune»?\n");
    expect_run(
        run(&p, "new", "plan", "Kragrø", NULL), 2, "",
        "hplanc: Jeg kjenner ingen kommune som heter «Kragrø»; mente du «Kragerø» (4014)?\n");
    expect_run(run(&p, "new", "plan", "Ski", "--year", "2026", NULL), 2, "",
               "hplanc: Ski var ikke en kommune i 2026; var en kommune til og med 2019\n");
    expect_run(run(&p, "new", "plan", "Ski\"\n}", NULL), 2, "",
               "hplanc: «Ski\"?}» er ikke navnet på en kommune\n");
    expect_run(run(&p, "new", "plan", "--year", "26", NULL), 2, "",
               "hplanc: «26» er ikke et årstall fra 2000 til 2099\n");
    expect_run(run(&p, "new", "plan", "-o", "-", NULL), 2, "",
               "hplanc: det som lages, er filer; si hvilken mappe de skal ligge i\n");
    ck_assert_int_eq(place_count(&p, "."), 0);
    place_close(&p);
}
END_TEST

/* The templates are plans as they lie, so that they can be edited like any other. */
START_TEST(templates_are_plans_themselves)
{
    static const char *const names[] = {"plan", "report", "project"};
    static const char *const words[] = {"nb", "nn", "en"};
    Place p = place_open();
    char file[64], wanted[64];
    for (int i = 0; i < 9; i++) {
        snprintf(file, sizeof file, HPLAN_ROOT "/templates/%s.%s.hplan", names[i / 3],
                 words[i % 3]);
        snprintf(wanted, sizeof wanted, "%d.hplan", i);
        char *text = file_expect(file, NULL);
        place_write(&p, wanted, text);
        free(text);
        expect_run(run(&p, "fmt", "--check", wanted, NULL), 0, "", "");
        expect_no_finding(run(&p, "check", "--streng", wanted, NULL));
    }
    place_close(&p);
}
END_TEST

Suite *test_cli_new_suite(void)
{
    Suite *s = suite_create("cli_new");
    TCase *c = tcase_create("new");
    tcase_set_timeout(c, 60);
    tcase_add_loop_test(c, what_is_made_is_sound, 0, (int)(sizeof made / sizeof *made));
    tcase_add_test(c, without_a_place);
    tcase_add_test(c, nothing_is_overwritten);
    tcase_add_test(c, nothing_half_done_is_left);
    tcase_add_test(c, what_cannot_be_made);
    tcase_add_test(c, templates_are_plans_themselves);
    suite_add_tcase(s, c);
    return s;
}
