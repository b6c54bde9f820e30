/*
 * verb_explain.c — hplanc explain CODE | WORD | FILE PATH.  Layer: cli.
 */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

static void say_unknown(Cli *cli, hplan_session *s, const char *name)
{
    const char *meant = NULL;
    if (strstr(name, ".hplan") != NULL) {
        say(cli, T_WHICH_FIGURE, name, NULL);
        return;
    }
    if (strchr(name, '.') != NULL) {
        say(cli, T_WHICH_FILE, name, NULL);
        return;
    }
    (void)hplan_word_meant(s, name, &meant);
    say_with_hint(cli, T_NOT_EXPLAINED, name, NULL, T_DID_YOU_MEAN, meant);
}

/* A code, or else a word of the language. */
static hplan_status put_story(Cli *cli, hplan_session *s, const char *name)
{
    hplan_status status = hplan_code_explain(s, name, stream_write, &cli->out);
    return status == HPLAN_UNKNOWN ? hplan_word_explain(s, name, stream_write, &cli->out) : status;
}

/* Of several operands: a word like «vedtatt av», which nobody thinks of quoting. HPLAN_UNKNOWN:
 * they are something else, and nothing is told. */
static hplan_status explain_name(Cli *cli, bool alone)
{
    const Args *args = &cli->args;
    char *name = work_joined(args->operands, args->operand_count);
    hplan_session *s = name == NULL ? NULL : work_open(cli, false);
    if (name == NULL)
        say(cli, T_NO_MEMORY, NULL, NULL);
    hplan_status status = s == NULL ? HPLAN_NOMEM : put_story(cli, s, name);
    if (status == HPLAN_UNKNOWN && alone)
        say_unknown(cli, s, name);
    else if (s != NULL && status == HPLAN_NOMEM)
        say_status(cli, status, name);
    hplan_session_close(s);
    free(name);
    return status;
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
        return findings_show(cli, s) == HPLAN_OK ? HPLAN_REFUSED : HPLAN_NOT_WRITTEN;
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
    if (args->operand_count == 0) {
        say(cli, T_WHAT_TO_EXPLAIN, NULL, NULL);
        return EXIT_NOT_DONE;
    }
    bool in_file = args->operand_count == 2;
    hplan_status status = explain_name(cli, !in_file);
    if (status == HPLAN_UNKNOWN && in_file)
        return explain_in_file(cli, args->operands[0], args->operands[1]);
    return status == HPLAN_OK ? EXIT_FINE : EXIT_NOT_DONE;
}
