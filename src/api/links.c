/*
 * links.c — may a text name another file at all?  Layer: api.
 *
 * In: the text of a file that nobody has parsed. Out: false where no statement in it can be `bruk`
 * or `del av` with a file behind it, whichever way its braces and marks are read.
 *
 * Such a statement is its words and the mark that opens the name, and nothing stands before its
 * words on their line but what may end another statement. So the marks are looked at, and of what
 * stands before each only the letters: what else there may be, the scanner passes over or it makes
 * another statement of it. A text may be suspected wrongly; then it is parsed.
 */
#include "api/session.h"
#include "base/quote.h"
#include "base/utf8.h"

enum {
    LEAD_BYTES = 3, /* with which a mark may begin: ", « and », “ ” „ ‟ */
    SPELLINGS = 2 * LANG_COUNT,
    HEAD_ROOM = 4 * VOCAB_LONGEST
};

typedef struct Marks {
    const char *end;
    const char *next[LEAD_BYTES]; /* the next such byte, or end */
} Marks;

static const char lead_bytes[LEAD_BYTES] = {'"', '\xC2', '\xE2'};

static const char *find_lead(const Marks *m, const char *from, int which)
{
    const char *found = memchr(from, lead_bytes[which], (size_t)(m->end - from));
    return found == NULL ? m->end : found;
}

static void marks_begin(Marks *m, Str text)
{
    m->end = text.ptr + text.len;
    for (int i = 0; i < LEAD_BYTES; i++)
        m->next[i] = find_lead(m, text.ptr, i);
}

/* The next mark, or NULL. */
static const char *marks_next(Marks *m)
{
    for (;;) {
        int first = 0;
        for (int i = 1; i < LEAD_BYTES; i++)
            if (m->next[i] < m->next[first])
                first = i;
        const char *at = m->next[first];
        if (at == m->end)
            return NULL;
        uint32_t len;
        m->next[first] = find_lead(m, at + 1, first);
        if (quote_opens(utf8_decode(at, m->end, &len)))
            return at;
    }
}

/* What may be a statement's words: back from a mark to what may end another statement. */
static Str head_before(const char *mark, const char *from)
{
    const char *at = mark;
    while (at > from && at[-1] != '\n' && at[-1] != ';' && at[-1] != '{' && at[-1] != '}')
        at--;
    return (Str){at, (uint32_t)(mark - at)};
}

/* The first words of a head, folded: letters, and one blank for whatever parts them. */
static Str first_words(Arena *scratch, Str head)
{
    char *words = arena_alloc(scratch, HEAD_ROOM);
    const char *end = head.ptr + head.len;
    uint32_t n = 0, len;
    for (const char *p = head.ptr; p < end && n + 4 < HEAD_ROOM; p += len) {
        uint32_t cp = utf8_decode(p, end, &len);
        if (utf8_is_letter(cp)) {
            memcpy(words + n, p, len);
            n += len;
        } else if (!utf8_is_guest(cp) && n > 0 && words[n - 1] != ' ') {
            words[n++] = ' ';
        }
    }
    return utf8_fold(scratch, (Str){words, n});
}

static void put_spellings(Str spellings[SPELLINGS])
{
    static const Kind kinds[] = {K_PART_OF, K_USE};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        for (int lang = 0; lang < LANG_COUNT; lang++)
            *spellings++ = str_from(vocab_term(vocab_kind_term(kinds[i]))->spelling[lang]);
}

/* The first letter of a text: 0 where there is none. */
static uint32_t first_letter(Str text)
{
    const char *end = text.ptr + text.len;
    uint32_t len;
    for (const char *p = text.ptr; p < end; p += len) {
        if (ascii_is_letter(*p)) /* as nearly all are */
            return (uint32_t)*p;
        uint32_t cp = utf8_decode(p, end, &len);
        if (utf8_is_letter(cp))
            return cp;
    }
    return 0;
}

/* Most heads are known by their first letter, which in these words is never but ASCII. */
static bool may_begin(Str head, const Str spellings[SPELLINGS])
{
    uint32_t letter = first_letter(head) | 0x20;
    for (int i = 0; i < SPELLINGS; i++)
        if (letter == (unsigned char)spellings[i].ptr[0])
            return true;
    return false;
}

bool links_possible(Arena *scratch, Str text)
{
    Str spellings[SPELLINGS];
    Marks marks;
    put_spellings(spellings);
    marks_begin(&marks, text);
    const char *from = text.ptr;
    for (const char *mark; (mark = marks_next(&marks)) != NULL; from = mark + 1) {
        Str head = head_before(mark, from);
        if (!may_begin(head, spellings))
            continue;
        Str words = first_words(scratch, head);
        for (int i = 0; i < SPELLINGS; i++)
            if (str_starts(words, spellings[i]) &&
                (words.len == spellings[i].len || words.ptr[spellings[i].len] == ' '))
                return true;
    }
    return false;
}
