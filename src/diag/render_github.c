/*
 * render_github.c — findings as annotations on GitHub: workflow commands on lines of their own.
 * Layer: diag.
 *
 *     ::error file=plan.hplan,line=41,col=50,title=HP4001::Summen stemmer ikke med radene.%0A…
 *
 * An annotation has one text only, so label, notes and fix follow the headline in it.
 */
#include "diag/render.h"

/* %, CR and LF are escaped everywhere; in a property what ends one is too. */
static void put_escaped(Buf *out, Str text, bool property)
{
    for (uint32_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool special = c == '%' || c == '\r' || c == '\n';
        if (special || (property && (c == ':' || c == ',')))
            buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
        else
            buf_char(out, c);
    }
}

static void put_finding(Buf *out, const Diag *d, Lang lang)
{
    static const char *const commands[] = {
        [SEV_NOTE] = "::notice ",
        [SEV_WARNING] = "::warning ",
        [SEV_ERROR] = "::error ",
    };
    buf_cstr(out, commands[d->severity]);
    Located at = locate(d->sink, d->span);
    if (at.src != NULL) {
        buf_cstr(out, "file=");
        put_escaped(out, at.src->name, true);
        buf_printf(out, ",line=%u,col=%u,", (unsigned)at.start.line, (unsigned)at.start.column);
    }
    buf_cstr(out, "title=");
    buf_cstr(out, msg_info(d->code)->name);
    buf_cstr(out, "::");
    put_escaped(out, diag_full_text(d->sink->arena, d, lang), false);
    buf_char(out, '\n');
}

void render_github(Buf *out, const DiagSink *sink, const RenderOptions *opt)
{
    for (uint32_t i = 0; i < sink->list.len; i++)
        if (!sink->list.at[i]->silenced)
            put_finding(out, sink->list.at[i], opt->lang);
}
