/*
 * verb_report.c — hplanc report PLAN [-o FILE]: the report that answers it, to be filled in.
 * Layer: cli.
 *
 * A file is written whole or not at all, and takes the place of none.
 */
#include "cli/cli.h"

#include <string.h>

static int complain(Cli *cli, hplan_session *s, hplan_status status, const char *path)
{
    if (status == HPLAN_REFUSED)
        return findings_refused(cli, s, T_NO_REPORT_YET_ONE, T_NO_REPORT_YET_MANY);
    if (status == HPLAN_NO_TIME)
        say(cli, T_NO_PART_OF_YEAR, cli->args.value[OPT_AS_OF], NULL);
    else if (status == HPLAN_UNKNOWN)
        say(cli, T_NO_PLAN_TO_ANSWER, cli->args.operands[0], NULL);
    else if (status == HPLAN_MISSING)
        say(cli, T_NO_FOLDER_FOR, path, NULL);
    else if (status == HPLAN_UNREADABLE && path != NULL)
        say(cli, T_OUT_OF_REACH, cli->args.operands[0], path);
    else if (status == HPLAN_UNREADABLE)
        say(cli, T_OUT_OF_REACH_HERE, cli->args.operands[0], NULL);
    else /* nothing but memory keeps it from being collected */
        say_status(cli, status == HPLAN_NOT_WRITTEN ? HPLAN_NOMEM : status, path);
    return EXIT_NOT_DONE;
}

static int deliver(Cli *cli, OutFile *file)
{
    if (file->path == NULL)
        return stream_write(&cli->out, file->content.bytes, file->content.len) ? EXIT_FINE
                                                                               : EXIT_NOT_DONE;
    file->fresh = true;
    if (!files_write(cli, file, 1))
        return EXIT_NOT_DONE;
    files_tell(cli, file, 1);
    return EXIT_FINE;
}

static int report(Cli *cli, hplan_session *s, int year)
{
    const char *path = work_output(cli);
    OutFile file = {.path = path == NULL ? NULL : strdup(path)};
    hplan_status status = HPLAN_NOMEM;
    cli->lang = hplan_session_lang(s);
    if (path == NULL || file.path != NULL)
        status = hplan_skeleton_write(s, 0, path, year, cli->args.value[OPT_AS_OF], collect,
                                      &file.content);
    int code = status == HPLAN_OK ? deliver(cli, &file) : complain(cli, s, status, path);
    files_free(&file, 1);
    return code;
}

int verb_report(Cli *cli)
{
    const Args *args = &cli->args;
    int year = 0;
    if (args->operand_count != 1) {
        say(cli, T_WHICH_PLAN, NULL, NULL);
        return EXIT_NOT_DONE;
    }
    if (args->given[OPT_YEAR] && !work_year(cli, args->value[OPT_YEAR], &year))
        return EXIT_NOT_DONE;
    hplan_session *s = work_checked(cli, args->operands[0], false);
    int code = s == NULL ? EXIT_NOT_DONE : report(cli, s, year);
    hplan_session_close(s);
    return code;
}
