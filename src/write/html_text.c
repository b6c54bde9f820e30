/*
 * html_text.c — plain text as HTML.  Layer: write.
 */
#include "write/html_text.h"

/* Controls are not written at all. */
static void put_escaped(Buf *out, char c)
{
    switch (c) {
    case '&': buf_cstr(out, "&amp;"); break;
    case '<': buf_cstr(out, "&lt;"); break;
    case '>': buf_cstr(out, "&gt;"); break;
    case '"': buf_cstr(out, "&quot;"); break;
    default: break;
    }
}

/* Written as it is, as all is that stands behind '?'; of what stands before it, a bit each. */
static bool is_itself(char c)
{
#define BIT(of) (UINT64_C(1) << (of))
    static const uint64_t before = (UINT64_MAX << ' ' | BIT('\n') | BIT('\t')) &
                                   ~(BIT('&') | BIT('<') | BIT('>') | BIT('"'));
#undef BIT
    return (unsigned char)c > '?' || (before >> (unsigned char)c & 1) != 0;
}

void html_put_text(Buf *out, Str text)
{
    const char *end = str_end(text);
    for (const char *at = text.ptr; at < end; at++) {
        const char *from = at;
        while (at < end && is_itself(*at))
            at++;
        buf_put(out, from, (size_t)(at - from));
        if (at < end)
            put_escaped(out, *at);
    }
}

void html_put_attribute(Buf *out, const char *name, Str text)
{
    buf_char(out, ' ');
    buf_cstr(out, name);
    buf_cstr(out, "=\"");
    html_put_text(out, text);
    buf_char(out, '"');
}

static void put_run(Buf *out, const Run *run)
{
    static const char *const open[] = {
        [RUN_PLAIN] = "", [RUN_STRONG] = "<strong>", [RUN_EMPHASIS] = "<em>"};
    static const char *const close[] = {
        [RUN_PLAIN] = "", [RUN_STRONG] = "</strong>", [RUN_EMPHASIS] = "</em>"};
    bool link = run->to != NULL && run->to->url.len > 0;
    if (run->style == RUN_PLAIN && !link) { /* as nearly all are */
        html_put_text(out, run->text);
        return;
    }
    buf_cstr(out, open[run->style]);
    if (link) {
        buf_cstr(out, "<a");
        html_put_attribute(out, "href", run->to->url);
        buf_char(out, '>');
    }
    html_put_text(out, run->text);
    if (link)
        buf_cstr(out, "</a>");
    buf_cstr(out, close[run->style]);
}

void html_put_runs(Buf *out, const Runs *runs)
{
    for (uint32_t i = 0; i < runs->len; i++)
        put_run(out, &runs->at[i]);
}
