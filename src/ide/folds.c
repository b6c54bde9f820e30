/*
 * folds.c — what an editor can close up: bodies, tables, text blocks, runs of comments.
 * Layer: ide.
 */
#include "ide/ide.h"

#include <stdlib.h>

typedef VEC(hplan_ide_fold) FoldVec;

typedef struct Folder {
    Arena *arena;
    const Tree *tree;
    FoldVec out;
} Folder;

static void add(Folder *f, uint32_t start, uint32_t end, bool comment)
{
    if (memchr(f->tree->source->text + start, '\n', end - start) != NULL)
        *vec_push(f->arena, &f->out) =
            (hplan_ide_fold){{f->tree->file, start, end}, comment};
}

/* As deep as bodies are nested, which the parser bounds. */
static void walk(Folder *f, NodeRef parent)
{
    for (NodeRef n = tree_child(f->tree, parent); n != 0; n = tree_next(f->tree, n)) {
        const Node *node = tree_node(f->tree, n);
        bool folds = node->kind == N_BODY || node->kind == N_TABLE || node->kind == N_TEXT;
        bool holds = node->kind == N_BODY || node->kind == N_DECL || node->kind == N_PROP ||
                     node->kind == N_ERROR;
        if (folds)
            add(f, node->off, node->off + node->len, false);
        if (holds)
            walk(f, n);
    }
}

/* --- comments -------------------------------------------------------------------------------- */

static bool only_blanks(const char *text, uint32_t from, uint32_t to)
{
    for (; from < to; from++)
        if (text[from] != ' ' && text[from] != '\t' && text[from] != '\r')
            return false;
    return true;
}

static bool first_on_line(const char *text, uint32_t off)
{
    return only_blanks(text, text_line_begin(text, off), off);
}

/* Does the comment stand alone on the line right below one that ends at `end`? */
static bool follows(const char *text, uint32_t end, uint32_t off)
{
    const char *nl = end < off ? memchr(text + end, '\n', off - end) : NULL;
    return nl != NULL && only_blanks(text, end, (uint32_t)(nl - text)) &&
           only_blanks(text, (uint32_t)(nl - text) + 1, off);
}

static void comments(Folder *f)
{
    const char *text = f->tree->source->text;
    for (uint32_t i = 0; i < f->tree->comments.len;) {
        uint32_t start = f->tree->comments.at[i].off;
        uint32_t end = start + f->tree->comments.at[i].len;
        bool alone = first_on_line(text, start);
        for (i++; alone && i < f->tree->comments.len; i++) {
            if (!follows(text, end, f->tree->comments.at[i].off))
                break;
            end = f->tree->comments.at[i].off + f->tree->comments.at[i].len;
        }
        if (alone)
            add(f, start, end, true);
    }
}

static int by_place(const void *left, const void *right)
{
    const hplan_range *a = &((const hplan_ide_fold *)left)->range;
    const hplan_range *b = &((const hplan_ide_fold *)right)->range;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->end < b->end) - (a->end > b->end);
}

void ide_folds_of(Arena *arena, const Tree *tree, hplan_ide_folds *out)
{
    Folder f = {.arena = arena, .tree = tree};
    walk(&f, tree->root);
    comments(&f);
    if (f.out.len > 0)
        qsort(f.out.at, f.out.len, sizeof *f.out.at, by_place);
    *out = (hplan_ide_folds){f.out.at, f.out.len};
}
