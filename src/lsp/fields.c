/*
 * fields.c — what stands in the parameters of a message, and JSON to answer with.  Layer: lsp.
 */
#include "lsp/fields.h"
#include "lsp/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

json_t *fail(Failure *f, ErrorCode code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    f->code = code;
    (void)vsnprintf(f->message, sizeof f->message, format, args);
    va_end(args);
    return NULL;
}

/* ---- reading -------------------------------------------------------------------------------- */

const json_t *field_object(const json_t *in, const char *name, Failure *f)
{
    const json_t *value = json_object_get(in, name);
    if (!json_is_object(value))
        return fail(f, ERROR_INVALID_PARAMS, "'%s' must be an object", name);
    return value;
}

const json_t *field_array(const json_t *in, const char *name, Failure *f)
{
    const json_t *value = json_object_get(in, name);
    if (!json_is_array(value))
        return fail(f, ERROR_INVALID_PARAMS, "'%s' must be an array", name);
    return value;
}

const char *field_text(const json_t *in, const char *name, Failure *f)
{
    const json_t *value = json_object_get(in, name);
    if (json_is_string(value))
        return json_string_value(value);
    (void)fail(f, ERROR_INVALID_PARAMS, "'%s' must be a string", name);
    return NULL;
}

static bool read_count(const json_t *in, const char *name, size_t *out, Failure *f)
{
    const json_t *value = json_object_get(in, name);
    json_int_t n = json_is_integer(value) ? json_integer_value(value) : -1;
    if (n < 0) {
        (void)fail(f, ERROR_INVALID_PARAMS, "'%s' must be an integer from 0", name);
        return false;
    }
    *out = (size_t)n;
    return true;
}

bool field_position(const json_t *in, const char *name, Position *out, Failure *f)
{
    const json_t *at = field_object(in, name, f);
    return at != NULL && read_count(at, "line", &out->line, f) &&
           read_count(at, "character", &out->column, f);
}

bool field_range(const json_t *in, const char *name, Position *start, Position *end, Failure *f)
{
    const json_t *range = field_object(in, name, f);
    return range != NULL && field_position(range, "start", start, f) &&
           field_position(range, "end", end, f);
}

const json_t *field_at(const json_t *in, const char *way)
{
    while (in != NULL && *way != '\0') {
        size_t len = strcspn(way, ".");
        in = json_object_getn(in, way, len);
        way += len + (way[len] == '.');
    }
    return in;
}

bool field_is_true(const json_t *in, const char *way)
{
    return json_is_true(field_at(in, way));
}

const char *field_word(const json_t *in, const char *way)
{
    return json_string_value(field_at(in, way));
}

/* ---- writing -------------------------------------------------------------------------------- */

/* The length of the UTF-8 character that begins here; 0: none does. */
static size_t character_len(const char *bytes, size_t left)
{
    unsigned char c = (unsigned char)bytes[0];
    size_t len = c < 0x80 ? 1 : c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
    unsigned char second = left > 1 ? (unsigned char)bytes[1] : 0;
    if (len > left)
        return 0;
    for (size_t i = 1; i < len; i++)
        if (((unsigned char)bytes[i] & 0xC0) != 0x80)
            return 0;
    bool overlong = (c == 0xE0 && second < 0xA0) || (c == 0xF0 && second < 0x90);
    bool outside = (c == 0xED && second > 0x9F) || (c == 0xF4 && second > 0x8F);
    return overlong || outside ? 0 : len;
}

static json_t *mended(const char *bytes, size_t len)
{
    Bytes text = {0};
    for (size_t i = 0; i < len;) {
        size_t n = character_len(bytes + i, len - i);
        bytes_add(&text, n > 0 ? bytes + i : "\xEF\xBF\xBD", n > 0 ? n : 3);
        i += n > 0 ? n : 1;
    }
    json_t *out = json_stringn(text.at, text.len);
    bytes_free(&text);
    return out;
}

json_t *json_of_bytes(const char *bytes, size_t len)
{
    json_t *out = json_stringn(bytes, len);
    return out != NULL ? out : mended(bytes, len);
}

json_t *json_of_text(const char *text)
{
    return json_of_bytes(text, strlen(text));
}

json_t *json_of_size(size_t n)
{
    return json_integer((json_int_t)n);
}

bool json_set_add(json_t *set, json_t *item)
{
    char *text = json_dumps(item, JSON_COMPACT);
    bool fresh = json_object_get(set, text) == NULL;
    if (fresh)
        (void)json_object_set_new(set, text, item);
    else
        json_decref(item);
    free(text);
    return fresh;
}

json_t *json_set_list(json_t *set)
{
    const char *text;
    json_t *item;
    json_t *list = json_array();
    json_object_foreach(set, text, item)
    {
        (void)json_array_append(list, item);
    }
    json_decref(set);
    return list;
}
