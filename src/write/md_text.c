/*
 * md_text.c — plain text as Markdown.  Layer: write.
 */
#include "write/md_text.h"

#include "base/utf8.h"

enum { MOST_MARKER = 10 }; /* of a numbered list: nine digits and what follows them */

static bool is_word(char c)
{
    return ascii_is_digit(c) || utf8_may_be_letter(c);
}

static char at(Str s, int64_t i)
{
    return i >= 0 && i < (int64_t)s.len ? s.ptr[i] : ' ';
}

/* Only digits before i, so that a dot here would make a list of it? */
static bool ends_number(Str s, uint32_t i)
{
    if (i == 0 || i >= MOST_MARKER)
        return false;
    for (uint32_t k = 0; k < i; k++)
        if (!ascii_is_digit(s.ptr[k]))
            return false;
    return true;
}

static bool needs_escape(Str s, uint32_t i, bool begins)
{
    char before = at(s, (int64_t)i - 1);
    char after = at(s, (int64_t)i + 1);
    switch (s.ptr[i]) {
    case '\\':
    case '*':
    case '[':
    case ']':
    case '<':
    case '`':
    case '|':
    case '~':
    case '$': return true;
    case '_': return !is_word(before) || !is_word(after);
    case '&': return after == '#' || (is_word(after) && !ascii_is_digit(after));
    case '#': return before == ' ';
    case ':': return before == ' ' && is_word(after); /* :name: would be a picture */
    case '>':
    case '+':
    case '-':
    case '=': return begins && i == 0;
    case '.':
    case ')': return begins && after == ' ' && ends_number(s, i);
    default: return false;
    }
}

/* What needs_escape may be asked of elsewhere than at the beginning, and what is not printed as it
 * is; nearly no text has any of it. */
static bool may_need_care(char c)
{
#define FOUR(c) [c] = true, [(c) + 1] = true, [(c) + 2] = true, [(c) + 3] = true
    static const bool careful[256] = {
        FOUR(0),      FOUR(4),      FOUR(8),       FOUR(12),     FOUR(16),     FOUR(20),
        FOUR(24),     FOUR(28),     ['\\'] = true, ['*'] = true, ['['] = true, [']'] = true,
        ['<'] = true, ['`'] = true, ['|'] = true,  ['~'] = true, ['$'] = true, ['_'] = true,
        ['&'] = true, ['#'] = true, [':'] = true};
#undef FOUR
    return careful[(unsigned char)c];
}

static void put_careful(Buf *out, Str text, uint32_t i, bool begins)
{
    char c = text.ptr[i];
    if (c == '\n' || c == '\r' || c == '\t')
        c = ' ';
    if ((unsigned char)c < 0x20)
        return;
    if (needs_escape(text, i, begins))
        buf_char(out, '\\');
    buf_char(out, c);
}

static void put_with_care(Buf *out, Str text, bool begins)
{
    uint32_t i = 0;
    for (; begins && i < text.len && i < MOST_MARKER; i++)
        put_careful(out, text, i, true);
    while (i < text.len) {
        const char *from = text.ptr + i, *end = str_end(text), *at = from;
        while (at < end && !may_need_care(*at))
            at++;
        buf_put(out, from, (size_t)(at - from));
        i += (uint32_t)(at - from);
        if (i < text.len)
            put_careful(out, text, i++, begins);
    }
}

void md_put_text(Buf *out, Str text, bool begins)
{
    const char *at = text.ptr, *end = str_end(text);
    while (at < end && !may_need_care(*at))
        at++;
    if (begins || at < end)
        put_with_care(out, text, begins);
    else
        buf_short(out, text);
}

static bool needs_percent(char c)
{
    return (unsigned char)c <= ' ' || strchr("()<>\\|\"`*[]", c) != NULL;
}

static void put_url(Buf *out, Str url)
{
    const char *at = url.ptr, *end = str_end(url);
    while (at < end) {
        const char *from = at;
        while (at < end && (ascii_is_letter(*at) || ascii_is_digit(*at) || !needs_percent(*at)))
            at++;
        buf_put(out, from, (size_t)(at - from));
        for (; at < end && needs_percent(*at); at++)
            buf_printf(out, "%%%02X", (unsigned)(unsigned char)*at);
    }
}

static bool is_link(const Run *run)
{
    return run->to != NULL && run->to->url.len > 0;
}

static void put_run(Buf *out, const Run *run, RunStyle style, bool begins)
{
    static const char *const marks[] = {
        [RUN_PLAIN] = "", [RUN_STRONG] = "**", [RUN_EMPHASIS] = "*"};
    bool link = is_link(run);
    Str text = run->text;
    Str inner = style == RUN_PLAIN ? text : str_trim(text);
    if (inner.len == 0 || (style == RUN_PLAIN && !link)) {
        md_put_text(out, text, begins && inner.len > 0);
        return;
    }
    /* Blanks inside the marks would undo them. */
    if (inner.ptr > text.ptr)
        buf_char(out, ' ');
    buf_cstr(out, marks[style]);
    if (link)
        buf_char(out, '[');
    md_put_text(out, inner, false);
    if (link) {
        buf_cstr(out, "](");
        put_url(out, run->to->url);
        buf_char(out, ')');
    }
    buf_cstr(out, marks[style]);
    if (str_end(inner) < str_end(text))
        buf_char(out, ' ');
}

void md_put_runs(Buf *out, const Runs *runs, bool begins)
{
    for (uint32_t i = 0; i < runs->len; i++)
        put_run(out, &runs->at[i], (RunStyle)runs->at[i].style, begins && i == 0);
}

/* Neighbours share one pair of marks: ****, where two meet, would be neither's. */
void md_put_strong(Buf *out, const Runs *runs)
{
    if (runs->len == 0)
        return;
    buf_cstr(out, "**");
    for (uint32_t i = 0; i < runs->len; i++) {
        RunStyle style = (RunStyle)runs->at[i].style;
        put_run(out, &runs->at[i], style == RUN_STRONG ? RUN_PLAIN : style, false);
    }
    buf_cstr(out, "**");
}

void md_put_anchor(Buf *out, Str id)
{
    buf_cstr(out, "<a id=\"");
    for (uint32_t i = 0; i < id.len; i++) /* an anchor has letters, digits, - and _ only */
        buf_char(out, id.ptr[i]);
    buf_cstr(out, "\"></a>");
}
