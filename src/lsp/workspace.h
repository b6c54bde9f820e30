/*
 * workspace.h — checked sessions for the texts as they are now.  Layer: lsp.
 *
 * An open document is checked together with what it belongs to: a group is one document that was
 * given to the engine, and all files that this led to. A document that a group has read belongs
 * there and gets no group of its own. A group lives until one of its texts changes; it is checked
 * anew when somebody asks.
 */
#ifndef HPLAN_LSP_WORKSPACE_H
#define HPLAN_LSP_WORKSPACE_H

#include "lsp/documents.h"

#include "hplan/ide.h"

typedef struct Group {
    const Document *given; /* NULL: a plan that is not open, by its path */
    char *path;            /* OWNED; NULL where there is a document */
    hplan_session *s;      /* NULL: not checked yet, or it could not be */
    bool stale;
    Lines *lines; /* OWNED: by file, built when first asked for */
    size_t file_count;
    hplan_finding *findings; /* OWNED */
    size_t finding_count;
    size_t spent; /* about so many bytes the session has taken for answers */
} Group;

typedef struct GroupList {
    Group **at; /* OWNED, but not the groups of open documents in it */
    size_t count, cap;
} GroupList;

typedef struct Workspace {
    Documents documents;
    char **folders; /* OWNED: what the client has opened as a whole; canonical */
    size_t folder_count, folder_cap;
    Group **groups; /* OWNED */
    size_t count, cap;
    hplan_options options;
    hplan_host host;
    bool unpublished; /* something has changed since diagnostics were last sent */
} Workspace;

void workspace_init(Workspace *w, const hplan_options *options);
void workspace_free(Workspace *w);

/* The text of a document has changed; it has been opened; it is about to be closed. */
void workspace_changed(Workspace *w, const Document *doc);
void workspace_opened(Workspace *w, const Document *doc);
void workspace_closing(Workspace *w, const Document *doc);
/* Files or options have changed. */
void workspace_all_changed(Workspace *w);

/* Checks what is stale. */
void workspace_settle(Workspace *w);
/* The group and the file in it of an open document, settled; NULL: it could not be checked. */
Group *workspace_group_of(Workspace *w, const Document *doc, size_t *file);
/* All groups that have read the file; with those of plans in the client's folders that are not
 * open, for which the folders are read and these plans checked. Settled before. */
GroupList workspace_groups_reading(Workspace *w, const char *path);
void group_list_free(GroupList *list);

/* ---- a group's files ------------------------------------------------------------------------ */

bool group_file_of(const Group *g, const Document *doc, size_t *file);
/* The open document whose text the file is; NULL: none. */
Document *group_document(const Workspace *w, const Group *g, size_t file);
/* NULL: it is no file on this machine. OWNED by the caller. */
char *group_uri(const Workspace *w, const Group *g, size_t file);
Lines *group_lines(Group *g, size_t file);

#endif
