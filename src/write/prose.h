/*
 * prose.h — text blocks, parsed and made ready to be printed.  Layer: write.
 *
 * In: Prose (CommonMark with numbered figures). Out: cmark's tree of it with the figures put in,
 * links led to their targets, headings moved below their chapter, and raw HTML made plain text.
 */
#ifndef HPLAN_WRITE_PROSE_H
#define HPLAN_WRITE_PROSE_H

#include "report/report.h"

#include <cmark.h>

cmark_node *prose_parse(Arena *a, const Prose *p); /* OWNED: cmark_node_free */

/* Puts it as `render` gives it: a text from malloc. The tree may be changed. */
typedef char *ProseRender(cmark_node *tree, Arena *a, const Prose *p);
void prose_put(Buf *out, const Prose *p, ProseRender *render);

#endif
