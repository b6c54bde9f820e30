/*
 * ide_fixture.c — a checked session over texts that lie in no file.
 */
#include "ide_fixture.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_mark(const char *p)
{
    return strncmp(p, "‹", 3) == 0 && p[3] >= '1' && p[3] <= '9' && strncmp(p + 4, "›", 3) == 0;
}

static char *take_marks(IdeFixture *f, const char *marked)
{
    char *text = malloc(strlen(marked) + 1);
    size_t len = 0;
    ck_assert_ptr_nonnull(text);
    for (const char *p = marked; *p != '\0';) {
        if (is_mark(p)) {
            f->places[p[3] - '0'] = len;
            p += 7;
        } else {
            text[len++] = *p++;
        }
    }
    text[len] = '\0';
    return text;
}

void ide_open(IdeFixture *f, const char *marked)
{
    memset(f, 0, sizeof *f);
    f->text = take_marks(f, marked);
    f->s = hplan_session_open(NULL);
    ck_assert_ptr_nonnull(f->s);
    ck_assert_int_eq(hplan_bytes_add(f->s, "plan.hplan", f->text, strlen(f->text)), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(f->s), HPLAN_OK);
}

void ide_open_file(IdeFixture *f, const char *path)
{
    memset(f, 0, sizeof *f);
    f->s = hplan_session_open(NULL);
    ck_assert_ptr_nonnull(f->s);
    ck_assert_int_eq(hplan_file_add(f->s, path), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(f->s), HPLAN_OK);
}

void ide_close(IdeFixture *f)
{
    hplan_session_close(f->s);
    free(f->text);
}

const char *ide_words(const IdeFixture *f, hplan_range range)
{
    static char words[4096];
    size_t len;
    const char *text = hplan_file_text(f->s, range.file, &len);
    ck_assert_ptr_nonnull(text);
    ck_assert(range.start <= range.end && range.end <= len);
    snprintf(words, sizeof words, "%.*s", (int)(range.end - range.start), text + range.start);
    return words;
}

size_t ide_find(const IdeFixture *f, const char *what, int nth)
{
    size_t len;
    const char *text = hplan_file_text(f->s, 0, &len);
    const char *at = text;
    for (int i = 0; i < nth; i++) {
        at = strstr(at + (i > 0), what);
        ck_assert_msg(at != NULL, "no %s", what);
    }
    return (size_t)(at - text);
}
