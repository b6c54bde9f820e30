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

/* Does the statement say what is so at a time: `2026: 3 mill. kr`? */
static bool is_indexed(const Statement *s, NodeRef n)
{
    Index index;
    if (tree_node(s->tree, n)->kind != N_PROP)
        return false;
    NodeRef first = tree_child(s->tree, n), last = statement_last_head_item(s->tree, first);
    Span head = span_join(build_span(s->m, s->doc, first), build_span(s->m, s->doc, last));
    return index_read(s->m->scratch, utf8_fold(s->m->scratch, span_text(s->m->sources, head)),
                      &index);
}

static bool has_comment(Str text)
{
    return str_find(text, STR("#")) >= 0;
}

/* Puts the property before each time of its body: `kostnad { 2026: … }` is `kostnad 2026: …`. False:
 * there is something else in it, of which a comment at either end would be lost. */
static bool put_indexed(const Statement *s, NodeRef body, Str key, Buf *out)
{
    Span all = build_span(s->m, s->doc, body);
    Span between = {all.file, all.off + 1, 0}; /* what stands before a statement */
    uint32_t count = 0;
    for (NodeRef n = tree_child(s->tree, body); n != 0; n = tree_next(s->tree, n), count++) {
        Span span = build_span(s->m, s->doc, n);
        between.len = span.off - between.off;
        Str before = span_text(s->m->sources, between);
        if (!is_indexed(s, n) || (count == 0 && has_comment(before)))
            return false;
        if (count > 0)
            buf_str(out, before);
        buf_str(out, key);
        buf_char(out, ' ');
        buf_str(out, span_text(s->m->sources, span));
        between.off = span.off + span.len;
    }
    between.len = all.off + all.len - between.off;
    return count > 0 && !has_comment(span_text(s->m->sources, between));
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

static Kind kind_around(const Statement *s)
{
    return (Kind)(s->reopened != K_NONE ? s->reopened : s->inside);
}

/* `finansiering { | kilde | 2027 | … }`: what such a table is written as. */
static void note_table(const Statement *s, Diag *d, Str word)
{
    NodeRef body = statement_part(s, N_BODY);
    if (body == 0 || statement_child(s->tree, body, N_TABLE) == 0 ||
        !vocab_allowed(vocab_kind_term(K_TABLE), kind_around(s)))
        return;
    diag_note(d, N_TABLE_FORM);
    diag_str(d, word);
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
    if (near == 0)
        note_table(s, d, span_text(s->m->sources, word));
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

static bool begins_with_word(const Term *term, Str word)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        Str spelling = str_from(term->spelling[lang]);
        if (spelling.len > word.len && str_starts(spelling, word) && spelling.ptr[word.len] == ' ')
            return true;
    }
    return false;
}

/* `vedtatt:` for `vedtatt av:`: the one property that begins with the word; 0: none, or several. */
static TermId begun_property(const Statement *s, Str word)
{
    TermId found = 0;
    for (TermId t = 1; word.len > 0 && t < vocab_term_count; t++) {
        const Term *term = vocab_term(t);
        if (term->group != VG_PROP || !vocab_allowed(t, (Kind)s->inside) ||
            !begins_with_word(term, word))
            continue;
        if (found != 0 && vocab_term(found)->id != term->id)
            return 0;
        found = t;
    }
    return found;
}

static bool says_money(const Statement *s)
{
    UnitTable *units = &s->m->units;
    Str value = s->behind == 0 ? STR_NONE : tree_text(s->tree, s->behind);
    UnitId unit = units_read(units, s->m->scratch, value, false);
    return unit != 0 && unit_get(units, unit)->dim == E_DIMENSION_MONEY;
}

/* `måles i: 1000 kr` where amounts are meant: what figures are measured in is said of key figures
 * and tables, and of amounts by `skala`. False: that is not what is wrong. */
static bool scale_is_meant(const Statement *s, Diag *d, Span key, Str folded, TermId *meant)
{
    unsigned languages = 0;
    TermId said = vocab_find_languages(VG_PROP, folded, K_TABLE, &languages);
    Str scale = STR("skala");
    TermId here = vocab_find(VG_PROP, scale, s->inside);
    if (said == 0 || vocab_term(said)->id != P_MEASURED_IN || here == 0 || !says_money(s))
        return false;
    diag_suggest(d, key, vocab_nearest_spelling_in(s->m->scratch, here, scale, languages));
    *meant = here;
    return true;
}

/* The first figure that such things have for each year: what «2026: 3 mill. kr» leaves out. */
static TermId yearly_figure(Kind kind)
{
    for (TermId id = 1; id < vocab_term_count; id++) {
        const Term *t = vocab_term(id);
        if (t->group == VG_PROP && (t->flags & TF_INDEXED) != 0 && vocab_is_figure(t->type) &&
            vocab_allowed(id, kind))
            return id;
    }
    return 0;
}

/* How many bytes of the key are a time behind words: `Netto ramme 2027`. */
static uint32_t time_behind(const Statement *s, Str folded)
{
    enum { LONGEST = 40 };
    Index index;
    for (uint32_t i = folded.len > LONGEST ? folded.len - LONGEST : 1; i < folded.len; i++)
        if (folded.ptr[i - 1] == ' ' &&
            index_read(s->m->scratch, str_slice(folded, i, folded.len), &index))
            return folded.len - i;
    return 0;
}

static bool names_frame(Str folded)
{
    const Term *frame = vocab_term(vocab_kind_term(K_FRAME));
    for (int lang = 0; lang < LANG_COUNT; lang++)
        if (str_find(folded, str_from(frame->spelling[lang])) >= 0)
            return true;
    return false;
}

static Kind only_home(Model *m, Str folded)
{
    Kind home = K_NONE;
    Index index;
    for (int kind = K_FILE + 1; kind < VOCAB_KIND_COUNT; kind++) {
        if (statement_indexed_property(m, folded, (Kind)kind, &index) == 0)
            continue;
        if (home != K_NONE)
            return K_NONE;
        home = (Kind)kind;
    }
    return home;
}

bool statement_note_home(Model *m, Diag *d, Str text, Str folded)
{
    Kind home = only_home(m, folded);
    if (home == K_NONE)
        return false;
    diag_note(d, N_ONLY_HAS);
    diag_text3(d, term_word(vocab_kind_term(home)));
    diag_str(d, text);
    return true;
}

/* How such a line is written, where that can be told from its key: a year alone, or a frame's name
 * and its year. */
static void note_form(const Statement *s, Diag *d, Str text, Str folded)
{
    Index index;
    Kind kind = kind_around(s);
    TermId figure = index_read(s->m->scratch, folded, &index) ? yearly_figure(kind) : 0;
    uint32_t time = folded.len == text.len ? time_behind(s, folded) : 0;
    if (figure != 0) {
        diag_note(d, N_WHAT_THEN);
        diag_text3(d, term_word(figure));
        diag_str(d, text);
    } else if (time != 0 && names_frame(folded) && vocab_allowed(vocab_kind_term(K_FRAME), kind)) {
        diag_note(d, N_FRAME_FORM);
        diag_str(d, str_trim(str_slice(text, 0, text.len - time)));
        diag_str(d, str_slice(text, text.len - time, text.len));
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
    TermId near = 0;
    if (scale_is_meant(s, d, key, folded, &near))
        return near;
    if (statement_note_home(m, d, text, folded))
        return 0;
    near = nearest_property(s, folded);
    near = near != 0 ? near : begun_property(s, folded);
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
