/*
 * words.c — a text walked from the left, word by word.  Layer: value.
 */
#include "value/words.h"

#include "base/utf8.h"

bool cursor_done(const Cursor *c)
{
    return str_trim(str_slice(c->text, c->at, c->text.len)).len == 0;
}

void cursor_space(Cursor *c)
{
    while (c->at < c->text.len && c->text.ptr[c->at] == ' ')
        c->at++;
}

bool cursor_char(Cursor *c, char ch)
{
    if (c->at >= c->text.len || c->text.ptr[c->at] != ch)
        return false;
    c->at++;
    return true;
}

bool cursor_dash(Cursor *c)
{
    uint32_t len;
    cursor_space(c);
    if (c->at >= c->text.len ||
        !utf8_is_dash(utf8_decode(c->text.ptr + c->at, c->text.ptr + c->text.len, &len)))
        return false;
    c->at += len;
    cursor_space(c);
    return true;
}

uint32_t cursor_digits(Cursor *c, int *out)
{
    uint32_t start = c->at;
    int n = 0;
    while (c->at < c->text.len && ascii_is_digit(c->text.ptr[c->at])) {
        if (c->at - start == 9)
            return 0;
        n = n * 10 + (c->text.ptr[c->at++] - '0');
    }
    if (c->at > start)
        *out = n;
    return c->at - start;
}

const Term *cursor_term(Cursor *c, VocabGroup group)
{
    uint32_t len;
    Str rest = str_slice(c->text, c->at, c->text.len);
    TermId id = vocab_find_prefix(group, rest, K_NONE, &len);
    if (id == 0) {
        /* sept-17, januar-mars: to the vocabulary a hyphen is part of a word. */
        int64_t hyphen = str_find(rest, STR("-"));
        if (hyphen > 0)
            id = vocab_find_prefix(group, str_slice(rest, 0, (uint32_t)hyphen), K_NONE, &len);
    }
    if (id == 0)
        return NULL;
    c->at += len;
    return vocab_term(id);
}
