/*
 * chart_int.h — what the files that draw figures share.  Layer: report.
 *
 *   chart.c        what there is to draw, and bars
 *   chart_lines.c  figures of three times or more as lines
 *   chart_texts.c  where their names and figures find room
 *   chart_scale.c  the scale of a chart, and what stands beside it
 */
#ifndef HPLAN_REPORT_CHART_INT_H
#define HPLAN_REPORT_CHART_INT_H

#include "report/maker.h"

/* What a head or a label says of its figures: "Resultat 2018" is a result, of 2018. */
typedef struct ChartHead {
    Str label;     /* all of it */
    Str series;    /* without the time: what makes a line of the figures that have it */
    Str time;      /* as written; empty: of no time, or of one that is no place on a line */
    Period when;
    bool target;   /* what is to be reached: `minst 5 %` is drawn at 5 */
    bool expected; /* a target, a budget, a forecast: not what came of it */
} ChartHead;

typedef struct ChartFigure {
    Str group, row; /* under which heading and in which row it stands */
    Str subject;    /* whose line it belongs to: the row, unless that is a time */
    ChartHead head; /* of its column */
    Str text;       /* as printed */
    Str bare, unit; /* the figure without its unit, and that in the author's words, if it is told */
    Quantity q;   /* no number: missing, or a range; nothing is drawn, and a line is broken */
    bool limit;   /* one end of what is meant: no bar */
    bool taken;   /* by a chart */
} ChartFigure;

typedef VEC(ChartFigure) ChartFigures;

/* Are they drawn to one scale? Kr and mill. kr are of one kind. Of a table's rows % and % of
 * something are not; what one thing says in % is of what its other figures are. */
bool chart_same_unit(const Maker *mk, const ChartFigure *a, const ChartFigure *b);

/* The figures of the unit of `first` as lines, with what is missing between them. NULL where bars
 * say it better: fewer than three times, more lines than can be told apart. */
Chart *chart_lines(Maker *mk, const ChartFigures *figures, const ChartFigure *first);

enum { CHART_LINES_MAX = 6 }; /* that can be told apart */

/* Adds the name of a time, from the last one back, if there is room. */
void chart_add_time(Maker *mk, Chart *chart, Str text, uint16_t at);
/* Keeps the figures at points that there is room for, and parts the names of the lines. */
void chart_place_texts(Chart *chart);

typedef struct ChartScale {
    Decimal low, high;
} ChartScale;

void chart_widen(ChartScale *s, Decimal value);
/* In thousandths of the scale, from its low end; what cannot be worked out is not drawn. */
uint16_t chart_place(const ChartScale *s, Decimal value);
/* Widens the scale of lines to round figures, in the unit of the first of their figures, and names
 * them. It begins at nothing, unless that would leave more than half of it empty. */
void chart_name_scale(Maker *mk, ChartScale *s, const ChartFigure *first, Chart *chart);

#endif
