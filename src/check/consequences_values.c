/*
 * consequences_values.c — a value that could not be read, told twice.  Layer: check.
 * See consequences.h.
 *
 * Requires: all findings. Provides: of a second value where only one may stand (HP2013) not also
 * that it cannot be read, but how a remark is written; of a date without its year not also that its
 * full stop means nothing, for the year goes behind it. Both are looked up by place.
 */
#include "base/quote.h"
#include "check/consequences.h"

static uint64_t place_key(FileId file, uint32_t off)
{
    return (uint64_t)file << 32 | off;
}

/* What was found at a place, or ends there. */
typedef struct Told {
    U32Map second; /* where a second value stands that may not -> its finding, by index */
    U32Map behind; /* right behind a date that lacks its year */
    bool any;
} Told;

static Told told(const Model *m)
{
    Told t = {0};
    u32map_init(&t.second, m->scratch);
    u32map_init(&t.behind, m->scratch);
    for (uint32_t i = 0; i < m->sink->list.len; i++) {
        const Diag *d = m->sink->list.at[i];
        if (d->silenced)
            continue;
        if (d->code == HP2013)
            *u32map_put(&t.second, place_key(d->span.file, d->span.off)) = i;
        else if (d->code == HP3001 && consequences_text(d, PART_NOTE, N_YEAR_LACKS) != NULL)
            *u32map_put(&t.behind, place_key(d->span.file, d->span.off + d->span.len)) = 1;
        else
            continue;
        t.any = true;
    }
    return t;
}

/* `12 000 kr, som før`: what cannot be read behind the comma is hardly a value at all. */
static void merge_second(Model *m, Diag *second, Diag *unread)
{
    diag_note(second, N_REMARK_BEHIND);
    diag_str(second, quote_content(span_text(m->sources, unread->span)));
    unread->silenced = true;
}

void consequences_values(Model *m)
{
    Told t = told(m);
    for (uint32_t i = 0; t.any && i < m->sink->list.len; i++) {
        Diag *d = m->sink->list.at[i];
        uint64_t here = place_key(d->span.file, d->span.off);
        const uint32_t *second =
            d->silenced || d->code != HP3001 ? NULL : u32map_get(&t.second, here);
        if (second != NULL)
            merge_second(m, m->sink->list.at[*second], d);
        if (d->code == HP1002 && consequences_text(d, PART_LABEL, L_NO_FULL_STOP) != NULL &&
            u32map_get(&t.behind, here) != NULL)
            d->silenced = true;
    }
}
