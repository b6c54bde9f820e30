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

static bool is_blank_at(const Source *src, uint32_t at)
{
    return src->text[at] == ' ' || src->text[at] == '\t';
}

/* Of the line that a place is on. */
static uint32_t line_indent(const Source *src, uint32_t off)
{
    uint32_t start = text_line_begin(src->text, off);
    uint32_t at = start;
    while (at < off && is_blank_at(src, at))
        at++;
    return at - start;
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
    return text_begins_line(source_of(r, statement)->text, statement.off);
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

/* A text block is indented as the line on which it begins, so that line is left alone. */
static void put_before(Roll *r, Span statement, const Buf *lines)
{
    const Source *src = source_of(r, statement);
    bool begins = text_begins_line(src->text, statement.off);
    uint32_t at = begins ? text_line_begin(src->text, statement.off) : statement.off;
    Buf all;
    buf_init(&all, r->m->arena);
    if (!begins)
        buf_char(&all, '\n');
    buf_str(&all, buf_view(lines));
    roll_replace(r, (Span){statement.file, at, 0}, buf_view(&all));
}

void roll_fill_in_before(Roll *r, Span statement, SayId id, Str a, Str b)
{
    Buf line;
    buf_init(&line, r->m->arena);
    put_fill_in(r, &line, id, a, b);
    put_before(r, statement, &line);
}

void roll_offer_before(Roll *r, Span statement, SayId id, Str a, Span offered)
{
    Buf lines;
    Str text = span_text(r->m->sources, offered);
    uint32_t indent = line_indent(source_of(r, offered), offered.off);
    buf_init(&lines, r->m->arena);
    put_fill_in(r, &lines, id, a, STR_NONE);
    for (uint32_t at = 0, end; at < text.len; at = end + 1) {
        for (end = at; end < text.len && text.ptr[end] != '\n';)
            end++;
        for (uint32_t i = 0; at > 0 && i < indent && at < end && strchr(" \t", text.ptr[at]); i++)
            at++;
        buf_printf(&lines, "# %.*s\n", STR_ARG(str_slice(text, at, end)));
    }
    put_before(r, statement, &lines);
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
        end = source_line_end(src, end); /* a comment stays on its line */
    roll_replace(r, (Span){statement.file, end, 0}, buf_view(&line));
}

void roll_retire(Roll *r, Span statement, SayId id, Str a, Str b)
{
    const Source *src = source_of(r, statement);
    Buf line;
    buf_init(&line, r->m->arena);
    if (!text_begins_line(src->text, statement.off))
        buf_char(&line, '\n');
    put_fill_in(r, &line, id, a, b);
    if (ends_line(src, statement.off + statement.len))
        line.len--; /* the line's own end is there */
    roll_replace(r, statement, buf_view(&line));
}

Span roll_equation(const Roll *r, const Fact *f)
{
    Span all = fact_span(r->m, f);
    Span said = fact_said(r->m, f);
    uint32_t end = said.off + said.len;
    uint32_t all_end = all.off + all.len;
    return (Span){all.file, end, f->equation && all_end > end ? all_end - end : 0};
}

void roll_cut_equation(Roll *r, const Fact *f)
{
    Span equation = roll_equation(r, f);
    if (equation.len > 0)
        roll_replace(r, equation, STR_NONE);
}

/* Part of what leaves a thing out, and so there with it. */
static void put_always(Roll *r, FileId file, uint32_t at, Str text)
{
    *vec_push(r->m->arena, &r->out->edits) = (RollEdit){{file, at, 0}, text, true};
}

void roll_drop(Roll *r, Span thing, SayId id, Str a, Str b)
{
    const Source *src = source_of(r, thing);
    uint32_t end = thing.off + thing.len;
    uint32_t indent = line_indent(src, thing.off);
    uint32_t start =
        text_begins_line(src->text, thing.off) ? text_line_begin(src->text, thing.off) : thing.off;
    roll_fill_in_before(r, thing, id, a, b);
    r->out->edits.at[r->out->edits.len - 1].always = true;
    for (uint32_t at = start; at < end; at = source_line_end(src, at) + 1) {
        for (uint32_t i = 0; i < indent && is_blank_at(src, at); i++)
            at++;
        bool empty = src->text[at] == '\n' || src->text[at] == '\r';
        put_always(r, thing.file, at, empty ? STR("#") : STR("# "));
    }
    if (!ends_line(src, end))
        put_always(r, thing.file, end, STR("\n"));
    *vec_push(r->m->arena, &r->dropped) = (Span){thing.file, start, end - start};
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
