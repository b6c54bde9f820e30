/*
 * catalogue.h — codes of the standard library: functions, arts, municipalities.  Layer: value.
 *
 * The catalogues are constants, made by tools/gen-tables of the files in stdlib/ that people read:
 * they cost a start nothing. The same code may stand several times with years that do not overlap.
 */
#ifndef HPLAN_VALUE_CATALOGUE_H
#define HPLAN_VALUE_CATALOGUE_H

#include "base/text_slots.h"
#include "diag/diag.h"
#include "source/source.h"
#include "value/units.h"

typedef struct CatEntry {
    Str code, title;
    Str successors, predecessors; /* "257, 258"; empty: none known */
    Str members;                  /* of a group: codes or prefixes */
    int from, to;                 /* years; 0: unknown or still valid */
    bool doubtful;                /* sikkerhet is "vanlig": not to be used for an error */
    bool income;                  /* type is "inntekt": nothing is spent on it */
    uint32_t next;                /* next entry with the same code, index + 1 */
} CatEntry;

/* One way to say an entry: its title or another name. Two entries may share one. */
typedef struct CatName {
    Str folded;
    uint32_t entry; /* index */
    uint32_t next;  /* next name spelled so, index + 1 */
} CatName;

typedef struct Catalogue {
    const char *name;
    const CatEntry *entries; /* in the order of the file */
    uint32_t entry_count;
    const CatName *names;    /* in the order of their entries */
    uint32_t name_count;
    TextSlots codes;         /* the first entry of a code */
    TextSlots spellings;     /* the first name spelled so */
} Catalogue;

extern const Catalogue library_catalogues[];
extern const uint32_t library_catalogue_count;

/* Where the library's files come from (embedded in the binary; the session provides it). */
typedef struct LibrarySource {
    void *context;
    bool (*find)(void *context, const char *file_name, Str *text); /* "kommune.hplan" */
} LibrarySource;

/* What looking up needs. */
typedef struct Catalogues {
    Arena *arena;
    const LibrarySource *library;
} Catalogues;

void catalogues_init(Catalogues *c, Arena *arena, const LibrarySource *library);
/* NULL where the library has none of that name. */
const Catalogue *catalogue_named(const char *name);

/* The entry of a code in a year (0: any year, the newest). *known says that the code exists at
 * some time, and *entry is then the nearest in time. Returns true where it is valid. */
bool catalogue_find(const Catalogue *cat, Str code, int year, const CatEntry **entry, bool *known);
/* The title of a code, in the year or nearest to it; empty: there never was such a code. */
Str catalogue_title(const Catalogue *cat, Str code, int year);
/* Is an entry valid in a year? In an unknown one (0) every entry may be. */
bool catalogue_valid(const CatEntry *entry, int year);
/* By title or other name (folded); the one valid in the year first. NULL: none. */
const CatEntry *catalogue_by_title(Catalogues *c, const Catalogue *cat, Str title, int year);
/* Is any entry whose code begins so valid in the year? For 20/21 and 23/24. *first is the first
 * such; where none is valid in the year, the first that ever was; NULL: there is none at all. */
bool catalogue_prefix(const Catalogue *cat, Str prefix, int year, const CatEntry **first);
/* The code or title nearest to what was written, valid in the year if it
 * can be; NULL: none near. */
const CatEntry *catalogue_nearest(Catalogues *c, const Catalogue *cat, Str text, int year);

#endif
