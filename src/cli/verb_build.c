/*
 * verb_build.c — hplanc build FILE --to FORMAT,... -o DIR.  Layer: cli.
 *
 * A format is written as it is made, so that none is whole in memory; and all of them are there
 * before the first one takes its place (files.c): a plan that cannot be published in one of them
 * leaves all its files as they were.
 */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FORMATS = 16 };

typedef struct Build {
    Cli *cli;
    hplan_session *s;
    char *words;                       /* OWNED: the list of formats, cut up */
    const char *formats[MOST_FORMATS]; /* each once */
    size_t count;
    const char *folder;
    bool prints; /* -o - */
} Build;

/* ---- what is asked for ---------------------------------------------------------------------- */

static void unknown_format(Cli *cli, const char *word)
{
    char known[256] = "";
    size_t used = 0;
    for (size_t i = 0; hplan_format_name(i) != NULL; i++) {
        const char *name = hplan_format_name(i);
        if (used + strlen(name) + 3 > sizeof known)
            break;
        (void)snprintf(known + used, sizeof known - used, "%s%s", i > 0 ? ", " : "", name);
        used = strlen(known);
    }
    say(cli, T_UNKNOWN_FORMAT, word, known);
}

static bool add_format(Build *b, const char *word)
{
    for (size_t i = 0; i < b->count; i++)
        if (strcmp(b->formats[i], word) == 0)
            return true;
    if (hplan_format_extension(word) == NULL || b->count == MOST_FORMATS) {
        unknown_format(b->cli, word);
        return false;
    }
    b->formats[b->count++] = word;
    return true;
}

static bool read_formats(Build *b)
{
    const char *list = b->cli->args.value[OPT_TO];
    b->words = strdup(list != NULL ? list : "md");
    if (b->words == NULL) {
        say(b->cli, T_NO_MEMORY, NULL, NULL);
        return false;
    }
    for (char *word = b->words; word != NULL;) {
        char *comma = strchr(word, ',');
        if (comma != NULL)
            *comma = '\0';
        if (!add_format(b, word))
            return false;
        word = comma != NULL ? comma + 1 : NULL;
    }
    return true;
}

static bool read_request(Build *b)
{
    const char *folder = b->cli->args.value[OPT_OUTPUT];
    b->folder = folder != NULL ? folder : ".";
    b->prints = strcmp(b->folder, "-") == 0;
    if (b->cli->args.operand_count != 1) {
        say(b->cli, T_ONE_FILE, NULL, NULL);
        return false;
    }
    if (!read_formats(b))
        return false;
    if (b->prints && b->count > 1) {
        say(b->cli, T_PRINTS_ONE, NULL, NULL);
        return false;
    }
    return true;
}

/* ---- making and writing --------------------------------------------------------------------- */

/* FOLDER/STEM.EXTENSION, where the stem is that of the plan's file. */
static char *output_path(const Build *b, const char *format)
{
    const char *name = hplan_root_name(b->s, 0);
    const char *slash = strrchr(name, '/');
    const char *stem = slash != NULL ? slash + 1 : name;
    const char *ending = hplan_format_extension(format);
    if (stem[0] == '<') /* standard input */
        stem = "plan";
    size_t len = strlen(stem);
    if (len > 6 && strcmp(stem + len - 6, ".hplan") == 0)
        len -= 6;
    bool bare = b->folder[0] == '\0' || strcmp(b->folder, ".") == 0;
    size_t room = strlen(b->folder) + len + strlen(ending) + 3;
    char *path = malloc(room);
    if (path == NULL)
        return NULL;
    bool closed = bare || b->folder[strlen(b->folder) - 1] == '/';
    (void)snprintf(path, room, "%s%s%.*s.%s", bare ? "" : b->folder, closed ? "" : "/", (int)len,
                   stem, ending);
    return path;
}

/* One of the formats. */
typedef struct Edition {
    hplan_session *s;
    const char *format;
} Edition;

static hplan_status make_edition(void *of, hplan_write *write, void *to)
{
    const Edition *e = of;
    return hplan_report_write(e->s, 0, e->format, write, to);
}

static bool plan_files(const Build *b, OutFile *files, Edition *editions)
{
    for (size_t i = 0; i < b->count; i++) {
        editions[i] = (Edition){b->s, b->formats[i]};
        files[i] = (OutFile){
            .path = output_path(b, b->formats[i]), .make = make_edition, .of = &editions[i]};
        if (files[i].path == NULL)
            return false;
    }
    return true;
}

static bool plan_deps(const Build *b, const OutFile *made, OutFile *deps)
{
    deps->path = strdup(b->cli->args.value[OPT_DEPS]);
    return deps->path != NULL && deps_put(deps, b->s, made, b->count);
}

static bool write_files(const Build *b)
{
    OutFile files[MOST_FORMATS + 1];
    Edition editions[MOST_FORMATS];
    memset(files, 0, sizeof files);
    size_t count = b->count;
    bool planned = plan_files(b, files, editions);
    if (planned && b->cli->args.given[OPT_DEPS])
        planned = plan_deps(b, files, &files[count++]);
    bool written = planned && files_write(b->cli, files, count);
    if (!planned)
        say_status(b->cli, HPLAN_NOMEM, NULL);
    if (written && !b->cli->args.given[OPT_QUIET])
        files_tell(b->cli, files, b->count);
    files_free(files, count);
    return written;
}

/* All of it, or nothing where memory runs out. */
static hplan_status print(const Build *b)
{
    Collected made = {0};
    hplan_status status = hplan_report_write(b->s, 0, b->formats[0], collect, &made);
    if (status == HPLAN_NOT_WRITTEN)
        status = HPLAN_NOMEM;
    if (status == HPLAN_OK && !stream_write(&b->cli->out, made.bytes, made.len))
        status = HPLAN_NOT_WRITTEN;
    free(made.bytes);
    return status;
}

static int publish(Build *b)
{
    if (hplan_root_count(b->s) == 0)
        return EXIT_NOT_DONE;
    int code = findings_exit_code(b->cli, b->s);
    b->cli->lang = hplan_session_lang(b->s);
    /* Findings of a part that the plan leaves out are errors as well. */
    bool errors = hplan_finding_count(b->s, HPLAN_ERROR) > 0;
    if (errors && !hplan_root_is_draft(b->s, 0)) {
        say(b->cli, T_REFUSED, NULL, NULL);
        return code;
    }
    if (!b->prints)
        return write_files(b) ? code : EXIT_NOT_DONE;
    hplan_status status = print(b);
    if (status != HPLAN_OK && status != HPLAN_NOT_WRITTEN)
        say_status(b->cli, status, NULL);
    if (status == HPLAN_OK && b->cli->args.given[OPT_DEPS] && !deps_write(b->cli, b->s))
        return EXIT_NOT_DONE;
    return status == HPLAN_OK ? code : EXIT_NOT_DONE;
}

static int show_and_publish(Build *b)
{
    hplan_status status = findings_show(b->cli, b->s);
    if (status == HPLAN_OK)
        return publish(b);
    if (status != HPLAN_NOT_WRITTEN)
        say_status(b->cli, status, NULL);
    return EXIT_NOT_DONE;
}

int verb_build(Cli *cli)
{
    Build b = {.cli = cli};
    int code = EXIT_NOT_DONE;
    if (read_request(&b))
        b.s = work_checked(cli, cli->args.operands[0], cli->args.given[OPT_EXACT]);
    if (b.s != NULL)
        code = show_and_publish(&b);
    hplan_session_close(b.s);
    free(b.words);
    return code;
}
