/*
 * html_table.c — tables as HTML.  Layer: write.
 *
 * In: a BLOCK_TABLE. Out: a table whose heads say which cells they are for (scope), with heads in
 * two rows where the report has them, and a body for each group of rows. It stands in a box that
 * scrolls by itself, which can be reached from the keyboard, so that a wide table never makes the
 * page wider than the window.
 */
#include "write/html_table.h"

#include "write/html_text.h"

static bool is_deep(const Grid *grid)
{
    for (uint32_t c = 0; c < grid->cols.len; c++)
        if (grid->cols.at[c].upper.len > 0)
            return true;
    return false;
}

/* A column without a head, as that of row labels often is, has a cell there: no empty heads. */
static void put_head(Buf *out, const GridColumn *col, Str text, const char *span)
{
    buf_cstr(out, text.len > 0 ? "<th" : "<td");
    buf_cstr(out, span);
    if (text.len > 0)
        buf_cstr(out, " scope=\"col\"");
    buf_cstr(out, col->number ? " class=\"n\">" : ">");
    html_put_text(out, text);
    buf_cstr(out, text.len > 0 ? "</th>" : "</td>");
}

static uint32_t same_upper(const Grid *grid, uint32_t from)
{
    uint32_t end = from + 1;
    while (end < grid->cols.len && grid->cols.at[end].upper.len > 0 &&
           str_eq(grid->cols.at[end].upper, grid->cols.at[from].upper))
        end++;
    return end - from;
}

static void put_upper_row(Buf *out, const Grid *grid)
{
    buf_cstr(out, "<tr>");
    for (uint32_t c = 0; c < grid->cols.len;) {
        const GridColumn *col = &grid->cols.at[c];
        uint32_t span = col->upper.len > 0 ? same_upper(grid, c) : 1;
        if (col->upper.len == 0) {
            put_head(out, col, col->head, " rowspan=\"2\"");
        } else {
            buf_printf(out, "<th colspan=\"%u\" scope=\"colgroup\">", (unsigned)span);
            html_put_text(out, col->upper);
            buf_cstr(out, "</th>");
        }
        c += span;
    }
    buf_cstr(out, "</tr>\n");
}

static void put_heads(Buf *out, const Grid *grid)
{
    bool deep = is_deep(grid);
    buf_cstr(out, "<thead>\n");
    if (deep)
        put_upper_row(out, grid);
    buf_cstr(out, "<tr>");
    for (uint32_t c = 0; c < grid->cols.len; c++) {
        const GridColumn *col = &grid->cols.at[c];
        if (!deep)
            put_head(out, col, col->head, "");
        else if (col->upper.len > 0)
            put_head(out, col, col->lower, "");
    }
    buf_cstr(out, "</tr>\n</thead>\n");
}

static void put_group(Buf *out, const Grid *grid, const GridRow *row)
{
    buf_printf(out, "<th colspan=\"%u\" scope=\"rowgroup\">", (unsigned)grid->cols.len);
    html_put_runs(out, &row->cells[0].runs);
    buf_cstr(out, "</th>");
}

static void put_cells(Buf *out, const Grid *grid, const GridRow *row)
{
    static const Str open[2][2] = {
        {STR_INIT("<td>"), STR_INIT("<td class=\"n\">")},
        {STR_INIT("<th scope=\"row\">"), STR_INIT("<th scope=\"row\" class=\"n\">")}};
    static const Str close[2] = {STR_INIT("</td>"), STR_INIT("</th>")};
    for (uint32_t c = 0; c < grid->cols.len; c++) {
        bool head = c == 0 && row->cells[c].runs.len > 0;
        buf_str(out, open[head][grid->cols.at[c].number]);
        html_put_runs(out, &row->cells[c].runs);
        buf_str(out, close[head]);
    }
}

static void put_row(Buf *out, const Grid *grid, const GridRow *row)
{
    static const char *const classes[] = {[GRID_PLAIN] = "",
                                          [GRID_GROUP] = " class=\"group\"",
                                          [GRID_SUBTOTAL] = " class=\"subtotal\"",
                                          [GRID_SUM] = " class=\"sum\"",
                                          [GRID_OF_WHICH] = " class=\"of-which\""};
    buf_cstr(out, "<tr");
    buf_cstr(out, classes[row->role]);
    if (row->linked)
        html_put_attribute(out, "id", row->anchor);
    buf_char(out, '>');
    if (row->role == GRID_GROUP)
        put_group(out, grid, row);
    else
        put_cells(out, grid, row);
    buf_cstr(out, "</tr>\n");
}

static void put_rows(Buf *out, const Grid *grid)
{
    buf_cstr(out, "<tbody>\n");
    for (uint32_t r = 0; r < grid->rows.len; r++) {
        const GridRow *row = &grid->rows.at[r];
        if (row->role == GRID_GROUP && r > 0)
            buf_cstr(out, "</tbody>\n<tbody>\n");
        put_row(out, grid, row);
    }
    buf_cstr(out, "</tbody>\n");
}

static void put_name(Buf *out, const Block *table, Str word)
{
    Buf name;
    buf_init(&name, out->arena);
    for (uint32_t i = 0; i < table->text.len; i++)
        buf_str(&name, table->text.at[i].text);
    html_put_attribute(out, "aria-label", name.len > 0 ? buf_view(&name) : word);
}

static void put_unit(Buf *out, Str unit)
{
    if (unit.len == 0)
        return;
    buf_cstr(out, " (");
    html_put_text(out, unit);
    buf_char(out, ')');
}

void html_put_table(Buf *out, const Report *r, const Block *table)
{
    Arena own;
    arena_open_inner(&own, out->arena);
    const Grid *grid = report_grid(r, table, &own);
    buf_cstr(out, "<div class=\"table\" role=\"group\" tabindex=\"0\"");
    put_name(out, table, r->table_word);
    buf_cstr(out, ">\n<table");
    if (table->linked)
        html_put_attribute(out, "id", table->anchor);
    buf_cstr(out, ">\n");
    if (table->text.len > 0) {
        buf_cstr(out, "<caption>");
        html_put_runs(out, &table->text);
        put_unit(out, grid->unit);
        buf_cstr(out, "</caption>\n");
    }
    put_heads(out, grid);
    put_rows(out, grid);
    buf_cstr(out, "</table>\n</div>\n");
    arena_close_inner(&own, out->arena);
}
