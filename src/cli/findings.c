/*
 * findings.c — what a check has found, for people, and the exit code that says so.  Layer: cli.
 */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool wants_color(const Cli *cli)
{
    enum { AUTO, ALWAYS, NEVER };
    const char *term = getenv("TERM");
    const char *no_color = getenv("NO_COLOR");
    switch (cli->args.choice[OPT_COLOR]) {
    case ALWAYS: return true;
    case NEVER: return false;
    default: break;
    }
    return isatty(STDERR_FILENO) && (no_color == NULL || no_color[0] == '\0') && term != NULL &&
           strcmp(term, "dumb") != 0;
}

static void put_count(Cli *cli, size_t count, TextId one, TextId many, hplan_lang lang)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%zu", count);
    put_text(&cli->err, text_in(count == 1 ? one : many, lang), number, NULL);
}

/* "2 feil og 1 advarsel." */
static void put_closing(Cli *cli, const hplan_session *s)
{
    hplan_lang lang = hplan_session_lang(s);
    size_t errors = hplan_finding_count(s, HPLAN_ERROR);
    size_t warnings = hplan_finding_count(s, HPLAN_WARNING);
    if (errors + warnings == 0)
        return;
    if (errors > 0)
        put_count(cli, errors, T_ERROR_ONE, T_ERROR_MANY, lang);
    if (errors > 0 && warnings > 0)
        stream_text(&cli->err, text_in(T_AND, lang));
    if (warnings > 0)
        put_count(cli, warnings, T_WARNING_ONE, T_WARNING_MANY, lang);
    stream_text(&cli->err, ".\n");
}

hplan_status findings_show(Cli *cli, hplan_session *s)
{
    hplan_look look = {
        .color = wants_color(cli),
        .known = cli->args.given[OPT_KNOWN],
        .max = cli->args.number[OPT_MAX],
    };
    hplan_status status = hplan_findings_write(s, HPLAN_FORM_TEXT, &look, stream_write, &cli->err);
    if (status == HPLAN_OK && !cli->args.given[OPT_QUIET])
        put_closing(cli, s);
    if (!stream_flush(&cli->err)) /* before what follows on standard output */
        status = HPLAN_NOT_WRITTEN;
    return status;
}

void findings_say_errors(Cli *cli, const hplan_session *s, TextId one, TextId many)
{
    char count[24];
    size_t errors = hplan_finding_count(s, HPLAN_ERROR);
    (void)snprintf(count, sizeof count, "%zu", errors);
    if (errors > 0)
        say(cli, errors == 1 ? one : many, hplan_root_name(s, 0), count);
}

int findings_refused(Cli *cli, hplan_session *s, TextId one, TextId many)
{
    if (hplan_root_is_lost(s, 0) && findings_show(cli, s) != HPLAN_OK)
        return EXIT_NOT_DONE;
    findings_say_errors(cli, s, one, many);
    return EXIT_FINDINGS;
}

int findings_exit_code(const Cli *cli, const hplan_session *s)
{
    bool strict = cli->args.given[OPT_STRICT];
    size_t counted = hplan_finding_count(s, HPLAN_ERROR);
    if (strict)
        counted += hplan_finding_count(s, HPLAN_WARNING);
    return counted > 0 ? EXIT_FINDINGS : EXIT_FINE;
}
