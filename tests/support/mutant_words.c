/* mutant_words.c: see mutant.h. Each word that the compiler reads, misspelled. */
#include "support/mutant.h"

#include <ctype.h>
#include <string.h>

enum { WORD_MAX = 120 };

typedef struct Word {
    int file;
    size_t at, len;
} Word;

/* The two bytes of æ, ø, å and the like; a dash or a quotation mark is no letter. */
static bool is_letter(const PlanText *t, size_t at)
{
    unsigned char c = (unsigned char)t->bytes[at];
    return isalpha(c) || c == 0xC3 ||
           (c >= 0x80 && at > 0 && (unsigned char)t->bytes[at - 1] == 0xC3);
}

static size_t word_len(const PlanText *t, size_t at, size_t end)
{
    size_t i = at;
    while (i < end && (is_letter(t, i) || t->bytes[i] == '-' ||
                       (i > at && isdigit((unsigned char)t->bytes[i]))))
        i++;
    return is_letter(t, at) ? i - at : 0;
}

/* ---- misspelling ---------------------------------------------------------------------------- */

static size_t letters_of(const char *word, size_t len, size_t starts[WORD_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < len && count + 1 < WORD_MAX; i++)
        if (((unsigned char)word[i] & 0xc0) != 0x80)
            starts[count++] = i;
    starts[count] = len;
    return count;
}

static void add(Mutants *m, const char *kind, const Word *w, const char *with)
{
    mutant_add(m, kind, w->file, w->at, w->len, with, strlen(with));
}

static void misspell(Mutants *m, const char *kind, const Word *w)
{
    const char *word = m->files[w->file].bytes + w->at;
    size_t starts[WORD_MAX];
    size_t count = letters_of(word, w->len, starts);
    if (w->len >= WORD_MAX || count < 2)
        return;
    size_t k = count / 2;
    size_t from = starts[k], to = starts[k + 1], before = starts[k - 1];
    char with[2 * WORD_MAX] = {0};
    memcpy(with, word, from); /* one letter less */
    memcpy(with + from, word + to, w->len - to);
    add(m, kind, w, with);
    if (!m->all)
        return;
    memset(with, 0, sizeof with); /* one twice */
    memcpy(with, word, to);
    memcpy(with + to, word + from, w->len - from);
    add(m, kind, w, with);
    memset(with, 0, sizeof with); /* two swapped */
    memcpy(with, word, before);
    memcpy(with + before, word + from, to - from);
    memcpy(with + before + to - from, word + before, from - before);
    memcpy(with + to, word + to, w->len - to);
    if (memcmp(with, word, w->len) != 0)
        add(m, kind, w, with);
}

/* All words of [at, end), as one kind; digits of a reference are passed over. */
static void misspell_all(Mutants *m, const char *kind, int file, size_t at, size_t end)
{
    const PlanText *t = &m->files[file];
    while (at < end) {
        size_t len = t->bytes[at] == '"' ? 0 : word_len(t, at, end);
        if (t->bytes[at] == '"') {
            for (at++; at < end && t->bytes[at] != '"'; at++)
                ;
        }
        if (len > 0) {
            bool call = t->bytes[at + len] == '(';
            Word w = {file, at, len};
            misspell(m, call ? "funksjon" : kind, &w);
        }
        at += len > 0 ? len : 1;
    }
}

/* ---- statements ----------------------------------------------------------------------------- */

static bool key_is(const PlanText *t, size_t at, size_t end, const char *key)
{
    size_t len = strlen(key);
    return end - at == len && memcmp(t->bytes + at, key, len) == 0;
}

static const char *kind_of_value(const PlanText *t, size_t key, size_t colon)
{
    static const struct {
        const char *key, *kind;
    } known[] = {
        {"ansvar", "henvisning"},       {"gjelder", "henvisning"},   {"av", "sti i formel"},
        {"kilde", "henvisning"},        {"krev", "sti i formel"},    {"retning", "ord av en liste"},
        {"versjon", "ord av en liste"}, {"kommune", "kommune"},      {"måles i", "enhet"},
        {"vedtatt av", "fri tekst"},    {"oversendes", "fri tekst"}, {"kjent feil", "feilkode"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (key_is(t, key, colon, known[i].key))
            return known[i].kind;
    return "verdi";
}

static void words_of_property(Mutants *m, int file, size_t at, size_t colon, size_t end)
{
    const PlanText *t = &m->files[file];
    misspell_all(m, "egenskap", file, at, colon);
    const char *formula = memchr(t->bytes + colon, '=', end - colon);
    size_t equals = formula == NULL ? end : (size_t)(formula - t->bytes);
    misspell_all(m, kind_of_value(t, at, colon), file, colon + 1, equals);
    misspell_all(m, "sti i formel", file, equals, end);
}

static void words_of_statement(Mutants *m, int file, size_t at, size_t end)
{
    const PlanText *t = &m->files[file];
    size_t colon = at;
    while (colon < end && t->bytes[colon] != ':' && t->bytes[colon] != '"')
        colon++;
    if (colon < end && t->bytes[colon] == ':') {
        words_of_property(m, file, at, colon, end);
        return;
    }
    size_t len = word_len(t, at, end);
    Word w = {file, at, len};
    if (len > 0)
        misspell(m, "nøkkelord", &w);
    if (key_is(t, at, at + len, "om"))
        misspell_all(m, "om", file, at + len, end);
}

/* A statement begins a line, or follows a brace or a semicolon. */
static void words_of_code(Mutants *m, int file)
{
    const PlanText *t = &m->files[file];
    size_t at = 0;
    while (at < t->len) {
        if (t->ink[at] != INK_CODE || !is_letter(t, at)) {
            at++;
            continue;
        }
        size_t end = at;
        while (end < t->len && strchr("\n{};", t->bytes[end]) == NULL &&
               (t->ink[end] == INK_CODE || t->ink[end] == INK_STRING || t->ink[end] == INK_QUOTE))
            end++;
        words_of_statement(m, file, at, end);
        at = end;
    }
}

/* ---- cells, texts --------------------------------------------------------------------------- */

static void words_of_cell(Mutants *m, int file, size_t at, size_t end, bool head, bool refs)
{
    const PlanText *t = &m->files[file];
    while (at < end && t->bytes[at] == ' ')
        at++;
    const char *formula = memchr(t->bytes + at, '=', end - at);
    const char *role = strncmp(t->bytes + at, "sum:", 4) == 0 ? t->bytes + at : NULL;
    if (head)
        misspell_all(m, "kolonne", file, at, end);
    else if (formula != NULL)
        misspell_all(m, "sti i formel", file, (size_t)(formula - t->bytes), end);
    else if (role != NULL)
        misspell_all(m, "radens rolle", file, at, at + 3);
    else if (refs)
        misspell_all(m, "navn i rad", file, at, end);
    else if (isdigit((unsigned char)t->bytes[at]) && t->bytes[end] == '|' && end - at < 40)
        misspell_all(m, "enhet", file, at, end);
}

static bool starts_with(const PlanText *t, size_t at, const char *text)
{
    return strncmp(t->bytes + at, text, strlen(text)) == 0;
}

static void words_of_rows(Mutants *m, int file)
{
    const PlanText *t = &m->files[file];
    bool was_row = false, refs = false;
    for (size_t line = 0; line < t->len; line = plan_line_end(t, line) + 1) {
        size_t at = line + strspn(t->bytes + line, " "), end = plan_line_end(t, line);
        bool row = at < t->len && t->ink[at] == INK_BAR;
        bool head = row && !was_row;
        if (head)
            refs = starts_with(t, at, "| avdeling ");
        for (bool first = true; row && at + 1 < end; first = false) {
            size_t next = at + 1;
            while (next < end && t->ink[next] != INK_BAR)
                next++;
            words_of_cell(m, file, at + 1, next, head, refs && first);
            at = next;
        }
        was_row = row;
    }
}

static void words_of_texts(Mutants *m, int file)
{
    const PlanText *t = &m->files[file];
    size_t at = 0;
    while (at < t->len) {
        Ink ink = (Ink)t->ink[at];
        size_t end = at + 1;
        while (end < t->len && t->ink[end] == ink)
            end++;
        const char *colon = memchr(t->bytes + at, ':', end - at);
        const char *formula = memchr(t->bytes + at, '=', end - at);
        if (ink == INK_LINK && colon != NULL) {
            misspell_all(m, "lenke: slag", file, at, (size_t)(colon - t->bytes));
            misspell_all(m, "lenke: navn", file, (size_t)(colon - t->bytes), end);
        } else if (ink == INK_LIVE) {
            size_t equals = formula == NULL ? at : (size_t)(formula - t->bytes);
            bool words = formula != NULL && is_letter(t, at);
            misspell_all(m, words ? "tallord" : "enhet", file, at, equals);
            misspell_all(m, "levende tall", file, equals, end);
        }
        at = end;
    }
}

void mutants_of_words(Mutants *m)
{
    for (int file = 0; file < MUTANT_FILES; file++) {
        words_of_code(m, file);
        words_of_rows(m, file);
        words_of_texts(m, file);
    }
}
