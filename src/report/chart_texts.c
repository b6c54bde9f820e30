/*
 * chart_texts.c — where the texts of a chart of lines find room.  Layer: report.
 *
 * in:  a chart with its lines in place
 * out: the figures at their points and the names at the ends of the lines, so that none lies on
 *      another; what there is no room for is left to the table. Widths are in thousandths of a
 *      chart.
 */
#include "report/chart_int.h"

#include "base/utf8.h"

#include <stdlib.h>

enum {
    LETTER = 16,       /* width of a letter on a screen */
    PHONE_LETTER = 42, /* … and on a narrow one */
    TIME_LETTERS = 8,  /* in a line of a time's name */
    FIGURE_LETTERS = 12,
    FIGURE_HEIGHT = 85, /* of a figure at a point, and how far from it its middle is */
    MARK_HEIGHT = 70,   /* half of both a figure and a mark */
    FLOOR = 100,        /* no room for a figure under a point that is lower */
    NAME_HEIGHT = 150   /* of two lines of text beside the chart */
};

/* --- times under the chart ------------------------------------------------------------------- */

/* Is there room for the name of a time before the last that has one? */
static bool time_fits(const Chart *chart, const ChartName *name, int letter)
{
    uint32_t letters = utf8_length(name->text);
    int room = letter * (int)((letters < TIME_LETTERS ? letters : TIME_LETTERS) + 1);
    uint32_t i = chart->times.len;
    while (i > 0 && letter == PHONE_LETTER && chart->times.at[i - 1].wide)
        i--;
    return i == 0 || chart->times.at[i - 1].at - name->at >= room;
}

void chart_add_time(Maker *mk, Chart *chart, Str text, uint16_t at)
{
    ChartName name = {.text = text, .at = at};
    if (!time_fits(chart, &name, LETTER))
        return;
    name.wide = !time_fits(chart, &name, PHONE_LETTER);
    *vec_push(mk->arena, &chart->times) = name;
}

/* --- figures at points ----------------------------------------------------------------------- */

/* Which side is free: away from another line's point of that time, else from the line itself. */
static bool is_under(const Chart *chart, const ChartLine *line, uint32_t i)
{
    const ChartPoint *p = &line->points.at[i];
    if (p->y < FLOOR)
        return false;
    for (uint32_t j = 0; j < chart->lines.len; j++) {
        const ChartLine *other = &chart->lines.at[j];
        for (uint32_t k = 0; other != line && k < other->points.len; k++)
            if (other->points.at[k].x == p->x && other->points.at[k].y != p->y)
                return other->points.at[k].y > p->y;
    }
    bool before = p->joined && p[-1].y > p->y;
    bool behind = i + 1 < line->points.len && p[1].joined && p[1].y > p->y;
    return before && behind;
}

static int figure_height(const ChartPoint *p)
{
    return p->under ? p->y - FIGURE_HEIGHT : p->y + FIGURE_HEIGHT;
}

static bool figures_meet(const ChartPoint *a, const ChartPoint *b, int letter)
{
    int room = letter * (int)(utf8_length(a->text) + utf8_length(b->text)) / 2;
    return abs(a->x - b->x) < room && abs(figure_height(a) - figure_height(b)) < FIGURE_HEIGHT;
}

/* Would the figure lie on a mark? */
static bool hides_a_point(const Chart *chart, const ChartPoint *p, int letter)
{
    int room = letter * ((int)utf8_length(p->text) + 2) / 2;
    for (uint32_t i = 0; i < chart->lines.len; i++)
        for (uint32_t j = 0; j < chart->lines.at[i].points.len; j++) {
            const ChartPoint *q = &chart->lines.at[i].points.at[j];
            if (abs(p->x - q->x) < room && abs(figure_height(p) - q->y) < MARK_HEIGHT)
                return true;
        }
    return false;
}

/* Is there room beside the figures of the lines before, and of what is later in its own? */
static bool figure_fits(const Chart *chart, uint32_t line, uint32_t point, int letter)
{
    const ChartPoint *p = &chart->lines.at[line].points.at[point];
    if (hides_a_point(chart, p, letter))
        return false;
    for (uint32_t i = 0; i <= line; i++) {
        const ChartLine *other = &chart->lines.at[i];
        for (uint32_t j = i == line ? point + 1 : 0; j < other->points.len; j++) {
            const ChartPoint *q = &other->points.at[j];
            bool there = q->text.len > 0 && (letter != PHONE_LETTER || !q->wide);
            if (there && figures_meet(p, q, letter))
                return false;
        }
    }
    return true;
}

static void keep_figures_that_fit(Chart *chart, uint32_t line)
{
    for (uint32_t i = chart->lines.at[line].points.len; i-- > 0;) {
        ChartPoint *p = &chart->lines.at[line].points.at[i];
        if (p->text.len == 0)
            continue;
        if (utf8_length(p->text) > FIGURE_LETTERS || !figure_fits(chart, line, i, LETTER))
            p->text = STR_NONE;
        p->wide = !figure_fits(chart, line, i, PHONE_LETTER);
    }
}

static bool has_point_at(const ChartLine *line, uint16_t x)
{
    for (uint32_t i = 0; i < line->points.len; i++)
        if (line->points.at[i].x == x)
            return true;
    return false;
}

/* One figure above and one below? */
static bool two_at_a_time(const Chart *chart)
{
    for (uint32_t i = 2; i < chart->lines.len; i++)
        for (uint32_t j = 0; j < chart->lines.at[i].points.len; j++) {
            uint32_t others = 0;
            for (uint32_t k = 0; k < i; k++)
                others += has_point_at(&chart->lines.at[k], chart->lines.at[i].points.at[j].x);
            if (others > 1)
                return false;
        }
    return true;
}

/* Where no more than two lines are beside each other, each point has its figure; where there are
 * more, which would be a thicket, the last. */
static void place_figures(Chart *chart)
{
    bool few = two_at_a_time(chart);
    for (uint32_t i = 0; i < chart->lines.len; i++) {
        ChartLine *line = &chart->lines.at[i];
        line->last = few ? STR_NONE : line->last;
        for (uint32_t j = 0; j < line->points.len; j++) {
            line->points.at[j].text = few ? line->points.at[j].text : STR_NONE;
            line->points.at[j].under = is_under(chart, line, j);
        }
        keep_figures_that_fit(chart, i);
    }
}

/* --- names at the ends ----------------------------------------------------------------------- */

/* The line that ends highest of those without a place, of equals the first. */
static uint32_t highest_left(const Chart *chart, const bool *placed)
{
    uint32_t found = CHART_LINES_MAX;
    for (uint32_t i = 0; i < chart->lines.len; i++)
        if (!placed[i] && (found == CHART_LINES_MAX ||
                           chart->lines.at[i].name_at > chart->lines.at[found].name_at))
            found = i;
    return found;
}

/* Each beside the end of its line, or as near as the others let it be: from the top down, with room
 * left for those that are to come. */
static void place_names(Chart *chart)
{
    bool placed[CHART_LINES_MAX] = {false};
    int above = CHART_WIDTH + NAME_HEIGHT;
    for (int left = (int)chart->lines.len - 1; left >= 0; left--) {
        uint32_t highest = highest_left(chart, placed);
        int at = chart->lines.at[highest].name_at;
        at = at < left * NAME_HEIGHT ? left * NAME_HEIGHT : at;
        at = at > above - NAME_HEIGHT ? above - NAME_HEIGHT : at;
        placed[highest] = true;
        chart->lines.at[highest].name_at = (uint16_t)at;
        above = at;
    }
}

void chart_place_texts(Chart *chart)
{
    place_figures(chart);
    place_names(chart);
}
