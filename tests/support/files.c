/* files.c — whole files, for tests. */
#include "support/files.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

char *stream_read(FILE *in, size_t *len)
{
    size_t used = 0, room = 4096;
    char *text = malloc(room);
    ck_assert_ptr_nonnull(text);
    for (size_t got; (got = fread(text + used, 1, room - used - 1, in)) > 0;) {
        used += got;
        if (room - used > 1)
            continue;
        room *= 2;
        text = realloc(text, room);
        ck_assert_ptr_nonnull(text);
    }
    text[used] = '\0';
    if (len != NULL)
        *len = used;
    return text;
}

char *file_read(const char *path, size_t *len)
{
    FILE *in = fopen(path, "rb");
    if (in == NULL)
        return NULL;
    char *text = stream_read(in, len);
    ck_assert_int_eq(fclose(in), 0);
    return text;
}

char *file_expect(const char *path, size_t *len)
{
    char *text = file_read(path, len);
    ck_assert_msg(text != NULL, "%s cannot be read", path);
    return text;
}

void file_write(const char *path, const char *bytes, size_t len)
{
    FILE *out = fopen(path, "wb");
    ck_assert_msg(out != NULL, "%s cannot be written", path);
    ck_assert_uint_eq(fwrite(bytes, 1, len, out), len);
    ck_assert_int_eq(fclose(out), 0);
}

glob_t files_named(const char *pattern)
{
    glob_t files;
    ck_assert_msg(glob(pattern, 0, NULL, &files) == 0, "there is no %s", pattern);
    return files;
}

const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* Check cuts no message short, and a whole document would be too long for one. */
void file_is_golden(const char *path, const char *made)
{
    if (getenv("HPLAN_RENEW") != NULL)
        file_write(path, made, strlen(made));
    char *golden = file_expect(path, NULL);
    size_t same = 0;
    int line = 1;
    for (; made[same] != '\0' && made[same] == golden[same]; same++)
        line += made[same] == '\n';
    ck_assert_msg(made[same] == golden[same], "%s is otherwise from line %d on: %.300s", path, line,
                  made + same);
    free(golden);
}
