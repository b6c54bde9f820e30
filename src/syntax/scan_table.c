/*
 * scan_table.c — measures a whole table as one token.  Layer: syntax.
 *
 * In: the first bar of a row. Out: a token to the end of the last row; blank lines and comment
 * lines between rows lie inside it. A line is looked at from both its ends only: what is in the
 * cells is read by whoever wants it (rows.h).
 */
#include "syntax/scan.h"

#include "syntax/rows.h"

typedef struct Paste {
    uint32_t off, end;  /* of a run of rows without bars; end 0: none */
} Paste;

typedef struct Measure {
    Scan *s;
    uint32_t first;     /* the table's first bar */
    uint32_t end;       /* of the last row */
    uint32_t columns;   /* of the header; 0: not counted yet */
    uint32_t rows;
    bool gap_comment;   /* there was one since the last row */
    bool adjoins;       /* the last row is on the line above */
    bool closed;        /* no row can follow */
    Paste paste;
} Measure;

static uint32_t eol_from(const Scan *s, uint32_t off)
{
    const char *nl = memchr(s->text + off, '\n', s->limit - off);
    return nl == NULL ? s->limit : (uint32_t)(nl - s->text);
}

static uint32_t count_cells(const Scan *s, uint32_t off, uint32_t eol)
{
    RowIter it = {.text = s->text, .pos = off, .end = eol};
    CellSpan cell;
    uint32_t n = 0;
    if (rows_next(&it))
        while (rows_cell(&it, &cell))
            n++;
    return n;
}

static uint32_t count_columns(Measure *m)
{
    if (m->columns == 0)
        m->columns = count_cells(m->s, m->first, eol_from(m->s, m->first));
    return m->columns;
}

static uint32_t trimmed(const Scan *s, uint32_t off, uint32_t end)
{
    while (end > off && (unsigned char)s->text[end - 1] <= ' ')
        end--;
    return end;
}

/* As many fields with tabs between them as the header has cells: a row out of a spreadsheet. */
static bool is_pasted(Measure *m, uint32_t first, uint32_t eol)
{
    const char *text = m->s->text;
    uint32_t end = trimmed(m->s, first, eol), tabs = 0;
    if (text[first] == '}' || text[first] == '{' || memchr(text + first, '\t', end - first) == NULL)
        return false;
    for (uint32_t i = first; i < end; i++) {
        if (text[i] == '\t' && tabs++ == 0 && text[i - 1] == ':')
            return false; /* a property whose value was lined up with a tab */
    }
    return tabs + 1 == count_columns(m);
}

/* A row that has lost its first bar: the line ends in one and has a cell for every column. */
static bool is_bare_row(Measure *m, uint32_t first, uint32_t eol)
{
    return row_lost_bar(m->s->text, first, eol)
           && count_cells(m->s, first, eol) == count_columns(m);
}

/* ---- findings ---- */

/* The rows with their bars drawn; each line keeps its indentation. */
static Str with_bars(Scan *s, Paste p)
{
    RowIter it = {.text = s->text, .pos = p.off, .end = p.end};
    uint32_t from = p.off;
    CellSpan cell;
    Buf b;
    buf_init(&b, s->arena);
    while (rows_next(&it)) {
        buf_str(&b, scan_str(s, from, it.row_off)); /* the line's end and the next one's blanks */
        buf_char(&b, '|');
        while (rows_cell(&it, &cell)) {
            buf_char(&b, ' ');
            buf_str(&b, scan_str(s, cell.off, cell.off + cell.len));
            buf_cstr(&b, " |");
        }
        from = it.row_off + it.row_len;
    }
    return buf_view(&b);
}

static void report_paste(Measure *m)
{
    Scan *s = m->s;
    Paste p = m->paste;
    m->paste = (Paste){0, 0};
    Diag *d = scan_report(s, HP1021, p.off, p.end);
    if (d == NULL)
        return;
    diag_label(d, L_PASTED_ROW);
    diag_fix(d, scan_span(s, p.off, p.end), with_bars(s, p), F_DRAW_BARS);
}

static void report_bar(Scan *s, uint32_t shown, uint32_t at, Str bar)
{
    Diag *d = scan_report(s, HP1020, shown, shown + 1);
    if (d != NULL) {
        diag_fix(d, scan_span(s, at, at), bar, F_WRITE);
        diag_str(d, STR("|"));
    }
}

/* ---- lines ---- */

/* Comments between two rows and behind the upper one; the table is known to go on. */
static void keep_comments(Scan *s, uint32_t off, uint32_t end)
{
    while (off < end) {
        uint32_t eol = eol_from(s, off), first = skip_blanks(s, off, eol);
        if (first < eol && s->text[first] == '#')
            comment_add(s, first, trimmed(s, first, eol));
        off = eol + 1;
    }
}

static void take_row(Measure *m, uint32_t first, uint32_t eol)
{
    Scan *s = m->s;
    if (m->gap_comment)
        keep_comments(s, m->end, first);
    if (m->paste.end > 0)
        report_paste(m);
    RowEnd row = row_end(s->text, first, eol);
    if (row.unclosed)
        report_bar(s, row.end - 1, row.end, STR(" |"));
    else if (s->text[first] != '|')
        report_bar(s, first, first, STR("| "));
    m->rows++;
    m->end = row.end;
    m->gap_comment = row.comment;
    m->adjoins = true;
    uint32_t rest = row.end == eol ? eol : skip_blanks(s, row.end, eol);
    m->closed = !row.comment && rest < eol && s->text[rest] != '\r'; /* a brace follows */
}

static void take_pasted(Measure *m, uint32_t first, uint32_t eol)
{
    if (m->gap_comment)
        keep_comments(m->s, m->end, first);
    m->rows++;
    m->gap_comment = false;
    m->end = trimmed(m->s, first, eol);
    if (m->paste.end == 0)
        m->paste.off = first;
    m->paste.end = m->end;
}

typedef enum TableLine { LINE_ROW, LINE_PASTED, LINE_COMMENT, LINE_EMPTY, LINE_BEHIND } TableLine;

/* What the line is in the table, or that it is behind it. */
static TableLine table_line(Measure *m, uint32_t first, uint32_t eol)
{
    const char *text = m->s->text;
    if (first >= eol || text[first] == '\r')
        return LINE_EMPTY;
    if (text[first] == '|')
        return LINE_ROW;
    if (text[first] == '#')
        return LINE_COMMENT;
    if (m->adjoins && is_bare_row(m, first, eol))
        return LINE_ROW;
    return m->adjoins && is_pasted(m, first, eol) ? LINE_PASTED : LINE_BEHIND;
}

/* Past the rows that are as most are: one a line, from its first bar to its end. Returns the end of
 * the line that the last of them stands on, or eol. */
static uint32_t take_next_rows(Measure *m, uint32_t eol)
{
    Scan *s = m->s;
    const char *text = s->text, *limit = text + s->limit;
    while (eol < s->limit) {
        const char *line = text + eol + 1, *first = bytes_skip(line, limit, limit, ' ');
        uint32_t end = *first == '|' ? eol_from(s, (uint32_t)(first - text)) : 0;
        if (end == 0 || !row_is_closed(text, (uint32_t)(first - text), end))
            break;
        m->rows++;
        s->line_off = eol + 1;
        m->end = eol = end;
    }
    return eol;
}

uint32_t scan_table(Scan *s, uint32_t off, Tok *tok)
{
    if (s->prev != T_EOF || s->inline_mode)
        return scan_odd(s, off, tok);
    Measure m = {.s = s, .first = off, .end = off};
    uint32_t eol = eol_from(s, off);
    take_row(&m, off, eol);
    while (!m.closed && eol < s->limit) {
        if (m.adjoins && !m.gap_comment && m.paste.end == 0) {
            eol = take_next_rows(&m, eol);
            if (eol >= s->limit)
                break;
        }
        uint32_t from = eol + 1;
        eol = eol_from(s, from);
        uint32_t first = skip_blanks(s, from, eol);
        switch (table_line(&m, first, eol)) {
        case LINE_ROW:
            take_row(&m, first, eol);
            s->line_off = from;
            break;
        case LINE_PASTED:
            take_pasted(&m, first, eol);
            s->line_off = from;
            break;
        case LINE_COMMENT:
            m.gap_comment = true;
            m.adjoins = false;
            break;
        case LINE_EMPTY:
            m.adjoins = false;
            break;
        case LINE_BEHIND:
            m.closed = true;
            break;
        }
    }
    if (m.paste.end > 0)
        report_paste(&m);
    tok->kind = T_TABLE;
    tok->val = m.rows < TABLE_MANY_ROWS ? m.rows : TABLE_MANY_ROWS;
    return m.end;
}
