/*
 * heard.h — what the library says, kept: `hear` is an hplan_write that adds to a Heard.
 *
 *     Heard said = {0};
 *     ck_assert_int_eq(hplan_report_write(s, 0, "md", hear, &said), HPLAN_OK);
 *     ck_assert_str_eq(said.bytes, "…");
 *     free(said.bytes);
 */
#ifndef HPLAN_TESTS_HEARD_H
#define HPLAN_TESTS_HEARD_H

#include <hplan/hplan.h>

#include <stdbool.h>
#include <stddef.h>

typedef struct Heard {
    char *bytes; /* NUL-terminated; NULL before anything is said; free() it */
    size_t len;
} Heard;

bool hear(void *heard, const char *bytes, size_t len);

/* A file in its form, or what is wrong with it, by a session of its own. */
hplan_status heard_format(const char *bytes, size_t len, Heard *out);

#endif
