/*
 * documents.h — the texts that are open in the client.  Layer: lsp.
 */
#ifndef HPLAN_LSP_DOCUMENTS_H
#define HPLAN_LSP_DOCUMENTS_H

#include "lsp/fields.h"
#include "lsp/lines.h"
#include "lsp/memory.h"

typedef struct Document {
    char *uri;  /* OWNED, as the client writes it */
    char *path; /* OWNED: the absolute name, links resolved as far as they lead; NULL: no file */
    char *name; /* OWNED: what messages call it where it has no path */
    Bytes text;
    json_int_t version;
    bool has_version;
    Lines lines; /* of the text as it is now */
} Document;

typedef struct Documents {
    Document **at; /* OWNED, in the order in which they were opened */
    size_t count, cap;
    Encoding encoding;
} Documents;

/* The one absolute name of what a file: URI names, links resolved as far as they lead; NULL: it
 * names no file. OWNED by the caller. */
char *documents_path_of(const char *uri);

/* NULL: not open. */
Document *documents_find(const Documents *d, const char *uri);
Document *documents_of_path(const Documents *d, const char *path);

/* textDocument/didOpen; one that is open already gets the new text. NULL: the failure says why. */
Document *documents_open(Documents *d, const json_t *params, Failure *f);
/* textDocument/didChange: all changes up to the first that is none. */
Document *documents_change(Documents *d, const json_t *params, Failure *f);
/* The text is gone with it. */
void documents_close(Documents *d, Document *doc);
void documents_free(Documents *d);

#endif
