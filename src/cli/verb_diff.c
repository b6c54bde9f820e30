/*
 * verb_diff.c — hplanc diff OLD NEW.  Layer: cli.
 *
 * Exit codes as diff has them: 0 the plans say the same, 1 something has changed, 2 they could not
 * be compared. Errors in the plans do not stand in the way, and are named in a line each.
 */
#include "cli/cli.h"

#include <string.h>

/* A plan beside itself: what is wrong with it is told once. */
static bool same_root(const hplan_session *older, const hplan_session *newer)
{
    return strcmp(hplan_root_name(older, 0), hplan_root_name(newer, 0)) == 0;
}

static void tell_errors(Cli *cli, const hplan_session *s)
{
    findings_say_errors(cli, s, T_COMPARED_WITH_ERROR, T_COMPARED_WITH_ERRORS);
}

/* A file that could not be read is a finding of the plan that takes it in. */
static int show_refusal(Cli *cli, hplan_session *older, hplan_session *newer)
{
    if (findings_show(cli, older) == HPLAN_OK && !same_root(older, newer))
        (void)findings_show(cli, newer);
    return EXIT_NOT_DONE;
}

static int compare(Cli *cli, hplan_session *older, hplan_session *newer)
{
    hplan_form form = (hplan_form)cli->args.choice[OPT_FORMAT];
    size_t changes = 0;
    cli->lang = hplan_session_lang(newer);
    hplan_status status = hplan_diff_write(older, newer, form, stream_write, &cli->out, &changes);
    if (status == HPLAN_REFUSED)
        return show_refusal(cli, older, newer);
    if (status != HPLAN_OK) {
        if (status != HPLAN_NOT_WRITTEN)
            say_status(cli, status, NULL);
        return EXIT_NOT_DONE;
    }
    if (changes == 0 && form == HPLAN_FORM_TEXT) {
        stream_text(&cli->out, text_in(T_NOTHING_CHANGED, cli->lang));
        stream_text(&cli->out, "\n");
    }
    tell_errors(cli, older);
    if (!same_root(older, newer))
        tell_errors(cli, newer);
    return changes > 0 ? EXIT_FINDINGS : EXIT_FINE;
}

static bool sound(Cli *cli)
{
    const Args *args = &cli->args;
    int form = args->choice[OPT_FORMAT];
    if (args->operand_count != 2) {
        say(cli, T_WHAT_TO_COMPARE, NULL, NULL);
        return false;
    }
    if (form != HPLAN_FORM_TEXT && form != HPLAN_FORM_JSON) {
        say_bad_value(cli, OPT_FORMAT, T_BAD_VALUE, "text|json");
        return false;
    }
    return true;
}

int verb_diff(Cli *cli)
{
    if (!sound(cli))
        return EXIT_NOT_DONE;
    hplan_session *older = work_checked(cli, cli->args.operands[0], false);
    hplan_session *newer =
        older == NULL ? NULL : work_checked(cli, cli->args.operands[1], false);
    int code = newer == NULL ? EXIT_NOT_DONE : compare(cli, older, newer);
    hplan_session_close(newer);
    hplan_session_close(older);
    return code;
}
