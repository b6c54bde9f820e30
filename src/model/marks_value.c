/*
 * marks_value.c — the words and the unit of a value that has been read.  Layer: model.
 *
 * In: a Value, with the place it was read from. Out: marks. A value keeps what its words mean but
 * not where each stands, so that place is found here, with the same look-ups.
 */
#include "base/utf8.h"
#include "model/build.h"
#include "model/marks.h"

static bool is_letter_at(Str s, uint32_t i)
{
    return i < s.len && utf8_may_be_letter(s.ptr[i]);
}

/* ca., minst, tre: the words in front of the digits, or in their place. */
static void mark_words_before(const Model *m, Span span)
{
    Str text = span_text(m->sources, span);
    uint32_t i = 0;
    while (i < text.len && !ascii_is_digit(text.ptr[i])) {
        TermId term = 0;
        uint32_t len = 0;
        Span rest = span_from(span, i);
        if (is_letter_at(text, i))
            len = marks_prefix(m, rest, VG_QUAL, K_NONE, &term);
        if (len == 0 && is_letter_at(text, i))
            len = marks_prefix(m, rest, VG_NUMBER, K_NONE, &term);
        mark(m, (Span){rest.file, rest.off, len}, MARK_WORD, term);
        if (term != 0 && vocab_term(term)->group == VG_NUMBER)
            return;
        i += len > 0 ? len : 1;
        while (len == 0 && is_letter_at(text, i))
            i++; /* past the rest of a word that is none of ours */
    }
}

/* Where the unit of a figure stands: a slice of the source, or, of `kr` and `%` behind plain
 * digits, a text that is known by heart. */
static Span unit_span(const Model *m, const Value *v)
{
    Str text = span_text(m->sources, v->span);
    Span none = SPAN_NONE;
    if (v->text.len == 0 || v->text.len > text.len)
        return none;
    if (v->text.ptr >= text.ptr && v->text.ptr < text.ptr + text.len)
        return (Span){v->span.file, v->span.off + (uint32_t)(v->text.ptr - text.ptr), v->text.len};
    uint32_t from = text.len - v->text.len;
    return str_eq(str_slice(text, from, text.len), v->text) ? span_from(v->span, from) : none;
}

static void mark_figure(const Model *m, const Value *v)
{
    mark_words_before(m, v->span);
    Span unit = unit_span(m, v);
    if (!span_is_none(unit) && (v->flags & VALF_UNIT) != 0)
        mark(m, unit, MARK_UNIT, v->unit);
}

/* Which list the word is of is seen from the word. */
static uint16_t set_of(const Term *term)
{
    uint16_t set = 0;
    while (set < 63 && (term->in >> set & 1) == 0)
        set++;
    return set;
}

static void mark_found(const Model *m, Span span, VocabGroup group, uint16_t inside)
{
    TermId term;
    Str text = span_text(m->sources, span);
    uint32_t skip = text.len > 0 && text.ptr[0] == '(';
    Span at = span_from(span, skip);
    at.len = marks_prefix(m, at, group, inside, &term);
    mark(m, at, MARK_WORD, term);
}

void mark_value(Model *m, const Value *v)
{
    if (v->span.len == 0 || span_is_none(v->span))
        return;
    switch ((ValueKind)v->kind) {
    case VAL_NUMBER:
    case VAL_RANGE: mark_figure(m, v); break;
    case VAL_MISSING: mark_found(m, v->span, VG_MISSING, K_NONE); break;
    case VAL_ENUM: mark_found(m, v->span, VG_ENUM, set_of(vocab_term(v->term))); break;
    case VAL_PERIOD: mark_period(m, v->span); break;
    case VAL_UNIT: {
        Span unit = unit_span(m, v);
        mark(m, span_is_none(unit) ? v->span : unit, MARK_UNIT, v->unit);
        break;
    }
    case VAL_BLANK:
    case VAL_NIL:
    case VAL_TEXT:
    case VAL_WORDS:
    case VAL_RATIO:
    case VAL_CLOCK:
    case VAL_FORMULA:
    case VAL_BAD: break;
    }
}

void mark_literal(Model *m, Span span)
{
    Reader quiet = build_reader(m);
    quiet.sink = NULL;
    Value v = value_read(&quiet, span, (Slot){.type = VT_QUANTITY, .in_formula = true});
    mark_value(m, &v);
}
