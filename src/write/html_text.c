/*
 * html_text.c — plain text as HTML.  Layer: write.
 */
#include "write/html_text.h"

/* What a character is written as; NULL: as itself. */
static const char *escape_of(unsigned char c)
{
    static const char *const escapes[256] = {
        ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"};
    return escapes[c];
}

/* Controls are not written at all. */
static bool is_itself(char c)
{
    unsigned char u = (unsigned char)c;
    return (u >= 0x20 || c == '\n' || c == '\t') && escape_of(u) == NULL;
}

void html_put_text(Buf *out, Str text)
{
    for (uint32_t i = 0; i < text.len; i++) {
        uint32_t from = i;
        while (i < text.len && is_itself(text.ptr[i]))
            i++;
        buf_put(out, text.ptr + from, i - from);
        if (i < text.len && escape_of((unsigned char)text.ptr[i]) != NULL)
            buf_cstr(out, escape_of((unsigned char)text.ptr[i]));
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
