/*
 * form.c — bokmål or nynorsk: which of them a text is written in.  Layer: value.
 *
 * in:  the text around a place
 * out: the form that most of its telling words belong to
 *
 * The author may write keywords in any language, and few of them differ; small words do. It is
 * asked for only where something is wrong, so nothing is kept, and what is looked at has a bound.
 */
#include "value/form.h"

#include <string.h>

#include "base/utf8.h"
#include "vocab/vocab.h"

enum { WINDOW = 4096, /* bytes on each side of the place */ LONGEST = 10 };

/* Words that one form has and the other has not; `språk: nynorsk` tells as much. */
static const char *const telling[][2] = {
    {"ikke", "ikkje"}, {"en", "ein"},           {"et", "eit"},           {"fra", "frå"},
    {"hva", "kva"},    {"hvor", "kor"},         {"hvordan", "korleis"},  {"noe", "noko"},
    {"være", "vere"},  {"de", "dei"},           {"også", "òg"},          {"bare", "berre"},
    {"mye", "mykje"},  {"enhet", "eining"},     {"enheter", "einingar"}, {"kilde", "kjelde"},
    {"flere", "fleire"}, {"ansatte", "tilsette"}, {"bokmål", "nynorsk"},
};

/* The first letter may be a capital. */
static bool is_word(Str word, const char *known)
{
    return (word.ptr[0] | 0x20) == (known[0] | 0x20) && word.len == strlen(known) &&
           memcmp(word.ptr + 1, known + 1, word.len - 1) == 0;
}

/* 1 for a word of nynorsk, -1 for one of bokmål. */
static int told_by(Str word)
{
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++) {
        if (is_word(word, telling[i][0]))
            return -1;
        if (is_word(word, telling[i][1]))
            return 1;
    }
    return 0;
}

int form_around(const SourceSet *sources, Span place)
{
    uint32_t length = sources_get(sources, place.file)->len;
    uint32_t from = place.off > WINDOW ? place.off - WINDOW : 0;
    uint32_t to = length - place.off > WINDOW ? place.off + WINDOW : length;
    Str text = span_text(sources, (Span){place.file, from, to - from});
    int nynorsk = 0;
    for (uint32_t at = 0, start = 0; at <= text.len; at++) {
        if (at < text.len && utf8_may_be_letter(text.ptr[at]))
            continue;
        if (at > start && at - start <= LONGEST)
            nynorsk += told_by(str_slice(text, start, at));
        start = at + 1;
    }
    return nynorsk > 0 ? VOCAB_NN : VOCAB_NB;
}
