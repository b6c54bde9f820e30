/*
 * verb_explain.c — hplanc explain CODE | WORD | FILE PATH.  Layer: cli.
 */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

/* A code, or else a word of the language. */
static int explain_name(Cli *cli, const char *code)
{
    hplan_session *s = work_open(cli, false);
    if (s == NULL)
        return EXIT_NOT_DONE;
    hplan_status status = hplan_code_explain(s, code, stream_write, &cli->out);
    if (status == HPLAN_UNKNOWN)
        status = hplan_word_explain(s, code, stream_write, &cli->out);
    hplan_session_close(s);
    if (status == HPLAN_OK)
        return EXIT_FINE;
    if (status == HPLAN_UNKNOWN)
        say(cli, strstr(code, ".hplan") != NULL ? T_WHICH_FIGURE : T_NOT_EXPLAINED, code, NULL);
    else if (status != HPLAN_NOT_WRITTEN)
        say_status(cli, status, code);
    return EXIT_NOT_DONE;
}

/* The story of a figure that is there is the answer; that it is not there is a complaint. */
static hplan_status explain_figure(Cli *cli, hplan_session *s, const char *path)
{
    Collected text = {0};
    hplan_status status = hplan_figure_explain(s, path, collect, &text);
    if (status == HPLAN_NOT_WRITTEN) /* nothing else keeps it from being collected */
        status = HPLAN_NOMEM;
    Stream *to = status == HPLAN_OK ? &cli->out : &cli->err;
    if (text.len > 0 && !stream_write(to, text.bytes, text.len))
        status = HPLAN_NOT_WRITTEN;
    free(text.bytes);
    if (status == HPLAN_REFUSED)
        return work_show(cli, s) == HPLAN_OK ? HPLAN_REFUSED : HPLAN_NOT_WRITTEN;
    return status;
}

static int explain_in_file(Cli *cli, const char *file, const char *path)
{
    hplan_session *s = work_checked(cli, file, cli->args.given[OPT_EXACT]);
    if (s == NULL)
        return EXIT_NOT_DONE;
    hplan_status status = explain_figure(cli, s, path);
    if (status != HPLAN_OK && status != HPLAN_UNKNOWN && status != HPLAN_REFUSED &&
        status != HPLAN_NOT_WRITTEN)
        say_status(cli, status, file);
    hplan_session_close(s);
    return status == HPLAN_OK ? EXIT_FINE : status == HPLAN_REFUSED ? EXIT_FINDINGS : EXIT_NOT_DONE;
}

int verb_explain(Cli *cli)
{
    const Args *args = &cli->args;
    if (args->operand_count == 1)
        return explain_name(cli, args->operands[0]);
    if (args->operand_count == 2)
        return explain_in_file(cli, args->operands[0], args->operands[1]);
    say(cli, T_WHAT_TO_EXPLAIN, NULL, NULL);
    return EXIT_NOT_DONE;
}
