/*
 * quote.c — a text in quotation marks, as a plan has to write it.  Layer: value.
 */
#include "value/quote.h"

void quote_put(Buf *out, Str text)
{
    if (str_find(text, STR("\"")) >= 0 && str_find(text, STR("»")) < 0) {
        buf_cstr(out, "«");
        buf_str(out, text);
        buf_cstr(out, "»");
        return;
    }
    buf_char(out, '"');
    for (uint32_t i = 0; i < text.len; i++)
        buf_char(out, text.ptr[i] == '"' ? '\'' : text.ptr[i]);
    buf_char(out, '"');
}

Str quote_text(Arena *a, Str text)
{
    Buf out;
    buf_init(&out, a);
    quote_put(&out, text);
    return buf_view(&out);
}
