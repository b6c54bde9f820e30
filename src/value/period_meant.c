/*
 * period_meant.c — a time that is written as it is in a hurry, as it can be read.  Layer: value.
 *
 * In: a text that is no period: 31.12.26, 31/12-2026, høsten 26. Out: 31.12.2026, høsten 2026. The
 * century is never guessed in silence: what comes out of here is offered as a fix. Plans are about
 * the years to come, so it is this one.
 */
#include "value/period.h"

#include "base/utf8.h"

static bool is_digit(Str s, uint32_t at)
{
    return at < s.len && ascii_is_digit(s.ptr[at]);
}

static uint32_t digits_at(Str s, uint32_t at)
{
    uint32_t n = 0;
    while (is_digit(s, at + n))
        n++;
    return n;
}

/* What may part a day from its month: . / and dashes, with blanks about; 0: nothing does. */
static uint32_t parter_at(Str s, uint32_t at)
{
    uint32_t from = at, mark = 0;
    while (at < s.len && s.ptr[at] == ' ')
        at++;
    if (at < s.len && (s.ptr[at] == '.' || s.ptr[at] == '/'))
        mark = 1;
    else if (at < s.len && !utf8_is_dash(utf8_decode(s.ptr + at, s.ptr + s.len, &mark)))
        mark = 0;
    at += mark;
    while (at < s.len && s.ptr[at] == ' ')
        at++;
    return mark > 0 ? at - from : 0;
}

static void add_year(Buf *out, Str digits)
{
    buf_printf(out, "%s%.*s", digits.len == 2 ? "20" : "", STR_ARG(digits));
}

/* 31/12-26 at `at`: adds 31.12.2026 and tells how long it was; 0: no such thing stands here. */
static uint32_t add_date(Buf *out, Str s, uint32_t at)
{
    uint32_t len[3], start[3], end = at;
    for (int i = 0; i < 3; i++) {
        uint32_t parter = i > 0 ? parter_at(s, end) : 0;
        if (i > 0 && parter == 0)
            return 0;
        start[i] = end + parter;
        len[i] = digits_at(s, start[i]);
        end = start[i] + len[i];
    }
    if (len[0] < 1 || len[0] > 2 || len[1] < 1 || len[1] > 2 || (len[2] != 2 && len[2] != 4))
        return 0;
    for (int i = 0; i < 2; i++)
        buf_printf(out, "%.*s.", (int)len[i], s.ptr + start[i]);
    add_year(out, str_slice(s, start[2], end));
    return end - at;
}

/* The 26 of "høsten 26" and "høsten '26", the last thing written. */
static uint32_t add_last_year(Buf *out, Str s, uint32_t at)
{
    uint32_t mark = s.ptr[at] == '\'' ? 1 : 0;
    bool last = digits_at(s, at + mark) == 2 && at + mark + 2 == s.len;
    if (!last || at == 0 || s.ptr[at - 1] != ' ')
        return 0;
    add_year(out, str_slice(s, at + mark, s.len));
    return mark + 2;
}

static int year_at(Str s, uint32_t at)
{
    int year = 0;
    for (uint32_t i = at; i < at + 4; i++)
        year = 10 * year + (s.ptr[i] - '0');
    return year;
}

bool period_runs_backwards(Str text)
{
    text = str_trim(text);
    uint32_t parter = digits_at(text, 0) == 4 ? parter_at(text, 4) : 0;
    return parter > 0 && digits_at(text, 4 + parter) == 4 && text.len == 8 + parter &&
           year_at(text, 0) > year_at(text, 4 + parter);
}

Str period_meant(Arena *scratch, Str text)
{
    Buf out;
    Period period;
    text = str_trim(text);
    buf_init(&out, scratch);
    for (uint32_t at = 0; at < text.len;) {
        bool begins = at == 0 || !is_digit(text, at - 1);
        uint32_t taken = begins && is_digit(text, at) ? add_date(&out, text, at) : 0;
        if (taken == 0)
            taken = begins ? add_last_year(&out, text, at) : 0;
        if (taken == 0)
            buf_char(&out, text.ptr[at]);
        at += taken > 0 ? taken : 1;
    }
    Str meant = buf_view(&out);
    return !str_eq(meant, text) && period_read(scratch, meant, &period) ? meant : STR_NONE;
}

static bool reads_with(Arena *scratch, Str text, const char *year)
{
    Buf out;
    Period period;
    buf_init(&out, scratch);
    buf_printf(&out, "%.*s%s", STR_ARG(text), year);
    return period_read(scratch, buf_view(&out), &period) ||
           period_meant(scratch, buf_view(&out)).len > 0;
}

/* A lone 12 is a day, a month or a count: who writes it has not forgotten a year. */
bool period_lacks_year(Arena *scratch, Str text)
{
    text = str_trim(text);
    bool word = false, parted = false;
    for (uint32_t i = 0; i < text.len; i++) {
        word = word || (!ascii_is_digit(text.ptr[i]) && text.ptr[i] > '@');
        parted = parted || text.ptr[i] == '.' || text.ptr[i] == '/';
    }
    return word ? reads_with(scratch, text, " 2000") : parted && reads_with(scratch, text, ".2000");
}
