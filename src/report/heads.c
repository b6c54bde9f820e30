/*
 * heads.c — what a property or a column is called in print.  Layer: report.
 *
 * in:  a key or a head as written: "resultat 2018", "Mål 2022", "result", "2018"
 * out: "Resultat 2018". A word that belongs to the report's language is kept as it is, so that a
 *      table says "Mål 2022" where its author did; a word of another language is translated.
 */
#include "report/maker.h"

#include "base/utf8.h"

/* Where the index begins: at the first word from which on everything is one. */
static uint32_t index_start(const Maker *mk, Str s, Index index)
{
    if (index.period.kind == PERIOD_NONE && index.version == 0)
        return s.len;
    for (uint32_t i = 0; i < s.len; i++) {
        bool starts = i == 0 || utf8_blank_len(s.ptr + i - 1, str_end(s)) > 0 ||
                      (unsigned char)s.ptr[i - 1] == 0xA0;
        Index read;
        if (starts && utf8_blank_len(s.ptr + i, str_end(s)) == 0 &&
            index_read(mk->m->scratch, str_slice(s, i, s.len), &read) && index_eq(read, index))
            return i;
    }
    return s.len;
}

uint32_t head_time_at(const Maker *mk, Str label, Period time)
{
    return index_start(mk, label, (Index){time, VER_NONE});
}

/* A hyphen between digits is a range, and is printed with an en dash. */
static void put_index(Buf *b, Str s)
{
    for (uint32_t i = 0; i < s.len; i++) {
        bool dash = s.ptr[i] == '-' && i > 0 && i + 1 < s.len && ascii_is_digit(s.ptr[i - 1]) &&
                    ascii_is_digit(s.ptr[i + 1]);
        if (dash)
            buf_cstr(b, "\xE2\x80\x93");
        else
            buf_char(b, s.ptr[i]);
    }
}

static bool spelled_in(const Maker *mk, VocabGroup group, Str word, uint16_t kind)
{
    unsigned languages = 0;
    TermId t = vocab_find_languages(group, utf8_fold(mk->m->scratch, word), kind, &languages);
    return t != 0 && (languages & (1u << mk->lang)) != 0;
}

/* A word that is a unit has the letters of the unit: FTE. */
static Str as_unit(const Maker *mk, Str word)
{
    UnitId id = units_spelled(&mk->m->units, utf8_fold(mk->m->scratch, word));
    Str name = text3_in(&unit_get(&mk->m->units, id)->names, mk->lang);
    return id != 0 && utf8_eq_fold(mk->m->scratch, name, word) ? name : word;
}

Str head_label(Maker *mk, Str written, TermId term, Index index, uint16_t kind)
{
    written = str_trim(written);
    uint32_t at = index_start(mk, written, index);
    Str word = str_trim(str_slice(written, 0, at));
    Str tail = str_slice(written, at, written.len);
    uint16_t key = vocab_term(term)->id;
    bool only_index = word.len == 0 && (key == P_AMOUNT || key == P_VALUE || term == 0 ||
                                        index.version != VER_NONE); /* prognose 2025 */
    if (term != 0 && !only_index && (word.len == 0 || !spelled_in(mk, VG_PROP, word, kind)))
        word = key == P_NUMBER ? maker_label(mk, LABEL_NUMBER) : term_spelling(mk, term);
    Buf b;
    buf_init(&b, mk->arena);
    buf_str(&b, text_capital(mk->arena, as_unit(mk, word)));
    if (word.len > 0 && tail.len > 0)
        buf_char(&b, ' ');
    put_index(&b, word.len > 0 ? tail : text_capital(mk->arena, tail));
    return buf_view(&b);
}

Str title_head_label(Maker *mk, Str written, TermId title, uint16_t kind)
{
    TermId word = vocab_find(VG_KIND, utf8_fold(mk->m->scratch, written), K_NONE);
    if (word == 0 || vocab_term(word)->id != kind)
        return head_label(mk, written, title, (Index){0}, kind);
    return text_capital(
        mk->arena, spelled_in(mk, VG_KIND, written, K_NONE) ? written : term_spelling(mk, word));
}

/* "Budsjett 2026" and " (1000 kr)", as their author wrote it. */
static Str with_tail(Maker *mk, Str words, const Column *c)
{
    return text_joined(mk->arena, words, c->tail);
}

/* --- two rows of heads ----------------------------------------------------------------------- */

/* "Oppegård 2016": what the figures are of, and the year. */
static bool split_by_year(Maker *mk, const Column *c, HeadLevels *out)
{
    if (c->use != COL_VALUE || c->term != 0 || c->index.period.kind != PERIOD_YEAR ||
        !str_eq(c->label, c->head))
        return false;
    uint32_t at = index_start(mk, c->label, c->index);
    out->upper = text_capital(mk->arena, str_trim(str_slice(c->label, 0, at)));
    out->lower = with_tail(mk, str_slice(c->label, at, c->label.len), c);
    return out->upper.len > 0 && out->lower.len > 0;
}

/* Heads of one row that end in years are two rows where neighbours have more than one in common. */
static void levels_by_year(Maker *mk, const Table *t, HeadLevels *levels)
{
    uint32_t run = 0; /* where those that share an upper head begin */
    for (uint32_t c = 0; c <= t->cols.len; c++) {
        bool split = c < t->cols.len && split_by_year(mk, &t->cols.at[c], &levels[c]);
        if (split && c > run && str_eq(levels[c].upper, levels[run].upper))
            continue;
        if (c - run == 1)
            levels[run] = (HeadLevels){STR_NONE, STR_NONE};
        run = c;
        if (c < t->cols.len && !split) {
            levels[c] = (HeadLevels){STR_NONE, STR_NONE};
            run = c + 1;
        }
    }
}

static HeadLevels *head_levels(Maker *mk, const Table *t)
{
    HeadLevels *levels = arena_array(mk->arena, HeadLevels, t->cols.len);
    if (!t->two_headers) {
        levels_by_year(mk, t, levels);
        return levels;
    }
    for (uint32_t c = 0; c < t->cols.len; c++) {
        Buf lower;
        buf_init(&lower, mk->arena);
        put_index(&lower, t->cols.at[c].lower);
        levels[c].upper = text_capital(mk->arena, t->cols.at[c].upper);
        levels[c].lower = buf_view(&lower);
    }
    return levels;
}

static TableHeads make_heads(Maker *mk, const Table *t, uint16_t kind)
{
    TableHeads h = {.of = t->cols.at, .kind = kind, .levels = head_levels(mk, t)};
    h.labels = arena_array(mk->arena, Str, t->cols.len);
    for (uint32_t c = 0; c < t->cols.len; c++)
        h.labels[c] = with_tail(mk, column_label(mk, &t->cols.at[c], kind), &t->cols.at[c]);
    return h;
}

/* Tables with the same line of heads share their columns and often follow one another. */
const TableHeads *table_heads(Maker *mk, const Table *t, uint16_t kind)
{
    if (mk->heads.of == t->cols.at && mk->heads.kind == kind)
        return &mk->heads;
    Arena *texts = mk->arena;
    mk->arena = mk->m->arena; /* it lasts longer than other texts do */
    mk->heads = make_heads(mk, t, kind);
    mk->arena = texts;
    return &mk->heads;
}
