/*
 * build.h — the makers of the model's records; for the files that build it.  Layer: model.
 */
#ifndef HPLAN_MODEL_BUILD_H
#define HPLAN_MODEL_BUILD_H

#include "model/model.h"

/* --- records (records.c) ----------------------------------------------------------------- */

DeclId build_decl(Model *m, uint16_t kind, TermId term, DocId doc, DeclId parent, Span span);
void build_number(Model *m, DeclId id, Str text, Span span);
void many_keep(Model *m, PropId id); /* many.c */
PropId build_prop(Model *m, DeclId decl, TermId term, Index index, Span key_span);
/* Appends a zeroed fact; facts of one property must be made one after the other. */
FactId build_fact(Model *m, FactOwner owner, DocId doc, DeclId scope, Span span);
void build_said(Model *m, FactId id, const Value *value);
void build_expr(Model *m, FactId id, NodeRef expr);
/* Room for what few facts have; valid until the next is made. */
FactMore *build_more(Model *m, FactId id);
void build_item(Model *m, DeclId parent, ItemKind kind, uint32_t id);
Reader build_reader(const Model *m);
Sym build_sym(Model *m, Str text); /* of the folded text; 0 for an empty one */
static inline Span build_span(const Model *m, DocId doc, NodeRef node)
{
    return tree_span(m->docs.at[doc].tree, node);
}

/* --- values (build_value.c) -------------------------------------------------------------- */

/* Reads the text of `span` as a value of property `term` of `decl` and makes its Fact: plain
 * values by value_read, anything with a formula through the grammar. `unit`: for bare numbers.
 * For cells; a property's values come with their nodes. */
FactId build_value(Model *m, FactOwner owner, DocId doc, DeclId decl, TermId term, Span span,
                   UnitId unit, bool cell);
/* Where the `=` behind a stated value stands: outside quotes, and not of `<=` or `>=`. The text's
 * length where there is none. */
uint32_t build_equals(Str text);
/* The same for a value of an N_PROP of the tree. */
FactId build_value_node(Model *m, DocId doc, DeclId decl, TermId term, NodeRef value);
/* The fact of {…} in prose: `inline_node` is an N_INLINE. */
FactId build_inline(Model *m, DocId doc, DeclId decl, NodeRef inline_node, Span span);
/* The finding that more stands behind a text in quotation marks (HP1034); its notes are to come. */
Diag *build_text_behind(Model *m, Span quoted);
/* The unit in which a bare number of this property of this thing is: `måles i`, else by type. */
UnitId build_default_unit(Model *m, DeclId decl, TermId term);

/* --- what an amount without a unit is given in (scale.c) ---------------------------------- */

/* What the thing's own `skala` says; 0: nothing that is a unit. */
UnitId scale_own(Model *m, DeclId decl);
/* The same of the nearest around it that says an amount of money; kr where nobody does. */
UnitId scale_of_money(Model *m, DeclId decl);
/* Tells of a `skala` that comes after an amount that it should have been read with. */
void scale_comes_first(Model *m, PropId scale);

/* --- statements (build_statement.c), prose (build_text.c), names (references.c) ------------ */

/* The property that a head names, or the kind that its first word does, in a kind of thing: plans
 * say the same few over and over. */
typedef struct KnownHead {
    Str text;
    uint16_t inside, reopened; /* see Statement */
    TermId term;
    uint32_t key_len;
} KnownHead;

enum { KNOWN_HEADS = 64 };

typedef struct Builder {
    Model *m;
    const ModelIncludes *includes;
    const DocId *doc_of; /* by file; 0: it is none of the inputs */
    bool *built;         /* by document: its statements have been read */
    KnownHead properties[KNOWN_HEADS], kinds[KNOWN_HEADS]; /* by the hash of the text */
    U32Map said;         /* what a thing of levels is said to level -> PropId; build_property.c */
} Builder;

/* All statements that are children of `block` (N_FILE or N_BODY), inside `parent`. */
void build_statements(Builder *b, DocId doc, NodeRef block, DeclId parent);
void build_text(Model *m, DocId doc, DeclId decl, NodeRef text);
/* Tells what answers a plan, before things are counted and named
 * ones are looked for (answers.c). */
void build_answers(Model *m);
/* Resolves every reference in one batch, when all names are known. */
void build_references(Model *m);

#endif
