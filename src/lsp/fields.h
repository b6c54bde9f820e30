/*
 * fields.h — what stands in the parameters of a message, and JSON to answer with.  Layer: lsp.
 *
 * A client may send anything. Each of these gives what is there if it is of the right kind, and
 * else says which field is not.
 */
#ifndef HPLAN_LSP_FIELDS_H
#define HPLAN_LSP_FIELDS_H

#include "lsp/lines.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

typedef enum ErrorCode {
    ERROR_NONE = 0,
    ERROR_PARSE = -32700,
    ERROR_INVALID_REQUEST = -32600,
    ERROR_UNKNOWN_METHOD = -32601,
    ERROR_INVALID_PARAMS = -32602,
    ERROR_NOT_INITIALIZED = -32002,
    ERROR_CANCELLED = -32800,
    ERROR_FAILED = -32803
} ErrorCode;

/* Why a request gets no answer. */
typedef struct Failure {
    ErrorCode code;
    char message[256];
} Failure;

/* Always gives NULL, so that a handler can return it. */
json_t *fail(Failure *f, ErrorCode code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* ---- reading: borrowed from the parameters -------------------------------------------------- */

/* NULL and a failure where the field is missing or of another kind. */
const json_t *field_object(const json_t *in, const char *name, Failure *f);
const json_t *field_array(const json_t *in, const char *name, Failure *f);
const char *field_text(const json_t *in, const char *name, Failure *f);
bool field_position(const json_t *in, const char *name, Position *out, Failure *f);
bool field_range(const json_t *in, const char *name, Position *start, Position *end, Failure *f);

/* The value at the end of a way of names through objects; NULL: there is none. */
const json_t *field_at(const json_t *in, const char *way); /* "textDocument.rename" */
bool field_is_true(const json_t *in, const char *way);
const char *field_word(const json_t *in, const char *way); /* NULL: no string there */

/* ---- writing: the caller owns it ------------------------------------------------------------ */

/* Texts that come from files may hold bytes that are no UTF-8: U+FFFD stands for those. */
json_t *json_of_text(const char *text);
json_t *json_of_bytes(const char *bytes, size_t len);
json_t *json_of_size(size_t n);

/* A set is an object that keeps each item once, in the order in which they came, by its text. */
bool json_set_add(json_t *set, json_t *item); /* takes the item; false: it was there */
json_t *json_set_list(json_t *set);           /* the items as an array; takes the set */

#endif
