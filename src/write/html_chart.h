/*
 * html_chart.h — charts as HTML.  Layer: write.
 */
#ifndef HPLAN_WRITE_HTML_CHART_H
#define HPLAN_WRITE_HTML_CHART_H

#include "report/report.h"

void html_put_chart(Buf *out, const Chart *chart);
/* Thousandths as percent, as charts have all their places: 125 is 12.5%. */
void html_put_percent(Buf *out, unsigned thousandths);
/* One of lines; see html_lines.c. */
void html_put_lines(Buf *out, const Chart *chart);

#endif
