/* mutant_run.c: see mutant.h. Checks the files of a plan in memory, one of them changed. */
#include "support/mutant.h"

#include "hplan/hplan.h"
#include "support/heard.h"

#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- a host with two files in a folder ------------------------------------------------------ */

#define FOLDER "/plan"

typedef struct Files {
    const PlanText *files;
    char *changed[MUTANT_FILES]; /* NULL: as it is */
} Files;

static int file_of(const Files *f, const char *path)
{
    const char *name = strrchr(path, '/');
    name = name == NULL ? path : name + 1;
    for (int i = 0; i < MUTANT_FILES; i++)
        if (strcmp(f->files[i].name, name) == 0)
            return i;
    return -1;
}

static hplan_status give_file(void *context, const char *path, char **bytes, size_t *len)
{
    const Files *f = context;
    int file = file_of(f, path);
    if (file < 0)
        return HPLAN_MISSING;
    const char *text = f->changed[file] != NULL ? f->changed[file] : f->files[file].bytes;
    *len = strlen(text);
    *bytes = calloc(*len + 2, 1);
    if (*bytes == NULL)
        return HPLAN_NOMEM;
    memcpy(*bytes, text, *len);
    return HPLAN_OK;
}

static hplan_status give_name(void *context, const char *path, char **name)
{
    (void)context;
    size_t room = strlen(path) + sizeof FOLDER + 1;
    *name = malloc(room);
    if (*name == NULL)
        return HPLAN_NOMEM;
    snprintf(*name, room, "%s%s", path[0] == '/' ? "" : FOLDER "/", path);
    return HPLAN_OK;
}

static hplan_path_kind give_kind(void *context, const char *path)
{
    if (file_of(context, path) >= 0)
        return HPLAN_PATH_FILE;
    return strcmp(path, FOLDER) == 0 || strcmp(path, "/") == 0 ? HPLAN_PATH_FOLDER
                                                               : HPLAN_PATH_MISSING;
}

static hplan_status give_list(void *context, const char *folder, hplan_entry *entry, void *to)
{
    const Files *f = context;
    (void)folder;
    for (int i = 0; i < MUTANT_FILES; i++)
        entry(to, f->files[i].name);
    return HPLAN_OK;
}

static void release(void *context, char *block)
{
    (void)context;
    free(block);
}

/* ---- the findings --------------------------------------------------------------------------- */

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text == NULL ? "" : text;
}

static bool names_line(const json_t *at, const PlanText *file, const Mutant *mutant)
{
    int line = (int)json_integer_value(json_object_get(at, "line"));
    const char *name = strrchr(text_of(at, "file"), '/');
    if (name == NULL || strcmp(name + 1, file->name) != 0)
        return false;
    return (line >= mutant->from && line <= mutant->to) ||
           (line != 0 && (line == mutant->sum || line == mutant->opener));
}

static bool in_place(const json_t *finding, const PlanText *files, const Mutant *mutant)
{
    const PlanText *file = &files[mutant->edits[0].file];
    if (mutant->anywhere || names_line(finding, file, mutant))
        return true;
    size_t i;
    json_t *place;
    json_array_foreach(json_object_get(finding, "places"), i,
                       place) if (names_line(place, file, mutant)) return true;
    return false;
}

static void keep(Verdict *v, const json_t *finding)
{
    size_t used = strlen(v->said);
    const char *name = strrchr(text_of(finding, "file"), '/');
    snprintf(v->said + used, sizeof v->said - used, "%s%s %s:%d %s%s%s", used > 0 ? " / " : "",
             text_of(finding, "code"), name == NULL ? "" : name + 1,
             (int)json_integer_value(json_object_get(finding, "line")), text_of(finding, "message"),
             text_of(finding, "label")[0] != '\0' ? " " : "", text_of(finding, "label"));
}

static void judge(Verdict *v, char *lines, const PlanText *files, const Mutant *mutant)
{
    for (char *line = strtok(lines, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        json_error_t error;
        json_t *finding = json_loads(line, 0, &error);
        ck_assert_msg(finding != NULL, "%s: %s", error.text, line);
        const char *severity = text_of(finding, "severity");
        if (strcmp(severity, "note") != 0) {
            v->errors += strcmp(severity, "error") == 0;
            if (v->findings++ == 0)
                v->placed = mutant == NULL || in_place(finding, files, mutant);
            keep(v, finding);
        }
        json_decref(finding);
    }
}

/* ---- the mutant ----------------------------------------------------------------------------- */

static char *spliced(const char *text, const Edit *e)
{
    size_t len = strlen(text), with = strlen(e->with);
    char *out = malloc(len - e->len + with + 1);
    ck_assert_ptr_nonnull(out);
    memcpy(out, text, e->at);
    memcpy(out + e->at, e->with, with);
    memcpy(out + e->at + with, text + e->at + e->len, len - e->at - e->len + 1);
    return out;
}

/* A second edit stands before the first in the text, so that neither moves the other. */
static void change(Files *f, const Mutant *mutant)
{
    for (int i = 0; mutant != NULL && i < mutant->count; i++) {
        const Edit *e = &mutant->edits[i];
        char *was = f->changed[e->file];
        f->changed[e->file] = spliced(was != NULL ? was : f->files[e->file].bytes, e);
        free(was);
    }
}

Verdict mutant_run(const PlanText files[MUTANT_FILES], const Mutant *mutant)
{
    Verdict v = {0};
    Files f = {.files = files};
    Heard heard = {0};
    hplan_host host = {&f, give_file, give_name, give_kind, give_list, release};
    hplan_options options = {.lang = HPLAN_LANG_NB, .host = &host};
    change(&f, mutant);
    hplan_session *s = hplan_session_open(&options);
    ck_assert_ptr_nonnull(s);
    ck_assert_int_eq(hplan_file_add(s, FOLDER "/handlingsplan.hplan"), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    ck_assert_int_eq(hplan_findings_write(s, HPLAN_FORM_JSON, NULL, hear, &heard), HPLAN_OK);
    hplan_session_close(s);
    if (heard.bytes != NULL)
        judge(&v, heard.bytes, files, mutant);
    free(heard.bytes);
    for (int i = 0; i < MUTANT_FILES; i++)
        free(f.changed[i]);
    return v;
}

void mutant_print(const PlanText files[MUTANT_FILES], const Mutant *mutant, const Verdict *v,
                  const char *head)
{
    const Edit *e = &mutant->edits[0];
    const PlanText *t = &files[e->file];
    size_t from = plan_line_start(t, e->at), end = plan_line_end(t, e->at + e->len);
    while (t->bytes[from] == ' ' && from < e->at)
        from++;
    size_t shown = e->at + e->len + 40 < end ? e->at + e->len + 40 : end;
    if (e->at > from + 60)
        from = e->at - 60;
    while (((unsigned char)t->bytes[from] & 0xc0) == 0x80)
        from++;
    while (((unsigned char)t->bytes[shown] & 0xc0) == 0x80)
        shown++;
    int cut = e->len > 30 ? 30 : (int)e->len;
    printf("  %s [%s] %s:%d  %.*s\x1b[7m%.*s → %.30s\x1b[0m%.*s\n", head, mutant->kind, t->name,
           mutant->from, (int)(e->at - from), t->bytes + from, cut, t->bytes + e->at, e->with,
           shown > e->at + e->len ? (int)(shown - e->at - e->len) : 0, t->bytes + e->at + e->len);
    if (v->said[0] != '\0')
        printf("      %d: %s\n", v->findings, v->said);
}
