/*
 * repair.c — where a brace is missing or too many, by the witness of indentation.  Layer: syntax.
 *
 * In: the first token of a line, when the braces of a file do not balance. Out: whether it closes
 * bodies above it, and the finding about the brace. A line at or left of the line on which a body
 * was opened is not in that body; a `}` right of every opener's line closes none of them.
 */
#include "syntax/pump.h"

enum { REPAIR_MAX_LINES = 5000 };

static Diag *report(Pump *p, MsgId code, uint32_t off, uint32_t end)
{
    Diag *d = scan_report(p->scan, code, off, end);
    p->scan->told = false; /* the brace is at fault, not the token in hand */
    return d;
}

/* A line with the brace, indented as the opener's. */
static void put_closing_line(Buf *b, const Scan *s, const Opener *opener)
{
    buf_str(b, scan_str(s, opener->line, skip_blanks(s, opener->line, s->limit)));
    buf_cstr(b, "}\n");
}

void repair_missing(Pump *p, const Opener *opener, const Tok *before)
{
    Diag *d = report(p, HP1005, opener->brace, opener->brace + 1);
    if (d == NULL)
        return;
    Buf line;
    buf_init(&line, p->scan->arena);
    put_closing_line(&line, p->scan, opener);
    diag_label(d, L_BRACE_NOT_CLOSED);
    diag_place(d, scan_span(p->scan, before->off, before->end), L_CLOSE_BEFORE);
    diag_fix(d, scan_span(p->scan, before->line, before->line), buf_view(&line), F_WRITE);
    diag_str(d, STR("}"));
}

/* One finding of all that the end leaves open: they have one cause, the rest of the file is gone. */
void repair_end(Pump *p)
{
    const Scan *s = p->scan;
    uint32_t brace = p->open[p->depth - 1].brace;
    Diag *d = report(p, HP1005, brace, brace + 1);
    if (d == NULL)
        return;
    Buf lines, braces;
    buf_init(&lines, s->arena);
    buf_init(&braces, s->arena);
    if (s->limit > 0 && s->text[s->limit - 1] != '\n')
        buf_char(&lines, '\n');
    for (uint32_t i = p->depth; i-- > 0;) {
        put_closing_line(&lines, s, &p->open[i]);
        buf_cstr(&braces, i > 0 ? "} " : "}");
    }
    diag_label(d, L_BRACE_NOT_CLOSED);
    diag_note(d, p->depth == 1 ? N_FILE_ENDS : N_FILE_ENDS_IN);
    if (p->depth > 1)
        diag_int(d, p->depth);
    diag_fix(d, scan_span(s, s->limit, s->limit), buf_view(&lines), F_WRITE);
    diag_str(d, buf_view(&braces));
}

void repair_extra(Pump *p, const Tok *brace)
{
    Scan *s = p->scan;
    Diag *d = report(p, HP1006, brace->off, brace->end);
    if (d == NULL)
        return;
    uint32_t from = brace->off, to = brace->end;
    uint32_t rest = skip_blanks(s, to, s->limit);
    if (brace->first && rest < s->limit && s->text[rest] == '\n') { /* alone on its line */
        from = brace->line;
        to = rest + 1;
    }
    diag_label(d, L_CLOSES_NOTHING);
    diag_fix(d, scan_span(s, from, to), STR_NONE, F_REMOVE);
    diag_str(d, STR("}"));
}

static Verdict drop(Pump *p, const Tok *tok)
{
    p->extra++;
    repair_extra(p, tok);
    return VERDICT_DROP;
}

/* The line behind the body that tok would begin: the first one that is not indented further than
 * the statement. A `}` straight below the statement says that there is a body. */
static bool is_closed_below(const Pump *p, const Tok *tok)
{
    const Scan *s = p->scan;
    uint32_t line = tok->line;
    for (uint32_t i = 0; i < REPAIR_MAX_LINES; i++) {
        const char *nl = memchr(s->text + line, '\n', s->limit - line);
        if (nl == NULL)
            return false;
        line = (uint32_t)(nl - s->text) + 1;
        uint32_t first = skip_blanks(s, line, s->limit);
        if (first == s->limit || memchr("\r\n#", s->text[first], 3) != NULL)
            continue;
        uint32_t column = columns(s->text, line, first);
        if (column <= p->indent)
            return column == p->indent && s->text[first] == '}';
    }
    return false;
}

bool repair_opener(Pump *p, const Tok *tok)
{
    const Scan *s = p->scan;
    if (p->broken != 1 || !tok->first || p->valued || p->told ||
        p->opened >= p->over || tok->kind == T_EOF || tok->kind == T_RBRACE ||
        p->depth + p->parens >= SYNTAX_MAX_DEPTH ||
        columns(s->text, tok->line, tok->off) <= p->indent || !is_closed_below(p, tok))
        return false;
    p->opened++;
    Diag *d = report(p, HP1008, p->statement, p->last.end);
    if (d == NULL)
        return true;
    diag_label(d, L_BODY_BELOW);
    diag_fix(d, scan_span(s, p->last.end, p->last.end), STR(" {"), F_WRITE);
    diag_str(d, STR("{"));
    return true;
}

/* The first reading knows what braces there are too few or too many of. As long as nothing else
 * was found, the other kind of fault is not assumed: a crooked line is then just that. */
Verdict repair_line(Pump *p, const Tok *tok)
{
    bool may_close = p->short_of > 0 || p->extra > p->over;
    bool may_drop = p->over > p->opened || p->missing > p->short_of;
    const Opener *top = p->depth > 0 ? &p->open[p->depth - 1] : NULL;
    /* Tables and texts are pasted, and stand anywhere. */
    if (top == NULL || tok->kind == T_TABLE || tok->kind == T_TEXT || tok->kind == T_EOF)
        return VERDICT_KEEP;
    uint32_t column = columns(p->scan->text, tok->line, tok->off);
    bool brace = tok->kind == T_RBRACE;
    if (brace && column > top->indent && may_drop)
        return drop(p, tok);
    if (column > top->indent || (brace && column == top->indent))
        return VERDICT_KEEP;
    if (!may_close)
        return brace && may_drop ? drop(p, tok) : VERDICT_KEEP;
    p->missing++;
    p->depth--;
    repair_missing(p, top, tok);
    return VERDICT_CLOSE;
}
