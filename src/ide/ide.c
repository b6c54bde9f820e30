/*
 * ide.c — small things that all answers need.  Layer: ide.
 */
#include "ide/ide.h"

hplan_range ide_range_of(const SourceSet *sources, Span span)
{
    const Source *src = sources_get(sources, span.file);
    if (src == NULL)
        return (hplan_range){SIZE_MAX, 0, 0};
    uint32_t start = span.off < src->len ? span.off : src->len;
    uint32_t rest = src->len - start;
    return (hplan_range){span.file, start, start + (span.len < rest ? span.len : rest)};
}

const char *ide_said(const Ide *ide, IdeText text)
{
    static const char *const texts[IDE_TEXT_COUNT][LANG_COUNT] = {
#define TEXT(id, nb, nn, en) [IDE_##id] = {nb, nn, en},
#include "ide/texts.def"
#undef TEXT
    };
    return texts[text][ide->lang];
}

const char *ide_text(const Ide *ide, Str text)
{
    return arena_copy(ide->arena, text.ptr, text.len);
}

const char *ide_taken(const Ide *ide, const Buf *text)
{
    return ide_text(ide, buf_view(text));
}

DocId ide_doc(const Ide *ide, FileId file)
{
    for (DocId d = 1; d < ide->m->docs.len; d++)
        if (ide->m->docs.at[d].file == file)
            return d;
    return 0;
}

int ide_year(const Ide *ide, FileId file)
{
    DocId doc = ide_doc(ide, file);
    DeclId plan = doc == 0 ? 0 : ide->m->docs.at[doc].plan;
    return plan == 0 ? 0 : decl_year(ide->m, plan);
}
