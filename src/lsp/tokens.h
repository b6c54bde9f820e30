/*
 * tokens.h — which colours there are.  Layer: lsp, and private to it.
 */
#ifndef HPLAN_LSP_TOKENS_H
#define HPLAN_LSP_TOKENS_H

#include <jansson.h>

/* What the numbers in an answer mean. */
json_t *tokens_legend(void);

#endif
