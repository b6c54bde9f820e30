/*
 * library.c — finds the files of the standard library inside the binary.  Layer: api.
 *
 * In: a file's name. Out: its text, borrowed for ever. Names are in UTF-8 as the tree has them,
 * which may be decomposed on some systems, so they are compared folded.
 */
#include "api/library.h"
#include "base/utf8.h"
#include "embed.h"

EMBEDDED_FILES(stdlib);

enum { NEAR = 3 };

static bool find(void *context, const char *file_name, Str *text)
{
    (void)context;
    for (size_t i = 0; i < stdlib_file_count; i++) {
        if (strcmp(stdlib_files[i].name, file_name) != 0)
            continue;
        *text = (Str){stdlib_files[i].text, (uint32_t)stdlib_files[i].len};
        return true;
    }
    return false;
}

const LibrarySource library_embedded = {NULL, find};

/* regel-god-skikk.hplan is the profile god-skikk; a skjema is reached by the table that follows it,
 * and is no part that a file takes in. */
static bool part_name(size_t i, Str *name, bool *profile)
{
    Str file = str_from(stdlib_files[i].name);
    Str ending = STR(".hplan");
    Str rules = STR("regel-");
    if (!str_ends(file, ending) || str_starts(file, STR("skjema-")))
        return false;
    file.len -= ending.len;
    *profile = str_starts(file, rules);
    *name = *profile ? str_slice(file, rules.len, file.len) : file;
    return true;
}

bool library_has(Str name, Str *profile)
{
    *profile = STR_NONE;
    for (size_t i = 0; i < stdlib_file_count; i++) {
        Str part;
        bool rules;
        if (!part_name(i, &part, &rules) || !str_eq(part, name))
            continue;
        if (rules)
            *profile = (Str){stdlib_files[i].text, (uint32_t)stdlib_files[i].len};
        return true;
    }
    return false;
}

Str library_nearest(Arena *scratch, Str name)
{
    Str best = STR_NONE;
    uint32_t nearest = NEAR + 1;
    for (size_t i = 0; i < stdlib_file_count; i++) {
        Str part;
        bool rules;
        if (!part_name(i, &part, &rules))
            continue;
        uint32_t distance = utf8_distance(scratch, name, part, NEAR);
        if (distance < nearest) {
            nearest = distance;
            best = part;
        }
    }
    return best;
}
