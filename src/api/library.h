/*
 * library.h — the standard library as the model asks for it.  Layer: api.
 */
#ifndef HPLAN_API_LIBRARY_H
#define HPLAN_API_LIBRARY_H

#include "value/catalogue.h"

extern const LibrarySource library_embedded;

/* Has the library a part with this name? Of a profile of rules also its text; a catalogue, which
 * is in scope as it is, has none to take in. */
bool library_has(Str name, Str *profile);
/* The part whose name is nearest to it; empty where none is near. */
Str library_nearest(Arena *scratch, Str name);

#endif
