/*
 * prose.h — text blocks, parsed and made ready to be printed.  Layer: write.
 *
 * In: Prose (CommonMark with numbered figures). Rendered: its tree with the figures put in,
 * links led to their targets, headings moved below their chapter, and raw HTML made plain text.
 */
#ifndef HPLAN_WRITE_PROSE_H
#define HPLAN_WRITE_PROSE_H

#include "report/commonmark.h"
#include "report/report.h"

/* Puts it as `render` gives it, by cmark. The tree may be changed. */
typedef const char *ProseRender(CommonMark *c, const Prose *p);
void prose_put(Buf *out, const Prose *p, ProseRender *render);

#endif
