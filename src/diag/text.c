/*
 * text.c — the words of a finding: arguments filled in, cleaned for showing.  Layer: diag.
 *
 * Arguments come from what a user wrote, so they may hold anything, line ends and escape
 * sequences too. What leaves here through text_clean is one line of harmless UTF-8.
 */
#include "base/decimal.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "diag/render.h"

Str text3_in(const Text3 *t, Lang lang)
{
    return t->in[lang].len > 0 ? t->in[lang] : t->in[LANG_NB];
}

Str msg_text(MsgId id, Lang lang)
{
    const MsgInfo *info = msg_info(id);
    return str_from(info->text[lang][0] != '\0' ? info->text[lang] : info->text[LANG_NB]);
}

/* ---- arguments ------------------------------------------------------------------------------ */

/* Whether an argument's mark, {0} … {99}, stands at `at`; its number and its length. */
static bool is_mark(Str text, uint32_t at, uint32_t *number, uint32_t *len)
{
    uint32_t i = at + 1;
    *number = 0;
    while (i < text.len && i < at + 3 && ascii_is_digit(text.ptr[i]))
        *number = *number * 10 + (uint32_t)(text.ptr[i++] - '0');
    *len = i - at + 1;
    return text.ptr[at] == '{' && i > at + 1 && i < text.len && text.ptr[i] == '}';
}

/* What a user wrote, as far as it helps to know it again: a whole paragraph may stand where a
 * figure should. What is to be written instead is told in full. */
static void put_written(Buf *out, Str text, bool in_fix)
{
    enum { MOST_LETTERS = 160 };
    uint32_t at = in_fix ? text.len : 0;
    for (uint32_t letters = 0; at < text.len && letters < MOST_LETTERS; letters++)
        at += glyph_at(text, at).len;
    buf_str(out, str_slice(text, 0, at));
    if (at < text.len)
        buf_cstr(out, "…");
}

static bool put_arg(Buf *out, const DiagPart *part, uint32_t number, Lang lang)
{
    if (part->kind == PART_FIX && part->args.len == 0 && number == 0) {
        buf_str(out, part->replacement);
        return true;
    }
    if (number >= part->args.len)
        return false;
    const DiagArg *arg = &part->args.at[number];
    switch (arg->kind) {
    case ARG_STR: put_written(out, arg->str, part->kind == PART_FIX); break;
    case ARG_INT: decimal_put_norwegian(out, decimal_int(arg->number), NULL, false); break;
    case ARG_TEXT3: buf_str(out, text3_in(arg->text3, lang)); break;
    }
    return true;
}

/* Whether a quoted mark, «{0}», stands at `at` whose argument is a name that is not there; its
 * length. What is to be written stands in "…". */
static bool is_no_name(const DiagPart *part, Str text, uint32_t at, uint32_t *len)
{
    Str inside;
    uint32_t number, mark;
    *len = text.ptr[at] == '"' ? 0 : quote_first(str_slice(text, at, text.len), &inside);
    if (*len == 0 || inside.len == 0 || !is_mark(inside, 0, &number, &mark) ||
        mark != inside.len || number >= part->args.len)
        return false;
    const DiagArg *arg = &part->args.at[number];
    return arg->kind == ARG_STR && arg->str.len == 0;
}

void diag_part_text(Buf *out, const DiagPart *part, Lang lang)
{
    Str text = msg_text(part->text, lang);
    uint32_t number;
    uint32_t len;
    for (uint32_t i = 0; i < text.len;) {
        if (is_no_name(part, text, i, &len)) {
            buf_str(out, msg_text(N_NO_NAME, lang));
            i += len;
            continue;
        }
        /* A mark without its argument is left to be seen: better than a sentence with a hole. */
        if (is_mark(text, i, &number, &len) && put_arg(out, part, number, lang))
            i += len;
        else
            buf_char(out, text.ptr[i++]);
    }
}

Str msg_general(Arena *a, MsgId id, Lang lang)
{
    Str text = msg_text(id, lang);
    Buf out;
    buf_init(&out, a);
    uint32_t number;
    uint32_t len;
    for (uint32_t i = 0; i < text.len;) {
        if (is_mark(text, i, &number, &len)) {
            buf_cstr(&out, "…");
            i += len;
        } else {
            buf_char(&out, text.ptr[i++]);
        }
    }
    return buf_view(&out);
}

/* ---- glyphs --------------------------------------------------------------------------------- */

/* What stands for a code point that must not reach a terminal, or false. */
static bool stand_in(uint32_t cp, Str *shown)
{
    enum { ZWNJ = 0x200C, ZWJ = 0x200D, LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR = 0x2029 };

    if (cp == '\t' || cp == '\n' || cp == '\r' || cp == LINE_SEPARATOR || cp == PARAGRAPH_SEPARATOR)
        *shown = STR(" ");
    else if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
        *shown = STR("\xEF\xBF\xBD");
    else if (utf8_is_guest(cp) && cp != ZWNJ && cp != ZWJ)
        *shown = STR("");
    else
        return false;
    return true;
}

Glyph glyph_at(Str text, uint32_t at)
{
    unsigned char lead = (unsigned char)text.ptr[at];
    if (lead >= 0x20 && lead < 0x7F)
        return (Glyph){{text.ptr + at, 1}, 1, 1};

    Glyph glyph = {STR("\xEF\xBF\xBD"), 1, 1};
    uint32_t cp = utf8_decode(text.ptr + at, text.ptr + text.len, &glyph.len);
    if (lead >= 0x80 && glyph.len == 1) /* only what is no code point is one byte long */
        return glyph;
    if (!stand_in(cp, &glyph.shown))
        glyph.shown = (Str){text.ptr + at, glyph.len};
    glyph.width = utf8_width(glyph.shown);
    return glyph;
}

Str text_clean(Arena *a, Str text)
{
    Buf out;
    buf_init(&out, a);
    for (uint32_t i = 0; i < text.len;) {
        Glyph glyph = glyph_at(text, i);
        buf_str(&out, glyph.shown);
        i += glyph.len;
    }
    return buf_view(&out);
}

/* ---- parts ---------------------------------------------------------------------------------- */

Str diag_clean_text(Arena *a, const DiagPart *part, Lang lang)
{
    Buf out;
    buf_init(&out, a);
    diag_part_text(&out, part, lang);
    return text_clean(a, buf_view(&out));
}

Str diag_headline(Arena *a, const Diag *d, Lang lang)
{
    static const char *const known[LANG_COUNT] = {" (kjent feil)", " (kjend feil)",
                                                  " (known fault)"};
    Buf out;
    buf_init(&out, a);
    buf_str(&out, diag_clean_text(a, &d->parts.at[0], lang));
    if (d->known)
        buf_cstr(&out, known[lang]);
    return buf_view(&out);
}

Str diag_joined_text(Arena *a, const Diag *d, PartKind kind, Lang lang)
{
    Buf out;
    buf_init(&out, a);
    Str last = STR("");
    for (uint32_t i = 0; i < d->parts.len; i++) {
        if (d->parts.at[i].kind != kind)
            continue;
        Str text = diag_clean_text(a, &d->parts.at[i], lang);
        if (str_eq(text, last))
            continue;
        if (out.len > 0)
            buf_cstr(&out, "; ");
        buf_str(&out, text);
        last = text;
    }
    return buf_view(&out);
}

static void put_line(Buf *out, Str before, Str text)
{
    if (text.len == 0)
        return;
    buf_char(out, '\n');
    buf_str(out, before);
    buf_str(out, text);
}

Str diag_full_text(Arena *a, const Diag *d, Lang lang)
{
    Buf out;
    buf_init(&out, a);
    buf_str(&out, diag_headline(a, d, lang));
    put_line(&out, STR(""), diag_joined_text(a, d, PART_LABEL, lang));
    for (uint32_t i = 0; i < d->parts.len; i++)
        if (d->parts.at[i].kind == PART_NOTE)
            put_line(&out, STR(""), diag_clean_text(a, &d->parts.at[i], lang));
    put_line(&out, fix_word(lang), diag_joined_text(a, d, PART_FIX, lang));
    return buf_view(&out);
}

/* ---- fixed words ---------------------------------------------------------------------------- */

Str severity_word(Severity severity, Lang lang)
{
    static const char *const words[][LANG_COUNT] = {
        [SEV_NOTE] = {"merknad", "merknad", "note"},
        [SEV_WARNING] = {"advarsel", "åtvaring", "warning"},
        [SEV_ERROR] = {"feil", "feil", "error"},
    };
    return str_from(words[severity][lang]);
}

Str fix_word(Lang lang)
{
    static const char *const words[LANG_COUNT] = {"retting: ", "retting: ", "fix: "};
    return str_from(words[lang]);
}

Located locate(const DiagSink *sink, Span span)
{
    Located at = {.src = span_is_none(span) ? NULL : sources_get(sink->sources, span.file)};
    if (at.src == NULL)
        return at;
    at.file = text_clean(sink->arena, at.src->name);
    at.start = source_place(at.src, span.off);
    uint32_t rest = UINT32_MAX - span.off;
    at.end = source_place(at.src, span.off + (span.len < rest ? span.len : rest));
    return at;
}
