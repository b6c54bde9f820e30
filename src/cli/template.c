/*
 * template.c — what a new plan, report or project is made of.  Layer: cli.
 *
 * In: a wish, and the embedded templates. Out: files in memory. The templates are whole plans for
 * Kragerø in 2026, so that they can be read, checked and formatted as they are; here every year in
 * them is moved, and the place put in.
 */
#include "cli/cli.h"
#include "embed.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

EMBEDDED_FILES(template);

#define PLACE "Kragerø"

enum { THEIR_YEAR = 2026, LANGUAGES = 3, YEAR_LEN = 4 };

typedef struct KindRow {
    const char *names[2];
} KindRow;

typedef struct FileRow {
    TemplateKind kind;
    const char *template;
    const char *path[LANGUAGES];
} FileRow;

static const KindRow kinds[TEMPLATE_KINDS] = {
#define KIND(id, en, nb) [TEMPLATE_##id] = {{en, nb}},
#include "cli/templates.def"
};

static const FileRow rows[] = {
#define FILE(kind, template, nb, nn, en) {TEMPLATE_##kind, template, {nb, nn, en}},
#include "cli/templates.def"
};

TemplateKind template_kind(const char *name)
{
    for (int id = 0; id < TEMPLATE_KINDS; id++)
        if (strcmp(name, kinds[id].names[0]) == 0 || strcmp(name, kinds[id].names[1]) == 0)
            return (TemplateKind)id;
    return TEMPLATE_KINDS;
}

const char *template_near(const char *name)
{
    const char *names[2 * TEMPLATE_KINDS];
    for (int id = 0; id < TEMPLATE_KINDS; id++) {
        names[2 * id] = kinds[id].names[0];
        names[2 * id + 1] = kinds[id].names[1];
    }
    return nearest_name(name, names, sizeof names / sizeof *names);
}

/* ---- one file ------------------------------------------------------------------------------- */

static bool put(Collected *to, const char *text)
{
    return collect(to, text, strlen(text));
}

static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* A year of the template begins at `at`. */
static bool is_year(const char *line, const char *at, const char *end)
{
    if (end - at < YEAR_LEN || at[0] != '2' || at[1] != '0' || (at > line && is_word(at[-1])))
        return false;
    return strspn(at, "0123456789") == YEAR_LEN;
}

/* A piece of a template, moved to the year and place wished for. Where no place is, the line that
 * would name it is only a comment. */
static bool put_line(Collected *to, const TemplateWish *wish, const char *line, size_t len)
{
    const char *end = line + len;
    bool fits = true;
    const char *named = strstr(line, PLACE);
    const char *p = line;
    if (wish->place == NULL && named != NULL && named < end) {
        p += strspn(line, " ");
        fits = collect(to, line, (size_t)(p - line)) && put(to, "# ");
    }
    while (fits && p < end) {
        if (is_year(line, p, end)) {
            char year[16];
            // NOLINTNEXTLINE(cert-err34-c): these are digits
            (void)snprintf(year, sizeof year, "%d", atoi(p) + wish->year - THEIR_YEAR);
            fits = put(to, year);
            p += YEAR_LEN;
        } else if (p == named && wish->place != NULL) {
            fits = put(to, wish->place);
            p += strlen(PLACE);
        } else {
            fits = collect(to, p++, 1);
        }
    }
    return fits;
}

static bool put_template(Collected *to, const TemplateWish *wish, const EmbeddedFile *file)
{
    assert(file != NULL); /* every template of the table is there, as a test sees to */
    const char *end = file->text + file->len;
    for (const char *line = file->text; line < end;) {
        size_t len = strcspn(line, "\n") + 1;
        if (!put_line(to, wish, line, len))
            return false;
        line += len;
    }
    return true;
}

/* NAME.LANGUAGE.*, else NAME.*. */
static const EmbeddedFile *template_named(const char *name, hplan_lang words)
{
    static const char *const tags[LANGUAGES] = {"nb", "nn", "en"};
    const EmbeddedFile *shared = NULL;
    char start[64];
    int len = snprintf(start, sizeof start, "%s.%s.", name, tags[words - HPLAN_LANG_NB]);
    for (const EmbeddedFile *file = template_files; file->name != NULL; file++) {
        if (strncmp(file->name, start, (size_t)len) == 0)
            return file;
        if (strncmp(file->name, start, strlen(name) + 1) == 0)
            shared = file;
    }
    return shared;
}

/* OWNED. NULL: no memory. */
static char *path_of(const TemplateWish *wish, const char *name)
{
    Collected path = {0};
    size_t len = strlen(wish->folder);
    bool here = len == 0 || strcmp(wish->folder, ".") == 0;
    bool fits = here || put(&path, wish->folder);
    if (!here && wish->folder[len - 1] != '/')
        fits = fits && put(&path, "/");
    fits = fits && put_line(&path, wish, name, strlen(name)) && collect(&path, "", 1);
    if (!fits) {
        free(path.bytes);
        return NULL;
    }
    return path.bytes;
}

size_t template_make(const TemplateWish *wish, OutFile files[TEMPLATE_FILES])
{
    size_t count = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows && count < TEMPLATE_FILES; i++) {
        if (rows[i].kind != wish->kind)
            continue;
        OutFile *file = &files[count++];
        file->fresh = true;
        file->path = path_of(wish, rows[i].path[wish->words - HPLAN_LANG_NB]);
        if (file->path == NULL ||
            !put_template(&file->content, wish, template_named(rows[i].template, wish->words)))
            return 0;
    }
    return count;
}
