/*
 * path.h — paths as text.  Layer: api.
 *
 * Nothing here looks at a disk; the host does. Folders are parted by '/'.
 */
#ifndef HPLAN_API_PATH_H
#define HPLAN_API_PATH_H

#include "base/str.h"

/* NUL-terminated, for the host. A path with a NUL in it is cut there: ask path_is_sound first. */
const char *path_cstr(Arena *a, Str path);
bool path_is_sound(Str path); /* not empty, no NUL, no line end */
/* `path` as seen from `folder`; an absolute one stays as it is. */
Str path_join(Arena *a, Str folder, Str path);
/* Without ".", "//", and without ".." but for leading ones. "." for nothing. */
Str path_normal(Arena *a, Str path);
Str path_folder(Str path); /* of "a/b" "a", of "/a" "/", of "a" "" */
Str path_base(Str path);   /* what follows the last '/' */
/* All normal and absolute: the file as seen from the folder, "../plan.hplan". */
Str path_from(Arena *a, Str folder, Str file);
/* Both normal and absolute: is it the folder itself, or below it? */
bool path_inside(Str path, Str folder);

#endif
