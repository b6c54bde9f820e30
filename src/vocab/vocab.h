/*
 * vocab.h — the words of the language, and finding them.  Layer: vocab.
 *
 * The words stand in grammar/vocabulary.tsv; tools/gen-vocab makes constant tables of them. A Term
 * is one row: one word of one group in three languages, with the place where it may stand. Words
 * that mean the same (avdeling, enhet, ...) are terms of their own with one id.
 *
 * The place is the kind that contains the statement: K_FILE at the top of a file, K_NONE where it
 * is not known or must not matter; then the first row of the table wins. For VG_ENUM it is the
 * EnumSet instead. Texts that are looked up must come from utf8_fold.
 */
#ifndef HPLAN_VOCAB_VOCAB_H
#define HPLAN_VOCAB_VOCAB_H

#include "base/str.h"
#include "vocab/gen/terms.h"

typedef uint16_t TermId; /* index into vocab_terms; 0: none */

enum { VOCAB_NB, VOCAB_NN, VOCAB_EN }; /* index of Term.spelling; of Term.doc: NB, and 1 for EN */

typedef struct Term {
    uint8_t group;           /* VocabGroup */
    uint16_t id;             /* in the enum of its group: Kind, VocabProp, ... */
    const char *key;         /* "plan", "unit.avdeling"; unique within the group */
    const char *spelling[3]; /* canonical nb, nn, en, as written */
    const char *doc[2];      /* one line, nb and en */
    uint8_t type;            /* ValueType of a property or of what a function gives */
    uint16_t type_arg;       /* VT_REF: Kind, or K_NONE for any; VT_ENUM: EnumSet;
                              * VT_CODE: CatalogueId; VT_NUMBER of a number word: its value */
    uint8_t card;            /* Cardinality, of a property */
    uint16_t flags;          /* TermFlag */
    uint64_t in;             /* bit k: inside kind k (VG_ENUM: set k); all ones: anywhere */
} Term;

extern const Term vocab_terms[];
extern const TermId vocab_term_count; /* terms are 1 .. vocab_term_count - 1, in table order */

static inline const Term *vocab_term(TermId id) /* of 0 and beyond: the empty term */
{
    return &vocab_terms[id < VOCAB_TERM_COUNT ? id : 0];
}

/* Types of properties whose values are figures, with a unit or without. */
static inline bool vocab_is_figure(uint8_t type)
{
    return type == VT_MONEY || type == VT_FTE || type == VT_COUNT || type == VT_PERCENT ||
           type == VT_QUANTITY || type == VT_NUMBER;
}

/* The term so spelled in any language, or 0. */
TermId vocab_find(VocabGroup group, Str folded, unsigned containing_kind);

/* The same, unless a longer spelling begins with it: then it depends on what stands behind. */
TermId vocab_find_alone(VocabGroup group, Str folded, unsigned containing_kind);

/* As vocab_find, and in which languages it is spelled so: bit VOCAB_NB, VOCAB_NN, VOCAB_EN. */
TermId vocab_find_languages(VocabGroup group, Str folded, unsigned containing_kind,
                            unsigned *languages);

/* In which languages a term is so spelled: bits as above; 0: in none. */
unsigned vocab_languages_of(TermId id, Str folded);

/* The longest spelling that is a prefix of whole words, and its length in bytes: `resultat siste
 * 12 mnd` gives "resultat". A spelling that ends in a dot needs no blank after it (`ca.20`). */
TermId vocab_find_prefix(VocabGroup group, Str folded_words, unsigned containing_kind,
                         uint32_t *len);

/* The nearest spelling, at most `limit` changes away, for "did you mean"; 0 where there is none.
 * Of several the first in the table. */
TermId vocab_nearest(Arena *scratch, VocabGroup group, Str folded, unsigned containing_kind,
                     uint32_t limit);

/* The same among the spellings of some languages: bits VOCAB_NB, VOCAB_NN, VOCAB_EN. */
TermId vocab_nearest_in(Arena *scratch, VocabGroup group, Str folded, unsigned containing_kind,
                        uint32_t limit, unsigned languages);

/* In which of its spellings a term comes nearest to what is written. */
Str vocab_nearest_spelling(Arena *scratch, TermId id, Str folded);
/* The same among all its spellings in some languages, folded; empty where it has none there. */
Str vocab_nearest_spelling_in(Arena *scratch, TermId id, Str folded, unsigned languages);

/* What a term is for, in one line; that of the first word of its meaning where it has none of its
 * own. `language`: VOCAB_NB, VOCAB_NN (who reads the Norwegian line) or VOCAB_EN. */
const char *vocab_doc(TermId id, unsigned language);
/* What a language is called in another: "nynorsk", "Nynorsk". */
const char *vocab_language(unsigned language, unsigned in);

/* "measure": the word's meaning, as JSON names it; "unknown" for 0. */
Str vocab_identifier(TermId id);
TermId vocab_kind_term(Kind kind);              /* its first word; 0 for K_NONE and K_FILE */
TermId vocab_default_prop(Kind kind);           /* the one whose key may be left out in it, or 0 */
bool vocab_allowed(TermId id, Kind containing); /* of VG_ENUM: give the EnumSet as the kind */
unsigned vocab_number(VocabNumber id);          /* NUM_3: 3 */
const char *vocab_catalogue_name(CatalogueId id); /* CAT_KOSTRA_ART: "kostra-art" */

#endif
