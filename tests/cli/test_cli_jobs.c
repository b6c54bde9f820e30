/*
 * test_cli_jobs.c — folders of plans on several threads: the same findings in the same order,
 * however many there are, and the same as the library gives without any.
 */
#include "support/command.h"
#include "cli/plans.h"

#include "hplan/ide.h"
#include "support/heard.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Rings, parts that are taken in and parts that are left out, settings shared by two plans, a
 * fault in a shared file, one plan that cannot be read, and one that is no text. */
static void write_corpus(const Place *p)
{
    place_folder(p, "by");
    place_folder(p, "bygd");
    place_write(p, "a.hplan", "bruk \"b.hplan\"\n");
    place_write(p, "b.hplan", "bruk \"a.hplan\"\n");
    place_write(p, "by/prosjekt.hplan", "prosjekt { profiler: god-skik }\n");
    place_write(p, "by/felles.hplan", "avdeling ikt \"IKT\"\navdeling ikt \"Igjen\"\n");
    for (int i = 0; i < 12; i++) {
        char name[32], text[256];
        (void)snprintf(name, sizeof name, "by/plan%02d.hplan", i);
        (void)snprintf(text, sizeof text,
                       "plan p%d \"P\" {\n  år: 2018\n  bruk \"felles.hplan\"\n"
                       "  mål m \"M\" { ansvar: ikkt }\n}\n",
                       i);
        place_write(p, name, text);
    }
    place_write(p, "by/del.hplan", "del av \"plan03.hplan\"\navdeling x \"X\"\n");
    place_write(p, "by/ring1.hplan", "del av \"ring2.hplan\"\n");
    place_write(p, "by/ring2.hplan", "del av \"ring1.hplan\"\n");
    place_write(p, "bygd/god.hplan", GOOD_PLAN);
    place_write_bytes(p, "bygd/bilde.hplan", "\x89PNG\0\1\2", 7);
}

static Run check_with(const Place *p, const char *format, const char *jobs)
{
    return run(p, "check", ".", "--format", format, "--jobs", jobs, NULL);
}

START_TEST(any_number_of_threads)
{
    static const char *const formats[] = {"text", "json", "sarif", "github"};
    static const char *const jobs[] = {"2", "3", "16", "400"};
    Place p = place_open();
    write_corpus(&p);
    for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
        Run one = check_with(&p, formats[f], "1");
        ck_assert_int_eq(one.code, 1);
        for (size_t j = 0; j < sizeof jobs / sizeof *jobs; j++) {
            Run many = check_with(&p, formats[f], jobs[j]);
            ck_assert_int_eq(many.code, 1);
            ck_assert_str_eq(many.out, one.out);
            ck_assert_str_eq(many.err, one.err);
            run_free(&many);
        }
        run_free(&one);
    }
    place_close(&p);
}
END_TEST

START_TEST(shared_faults_once)
{
    Place p = place_open();
    write_corpus(&p);
    Run r = check_with(&p, "json", "4");
    ck_assert_int_eq(count_of(r.out, "\"HP2003\""), 1);  /* in felles.hplan, taken in twelve times */
    ck_assert_int_eq(count_of(r.out, "\"HP2002\""), 12); /* in each plan */
    ck_assert_int_eq(count_of(r.out, "\"HP9005\""), 1);  /* in prosjekt.hplan */
    ck_assert_int_eq(count_of(r.out, "\"HP9007\""), 1);  /* del.hplan, which plan03 leaves out */
    ck_assert_int_eq(count_of(r.out, "\"HP9004\""), 2);  /* two rings */
    run_free(&r);
    place_close(&p);
}
END_TEST

/* ---- the library, with and without a crew --------------------------------------------------- */

/* From the last to the first: what comes out must not depend on who comes first. */
static void backwards(void *context, size_t count, void (*work)(void *to, size_t i), void *to)
{
    (void)context;
    while (count > 0)
        work(to, --count);
}

static void tell_range(hplan_session *s, hplan_range range, const char *what, Heard *text)
{
    char line[512];
    const char *path = hplan_file_path(s, range.file);
    (void)hear(text, line, (size_t)snprintf(line, sizeof line, "%s %s", what, path ? path : "-"));
    for (int unit = HPLAN_COLUMNS_UTF8; unit <= HPLAN_COLUMNS_UTF16; unit++) {
        hplan_position at = hplan_position_of(s, range.file, range.start, (hplan_columns)unit);
        hplan_position end = hplan_position_of(s, range.file, range.end, (hplan_columns)unit);
        (void)hear(text, line, (size_t)snprintf(line, sizeof line, " %zu:%zu-%zu:%zu %zu", at.line,
                                                at.column, end.line, end.column,
                                                hplan_offset_at(s, range.file, at,
                                                                (hplan_columns)unit)));
    }
    (void)hear(text, "\n", 1);
}

/* What an editor would be told of each finding. */
static void tell_pieces(hplan_session *s, Heard *text)
{
    hplan_finding one;
    for (size_t n = 0; hplan_ide_finding(s, n, &one) == HPLAN_OK; n++) {
        tell_range(s, one.range, one.code, text);
        for (size_t i = 0; i < one.place_count; i++)
            tell_range(s, one.places[i].range, one.places[i].text, text);
        for (size_t i = 0; i < one.edits.count; i++)
            tell_range(s, one.edits.at[i].range, one.edits.at[i].text, text);
    }
}

static void told(const char *folder, hplan_crew *crew, Heard *text)
{
    hplan_options options = {.lang = HPLAN_LANG_NB, .coverage = true, .crew = crew};
    hplan_session *s = hplan_session_open(&options);
    ck_assert_int_eq(hplan_folder_add(s, folder), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    ck_assert_int_eq(hplan_findings_write(s, HPLAN_FORM_JSON, NULL, hear, text), HPLAN_OK);
    ck_assert_int_eq(hplan_findings_write(s, HPLAN_FORM_TEXT, NULL, hear, text), HPLAN_OK);
    ck_assert_int_eq(hplan_coverage_write(s, HPLAN_FORM_TEXT, NULL, hear, text), HPLAN_OK);
    tell_pieces(s, text);
    for (size_t i = 0; i < hplan_root_count(s); i++) {
        ck_assert_int_eq(hplan_root_summary(s, i, hear, text), HPLAN_OK);
        if (crew != NULL)
            ck_assert_int_eq(hplan_report_write(s, i, "md", hear, text), HPLAN_MISUSE);
    }
    hplan_session_close(s);
}

START_TEST(one_session_or_many)
{
    static const char *const folders[] = {"examples", "tests/diag", "tests/accept", "tests/faulty"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char folder[256];
        Heard one = {0};
        Heard many = {0};
        (void)snprintf(folder, sizeof folder, HPLAN_ROOT "/%s", folders[i]);
        told(folder, NULL, &one);
        told(folder, backwards, &many);
        ck_assert_str_eq(many.bytes, one.bytes);
        free(one.bytes);
        free(many.bytes);
    }
}
END_TEST

/* Of the files themselves there is nothing: a text that is gone is not an empty one, and what a
 * change would do to those plans cannot be tried. */
START_TEST(what_a_crew_keeps)
{
    Place p = place_open();
    hplan_options options = {.crew = backwards};
    hplan_session *s = hplan_session_open(&options);
    static const char own[] = "plan q \"Q\" { år: 2018; avdeling ett \"En\" }\n";
    size_t len = 1, file = 0;
    hplan_edits edits;
    hplan_ranges left;
    hplan_ide_symbols symbols;
    const char *why;
    place_write(&p, "a.hplan", "plan a \"A\" { bruk \"b.hplan\" }\n");
    place_write(&p, "b.hplan", "avdeling b \"B\"\navdeling b \"B\"\n");
    ck_assert_int_eq(hplan_bytes_add(s, "q.hplan", own, strlen(own)), HPLAN_OK);
    ck_assert_int_eq(hplan_folder_add(s, p.folder), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    for (size_t i = 1; i < hplan_file_count(s); i++) {
        const char *path = hplan_file_path(s, i);
        ck_assert(path != NULL && hplan_file_find(s, path, &file) && file == i);
        ck_assert_ptr_null(hplan_file_text(s, i, &len));
        ck_assert_uint_eq(len, 0);
        ck_assert_int_eq(hplan_ide_symbols_of(s, i, &symbols), HPLAN_UNKNOWN);
    }
    file = 0;
    ck_assert_str_eq(hplan_file_text(s, 0, &len), own);
    size_t name = (size_t)(strstr(own, "ett") - own);
    ck_assert_int_eq(hplan_ide_rename(s, 0, name, "to", &edits, &why), HPLAN_MISUSE);
    ck_assert_int_eq(hplan_ide_keywords(s, &file, 1, HPLAN_LANG_EN, &edits, &left), HPLAN_MISUSE);
    hplan_session_close(s);
    place_close(&p);
}
END_TEST

/* What the parts in a folder belong to may lie outside it, be a part itself or take in others that
 * were found; one is there twice, because the folder in which it lies is named as well. */
START_TEST(parts_of_what_lies_elsewhere)
{
    char folder[300];
    Heard one = {0};
    Heard many = {0};
    Place p = place_open();
    place_folder(&p, "deler");
    place_write(&p, "prosjekt.hplan", "prosjekt { profiler: god-skik }\n");
    place_write(&p, "hele.hplan",
                "plan p \"P\" {\n  bruk \"mellom.hplan\"\n  bruk \"deler/taus.hplan\"\n}\n");
    place_write(&p, "mellom.hplan", "del av \"hele.hplan\"\nbruk \"deler/a.hplan\"\n");
    place_write(&p, "deler/a.hplan", "del av \"../mellom.hplan\"\navdeling a \"A\"\n");
    place_write(&p, "deler/b.hplan", "del av \"../mellom.hplan\"\navdeling b \"B\"\n");
    place_write(&p, "deler/c.hplan", "del av \"../borte.hplan\"\navdeling c \"C\"\n");
    place_write(&p, "deler/taus.hplan", "avdeling t \"T\"\navdeling t \"Igjen\"\n");
    (void)snprintf(folder, sizeof folder, "%s/deler", p.folder);
    told(folder, NULL, &one);
    told(folder, backwards, &many);
    ck_assert_str_eq(many.bytes, one.bytes);
    ck_assert_int_eq(count_of(one.bytes, "\"HP2003\""), 1); /* of taus.hplan, with the whole */
    ck_assert_int_eq(count_of(one.bytes, "\"HP9007\""), 1); /* of b.hplan */
    ck_assert_int_eq(count_of(one.bytes, "\"HP9001\""), 1); /* of c.hplan */
    Run once = run(&p, "check", ".", "--format", "json", NULL);
    Run twice = run(&p, "check", ".", "deler", "--format", "json", NULL);
    ck_assert_str_eq(twice.out, once.out);
    run_free(&once);
    run_free(&twice);
    free(one.bytes);
    free(many.bytes);
    place_close(&p);
}
END_TEST

/* A part of a file that another one takes in, in a ring: nobody checks that
 * file for the part's sake. */
START_TEST(part_of_a_ring)
{
    Place p = place_open();
    place_write(&p, "a.hplan", "bruk \"b.hplan\"\navdeling a \"A\"\navdeling a \"Igjen\"\n");
    place_write(&p, "b.hplan", "bruk \"a.hplan\"\n");
    place_write(&p, "del.hplan", "del av \"b.hplan\"\navdeling d \"D\"\n");
    Run r = run(&p, "check", ".", "--format", "json", NULL);
    ck_assert_int_eq(count_of(r.out, "\"HP9004\""), 1);
    ck_assert_int_eq(count_of(r.out, "\"HP2003\""), 1);
    ck_assert_int_eq(count_of(r.out, "\"HP9007\""), 1);
    run_free(&r);
    place_close(&p);
}
END_TEST

/* A part that takes in what it belongs to: the ring is told, and what is wrong in the plan. So is
 * what stands in a file that only a part takes in which nobody takes in itself. */
START_TEST(part_takes_in_its_whole)
{
    Heard one = {0};
    Heard many = {0};
    Place p = place_open();
    place_write(&p, "a.hplan", "bruk \"c.hplan\"\nmål m \"M\" { frist: 31.13.2018 }\n");
    place_write(&p, "c.hplan", "bruk \"a.hplan\"\ndel av \"a.hplan\"\n");
    place_write(&p, "e.hplan", "avdeling e \"E\"\n");
    place_write(&p, "f.hplan", "del av \"e.hplan\"\nbruk \"g.hplan\"\n");
    place_write(&p, "g.hplan", "avdeling g \"G\"\navdeling g \"Igjen\"\n");
    told(p.folder, NULL, &one);
    told(p.folder, backwards, &many);
    ck_assert_str_eq(many.bytes, one.bytes);
    ck_assert_int_eq(count_of(many.bytes, "\"code\":\"HP1027\""), 1);
    ck_assert_int_eq(count_of(many.bytes, "\"code\":\"HP9004\""), 1);
    ck_assert_int_eq(count_of(many.bytes, "\"code\":\"HP2003\""), 1);
    free(one.bytes);
    free(many.bytes);
    place_close(&p);
}
END_TEST

/* The n-th block cannot be had, in whichever session that is: one status, and nothing leaks. */
START_TEST(memory_runs_out)
{
    bool done = false;
    for (long n = 1; !done; n++) {
        hplan_options options = {.crew = backwards, .allocations = n};
        hplan_session *s = hplan_session_open(&options);
        if (s == NULL)
            continue;
        hplan_status status = hplan_folder_add(s, HPLAN_ROOT "/tests/accept");
        if (status == HPLAN_OK)
            status = hplan_session_check(s);
        ck_assert_msg(status == HPLAN_OK || status == HPLAN_NOMEM, "status %d", (int)status);
        done = status == HPLAN_OK;
        hplan_session_close(s);
    }
}
END_TEST

START_TEST(wrong_numbers)
{
    static const char *const wrong[] = {"mange", "-1", "1.5", "99999999999"};
    Place p = place_open();
    place_write(&p, "plan.hplan", GOOD_PLAN);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        Run r = run(&p, "check", "--jobs", wrong[i], NULL);
        ck_assert_int_eq(r.code, 2);
        ck_assert_int_eq(count_of(r.err, "\n"), 2); /* and where help is */
        run_free(&r);
    }
    place_close(&p);
}
END_TEST

Suite *test_cli_jobs_suite(void)
{
    Suite *s = suite_create("cli_jobs");
    TCase *c = tcase_create("jobs");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, any_number_of_threads);
    tcase_add_test(c, shared_faults_once);
    tcase_add_test(c, one_session_or_many);
    tcase_add_test(c, what_a_crew_keeps);
    tcase_add_test(c, parts_of_what_lies_elsewhere);
    tcase_add_test(c, part_of_a_ring);
    tcase_add_test(c, part_takes_in_its_whole);
    tcase_add_test(c, memory_runs_out);
    tcase_add_test(c, wrong_numbers);
    suite_add_tcase(s, c);
    return s;
}
