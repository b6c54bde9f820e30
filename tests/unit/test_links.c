/*
 * test_links.c — whether a text may name another file: what the parser finds in it
 * must have been suspected, for every plan of the project and for statements written
 * in all ways that come to mind.
 */
#include "api/session.h"
#include "support/files.h"

#include <check.h>
#include <stdio.h>

Suite *test_links_suite(void);

/* Does the parser read a statement in it that names a file, be it there or not? */
static bool names_a_file(const char *text, size_t len)
{
    hplan_session *s = hplan_session_open(NULL);
    ck_assert(setjmp(s->policy.on_failure) == 0);
    FileId id = load_bytes(s, STR("plan.hplan"), text, len);
    load_follow(s, id);
    const File *file = load_file(s, id);
    bool named = file->part_of != FILE_NONE;
    for (uint32_t i = 0; i < file->uses.len && !named; i++) {
        FileId target = file->uses.at[i].target;
        named = target != FILE_NONE && load_file(s, target)->on_disk;
    }
    for (uint32_t i = 0; i < file->sink.list.len && !named; i++) {
        MsgId code = file->sink.list.at[i]->code;
        named = code == HP9001 || code == HP9002 || code == HP9003;
    }
    hplan_session_close(s);
    return named;
}

static bool suspected(const char *text, size_t len)
{
    Arena scratch;
    arena_init(&scratch, NULL);
    bool possible = links_possible(&scratch, (Str){text, (uint32_t)len});
    arena_free(&scratch);
    return possible;
}

START_TEST(every_way_to_write_it)
{
    static const char *const before[] = {
        "", "  ", "\t", "\uFEFF", "\u00A0", "mål a \"A\"; ", "plan p \"P\" { ", "plan p { ", "} ",
        "mål a {\nfrist: nå } ", "\u00A7 ", "- ", "1. ", "\"\"\"Tekst\"\"\" ", "| a | 1 |\n",
        "\u200B", "a: 1; ", "på "};
    static const char *const words[] = {
        "bruk", "Bruk", "BRUK", "use", "br\u00ADuk", "bru\u212A", "u\u017Fe", "del av", "del\tav",
        "DEL  AV", "part of", "del\u00A0av", "bruk/x", "brukere", "bruk x", "bru", "av"};
    static const char *const between[] = {"", " ", "\t\t", "\u00A0", " \u00A7 ", ".", ": ", "-",
                                          "\u2013", " 1 ", "\u200B", "\n"};
    static const char *const names[] = {"\"b.hplan\"", "«b.hplan»", "\"b.hplan", "“b.hplan”",
                                        "b.hplan"};
    unsigned named = 0, passed_over = 0;
    for (size_t b = 0; b < sizeof before / sizeof *before; b++)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            for (size_t g = 0; g < sizeof between / sizeof *between; g++)
                for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
                    char text[128];
                    int len = snprintf(text, sizeof text, "%s%s%s%s\n", before[b], words[w],
                                       between[g], names[n]);
                    bool does = names_a_file(text, (size_t)len);
                    bool may = suspected(text, (size_t)len);
                    ck_assert_msg(may || !does, "%s", text);
                    named += does;
                    passed_over += !may;
                }
    ck_assert_uint_gt(named, 2000);
    ck_assert_uint_gt(passed_over, 4000);
}
END_TEST

/* A plan, and what is left of it behind each of some places: there texts are turned inside out. */
static void try_plan(const char *path, unsigned *named, unsigned *passed_over)
{
    const hplan_host *host = hplan_host_files();
    char *text;
    size_t len;
    ck_assert_int_eq(host->read(host->context, path, &text, &len), HPLAN_OK);
    for (size_t from = 0; from < len; from += len / 8 + 1) {
        bool does = names_a_file(text + from, len - from);
        bool may = suspected(text + from, len - from);
        ck_assert_msg(may || !does, "%s from byte %zu", path, from);
        *named += does;
        *passed_over += !may;
    }
    host->release(host->context, text);
}

START_TEST(every_plan)
{
    static const char *const plans[] = {
        HPLAN_ROOT "/examples/*/*.hplan", HPLAN_ROOT "/tests/accept/*.hplan",
        HPLAN_ROOT "/tests/constructs/*.hplan", HPLAN_ROOT "/tests/diag/*.hplan",
        HPLAN_ROOT "/tests/faulty/*/*.hplan", HPLAN_ROOT "/stdlib/*.hplan"};
    unsigned named = 0, passed_over = 0;
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        glob_t files = files_named(plans[i]);
        for (size_t k = 0; k < files.gl_pathc; k++)
            try_plan(files.gl_pathv[k], &named, &passed_over);
        globfree(&files);
    }
    ck_assert_uint_gt(named, 5);
    ck_assert_uint_gt(passed_over, 1000);
}
END_TEST

Suite *test_links_suite(void)
{
    Suite *s = suite_create("links");
    TCase *c = tcase_create("links");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, every_way_to_write_it);
    tcase_add_test(c, every_plan);
    suite_add_tcase(s, c);
    return s;
}
