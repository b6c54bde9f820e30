/*
 * html_lines.c — charts of lines as HTML with SVG in it.  Layer: write.
 *
 * Lines and marks are SVG in percent of the chart, without a scale of their own, so that they are
 * as thick on a phone as on paper; all text is text of the page over them, in the reader's size.
 * What is expected (a target, a budget, a forecast) is dashed with hollow marks, and each line has
 * a mark of its own beside its name, so that nothing is said by colour alone.
 */
#include "write/html_chart.h"

#include "write/html_text.h"

/* About the point itself: circle, square, diamond, triangles, and a cross that is never hollow. */
static const char *const mark_shapes[] = {
    "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", "M-4.5-4.5h9v9h-9z", "M-6 0l6-6 6 6-6 6z",
    "M-6 5L0-6 6 5z",                       "M-6-5L0 6 6-5z",    "M-5-2h3v-3h4v3h3v4h-3v3h-4v-3h-3z",
};

enum { MARK_COUNT = sizeof mark_shapes / sizeof *mark_shapes };

static void put_attribute(Buf *out, const char *name, unsigned thousandths)
{
    buf_printf(out, " %s=\"", name);
    html_put_percent(out, thousandths);
    buf_char(out, '"');
}

static void put_place(Buf *out, const char *property, unsigned thousandths)
{
    buf_printf(out, "%s:", property);
    html_put_percent(out, thousandths);
}

static void put_mark(Buf *out, unsigned line)
{
    buf_printf(out, "<path d=\"%s\" />", mark_shapes[line % MARK_COUNT]);
}

/* --- in the frame ---------------------------------------------------------------------------- */

static void put_rule(Buf *out, unsigned y)
{
    buf_cstr(out, "<line x1=\"0\" x2=\"100%\"");
    put_attribute(out, "y1", CHART_WIDTH - y);
    put_attribute(out, "y2", CHART_WIDTH - y);
    buf_cstr(out, " />");
}

static void put_join(Buf *out, const ChartPoint *from, const ChartPoint *to)
{
    buf_cstr(out, "<line");
    put_attribute(out, "x1", from->x);
    put_attribute(out, "y1", (unsigned)CHART_WIDTH - from->y);
    put_attribute(out, "x2", to->x);
    put_attribute(out, "y2", (unsigned)CHART_WIDTH - to->y);
    buf_cstr(out, " />");
}

static void begin_line(Buf *out, const ChartLine *line, unsigned number)
{
    buf_printf(out, "<g class=\"l%u%s\">", number % MARK_COUNT, line->expected ? " expected" : "");
}

/* All joins, then all marks, so that these lie on top. */
static void put_line(Buf *out, const ChartLine *line, unsigned number)
{
    begin_line(out, line, number);
    for (uint32_t i = 1; i < line->points.len; i++)
        if (line->points.at[i].joined)
            put_join(out, &line->points.at[i - 1], &line->points.at[i]);
    for (uint32_t i = 0; i < line->points.len; i++) {
        buf_cstr(out, "<svg");
        put_attribute(out, "x", line->points.at[i].x);
        put_attribute(out, "y", (unsigned)CHART_WIDTH - line->points.at[i].y);
        buf_char(out, '>');
        put_mark(out, number);
        buf_cstr(out, "</svg>");
    }
    buf_cstr(out, "</g>\n");
}

static void put_value(Buf *out, const ChartName *name)
{
    buf_cstr(out, "<span class=\"y\" style=\"");
    put_place(out, "top", (unsigned)CHART_WIDTH - name->at);
    buf_cstr(out, "\">");
    html_put_text(out, name->text);
    buf_cstr(out, "</span>\n");
}

static void put_time(Buf *out, const ChartName *name)
{
    buf_printf(out, "<span class=\"x%s\" style=\"", name->wide ? " wide" : "");
    put_place(out, "left", name->at);
    buf_cstr(out, "\">");
    html_put_text(out, name->text);
    buf_cstr(out, "</span>\n");
}

static void put_figures(Buf *out, const ChartLine *line)
{
    for (uint32_t i = 0; i < line->points.len; i++) {
        const ChartPoint *p = &line->points.at[i];
        if (p->text.len == 0)
            continue;
        buf_printf(out, "<span class=\"v%s%s\" style=\"", p->under ? " under" : "",
                   p->wide ? " wide" : "");
        put_place(out, "left", p->x);
        put_place(out, ";top", (unsigned)CHART_WIDTH - p->y);
        buf_cstr(out, "\">");
        html_put_text(out, p->text);
        buf_cstr(out, "</span>\n");
    }
}

static void put_frame(Buf *out, const Chart *chart)
{
    buf_cstr(out, "<div class=\"frame\">\n<svg>\n<g class=\"rules\">");
    for (uint32_t i = 0; i < chart->values.len; i++)
        put_rule(out, chart->values.at[i].at);
    buf_cstr(out, "</g>\n");
    for (uint32_t i = 0; i < chart->lines.len; i++)
        put_line(out, &chart->lines.at[i], i);
    buf_cstr(out, "</svg>\n");
    for (uint32_t i = 0; i < chart->values.len; i++)
        put_value(out, &chart->values.at[i]);
    for (uint32_t i = chart->times.len; i-- > 0;)
        put_time(out, &chart->times.at[i]);
    for (uint32_t i = 0; i < chart->lines.len; i++)
        put_figures(out, &chart->lines.at[i]);
    buf_cstr(out, "</div>\n");
}

/* --- beside it ------------------------------------------------------------------------------- */

static void put_scale(Buf *out, const Chart *chart)
{
    if (chart->unit.len == 0 && chart->note.len == 0)
        return;
    buf_cstr(out, "<div class=\"unit\">");
    html_put_text(out, chart->unit);
    buf_cstr(out, chart->unit.len > 0 && chart->note.len > 0 ? ". " : "");
    html_put_text(out, chart->note);
    buf_cstr(out, "</div>\n");
}

static void put_name(Buf *out, const ChartLine *line, unsigned number)
{
    buf_cstr(out, "<div style=\"");
    put_place(out, "top", (unsigned)CHART_WIDTH - line->name_at);
    buf_cstr(out, "\"><svg class=\"key\">");
    begin_line(out, line, number);
    buf_cstr(out, "<line x1=\"0\" x2=\"100%\" y1=\"50%\" y2=\"50%\" /><svg x=\"50%\" y=\"50%\">");
    put_mark(out, number);
    buf_cstr(out, "</svg></g></svg><span>");
    html_put_text(out, line->name);
    if (line->last.len > 0) {
        buf_cstr(out, ": ");
        html_put_text(out, line->last);
    }
    buf_cstr(out, "</span></div>\n");
}

/* A line alone is what its table is about. */
static bool has_names(const Chart *chart)
{
    return chart->lines.len > 1 || chart->lines.at[0].name.len > 0;
}

void html_put_lines(Buf *out, const Chart *chart)
{
    buf_cstr(out, "<div class=\"lines\" aria-hidden=\"true\">\n");
    put_scale(out, chart);
    put_frame(out, chart);
    if (has_names(chart)) {
        buf_cstr(out, "<div class=\"names\">\n");
        for (uint32_t i = 0; i < chart->lines.len; i++)
            put_name(out, &chart->lines.at[i], i);
        buf_cstr(out, "</div>\n");
    }
    buf_cstr(out, "</div>\n");
}
