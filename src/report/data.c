/*
 * data.c — the records of a document: its declarations, for machines.  Layer: report.
 *
 * in:  the model
 * out: what grammar/hplan.schema.json describes. Everything that is declared comes out,
 *      also what is not printed; what a thing does not have is left out rather than null.
 */
#include "report/data.h"

/* Grows when something that was there is changed or taken away. */
enum { FORMAT_VERSION = 2 };

/* --- telling records ------------------------------------------------------------------------- */

enum { TEXTS_HELD = 256 * 1024 };

void data_rest(Maker *mk)
{
    if (mk->arena->total > TEXTS_HELD)
        arena_free(mk->arena);
}

void data_decimal(Maker *mk, RecordKey key, Decimal d)
{
    int64_t whole;
    if (d.scale == 0 && decimal_to_int64(d, &whole)) { /* as most are */
        record_digits(&mk->to, key, whole);
        return;
    }
    Buf *b = maker_scratch(mk);
    decimal_put_plain(b, d);
    data_name(mk, key, buf_view(b));
}

void data_line(Maker *mk, Span span)
{
    data_int(mk, KEY_line, source_place(sources_get(mk->m->sources, span.file), span.off).line);
}

void data_place(Maker *mk, Span span)
{
    if (span_is_none(span))
        return;
    Source *src = sources_get(mk->m->sources, span.file);
    Place at = source_place(src, span.off);
    record_place(&mk->to, at, span, span.file == mk->file ? NULL : &src->name);
}

/* --- identifiers ----------------------------------------------------------------------------- */

/* `om ramme.drift`: of a path the last part, in which there is no word of the language. */
static Str name_of(const Decl *decl)
{
    Str name = decl->name_text;
    for (int64_t dot; decl->kind == K_AGAIN && (dot = str_find(name, STR("."))) >= 0;)
        name = str_slice(name, (uint32_t)dot + 1, name.len);
    return name;
}

/* By name, else by number, else by its place among its kind. A name may come again in another
 * scope; then the later ones carry a number. Made in the order in which they are asked for, which
 * is that of the declarations: see report_records. */
Str data_decl_id(Maker *mk, DeclId d)
{
    if (mk->ids[d].len > 0)
        return mk->ids[d];
    const Decl *decl = model_decl(mk->m, d);
    Buf *b = maker_scratch(mk);
    buf_str(b, vocab_identifier(decl->term));
    buf_char(b, '-');
    if (decl->name_text.len > 0)
        buf_str(b, name_of(decl));
    else if (decl->number != 0)
        buf_str(b, decl_number(mk->m, decl)->text);
    else
        buf_int(b, decl->ordinal);
    mk->ids[d] = anchors_claim(&mk->id_names, buf_view(b));
    return mk->ids[d];
}

/* --- declarations ---------------------------------------------------------------------------- */

static void put_property(Maker *mk, PropId id)
{
    const Prop p = *model_prop(mk->m, id); /* evaluating may move them */
    data_open(mk, KEY_NONE, NEST_RECORD);
    data_name(mk, KEY_key, vocab_identifier(p.term));
    data_text(mk, KEY_word, term_spelling(mk, p.term));
    data_index(mk, p.index, span_text(mk->m->sources, p.key_span));
    data_place(mk, p.key_span);
    data_result_verdict(mk, id);
    data_open(mk, KEY_values, NEST_LIST);
    for (uint32_t i = 0; i < p.count; i++)
        data_fact(mk, p.first + i);
    data_close(mk, NEST_LIST);
    data_close(mk, NEST_RECORD);
}

static void put_properties(Maker *mk, DeclId d)
{
    data_open(mk, KEY_properties, NEST_RECORDS);
    for (PropId id = model_decl(mk->m, d)->first_prop; id != 0;) {
        put_property(mk, id);
        id = model_prop(mk->m, id)->next;
    }
    data_close(mk, NEST_RECORDS);
}

static void tell_table(Maker *mk, TableId id, const DataTeller *tell)
{
    tell->table(mk, id);
    if (!model_table(mk->m, id)->declares)
        return;
    for (uint32_t r = 0; r < model_table(mk->m, id)->rows.len; r++) {
        DeclId thing = row_decl(model_table(mk->m, id), r);
        if (thing != 0)
            tell->thing(mk, thing);
    }
}

void data_contents(Maker *mk, DeclId d, const DataTeller *tell)
{
    bool table_done = false;
    for (uint32_t i = model_decl(mk->m, d)->first_item; i != 0; i = mk->m->items.at[i].next) {
        Item item = mk->m->items.at[i];
        switch ((ItemKind)item.kind) {
        case ITEM_DECL: tell->thing(mk, item.id); break;
        case ITEM_TEXT:
            if (tell->text != NULL)
                tell->text(mk, item.id);
            break;
        case ITEM_TABLE:
            if (!table_done)
                tell_table(mk, item.id, tell);
            table_done = true;
            break;
        case ITEM_PROP: break;
        }
    }
    if (!table_done && model_decl(mk->m, d)->table != 0)
        tell_table(mk, model_decl(mk->m, d)->table, tell);
}

static void put_head(Maker *mk, DeclId d, bool printed)
{
    const Decl *decl = model_decl(mk->m, d);
    data_name(mk, KEY_type, STR("declaration"));
    data_text(mk, KEY_id, data_decl_id(mk, d));
    data_name(mk, KEY_kind, vocab_identifier(decl->term));
    data_text(mk, KEY_word, term_spelling(mk, decl->term));
    data_text_if(mk, KEY_name, name_of(decl));
    data_text_if(mk, KEY_number, decl_number(mk->m, decl)->text);
    data_text_if(mk, KEY_title, decl->title);
    if (decl->same != 0)
        data_text(mk, KEY_same, data_decl_id(mk, decl->same));
    data_bool(mk, KEY_printed, printed);
    data_true(mk, KEY_container, decl->container);
    data_place(mk, decl->span);
}

static void put_decl(Maker *mk, DeclId d);

static const DataTeller records = {put_decl, data_prose, data_table};

static void put_contents(Maker *mk, DeclId d)
{
    data_open(mk, KEY_contents, NEST_RECORDS);
    data_contents(mk, d, &records);
    data_close(mk, NEST_RECORDS);
}

static void put_decl(Maker *mk, DeclId d)
{
    if (mk->depth >= REPORT_MAX_DEPTH)
        return;
    data_rest(mk);
    bool hides = thing_hidden(mk, d);
    mk->depth++;
    mk->hidden += hides;
    data_open(mk, KEY_NONE, NEST_RECORD);
    put_head(mk, d, mk->hidden == 0);
    data_attainment(mk, d);
    put_properties(mk, d);
    put_contents(mk, d);
    data_close(mk, NEST_RECORD);
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

void data_tops(Maker *mk, DocId root, const DataTeller *tell)
{
    for (DeclId d = 1; d < mk->m->decls.len; d++)
        if (model_decl(mk->m, d)->parent == 0 && belongs(mk->m, model_decl(mk->m, d)->doc, root))
            tell->thing(mk, d);
}

static void put_files(Maker *mk, DocId root)
{
    data_open(mk, KEY_files, NEST_LIST);
    for (DocId d = 1; d < mk->m->docs.len; d++)
        if (belongs(mk->m, d, root))
            data_text(mk, KEY_NONE, sources_get(mk->m->sources, mk->m->docs.at[d].file)->name);
    data_close(mk, NEST_LIST);
}

static void put_document(Maker *mk, DocId root)
{
    data_open(mk, KEY_NONE, NEST_RECORD);
    data_text(mk, KEY_file, sources_get(mk->m->sources, mk->file)->name);
    put_files(mk, root);
    if (mk->top != 0) {
        data_name(mk, KEY_kind, vocab_identifier(model_decl(mk->m, mk->top)->term));
        data_text(mk, KEY_title, thing_title(mk, mk->top));
    }
    data_open(mk, KEY_declarations, NEST_RECORDS);
    data_tops(mk, root, &records);
    data_close(mk, NEST_RECORDS);
    data_checks(mk);
    data_close(mk, NEST_RECORD);
}

/* The plans that a report answers, which are files of their own: it refers to what is in them. */
static void put_answered(Maker *mk, DocId root)
{
    PropId p = mk->top == 0 ? 0 : decl_prop(mk->m, mk->top, P_ANSWERS, NULL);
    for (uint32_t i = 0; p != 0 && i < model_prop(mk->m, p)->count; i++) {
        DeclId plan = model_fact(mk->m, model_prop(mk->m, p)->first + i)->ref;
        DocId doc = plan == 0 ? 0 : model_decl(mk->m, plan)->doc;
        if (doc == 0 || belongs(mk->m, doc, root))
            continue;
        mk->top = plan;
        mk->file = mk->m->docs.at[doc].file;
        put_document(mk, doc);
    }
}

static void put_whole(Maker *mk, DocId root)
{
    data_open(mk, KEY_NONE, NEST_OBJECT);
    data_name(mk, KEY_format, STR("hplan-json"));
    data_int(mk, KEY_version, FORMAT_VERSION);
    data_name(mk, KEY_generator, STR("hplanc"));
    data_name(mk, KEY_language, mk->report->lang_tag);
    data_open(mk, KEY_documents, NEST_RECORDS);
    put_document(mk, root);
    put_answered(mk, root);
    data_close(mk, NEST_RECORDS);
    data_close(mk, NEST_OBJECT);
}

static void tell(const Report *r, Buf *out, void (*all)(Maker *mk, DocId root))
{
    Model *m = r->model;
    Arena texts;
    arena_open_inner(&texts, m->arena);
    Report own = *r;
    Maker mk = {.m = m, .arena = &texts, .report = &own, .lang = r->lang, .to = {.out = out}};
    mk.top = m->docs.at[r->root].plan;
    mk.file = m->docs.at[r->root].file;
    maker_init(&mk);
    mk.ids = arena_array(m->arena, Str, m->decls.len);
    anchors_init(&mk.id_names, m->arena);
    for (DeclId d = 1; d < m->decls.len; d++)
        data_decl_id(&mk, d);
    all(&mk, r->root);
    arena_close_inner(&texts, m->arena);
}

void report_records(const Report *r, Buf *out)
{
    tell(r, out, put_whole);
}

void report_lines(const Report *r, Buf *out)
{
    tell(r, out, data_lines);
}
