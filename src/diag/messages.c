/*
 * messages.c — the table of all texts, from codes.def.  Layer: diag.
 */
#include "diag/diag.h"

static const MsgInfo messages[MSG_COUNT] = {
#define DIAG(code, severity, draft, slug, nb, nn, en) \
    [code] = {#code, slug, {nb, nn, en}, severity, draft},
#define TEXT(id, nb, nn, en) [id] = {#id, NULL, {nb, nn, en}, SEV_NOTE, SEV_NOTE},
#include "diag/codes.def"
#undef DIAG
#undef TEXT
};

const MsgInfo *msg_info(MsgId id)
{
    return &messages[id];
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

MsgId msg_code(Str name)
{
    for (MsgId id = 0; id < MSG_COUNT; id++) {
        if (messages[id].slug == NULL)
            continue;
        Str known = str_from(messages[id].name);
        uint32_t same = 0;
        if (known.len == name.len)
            while (same < name.len && upper(name.ptr[same]) == known.ptr[same])
                same++;
        if (same > 0 && same == known.len)
            return id;
    }
    return MSG_COUNT;
}
