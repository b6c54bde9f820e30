/*
 * usage.c — help, from the tables of verbs and options.  Layer: cli.
 */
#include "cli/cli.h"

#include <string.h>

enum { INDENT = 2, VERB_COLUMN = 18, OPTION_COLUMN = 42 };

static int column_of(hplan_lang lang)
{
    return lang == HPLAN_LANG_AUTO ? 0 : (int)lang - (int)HPLAN_LANG_NB;
}

/* Columns on the screen: code points, since all our texts are of simple letters. */
static size_t width(const char *text)
{
    size_t columns = 0;
    for (; *text != '\0'; text++)
        columns += ((unsigned char)*text & 0xC0) != 0x80;
    return columns;
}

static size_t put(Stream *to, const char *text)
{
    stream_text(to, text);
    return width(text);
}

static void pad(Stream *to, size_t from, size_t column)
{
    do
        stream_text(to, " ");
    while (++from < column);
}

static void put_verb(Cli *cli, Stream *to, VerbId id)
{
    const VerbRow *row = &verb_rows[id];
    pad(to, 0, INDENT);
    size_t used = put(to, row->name) + put(to, ", ") + put(to, row->other);
    pad(to, used, VERB_COLUMN);
    stream_text(to, row->text[column_of(cli->lang)]);
    stream_text(to, "\n");
}

static void put_option(Cli *cli, Stream *to, OptionId id)
{
    const OptionRow *row = &option_rows[id];
    const char *value = row->value[cli->lang == HPLAN_LANG_EN];
    size_t used = 0;
    pad(to, 0, INDENT);
    if (row->letter != 0) {
        const char letter[] = {'-', row->letter, '\0'};
        used += put(to, letter) + put(to, ", ");
    }
    used += put(to, "--") + put(to, row->name);
    if (row->other != NULL)
        used += put(to, ", --") + put(to, row->other);
    if (value != NULL)
        used += put(to, "=") + put(to, value);
    pad(to, used, OPTION_COLUMN);
    stream_text(to, row->text[column_of(cli->lang)]);
    stream_text(to, "\n");
}

static void put_options(Cli *cli, Stream *to, unsigned verbs)
{
    stream_text(to, "\n");
    stream_text(to, text_in(T_OPTIONS_HEAD, cli->lang));
    stream_text(to, "\n");
    for (int id = 0; id < OPT_COUNT; id++)
        if ((option_rows[id].verbs & verbs) != 0)
            put_option(cli, to, (OptionId)id);
    stream_text(to, "\n");
    stream_text(to, text_in(T_CODES_HEAD, cli->lang));
    stream_text(to, "\n");
}

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
    stream_text(to, text_in(T_USAGE_OF, cli->lang));
    stream_text(to, " ");
    stream_text(to, row->name);
    stream_text(to, " ");
    stream_text(to, row->operands[cli->lang == HPLAN_LANG_EN]);
    stream_text(to, "   (");
    stream_text(to, text_in(T_ALSO, cli->lang));
    stream_text(to, " ");
    stream_text(to, row->other);
    stream_text(to, ")\n");
    stream_text(to, row->text[column_of(cli->lang)]);
    stream_text(to, "\n");
    put_options(cli, to, 1u << verb);
}
