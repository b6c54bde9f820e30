/*
 * links.c — an address that a plan gives can be followed.  Layer: check.
 *
 * Requires: properties. Provides: finding HP8014. Files (vedlegg/plan.pdf) and mail are no web
 * addresses, and are left alone.
 */
#include "check/shared.h"

#include "base/address.h"
#include "base/quote.h"

/* "(side 4)" and "Rapporten" in quotes are remarks; the mark that closes a string is nothing. */
static bool is_remark(Str s)
{
    return s.len == 0 || s.ptr[0] == '(' || quote_at(s) > 0;
}

static bool is_file_or_mail(Str s)
{
    return str_find(s, STR("/")) >= 0 || str_find(s, STR("@")) >= 0 || str_find(s, STR(".")) >= 0;
}

static Span part_of(Span whole, Str all, Str part)
{
    return (Span){whole.file, whole.off + (uint32_t)(part.ptr - all.ptr), part.len};
}

static void say_blank(Model *m, Span span, Str all, Str rest)
{
    Diag *d = diag_at(m->sink, HP8014, part_of(span, all, rest));
    diag_label(d, L_BEHIND_ADDRESS);
    diag_note(d, N_BLANK_IN_ADDRESS);
}

static void check_link(Model *m, const Fact *f)
{
    Span span = fact_said(m, f);
    Str all = span_text(m->sources, span), text = fact_text(m, f);
    if (text.len == 0 || text.ptr < all.ptr || text.ptr >= all.ptr + all.len)
        return;
    uint32_t len = address_len(text);
    Str rest = str_trim(str_slice(text, len, text.len));
    if (len > 0) {
        if (!is_remark(rest))
            say_blank(m, span, all, rest);
        return;
    }
    bool lacks_scheme = address_lacks_scheme(text);
    if (!lacks_scheme && is_file_or_mail(text))
        return;
    Diag *d = diag_at(m->sink, HP8014, part_of(span, all, text));
    diag_note(d, N_WHOLE_ADDRESS);
    if (!lacks_scheme)
        return;
    Buf whole;
    buf_init(&whole, m->arena);
    buf_printf(&whole, "https://%.*s", STR_ARG(text));
    diag_fix(d, part_of(span, all, text), buf_view(&whole), F_WRITE);
}

void check_links(Model *m)
{
    for (PropId id = 0; (id = prop_of_key(m, P_LINK, id)) != 0;) {
        const Prop *p = model_prop(m, id);
        for (uint32_t i = 0; i < p->count; i++)
            check_link(m, model_fact(m, p->first + i));
    }
}
