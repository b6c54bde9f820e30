/*
 * diag.h — the one funnel for everything the compiler has to say.  Layer: diag.
 *
 * A finding has a stable code, a place, and parts: what stands at the place (its label), other
 * places, notes, and at most one fix that a machine can apply. Texts are not built where the
 * finding is made: a part names a row of codes.def and carries arguments, and the renderer puts
 * them together in the reader's language. So one check serves three languages.
 *
 *     Diag *d = diag_at(sink, HP4001, total.span);
 *     diag_label(d, L_STANDS);          diag_str(d, written);
 *     diag_note(d, N_ROWS_GIVE);        diag_int(d, 35); diag_int(d, 40); diag_str(d, sum);
 *     diag_place(d, frame.span, L_BUT_IS);  diag_str(d, amount);
 *     diag_fix(d, total.span, STR("38 228 737"), F_WRITE);
 * or  diag_suggest(d, word.span, STR("frist"));
 *
 * diag_str/int/text3 add the next argument ({0}, {1} … in the text) to the part made last; right
 * after diag_at that is the headline. A fix without arguments has its replacement as {0}. Texts
 * are copied, so a caller's scratch memory will do. A fix of several edits is several diag_fix.
 */
#ifndef HPLAN_DIAG_DIAG_H
#define HPLAN_DIAG_DIAG_H

#include "base/map.h"
#include "base/vec.h"
#include "source/source.h"

typedef enum Lang { LANG_NB, LANG_NN, LANG_EN, LANG_COUNT } Lang;

/* A text in the three languages; the empty one falls back on nb. */
typedef struct Text3 {
    Str in[LANG_COUNT];
} Text3;

Str text3_in(const Text3 *t, Lang lang);

typedef enum Severity { SEV_NOTE, SEV_WARNING, SEV_ERROR } Severity;

/* Codes and part texts are rows of codes.def (which takes in one file a family). */
typedef enum MsgId {
#define DIAG(code, severity, draft, slug, nb, nn, en) code,
#define TEXT(id, nb, nn, en) id,
#include "diag/codes.def"
#undef DIAG
#undef TEXT
    MSG_COUNT
} MsgId;

typedef struct MsgInfo {
    const char *name;          /* "HP4001", "N_ROWS_GIVE" */
    const char *slug;          /* of a code: "sum-avvik"; NULL for a part's text */
    const char *text[LANG_COUNT];
    Severity severity, draft;  /* draft: the severity while a plan's version is utkast */
} MsgInfo;

const MsgInfo *msg_info(MsgId id);
/* The code with this name, any case, or MSG_COUNT. */
MsgId msg_code(Str name);

typedef enum ArgKind { ARG_STR, ARG_INT, ARG_TEXT3 } ArgKind;

typedef struct DiagArg {
    ArgKind kind;
    Str str;
    int64_t number;
    const Text3 *text3;
} DiagArg;

typedef enum PartKind { PART_HEADLINE, PART_LABEL, PART_PLACE, PART_NOTE, PART_FIX } PartKind;

typedef struct DiagPart {
    PartKind kind;
    MsgId text;
    Span span;       /* PLACE and FIX */
    Str replacement; /* FIX: what the span's text becomes */
    VEC(DiagArg) args;
} DiagPart;

typedef struct Diag {
    struct DiagSink *sink;
    MsgId code;
    Severity severity;
    Span span;
    VEC(DiagPart) parts; /* the headline first */
    bool silenced;       /* merged into another finding: not shown, not counted */
    bool known;          /* named by `kjent feil`: severity has become a note */
} Diag;

typedef struct DiagSink {
    Arena *arena;
    const SourceSet *sources;
    VEC(Diag *) list;
    U32Map by_place;     /* of those that sink_find has looked at: the newest, as index + 1 */
    VEC(uint32_t) older; /* … and the one before it at the same place */
} DiagSink;

void sink_init(DiagSink *sink, Arena *arena, const SourceSet *sources);
/* (Span){file, 0, 0} is the file as a whole: shown without a line. */
Diag *diag_at(DiagSink *sink, MsgId code, Span span);
void diag_label(Diag *d, MsgId text);
void diag_place(Diag *d, Span span, MsgId text);
void diag_note(Diag *d, MsgId text);
void diag_fix(Diag *d, Span span, Str replacement, MsgId text);
/* "Did you mean this?", and the fix that writes it over the span. */
void diag_suggest(Diag *d, Span span, Str meant);
void diag_str(Diag *d, Str s);
void diag_int(Diag *d, int64_t n);
void diag_text3(Diag *d, Text3 t);

/* A copy of a finding and all its texts, in no sink yet. */
Diag *diag_copy(Arena *arena, const Diag *from);

/* Sorted by file, offset, code (stable); of two with the same span and code the first stays, or
 * the one that is not silenced. Findings without a place come last. */
void sink_sort(DiagSink *sink);
uint32_t sink_count(const DiagSink *sink, Severity severity);
/* The newest finding of this code at this place; NULL: none. */
Diag *sink_find(DiagSink *sink, MsgId code, Span span);
bool sink_has(DiagSink *sink, MsgId code, Span span);

/* The text of a part in a language, arguments filled in. */
void diag_part_text(Buf *out, const DiagPart *part, Lang lang);

/* Renderers: each writes the whole sink (sorted before) but for what is silenced. Only the
 * terminal form is capped and coloured; machines get everything. */
typedef struct RenderOptions {
    Lang lang;
    bool color;
    uint32_t max_shown; /* 0: all; else the rest is counted in a last line */
    const char *version; /* of the compiler, for SARIF; NULL: not said */
} RenderOptions;

void render_terminal(Buf *out, const DiagSink *sink, const RenderOptions *opt);
void render_json(Buf *out, const DiagSink *sink, const RenderOptions *opt);   /* JSON lines */
void render_sarif(Buf *out, const DiagSink *sink, const RenderOptions *opt);  /* SARIF 2.1.0 */
void render_github(Buf *out, const DiagSink *sink, const RenderOptions *opt); /* annotations */

/* The long story of a code (explain/HPnnnn.txt, embedded); false where there is none. */
bool render_explanation(Buf *out, MsgId code, Lang lang);
/* Its two examples, for the tests: whole texts, the first of which provokes exactly this code. */
bool explain_examples(MsgId code, Str *bad, Str *good);

#endif
