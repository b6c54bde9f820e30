/*
 * format_out.c — the lines that the formatter writes, and the comments behind them.  Layer: syntax.
 *
 * In: pieces of lines. Out: the text. Comments behind neighbouring lines begin in one column; so
 * they are put in last, when all widths are known.
 */
#include "syntax/format_int.h"

#include "base/utf8.h"

/* Comments are not moved further than this for the sake of a longer neighbour. */
enum { TAIL_REACH = 40 };

void out_line(Format *f, uint32_t depth, bool blank_before)
{
    if (f->started)
        buf_cstr(&f->out, blank_before ? "\n\n" : "\n");
    f->started = true;
    f->line = f->out.len;
    f->lines++;
    buf_repeat(&f->out, "  ", depth);
}

void out_raw(Format *f, uint32_t off, uint32_t end)
{
    for (uint32_t at = off; at < end; at++) {
        char c = f->text[at];
        if (c == '\r' && at + 1 < end && f->text[at + 1] == '\n')
            continue;
        buf_char(&f->out, c);
        if (c == '\n') {
            f->line = f->out.len;
            f->lines++;
        }
    }
}

void out_text(Format *f, Str text)
{
    buf_str(&f->out, text);
}

void out_pad(Format *f, uint32_t columns)
{
    buf_repeat(&f->out, " ", columns);
}

uint32_t out_width(const Format *f)
{
    return utf8_width((Str){f->out.ptr + f->line, (uint32_t)(f->out.len - f->line)});
}

void out_tail(Format *f, Str comment, uint32_t depth)
{
    bool taken = f->tails.len > 0 && f->tails.at[f->tails.len - 1].at == f->out.len;
    if (!f->started || taken) {
        out_line(f, depth, false);
        out_text(f, comment);
    } else {
        *vec_push(f->arena, &f->tails) = (Tail){f->out.len, f->lines, out_width(f), comment};
    }
}

/* ---- the end -------------------------------------------------------------------------------- */

/* The tails from `from` on that begin in one column: how many, and the widest line among them. */
static uint32_t group_end(const Format *f, uint32_t from, uint32_t *widest)
{
    const Tail *tails = f->tails.at;
    uint32_t least = tails[from].width, most = least, to = from + 1;
    for (; to < f->tails.len && tails[to].line == tails[to - 1].line + 1; to++) {
        uint32_t low = tails[to].width < least ? tails[to].width : least;
        uint32_t high = tails[to].width > most ? tails[to].width : most;
        if (high - low > TAIL_REACH)
            break;
        least = low;
        most = high;
    }
    *widest = most;
    return to;
}

static void put_part(Buf *to, const char *bytes, size_t len, bool crlf)
{
    const char *nl;
    while (crlf && len > 0 && (nl = memchr(bytes, '\n', len)) != NULL) {
        size_t part = (size_t)(nl - bytes);
        buf_put(to, bytes, part);
        buf_cstr(to, "\r\n");
        bytes += part + 1;
        len -= part + 1;
    }
    if (len > 0)
        buf_put(to, bytes, len);
}

void out_finish(Format *f, Buf *to, bool crlf)
{
    size_t done = 0;
    for (uint32_t i = 0; i < f->tails.len;) {
        uint32_t widest, end = group_end(f, i, &widest);
        for (; i < end; i++) {
            const Tail *t = &f->tails.at[i];
            put_part(to, f->out.ptr + done, t->at - done, crlf);
            buf_repeat(to, " ", widest - t->width + 2);
            buf_str(to, t->comment);
            done = t->at;
        }
    }
    if (f->started)
        buf_char(&f->out, '\n');
    if (f->out.len > done) /* of an empty text there is no pointer to go on from */
        put_part(to, f->out.ptr + done, f->out.len - done, crlf);
}
