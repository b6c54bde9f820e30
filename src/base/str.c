/*
 * str.c — slices of text and a builder of text.  Layer: base.
 */
#include "base/str.h"

#include "base/bytes.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

enum { FIRST_CAP = 64, OUTLET_CAP = 64 * 1024 };

Str str_from(const char *nul_terminated)
{
    if (nul_terminated == NULL)
        return STR_NONE;
    return (Str){nul_terminated, (uint32_t)strlen(nul_terminated)};
}

/* Bounds beyond the text are drawn in, so that a caller's arithmetic needs no branches. */
Str str_slice(Str s, uint32_t from, uint32_t to)
{
    if (to > s.len)
        to = s.len;
    if (from >= to)
        return (Str){s.ptr == NULL ? NULL : s.ptr + to, 0};
    return (Str){s.ptr + from, to - from};
}

/* Length of the blank that ends just before `end`, or 0. */
static uint32_t blank_len_before(const char *start, const char *end)
{
    const char *p = end;
    do {
        p--;
    } while (p > start && end - p < 4 && ((unsigned char)*p & 0xC0) == 0x80);
    uint32_t len = utf8_blank_len(p, end);
    return len == (uint32_t)(end - p) ? len : 0;
}

static bool may_end_blank(char c)
{
    return (unsigned char)c >= 0x80 || c == ' ' || c == '\t';
}

Str str_trim(Str s)
{
    if (s.len == 0)
        return s;
    const char *start = s.ptr;
    const char *end = s.ptr + s.len;
    uint32_t len;
    while (start < end && (len = utf8_blank_len(start, end)) > 0)
        start += len;
    while (start < end && may_end_blank(end[-1]) && (len = blank_len_before(start, end)) > 0)
        end -= len;
    return (Str){start, (uint32_t)(end - start)};
}

bool str_eq(Str a, Str b)
{
    return a.len == b.len && bytes_same(a.ptr, b.ptr, a.len);
}

int str_cmp(Str a, Str b)
{
    uint32_t common = a.len < b.len ? a.len : b.len;
    int order = common == 0 ? 0 : memcmp(a.ptr, b.ptr, common);
    if (order != 0)
        return order < 0 ? -1 : 1;
    return (a.len > b.len) - (a.len < b.len);
}

bool str_starts(Str s, Str prefix)
{
    return prefix.len <= s.len && str_eq((Str){s.ptr, prefix.len}, prefix);
}

bool str_ends(Str s, Str suffix)
{
    return suffix.len <= s.len && str_eq(str_slice(s, s.len - suffix.len, s.len), suffix);
}

int64_t str_find(Str s, Str needle)
{
    if (needle.len == 0)
        return 0;
    if (needle.len > s.len)
        return -1;
    const char *p = s.ptr;
    const char *last = s.ptr + (s.len - needle.len); /* where it may begin at the latest */
    while (p <= last) {
        p = memchr(p, needle.ptr[0], (size_t)(last - p) + 1);
        if (p == NULL)
            return -1;
        if (memcmp(p, needle.ptr, needle.len) == 0)
            return p - s.ptr;
        p++;
    }
    return -1;
}

bool str_has_any(Str s, const char *const *needles)
{
    for (; *needles != NULL; needles++)
        if (str_find(s, str_from(*needles)) >= 0)
            return true;
    return false;
}

Str str_dup(Arena *a, Str s)
{
    return (Str){arena_copy(a, s.ptr, s.len), s.len};
}

void buf_init(Buf *b, Arena *a)
{
    *b = (Buf){.arena = a};
}

void buf_init_outlet(Buf *b, Arena *a, Outlet *outlet)
{
    *b = (Buf){.arena = a, .outlet = outlet};
    b->ptr = arena_alloc(a, OUTLET_CAP);
    b->cap = OUTLET_CAP;
}

static void empty(Buf *b)
{
    Outlet *outlet = b->outlet;
    if (b->len > 0 && !outlet->closed)
        outlet->closed = !outlet->take(outlet->to, b->ptr, b->len);
    b->len = 0;
}

bool buf_finish(Buf *b)
{
    empty(b);
    return !b->outlet->closed;
}

/* A text must fit a Str. */
void buf_grow(Buf *b, size_t more)
{
    if (b->outlet != NULL) {
        empty(b);
        if (more < b->cap)
            return;
    }
    if (more >= UINT32_MAX - b->len)
        arena_out_of_memory(b->arena);
    size_t cap = b->cap == 0 ? FIRST_CAP : b->cap * 2;
    while (cap <= b->len + more)
        cap *= 2;
    b->ptr = arena_grow(b->arena, b->ptr, b->cap, cap);
    b->cap = cap;
}

void buf_repeat(Buf *b, const char *s, size_t times)
{
    for (size_t len = strlen(s); times > 0; times--)
        buf_put(b, s, len);
}

void buf_fill(Buf *b, char c, size_t times)
{
    buf_room(b, times);
    memset(b->ptr + b->len, c, times);
    b->len += times;
    b->ptr[b->len] = '\0';
}

char *digits_put_long(char *at, uint64_t n)
{
    at = digits_put(at, n / (DIGITS_EIGHT_MAX + 1));
    bytes_store(at, digits_eight((uint32_t)(n % (DIGITS_EIGHT_MAX + 1))) | BYTES_ONES * '0');
    return at + 8;
}

void buf_int(Buf *b, int64_t n)
{
    buf_room(b, DIGITS_ROOM);
    char *end = digits_put_signed(b->ptr + b->len, n);
    *end = '\0';
    b->len = (size_t)(end - b->ptr);
}

void buf_printf(Buf *b, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    buf_room(b, 0);
    size_t room = b->cap - b->len;
    int len = vsnprintf(b->ptr + b->len, room, format, args);
    va_end(args);
    if (len > 0 && (size_t)len >= room) {
        buf_room(b, (size_t)len);
        (void)vsnprintf(b->ptr + b->len, (size_t)len + 1, format, again);
    }
    va_end(again);
    if (len > 0)
        b->len += (size_t)len;
    else
        b->ptr[b->len] = '\0';
}

Str buf_view(const Buf *b)
{
    return b->ptr == NULL ? STR("") : (Str){b->ptr, (uint32_t)b->len};
}
