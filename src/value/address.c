/*
 * address.c — see address.h.  Layer: value.
 */
#include "value/address.h"

#include "base/utf8.h"

static uint32_t scheme_len(Str s)
{
    static const char *const schemes[] = {"https://", "http://"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        Str scheme = str_from(schemes[i]);
        uint32_t at = 0;
        while (at < scheme.len && at < s.len && ascii_lower(s.ptr[at]) == scheme.ptr[at])
            at++;
        if (at == scheme.len)
            return at;
    }
    return 0;
}

uint32_t address_len(Str s)
{
    uint32_t len = scheme_len(s);
    if (len == 0)
        return 0;
    while (len < s.len && s.ptr[len] != '"' && s.ptr[len] != '\n' &&
           utf8_blank_len(s.ptr + len, s.ptr + s.len) == 0)
        len++;
    return len;
}

/* "vedlegg.pdf" has a dot as well; a domain has letters only behind its last one, two or three of
 * them, and no file is named after a country. */
bool address_lacks_scheme(Str s)
{
    uint32_t end = 0, dot = 0;
    while (end < s.len && s.ptr[end] != '/' && s.ptr[end] != '?' && s.ptr[end] != '#') {
        if (s.ptr[end] == '@' || utf8_blank_len(s.ptr + end, s.ptr + s.len) > 0)
            return false;
        if (s.ptr[end] == '.')
            dot = end;
        end++;
    }
    Str domain = str_slice(s, 0, end), last = str_slice(s, dot + 1, end);
    return str_starts(domain, STR("www.")) ||
           (dot > 0 && (str_eq(last, STR("no")) || str_eq(last, STR("com")) ||
                        str_eq(last, STR("org")) || str_eq(last, STR("eu"))));
}
