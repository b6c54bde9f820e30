/*
 * figure_report.c — what is said of a figure that is badly written.  Layer: syntax.
 *
 * In: a figure with a fault, and its place. Out: one finding, with the fix where only one reading
 * is left. Shared by the scanner and by the reading of cells.
 */
#include "syntax/figure_report.h"

#include "base/utf8.h"
#include "syntax/figure_letters.h"

static uint32_t count_digits(Str s)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < s.len; i++)
        n += ascii_is_digit(s.ptr[i]);
    return n;
}

/* The digits of s up to `end` in groups of three. */
static void put_grouped(Buf *out, Str s)
{
    uint32_t left = count_digits(s);
    bool first = true;
    for (uint32_t i = 0; i < s.len; i++) {
        if (!ascii_is_digit(s.ptr[i]))
            continue;
        if (!first && left % 3 == 0)
            buf_char(out, ' ');
        buf_char(out, s.ptr[i]);
        first = false;
        left--;
    }
}

/* The whole part grouped anew; what follows `mark` as decimals. */
static Str regrouped(Arena *a, Str s, char mark)
{
    Buf out;
    uint32_t i = 0;
    buf_init(&out, a);
    while (i < s.len && s.ptr[i] != mark)
        i++;
    put_grouped(&out, str_slice(s, 0, i));
    if (i < s.len) {
        buf_char(&out, ',');
        buf_str(&out, str_slice(s, i + 1, s.len));
    }
    return buf_view(&out);
}

/* ---- 1,2,3 · 1,234,567 · 1,234.50 ------------------------------------------------------------ */

/* English groups: every part but the first has three digits, and the first fewer, or a decimal
 * point tells. Three and three and three may be codes just as well. */
static bool is_english(Str s)
{
    uint32_t lead = 0;
    uint32_t run = 0;
    bool first = true;
    for (uint32_t i = 0; i <= s.len; i++) {
        if (i < s.len && ascii_is_digit(s.ptr[i])) {
            run++;
            continue;
        }
        if (first)
            lead = run;
        else if (run != 3)
            return false;
        first = false;
        run = 0;
        if (i < s.len && s.ptr[i] == '.')
            return lead <= 3;
    }
    return lead < 3;
}

static Str as_list(Arena *a, Str s)
{
    Buf out;
    buf_init(&out, a);
    for (uint32_t i = 0; i < s.len; i++) {
        buf_char(&out, s.ptr[i]);
        if (s.ptr[i] == ',')
            buf_char(&out, ' ');
    }
    return buf_view(&out);
}

/* ---- the others ------------------------------------------------------------------------------ */

/* 38'228'737 has digits behind its last mark, 250' has not; `kr` may stand behind either. */
static bool ends_in_mark(Str s)
{
    while (s.len > 0 && (s.ptr[s.len - 1] | 0x20) >= 'a' && (s.ptr[s.len - 1] | 0x20) <= 'z')
        s.len--;
    s = str_trim(s);
    return s.len > 0 && !ascii_is_digit(s.ptr[s.len - 1]);
}

static void say_apostrophe(Diag *d, Arena *a, Span span, Str text)
{
    Buf out;
    buf_init(&out, a);
    put_grouped(&out, text);
    if (ends_in_mark(text))
        buf_cstr(&out, " tusen kr");
    else if (!ascii_is_digit(text.ptr[text.len - 1]))
        buf_cstr(&out, " kr");
    diag_fix(d, span, buf_view(&out), F_WRITE);
}

static void say_no_date(Diag *d, Str text)
{
    int part[3] = {0, 0, 0};
    int n = 0;
    for (uint32_t i = 0; i < text.len; i++) {
        if (!ascii_is_digit(text.ptr[i]))
            n++;
        else if (n < 3 && part[n] < 10000)
            part[n] = part[n] * 10 + (text.ptr[i] - '0');
    }
    bool iso = str_find(text, STR(".")) < 0;
    int year = iso ? part[0] : part[2];
    int month = part[1];
    if (month < 1 || month > 12) {
        diag_label(d, L_NO_MONTH);
        diag_int(d, month);
    } else if (year < 1000 || year > 2999) {
        diag_label(d, L_NO_YEAR);
    } else {
        diag_label(d, L_DAYS_IN_MONTH);
        diag_int(d, date_days_in_month(year, month));
    }
}

/* 400–600 000: 400 000–600 000 or 400–600000. */
static void say_elided(Diag *d, Arena *a, Str text, Figure f)
{
    Str left = str_slice(text, 0, f.first_len);
    Str right = str_slice(text, f.second, text.len);
    Buf full, zeros, literal;
    buf_init(&full, a);
    buf_init(&zeros, a);
    buf_init(&literal, a);
    buf_str(&zeros, left);
    buf_repeat(&zeros, "000", (count_digits(right) - 1) / 3);
    put_grouped(&full, buf_view(&zeros));
    buf_cstr(&full, "–");
    put_grouped(&full, right);
    buf_str(&literal, left);
    buf_cstr(&literal, "–");
    for (uint32_t i = 0; i < right.len; i++)
        if (ascii_is_digit(right.ptr[i]))
            buf_char(&literal, right.ptr[i]);
    diag_label(d, L_WRITE_ONE_OF);
    diag_str(d, buf_view(&full));
    diag_str(d, buf_view(&literal));
}

/* 1O 000: 10 000. The first letter is shown apart, since it is hard to see. */
static void say_letters(Diag *d, Arena *a, Span span, Str text)
{
    Buf out;
    buf_init(&out, a);
    uint32_t first = 0;
    for (uint32_t i = text.len; i-- > 0;)
        if (digit_meant(text.ptr[i]) != text.ptr[i])
            first = i;
    for (uint32_t i = 0; i < text.len; i++)
        buf_char(&out, digit_meant(text.ptr[i]));
    diag_label(d, L_LETTER_FOR_DIGIT);
    diag_str(d, str_slice(text, first, first + 1));
    diag_str(d, str_slice(buf_view(&out), first, first + 1));
    diag_fix(d, span, buf_view(&out), F_WRITE);
}

static MsgId code_of(FigureFault fault)
{
    switch (fault) {
    case FIGF_DOTS_THOUSANDS: return HP1011;
    case FIGF_APOSTROPHE: return HP1013;
    case FIGF_ELIDED_RANGE: return HP1014;
    case FIGF_NO_SUCH_DATE: return HP1027;
    case FIGF_LETTERS: return HP1037;
    case FIGF_NONE:
    case FIGF_GROUPING:
    case FIGF_COMMAS: break;
    }
    return HP1010;
}

static void say_grouping(Diag *d, Arena *a, Str text)
{
    diag_label(d, L_MEANT_FIGURE);
    diag_str(d, regrouped(a, text, ','));
    diag_note(d, N_GROUPS_OF_THREE);
}

Diag *figure_report_parted(DiagSink *sink, Arena *scratch, Span span, Str text)
{
    Diag *d = diag_at(sink, HP1010, span);
    say_grouping(d, scratch, text);
    return d;
}

static Diag *say(DiagSink *sink, Arena *a, Span span, Str text, Figure f)
{
    Diag *d = diag_at(sink, code_of(f.fault), span);
    switch (f.fault) {
    case FIGF_NONE: break;
    case FIGF_GROUPING: say_grouping(d, a, text); break;
    case FIGF_COMMAS:
        diag_label(d, L_MEANT_FIGURE);
        diag_str(d, is_english(text) ? regrouped(a, text, '.') : as_list(a, text));
        diag_note(d, N_ONE_COMMA);
        break;
    case FIGF_DOTS_THOUSANDS:
        diag_fix(d, span, regrouped(a, text, ','), F_WRITE);
        break;
    case FIGF_APOSTROPHE: say_apostrophe(d, a, span, text); break;
    case FIGF_ELIDED_RANGE: say_elided(d, a, text, f); break;
    case FIGF_NO_SUCH_DATE: say_no_date(d, text); break;
    case FIGF_LETTERS: say_letters(d, a, span, text); break;
    }
    return d;
}

Diag *figure_report(DiagSink *sink, Arena *scratch, Span span, Str text, Figure figure)
{
    if (figure.fault == FIGF_NONE)
        return NULL;
    if (figure.shape == FIG_RANGE && figure.fault != FIGF_ELIDED_RANGE &&
        figure.fault != FIGF_LETTERS) {
        uint32_t from = 0;
        Figure side = figure_scan(text.ptr, text.ptr + figure.first_len, true);
        if (side.fault == FIGF_NONE) {
            from = figure.second;
            side = figure_scan(text.ptr + from, text.ptr + text.len, true);
        }
        figure = side;
        text = str_slice(text, from, from + side.len);
        span.off += from;
        span.len = side.len;
    }
    return say(sink, scratch, span, text, figure);
}
