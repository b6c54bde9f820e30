/*
 * work.c — what the verbs share: their operands, and a session with what they name.  Layer: cli.
 */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define STDIN_MAX  ((size_t)1 << 30)

bool work_year(Cli *cli, const char *word, int *year)
{
    if (strlen(word) == 4 && strspn(word, "0123456789") == 4 && strncmp(word, "20", 2) == 0) {
        *year = atoi(word); // NOLINT(cert-err34-c): these are digits
        return true;
    }
    say(cli, T_BAD_YEAR, word, NULL);
    return false;
}

char *work_joined(char **words, int count)
{
    Collected text = {0};
    bool fits = true;
    for (int i = 0; fits && i < count; i++)
        fits = (i == 0 || collect(&text, " ", 1)) && collect(&text, words[i], strlen(words[i]));
    if (fits && collect(&text, "", 1))
        return text.bytes;
    free(text.bytes);
    return NULL;
}

hplan_session *work_open(Cli *cli, bool exact)
{
    hplan_options options = {
        .lang = cli->args.given[OPT_LANG] ? cli->lang : HPLAN_LANG_AUTO,
        .fallback = cli->lang,
        .exact = exact,
        .wide = cli->args.given[OPT_KEYWORDS],
        .coverage = cli->args.given[OPT_COVERAGE],
    };
    cli->threads = crew_size(cli);
    /* A dump needs the models, and a rule the names of all files. */
    if (!cli->args.given[OPT_DUMP] && !cli->args.given[OPT_DEPS]) {
        options.crew = crew_run;
        options.crew_context = &cli->threads;
    }
    hplan_session *s = hplan_session_open(&options);
    if (s == NULL)
        say(cli, T_NO_MEMORY, NULL, NULL);
    return s;
}

static bool collect_stdin(Cli *cli, Collected *text)
{
    if (collect_fd(text, STDIN_FILENO, STDIN_MAX))
        return true;
    say(cli, errno == ENOMEM ? T_NO_MEMORY : T_STDIN_FAILED, NULL, NULL);
    return false;
}

bool work_text(Cli *cli, const char *path, Collected *text)
{
    const hplan_host *host = hplan_host_files();
    char *bytes = NULL;
    size_t len = 0;
    if (strcmp(path, "-") == 0)
        return collect_stdin(cli, text);
    hplan_status status = host->read(host->context, path, &bytes, &len);
    if (status == HPLAN_OK && !collect(text, bytes, len))
        status = HPLAN_NOMEM;
    if (bytes != NULL)
        host->release(host->context, bytes);
    if (status == HPLAN_OK)
        return true;
    say_status(cli, status, path);
    return false;
}

static hplan_status add_stdin(Cli *cli, hplan_session *s)
{
    Collected text = {0};
    hplan_status status = HPLAN_OK;
    if (collect_fd(&text, STDIN_FILENO, STDIN_MAX) || errno == EFBIG) {
        status = hplan_bytes_add(s, STDIN_NAME, text.bytes, text.len);
        if (status != HPLAN_OK)
            say_status(cli, status, STDIN_NAME);
    } else {
        status = errno == ENOMEM ? HPLAN_NOMEM : HPLAN_UNREADABLE;
        say(cli, errno == ENOMEM ? T_NO_MEMORY : T_STDIN_FAILED, NULL, NULL);
    }
    free(text.bytes);
    return status;
}

/* The settings of a project concern all its plans, and are nothing by themselves: where a folder
 * may be named, they stand for the one they lie in. NULL: the operand is something else. */
static char *folder_of_settings(const char *operand)
{
    static const char settings[] = "prosjekt.hplan";
    const char *slash = strrchr(operand, '/');
    const char *base = slash != NULL ? slash + 1 : operand;
    struct stat st;
    if (strcmp(base, settings) != 0 || stat(operand, &st) != 0 || !S_ISREG(st.st_mode))
        return NULL;
    char *folder = strdup(slash != NULL ? operand : ".");
    if (folder != NULL && slash != NULL)
        folder[slash == operand ? 1 : slash - operand] = '\0';
    return folder;
}

hplan_status work_add(Cli *cli, hplan_session *s, const char *operand, bool folders)
{
    if (strcmp(operand, "-") == 0)
        return add_stdin(cli, s);
    char *project = folders ? folder_of_settings(operand) : NULL;
    hplan_status status =
        project != NULL ? hplan_folder_add(s, project) : hplan_file_add(s, operand);
    free(project);
    if (status == HPLAN_FOLDER && folders)
        status = hplan_folder_add(s, operand);
    if (status != HPLAN_OK)
        say_status(cli, status, operand);
    return status;
}

hplan_status work_tell_unread(Cli *cli, const hplan_session *s)
{
    hplan_status why = HPLAN_OK;
    const char *folder;
    for (size_t i = 0; (folder = hplan_folder_unread(s, i, &why)) != NULL; i++)
        say_status(cli, why, folder);
    return why;
}

hplan_session *work_checked(Cli *cli, const char *operand, bool exact)
{
    hplan_session *s = work_open(cli, exact);
    if (s == NULL)
        return NULL;
    if (work_add(cli, s, operand, false) == HPLAN_OK) {
        hplan_status status = hplan_session_check(s);
        if (status == HPLAN_OK)
            return s;
        say_status(cli, status, operand);
    }
    hplan_session_close(s);
    return NULL;
}

const char *work_output(const Cli *cli)
{
    const char *path = cli->args.value[OPT_OUTPUT];
    return path != NULL && strcmp(path, "-") == 0 ? NULL : path;
}
