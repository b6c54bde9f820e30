/*
 * catalogue.c — codes of the standard library, by code, title and year.  Layer: value.
 *
 * In: the constants of gen/catalogues.c. Out: entries.
 */
#include "value/catalogue.h"

#include "base/utf8.h"

void catalogues_init(Catalogues *c, Arena *arena, const LibrarySource *library)
{
    *c = (Catalogues){.arena = arena, .library = library};
}

const Catalogue *catalogue_named(const char *name)
{
    for (uint32_t i = 0; i < library_catalogue_count; i++)
        if (strcmp(library_catalogues[i].name, name) == 0)
            return &library_catalogues[i];
    return NULL;
}

/* --- years -------------------------------------------------------------------------------- */

bool catalogue_valid(const CatEntry *e, int year)
{
    return year == 0 || (e->from <= year && (e->to == 0 || year <= e->to));
}

/* Years between the entry's time and the year asked for; 0 where it is valid. */
static int years_off(const CatEntry *e, int year)
{
    if (catalogue_valid(e, year))
        return 0;
    return e->from > year ? e->from - year : year - e->to;
}

/* Is a the better answer for the year: nearer in time, and of two equally near the newer? */
static bool better(const CatEntry *a, const CatEntry *b, int year)
{
    if (b == NULL || years_off(a, year) != years_off(b, year))
        return b == NULL || years_off(a, year) < years_off(b, year);
    if ((a->to == 0) != (b->to == 0))
        return a->to == 0;
    return a->to != b->to ? a->to > b->to : a->from > b->from;
}

bool catalogue_find(const Catalogue *cat, Str code, int year, const CatEntry **entry, bool *known)
{
    uint32_t number = text_slots_find(&cat->codes, code);
    *entry = NULL;
    *known = number != 0;
    for (; number != 0; number = cat->entries[number - 1].next)
        if (better(&cat->entries[number - 1], *entry, year))
            *entry = &cat->entries[number - 1];
    return *known && catalogue_valid(*entry, year);
}

Str catalogue_title(const Catalogue *cat, Str code, int year)
{
    const CatEntry *entry = NULL;
    bool known = false;
    (void)catalogue_find(cat, code, year, &entry, &known);
    return known ? entry->title : STR_NONE;
}

bool catalogue_prefix(const Catalogue *cat, Str prefix, int year, const CatEntry **first)
{
    *first = NULL;
    for (uint32_t i = 0; i < cat->entry_count; i++) {
        const CatEntry *e = &cat->entries[i];
        if (!str_starts(e->code, prefix))
            continue;
        if (catalogue_valid(e, year)) {
            *first = e;
            return true;
        }
        if (*first == NULL)
            *first = e;
    }
    return false;
}

/* --- names -------------------------------------------------------------------------------- */

const CatEntry *catalogue_by_title(Catalogues *c, const Catalogue *cat, Str title, int year)
{
    const CatEntry *best = NULL;
    uint32_t number = text_slots_find(&cat->spellings, utf8_fold(c->arena, title));
    for (; number != 0; number = cat->names[number - 1].next) {
        const CatEntry *e = &cat->entries[cat->names[number - 1].entry];
        if (better(e, best, year))
            best = e;
    }
    return best;
}

/* --- near misses -------------------------------------------------------------------------- */

typedef struct Nearest {
    const CatEntry *entry;
    uint32_t distance;
    uint32_t limit;
} Nearest;

/* Most candidates are turned away here, before any memory is taken to measure them. */
static bool alike(Str a, Str b, uint32_t limit)
{
    uint32_t longer = a.len > b.len ? a.len - b.len : b.len - a.len;
    if (a.len == 0 || b.len == 0 || longer > 2 * limit)
        return false;
    return a.ptr[0] == b.ptr[0] || a.ptr[a.len - 1] == b.ptr[b.len - 1];
}

static void consider(Catalogues *c, Nearest *n, const CatEntry *e, Str spelling, Str text, int year)
{
    if (!alike(spelling, text, n->limit))
        return;
    /* Whoever misses by three letters has begun the name right: Vossestrand is not Holmestrand. */
    uint32_t limit = n->limit > 2 && spelling.ptr[0] != text.ptr[0] ? 2 : n->limit;
    uint32_t d = utf8_distance(c->arena, spelling, text, limit);
    if (d > limit)
        return;
    bool now = catalogue_valid(e, year), then = n->entry != NULL && catalogue_valid(n->entry, year);
    if (n->entry == NULL || (now && !then) || (now == then && d < n->distance)) {
        n->entry = e;
        n->distance = d;
    }
}

const CatEntry *catalogue_nearest(Catalogues *c, const Catalogue *cat, Str text, int year)
{
    Nearest n = {.limit = text.len < 5 ? 1 : text.len < 10 ? 2 : 3};
    if (text.len > 0 && ascii_is_digit(text.ptr[0])) {
        n.limit = 1; /* codes are near to one another anyway */
        for (uint32_t i = 0; i < cat->entry_count; i++)
            consider(c, &n, &cat->entries[i], cat->entries[i].code, text, year);
        return n.entry;
    }
    Str folded = utf8_fold(c->arena, text);
    for (uint32_t i = 0; i < cat->name_count; i++)
        consider(c, &n, &cat->entries[cat->names[i].entry], cat->names[i].folded, folded, year);
    return n.entry;
}
