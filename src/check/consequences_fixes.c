/*
 * consequences_fixes.c — a fix that only holds if a word is a keyword.  Layer: check.
 * See consequences.h.
 *
 * Requires: findings of the form. Provides: the semicolon that is proposed for a comma between two
 * properties is withdrawn where the word behind it is none: the grammar knows no words.
 */
#include "check/consequences.h"

#include "base/utf8.h"

/* `ansvar: bolig, frist: 2027`: the key behind the comma. */
static Str key_behind(const Model *m, Span comma)
{
    Source *src = sources_get(m->sources, comma.file);
    Str line = source_line(src, check_line(m, comma));
    const char *from = src->text + comma.off + comma.len;
    Str rest = {from, (uint32_t)(line.ptr + line.len - from)};
    int64_t colon = str_find(rest, STR(":"));
    return str_trim(str_slice(rest, 0, colon < 0 ? 0 : (uint32_t)colon));
}

/* `resultat 2018`: a key may say its time. */
static bool is_property(const Model *m, Str key)
{
    uint32_t len = 0;
    return key.len > 0 && vocab_find_prefix(VG_PROP, utf8_fold(m->scratch, key), K_NONE, &len) != 0;
}

void consequences_commas(Model *m)
{
    for (uint32_t i = 0; i < m->sink->list.len; i++) {
        Diag *d = m->sink->list.at[i];
        const DiagPart *last = d->parts.len == 0 ? NULL : &d->parts.at[d->parts.len - 1];
        if (d->code == HP1007 && last != NULL && last->kind == PART_FIX &&
            str_eq(last->replacement, STR(";")) && !is_property(m, key_behind(m, last->span)))
            d->parts.len--;
    }
}
