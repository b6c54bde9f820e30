/*
 * ide_ask.c — the questions of an editor: the right model for each, and the door around it.
 * Layer: api.
 *
 * In: a checked session, a file, a place. Out: what src/ide/ makes of them. A file may belong to
 * several roots: it is asked of the one whose model is at hand, else of the first.
 */
#include "api/session.h"
#include "ide/ide.h"

/* ---- the model ------------------------------------------------------------------------------ */

static bool root_has(const Root *root, size_t file)
{
    for (uint32_t i = 0; i < root->files.len; i++)
        if (root->files.at[i] == file)
            return true;
    return false;
}

/* The root whose model tells of the file; s->roots.len: none does. */
static size_t root_for(const hplan_session *s, size_t file)
{
    if (s->model != NULL && root_has(&s->roots.at[s->model_root], file))
        return s->model_root;
    size_t i = 0;
    while (i < s->roots.len && !root_has(&s->roots.at[i], file))
        i++;
    return i;
}

static Ide ide_of(hplan_session *s, size_t root)
{
    return (Ide){&s->arena, &s->sources, roots_model_as_is(s, root), s->lang};
}

/* What a question about a file begins with. */
static hplan_status ask(hplan_session *s, size_t file, Ide *out)
{
    if (!s->checked)
        return HPLAN_MISUSE;
    size_t root = root_for(s, file);
    if (root == s->roots.len)
        return HPLAN_UNKNOWN;
    *out = ide_of(s, root);
    return HPLAN_OK;
}

/* ---- a file as a whole ---------------------------------------------------------------------- */

hplan_status hplan_ide_symbols_of(hplan_session *s, size_t file, hplan_ide_symbols *out)
{
    Ide ide;
    ENTER(s);
    hplan_status status = ask(s, file, &ide);
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
        Ide ide = ide_of(s, root);
        for (uint32_t i = 0; i < s->roots.at[root].files.len; i++) {
            FileId file = s->roots.at[root].files.at[i];
            if (!told[file] && s->files.at[file]->on_disk)
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
