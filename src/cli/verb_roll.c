/*
 * verb_roll.c — hplanc roll PLAN|REPORT [YEAR] [-o FILE]: next year's plan out of this one.
 * Layer: cli.
 *
 * All files are written or none, and none takes the place of another. What is left to do is told on
 * standard error, so that the plan itself may go to standard output.
 */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what is left to do --------------------------------------------------------------------- */

static void put_number(Stream *to, size_t n)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%zu", n);
    stream_text(to, number);
}

/* "plan.hplan: 12, 14; deler.hplan: 3"; before the first *last is NULL. */
static void put_line_number(Cli *cli, const hplan_rolled *rolled, const hplan_rolled_line *line,
                            const hplan_rolled_line **last)
{
    bool other = *last == NULL || (*last)->file != line->file;
    if (*last != NULL)
        stream_text(&cli->err, other ? "; " : ", ");
    if (other && rolled->file_count > 1) {
        stream_text(&cli->err, rolled->files[line->file].path);
        stream_text(&cli->err, ": ");
    }
    put_number(&cli->err, line->line);
    *last = line;
}

/* What is to be done, and all lines at which it is. */
static void put_fill_in(Cli *cli, const hplan_rolled *rolled, size_t at)
{
    const char *text = rolled->lines[at].text;
    const hplan_rolled_line *last = NULL;
    stream_text(&cli->err, "  ");
    stream_text(&cli->err, text);
    stream_text(&cli->err, "\n    ");
    put_line_number(cli, rolled, &rolled->lines[at], &last);
    while ((at = rolled->lines[at].next) != 0)
        put_line_number(cli, rolled, &rolled->lines[at], &last);
    stream_text(&cli->err, "\n");
}

static void put_mentions(Cli *cli, const hplan_rolled *rolled)
{
    const hplan_rolled_line *last = NULL;
    char year[16];
    (void)snprintf(year, sizeof year, "%d", rolled->from);
    for (size_t i = 0; i < rolled->line_count; i++) {
        if (rolled->lines[i].fill_in)
            continue;
        if (last == NULL)
            put_text(&cli->err, text_in(T_ROLL_MENTIONS, cli->lang), year, NULL);
        put_line_number(cli, rolled, &rolled->lines[i], &last);
    }
    if (last != NULL)
        stream_text(&cli->err, "\n");
}

static void summarize(Cli *cli, const hplan_rolled *rolled)
{
    char from[16], to[16];
    (void)snprintf(from, sizeof from, "%d", rolled->from);
    (void)snprintf(to, sizeof to, "%d", rolled->to);
    put_text(&cli->err, text_in(T_ROLLED, cli->lang), from, to);
    (void)snprintf(from, sizeof from, "%zu", rolled->carried);
    (void)snprintf(to, sizeof to, "%zu", rolled->left_out);
    put_text(&cli->err, text_in(T_ROLL_CARRIED, cli->lang), from, to);
    stream_text(&cli->err, text_in(T_ROLL_LEFT, cli->lang));
    for (size_t i = 0; i < rolled->line_count; i++)
        if (rolled->lines[i].fill_in && !rolled->lines[i].again)
            put_fill_in(cli, rolled, i);
    put_mentions(cli, rolled);
}

/* ---- the plan ------------------------------------------------------------------------------- */

static int write_files(Cli *cli, const hplan_rolled *rolled)
{
    OutFile *files = calloc(rolled->file_count, sizeof *files);
    bool fits = files != NULL;
    for (size_t i = 0; fits && i < rolled->file_count; i++) {
        files[i].fresh = true;
        files[i].path = strdup(rolled->files[i].path);
        // gcc-suppress -Wanalyzer-malloc-leak ; it is kept among the files, which files_free frees
        fits = files[i].path != NULL &&
               collect(&files[i].content, rolled->files[i].bytes, rolled->files[i].len);
    }
    if (!fits)
        say(cli, T_NO_MEMORY, NULL, NULL);
    bool written = fits && files_write(cli, files, rolled->file_count);
    if (written)
        files_tell(cli, files, rolled->file_count);
    if (files != NULL)
        files_free(files, rolled->file_count);
    free(files);
    return written ? EXIT_FINE : EXIT_NOT_DONE;
}

/* The parts keep their names. */
static bool has_name_of_part(const hplan_rolled *rolled)
{
    for (size_t i = 1; i < rolled->file_count; i++)
        if (strcmp(rolled->files[0].path, rolled->files[i].path) == 0)
            return true;
    return false;
}

static int deliver(Cli *cli, const hplan_rolled *rolled, const char *path)
{
    int code = EXIT_FINE;
    if (path != NULL && has_name_of_part(rolled)) {
        say(cli, T_ROLL_PARTS_NAME, path, NULL);
        code = EXIT_NOT_DONE;
    } else if (path != NULL) {
        code = write_files(cli, rolled);
    } else if (rolled->file_count > 1) {
        say(cli, T_ROLL_MANY_FILES, cli->args.operands[0], NULL);
        code = EXIT_NOT_DONE;
    } else if (!stream_write(&cli->out, rolled->files[0].bytes, rolled->files[0].len)) {
        code = EXIT_NOT_DONE;
    }
    if (code == EXIT_FINE)
        summarize(cli, rolled);
    return code;
}

static int complain(Cli *cli, hplan_session *s, hplan_status status, const hplan_rolled *rolled)
{
    char year[16];
    (void)snprintf(year, sizeof year, "%d", rolled->from);
    if (status == HPLAN_REFUSED)
        return findings_refused(cli, s, T_NOT_ROLLED_ONE, T_NOT_ROLLED_MANY);
    if (status == HPLAN_UNKNOWN && rolled->from != 0 && rolled->to <= rolled->from)
        say(cli, T_ROLL_BACKWARDS, year, NULL);
    else if (status == HPLAN_UNKNOWN)
        say(cli, T_NO_PLAN_TO_ROLL, cli->args.operands[0], NULL);
    else if (status == HPLAN_MISSING)
        say(cli, T_NO_FOLDER_FOR, cli->args.value[OPT_OUTPUT], NULL);
    else
        say_status(cli, status, cli->args.operands[0]);
    return EXIT_NOT_DONE;
}

static int roll(Cli *cli, hplan_session *s, int year)
{
    hplan_rolled rolled = {0};
    const char *path = work_output(cli);
    cli->lang = hplan_session_lang(s);
    hplan_status status = hplan_roll(s, 0, path, year, &rolled);
    return status == HPLAN_OK ? deliver(cli, &rolled, path) : complain(cli, s, status, &rolled);
}

int verb_roll(Cli *cli)
{
    const Args *args = &cli->args;
    int year = 0;
    if (args->operand_count < 1 || args->operand_count > 2) {
        say(cli, T_WHAT_TO_ROLL, NULL, NULL);
        return EXIT_NOT_DONE;
    }
    if (args->operand_count == 2 && !work_year(cli, args->operands[1], &year))
        return EXIT_NOT_DONE;
    hplan_session *s = work_checked(cli, args->operands[0], false);
    int code = s == NULL ? EXIT_NOT_DONE : roll(cli, s, year);
    hplan_session_close(s);
    return code;
}
