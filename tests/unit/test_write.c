/*
 * test_write.c — the writers, on reports that are put together by hand.
 */
#include "report/runs.h"
#include "write/md_text.h"
#include "write/write.h"

#include <check.h>

Suite *test_write_suite(void);

typedef struct Fixture {
    Arena arena;
    Report report;
    Buf out;
} Fixture;

static void open_report(Fixture *f)
{
    memset(f, 0, sizeof *f);
    arena_init(&f->arena, NULL);
    f->report.title = STR("Plan");
    f->report.contents_head = STR("Innhold");
    buf_init(&f->out, &f->arena);
}

static void expect_text(Fixture *f, const char *want)
{
    ck_assert_msg(str_eq(buf_view(&f->out), str_from(want)), "got:\n%.*s\nwant:\n%s",
                  STR_ARG(buf_view(&f->out)), want);
}

static void expect_markdown(Fixture *f, const char *body)
{
    write_markdown(&f->out, &f->report);
    Buf want;
    buf_init(&want, &f->arena);
    buf_printf(&want, "# Plan\n\n%s", body);
    expect_text(f, arena_copy(&f->arena, want.ptr, want.len));
    arena_free(&f->arena);
}

static void say(Fixture *f, Runs *runs, const char *text)
{
    runs_add(&f->arena, runs, str_from(text), RUN_PLAIN, NULL);
}

static Block *add_heading(Fixture *f, uint8_t level, const char *number, const char *text)
{
    Block *b = block_add(&f->arena, &f->report.body, BLOCK_HEADING);
    b->level = level;
    b->chapter = true;
    b->number = str_from(number);
    b->anchor = STR("x");
    say(f, &b->text, text);
    return b;
}

static Prose *add_prose(Fixture *f, Block *into, const char *source)
{
    Prose *p = arena_new(&f->arena, Prose);
    p->source = str_from(source);
    block_add(&f->arena, into, BLOCK_PROSE)->prose = p;
    return p;
}

/* --- plain text ------------------------------------------------------------------------------ */

static void check_escape(const char *text, bool begins, const char *want)
{
    Arena a;
    arena_init(&a, NULL);
    Buf b;
    buf_init(&b, &a);
    md_put_text(&b, str_from(text), begins);
    ck_assert_msg(str_eq(buf_view(&b), str_from(want)), "%s: got %.*s, want %s", text,
                  STR_ARG(buf_view(&b)), want);
    arena_free(&a);
}

START_TEST(nothing_leaks)
{
    check_escape("a|b *c* [d](e) <b>f</b>", false, "a\\|b \\*c\\* \\[d\\](e) \\<b>f\\</b>");
    check_escape("snake_case _x_", false, "snake_case \\_x\\_");
    check_escape("1. januar", true, "1\\. januar");
    check_escape("1. januar", false, "1. januar");
    check_escape("- strek", true, "\\- strek");
    check_escape("3-4", true, "3-4");
    check_escape("# nei", true, "\\# nei");
    check_escape("Drift & vedlikehold, R&D &amp; &#65;", false,
                 "Drift & vedlikehold, R\\&D \\&amp; \\&#65;");
    check_escape("en\nto", false, "en to");
    check_escape("~~x~~ $1$ `y` \\", false, "\\~\\~x\\~\\~ \\$1\\$ \\`y\\` \\\\");
    check_escape("skala 1–6, 38\xC2\xA0"
                 "228\xC2\xA0kr, æøå",
                 true,
                 "skala 1–6, 38\xC2\xA0"
                 "228\xC2\xA0kr, æøå");
}
END_TEST

/* --- anchors --------------------------------------------------------------------------------- */

static void check_anchor(Anchors *as, const char *text, const char *want)
{
    Str got = anchors_claim(as, str_from(text));
    ck_assert_msg(str_eq(got, str_from(want)), "%s: got %.*s, want %s", text, STR_ARG(got), want);
}

START_TEST(anchors_are_those_of_github)
{
    Arena a;
    arena_init(&a, NULL);
    Anchors as;
    anchors_init(&as, &a);
    check_anchor(&as, "2.0 Fordeling av Økonomisk ramme", "20-fordeling-av-økonomisk-ramme");
    check_anchor(&as, "Mål: å bli bedre – hver dag", "mål-å-bli-bedre--hver-dag");
    check_anchor(&as, "IKT-avdelingen", "ikt-avdelingen");
    check_anchor(&as, "IKT-avdelingen", "ikt-avdelingen-1");
    check_anchor(&as, "IKT-avdelingen", "ikt-avdelingen-2");
    check_anchor(&as, "IKT-avdelingen 1", "ikt-avdelingen-1-1");
    check_anchor(&as, "«…»", "_");
    arena_free(&a);
}
END_TEST

/* --- blocks ---------------------------------------------------------------------------------- */

START_TEST(head_and_contents)
{
    Fixture f;
    open_report(&f);
    Field *field = field_add(&f.arena, &f.report.meta, STR("Kommune"));
    say(&f, &field->value, "Kragerø");
    field = field_add(&f.arena, &f.report.meta, STR("År"));
    say(&f, &field->value, "2018");
    add_heading(&f, 2, "1", "Innledning");
    add_heading(&f, 3, "1.1", "Mer [a]");
    expect_markdown(&f, "**Kommune:** Kragerø · **År:** 2018\n\n"
                        "## Innhold\n\n- [1 Innledning](#x)\n  - [1.1 Mer \\[a\\]](#x)\n\n"
                        "## 1 Innledning\n\n### 1.1 Mer \\[a\\]\n");
}
END_TEST

START_TEST(table)
{
    Fixture f;
    open_report(&f);
    Grid *g = arena_new(&f.arena, Grid);
    grid_column(&f.arena, g, STR("Avdeling"), false);
    grid_column(&f.arena, g, STR("Netto (kr)"), true);
    grid_room(&f.arena, g, 4);
    say(&f, &grid_row(&f.arena, g, GRID_GROUP)->cells[0].runs, "Drift");
    GridRow *row = grid_row(&f.arena, g, GRID_PLAIN);
    say(&f, &row->cells[0].runs, "Service | arkiv");
    say(&f, &row->cells[1].runs,
        "7\xC2\xA0"
        "686");
    say(&f, &grid_row(&f.arena, g, GRID_PLAIN)->cells[0].runs, "Blank");
    row = grid_row(&f.arena, g, GRID_SUM);
    say(&f, &row->cells[0].runs, "Sum");
    say(&f, &row->cells[1].runs,
        "7\xC2\xA0"
        "686");
    Block *b = block_add(&f.arena, &f.report.body, BLOCK_TABLE);
    b->grid = g;
    b->linked = true;
    b->anchor = STR("fordeling-kostra");
    say(&f, &b->text, "Rammen 2018");
    expect_markdown(&f, "<a id=\"fordeling-kostra\"></a>**Rammen 2018**\n\n"
                        "| Avdeling         | Netto (kr) |\n"
                        "| ---------------- | ---------: |\n"
                        "| **Drift**        |            |\n"
                        "| Service \\| arkiv |      7\xC2\xA0"
                        "686 |\n"
                        "| Blank            |            |\n"
                        "| **Sum**          |  **7\xC2\xA0"
                        "686** |\n");
}
END_TEST

static Block *add_item(Fixture *f, Block *list, const char *number, const char *text)
{
    Block *item = block_add(&f->arena, list, BLOCK_ITEM);
    item->number = str_from(number);
    say(f, &item->text, text);
    return item;
}

START_TEST(lists)
{
    Fixture f;
    open_report(&f);
    Block *list = block_add(&f.arena, &f.report.body, BLOCK_LIST);
    add_item(&f, list, "3", "Tredje");
    add_item(&f, list, "4", "Fjerde");
    list = block_add(&f.arena, &f.report.body, BLOCK_LIST);
    add_item(&f, list, "8", "Fond");
    Block *item = add_item(&f, list, "18", "Bo");
    add_prose(&f, item, "En linje\nog en til.\n\nNytt avsnitt.");
    list = block_add(&f.arena, &f.report.body, BLOCK_LIST);
    item = add_item(&f, list, "", "Ytre");
    Block *inner = block_add(&f.arena, item, BLOCK_LIST);
    add_item(&f, inner, "", "Indre");
    expect_markdown(&f, "3. Tredje\n4. Fjerde\n\n"
                        "- **8** Fond\n\n- **18** Bo\n\n  En linje\n  og en til.\n\n"
                        "  Nytt avsnitt.\n\n<!-- -->\n\n- Ytre\n  - Indre\n");
}
END_TEST

/* --- prose ----------------------------------------------------------------------------------- */

START_TEST(figures_are_never_markup)
{
    Fixture f;
    open_report(&f);
    Prose *p =
        add_prose(&f, &f.report.body,
                  "Ramme: **" PROSE_FIGURE_OPEN "0" PROSE_FIGURE_CLOSE "**, `" PROSE_FIGURE_OPEN
                  "1" PROSE_FIGURE_CLOSE "` " PROSE_FIGURE_OPEN "1" PROSE_FIGURE_CLOSE "x.");
    *vec_push(&f.arena, &p->figures) = STR("38,2\xC2\xA0mill.\xC2\xA0kr");
    *vec_push(&f.arena, &p->figures) = STR("*a* [b](c)");
    expect_markdown(&f, "Ramme: **38,2\xC2\xA0mill.\xC2\xA0kr**, `*a* [b](c)` "
                        "\\*a\\* \\[b\\](c)x.\n");
}
END_TEST

START_TEST(links_lead_to_their_targets)
{
    Fixture f;
    open_report(&f);
    static const Target goal = {{"#mål-x", 7}};
    static const Target hidden = {{NULL, 0}};
    Prose *p =
        add_prose(&f, &f.report.body,
                  "[A](mål:x) og [**B**](dokument:y), [C](https://e.no/) [D](javascript:x).");
    *vec_push(&f.arena, &p->links) = (ProseLink){STR("mål:x"), &goal};
    *vec_push(&f.arena, &p->links) = (ProseLink){STR("dokument:y"), &hidden};
    expect_markdown(&f, "[A](#mål-x) og **B**, [C](https://e.no/) D.\n");
}
END_TEST

START_TEST(headings_and_html_are_tamed)
{
    Fixture f;
    open_report(&f);
    Prose *p = add_prose(&f, &f.report.body,
                         "# Over\n\n<script>alert(1)</script>\n\nx <b>y</b> <!-- bort --> z\n\n"
                         "##### Under\n");
    p->level = 3;
    expect_markdown(&f, "#### Over\n\n\\<script\\>alert(1)\\</script\\>\n\n"
                        "x \\<b\\>y\\</b\\>  z\n\n###### Under\n");
}
END_TEST

/* A comment is not printed; what stands about it is, on its line and below it. */
START_TEST(text_behind_a_comment_stays)
{
    static const char *const rows[][2] = {
        {"<!-- husk --> Vi *skal*\nnå det.\n", "Vi *skal*\n\nnå det.\n"},
        {"<!--\nto\nlinjer --> Vi skal.\n", "Vi skal.\n"},
        {"<!-- a --> <!-- b --> Vi skal <!-- c --> det.\n", "Vi skal  det.\n"},
        {"- <!-- a --> Ett\n- To\n", "  - Ett\n  - To\n"},
        {"Først.\n\n<!-- bort -->\n\nSist.\n", "Først.\n\nSist.\n"},
        {"<!-- uten slutt\nog mer\n", "\\<\\!-- uten slutt og mer\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Fixture f;
        open_report(&f);
        add_prose(&f, &f.report.body, rows[i][0]);
        expect_markdown(&f, rows[i][1]);
    }
}
END_TEST

/* --- formats ---------------------------------------------------------------------------------- */

START_TEST(formats_by_name)
{
    ck_assert(format_find(STR("md"))->write == write_markdown);
    ck_assert(format_find(STR("json"))->write == write_json);
    ck_assert_ptr_null(format_find(STR("docx")));
}
END_TEST

Suite *test_write_suite(void)
{
    Suite *s = suite_create("write");
    TCase *c = tcase_create("write");
    tcase_add_test(c, nothing_leaks);
    tcase_add_test(c, anchors_are_those_of_github);
    tcase_add_test(c, head_and_contents);
    tcase_add_test(c, table);
    tcase_add_test(c, lists);
    tcase_add_test(c, figures_are_never_markup);
    tcase_add_test(c, links_lead_to_their_targets);
    tcase_add_test(c, headings_and_html_are_tamed);
    tcase_add_test(c, text_behind_a_comment_stays);
    tcase_add_test(c, formats_by_name);
    suite_add_tcase(s, c);
    return s;
}
