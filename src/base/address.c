/*
 * address.c — see address.h.  Layer: base.
 */
#include "base/address.h"

#include "base/ascii.h"
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

bool address_begins(Str s)
{
    return scheme_len(s) > 0;
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

/* What addresses in plans of municipalities end in. Names of files have a dot as well, and none of
 * these behind it. */
static bool is_domain(Str s)
{
    static const char *const ends[] = {".no", ".com", ".org", ".eu"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (s.len > strlen(ends[i]) && str_ends(s, str_from(ends[i])))
            return true;
    return str_starts(s, STR("www."));
}

bool address_lacks_scheme(Str s)
{
    uint32_t end = 0;
    while (end < s.len && s.ptr[end] != '/' && s.ptr[end] != '?' && s.ptr[end] != '#') {
        if (s.ptr[end] == '@' || utf8_blank_len(s.ptr + end, s.ptr + s.len) > 0)
            return false;
        end++;
    }
    return is_domain(str_slice(s, 0, end));
}
