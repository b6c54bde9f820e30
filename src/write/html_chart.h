/*
 * html_chart.h — charts as HTML.  Layer: write.
 */
#ifndef HPLAN_WRITE_HTML_CHART_H
#define HPLAN_WRITE_HTML_CHART_H

#include "report/report.h"

void html_put_chart(Buf *out, const Chart *chart);

#endif
