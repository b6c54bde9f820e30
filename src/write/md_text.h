/*
 * md_text.h — plain text as Markdown.  Layer: write.
 *
 * What the report says is text; these put it so that neither CommonMark nor GitHub's additions
 * read any of it as markup.
 */
#ifndef HPLAN_WRITE_MD_TEXT_H
#define HPLAN_WRITE_MD_TEXT_H

#include "report/report.h"

/* `begins`: the text stands first on its line, where # and 1. would mean something. */
void md_put_text(Buf *out, Str text, bool begins);
void md_put_runs(Buf *out, const Runs *runs, bool begins);
/* All of it strong but what is so already. */
void md_put_strong(Buf *out, const Runs *runs);
void md_put_anchor(Buf *out, Str id);

#endif
