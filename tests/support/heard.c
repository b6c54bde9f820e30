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
