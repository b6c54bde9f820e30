/*
 * path.c — paths as text.  Layer: api.
 */
#include "api/path.h"

const char *path_cstr(Arena *a, Str path)
{
    return arena_copy(a, path.ptr, path.len);
}

bool path_is_sound(Str path)
{
    for (uint32_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '\0' || path.ptr[i] == '\n' || path.ptr[i] == '\r')
            return false;
    return path.len > 0;
}

Str path_join(Arena *a, Str folder, Str path)
{
    if (folder.len == 0 || (path.len > 0 && path.ptr[0] == '/'))
        return path;
    Buf out;
    buf_init(&out, a);
    buf_str(&out, folder);
    if (folder.ptr[folder.len - 1] != '/')
        buf_char(&out, '/');
    buf_str(&out, path);
    return buf_view(&out);
}

/* Takes the last part away again, unless there is none to take or it is itself a "..". */
static bool step_up(Buf *out, size_t start)
{
    size_t from = out->len;
    while (from > start && out->ptr[from - 1] != '/')
        from--;
    if (from == out->len || (out->len - from == 2 && memcmp(out->ptr + from, "..", 2) == 0))
        return false;
    out->len = from > start ? from - 1 : from;
    return true;
}

static void add_part(Buf *out, size_t start, Str part)
{
    if (out->len > start)
        buf_char(out, '/');
    buf_str(out, part);
}

Str path_normal(Arena *a, Str path)
{
    Buf out;
    buf_init(&out, a);
    bool absolute = path.len > 0 && path.ptr[0] == '/';
    if (absolute)
        buf_char(&out, '/');
    size_t start = out.len;
    for (uint32_t at = 0; at < path.len;) {
        uint32_t end = at;
        while (end < path.len && path.ptr[end] != '/')
            end++;
        Str part = str_slice(path, at, end);
        bool up = str_eq(part, STR(".."));
        if (up && !step_up(&out, start) && !absolute)
            add_part(&out, start, part);
        else if (!up && part.len > 0 && !str_eq(part, STR(".")))
            add_part(&out, start, part);
        at = end + 1;
    }
    if (out.len == 0)
        buf_char(&out, '.');
    return buf_view(&out);
}

static uint32_t after_last_slash(Str path)
{
    uint32_t at = path.len;
    while (at > 0 && path.ptr[at - 1] != '/')
        at--;
    return at;
}

Str path_folder(Str path)
{
    uint32_t at = after_last_slash(path);
    return str_slice(path, 0, at > 1 ? at - 1 : at);
}

Str path_base(Str path)
{
    return str_slice(path, after_last_slash(path), path.len);
}

bool path_inside(Str path, Str folder)
{
    if (!str_starts(path, folder))
        return false;
    bool whole_part = path.len == folder.len || path.ptr[folder.len] == '/';
    return whole_part || (folder.len == 1 && folder.ptr[0] == '/');
}

Str path_from(Arena *a, Str folder, Str file)
{
    Buf out;
    buf_init(&out, a);
    while (folder.len > 0 && !path_inside(file, folder)) {
        buf_cstr(&out, "../");
        folder = path_folder(folder);
    }
    uint32_t at = folder.len;
    while (at < file.len && file.ptr[at] == '/')
        at++;
    buf_str(&out, str_slice(file, at, file.len));
    return buf_view(&out);
}
