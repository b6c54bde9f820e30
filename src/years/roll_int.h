/*
 * roll_int.h — what the files that roll a plan share.  Layer: years, private to it.
 *
 *   roll.c         the walk, and who is referred to
 *   roll_edit.c    edits: lines that say what to do, statements and things left out
 *   roll_years.c   the years that a text names
 *   roll_head.c    the plan's own head; years in titles
 *   roll_figures.c frames, key figures, indicators: a line for each figure of the new year
 *   roll_things.c  measures, investments, decisions; properties of any thing
 *   roll_news.c    what the report has that the plan has not
 *   roll_tables.c  tables: which columns the new year needs
 *   roll_results.c the results of the year in tables
 *   roll_columns.c a new column, row by row
 */
#ifndef HPLAN_YEARS_ROLL_INT_H
#define HPLAN_YEARS_ROLL_INT_H

#include "years/roll.h"
#include "years/wording.h"

typedef struct Roll {
    Model *m;
    const RollWish *wish;
    Rolled *out;
    int from, to;
    Str from_text, to_text;
    int old_end; /* the last year of the old period, if it moves; else 0 */
    int new_from,
        new_end; /* the years of the new one beyond that, but for `to`; from > end: none */
    Lang words;
    bool *referred; /* by DeclId: it is named from outside in the plan, or holds unfinished work */
    uint32_t *row_of;      /* by DeclId: the row that declares it */
    bool *holds_decision;  /* by DeclId: a decision stands in it */
    const Fact **statuses; /* by DeclId: the report's, else the plan's own; NULL: none */
    bool *is_out;          /* by DeclId: it is left out, itself or with what it stands in */
    VEC(Span) dropped;     /* things that are left out */
} Roll;

/* ---- roll_edit.c ---- */
void roll_replace(Roll *r, Span span, Str text);
bool roll_begins_line(const Roll *r, Span statement);
/* A line that says what is to be done, before a statement. */
void roll_fill_in_before(Roll *r, Span statement, SayId id, Str a, Str b);
/* The same, and behind it a text of the report as a comment. */
void roll_offer_before(Roll *r, Span statement, SayId id, Str a, Span offered);
/* A line behind a statement: as a thing to be done, or as it is. */
void roll_line_behind(Roll *r, Span statement, bool fill_in, Str text);
/* A statement becomes a line that says what it was. */
void roll_retire(Roll *r, Span statement, SayId id, Str a, Str b);
void roll_retire_prop(Roll *r, const Prop *p); /* «vedtatt av: … (før: kommunestyret)» */
/* What a figure follows from, with its sign of equality; len 0: nothing. */
Span roll_equation(const Roll *r, const Fact *f);
/* A figure stays as what it was, without what it followed from. */
void roll_cut_equation(Roll *r, const Fact *f);
/* A thing, or a row, is left out: its lines become comments, behind one that says why. */
void roll_drop(Roll *r, Span thing, SayId id, Str a, Str b);
Span roll_prop_span(const Roll *r, const Prop *p); /* key and values */

static inline bool roll_keeps(const Roll *r, DeclId d)
{
    return r->wish->keep != NULL && r->wish->keep[d];
}

/* ---- roll_years.c ---- */
Str roll_shifted(const Roll *r, Str text);                 /* the plan's years in it moved on */
Str roll_moved(const Roll *r, Str text, int year, int by); /* a year, or a run from it on */

/* ---- the families ---- */
bool roll_is_work(uint16_t kind);                /* what is done and then over */
bool roll_is_finished(const Fact *status);       /* NULL: no */
bool roll_is_ours(const Roll *r, const Prop *p); /* the plan says it, not the report */
bool roll_is_for(const Prop *p, int year);
/* «1. halvår 2026», «2025/2026», «per 31.8.2026»: it ends in the year, and is not all of it. */
bool roll_is_part(Period p, int year);
/* The result of the plan's year, or a part of it, as the report tells it; NULL: it does not. */
const Prop *roll_reported(const Roll *r, DeclId d, Period of);
void roll_yearly(Roll *r, DeclId d, uint16_t key);
void roll_indicator(Roll *r, DeclId d);
void roll_head(Roll *r);
void roll_title(Roll *r, DeclId d);
void roll_thing(Roll *r, DeclId d);
bool roll_is_out(const Roll *r, DeclId d); /* left out, or in what is */
void roll_news(Roll *r);
void roll_table(Roll *r, TableId table);
Period roll_moved_period(Period p, int by);
/* Like another column but some years later, unless there is one; its head is added to the list. */
void roll_move_column(Roll *r, const Table *t, uint32_t like, int by, Buf *added);
void roll_results(Roll *r, const Table *t, Buf *added); /* the heads of new columns */
/* A column behind another. Where it is for results, what the report tells of them stands in it. */
void roll_add_column(Roll *r, const Table *t, uint32_t behind, Str head, const Period *results);
/* What the report tells, in the cells of a column of results that are blank. */
void roll_fill_column(Roll *r, const Table *t, uint32_t col);
void roll_close_rows(Roll *r, const Table *t); /* the bars that rows lack at their ends */

#endif
