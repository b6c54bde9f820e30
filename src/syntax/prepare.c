/*
 * prepare.c — what is looked for in the whole file before it is scanned.  Layer: syntax.
 *
 * In: the bytes of a file. Out: whether they are text that can be scanned, where it begins (behind
 * a byte order mark), and findings about bytes that are wrong wherever they stand.
 */
#include "base/bytes.h"
#include "syntax/delimited.h"
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
    if (begins(s, "PK\003\004", 4) || begins(s, "\xD0\xCF\x11\xE0", 4) || begins(s, "{\\rtf", 5))
        return N_OFFICE_FILE;
    if (begins(s, "<!DOCTYPE html", 14) || begins(s, "<!doctype html", 14) || begins(s, "<html", 5))
        return N_WEB_PAGE;
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

static void note_guest(Guests *g, uint32_t off, uint32_t end, bool control)
{
    if (g->count++ == 0) {
        g->first = off;
        g->first_end = end;
    }
    g->controls += control;
    g->last_end = end;
}

/* Compilers turn these into what the machine has for sixteen bytes at once. */
typedef int8_t Bytes16 __attribute__((vector_size(16)));
typedef uint8_t Unsigned16 __attribute__((vector_size(16)));
typedef uint64_t Words16 __attribute__((vector_size(16)));

/* Which of the sixteen at p are plain ASCII text. What is not ASCII is negative, and 0x7F becomes
 * so when 1 is added: then one comparison tells of them and of all below the blank. */
static inline Bytes16 plain_bytes(const char *p)
{
    Bytes16 v;
    memcpy(&v, p, sizeof v);
    Bytes16 printed = (Bytes16)((Bytes16)((Unsigned16)v + 1) > ' ');
    return (Bytes16)(printed | (v == '\n') | (v == '\t') | (v == '\r'));
}

static inline bool all(Bytes16 v)
{
    Words16 w = (Words16)v;
    return (w[0] & w[1]) == UINT64_MAX;
}

/* How many bytes are plain before the first one that is not. */
static inline uint32_t plain_run(Bytes16 v)
{
    char marks[2][8];
    memcpy(marks, &v, sizeof v);
    uint64_t first = ~bytes_load(marks[0]);
    return first != 0 ? bytes_before(first) : 8 + bytes_before(~bytes_load(marks[1]));
}

/* To the first byte that is not plain, or to the last few bytes of the file. */
static uint32_t past_plain(const Scan *s, uint32_t off)
{
    enum { STEP = sizeof(Bytes16) };
    for (; s->limit - off >= 2 * STEP; off += 2 * STEP) {
        Bytes16 left = plain_bytes(s->text + off), right = plain_bytes(s->text + off + STEP);
        if (!all(left & right))
            return off + (all(left) ? STEP + plain_run(right) : plain_run(left));
    }
    return off;
}

/* Notes the guests, up to the first byte that is not UTF-8; returns where that is, or the limit. */
static uint32_t find_guests(const Scan *s, Guests *g)
{
    uint32_t i = s->start, len;
    for (; (i = past_plain(s, i)) < s->limit; i += len) {
        unsigned char c = (unsigned char)s->text[i];
        uint32_t cp = c;
        len = 1;
        if (c == 0xC3 && ((unsigned char)s->text[i + 1] & 0xC0) == 0x80) { /* æ, ø, å */
            len = 2;
            continue;
        }
        if (c >= 0x80 && (cp = utf8_decode(s->text + i, s->text + s->limit, &len), len == 1))
            return i; /* only what is no code point is one byte long */
        if (is_control(c) || (c >= 0x80 && utf8_is_guest(cp)))
            note_guest(g, i, i + len, c < 0x80);
    }
    return i;
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

/* In a stretch as long as a line may be there must be a line's end; what begins behind the last one
 * is looked at next. */
static bool lines_fit(Scan *s)
{
    for (uint32_t off = 0; s->limit - off > SYNTAX_MAX_LINE;) {
        uint32_t end = off + SYNTAX_MAX_LINE + 1;
        while (end > off && s->text[end - 1] != '\n')
            end--;
        if (end == off) {
            Diag *d = scan_report(s, HP1023, off, off + 1);
            if (d != NULL)
                diag_int(d, SYNTAX_MAX_LINE >> 20);
            return false;
        }
        off = end;
    }
    return true;
}

bool scan_prepare(Scan *s)
{
    if (begins(s, "\xFF\xFE", 2) || begins(s, "\xFE\xFF", 2))
        return refuse(s, HP1001, 0, N_UTF16_FILE);
    if (begins(s, "\xEF\xBB\xBF", 3))
        s->start = 3;
    Guests g = {0, 0, 0, 0, 0};
    uint32_t invalid = find_guests(s, &g);
    bool odd = invalid < s->limit || g.controls > 0; /* a NUL is one, or the other comes first */
    if (looks_like(s) != MSG_COUNT || (odd && memchr(s->text, '\0', s->limit) != NULL))
        return refuse(s, HP1028, 0, looks_like(s));
    if (is_delimited((Str){s->text + s->start, s->limit - s->start}))
        return refuse(s, HP1036, s->start, N_IMPORT_CSV);
    if (invalid < s->limit)
        return refuse(s, HP1001, invalid, N_SAVE_AS_UTF8);
    if (!lines_fit(s))
        return false;
    if (g.controls > 16 && g.controls > s->limit / 16)
        return refuse(s, HP1028, 0, MSG_COUNT);
    if (g.count > 0)
        report_guests(s, g);
    s->told = false;
    return true;
}
