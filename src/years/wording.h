/*
 * wording.h — in which words a text is written that is to stand beside a plan.  Layer: years.
 *
 * A plan may use the keywords of any language. What is made out of it uses those of most of its own
 * statements, and its comments are in that language too.
 */
#ifndef HPLAN_YEARS_WORDING_H
#define HPLAN_YEARS_WORDING_H

#include "model/model.h"

typedef enum SayId {
#define SAY(id, nb, nn, en) SAY_##id,
#include "years/says.def"
#undef SAY
    SAY_COUNT
} SayId;

/* Of several languages its own, as `språk` says, else the first. */
Lang words_of_plan(Model *m, DeclId plan);
Str word_of(TermId term, Lang lang);
TermId prop_term(uint16_t key); /* P_*: the first word for it */
Str prop_word(uint16_t key, Lang lang);
Str version_word(uint16_t id, Lang lang); /* VER_FORECAST: its first word */
Str enum_word(uint16_t id, Lang lang); /* E_STATUS_DONE, E_VERSION_DRAFT: its first word */
/* «%», «kr/innbygger»: in what an indicator is measured; empty: it does not say. */
Str unit_said(const Model *m, DeclId d);
/* «mill. kr»: in what an amount is said; empty below a scale, where «kr» would make it kroner. */
Str amount_unit_said(const Model *m, const Prop *amount);
/* What a property says, all its values; of a fact only what is stated, without an equation. */
Str prop_said(const Model *m, const Prop *p);
/* «1. halvår 2026» of `Resultat 1. halvår 2026`, folded: what is written behind the key, of a
 * property or in the head of a column. */
Str time_said(const Model *m, const Prop *p);
Str time_behind_key(const Model *m, Str written, uint16_t kind);
/* The year that stands at a place and is no part of a longer number: 1900–2099; 0: none does. */
int year_said_at(Str text, uint32_t at);
/* Where the text names the year, from `at` on; -1: it does not. */
int64_t year_at(Str text, int year, uint32_t at);
/* «2026–2029», «2026/27»: behind a year that ends at *at, the next one of the same run, where it
 * stands and how many digits it has; 0: the run ends there. */
int year_of_run(Str text, uint32_t *at, int before, uint32_t *digits);
/* Behind the year at a place, or the run of years that begins with it. */
uint32_t years_end(Str text, uint32_t at);
Str year_text(Arena *arena, int year);
/* {0} and {1} are filled in. */
void say_put(Buf *out, SayId id, Lang lang, Str a, Str b);
Str say_text(SayId id, Lang lang); /* as it is */
/* On one line: every run of blanks and line ends is one blank. */
void put_flat(Buf *out, Str text);

#endif
