/*
 * period.c — periods and indices read from text.  Layer: value.
 *
 * In: a text in any of the three languages. Out: the days it covers. A season is taken as long
 * as people may mean by it, so that no deadline is called late that might be kept: spring lasts
 * to the end of June, autumn to the end of the year.
 */
#include "value/period.h"

#include "base/utf8.h"
#include "value/words.h"
#include "vocab/vocab.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199, LONGEST = 80 };

/* ---- simple ones ----------------------------------------------------------------------------- */

static Date day(int year, int month, int day_of_month)
{
    return (Date){(int16_t)year, (uint8_t)month, (uint8_t)day_of_month};
}

static bool is_year(int n)
{
    return n >= FIRST_YEAR && n <= LAST_YEAR;
}

int period_plain_year(Str text)
{
    int n = 0;
    if (text.len != 4)
        return 0;
    for (uint32_t i = 0; i < 4; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return 0;
        n = n * 10 + (text.ptr[i] - '0');
    }
    return is_year(n) ? n : 0;
}

Period period_year(int year)
{
    return (Period){PERIOD_YEAR, day(year, 1, 1), day(year, 12, 31)};
}

bool period_eq(Period a, Period b)
{
    return a.kind == b.kind && date_eq(a.from, b.from) && date_eq(a.to, b.to);
}

static bool has_days(Period p)
{
    return p.kind == PERIOD_YEAR || p.kind == PERIOD_YEARS || p.kind == PERIOD_PART ||
           p.kind == PERIOD_DATE || p.kind == PERIOD_OPEN;
}

bool period_covers(Period outer, Period inner)
{
    if (!has_days(outer) || !has_days(inner))
        return period_eq(outer, inner);
    /* An open end has no date: it is covered by an open end only. */
    bool from =
        outer.from.year == 0 || (inner.from.year != 0 && date_cmp(outer.from, inner.from) <= 0);
    bool to = outer.to.year == 0 || (inner.to.year != 0 && date_cmp(inner.to, outer.to) <= 0);
    return from && to;
}

bool index_eq(Index a, Index b)
{
    return a.version == b.version && period_eq(a.period, b.period);
}

bool index_holds(Index said, Index asked)
{
    return index_eq(said, asked) ||
           (said.version == asked.version && said.version != VER_TOTAL &&
            said.period.kind == PERIOD_YEARS &&
            asked.period.kind == PERIOD_YEAR && period_covers(said.period, asked.period));
}

/* ramme.2018–2021 asks for each of the years. */
static bool is_within(Index said, Index asked)
{
    return said.version == asked.version && asked.period.kind == PERIOD_YEARS &&
           period_covers(asked.period, said.period);
}

bool index_answers(Index said, Index asked, bool plainly)
{
    if (asked.period.kind == PERIOD_NONE)
        return said.version == asked.version;
    if (asked.version == VER_NONE && !plainly)
        asked.version = said.version;
    return index_holds(said, asked) || is_within(said, asked);
}

int period_first_year(Period p)
{
    return has_days(p) ? p.from.year : 0;
}

int period_last_year(Period p)
{
    return has_days(p) ? p.to.year : 0;
}

/* ---- one point: a year, a part of a year, a day; perhaps still without its year -------------- */

typedef struct Point {
    PeriodKind kind;
    int year;      /* 0: not said */
    int last_year; /* school years; else 0 */
    int from_month, from_day;
    int to_month, to_day; /* to_day 0: the month's end */
} Point;

static Point part(int from_month, int to_month)
{
    return (Point){PERIOD_PART, 0, 0, from_month, 1, to_month, 0};
}

/* 2018, or 2024/2025 and 2024/25. */
static bool read_year(Cursor *c, Point *out)
{
    Cursor start = *c;
    int year, next;

    if (cursor_digits(c, &year) != 4 || !is_year(year)) {
        *c = start;
        return false;
    }
    *out = (Point){PERIOD_YEAR, year, 0, 1, 1, 12, 31};
    Cursor before = *c;
    if (!cursor_char(c, '/'))
        return true;
    uint32_t digits = cursor_digits(c, &next);
    if ((digits == 4 && next == year + 1) || (digits == 2 && next == (year + 1) % 100)) {
        *out = part(8, 7);
        out->year = year;
        out->last_year = year + 1;
    } else {
        *c = before;
    }
    return true;
}

static bool month_part(uint16_t id, Point *out)
{
    if (id >= PER_JANUARY && id <= PER_DECEMBER) {
        *out = part(id - PER_JANUARY + 1, id - PER_JANUARY + 1);
        return true;
    }
    return false;
}

static bool season_part(uint16_t id, Point *out)
{
    if (id == PER_SPRING)
        *out = part(1, 6);
    else if (id == PER_SUMMER)
        *out = part(6, 8);
    else if (id == PER_AUTUMN)
        *out = part(8, 12);
    else if (id == PER_WINTER)
        *out = part(1, 3);
    else
        return false;
    return true;
}

/* The day so many days after 1 January, or before it: at most a few weeks outside the year. */
static Date day_of_year(int year, int days)
{
    int month = 1;
    if (days < 0)
        return day(year - 1, 12, 32 + days);
    while (month <= 12 && days >= date_days_in_month(year, month))
        days -= date_days_in_month(year, month++);
    return month > 12 ? day(year + 1, 1, days + 1) : day(year, month, days + 1);
}

/* uke 12 2018: from its Monday to its Sunday. The first week is the one with 4 January in it. */
static bool read_week(Cursor *c, Point *out)
{
    int n, year;
    cursor_space(c);
    if (cursor_digits(c, &n) == 0 || n < 1 || n > 53)
        return false;
    cursor_space(c);
    if (cursor_digits(c, &year) != 4 || !is_year(year))
        return false;
    int32_t first = date_to_days(day(year, 1, 1));
    int weekday = (int)(((first + 3) % 7 + 7 + 3) % 7); /* of 4 January; Monday is 0 */
    int monday = 3 - weekday + 7 * (n - 1);
    if (day_of_year(year, monday + 3).year != year)
        return false; /* its Thursday is in another year: there is no week 53 */
    Date from = day_of_year(year, monday);
    Date to = day_of_year(year, monday + 6);
    *out = (Point){PERIOD_PART, from.year, to.year, from.month, from.day, to.month, to.day};
    return true;
}

/* The n-th half, tertial or quarter. */
static bool nth_part(uint16_t id, int n, Point *out)
{
    int months = id == PER_HALF ? 6 : id == PER_TERTIAL ? 4 : id == PER_QUARTER ? 3 : 0;
    if (months == 0 || n < 1 || n > 12 / months)
        return false;
    *out = part((n - 1) * months + 1, n * months);
    return true;
}

/* q3 2024, t1 2026, h2 2026: the letter and the number of a part, and its year. */
static bool read_short_part(Cursor *c, Point *out)
{
    static const struct {
        char letter;
        uint16_t part;
    } parts[] = {{'q', PER_QUARTER}, {'k', PER_QUARTER}, {'t', PER_TERTIAL}, {'h', PER_HALF}};
    Cursor start = *c;
    int n;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        *c = start;
        if (cursor_char(c, parts[i].letter) && cursor_digits(c, &n) == 1)
            return nth_part(parts[i].part, n, out);
    }
    *c = start;
    return false;
}

/* 31.8.2018 after "31."; the year may be missing. */
static bool read_day_month(Cursor *c, int d, Point *out)
{
    int month, year = 0;
    if (cursor_digits(c, &month) == 0 || month < 1 || month > 12 || d < 1 || d > 31)
        return false;
    Cursor before = *c;
    if (cursor_char(c, '.')) {
        Cursor at_year = *c;
        if (cursor_digits(c, &year) != 4)
            *c = at_year;
    } else {
        *c = before;
    }
    *out = (Point){PERIOD_DATE, year, 0, month, d, month, d};
    return true;
}

/* 1. halvår · 31. august · 31.8.2018 · 1st tertial */
static bool read_numbered(Cursor *c, Point *out)
{
    static const char *const suffixes[] = {"st", "nd", "rd", "th"};
    int n;
    uint32_t digits = cursor_digits(c, &n);
    if (digits == 0 || digits > 2)
        return false;
    bool dot = cursor_char(c, '.');
    if (dot && c->at < c->text.len && ascii_is_digit(c->text.ptr[c->at]))
        return read_day_month(c, n, out);
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes && !dot; i++) {
        Str rest = str_slice(c->text, c->at, c->text.len);
        if (str_starts(rest, str_from(suffixes[i]))) {
            c->at += 2;
            dot = true;
        }
    }
    cursor_space(c);
    const Term *term = cursor_term(c, VG_PERIOD);
    if (term == NULL)
        return false;
    if (month_part(term->id, out)) {
        out->kind = PERIOD_DATE;
        out->from_day = out->to_day = n;
        return true;
    }
    return nth_part(term->id, n, out);
}

/* The year behind "våren", "mai", "1. halvår": 2018, or sept-17. */
static void read_trailing_year(Cursor *c, Point *p)
{
    Cursor before = *c;
    int year;

    cursor_space(c);
    Cursor at_year = *c;
    uint32_t digits = cursor_digits(c, &year);
    if (digits == 4 && is_year(year)) {
        p->year = year;
        return;
    }
    *c = at_year;
    if (cursor_char(c, '-') && (digits = cursor_digits(c, &year)) >= 2) {
        if (digits == 2 || (digits == 4 && is_year(year))) {
            p->year = digits == 2 ? 2000 + year : year;
            return;
        }
    }
    *c = before;
}

/* 2018-10-15 */
static bool read_iso(Cursor *c, Point *out)
{
    Cursor start = *c;
    int y, m, d;
    if (cursor_digits(c, &y) == 4 && cursor_char(c, '-') && cursor_digits(c, &m) == 2 &&
        cursor_char(c, '-') && cursor_digits(c, &d) == 2) {
        *out = (Point){PERIOD_DATE, y, 0, m, d, m, d};
        return true;
    }
    *c = start;
    return false;
}

static bool read_point(Cursor *c, Point *out)
{
    if (c->at < c->text.len && ascii_is_digit(c->text.ptr[c->at])) {
        if (read_iso(c, out) || read_year(c, out))
            return true;
        if (!read_numbered(c, out))
            return false;
    } else if (!read_short_part(c, out)) {
        const Term *term = cursor_term(c, VG_PERIOD);
        if (term != NULL && term->id == PER_WEEK)
            return read_week(c, out);
        if (term != NULL && term->id == PER_SCHOOL_YEAR) {
            cursor_space(c);
            return read_year(c, out) && out->last_year != 0; /* 2018 alone may begin or end it */
        }
        if (term == NULL || (!month_part(term->id, out) && !season_part(term->id, out)))
            return false;
    }
    if (out->year == 0)
        read_trailing_year(c, out);
    return true;
}

/* The days of a point that has its year; false where there is no such day. */
static bool settle_point(const Point *p, Period *out)
{
    int last_year = p->last_year != 0 ? p->last_year : p->year;
    int to_day = p->to_day != 0 ? p->to_day : date_days_in_month(last_year, p->to_month);
    if (!is_year(p->year) || !date_valid(p->year, p->from_month, p->from_day) ||
        !date_valid(last_year, p->to_month, to_day))
        return false;
    *out = (Period){p->kind, day(p->year, p->from_month, p->from_day),
                    day(last_year, p->to_month, to_day)};
    return true;
}

/* ---- spans ----------------------------------------------------------------------------------- */

/* 2018–21: the century is left out. */
static bool read_elided_year(Cursor *c, int first, Point *out)
{
    Cursor start = *c;
    int n;
    if (cursor_digits(c, &n) == 2 && cursor_done(c) && first % 100 < n) {
        *out = (Point){PERIOD_YEAR, first - first % 100 + n, 0, 1, 1, 12, 31};
        return true;
    }
    *c = start;
    return false;
}

static bool join(Point a, Point b, Period *out)
{
    Period from, to;
    if (a.year == 0)
        a.year = b.year;
    if (!settle_point(&a, &from) || !settle_point(&b, &to) || date_cmp(from.from, to.to) > 0)
        return false;
    bool years = a.kind == PERIOD_YEAR && b.kind == PERIOD_YEAR;
    *out = (Period){years ? PERIOD_YEARS : PERIOD_PART, from.from, to.to};
    return true;
}

/* A point or two with a dash between. */
static bool read_span(Cursor *c, Period *out)
{
    Point a, b;
    if (!read_point(c, &a))
        return false;
    Cursor before = *c;
    if (!cursor_dash(c)) {
        *c = before;
        return settle_point(&a, out);
    }
    if (a.kind == PERIOD_YEAR && read_elided_year(c, a.year, &b))
        return join(a, b, out);
    return read_point(c, &b) && join(a, b, out);
}

/* siste 12 mnd: no days of its own; from.month says how many months. */
static bool read_last(Cursor *c, Period *out)
{
    int n = 1;
    cursor_space(c);
    (void)cursor_digits(c, &n);
    cursor_space(c);
    Cursor before = *c;
    const Term *term = cursor_term(c, VG_PERIOD);
    int months = 0;
    if (term != NULL) {
        months = term->id == PER_MONTH     ? 1
                 : term->id == PER_QUARTER ? 3
                 : term->id == PER_TERTIAL ? 4
                 : term->id == PER_HALF    ? 6
                                           : 0;
    } else {
        *c = before;
        Str rest = str_slice(c->text, c->at, c->text.len);
        months = str_eq(rest, STR("år")) || str_eq(rest, STR("years")) ||
                         str_eq(rest, STR("året")) || str_eq(rest, STR("year"))
                     ? 12
                     : 0;
        c->at = months > 0 ? c->text.len : c->at;
    }
    if (months == 0 || n < 1 || n > 20 || n * months > UINT8_MAX)
        return false;
    *out = (Period){PERIOD_LAST, {0, (uint8_t)(n * months), 0}, {0, 0, 0}};
    return true;
}

/* What stands behind "per", "innen", "fra" …. */
static bool read_behind(Cursor *c, uint16_t word, Period *out)
{
    static const Date none = {0, 0, 0};

    cursor_space(c);
    if (!read_span(c, out))
        return false;
    if (word == PER_FROM) {
        *out = (Period){PERIOD_OPEN, out->from, none};
    } else if (word == PER_UNTIL) {
        *out = (Period){PERIOD_OPEN, none, out->to};
    } else if (word == PER_END_OF) {
        if (out->kind != PERIOD_YEAR && out->kind != PERIOD_PART)
            return false;
        *out = (Period){PERIOD_DATE, out->to, out->to};
    } else if (word == PER_EARLY) {
        if (out->kind != PERIOD_YEAR)
            return false;
        *out = (Period){PERIOD_PART, out->from, day(out->from.year, 4, 30)};
    }
    return true;
}

static bool read_whole(Cursor *c, Period *out)
{
    Cursor start = *c;
    const Term *term;

    if (read_span(c, out))
        return true;
    *c = start;
    /* "i 2018" says no more than 2018. */
    if (str_starts(c->text, STR("i ")) || str_starts(c->text, STR("in "))) {
        c->at += c->text.ptr[1] == ' ' ? 2 : 3;
        if (read_span(c, out))
            return true;
        *c = start;
    }
    term = cursor_term(c, VG_PERIOD);
    if (term == NULL)
        return false;
    switch (term->id) {
    case PER_LAST: return read_last(c, out);
    case PER_EACH: *out = (Period){.kind = PERIOD_YEARLY}; return true;
    case PER_CONTINUOUS: *out = (Period){.kind = PERIOD_OPEN}; return true;
    case PER_AS_OF:
    case PER_BY:
    case PER_DURING:
    case PER_EARLY:
    case PER_END_OF:
    case PER_FROM:
    case PER_UNTIL: return read_behind(c, term->id, out);
    default: return false;
    }
}

bool period_read(Arena *scratch, Str text, Period *out)
{
    Period found;
    text = str_trim(text);
    if (text.len == 0 || text.len > LONGEST)
        return false;
    Cursor c = {utf8_fold(scratch, text), 0};
    if (!read_whole(&c, &found) || !cursor_done(&c))
        return false;
    *out = found;
    return true;
}

/* ---- indices --------------------------------------------------------------------------------- */

bool index_read(Arena *scratch, Str text, Index *out)
{
    text = str_trim(text);
    if (text.len == 0 || text.len > LONGEST)
        return false;
    Cursor c = {utf8_fold(scratch, text), 0};
    Cursor start = c;
    Index found = {.version = VER_NONE};
    const Term *term = cursor_term(&c, VG_VERSION);

    if (term == NULL)
        c = start;
    else
        found.version = term->id;
    cursor_space(&c);
    if (cursor_done(&c)) {
        /* A version alone is an index only as the total of all years. */
        *out = found;
        return found.version == VER_TOTAL;
    }
    if (!read_whole(&c, &found.period))
        return false;
    if (term == NULL) {
        cursor_space(&c);
        term = cursor_term(&c, VG_VERSION);
        found.version = term != NULL ? term->id : VER_NONE;
    }
    if (!cursor_done(&c))
        return false;
    *out = found;
    return true;
}

bool period_at_end(Arena *scratch, Str text, Period *out)
{
    for (uint32_t i = 0; i < text.len; i++) {
        bool starts = i == 0 || text.ptr[i - 1] == ' ';
        if (starts && text.ptr[i] != ' ' &&
            period_read(scratch, str_slice(text, i, text.len), out))
            return true;
    }
    return false;
}
