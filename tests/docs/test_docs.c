/*
 * test_docs.c — every example of the manual is run.
 *
 * In: the fenced blocks of README.md and of every page in docs/. The word after ``` says what a
 * block is:
 *
 *     hplan                a whole file; it must check without errors
 *     hplan feil HP4001    a whole file; HP4001 must be the only code among errors and warnings;
 *                          where several are named, each must be there and no others
 *     hplan-bit ...        the same two for a fragment, which is put inside a small plan for
 *                          Kragerø in 2018
 *     hplan fil NAME       a file that later blocks of the page take in with `bruk`; not run by
 *                          itself
 *     svar                 what `hplanc check` says of the block before it: each line must be a
 *                          line of the answer, and `...` stands for lines left out
 *
 * A block is checked in a folder of its page's own, under the name plan.hplan. And a page that
 * lists its sections lists all of them, in their order.
 */
#include "support/command.h"
#include "support/files.h"
#include "support/heard.h"

#include <check.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_docs_suite(void);

enum { MAX_CODES = 16 };

static const char wrap_head[] = "plan p \"P\" {\n"
                                "  kommune: Kragerø\n"
                                "  år: 2018\n"
                                "  periode: 2018–2021\n";
static const char wrap_tail[] = "}\n";

typedef struct Page {
    const char *path; /* from the root of the repository */
    Heard text;
    size_t next; /* offset of the first line not yet read */
    unsigned line;
    Place place;
    Run last; /* the answer to the last block, for people */
    bool answered;
    unsigned blocks;
    unsigned faults;
} Page;

/* ---- texts and files ------------------------------------------------------------------------ */

/* Hard spaces become plain ones: nobody types the others into a manual. */
static void soften(char *text)
{
    static const char hard[] = "\xC2\xA0";
    char *to = text;
    for (const char *from = text; *from != '\0'; to++) {
        bool space = strncmp(from, hard, 2) == 0;
        *to = space ? ' ' : *from;
        from += space ? 2 : 1;
    }
    *to = '\0';
}

static void text_free(Heard *t)
{
    free(t->bytes);
    *t = (Heard){0};
}

/* ---- what is wrong on a page ---------------------------------------------------------------- */

__attribute__((format(printf, 3, 4))) static void fault(Page *p, unsigned line, const char *form,
                                                        ...)
{
    va_list args;
    va_start(args, form);
    fprintf(stderr, "%s:%u: ", p->path, line);
    vfprintf(stderr, form, args);
    fputc('\n', stderr);
    va_end(args);
    p->faults++;
}

/* ---- running the compiler ------------------------------------------------------------------- */

typedef struct Codes {
    char at[MAX_CODES][8];
    unsigned count;
    unsigned errors;
    bool unreadable; /* the answer is no JSON, or there are too many */
} Codes;

static void codes_add(Codes *c, const char *code)
{
    for (unsigned i = 0; i < c->count; i++)
        if (strcmp(c->at[i], code) == 0)
            return;
    if (c->count == MAX_CODES)
        c->unreadable = true;
    else
        snprintf(c->at[c->count++], sizeof c->at[0], "%s", code);
}

static bool codes_equal(const Codes *a, const Codes *b)
{
    Codes both = *a;
    for (unsigned i = 0; i < b->count; i++)
        codes_add(&both, b->at[i]);
    return a->count == b->count && both.count == a->count && !a->unreadable && !b->unreadable;
}

/* The codes among errors and warnings. */
static Codes codes_of(const char *out)
{
    Codes codes = {0};
    for (const char *at = out; *at != '\0';) {
        size_t len = strcspn(at, "\n");
        json_t *finding = len > 0 ? json_loadb(at, len, 0, NULL) : NULL;
        const char *name = json_string_value(json_object_get(finding, "code"));
        const char *severity = json_string_value(json_object_get(finding, "severity"));
        if (name == NULL || severity == NULL) {
            codes.unreadable |= len > 0;
        } else if (strcmp(severity, "note") != 0) {
            codes.errors += strcmp(severity, "error") == 0;
            codes_add(&codes, name);
        }
        json_decref(finding);
        at += len + (at[len] == '\n');
    }
    return codes;
}

/* ---- blocks --------------------------------------------------------------------------------- */

/* wanted: the codes that must be found; NULL: no errors. */
static void check_block(Page *p, unsigned line, const Codes *wanted)
{
    run_free(&p->last);
    p->last = run(&p->place, "check", "--lang", "nb", "plan.hplan", NULL);
    soften(p->last.out);
    soften(p->last.err);
    p->answered = true;
    Run r = run(&p->place, "check", "--lang", "nb", "--format", "json", "plan.hplan", NULL);
    Codes found = codes_of(r.out);
    if (found.unreadable || r.code != (found.errors > 0) || p->last.code != r.code)
        fault(p, line, "exit codes %d and %d, and findings as JSON:\n%s", p->last.code, r.code,
              r.out);
    else if (wanted == NULL && found.errors > 0)
        fault(p, line, "should be without errors, but:\n%s", p->last.err);
    else if (wanted != NULL && !codes_equal(&found, wanted))
        fault(p, line, "should have the codes named and no others, but:\n%s", p->last.err);
    run_free(&r);
    p->blocks++;
}

static bool has_line(const char *text, const char *line, size_t len)
{
    for (const char *at = text; *at != '\0';) {
        size_t n = strcspn(at, "\n");
        if (n == len && memcmp(at, line, n) == 0)
            return true;
        at += n + (at[n] == '\n');
    }
    return false;
}

static void check_answer(Page *p, unsigned line, const Heard *block)
{
    if (!p->answered) {
        fault(p, line, "an answer with no example before it");
        return;
    }
    for (const char *at = block->bytes; *at != '\0';) {
        size_t n = strcspn(at, "\n");
        if (n > 0 && !(n == 3 && memcmp(at, "...", 3) == 0) && !has_line(p->last.err, at, n) &&
            !has_line(p->last.out, at, n)) {
            fault(p, line, "this is no line of the answer: %.*s\n%s%s", (int)n, at, p->last.err,
                  p->last.out);
            return;
        }
        at += n + (at[n] == '\n');
    }
}

static void wrapped(Heard *to, const Heard *block)
{
    hear(to, wrap_head, strlen(wrap_head));
    for (const char *at = block->bytes; *at != '\0';) {
        size_t n = strcspn(at, "\n");
        hear(to, "  ", n > 0 ? 2 : 0);
        hear(to, at, n);
        hear(to, "\n", 1);
        at += n + (at[n] == '\n');
    }
    hear(to, wrap_tail, strlen(wrap_tail));
}

/* info: what stands after ``` */
static void do_block(Page *p, unsigned line, char *info, const Heard *block)
{
    const char *kind = strtok(info, " ");
    if (kind != NULL && strcmp(kind, "svar") == 0)
        check_answer(p, line, block);
    if (kind == NULL || strncmp(kind, "hplan", 5) != 0)
        return;
    const char *verb = strtok(NULL, " ");
    bool bit = strcmp(kind, "hplan-bit") == 0, faulty = verb != NULL && strcmp(verb, "feil") == 0;
    Codes wanted = {0};
    const char *word = strtok(NULL, " ");
    if (verb != NULL && strcmp(verb, "fil") == 0 && word != NULL && strchr(word, '/') == NULL) {
        place_write_bytes(&p->place, word, block->bytes, block->len);
        return;
    }
    for (; faulty && word != NULL; word = strtok(NULL, " "))
        codes_add(&wanted, word);
    if ((!bit && strcmp(kind, "hplan") != 0) || (verb != NULL && wanted.count == 0)) {
        fault(p, line, "no such mark: %s", kind);
        return;
    }
    Heard whole = {0};
    if (bit)
        wrapped(&whole, block);
    place_write(&p->place, "plan.hplan", bit ? whole.bytes : block->bytes);
    text_free(&whole);
    check_block(p, line, faulty ? &wanted : NULL);
}

/* ---- pages ---------------------------------------------------------------------------------- */

static bool next_line(Page *p, const char **line, size_t *len)
{
    if (p->next >= p->text.len)
        return false;
    *line = p->text.bytes + p->next;
    *len = strcspn(*line, "\n");
    p->next += *len + 1;
    p->line++;
    return true;
}

/* The first line of it; NULL: the page has none. */
static const char *list_of_sections(const char *text)
{
    const char *list = strstr(text, "\n- [");
    bool listed = list != NULL && strncmp(list + strcspn(list, "]"), "](#", 3) == 0;
    return listed ? list + 1 : NULL;
}

/* `next`: the first line of the list that has not been met. */
static void in_list(Page *p, const char *title, size_t len, const char **next)
{
    if (strncmp(*next, "- [", 3) != 0 || strncmp(*next + 3, title, len) != 0 ||
        strncmp(*next + 3 + len, "](#", 3) != 0)
        fault(p, p->line, "«%.*s» is missing in the list of sections, or out of order", (int)len,
              title);
    else
        *next += strcspn(*next, "\n") + 1;
}

static bool is_fence(const char *line, size_t len)
{
    return len >= 3 && memcmp(line, "```", 3) == 0;
}

static void read_page(Page *p)
{
    const char *line;
    size_t len;
    const char *list = list_of_sections(p->text.bytes);
    while (next_line(p, &line, &len)) {
        if (list != NULL && len > 3 && memcmp(line, "## ", 3) == 0)
            in_list(p, line + 3, len - 3, &list);
        size_t blanks = strspn(line, " \t");
        if (blanks > 0 && blanks < len && is_fence(line + blanks, len - blanks))
            fault(p, p->line, "an indented ``` is not seen by this test");
        if (!is_fence(line, len))
            continue;
        char info[128];
        unsigned at = p->line;
        bool closed = false;
        Heard block = {0};
        hear(&block, "", 0);
        snprintf(info, sizeof info, "%.*s", (int)(len - 3), line + 3);
        while (!closed && next_line(p, &line, &len)) {
            closed = is_fence(line, len);
            if (!closed)
                hear(&block, line, len + (line[len] == '\n'));
        }
        if (!closed)
            fault(p, at, "a block that is not closed");
        else
            do_block(p, at, info, &block);
        text_free(&block);
    }
}

static void do_page(const char *path, unsigned *blocks, unsigned *faults)
{
    Page p = {.path = path};
    p.text.bytes = file_expect(path, &p.text.len);
    p.place = place_open();
    read_page(&p);
    place_close(&p.place);
    text_free(&p.text);
    run_free(&p.last);
    *blocks += p.blocks;
    *faults += p.faults;
}

START_TEST(every_example)
{
    unsigned blocks = 0, faults = 0;
    glob_t pages = files_named(HPLAN_ROOT "/docs/*.md");
    for (size_t i = 0; i < pages.gl_pathc; i++)
        do_page(pages.gl_pathv[i], &blocks, &faults);
    do_page(HPLAN_ROOT "/README.md", &blocks, &faults);
    globfree(&pages);
    ck_assert_msg(faults == 0, "%u of %u examples are not as they should be", faults, blocks);
    ck_assert_uint_gt(blocks, 50);
}
END_TEST

Suite *test_docs_suite(void)
{
    Suite *s = suite_create("docs");
    TCase *tc = tcase_create("manual");
    tcase_set_timeout(tc, 120);
    tcase_add_test(tc, every_example);
    suite_add_tcase(s, tc);
    return s;
}
