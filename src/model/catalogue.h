/*
 * catalogue.h — codes of the standard library: functions, arts, municipalities.  Layer: model.
 *
 * A catalogue is read from its hplan file the first time a code of it is looked up; a plan that
 * uses none pays for none. The same code may stand several times with years that do not overlap.
 */
#ifndef HPLAN_MODEL_CATALOGUE_H
#define HPLAN_MODEL_CATALOGUE_H

#include "base/map.h"
#include "base/vec.h"
#include "diag/diag.h"
#include "model/units.h"
#include "source/source.h"

typedef struct CatEntry {
    Str code, title;
    Str successors, predecessors; /* "257, 258"; empty: none known */
    Str members;                  /* of a group: codes or prefixes */
    Str account;                  /* konto */
    Str names;                    /* other names, comma separated */
    int from, to;                 /* years; 0: unknown or still valid */
    bool doubtful;                /* sikkerhet is "vanlig": not to be used for an error */
    uint32_t next;                /* next entry with the same code, index + 1 */
} CatEntry;

/* One way to say an entry: its title or another name. Two entries may share one. */
typedef struct CatName {
    Sym sym;        /* folded */
    uint32_t entry; /* index */
    uint32_t next;  /* next name spelled so, index + 1 */
} CatName;

typedef struct Catalogue {
    Str name;
    VEC(CatEntry) entries; /* in the order of the file */
    U32Map by_code;        /* Sym of the code -> index + 1 */
    bool named;            /* the two below are made at the first look-up by name */
    VEC(CatName) names;
    U32Map by_title;       /* Sym of a folded title or other name -> index into names + 1 */
} Catalogue;

/* Where the library's files come from (embedded in the binary; the session provides it). */
typedef struct LibrarySource {
    void *context;
    bool (*find)(void *context, const char *file_name, Str *text); /* "kommune.hplan" */
} LibrarySource;

typedef struct Catalogues {
    Arena *arena;
    Interner *syms;
    const LibrarySource *library;
    VEC(Catalogue *) loaded;
} Catalogues;

void catalogues_init(Catalogues *c, Arena *arena, Interner *syms, const LibrarySource *library);
/* The catalogue in NAME.hplan; NULL where the library has no such file. */
const Catalogue *catalogues_get(Catalogues *c, const char *name);

/* The entry of a code in a year (0: any year, the newest). *known says that the code exists at
 * some time, and *entry is then the nearest in time. Returns true where it is valid. */
bool catalogue_find(Catalogues *c, const Catalogue *cat, Str code, int year,
                    const CatEntry **entry, bool *known);
/* By title or other name (folded); the one valid in the year first. NULL: none. */
const CatEntry *catalogue_by_title(Catalogues *c, const Catalogue *cat, Str title, int year);
/* Is any entry whose code begins so valid in the year? For 20/21 and 23/24. *first is the first
 * such; where none is valid in the year, the first that ever was; NULL: there is none at all. */
bool catalogue_prefix(const Catalogue *cat, Str prefix, int year, const CatEntry **first);
/* The code or title nearest to what was written, valid in the year if it can be; NULL: none near. */
const CatEntry *catalogue_nearest(Catalogues *c, const Catalogue *cat, Str text, int year);

#endif
