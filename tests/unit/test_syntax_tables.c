/*
 * test_syntax_tables.c — rows and cells, pasted rows, and the pieces of text blocks.
 */
#include "support/syntax_fixture.h"

#include "syntax/prose.h"
#include "syntax/rows.h"

#include <check.h>

Suite *test_syntax_tables_suite(void);

static NodeRef first_of(const Tree *t, NodeKind kind)
{
    for (NodeRef n = 1; n < t->nodes.len; n++) {
        if (tree_node(t, n)->kind == kind)
            return n;
    }
    return 0;
}

/* Cells between bars, rows between slashes; a rule as =, marks: < unclosed, > pasted. */
static void table(const char *text, const char *want, const char *codes)
{
    Parsed p;
    Buf b;
    CellSpan span;
    parsed_open(&p, text, strlen(text));
    buf_init(&b, &p.arena);
    NodeRef n = first_of(p.tree, N_TABLE);
    ck_assert_uint_ne(n, 0);
    RowIter it = rows_begin(p.tree, n);
    for (bool first = true; rows_next(&it); first = false) {
        buf_cstr(&b, first ? "" : " / ");
        buf_cstr(&b, it.rule ? "=" : it.pasted ? ">" : it.unclosed ? "<" : "");
        for (bool cell = false; !it.rule && rows_cell(&it, &span); cell = true) {
            buf_cstr(&b, cell ? "|" : "");
            buf_str(&b, cell_text(&p.arena, p.tree, span));
        }
    }
    Str got = buf_view(&b), found = parsed_codes(&p);
    ck_assert_msg(str_eq(got, str_from(want)), "%s\n  gives %.*s", text, STR_ARG(got));
    ck_assert_msg(str_eq(found, str_from(codes)), "%s\n  finds %.*s", text, STR_ARG(found));
    parsed_close(&p);
}

START_TEST(rows)
{
    table("| a | b |\n| 1 | 2 |\n", "a|b / 1|2", "");
    table("|a||b|\n", "a||b", "");
    table("|\n|  |\n", "< / ", "HP1020");
    table("| a \\| b | c |", "a | b|c", "");
    table("a { | b | c | }", "b|c", "");
    table("a { | b | c | } # d\n", "b|c", "");
    table("| a | b |\n\n   # x | y |\n\n| 1 | 2 | # z\n| 3 | 4 |\n", "a|b / 1|2 / 3|4", "");
    table("| a | \"b;#\" |\r\n| 1 | 2 |\r\n", "a|\"b;#\" / 1|2", "");
    table("|\xC2\xA0" "a\xE2\x80\xAF|\tb |\xC2\xA0\n", "a|b", "");
    table("| a | b |\n|---|:--:|\n| - | .. |\n", "a|b / = / -|..", "");
    table("| a | b |\n| 1 | 2\n| 3 | 4 |\n", "a|b / <1|2 / 3|4", "HP1020");
    table("| a | b # c\n", "<a|b # c", "HP1020");
    table("| a | b |\n  1 | 2 |\n| 3 | 4 |\n", "a|b / 1|2 / 3|4", "HP1020");
}
END_TEST

START_TEST(pasted)
{
    table("| a | b | c |\nx\t1\t2\n| 3 | 4 | 5 |\n", "a|b|c / >x|1|2 / 3|4|5", "HP1021");
    table("| a | b | c |\nx\t1\t2\ny\t\t3\n", "a|b|c / >x|1|2 / >y||3", "HP1021");
    table("| a | b |\nav:\tc\n", "a|b", "");         /* a property, lined up with a tab */
    table("| a | b | c |\nx\t1\n", "a|b|c", "");     /* too few fields to be sure */
    Parsed p;
    const char *text = "a {\n  | a | b |\n  x y\t1\n\tz\t2 \n}\n";
    parsed_open(&p, text, strlen(text));
    ck_assert_uint_eq(p.sink.list.len, 1);
    const Diag *d = p.sink.list.at[0];
    const DiagPart *fix = &d->parts.at[d->parts.len - 1];
    ck_assert(str_eq(fix->replacement, STR("| x y | 1 |\n\t| z | 2 |")));
    ck_assert(str_eq(span_text(&p.set, fix->span), STR("x y\t1\n\tz\t2")));
    parsed_close(&p);
}
END_TEST

/* Pieces with ¦ between them; expressions in {}. */
static void prose(const char *text, const char *want, const char *codes)
{
    Parsed p;
    Buf b;
    ProsePieces pieces = {0};
    parsed_open(&p, text, strlen(text));
    ck_assert_uint_eq(p.sink.list.len, 0);
    buf_init(&b, &p.arena);
    prose_split(&p.arena, p.tree, first_of(p.tree, N_TEXT), &pieces, &p.sink);
    for (uint32_t i = 0; i < pieces.len; i++) {
        Str piece = {p.text + pieces.at[i].off, pieces.at[i].len};
        bool expr = pieces.at[i].kind == PROSE_EXPR;
        buf_cstr(&b, i == 0 ? "" : "¦");
        buf_cstr(&b, expr ? "{" : "");
        buf_str(&b, piece);
        buf_cstr(&b, expr ? "}" : "");
    }
    Str got = buf_view(&b), found = parsed_codes(&p);
    ck_assert_msg(str_eq(got, str_from(want)), "%s\n  gives %.*s", text, STR_ARG(got));
    ck_assert_msg(str_eq(found, str_from(codes)), "%s\n  finds %.*s", text, STR_ARG(found));
    parsed_close(&p);
}

START_TEST(text)
{
    prose("\"\"\"x\"\"\"", "x", "");
    prose("\"\"\"\"\"\"", "", "");
    prose("  \"\"\"\n  a\n    b\n\n c\n  \"\"\"", "a\n¦  b\n¦\n¦c\n", "");
    prose("\"\"\"\na\r\nb\n\"\"\"", "a¦\n¦b\n", "");
    prose("a {\n  \"\"\"b {c} d\n  e\"\"\"\n}", "b ¦{c}¦ d\n¦e", "");
    prose("\"\"\"a {b\nc} d\"\"\"", "a ¦{b\nc}¦ d", "");
    prose("\"\"\"a \\{b\\} c\"\"\"", "a ¦{b¦} c", "");
    prose("\"\"\"{x = \"}\"}\"\"\"", "{x = \"}\"}", "");
    prose("\"\"\"a {b\n\nc} d\"\"\"", "a {b\n¦\n¦c} d", "HP8002");
    prose("\"\"\"a {b {c} {d\"\"\"", "a {b ¦{c}¦ {d", "HP8002"); /* once a paragraph */
    prose("\"\"\"a {b\n\nc {d\"\"\"", "a {b\n¦\n¦c {d", "HP8002 HP8002");
    prose("\"\"\"a {} b { } c\"\"\"", "a {} b { } c", "HP8003 HP8003");
}
END_TEST

Suite *test_syntax_tables_suite(void)
{
    Suite *suite = suite_create("syntax_tables");
    TCase *c = tcase_create("tables");
    tcase_add_test(c, rows);
    tcase_add_test(c, pasted);
    tcase_add_test(c, text);
    suite_add_tcase(suite, c);
    return suite;
}
