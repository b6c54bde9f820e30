/*
 * schedule_form.h — the fixed statements of the library.  Layer: check, private to it.
 */
#ifndef HPLAN_CHECK_SCHEDULE_FORM_H
#define HPLAN_CHECK_SCHEDULE_FORM_H

#include "check/shared.h"

typedef struct PostTerm {
    uint32_t post;  /* its number */
    bool minus;
} PostTerm;

typedef struct Post {
    uint32_t number;
    Str title, nynorsk;
    Str formula; /* as written; empty: stated */
    VEC(PostTerm) terms;
    bool zero;   /* must be nought in a budget */
    Str same_in; /* the statement in which this post stands too; empty: none */
    uint32_t same_as; /* its number there */
} Post;

typedef struct Form {
    Str name;
    VEC(Post) posts;
} Form;

/* Reads skjema-NAME.hplan; false where the library has none. */
bool form_read(Model *m, Str name, Form *out);
/* The name of a statement that is nearest; empty: none near. */
Str form_nearest(Model *m, Str name);
/* The index of a post by its number, or by its title (folded); UINT32_MAX: none. */
uint32_t form_post(const Form *f, uint32_t number);
uint32_t form_titled(Model *m, const Form *f, Str title);

#endif
