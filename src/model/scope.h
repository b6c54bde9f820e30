/*
 * scope.h — names, and what they mean where they stand.  Layer: model.
 *
 * A name belongs to the nearest declaration around it that is not transparent (kapittel, fakta,
 * om). A bare name is looked up outwards from where it stands; within one scope the kind that
 * the place expects comes first, and two kinds without an expectation are ambiguous. Titles and
 * numbers are tried when no scope has the name. What no enclosing scope has is looked for in the
 * whole document, where it must be the only one.
 */
#ifndef HPLAN_MODEL_SCOPE_H
#define HPLAN_MODEL_SCOPE_H

#include "model/model.h"

typedef enum NameKind { NAME_FOUND, NAME_UNKNOWN, NAME_AMBIGUOUS } NameKind;

typedef struct NameHit {
    NameKind kind;
    DeclId decl;  /* found, or the first of the ambiguous */
    DeclId other; /* the second of the ambiguous */
} NameHit;

#define NAME_NONE ((NameHit){NAME_UNKNOWN, 0, 0})

void scope_enter(Model *m, DeclId d);       /* makes the name, title and number known */
/* Its folded title; 0: it has none. */
Sym scope_title(Model *m, const Decl *d);
/* expected: K_* or K_NONE; a name, a title or a number, folded or not. */
NameHit scope_find(Model *m, DeclId from, Str name, uint16_t expected);
/* The same of names alone, before titles and numbers are asked: a kind's word comes between, so
 * that `ramme.2026` is the frame's also below a heading «Ramme». */
NameHit scope_find_name(Model *m, DeclId from, Str name, uint16_t expected);
/* The declaration to which its name belongs: the nearest around it that is not transparent; 0: the
 * document. */
DeclId scope_of(const Model *m, DeclId d);
/* The child (through transparent ones) of a thing by name, title or number. */
DeclId scope_child(Model *m, DeclId of, Str name, uint16_t kind);
/* How many letters of a name may differ before it is no longer near: one in three. */
uint32_t scope_near_limit(Str name);
/* The nearest name that would fit, for "did you mean"; 0: none near. */
DeclId scope_nearest(Model *m, Str name, uint16_t expected);
/* The next declaration after `after` (0: first) of a kind inside `of`
 * (0: anywhere in doc's plan). */
DeclId scope_next(const Model *m, DeclId of, uint16_t kind, DeclId after);
/* The same of what a report has that its plan has not. */
DeclId scope_next_new(const Model *m, uint16_t kind, DeclId after);
/* What is said of a name that may mean two things: both count as referred to. */
void scope_ambiguous(Model *m, Str name, Span at, NameHit hit);
void scope_ambiguous_link(Model *m, Str name, Span at, NameHit hit); /* in [tekst](mål:navn) */
bool decl_inside(const Model *m, DeclId d, DeclId of);

#endif
