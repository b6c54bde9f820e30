/*
 * catalogue_own.c — the catalogues that a plan declares for itself.  Layer: model.
 *
 * In: the rows of a `katalog` as the things that they declare. Out: a Catalogue as the library's
 * are, but made when it is asked for.
 */
#include "model/catalogue_own.h"

#include "base/utf8.h"
#include "model/build.h"
#include "value/period.h"

typedef struct OwnRows {
    VEC(CatEntry) entries;
    VEC(CatName) names;
    // cppcheck-suppress unusedStructMember ; there are as many as entries
    VEC(Span) places; /* of the codes */
} OwnRows;

static Str said(const Model *m, DeclId d, uint16_t key, Span *at)
{
    const Fact *f = decl_fact(m, d, key);
    *at = f == NULL ? SPAN_NONE : fact_said(m, f);
    return f == NULL ? STR_NONE : str_trim(span_text(m->sources, *at));
}

/* All of a cell that is a list: "257, 258". */
static Str listed(const Model *m, DeclId d, uint16_t key)
{
    PropId id = decl_prop(m, d, key, NULL);
    const Prop *p = model_prop(m, id);
    if (id == 0 || p->count == 0)
        return STR_NONE;
    Span all = span_join(fact_span(m, model_fact(m, p->first)),
                         fact_span(m, model_fact(m, p->first + p->count - 1)));
    return span_text(m->sources, all);
}

static int year_of(const Model *m, DeclId d, uint16_t key)
{
    return period_first_year(decl_period(m, d, key));
}

static void read_row(Model *m, OwnRows *rows, DeclId d)
{
    Span place;
    Str code = said(m, d, P_CODE, &place);
    if (code.len == 0)
        return;
    *vec_push(m->arena, &rows->entries) = (CatEntry){
        .code = code,
        .title = model_decl(m, d)->title,
        .successors = listed(m, d, P_SUCCESSORS),
        .predecessors = listed(m, d, P_PREDECESSORS),
        .members = listed(m, d, P_MEMBERS),
        .from = year_of(m, d, P_VALID_FROM),
        .to = year_of(m, d, P_VALID_TO),
    };
    *vec_push(m->arena, &rows->places) = place;
    Str folded = utf8_fold(m->arena, model_decl(m, d)->title);
    if (folded.len > 0)
        *vec_push(m->arena, &rows->names) = (CatName){folded, rows->entries.len - 1, 0};
}

static bool same_years(const CatEntry *a, const CatEntry *b)
{
    return (a->to == 0 || b->from <= a->to) && (b->to == 0 || a->from <= b->to);
}

/* The entry of the chain from number `first` on that is valid in a year of this one's; 0: none. */
static uint32_t same_time(const OwnRows *rows, uint32_t first, const CatEntry *entry)
{
    while (first != 0 && !same_years(&rows->entries.at[first - 1], entry))
        first = rows->entries.at[first - 1].next;
    return first;
}

/* Entries of one code are chained behind its first; of two for one year the
 * second is one too many. */
static void find_by_code(Model *m, OwnRows *rows, TextSlots *slots)
{
    uint32_t *taken;
    *slots = text_slots_new(m->arena, rows->entries.at, sizeof(CatEntry), rows->entries.len, &taken);
    for (uint32_t i = 0; i < rows->entries.len; i++) {
        CatEntry *entry = &rows->entries.at[i];
        uint32_t first = text_slots_add(slots, taken, i + 1);
        bool never = entry->to != 0 && entry->to < entry->from;
        if (first == 0 || never)
            continue;
        uint32_t other = same_time(rows, first, entry);
        if (other != 0) {
            Diag *d = diag_at(m->sink, HP2003, rows->places.at[i]);
            diag_str(d, entry->code);
            diag_place(d, rows->places.at[other - 1], L_FIRST_HERE);
        }
        entry->next = rows->entries.at[first - 1].next;
        rows->entries.at[first - 1].next = i + 1;
    }
}

static void find_by_name(Model *m, OwnRows *rows, TextSlots *slots)
{
    uint32_t *taken;
    *slots = text_slots_new(m->arena, rows->names.at, sizeof(CatName), rows->names.len, &taken);
    for (uint32_t i = 0; i < rows->names.len; i++) {
        uint32_t first = text_slots_add(slots, taken, i + 1);
        if (first == 0)
            continue;
        rows->names.at[i].next = rows->names.at[first - 1].next;
        rows->names.at[first - 1].next = i + 1;
    }
}

static OwnCatalogue make(Model *m, DeclId d, OwnRows *rows)
{
    const Decl *decl = model_decl(m, d);
    OwnCatalogue own = {d, decl->name, build_sym(m, decl->title), {.name = "katalog"}};
    find_by_code(m, rows, &own.cat.codes);
    find_by_name(m, rows, &own.cat.spellings);
    own.cat.entries = rows->entries.at;
    own.cat.entry_count = rows->entries.len;
    own.cat.names = rows->names.at;
    own.cat.name_count = rows->names.len;
    return own;
}

OwnCatalogues catalogues_own(Model *m)
{
    OwnCatalogues all = {0};
    OwnRows rows = {0};
    DeclId container = 0;
    for (DeclId d = decl_of_kind(m, K_CATALOGUE, 0);; d = decl_of_kind(m, K_CATALOGUE, d)) {
        if (d != 0 && model_decl(m, d)->row_table != 0) {
            read_row(m, &rows, d);
            continue;
        }
        if (rows.entries.len > 0)
            *vec_push(m->arena, &all.list) = make(m, container, &rows);
        if (d == 0)
            return all;
        rows = (OwnRows){0};
        container = d;
    }
}

const OwnCatalogue *catalogue_own(const OwnCatalogues *own, Sym said)
{
    for (uint32_t i = 0; i < own->list.len; i++)
        if (said != 0 && (own->list.at[i].name == said || own->list.at[i].title == said))
            return &own->list.at[i];
    return NULL;
}
