/*
 * deps.c — which files a result depends on, as make and ninja read it.  Layer: cli.
 *
 * In: a session that has checked, and the names of what was made of it. Out: one rule:
 *
 *     ut/plan.md ut/plan.json: plan.hplan \
 *       organisasjon.hplan
 *
 * Where nothing was made (hplanc check), the target is the name of the rule's own file without .d,
 * which a recipe can touch: hplanc check plan.hplan --deps plan.ok.d && touch plan.ok
 */
#include "cli/cli.h"
#include "hplan/ide.h"

#include <string.h>

/* Both tools take a blank behind a backslash and two dollars for one; make wants # hidden, too. */
static bool put_bytes(Collected *to, const char *name, size_t len)
{
    bool well = true;
    for (const char *p = name; p < name + len && well; p++) {
        const char *hide = *p == ' ' || *p == '#' ? "\\" : *p == '$' ? "$" : "";
        well = collect(to, hide, strlen(hide)) && collect(to, p, 1);
    }
    return well;
}

static bool put_name(Collected *to, const char *name)
{
    return put_bytes(to, name, strlen(name));
}

static bool put_own_target(Collected *to, const char *path)
{
    size_t len = strlen(path);
    if (len > 2 && strcmp(path + len - 2, ".d") == 0)
        len -= 2;
    return put_bytes(to, path, len);
}

bool deps_put(OutFile *out, const hplan_session *s, const OutFile *made, size_t count)
{
    Collected *to = &out->content;
    bool well = count > 0 || put_own_target(to, out->path);
    for (size_t i = 0; i < count && well; i++)
        well = (i == 0 || collect(to, " ", 1)) && put_name(to, made[i].path);
    well = well && collect(to, ":", 1);
    for (size_t i = 0; i < hplan_file_count(s) && well; i++)
        if (hplan_file_path(s, i) != NULL)
            well = collect(to, " \\\n  ", 5) && put_name(to, hplan_file_name(s, i));
    return well && collect(to, "\n", 1);
}

bool deps_write(Cli *cli, const hplan_session *s)
{
    OutFile out = {.path = strdup(cli->args.value[OPT_DEPS])};
    bool well = out.path != NULL && deps_put(&out, s, NULL, 0);
    if (well)
        well = files_write(cli, &out, 1);
    else
        say(cli, T_NO_MEMORY, NULL, NULL);
    files_free(&out, 1);
    return well;
}
