/*
 * figure_report.h — what is said of a figure that is badly written.  Layer: syntax.
 */
#ifndef HPLAN_SYNTAX_FIGURE_REPORT_H
#define HPLAN_SYNTAX_FIGURE_REPORT_H

#include "diag/diag.h"
#include "syntax/figure.h"

/* Reports the fault of a figure, whose bytes are `text` and stand at `span`: HP1010,
 * HP1011, HP1013, HP1014, HP1027 or HP1037. Of a range, the side that is at fault.
 * Returns NULL for no fault. */
Diag *figure_report(DiagSink *sink, Arena *scratch, Span span, Str text, Figure figure);

/* Two figures, or a few, that were meant for one whose digits are badly grouped (`12345 678`): what
 * was meant, as HP1010 of all of it. */
Diag *figure_report_parted(DiagSink *sink, Arena *scratch, Span span, Str text);

#endif
