/*
 * keywords.c — the words of the language in another of its three languages.  Layer: ide.
 *
 * In: the marks of a file, which say what each word was read as. Out: edits. A word is put in the
 * other language only if it comes back from there as it was: it has to be spelled as the
 * vocabulary spells it, but for capitals. Further spellings, which are read but never written,
 * stay. Whether the file still says the same is for the session to try (api/ide_keywords.c).
 */
#include "ide/ide.h"

#include "base/utf8.h"

enum { LANGUAGES = 3 };

/* How a word is written: netto, Netto, NETTO. */
typedef enum Shape { SHAPE_PLAIN, SHAPE_CAPITAL, SHAPE_UPPER, SHAPES } Shape;

static uint32_t upper(uint32_t cp)
{
    bool ascii = cp >= 'a' && cp <= 'z';
    bool latin = cp >= 0xE0 && cp <= 0xFE && cp != 0xF7;
    return ascii || latin ? cp - 0x20 : cp;
}

static Str shaped(const Ide *ide, const char *spelling, Shape shape)
{
    Str plain = str_from(spelling);
    Buf out;
    buf_init(&out, ide->arena);
    for (uint32_t i = 0, len = 0; i < plain.len; i += len) {
        uint32_t cp = utf8_decode(plain.ptr + i, plain.ptr + plain.len, &len);
        utf8_put(&out, shape == SHAPE_UPPER || (shape == SHAPE_CAPITAL && i == 0) ? upper(cp) : cp);
    }
    return buf_view(&out);
}

/* The first shape in which the word is this spelling; SHAPES: it is not. */
static Shape shape_of(const Ide *ide, Str word, const char *spelling)
{
    int shape = SHAPE_PLAIN;
    while (shape < SHAPES && !str_eq(word, shaped(ide, spelling, (Shape)shape)))
        shape++;
    return (Shape)shape;
}

/* The word in another language, if it comes back as it was. */
static bool say(const Ide *ide, const Term *term, Str word, unsigned from, unsigned to, Str *out)
{
    Shape shape = shape_of(ide, word, term->spelling[from]);
    if (shape == SHAPES)
        return false;
    *out = shaped(ide, term->spelling[to], shape);
    return shape_of(ide, *out, term->spelling[to]) == shape;
}

/* ---- which words are keywords --------------------------------------------------------------- */

typedef struct Words {
    const Ide *ide;
    const Marks *marks;
    FileId file;
    uint32_t next;
    RangeVec prose; /* by where they begin; one that ends within another ends with it */
} Words;

static RangeVec prose_of(const Ide *ide, FileId file)
{
    RangeVec prose = {0};
    DocId doc = ide_doc(ide, file);
    const Tree *t = ide->m->docs.at[doc].tree;
    for (NodeRef n = 1; doc != 0 && n < t->nodes.len; n++)
        if (tree_node(t, n)->kind == N_TEXT)
            *vec_push(ide->arena, &prose) = ide_range(ide, tree_span(t, n));
    ide_sort_ranges(&prose);
    for (uint32_t i = 1; i < prose.len; i++)
        if (prose.at[i].end < prose.at[i - 1].end)
            prose.at[i].end = prose.at[i - 1].end;
    return prose;
}

static bool in_prose(const Words *w, Span span)
{
    uint32_t low = 0, high = w->prose.len; /* those before low begin at the word or before it */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (w->prose.at[middle].start <= span.off)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && span.off < w->prose.at[low - 1].end;
}

static bool followed_by_colon(const Ide *ide, Span span)
{
    const Source *src = sources_get(ide->sources, span.file);
    return span.off + span.len < src->len && src->text[span.off + span.len] == ':';
}

/* What is printed as it is written is text, whatever it means: a figure in words, «våren 2018»,
 * «ikke målt», the label of a row that is a sum, «om lag» in a sentence. */
static bool is_text(const Words *w, const Mark *mark)
{
    switch ((VocabGroup)vocab_term((TermId)mark->id)->group) {
    case VG_ROLE: return !followed_by_colon(w->ide, mark->span);
    case VG_QUAL: return in_prose(w, mark->span);
    case VG_NUMBER:
    case VG_MISSING:
    case VG_PERIOD: return true;
    case VG_NONE:
    case VG_KIND:
    case VG_PROP:
    case VG_ENUM:
    case VG_FUNC:
    case VG_VERSION:
    case VG_CONNECTIVE:
    case VG_BODY: return false;
    }
    return false;
}

/* The next keyword of the file; NULL: there are no more. */
static const Mark *next_word(Words *w)
{
    while (w->next < w->marks->at.len && w->marks->at.at[w->next].span.file == w->file) {
        const Mark *mark = &w->marks->at.at[w->next++];
        if (mark->kind == MARK_WORD && !is_text(w, mark))
            return mark;
    }
    return NULL;
}

static Words words_of(const Ide *ide, FileId file)
{
    const Marks *marks = model_marks(ide->m);
    return (Words){ide, marks, file, marks_from(marks, file, 0), prose_of(ide, file)};
}

/* ---- from which language -------------------------------------------------------------------- */

/* The language in which most words of the file are spelled; of equals the first. */
static unsigned language_of(const Ide *ide, FileId file)
{
    uint32_t counts[LANGUAGES] = {0};
    unsigned most = VOCAB_NB;
    Words words = words_of(ide, file);
    for (const Mark *mark; (mark = next_word(&words)) != NULL;) {
        const Term *term = vocab_term((TermId)mark->id);
        Str word = span_text(ide->sources, mark->span);
        for (unsigned l = 0; l < LANGUAGES; l++)
            counts[l] += shape_of(ide, word, term->spelling[l]) != SHAPES;
    }
    for (unsigned l = 1; l < LANGUAGES; l++)
        if (counts[l] > counts[most])
            most = l;
    return most;
}

typedef enum Fate { FATE_GOES, FATE_STAYS, FATE_FITS } Fate; /* fits: it is in that language */

/* A word that is not of the file's own language may be of another one, if no language merely reads
 * it so. */
static Fate fate_of(const Ide *ide, const Mark *mark, unsigned own, unsigned to, Str *out)
{
    const Term *term = vocab_term((TermId)mark->id);
    Str word = span_text(ide->sources, mark->span);
    unsigned read = vocab_languages_of((TermId)mark->id, utf8_fold(ide->arena, word));
    unsigned written = 0;
    for (unsigned l = 0; l < LANGUAGES; l++)
        written |= (unsigned)(shape_of(ide, word, term->spelling[l]) != SHAPES) << l;
    if ((written >> to & 1) != 0)
        return FATE_FITS;
    if ((written >> own & 1) != 0)
        return say(ide, term, word, own, to, out) ? FATE_GOES : FATE_STAYS;
    for (unsigned l = 0; read == written && l < LANGUAGES; l++)
        if ((written >> l & 1) != 0)
            return say(ide, term, word, l, to, out) ? FATE_GOES : FATE_STAYS;
    return (read >> to & 1) != 0 ? FATE_FITS : FATE_STAYS;
}

void ide_keywords(const Ide *ide, FileId file, Lang lang, EditVec *out, RangeVec *left)
{
    static const unsigned columns[LANG_COUNT] = {
        [LANG_NB] = VOCAB_NB, [LANG_NN] = VOCAB_NN, [LANG_EN] = VOCAB_EN};
    unsigned own = language_of(ide, file);
    Words words = words_of(ide, file);
    for (const Mark *mark; (mark = next_word(&words)) != NULL;) {
        Str said = STR_NONE;
        Fate fate = fate_of(ide, mark, own, columns[lang], &said);
        hplan_range range = ide_range(ide, mark->span);
        if (fate == FATE_GOES)
            *vec_push(ide->arena, out) = (hplan_edit){range, ide_text(ide, said)};
        else if (fate == FATE_STAYS)
            *vec_push(ide->arena, left) = range;
    }
}
