/*
 * marks_dump.c — the marks as text, for people who want to see how words were read.  Layer: model.
 */
#include "model/marks.h"

static void put_thing(Buf *out, const Model *m, DeclId d)
{
    buf_printf(out, "%s «%.*s»", vocab_term(model_decl(m, d)->term)->key,
               STR_ARG(decl_label(m, d)));
}

static void put_meaning(Buf *out, const Model *m, const Mark *k)
{
    switch ((MarkKind)k->kind) {
    case MARK_WORD: buf_printf(out, "word %s", vocab_term((TermId)k->id)->key); break;
    case MARK_DECLARES:
        buf_cstr(out, "declares ");
        put_thing(out, m, k->id);
        break;
    case MARK_NAMES:
        buf_cstr(out, "names ");
        put_thing(out, m, k->id);
        break;
    case MARK_UNIT:
        buf_printf(out, "unit %.*s", STR_ARG(unit_get(&m->units, (UnitId)k->id)->label));
        break;
    case MARK_CODE:
        buf_printf(out, "code of %s", vocab_catalogue_name((CatalogueId)k->id));
        break;
    case MARK_ROW: buf_printf(out, "row %u of table %u", k->sub + 1, k->id); break;
    case MARK_COLUMN: buf_printf(out, "column %u of table %u", k->sub + 1, k->id); break;
    }
}

void marks_dump(Buf *out, Model *m)
{
    const Marks *marks = model_marks(m);
    for (uint32_t i = 0; i < marks->at.len; i++) {
        const Mark *k = &marks->at.at[i];
        Source *src = sources_get(m->sources, k->span.file);
        if (src->library)
            continue;
        Place at = source_place(src, k->span.off);
        buf_printf(out, "%.*s:%u:%u «%.*s» ", STR_ARG(src->name), at.line, at.column,
                   STR_ARG(span_text(m->sources, k->span)));
        put_meaning(out, m, k);
        buf_char(out, '\n');
    }
}
