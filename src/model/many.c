/*
 * many.c — what one thing may say thousands of times.  Layer: model.
 *
 * in:  properties, as they are built
 * out: the property of a thing that says something of a day, or of a part of a year
 *
 * There are few years, so what is said of them is looked through; but days without number, and what
 * is said of those is kept by what it says.
 */
#include "model/build.h"

bool many_is_of(Index index)
{
    return index.period.kind == PERIOD_DATE || index.period.kind == PERIOD_PART;
}

/* Two may have one key: the first is kept, and who finds it instead of
 * its own looks through all. */
static uint64_t key_of(DeclId decl, uint16_t key, Index index)
{
    const Period *p = &index.period;
    const uint32_t parts[] = {decl, key, index.version, p->kind,
                              (uint32_t)date_to_days(p->from), (uint32_t)date_to_days(p->to)};
    return hash_bytes((const char *)parts, sizeof parts);
}

void many_keep(Model *m, PropId id)
{
    const Prop *p = model_prop(m, id);
    if (!many_is_of(p->index))
        return;
    uint32_t *kept = u32map_put(&m->many, key_of(p->decl, p->key, p->index));
    *kept = *kept == 0 ? id : *kept;
}

bool many_find(const Model *m, DeclId decl, uint16_t key, Index index, PropId *out)
{
    const uint32_t *kept = u32map_get(&m->many, key_of(decl, key, index));
    *out = kept == NULL ? 0 : *kept;
    const Prop *p = model_prop(m, *out);
    return kept == NULL || (p->decl == decl && p->key == key && index_eq(p->index, index));
}
