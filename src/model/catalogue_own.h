/*
 * catalogue_own.h — the catalogues that a plan declares for itself.  Layer: model.
 *
 * `katalog ansvar "Ansvarsområder" { | kode | tittel | fra | til | etterfølger | … }` is looked up
 * like one of the library: by its name, its title, or by the library's name, which gives way to it.
 */
#ifndef HPLAN_MODEL_CATALOGUE_OWN_H
#define HPLAN_MODEL_CATALOGUE_OWN_H

#include "model/model.h"

typedef struct OwnCatalogue {
    DeclId decl;
    Sym name, title; /* folded; 0: none */
    Catalogue cat;
} OwnCatalogue;

typedef struct OwnCatalogues {
    VEC(OwnCatalogue) list; /* in the order of their declaration */
} OwnCatalogues;

/* Those with a table; a code that stands twice for the same year is HP2003. */
OwnCatalogues catalogues_own(Model *m);
/* By the folded name or title; NULL: there is none. */
const OwnCatalogue *catalogue_own(const OwnCatalogues *own, Sym said);

#endif
