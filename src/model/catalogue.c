/*
 * catalogue.c — codes of the standard library, by code, title and year.  Layer: model.
 *
 * In: library files, read the first time they are asked for. Out: entries.
 *
 * A catalogue is indexed by code when it is read; names are indexed when the first is looked up,
 * since a plan that states codes only has no use for them. Everything lives in the catalogues'
 * own arena and interner, so one Catalogues serves any number of models.
 */
#include "model/catalogue_read.h"

#include "base/utf8.h"

typedef enum CatField {
    FIELD_OTHER,
    FIELD_CODE,
    FIELD_TITLE,
    FIELD_FROM,
    FIELD_TO,
    FIELD_SUCCESSOR,
    FIELD_PREDECESSOR,
    FIELD_MEMBERS,
    FIELD_ACCOUNT,
    FIELD_NAMES,
    FIELD_CERTAINTY
} CatField;

static const struct {
    const char *word;
    CatField column;
} columns[] = {
    {"kode", FIELD_CODE},
    {"tittel", FIELD_TITLE},
    {"fra", FIELD_FROM},
    {"til", FIELD_TO},
    {"etterfølger", FIELD_SUCCESSOR},
    {"forgjenger", FIELD_PREDECESSOR},
    {"medlemmer", FIELD_MEMBERS},
    {"konto", FIELD_ACCOUNT},
    {"navn", FIELD_NAMES},
    {"sikkerhet", FIELD_CERTAINTY},
};

void catalogues_init(Catalogues *c, Arena *arena, Interner *syms, const LibrarySource *library)
{
    *c = (Catalogues){.arena = arena, .syms = syms, .library = library};
}

/* --- reading ------------------------------------------------------------------------------ */

static CatField column_of(Str head)
{
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        if (str_eq(head, str_from(columns[i].word)))
            return columns[i].column;
    return FIELD_OTHER;
}

static int year_of(Str s)
{
    int year = 0;
    for (uint32_t i = 0; i < s.len && i < 4 && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++)
        year = year * 10 + (s.ptr[i] - '0');
    return year;
}

static void set_field(CatEntry *e, CatField column, Str text)
{
    switch (column) {
    case FIELD_CODE: e->code = text; break;
    case FIELD_TITLE: e->title = text; break;
    case FIELD_FROM: e->from = year_of(text); break;
    case FIELD_TO: e->to = year_of(text); break;
    case FIELD_SUCCESSOR: e->successors = text; break;
    case FIELD_PREDECESSOR: e->predecessors = text; break;
    case FIELD_MEMBERS: e->members = text; break;
    case FIELD_ACCOUNT: e->account = text; break;
    case FIELD_NAMES: e->names = text; break;
    case FIELD_CERTAINTY: e->doubtful = str_eq(text, STR("vanlig")); break;
    case FIELD_OTHER: break;
    }
}

/* Entries of one code are linked in the order of the file: the map leads to the first, which is
 * found again by walking, since hardly any code has more than two. */
static void link_code(Catalogues *c, Catalogue *cat, uint32_t index)
{
    uint32_t *first = u32map_put(&cat->by_code, interner_add(c->syms, cat->entries.at[index].code));
    if (*first == 0) {
        *first = index + 1;
        return;
    }
    CatEntry *e = &cat->entries.at[*first - 1];
    while (e->next != 0)
        e = &cat->entries.at[e->next - 1];
    e->next = index + 1;
}

static Catalogue *load(Catalogues *c, const char *name)
{
    LibraryTable t;
    CatField of[CATALOGUE_MAX_COLUMNS] = {FIELD_OTHER};
    if (!library_table(c, name, &t))
        return NULL;
    for (uint32_t i = 0; i < t.columns; i++)
        of[i] = column_of(t.cells[i]);
    Catalogue *cat = arena_new(c->arena, Catalogue);
    cat->name = str_dup(c->arena, str_from(name));
    u32map_init(&cat->by_code, c->arena);
    u32map_init(&cat->by_title, c->arena);
    while (library_row(c, &t)) {
        CatEntry *e = vec_push(c->arena, &cat->entries);
        for (uint32_t i = 0; i < t.columns; i++)
            set_field(e, of[i], t.cells[i]);
        link_code(c, cat, cat->entries.len - 1);
    }
    return cat;
}

const Catalogue *catalogues_get(Catalogues *c, const char *name)
{
    Str wanted = str_from(name);
    for (uint32_t i = 0; i < c->loaded.len; i++)
        if (str_eq(c->loaded.at[i]->name, wanted))
            return c->loaded.at[i];
    Catalogue *cat = load(c, name);
    if (cat != NULL)
        *vec_push(c->arena, &c->loaded) = cat;
    return cat;
}

/* --- years -------------------------------------------------------------------------------- */

static bool valid_in(const CatEntry *e, int year)
{
    return year == 0 || (e->from <= year && (e->to == 0 || year <= e->to));
}

/* Years between the entry's time and the year asked for; 0 where it is valid. */
static int years_off(const CatEntry *e, int year)
{
    if (valid_in(e, year))
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

bool catalogue_find(Catalogues *c, const Catalogue *cat, Str code, int year, const CatEntry **entry,
                    bool *known)
{
    Sym sym = interner_find(c->syms, code);
    const uint32_t *first = sym != 0 ? u32map_get(&cat->by_code, sym) : NULL;
    *entry = NULL;
    *known = first != NULL;
    if (first == NULL)
        return false;
    for (uint32_t i = *first; i != 0; i = cat->entries.at[i - 1].next)
        if (better(&cat->entries.at[i - 1], *entry, year))
            *entry = &cat->entries.at[i - 1];
    return valid_in(*entry, year);
}

bool catalogue_prefix(const Catalogue *cat, Str prefix, int year, const CatEntry **first)
{
    *first = NULL;
    for (uint32_t i = 0; i < cat->entries.len; i++) {
        const CatEntry *e = &cat->entries.at[i];
        if (!str_starts(e->code, prefix))
            continue;
        if (valid_in(e, year)) {
            *first = e;
            return true;
        }
        if (*first == NULL)
            *first = e;
    }
    return false;
}

/* --- names -------------------------------------------------------------------------------- */

static void add_name(Catalogues *c, Catalogue *cat, Str name, uint32_t entry)
{
    if (name.len == 0)
        return;
    Sym sym = interner_add(c->syms, utf8_fold(c->arena, name));
    uint32_t *first = u32map_put(&cat->by_title, sym);
    CatName *added = vec_push(c->arena, &cat->names);
    *added = (CatName){.sym = sym, .entry = entry, .next = *first};
    *first = cat->names.len;
}

static void index_names(Catalogues *c, const Catalogue *of)
{
    Catalogue *cat = NULL;
    for (uint32_t i = 0; i < c->loaded.len; i++)
        if (c->loaded.at[i] == of)
            cat = c->loaded.at[i];
    if (cat == NULL || cat->named)
        return;
    cat->named = true;
    for (uint32_t i = cat->entries.len; i-- > 0;) { /* backwards: the chains are then in order */
        Str others = cat->entries.at[i].names, one;
        while (library_item(&others, &one))
            add_name(c, cat, one, i);
        add_name(c, cat, cat->entries.at[i].title, i);
    }
}

const CatEntry *catalogue_by_title(Catalogues *c, const Catalogue *cat, Str title, int year)
{
    index_names(c, cat);
    Sym sym = interner_find(c->syms, utf8_fold(c->arena, title));
    const uint32_t *first = sym != 0 ? u32map_get(&cat->by_title, sym) : NULL;
    const CatEntry *best = NULL;
    for (uint32_t i = first != NULL ? *first : 0; i != 0; i = cat->names.at[i - 1].next) {
        const CatEntry *e = &cat->entries.at[cat->names.at[i - 1].entry];
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
    uint32_t d = utf8_distance(c->arena, spelling, text, n->limit);
    if (d > n->limit)
        return;
    bool now = valid_in(e, year), then = n->entry != NULL && valid_in(n->entry, year);
    if (n->entry == NULL || (now && !then) || (now == then && d < n->distance)) {
        n->entry = e;
        n->distance = d;
    }
}

const CatEntry *catalogue_nearest(Catalogues *c, const Catalogue *cat, Str text, int year)
{
    Nearest n = {.limit = text.len < 5 ? 1 : text.len < 10 ? 2 : 3};
    if (text.len > 0 && text.ptr[0] >= '0' && text.ptr[0] <= '9') {
        for (uint32_t i = 0; i < cat->entries.len; i++)
            consider(c, &n, &cat->entries.at[i], cat->entries.at[i].code, text, year);
        return n.entry;
    }
    index_names(c, cat);
    Str folded = utf8_fold(c->arena, text);
    for (uint32_t i = cat->names.len; i-- > 0;) /* backwards: in the order of the file */
        consider(c, &n, &cat->entries.at[cat->names.at[i].entry],
                 interner_text(c->syms, cat->names.at[i].sym), folded, year);
    return n.entry;
}
