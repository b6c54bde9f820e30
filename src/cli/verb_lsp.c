/*
 * verb_lsp.c — hplanc lsp: serves an editor on standard input and output.  Layer: cli.
 */
#include "cli/cli.h"
#include "lsp/lsp.h"

#include <unistd.h>

static bool pass_on(void *stream, const char *bytes, size_t len)
{
    return stream_write(stream, bytes, len) && stream_flush(stream);
}

int verb_lsp(Cli *cli)
{
    const Args *args = &cli->args;
    if (args->operand_count > 0) {
        say(cli, T_NO_OPERANDS, verb_rows[VERB_LSP].name, NULL);
        return EXIT_NOT_DONE;
    }
    return lsp_serve(&(LspOptions){
        .in = STDIN_FILENO,
        .answer = pass_on,
        .answer_to = &cli->out,
        .log = args->given[OPT_LOG] ? STDERR_FILENO : -1,
        .lang = args->given[OPT_LANG] ? cli->lang : HPLAN_LANG_AUTO,
        .fallback = cli->lang,
    });
}
