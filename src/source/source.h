/*
 * source.h — the bytes of a file and the way from offset to line.  Layer: source.
 *
 * Everything that points into a text is a Span: a file's number in the session's SourceSet and
 * byte offsets. Lines and columns are worked out only when something is reported.
 */
#ifndef HPLAN_SOURCE_SOURCE_H
#define HPLAN_SOURCE_SOURCE_H

#include "base/map.h"
#include "base/str.h"

#define SOURCE_MAX_BYTES (1u << 30) /* a file larger than this is refused */

typedef uint32_t FileId; /* index into SourceSet.files */
#define FILE_NONE UINT32_MAX

typedef struct Span {
    FileId file;
    uint32_t off, len; /* bytes */
} Span;

#define SPAN_NONE ((Span){FILE_NONE, 0, 0})

/* A place for people: lines and columns from 1; columns count code points. */
typedef struct Place {
    uint32_t line, column;
} Place;

typedef struct Source {
    Str name;           /* as it is shown in messages: the path as the user gave or reached it */
    Str path;           /* normalised, by which two ways to one file are seen to be one */
    const char *text;   /* borrowed; text[len] and text[len + 1] are NUL */
    uint32_t len;
    Arena *arena;       /* the set's */
    uint32_t *lines;    /* where each fourth line starts, the first included; built on first use */
    uint32_t line_count;
    Place seen; /* the place that was asked for last, at seen_off: see source_place */
    uint32_t seen_off, seen_next; /* … and where the next line starts; 0: nowhere */
    const struct Excerpt *excerpt; /* what is kept of the text, where it is gone; else NULL */
    bool library;       /* a file of the embedded standard library */
    uint32_t next_alike; /* whose path has the same hash, + 1; see sources_find */
} Source;

typedef struct SourceSet {
    Arena *arena;
    Source **files;
    uint32_t count, cap;
    U32Map by_path; /* hash of the path -> the newest such file + 1 */
} SourceSet;

void sources_init(SourceSet *set, Arena *arena);
FileId sources_add(SourceSet *set, Str name, Str path, const char *text, uint32_t len);
Source *sources_get(const SourceSet *set, FileId id);
FileId sources_find(const SourceSet *set, Str path); /* FILE_NONE where absent */

/* The line in which an offset lies, found by looking and not by the index: where it begins, and
 * where the line feed stands that ends it. */
static inline uint32_t text_line_begin(const char *text, uint32_t off)
{
    while (off > 0 && text[off - 1] != '\n')
        off--;
    return off;
}
/* Does nothing but blanks stand before `off` on its line? */
static inline bool text_begins_line(const char *text, uint32_t off)
{
    while (off > 0 && (text[off - 1] == ' ' || text[off - 1] == '\t'))
        off--;
    return off == 0 || text[off - 1] == '\n';
}
static inline uint32_t source_line_end(const Source *src, uint32_t off)
{
    while (off < src->len && src->text[off] != '\n')
        off++;
    return off;
}

Place source_place(Source *src, uint32_t off);
/* The line alone: its cost does not grow with the length of the line. */
uint32_t source_line_of(Source *src, uint32_t off);
uint32_t source_line_start(Source *src, uint32_t line); /* line from 1 */
Str source_line(Source *src, uint32_t line);            /* without its end */
uint32_t source_line_count(Source *src);
/* Bytes, or UTF-16 units, before `off` on its line, from 0. */
uint32_t source_utf8_column(Source *src, uint32_t off);
uint32_t source_utf16_column(Source *src, uint32_t off);
/* And back: the offset of a column on a line (from 1). Beyond a line's end is its end; beyond the
 * last line, the end of the file. */
uint32_t source_utf8_offset(Source *src, uint32_t line, uint32_t column);
uint32_t source_utf16_offset(Source *src, uint32_t line, uint32_t column);
Str span_text(const SourceSet *set, Span s);
static inline Span span_from(Span s, uint32_t at) /* without its first bytes */
{
    return (Span){s.file, s.off + at, s.len - at};
}
Span span_join(Span a, Span b); /* from the start of the first to the end of the last */
static inline bool span_is_none(Span s) { return s.file == FILE_NONE; }

#endif
