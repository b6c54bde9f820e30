/*
 * paths.c — operands of which a folder stands for all plans in it.  Layer: cli.
 *
 * In: the operands. Out: files, in the order of their names below each folder. One that cannot be
 * read stops none of the others.
 */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool make_room(Paths *p)
{
    if (p->count < p->cap)
        return true;
    size_t cap = p->cap == 0 ? 16 : 2 * p->cap;
    char **larger = realloc(p->at, cap * sizeof *larger);
    if (larger == NULL)
        return false;
    p->at = larger;
    p->cap = cap;
    return true;
}

static void add_path(void *paths, const char *path)
{
    Paths *p = paths;
    char *own = make_room(p) ? strdup(path) : NULL;
    if (own == NULL)
        p->exhausted = true;
    else
        p->at[p->count++] = own;
    // gcc-suppress -Wanalyzer-malloc-leak ; it is in the list, which paths_free frees
}

void paths_free(Paths *p)
{
    for (size_t i = 0; i < p->count; i++)
        free(p->at[i]);
    free(p->at);
}

static hplan_status add_operand(hplan_session *s, const char *operand, Paths *paths)
{
    struct stat st;
    if (strcmp(operand, "-") != 0 && stat(operand, &st) == 0 && S_ISDIR(st.st_mode))
        return hplan_folder_list(s, operand, add_path, paths);
    add_path(paths, operand);
    return HPLAN_OK;
}

bool paths_find(Cli *cli, hplan_session *s, Paths *paths)
{
    bool found = true;
    for (int i = 0; i < cli->args.operand_count && !paths->exhausted; i++) {
        hplan_status status = add_operand(s, cli->args.operands[i], paths);
        if (status != HPLAN_OK && status != HPLAN_NOMEM)
            say_status(cli, status, cli->args.operands[i]);
        paths->exhausted = paths->exhausted || status == HPLAN_NOMEM;
        found = found && status == HPLAN_OK;
    }
    if (paths->exhausted)
        say(cli, T_NO_MEMORY, NULL, NULL);
    cli->args.operands = paths->at;
    cli->args.operand_count = (int)paths->count;
    return work_tell_unread(cli, s) == HPLAN_OK && found && !paths->exhausted;
}
