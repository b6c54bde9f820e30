/*
 * index.h — the generated index of the spellings, for vocab.c alone.  Layer: vocab.
 *
 * vocab_spellings is sorted by group and folded text. Rows with the same text in different places
 * stand together, in the order of the table; `more` says that another follows. vocab_slots is a
 * hash table with linear probing over the first of each.
 */
#ifndef HPLAN_VOCAB_INDEX_H
#define HPLAN_VOCAB_INDEX_H

#include "vocab/vocab.h"

typedef struct VocabSpelling {
    const char *text; /* folded */
    TermId term;
    uint8_t len;
    uint8_t languages; /* bit VOCAB_NB, VOCAB_NN, VOCAB_EN */
    bool more;
    bool begins; /* a longer one of its group, with a word that ends here */
} VocabSpelling;

extern const VocabSpelling vocab_spellings[VOCAB_SPELLING_COUNT + 1]; /* the last is empty */
extern const uint16_t vocab_group_spellings[VOCAB_GROUP_COUNT + 1];   /* by group, its first */
extern const uint16_t vocab_slots[VOCAB_SLOT_COUNT];       /* index of a spelling + 1; 0: free */
extern const TermId vocab_kind_terms[VOCAB_KIND_COUNT];    /* its first word */
extern const TermId vocab_kind_defaults[VOCAB_KIND_COUNT]; /* its property with TF_DEFAULT */
extern const char *const vocab_catalogues[VOCAB_CATALOGUE_COUNT];

#endif
