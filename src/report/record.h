/*
 * record.h — records put as JSON.  Layer: report.
 *
 * A record has a line of its own, with a blank before it for each list of records that it stands
 * in, so that a plan's JSON can be read and compared. Nothing else is spaced, since there is so
 * much of it.
 *
 * In the header, since a key and what it is are known where they are put: then both are copied as
 * constants, and of a hundred megabytes nearly all is that.
 */
#ifndef HPLAN_REPORT_RECORD_H
#define HPLAN_REPORT_RECORD_H

#include "base/json.h"
#include "source/source.h"

typedef enum RecordKey {
    KEY_NONE, /* in a list */
#define KEY(name) KEY_##name,
#include "report/keys.def"
#include "report/line_keys.def"
#undef KEY
    KEY_COUNT
} RecordKey;

typedef enum RecordNest {
    NEST_OBJECT,
    NEST_LIST,
    NEST_RECORD, /* an object that is worth a line of its own, in … */
    NEST_RECORDS /* … a list of such */
} RecordNest;

typedef struct Records {
    Buf *out;
    uint32_t depth; /* lists of records that are open */
    bool comma;     /* something stands before on the same level */
} Records;

enum { RECORD_KEY_WIDTH = 24 };

/* Each key with what stands around it and padded, so that a copy of all of it will do. */
typedef struct RecordKeyText {
    char text[RECORD_KEY_WIDTH];
    uint8_t len;
} RecordKeyText;

extern const RecordKeyText record_keys[KEY_COUNT];

/* The key, with room for `more` behind it: where that is to be written. */
static inline char *record_begin(Records *to, RecordKey key, size_t more)
{
    Buf *b = to->out;
    buf_room(b, 1 + RECORD_KEY_WIDTH + more);
    char *at = b->ptr + b->len;
    *at = ',';
    at += to->comma;
    to->comma = true;
    if (key == KEY_NONE)
        return at;
    memcpy(at, record_keys[key].text, RECORD_KEY_WIDTH);
    return at + record_keys[key].len;
}

static inline void record_end(Records *to, const char *at)
{
    to->out->len = (size_t)(at - to->out->ptr);
}

static inline char *record_line(const Records *to, char *at)
{
    *at++ = '\n';
    return (char *)memset(at, ' ', to->depth) + to->depth;
}

static inline void record_open(Records *to, RecordKey key, RecordNest nest)
{
    char *at = record_begin(to, key, to->depth + 2);
    if (nest == NEST_RECORD)
        at = record_line(to, at);
    *at++ = nest == NEST_OBJECT || nest == NEST_RECORD ? '{' : '[';
    record_end(to, at);
    to->depth += nest == NEST_RECORDS;
    to->comma = false;
}

static inline void record_close(Records *to, RecordNest nest)
{
    buf_room(to->out, to->depth + 2);
    char *at = to->out->ptr + to->out->len;
    to->depth -= nest == NEST_RECORDS;
    if (nest == NEST_RECORDS && to->comma)
        at = record_line(to, at);
    *at++ = nest == NEST_OBJECT || nest == NEST_RECORD ? '}' : ']';
    record_end(to, at);
    to->comma = true;
}

/* A text of letters, digits, . - _: nothing of it needs care. */
static inline void record_name(Records *to, RecordKey key, Str name)
{
    char *at = record_begin(to, key, (size_t)name.len + 2);
    *at++ = '"';
    bytes_copy(at, name.ptr, name.len);
    at[name.len] = '"';
    record_end(to, at + name.len + 1);
}

void record_put_text(Records *to, char *at, Str text);

static inline void record_text(Records *to, RecordKey key, Str text)
{
    record_put_text(to, record_begin(to, key, (size_t)text.len + 2), text);
}

static inline void record_word(Records *to, RecordKey key, Str json) /* true, false, null */
{
    char *at = record_begin(to, key, json.len);
    bytes_copy(at, json.ptr, json.len);
    record_end(to, at + json.len);
}

void record_int(Records *to, RecordKey key, int64_t n);
void record_digits(Records *to, RecordKey key, int64_t n); /* the same as a text */
/* [line, column, offset, length], and the file where it is another one than the document's own. */
void record_place(Records *to, Place place, Span span, const Str *file);

#endif
