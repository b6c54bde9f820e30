/*
 * verb_check.c — hplanc check.  Layer: cli.
 *
 * Findings for people go to standard error, so that what a hook shows is told from what a check
 * says when all is well; findings for machines, dumps and the summary go to standard output.
 */
#include "cli/cli.h"

#include <string.h>

static hplan_status worse(hplan_status a, hplan_status b)
{
    return a == HPLAN_NOMEM || b == HPLAN_OK ? a : b;
}

static hplan_status add_all(Cli *cli, hplan_session *s)
{
    const Args *args = &cli->args;
    hplan_status status = HPLAN_OK;
    if (args->operand_count == 0)
        return work_add(cli, s, ".", true);
    for (int i = 0; i < args->operand_count && status != HPLAN_NOMEM; i++)
        status = worse(work_add(cli, s, args->operands[i], true), status);
    return status;
}

/* A line for each root in which nothing is wrong. */
static hplan_status put_summaries(Cli *cli, hplan_session *s)
{
    hplan_status status = HPLAN_OK;
    for (size_t root = 0; root < hplan_root_count(s) && status == HPLAN_OK; root++)
        if (hplan_root_findings(s, root, HPLAN_ERROR) == 0 &&
            hplan_root_findings(s, root, HPLAN_WARNING) == 0)
            status = hplan_root_summary(s, root, stream_write, &cli->out);
    return status;
}

static hplan_status show(Cli *cli, hplan_session *s)
{
    const Args *args = &cli->args;
    hplan_form form = (hplan_form)args->choice[OPT_FORMAT];
    hplan_status status = HPLAN_OK;
    if (args->given[OPT_DUMP])
        status = hplan_stage_dump(s, (hplan_stage)args->choice[OPT_DUMP], stream_write, &cli->out);
    if (status == HPLAN_OK && form == HPLAN_FORM_TEXT)
        status = findings_show(cli, s);
    else if (status == HPLAN_OK)
        status = hplan_findings_write(s, form, NULL, stream_write, &cli->out);
    bool summary = form == HPLAN_FORM_TEXT && !args->given[OPT_QUIET] && !args->given[OPT_DUMP];
    if (status == HPLAN_OK && summary)
        status = put_summaries(cli, s);
    hplan_look look = {.max = args->number[OPT_MAX]};
    if (status == HPLAN_OK && args->given[OPT_COVERAGE])
        status = hplan_coverage_write(s, form, &look, stream_write, &cli->out);
    return status;
}

int verb_check(Cli *cli)
{
    hplan_session *s = work_open(cli, cli->args.given[OPT_EXACT]);
    if (s == NULL)
        return EXIT_NOT_DONE;
    hplan_status added = add_all(cli, s);
    added = worse(work_tell_unread(cli, s), added);
    hplan_status status = added == HPLAN_NOMEM ? HPLAN_NOMEM : hplan_session_check(s);
    if (status == HPLAN_OK)
        status = show(cli, s);
    int code = findings_exit_code(cli, s);
    if (status == HPLAN_OK && cli->args.given[OPT_DEPS] && !deps_write(cli, s))
        code = EXIT_NOT_DONE;
    if (status == HPLAN_NOMEM && added != HPLAN_NOMEM)
        say_status(cli, status, NULL);
    if (status != HPLAN_OK || added != HPLAN_OK)
        code = EXIT_NOT_DONE;
    hplan_session_close(s);
    return code;
}
