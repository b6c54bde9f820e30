/*
 * roll_edit.c — edits to the text of a plan.  Layer: years.
 *
 * A statement may stand alone on its line, or with others between braces: what is put before it or
 * behind it takes a line of its own in either case, and the formatter sees to the rest.
 */
#include "years/roll_int.h"

/* ---- lines ---------------------------------------------------------------------------------- */

static const Source *source_of(const Roll *r, Span span)
{
    return sources_get(r->m->sources, span.file);
}

static uint32_t line_start(const Source *src, uint32_t off)
{
    while (off > 0 && src->text[off - 1] != '\n')
        off--;
    return off;
}

static uint32_t line_end(const Source *src, uint32_t off)
{
    while (off < src->len && src->text[off] != '\n')
        off++;
    return off;
}

static bool begins_line(const Source *src, uint32_t off)
{
    uint32_t at = line_start(src, off);
    while (at < off && (src->text[at] == ' ' || src->text[at] == '\t'))
        at++;
    return at == off;
}

/* But for blanks and a comment. */
static bool ends_line(const Source *src, uint32_t end)
{
    while (end < src->len && strchr(" \t\r", src->text[end]) != NULL)
        end++;
    return end >= src->len || src->text[end] == '\n' || src->text[end] == '#';
}

/* ---- edits ---------------------------------------------------------------------------------- */

void roll_replace(Roll *r, Span span, Str text)
{
    *vec_push(r->m->arena, &r->out->edits) = (RollEdit){span, str_dup(r->m->arena, text), false};
}

bool roll_begins_line(const Roll *r, Span statement)
{
    return begins_line(source_of(r, statement), statement.off);
}

/* By which the line is found again in the new plan. */
static void put_mark(const Roll *r, Buf *line)
{
    buf_cstr(line, "# ");
    buf_str(line, say_text(SAY_FILL_IN, r->words));
}

static void put_fill_in(Roll *r, Buf *line, SayId id, Str a, Str b)
{
    Buf text;
    buf_init(&text, r->m->arena);
    say_put(&text, id, r->words, a, b);
    put_mark(r, line);
    put_flat(line, buf_view(&text));
    buf_char(line, '\n');
}

/* A text block goes by the indentation of the line on which it begins, so the line stays as it is. */
void roll_fill_in_before(Roll *r, Span statement, SayId id, Str a, Str b)
{
    const Source *src = source_of(r, statement);
    bool begins = begins_line(src, statement.off);
    Buf line;
    buf_init(&line, r->m->arena);
    if (!begins)
        buf_char(&line, '\n');
    put_fill_in(r, &line, id, a, b);
    uint32_t at = begins ? line_start(src, statement.off) : statement.off;
    roll_replace(r, (Span){statement.file, at, 0}, buf_view(&line));
}

void roll_line_behind(Roll *r, Span statement, bool fill_in, Str text)
{
    const Source *src = source_of(r, statement);
    uint32_t end = statement.off + statement.len;
    Buf line;
    buf_init(&line, r->m->arena);
    buf_char(&line, '\n');
    if (fill_in)
        put_mark(r, &line);
    put_flat(&line, text);
    if (!ends_line(src, end))
        buf_char(&line, '\n');
    else
        end = line_end(src, end); /* a comment stays on its line */
    roll_replace(r, (Span){statement.file, end, 0}, buf_view(&line));
}

void roll_retire(Roll *r, Span statement, SayId id, Str a, Str b)
{
    const Source *src = source_of(r, statement);
    Buf line;
    buf_init(&line, r->m->arena);
    if (!begins_line(src, statement.off))
        buf_char(&line, '\n');
    put_fill_in(r, &line, id, a, b);
    if (ends_line(src, statement.off + statement.len))
        line.len--; /* the line's own end is there */
    roll_replace(r, statement, buf_view(&line));
}

void roll_cut_equation(Roll *r, const Fact *f)
{
    Span all = fact_span(r->m, f);
    Span said = fact_said(r->m, f);
    uint32_t end = said.off + said.len;
    if (f->equation && all.off + all.len > end)
        roll_replace(r, (Span){all.file, end, all.off + all.len - end}, STR_NONE);
}

bool roll_drop(Roll *r, Span thing)
{
    const Source *src = source_of(r, thing);
    uint32_t end = thing.off + thing.len;
    if (!begins_line(src, thing.off) || !ends_line(src, end))
        return false;
    uint32_t indent = thing.off - line_start(src, thing.off);
    for (uint32_t at = line_start(src, thing.off); at < end; at++) {
        uint32_t from = at;
        while (at - from < indent && (src->text[at] == ' ' || src->text[at] == '\t'))
            at++;
        bool blank = src->text[at] == '\n' || src->text[at] == '\r';
        *vec_push(r->m->arena, &r->out->edits) =
            (RollEdit){{thing.file, at, 0}, blank ? STR("#") : STR("# "), true};
        at = line_end(src, at);
    }
    uint32_t start = line_start(src, thing.off); /* where lines about it would be put */
    *vec_push(r->m->arena, &r->dropped) = (Span){thing.file, start, end - start};
    return true;
}

void roll_retire_prop(Roll *r, const Prop *p)
{
    roll_retire(r, roll_prop_span(r, p), SAY_ROLL_BEFORE, span_text(r->m->sources, p->key_span),
                prop_said(r->m, p));
}

/* ---- texts ---------------------------------------------------------------------------------- */

Span roll_prop_span(const Roll *r, const Prop *p)
{
    if (p->count == 0)
        return p->key_span;
    return span_join(p->key_span, fact_span(r->m, model_fact(r->m, p->first + p->count - 1)));
}

int64_t roll_year_at(Str text, int year, uint32_t at)
{
    for (; at + 4 <= text.len; at++)
        if (year_said_at(text, at) == year)
            return at;
    return -1;
}

Str roll_shifted(Roll *r, Str text)
{
    Buf out;
    buf_init(&out, r->m->arena);
    for (uint32_t at = 0; at < text.len; at++) {
        int year = year_said_at(text, at);
        if (year == 0) {
            buf_char(&out, text.ptr[at]);
        } else {
            buf_int(&out, year + r->to - r->from);
            at += 3;
        }
    }
    return buf_view(&out);
}
