/*
 * ndjson.c — every stated figure as one line of JSON, for those who ask many plans at once.
 * Layer: write.
 *
 * In: the figures of a report. Out: an object a figure, each on a line of its own, with what it
 * takes to know which figure it is, so that no line needs another one:
 *
 *     {"municipality":"Kragerø","year":"2018","document":"Handlingsplan 2018 …","kind":"breakdown",
 *      "id":"breakdown-kostra","row":"Skole- og barnehagetjenester","head":"Netto ramme",
 *      "text":"835 972","decimal":"835972","unit":"kr","base":"835972","base_unit":"kr", …}
 */
#include "write/write.h"

#include "report/records.h"

void write_ndjson(Buf *out, const Report *r)
{
    report_lines(r, out);
}
