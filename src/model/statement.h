/*
 * statement.h — one statement of a tree and what stands around it.  Layer: model; for build_*.c.
 */
#ifndef HPLAN_MODEL_STATEMENT_H
#define HPLAN_MODEL_STATEMENT_H

#include "model/build.h"

typedef struct Statement {
    Builder *b;
    Model *m;
    const Tree *tree;
    DocId doc;
    NodeRef node;
    DeclId parent;
    uint16_t inside;   /* kind of the parent; K_FILE at the top of a file */
    uint16_t reopened; /* inside an `om`: the kind of the thing it opens again */
    Span head;         /* keyword, number, name and title: all before its value or its body */
    Str words;         /* that the head begins with, as one text: where a keyword is looked for */
    NodeRef behind;    /* the first child behind the head; 0: none */
} Statement;

/* What a declaration's first words make of it. */
typedef struct Keyword {
    TermId term;      /* the kind of things, if it may stand here */
    TermId elsewhere; /* the same, wherever it may stand; 0: nobody knows the word */
    uint32_t words;   /* so many they are */
    bool added;       /* `nytt tiltak`, in a report */
} Keyword;

/* Where a head of this text is kept among the known ones, and whether it is that one. */
static inline KnownHead *statement_known(KnownHead *heads, Str text)
{
    return &heads[hash_bytes(text.ptr, text.len) % KNOWN_HEADS];
}
static inline bool statement_knows(const Statement *s, const KnownHead *known, Str text)
{
    return known->inside == s->inside && known->reopened == s->reopened &&
           str_eq(known->text, text);
}

/* --- keywords (keyword.c) --- */
Keyword statement_keyword(const Statement *s);

/* --- heads (statement.c) --- */
bool statement_head_item(const Tree *t, NodeRef n);
NodeRef statement_last_head_item(const Tree *t, NodeRef first);
NodeRef statement_child(const Tree *t, NodeRef n, NodeKind kind);
/* On to the statement `node` in the same place. */
void statement_read(Statement *s, NodeRef node);
/* Its value or its body; 0: none. */
NodeRef statement_part(const Statement *s, NodeKind kind);
/* The span of the words that the first `len` bytes of the folded head make up. */
Span statement_key(const Statement *s, Str folded, uint32_t len);
/* The property that words begin with here; in an `om` also one of the thing that it opens. */
TermId statement_property(const Statement *s, Str folded, uint32_t *len);
/* The property of a kind of things that the words are, alone or with an index if it may carry one. */
TermId statement_indexed_property(Model *m, Str folded, Kind kind, Index *index);
/* The property whose key may be left out here (`2018: 34,1 mill. kr`), in an `om` too; 0: none. */
TermId statement_default(const Statement *s);
/* Findings about words that nobody knows here, with the nearest that would fit; it is given back,
 * so that what hangs on the word is read as it was meant. 0: none is near. */
TermId statement_unknown_kind(const Statement *s);
/* Notes which kind of things such a property is for, with or without a time behind it, if there is
 * one only: a word that is right there is no misspelled one. False: there are several, or none. */
bool statement_note_home(Model *m, Diag *d, Str text, Str folded);
/* How many letters may be amiss in a word for it still to be taken for another one. */
uint32_t statement_near_enough(Str folded);
/* A head that begins with a known property: its colon is missing (HP1030). 0: it is none. */
TermId statement_lacks_colon(const Statement *s, Span *rest);
TermId statement_unknown_property(const Statement *s, Span key, Index *index);

/* --- properties (build_property.c) --- */
void build_property(const Statement *s);
/* The property of a line that lacks its colon, so that nothing else misses it. */
void build_property_value(const Statement *s, TermId term, Span value);

#endif
