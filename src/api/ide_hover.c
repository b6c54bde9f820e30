/*
 * ide_hover.c — what stands at a place: a word or a name, else a figure and its story.  Layer: api.
 */
#include "api/ide_ask.h"

/* The figure as a head, then what explain tells of it. */
static void figure_hover(hplan_session *s, const Ide *ide, FigRef figure, hplan_ide_hover *out)
{
    Buf text;
    buf_init(&text, &s->arena);
    buf_cstr(&text, "```text\n");
    explain_story(&text, s, ide->m, figure);
    buf_cstr(&text, "```\n");
    *out = (hplan_ide_hover){ide_range(ide, figure_span(ide->m, figure)), ide_taken(ide, &text)};
}

hplan_status hplan_ide_hover_at(hplan_session *s, size_t file, size_t offset, hplan_ide_hover *out)
{
    Ide ide;
    FigRef figure;
    ENTER(s);
    hplan_status status = ide_ask(s, file, &ide);
    if (status != HPLAN_OK)
        return status;
    if (ide_hover_at(&ide, (FileId)file, offset, out))
        return HPLAN_OK;
    if (!ide_figure_at(&ide, (FileId)file, offset, &figure))
        return HPLAN_UNKNOWN;
    figure_hover(s, &ide, figure, out);
    return HPLAN_OK;
}
