/*
 * verb_new.c — hplanc new plan|report|municipality [MUNICIPALITY].  Layer: cli.
 *
 * What is made checks clean: the place is looked up in the library before anything is written. All
 * files are written or none, and none takes the place of another.
 */
#include "cli/cli.h"
#include "hplan/ide.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* ---- what is asked for ---------------------------------------------------------------------- */

static bool read_kind(Cli *cli, TemplateWish *wish)
{
    if (cli->args.operand_count == 0) {
        say(cli, T_WHAT_TO_BEGIN, NULL, NULL);
        return false;
    }
    const char *word = cli->args.operands[0];
    wish->kind = template_kind(word);
    if (wish->kind != TEMPLATE_KINDS)
        return true;
    say_with_hint(cli, T_UNKNOWN_KIND, word, NULL, T_DID_YOU_MEAN, template_near(word));
    return false;
}

static bool read_year(Cli *cli, TemplateWish *wish)
{
    const char *value = cli->args.value[OPT_YEAR];
    if (value == NULL) {
        time_t now = time(NULL);
        struct tm today;
        bool known = gmtime_r(&now, &today) != NULL;
        wish->year = known ? today.tm_year + 1900 + (wish->kind != TEMPLATE_REPORT) : 2026;
        return true;
    }
    return work_year(cli, value, &wish->year);
}

/* ---- the place ------------------------------------------------------------------------------ */

/* What the compiler says of the place, in one line as the command speaks. */
static void say_of_place(Cli *cli, const hplan_finding *finding)
{
    char message[300];
    (void)snprintf(message, sizeof message, "%s", finding->message);
    size_t len = strlen(message);
    if (len > 0 && message[len - 1] == '.')
        message[len - 1] = '\0';
    say_with_hint(cli, T_OF_PLACE, message, NULL, T_MORE_OF_PLACE, finding->label);
}

/* Says what the compiler says of a plan for that place, if anything. */
static hplan_status judge_place(Cli *cli, hplan_session *s, const TemplateWish *wish, bool *known)
{
    hplan_finding finding;
    Collected text = {0};
    char head[64];
    (void)snprintf(head, sizeof head, "plan p \"P\" {\n  år: %d\n  kommune: ", wish->year);
    bool fits = collect(&text, head, strlen(head)) &&
                collect(&text, wish->place, strlen(wish->place)) && collect(&text, "\n}\n", 3);
    hplan_status status = fits ? hplan_bytes_add(s, "<plan>", text.bytes, text.len) : HPLAN_NOMEM;
    free(text.bytes);
    if (status == HPLAN_OK)
        status = hplan_session_check(s);
    *known = hplan_finding_count(s, HPLAN_ERROR) + hplan_finding_count(s, HPLAN_WARNING) == 0;
    if (status != HPLAN_OK || *known)
        return status;
    status = hplan_ide_finding(s, 0, &finding);
    if (status == HPLAN_OK)
        say_of_place(cli, &finding);
    return status;
}

/* False: told. */
static bool place_is_known(Cli *cli, const TemplateWish *wish)
{
    bool known = false;
    bool plain = wish->place[0] != '\0' && strpbrk(wish->place, "\"{}#;:,|\n") == NULL;
    if (!plain) {
        say(cli, T_BAD_PLACE, wish->place, NULL);
        return false;
    }
    hplan_session *s = work_open(cli, false);
    if (s == NULL)
        return false;
    hplan_status status = judge_place(cli, s, wish, &known);
    if (status != HPLAN_OK)
        say_status(cli, status, NULL);
    hplan_session_close(s);
    return known && status == HPLAN_OK;
}

/* ---- making it ------------------------------------------------------------------------------ */

static int make(Cli *cli, const TemplateWish *wish)
{
    OutFile files[TEMPLATE_FILES];
    memset(files, 0, sizeof files);
    size_t count = template_make(wish, files);
    bool written = count > 0 && files_write(cli, files, count);
    if (count == 0)
        say(cli, T_NO_MEMORY, NULL, NULL);
    if (written)
        files_tell(cli, files, count);
    files_free(files, TEMPLATE_FILES);
    return written ? EXIT_FINE : EXIT_NOT_DONE;
}

int verb_new(Cli *cli)
{
    const Args *args = &cli->args;
    TemplateWish wish = {.folder = args->given[OPT_OUTPUT] ? args->value[OPT_OUTPUT] : "."};
    char *place = NULL;
    int code = EXIT_NOT_DONE;
    if (!read_kind(cli, &wish) || !read_year(cli, &wish))
        return code;
    if (strcmp(wish.folder, "-") == 0) {
        say(cli, T_NO_STDOUT, NULL, NULL);
        return code;
    }
    wish.words = cli->lang == HPLAN_LANG_AUTO ? HPLAN_LANG_NB : cli->lang;
    if (args->given[OPT_KEYWORDS])
        wish.words = (hplan_lang)(HPLAN_LANG_NB + args->choice[OPT_KEYWORDS]);
    if (args->operand_count > 1)
        wish.place = place = work_joined(args->operands + 1, args->operand_count - 1);
    if (args->operand_count > 1 && place == NULL)
        say(cli, T_NO_MEMORY, NULL, NULL);
    else if (place == NULL || place_is_known(cli, &wish))
        code = make(cli, &wish);
    free(place);
    return code;
}
