/*
 * places.h — between the engine's places and the protocol's.  Layer: lsp.
 */
#ifndef HPLAN_LSP_PLACES_H
#define HPLAN_LSP_PLACES_H

#include "lsp/server.h"

#include "hplan/ide.h"

/* ---- to the client: the caller owns it ------------------------------------------------------ */

json_t *place_of_lines(Lines *lines, size_t start, size_t end, Encoding encoding); /* a Range */
json_t *place_position(const Server *s, Group *g, size_t file, size_t offset);     /* a Position */
json_t *place_range(const Server *s, Group *g, hplan_range range);                 /* a Range */
/* A Location; NULL: it is in no file that a client could open. */
json_t *place_location(const Server *s, Group *g, hplan_range range);

/* ---- from the client ------------------------------------------------------------------------ */

/* The open document that `textDocument` names; NULL: the failure says why. */
Document *place_document(const Server *s, const json_t *params, Failure *f);

/* A place in a document, and where it is in the session. */
typedef struct Asked {
    Document *doc;
    Group *group; /* NULL: the document could not be checked, and there is nothing to say */
    size_t file;
    size_t offset; /* of `position` */
} Asked;

/* False: the failure says why. The cost of an answer about a file is put on its group's account. */
bool place_asked(Server *s, const json_t *params, Asked *out, Failure *f);          /* the file */
bool place_asked_position(Server *s, const json_t *params, Asked *out, Failure *f); /* in it */
bool place_asked_range(Server *s, const json_t *params, Asked *out, hplan_range *range, Failure *f);

#endif
