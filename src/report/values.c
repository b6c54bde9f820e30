/*
 * values.c — a fact or a cell as text.  Layer: report.
 *
 * A figure is printed as its author stated it, in Norwegian style; what names a thing is printed
 * as that thing's title and leads to it. A computed figure is evaluated here.
 */
#include "report/maker.h"

#include "base/address.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "model/eval.h"
#include "model/scope.h"
#include "value/footnote.h"

/* --- names of things ------------------------------------------------------------------------- */

Str term_spelling(const Maker *mk, TermId t)
{
    return str_from(vocab_term(t)->spelling[mk->lang]);
}

Str thing_word(Maker *mk, DeclId d)
{
    return term_spelling(mk, model_decl(mk->m, decl_self(mk->m, d))->term);
}

Str thing_title(Maker *mk, DeclId d)
{
    const Decl *own = model_decl(mk->m, d);
    const Decl *self = model_decl(mk->m, decl_self(mk->m, d));
    if (own->title.len > 0)
        return own->title;
    if (self->title.len > 0)
        return self->title;
    if (self->name_text.len > 0)
        return self->name_text;
    Str word = text_capital(mk->arena, thing_word(mk, d));
    if (self->number == 0)
        return word;
    Buf b;
    buf_init(&b, mk->arena);
    buf_printf(&b, "%.*s %.*s", STR_ARG(word), STR_ARG(decl_number(mk->m, self)->text));
    return buf_view(&b);
}

const Target *target_of(Maker *mk, DeclId d)
{
    d = decl_self(mk->m, d);
    if (d == 0)
        return NULL;
    if (mk->targets[d] == NULL)
        mk->targets[d] = arena_new(mk->m->arena, Target); /* lasts as long as they do */
    return mk->targets[d];
}

/* --- parts of a value ------------------------------------------------------------------------ */

static bool is_figure(const Value *v)
{
    switch ((ValueKind)v->kind) {
    case VAL_NUMBER:
    case VAL_RANGE:
    case VAL_MISSING:
    case VAL_NIL:
    case VAL_RATIO: return true;
    case VAL_BLANK:
    case VAL_TEXT:
    case VAL_WORDS:
    case VAL_PERIOD:
    case VAL_ENUM:
    case VAL_UNIT:
    case VAL_CLOCK:
    case VAL_FORMULA:
    case VAL_BAD: return false;
    }
    return false;
}

/* At a digit or at ½ and its like; the length where all is said in words. */
static uint32_t figure_start(Str s)
{
    uint32_t at = 0;
    while (at < s.len && !ascii_is_digit(s.ptr[at]) && !utf8_is_fraction(s.ptr + at, str_end(s)))
        at++;
    return at;
}

static Str printed(Maker *mk, const Value *v)
{
    Buf *b = maker_scratch(mk);
    value_print(b, &mk->m->units, v, mk->lang);
    return str_dup(mk->arena, buf_view(b)); /* in no more room than it takes */
}

/* "ca 20" keeps its "ca" where that is a word of the report's language: the author's word stands
 * before the figure, and the figure alone is printed in our style. */
static Str qualified_text(Maker *mk, const Value *v, Str written)
{
    Str word = str_trim(str_slice(written, 0, figure_start(written)));
    unsigned languages = 0;
    TermId t = vocab_find_languages(VG_QUAL, utf8_fold(mk->m->scratch, word), K_NONE, &languages);
    if (t == 0 || (languages & (1u << mk->lang)) == 0)
        return printed(mk, v);
    Value alone = *v;
    alone.qual = 0;
    alone.compare = CMP_NONE;
    alone.approx = false;
    Buf b;
    buf_init(&b, mk->arena);
    buf_printf(&b, "%.*s\xC2\xA0", STR_ARG(word));
    buf_str(&b, printed(mk, &alone));
    return buf_view(&b);
}

/* "Måles ikke", "(ikke gjennomført ennå)": as written, if it is in the report's language. */
static Str missing_text(Maker *mk, const Value *v, Str written)
{
    Str words = written;
    if (words.len > 2 && words.ptr[0] == '(' && str_ends(words, STR(")")))
        words = str_trim(str_slice(words, 1, words.len - 1));
    unsigned languages = 0;
    TermId t =
        vocab_find_languages(VG_MISSING, utf8_fold(mk->m->scratch, words), K_NONE, &languages);
    if (t == 0 || (languages & (1u << mk->lang)) == 0)
        return printed(mk, v);
    Buf b;
    buf_init(&b, mk->arena);
    for (uint32_t i = 0; i < written.len; i++)
        if (written.ptr[i] == ' ')
            buf_cstr(&b, "\xC2\xA0");
        else
            buf_char(&b, written.ptr[i]);
    return buf_view(&b);
}

/* Units and number words are the author's, unless the report is in another tongue. */
static bool keeps_words(const Maker *mk)
{
    return mk->lang != LANG_EN;
}

static Str value_text(Maker *mk, const Value *v)
{
    Str written = str_trim(span_text(mk->m->sources, v->span));
    switch ((ValueKind)v->kind) {
    case VAL_BLANK: return STR_NONE;
    case VAL_TEXT:
    case VAL_WORDS: return v->text.len > 0 ? v->text : quote_content(written);
    case VAL_BAD:
    case VAL_CLOCK:
    case VAL_NIL: return written;
    case VAL_ENUM: /* "utsatt til 2019": with words behind it, as written */
        return v->text.len > 0 ? v->text : term_spelling(mk, v->term);
    case VAL_FORMULA: return STR_NONE;
    case VAL_UNIT: return keeps_words(mk) ? written : printed(mk, v);
    case VAL_NUMBER:
        if (keeps_words(mk) && written.len > 0 && figure_start(written) == written.len)
            return written; /* {tre = antall(avdeling)} */
        return v->qual != 0 ? qualified_text(mk, v, written) : printed(mk, v);
    case VAL_MISSING: return missing_text(mk, v, written);
    case VAL_RANGE:
    case VAL_PERIOD:
    case VAL_RATIO: break;
    }
    return printed(mk, v);
}

/* "(inkl. 1 lærling)", also of a remark that was written as a string. */
static Str remark_text(Maker *mk, Span remark)
{
    if (remark.len == 0)
        return STR_NONE;
    Str written = str_trim(span_text(mk->m->sources, remark));
    Str inside;
    if (!quote_alone(written, &inside))
        return written;
    Buf b;
    buf_init(&b, mk->arena);
    buf_printf(&b, "(%.*s)", STR_ARG(inside));
    return buf_view(&b);
}

static void add_remark(Maker *mk, Shown *s, Str remark)
{
    if (remark.len == 0)
        return;
    Buf b;
    buf_init(&b, mk->arena);
    if (!runs_empty(&s->runs))
        buf_char(&b, ' ');
    buf_str(&b, remark);
    runs_add(mk->arena, &s->runs, buf_view(&b), RUN_PLAIN, NULL);
}

static void set_figure(Maker *mk, Shown *s, Str text, UnitId unit)
{
    s->figure = true;
    s->unit = unit;
    s->bare_len = text.len;
    runs_add(mk->arena, &s->runs, text, RUN_PLAIN, NULL);
}

/* The text ends with the unit of the value, if it has a figure at all. */
static void set_bare(Maker *mk, Shown *s, const Value *v)
{
    Buf *unit = maker_scratch(mk);
    value_print_unit(unit, &mk->m->units, v, mk->lang);
    if (unit->len < s->bare_len && str_ends(s->runs.at[0].text, buf_view(unit)))
        s->bare_len -= (uint32_t)unit->len;
}

void shown_bare(Shown *s)
{
    if (s->bare_len > 0)
        s->runs.at[0].text.len = s->bare_len;
}

static Shown show_value(Maker *mk, const Value *v)
{
    Shown s = {0};
    Str text = value_text(mk, v);
    if (is_figure(v)) {
        set_figure(mk, &s, text, v->unit);
        set_bare(mk, &s, v);
        s.unit_given = (v->flags & VALF_UNIT) != 0;
        s.number = v->kind == VAL_NUMBER || v->kind == VAL_RANGE || v->kind == VAL_RATIO;
    } else {
        runs_add(mk->arena, &s.runs, text, RUN_PLAIN, NULL);
    }
    add_remark(mk, &s, remark_text(mk, v->remark));
    return s;
}

/* --- computed figures ------------------------------------------------------------------------ */

Str show_quantity(Maker *mk, const Quantity *q)
{
    if (q->kind == QTY_NONE)
        return STR_NONE;
    if (q->kind != QTY_NUMBER)
        return maker_label(mk, LABEL_NO_FIGURE);
    Buf *b = maker_scratch(mk);
    figure_print(b, &mk->m->units, q->mid, q->unit, q->decimals, mk->lang);
    return str_dup(mk->arena, buf_view(b));
}

static Shown show_computed(Maker *mk, FactId id)
{
    Shown s = {0};
    Quantity q = eval_figure(mk->m, figure_fact(id));
    if (q.kind == QTY_UNKNOWN || q.kind == QTY_BAD) {
        runs_add(mk->arena, &s.runs, show_inline(mk, id), RUN_PLAIN, NULL);
        return s;
    }
    set_figure(mk, &s, show_quantity(mk, &q), q.unit);
    set_bare(mk, &s, &(Value){.kind = VAL_NUMBER, .unit = q.unit});
    s.number = true;
    add_remark(mk, &s, remark_text(mk, fact_more(mk->m, model_fact(mk->m, id))->remark));
    return s;
}

/* --- facts and cells ------------------------------------------------------------------------- */

/* A text that begins with a web address is a link, and what is behind
 * the address stands behind it. */
static void link_address(Maker *mk, Shown *s)
{
    Str text = s->runs.len > 0 ? s->runs.at[0].text : STR_NONE;
    uint32_t len = s->figure ? 0 : address_len(text);
    if (len == 0)
        return;
    Target *to = arena_new(mk->arena, Target);
    to->url = str_slice(text, 0, len);
    Runs remark = {.at = s->runs.at + 1, .len = s->runs.len - 1};
    Runs linked = {0};
    runs_add(mk->arena, &linked, to->url, RUN_PLAIN, to);
    runs_add(mk->arena, &linked, str_slice(text, len, text.len), RUN_PLAIN, NULL);
    runs_join(mk->arena, &linked, &remark);
    s->runs = linked;
}

/* `kommune: 4014` is Kragerø to those who read it; empty: said otherwise, or not known. */
static Str municipality_name(const Maker *mk, const Fact *f)
{
    const Prop *p = f->prop == 0 ? NULL : model_prop(mk->m, f->prop);
    if (p == NULL || p->key != P_MUNICIPALITY)
        return STR_NONE;
    Str code = str_trim(span_text(mk->m->sources, fact_said(mk->m, f)));
    return catalogue_title(catalogue_named("kommune"), code, decl_year(mk->m, p->decl));
}

/* A source may be a document of the plan, named by its name. */
static DeclId named_thing(Maker *mk, const Fact *f)
{
    if (f->ref != 0 || f->value.kind != VAL_WORDS || f->prop == 0 ||
        model_prop(mk->m, f->prop)->key != P_SOURCE)
        return f->ref;
    NameHit hit =
        scope_find(mk->m, f->scope, utf8_fold(mk->arena, fact_text(mk->m, f)), K_DOCUMENT);
    return hit.kind == NAME_FOUND ? hit.decl : 0;
}

/* A bare figure gets its unit in the words of its thing's `måles i`: dager, not døgn. Kroner are
 * called what they are everywhere, and of what a percentage is, its heading says. */
static Str said_unit(const Maker *mk, DeclId d, UnitId unit)
{
    const Unit *u = unit_get(&mk->m->units, unit);
    bool money = u->dim == E_DIMENSION_MONEY && u->per == 0;
    bool percent_of = u->dim == E_DIMENSION_PERCENT && u->what != 0;
    FigRef at;
    if (unit == 0 || unit == mk->m->units.count || money || percent_of || !keeps_words(mk) ||
        !decl_figure(mk->m, decl_self(mk->m, d), P_MEASURED_IN, NULL, &at) || at.fact == 0)
        return STR_NONE;
    const Fact *said = model_fact(mk->m, at.fact);
    if (said->value.kind != VAL_UNIT || said->value.unit != unit)
        return STR_NONE;
    return str_trim(span_text(mk->m->sources, fact_said(mk->m, said)));
}

static void lend_unit_words(const Maker *mk, DeclId d, Value *v)
{
    if (v->text.len > 0 || (v->kind != VAL_NUMBER && v->kind != VAL_RANGE))
        return;
    v->text = said_unit(mk, d, v->unit);
    if (v->text.len > 0)
        v->flags |= VALF_UNIT;
}

static Shown show_in_unit_words(Maker *mk, const Fact *f)
{
    Value v = fact_value(mk->m, f);
    if (f->prop != 0)
        lend_unit_words(mk, model_prop(mk->m, f->prop)->decl, &v);
    else if (f->owner == FACT_CELL)
        lend_unit_words(mk, model_table(mk->m, fact_more(mk->m, f)->cell.table)->decl, &v);
    Shown s = show_value(mk, &v);
    s.unit_given = (f->value.flags & VALF_UNIT) != 0;
    return s;
}

/* What is claimed, in the author's words where there are any behind it. */
static Shown show_claim(Maker *mk, const Fact *f)
{
    Shown s = {0};
    Span words = eval_sides(mk->m, f).message;
    Str text = span_text(mk->m->sources, words.len > 0 ? words : fact_span(mk->m, f));
    runs_add(mk->arena, &s.runs, words.len > 0 ? quote_content(text) : str_trim(text), RUN_PLAIN,
             NULL);
    return s;
}

Shown show_fact(Maker *mk, FactId id)
{
    Fact f = *model_fact(mk->m, id);
    if (f.value.kind == VAL_FORMULA)
        return show_computed(mk, id);
    if (f.owner == FACT_CLAIM)
        return show_claim(mk, &f);
    Shown s = {0};
    DeclId named = named_thing(mk, &f);
    if (named != 0) {
        runs_add(mk->arena, &s.runs, thing_title(mk, named), RUN_PLAIN, target_of(mk, named));
        add_remark(mk, &s, remark_text(mk, fact_more(mk->m, &f)->remark));
        return s;
    }
    s = show_in_unit_words(mk, &f);
    Str municipality = municipality_name(mk, &f);
    if (municipality.len > 0 && s.runs.len > 0)
        s.runs.at[0].text = municipality;
    link_address(mk, &s);
    return s;
}

static Str print_tail(Maker *mk, const Value *v)
{
    Buf *b = maker_scratch(mk);
    value_print_unit(b, &mk->m->units, v, mk->lang);
    return str_dup(mk->m->arena, buf_view(b));
}

/* What is behind a bare figure of a unit: looked for once. */
static Str unit_tail(Maker *mk, UnitId unit)
{
    while (mk->tails.len <= unit)
        (void)vec_push(mk->m->arena, &mk->tails);
    Str *tail = &mk->tails.at[unit];
    if (tail->ptr == NULL)
        *tail = print_tail(mk, &(Value){.kind = VAL_NUMBER, .unit = unit});
    return *tail;
}

/* … in the words of the table that it stands in. */
static Str cell_tail(Maker *mk, TableId table, UnitId unit)
{
    const Table *t = model_table(mk->m, table);
    if (unit == 0 || unit != t->unit)
        return unit_tail(mk, unit);
    if (mk->said.table != table) {
        Value one = {.kind = VAL_NUMBER, .unit = unit};
        lend_unit_words(mk, t->decl, &one);
        mk->said.table = table;
        mk->said.tail = one.text.len > 0 ? print_tail(mk, &one) : unit_tail(mk, unit);
    }
    return mk->said.tail;
}

/* As show_value would, of what has neither words nor remarks. */
static void put_plain(Maker *mk, TableId table, const Cell *c, Shown *out)
{
    Str tail = cell_tail(mk, table, c->unit);
    Buf *b = maker_scratch(mk);
    figure_put(b, plain_number(c), plain_parts_four(model_table(mk->m, table), c));
    out->figure = out->number = out->digits = true;
    out->unit = c->unit;
    out->bare_len = (uint32_t)b->len;
    buf_str(b, tail);
    runs_add(mk->arena, &out->runs, str_dup(mk->arena, buf_view(b)), RUN_PLAIN, NULL);
}

static Shown show_cell_fact(Maker *mk, FactId id)
{
    const Fact *f = model_fact(mk->m, id);
    if (f->prop == 0 || model_prop(mk->m, f->prop)->count <= 1)
        return show_fact(mk, id);
    Prop p = *model_prop(mk->m, f->prop);
    return show_prop(mk, &p);
}

void fill_cell(Maker *mk, TableId table, uint32_t row, uint32_t col, Shown *out)
{
    Cell c = table_cell(model_table(mk->m, table), row, col);
    switch ((CellKind)c.kind) {
    case CELL_BLANK: break;
    case CELL_FACT: *out = show_cell_fact(mk, c.fact); break;
    case CELL_TEXT: fill_label(mk, table, row, col, &out->runs); break;
    case CELL_PLAIN: put_plain(mk, table, &c, out); break;
    }
}

/* A role before a colon is not printed, but that a row is part of another, or is subtracted, is. */
static Str with_role(Maker *mk, const Row *r, Str label)
{
    bool part = r->role == ROLE_OF_WHICH || r->role == ROLE_DIVIDED;
    if (label.len == 0 || (!part && r->role != ROLE_MINUS))
        return label;
    Str word = maker_label(mk, part ? LABEL_ROW_OF_WHICH : LABEL_ROW_MINUS);
    Buf b;
    buf_init(&b, mk->arena);
    buf_str(&b, word);
    buf_str(&b, label);
    return buf_view(&b);
}

/* `\|` in a cell is a bar. */
static Str cell_written(Maker *mk, const Table *t, Cell c)
{
    Str s = str_trim((Str){t->text + c.off, c.len});
    if (bytes_find(s.ptr, str_end(s), str_end(s), '\\') == str_end(s))
        return s;
    Buf b;
    buf_init(&b, mk->arena);
    for (uint32_t i = 0; i < s.len; i++)
        if (s.ptr[i] != '\\' || i + 1 == s.len || s.ptr[i + 1] != '|')
            buf_char(&b, s.ptr[i]);
    return buf_view(&b);
}

void fill_label(Maker *mk, TableId table, uint32_t row, uint32_t col, Runs *out)
{
    const Table *t = model_table(mk->m, table);
    const Row *r = &t->rows.at[row];
    Str text = cell_written(mk, t, table_cell(t, row, col));
    Str inside;
    bool first = t->cols.at[col].use == COL_LABEL;
    if (first && r->role_given) {
        int64_t colon = str_find(text, STR(":"));
        text = str_trim(str_slice(text, colon < 0 ? 0 : (uint32_t)colon + 1, text.len));
    }
    if (quote_at(text) > 0 && quote_alone(footnote_stripped(text), &inside))
        text = inside;
    const Target *to = NULL;
    DeclId thing = first && !t->declares ? row_decl(t, row) : 0;
    if (thing != 0 && row_codes(t, row).len == 0) {
        const Decl *d = model_decl(mk->m, decl_self(mk->m, thing));
        Str mark = str_slice(text, footnote_stripped(text).len, text.len);
        if (d->title.len > 0 && d->name != 0 &&
            str_eq(row_folded(mk->m, t, r), interner_text(&mk->m->syms, d->name)))
            text = text_joined(mk->arena, d->title, mark);
        to = target_of(mk, thing);
    }
    if (text.len == 0 && r->role == ROLE_GROUP && first)
        text = row_label(t, r);
    if (first && r->role_given)
        text = with_role(mk, r, text);
    runs_add(mk->arena, out, text, RUN_PLAIN, to);
}
