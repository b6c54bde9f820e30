/*
 * diff_period.c — times in a comparison: what sorts by them, and how they are told.  Layer: years.
 */
#include "years/diff_parts.h"
#include "years/wording.h"

#include <assert.h>

/* --- keys ------------------------------------------------------------------------------------ */

static_assert(VOCAB_PROP_COUNT <= 256, "a key takes eight bits of diff_time_key");

static uint64_t day_number(Date date)
{
    return ((uint64_t)(date.year & 0x3FFF) * 13 + date.month) * 32 + date.day;
}

enum { DAY_BITS = 23 };

/* Key, version, kind, first and last day, from the highest bit down: 8 + 4 + 3 + 23 + 23 bits. What
 * lies in one year, and what is of one version, stand together and in order. */
uint64_t diff_time_key(uint16_t key, Index index)
{
    uint64_t what = ((uint64_t)(key & 0xFF) << 4 | (index.version & 0xF)) << 3 |
                    (unsigned)index.period.kind;
    uint64_t days = day_number(index.period.from) << DAY_BITS | day_number(index.period.to);
    return (what << 2 * DAY_BITS | days) + 1;
}

bool diff_same_but_days(uint64_t a, uint64_t b)
{
    return (a - 1) >> 2 * DAY_BITS == (b - 1) >> 2 * DAY_BITS;
}

bool diff_is_past(const Diff *d, Index index)
{
    int last = period_last_year(index.period);
    return diff_of_two_years(d) && last != 0 && last < d->new.year && d->new.year > d->old.year;
}

/* --- words ----------------------------------------------------------------------------------- */

Str diff_when(const Diff *d, const DiffSide *side, const Prop *p)
{
    Period time = p->index.period;
    Buf out;
    buf_init(&out, d->arena);
    if (time.kind == PERIOD_NONE && p->index.version == VER_NONE)
        return STR_NONE;
    if (p->index.version != VER_NONE || (time.kind != PERIOD_YEAR && time.kind != PERIOD_YEARS))
        return str_dup(d->arena, time_said(side->m, p));
    buf_int(&out, time.from.year);
    if (time.kind == PERIOD_YEARS)
        buf_printf(&out, "–%d", time.to.year);
    return buf_view(&out);
}

/* --- titles with years ----------------------------------------------------------------------- */

void diff_put_yearless(Buf *out, const DiffSide *side, Str text)
{
    for (uint32_t at = 0; at < text.len;) {
        int year = year_said_at(text, at);
        if (year == 0) {
            buf_char(out, text.ptr[at++]);
            continue;
        }
        buf_printf(out, "<%d>", year - side->year);
        at += 4;
    }
}

bool diff_same_but_years(const Diff *d, Str old, Str new)
{
    Buf was, is;
    if (!diff_of_two_years(d))
        return false;
    buf_init(&was, d->arena);
    buf_init(&is, d->arena);
    diff_put_yearless(&was, &d->old, old);
    diff_put_yearless(&is, &d->new, new);
    return diff_same_text(buf_view(&was), buf_view(&is));
}
