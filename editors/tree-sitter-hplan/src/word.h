/*
 * word.h — words, paths, the names of calls, links, and the phrases of the vocabulary.
 */
#ifndef HPLAN_WORD_H
#define HPLAN_WORD_H

#include "scan.h"
#include "words.h"

enum { WORD_ROOM = 64 }; /* bytes; longer than any phrase */

/* A word as it is compared: in lower case, blanks single. Too long, it is like no other. */
typedef struct Buffer {
    char text[WORD_ROOM];
    unsigned len;
} Buffer;

static inline int32_t lower(int32_t c)
{
    bool capital = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    return capital ? c + 32 : c;
}

static inline void buffer_put(Buffer *b, int32_t c)
{
    c = lower(c);
    if (b->len + 4 >= WORD_ROOM)
        b->len = WORD_ROOM - 4;
    else if (c < 0x80)
        b->text[b->len++] = (char)c;
    else if (c < 0x800) {
        b->text[b->len++] = (char)(0xC0 | c >> 6);
        b->text[b->len++] = (char)(0x80 | (c & 0x3F));
    } else { /* in no phrase */
        b->text[b->len++] = '?';
    }
    b->text[b->len] = '\0';
}

/* ---- the vocabulary ---- */

/* The first phrase that is not less than the buffer. */
static inline unsigned phrase_at(const Buffer *b)
{
    unsigned low = 0, high = sizeof phrases / sizeof *phrases;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (strcmp(phrases[middle].text, b->text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static inline uint32_t phrase_groups(const Buffer *b)
{
    unsigned i = phrase_at(b);
    bool found = i < sizeof phrases / sizeof *phrases && strcmp(phrases[i].text, b->text) == 0;
    return found ? phrases[i].groups : 0;
}

/* Does a phrase go on behind this? */
static inline bool phrase_begins(const Buffer *b)
{
    unsigned i = phrase_at(b);
    return i < sizeof phrases / sizeof *phrases && strncmp(phrases[i].text, b->text, b->len) == 0;
}

static inline bool is_listed(const char *const *list, const Buffer *b)
{
    for (; *list != NULL; list++)
        if (strcmp(*list, b->text) == 0)
            return true;
    return false;
}

/* Is there a longer abbreviation that begins so (m.a. and m.a.o.)? */
static inline bool abbreviation_goes_on(const Buffer *b)
{
    for (const char *const *entry = abbreviations; *entry != NULL; entry++)
        if (strncmp(*entry, b->text, b->len) == 0 && (*entry)[b->len] != '\0')
            return true;
    return false;
}

/* ---- one word ---- */

/* Takes letters, digits, hyphens and a slash before a letter, and marks what it took. */
static inline void word_take(Scan *s, Buffer *b)
{
    for (;;) {
        int32_t c = scan_peek(s);
        bool joint = c == '/' || is_guest(c) || (c >= 0x2010 && c <= 0x2015);
        if (scan_eof(s) || !(joint || is_letter(c) || is_digit(c) || c == '-' || c == 0xB2
                             || c == 0xB3))
            return;
        scan_advance(s);
        if (joint && !is_letter(scan_peek(s))) {
            s->spent = true;
            return;
        }
        if (!is_guest(c))
            buffer_put(b, c);
        if (!joint)
            scan_mark(s);
    }
}

/* ramme.2018–2021: a year, and behind a dash another. */
static inline void word_years(Scan *s, Buffer *b, int digits)
{
    int last = 0;
    if (digits != 4 || !is_dash(scan_peek(s)))
        return;
    s->spent = true; /* unless it is one, the path ends before the dash */
    scan_advance(s);
    for (; is_digit(scan_peek(s)); last++)
        scan_advance(s);
    if (last != 4 || is_letter(scan_peek(s)) || scan_peek(s) == ',')
        return;
    buffer_put(b, '-');
    scan_mark(s);
    s->spent = false;
}

/* A part of a path behind its dot; false where there is none. */
static inline bool word_part(Scan *s, Buffer *b)
{
    int32_t c = scan_peek(s);
    if (c == '"') {
        do {
            scan_advance(s);
            if (scan_line_end(s))
                return false;
        } while (scan_peek(s) != '"');
        scan_advance(s);
        scan_mark(s);
        return true;
    }
    if (is_digit(c)) { /* kostra.20/21 */
        int digits = 0;
        while (is_digit(scan_peek(s)) || scan_peek(s) == '/') {
            bool digit = is_digit(scan_peek(s));
            digits += digit ? 1 : 5;
            buffer_put(b, scan_peek(s));
            scan_advance(s);
            if (digit)
                scan_mark(s);
        }
        word_years(s, b, digits);
        return true;
    }
    if (!is_letter(c))
        return false;
    word_take(s, b);
    return true;
}

/* At the dot that touches a word: a listed abbreviation ends with it, a path goes on behind it. */
static inline enum TokenType word_dots(Scan *s, Buffer *b)
{
    enum TokenType type = WORD;
    while (!s->spent && scan_peek(s) == '.') {
        scan_advance(s);
        buffer_put(b, '.');
        bool listed = is_listed(abbreviations, b);
        if (listed) {
            scan_mark(s);
            type = WORD;
            if (!is_letter(scan_peek(s)) || !abbreviation_goes_on(b))
                return type;
        }
        if (!word_part(s, b)) {
            if (is_listed(lone_abbreviations, b)) /* names as well, where something touches */
                scan_mark(s);
            else
                s->spent = s->spent || !listed;
            return type;
        }
        type = PATH;
    }
    return type;
}

/* At a letter: WORD, PATH, or FUNCTION before a touching parenthesis. */
static inline enum TokenType word_scan(Scan *s, Buffer *b)
{
    word_take(s, b);
    enum TokenType type = s->spent || scan_peek(s) != '.' ? WORD : word_dots(s, b);
    bool touches = !s->spent && scan_peek(s) == '(' && b->text[b->len - 1] != '.';
    return touches ? FUNCTION : type;
}

/* ---- phrases ---- */

/* Another word behind a blank, or the dot of one in a phrase (rev. budsjett). */
static inline bool phrase_word(Scan *s, Buffer *b)
{
    if (scan_peek(s) == '.') {
        buffer_put(b, '.');
        scan_advance(s);
        return true;
    }
    if (!is_blank(scan_peek(s)))
        return false;
    scan_pass_blanks(s);
    if (!is_letter(scan_peek(s)) && !is_digit(scan_peek(s)))
        return false;
    buffer_put(b, ' ');
    while (is_letter(scan_peek(s)) || is_digit(scan_peek(s)) || scan_peek(s) == '-') {
        buffer_put(b, scan_peek(s));
        scan_advance(s);
    }
    return true;
}

static inline bool phrase_may_go_on(Buffer *b, char joint)
{
    if (b->len + 4 >= WORD_ROOM)
        return false;
    b->text[b->len] = joint;
    b->text[++b->len] = '\0';
    bool begins = phrase_begins(b);
    b->text[--b->len] = '\0';
    return begins;
}

/* Behind a word: the groups of the longest phrase of these that begins with it, and marks its end;
 * 0 where there is none. */
static inline uint32_t phrase_scan(Scan *s, Buffer *b, uint32_t wanted)
{
    uint32_t found = phrase_groups(b) & wanted;
    while (!s->spent
           && (phrase_may_go_on(b, ' ') || (scan_peek(s) == '.' && phrase_may_go_on(b, '.')))) {
        bool was_here = is_blank(scan_peek(s));
        if (!phrase_word(s, b)) {
            s->spent = s->spent || was_here;
            break;
        }
        uint32_t longer = phrase_groups(b) & wanted;
        if (longer != 0) {
            scan_mark(s);
            found = longer;
        } else {
            s->spent = !phrase_may_go_on(b, ' ') && !phrase_may_go_on(b, '.');
        }
    }
    return found;
}

/* ---- links ---- */

static inline bool is_link_start(const Buffer *b)
{
    return strcmp(b->text, "http") == 0 || strcmp(b->text, "https") == 0
           || strcmp(b->text, "mailto") == 0;
}

/* At the colon of http://…: runs to the next blank, but not over the sentence's own marks. */
static inline bool link_scan(Scan *s)
{
    int open = 0;
    scan_advance(s);
    if (is_blank(scan_peek(s)) || scan_line_end(s)) {
        s->spent = true;
        return false;
    }
    while (!scan_line_end(s) && !is_blank(scan_peek(s))) {
        int32_t c = scan_peek(s);
        open += (c == '(' || c == '{') - (c == ')' || c == '}');
        scan_advance(s);
        if (open < 0)
            break;
        if (c != ',' && c != ';' && c != '"' && c != '|')
            scan_mark(s);
    }
    return true;
}

#endif
