/*
 * test_write_html.c — the web page, from reports that are put together by hand: what stands there,
 * and that nothing a plan says is ever read as markup.
 */
#include "report/runs.h"
#include "write/write.h"

#include <check.h>
#include <stdlib.h>

Suite *test_write_html_suite(void);

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
    f->report.lang_tag = STR("nn");
    f->report.contents_head = STR("Innhald");
    f->report.table_word = STR("Tabell");
    buf_init(&f->out, &f->arena);
}

static void say(Fixture *f, Runs *runs, const char *text)
{
    runs_add(&f->arena, runs, str_from(text), RUN_PLAIN, NULL);
}

static Block *add(Fixture *f, BlockKind kind, const char *text)
{
    Block *b = block_add(&f->arena, &f->report.body, kind);
    say(f, &b->text, text);
    return b;
}

static void expect_in(Fixture *f, const char *want)
{
    ck_assert_msg(strstr(f->out.ptr, want) != NULL, "not there: %s\nin:\n%s", want,
                  strstr(f->out.ptr, "<body>"));
}

static void expect_none(Fixture *f, const char *unwanted)
{
    ck_assert_msg(strstr(f->out.ptr, unwanted) == NULL, "there: %s", unwanted);
}

static void finish(Fixture *f)
{
    arena_free(&f->arena);
}

START_TEST(folds_what_is_asked_for)
{
    Fixture f;
    open_report(&f);
    Block *fold = add(&f, BLOCK_FOLD, "Tala (2)");
    say(&f, &block_add(&f.arena, fold, BLOCK_LINE)->text, "Inni.");
    write_html(&f.out, &f.report);
    expect_in(&f, "<details>\n<summary>Tala (2)</summary>\n<p>Inni.</p>\n</details>\n");
    finish(&f);
}
END_TEST

START_TEST(says_its_language_and_title)
{
    Fixture f;
    open_report(&f);
    write_html(&f.out, &f.report);
    expect_in(&f, "<html lang=\"nn\">");
    expect_in(&f, "<title>Plan</title>");
    expect_in(&f, "<main id=\"main\"");
    ck_assert_int_eq(f.out.ptr[f.out.len - 1], '\n');
    finish(&f);
}
END_TEST

START_TEST(text_is_never_markup)
{
    static const char hostile[] = "<script>alert(1)</script> & \"x\" 'y' \x01\x1b <b>";
    Fixture f;
    open_report(&f);
    f.report.title = STR("</title><script>alert(2)</script>");
    Field *field = vec_push(&f.arena, &f.report.meta);
    field->label = str_from(hostile);
    say(&f, &field->value, hostile);
    add(&f, BLOCK_LINE, hostile);
    add(&f, BLOCK_NOTE, hostile);
    for (int i = 0; i < 2; i++) { /* two, so that there is a table of contents */
        Block *heading = add(&f, BLOCK_HEADING, hostile);
        heading->level = 2;
        heading->chapter = true;
        heading->number = STR("<1>");
        heading->anchor = STR("a\" onclick=\"x");
    }
    write_html(&f.out, &f.report);
    expect_none(&f, "<script");
    expect_none(&f, "<b>");
    expect_none(&f, "<1>");
    expect_none(&f, "\x01");
    expect_none(&f, "\x1b");
    expect_none(&f, "\" onclick=\"x\"");
    expect_in(&f, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;");
    finish(&f);
}
END_TEST

static Prose *add_prose(Fixture *f, const char *source)
{
    Block *b = block_add(&f->arena, &f->report.body, BLOCK_PROSE);
    Prose *p = arena_new(&f->arena, Prose);
    p->source = str_from(source);
    p->level = 2;
    b->prose = p;
    return p;
}

START_TEST(prose)
{
    Fixture f;
    open_report(&f);
    Prose *p = add_prose(&f, "# Eit *avsnitt*\n\nTal " PROSE_FIGURE_OPEN "0" PROSE_FIGURE_CLOSE
                             " <img src=x onerror=y>\n\n<script>z</script>\n\n"
                             "[lenkje](javascript:alert) ![bilete](b.png)\n");
    *vec_push(&f.arena, &p->headings) = STR("eit-avsnitt");
    *vec_push(&f.arena, &p->figures) = STR("<12>");
    write_html(&f.out, &f.report);
    expect_in(&f, "<h3 id=\"eit-avsnitt\">");
    expect_in(&f, "<em>avsnitt</em>");
    expect_in(&f, "Tal &lt;12&gt;");
    expect_in(&f, "<img src=\"b.png\" alt=\"bilete\" />");
    expect_none(&f, "<script");
    expect_none(&f, "<img src=x");
    expect_none(&f, "javascript:");
    finish(&f);
}
END_TEST

/* The report counts the headings in quotations and lists as well. */
START_TEST(headings_of_prose)
{
    Fixture f;
    open_report(&f);
    Prose *p = add_prose(&f, "> # Sitat\n\n# Etter\n\n1. # I liste\n");
    *vec_push(&f.arena, &p->headings) = STR("sitat");
    *vec_push(&f.arena, &p->headings) = STR("etter");
    *vec_push(&f.arena, &p->headings) = STR("i-liste");
    write_html(&f.out, &f.report);
    expect_in(&f, "<h3 id=\"sitat\">\nSitat");
    expect_in(&f, "<h3 id=\"etter\">\nEtter");
    expect_in(&f, "<h3 id=\"i-liste\">\nI liste");
    finish(&f);
}
END_TEST

/* ---- tables --------------------------------------------------------------------------------- */

static GridColumn *column(Fixture *f, Grid *grid, const char *upper, const char *lower)
{
    GridColumn *col = vec_push(&f->arena, &grid->cols);
    col->upper = str_from(upper);
    col->lower = str_from(lower);
    col->head = str_from(lower);
    return col;
}

static GridRow *row(Fixture *f, Grid *grid, GridRole role, const char *first, const char *second)
{
    GridRow *r = vec_push(&f->arena, &grid->rows);
    r->role = (uint8_t)role;
    r->cells = arena_array(&f->arena, Shown, grid->cols.len);
    if (first[0] != '\0')
        say(f, &r->cells[0].runs, first);
    if (second[0] != '\0')
        say(f, &r->cells[1].runs, second);
    return r;
}

START_TEST(tables)
{
    Fixture f;
    open_report(&f);
    Grid *grid = arena_new(&f.arena, Grid);
    column(&f, grid, "", "");
    column(&f, grid, "Oppegård", "2014")->number = true;
    column(&f, grid, "Oppegård", "2015")->number = true;
    column(&f, grid, "Ski", "2015")->number = true;
    row(&f, grid, GRID_GROUP, "Skule", "");
    row(&f, grid, GRID_PLAIN, "lønn", "10");
    row(&f, grid, GRID_GROUP, "Helse", "");
    GridRow *sum = row(&f, grid, GRID_SUM, "sum", "10");
    sum->linked = true;
    sum->anchor = STR("sum-1");
    Block *table = add(&f, BLOCK_TABLE, "Utgifter");
    table->grid = grid;
    grid->unit = STR("1000 <kr>");
    write_html(&f.out, &f.report);
    expect_in(&f, "<caption>Utgifter (1000 &lt;kr&gt;)</caption>");
    expect_in(&f, "<tr><td rowspan=\"2\"></td><th colspan=\"2\" scope=\"colgroup\">Oppegård</th>"
                  "<th colspan=\"1\" scope=\"colgroup\">Ski</th></tr>");
    expect_in(&f, "<tr><th scope=\"col\" class=\"n\">2014</th>");
    expect_in(&f, "<th colspan=\"4\" scope=\"rowgroup\">Skule</th>");
    expect_in(&f, "</tbody>\n<tbody>\n<tr class=\"group\">");
    expect_in(&f, "<tr class=\"sum\" id=\"sum-1\"><th scope=\"row\">sum</th><td class=\"n\">10</td>");
    finish(&f);
}
END_TEST

/* ---- lists and contents --------------------------------------------------------------------- */

static void add_list(Fixture *f, const char *const *numbers)
{
    Block *list = block_add(&f->arena, &f->report.body, BLOCK_LIST);
    for (; *numbers != NULL; numbers++) {
        Block *item = block_add(&f->arena, list, BLOCK_ITEM);
        item->number = str_from(*numbers);
        say(f, &item->text, "ting");
    }
}

START_TEST(lists)
{
    static const char *const from_one[] = {"1", "2", NULL};
    static const char *const from_four[] = {"4", "5", NULL};
    static const char *const gaps[] = {"1", "3", NULL};
    static const char *const none[] = {"", "", NULL};
    static const char *const letters[] = {"a", "b", NULL};
    Fixture f;
    open_report(&f);
    add_list(&f, from_one);
    add_list(&f, from_four);
    add_list(&f, gaps);
    add_list(&f, none);
    add_list(&f, letters);
    write_html(&f.out, &f.report);
    expect_in(&f, "<ol>\n<li>ting</li>\n<li>ting</li>\n</ol>\n<ol start=\"4\">\n<li>ting</li>");
    expect_in(&f, "<ul>\n<li><strong>1</strong> ting</li>\n<li><strong>3</strong> ting</li>");
    expect_in(&f, "<ul>\n<li>ting</li>\n<li>ting</li>\n</ul>\n<ul>\n<li><strong>a</strong> ting");
    finish(&f);
}
END_TEST

static void add_chapter(Fixture *f, uint8_t level, const char *text)
{
    Block *b = add(f, BLOCK_HEADING, text);
    b->level = level;
    b->chapter = true;
    b->anchor = str_from(text);
}

/* Levels that are skipped on the way down are gone back over in one step. */
START_TEST(contents)
{
    static const uint8_t levels[] = {2, 4, 4, 6, 3, 2, 6, 2};
    static const char *const names[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
    Fixture f;
    open_report(&f);
    for (size_t i = 0; i < sizeof levels; i++)
        add_chapter(&f, levels[i], names[i]);
    write_html(&f.out, &f.report);
    const char *nav = strstr(f.out.ptr, "<nav");
    const char *end = strstr(nav, "</nav>");
    int open = 0;
    int items = 0;
    for (const char *p = nav; p < end; p++) {
        open += strncmp(p, "<ul", 3) == 0;
        open -= strncmp(p, "</ul", 4) == 0;
        items += strncmp(p, "<li", 3) == 0;
        items -= strncmp(p, "</li", 4) == 0;
        ck_assert_int_ge(open, 0);
        ck_assert_int_ge(items, 0);
    }
    ck_assert_int_eq(open, 0);
    ck_assert_int_eq(items, 0);
    finish(&f);
}
END_TEST

START_TEST(charts)
{
    Fixture f;
    open_report(&f);
    ChartBar bars[] = {{STR("Nord <b>"), STR("10 %"), 125, 1000}};
    ChartRow rows[] = {{.label = STR("Stab")}, {.label = STR("HR")}};
    Chart chart = {.rows = {.at = rows, .len = 2, .cap = 2}};
    rows[1].bars.at = bars;
    rows[1].bars.len = rows[1].bars.cap = 1;
    add(&f, BLOCK_CHART, "")->chart = &chart;
    write_html(&f.out, &f.report);
    expect_in(&f, "<div class=\"chart\" aria-hidden=\"true\">\n<div class=\"group\">Stab</div>\n"
                  "<div>HR</div>\n<div class=\"bar\"><span>Nord &lt;b&gt;</span>"
                  "<i><b style=\"margin-left:12.5%;width:87.5%\"></b></i>"
                  "<span class=\"n\">10 %</span></div>\n</div>");
    finish(&f);
}
END_TEST

/* A result that breaks off, and a target: each with a mark of its own, the
 * target hollow and dashed. */
START_TEST(charts_of_lines)
{
    Fixture f;
    open_report(&f);
    ChartName values[] = {{STR("0 <"), 0, false}, {STR("10"), CHART_WIDTH, false}};
    ChartName times[] = {{STR("2024"), 960, false}, {STR("2023"), 40, true}};
    ChartPoint results[] = {{40, 0, false, false, false, STR("1 <b>")},
                            {500, 250, true, true, true, STR("2")},
                            {960, 500, false, false, false, STR_NONE}};
    ChartPoint target[] = {{960, 1000, false, false, false, STR_NONE}};
    ChartLine lines[] = {
        {.name = STR("Nord & Sør"), .name_at = 500, .points = {.at = results, .len = 3, .cap = 3}},
        {.name = STR("Måltall"), .last = STR("10 kr"), .expected = true, .name_at = 1000,
         .points = {.at = target, .len = 1, .cap = 1}}};
    Chart chart = {.lines = {.at = lines, .len = 2, .cap = 2},
                   .values = {.at = values, .len = 2, .cap = 2},
                   .times = {.at = times, .len = 2, .cap = 2},
                   .unit = STR("Kr"),
                   .note = STR("Obs.")};
    add(&f, BLOCK_CHART, "")->chart = &chart;
    write_html(&f.out, &f.report);
    expect_in(&f, "<div class=\"lines\" aria-hidden=\"true\">\n<div class=\"unit\">Kr. Obs.</div>\n"
                  "<div class=\"frame\">\n<svg>\n<g class=\"rules\">"
                  "<line x1=\"0\" x2=\"100%\" y1=\"100.0%\" y2=\"100.0%\" />"
                  "<line x1=\"0\" x2=\"100%\" y1=\"0.0%\" y2=\"0.0%\" /></g>\n<g class=\"l0\">"
                  "<line x1=\"4.0%\" y1=\"100.0%\" x2=\"50.0%\" y2=\"75.0%\" />"
                  "<svg x=\"4.0%\" y=\"100.0%\">");
    expect_in(&f, "<g class=\"l1 expected\"><svg x=\"96.0%\" y=\"0.0%\"><path d=\"M-4.5-4.5h9v9h-9z\" />"
                  "</svg></g>\n</svg>\n<span class=\"y\" style=\"top:100.0%\">0 &lt;</span>\n");
    expect_in(&f, "<span class=\"x wide\" style=\"left:4.0%\">2023</span>\n"
                  "<span class=\"x\" style=\"left:96.0%\">2024</span>\n"
                  "<span class=\"v\" style=\"left:4.0%;top:100.0%\">1 &lt;b&gt;</span>\n"
                  "<span class=\"v under wide\" style=\"left:50.0%;top:75.0%\">2</span>\n</div>\n"
                  "<div class=\"names\">\n<div style=\"top:50.0%\"><svg class=\"key\"><g class=\"l0\">");
    expect_in(&f, "</svg></g></svg><span>Nord &amp; Sør</span></div>\n");
    expect_in(&f, "</svg></g></svg><span>Måltall: 10 kr</span></div>\n</div>\n</div>");
    finish(&f);
}
END_TEST

Suite *test_write_html_suite(void)
{
    Suite *s = suite_create("write_html");
    TCase *c = tcase_create("html");
    tcase_add_test(c, says_its_language_and_title);
    tcase_add_test(c, folds_what_is_asked_for);
    tcase_add_test(c, text_is_never_markup);
    tcase_add_test(c, prose);
    tcase_add_test(c, headings_of_prose);
    tcase_add_test(c, tables);
    tcase_add_test(c, charts);
    tcase_add_test(c, charts_of_lines);
    tcase_add_test(c, lists);
    tcase_add_test(c, contents);
    suite_add_tcase(s, c);
    return s;
}
