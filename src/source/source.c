/*
 * source.c — the bytes of a file and the way from offset to line.  Layer: source.
 *
 * In: the bytes of a file, borrowed. Out: places in it. Offsets beyond the end count as the end,
 * so that a finding about a file that stops too early needs no care. Nothing here decodes: lead
 * bytes are counted, and so a place can be told in a file that is not UTF-8 too.
 */
#include "source/source.h"

#include "base/bytes.h"
#include "base/vec.h"
#include "source/excerpt.h"

#include <assert.h>

enum {
    FIRST_FILES = 8,
    BOM_LEN = 3,
    LINE_STEP = 4, /* lines are found from the start of one of so many */
    NEAR = 512     /* so far ahead a place is found from the last one */
};

void sources_init(SourceSet *set, Arena *arena)
{
    *set = (SourceSet){.arena = arena};
    u32map_init(&set->by_path, arena);
}

FileId sources_add(SourceSet *set, Str name, Str path, const char *text, uint32_t len)
{
    if (set->count == set->cap) {
        uint32_t cap = set->cap == 0 ? FIRST_FILES : set->cap * 2;
        set->files = arena_grow(set->arena, set->files, set->cap * sizeof *set->files,
                                cap * sizeof *set->files);
        set->cap = cap;
    }
    Source *src = arena_new(set->arena, Source);
    src->arena = set->arena;
    src->name = str_dup(set->arena, name);
    src->path = str_dup(set->arena, path);
    src->text = text;
    src->len = len;
    uint32_t *newest = u32map_put(&set->by_path, hash_bytes(path.ptr, path.len));
    src->next_alike = *newest;
    *newest = set->count + 1;
    set->files[set->count] = src;
    return set->count++;
}

Source *sources_get(const SourceSet *set, FileId id)
{
    return id < set->count ? set->files[id] : NULL;
}

FileId sources_find(const SourceSet *set, Str path)
{
    const uint32_t *newest = u32map_get(&set->by_path, hash_bytes(path.ptr, path.len));
    FileId found = FILE_NONE;
    for (uint32_t i = newest == NULL ? 0 : *newest; i != 0; i = set->files[i - 1]->next_alike)
        if (str_eq(set->files[i - 1]->path, path))
            found = i - 1; /* of several the first */
    return found;
}

/* Where line 1 starts: behind a byte order mark, which is no part of the text for people. */
static uint32_t text_start(const Source *src)
{
    return src->len >= BOM_LEN && memcmp(src->text, "\xEF\xBB\xBF", BOM_LEN) == 0 ? BOM_LEN : 0;
}

/* Behind the next line feed; 0: there is none. */
static uint32_t next_line(const Source *src, uint32_t at)
{
    const char *end = at < src->len ? memchr(src->text + at, '\n', src->len - at) : NULL;
    return end == NULL ? 0 : (uint32_t)(end - src->text) + 1;
}

static void index_lines(Source *src)
{
    assert(src->excerpt == NULL);
    if (src->lines != NULL)
        return;
    VEC(uint32_t) starts = {0};
    uint32_t count = 0;
    uint32_t at = text_start(src);
    do {
        if (count++ % LINE_STEP == 0)
            *vec_push(src->arena, &starts) = at;
    } while ((at = next_line(src, at)) != 0);
    src->lines = starts.at;
    src->line_count = count;
}

/* Where a line (from 1) starts, of those that there are. */
static uint32_t line_start(const Source *src, uint32_t line)
{
    uint32_t at = src->lines[(line - 1) / LINE_STEP];
    for (uint32_t i = 0; i < (line - 1) % LINE_STEP; i++)
        at = next_line(src, at);
    return at;
}

/* The line (from 1) in which an offset lies. */
static uint32_t line_at(const Source *src, uint32_t off)
{
    uint32_t low = 0;
    uint32_t high = (src->line_count - 1) / LINE_STEP + 1;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (src->lines[middle] <= off)
            low = middle;
        else
            high = middle;
    }
    uint32_t line = low * LINE_STEP + 1;
    for (uint32_t at = src->lines[low]; (at = next_line(src, at)) != 0 && at <= off;)
        line++;
    return line;
}

static bool is_lead(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

/* UTF-16 units of the code point that a byte begins: 0 for one in the middle. */
static uint32_t utf16_units(char c)
{
    if (!is_lead(c))
        return 0;
    return (unsigned char)c >= 0xF0 ? 2 : 1;
}

static uint32_t clamp(const Source *src, uint32_t off)
{
    return off < src->len ? off : src->len;
}

/* A place in a text, drawn in to the lead byte of the code point it lies in. */
static uint32_t lead_at(Str text, uint32_t at)
{
    for (int i = 0; i < 3 && at > 0 && at < text.len && !is_lead(text.ptr[at]); i++)
        at--;
    return at;
}

/* The offset drawn in to the text as well. */
static uint32_t snap(const Source *src, uint32_t off)
{
    return lead_at((Str){src->text, src->len}, clamp(src, off));
}

/* The place from which one is counted that is not close behind the one asked for last. */
static void seek(Source *src, uint32_t off)
{
    uint32_t line = line_at(src, off);
    src->seen = (Place){line, 1};
    src->seen_off = line_start(src, line);
    src->seen_next = next_line(src, src->seen_off);
}

/* The line in which an offset lies, with its end, and where in it. */
static KeptLine line_around(Source *src, uint32_t off, uint32_t *at)
{
    KeptLine line;
    off = clamp(src, off);
    if (src->excerpt != NULL) {
        line = *excerpt_line_at(src->excerpt, off);
    } else {
        line.number = source_line_of(src, off);
        line.start = line_start(src, line.number);
        uint32_t next = next_line(src, line.start);
        line.text = (Str){src->text + line.start, (next != 0 ? next : src->len) - line.start};
    }
    *at = off > line.start ? off - line.start : 0; /* or it is in a byte order mark */
    *at = lead_at(line.text, *at < line.text.len ? *at : line.text.len);
    return line;
}

static Place kept_place(Source *src, uint32_t off)
{
    uint32_t at;
    KeptLine line = line_around(src, off, &at);
    const char *text = line.text.ptr;
    return (Place){line.number, 1 + bytes_leads(text, text + at, text + line.text.len)};
}

/* Places are mostly asked for in the order of the text: so one is counted from the last. */
Place source_place(Source *src, uint32_t off)
{
    if (src->excerpt != NULL)
        return kept_place(src, off);
    if (src->lines == NULL)
        index_lines(src);
    off = snap(src, off);
    if (src->seen.line == 0 || off < src->seen_off || off - src->seen_off > NEAR)
        seek(src, off);
    while (src->seen_next != 0 && off >= src->seen_next) {
        src->seen = (Place){src->seen.line + 1, 1};
        src->seen_off = src->seen_next;
        src->seen_next = next_line(src, src->seen_off);
    }
    if (off > src->seen_off) { /* or it is in a byte order mark */
        src->seen.column += bytes_leads(src->text + src->seen_off, src->text + off,
                                        src->text + src->len);
        src->seen_off = off;
    }
    return src->seen;
}

uint32_t source_line_of(Source *src, uint32_t off)
{
    if (src->excerpt != NULL)
        return excerpt_line_at(src->excerpt, clamp(src, off))->number;
    index_lines(src);
    return line_at(src, snap(src, off));
}

uint32_t source_line_count(Source *src)
{
    if (src->excerpt != NULL)
        return src->excerpt->lines[src->excerpt->count - 1].number;
    index_lines(src);
    return src->line_count;
}

uint32_t source_line_start(Source *src, uint32_t line)
{
    if (src->excerpt != NULL)
        return excerpt_line(src->excerpt, line)->start;
    index_lines(src);
    if (line > src->line_count)
        return src->len;
    return line_start(src, line == 0 ? 1 : line);
}

static Str without_end(Str line)
{
    if (line.len > 0 && line.ptr[line.len - 1] == '\n') {
        line.len--;
        if (line.len > 0 && line.ptr[line.len - 1] == '\r')
            line.len--;
    }
    return line;
}

Str source_line(Source *src, uint32_t line)
{
    if (src->excerpt != NULL)
        return without_end(excerpt_line(src->excerpt, line)->text);
    uint32_t start = source_line_start(src, line);
    uint32_t end = line < src->line_count ? next_line(src, start) : src->len;
    return without_end((Str){src->text + start, end - start});
}

uint32_t source_utf8_column(Source *src, uint32_t off)
{
    uint32_t at;
    (void)line_around(src, off, &at);
    return at;
}

uint32_t source_utf16_column(Source *src, uint32_t off)
{
    uint32_t at, units = 0;
    KeptLine line = line_around(src, off, &at);
    for (uint32_t i = 0; i < at; i++)
        units += utf16_units(line.text.ptr[i]);
    return units;
}

uint32_t source_utf8_offset(Source *src, uint32_t line, uint32_t column)
{
    Str text = source_line(src, line);
    return source_line_start(src, line) + lead_at(text, column < text.len ? column : text.len);
}

uint32_t source_utf16_offset(Source *src, uint32_t line, uint32_t column)
{
    Str text = source_line(src, line);
    uint32_t at = 0;
    for (uint32_t units = 0; at < text.len; at++) {
        if (is_lead(text.ptr[at]) && units >= column)
            break;
        units += utf16_units(text.ptr[at]);
    }
    return source_line_start(src, line) + at;
}

Str span_text(const SourceSet *set, Span s)
{
    const Source *src = sources_get(set, s.file);
    if (src == NULL)
        return STR_NONE;
    Str text = {src->text, src->len};
    uint32_t off = clamp(src, s.off);
    if (src->excerpt != NULL) {
        const KeptLine *line = excerpt_line_at(src->excerpt, off);
        text = line->text;
        off = off > line->start ? off - line->start : 0;
        off = off < text.len ? off : text.len;
    }
    uint32_t rest = text.len - off;
    return (Str){text.ptr + off, s.len < rest ? s.len : rest};
}

Span span_join(Span a, Span b)
{
    if (span_is_none(a))
        return b;
    if (span_is_none(b) || a.file != b.file)
        return a;
    uint32_t start = a.off < b.off ? a.off : b.off;
    uint32_t end_a = a.off + a.len;
    uint32_t end_b = b.off + b.len;
    return (Span){a.file, start, (end_a > end_b ? end_a : end_b) - start};
}
