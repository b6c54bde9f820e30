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
 * A block is checked in a folder of its page's own, under the name plan.hplan.
 */
#include "support/files.h"
#include "support/heard.h"

#include <check.h>
#include <dirent.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

Suite *test_docs_suite(void);

enum { MAX_PAGES = 64, MAX_CODES = 16, PATH_LEN = 512, COMMAND_LEN = 2 * PATH_LEN + 64 };

static const char wrap_head[] = "plan p \"P\" {\n"
                                "  kommune: Kragerø\n"
                                "  år: 2018\n"
                                "  periode: 2018–2021\n";
static const char wrap_tail[] = "}\n";

typedef struct Run {
    int status; /* the exit code, or -1 */
    Heard out;
} Run;

typedef struct Page {
    const char *path; /* from the root of the repository */
    Heard text;
    size_t next; /* offset of the first line not yet read */
    unsigned line;
    char folder[PATH_LEN];
    Run last; /* the answer to the last block, for people */
    bool answered;
    unsigned blocks;
    unsigned faults;
} Page;

static char pages[MAX_PAGES][PATH_LEN];
static int page_count;

/* ---- texts and files ------------------------------------------------------------------------ */

/* Hard spaces become plain ones: nobody types the others into a manual. */
static void text_soften(Heard *t)
{
    static const char hard[] = "\xC2\xA0";
    size_t to = 0;
    for (size_t from = 0; from < t->len; to++) {
        bool space = strncmp(t->bytes + from, hard, 2) == 0;
        t->bytes[to] = space ? ' ' : t->bytes[from];
        from += space ? 2 : 1;
    }
    t->bytes[to] = '\0';
    t->len = to;
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

static Run run(const Page *p, const char *options)
{
    char root[PATH_LEN], command[COMMAND_LEN];
    Run r = {.status = -1};
    ck_assert_ptr_nonnull(getcwd(root, sizeof root));
    const char *binary = HPLANC;
    const char *slash = *binary == '/' ? "" : "/";
    if (*slash == '\0')
        root[0] = '\0';
    int n = snprintf(command, sizeof command, "cd '%s' && '%s%s%s' check --lang nb %s", p->folder,
                     root, slash, HPLANC, options);
    ck_assert_int_lt(n, (int)sizeof command);
    FILE *out = popen(command, "r");
    ck_assert_ptr_nonnull(out);
    r.out.bytes = stream_read(out, &r.out.len);
    int status = pclose(out);
    if (WIFEXITED(status))
        r.status = WEXITSTATUS(status);
    return r;
}

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
static Codes codes_of(const Heard *out)
{
    Codes codes = {0};
    for (const char *at = out->bytes; *at != '\0';) {
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
    text_free(&p->last.out);
    p->last = run(p, "plan.hplan 2>&1");
    text_soften(&p->last.out);
    p->answered = true;
    Run r = run(p, "--format json plan.hplan 2>/dev/null");
    Codes found = codes_of(&r.out);
    if (found.unreadable || r.status != (found.errors > 0) || p->last.status != r.status)
        fault(p, line, "exit codes %d and %d, and findings as JSON:\n%s", p->last.status, r.status,
              r.out.bytes);
    else if (wanted == NULL && found.errors > 0)
        fault(p, line, "should be without errors, but:\n%s", p->last.out.bytes);
    else if (wanted != NULL && !codes_equal(&found, wanted))
        fault(p, line, "should have the codes named and no others, but:\n%s", p->last.out.bytes);
    text_free(&r.out);
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
        if (n > 0 && !(n == 3 && memcmp(at, "...", 3) == 0) && !has_line(p->last.out.bytes, at, n)) {
            fault(p, line, "this is no line of the answer: %.*s\n%s", (int)n, at, p->last.out.bytes);
            return;
        }
        at += n + (at[n] == '\n');
    }
}

static void block_file(const Page *p, const char *name, const Heard *block)
{
    char path[2 * PATH_LEN];
    snprintf(path, sizeof path, "%s/%s", p->folder, name);
    file_write(path, block->bytes, block->len);
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
        block_file(p, word, block);
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
    block_file(p, "plan.hplan", bit ? &whole : block);
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

static bool is_fence(const char *line, size_t len)
{
    return len >= 3 && memcmp(line, "```", 3) == 0;
}

/* Reads a page; does its blocks if run is set, else only counts those that would be run. */
static void read_page(Page *p, bool run_them)
{
    const char *line;
    size_t len;
    while (next_line(p, &line, &len)) {
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
        else if (run_them)
            do_block(p, at, info, &block);
        else
            p->blocks += strncmp(info, "hplan", 5) == 0 && strstr(info, " fil ") == NULL;
        text_free(&block);
    }
}

static void open_page(Page *p, const char *path)
{
    *p = (Page){.path = path};
    p->text.bytes = file_expect(path, &p->text.len);
}

static void remove_folder(const char *folder)
{
    char path[2 * PATH_LEN];
    DIR *dir = opendir(folder);
    ck_assert_ptr_nonnull(dir);
    for (struct dirent *e; (e = readdir(dir)) != NULL;) {
        if (e->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        unlink(path);
    }
    closedir(dir);
    rmdir(folder);
}

START_TEST(examples_of_a_page)
{
    Page p;
    open_page(&p, pages[_i]);
    const char *tmp = getenv("TMPDIR");
    snprintf(p.folder, sizeof p.folder, "%s/hplan-docs-XXXXXX", tmp != NULL ? tmp : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(p.folder));
    read_page(&p, true);
    remove_folder(p.folder);
    text_free(&p.text);
    text_free(&p.last.out);
    ck_assert_msg(p.faults == 0, "%s: %u of %u examples are not as they should be", p.path,
                  p.faults, p.blocks);
}
END_TEST

START_TEST(there_are_examples)
{
    unsigned blocks = 0;
    for (int i = 0; i < page_count; i++) {
        Page p;
        open_page(&p, pages[i]);
        read_page(&p, false);
        blocks += p.blocks;
        text_free(&p.text);
    }
    ck_assert_uint_gt(blocks, 0);
}
END_TEST

/* ---- the suite ------------------------------------------------------------------------------ */

static int by_name(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void find_pages(void)
{
    page_count = 0;
    DIR *dir = opendir(HPLAN_ROOT "/docs");
    if (dir != NULL) {
        for (struct dirent *e; (e = readdir(dir)) != NULL && page_count < MAX_PAGES - 1;) {
            size_t len = strlen(e->d_name);
            if (e->d_name[0] != '.' && len > 3 && strcmp(e->d_name + len - 3, ".md") == 0)
                snprintf(pages[page_count++], PATH_LEN, "%s/docs/%s", HPLAN_ROOT, e->d_name);
        }
        closedir(dir);
    }
    qsort(pages, (size_t)page_count, sizeof pages[0], by_name);
    if (access(HPLAN_ROOT "/README.md", R_OK) == 0)
        snprintf(pages[page_count++], PATH_LEN, "%s/README.md", HPLAN_ROOT);
}

Suite *test_docs_suite(void)
{
    find_pages();
    Suite *s = suite_create("docs");
    TCase *tc = tcase_create("manual");
    tcase_set_timeout(tc, 120);
    tcase_add_loop_test(tc, examples_of_a_page, 0, page_count);
    tcase_add_test(tc, there_are_examples);
    suite_add_tcase(s, tc);
    return s;
}
