#include "support/heard.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

bool hear(void *heard, const char *bytes, size_t len)
{
    Heard *h = heard;
    char *larger = realloc(h->bytes, h->len + len + 1);
    ck_assert_ptr_nonnull(larger);
    memcpy(larger + h->len, bytes, len);
    h->bytes = larger;
    h->len += len;
    larger[h->len] = '\0';
    return true;
}

hplan_status heard_format(const char *bytes, size_t len, Heard *out)
{
    hplan_session *s = hplan_session_open(NULL);
    ck_assert_ptr_nonnull(s);
    *out = (Heard){0};
    hear(out, "", 0);
    hplan_status status = hplan_format(s, bytes, len, hear, out);
    hplan_session_close(s);
    return status;
}
