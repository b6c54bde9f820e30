/*
 * verb_import.c — hplanc import csv FILE.  Layer: cli.
 *
 * The table goes to standard output; what among figures could not be read as one is named on
 * standard error by line and cell, and is no error: it stands in the table as text.
 */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_TOLD = 20, LONGEST_CELL = 80 };

typedef struct Import {
    Cli *cli;
    const char *path;
    size_t unread;
} Import;

/* So much of a text that it is shown whole or cut between two letters. */
static int shown_len(const char *text, size_t len)
{
    if (len > LONGEST_CELL)
        for (len = LONGEST_CELL; len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80;)
            len--;
    return (int)len;
}

static void tell_unread(void *context, size_t line, size_t cell, const char *text, size_t len)
{
    Import *import = context;
    char place[1024], shown[LONGEST_CELL + 1];
    if (import->unread++ >= MOST_TOLD)
        return;
    (void)snprintf(place, sizeof place, "%s:%zu:%zu", import->path, line, cell);
    (void)snprintf(shown, sizeof shown, "%.*s", shown_len(text, len), text);
    say(import->cli, T_CSV_UNREAD, place, shown);
}

static void tell_trouble(Cli *cli, const char *path, const hplan_csv_trouble *trouble)
{
    static const TextId texts[] = {
        [HPLAN_CSV_FINE] = T_INTERNAL,
        [HPLAN_CSV_EMPTY] = T_CSV_EMPTY,
        [HPLAN_CSV_NOT_TEXT] = T_CSV_NOT_TEXT,
        [HPLAN_CSV_OPEN_QUOTE] = T_CSV_OPEN_QUOTE,
        [HPLAN_CSV_TOO_MANY_CELLS] = T_CSV_TOO_MANY_CELLS,
        [HPLAN_CSV_TOO_WIDE] = T_CSV_TOO_WIDE,
        [HPLAN_CSV_TOO_LONG] = T_CSV_TOO_LONG,
        [HPLAN_CSV_TOO_SPARSE] = T_CSV_TOO_SPARSE,
    };
    char line[24];
    (void)snprintf(line, sizeof line, "%zu", trouble->line);
    say(cli, texts[trouble->fault], path, line);
}

/* The name of the sheet without its folder and ending; OWNED, NULL: no memory. */
static char *title_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *title = strdup(strcmp(path, "-") == 0 ? "" : slash != NULL ? slash + 1 : path);
    char *dot = title == NULL ? NULL : strrchr(title, '.');
    if (dot != NULL && dot != title)
        *dot = '\0';
    return title;
}

static int import(Cli *cli, hplan_session *s, const char *path, const char *title,
                  const Collected *text)
{
    Import told = {.cli = cli, .path = path};
    hplan_csv_sinks sinks = {stream_write, &cli->out, tell_unread, &told};
    hplan_csv_trouble trouble;
    hplan_status status = hplan_import_csv(s, title, text->bytes, text->len, &sinks, &trouble);
    if (status == HPLAN_REFUSED)
        tell_trouble(cli, path, &trouble);
    else if (status != HPLAN_OK && status != HPLAN_NOT_WRITTEN)
        say_status(cli, status, path);
    if (told.unread > MOST_TOLD) {
        char rest[24];
        (void)snprintf(rest, sizeof rest, "%zu", told.unread - MOST_TOLD);
        say(cli, T_CSV_MORE_UNREAD, rest, NULL);
    }
    return status == HPLAN_OK ? EXIT_FINE : EXIT_NOT_DONE;
}

int verb_import(Cli *cli)
{
    const Args *args = &cli->args;
    if (args->operand_count != 2) {
        say(cli, T_WHAT_TO_IMPORT, NULL, NULL);
        return EXIT_NOT_DONE;
    }
    if (strcmp(args->operands[0], "csv") != 0) {
        say(cli, T_UNKNOWN_SHEET, args->operands[0], NULL);
        return EXIT_NOT_DONE;
    }
    const char *path = args->operands[1];
    Collected text = {0};
    if (!work_text(cli, path, &text))
        return EXIT_NOT_DONE;
    hplan_session *s = work_open(cli, false);
    char *title = title_of(path);
    int code = EXIT_NOT_DONE;
    if (s != NULL && title == NULL)
        say(cli, T_NO_MEMORY, NULL, NULL);
    else if (s != NULL)
        code = import(cli, s, path, title, &text);
    free(title);
    free(text.bytes);
    hplan_session_close(s);
    return code;
}
