/*
 * main.c — hplanc: read the arguments, do the verb, see that all of it was printed.  Layer: cli.
 *
 * Exit code: 0 no errors, 1 errors in a plan, 2 the work could not be done.
 */
#include "cli/cli.h"

#include <errno.h>
#include <string.h>

static int verb_help(Cli *cli)
{
    const Args *args = &cli->args;
    if (args->operand_count == 0) {
        usage_all(cli, &cli->out);
        return EXIT_FINE;
    }
    VerbId verb = verb_named(args->operands[0]);
    if (verb == VERB_COUNT) {
        say_unknown_verb(cli, args->operands[0]);
        return EXIT_NOT_DONE;
    }
    usage_verb(cli, &cli->out, verb);
    return EXIT_FINE;
}

static int verb_version(Cli *cli)
{
    stream_text(&cli->out, "hplanc ");
    stream_text(&cli->out, hplan_version());
    stream_text(&cli->out, "\n");
    return EXIT_FINE;
}

static int run(Cli *cli)
{
    static int (*const verbs[VERB_COUNT])(Cli *) = {
        [VERB_CHECK] = verb_check,     [VERB_BUILD] = verb_build,   [VERB_FMT] = verb_fmt,
        [VERB_EXPLAIN] = verb_explain, [VERB_LSP] = verb_lsp,       [VERB_HELP] = verb_help,
        [VERB_VERSION] = verb_version, [VERB_NEW] = verb_new,       [VERB_REPORT] = verb_report,
        [VERB_DIFF] = verb_diff,       [VERB_IMPORT] = verb_import, [VERB_ROLL] = verb_roll,
    };
    const Args *args = &cli->args;
    if (args->given[OPT_VERSION])
        return verb_version(cli);
    if (args->given[OPT_HELP] && args->verb != VERB_COUNT) {
        usage_verb(cli, &cli->out, args->verb);
        return EXIT_FINE;
    }
    if (args->given[OPT_HELP]) {
        usage_all(cli, &cli->out);
        return EXIT_FINE;
    }
    if (args->verb != VERB_COUNT)
        return verbs[args->verb](cli);
    say(cli, T_NO_VERB, NULL, NULL);
    usage_all(cli, &cli->err);
    return EXIT_NOT_DONE;
}

/* A plan that nobody got to see was not checked. A reader that went away needs no complaint. */
static int finish(Cli *cli, int code)
{
    if (!stream_flush(&cli->out)) {
        if (cli->out.error != EPIPE)
            say(cli, T_STDOUT_FAILED, say_reason(cli, cli->out.error), NULL);
        code = EXIT_NOT_DONE;
    }
    return stream_flush(&cli->err) ? code : EXIT_NOT_DONE;
}

int main(int argc, char **argv)
{
    static Cli cli; /* zeroed, and too large for some stacks */
    stream_prepare_process();
    cli.out.fd = 1;
    cli.err.fd = 2;
    cli.lang = lang_of_environment();
    bool sound = args_read(&cli, argc, argv);
    if (!sound && cli.args.verb != VERB_COUNT)
        say(&cli, T_TRY_HELP_VERB, verb_rows[cli.args.verb].name, NULL);
    else if (!sound)
        say(&cli, T_TRY_HELP, NULL, NULL);
    return finish(&cli, sound ? run(&cli) : EXIT_NOT_DONE);
}
