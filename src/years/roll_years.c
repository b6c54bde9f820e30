/*
 * roll_years.c — the years that a text names, moved on.  Layer: years.
 *
 * The plan's own year moves, and a run of years that begins with it or later («2026–2029»,
 * «2026/27»). A single later year stays: it is what the plan aims at.
 */
#include "years/roll_int.h"

/* One year of a run, as long as it is written. */
static void put_year(Buf *out, int year, uint32_t digits)
{
    if (digits == 2)
        buf_printf(out, "%02d", year % 100);
    else
        buf_int(out, year);
}

/* The run of years that begins with the one at a place, `by` years on; where it ends. */
static uint32_t put_run(Buf *out, Str text, uint32_t at, int by)
{
    int year = year_said_at(text, at);
    uint32_t digits = 4;
    for (;;) {
        put_year(out, year + by, digits);
        at += digits;
        uint32_t next = at;
        year = year_of_run(text, &next, year, &digits);
        if (year == 0)
            return at;
        buf_str(out, str_slice(text, at, next));
        at = next;
    }
}

/* Moves the year, runs that begin with it and, if `later`, runs that begin after it. */
static Str moved(const Roll *r, Str text, int year, int by, bool later)
{
    Buf out;
    buf_init(&out, r->m->arena);
    for (uint32_t at = 0; at < text.len;) {
        int first = year_said_at(text, at);
        if (first == 0) {
            buf_char(&out, text.ptr[at++]);
            continue;
        }
        size_t start = out.len;
        uint32_t end = put_run(&out, text, at, by);
        if (first != year && !(later && first > year && end > at + 4)) {
            out.len = start;
            buf_str(&out, str_slice(text, at, end));
        }
        at = end;
    }
    return buf_view(&out);
}

Str roll_shifted(const Roll *r, Str text)
{
    return moved(r, text, r->from, r->to - r->from, true);
}

Str roll_moved(const Roll *r, Str text, int year, int by)
{
    return moved(r, text, year, by, false);
}
