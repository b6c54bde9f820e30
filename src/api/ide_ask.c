/*
 * ide_ask.c — the questions of an editor: the right model for each, and the door around it.
 * Layer: api.
 *
 * In: a checked session, a file, a place. Out: what src/ide/ makes of them. A file may belong to
 * several roots: it is asked of the one whose model is at hand, else of the first.
 */
#include "api/ide_ask.h"
#include "check/prose.h"

/* ---- the model ------------------------------------------------------------------------------ */

bool ide_root_has(const Root *root, size_t file)
{
    for (uint32_t i = 0; i < root->files.len; i++)
        if (root->files.at[i] == file)
            return true;
    return false;
}

bool ide_in_roots(const hplan_session *s, size_t file)
{
    for (uint32_t i = 0; i < s->roots.len; i++)
        if (ide_root_has(&s->roots.at[i], file))
            return true;
    return false;
}

/* A part that the file it names does not take in belongs to no root: it is looked at alone. */
static const Root *stray_for(hplan_session *s, FileId file)
{
    for (uint32_t i = 0; i < s->strays.len; i++)
        if (s->strays.at[i]->file == file)
            return s->strays.at[i];
    if (file >= s->files.len || s->files.at[file] == NULL || s->files.at[file]->tree == NULL)
        return NULL;
    Root *stray = arena_new(&s->arena, Root);
    stray->file = file;
    *vec_push(&s->arena, &stray->files) = file;
    *vec_push(&s->arena, &s->strays) = stray;
    return stray;
}

/* The root whose model tells of the file; NULL: none does. */
static const Root *root_for(hplan_session *s, size_t file)
{
    const Root *first = NULL;
    for (size_t i = s->roots.len; i-- > 0;) {
        const Root *root = &s->roots.at[i];
        if (!ide_root_has(root, file))
            continue;
        if (s->model != NULL && s->model_of == root->file)
            return root;
        first = root;
    }
    return first != NULL || file >= s->sources.count ? first : stray_for(s, (FileId)file);
}

Ide ide_of(hplan_session *s, const Root *root)
{
    return (Ide){&s->arena, &s->sources, roots_model_as_is(s, root), s->lang};
}

hplan_status ide_ask(hplan_session *s, size_t file, Ide *out)
{
    if (!s->checked)
        return HPLAN_MISUSE;
    const Root *root = root_for(s, file);
    if (root == NULL)
        return HPLAN_UNKNOWN;
    *out = ide_of(s, root);
    return HPLAN_OK;
}

/* Reading is enough for it, so nothing is checked. */
hplan_status hplan_roots_with(hplan_session *s, const char *path, hplan_entry *root, void *to)
{
    size_t file;
    ENTER(s);
    if (s->checked)
        return HPLAN_MISUSE;
    roots_find(s);
    bool known = hplan_file_find(s, path, &file);
    for (uint32_t i = 0; known && i < s->roots.len; i++) {
        FileId first = s->roots.at[i].file;
        const char *name = hplan_file_path(s, first);
        if (name != NULL && roots_reads(s, first, (FileId)file))
            root(to, name);
    }
    return HPLAN_OK;
}

/* ---- a file as a whole ---------------------------------------------------------------------- */

hplan_status hplan_ide_symbols_of(hplan_session *s, size_t file, hplan_ide_symbols *out)
{
    Ide ide;
    ENTER(s);
    hplan_status status = ide_ask(s, file, &ide);
    if (status == HPLAN_OK)
        ide_symbols_of(&ide, (FileId)file, out);
    return status;
}

/* Each file once, by the first root that has it. */
hplan_status hplan_ide_symbols_named(hplan_session *s, const char *query, hplan_ide_symbols *out)
{
    SymbolVec all = {0};
    ENTER(s);
    if (!s->checked)
        return HPLAN_MISUSE;
    bool *told = arena_array(&s->arena, bool, s->sources.count);
    for (size_t root = 0; root < s->roots.len; root++) {
        if (s->roots.at[root].files.len == 0)
            continue; /* it was checked in another session */
        Ide ide = ide_of(s, &s->roots.at[root]);
        for (uint32_t i = 0; i < s->roots.at[root].files.len; i++) {
            FileId file = s->roots.at[root].files.at[i];
            if (!told[file] && load_file(s, file)->on_disk)
                ide_symbols_named(&ide, file, str_from(query), &all);
            told[file] = true;
        }
    }
    *out = (hplan_ide_symbols){all.at, all.len};
    return HPLAN_OK;
}

hplan_status hplan_ide_folds_of(hplan_session *s, size_t file, hplan_ide_folds *out)
{
    ENTER(s);
    if (!s->checked)
        return HPLAN_MISUSE;
    if (file >= s->files.len || s->files.at[file] == NULL || s->files.at[file]->tree == NULL)
        return HPLAN_UNKNOWN;
    ide_folds_of(&s->arena, s->files.at[file]->tree, out);
    return HPLAN_OK;
}

hplan_status hplan_ide_tokens_of(hplan_session *s, size_t file, hplan_ide_tokens *out)
{
    Ide ide;
    ENTER(s);
    hplan_status status = ide_ask(s, file, &ide);
    if (status == HPLAN_OK)
        ide_tokens_of(&ide, load_file(s, (FileId)file)->tree, out);
    return status;
}

/* ---- names ---------------------------------------------------------------------------------- */

/* `bruk "fil.hplan"` and `del av "fil.hplan"` lead to a file. */
static FileId file_named(const hplan_session *s, size_t id, size_t offset)
{
    const File *file = load_file(s, (FileId)id);
    Span part = file->part_span;
    if (!span_is_none(part) && offset >= part.off && offset <= part.off + part.len)
        return file->part_of;
    for (uint32_t i = 0; i < file->uses.len; i++) {
        Span use = tree_span(file->tree, file->uses.at[i].node);
        if (tree_node(file->tree, file->uses.at[i].node)->kind == N_DECL && offset >= use.off &&
            offset <= use.off + use.len)
            return file->uses.at[i].target;
    }
    return FILE_NONE;
}

hplan_status hplan_ide_definition(hplan_session *s, size_t file, size_t offset, hplan_range *out)
{
    Ide ide;
    ENTER(s);
    hplan_status status = ide_ask(s, file, &ide);
    if (status != HPLAN_OK)
        return status;
    FileId target = file_named(s, file, offset);
    if (target != FILE_NONE) {
        *out = (hplan_range){target, 0, 0};
        return HPLAN_OK;
    }
    return ide_definition(&ide, (FileId)file, offset, out) ? HPLAN_OK : HPLAN_UNKNOWN;
}

/* In all roots that have the file in which the thing is declared. */
hplan_status hplan_ide_references(hplan_session *s, size_t file, size_t offset, bool declaration,
                                  hplan_ranges *out)
{
    Ide ide;
    RangeVec all = {0};
    ENTER(s);
    hplan_status status = ide_ask(s, file, &ide);
    if (status != HPLAN_OK)
        return status;
    Thing thing = ide_thing_at(&ide, (FileId)file, offset);
    if (thing_is_none(thing))
        return HPLAN_UNKNOWN;
    Span declared = ide_declared(&ide, thing);
    if (!ide_in_roots(s, declared.file)) /* of a stray part */
        ide_references(&ide, thing, declaration, &all);
    for (size_t root = 0; root < s->roots.len; root++) {
        if (!ide_root_has(&s->roots.at[root], declared.file))
            continue;
        Ide other = ide_of(s, &s->roots.at[root]);
        thing = ide_thing_declared(&other, declared);
        if (!thing_is_none(thing))
            ide_references(&other, thing, declaration, &all);
    }
    ide_sort_ranges(&all);
    *out = (hplan_ranges){all.at, all.len};
    return HPLAN_OK;
}

hplan_status hplan_ide_complete(hplan_session *s, size_t file, size_t offset,
                                hplan_ide_completions *out)
{
    Ide ide;
    ENTER(s);
    hplan_status status = ide_ask(s, file, &ide);
    if (status != HPLAN_OK)
        return status;
    ide_complete(&ide, (FileId)file, offset < UINT32_MAX ? offset : UINT32_MAX, out);
    return out->count > 0 ? HPLAN_OK : HPLAN_UNKNOWN;
}

/* ---- in a range ----------------------------------------------------------------------------- */

hplan_status hplan_ide_hints_in(hplan_session *s, hplan_range range, hplan_ide_hints *out)
{
    Ide ide;
    ENTER(s);
    hplan_status status = ide_ask(s, range.file, &ide);
    if (status == HPLAN_OK)
        ide_hints_in(&ide, range, out);
    return status;
}

hplan_status hplan_ide_lenses_of(hplan_session *s, size_t file, hplan_ide_lenses *out)
{
    Ide ide;
    ENTER(s);
    hplan_status status = ide_ask(s, file, &ide);
    if (status == HPLAN_OK)
        ide_lenses_of(&ide, (FileId)file, out);
    return status;
}

/* What can be said of loose figures is looked for once, and asked for at every place. */
static const DiagSink *suggestions(hplan_session *s, Model *m)
{
    if (s->suggested != NULL)
        return s->suggested;
    DiagSink *usual = m->sink;
    s->suggested = arena_new(&s->arena, DiagSink);
    sink_init(s->suggested, &s->arena, &s->sources);
    m->sink = s->suggested;
    prose_suggest(m);
    m->sink = usual;
    return s->suggested;
}

hplan_status hplan_ide_actions_in(hplan_session *s, hplan_range range, hplan_ide_actions *out)
{
    Ide ide;
    ENTER(s);
    hplan_status status = ide_ask(s, range.file, &ide);
    if (status == HPLAN_OK)
        ide_actions_in(&ide, range, suggestions(s, ide.m), out);
    return status;
}
