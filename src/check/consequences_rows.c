/*
 * consequences_rows.c — a table that was pasted without bars.  Layer: check.  See consequences.h.
 *
 * Requires: findings about lines that could not be read. Provides: where such a line and
 * those beside it have as many fields each, with tabs between them, one finding in place of
 * theirs, whose fix draws the bars. Rows that follow on those of a table are known by the
 * scanner; these have no header.
 */
#include "check/consequences.h"

#include "source/line_kind.h"

enum { MOST_TABLES = 50, MOST_ROWS = 1000, FEWEST_ROWS = 2 };

static Str text_of(const Model *m, FileId file, uint32_t line)
{
    return source_line(sources_get(m->sources, file), line);
}

/* Fields with a tab between them; 0: this is no pasted row. */
static uint32_t fields(Str line)
{
    Str s = str_trim(line);
    uint32_t tabs = 0;
    if (line_is_item(s))
        return 0;
    for (uint32_t i = 0; i < s.len; i++) {
        if (memchr("|{}\"", s.ptr[i], 4) != NULL)
            return 0;
        tabs += s.ptr[i] == '\t';
    }
    return tabs == 0 ? 0 : tabs + 1;
}

static void put_row(Buf *out, Str line)
{
    Str s = str_trim(line);
    buf_put(out, line.ptr, (uint32_t)(s.ptr - line.ptr));
    buf_cstr(out, "| ");
    for (uint32_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '\t')
            buf_cstr(out, " | ");
        else
            buf_char(out, s.ptr[i]);
    }
    buf_cstr(out, " |");
}

static void tell(Model *m, FileId file, uint32_t first, uint32_t last)
{
    Diag *d = consequences_lines_told(m, HP1021, file, first, last);
    diag_label(d, L_PASTED_TABLE);
    consequences_note_lines(d, first, last);
    const char *text = sources_get(m->sources, file)->text;
    Str top = text_of(m, file, first), bottom = str_trim(text_of(m, file, last));
    Span all = {file, (uint32_t)(top.ptr - text), (uint32_t)(bottom.ptr + bottom.len - top.ptr)};
    Buf rows;
    buf_init(&rows, m->arena);
    for (uint32_t line = first; line <= last; line++) {
        put_row(&rows, text_of(m, file, line));
        if (line < last)
            buf_char(&rows, '\n');
    }
    diag_fix(d, all, buf_view(&rows), F_DRAW_BARS);
}

void consequences_pasted_rows(Model *m)
{
    uint32_t found = m->sink->list.len, tables = 0;
    for (uint32_t i = 0; i < found && tables < MOST_TABLES; i++) {
        const Diag *d = m->sink->list.at[i];
        if (!consequences_unread(d))
            continue;
        FileId file = d->span.file;
        uint32_t first = check_line(m, d->span), last = first;
        uint32_t width = fields(text_of(m, file, first));
        uint32_t lines = source_line_count(sources_get(m->sources, file));
        while (width > 0 && first > 1 && last - first < MOST_ROWS &&
               fields(text_of(m, file, first - 1)) == width)
            first--;
        while (width > 0 && last < lines && last - first < MOST_ROWS &&
               fields(text_of(m, file, last + 1)) == width)
            last++;
        if (last - first + 1 < FEWEST_ROWS)
            continue;
        tell(m, file, first, last);
        tables++;
    }
}
