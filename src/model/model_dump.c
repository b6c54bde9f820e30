/*
 * model_dump.c — the model as text, for people who want to watch a plan travel.  Layer: model.
 *
 * One line a declaration, property and table, indented as they are nested; stable, so that tests
 * can hold it.
 */
#include "model/model.h"

static void put_place(Buf *out, const Model *m, Span span)
{
    Place p = source_place(sources_get(m->sources, span.file), span.off);
    buf_printf(out, " @%u:%u", p.line, p.column);
}

static void put_value(Buf *out, const Model *m, const Fact *f)
{
    static const char *const kinds[] = {"blank", "number", "range",   "missing", "nil",
                                        "text",  "words",  "period",  "enum",    "unit",
                                        "ratio", "clock",  "formula", "bad"};
    buf_printf(out, " %s",
               f->value.kind < sizeof kinds / sizeof *kinds ? kinds[f->value.kind] : "?");
    if (f->value.kind == VAL_NUMBER) {
        buf_char(out, ' ');
        decimal_put_plain(out, fact_more(m, f)->num);
        const Unit *u = unit_get(&m->units, f->value.unit);
        buf_printf(out, "%s%.*s", u->label.len > 0 ? " " : "", STR_ARG(u->label));
    }
    if (f->equation)
        buf_cstr(out, " equation");
    if (f->ref != 0)
        buf_printf(out, " -> #%u", f->ref);
    buf_printf(out, " «%.*s»", STR_ARG(span_text(m->sources, fact_span(m, f))));
}

static void put_prop(Buf *out, const Model *m, PropId id, int depth)
{
    const Prop *p = model_prop(m, id);
    buf_repeat(out, "  ", (size_t)depth);
    buf_printf(out, ". %s", vocab_term(p->term)->key);
    if (p->index.period.kind != PERIOD_NONE)
        buf_printf(out, " [%d–%d]", period_first_year(p->index.period),
                   period_last_year(p->index.period));
    for (uint32_t i = 0; i < p->count; i++)
        put_value(out, m, model_fact(m, p->first + i));
    buf_char(out, '\n');
}

static void put_table(Buf *out, const Model *m, TableId id, int depth)
{
    const Table *t = model_table(m, id);
    buf_repeat(out, "  ", (size_t)depth);
    buf_printf(out, "| table %u columns, %u rows%s:", t->cols.len, t->rows.len,
               t->declares ? ", declares" : "");
    for (uint32_t c = 0; c < t->cols.len; c++)
        buf_printf(out, " «%.*s»", STR_ARG(t->cols.at[c].label));
    buf_char(out, '\n');
}

static void put_decl(Buf *out, const Model *m, DeclId id, int depth)
{
    const Decl *d = model_decl(m, id);
    buf_repeat(out, "  ", (size_t)depth);
    buf_printf(out, "#%u %s", id, d->term != 0 ? vocab_term(d->term)->key : "?");
    if (d->number != 0)
        buf_printf(out, " %.*s", STR_ARG(decl_number(m, d)->text));
    if (d->name_text.len > 0)
        buf_printf(out, " %.*s", STR_ARG(d->name_text));
    if (d->title.len > 0)
        buf_printf(out, " \"%.*s\"", STR_ARG(d->title));
    if (d->same != 0)
        buf_printf(out, " = #%u", d->same);
    put_place(out, m, d->head);
    buf_char(out, '\n');
}

/* How deep a declaration is nested: the same walk as printing needs, without a stack. */
static int depth_of(const Model *m, DeclId d)
{
    int depth = 0;
    for (d = model_decl(m, d)->parent; d != 0; d = model_decl(m, d)->parent)
        depth++;
    return depth;
}

void model_dump(Buf *out, const Model *m)
{
    for (DeclId d = 1; d < m->decls.len; d++) {
        int depth = depth_of(m, d);
        put_decl(out, m, d, depth);
        for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next)
            put_prop(out, m, p, depth + 1);
        if (model_decl(m, d)->table != 0)
            put_table(out, m, model_decl(m, d)->table, depth + 1);
    }
}
