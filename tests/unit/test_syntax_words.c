/*
 * test_syntax_words.c — what the scanner makes of bytes: words, paths, dashes, strings, blanks.
 */
#include "support/syntax_fixture.h"

#include <check.h>

Suite *test_syntax_words_suite(void);

typedef struct Row {
    const char *text, *shape, *codes;
} Row;

/* Each row: a text, the shape of its statements, the codes of its findings. */
static void check_rows(const Row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Parsed p;
        parsed_open(&p, rows[i].text, strlen(rows[i].text));
        Str shape = parsed_statements(&p), codes = parsed_codes(&p);
        ck_assert_msg(str_eq(shape, str_from(rows[i].shape)), "%s\n  gives %.*s\n  not   %s",
                      rows[i].text, STR_ARG(shape), rows[i].shape);
        ck_assert_msg(str_eq(codes, str_from(rows[i].codes)), "%s\n  finds %.*s\n  not   %s",
                      rows[i].text, STR_ARG(codes), rows[i].codes);
        parsed_close(&p);
    }
}

#define CHECK(rows) check_rows(rows, sizeof(rows) / sizeof *(rows))

START_TEST(words)
{
    static const Row rows[] = {
        {"a: helse- og omsorg", "P(w[a] V(S(w[helse-] w[og] w[omsorg])))", ""},
        {"a: kr/innbygger", "P(w[a] V(w[kr/innbygger]))", ""},
        {"a: 24 m²/innbygger", "P(w[a] V(S(n[24] w[m²/innbygger])))", ""},
        {"a: m2", "P(w[a] V(w[m2]))", ""},
        {"mål-har-tiltak stab_2018", "D(w[mål-har-tiltak] w[stab_2018])", ""},
        {"Áŋđ ĳø: 日本", "P(w[Áŋđ] w[ĳø] V(w[日本]))", ""},
        {"a: e\xCC\x81t", "P(w[a] V(w[e\xCC\x81t]))", ""},
        {"a: mai–juni 2018", "P(w[a] V(S(w[mai–juni] n[2018])))", ""},
        {"a: 4-årsperiode", "P(w[a] V(w[4-årsperiode]))", ""},
        {"a: sept-17", "P(w[a] V(w[sept-17]))", ""},
        {"a: 12kr", "P(w[a] V(S(n[12] w[kr])))", ""},
    };
    CHECK(rows);
}
END_TEST

START_TEST(abbreviations)
{
    static const Row rows[] = {
        {"a: 0,4 mill.kr", "P(w[a] V(S(n[0,4] w[mill.] w[kr])))", ""},
        {"a: 38,2 mill. kr", "P(w[a] V(S(n[38,2] w[mill.] w[kr])))", ""},
        {"a: ca.20", "P(w[a] V(S(w[ca.] n[20])))", ""},
        {"a: Ca. 20 stk.", "P(w[a] V(S(w[Ca.] n[20] w[stk.])))", ""},
        {"a: bl.a. f.eks. jf. nr. 3", "P(w[a] V(S(w[bl.a.] w[f.eks.] w[jf.] w[nr.] n[3])))", ""},
        {"a: 3 mrd. kr, 4 pst., 5 mnd.", "P(w[a] V(S(n[3] w[mrd.] w[kr])) V(S(n[4] w[pst.])) "
                                          "V(S(n[5] w[mnd.])))", ""},
        {"a: approx. 3, 4 apr. 2018", "P(w[a] V(S(w[approx.] n[3])) V(S(n[4] w[apr.] n[2018])))", ""},
        {"a: 1 jun. 2018", "P(w[a] V(S(n[1] w[jun.] n[2018])))", ""},
        {"a: mo.ramme", "P(w[a] V(p[mo.ramme]))", ""},
        {"a: adm.2018", "P(w[a] V(p[adm.2018]))", ""},
        {"a: Adm. og avd.", "P(w[a] V(S(w[Adm.] w[og] w[avd.])))", ""},
        {"utgifter avd.: 3", "P(w[utgifter] w[avd.] V(n[3]))", ""},
        {"a: st.x", "P(w[a] V(S(w[st.] w[x])))", ""},
        {"a: plan.x", "P(w[a] V(p[plan.x]))", ""},
        {"a: ferdig.", "P(w[a] V(w[ferdig]))", "HP1002"},
    };
    CHECK(rows);
}
END_TEST

START_TEST(paths_calls_links)
{
    static const Row rows[] = {
        {"a: ramme.2018", "P(w[a] V(p[ramme.2018]))", ""},
        {"a: kostra.netto.\"283 x\"", "P(w[a] V(p[kostra.netto.\"283 x\"]))", ""},
        {"a: investering.15031.2018", "P(w[a] V(p[investering.15031.2018]))", ""},
        {"a: kostra.20/21", "P(w[a] V(p[kostra.20/21]))", ""},
        {"a: mål.økonomi", "P(w[a] V(p[mål.økonomi]))", ""},
        {"om mål.økonomi", "D(w[om] p[mål.økonomi])", ""},
        {"a: antall(tiltak)", "P(w[a] V(antall(w[tiltak])))", ""},
        {"a: antall (tiltak)", "P(w[a] V(S(w[antall] (w[tiltak]))))", ""},
        {"a: x.sum(1, 2)", "P(w[a] V(x.sum(n[1] n[2])))", ""},
        {"a: f()", "P(w[a] V(f()))", ""},
        {"a: https://x.no/a#b?c=1;d", "P(w[a] V(u[https://x.no/a#b?c=1;d]))", ""},
        {"a: HTTP://x.no, mailto:a@b.no", "P(w[a] V(u[HTTP://x.no]) V(u[mailto:a@b.no]))", ""},
        {"a: b { c: https://x.no }", "P(w[a] V(w[b]) B(P(w[c] V(u[https://x.no]))))", ""},
        {"a: (https://x.no/(y))", "P(w[a] V((u[https://x.no/(y)])))", ""},
    };
    CHECK(rows);
}
END_TEST

START_TEST(dashes)
{
    static const Row rows[] = {
        {"a: -179 883", "P(w[a] V(-(n[179 883])))", ""},
        {"a: – 21 850", "P(w[a] V(-(n[21 850])))", ""},
        {"a: − 21 850 kr", "P(w[a] V(-(S(n[21 850] w[kr]))))", ""},
        {"a: (55 951)", "P(w[a] V((n[55 951])))", ""},
        {"a: 2016 – 2019", "P(w[a] V([-! n[2016] n[2019]]))", ""},
        {"a: 5 - 3", "P(w[a] V([- n[5] n[3]]))", ""},
        {"a: = b – c", "P(w[a] V=([-! w[b] w[c]]))", "HP1016"},
        {"a: = b − c", "P(w[a] V=([- w[b] w[c]]))", ""},
        {"a: 4 = b - -3", "P(w[a] V([= n[4] [- w[b] -(n[3])]]))", ""},
        {"a: kr -21 850", "P(w[a] V(S(w[kr] -(n[21 850]))))", ""},
        {"a: Kr – 21 850", "P(w[a] V(S(w[Kr] -(n[21 850]))))", ""},
        {"a: minst -5 %", "P(w[a] V(S(w[minst] -(n[5]) %)))", ""},
        {"a: 500 kr - 200 kr", "P(w[a] V([- S(n[500] w[kr]) S(n[200] w[kr])]))", ""},
        {"a: = b -5", "P(w[a] V=([- w[b] n[5]]))", ""},
        {"a: 3 % / 60 %", "P(w[a] V([/ S(n[3] %) S(n[60] %)]))", ""},
        {"a: 5 mål/14 tiltak", "P(w[a] V([/ S(n[5] w[mål]) S(n[14] w[tiltak])]))", ""},
        {"a: >= 1,75 %", "P(w[a] V>=(S(n[1,75] %)))", ""},
        {"a: ≥ 3, ≤ 4, <200", "P(w[a] V>=(n[3]) V<=(n[4]) V<(n[200]))", ""},
    };
    CHECK(rows);
}
END_TEST

START_TEST(strings)
{
    static const Row rows[] = {
        {"a \"b # ; { c\"", "D(w[a] s[b # ; { c])", ""},
        {"a: \"\"", "P(w[a] V(s[]))", ""},
        {"a «b»", "D(w[a] s[b])", "HP1017"},
        {"a “b” „c” ”d”", "D(w[a] s[b] s[c] s[d])", "HP1017 HP1017 HP1017"},
        {"a \"b”", "D(w[a] s[b])", "HP1017"},
        {"a «den \"nye\" planen»", "D(w[a] s[den \"nye\" planen])", ""},
        {"a \"b", "D(w[a] s[b])", "HP1003"},
        {"a \"b {\n}", "D(w[a] s[b] B())", "HP1003"},
        {"a { b \"c }", "D(w[a] B(D(w[b] s[c])))", "HP1003"},
        {"a \"b { c }", "D(w[a] s[b { c }])", "HP1003"},
        {"a b\"", "D(w[a] w[b] s[])", "HP1003"},
        {"a Planen, og mer\"\nb", "E() D(w[b])", "HP1003"},
    };
    CHECK(rows);
}
END_TEST

/* A mark inside a text ends it; what the marks touch tells how far it was meant to go. */
START_TEST(quotations_inside)
{
    static const Row rows[] = {
        {"a \"b \"c\" d\" { e }", "D(w[a] s[b \"c\" d] B(D(w[e])))", "HP1034"},
        {"a \"b \"c\"\"; d", "D(w[a] s[b \"c\"]) D(w[d])", "HP1034"},
        {"a \"\"b\" c\"", "D(w[a] s[\"b\" c])", "HP1034"},
        {"a \"b \"\"c\"\" d\"", "D(w[a] s[b \"\"c\"\" d])", "HP1034"},
        {"a \"b \"c\" d \"e\"\"", "D(w[a] s[b \"c\" d \"e\"])", "HP1034"},
        {"a: \"b \"c\" d\", \"e\"", "P(w[a] V(s[b \"c\" d]) V(s[e]))", "HP1034"},
        {"a \"b  \"\"\"c", "D(w[a] s[b  \"\"\"c])", "HP1034"},
        {"a \"b\"c d { e }", "D(w[a] s[b\"c d] B(D(w[e])))", "HP1034"},
        {"a \"b \"c d\"; e", "D(w[a] s[b \"c d]) D(w[e])", "HP1034"},
        {"\"b\"c", "D(s[b\"c])", "HP1034"},
        {"a \"b\"{ c }", "D(w[a] s[b] B(D(w[c])))", ""},
        {"a: \"b\"\xC2\xA0(c)", "P(w[a] V(S(s[b] (w[c]))))", ""},
        {"a: b.\"c d\".e", "P(w[a] V(p[b.\"c d\".e]))", ""},
    };
    CHECK(rows);
}
END_TEST

START_TEST(text_blocks)
{
    static const Row rows[] = {
        {"\"\"\"\nx\n\"\"\"\na", "T D(w[a])", ""},
        {"a { \"\"\"x \"y\" z\"\"\" }", "D(w[a] B(T))", ""},
        {"a { \"\"\"Han sa \"ja\"\"\"\" }", "D(w[a] B(T))", ""},
        {"a {\n  \"\"\"\nx\n\"\"\"\n}", "D(w[a] B(T))", ""},
        {"a {\n  \"\"\"\n  x\n}\nb", "D(w[a] B(T)) D(w[b])", "HP1004"},
        {"a {\n  \"\"\"\n  x\n}\nb {\n  \"\"\"\n  y\n  \"\"\"\n}", "D(w[a] B(T)) D(w[b] B(T))",
         "HP1004"},
        {"a {\n  \"\"\"\n  x\n  b {\n    \"\"\"\n    y\n    \"\"\"\n  }\n}", "D(w[a] B(T D(w[b] B(T))))",
         "HP1004"},
        {"a {\n  \"\"\n  x, y.\n  \"\"\"\n}", "D(w[a] B(T))", "HP1007"},
        {"a {\n  \"\"\"\n  x, y.\n  \"\"\n}", "D(w[a] B(T))", "HP1004"},
        {"a: \"\"\"\nx\n\"\"\"\nb", "E() D(w[b])", "HP1007"},
    };
    CHECK(rows);
}
END_TEST

START_TEST(blanks_and_bytes)
{
    static const Row rows[] = {
        {"", "", ""},
        {"\n\n# x\n", "", ""},
        {"\xEF\xBB\xBF" "a: b", "P(w[a] V(w[b]))", ""},
        {"a: b\r\nc: d\r\n", "P(w[a] V(w[b])) P(w[c] V(w[d]))", ""},
        {"a \"b\r\nc", "D(w[a] s[b]) D(w[c])", "HP1003"},
        {"a:\xC2\xA0" "1\xE2\x80\x89" "234\xE2\x80\xAF" "567", /* NBSP, thin, narrow NBSP */
         "P(w[a] V(n[1\xE2\x80\x89" "234\xE2\x80\xAF" "567]))", ""},
        {"a: 1\t234", "P(w[a] V(S(n[1] n[234])))", ""},
        {"øko\xC2\xADnomi: b", "P(w[øko\xC2\xADnomi] V(w[b]))", "HP1018"},
        {"a\xE2\x80\x8B b\xE2\x80\x8B: c", "P(w[a] w[b] V(w[c]))", "HP1018"},
        {"a\x02: b", "P(w[a] V(w[b]))", "HP1018"},
        {"a: b § 3", "P(w[a] V(S(w[b] n[3])))", "HP1002"},
        {"a: b & c ¤ d", "P(w[a] V(S(w[b] w[c] w[d])))", "HP1002"},
        {"a: \xE6", "", "HP1001"},
        {"\xFF\xFE" "a", "", "HP1001"},
        {"PK\003\004x", "", "HP1028"},
        {"a: b # c\n#d\ne", "P(w[a] V(w[b])) D(w[e])", ""},
    };
    CHECK(rows);
    Parsed p;
    parsed_open(&p, "a\0b", 3);
    ck_assert(str_eq(parsed_codes(&p), STR("HP1028")));
    parsed_close(&p);
}
END_TEST

/* Statements with semicolons between them are no sheet. */
START_TEST(sheets)
{
    static const Row rows[] = {
        {"Post;Beløp\nLønn;1200000\nDrift;310000", "", "HP1036"},
        {"Post\tBeløp\n\"Lønn; fast\"\t1200000", "", "HP1036"},
        {"Post,Bel\xF8p\n\"Drift, \"\"alt\"\" her\",310000", "", "HP1036"},
        {"bruk a; bruk b\nbruk c; mål d",
         "D(w[bruk] w[a]) D(w[bruk] w[b]) D(w[bruk] w[c]) D(w[mål] w[d])", ""},
        {"bruk \"a\";bruk b\nbruk c;mål d",
         "D(w[bruk] s[a]) D(w[bruk] w[b]) D(w[bruk] w[c]) D(w[mål] w[d])", ""},
    };
    CHECK(rows);
}
END_TEST

/* Where an invalid byte stands is said; so is how many guests there are. */
START_TEST(details)
{
    Parsed p;
    Buf b;
    parsed_open(&p, "a: b\xC3", 5);
    buf_init(&b, &p.arena);
    diag_part_text(&b, &p.sink.list.at[0]->parts.at[0], LANG_EN);
    ck_assert_ptr_nonnull(strstr(b.ptr, "byte 4 "));
    parsed_close(&p);

    const char *text = "# x\na: b # y\n| c | d | # z\n# w\n| 1 | 2 |\n\n# v\n";
    parsed_open(&p, text, strlen(text));
    ck_assert_uint_eq(p.tree->comments.len, 5);
    for (uint32_t i = 0; i < 5; i++) {
        Comment c = p.tree->comments.at[i];
        ck_assert_uint_eq(c.len, 3);
        ck_assert_int_eq(text[c.off], '#');
        ck_assert_int_eq(text[c.off + 2], "xyzwv"[i]);
    }
    parsed_close(&p);
}
END_TEST

Suite *test_syntax_words_suite(void)
{
    Suite *suite = suite_create("syntax_words");
    TCase *c = tcase_create("words");
    tcase_add_test(c, words);
    tcase_add_test(c, abbreviations);
    tcase_add_test(c, paths_calls_links);
    tcase_add_test(c, dashes);
    tcase_add_test(c, strings);
    tcase_add_test(c, quotations_inside);
    tcase_add_test(c, text_blocks);
    tcase_add_test(c, blanks_and_bytes);
    tcase_add_test(c, sheets);
    tcase_add_test(c, details);
    suite_add_tcase(suite, c);
    return suite;
}
