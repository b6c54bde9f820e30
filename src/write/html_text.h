/*
 * html_text.h — plain text as HTML.  Layer: write.
 *
 * What the report says is text; these put it so that none of it is read as markup.
 */
#ifndef HPLAN_WRITE_HTML_TEXT_H
#define HPLAN_WRITE_HTML_TEXT_H

#include "report/report.h"

void html_put_text(Buf *out, Str text);
void html_put_runs(Buf *out, const Runs *runs);
/*  name="text", with the blank before it; the text escaped. */
void html_put_attribute(Buf *out, const char *name, Str text);

#endif
