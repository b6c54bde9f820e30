/* fuzz_check.c: the whole check. It says the same twice, each finding has its place in a file it
 * knows, every form of the findings is well-formed, and the counts agree with what is said. */
#include "fuzz/fuzz.h"

#include <jansson.h>
#include <string.h>

static const FuzzFile *file_of(const FuzzFiles *files, const char *name)
{
    size_t len = name == NULL ? 0 : strlen(name);
    for (size_t i = 0; i < files->count; i++) {
        size_t tail = strlen(files->at[i].name);
        bool whole = len == tail || (len > tail && name[len - tail - 1] == '/');
        if (whole && strcmp(name + len - tail, files->at[i].name) == 0)
            return &files->at[i];
    }
    return NULL;
}

static bool in_library(const char *name)
{
    return name != NULL && strncmp(name, "standardbibliotek", 17) == 0;
}

static void check_span(const FuzzFiles *files, const json_t *at)
{
    const char *name = json_string_value(json_object_get(at, "file"));
    json_int_t off = json_integer_value(json_object_get(at, "offset"));
    json_int_t len = json_integer_value(json_object_get(at, "length"));
    const FuzzFile *file = file_of(files, name);
    if (in_library(name))
        return;
    FUZZ_HOLDS(file != NULL);
    FUZZ_HOLDS(off >= 0 && len >= 0 && (size_t)(off + len) <= file->len);
}

static hplan_severity severity_of(const json_t *finding)
{
    const char *word = json_string_value(json_object_get(finding, "severity"));
    FUZZ_HOLDS(word != NULL);
    return strcmp(word, "error") == 0     ? HPLAN_ERROR
           : strcmp(word, "warning") == 0 ? HPLAN_WARNING
                                          : HPLAN_NOTE;
}

static hplan_severity check_finding(const FuzzFiles *files, const char *line, size_t len)
{
    json_t *finding = json_loadb(line, len, 0, NULL), *part;
    size_t i;
    FUZZ_HOLDS(finding != NULL);
    check_span(files, finding);
    json_array_foreach(json_object_get(finding, "places"), i, part) check_span(files, part);
    json_array_foreach(json_object_get(json_object_get(finding, "fix"), "edits"), i, part)
        check_span(files, part);
    hplan_severity severity = severity_of(finding);
    json_decref(finding);
    return severity;
}

static void check_findings(const FuzzFiles *files, hplan_session *s, const FuzzText *said)
{
    size_t counts[HPLAN_ERROR + 1] = {0};
    const char *end = said->bytes + said->len;
    for (const char *at = said->bytes, *stop; at < end; at = stop + 1) {
        stop = memchr(at, '\n', (size_t)(end - at));
        FUZZ_HOLDS(stop != NULL);
        counts[check_finding(files, at, (size_t)(stop - at))]++;
    }
    for (hplan_severity v = HPLAN_NOTE; v <= HPLAN_ERROR; v++)
        FUZZ_HOLDS(counts[v] == hplan_finding_count(s, v));
}

/* The other forms and what is told of a plan: they are made, and SARIF is JSON. */
static void check_forms(hplan_session *s)
{
    static const hplan_look look = {.known = true, .max = 20};
    FuzzText text = {0};
    FUZZ_HOLDS(hplan_findings_write(s, HPLAN_FORM_SARIF, NULL, fuzz_keep, &text) == HPLAN_OK);
    json_t *sarif = json_loadb(text.bytes, text.len, 0, NULL);
    FUZZ_HOLDS(sarif != NULL);
    json_decref(sarif);
    FUZZ_HOLDS(hplan_findings_write(s, HPLAN_FORM_TEXT, &look, fuzz_keep, &text) == HPLAN_OK);
    FUZZ_HOLDS(hplan_findings_write(s, HPLAN_FORM_GITHUB, NULL, fuzz_keep, &text) == HPLAN_OK);
    FUZZ_HOLDS(hplan_coverage_write(s, HPLAN_FORM_TEXT, &look, fuzz_keep, &text) == HPLAN_OK);
    for (size_t root = 0; root < hplan_root_count(s); root++)
        FUZZ_HOLDS(hplan_root_summary(s, root, fuzz_keep, &text) == HPLAN_OK);
    if (hplan_root_count(s) == 1)
        (void)hplan_figure_explain(s, "ramme.2018", fuzz_keep, &text);
    fuzz_text_free(&text);
}

void fuzz_one(const uint8_t *data, size_t size)
{
    FuzzFiles files;
    fuzz_split(&files, data, size);
    hplan_session *s = fuzz_checked(&files), *again = fuzz_checked(&files);
    FuzzText said = fuzz_findings(s), said_again = fuzz_findings(again);
    FUZZ_HOLDS(said.len == said_again.len && memcmp(said.bytes, said_again.bytes, said.len) == 0);
    check_findings(&files, s, &said);
    check_forms(s);
    fuzz_text_free(&said);
    fuzz_text_free(&said_again);
    hplan_session_close(s);
    hplan_session_close(again);
}
