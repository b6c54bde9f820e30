/*
 * runs.c — making blocks, texts and anchors.  Layer: report.
 */
#include "report/runs.h"

#include "base/utf8.h"

#include <assert.h>
#include <utf8proc.h>

/* --- texts ----------------------------------------------------------------------------------- */

void runs_add(Arena *a, Runs *runs, Str text, RunStyle style, const Target *to)
{
    if (text.len == 0)
        return;
    if (runs->cap == 0)
        vec_room(a, runs, 1); /* most have one */
    vec_spare(a, runs);
    runs->at[runs->len++] = (Run){text, to, (uint8_t)style};
}

void runs_join(Arena *a, Runs *runs, const Runs *more)
{
    for (uint32_t i = 0; i < more->len; i++)
        *vec_push(a, runs) = more->at[i];
}

Str runs_plain(Arena *a, const Runs *runs)
{
    if (runs->len == 1)
        return runs->at[0].text;
    Buf b;
    buf_init(&b, a);
    for (uint32_t i = 0; i < runs->len; i++)
        buf_str(&b, runs->at[i].text);
    return buf_view(&b);
}

bool runs_empty(const Runs *runs)
{
    return runs->len == 0;
}

Str text_joined(Arena *a, Str first, Str second)
{
    if (second.len == 0)
        return first;
    Buf b;
    buf_init(&b, a);
    buf_str(&b, first);
    buf_str(&b, second);
    return buf_view(&b);
}

Str text_capital(Arena *a, Str s)
{
    if (s.len == 0)
        return s;
    uint32_t len;
    uint32_t cp = utf8_decode(s.ptr, str_end(s), &len);
    uint32_t upper = (uint32_t)utf8proc_toupper((utf8proc_int32_t)cp);
    if (upper == cp)
        return s;
    Buf b;
    buf_init(&b, a);
    utf8_put(&b, upper);
    buf_str(&b, str_slice(s, len, s.len));
    return buf_view(&b);
}

Str text_breakable(Arena *a, Str s)
{
    static const Str hard = STR_INIT("\xC2\xA0");
    Buf b;
    buf_init(&b, a);
    for (int64_t at; (at = str_find(s, hard)) >= 0;
         s = str_slice(s, (uint32_t)at + hard.len, s.len)) {
        buf_str(&b, str_slice(s, 0, (uint32_t)at));
        buf_char(&b, ' ');
    }
    buf_str(&b, s);
    return buf_view(&b);
}

/* --- blocks ---------------------------------------------------------------------------------- */

Block *block_add(Arena *a, Block *parent, BlockKind kind)
{
    Block *b = arena_new(a, Block);
    b->kind = (uint8_t)kind;
    if (parent->last != NULL)
        parent->last->next = b;
    else
        parent->first = b;
    parent->last = b;
    return b;
}

Field *field_add(Arena *a, Fields *fields, Str label)
{
    Field *f = vec_push(a, fields);
    f->label = label;
    return f;
}

GridColumn *grid_column(Arena *a, Grid *g, Str head, bool number)
{
    assert(g->rows.len == 0);
    GridColumn *c = vec_push(a, &g->cols);
    c->head = head;
    c->number = number;
    return c;
}

void grid_room(Arena *a, Grid *g, uint32_t rows)
{
    vec_room(a, &g->rows, rows);
    size_t cells = (size_t)rows * g->cols.len;
    g->cells = arena_array(a, Shown, cells);
    Run *runs = arena_alloc(a, cells * sizeof *runs);
    for (size_t i = 0; i < cells; i++) {
        g->cells[i].runs.at = &runs[i];
        g->cells[i].runs.cap = 1;
    }
}

GridRow *grid_row(Arena *a, Grid *g, GridRole role)
{
    assert(g->rows.len < g->rows.cap);
    GridRow *row = vec_push(a, &g->rows);
    row->role = (uint8_t)role;
    row->cells = g->cells + (size_t)(g->rows.len - 1) * g->cols.len;
    return row;
}

/* --- anchors --------------------------------------------------------------------------------- */

void anchors_init(Anchors *as, Arena *a)
{
    as->arena = a;
    interner_init(&as->taken, a);
    u32map_init(&as->next, a);
}

/* What GitHub keeps of a heading: its \p{Word} is letters, marks, decimal digits, connectors. */
static bool in_anchor(uint32_t cp)
{
    if (cp == '-')
        return true;
    utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
    return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_ME) || c == UTF8PROC_CATEGORY_ND ||
           c == UTF8PROC_CATEGORY_PC;
}

static Str slug(Arena *a, Str text)
{
    Buf b;
    buf_init(&b, a);
    for (const char *s = text.ptr, *end = str_end(text); s < end;) {
        if ((*s >= 'a' && *s <= 'z') || ascii_is_digit(*s)) {
            buf_char(&b, *s++);
            continue;
        }
        uint32_t len;
        uint32_t cp = utf8_decode(s, end, &len);
        s += len;
        if (cp == ' ')
            buf_char(&b, '-');
        else if (in_anchor(cp))
            utf8_put(&b, (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp));
    }
    return buf_view(&b);
}

Str anchors_claim(Anchors *as, Str text)
{
    Str base = slug(as->arena, text);
    if (base.len == 0)
        base = STR("_");
    Sym sym = interner_find(&as->taken, base);
    if (sym == 0) {
        Sym fresh = interner_add(&as->taken, base);
        return interner_text(&as->taken, fresh);
    }
    uint32_t *next = u32map_put(&as->next, sym);
    for (;;) {
        Buf b;
        buf_init(&b, as->arena);
        buf_str(&b, base);
        buf_printf(&b, "-%u", (unsigned)++*next);
        if (interner_find(&as->taken, buf_view(&b)) != 0)
            continue;
        Sym fresh = interner_add(&as->taken, buf_view(&b));
        return interner_text(&as->taken, fresh);
    }
}
