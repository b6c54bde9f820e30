/*
 * tree.c — the text of nodes.  Layer: syntax.
 */
#include "syntax/tree.h"

#include "base/utf8.h"

/* The mark at the end of s that closes what `opener` opened, as in scan_text.c; 0: unclosed. */
static uint32_t closer_len(Str s, uint32_t opener)
{
    uint32_t len;
    const char *end = s.ptr + s.len;
    if (s.len > 0 && end[-1] == '"' && opener != 0xAB && opener != 0xBB)
        return 1;
    if (opener == 0xAB || opener == 0xBB) {
        uint32_t closer = opener == 0xAB ? 0xBB : 0xAB;
        return s.len >= 2 && utf8_decode(end - 2, end, &len) == closer ? 2 : 0;
    }
    if (s.len < 3)
        return 0;
    uint32_t cp = utf8_decode(end - 3, end, &len);
    return cp == 0x201C || cp == 0x201D ? 3 : 0;
}

Str tree_string(const Tree *t, NodeRef n)
{
    Str s = tree_text(t, n);
    uint32_t len = 0;
    if (s.len == 0)
        return s;
    uint32_t opener = utf8_decode(s.ptr, s.ptr + s.len, &len);
    bool typographic = opener == 0xAB || opener == 0xBB || (opener >= 0x201C && opener <= 0x201F);
    if (opener != '"' && !typographic)
        return s; /* not a string: as it is */
    s = str_slice(s, len, s.len);
    return str_slice(s, 0, s.len - closer_len(s, opener));
}
