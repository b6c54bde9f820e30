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
    u32map_init(&m->by_scope, arena);
    u32map_init(&m->by_kind, arena);
    u32map_init(&m->nearest, arena);
    u32map_init(&m->head_of_text, arena);
    units_init(&m->units, arena, &m->syms);
    units_load(&m->units, catalogues);
    /* Number 0 is none everywhere. */
    vec_push(arena, &m->docs);
    vec_push(arena, &m->decls);
    vec_push(arena, &m->props);
    vec_push(arena, &m->facts);
    vec_push(arena, &m->tables);
    vec_push(arena, &m->items);
    vec_push(arena, &m->names);
}

static void add_docs(Model *m, const ModelInput *inputs, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        Doc *d = vec_push(m->arena, &m->docs);
        d->file = inputs[i].file;
        d->tree = inputs[i].tree;
        d->root = inputs[i].part_of < 0;
        d->parent = inputs[i].part_of < 0 ? 0 : (DocId)inputs[i].part_of + 1;
    }
}

/* Each thing's place among its kind ("the third measure"), and the chains of all of one kind. */
static void number_things(Model *m)
{
    for (DeclId d = 1; d < m->decls.len; d++) {
        Decl *decl = model_decl(m, d);
        if (decl->container || decl->answers || decl->added || decl->kind > K_RULE) {
            continue;
        }
        DeclId last = m->last_of_kind[decl->kind];
        if (last == 0) {
            m->first_of_kind[decl->kind] = d;
            decl->ordinal = 1;
        } else {
            model_decl(m, last)->next_of_kind = d;
            decl->ordinal = model_decl(m, last)->ordinal + 1;
        }
        m->last_of_kind[decl->kind] = d;
    }
}

Model *model_build(Arena *arena, Arena *scratch, const SourceSet *sources, DiagSink *sink,
                   Catalogues *catalogues, const ModelInput *inputs, uint32_t count,
                   const ModelIncludes *includes)
{
    Model *m = arena_new(arena, Model);
    init(m, arena, scratch, sources, sink, catalogues);
    add_docs(m, inputs, count);
    Builder b = {m, inputs, count, includes, arena_array(scratch, bool, count + 1)};
    /* Roots first, so that parts are spliced where they are taken in; what nobody spliced (a file
     * taken in at the top of another) follows in order. */
    for (uint32_t i = 0; i < count; i++) {
        if (inputs[i].part_of < 0) {
            b.spliced[i] = true;
            build_statements(&b, i + 1, inputs[i].tree->root, 0);
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!b.spliced[i]) {
            b.spliced[i] = true;
            build_statements(&b, i + 1, inputs[i].tree->root, 0);
        }
    }
    build_answers(m);
    number_things(m);
    build_references(m);
    return m;
}
