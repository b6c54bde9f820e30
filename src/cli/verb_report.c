/*
 * verb_report.c — hplanc report PLAN [-o FILE]: the report that answers it, to be filled in.
 * Layer: cli.
 *
 * A file is written whole or not at all, and takes the place of none.
 */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

/* ---- the plan ------------------------------------------------------------------------------- */

/* Its errors are the answer. */
static int refused(Cli *cli, hplan_session *s)
{
    if (work_show(cli, s) != HPLAN_OK)
        return EXIT_NOT_DONE;
    say(cli, T_NO_REPORT_YET, NULL, NULL);
    return EXIT_FINDINGS;
}

static int complain(Cli *cli, hplan_session *s, hplan_status status, const char *path)
{
    if (status == HPLAN_REFUSED)
        return refused(cli, s);
    if (status == HPLAN_UNKNOWN)
        say(cli, T_NO_PLAN_TO_ANSWER, cli->args.operands[0], NULL);
    else if (status == HPLAN_MISSING)
        say(cli, T_NO_FOLDER_FOR, path, NULL);
    else if (status == HPLAN_UNREADABLE)
        say_status(cli, status, cli->args.operands[0]);
    else /* nothing but memory keeps it from being collected */
        say_status(cli, status == HPLAN_NOT_WRITTEN ? HPLAN_NOMEM : status, path);
    return EXIT_NOT_DONE;
}

/* ---- the report ----------------------------------------------------------------------------- */

static int deliver(Cli *cli, OutFile *file)
{
    if (file->path == NULL)
        return stream_write(&cli->out, file->content.bytes, file->content.len) ? EXIT_FINE
                                                                               : EXIT_NOT_DONE;
    file->fresh = true;
    if (!files_write(cli, file, 1))
        return EXIT_NOT_DONE;
    put_text(&cli->out, text_in(T_WRITTEN, cli->lang), file->path, NULL);
    stream_text(&cli->out, "\n");
    return EXIT_FINE;
}

static int make(Cli *cli, hplan_session *s, OutFile *file)
{
    int year = 0;
    if (cli->args.given[OPT_YEAR] && !work_year(cli, cli->args.value[OPT_YEAR], &year))
        return EXIT_NOT_DONE;
    hplan_status status = hplan_skeleton_write(s, 0, file->path, year, collect, &file->content);
    return status == HPLAN_OK ? deliver(cli, file) : complain(cli, s, status, file->path);
}

static int report(Cli *cli, OutFile *file)
{
    hplan_session *s = work_open(cli, false);
    int code = EXIT_NOT_DONE;
    if (s == NULL)
        return code;
    hplan_status status = work_add(cli, s, cli->args.operands[0], false);
    if (status == HPLAN_OK) {
        status = hplan_session_check(s);
        if (status == HPLAN_OK)
            code = make(cli, s, file);
        else
            say_status(cli, status, cli->args.operands[0]);
    }
    hplan_session_close(s);
    return code;
}

int verb_report(Cli *cli)
{
    const char *path = cli->args.value[OPT_OUTPUT];
    OutFile file = {0};
    if (cli->args.operand_count != 1) {
        say(cli, T_WHICH_PLAN, NULL, NULL);
        return EXIT_NOT_DONE;
    }
    if (path != NULL && strcmp(path, "-") != 0) {
        file.path = strdup(path);
        if (file.path == NULL) {
            say(cli, T_NO_MEMORY, NULL, NULL);
            return EXIT_NOT_DONE;
        }
    }
    int code = report(cli, &file);
    files_free(&file, 1);
    return code;
}
