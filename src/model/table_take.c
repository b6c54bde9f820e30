/*
 * table_take.c — the cells of a row as they come in.  Layer: model.
 *
 * In: the bytes of a row. Out: a slot each; of a bare figure what it says.
 *
 * Most cells of large tables are bare figures. What one says depends on nothing that may be stated
 * elsewhere, so it is read digit by digit while its row is at hand, without a look-up. Everything
 * else keeps its place until cells_read comes by.
 */
#include "model/table_build.h"

#include "base/utf8.h"

/* --- bare figures --------------------------------------------------------------------------- */

static inline bool digit_at(const char *s)
{
    return ascii_is_digit(*s);
}

static bool is_digit(const char *s, const char *end)
{
    return s < end && digit_at(s);
}

/* Up to `most` digits onto *coef; how many there were. */
static uint32_t take_digits(const char **s, const char *end, uint32_t most, int64_t *coef)
{
    uint32_t n = 0;
    for (; n < most && is_digit(*s, end); (*s)++, n++)
        *coef = *coef * 10 + (**s - '0');
    return n;
}

/* A sign, with a blank behind it or not: -179 883, − 21 850. */
static bool take_sign(const char **s, const char *end)
{
    uint32_t len = 1;
    if (*s == end || is_digit(*s, end) || !utf8_is_dash(utf8_decode(*s, end, &len)))
        return false;
    *s += len;
    for (uint32_t n; *s < end && (n = utf8_blank_len(*s, end)) > 0;)
        *s += n;
    return true;
}

bool plain_figure(const char *s, uint32_t len, int64_t *coef, uint8_t *scale)
{
    const char *end = s + len;
    int64_t value = 0;
    uint32_t decimals = 0;
    bool negative = take_sign(&s, end);
    bool zero = is_digit(s, end) && *s == '0';
    uint32_t digits = take_digits(&s, end, 18, &value);
    if (digits == 0 || (zero && digits > 1))
        return false; /* 0815 is a code */
    if (digits <= 3) {
        for (uint32_t n; s < end && *s != '\t' && (n = utf8_blank_len(s, end)) > 0;) {
            s += n;
            if (digits > 15 || take_digits(&s, end, 3, &value) != 3)
                return false;
            digits += 3;
        }
    }
    if (s < end && *s == ',') {
        s++;
        decimals = take_digits(&s, end, 18 - digits, &value);
        if (decimals == 0)
            return false;
    }
    if (s != end)
        return false;
    *coef = negative ? -value : value;
    *scale = (uint8_t)decimals;
    return true;
}

/* More than 9: it is none. */
static inline uint32_t digit_of(char c)
{
    return (unsigned char)c - (uint32_t)'0';
}

/* Nearly all of them are nothing but digits in groups: 12 345. Where what can be read so ends, if
 * it is of ordinary size; else s. */
static inline const char *whole_figure(const char *s, int32_t *coef)
{
    enum { LONGEST = 18 };
    const char *at = s;
    uint64_t value = 0;
    uint32_t a;
    for (; (a = digit_of(*at)) <= 9; at++)
        value = value * 10 + a;
    for (bool grouped = at - s <= 3; grouped && *at == ' ' && (a = digit_of(at[1])) <= 9; at += 4) {
        const uint32_t b = digit_of(at[2]), c = digit_of(at[3]);
        if (b > 9 || c > 9 || digit_of(at[4]) <= 9)
            break;
        value = value * 1000 + a * 100 + b * 10 + c;
    }
    if (at - s > LONGEST || value > INT32_MAX || (*s == '0' && at - s > 1)) /* 0815 is a code */
        return s;
    *coef = (int32_t)value;
    return at;
}

/* --- a cell --------------------------------------------------------------------------------- */

/* Field by field: of a compound literal with bit fields gcc makes a third more. */
static inline void set_slot(CellSlot *slot, CellKind kind, uint32_t what, ptrdiff_t off,
                            ptrdiff_t figure_len)
{
    slot->len = what;
    slot->off = (uint16_t)off;
    slot->figure_len = (uint8_t)figure_len;
    slot->kind = kind & 3u;
    slot->is_wide = false;
    slot->scale = 0;
}

/* A cell of a row as most are, from behind the bar before it on: a text, a blank, or a bare whole
 * figure of ordinary size. Returns where it ends, which is at a bar if it is one. */
static inline const char *take_plain(CellSlot *slot, bool figures, const char *row, const char *at,
                                     const char *limit)
{
    while (*at == ' ')
        at++;
    if (figures && *at != '|') {
        int32_t coef = 0;
        const char *end = whole_figure(at, &coef);
        set_slot(slot, CELL_PLAIN, (uint32_t)coef, at - row, end - at);
        while (*end == ' ')
            end++;
        return end;
    }
    if (*at == '-' || *at == ':')
        return at; /* a |---|---| begins so */
    const char *end = bytes_find_mark(at, limit, '|');
    if (!row_is_ink(*at))
        at = row_past_blanks(at, end);
    if (at == end) {
        set_slot(slot, CELL_BLANK, 0, at - row, 0);
        return end;
    }
    const char *last = end;
    while (last[-1] == ' ') /* to what is at `at`, at the latest */
        last--;
    if (!row_is_ink(last[-1]))
        last = row_before_blanks(at, last);
    set_slot(slot, CELL_TEXT, (uint32_t)(last - at), at - row, 0);
    return end;
}

/* The cells of a row whose first bar is at `row`. Where it ends; NULL: it is not as most are. */
static inline const char *take_cells(const ColumnList *cols, CellSlot *slot, const char *row,
                                     const char *end)
{
    const char *at = row;
    const Column *col = cols->at, *behind = col + cols->len;
    for (; col < behind && *at == '|'; col++)
        at = take_plain(slot++, col->figures, row, at + 1, end);
    if (*at++ != '|' || at - row > UINT16_MAX)
        return NULL;
    return (*at == '\n' && at < end) || at == end ? at : NULL;
}

/* The next row, if it is as most are, and its cells. */
static inline bool take_row(const ColumnList *cols, RowIter *rows, Row *r, CellSlot *slots)
{
    const char *text = rows->text, *end = text + rows->end;
    const char *row = bytes_skip(text + rows->pos, end, end, ' ');
    const char *behind = *row == '|' ? take_cells(cols, slots, row, end) : NULL;
    if (behind == NULL)
        return false;
    *r = (Row){.off = (uint32_t)(row - text)};
    rows->row_off = r->off;
    rows->row_len = (uint32_t)(behind - row);
    rows->pos = rows->row_off + rows->row_len + 1;
    return true;
}

/* For how many rows there is room: one at least. */
static uint32_t room_for_rows(Model *m, Table *t)
{
    vec_spare(m->arena, &t->rows);
    (void)cells_next(m, t);
    uint32_t rows = t->rows.cap - t->rows.len, cells = (t->cells.cap - t->cells.len) / t->cols.len;
    return rows < cells ? rows : cells;
}

bool rows_take_plain(Model *m, Table *t, RowIter *rows, uint32_t label)
{
    const uint32_t group = t->build->open_group;
    bool taken = true, plain = true; /* the latest row, its label */
    while (taken && plain && rows->pos < rows->end) {
        uint32_t room = room_for_rows(m, t);
        Row *first = t->rows.at + t->rows.len, *r = first, *full = r + room;
        CellSlot *slots = t->cells.at + t->cells.len;
        for (; r < full && plain && rows->pos < rows->end; r++, slots += t->cols.len) {
            taken = take_row(&t->cols, rows, r, slots);
            if (!taken)
                break;
            plain = label != NO_COLUMN && row_take_label(r, &slots[label], rows->text, group);
        }
        uint32_t count = (uint32_t)(r - first), labels = count - !plain;
        t->rows.len += count;
        t->cells.len += count * t->cols.len;
        t->plain_rows += labels;
        if (labels > 0)
            t->roles |= 1u << ROLE_NONE;
    }
    return !plain;
}

/* The same of a cell in any row; false: it is something else. */
static bool take_at_once(CellSlot *slot, bool figures, const char *text, uint32_t row_off,
                         CellSpan span)
{
    const char *at = text + span.off;
    if (span.off - row_off > UINT16_MAX)
        return false;
    if (figures && span.len > 0) {
        int32_t coef = 0;
        if (whole_figure(at, &coef) != at + span.len)
            return false;
        set_slot(slot, CELL_PLAIN, (uint32_t)coef, span.off - row_off, span.len);
    } else {
        set_slot(slot, span.len == 0 ? CELL_BLANK : CELL_TEXT, span.len, span.off - row_off, 0);
    }
    return true;
}

/* A figure that its unit, its column or its size may have something to say about is looked at
 * again, and so is what is none. */
static void take_other(Model *m, Table *t, uint32_t col, const char *text, CellSpan span)
{
    Cell c = {.off = span.off, .len = span.len, .kind = span.len == 0 ? CELL_BLANK : CELL_TEXT};
    if (t->cols.at[col].figures &&
        plain_figure(text + span.off, span.len, &c.coef, &c.scale))
        c.kind = CELL_PLAIN;
    t->build->settled = false;
    cell_put(m, t, t->rows.len - 1, col, &c);
}

uint32_t cells_take(Model *m, Table *t, RowIter *row)
{
    CellSpan span = {0, 0};
    uint32_t n = 0, written = 0;
    CellSlot *slots = cells_push(m, t);
    for (; rows_cell(row, &span); n++) {
        if (n < t->cols.len &&
            !take_at_once(&slots[n], t->cols.at[n].figures, row->text, row->row_off, span))
            take_other(m, t, n, row->text, span);
        if (n < t->cols.len || span.len > 0)
            written = n + 1;
    }
    return written;
}
