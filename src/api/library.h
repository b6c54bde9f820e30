/*
 * library.h — the standard library as the model asks for it.  Layer: api.
 */
#ifndef HPLAN_API_LIBRARY_H
#define HPLAN_API_LIBRARY_H

#include "model/catalogue.h"

extern const LibrarySource library_embedded;

/* Has the library a part with this name, such as a profile of rules? */
bool library_has(Str name);
/* The part whose name is nearest to it; empty where none is near. */
Str library_nearest(Arena *scratch, Str name);

#endif
