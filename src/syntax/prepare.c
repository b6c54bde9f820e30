/*
 * prepare.c — what is looked for in the whole file before it is scanned.  Layer: syntax.
 *
 * In: the bytes of a file. Out: whether they are text that can be scanned, where it begins (behind
 * a byte order mark), and findings about bytes that are wrong wherever they stand.
 */
#include "syntax/scan.h"

typedef struct Guests {
    uint32_t count, controls, first, first_end, last_end;
} Guests;

static bool begins(const Scan *s, const char *bytes, uint32_t n)
{
    return s->limit >= n && memcmp(s->text, bytes, n) == 0;
}

/* "This is no text", and what it looks like instead. */
static bool refuse(Scan *s, MsgId code, uint32_t off, MsgId note)
{
    Diag *d = scan_report(s, code, off, off < s->limit ? off + 1 : off);
    if (d == NULL)
        return false;
    if (code == HP1001)
        diag_int(d, off);
    if (note != MSG_COUNT)
        diag_note(d, note);
    return false;
}

static MsgId looks_like(const Scan *s)
{
    if (begins(s, "PK\003\004", 4) || begins(s, "\xD0\xCF\x11\xE0", 4))
        return N_OFFICE_FILE;
    return begins(s, "%PDF", 4) ? N_PDF_FILE : MSG_COUNT;
}

/* A byte that no text holds: 0 and the control characters but tab, newline and return. */
static bool is_control(unsigned char c)
{
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

static bool may_be_guest(unsigned char c)
{
    return c == 0xC2 || c == 0xD8 || c == 0xE2 || c == 0xEF || is_control(c);
}

/* The length of a guest at off, else 0. A control character is one too: PDFs leave them behind. */
static uint32_t guest_len(const Scan *s, uint32_t off)
{
    uint32_t len;
    if (is_control((unsigned char)s->text[off]))
        return 1;
    return utf8_is_guest(utf8_decode(s->text + off, s->text + s->limit, &len)) ? len : 0;
}

/* How many of the next eight bytes stand before the first that is not from ' ' to '~'. */
static uint32_t plain_run(const char *bytes)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t w;
    memcpy(&w, bytes, sizeof w);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    w = __builtin_bswap64(w);
#endif
    /* A carry or borrow only ever marks bytes behind one that is marked rightly. */
    uint64_t odd = (w | (w + ones) | ((w - 0x20 * ones) & ~w)) & 0x80 * ones;
    return odd == 0 ? 8 : (uint32_t)__builtin_ctzll(odd) / 8;
}

static Guests find_guests(const Scan *s)
{
    Guests g = {0, 0, 0, 0, 0};
    for (uint32_t i = s->start; i < s->limit;) {
        uint32_t run = 8;
        while (run == 8 && s->limit - i >= 8)
            i += run = plain_run(s->text + i);
        if (i == s->limit)
            break;
        uint32_t len = may_be_guest((unsigned char)s->text[i]) ? guest_len(s, i) : 0;
        if (len == 0) {
            i++;
            continue;
        }
        if (g.count++ == 0) {
            g.first = i;
            g.first_end = i + len;
        }
        g.controls += is_control((unsigned char)s->text[i]);
        i += len;
        g.last_end = i;
    }
    return g;
}

/* Named once a file; the fix takes all of them away. */
static void report_guests(Scan *s, Guests g)
{
    Diag *d = scan_report(s, HP1018, g.first, g.first_end);
    if (d == NULL)
        return;
    diag_int(d, g.count);
    Buf b;
    buf_init(&b, s->arena);
    for (uint32_t i = g.first; i < g.last_end;) {
        uint32_t len = may_be_guest((unsigned char)s->text[i]) ? guest_len(s, i) : 0;
        if (len == 0)
            buf_char(&b, s->text[i]);
        i += len == 0 ? 1 : len;
    }
    diag_fix(d, scan_span(s, g.first, g.last_end), buf_view(&b), F_REMOVE_GUESTS);
}

static bool lines_fit(Scan *s)
{
    for (uint32_t off = 0; s->limit - off > SYNTAX_MAX_LINE;) {
        const char *nl = memchr(s->text + off, '\n', s->limit - off);
        uint32_t end = nl == NULL ? s->limit : (uint32_t)(nl - s->text);
        if (end - off > SYNTAX_MAX_LINE) {
            Diag *d = scan_report(s, HP1023, off, off + 1);
            if (d != NULL)
                diag_int(d, SYNTAX_MAX_LINE >> 20);
            return false;
        }
        if (nl == NULL)
            break;
        off = end + 1;
    }
    return true;
}

bool scan_prepare(Scan *s)
{
    if (begins(s, "\xFF\xFE", 2) || begins(s, "\xFE\xFF", 2))
        return refuse(s, HP1001, 0, N_UTF16_FILE);
    const char *nul = s->limit == 0 ? NULL : memchr(s->text, '\0', s->limit);
    if (nul != NULL || looks_like(s) != MSG_COUNT)
        return refuse(s, HP1028, 0, looks_like(s));
    int64_t invalid = utf8_first_invalid(s->text, s->limit);
    if (invalid >= 0)
        return refuse(s, HP1001, (uint32_t)invalid, N_SAVE_AS_UTF8);
    if (begins(s, "\xEF\xBB\xBF", 3))
        s->start = 3;
    if (!lines_fit(s))
        return false;
    Guests g = find_guests(s);
    if (g.controls > 16 && g.controls > s->limit / 16)
        return refuse(s, HP1028, 0, MSG_COUNT);
    if (g.count > 0)
        report_guests(s, g);
    s->told = false;
    return true;
}
