/*
 * statement_unknown.c — heads that nobody knows, and what was meant.  Layer: model.
 *
 * In: a statement whose first words are no keyword here, or a property without its colon. Out: one
 * finding, with the nearest word that would fit or with how such a thing is written; and that word,
 * so that what hangs on it is read as it was meant.
 */
#include "model/statement.h"

#include "base/utf8.h"

uint32_t statement_near_enough(Str folded)
{
    uint32_t n = utf8_length(folded);
    return n < 4 ? 0 : n < 7 ? 1 : 2; /* short words are near to too much */
}

/* The nearest word of the vocabulary that may stand here, spelled in the
 * language it came near in. */
static TermId nearest_word(Model *m, Str folded, uint16_t inside)
{
    TermId kind = vocab_nearest(m->scratch, VG_KIND, folded, inside, statement_near_enough(folded));
    TermId prop = vocab_nearest(m->scratch, VG_PROP, folded, inside, statement_near_enough(folded));
    return kind != 0 ? kind : prop;
}

static void suggest_word(const Statement *s, Diag *d, Span word, TermId near, Str folded)
{
    if (near == 0)
        return;
    Str spelling = vocab_nearest_spelling(s->m->scratch, near, folded);
    diag_suggest(d, word, spelling);
}

/* Is all of a body years and versions with their values? Then `kostnad { 2026: … }` is what
 * `kostnad 2026: …` says, and so put. False: it is something else. */
static bool put_indexed(const Statement *s, NodeRef body, Str key, Buf *out)
{
    uint32_t end = 0;
    for (NodeRef n = tree_child(s->tree, body); n != 0; n = tree_next(s->tree, n)) {
        Index index;
        NodeRef first = tree_child(s->tree, n);
        Span span = build_span(s->m, s->doc, n);
        NodeRef last = statement_last_head_item(s->tree, first);
        Span head = span_join(build_span(s->m, s->doc, first), build_span(s->m, s->doc, last));
        Str folded = utf8_fold(s->m->scratch, span_text(s->m->sources, head));
        if (tree_node(s->tree, n)->kind != N_PROP || !index_read(s->m->scratch, folded, &index))
            return false;
        if (end != 0)
            buf_str(out, span_text(s->m->sources, (Span){span.file, end, span.off - end}));
        buf_str(out, key);
        buf_char(out, ' ');
        buf_str(out, span_text(s->m->sources, span));
        end = span.off + span.len;
    }
    return end != 0;
}

/* `kostnad { … }`: a property has its value behind a colon. */
static void report_braces(const Statement *s, TermId prop, Span key)
{
    Model *m = s->m;
    Buf fixed;
    buf_init(&fixed, m->arena);
    Diag *d = diag_at(m->sink, HP1007, key);
    diag_label(d, L_PROPERTY_NO_BRACES);
    if ((vocab_term(prop)->flags & TF_INDEXED) == 0 ||
        !put_indexed(s, statement_part(s, N_BODY), span_text(m->sources, key), &fixed))
        return;
    diag_fix(d, build_span(m, s->doc, s->node), buf_view(&fixed), F_YEARS_IN_KEYS);
}

/* `frist 31.12.2018`: what follows the key's words is its value all the same. */
TermId statement_lacks_colon(const Statement *s, Span *rest)
{
    Model *m = s->m;
    uint32_t len = 0;
    Str words = utf8_fold(m->scratch, s->words);
    TermId prop = words.len == 0 ? 0 : statement_property(s, words, &len);
    if (prop == 0)
        return 0;
    Span key = statement_key(s, words, len);
    Span head = s->head;
    if (statement_part(s, N_BODY) != 0) {
        *rest = (Span){key.file, key.off + key.len, 0};
        report_braces(s, prop, key);
        return prop;
    }
    *rest = (Span){key.file, key.off + key.len, head.off + head.len - key.off - key.len};
    while (rest->len > 0 && span_text(m->sources, *rest).ptr[0] == ' ') {
        rest->off++;
        rest->len--;
    }
    Diag *d = diag_at(m->sink, HP1030, head);
    diag_str(d, span_text(m->sources, key));
    Buf fixed;
    buf_init(&fixed, m->arena);
    buf_printf(&fixed, "%.*s:", STR_ARG(span_text(m->sources, key)));
    diag_fix(d, key, buf_view(&fixed), F_WRITE);
    return prop;
}

/* Three words or more and nothing that a declaration has: a sentence, pasted as it was. */
static bool is_prose(const Statement *s)
{
    uint32_t words = 0;
    for (NodeRef n = tree_child(s->tree, s->node); n != 0; n = tree_next(s->tree, n)) {
        if (tree_node(s->tree, n)->kind == N_STRING || tree_node(s->tree, n)->kind == N_BODY)
            return false;
        words++;
    }
    return words >= 3;
}

/* `2018 38 228 737 kr`: a year that heads its amount, without the colon. */
static bool is_index(const Statement *s, Str folded)
{
    Index index;
    return tree_node(s->tree, tree_child(s->tree, s->node))->kind == N_FIGURE &&
           statement_default(s) != 0 && index_read(s->m->scratch, folded, &index);
}

TermId statement_unknown_kind(const Statement *s)
{
    NodeRef first = tree_child(s->tree, s->node);
    Span word = build_span(s->m, s->doc, first);
    Str folded = utf8_fold(s->m->scratch, span_text(s->m->sources, word));
    if (is_index(s, folded)) {
        Diag *index = diag_at(s->m->sink, HP1030, word);
        diag_str(index, span_text(s->m->sources, word));
        diag_fix(index, (Span){word.file, word.off + word.len, 0}, STR(":"), F_WRITE);
        return 0;
    }
    Diag *d = diag_at(s->m->sink, HP2001, word);
    diag_str(d, span_text(s->m->sources, word));
    TermId near = nearest_word(s->m, folded, s->inside);
    suggest_word(s, d, word, near, folded);
    if (is_prose(s) && near == 0)
        diag_label(d, L_PROSE);
    else if (is_prose(s))
        diag_note(d, L_PROSE);
    return near != 0 && vocab_term(near)->group == VG_KIND ? near : 0;
}

static TermId nearest_property(const Statement *s, Str folded)
{
    Arena *scratch = s->m->scratch;
    uint32_t near = statement_near_enough(folded);
    TermId term = vocab_nearest(scratch, VG_PROP, folded, s->inside, near);
    return term != 0 || s->reopened == K_NONE
               ? term
               : vocab_nearest(scratch, VG_PROP, folded, s->reopened, near);
}

/* The first figure that things of this kind have for each year: what «2026: 3 mill. kr» leaves out. */
static TermId yearly_figure(uint16_t inside)
{
    for (TermId id = 1; id < vocab_term_count; id++) {
        const Term *t = vocab_term(id);
        if (t->group == VG_PROP && (t->flags & TF_INDEXED) != 0 && vocab_is_figure(t->type) &&
            (t->in >> inside & 1) != 0)
            return id;
    }
    return 0;
}

/* How such a line is written, where that can be told from its key: a year alone, or a frame's name
 * and its year. */
static void note_form(const Statement *s, Diag *d, Str text, Str folded)
{
    Index index;
    TermId figure = yearly_figure(s->inside);
    uint32_t len, year = 0;
    for (uint32_t i = 1; i < folded.len && year == 0; i++)
        if (folded.ptr[i - 1] == ' ' &&
            index_read(s->m->scratch, str_slice(folded, i, folded.len), &index))
            year = folded.len - i;
    if (figure != 0 && index_read(s->m->scratch, folded, &index)) {
        diag_note(d, N_WHAT_THEN);
        diag_text3(d, term_word(figure));
        diag_str(d, text);
    } else if (year != 0 && str_find(folded, STR("ramme")) >= 0 &&
               vocab_find_prefix(VG_KIND, STR("ramme"), s->inside, &len) != 0) {
        diag_note(d, N_FRAME_FORM);
        diag_str(d, str_trim(str_slice(text, 0, text.len - year)));
        diag_str(d, str_slice(text, text.len - year, text.len));
    } else {
        diag_note(d, N_WHAT_MAY_STAND);
        diag_text3(d, term_word(vocab_kind_term((Kind)s->inside)));
    }
}

TermId statement_unknown_property(const Statement *s, Span key, Index *index)
{
    Model *m = s->m;
    Str text = span_text(m->sources, key);
    Str folded = utf8_fold(m->scratch, text);
    uint32_t len = 0;
    if (vocab_find_prefix(VG_KIND, folded, s->inside, &len) != 0) { /* kapittel 1: "Innledning" */
        diag_label(diag_at(m->sink, HP1007, key), L_THING_NO_COLON);
        return 0;
    }
    Diag *d = diag_at(m->sink, HP2004, key);
    diag_str(d, text);
    diag_text3(d, term_word(vocab_kind_term((Kind)s->inside)));
    TermId near = nearest_property(s, folded);
    if (near != 0) {
        suggest_word(s, d, key, near, folded);
        return near;
    }
    Span word = build_span(m, s->doc, tree_child(s->tree, s->node));
    Str one = utf8_fold(m->scratch, span_text(m->sources, word));
    near = nearest_property(s, one);
    if (near == 0) {
        note_form(s, d, text, folded);
        return 0;
    }
    suggest_word(s, d, word, near, one);
    Str rest = str_trim(str_slice(text, word.len, text.len));
    return rest.len > 0 && index_read(m->scratch, rest, index) ? near : 0;
}
