/*
 * library.c — finds the files of the standard library inside the binary.  Layer: api.
 *
 * In: a file's name. Out: its text, borrowed for ever. Names are in UTF-8 as the tree has them,
 * which may be decomposed on some systems, so they are compared folded.
 */
#include "api/library.h"
#include "api/stdlib_data.h"
#include "base/utf8.h"

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

static Str part_name(size_t i)
{
    Str name = str_from(stdlib_files[i].name);
    Str ending = STR(".hplan");
    return str_ends(name, ending) ? str_slice(name, 0, name.len - ending.len) : name;
}

bool library_has(Str name)
{
    for (size_t i = 0; i < stdlib_file_count; i++)
        if (str_eq(part_name(i), name))
            return true;
    return false;
}

Str library_nearest(Arena *scratch, Str name)
{
    Str best = STR_NONE;
    uint32_t nearest = NEAR + 1;
    for (size_t i = 0; i < stdlib_file_count; i++) {
        uint32_t distance = utf8_distance(scratch, name, part_name(i), NEAR);
        if (distance < nearest) {
            nearest = distance;
            best = part_name(i);
        }
    }
    return best;
}
