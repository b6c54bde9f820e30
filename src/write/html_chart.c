/*
 * html_chart.c — charts as HTML.  Layer: write.
 *
 * Bars are boxes of the page itself, so labels wrap and stay legible on a phone, on paper and in
 * the reader's own colours. Each bar carries its name and its figure; colour says nothing. Whoever
 * hears the page has read the same in the block before, so a chart is not read out again.
 */
#include "write/html_chart.h"

#include "write/html_text.h"

void html_put_percent(Buf *out, unsigned thousandths)
{
    buf_printf(out, "%u.%u%%", thousandths / 10, thousandths % 10);
}

static void put_bar(Buf *out, const ChartBar *bar)
{
    buf_cstr(out, "<div class=\"bar\"><span>");
    html_put_text(out, bar->label);
    buf_cstr(out, "</span><i><b style=\"margin-left:");
    html_put_percent(out, bar->from);
    buf_cstr(out, ";width:");
    html_put_percent(out, (unsigned)bar->to - bar->from);
    buf_cstr(out, "\"></b></i><span class=\"n\">");
    html_put_text(out, bar->text);
    buf_cstr(out, "</span></div>\n");
}

void html_put_chart(Buf *out, const Chart *chart)
{
    if (chart->lines.len > 0) {
        html_put_lines(out, chart);
        return;
    }
    buf_cstr(out, "<div class=\"chart\" aria-hidden=\"true\">\n");
    for (uint32_t r = 0; r < chart->rows.len; r++) {
        const ChartRow *row = &chart->rows.at[r];
        if (row->label.len > 0) {
            buf_cstr(out, row->bars.len > 0 ? "<div>" : "<div class=\"group\">");
            html_put_text(out, row->label);
            buf_cstr(out, "</div>\n");
        }
        for (uint32_t i = 0; i < row->bars.len; i++)
            put_bar(out, &row->bars.at[i]);
    }
    buf_cstr(out, "</div>\n");
}
