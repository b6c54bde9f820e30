/*
 * keywords.c — fmt --keywords: the words of plans in another language.  Layer: cli.
 *
 * What a word is read as depends on all that its file belongs to, so that is checked first, as
 * `hplanc check` does. All operands are rewritten at one go, so that they may name one another's
 * columns.
 */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_SHOWN = 5 };

/* ---- the files ------------------------------------------------------------------------------ */

/* Among the files that the session has read. */
static bool find_file(const hplan_session *s, const char *path, size_t *file)
{
    const hplan_host *host = hplan_host_files();
    char *name = NULL;
    bool found = false;
    if (strcmp(path, "-") == 0) {
        for (*file = 0; *file < hplan_file_count(s) && !found; *file += !found)
            found = strcmp(hplan_file_name(s, *file), STDIN_NAME) == 0;
        return found;
    }
    if (host->canonical(host->context, path, &name) != HPLAN_OK)
        return false;
    found = hplan_file_find(s, name, file);
    host->release(host->context, name);
    return found;
}

static bool has_errors_of_form(hplan_session *s, size_t file)
{
    hplan_finding f;
    for (size_t n = 0; hplan_ide_finding(s, n, &f) == HPLAN_OK; n++)
        if (f.placed && f.range.file == file && f.severity == HPLAN_ERROR &&
            strncmp(f.code, "HP1", 3) == 0)
            return true;
    return false;
}

static hplan_status add_all(Cli *cli, hplan_session *s)
{
    hplan_status status = HPLAN_OK;
    for (int i = 0; i < cli->args.operand_count && status == HPLAN_OK; i++)
        status = work_add(cli, s, cli->args.operands[i], false);
    return status;
}

/* ---- what has to stay ----------------------------------------------------------------------- */

static void tell_left(Cli *cli, hplan_session *s, const hplan_ranges *left)
{
    char word[80];
    char place[400];
    for (size_t i = 0; i < left->count; i++) {
        hplan_range range = left->at[i];
        size_t len;
        const char *text = hplan_file_text(s, range.file, &len);
        if (i == WORDS_SHOWN) {
            (void)snprintf(word, sizeof word, "%zu", left->count - i);
            say(cli, T_WORDS_LEFT, word, NULL);
            return;
        }
        hplan_position at = hplan_position_of(s, range.file, range.start, HPLAN_COLUMNS_UTF8);
        (void)snprintf(word, sizeof word, "%.*s", (int)(range.end - range.start),
                       text + range.start);
        (void)snprintf(place, sizeof place, "%s:%zu", hplan_file_name(s, range.file), at.line + 1);
        say(cli, T_WORD_LEFT, word, place);
    }
}

/* ---- asking --------------------------------------------------------------------------------- */

/* Of the files that are sound; `asked` has room for all. */
static hplan_status ask(Cli *cli, Keywords *k, size_t *asked)
{
    hplan_ranges left = {0};
    size_t count = 0;
    hplan_lang lang = (hplan_lang)(HPLAN_LANG_NB + cli->args.choice[OPT_KEYWORDS]);
    for (int i = 0; i < cli->args.operand_count; i++) {
        if (!find_file(k->s, cli->args.operands[i], &k->files[i]))
            return HPLAN_UNKNOWN;
        k->sound[i] = !has_errors_of_form(k->s, k->files[i]);
        bool again = false;
        for (size_t j = 0; j < count; j++)
            again = again || asked[j] == k->files[i];
        if (k->sound[i] && !again)
            asked[count++] = k->files[i];
    }
    hplan_status status = hplan_ide_keywords(k->s, asked, count, lang, &k->edits, &left);
    if (status == HPLAN_OK) {
        tell_left(cli, k->s, &left);
        return HPLAN_OK;
    }
    for (int i = 0; i < cli->args.operand_count; i++)
        k->sound[i] = false; /* the texts would say something else, and it is not known why */
    k->edits = (hplan_edits){0};
    return status == HPLAN_REFUSED ? HPLAN_OK : status;
}

bool keywords_open(Cli *cli, Keywords *k)
{
    size_t count = (size_t)cli->args.operand_count;
    size_t *asked = calloc(count, sizeof *asked);
    k->s = work_open(cli, false);
    if (k->s == NULL) {
        free(asked);
        return false;
    }
    k->files = calloc(count, sizeof *k->files);
    k->sound = calloc(count, sizeof *k->sound);
    bool room = asked != NULL && k->files != NULL && k->sound != NULL;
    bool added = room && add_all(cli, k->s) == HPLAN_OK;
    hplan_status status = room ? HPLAN_OK : HPLAN_NOMEM;
    if (added)
        status = hplan_session_check(k->s);
    if (added && status == HPLAN_OK)
        status = ask(cli, k, asked);
    if (status != HPLAN_OK)
        say_status(cli, status, NULL);
    free(asked);
    return added && status == HPLAN_OK;
}

void keywords_close(Keywords *k)
{
    hplan_session_close(k->s);
    free(k->files);
    free(k->sound);
}

bool keywords_put(const Keywords *k, int operand, Collected *old, Collected *to)
{
    size_t file = k->files[operand];
    size_t len = 0;
    size_t done = 0;
    const char *text = hplan_file_text(k->s, file, &len);
    bool fits = collect(old, text, len);
    for (size_t i = 0; fits && i < k->edits.count; i++) {
        const hplan_edit *edit = &k->edits.at[i];
        if (edit->range.file != file)
            continue;
        fits = collect(to, text + done, edit->range.start - done) &&
               collect(to, edit->text, strlen(edit->text));
        done = edit->range.end;
    }
    return fits && collect(to, text + done, len - done);
}
