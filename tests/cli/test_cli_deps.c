/*
 * test_cli_deps.c — --deps, read by make and by ninja: what is made anew when a file changes.
 */
#include "support/command.h"
#include "cli/plans.h"

#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char plan[] = "plan p \"P\" {\n  år: 2018\n  fakta { bruk \"del æ.hplan\" }\n}\n";
static const char part[] = "avdeling ikt \"IKT\"\n";

static char *deps_of(const Place *p, const char *verb, const char *name)
{
    Run r = run(p, verb, "min plan.hplan", "--deps", name, NULL);
    ck_assert_msg(r.code == 0, "%s: %s", verb, r.err);
    run_free(&r);
    return place_read(p, name);
}

START_TEST(names_all_files)
{
    Place p = place_open();
    place_write(&p, "min plan.hplan", plan);
    place_write(&p, "del æ.hplan", part);
    char *rule = deps_of(&p, "check", "a.ok.d");
    ck_assert_str_eq(rule, "a.ok: \\\n  min\\ plan.hplan \\\n  del\\ æ.hplan\n");
    free(rule);
    rule = deps_of(&p, "build", "b");
    ck_assert_str_eq(rule, "min\\ plan.md: \\\n  min\\ plan.hplan \\\n  del\\ æ.hplan\n");
    free(rule);
    place_write(&p, "prosjekt.hplan", "prosjekt { profiler: god-skikk }\n");
    rule = deps_of(&p, "check", "a.ok.d");
    ck_assert_str_eq(rule, "a.ok: \\\n  min\\ plan.hplan \\\n  del\\ æ.hplan \\\n  prosjekt.hplan\n");
    free(rule);
    place_close(&p);
}
END_TEST

START_TEST(hard_names)
{
    Place p = place_open();
    place_write(&p, "a#$b.hplan", GOOD_PLAN);
    Run r = run(&p, "check", "a#$b.hplan", "--deps", "#.d", NULL);
    ck_assert_int_eq(r.code, 0);
    char *rule = place_read(&p, "#.d");
    ck_assert_str_eq(rule, "\\#: \\\n  a\\#$$b.hplan\n");
    free(rule);
    run_free(&r);
    place_close(&p);
}
END_TEST

START_TEST(cannot_be_written)
{
    Place p = place_open();
    place_write(&p, "plan.hplan", GOOD_PLAN);
    place_folder(&p, "mappe");
    Run r = run(&p, "build", "plan.hplan", "--deps", "mappe", NULL);
    ck_assert_int_eq(r.code, 2);
    ck_assert_int_eq(count_of(r.err, "\n"), 1);
    ck_assert(!place_has(&p, "plan.md")); /* all of it or none */
    run_free(&r);
    r = run(&p, "check", "plan.hplan", "--deps", "mappe", NULL);
    ck_assert_int_eq(r.code, 2);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* ---- with real tools ------------------------------------------------------------------------ */

static const char makefile[] = "HPLANC := " HPLANC "\n"
                               "plan.ok: ; $(HPLANC) check -q plan.hplan --deps $@.d && touch $@\n"
                               "-include plan.ok.d\n";

static const char ninja[] = "rule check\n"
                            "  command = " HPLANC " check -q $in --deps $out.d && touch $out\n"
                            "  depfile = $out.d\n"
                            "build plan.ok: check plan.hplan\n";

/* The binary's name holds from the root of the repository; the tools run elsewhere. */
static void write_recipe(const Place *p, const char *name, const char *text)
{
    char root[2048];
    char *whole = malloc(strlen(text) + sizeof root);
    const char *at = strstr(text, HPLANC);
    ck_assert_ptr_nonnull(getcwd(root, sizeof root));
    bool absolute = HPLANC[0] == '/';
    (void)sprintf(whole, "%.*s%s%s%s", (int)(at - text), text, absolute ? "" : root,
                  absolute ? "" : "/", at);
    place_write(p, name, whole);
    free(whole);
}

/* Whole seconds apart, so that no file system's clock is too coarse. */
static void set_age(const Place *p, const char *name, int seconds_ago)
{
    char path[512];
    (void)snprintf(path, sizeof path, "%s/%s", p->folder, name);
    time_t when = time(NULL) - seconds_ago;
    struct timespec times[2] = {{.tv_sec = when}, {.tv_sec = when}};
    ck_assert_int_eq(utimensat(AT_FDCWD, path, times, 0), 0);
}

static int status_of(const Place *p, const char *command)
{
    char line[1024];
    (void)snprintf(line, sizeof line, "cd '%s' && %s >/dev/null 2>&1", p->folder, command);
    return system(line);
}

/* `build` does what is to be done; `pending` fails where there is something to do. */
static void rebuilds(const char *recipe_name, const char *recipe, const char *build,
                     const char *pending)
{
    Place p = place_open();
    place_write(&p, "plan.hplan", "plan p \"P\" {\n  år: 2018\n  fakta { bruk \"del.hplan\" }\n}\n");
    place_write(&p, "del.hplan", part);
    write_recipe(&p, recipe_name, recipe);
    set_age(&p, "plan.hplan", 60);
    set_age(&p, "del.hplan", 60);
    ck_assert_int_ne(status_of(&p, pending), 0);
    ck_assert_int_eq(status_of(&p, build), 0);
    ck_assert_int_eq(status_of(&p, pending), 0); /* nothing to do */
    set_age(&p, "del.hplan", -60);               /* changed: only the rule knows of it */
    ck_assert_int_ne(status_of(&p, pending), 0);
    place_close(&p);
}

START_TEST(make_rebuilds)
{
    rebuilds("Makefile", makefile, "make", "make -q");
}
END_TEST

START_TEST(ninja_rebuilds)
{
    rebuilds("build.ninja", ninja, "ninja", "sh -c 'ninja -n | grep -q \"no work to do\"'");
}
END_TEST

Suite *test_cli_deps_suite(void)
{
    Suite *s = suite_create("cli_deps");
    TCase *c = tcase_create("deps");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, names_all_files);
    tcase_add_test(c, hard_names);
    tcase_add_test(c, cannot_be_written);
    tcase_add_test(c, make_rebuilds);
    tcase_add_test(c, ninja_rebuilds);
    suite_add_tcase(s, c);
    return s;
}
