/*
 * render_github.c — findings as annotations on GitHub: workflow commands on lines of their own.
 * Layer: diag.
 *
 *     ::error file=plan.hplan,line=41,endLine=41,col=50,endColumn=60,title=HP4001::Summen stemmer…
 *
 * An annotation has one text and one place, so label, notes and fix follow the headline in it, and
 * the other places come last: plan.hplan:12: men her står …
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

/* GitHub takes columns only of what lies in one line. */
static void put_location(Buf *out, const Located *at)
{
    buf_cstr(out, "file=");
    put_escaped(out, at->src->name, true);
    buf_printf(out, ",line=%u,endLine=%u,", (unsigned)at->start.line, (unsigned)at->end.line);
    if (at->start.line == at->end.line)
        buf_printf(out, "col=%u,endColumn=%u,", (unsigned)at->start.column,
                   (unsigned)at->end.column);
}

static void put_other_places(Buf *out, const Diag *d, Lang lang)
{
    for (uint32_t i = 0; i < d->parts.len; i++) {
        const DiagPart *part = &d->parts.at[i];
        Located at = locate(d->sink, part->span);
        if (part->kind != PART_PLACE || at.src == NULL)
            continue;
        buf_cstr(out, "%0A");
        put_escaped(out, at.file, false);
        buf_printf(out, ":%u: ", (unsigned)at.start.line);
        put_escaped(out, diag_clean_text(d->sink->arena, part, lang), false);
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
    if (at.src != NULL)
        put_location(out, &at);
    buf_cstr(out, "title=");
    buf_cstr(out, msg_info(d->code)->name);
    buf_cstr(out, "::");
    put_escaped(out, diag_full_text(d->sink->arena, d, lang), false);
    put_other_places(out, d, lang);
    buf_char(out, '\n');
}

void render_github(Buf *out, const DiagSink *sink, const RenderOptions *opt)
{
    for (uint32_t i = 0; i < sink->list.len; i++)
        if (!sink->list.at[i]->silenced)
            put_finding(out, sink->list.at[i], opt->lang);
}
