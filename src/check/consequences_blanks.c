/*
 * consequences_blanks.c — rows of a table that were typed with blanks between their cells.
 * Layer: check.  See consequences.h.
 *
 * Requires: findings about lines that could not be read. Provides: where such a line stands in a
 * table and it and those beside it have as many cells each, one finding in place of theirs, whose
 * fix draws the bars. Cells lie two blanks apart, or are words and then figures with single
 * blanks before them; where only words stand, or the counts differ, nobody knows what the cells
 * are, and nothing is said.
 */
#include "check/consequences.h"

#include "base/utf8.h"
#include "source/line_kind.h"

enum { MOST_TABLES = 50, MOST_ROWS = 1000, MOST_CELLS = 100, MOST_LINES_UP = 200, GROUP = 3 };

/* MOST_CELLS of them may be more: such a line is no row, since its fix
 * would lose what is behind. */
typedef struct Cells {
    Str at[MOST_CELLS];
    uint32_t count;
} Cells;

/* Lines of one table, and how their cells are parted. */
typedef struct Typed {
    const Model *m;
    FileId file;
    bool wide; /* by two blanks or more */
    uint32_t width, first, last;
} Typed;

static Str text_of(const Model *m, FileId file, uint32_t line)
{
    return source_line(sources_get(m->sources, file), line);
}

/* --- cells -------------------------------------------------------------------------------- */

static void add_cell(Cells *c, Str s)
{
    if (c->count < MOST_CELLS)
        c->at[c->count++] = s;
}

static bool is_figure(Str s)
{
    bool digit = false;
    for (uint32_t i = 0; i < s.len; i++) {
        digit = digit || ascii_is_digit(s.ptr[i]);
        if (!ascii_is_digit(s.ptr[i]) && memchr(",%-()<>+", s.ptr[i], 8) == NULL)
            return false;
    }
    return digit || str_eq(s, STR("-"));
}

static bool is_digits(Str s, uint32_t fewest, uint32_t most)
{
    uint32_t n = 0;
    while (n < s.len && ascii_is_digit(s.ptr[n]))
        n++;
    return n == s.len && n >= fewest && n <= most;
}

static Str until(Str from, Str to)
{
    return (Str){from.ptr, (uint32_t)(to.ptr + to.len - from.ptr)};
}

/* Between single blanks, or between wider gaps. */
static Cells split(Str s, uint32_t gap)
{
    Cells c = {0};
    uint32_t from = 0, blanks = 0;
    for (uint32_t i = 0; i <= s.len; i++) {
        bool blank = i < s.len && s.ptr[i] == ' ';
        if (!blank && (blanks >= gap || i == s.len)) {
            uint32_t end = i == s.len ? i : i - blanks;
            add_cell(&c, str_slice(s, from, end));
            from = i;
        }
        blanks = blank ? blanks + 1 : 0;
    }
    return c;
}

/* `Lønn 1 200 000 310 000`: words, and behind them figures, whose groups belong together. */
static Cells split_figures(Str s)
{
    Cells words = split(s, 1), c = {0};
    uint32_t label = words.count;
    if (words.count == MOST_CELLS)
        return words;
    while (label > 1 && is_figure(words.at[label - 1]))
        label--;
    if (label == words.count || is_figure(words.at[0]))
        return c;
    add_cell(&c, until(words.at[0], words.at[label - 1]));
    for (uint32_t i = label; i < words.count; i++) {
        Str figure = words.at[i];
        bool groups = is_digits(figure, 1, GROUP);
        while (groups && i + 1 < words.count && is_digits(words.at[i + 1], GROUP, GROUP) &&
               words.at[i + 1].ptr == str_end(figure) + 1)
            figure = until(figure, words.at[++i]);
        add_cell(&c, figure);
    }
    return c;
}

/* A header of single words has a cell for each. */
static Cells cells_of(const Typed *t, Str line)
{
    Str s = str_trim(line);
    if (t->wide)
        return split(s, 2);
    Cells c = split_figures(s);
    return c.count == 0 ? split(s, 1) : c;
}

static bool may_be_row(Str line)
{
    Str s = str_trim(line);
    if (s.len == 0 || s.ptr[0] == '#' || line_is_item(s))
        return false;
    for (uint32_t i = 0; i < s.len; i++)
        if (memchr("|{}\":;=\t", s.ptr[i], 8) != NULL)
            return false;
    return true;
}

/* --- the table ---------------------------------------------------------------------------- */

static bool has_rows(uint16_t kind)
{
    return kind == K_TABLE || kind == K_BREAKDOWN || kind == K_KEYFIGURE || kind == K_SCHEDULE;
}

/* Does the body around the line belong to a table? Above it in the
 * body stand properties and rows. */
static bool stands_in_table(const Typed *t, uint32_t line)
{
    for (uint32_t up = 1; up < line && up < MOST_LINES_UP; up++) {
        Str s = str_trim(text_of(t->m, t->file, line - up));
        if (s.len == 0 || s.ptr[s.len - 1] != '{') {
            if (memchr(s.ptr, '}', s.len) != NULL)
                return false;
            continue;
        }
        int64_t blank = str_find(s, STR(" "));
        Str head = str_slice(s, 0, blank < 0 ? s.len : (uint32_t)blank);
        TermId term = vocab_find(VG_KIND, utf8_fold(t->m->scratch, head), K_NONE);
        return term != 0 && has_rows(vocab_term(term)->id);
    }
    return false;
}

static bool fits(const Typed *t, uint32_t line)
{
    Str s = text_of(t->m, t->file, line);
    return may_be_row(s) && cells_of(t, s).count == t->width;
}

/* A row says figures only behind its first cell; a header may say them. */
static bool tells_figures(const Typed *t, uint32_t line)
{
    Str s = str_trim(text_of(t->m, t->file, line));
    Cells c = t->wide ? split(s, 2) : split_figures(s);
    Str last = c.count > 1 ? c.at[c.count - 1] : STR_NONE;
    return last.len > 0 && (ascii_is_digit(last.ptr[0]) || is_figure(last));
}

/* Cells of the row with bars that these follow on; 0: they follow on none. */
static uint32_t header_width(const Typed *t, uint32_t line)
{
    Str s = line == 0 ? STR_NONE : str_trim(text_of(t->m, t->file, line));
    uint32_t bars = 0;
    for (uint32_t i = 1; s.len > 0 && s.ptr[0] == '|' && i < s.len; i++)
        bars += s.ptr[i] == '|';
    return s.len > 0 && s.ptr[0] == '|' && s.ptr[s.len - 1] != '|' ? bars + 1 : bars;
}

static bool find_rows(Typed *t, uint32_t line, bool wide)
{
    t->wide = wide;
    Str s = text_of(t->m, t->file, line);
    uint32_t lines = source_line_count(sources_get(t->m->sources, t->file));
    if (!may_be_row(s) || !stands_in_table(t, line))
        return false;
    t->width = cells_of(t, s).count;
    if (t->width < 2 || t->width == MOST_CELLS)
        return false;
    t->first = t->last = line;
    while (t->first > 1 && t->last - t->first < MOST_ROWS && fits(t, t->first - 1))
        t->first--;
    while (t->last < lines && t->last - t->first < MOST_ROWS && fits(t, t->last + 1))
        t->last++;
    bool goes_on = header_width(t, t->first - 1) == t->width;
    return (t->last > t->first || goes_on) && tells_figures(t, t->last);
}

/* --- the finding -------------------------------------------------------------------------- */

static void put_row(Buf *out, const Typed *t, uint32_t line)
{
    Cells c = cells_of(t, text_of(t->m, t->file, line));
    for (uint32_t i = 0; i < c.count; i++)
        buf_printf(out, "| %.*s ", STR_ARG(c.at[i]));
    buf_char(out, '|');
}

static void tell(Model *m, const Typed *t)
{
    Diag *d = consequences_lines_told(m, HP1021, t->file, t->first, t->last);
    Buf rows, last;
    buf_init(&rows, m->arena);
    buf_init(&last, m->arena);
    diag_label(d, L_ROWS_WITHOUT_BARS);
    if (t->last > t->first)
        consequences_note_lines(d, t->first, t->last);
    put_row(&last, t, t->last);
    diag_note(d, N_ROW_WITH_BARS);
    diag_str(d, buf_view(&last));
    for (uint32_t line = t->first; line <= t->last; line++) {
        Str whole = text_of(m, t->file, line);
        buf_put(&rows, whole.ptr, (uint32_t)(str_trim(whole).ptr - whole.ptr));
        put_row(&rows, t, line);
        if (line < t->last)
            buf_char(&rows, '\n');
    }
    const char *text = sources_get(m->sources, t->file)->text;
    Str top = text_of(m, t->file, t->first), bottom = str_trim(text_of(m, t->file, t->last));
    Span all = {t->file, (uint32_t)(top.ptr - text), (uint32_t)(str_end(bottom) - top.ptr)};
    diag_fix(d, all, buf_view(&rows), F_DRAW_BARS);
}

void consequences_typed_rows(Model *m)
{
    uint32_t found = m->sink->list.len, tables = 0;
    for (uint32_t i = 0; i < found && tables < MOST_TABLES; i++) {
        const Diag *d = m->sink->list.at[i];
        Typed t = {.m = m, .file = d->span.file};
        if (!consequences_unread(d) ||
            (!find_rows(&t, check_line(m, d->span), true) &&
             !find_rows(&t, check_line(m, d->span), false)))
            continue;
        tell(m, &t);
        tables++;
    }
}
