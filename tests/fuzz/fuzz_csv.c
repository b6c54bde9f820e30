/* fuzz_csv.c: sheets. What is refused gives nothing and says why; what is not gives a table that
 * is in its one form and without a fault of form, whatever stood in the cells: but for digits that
 * are no figure as they are grouped, of which whoever asked has been told, and letters among
 * digits, which a check mends. */
#include "fuzz/fuzz.h"

#include <string.h>

static void count(void *context, size_t line, size_t cell, const char *text, size_t len)
{
    size_t *unread = context;
    (void)text, (void)len;
    FUZZ_HOLDS(line > 0 && cell > 0);
    ++*unread;
}

static void is_in_form(hplan_session *s, const FuzzText *table)
{
    FuzzText again = {0};
    fuzz_keep(&again, "", 0);
    FUZZ_HOLDS(hplan_format(s, table->bytes, table->len, fuzz_keep, &again) == HPLAN_OK);
    FUZZ_HOLDS(again.len == table->len && memcmp(again.bytes, table->bytes, table->len) == 0);
    fuzz_text_free(&again);
}

/* But of a figure that could not be read, which stands in the table as it was, and is told there. */
static void has_no_fault_of_form(const FuzzText *table, size_t unread)
{
    static const char head[] = "plan p \"P\" {\n", tail[] = "}\n";
    FuzzText plan = {0};
    FuzzFiles files;
    fuzz_keep(&plan, head, sizeof head - 1);
    fuzz_keep(&plan, table->bytes, table->len);
    fuzz_keep(&plan, tail, sizeof tail - 1);
    fuzz_one_file(&files, &plan);
    hplan_session *s = fuzz_checked(&files);
    FuzzText said = fuzz_findings(s);
    for (const char *at = said.bytes; (at = strstr(at, "{\"code\":\"HP1")) != NULL; at++)
        FUZZ_HOLDS(strncmp(at + 9, "HP1037", 6) == 0 ||
                   (unread > 0 && (strncmp(at + 9, "HP1010", 6) == 0 ||
                                   strncmp(at + 9, "HP1012", 6) == 0)));
    fuzz_text_free(&said);
    hplan_session_close(s);
    fuzz_text_free(&plan);
}

void fuzz_one(const uint8_t *data, size_t size)
{
    FuzzText table = {0};
    size_t unread = 0;
    hplan_csv_sinks sinks = {fuzz_keep, &table, count, &unread};
    hplan_csv_trouble trouble;
    hplan_session *s = hplan_session_open(NULL);
    FUZZ_HOLDS(s != NULL);
    fuzz_keep(&table, "", 0);
    hplan_status status =
        hplan_import_csv(s, "Ark", size > 0 ? (const char *)data : "", size, &sinks, &trouble);
    FUZZ_HOLDS(status == HPLAN_OK || status == HPLAN_REFUSED);
    FUZZ_HOLDS((status == HPLAN_REFUSED) == (trouble.fault != HPLAN_CSV_FINE));
    if (status == HPLAN_REFUSED) {
        FUZZ_HOLDS(table.len == 0);
    } else {
        is_in_form(s, &table);
        has_no_fault_of_form(&table, unread);
    }
    hplan_session_close(s);
    fuzz_text_free(&table);
}
