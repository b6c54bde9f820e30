/*
 * diff_period.c — times in a comparison: what sorts by them, and how they are told.  Layer: years.
 */
#include "base/utf8.h"
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

/* Behind the key, if that is written: `resultat siste 12 mnd`. */
static Str behind_key(Str folded)
{
    uint32_t len = 0;
    TermId key = vocab_find_prefix(VG_PROP, folded, K_FILE, &len);
    if (key == 0)
        return folded;
    return str_trim(str_slice(folded, len, folded.len));
}

Str diff_when(const Diff *d, const DiffSide *side, Index index, Str written)
{
    Period p = index.period;
    Buf out;
    buf_init(&out, d->arena);
    if (p.kind == PERIOD_NONE && index.version == VER_NONE)
        return STR_NONE;
    if (index.version != VER_NONE || (p.kind != PERIOD_YEAR && p.kind != PERIOD_YEARS))
        return str_dup(d->arena, behind_key(utf8_fold(side->m->scratch, written)));
    buf_int(&out, p.from.year);
    if (p.kind == PERIOD_YEARS)
        buf_printf(&out, "–%d", p.to.year);
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
