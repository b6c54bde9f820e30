/*
 * render.h — what the renderers share.  Layer: diag, and private to it.
 */
#ifndef HPLAN_DIAG_RENDER_H
#define HPLAN_DIAG_RENDER_H

#include "diag/diag.h"

/* One code point as a terminal may show it: a tab is a blank, a control character or a byte that
 * is not UTF-8 is U+FFFD, an invisible guest is nothing. */
typedef struct Glyph {
    Str shown;
    uint32_t len;   /* bytes it takes in the text, at least 1 */
    uint32_t width; /* columns it takes on the screen */
} Glyph;

Glyph glyph_at(Str text, uint32_t at);
/* The text glyph by glyph: one line, valid UTF-8, and nothing that steers a terminal. */
Str text_clean(Arena *a, Str text);

/* A text of codes.def in a language; where it is empty there, in bokmål. */
Str msg_text(MsgId id, Lang lang);
/* The same with an ellipsis for every argument: for lists of codes. */
Str msg_general(Arena *a, MsgId id, Lang lang);

/* The text of a part, cleaned. */
Str diag_clean_text(Arena *a, const DiagPart *part, Lang lang);
/* The first sentence, with the mark of a known fault. */
Str diag_headline(Arena *a, const Diag *d, Lang lang);
/* The texts of all parts of a kind on one line, equal neighbours once;
 * empty where there is none. */
Str diag_joined_text(Arena *a, const Diag *d, PartKind kind, Lang lang);
/* Headline, then label, notes and fix, each on a line of its own:
 * for the machines that take only one text. */
Str diag_full_text(Arena *a, const Diag *d, Lang lang);

Str severity_word(Severity severity, Lang lang);
Str fix_word(Lang lang); /* "retting: " */

/* Where a span lies, for people. */
typedef struct Located {
    Source *src; /* NULL: nowhere */
    Str file;    /* its name, cleaned */
    Place start, end;
} Located;

Located locate(const DiagSink *sink, Span span);

#endif
