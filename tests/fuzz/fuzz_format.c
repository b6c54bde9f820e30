/* fuzz_format.c: the formatter. What is formatted twice does not change again; and a plan without
 * faults says the same as before: the same findings, and the same document. */
#include "base/utf8.h"
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static hplan_status format(const char *bytes, size_t len, FuzzText *out)
{
    hplan_session *s = hplan_session_open(NULL);
    FUZZ_HOLDS(s != NULL);
    fuzz_keep(out, "", 0);
    hplan_status status = hplan_format(s, bytes, len, fuzz_keep, out);
    hplan_session_close(s);
    return status;
}

/* The codes alone, in order: places move. A bar that is missing at the end of a row is drawn. */
static FuzzText codes_of(hplan_session *s)
{
    FuzzText said = fuzz_findings(s), codes = {0};
    fuzz_keep(&codes, "", 0);
    for (const char *at = said.bytes; (at = strstr(at, "{\"code\":\"")) != NULL; at += 9)
        if (strncmp(at + 9, "HP1020", 6) != 0)
            fuzz_keep(&codes, at + 9, 6);
    fuzz_text_free(&said);
    return codes;
}

static void same(FuzzText *a, FuzzText *b)
{
    FUZZ_HOLDS(a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0);
    fuzz_text_free(a);
    fuzz_text_free(b);
}

/* What the compiler takes as it stands (a"b") is printed as it stands, with the formatter's blanks,
 * and those are plain ones; the line below the heads of a table is as much longer. */
static void drop_blanks(FuzzText *text)
{
    const char *end = text->bytes + text->len;
    size_t kept = 0;
    for (const char *at = text->bytes; at < end;) {
        uint32_t blank = utf8_blank_len(at, end);
        if (blank == 0 && *at != '-')
            text->bytes[kept++] = *at;
        at += blank > 0 ? blank : 1;
    }
    text->len = kept;
}

static void says_the_same(const char *bytes, size_t len, const FuzzText *formatted)
{
    FuzzFiles before = {0}, after = {0};
    fuzz_split(&before, (const uint8_t *)bytes, len);
    if (before.count != 1) /* the line that begins a file may have been moved */
        return;
    fuzz_split(&after, (const uint8_t *)formatted->bytes, formatted->len);
    hplan_session *s = fuzz_checked(&before);
    if (hplan_finding_count(s, HPLAN_ERROR) == 0 && after.count == 1) {
        hplan_session *t = fuzz_checked(&after);
        FuzzText a = codes_of(s), b = codes_of(t);
        same(&a, &b);
        hplan_status status = hplan_report_write(s, 0, "md", fuzz_keep, &a);
        FUZZ_HOLDS(hplan_report_write(t, 0, "md", fuzz_keep, &b) == status);
        drop_blanks(&a);
        drop_blanks(&b);
        same(&a, &b);
        hplan_session_close(t);
    }
    hplan_session_close(s);
}

void fuzz_one(const uint8_t *data, size_t size)
{
    FuzzText once = {0}, twice = {0};
    if (format((const char *)data, size, &once) == HPLAN_OK) {
        FUZZ_HOLDS(format(once.bytes, once.len, &twice) == HPLAN_OK);
        FUZZ_HOLDS(once.len == twice.len && memcmp(once.bytes, twice.bytes, once.len) == 0);
        says_the_same((const char *)data, size, &once);
    } else {
        FUZZ_HOLDS(once.len == 0);
    }
    fuzz_text_free(&once);
    fuzz_text_free(&twice);
}
