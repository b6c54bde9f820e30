/* fuzz_years.c: what is made out of a plan. A plan has not changed from itself; what has changed to
 * another file of the input is an object of JSON; the report and next year's plan are in their one
 * form. */
#include "fuzz/fuzz.h"

#include <jansson.h>
#include <string.h>

enum { YEAR = 2031 };

static void is_in_form(hplan_session *s, const char *bytes, size_t len)
{
    FuzzText again = {0};
    fuzz_keep(&again, "", 0);
    FUZZ_HOLDS(hplan_format(s, bytes, len, fuzz_keep, &again) == HPLAN_OK);
    FUZZ_HOLDS(again.len == len && memcmp(again.bytes, bytes, len) == 0);
    fuzz_text_free(&again);
}

static void report(hplan_session *s, const char *as_of)
{
    FuzzText text = {0};
    fuzz_keep(&text, "", 0);
    if (hplan_skeleton_write(s, 0, "/plan/svar.hplan", 0, as_of, fuzz_keep, &text) == HPLAN_OK)
        is_in_form(s, text.bytes, text.len);
    else
        FUZZ_HOLDS(text.len == 0);
    fuzz_text_free(&text);
}

static void roll(hplan_session *s)
{
    hplan_rolled next;
    if (hplan_roll(s, 0, NULL, YEAR, &next) != HPLAN_OK)
        return;
    for (size_t i = 0; i < next.file_count; i++)
        is_in_form(s, next.files[i].bytes, next.files[i].len);
    for (size_t i = 0; i < next.line_count; i++)
        FUZZ_HOLDS(next.lines[i].file < next.file_count && next.lines[i].line > 0);
}

static void differ(hplan_session *s, const FuzzFiles *files, bool same)
{
    FuzzText text = {0}, object = {0};
    size_t changes, again;
    hplan_session *other = fuzz_checked(files);
    fuzz_keep(&text, "", 0);
    if (hplan_diff_write(s, other, HPLAN_FORM_TEXT, fuzz_keep, &text, &changes) == HPLAN_OK) {
        FUZZ_HOLDS((changes == 0) == (text.len == 0) && !(same && changes > 0));
        FUZZ_HOLDS(hplan_diff_write(s, other, HPLAN_FORM_JSON, fuzz_keep, &object, &again) ==
                   HPLAN_OK);
        FUZZ_HOLDS(again == changes);
        json_t *value = json_loadb(object.bytes, object.len, 0, NULL);
        FUZZ_HOLDS(value != NULL);
        json_decref(value);
    }
    hplan_session_close(other);
    fuzz_text_free(&text);
    fuzz_text_free(&object);
}

void fuzz_one(const uint8_t *data, size_t size)
{
    FuzzFiles files;
    fuzz_split(&files, data, size);
    hplan_session *s = fuzz_checked(&files);
    if (hplan_root_count(s) == 1) {
        report(s, NULL);
        report(s, "1. tertial");
        roll(s);
        differ(s, &files, true);
        FuzzFiles one;
        FuzzText last = {0};
        fuzz_keep(&last, files.at[files.count - 1].bytes, files.at[files.count - 1].len);
        fuzz_one_file(&one, &last);
        differ(s, &one, false);
        fuzz_text_free(&last);
    }
    hplan_session_close(s);
}
