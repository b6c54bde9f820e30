/*
 * table_slots.c — cells as they come in and as they are kept.  Layer: model.
 *
 * In: the cells of a row as spans. Out: a slot each; of a bare figure what it says.
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

/* Nearly all of them are nothing but digits in groups: 12 345. Where such a one ends, if it is of
 * ordinary size; else s. */
static inline const char *whole_figure(const char *s, int32_t *coef)
{
    enum { LONGEST = 18 };
    const char *at = s;
    uint64_t value = 0;
    if (*s == '0' && digit_at(s + 1))
        return s; /* 0815 is a code */
    for (; digit_at(at); at++)
        value = value * 10 + (uint64_t)(*at - '0');
    bool grouped = at - s <= 3;
    for (; at > s && at[0] == ' ' && digit_at(at + 1); at += 4) {
        if (!grouped || !digit_at(at + 2) || !digit_at(at + 3) || digit_at(at + 4))
            return s;
        value = value * 1000 + (uint64_t)((at[1] - '0') * 100 + (at[2] - '0') * 10 + (at[3] - '0'));
    }
    if (at - s > LONGEST || value > INT32_MAX)
        return s;
    *coef = (int32_t)value;
    return at;
}

/* --- slots ---------------------------------------------------------------------------------- */

static bool in_figure(const Cell *c)
{
    return c->kind == CELL_PLAIN || c->kind == CELL_FACT;
}

static bool fits(const Table *t, uint32_t row, uint32_t col, const Cell *c)
{
    return c->off - t->rows.at[row].off <= UINT16_MAX && (!in_figure(c) || c->len <= UINT8_MAX) &&
           (c->kind != CELL_PLAIN ||
            (c->coef == (int32_t)c->coef && c->unit == t->traits[col].bare));
}

void cell_put(Model *m, Table *t, uint32_t row, uint32_t col, const Cell *c)
{
    CellSlot *slot = &t->cells.at[(size_t)row * t->cols.len + col];
    if (slot->is_wide) {
        t->rest->wide.at[slot->wide] = *c;
    } else if (!fits(t, row, col, c)) {
        t->build->settled = false;
        slot->is_wide = true;
        TableRest *rest = table_rest(m, t);
        slot->wide = rest->wide.len;
        *vec_push(m->arena, &rest->wide) = *c;
    } else {
        slot->off = (uint16_t)(c->off - t->rows.at[row].off);
        slot->figure_len = in_figure(c) ? (uint8_t)c->len : 0;
        slot->scale = c->scale & 31u;
        if (c->kind == CELL_PLAIN)
            slot->coef = (int32_t)c->coef;
        else if (c->kind == CELL_FACT)
            slot->fact = c->fact;
        else
            slot->len = c->len;
    }
    slot->kind = c->kind & 3u;
}

Cell table_cell(const Table *t, uint32_t row, uint32_t col)
{
    const CellSlot *slot = table_slot(t, row, col);
    if (slot->is_wide)
        return t->rest->wide.at[slot->wide];
    Cell c = {.off = t->rows.at[row].off + slot->off, .len = slot->figure_len, .kind = slot->kind};
    switch ((CellKind)c.kind) {
    case CELL_PLAIN:
        c.coef = slot->coef;
        c.scale = slot->scale;
        c.unit = t->traits[col].bare;
        break;
    case CELL_FACT: c.fact = slot->fact; break;
    case CELL_TEXT:
    case CELL_BLANK: c.len = slot->len; break;
    }
    return c;
}

/* --- a row ---------------------------------------------------------------------------------- */

/* Where the next row's slots come; not among them yet. */
static CellSlot *next_slots(Model *m, Table *t)
{
    uint32_t n = t->cols.len, len = t->cells.len;
    if (n > t->cells.cap - len)
        vec_room(m->arena, &t->cells, n > len ? n : len);
    return t->cells.at + len;
}

CellSlot *cells_push(Model *m, Table *t)
{
    uint32_t n = t->cols.len;
    if (n == 0)
        return t->cells.at; /* a heading before the line of heads has none */
    CellSlot *slots = next_slots(m, t);
    t->cells.len += n;
    return memset(slots, 0, n * sizeof *slots);
}

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
    const char *end = bytes_find_mark(at, limit, '|');
    at = row_trim_front(at, end);
    uint32_t len = (uint32_t)(row_trim_end(at, end) - at);
    set_slot(slot, len == 0 ? CELL_BLANK : CELL_TEXT, len, at - row, 0);
    return end;
}

const CellSlot *cells_take_plain(Model *m, Table *t, RowIter *rows)
{
    const char *row = rows->text + rows->pos, *end = rows->text + rows->end;
    const Column *col = t->cols.at, *behind = col + t->cols.len;
    if (row >= end)
        return NULL;
    row = bytes_skip(row, end, end, ' ');
    if (*row != '|')
        return NULL;
    CellSlot *slots = next_slots(m, t), *slot = slots;
    const char *at = row;
    for (; col < behind && *at == '|'; col++)
        at = take_plain(slot++, col->figures, row, at + 1, end);
    char first = row[slots->off];
    if (*at++ != '|' || first == '-' || first == ':') /* a |---|---| begins so */
        return NULL;
    if ((*at != '\n' && at != end) || at > end || at - row > UINT16_MAX)
        return NULL;
    t->cells.len += t->cols.len;
    rows->row_off = (uint32_t)(row - rows->text);
    rows->row_len = (uint32_t)(at - row);
    rows->pos = rows->row_off + rows->row_len + 1;
    return slots;
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
