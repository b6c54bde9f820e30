/*
 * figure_letters.c — which letters were meant for digits.  Layer: syntax.
 *
 * In: bytes in which a figure may stand. Out: the same with digits in place of such letters. A word
 * is left alone: `10 l` and `10l` are litres, `5 og 6` are two figures. What is taken has digits
 * about it, or stands where only digits can: as a group of three, or behind the comma.
 */
#include "syntax/figure_letters.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "syntax/figure.h"

/* Digits and letters that look like them, side by side. */
typedef struct Run {
    uint32_t len;
    uint32_t letters;
    uint32_t zeros; /* of these: O and o */
} Run;

static bool looks_like_digit(char c)
{
    return digit_meant(c) != c;
}

static Run run_at(const char *s, const char *end)
{
    Run run = {0};
    for (; s + run.len < end; run.len++) {
        char c = s[run.len];
        if (looks_like_digit(c)) {
            run.letters++;
            run.zeros += digit_meant(c) == '0';
        } else if (!ascii_is_digit(c)) {
            break;
        }
    }
    return run;
}

/* Does a word go on here? `2O-årig` is one. */
static bool in_word(const char *s, const char *end)
{
    uint32_t len;
    if (s == end)
        return false;
    if (*s == '-' || *s == '/')
        return s + 1 < end && utf8_is_letter(utf8_decode(s + 1, end, &len));
    return *s == '_' || *s == '(' || utf8_is_letter(utf8_decode(s, end, &len));
}

/* `before` is what stands to the left of the run, a blank for any of these; NUL at the front. */
static bool meant_for_digits(const char *s, Run run, char before)
{
    uint32_t digits = run.len - run.letters;
    if (digits > 0)
        return run.letters > 1 || s[run.len - 1] != 'l'; /* 10l */
    if (before == ' ')
        return run.len == 3 && run.zeros == 3;
    if (before == ',')
        return run.len == 1 || run.zeros == run.len;
    return before == '\0' && run.len == 1;
}

/* What parts the digits of figures: its bytes, and in *kind what it is; 0: something else. */
static uint32_t separator(const char *s, const char *end, char *kind)
{
    uint32_t len = *s == '\t' ? 0 : utf8_blank_len(s, end);
    *kind = len > 0 ? ' ' : *s;
    if (len > 0)
        return len;
    if (*s == ',' || *s == '.' || *s == '/' || *s == ':')
        return 1;
    return utf8_is_dash(utf8_decode(s, end, &len)) ? len : 0;
}

uint32_t digits_meant(const char *s, const char *end, char out[static LETTERS_ROOM])
{
    uint32_t n = 0, letters = 0;
    char before = '\0';
    while (s + n < end) {
        Run run = run_at(s + n, end);
        if (run.len == 0) {
            uint32_t len = separator(s + n, end, &before);
            if (len == 0 || n + len > LETTERS_ROOM)
                break;
            memcpy(out + n, s + n, len);
            n += len;
            continue;
        }
        bool word = in_word(s + n + run.len, end);
        if (n + run.len > LETTERS_ROOM ||
            (run.letters > 0 && (word || !meant_for_digits(s + n, run, before))))
            break;
        for (uint32_t i = 0; i < run.len; i++)
            out[n + i] = digit_meant(s[n + i]);
        n += run.len;
        letters += run.letters;
        before = '0';
        if (word)
            break;
    }
    return letters > 0 ? n : 0;
}

/* ---- times in a text ---- */

bool digits_spoilt(Str text, Str *part)
{
    for (uint32_t i = 0; i < text.len; i++) {
        bool begins = i == 0 || text.ptr[i - 1] == ' ';
        if (!begins || !ascii_is_digit(text.ptr[i]))
            continue;
        Figure figure = figure_scan(text.ptr + i, str_end(text), false);
        if (figure.fault != FIGF_LETTERS)
            continue;
        *part = str_slice(text, i, i + figure.len);
        return true;
    }
    return false;
}

Str digits_mended(Arena *arena, Str text)
{
    Str part, rest = text;
    Buf out;
    buf_init(&out, arena);
    while (digits_spoilt(rest, &part)) {
        buf_put(&out, rest.ptr, (size_t)(part.ptr - rest.ptr));
        for (uint32_t i = 0; i < part.len; i++)
            buf_char(&out, digit_meant(part.ptr[i]));
        rest = str_slice(rest, (uint32_t)(str_end(part) - rest.ptr), rest.len);
    }
    if (rest.len == text.len)
        return STR_NONE;
    buf_str(&out, rest);
    return buf_view(&out);
}
