/*
 * test_diag.c — the texts, the sink and the form of findings for people.
 */
#include "unit/diag_fixture.h"

Suite *test_diag_suite(void);

/* ---- texts ---------------------------------------------------------------------------------- */

START_TEST(codes_by_name)
{
    ck_assert_uint_eq(msg_code(STR("HP4001")), HP4001);
    ck_assert_uint_eq(msg_code(STR("hp4001")), HP4001);
    ck_assert_uint_eq(msg_code(STR("HP400")), MSG_COUNT);
    ck_assert_uint_eq(msg_code(STR("HP40011")), MSG_COUNT);
    ck_assert_uint_eq(msg_code(STR("F_WRITE")), MSG_COUNT); /* not a code */
    ck_assert_uint_eq(msg_code(STR("")), MSG_COUNT);
    ck_assert_str_eq(msg_info(HP4001)->name, "HP4001");
    ck_assert_ptr_null(msg_info(F_WRITE)->slug);
}
END_TEST

/* What codes.def promises, for every row that colleagues add. */
START_TEST(rows_are_whole)
{
    for (MsgId id = 0; id < MSG_COUNT; id++) {
        const MsgInfo *info = msg_info(id);
        size_t len = strlen(info->text[LANG_NB]);
        ck_assert_msg(len > 0, "%s has no text in bokmål", info->name);
        if (info->slug == NULL)
            continue;
        ck_assert_msg(strncmp(info->name, "HP", 2) == 0 && strlen(info->name) == 6,
                      "%s is no name for a code", info->name);
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            size_t n = strlen(info->text[lang]);
            ck_assert_msg(n == 0 || strchr(".?", info->text[lang][n - 1]) != NULL,
                          "%s: a headline ends with a full stop: %s", info->name, info->text[lang]);
        }
        for (MsgId other = 0; other < id; other++)
            ck_assert_msg(msg_info(other)->slug == NULL ||
                              strcmp(msg_info(other)->slug, info->slug) != 0,
                          "%s and %s share a slug", msg_info(other)->name, info->name);
    }
}
END_TEST

static Str part_text(Fixture *f, const Diag *d, Lang lang)
{
    Buf out;
    buf_init(&out, &f->arena);
    diag_part_text(&out, &d->parts.at[d->parts.len - 1], lang);
    return buf_view(&out);
}

START_TEST(arguments)
{
    Fixture f;
    open_text(&f, plan_text);
    Diag *d = diag_at(&f.sink, HP4001, SPAN_NONE);
    Text3 bread = {{STR("brød"), STR_NONE, STR("bread")}};
    diag_note(d, L_DID_YOU_MEAN_2);
    diag_text3(d, bread);
    bread.in[LANG_NB] = STR("endret etterpå"); /* arguments are copied */
    diag_int(d, -1234567);
    ck_assert(str_eq(part_text(&f, d, LANG_NB), STR("mente du «brød» (−1234567)?")));
    ck_assert(str_eq(part_text(&f, d, LANG_NN), STR("meinte du «brød» (−1234567)?")));
    ck_assert(str_eq(part_text(&f, d, LANG_EN), STR("did you mean “bread” (−1234567)?")));

    diag_note(d, L_DID_YOU_MEAN_2); /* a missing argument shows its mark */
    diag_str(d, STR("{0} {9"));
    ck_assert(str_eq(part_text(&f, d, LANG_NB), STR("mente du «{0} {9» ({1})?")));

    char paragraph[601]; /* where a word would be: å takes two bytes */
    for (size_t i = 0; i < 600; i += 2)
        memcpy(paragraph + i, "å", 2);
    diag_note(d, L_DID_YOU_MEAN);
    diag_str(d, (Str){paragraph, 600});
    Str shown = part_text(&f, d, LANG_NB);
    ck_assert_uint_eq(shown.len, strlen("mente du «…»?") + 160 * 2);
    ck_assert(str_ends(shown, STR("å…»?")));

    diag_fix(d, at(&f, "1"), STR("2"), F_WRITE); /* {0} of a fix is its replacement */
    ck_assert(str_eq(part_text(&f, d, LANG_EN), STR("write 2")));
    diag_fix(d, at(&f, "1"), STR("2"), F_WRITE);
    diag_str(d, STR("«2»"));
    ck_assert(str_eq(part_text(&f, d, LANG_EN), STR("write «2»")));
    arena_free(&f.arena);
}
END_TEST

/* ---- the sink ------------------------------------------------------------------------------- */

START_TEST(order_and_doubles)
{
    Fixture f;
    open_text(&f, plan_text);
    static const Span spans[] = {{1, 0, 1}, {0, 9, 1}, {FILE_NONE, 0, 0}, {0, 2, 5},
                                 {0, 9, 1}, {0, 2, 3}, {0, 9, 1},         {0, 2, 5}};
    Diag *made[8];
    for (int i = 0; i < 8; i++)
        made[i] = diag_at(&f.sink, HP4001, spans[i]);
    made[1]->silenced = true;
    made[6]->severity = SEV_WARNING;
    ck_assert(sink_has(&f.sink, HP4001, spans[3]));
    ck_assert(!sink_has(&f.sink, HP4001, (Span){0, 2, 4}));
    sink_sort(&f.sink);
    /* Of three at offset 9 the first is silenced, and the second stays. */
    Diag *wanted[] = {made[5], made[3], made[4], made[0], made[2]};
    ck_assert_uint_eq(f.sink.list.len, 5);
    for (int i = 0; i < 5; i++)
        ck_assert_ptr_eq(f.sink.list.at[i], wanted[i]);
    made[0]->silenced = true;
    ck_assert_uint_eq(sink_count(&f.sink, SEV_ERROR), 4);
    ck_assert_uint_eq(sink_count(&f.sink, SEV_WARNING), 0);
    arena_free(&f.arena);
}
END_TEST

START_TEST(many_findings_sort)
{
    Fixture f;
    open_text(&f, plan_text);
    for (uint32_t i = 0; i < 5000; i++)
        diag_at(&f.sink, HP4001, (Span){0, (i * 7919) % 5003, 1});
    sink_sort(&f.sink);
    ck_assert_uint_eq(f.sink.list.len, 5000);
    for (uint32_t i = 1; i < f.sink.list.len; i++)
        ck_assert_uint_lt(f.sink.list.at[i - 1]->span.off, f.sink.list.at[i]->span.off);
    arena_free(&f.arena);
}
END_TEST

/* ---- for people ----------------------------------------------------------------------------- */

START_TEST(terminal_all_parts)
{
    Fixture f;
    open_text(&f, plan_text);
    Diag *d = diag_at(&f.sink, HP4001, at(&f, "38,3 mill. kr"));
    diag_fix(d, at(&f, "38,3 mill. kr"), STR("38,2 mill. kr"), F_WRITE);
    diag_note(d, L_DID_YOU_MEAN);
    diag_str(d, STR("a"));
    diag_place(d, (Span){1, 2, 2}, L_FIRST_HERE);
    diag_place(d, at(&f, "siste"), L_FIRST_HERE);
    diag_label(d, L_DID_YOU_MEAN);
    diag_str(d, STR("38,2"));
    expect(&f, render_terminal,
           "plan.hplan:2:10: feil HP4001: @\n"
           "    2 |   ramme: 38,3 mill. kr\n"
           "      |          ^^^^^^^^^^^^^ mente du «38,2»?\n"
           "    4 |   siste: 1\n"
           "      |   ----- første gang her\n"
           "      = mente du «a»?\n"
           "      = første gang her (rå/b c.hplan:2)\n"
           "      = retting: skriv 38,2 mill. kr\n");
}
END_TEST

START_TEST(terminal_languages)
{
    static const char *const expected[] = {
        [LANG_NB] = "plan.hplan:1:1: advarsel HP4001: @\n"
                    "    1 | plan \"Prøve\" {\n"
                    "      | ^^^^\n"
                    "      = retting: ta bort plan\n"
                    "plan.hplan:1:6: merknad HP4001: @ (kjent feil)\n"
                    "    1 | plan \"Prøve\" {\n"
                    "      |      ^^^^^^^\n"
                    "og 2 til\n",
        [LANG_NN] = "plan.hplan:1:1: åtvaring HP4001: @\n"
                    "    1 | plan \"Prøve\" {\n"
                    "      | ^^^^\n"
                    "      = retting: ta bort plan\n"
                    "plan.hplan:1:6: merknad HP4001: @ (kjend feil)\n"
                    "    1 | plan \"Prøve\" {\n"
                    "      |      ^^^^^^^\n"
                    "og 2 til\n",
        [LANG_EN] = "plan.hplan:1:1: warning HP4001: @\n"
                    "    1 | plan \"Prøve\" {\n"
                    "      | ^^^^\n"
                    "      = fix: remove plan\n"
                    "plan.hplan:1:6: note HP4001: @ (known fault)\n"
                    "    1 | plan \"Prøve\" {\n"
                    "      |      ^^^^^^^\n"
                    "and 2 more\n",
    };
    Fixture f;
    open_text(&f, plan_text);
    Diag *d = diag_at(&f.sink, HP4001, at(&f, "plan"));
    d->severity = SEV_WARNING;
    diag_fix(d, at(&f, "plan"), STR(""), F_REMOVE);
    diag_str(d, STR("plan"));
    d = diag_at(&f.sink, HP4001, at(&f, "\"Prøve\""));
    d->severity = SEV_NOTE;
    d->known = true;
    diag_at(&f.sink, HP4001, at(&f, "siste"))->silenced = true;
    diag_at(&f.sink, HP4001, at(&f, "x y"));
    diag_at(&f.sink, HP4001, SPAN_NONE);
    f.opt.lang = (Lang)_i;
    f.opt.max_shown = 2;
    expect(&f, render_terminal, expected[_i]);
}
END_TEST

/* Tabs are shown as one blank, wide letters take two columns, combining marks none. */
START_TEST(terminal_width)
{
    Fixture f;
    open_text(&f, plan_text);
    diag_at(&f.sink, HP4001, at(&f, "日本"));
    diag_label(f.sink.list.at[0], L_FIRST_HERE);
    diag_place(f.sink.list.at[0], at(&f, "x"), L_FIRST_HERE); /* on the line shown already */
    expect(&f, render_terminal,
           "plan.hplan:3:7: feil HP4001: @\n"
           "    3 |  mål: 日本 e\xCC\x81 x y\n"
           "      |       ^^^^ første gang her\n"
           "      |              - første gang her\n");
}
END_TEST

START_TEST(terminal_no_place)
{
    Fixture f;
    open_text(&f, plan_text);
    diag_at(&f.sink, HP4001, SPAN_NONE);
    diag_label(f.sink.list.at[0], L_FIRST_HERE);
    diag_place(f.sink.list.at[0], at(&f, "x"), L_FIRST_HERE);
    diag_place(f.sink.list.at[0], SPAN_NONE, L_FIRST_HERE);
    expect(&f, render_terminal,
           "feil HP4001: @\n"
           "      = første gang her\n"
           "      = første gang her (plan.hplan:3)\n"
           "      = første gang her\n");
}
END_TEST

/* Empty spans, spans over several lines, the end of the file and beyond it. */
START_TEST(terminal_odd_spans)
{
    Fixture f;
    open_text(&f, "a  \r\nbc\n");
    diag_at(&f.sink, HP4001, (Span){0, 0, 6});
    diag_at(&f.sink, HP4001, (Span){0, 3, 2});
    diag_at(&f.sink, HP4001, (Span){0, 6, 0});
    diag_at(&f.sink, HP4001, (Span){0, 8, 0});
    diag_at(&f.sink, HP4001, (Span){0, 4000000000u, 4000000000u});
    expect(&f, render_terminal,
           "plan.hplan:1:1: feil HP4001: @\n"
           "    1 | a  \n"
           "      | ^\n"
           "plan.hplan:1:4: feil HP4001: @\n"
           "    1 | a  \n"
           "      |    ^\n"
           "plan.hplan:2:2: feil HP4001: @\n"
           "    2 | bc\n"
           "      |  ^\n"
           "plan.hplan:3:1: feil HP4001: @\n"
           "    3 |\n"
           "      | ^\n"
           "plan.hplan:3:1: feil HP4001: @\n"
           "    3 |\n"
           "      | ^\n");
}
END_TEST

START_TEST(terminal_whole_file)
{
    Fixture f;
    open_text(&f, _i == 0 ? "" : plan_text);
    diag_at(&f.sink, HP4001, (Span){0, 0, 0});
    diag_label(f.sink.list.at[0], L_FIRST_HERE);
    expect(&f, render_terminal,
           "plan.hplan:1:1: feil HP4001: @\n"
           "      = første gang her\n");
}
END_TEST

/* What a user wrote must not steer the terminal, nor break the form. */
START_TEST(terminal_hostile)
{
    Fixture f;
    open_text(&f, "a\x1b[31m\x80 \xE2\x80\xAE"
                  "b\n");
    diag_at(&f.sink, HP4001, at(&f, "b"));
    diag_label(f.sink.list.at[0], L_DID_YOU_MEAN);
    diag_str(f.sink.list.at[0], STR("x\ny\x1b[0m\xC3"));
    expect(&f, render_terminal,
           "plan.hplan:1:9: feil HP4001: @\n"
           "    1 | a�[31m� b\n"
           "      |         ^ mente du «x y�[0m�»?\n");
}
END_TEST

START_TEST(terminal_long_lines)
{
    Fixture f;
    char text[1000];
    memset(text, '.', sizeof text);
    memcpy(text + 500, "mål", 4);
    memcpy(text + 20, "x", 1);
    text[999] = '\0';
    open_text(&f, text);
    diag_at(&f.sink, HP4001, at(&f, "x"));
    diag_at(&f.sink, HP4001, at(&f, "mål"));
    diag_at(&f.sink, HP4001, (Span){0, 600, 300});
    diag_at(&f.sink, HP4001, (Span){0, 999, 0});
#define DOTS_10   ".........."
#define DOTS_20   DOTS_10 DOTS_10
#define DOTS_30   DOTS_20 DOTS_10
#define DOTS_60   DOTS_30 DOTS_30
#define SPACES_30 "                              "
#define CARETS_10 "^^^^^^^^^^"
#define CARETS_60 CARETS_10 CARETS_10 CARETS_10 CARETS_10 CARETS_10 CARETS_10
    expect(&f, render_terminal,
           "plan.hplan:1:21: feil HP4001: @\n"
           "    1 | " DOTS_20 "x" DOTS_60 DOTS_10 "…\n"
           "      |                     ^\n"
           "plan.hplan:1:501: feil HP4001: @\n"
           "    1 | …" DOTS_30 "mål" DOTS_30 DOTS_20 ".......…\n"
           "      |  " SPACES_30 "^^^\n"
           "plan.hplan:1:600: feil HP4001: @\n"
           "    1 | …" DOTS_30 DOTS_60 "…\n"
           "      |  " SPACES_30 CARETS_60 "^\n"
           "plan.hplan:1:999: feil HP4001: @\n"
           "    1 | …" DOTS_30 "\n"
           "      |  " SPACES_30 "^\n");
}
END_TEST

START_TEST(terminal_color)
{
    Fixture f;
    open_text(&f, plan_text);
    diag_at(&f.sink, HP4001, at(&f, "plan"));
    f.opt.color = true;
    expect(&f, render_terminal,
           "\x1b[1mplan.hplan:1:1: \x1b[0m\x1b[1;31mfeil HP4001\x1b[0m: @\n"
           "    1 | plan \"Prøve\" {\n"
           "      | \x1b[1;31m^^^^\x1b[0m\n");
}
END_TEST

static void add_terminal(Suite *suite)
{
    TCase *tc = tcase_create("terminal");
    tcase_add_test(tc, terminal_all_parts);
    tcase_add_loop_test(tc, terminal_languages, 0, LANG_COUNT);
    tcase_add_test(tc, terminal_width);
    tcase_add_test(tc, terminal_no_place);
    tcase_add_test(tc, terminal_odd_spans);
    tcase_add_loop_test(tc, terminal_whole_file, 0, 2);
    tcase_add_test(tc, terminal_hostile);
    tcase_add_test(tc, terminal_long_lines);
    tcase_add_test(tc, terminal_color);
    suite_add_tcase(suite, tc);
}

Suite *test_diag_suite(void)
{
    Suite *suite = suite_create("diag");
    TCase *tc = tcase_create("texts");
    tcase_add_test(tc, codes_by_name);
    tcase_add_test(tc, rows_are_whole);
    tcase_add_test(tc, arguments);
    suite_add_tcase(suite, tc);
    tc = tcase_create("sink");
    tcase_add_test(tc, order_and_doubles);
    tcase_add_test(tc, many_findings_sort);
    suite_add_tcase(suite, tc);
    add_terminal(suite);
    return suite;
}
