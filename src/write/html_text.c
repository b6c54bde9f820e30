/*
 * html_text.c — plain text as HTML.  Layer: write.
 */
#include "write/html_text.h"

static void put_char(Buf *out, char c)
{
    switch (c) {
    case '&': buf_cstr(out, "&amp;"); break;
    case '<': buf_cstr(out, "&lt;"); break;
    case '>': buf_cstr(out, "&gt;"); break;
    case '"': buf_cstr(out, "&quot;"); break;
    default:
        if ((unsigned char)c >= 0x20 || c == '\n' || c == '\t')
            buf_char(out, c);
    }
}

void html_put_text(Buf *out, Str text)
{
    for (uint32_t i = 0; i < text.len; i++)
        put_char(out, text.ptr[i]);
}

void html_put_attribute(Buf *out, const char *name, Str text)
{
    buf_printf(out, " %s=\"", name);
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
