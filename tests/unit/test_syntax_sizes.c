/*
 * test_syntax_sizes.c — texts that are made to be slow, deep or large: each is read in a time that
 * grows with its size and no faster, with few findings, and no stack or memory runs out.
 */
#include "support/syntax_fixture.h"

#include <check.h>
#include <stdlib.h>
#include <time.h>

Suite *test_syntax_sizes_suite(void);

typedef struct Row {
    const char *before, *piece;
    uint32_t times;
    const char *after;
    const char *codes; /* NULL: any */
} Row;

static char *make(const Row *row, uint32_t times, size_t *len)
{
    size_t before = strlen(row->before), piece = strlen(row->piece), after = strlen(row->after);
    *len = before + piece * times + after;
    char *text = malloc(*len + 1), *at = text;
    memcpy(at, row->before, before);
    at += before;
    for (uint32_t i = 0; i < times; i++, at += piece)
        memcpy(at, row->piece, piece);
    memcpy(at, row->after, after + 1);
    return text;
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static double run(const Row *row, uint32_t times)
{
    Parsed p;
    size_t len;
    char *text = make(row, times, &len);
    double start = seconds();
    parsed_open(&p, text, len);
    parsed_prose(&p);
    double took = seconds() - start;
    if (row->codes != NULL) {
        Str codes = parsed_codes(&p);
        ck_assert_msg(str_eq(codes, str_from(row->codes)), "%.20s… %.10s: %.*s", row->before,
                      row->piece, (int)(codes.len > 60 ? 60 : codes.len), codes.ptr);
    }
    parsed_close(&p);
    free(text);
    return took;
}

#define MIB (1u << 20)

static const Row rows[] = {
    {"", "mål a\n", 100000, "", ""},                      /* siblings */
    {"a: ", "x ", 2 * MIB - 100, "", ""},                 /* a line just below the limit */
    {"a: ", "x ", 2 * MIB + 100, "", "HP1023"},           /* … and above it */
    {"a: ", "\"x\" ", MIB - 100, "", ""},                 /* strings on one line */
    {"a; ", "\"\"\"x\"\"\";", MIB / 2 - 100, "", ""},     /* text blocks on one line */
    {"", "|", 1000000, "\n", ""},                         /* bars */
    {"| a | b |\n", "| 1 | 2 |\n", 200000, "", ""},
    {"| a | b |\n", "x\ty\n", 200000, "", "HP1021"},
    {"| a | b |\n", "\n#x\n", 200000, "| c | d |\n", ""},
    {"", "\"", 1000001, "", NULL},                        /* quotation marks */
    {"", "a \"x\n", 100000, "", NULL},
    {"", "«", 1000000, "", "HP1003"},
    {"", "“", 1000001, "", NULL},
    {"", "\"\"\"\n", 100001, "", "HP1004"},
    {"", "\"\"\"\n{ x\n\"\"\"\n", 100000, "", NULL},
    {"", "a { ", 10000, "", "HP1024"},                    /* braces, open */
    {"a: ", "(", MIB, "", "HP1024"},
    {"a: ", "f(", MIB, "", "HP1024"},
    {"a: ", "- ", MIB, "", "HP1009"},
    {"a: ", "1 + ", MIB - 100, "", "HP1024"},
    {"", "}", 1000000, "", NULL},
    {"", "{}", 300000, "", NULL},
    {"", ";", MIB, "", ""},
    {"", ":", MIB, "", "HP1007"},
    {"", "¤", MIB, "", "HP1002"},
    {"a: ", "1,", MIB, "", "HP1010"},
    {"a: ", "1, ", 300000, "", "HP1009"},
    {"a: ", "1.", MIB, "", "HP1002"},
    {"a: ", "a.", MIB, "", "HP1002"},
    {"a: ", "1-", MIB, "", NULL},
    {"a: ", "1/", MIB, "", NULL},
    {"a: ", "1", 4 * MIB - 100, "", ""},
    {"a: https://", ")", MIB, "", NULL},
    {"a: https://x.no/", "(})", 300000, "", NULL},
    {"", "a\xC2\xAD", MIB, "", "HP1018"},
    {"\"\"\"\n", "{ \" ", 300000, "\n\"\"\"\n", "HP8002"},
    {"\"\"\"\n", "{ ", MIB, "\n\"\"\"\n", "HP8002"},
    {"", "a \"x }}}}}}}} {{{{\n", 50000, "", NULL},
    {"                ", "a: );", 300000, "", NULL},
    {"", "\n", 4 * MIB, "", ""},
};

/* A tenth of the text must not take a tenth of a tenth of the time: twice the size may take three
 * times as long, with room for a machine that has other things to do. */
START_TEST(linear)
{
    const Row *row = &rows[_i];
    double whole = run(row, row->times);
    ck_assert_msg(whole < 10, "%.10s: %.1f s", row->piece, whole);
    if (whole < 0.2)
        return;
    Row half = *row;
    half.codes = NULL;
    double part = run(&half, row->times / 8);
    ck_assert_msg(whole < 30 * part + 0.2, "%.10s: %.3f s and %.3f s for an eighth", row->piece,
                  whole, part);
}
END_TEST

/* 10 000 nested braces, closed again, and what comes after them is still read. */
START_TEST(deep)
{
    Parsed p;
    size_t open_len, close_len;
    Row opening = {"", "a {\n", 10000, "", NULL}, closing = {"", "}\n", 10000, "b: 1\n", NULL};
    char *open_text = make(&opening, 10000, &open_len);
    char *close_text = make(&closing, 10000, &close_len);
    char *text = malloc(open_len + close_len + 1);
    memcpy(text, open_text, open_len);
    memcpy(text + open_len, close_text, close_len + 1);
    parsed_open(&p, text, open_len + close_len);
    ck_assert(str_eq(parsed_codes(&p), STR("HP1024")));
    NodeRef last = tree_next(p.tree, tree_child(p.tree, p.tree->root));
    ck_assert_uint_eq(tree_node(p.tree, last)->kind, N_PROP);
    Buf b;
    buf_init(&b, &p.arena);
    tree_dump(&b, p.tree);
    parsed_close(&p);
    free(text);
    free(open_text);
    free(close_text);
}
END_TEST

/* Up to the limit all is well: 200 levels, and each may be as intricate as the grammar allows. */
START_TEST(at_the_limit)
{
    Row braces = {"", "a: 1 {", 200, "", NULL};
    Parsed p;
    size_t len;
    char *text = make(&braces, 200, &len);
    char *closed = malloc(len + 201);
    memcpy(closed, text, len);
    memset(closed + len, '}', 200);
    parsed_open(&p, closed, len + 200);
    ck_assert_uint_eq(p.sink.list.len, 0);
    parsed_close(&p);
    free(closed);
    free(text);

    Row parens = {"a: ", "b = c + d * - e f(1, ", 200, "1", NULL};
    text = make(&parens, 200, &len);
    closed = malloc(len + 201);
    memcpy(closed, text, len);
    memset(closed + len, ')', 200);
    parsed_open(&p, closed, len + 200);
    ck_assert_uint_eq(p.sink.list.len, 0);
    Buf b;
    buf_init(&b, &p.arena);
    tree_dump(&b, p.tree);
    parsed_close(&p);
    free(closed);
    free(text);
}
END_TEST

/* Every beginning of a plan parses, and the copy's end is the end: nothing is read beyond it. */
START_TEST(beginnings)
{
    static const char text[] =
        "# x\nplan a \"B\" {\n  2018–2021: >= 1,75 % \"n\"\n  c: «d», kr – 21 850, x.y(1:1) # z\n"
        "  \"\"\"\n  {a = b} \\{ \xC2\xAD\n  \"\"\"\n  | a | 3 = b |\n  1\t2\n  e { f: 14.12.2017 }\n}\n";
    for (size_t len = 0; len < sizeof text; len++) {
        Parsed p;
        parsed_open(&p, text, len);
        ck_assert_uint_ne(p.tree->root, 0);
        parsed_prose(&p);
        parsed_close(&p);
    }
}
END_TEST

Suite *test_syntax_sizes_suite(void)
{
    Suite *suite = suite_create("syntax_sizes");
    TCase *c = tcase_create("sizes");
    tcase_set_timeout(c, 60);
    tcase_add_loop_test(c, linear, 0, sizeof rows / sizeof *rows);
    tcase_add_test(c, deep);
    tcase_add_test(c, at_the_limit);
    tcase_add_test(c, beginnings);
    suite_add_tcase(suite, c);
    return suite;
}
