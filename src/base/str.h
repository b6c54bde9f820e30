/*
 * str.h — slices of text and a builder of text.  Layer: base.
 *
 * A Str borrows its bytes (from a source or an arena) and is not terminated.
 */
#ifndef HPLAN_BASE_STR_H
#define HPLAN_BASE_STR_H

#include "base/arena.h"
#include "base/ascii.h"
#include "base/bytes.h"

typedef struct Str {
    const char *ptr;
    uint32_t len;
} Str;

#define STR(lit) ((Str){"" lit, (uint32_t)(sizeof(lit) - 1)})
#define STR_INIT(lit) {"" lit, (uint32_t)(sizeof(lit) - 1)} /* the same of what is static */
#define STR_NONE ((Str){NULL, 0})
#define STR_ARG(s) (int)(s).len, (s).ptr /* for "%.*s" */

Str str_from(const char *nul_terminated); /* NULL gives the empty slice */
static inline const char *str_end(Str s) /* NULL + 0 is undefined in C */
{
    return s.len == 0 ? s.ptr : s.ptr + s.len;
}
Str str_slice(Str s, uint32_t from, uint32_t to);
Str str_trim(Str s); /* blanks of the language (utf8.h: utf8_is_blank) at both ends */
bool str_eq(Str a, Str b);
int str_cmp(Str a, Str b); /* by bytes */
bool str_starts(Str s, Str prefix);
bool str_ends(Str s, Str suffix);
int64_t str_find(Str s, Str needle); /* offset or -1 */
bool str_has_any(Str s, const char *const *needles); /* one of them; NULL ends the list */
Str str_dup(Arena *a, Str s);

/* Writes n so that it ends there; where it begins. In front of that are zeros: eight at a time. */
static inline char *digits_before(char *end, uint64_t n)
{
    for (; n > DIGITS_EIGHT_MAX; n /= DIGITS_EIGHT_MAX + 1) {
        end -= 8;
        bytes_store(end, digits_eight((uint32_t)(n % (DIGITS_EIGHT_MAX + 1))) | BYTES_ONES * '0');
    }
    uint64_t eight = digits_eight((uint32_t)n);
    bytes_store(end - 8, eight | BYTES_ONES * '0');
    return end - 8 + bytes_before(eight | UINT64_C(1) << 56); /* of 0 one stays */
}

enum { DIGITS_ROOM = 24 }; /* 20 digits, or a sign and 19; eight are written at once */
char *digits_put_long(char *at, uint64_t n);

/* Writes n from `at` on; where it ends. */
static inline char *digits_put(char *at, uint64_t n)
{
    if (n < 100) { /* as columns and lengths are */
        uint32_t tens = (uint32_t)n * 103 >> 10;
        *at = (char)('0' + tens);
        at += tens > 0;
        *at = (char)('0' + n - 10 * tens);
        return at + 1;
    }
    if (n > DIGITS_EIGHT_MAX)
        return digits_put_long(at, n);
    uint64_t eight = digits_eight((uint32_t)n);
    uint32_t zeros = bytes_before(eight);
    bytes_store(at, (eight | BYTES_ONES * '0') >> 8 * zeros);
    return at + 8 - zeros;
}

static inline char *digits_put_signed(char *at, int64_t n)
{
    *at = '-';
    return digits_put(at + (n < 0), n < 0 ? 0 - (uint64_t)n : (uint64_t)n); /* of INT64_MIN, too */
}

/* Where a builder's text goes as it comes, so that a long one is never whole in memory. */
typedef struct Outlet {
    bool (*take)(void *to, const char *bytes, size_t len); /* false: it takes no more */
    void *to;
    bool closed; /* it took no more: what comes is lost */
} Outlet;

/* Builder: grows in its arena, or with an outlet is emptied into it when it is full; then only
 * what came since can be looked at. The text is always NUL-terminated after buf_str/buf_cstr. */
typedef struct Buf {
    Arena *arena;
    char *ptr;
    size_t len, cap;
    Outlet *outlet; /* NULL: all is kept */
} Buf;

void buf_init(Buf *b, Arena *a);
void buf_init_outlet(Buf *b, Arena *a, Outlet *outlet);
bool buf_finish(Buf *b); /* what is left goes to the outlet; false: it did not take all */
/* Room for `more` bytes and the NUL behind them, where there is none yet: see buf_room. */
void buf_grow(Buf *b, size_t more);
void buf_repeat(Buf *b, const char *s, size_t times);
void buf_fill(Buf *b, char c, size_t times);
void buf_int(Buf *b, int64_t n); /* plain digits */
void buf_printf(Buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str buf_view(const Buf *b); /* what is in it; valid until the next put */

/* In the header, since all that is published goes through these: a text that is known here and
 * its length are then copied without a call. */
static inline void buf_room(Buf *b, size_t more)
{
    if (more >= b->cap - b->len) /* cap is 0 or above len */
        buf_grow(b, more);
}

static inline void buf_put(Buf *b, const char *bytes, size_t len)
{
    buf_room(b, len);
    if (len > 0)
        memcpy(b->ptr + b->len, bytes, len);
    b->len += len;
    b->ptr[b->len] = '\0';
}

static inline void buf_str(Buf *b, Str s)
{
    buf_put(b, s.ptr, s.len);
}

/* … of a text that is mostly short, as words and figures are. */
static inline void buf_short(Buf *b, Str s)
{
    buf_room(b, s.len);
    bytes_copy(b->ptr + b->len, s.ptr, s.len);
    b->len += s.len;
    b->ptr[b->len] = '\0';
}

static inline void buf_cstr(Buf *b, const char *s)
{
    buf_put(b, s, strlen(s));
}

static inline void buf_char(Buf *b, char c)
{
    buf_room(b, 1);
    b->ptr[b->len++] = c;
    b->ptr[b->len] = '\0';
}

#endif
