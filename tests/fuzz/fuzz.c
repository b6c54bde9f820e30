/* fuzz.c: see fuzz.h. */
#include "fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER    "/plan/"
#define FIRST     "plan.hplan"
#define NEXT_FILE "\n#: "

void fuzz_fail(const char *what, const char *where, int line)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", where, line, what);
    abort();
}

bool fuzz_keep(void *to, const char *bytes, size_t len)
{
    FuzzText *text = to;
    if (text->room - text->len < len + 1) {
        text->room = 2 * text->room + len + 1;
        text->bytes = realloc(text->bytes, text->room);
        FUZZ_HOLDS(text->bytes != NULL);
    }
    memcpy(text->bytes + text->len, bytes, len);
    text->len += len;
    text->bytes[text->len] = '\0';
    return true;
}

void fuzz_text_free(FuzzText *text)
{
    free(text->bytes);
    *text = (FuzzText){0};
}

/* ---- the host ------------------------------------------------------------------------------- */

static const FuzzFile *find(const FuzzFiles *files, const char *path)
{
    const char *name =
        strncmp(path, FOLDER, sizeof FOLDER - 1) == 0 ? path + sizeof FOLDER - 1 : path;
    for (size_t i = 0; i < files->count; i++)
        if (strcmp(files->at[i].name, name) == 0)
            return &files->at[i];
    return NULL;
}

static hplan_status give_file(void *context, const char *path, char **bytes, size_t *len)
{
    const FuzzFile *file = find(context, path);
    if (file == NULL)
        return HPLAN_MISSING;
    *len = file->len;
    *bytes = calloc(file->len + 2, 1); /* just so long: one byte beyond is seen */
    FUZZ_HOLDS(*bytes != NULL);
    if (file->len > 0)
        memcpy(*bytes, file->bytes, file->len);
    return HPLAN_OK;
}

static hplan_status give_name(void *context, const char *path, char **name)
{
    const FuzzFile *file = find(context, path);
    if (file == NULL)
        return HPLAN_MISSING;
    size_t room = sizeof FOLDER + strlen(file->name);
    *name = malloc(room);
    FUZZ_HOLDS(*name != NULL);
    snprintf(*name, room, "%s%s", FOLDER, file->name);
    return HPLAN_OK;
}

static hplan_path_kind give_kind(void *context, const char *path)
{
    return find(context, path) != NULL ? HPLAN_PATH_FILE : HPLAN_PATH_MISSING;
}

static hplan_status give_list(void *context, const char *folder, hplan_entry *entry, void *to)
{
    const FuzzFiles *files = context;
    (void)folder;
    for (size_t i = 0; i < files->count; i++)
        entry(to, files->at[i].name);
    return HPLAN_OK;
}

static void release(void *context, char *block)
{
    (void)context;
    free(block);
}

static const FuzzFiles no_files = {
    .host = {(void *)(uintptr_t)&no_files, give_file, give_name, give_kind, give_list, release}};
static const FuzzFiles *machine = &no_files;

void fuzz_machine(const FuzzFiles *files)
{
    machine = files != NULL ? files : &no_files;
}

/* The linker puts it in the place of hplan_host_files (--wrap). */
const hplan_host *__wrap_hplan_host_files(void);
const hplan_host *__wrap_hplan_host_files(void)
{
    return &machine->host;
}

/* ---- the files of an input ------------------------------------------------------------------ */

static const char *next_mark(const char *from, const char *end)
{
    const size_t mark = sizeof NEXT_FILE - 1;
    for (const char *at = from; (size_t)(end - at) >= mark; at++)
        if (memcmp(at, NEXT_FILE, mark) == 0)
            return at;
    return end;
}

/* The name after a mark, and what follows its line. */
static const char *take_name(FuzzFile *file, const char *at, const char *end)
{
    const char *line = memchr(at, '\n', (size_t)(end - at));
    const char *stop = line == NULL ? end : line;
    size_t len = (size_t)(stop - at) < FUZZ_NAME - 1 ? (size_t)(stop - at) : FUZZ_NAME - 1;
    memcpy(file->name, at, len);
    file->name[len] = '\0';
    return line == NULL ? end : line + 1;
}

static void no_files_yet(FuzzFiles *files)
{
    *files = (FuzzFiles){.host = {files, give_file, give_name, give_kind, give_list, release}};
    strcpy(files->at[0].name, FIRST);
}

void fuzz_one_file(FuzzFiles *files, const FuzzText *text)
{
    no_files_yet(files);
    files->count = 1;
    files->at[0].bytes = text->bytes;
    files->at[0].len = text->len;
}

void fuzz_split(FuzzFiles *files, const uint8_t *data, size_t size)
{
    const char *at = size > 0 ? (const char *)data : "";
    const char *end = at + size;
    no_files_yet(files);
    while (files->count < FUZZ_FILES) {
        FuzzFile *file = &files->at[files->count++];
        const char *stop = next_mark(at, end);
        file->bytes = at;
        file->len = (size_t)(stop - at);
        if (stop == end || files->count == FUZZ_FILES)
            return;
        at = take_name(&files->at[files->count], stop + sizeof NEXT_FILE - 1, end);
    }
}

hplan_session *fuzz_checked(const FuzzFiles *files)
{
    hplan_options options = {.coverage = true, .host = &files->host};
    hplan_session *s = hplan_session_open(&options);
    FUZZ_HOLDS(s != NULL);
    FUZZ_HOLDS(hplan_file_add(s, FOLDER FIRST) == HPLAN_OK);
    FUZZ_HOLDS(hplan_session_check(s) == HPLAN_OK);
    return s;
}

FuzzText fuzz_findings(hplan_session *s)
{
    FuzzText text = {0};
    fuzz_keep(&text, "", 0);
    FUZZ_HOLDS(hplan_findings_write(s, HPLAN_FORM_JSON, NULL, fuzz_keep, &text) == HPLAN_OK);
    return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_one(data, size);
    return 0;
}
