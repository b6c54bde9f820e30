/*
 * dump.c — --dump=report: the blocks of a report, a line each.  Layer: report.
 */
#include "report/runs.h"

static void put_runs(Buf *out, const Runs *runs)
{
    buf_char(out, '"');
    for (uint32_t i = 0; i < runs->len; i++)
        buf_str(out, runs->at[i].text);
    buf_char(out, '"');
}

/* A line of their own where any is over others. */
static void put_upper_heads(Buf *out, const Grid *g, uint32_t depth)
{
    bool any = false;
    for (uint32_t c = 0; c < g->cols.len; c++)
        any = any || g->cols.at[c].upper.len > 0;
    if (!any)
        return;
    buf_repeat(out, "  ", depth);
    buf_cstr(out, "upper");
    for (uint32_t c = 0; c < g->cols.len; c++)
        buf_printf(out, " \"%.*s\"/\"%.*s\"", STR_ARG(g->cols.at[c].upper),
                   STR_ARG(g->cols.at[c].lower));
    buf_char(out, '\n');
}

static void put_grid(Buf *out, const Grid *g, uint32_t depth)
{
    static const char *const roles[] = {[GRID_PLAIN] = "row",
                                        [GRID_GROUP] = "group",
                                        [GRID_SUBTOTAL] = "subtotal",
                                        [GRID_SUM] = "sum",
                                        [GRID_OF_WHICH] = "of-which"};
    put_upper_heads(out, g, depth);
    if (g->unit.len > 0) {
        buf_repeat(out, "  ", depth);
        buf_printf(out, "unit \"%.*s\"\n", STR_ARG(g->unit));
    }
    buf_repeat(out, "  ", depth);
    buf_cstr(out, "head");
    for (uint32_t c = 0; c < g->cols.len; c++)
        buf_printf(out, " \"%.*s\"%s", STR_ARG(g->cols.at[c].head),
                   g->cols.at[c].number ? ">" : "");
    buf_char(out, '\n');
    for (uint32_t r = 0; r < g->rows.len; r++) {
        buf_repeat(out, "  ", depth);
        buf_cstr(out, roles[g->rows.at[r].role]);
        for (uint32_t c = 0; c < g->cols.len; c++) {
            buf_char(out, ' ');
            put_runs(out, &g->rows.at[r].cells[c].runs);
        }
        buf_char(out, '\n');
    }
}

static void put_chart_name(Buf *out, const ChartName *name)
{
    buf_printf(out, " %s\"%.*s\" %u", name->wide ? "~" : "", STR_ARG(name->text),
               (unsigned)name->at);
}

/* A point that is not joined to the one before has a bar before it; a figure below its point has an
 * underscore, one that is told only where there is room a tilde. */
static void put_chart_line(Buf *out, const ChartLine *line)
{
    buf_printf(out, "%s \"%.*s\" \"%.*s\" %u", line->expected ? "dashes" : "line",
               STR_ARG(line->name), STR_ARG(line->last), (unsigned)line->name_at);
    for (uint32_t i = 0; i < line->points.len; i++) {
        const ChartPoint *p = &line->points.at[i];
        buf_printf(out, "%s %u,%u", p->joined ? "" : " |", (unsigned)p->x, (unsigned)p->y);
        if (p->text.len > 0)
            buf_printf(out, "%s%s\"%.*s\"", p->under ? "_" : "", p->wide ? "~" : "",
                       STR_ARG(p->text));
    }
    buf_char(out, '\n');
}

static void put_chart_lines(Buf *out, const Chart *chart, uint32_t depth)
{
    buf_repeat(out, "  ", depth);
    buf_printf(out, "scale \"%.*s\" \"%.*s\"", STR_ARG(chart->unit), STR_ARG(chart->note));
    for (uint32_t i = 0; i < chart->values.len; i++)
        put_chart_name(out, &chart->values.at[i]);
    buf_char(out, '\n');
    buf_repeat(out, "  ", depth);
    buf_cstr(out, "times");
    for (uint32_t i = chart->times.len; i-- > 0;)
        put_chart_name(out, &chart->times.at[i]);
    buf_char(out, '\n');
    for (uint32_t i = 0; i < chart->lines.len; i++) {
        buf_repeat(out, "  ", depth);
        put_chart_line(out, &chart->lines.at[i]);
    }
}

static void put_chart(Buf *out, const Chart *chart, uint32_t depth)
{
    if (chart->lines.len > 0)
        put_chart_lines(out, chart, depth);
    for (uint32_t r = 0; r < chart->rows.len; r++) {
        const ChartRow *row = &chart->rows.at[r];
        buf_repeat(out, "  ", depth);
        buf_printf(out, "%s \"%.*s\"", row->bars.len > 0 ? "bars" : "group", STR_ARG(row->label));
        for (uint32_t i = 0; i < row->bars.len; i++) {
            const ChartBar *bar = &row->bars.at[i];
            buf_printf(out, " \"%.*s\" %u-%u \"%.*s\"", STR_ARG(bar->label), (unsigned)bar->from,
                       (unsigned)bar->to, STR_ARG(bar->text));
        }
        buf_char(out, '\n');
    }
}

static void put_block(Buf *out, const Report *r, const Block *b, uint32_t depth)
{
    static const char *const kinds[] = {
        [BLOCK_HEADING] = "heading", [BLOCK_LINE] = "line", [BLOCK_PROSE] = "prose",
        [BLOCK_FIELDS] = "fields",   [BLOCK_LIST] = "list", [BLOCK_ITEM] = "item",
        [BLOCK_TABLE] = "table",     [BLOCK_CHART] = "chart", [BLOCK_NOTE] = "note",
        [BLOCK_FOLD] = "fold"};
    buf_repeat(out, "  ", depth);
    buf_cstr(out, kinds[b->kind]);
    if (b->level > 0)
        buf_printf(out, " %u", (unsigned)b->level);
    if (b->number.len > 0)
        buf_printf(out, " nr=%.*s", STR_ARG(b->number));
    if (b->anchor.len > 0)
        buf_printf(out, " #%.*s", STR_ARG(b->anchor));
    if (b->text.len > 0) {
        buf_char(out, ' ');
        put_runs(out, &b->text);
    }
    for (uint32_t i = 0; b->kind == BLOCK_FIELDS && i < b->fields.len; i++) {
        buf_printf(out, " %.*s=", STR_ARG(b->fields.at[i].label));
        put_runs(out, &b->fields.at[i].value);
    }
    if (b->kind == BLOCK_PROSE)
        buf_printf(out, " %u bytes, %u figures", (unsigned)b->prose->source.len,
                   (unsigned)b->prose->figures.len);
    buf_char(out, '\n');
    if (b->kind == BLOCK_TABLE)
        put_grid(out, report_grid(r, b, out->arena), depth + 1);
    if (b->kind == BLOCK_CHART)
        put_chart(out, b->chart, depth + 1);
}

/* Nesting is bounded by what report_build lays out (REPORT_MAX_DEPTH). */
static void put_blocks(Buf *out, const Report *r, const Block *first, uint32_t depth)
{
    for (const Block *b = first; b != NULL; b = b->next) {
        put_block(out, r, b, depth);
        put_blocks(out, r, b->first, depth + 1);
    }
}

void report_dump(Buf *out, const Report *r)
{
    buf_printf(out, "report %.*s \"%.*s\"\n", STR_ARG(r->lang_tag), STR_ARG(r->title));
    for (uint32_t i = 0; i < r->meta.len; i++) {
        buf_printf(out, "  meta %.*s=", STR_ARG(r->meta.at[i].label));
        put_runs(out, &r->meta.at[i].value);
        buf_char(out, '\n');
    }
    put_blocks(out, r, r->body.first, 1);
}
