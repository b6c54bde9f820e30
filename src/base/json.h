/*
 * json.h — writes JSON into a Buf, in the order it is told.  Layer: base.
 *
 * A writer of a hundred lines and no tree: the documents we write are large and written once.
 * (Reading JSON is jansson's work.)
 */
#ifndef HPLAN_BASE_JSON_H
#define HPLAN_BASE_JSON_H

#include "base/str.h"

typedef struct JsonOut {
    Buf *buf;
    int indent;    /* blanks a level; 0: all on one line */
    int depth;
    bool need_comma, after_key;
} JsonOut;

void json_out_init(JsonOut *j, Buf *buf, int indent);
void json_out_open(JsonOut *j, char bracket); /* '{' or '[' */
void json_out_close(JsonOut *j, char bracket); /* '}' or ']' */
void json_out_key(JsonOut *j, const char *key);
void json_out_str(JsonOut *j, Str s);
void json_out_cstr(JsonOut *j, const char *s);
void json_out_int(JsonOut *j, int64_t n);
void json_out_bool(JsonOut *j, bool b);
void json_out_null(JsonOut *j);
void json_out_raw(JsonOut *j, Str value); /* a value that is JSON already, such as a decimal */

/* The text in quotes, on its own. */
void json_put_string(Buf *b, Str s);
void json_put_plain(Buf *b, Str s); /* … which is known to have nothing that JSON has not as it is */

#endif
