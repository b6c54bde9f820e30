/*
 * wording.c — the words of a plan, and sentences in them.  Layer: years.
 */
#include "years/wording.h"

#include "base/utf8.h"

static const char *const says[SAY_COUNT][LANG_COUNT] = {
#define SAY(id, nb, nn, en) [SAY_##id] = {nb, nn, en},
#include "years/says.def"
#undef SAY
};

/* ---- the language --------------------------------------------------------------------------- */

/* In which languages a statement that begins so is spelled. */
static void count_word(Model *m, TermId term, Str said, uint32_t counts[LANG_COUNT])
{
    Str folded = utf8_fold(m->scratch, said);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        if (str_starts(folded, utf8_fold(m->scratch, word_of(term, (Lang)lang))))
            counts[lang]++;
}

Lang words_of_plan(Model *m, DeclId plan)
{
    uint32_t counts[LANG_COUNT] = {0};
    Lang most = plan_lang(m, plan); /* many words are spelled alike in both norms of Norwegian */
    for (DeclId d = 1; d < m->decls.len; d++) {
        const Decl *decl = model_decl(m, d);
        if (decl->row_table != 0 || decl_plan(m, d) != plan)
            continue;
        count_word(m, decl->term, span_text(m->sources, decl->head), counts);
        for (PropId p = decl->first_prop; p != 0; p = model_prop(m, p)->next)
            count_word(m, model_prop(m, p)->term, span_text(m->sources, model_prop(m, p)->key_span),
                       counts);
    }
    for (int lang = 0; lang < LANG_COUNT; lang++)
        if (counts[lang] > counts[most])
            most = (Lang)lang;
    return most;
}

Str word_of(TermId term, Lang lang)
{
    return str_from(vocab_term(term)->spelling[lang]);
}

static TermId first_term(VocabGroup group, uint16_t id)
{
    TermId t = 1;
    while (t < vocab_term_count && (vocab_term(t)->group != group || vocab_term(t)->id != id))
        t++;
    return t;
}

TermId prop_term(uint16_t key)
{
    return first_term(VG_PROP, key);
}

Str prop_word(uint16_t key, Lang lang)
{
    return word_of(prop_term(key), lang);
}

Str enum_word(uint16_t id, Lang lang)
{
    return word_of(first_term(VG_ENUM, id), lang);
}

Str version_word(uint16_t id, Lang lang)
{
    return word_of(first_term(VG_VERSION, id), lang);
}

/* ---- what a plan says ----------------------------------------------------------------------- */

Str unit_said(const Model *m, DeclId d)
{
    FigRef said;
    if (!decl_figure(m, d, P_MEASURED_IN, NULL, &said) || said.fact == 0)
        return STR_NONE;
    return span_text(m->sources, fact_said(m, model_fact(m, said.fact)));
}

Str amount_unit_said(const Model *m, const Prop *amount)
{
    Value v = fact_value(m, model_fact(m, amount->first));
    if ((v.flags & VALF_UNIT) == 0)
        return STR_NONE;
    return v.text.len > 0 ? v.text : STR("kr");
}

Str prop_said(const Model *m, const Prop *p)
{
    Span first = fact_span(m, model_fact(m, p->first));
    Span last = fact_span(m, model_fact(m, p->first + p->count - 1));
    if (model_fact(m, p->first)->equation)
        return span_text(m->sources, fact_said(m, model_fact(m, p->first)));
    return span_text(m->sources, span_join(first, last));
}

Str time_behind_key(const Model *m, Str written, uint16_t kind)
{
    uint32_t len = 0;
    Str folded = utf8_fold(m->scratch, written);
    if (vocab_find_prefix(VG_PROP, folded, kind, &len) == 0)
        return folded;
    return str_trim(str_slice(folded, len, folded.len));
}

Str time_said(const Model *m, const Prop *p)
{
    return time_behind_key(m, span_text(m->sources, p->key_span), model_decl(m, p->decl)->kind);
}

int year_said_at(Str text, uint32_t at)
{
    if (at + 4 > text.len || (at > 0 && ascii_is_digit(text.ptr[at - 1])) ||
        (at + 4 < text.len && ascii_is_digit(text.ptr[at + 4])))
        return 0;
    int year = 0;
    for (uint32_t i = at; i < at + 4; i++) {
        if (!ascii_is_digit(text.ptr[i]))
            return 0;
        year = year * 10 + (text.ptr[i] - '0');
    }
    return year >= 1900 && year < 2100 ? year : 0;
}

int64_t year_at(Str text, int year, uint32_t at)
{
    for (; at + 4 <= text.len; at++)
        if (year_said_at(text, at) == year)
            return at;
    return -1;
}

static uint32_t skip_blanks(Str text, uint32_t at)
{
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    return at;
}

/* Behind a dash or slash that joins two years, and the blanks around it; `at`: there is none. */
static uint32_t behind_joint(Str text, uint32_t at)
{
    uint32_t len, joint = skip_blanks(text, at);
    if (joint == text.len)
        return at;
    uint32_t cp = utf8_decode(text.ptr + joint, str_end(text), &len);
    return cp == '/' || utf8_is_dash(cp) ? skip_blanks(text, joint + len) : at;
}

static bool is_digit_at(Str text, uint32_t at)
{
    return at < text.len && ascii_is_digit(text.ptr[at]);
}

/* «29» behind «2026–»: the year that is meant; 0: none is. */
static int short_year_at(Str text, uint32_t at, int before)
{
    if (!is_digit_at(text, at) || !is_digit_at(text, at + 1) || is_digit_at(text, at + 2))
        return 0;
    int two = (text.ptr[at] - '0') * 10 + text.ptr[at + 1] - '0';
    return two > before % 100 ? before - before % 100 + two : 0;
}

int year_of_run(Str text, uint32_t *at, int before, uint32_t *digits)
{
    uint32_t next = behind_joint(text, *at);
    int year = next == *at ? 0 : year_said_at(text, next);
    *digits = year != 0 ? 4 : 2;
    if (year == 0 && next != *at)
        year = short_year_at(text, next, before);
    *at = next;
    return year;
}

uint32_t years_end(Str text, uint32_t at)
{
    int year = year_said_at(text, at);
    uint32_t digits = 4, next = at;
    do {
        at = next + digits;
        next = at;
        year = year_of_run(text, &next, year, &digits);
    } while (year != 0);
    return at;
}

Str year_text(Arena *arena, int year)
{
    Buf text;
    buf_init(&text, arena);
    buf_int(&text, year);
    return buf_view(&text);
}

/* ---- sentences ------------------------------------------------------------------------------ */

void say_put(Buf *out, SayId id, Lang lang, Str a, Str b)
{
    for (const char *p = says[id][lang]; *p != '\0'; p++) {
        if (p[0] == '{' && p[2] == '}') {
            buf_str(out, p[1] == '0' ? a : b);
            p += 2;
        } else {
            buf_char(out, *p);
        }
    }
}

void put_flat(Buf *out, Str text)
{
    bool blank = false;
    text = str_trim(text);
    for (uint32_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!is_blank && blank)
            buf_char(out, ' ');
        if (!is_blank)
            buf_char(out, c);
        blank = is_blank;
    }
}

Str say_text(SayId id, Lang lang)
{
    return str_from(says[id][lang]);
}
