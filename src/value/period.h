/*
 * period.h — periods: years, seasons, tertials, dates, spans of them.  Layer: value.
 *
 * A period is the days it covers and the way it was said; as a deadline it is its last day. An
 * Index is what stands after a property's key or at the head of a column: a period and perhaps
 * the version of the figure (budsjett 2019, regnskap 2020) or the total of the years.
 */
#ifndef HPLAN_VALUE_PERIOD_H
#define HPLAN_VALUE_PERIOD_H

#include "base/date.h"
#include "base/str.h"
#include "diag/diag.h"
#include "vocab/vocab.h"

typedef enum PeriodKind {
    PERIOD_NONE,
    PERIOD_YEAR,   /* 2018 */
    PERIOD_YEARS,  /* 2018–2021 */
    PERIOD_PART,   /* a season, half-year, tertial, quarter, month or school year 2024/2025 */
    PERIOD_DATE,   /* 31.8.2018, per 31.8.2018 */
    PERIOD_LAST,   /* siste 12 mnd: no days of its own; from.year 0 */
    PERIOD_YEARLY, /* årlig, hvert år */
    PERIOD_OPEN    /* fra 2018, til 2020: one end open */
} PeriodKind;

typedef struct Period {
    PeriodKind kind;
    Date from, to;
} Period;

#define PERIOD_UNSTATED ((Period){.kind = PERIOD_NONE})

typedef struct Index {
    Period period;
    uint16_t version; /* VER_*; VER_NONE where none was said */
} Index;

#define INDEX_NONE ((Index){PERIOD_UNSTATED, VER_NONE})

/* Reads a whole text as a period / an index (any of the three languages). False: it is none. */
bool period_read(Arena *scratch, Str text, Period *out);
bool index_read(Arena *scratch, Str text, Index *out);
/* 31.12.26, 31/12-2026, høsten 26: what it must be written as to be read; empty: no telling. */
Str period_meant(Arena *scratch, Str text);
/* 2029–2026: two years, the last one first. */
bool period_runs_backwards(Str text);
/* Is text a time but for its year: "1. mars", "høsten", "31.12"? */
bool period_lacks_year(Arena *scratch, Str text);
/* "kommunestyret 14.12.2017", "utsatt til høsten 2019": the longest period
 * with which a text ends. */
bool period_at_end(Arena *scratch, Str text, Period *out);
int period_plain_year(Str text); /* 2018, and nothing about it: needs no reading; else 0 */
Period period_year(int year);
bool period_eq(Period a, Period b);
bool period_covers(Period outer, Period inner);
bool index_eq(Index a, Index b);
/* Does what was said for one index hold for another: the same, or a year of the years said? */
bool index_holds(Index said, Index asked);
/* Is it meant by a path? A year without a version is asked of every version, unless it is plainly
 * said (without one); a version without a year of every year; years of each of them. */
bool index_answers(Index said, Index asked, bool plainly);
int period_first_year(Period p); /* 0 where it has none */
int period_last_year(Period p);

#endif
