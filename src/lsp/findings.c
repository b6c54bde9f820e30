/*
 * findings.c — a finding as the protocol's Diagnostic.  Layer: lsp.
 */
#include "lsp/findings.h"

#include <stdlib.h>
#include <string.h>

enum { SEVERITY_ERROR = 1, SEVERITY_WARNING, SEVERITY_INFORMATION, SEVERITY_HINT };
enum { TAG_UNNECESSARY = 1 };

static int severity(const hplan_finding *finding)
{
    if (finding->known)
        return SEVERITY_HINT; /* the plan says so itself */
    switch (finding->severity) {
    case HPLAN_ERROR: return SEVERITY_ERROR;
    case HPLAN_WARNING: return SEVERITY_WARNING;
    case HPLAN_NOTE: break;
    }
    return SEVERITY_INFORMATION;
}

/* What stands there does nothing: an editor may show it faded. */
static bool is_unnecessary(const char *code)
{
    static const char *const codes[] = {"HP2011", "HP6012"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(codes[i], code) == 0)
            return true;
    return false;
}

static void add_line(Bytes *text, const char *line)
{
    if (line == NULL)
        return;
    if (text->len > 0)
        bytes_add(text, "\n", 1);
    bytes_add(text, line, strlen(line));
}

static json_t *whole_message(const hplan_finding *finding)
{
    Bytes text = {0};
    add_line(&text, finding->message);
    add_line(&text, finding->label);
    for (size_t i = 0; i < finding->note_count; i++)
        add_line(&text, finding->notes[i]);
    json_t *out = json_of_bytes(text.at, text.len);
    bytes_free(&text);
    return out;
}

static json_t *other_places(const Server *s, Group *g, const hplan_finding *finding)
{
    json_t *out = json_array();
    for (size_t i = 0; i < finding->place_count; i++) {
        json_t *location = place_location(s, g, finding->places[i].range);
        if (location != NULL)
            (void)json_array_append_new(out,
                                        json_pack("{s:o, s:o}", "location", location, "message",
                                                  json_of_text(finding->places[i].text)));
    }
    return out;
}

bool finding_file(const Group *g, const hplan_finding *finding, size_t *file)
{
    *file = finding->range.file;
    if (*file < g->file_count)
        return true;
    return group_file_of(g, g->given, file); /* of no file: shown where the work began */
}

json_t *finding_json(const Server *s, Group *g, const hplan_finding *finding, size_t file)
{
    hplan_range range = finding->placed ? finding->range : (hplan_range){file, 0, 0};
    json_t *out =
        json_pack("{s:o, s:i, s:s, s:s, s:o, s:{s:s, s:b}}", "range", place_range(s, g, range),
                  "severity", severity(finding), "code", finding->code, "source", "hplanc",
                  "message", whole_message(finding), "data", "slug",
                  finding->slug != NULL ? finding->slug : "", "known", (int)finding->known);
    if (is_unnecessary(finding->code))
        (void)json_object_set_new(out, "tags", json_pack("[i]", TAG_UNNECESSARY));
    if (finding->place_count > 0)
        (void)json_object_set_new(out, "relatedInformation", other_places(s, g, finding));
    return out;
}
