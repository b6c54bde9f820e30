/*
 * slate.h — records that are noted while they are told.  Layer: write.
 *
 * For a format that must look at a record from what stands in it, or the other way round. Whoever
 * reads the slate is told when an object or a list is complete, and says what can be forgotten: so
 * it holds what is open, and no more of the rest than is asked for.
 */
#ifndef HPLAN_WRITE_SLATE_H
#define HPLAN_WRITE_SLATE_H

#include "base/vec.h"
#include "report/records.h"

typedef uint32_t Note; /* 0: none */

typedef struct NoteData {
    uint8_t key;     /* RecordKey */
    Note up, next, first, last;
    uint32_t from, len; /* its text in Slate.texts */
} NoteData;

typedef struct Slate Slate;
struct Slate {
    RecordSink sink;
    Arena *arena;
    VEC(NoteData) notes;
    Buf texts;
    Note open; /* the innermost that is not closed yet */
    void (*closed)(Slate *s, Note n);
};

/* closed: called for each object and list when it is complete. */
void slate_init(Slate *s, Arena *arena, void (*closed)(Slate *s, Note n));
/* The note that was closed last and all in it; only in `closed`. */
void slate_forget(Slate *s, Note n);

/* Of no note: none, and no text. */
RecordKey slate_key(const Slate *s, Note n);
Note slate_up(const Slate *s, Note n);
Note slate_first(const Slate *s, Note n);
Note slate_next(const Slate *s, Note n);
Note slate_get(const Slate *s, Note object, RecordKey key);
Str slate_text(const Slate *s, Note object, RecordKey key);
bool slate_is(const Slate *s, Note object, RecordKey key, const char *text);
/* The innermost object of a `type` that n is or stands in. */
Note slate_around(const Slate *s, Note n, const char *type);

#endif
