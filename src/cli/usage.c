/*
 * usage.c — help, from the tables of verbs and options.  Layer: cli.
 */
#include "cli/cli.h"

#include <string.h>

enum { WIDTH = 80, INDENT = 2, VERB_COLUMN = 20, OPTION_COLUMN = 30 };

/* ---- a column of text ----------------------------------------------------------------------- */

/* Columns on the screen: code points, since all our texts are of simple letters. */
static size_t width(const char *text, size_t len)
{
    size_t columns = 0;
    for (size_t i = 0; i < len; i++)
        columns += ((unsigned char)text[i] & 0xC0) != 0x80;
    return columns;
}

static size_t put(Stream *to, const char *text)
{
    stream_text(to, text);
    return width(text, strlen(text));
}

static void pad(Stream *to, size_t from, size_t column)
{
    while (from++ < column)
        stream_text(to, " ");
}

/* Line by line from `column` on, behind what has come as far as `at`, with two blanks between. */
static void put_wrapped(Stream *to, const char *text, size_t at, size_t column)
{
    if (at > 0 && at + 2 > column) {
        stream_text(to, "\n");
        at = 0;
    }
    pad(to, at, column);
    at = column;
    while (*text != '\0') {
        size_t len = strcspn(text, " \n");
        size_t wide = width(text, len);
        if (at > column && at + 1 + wide > WIDTH) {
            stream_text(to, "\n");
            pad(to, 0, column);
            at = column;
        }
        if (at > column)
            at += put(to, " ");
        (void)stream_write(to, text, len);
        at += wide;
        text += len;
        if (*text == '\n')
            at = WIDTH;
        text += *text != '\0';
    }
    stream_text(to, "\n");
}

/* ---- verbs and options ---------------------------------------------------------------------- */

static void put_verb(Cli *cli, Stream *to, VerbId id)
{
    const VerbRow *row = &verb_rows[id];
    pad(to, 0, INDENT);
    size_t at = INDENT + put(to, row->name) + put(to, ", ") + put(to, row->other);
    put_wrapped(to, row->text[lang_column(cli->lang)], at, VERB_COLUMN);
}

static void put_option(Cli *cli, Stream *to, OptionId id, unsigned verbs)
{
    const OptionRow *row = &option_rows[id];
    const char *value = row->value[cli->lang == HPLAN_LANG_EN];
    size_t at = INDENT;
    pad(to, 0, INDENT);
    if (row->letter != 0) {
        const char letter[] = {'-', row->letter, '\0'};
        at += put(to, letter) + put(to, ", ");
    }
    at += put(to, "--") + put(to, row->name);
    if (row->other != NULL)
        at += put(to, ", --") + put(to, row->other);
    if (value != NULL)
        at += put(to, "=") + put(to, value);
    put_wrapped(to, option_text(id, verbs, cli->lang), at, OPTION_COLUMN);
}

static void put_options(Cli *cli, Stream *to, unsigned verbs)
{
    stream_text(to, "\n");
    stream_text(to, text_in(T_OPTIONS_HEAD, cli->lang));
    stream_text(to, "\n");
    for (int id = 0; id < OPT_COUNT; id++)
        if ((option_rows[id].verbs & verbs) != 0)
            put_option(cli, to, (OptionId)id, verbs);
    stream_text(to, "\n");
    put_wrapped(to, text_in(T_CODES_HEAD, cli->lang), 0, 0);
}

/* ---- help ----------------------------------------------------------------------------------- */

void usage_all(Cli *cli, Stream *to)
{
    stream_text(to, text_in(T_USAGE, cli->lang));
    stream_text(to, "\n\n");
    stream_text(to, text_in(T_VERBS_HEAD, cli->lang));
    stream_text(to, "\n");
    for (int id = 0; id < VERB_COUNT; id++)
        put_verb(cli, to, (VerbId)id);
    put_options(cli, to, ~0u);
}

void usage_verb(Cli *cli, Stream *to, VerbId verb)
{
    const VerbRow *row = &verb_rows[verb];
    const char *operands = row->operands[cli->lang == HPLAN_LANG_EN];
    stream_text(to, text_in(T_USAGE_OF, cli->lang));
    stream_text(to, " ");
    stream_text(to, row->name);
    stream_text(to, operands[0] != '\0' ? " " : "");
    stream_text(to, operands);
    stream_text(to, "   (");
    stream_text(to, text_in(T_ALSO, cli->lang));
    stream_text(to, " ");
    stream_text(to, row->other);
    stream_text(to, ")\n");
    put_wrapped(to, row->text[lang_column(cli->lang)], 0, 0);
    put_options(cli, to, 1u << verb);
}
