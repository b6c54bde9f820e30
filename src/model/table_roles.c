/*
 * table_roles.c — what the first words of a row say: its role, its codes, its label.  Layer: model.
 *
 * In: the text of the first printed cell. Out: RowWords, as offsets into that text.
 *
 *     Sum                     the bare word, in any case; the label prints as it is written
 *     - herav lærlinger       after a dash that came with the paste
 *     sum: Rammen i alt       any role before a colon; the label is what follows
 *     "Sum av det hele"       quotes make it plain text
 *     120/180/190 Fellesutg.  in a column of codes
 */
#include "model/table_build.h"

#include "base/quote.h"
#include "base/utf8.h"

static bool digit(Str s, uint32_t i)
{
    return i < s.len && ascii_is_digit(s.ptr[i]);
}

static uint32_t blank_at(Str s, uint32_t i)
{
    return i < s.len ? utf8_blank_len(s.ptr + i, s.ptr + s.len) : 0;
}

static uint32_t skip_blanks(Str s, uint32_t i)
{
    for (uint32_t n; (n = blank_at(s, i)) > 0;)
        i += n;
    return i;
}

/* --- roles ---------------------------------------------------------------------------------- */

/* "(eget grunnlag)" or "(hele)" behind the role's word: read into w; the offset behind it. */
static uint32_t coverage(Model *m, Str s, uint32_t i, RowWords *w)
{
    uint32_t open = skip_blanks(s, i), close = open;
    if (open >= s.len || s.ptr[open] != '(')
        return i;
    while (close < s.len && s.ptr[close] != ')')
        close++;
    if (close == s.len)
        return i;
    Str inside = utf8_fold(m->scratch, str_trim(str_slice(s, open + 1, close)));
    TermId term = vocab_find(VG_ENUM, inside, SET_COVERAGE);
    if (term == 0)
        return i;
    w->own_base = vocab_term(term)->id == E_COVERAGE_OWN_BASE;
    w->complete = vocab_term(term)->id == E_COVERAGE_WHOLE;
    return close + 1;
}

/* `divided` is a herav row that says that it and its neighbours are the whole. */
static void set_role(RowWords *w, TermId term)
{
    w->role = (uint8_t)vocab_term(term)->id;
    if (w->role == ROLE_DIVIDED) {
        w->role = ROLE_OF_WHICH;
        w->complete = true;
    }
}

static bool may_be_role(Str s, uint32_t at)
{
    return at < s.len && begins_role(s.ptr[at]);
}

/* Any role's word with nothing but a coverage between it and a colon. */
static bool role_before_colon(Model *m, Str s, RowWords *w)
{
    uint32_t colon = w->name;
    while (colon < s.len && s.ptr[colon] != ':')
        colon++;
    if (colon >= s.len)
        return false;
    Str before = str_trim(str_slice(s, w->name, colon));
    RowWords with = *w;
    uint32_t word = before.len;
    for (uint32_t i = 0; i < before.len; i++)
        if (before.ptr[i] == '(' && word == before.len)
            word = i;
    if (word < before.len && coverage(m, before, word, &with) != before.len)
        return false;
    Str folded = utf8_fold(m->scratch, str_trim(str_slice(before, 0, word)));
    TermId term = vocab_find(VG_ROLE, folded, K_NONE);
    if (term == 0)
        return false;
    *w = with;
    set_role(w, term);
    uint32_t rest = skip_blanks(s, colon + 1);
    if (rest < s.len) { /* else the word itself is the label, and is printed */
        w->given = true;
        w->from = w->name = rest;
    }
    return true;
}

/* How many bytes of the text the first `len` bytes of its folded form come from, if folding has
 * left the words alone but for case and blanks: the words are counted. */
static uint32_t words_long(Str s, uint32_t from, Str folded, uint32_t len)
{
    uint32_t words = 1, i = from;
    for (uint32_t k = 0; k < len; k++)
        words += folded.ptr[k] == ' ';
    for (; words > 0 && i < s.len; words--) {
        i = skip_blanks(s, i);
        while (i < s.len && blank_at(s, i) == 0 && s.ptr[i] != '(' && s.ptr[i] != ',')
            i++;
    }
    return i;
}

static void role_as_first_word(Model *m, Str s, RowWords *w)
{
    uint32_t len = 0;
    /* No role is longer than a few words: a long label need not be folded whole. */
    uint32_t end = s.len - w->name > 48 ? w->name + 48 : s.len;
    while (end < s.len && (s.ptr[end] & 0xC0) == 0x80)
        end++; /* not in the middle of a letter */
    Str folded = utf8_fold(m->scratch, str_slice(s, w->name, end));
    TermId term = vocab_find_prefix(VG_ROLE, folded, K_NONE, &len);
    if (term == 0 || (vocab_term(term)->flags & TF_BARE) == 0)
        return;
    if (len < folded.len && (folded.ptr[len] == '-' || folded.ptr[len] == '/'))
        return; /* Sum-tabell */
    if (len < folded.len && (vocab_term(term)->flags & TF_ALONE) != 0)
        return; /* Total gjeld */
    set_role(w, term);
    (void)coverage(m, s, words_long(s, w->name, folded, len), w);
}

/* --- codes ---------------------------------------------------------------------------------- */

/* Bytes of the codes with which the text begins: 283 · 20/21 · 190,201 · 100, 110 · 800–899.
 * Codes parted by blanks alone must be as long as the first, lest "120 3 stillinger" lose its 3. */
static uint32_t codes_long(Str s, uint32_t from)
{
    uint32_t end = from, first = 0, i = from;
    while (digit(s, i)) {
        uint32_t start = i;
        while (digit(s, i))
            i++;
        bool stops = i == s.len || blank_at(s, i) > 0 || s.ptr[i] == ',' || s.ptr[i] == '/' ||
                     s.ptr[i] == ';' || s.ptr[i] == ':' || (s.ptr[i] & 0x80) != 0 ||
                     s.ptr[i] == '-';
        bool blank_only = end != from && skip_blanks(s, end) == start;
        if (!stops || (blank_only && i - start != first))
            break;
        end = i;
        if (first == 0)
            first = i - start;
        uint32_t len = 1;
        if (i < s.len && (s.ptr[i] == ',' || s.ptr[i] == '/'))
            i = skip_blanks(s, i + 1);
        else if (i < s.len && blank_at(s, i) == 0 &&
                 utf8_is_dash(utf8_decode(s.ptr + i, s.ptr + s.len, &len)))
            i += len;
        else
            i = skip_blanks(s, i);
    }
    return end - from;
}

static RowWords read_words(Model *m, Str s, bool roles, bool codes)
{
    RowWords w = {.role = ROLE_NONE, .to = s.len};
    Str inner;
    if (quote_alone(s, &inner)) {
        w.own = true;
        w.from = w.name = (uint32_t)(inner.ptr - s.ptr);
        w.to = w.from + inner.len;
        return w;
    }
    uint32_t len = 1;
    if (roles && s.len > 0 && utf8_is_dash(utf8_decode(s.ptr, str_end(s), &len)) &&
        blank_at(s, len) > 0)
        w.name = skip_blanks(s, len);
    if (roles && may_be_role(s, w.name) && !role_before_colon(m, s, &w))
        role_as_first_word(m, s, &w);
    if (w.given && quote_alone(str_slice(s, w.from, s.len), &inner)) {
        w.own = true;
        w.from = w.name = (uint32_t)(inner.ptr - s.ptr);
        w.to = w.from + inner.len;
    } else if (codes && (w.role == ROLE_NONE || w.given)) {
        w.code_len = codes_long(s, w.name);
    }
    return w;
}

/* The totals of a plan are nearly all called the same: the last such label is remembered. */
RowWords row_words(Model *m, Str s, bool roles, bool codes)
{
    if (!roles || codes)
        return read_words(m, s, roles, codes);
    if (m->role_label == NULL)
        m->role_label = arena_new(m->arena, RoleLabel);
    RoleLabel *known = m->role_label;
    if (known->text.len > 0 && str_eq(s, known->text))
        return known->words;
    RowWords w = read_words(m, s, roles, codes);
    if (w.role != ROLE_NONE && !w.given)
        *known = (RoleLabel){s, w};
    return w;
}
