/*
 * things.h — what a place names, in every plan that names it.  Layer: lsp, and private to it.
 *
 * The file that declares a thing may be taken in by several plans, open or not. They are all asked
 * at the place of the declaration, which each of them has read.
 */
#ifndef HPLAN_LSP_THINGS_H
#define HPLAN_LSP_THINGS_H

#include "lsp/places.h"

/* Called for each plan, first for the one in which the question was asked. False stops. */
typedef bool ThingVisitor(void *context, Group *g, size_t file, size_t offset);

void things_visit(Server *s, const Asked *at, ThingVisitor *visit, void *context);

#endif
