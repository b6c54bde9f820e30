/* mutant_figures.c: see mutant.h. Faults in figures, and rows that are lost or doubled. */
#include "support/mutant.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* ---- tables --------------------------------------------------------------------------------- */

typedef struct Table {
    int file;
    size_t head, end; /* the header row; the end of the last row */
    int last;         /* line of the last row */
    bool summed;      /* one of the two that divide the frame */
} Table;

static bool is_row(const PlanText *t, size_t line)
{
    size_t at = line + strspn(t->bytes + line, " ");
    return at < t->len && t->ink[at] == INK_BAR;
}

static bool next_table(const PlanText *t, int file, size_t from, Table *out)
{
    size_t line = from;
    while (line < t->len && !is_row(t, line))
        line = plan_line_end(t, line) + 1;
    if (line >= t->len)
        return false;
    *out = (Table){.file = file, .head = line};
    size_t head_end = plan_line_end(t, line);
    const char *netto = strstr(t->bytes + line, "netto \"");
    out->summed = netto != NULL && netto < t->bytes + head_end;
    while (line < t->len && is_row(t, line)) {
        out->end = plan_line_end(t, line);
        line = out->end + 1;
    }
    out->last = plan_line(t, out->end);
    return true;
}

/* ---- figures of the summed tables ----------------------------------------------------------- */

static void digits_of(Mutants *m, const Table *table, size_t from, size_t end)
{
    const PlanText *t = &m->files[table->file];
    for (size_t i = from; i < end; i++) {
        if (!isdigit((unsigned char)t->bytes[i]))
            continue;
        for (int step = 1; step < (m->all ? 10 : 2); step++) {
            char digit = (char)('0' + (t->bytes[i] - '0' + step) % 10);
            mutant_add(m, "siffer", table->file, i, 1, &digit, 1)->sum = table->last;
        }
        size_t next = i + 1;
        while (next < end && t->bytes[next] == ' ')
            next++;
        if (next >= end || t->bytes[next] == t->bytes[i])
            continue;
        char swapped[8] = {0};
        memcpy(swapped, t->bytes + i, next - i + 1);
        swapped[0] = t->bytes[next];
        swapped[next - i] = t->bytes[i];
        mutant_add(m, "to siffer byttet", table->file, i, next - i + 1, swapped, next - i + 1)
            ->sum = table->last;
    }
}

static void figure_of(Mutants *m, const Table *table, size_t row)
{
    const PlanText *t = &m->files[table->file];
    size_t end = plan_line_end(t, row) - 1; /* at the last bar */
    size_t from = end;
    while (t->ink[from - 1] != INK_BAR)
        from--;
    while (from < end && t->bytes[from] == ' ')
        from++;
    if (t->bytes[from] == '-')
        mutant_add(m, "fortegn", table->file, from, 1, "", 0)->sum = table->last;
    else
        mutant_add(m, "fortegn", table->file, from, 0, "-", 1)->sum = table->last;
    digits_of(m, table, from, end);
}

void mutants_of_figures(Mutants *m)
{
    for (int file = 0; file < MUTANT_FILES; file++) {
        const PlanText *t = &m->files[file];
        Table table = {0};
        for (size_t at = 0; next_table(t, file, at, &table); at = table.end)
            for (size_t row = plan_line_end(t, table.head) + 1; table.summed && row < table.end;
                 row = plan_line_end(t, row) + 1)
                figure_of(m, &table, row);
    }
}

/* ---- rows ----------------------------------------------------------------------------------- */

static void lose_row(Mutants *m, const Table *table, size_t row, bool head)
{
    const PlanText *t = &m->files[table->file];
    Mutant *mutant = mutant_add(m,
                                head            ? "overskriftsrad slettet"
                                : table->summed ? "rad slettet"
                                                : "rad slettet (ikke summert)",
                                table->file, row, plan_line_end(t, row) + 1 - row, "", 0);
    mutant->from = plan_line(t, row) - 1;
    mutant->anywhere = !table->summed;
    mutant->sum = table->last - 1;
}

static void double_row(Mutants *m, const Table *table, size_t row, bool head)
{
    const PlanText *t = &m->files[table->file];
    Mutant *mutant =
        mutant_add(m,
                   head            ? "overskriftsrad to ganger"
                   : table->summed ? "rad to ganger"
                                   : "rad to ganger (ikke summert)",
                   table->file, row, 0, t->bytes + row, plan_line_end(t, row) + 1 - row);
    mutant->to = mutant->from + 1;
    mutant->anywhere = !table->summed;
    mutant->sum = table->last + 1;
}

void mutants_of_rows(Mutants *m)
{
    for (int file = 0; file < MUTANT_FILES; file++) {
        const PlanText *t = &m->files[file];
        Table table = {0};
        for (size_t at = 0; next_table(t, file, at, &table); at = table.end)
            for (size_t row = table.head; row < table.end; row = plan_line_end(t, row) + 1) {
                lose_row(m, &table, row, row == table.head);
                double_row(m, &table, row, row == table.head);
            }
    }
}
