/*
 * actions.c — what could be done at a place beside the fixes of findings.  Layer: ide.
 *
 * In: a range. Out: edits with a title: a loose figure in prose becomes {…}; what a formula gives
 * is written in front of it, so that it is held to it; a table without a sum gets one; what a
 * report leaves unanswered is put into it, for its author to fill in.
 */
#include "ide/ide.h"

#include "base/quote.h"
#include "check/check.h"
#include "check/reports.h"
#include "model/eval.h"

typedef VEC(hplan_ide_action) ActionVec;

typedef struct Actor {
    const Ide *ide;
    hplan_range range;
    ActionVec out;
} Actor;

static bool touches(const Actor *a, Span span)
{
    return span.file == a->range.file && span.off <= a->range.end &&
           (size_t)span.off + span.len >= a->range.start;
}

/* A printed amount as an author types it: plain blanks and minus signs. */
static const char *typed(const Ide *ide, Str amount)
{
    static const struct {
        const char *printed, *typed;
    } signs[] = {{"\xC2\xA0", " "}, {"\xE2\x80\xAF", " "}, {"\xE2\x88\x92", "-"}};
    Buf b;
    buf_init(&b, ide->arena);
    for (uint32_t i = 0; i < amount.len;) {
        size_t k = 0;
        while (k < 3 && !str_starts(str_slice(amount, i, amount.len), str_from(signs[k].printed)))
            k++;
        if (k < 3)
            buf_cstr(&b, signs[k].typed);
        else
            buf_char(&b, amount.ptr[i]);
        i += k < 3 ? (uint32_t)strlen(signs[k].printed) : 1;
    }
    return ide_taken(ide, &b);
}

static void add(Actor *a, const char *title, hplan_range range, const char *text)
{
    hplan_edit *edit = arena_new(a->ide->arena, hplan_edit);
    *edit = (hplan_edit){range, text};
    *vec_push(a->ide->arena, &a->out) = (hplan_ide_action){title, {edit, 1}};
}

static const char *with(const Ide *ide, IdeText before, const char *text)
{
    Buf b;
    buf_init(&b, ide->arena);
    buf_cstr(&b, ide_said(ide, before));
    buf_cstr(&b, text);
    return ide_taken(ide, &b);
}

/* --- loose figures --------------------------------------------------------------------------- */

/* HP8010 is said to those who ask about coverage; here its fix is what is wanted. */
static void tie_figures(Actor *a, const DiagSink *suggested)
{
    for (uint32_t i = 0; i < suggested->list.len; i++) {
        const Diag *d = suggested->list.at[i];
        for (uint32_t k = 0; k < d->parts.len && touches(a, d->span); k++) {
            const DiagPart *part = &d->parts.at[k];
            if (part->kind != PART_FIX)
                continue;
            const char *text = ide_text(a->ide, part->replacement);
            add(a, with(a->ide, IDE_TIE_FIGURE, text), ide_range(a->ide, part->span), text);
        }
    }
}

/* --- formulas -------------------------------------------------------------------------------- */

/* `= antall(tiltak)` becomes `5 = antall(tiltak)`, and {ramme.2018} likewise. */
static void state_value(Actor *a, FactId id)
{
    Model *m = a->ide->m;
    Fact f = *model_fact(m, id);
    if (f.expr == 0 || f.equation || f.value.kind != VAL_FORMULA || fact_more(m, &f)->format != 0 ||
        !touches(a, fact_span(m, &f)))
        return;
    Quantity q = eval_figure(m, figure_fact(id));
    if (q.kind != QTY_NUMBER)
        return;
    const char *amount = typed(a->ide, check_amount(m, &q));
    Str text = span_text(m->sources, fact_span(m, &f));
    Str inner = str_trim(text);
    bool equals = inner.len > 0 && inner.ptr[0] == '=';
    uint32_t at = f.off + (inner.len > 0 ? (uint32_t)(inner.ptr - text.ptr) : 0);
    Buf before;
    buf_init(&before, a->ide->arena);
    buf_cstr(&before, amount);
    buf_cstr(&before, equals ? " " : " = ");
    add(a, with(a->ide, IDE_STATE_VALUE, amount), (hplan_range){fact_span(m, &f).file, at, at},
        ide_taken(a->ide, &before));
}

/* --- sums ------------------------------------------------------------------------------------ */

static uint32_t label_column(const Table *t)
{
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (t->cols.at[c].use == COL_LABEL)
            return c;
    return UINT32_MAX;
}

static bool put_sums(Actor *a, TableId id, uint32_t label, Buf *row)
{
    Model *m = a->ide->m;
    bool any = false;
    for (uint32_t c = 0; c < model_table(m, id)->cols.len; c++) {
        Quantity sum;
        buf_cstr(row, " ");
        if (c == label) {
            buf_cstr(row, "Sum"); /* the role's word in all three languages */
        } else if (ide_column_sum(m, id, c, &sum)) {
            buf_cstr(row, typed(a->ide, check_amount(m, &sum)));
            any = true;
        }
        buf_cstr(row, " |");
    }
    return any;
}

static void add_sum_row(Actor *a, TableId id)
{
    Model *m = a->ide->m;
    const Table *t = model_table(m, id);
    uint32_t label = label_column(t);
    if (t->rows.len < 2 || t->declares || t->file != a->range.file || label == UINT32_MAX)
        return;
    Span first = row_span(m, t, 0);
    Span last = row_span(m, t, t->rows.len - 1);
    if (!touches(a, span_join(first, last)))
        return;
    const Source *src = sources_get(a->ide->sources, t->file);
    uint32_t line = text_line_begin(src->text, last.off);
    Buf row;
    buf_init(&row, a->ide->arena);
    buf_char(&row, '\n');
    buf_put(&row, src->text + line, last.off - line);
    buf_char(&row, '|');
    size_t end = (size_t)last.off + last.len;
    if (put_sums(a, id, label, &row))
        add(a, ide_said(a->ide, IDE_ADD_SUM), (hplan_range){t->file, end, end},
            ide_taken(a->ide, &row));
}

/* --- reports --------------------------------------------------------------------------------- */

/* By its title where it has no name: a number alone may be another goal's, too. */
static void put_answer(const Ide *ide, DeclId id, Buf *out)
{
    const Decl *d = model_decl(ide->m, id);
    buf_printf(out, "  %s ", vocab_term(d->term)->spelling[ide->lang]);
    if (d->name_text.len > 0)
        buf_str(out, d->name_text);
    else if (d->title.len > 0)
        quote_put(out, d->title);
    else
        buf_str(out, decl_number(ide->m, d)->text);
    buf_cstr(out, " {\n    status: \n  }\n");
}

/* In front of the line with the report's last brace, where nothing else stands on it. */
static bool end_of_body(const Ide *ide, Span body, uint32_t *at)
{
    const Source *src = sources_get(ide->sources, body.file);
    uint32_t end = body.off + body.len;
    if (body.len == 0 || src->text[end - 1] != '}')
        return false;
    *at = end - 1;
    while (*at > body.off && src->text[*at - 1] == ' ')
        --*at;
    return src->text[*at - 1] == '\n';
}

static void add_answers(Actor *a, DeclId report)
{
    const Decl *d = model_decl(a->ide->m, report);
    Unanswered all = {0};
    uint32_t at;
    if (d->kind != K_REPORT || !touches(a, d->head) || !end_of_body(a->ide, d->span, &at))
        return;
    report_unanswered(a->ide->m, report, &all);
    Buf text;
    buf_init(&text, a->ide->arena);
    for (uint32_t i = 0; i < all.len; i++)
        put_answer(a->ide, all.at[i], &text);
    if (all.len > 0)
        add(a, ide_said(a->ide, IDE_ADD_ANSWERS), (hplan_range){d->span.file, at, at},
            ide_taken(a->ide, &text));
}

void ide_actions_in(const Ide *ide, hplan_range range, const DiagSink *suggested,
                    hplan_ide_actions *out)
{
    Actor a = {.ide = ide, .range = range};
    DiagSink unheard;
    DiagSink *usual = ide->m->sink;
    sink_init(&unheard, ide->arena, ide->sources);
    ide->m->sink = &unheard;
    tie_figures(&a, suggested);
    uint32_t facts = ide->m->facts.len;
    for (FactId f = 1; f < facts; f++)
        state_value(&a, f);
    for (TableId t = 1; t < ide->m->tables.len; t++)
        add_sum_row(&a, t);
    for (DeclId d = 1; d < ide->m->decls.len; d++)
        add_answers(&a, d);
    ide->m->sink = usual;
    *out = (hplan_ide_actions){a.out.at, a.out.len};
}
