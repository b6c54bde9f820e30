/*
 * bytes.h — bytes looked at eight at a time.  Layer: base.
 *
 * For what is near, as the next bar of a table row is: there a call of memchr costs more than the
 * search. What may be far away is memchr's.
 */
#ifndef HPLAN_BASE_BYTES_H
#define HPLAN_BASE_BYTES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define BYTES_ONES UINT64_C(0x0101010101010101)
#define BYTES_HIGH (0x80 * BYTES_ONES)

/* The eight bytes at p, the first one lowest. */
static inline uint64_t bytes_load(const char *p)
{
    uint64_t w;
    memcpy(&w, p, sizeof w);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    w = __builtin_bswap64(w);
#endif
    return w;
}

static inline void bytes_store(char *p, uint64_t w)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    w = __builtin_bswap64(w);
#endif
    memcpy(p, &w, sizeof w);
}

/* Marks, in its highest bit, each byte of w from low to high, where all of w and both are ASCII. */
static inline uint64_t bytes_between(uint64_t w, unsigned char low, unsigned char high)
{
    return ((w + (0x80u - low) * BYTES_ONES) ^ (w + (0x7Fu - high) * BYTES_ONES)) & BYTES_HIGH;
}

/* One to seven bytes at p, each at least once, and for the rest blanks. */
static inline uint64_t bytes_load_few(const char *p, uint32_t len)
{
    if (len < 4)
        return BYTES_ONES * ' ' << 24 | (uint64_t)(unsigned char)p[0] << 16 |
               (uint64_t)(unsigned char)p[len / 2] << 8 | (unsigned char)p[len - 1];
    uint32_t first, last;
    memcpy(&first, p, sizeof first);
    memcpy(&last, p + len - sizeof last, sizeof last);
    return (uint64_t)first << 32 | last;
}

/* How many bytes stand before the lowest one that is not 0 in `marks`, which is not 0. */
static inline uint32_t bytes_before(uint64_t marks)
{
    return (uint32_t)__builtin_ctzll(marks) / 8;
}

#define DIGITS_EIGHT_MAX 99999999u
/* The eight decimal digits of n, the first one lowest, each 0 to 9: halved until each is alone. */
static inline uint64_t digits_eight(uint32_t n)
{
    uint64_t fours = n / 10000 | (uint64_t)(n % 10000) << 32;
    uint64_t hundreds = (fours * 10486 >> 20) & UINT64_C(0x0000007F0000007F);
    uint64_t twos = hundreds | (fours - hundreds * 100) << 16;
    uint64_t tens = (twos * 103 >> 10) & UINT64_C(0x000F000F000F000F);
    return tens | (twos - tens * 10) << 8;
}

/* The next c in [at, end), or end. It is looked for up to `limit`, which is not before end and as
 * far behind it as the text is known to go on: then the last bytes cost no more than the first. */
static inline const char *bytes_find(const char *at, const char *end, const char *limit, char c)
{
    const uint64_t all = BYTES_ONES * (unsigned char)c;
    for (; limit - at >= 8; at += 8) {
        uint64_t w = bytes_load(at) ^ all;
        uint64_t zero = (w - BYTES_ONES) & ~w & BYTES_HIGH; /* the lowest mark is always right */
        if (zero != 0) {
            at += bytes_before(zero);
            return at < end ? at : end;
        }
    }
    while (at < end && *at != c)
        at++;
    return at < end ? at : end;
}

/* The next c or control character from `at` on, of which there is one: the NUL that ends a text.
 * Eight bytes are read at once up to `limit`. */
static inline const char *bytes_find_mark(const char *at, const char *limit, char c)
{
    const uint64_t all = BYTES_ONES * (unsigned char)c;
    for (; limit - at >= 8; at += 8) {
        uint64_t w = bytes_load(at), other = w ^ all;
        uint64_t found = (other - BYTES_ONES) & ~other, control = (w - BYTES_ONES * ' ') & ~w;
        uint64_t marks = (found | control) & BYTES_HIGH;
        if (marks != 0)
            return at + bytes_before(marks); /* the lowest mark is always right */
    }
    while (*at != c && (unsigned char)*at >= ' ')
        at++;
    return at;
}

/* The next byte in [at, end) that is not c, or end; `limit` as above. */
static inline const char *bytes_skip(const char *at, const char *end, const char *limit, char c)
{
    const uint64_t all = BYTES_ONES * (unsigned char)c;
    for (; limit - at >= 8; at += 8) {
        uint64_t other = bytes_load(at) ^ all;
        if (other != 0) {
            at += bytes_before(other);
            return at < end ? at : end;
        }
    }
    while (at < end && *at == c)
        at++;
    return at < end ? at : end;
}

/* How many of the bytes begin a code point: all but those that continue one; `limit` as above. */
static inline uint32_t bytes_leads(const char *at, const char *end, const char *limit)
{
    uint32_t count = (uint32_t)(end - at);
    for (; at < end && limit - at >= 8; at += 8) {
        uint64_t w = bytes_load(at);
        if (end - at < 8)
            w &= (UINT64_C(1) << 8 * (end - at)) - 1;
        uint64_t continued = w >> 7 & ~(w >> 6) & BYTES_ONES;
        count -= (uint32_t)(continued * BYTES_ONES >> 56);
    }
    for (; at < end; at++)
        count -= ((unsigned char)*at & 0xC0) == 0x80;
    return count;
}

/* memcpy without a call for what is short, as words and figures are. */
static inline void bytes_copy(char *to, const char *from, size_t len)
{
    if (len > 16) {
        memcpy(to, from, len);
    } else if (len >= 8) { /* the first eight and the last; they may overlap */
        memcpy(to, from, 8);
        memcpy(to + len - 8, from + len - 8, 8);
    } else if (len >= 4) {
        memcpy(to, from, 4);
        memcpy(to + len - 4, from + len - 4, 4);
    } else {
        for (; len > 0; len--)
            *to++ = *from++;
    }
}

/* memcmp without a call, likewise, for who asks only whether they are the same. */
static inline bool bytes_same(const char *a, const char *b, size_t len)
{
    if (len > 16)
        return memcmp(a, b, len) == 0;
    if (len >= 8)
        return bytes_load(a) == bytes_load(b) && bytes_load(a + len - 8) == bytes_load(b + len - 8);
    if (len >= 4) {
        uint32_t first[2], last[2];
        memcpy(&first[0], a, 4);
        memcpy(&first[1], b, 4);
        memcpy(&last[0], a + len - 4, 4);
        memcpy(&last[1], b + len - 4, 4);
        return first[0] == first[1] && last[0] == last[1];
    }
    while (len > 0 && *a == *b) {
        a++;
        b++;
        len--;
    }
    return len == 0;
}

#endif
