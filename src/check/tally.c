/*
 * tally.c — many things with one fault are one finding.  Layer: check.
 *
 * Requires: nothing. Provides: the first few of them by place, the others by number.
 */
#include "check/shared.h"

void tally_add(Tally *t, DeclId thing)
{
    if (t->count < TALLY_PLACES)
        t->first[t->count] = thing;
    t->count++;
}

void tally_places(const Model *m, Diag *d, const Tally *t)
{
    for (uint32_t i = 1; i < t->count && i < TALLY_PLACES; i++)
        diag_place(d, model_decl(m, t->first[i])->head, L_NEITHER_HERE);
    tally_rest(d, t->count, TALLY_PLACES);
}

void tally_rest(Diag *d, uint32_t count, uint32_t shown)
{
    if (count <= shown)
        return;
    diag_note(d, N_AND_MORE);
    diag_int(d, count - shown);
}
