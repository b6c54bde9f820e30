/*
 * ide_later.c — questions that have no answer yet.  Layer: api.
 */
#include "hplan/ide.h"
#include "api/session.h"

static hplan_status nothing(const hplan_session *s)
{
    return s->checked ? HPLAN_UNKNOWN : HPLAN_MISUSE;
}

hplan_status hplan_ide_keywords(hplan_session *s, size_t file, hplan_lang lang, hplan_write *write,
                                void *to)
{
    (void)file, (void)lang, (void)write, (void)to;
    return nothing(s);
}
