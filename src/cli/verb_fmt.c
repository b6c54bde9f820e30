/*
 * verb_fmt.c — hplanc fmt [--check|--write] [--keywords nb|nn|en] FILE ...  Layer: cli.
 *
 * All files are formatted in memory first; with --write those that changed are then replaced, each
 * whole or not at all. A file that cannot be formatted is passed on as it is, and the exit code
 * says so, as it does where --check finds one that is not in form. A folder stands for all plans in
 * it.
 */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

typedef struct Work {
    Cli *cli;
    hplan_session *s;
    Keywords words;
    OutFile *files; /* OWNED: those to be written */
    size_t count;
    int code;
    bool exhausted; /* out of memory, which has been said: the rest would only say it again */
} Work;

/* ---- what comes of it ----------------------------------------------------------------------- */

static bool add_file(Work *w, const char *path, Collected *text)
{
    OutFile *file = &w->files[w->count];
    file->path = strdup(path);
    // gcc-suppress -Wanalyzer-malloc-leak ; it is kept among the files of the work
    if (file->path == NULL) {
        say(w->cli, T_NO_MEMORY, NULL, NULL);
        return false;
    }
    file->content = *text;
    *text = (Collected){0};
    w->count++;
    return true;
}

static bool deliver(Work *w, const char *path, Collected *old, Collected *new)
{
    Cli *cli = w->cli;
    bool same =
        old->len == new->len && (old->len == 0 || memcmp(old->bytes, new->bytes, old->len) == 0);
    if (cli->args.given[OPT_CHECK]) {
        if (same)
            return true;
        w->code = EXIT_FINDINGS;
        if (diff_put(&cli->out, path, *old, *new))
            return true;
        say(cli, T_NO_MEMORY, NULL, NULL);
        return false;
    }
    if (cli->args.given[OPT_WRITE] && strcmp(path, "-") != 0)
        return same || add_file(w, path, new);
    return stream_write(&cli->out, new->bytes, new->len);
}

/* `text`: what is formatted; of the old one, or of that with other words. */
static bool format(Work *w, const char *path, Collected *old, const Collected *text, Collected *new)
{
    hplan_status status = hplan_format(w->s, text->bytes, text->len, collect, new);
    if (status == HPLAN_OK)
        return deliver(w, path, old, new);
    if (status != HPLAN_REFUSED) {
        w->exhausted = true;
        say_status(w->cli, status == HPLAN_NOT_WRITTEN ? HPLAN_NOMEM : status, NULL);
        return false;
    }
    say(w->cli, T_NOT_FORMATTED, path, NULL);
    w->code = EXIT_FINDINGS;
    return deliver(w, path, old, old);
}

static bool with_other_words(Work *w, int operand, Collected *old, Collected *text)
{
    if (!w->words.sound[operand]) {
        say(w->cli, T_KEYWORDS_KEPT, w->cli->args.operands[operand], NULL);
        w->code = EXIT_FINDINGS;
    }
    if (keywords_put(&w->words, operand, old, text))
        return true;
    say(w->cli, T_NO_MEMORY, NULL, NULL);
    return false;
}

static bool one(Work *w, int operand)
{
    const char *path = w->cli->args.operands[operand];
    Collected old = {0}, text = {0}, new = {0};
    bool words = w->words.s != NULL;
    bool done = words ? with_other_words(w, operand, &old, &text) : work_text(w->cli, path, &old);
    done = done && format(w, path, &old, words ? &text : &old, &new);
    free(old.bytes);
    free(text.bytes);
    free(new.bytes);
    return done;
}

static int all(Work *w)
{
    const Args *args = &w->cli->args;
    bool done = true;
    for (int i = 0; i < args->operand_count && !w->exhausted; i++)
        done = one(w, i) && done;
    if (w->count > 0)
        done = files_write(w->cli, w->files, w->count) && done;
    return done ? w->code : EXIT_NOT_DONE;
}

static int work(Work *w)
{
    Cli *cli = w->cli;
    w->files = calloc((size_t)cli->args.operand_count, sizeof *w->files);
    if (w->files == NULL) {
        say(cli, T_NO_MEMORY, NULL, NULL);
        return EXIT_NOT_DONE;
    }
    bool ready = !cli->args.given[OPT_KEYWORDS] || keywords_open(cli, &w->words);
    int code = ready ? all(w) : EXIT_NOT_DONE;
    keywords_close(&w->words);
    files_free(w->files, w->count);
    free(w->files);
    return code;
}

int verb_fmt(Cli *cli)
{
    Work w = {.cli = cli, .code = EXIT_FINE};
    Paths paths = {0};
    int code = EXIT_NOT_DONE;
    if (cli->args.operand_count == 0) {
        say(cli, T_WHAT_TO_FORMAT, NULL, NULL);
        return code;
    }
    if (cli->args.given[OPT_WRITE] && cli->args.given[OPT_CHECK]) {
        say(cli, T_WRITE_OR_CHECK, NULL, NULL);
        return code;
    }
    w.s = work_open(cli, false);
    bool found = w.s != NULL && paths_find(cli, w.s, &paths);
    if (paths.count > 0 && !paths.exhausted)
        code = work(&w);
    paths_free(&paths);
    hplan_session_close(w.s);
    return found ? code : EXIT_NOT_DONE;
}
