/*
 * build.c — the model of a closed set of documents.  Layer: model.
 *
 * in:  trees of a root and of everything it takes in; the catalogues
 * out: the model with all names resolved; figures are evaluated later (eval.h)
 */
#include "model/build.h"
#include "base/utf8.h"

static void init(Model *m, Arena *arena, Arena *scratch, const SourceSet *sources, DiagSink *sink,
                 Catalogues *catalogues)
{
    m->arena = arena;
    m->scratch = scratch;
    m->sources = sources;
    m->sink = sink;
    m->catalogues = catalogues;
    interner_init(&m->syms, arena);
    u32map_init(&m->many, arena);
    u32map_init(&m->by_scope, arena);
    u32map_init(&m->nearest, arena);
    u32map_init(&m->head_of_text, arena);
    units_init(&m->units, arena, &m->syms);
    /* Number 0 is none everywhere. */
    vec_push(arena, &m->docs);
    vec_push(arena, &m->decls);
    vec_push(arena, &m->kinds);
    vec_push(arena, &m->numbers);
    vec_push(arena, &m->props);
    vec_push(arena, &m->facts);
    vec_push(arena, &m->fact_more)->remark = SPAN_NONE;
    vec_push(arena, &m->tables);
    vec_push(arena, &m->items);
    vec_push(arena, &m->names);
}

static void add_docs(Model *m, const ModelInput *inputs, uint32_t count)
{
    if (count > MOST_DOCS)
        arena_out_of_memory(m->arena); /* a model has no room for more */
    for (uint32_t i = 0; i < count; i++) {
        Doc *d = vec_push(m->arena, &m->docs);
        d->file = inputs[i].file;
        d->tree = inputs[i].tree;
        d->root = inputs[i].part_of < 0;
        d->parent = inputs[i].part_of < 0 ? 0 : (DocId)inputs[i].part_of + 1;
    }
}

/* Room for half of what so many nodes make in a plan of things and tables: what is there is not
 * moved again and again while it grows, and what is never used is never touched. */
static void make_room(Model *m)
{
    uint32_t nodes = 0;
    for (DocId doc = 1; doc < m->docs.len; doc++)
        nodes += m->docs.at[doc].tree->nodes.len;
    vec_room(m->arena, &m->decls, nodes / 16);
    vec_room(m->arena, &m->props, nodes / 8);
    vec_room(m->arena, &m->facts, nodes / 8);
    vec_room(m->arena, &m->items, nodes / 4);
    vec_room(m->arena, &m->tables, nodes / 32);
    vec_room(m->arena, &m->names, nodes / 32);
}

/* Each thing's place among its kind ("the third measure"), and the chains of all of one kind. */
static void number_things(Model *m)
{
    for (DeclId d = 1; d < m->decls.len; d++) {
        Decl *decl = model_decl(m, d);
        uint8_t kind = m->kinds.at[d];
        m->namesakes |= !decl->alone && decl->name != 0 && kind != K_AGAIN;
        if (decl->container || decl->answers || kind > K_RULE)
            continue;
        bool apart = decl->added && m->answered;
        DeclId *ends = apart ? m->last_new_of_kind : m->last_of_kind;
        DeclId last = ends[kind];
        if (last == 0) {
            (apart ? m->first_new_of_kind : m->first_of_kind)[kind] = d;
            decl->ordinal = 1;
        } else {
            model_decl(m, last)->next_of_kind = d;
            decl->ordinal = model_decl(m, last)->ordinal + 1;
        }
        ends[kind] = d;
    }
}

/* When no table gets any more rows. */
static void number_cells(Model *m)
{
    uint32_t count = 0;
    for (TableId id = 1; id < m->tables.len; id++) {
        Table *t = model_table(m, id);
        t->first_cell = count;
        count += t->rows.len * t->cols.len;
    }
    m->cells = count;
}

/* The document that each file is, so that a plan of many files finds each at once. */
static const DocId *docs_by_file(const Model *m)
{
    DocId *doc_of = arena_array(m->scratch, DocId, m->sources->count);
    for (DocId doc = 1; doc < m->docs.len; doc++)
        doc_of[m->docs.at[doc].file] = doc;
    return doc_of;
}

static void build_document(Builder *b, DocId doc)
{
    b->built[doc] = true;
    build_statements(b, doc, b->m->docs.at[doc].tree->root, 0);
}

Model *model_build(Arena *arena, Arena *scratch, const SourceSet *sources, DiagSink *sink,
                   Catalogues *catalogues, const ModelInput *inputs, uint32_t count,
                   const ModelIncludes *includes)
{
    Model *m = arena_new(arena, Model);
    init(m, arena, scratch, sources, sink, catalogues);
    add_docs(m, inputs, count);
    make_room(m);
    Builder b = {.m = m, .includes = includes, .doc_of = docs_by_file(m),
                 .built = arena_array(scratch, bool, m->docs.len)};
    u32map_init(&b.said, scratch);
    /* Roots first, so that parts are built where they are taken in. */
    for (DocId doc = 1; doc < m->docs.len; doc++)
        if (m->docs.at[doc].root && !b.built[doc])
            build_document(&b, doc);
    for (DocId doc = 1; doc < m->docs.len; doc++)
        if (!b.built[doc])
            build_document(&b, doc);
    build_answers(m);
    number_things(m);
    build_references(m);
    number_cells(m);
    return m;
}
