/*
 * roll_years.c — the years that a text names, moved on.  Layer: years.
 *
 * The plan's own year moves, and a run of years that begins with it or later («2026–2029»,
 * «2026/27»). A year by itself that lies ahead stays where it is: it is what the plan is to lead to.
 */
#include "years/roll_int.h"

#include "base/utf8.h"

int64_t roll_year_at(Str text, int year, uint32_t at)
{
    for (; at + 4 <= text.len; at++)
        if (year_said_at(text, at) == year)
            return at;
    return -1;
}

static uint32_t skip_blanks(Str text, uint32_t at)
{
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    return at;
}

/* Behind the dash or slash that joins two years at a place, and the blanks around it; `at`: there is
 * none. */
static uint32_t behind_joint(Str text, uint32_t at)
{
    uint32_t len = 0;
    uint32_t dash = skip_blanks(text, at);
    if (dash == text.len)
        return at;
    if (text.ptr[dash] != '/' &&
        !utf8_is_dash(utf8_decode(text.ptr + dash, text.ptr + text.len, &len)))
        return at;
    return skip_blanks(text, dash + (len == 0 ? 1 : len));
}

static bool is_digit_at(Str text, uint32_t at)
{
    return at < text.len && ascii_is_digit(text.ptr[at]);
}

/* «29» behind «2026–»: the year that is meant; 0: none is. */
static int short_year_at(Str text, uint32_t at, int before)
{
    if (!is_digit_at(text, at) || !is_digit_at(text, at + 1) || is_digit_at(text, at + 2))
        return 0;
    int two = (text.ptr[at] - '0') * 10 + text.ptr[at + 1] - '0';
    return two > before % 100 ? before - before % 100 + two : 0;
}

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
        uint32_t next = behind_joint(text, at);
        int later = next == at ? 0 : year_said_at(text, next);
        digits = later != 0 ? 4 : 2;
        if (later == 0 && next != at)
            later = short_year_at(text, next, year);
        if (later == 0)
            return at;
        buf_str(out, str_slice(text, at, next));
        year = later;
        at = next;
    }
}

/* Moved are a run that begins with the year, or is that year alone, and perhaps runs that begin later. */
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
