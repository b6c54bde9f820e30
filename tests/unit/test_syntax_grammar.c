/*
 * test_syntax_grammar.c — statements, values, expressions; cells and {…}; recovery; dumps.
 */
#include "support/files.h"
#include "support/syntax_fixture.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

Suite *test_syntax_grammar_suite(void);

typedef struct Row {
    const char *text, *shape, *codes;
} Row;

static void check_row(const Row *row)
{
    Parsed p;
    parsed_open(&p, row->text, strlen(row->text));
    Str shape = parsed_statements(&p), codes = parsed_codes(&p);
    ck_assert_msg(str_eq(shape, str_from(row->shape)), "%s\n  gives %.*s\n  not   %s", row->text,
                  STR_ARG(shape), row->shape);
    ck_assert_msg(str_eq(codes, str_from(row->codes)), "%s\n  finds %.*s\n  not   %s", row->text,
                  STR_ARG(codes), row->codes);
    parsed_close(&p);
}

#define CHECK(rows)                                                                      \
    for (size_t i = 0; i < sizeof(rows) / sizeof *(rows); i++)                            \
        check_row(&(rows)[i])

START_TEST(statements)
{
    static const Row rows[] = {
        {"plan stab-2018 \"T\"", "D(w[plan] w[stab-2018] s[T])", ""},
        {"kapittel 2 \"Ø\" { }", "D(w[kapittel] n[2] s[Ø] B())", ""},
        {"a{b;c;;d}", "D(w[a] B(D(w[b]) D(w[c]) D(w[d])))", ""},
        {"a\n\n{\n\n  b\n\n}\n", "D(w[a] B(D(w[b])))", ""},
        {"a # c\n{ b }", "D(w[a] B(D(w[b])))", ""},
        {"a: b,\n  c,\n\n  d\ne", "P(w[a] V(w[b]) V(w[c]) V(w[d])) D(w[e])", ""},
        {"a: b { c }", "P(w[a] V(w[b]) B(D(w[c])))", ""},
        {"a: b\n{ c }", "P(w[a] V(w[b]) B(D(w[c])))", ""},
        {"vedtatt av: kommunestyret 14.12.2017",
         "P(w[vedtatt] w[av] V(S(w[kommunestyret] d[14.12.2017])))", ""},
        {"resultat siste 12 mnd: 4,95 %", "P(w[resultat] w[siste] n[12] w[mnd] V(S(n[4,95] %)))",
         ""},
        {"1. punkt \"x\"", "D(o[1.] w[punkt] s[x])", ""},
        {"ubesvart: tiltak.heltid, verbalvedtak.8 \"senere\"",
         "P(w[ubesvart] V(p[tiltak.heltid]) V(S(p[verbalvedtak.8] s[senere])))", ""},
        {"mål x { status: ikke nådd; \"\"\"y\"\"\" }",
         "D(w[mål] w[x] B(P(w[status] V(S(w[ikke] w[nådd]))) T))", ""},
        {"a { | b | c | }\nd", "D(w[a] B(|)) D(w[d])", ""},
        {"a {\n  x: 1\n  | b | c |\n\n  # d\n  | 1 | 2 |\n}", "D(w[a] B(P(w[x] V(n[1])) |))", ""},
    };
    CHECK(rows);
}
END_TEST

START_TEST(expressions)
{
    static const Row rows[] = {
        {"a: 38,2 mill. kr = ramme.2018",
         "P(w[a] V([= S(n[38,2] w[mill.] w[kr]) p[ramme.2018]]))", ""},
        {"a: 1 + 2 * 3 - 4 / 5", "P(w[a] V([- [+ n[1] [* n[2] n[3]]] [/ n[4] n[5]]]))", ""},
        {"a: 1 = 2 = 3", "P(w[a] V([= [= n[1] n[2]] n[3]]))", ""},
        {"a: b + 1 <= c * 2", "P(w[a] V([<= [+ w[b] n[1]] [* w[c] n[2]]]))", ""},
        {"a: (1 + 2) * 3", "P(w[a] V([* ([+ n[1] n[2]]) n[3]]))", ""},
        {"a: = -b * c", "P(w[a] V=([* -(w[b]) w[c]]))", ""},
        {"krev: sum(investering.beløp) <= 3 mill. kr \"Innenfor\"",
         "P(w[krev] V([<= sum(p[investering.beløp]) S(n[3] w[mill.] w[kr] s[Innenfor])]))", ""},
        {"a: antall(tiltak der ansvar = ikt)",
         "P(w[a] V(antall([= S(w[tiltak] w[der] w[ansvar]) w[ikt]])))", ""},
        {"a: 4 % = resultat * (100 % - 20 %)",
         "P(w[a] V([= S(n[4] %) [* w[resultat] ([- S(n[100] %) S(n[20] %)])]]))", ""},
        {"a: 13,5 årsverk (inkl. 1 lærling)",
         "P(w[a] V(S(n[13,5] w[årsverk] (S(w[inkl.] n[1] w[lærling])))))", ""},
        {"a: (b, c)", "P(w[a] V((w[b] w[c])))", ""},
        {"a: % av b", "P(w[a] V(S(% w[av] w[b])))", ""},
    };
    CHECK(rows);
}
END_TEST

/* One faulty statement is one N_ERROR and one finding; its neighbours are read. */
START_TEST(recovery)
{
    static const Row rows[] = {
        {"a: )\nb", "E() D(w[b])", "HP1007"},
        {"a, { b; c: ; d }\ne", "E(B(D(w[b]) E() D(w[d]))) D(w[e])", "HP1007 HP1009"},
        {"a { : ; b }", "D(w[a] B(E() D(w[b])))", "HP1007"},
        {"a:\nb:\nc: 1", "E() E() P(w[c] V(n[1]))", "HP1009 HP1009"},
        {"a { b } c\nd", "D(w[a] B(D(w[b]))) D(w[c]) D(w[d])", "HP1007"},
        {"a: (1 + 2\nb", "E() D(w[b])", "HP1033"},
        {"a: 67 0563 )\nb", "E() D(w[b])", "HP1010"}, /* a lexical message is the only one */
        {"{ a }\nb", "E(B(D(w[a]))) D(w[b])", "HP1007"},
        {"a: b,\nc: d\ne", "E() D(w[e])", "HP1007"},
        {"a: - - 3\nb", "E() D(w[b])", "HP1009"},
    };
    CHECK(rows);
}
END_TEST

START_TEST(braces)
{
    static const Row rows[] = {
        {"a {\n  b {\n    c\n  d {\n    e\n  }\n}\nf", "D(w[a] B(D(w[b] B(D(w[c]))) "
         "D(w[d] B(D(w[e]))))) D(w[f])", "HP1005"},
        {"a {\n  b {\n    c\n    }\n  }\n  d\n}\ne", "D(w[a] B(D(w[b] B(D(w[c]))) D(w[d]))) D(w[e])",
         "HP1006"},
        {"a {\n  b { c; d\n  e { f }\n}", "D(w[a] B(D(w[b] B(D(w[c]) D(w[d]))) D(w[e] B(D(w[f])))))",
         "HP1005"},
        {"a {\n  b\n", "D(w[a] B(D(w[b])))", "HP1005"},
        {"a {\nb {\nc\n}\n", "D(w[a] B(D(w[b] B(D(w[c])))))", "HP1005"},
        {"a\n}\nb\n}\n", "D(w[a]) D(w[b])", "HP1006 HP1006"},
        /* closers that stand crooked are taken as they are while only closers are missing */
        {"a {\n  b {\n    c\n    }\n  d {\n    e\n}\nf", "D(w[a] B(D(w[b] B(D(w[c]))) "
         "D(w[d] B(D(w[e]))))) D(w[f])", "HP1005"},
        {"a {\n    b\n  c {\nd\n    }\n  }", "D(w[a] B(D(w[b]) D(w[c] B(D(w[d])))))", ""},
    };
    CHECK(rows);
}
END_TEST

static void cell(const char *text, const char *shape, const char *codes)
{
    Parsed p;
    char file[256];
    int len = snprintf(file, sizeof file, "\"\"\"\n%s\n\"\"\"\n", text);
    parsed_open(&p, file, (size_t)len);
    ck_assert_uint_eq(p.sink.list.len, 0);
    NodeRef n = tree_parse_inline(p.tree, 4, (uint32_t)strlen(text), &p.sink);
    Str got = n == 0 ? STR("none") : parsed_shape(&p, n), found = parsed_codes(&p);
    ck_assert_msg(str_eq(got, str_from(shape)), "%s\n  gives %.*s", text, STR_ARG(got));
    ck_assert_msg(str_eq(found, str_from(codes)), "%s\n  finds %.*s", text, STR_ARG(found));
    parsed_close(&p);
}

START_TEST(inlines)
{
    cell("38,2 mill. kr = ramme.2018", "I([= S(n[38,2] w[mill.] w[kr]) p[ramme.2018]])", "");
    cell("ramme.2018 : 0,1 mill. kr", "I(p[ramme.2018] :S(n[0,1] w[mill.] w[kr]))", "");
    cell("tre = antall(avdeling)", "I([= w[tre] antall(w[avdeling])])", "");
    cell("<200", "I(V<(n[200]))", "");
    cell("= a.b - 3", "I(V=([- p[a.b] n[3]]))", "");
    cell("a, 3 %", "I(w[a] S(n[3] %))", "");
    cell("13,5*", "I(n[13,5])", "");
    cell("13,5 **", "I(n[13,5])", "");
    cell("13,5 ¹", "I(n[13,5])", "");
    cell("2 * 3", "I([* n[2] n[3]])", "");
    cell("1:1", "I(:[1:1])", "");
    cell("– 21 850", "I(-(n[21 850]))", "");
    cell("2016 – 2019", "I([-! n[2016] n[2019]])", "HP1016");
    cell("a = b – c", "I([= w[a] [-! w[b] w[c]]])", "HP1016");
    cell("18,34\n + 2", "I([+ n[18,34] n[2]])", "");
    cell("", "none", "HP1009");
    cell("3 +", "none", "HP1009");
    cell("(3", "none", "HP1033");
    cell("a; b", "none", "HP1007");
    cell("a {b}", "none", "HP1007");
    cell("a # b", "I(S(w[a] w[b]))", "HP1002");
    cell("67 0563 )", "none", "HP1010");
}
END_TEST

/* What we publish as examples has no fault of form, down to the braces in its texts. */
START_TEST(examples)
{
    static const char *const paths[] = {"examples/kragero-2018/handlingsplan.hplan",
                                        "examples/kragero-2018/organisasjon.hplan",
                                        "stdlib/kommune.hplan", "stdlib/kostra-funksjon.hplan"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        Parsed p;
        size_t len;
        char *text = file_expect(paths[i], &len);
        parsed_open(&p, text, len);
        parsed_prose(&p);
        Str codes = parsed_codes(&p), places = parsed_places(&p);
        ck_assert_msg(codes.len == 0, "%s: %.*s at %.*s", paths[i], STR_ARG(codes),
                      STR_ARG(places));
        parsed_close(&p);
        free(text);
    }
}
END_TEST

START_TEST(dumps)
{
    Parsed p;
    Buf b;
    const char *text = "plan stab \"S\" {\n  2018: 38,2 mill. kr = ramme.2018\n  | a | b |\n}\n";
    parsed_open(&p, text, strlen(text));
    buf_init(&b, &p.arena);
    tree_dump(&b, p.tree);
    ck_assert_str_eq(b.ptr, "FILE 1:1\n"
                            "  DECL 1:1 plan stab \"S\"\n"
                            "    BODY 1:15\n"
                            "      PROP 2:3 2018:\n"
                            "        BINARY 2:9 =\n"
                            "          STATED 2:9 38,2 mill. kr\n"
                            "            FIGURE 2:9 38,2\n"
                            "            WORD 2:14 mill.\n"
                            "            WORD 2:20 kr\n"
                            "          PATH 2:25 ramme.2018\n"
                            "      TABLE 3:3 | a | b |\n");
    parsed_close(&p);
    parsed_open(&p, "a: 2018–2021 # x\n", strlen("a: 2018–2021 # x\n"));
    buf_init(&b, &p.arena);
    tokens_dump(&b, &p.arena, &p.set, p.file, &p.sink);
    ck_assert_str_eq(b.ptr, "1:1 WORD a\n1:2 COLON :\n1:4 FIGURE range 2018–2021\n2:1 EOF\n");
    parsed_close(&p);
}
END_TEST

Suite *test_syntax_grammar_suite(void)
{
    Suite *suite = suite_create("syntax_grammar");
    TCase *c = tcase_create("grammar");
    tcase_add_test(c, statements);
    tcase_add_test(c, expressions);
    tcase_add_test(c, recovery);
    tcase_add_test(c, braces);
    tcase_add_test(c, inlines);
    tcase_add_test(c, examples);
    tcase_add_test(c, dumps);
    suite_add_tcase(suite, c);
    return suite;
}
