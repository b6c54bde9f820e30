/*
 * uri.h — file names as the protocol writes them.  Layer: lsp.
 */
#ifndef HPLAN_LSP_URI_H
#define HPLAN_LSP_URI_H

/* The path of a file: URI, NUL-terminated; NULL: it is of another kind. OWNED by the caller. */
char *uri_to_path(const char *uri);
/* OWNED by the caller. */
char *uri_from_path(const char *path);

#endif
