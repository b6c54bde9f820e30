/*
 * halves.h — halves of characters in JSON.  Layer: lsp.
 */
#ifndef HPLAN_LSP_HALVES_H
#define HPLAN_LSP_HALVES_H

#include <stdbool.h>
#include <stddef.h>

/* A client that counts in UTF-16 can cut a character in two, and then writes \ud83d where no text
 * in UTF-8 can follow. Each half becomes \ufffd, in place: one unit for another, so that positions
 * stay right. True: there was one. */
bool halves_mend(char *json, size_t len);

#endif
