/*
 * data.c — the records of a document: its declarations, for machines.  Layer: report.
 *
 * in:  the model
 * out: the tree that grammar/hplan.schema.json describes. Everything that is declared comes out,
 *      also what is not printed; what a thing does not have is left out rather than null.
 */
#include "report/data.h"

/* --- making records -------------------------------------------------------------------------- */

Data *data_add(Maker *mk, Data *up, const char *key, DataKind kind)
{
    Data *d = arena_new(mk->arena, Data);
    d->kind = (uint8_t)kind;
    d->key = key;
    d->up = up;
    if (up == NULL)
        return d;
    if (up->last != NULL)
        up->last->next = d;
    else
        up->first = d;
    up->last = d;
    return d;
}

void data_text(Maker *mk, Data *up, const char *key, Str text)
{
    data_add(mk, up, key, DATA_TEXT)->text = text;
}

void data_text_if(Maker *mk, Data *up, const char *key, Str text)
{
    if (text.len > 0)
        data_text(mk, up, key, text);
}

/* Numbers are short and many: written in one place, and kept in as much room as each takes. */
static Buf *number_buf(Maker *mk)
{
    if (mk->number.arena == NULL)
        buf_init(&mk->number, mk->arena);
    mk->number.len = 0;
    return &mk->number;
}

void data_int(Maker *mk, Data *up, const char *key, int64_t n)
{
    Buf *b = number_buf(mk);
    buf_int(b, n);
    data_add(mk, up, key, DATA_NUMBER)->text = str_dup(mk->arena, buf_view(b));
}

void data_bool(Maker *mk, Data *up, const char *key, bool b)
{
    data_add(mk, up, key, b ? DATA_TRUE : DATA_FALSE);
}

void data_true(Maker *mk, Data *up, const char *key, bool b)
{
    if (b)
        data_bool(mk, up, key, true);
}

void data_decimal(Maker *mk, Data *up, const char *key, Decimal d)
{
    Buf *b = number_buf(mk);
    decimal_put_plain(b, d);
    data_text(mk, up, key, str_dup(mk->arena, buf_view(b)));
}

void data_place(Maker *mk, Data *up, const char *key, Span span)
{
    if (span_is_none(span))
        return;
    Source *src = sources_get(mk->m->sources, span.file);
    Place at = source_place(src, span.off);
    Data *place = data_add(mk, up, key, DATA_OBJECT);
    data_text(mk, place, "file", src->name);
    data_int(mk, place, "line", at.line);
    data_int(mk, place, "column", at.column);
    data_int(mk, place, "offset", span.off);
    data_int(mk, place, "length", span.len);
}

Str data_term_id(TermId t)
{
    Str key = t == 0 ? STR("unknown") : str_from(vocab_term(t)->key);
    int64_t dot = str_find(key, STR("."));
    return dot < 0 ? key : str_slice(key, 0, (uint32_t)dot);
}

/* --- identifiers ----------------------------------------------------------------------------- */

/* By name, else by number, else by its place among its kind. A name may come again in another
 * scope; then the later ones carry a number. Made in the order in which they are asked for, which
 * is that of the declarations: see make_data. */
Str data_decl_id(Maker *mk, DeclId d)
{
    if (mk->ids[d].len > 0)
        return mk->ids[d];
    const Decl *decl = model_decl(mk->m, d);
    Buf b;
    buf_init(&b, mk->arena);
    buf_str(&b, data_term_id(decl->term));
    buf_char(&b, '-');
    if (decl->name_text.len > 0)
        buf_str(&b, decl->name_text);
    else if (decl->number.len > 0)
        buf_str(&b, decl->number);
    else
        buf_int(&b, decl->ordinal);
    mk->ids[d] = anchors_claim(&mk->id_names, buf_view(&b));
    return mk->ids[d];
}

/* --- declarations ---------------------------------------------------------------------------- */

static void put_property(Maker *mk, Data *array, PropId id)
{
    const Prop copy = *model_prop(mk->m, id); /* evaluating may move them */
    const Prop *p = &copy;
    Data *o = data_add(mk, array, NULL, DATA_OBJECT);
    data_text(mk, o, "key", data_term_id(p->term));
    data_text(mk, o, "word", term_spelling(mk, p->term));
    data_index(mk, o, p->index, span_text(mk->m->sources, p->key_span));
    data_place(mk, o, "place", p->key_span);
    data_result_verdict(mk, o, id);
    Data *values = data_add(mk, o, "values", DATA_ARRAY);
    for (uint32_t i = 0; i < p->count; i++)
        data_fact(mk, values, p->first + i);
}

static void put_properties(Maker *mk, Data *o, DeclId d)
{
    Data *array = data_add(mk, o, "properties", DATA_ARRAY);
    for (PropId id = model_decl(mk->m, d)->first_prop; id != 0;) {
        put_property(mk, array, id);
        id = model_prop(mk->m, id)->next;
    }
}

static void put_decl(Maker *mk, Data *array, DeclId d);

/* A table, and behind it the things that its rows declare. */
static void put_table(Maker *mk, Data *array, TableId id)
{
    data_table(mk, array, id);
    if (!model_table(mk->m, id)->declares)
        return;
    for (uint32_t r = 0; r < model_table(mk->m, id)->rows.len; r++)
        if (model_table(mk->m, id)->rows.at[r].decl != 0)
            put_decl(mk, array, model_table(mk->m, id)->rows.at[r].decl);
}

static void put_contents(Maker *mk, Data *o, DeclId d)
{
    Data *array = data_add(mk, o, "contents", DATA_ARRAY);
    bool table_done = false;
    for (uint32_t i = model_decl(mk->m, d)->first_item; i != 0; i = mk->m->items.at[i].next) {
        Item item = mk->m->items.at[i];
        switch ((ItemKind)item.kind) {
        case ITEM_DECL: put_decl(mk, array, item.id); break;
        case ITEM_TEXT: data_prose(mk, array, item.id); break;
        case ITEM_TABLE:
            if (!table_done)
                put_table(mk, array, item.id);
            table_done = true;
            break;
        case ITEM_PROP: break;
        }
    }
    if (!table_done && model_decl(mk->m, d)->table != 0)
        put_table(mk, array, model_decl(mk->m, d)->table);
}

static void put_decl(Maker *mk, Data *array, DeclId d)
{
    if (mk->depth >= REPORT_MAX_DEPTH)
        return;
    mk->depth++;
    const Decl *decl = model_decl(mk->m, d);
    Data *o = data_add(mk, array, NULL, DATA_OBJECT);
    data_text(mk, o, "type", STR("declaration"));
    data_text(mk, o, "id", data_decl_id(mk, d));
    data_text(mk, o, "kind", data_term_id(decl->term));
    data_text(mk, o, "word", term_spelling(mk, decl->term));
    data_text_if(mk, o, "name", decl->name_text);
    data_text_if(mk, o, "number", decl->number);
    data_text_if(mk, o, "title", decl->title);
    if (decl->same != 0)
        data_text(mk, o, "same", data_decl_id(mk, decl->same));
    data_bool(mk, o, "printed", mk->hidden == 0 && !thing_hidden(mk, d));
    data_true(mk, o, "container", decl->container);
    data_place(mk, o, "place", decl->span);
    bool hides = thing_hidden(mk, d);
    mk->hidden += hides;
    data_attainment(mk, o, d);
    put_properties(mk, o, d);
    put_contents(mk, o, d);
    mk->hidden -= hides;
    mk->depth--;
}

/* --- the document ---------------------------------------------------------------------------- */

static bool belongs(const Model *m, DocId doc, DocId root)
{
    for (uint32_t steps = 0; doc != 0 && steps <= m->docs.len; steps++) {
        if (doc == root)
            return true;
        doc = m->docs.at[doc].parent;
    }
    return false;
}

static void put_files(Maker *mk, Data *document, DocId root)
{
    Data *files = data_add(mk, document, "files", DATA_ARRAY);
    for (DocId d = 1; d < mk->m->docs.len; d++)
        if (belongs(mk->m, d, root))
            data_text(mk, files, NULL, sources_get(mk->m->sources, mk->m->docs.at[d].file)->name);
}

static void put_document(Maker *mk, Data *array, DocId root)
{
    Data *o = data_add(mk, array, NULL, DATA_OBJECT);
    data_text(mk, o, "file", sources_get(mk->m->sources, mk->m->docs.at[root].file)->name);
    put_files(mk, o, root);
    if (mk->top != 0) {
        data_text(mk, o, "kind", data_term_id(model_decl(mk->m, mk->top)->term));
        data_text(mk, o, "title", thing_title(mk, mk->top));
    }
    Data *decls = data_add(mk, o, "declarations", DATA_ARRAY);
    for (DeclId d = 1; d < mk->m->decls.len; d++)
        if (model_decl(mk->m, d)->parent == 0 && belongs(mk->m, model_decl(mk->m, d)->doc, root))
            put_decl(mk, decls, d);
    data_checks(mk, o);
}

Data *make_data(Maker *mk, DocId root)
{
    mk->ids = arena_array(mk->arena, Str, mk->m->decls.len);
    anchors_init(&mk->id_names, mk->arena);
    for (DeclId d = 1; d < mk->m->decls.len; d++)
        data_decl_id(mk, d);
    Data *o = data_add(mk, NULL, NULL, DATA_OBJECT);
    data_text(mk, o, "format", STR("hplan-json"));
    data_int(mk, o, "version", 1);
    data_text(mk, o, "generator", STR("hplanc"));
    data_text(mk, o, "language", mk->report->lang_tag);
    put_document(mk, data_add(mk, o, "documents", DATA_ARRAY), root);
    return o;
}
