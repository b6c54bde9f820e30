/*
 * csv_text.c — the bytes of a sheet as UTF-8.  Layer: import.
 */
#include "base/utf8.h"
#include "import/csv.h"

/* What Windows-1252 has where Latin-1 has control characters; 0: nothing. */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static bool begins(const char *bytes, size_t len, const char *mark, size_t mark_len)
{
    return len >= mark_len && memcmp(bytes, mark, mark_len) == 0;
}

/* A sheet saved as "Unicode text": two bytes a character, four for what lies beyond. */
static bool put_utf16(Buf *out, const unsigned char *p, size_t len, bool little)
{
    uint32_t high = 0;
    for (size_t i = 0; i + 1 < len; i += 2) {
        uint32_t unit = little ? p[i] | (uint32_t)p[i + 1] << 8 : p[i + 1] | (uint32_t)p[i] << 8;
        bool follows = unit >= 0xDC00 && unit < 0xE000;
        if (unit == 0 || follows != (high != 0))
            return false;
        if (unit >= 0xD800 && unit < 0xDC00) {
            high = unit;
            continue;
        }
        utf8_put(out, high == 0 ? unit : 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
        high = 0;
    }
    return len % 2 == 0 && high == 0;
}

static bool put_windows(Buf *out, const unsigned char *p, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        uint32_t cp = p[i] >= 0x80 && p[i] < 0xA0 ? windows[p[i] - 0x80] : p[i];
        if (cp == 0)
            return false;
        utf8_put(out, cp);
    }
    return true;
}

bool csv_text(Buf *out, const char *bytes, size_t len)
{
    const unsigned char *p = (const unsigned char *)bytes;
    if (begins(bytes, len, "\xFF\xFE", 2) || begins(bytes, len, "\xFE\xFF", 2))
        return put_utf16(out, p + 2, len - 2, p[0] == 0xFF);
    if (len > 0 && memchr(bytes, '\0', len) != NULL)
        return false;
    if (begins(bytes, len, "\xEF\xBB\xBF", 3)) {
        buf_put(out, bytes + 3, len - 3);
        return utf8_first_invalid(bytes, len) < 0;
    }
    if (utf8_first_invalid(bytes, len) >= 0)
        return put_windows(out, p, len);
    buf_put(out, bytes, len);
    return true;
}
