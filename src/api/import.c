/*
 * import.c — what other programs have written, as text in the language.  Layer: api.
 *
 * In: the bytes of a sheet. Out: a table; and word of each cell among figures that is none.
 */
#include "api/session.h"
#include "import/csv.h"

#include <assert.h>

static_assert((int)CSV_TOO_SPARSE == (int)HPLAN_CSV_TOO_SPARSE, "the faults are those of the API");

static void tell_unread(const Csv *csv, hplan_unread *unread, void *to)
{
    for (uint32_t r = 0; r < csv->rows.len; r++)
        for (uint32_t c = 0; c < csv->rows.at[r].cells.len; c++) {
            const CsvCell *cell = &csv->rows.at[r].cells.at[c];
            if (cell->unread)
                unread(to, csv->rows.at[r].line, c + 1, csv_cell_text(csv, cell).ptr, cell->len);
        }
}

static void read(Csv *csv, const char *bytes, size_t len)
{
    Buf text;
    buf_init(&text, csv->arena);
    if (len > SOURCE_MAX_BYTES || !csv_text(&text, bytes, len)) {
        csv->fault = CSV_NOT_TEXT;
        return;
    }
    csv_read(csv, buf_view(&text));
}

hplan_status hplan_import_csv(hplan_session *s, const char *title, const char *bytes, size_t len,
                              const hplan_csv_sinks *sinks, hplan_csv_trouble *trouble)
{
    Buf out;
    Outlet outlet = {.take = sinks->write, .to = sinks->write_to};
    ENTER(s);
    arena_free(&s->format_arena);
    Csv csv = {.arena = &s->format_arena};
    read(&csv, bytes, len);
    buf_init_outlet(&out, &s->format_arena, &outlet);
    if (csv.fault == CSV_FINE)
        csv_table(&out, &csv, str_from(title), session_asked_lang(s));
    *trouble = (hplan_csv_trouble){(hplan_csv_fault)csv.fault, csv.fault_line};
    if (csv.fault != CSV_FINE)
        return HPLAN_REFUSED;
    if (sinks->unread != NULL)
        tell_unread(&csv, sinks->unread, sinks->unread_to);
    return buf_finish(&out) ? HPLAN_OK : HPLAN_NOT_WRITTEN;
}
