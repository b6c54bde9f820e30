/*
 * code_text.c — the codes of a text.  Layer: value.  See code_text.h.
 */
#include "value/code_text.h"

enum { CODE_DIGITS = 3 };

static bool is_code_byte(char c)
{
    return ascii_is_digit(c) || ascii_is_letter(c);
}

bool code_next(CodeIter *it, Str *code, uint32_t *offset)
{
    while (it->at < it->text.len && !is_code_byte(it->text.ptr[it->at]))
        it->at++;
    *offset = it->at;
    while (it->at < it->text.len && is_code_byte(it->text.ptr[it->at]))
        it->at++;
    *code = str_slice(it->text, *offset, it->at);
    return code->len > 0;
}

bool code_is_group(Str code)
{
    return code.len > 2 && (code.ptr[0] == 'F' || code.ptr[0] == 'f') &&
           (code.ptr[1] == 'G' || code.ptr[1] == 'g');
}

bool code_is_prefix(Str code)
{
    for (uint32_t i = 0; i < code.len; i++)
        if (code.ptr[i] < '0' || code.ptr[i] > '9')
            return false;
    return code.len > 0 && code.len < CODE_DIGITS;
}

bool code_begins(Str text)
{
    return text.len > 0 && (ascii_is_digit(text.ptr[0]) || code_is_group(text));
}

uint32_t code_label_start(Str text)
{
    CodeIter it = {text, 0};
    Str code;
    uint32_t offset;
    uint32_t label = text.len;
    while (code_next(&it, &code, &offset)) {
        if (!code_begins(code))
            label = label == text.len ? offset : label;
        else if (label != text.len)
            return text.len;
    }
    return label;
}
