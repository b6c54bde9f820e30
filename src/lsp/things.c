/*
 * things.c — what a place names, in every plan that names it.  Layer: lsp.
 */
#include "lsp/things.h"

static void visit_others(Server *s, const Group *own, const char *path, size_t offset,
                         ThingVisitor *visit, void *context)
{
    bool more = true;
    GroupList groups = workspace_groups_reading(&s->w, path);
    for (size_t i = 0; i < groups.count && more; i++) {
        size_t file;
        Group *g = groups.at[i];
        if (g != own && hplan_file_find(g->s, path, &file))
            more = visit(context, g, file, offset);
    }
    group_list_free(&groups);
}

void things_visit(Server *s, const Asked *at, ThingVisitor *visit, void *context)
{
    hplan_range head;
    Group *own = at->group;
    if (own == NULL || !visit(context, own, at->file, at->offset))
        return;
    if (hplan_ide_definition(own->s, at->file, at->offset, &head) != HPLAN_OK)
        return;
    const char *path = hplan_file_path(own->s, head.file);
    if (path != NULL)
        visit_others(s, own, path, head.start, visit, context);
}
