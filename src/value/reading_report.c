/*
 * reading_report.c — what is said of a value that cannot be read.  Layer: value.
 *
 * One finding a value, in the terms of the place: what is expected there, and an example of it.
 * Without a sink nothing is said, so that a reading may be tried.
 */
#include "value/reading_int.h"

#include "base/utf8.h"
#include "syntax/figure_report.h"
#include "value/form.h"

#define T(lit) STR_INIT(lit)

/* ---- what a place expects -------------------------------------------------------------------- */

typedef struct Expected {
    Text3 what; /* behind "Her ventes" */
    Text3 example;
} Expected;

static const Expected expected[] = {
    [VT_NONE] = {{{T("en verdi"), T("ein verdi"), T("A value")}},
                 {{T("38,2 mill. kr"), T("38,2 mill. kr"), T("38,2 mill. kr")}}},
    [VT_MONEY] = {{{T("et beløp"), T("eit beløp"), T("An amount of money")}},
                  {{T("500 000 kr eller 38,2 mill. kr"), T("500 000 kr eller 38,2 mill. kr"),
                    T("500 000 kr or 38,2 mill. kr")}}},
    [VT_FTE] = {{{T("et antall årsverk"), T("eit tal på årsverk"), T("A number of FTE")}},
                {{T("13,5 årsverk"), T("13,5 årsverk"), T("13,5 FTE")}}},
    [VT_COUNT] = {{{T("et antall"), T("eit tal på noko"), T("A count")}},
                  {{T("27 eller 27 ansatte"), T("27 eller 27 tilsette"), T("27 or 27 employees")}}},
    [VT_PERCENT] = {{{T("en prosent"), T("ein prosent"), T("A percentage")}},
                    {{T("4,95 %"), T("4,95 %"), T("4,95 %")}}},
    [VT_QUANTITY] = {{{T("et tall"), T("eit tal"), T("A figure")}},
                     {{T("4,95 % eller 38,2 mill. kr"), T("4,95 % eller 38,2 mill. kr"),
                       T("4,95 % or 38,2 mill. kr")}}},
    [VT_NUMBER] = {{{T("et tall uten enhet"), T("eit tal utan eining"),
                     T("A number without a unit")}},
                   {{T("1,75"), T("1,75"), T("1,75")}}},
    [VT_DATE] = {{{T("en dato"), T("ein dato"), T("A date")}},
                 {{T("31.12.2026"), T("31.12.2026"), T("31.12.2026")}}},
    [VT_PERIOD] = {{{T("et tidspunkt eller en periode"), T("eit tidspunkt eller ein periode"),
                     T("A time or a period")}},
                   {{T("31.12.2026, høsten 2026, 2. tertial 2026 eller 2026–2029"),
                     T("31.12.2026, hausten 2026, 2. tertial 2026 eller 2026–2029"),
                     T("31.12.2026, autumn 2026, 2. tertial 2026 or 2026–2029")}}},
    [VT_YEAR] = {{{T("et år"), T("eit år"), T("A year")}}, {{T("2026"), T("2026"), T("2026")}}},
    [VT_YEARS] = {{{T("et år eller flere"), T("eit år eller fleire"), T("A year or a few")}},
                  {{T("2026–2029"), T("2026–2029"), T("2026–2029")}}},
    [VT_UNIT] = {{{T("en måleenhet"), T("ei måleeining"), T("A unit of measure")}},
                 {{T("kr/innbygger, % eller årsverk"), T("kr/innbyggjar, % eller årsverk"),
                   T("kr/inhabitant, % or FTE")}}},
};

static const Expected *expectation(uint8_t type)
{
    bool known = type < sizeof expected / sizeof *expected && expected[type].what.in[0].len > 0;
    return &expected[known ? type : VT_NONE];
}

static Value bad(const In *in)
{
    return in_value(in, VAL_BAD);
}

static Diag *begin(const In *in, MsgId code, Str part)
{
    return in->r->sink == NULL ? NULL : diag_at(in->r->sink, code, in_span(in, part));
}

static Diag *begin_type(const In *in, Str part)
{
    Diag *d = begin(in, HP3001, part);
    if (d == NULL)
        return NULL;
    diag_text3(d, expectation(in->slot.type)->what);
    diag_label(d, L_CANNOT_READ_AS);
    diag_str(d, part);
    return d;
}

static bool takes_time(const In *in)
{
    return in->slot.type == VT_DATE || in->slot.type == VT_PERIOD;
}

/* `kostnad: dekkes innenfor rammen`: so most plans say it, where an amount would stand. */
static bool is_within_frame(const In *in, Str part)
{
    static const Str within[] = {STR_INIT("innenfor"), STR_INIT("innanfor"), STR_INIT("innafor"),
                                 STR_INIT("within")};
    static const Str what[] = {STR_INIT("ram"), STR_INIT("budsj"), STR_INIT("frame")};
    Str said = utf8_fold(in->r->scratch, part);
    bool inside = false, frame = false;
    for (size_t i = 0; in->slot.type == VT_MONEY && i < sizeof within / sizeof *within; i++)
        inside = inside || str_find(said, within[i]) >= 0;
    for (size_t i = 0; inside && i < sizeof what / sizeof *what; i++)
        frame = frame || str_find(said, what[i]) >= 0;
    return frame;
}

/* `finansiering: lån`: words that belong beside an amount, and none. */
static bool lacks_amount(const In *in, Str part)
{
    enum { MOST_LEN = 40 };
    bool words = part.len > 0 && part.len <= MOST_LEN && utf8_may_be_letter(part.ptr[0]);
    for (uint32_t i = 0; i < part.len; i++)
        words = words && !ascii_is_digit(part.ptr[i]) && strchr("()\"", part.ptr[i]) == NULL;
    return in->slot.type == VT_MONEY && !in->slot.cell && !in->slot.in_formula && words;
}

Value say_type(const In *in, Str part)
{
    Diag *d = begin_type(in, part);
    if (d == NULL)
        return bad(in);
    if (period_runs_backwards(part)) {
        diag_note(d, N_RUNS_BACKWARDS);
        return bad(in);
    }
    if (is_within_frame(in, part)) {
        diag_note(d, N_WITHIN_FRAME);
        return bad(in);
    }
    if (lacks_amount(in, part)) {
        diag_note(d, N_AMOUNT_WITH_WORDS);
        diag_str(d, part);
        return bad(in);
    }
    if (takes_time(in) && period_lacks_year(in->r->scratch, part))
        diag_note(d, N_YEAR_LACKS);
    diag_note(d, N_SUCH_AS);
    diag_text3(d, expectation(in->slot.type)->example);
    return bad(in);
}

/* `31.12.26`: the century is the author's to say. */
bool say_meant_time(const In *in)
{
    Str meant = period_meant(in->r->scratch, in->text);
    Diag *d = meant.len == 0 ? NULL : begin_type(in, in->text);
    if (d == NULL)
        return false;
    diag_fix(d, in_span(in, in->text), meant, F_WRITE);
    return true;
}

Value say_dimension(const In *in, Str part, UnitId got, UnitId want)
{
    const Expected *e = expectation(in->slot.type);
    Diag *d = begin(in, HP3002, part);
    if (d == NULL)
        return bad(in);
    diag_label(d, L_IS_BUT_EXPECTED);
    diag_text3(d, unit_dimension_names(in->r->units, in->r->scratch, got));
    diag_text3(d, unit_dimension_names(in->r->units, in->r->scratch, want));
    diag_note(d, N_SUCH_AS);
    if (!takes_anything(in)) {
        diag_text3(d, e->example);
        return bad(in);
    }
    Buf example;
    buf_init(&example, in->r->scratch);
    figure_print(&example, in->r->units, unit_get(in->r->units, want)->factor, want, 0, LANG_NB);
    diag_str(d, buf_view(&example));
    return bad(in);
}

Value say_near_unit(const In *in, Str part, Str meant)
{
    Diag *d = begin(in, HP3003, part);
    if (d == NULL)
        return bad(in);
    diag_str(d, part);
    diag_suggest(d, in_span(in, part), meant);
    return bad(in);
}

/* The bytes of a figure up to the first letter. */
static Str digits_of(Str part)
{
    uint32_t n = 0;
    while (n < part.len && !((part.ptr[n] | 32) >= 'a' && (part.ptr[n] | 32) <= 'z'))
        n++;
    return str_trim(str_slice(part, 0, n));
}

Value say_decimals(const In *in, Str part)
{
    Diag *d = begin(in, HP3004, part);
    if (d == NULL)
        return bad(in);
    diag_label(d, L_MEANT_FTE);
    diag_note(d, N_WRITE_FTE);
    diag_str(d, digits_of(part));
    return bad(in);
}

static uint32_t digits_at(Str s, uint32_t from)
{
    uint32_t end = from;
    while (end < s.len && ascii_is_digit(s.ptr[end]))
        end++;
    return end - from;
}

/* `12345 678`: digits, and after them groups of three, all of which were meant for one number. A
 * year may stand before a figure, and is none of it. Empty where nobody can know. */
static Str badly_grouped(const In *in, Str part, Str figure)
{
    enum { YEAR_DIGITS = 4, GROUP = 3 };
    uint32_t lead = 0;
    while (lead < figure.len && ascii_is_digit(figure.ptr[figure.len - lead - 1]))
        lead++;
    uint32_t start = (uint32_t)(part.ptr - in->text.ptr), end = start;
    if (lead <= YEAR_DIGITS || (lead < figure.len && figure.ptr[figure.len - lead - 1] == ','))
        return STR_NONE;
    while (digits_at(in->text, end) == GROUP) {
        start = end + GROUP;
        end = start + utf8_blank_len(in->text.ptr + start, str_end(in->text));
        if (end == start)
            break;
    }
    bool whole = start > (uint32_t)(part.ptr - in->text.ptr) && digits_at(in->text, end) == 0;
    uint32_t from = (uint32_t)(figure.ptr + figure.len - in->text.ptr) - lead;
    return whole ? str_slice(in->text, from, start) : STR_NONE;
}

/* "kr. i 2027": the dot belongs to the unit that it shortens, and is none of the remark. */
static Str without_dot(Str part)
{
    Str rest = part.len > 1 && part.ptr[0] == '.' ? str_trim(str_slice(part, 1, part.len)) : part;
    return rest.len > 0 ? rest : part;
}

Value say_trailing(const In *in, Str part, Str figure)
{
    part = without_dot(part);
    Str meant = badly_grouped(in, part, figure);
    if (meant.len > 0 && in->r->sink != NULL) {
        (void)figure_report_parted(in->r->sink, in->r->scratch, in_span(in, meant), meant);
        return bad(in);
    }
    Diag *d = begin(in, HP3005, part);
    if (d == NULL)
        return bad(in);
    diag_label(d, L_NOT_PART_OF_FIGURE);
    diag_str(d, part);
    diag_note(d, N_REMARK_IN_PARENTHESES);
    diag_str(d, figure);
    diag_str(d, part);
    return bad(in);
}

Value say_parentheses(const In *in, Str inner)
{
    Diag *d = begin(in, HP3006, in->text);
    if (d == NULL)
        return bad(in);
    diag_label(d, L_MINUS_OR_PLAIN);
    diag_str(d, inner);
    diag_note(d, N_PARENTHESES_MONEY);
    return bad(in);
}

Value say_too_large(const In *in, Str part)
{
    (void)begin(in, HP1029, part);
    return bad(in);
}

/* ---- 4.6 and 87.863 -------------------------------------------------------------------------- */

/* s with `mark` in place of its only dot. */
static Str with_mark(const In *in, Str s, const char *mark)
{
    Buf out;
    buf_init(&out, in->r->scratch);
    for (uint32_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '.')
            buf_cstr(&out, mark);
        else
            buf_char(&out, s.ptr[i]);
    }
    return buf_view(&out);
}

Value say_dotted(const In *in, Str part)
{
    int64_t dot = str_find(part, STR("."));
    uint32_t whole = (uint32_t)dot;
    uint32_t decimals = part.len - whole - 1;
    bool single = str_find(str_slice(part, whole + 1, part.len), STR(".")) < 0;

    if (!single) /* 2.0.1 is a section's number and nothing else */
        return say_type(in, part);
    Diag *d = begin(in, HP1012, part);
    if (d == NULL)
        return bad(in);
    Str comma = with_mark(in, part, ",");
    if (decimals == 3 && whole <= 3 && part.ptr[0] != '0') {
        diag_label(d, L_MEANT_EITHER);
        diag_str(d, comma);
        diag_str(d, with_mark(in, part, " "));
        return bad(in);
    }
    diag_label(d, L_MEANT_FIGURE);
    diag_str(d, comma);
    diag_fix(d, in_span(in, part), comma, F_WRITE);
    return bad(in);
}

/* ---- words of a list ------------------------------------------------------------------------- */

static Str list_of(const In *in, EnumSet set, Lang lang)
{
    Buf out;
    buf_init(&out, in->r->scratch);
    for (TermId id = 1; id < VOCAB_TERM_COUNT; id++) {
        const Term *term = vocab_term(id);
        if (term->group != VG_ENUM || !vocab_allowed(id, (Kind)set))
            continue;
        if (out.len > 0)
            buf_cstr(&out, ", ");
        buf_cstr(&out, term->spelling[lang]);
    }
    return buf_view(&out);
}

Value say_unknown_word(const In *in, EnumSet set)
{
    Diag *d = begin(in, HP3007, in->text);
    if (d == NULL)
        return bad(in);
    diag_str(d, in->text);
    Str folded = utf8_fold(in->r->scratch, in->text);
    TermId near = vocab_nearest(in->r->scratch, VG_ENUM, folded, set, 2);
    if (near != 0 && utf8_length(folded) > 3) {
        diag_label(d, L_DID_YOU_MEAN);
        diag_str(d, str_from(vocab_term(near)->spelling[VOCAB_NB]));
    }
    Text3 list = {0};
    for (int lang = 0; lang < LANG_COUNT; lang++)
        list.in[lang] = list_of(in, set, (Lang)lang);
    diag_note(d, N_ONE_OF_THESE);
    diag_text3(d, list);
    return bad(in);
}

/* How far a free text may be from a word of the list and still be that word misspelled. */
static uint32_t slip(Str folded)
{
    uint32_t n = utf8_length(folded);
    if (str_find(folded, STR(" ")) >= 0)
        return n < 8 ? 0 : 1; /* ikke nåd */
    return n < 3 ? 0 : n < 8 ? 1 : 2;
}

/* Who misspells a word begins it right: `uferdig` is no slip. Nor is `avsluttes`, the passive. */
static bool is_slip(Str folded, Str known)
{
    bool passive = str_ends(folded, STR("s")) && !str_ends(known, STR("s"));
    return folded.ptr[0] == known.ptr[0] && !passive;
}

/* The word of the list that was probably meant, in one form of Norwegian or in English;
 * empty: none. Who writes `ikke starta` in a text in bokmål is near the nynorsk `ikkje
 * starta`, and means `ikke startet`. */
static Str meant_in(Arena *scratch, EnumSet set, Str folded, int form)
{
    uint32_t limit = slip(folded);
    unsigned own = 1U << form, languages = own | 1U << VOCAB_EN;
    if (limit == 0)
        return STR_NONE;
    TermId near = vocab_nearest_in(scratch, VG_ENUM, folded, set, limit, languages);
    if (near != 0)
        return vocab_nearest_spelling_in(scratch, near, folded, languages);
    near = vocab_nearest(scratch, VG_ENUM, folded, set, limit);
    return near == 0 ? STR_NONE : vocab_nearest_spelling_in(scratch, near, folded, own);
}

/* In the form that the text around it is written in, which is only looked into where it matters:
 * words of one's own are near to none, and most slips are near to what both forms have. */
static Str meant_word(const In *in, EnumSet set, Str folded)
{
    Str nb = meant_in(in->r->scratch, set, folded, VOCAB_NB);
    Str nn = meant_in(in->r->scratch, set, folded, VOCAB_NN);
    return str_eq(nb, nn) || form_around(in->r->sources, in->whole) == VOCAB_NB ? nb : nn;
}

void say_near_word(const In *in, EnumSet set)
{
    Str folded = utf8_fold(in->r->scratch, in->text);
    Str known = meant_word(in, set, folded);
    Diag *d = known.len == 0 || !is_slip(folded, known) ? NULL : begin(in, HP3019, in->text);
    if (d == NULL)
        return;
    diag_str(d, in->text);
    diag_label(d, L_DID_YOU_MEAN);
    diag_str(d, known);
    diag_note(d, N_OWN_WORD_IN_QUOTES);
    diag_fix(d, in_span(in, in->text), known, F_WRITE);
}

/* `Måles ikkke`: a letter or two off from the words for a value that is missing. */
bool say_near_missing(const In *in, Value *out)
{
    Str folded = utf8_fold(in->r->scratch, in->text);
    uint32_t len = utf8_length(folded);
    TermId near =
        len < 6 ? 0 : vocab_nearest(in->r->scratch, VG_MISSING, folded, K_NONE, len < 10 ? 1 : 2);
    Diag *d = near == 0 ? NULL : begin(in, HP3007, in->text);
    if (d == NULL)
        return false;
    Str best = vocab_nearest_spelling(in->r->scratch, near, folded);
    diag_str(d, in->text);
    diag_suggest(d, in_span(in, in->text), best);
    *out = bad(in);
    return true;
}

/* `mist 1,75 %`: a word before a figure that is one letter off from one that belongs there. */
bool say_near_qualifier(const In *in, Value *out)
{
    uint32_t len = 0;
    while (len < in->text.len && in->text.ptr[len] != ' ')
        len++;
    Str rest = rest_from(in->text, len);
    if (in->slot.cell || len < 4 || rest.len == 0 || rest.ptr[0] < '0' || rest.ptr[0] > '9')
        return false;
    Str word = str_slice(in->text, 0, len);
    Str folded = utf8_fold(in->r->scratch, word);
    TermId near = vocab_nearest(in->r->scratch, VG_QUAL, folded, K_NONE, len < 6 ? 1 : 2);
    Diag *d = near == 0 ? NULL : begin(in, HP3007, word);
    if (d == NULL)
        return false;
    Str best = vocab_nearest_spelling(in->r->scratch, near, folded);
    diag_str(d, word);
    diag_suggest(d, in_span(in, word), best);
    *out = bad(in);
    return true;
}

void say_fault(const In *in, Str part, Figure figure)
{
    if (figure.fault == FIGF_APOSTROPHE) { /* 250' kr: the mark stands for thousands of these */
        Str rest =
            str_slice(in->text, (uint32_t)(part.ptr - in->text.ptr) + part.len, in->text.len);
        if (str_eq(str_trim(rest), STR("kr")))
            part.len += rest.len;
    }
    bool scanned = !in->slot.cell && ascii_is_digit(part.ptr[0]); /* and so told of */
    if (in->r->sink != NULL && !scanned)
        figure_report(in->r->sink, in->r->scratch, in_span(in, part), part, figure);
}
