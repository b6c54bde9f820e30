/*
 * record.c — records put as JSON.  Layer: report.
 */
#include "report/record.h"

const RecordKeyText record_keys[KEY_COUNT] = {
#define KEY(name) [KEY_##name] = {"\"" #name "\":", sizeof #name + 2},
#include "report/keys.def"
#include "report/line_keys.def"
#undef KEY
};

void record_put_text(Records *to, char *at, Str text)
{
    *at = '"';
    if (text.len <= 16 && json_copy_short(at + 1, text)) {
        at[text.len + 1] = '"';
        record_end(to, at + text.len + 2);
        return;
    }
    record_end(to, at);
    json_put_string(to->out, text);
}

void record_int(Records *to, RecordKey key, int64_t n)
{
    char *at = record_begin(to, key, DIGITS_ROOM);
    record_end(to, digits_put_signed(at, n));
}

void record_digits(Records *to, RecordKey key, int64_t n)
{
    char *at = record_begin(to, key, DIGITS_ROOM + 2);
    *at = '"';
    at = digits_put_signed(at + 1, n);
    *at = '"';
    record_end(to, at + 1);
}

void record_place(Records *to, Place place, Span span, const Str *file)
{
    char *at = record_begin(to, KEY_place, 4 * (DIGITS_ROOM + 1) + 1);
    *at++ = '[';
    at = digits_put(at, place.line);
    *at++ = ',';
    at = digits_put(at, place.column);
    *at++ = ',';
    at = digits_put(at, span.off);
    *at++ = ',';
    at = digits_put(at, span.len);
    if (file == NULL)
        *at++ = ']';
    record_end(to, at);
    if (file != NULL) {
        record_text(to, KEY_NONE, *file);
        buf_char(to->out, ']');
    }
}
