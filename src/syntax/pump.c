/*
 * pump.c — from the scanner's tokens to the grammar's.  Layer: syntax.
 *
 * The ends of lines and semicolons become one END a statement, or none before `{` and after `,` and
 * `}`. Bodies and parentheses beyond the limit are passed over with one finding. Where braces do
 * not balance, repair.c is asked, on a second reading, what the indentation has to say.
 */
#include "syntax/pump.h"

void pump_init(Pump *p, Scan *scan, BraceMode mode)
{
    memset(p, 0, offsetof(Pump, open)); /* the stacks are as deep as `depth` and `parens` say */
    p->scan = scan;
    p->mode = mode;
    p->last.kind = p->before.kind = T_END;
    p->line = UINT32_MAX;
    p->valued = scan->inline_mode;
}

/* ---- taking and giving ---- */

/* Statements end with their lines, but for those that go on behind a comma. */
static void end_line(Pump *p)
{
    p->told |= p->tok.told_above;
    if (p->last.kind == T_COMMA && !p->skip) {
        p->comma_broke = true;
        p->comma = p->last.off;
    } else if (p->broken == 0) {
        p->broken = 1;
    }
}

static inline void take(Pump *p)
{
    if (!p->holds)
        scan_next(p->scan, &p->tok);
    p->holds = false;
    if (p->tok.first)
        end_line(p); /* before a made one and behind it comes to the same */
}

static bool is_boundary(int kind)
{
    return kind == T_LBRACE || kind == T_RBRACE;
}

/* Between a statement's first token and its last. */
static bool is_open(const Pump *p)
{
    return p->last.kind != T_END && p->last.kind != T_LBRACE && p->last.kind != T_RBRACE;
}

static inline const Tok *give(Pump *p, const Tok *tok)
{
    pump_note(p, tok);
    p->broken = 0;
    if (is_boundary(tok->kind))
        p->skip = false;
    p->flows = pump_is_plain(tok->kind) && !p->skip;
    return tok;
}

/* One that stands before the token in hand, where the last one ends. */
static const Tok *make(Pump *p, int kind)
{
    p->holds = true;
    p->made.kind = kind;
    p->made.off = p->made.end = p->last.end;
    return &p->made;
}

static const Tok *give_end(Pump *p)
{
    p->silent_close = false;
    p->broken = 0;
    p->skip = p->flows = false;
    p->before.kind = p->last.kind;
    p->last.kind = T_END;
    return make(p, T_END);
}

static const Tok *give_closer(Pump *p)
{
    p->silent_close = true;
    return give(p, make(p, T_RBRACE));
}

/* ---- limits ---- */

static APART void too_deep(Pump *p, const Tok *tok, MsgId label)
{
    Diag *d = scan_report(p->scan, HP1024, tok->off, tok->end);
    p->scan->told = false;
    p->told = true;
    if (d == NULL)
        return;
    diag_label(d, label);
    diag_int(d, label == L_TOO_MANY_OPERATORS ? SYNTAX_MAX_OPERATORS : SYNTAX_MAX_DEPTH);
}

/* Past the brace that closes the one just read; the grammar never sees the body. */
static APART void skip_body(Pump *p)
{
    uint32_t level = 1;
    const Tok *tok = &p->tok;
    p->scan->quiet = true;
    do {
        scan_next(p->scan, &p->tok);
        level += tok->kind == T_LBRACE;
        level -= tok->kind == T_RBRACE;
    } while (level > 0 && tok->kind != T_EOF);
    p->scan->quiet = false;
    if (tok->kind == T_EOF) {
        p->too_deep = true;
        p->holds = true;
    } else {
        p->last.kind = T_ATOM; /* the statement goes on, as if the body were a part of its head */
        p->last.end = tok->end;
    }
}

static bool is_operator(int kind)
{
    return kind >= T_LT && kind <= T_SLASH;
}

/* False where the rest of the statement is passed over. */
static inline bool within_limits(Pump *p, const Tok *tok)
{
    if (p->skip || pump_is_plain(tok->kind))
        return !p->skip;
    if (is_operator(tok->kind) && ++p->operators > SYNTAX_MAX_OPERATORS) {
        too_deep(p, tok, L_TOO_MANY_OPERATORS);
        p->skip = true;
    } else if (tok->kind == T_LPAR) {
        if (p->depth + p->parens >= SYNTAX_MAX_DEPTH) {
            too_deep(p, tok, L_TOO_DEEP);
            p->skip = true;
        } else {
            p->paren[p->parens++] = tok->off;
        }
    } else if (tok->kind == T_RPAR) {
        p->stray = p->parens == 0;
        p->parens -= p->parens > 0;
    }
    return !p->skip;
}

/* ---- braces ---- */

/* False where the token is not given on. */
static inline bool brace(Pump *p, const Tok *tok)
{
    if (tok->kind == T_LBRACE) {
        if (p->depth + p->parens < SYNTAX_MAX_DEPTH) {
            p->open[p->depth++] = (Opener){tok->off, p->indent, p->line};
            return true;
        }
        too_deep(p, tok, L_TOO_DEEP);
        skip_body(p);
        return false;
    }
    if (p->depth > 0) {
        p->depth--;
        p->silent_close = false;
        return true;
    }
    p->extra++;
    p->last.kind = T_END; /* nothing is asked of what follows it */
    if (p->mode != BRACES_TRUST)
        repair_extra(p, tok);
    return false;
}

/* The file ends in open bodies: they are closed, and the first reading says nothing of it. */
static APART const Tok *close_at_end(Pump *p)
{
    if (!p->too_deep && !p->ended && p->mode != BRACES_TRUST)
        repair_end(p);
    p->ended = true;
    p->depth--;
    p->missing += !p->too_deep;
    return give_closer(p);
}

/* ---- statements ---- */

/* `} tiltak`: two statements on a line. One finding, and both are read. */
static APART void two_on_a_line(Pump *p)
{
    Tok *tok = &p->tok;
    if (p->silent_close)
        return;
    Diag *d = scan_report(p->scan, HP1007, tok->off, tok->end);
    p->scan->told = false;
    tok->told = true;
    if (d == NULL)
        return;
    diag_label(d, L_NEW_LINE_AFTER_BRACE);
    diag_fix(d, scan_span(p->scan, p->last.end, tok->off), STR("\n"), F_NEW_LINE);
}

/* Does the statement that is open end before this token? */
static bool ends_before(Pump *p, const Tok *tok)
{
    if (tok->kind == T_EOF || tok->kind == T_RBRACE)
        return true;
    return tok->kind == T_LBRACE ? p->broken == 2 : p->broken != 0;
}

static bool begins_blank(const Pump *p, const Tok *tok)
{
    const char *line = p->scan->text + tok->line;
    return utf8_blank_len(line, p->scan->text + tok->off) != 0;
}

static void begin_statement(Pump *p, const Tok *tok)
{
    if (p->last.kind == T_RBRACE && p->broken == 0)
        two_on_a_line(p);
    p->statement = tok->off;
    p->told = p->valued = p->comma_broke = p->stray = false;
    p->operators = p->parens = 0;
    if (p->line != tok->line && p->mode == BRACES_INDENT) /* once a line */
        p->indent = columns(p->scan->text, tok->line, tok->off);
    p->line = tok->line;
    p->indented = p->indented || (p->depth > 0 && begins_blank(p, tok));
}

/* With indentation as the witness: is a brace put in before the token, or the token dropped? */
static APART bool repair(Pump *p, bool open, const Tok **given)
{
    const Tok *tok = &p->tok;
    Verdict v = !open && tok->first ? repair_line(p, tok) : VERDICT_KEEP;
    if (v == VERDICT_CLOSE) {
        *given = give_closer(p);
    } else if (v == VERDICT_DROP) {
        *given = NULL;
        p->last.kind = T_END;
    } else if (open && repair_opener(p, tok)) {
        *given = make(p, T_LBRACE);
        (void)brace(p, *given);
        (void)give(p, *given);
    } else {
        return false;
    }
    return true;
}

/* What the grammar is to see of the token in a file, or before it; NULL: nothing (yet). */
static const Tok *settle(Pump *p)
{
    const Tok *tok = &p->tok, *given;
    bool open = is_open(p);
    if (p->mode == BRACES_INDENT && repair(p, open, &given))
        return given;
    if (open && ends_before(p, tok))
        return give_end(p);
    if (!open && tok->kind != T_RBRACE && tok->kind != T_EOF)
        begin_statement(p, tok);
    if (tok->kind == T_EOF)
        return p->depth > 0 ? close_at_end(p) : give(p, tok);
    bool passes = is_boundary(tok->kind) ? brace(p, tok) : within_limits(p, tok);
    return passes ? give(p, tok) : NULL;
}

/* The same, wherever the token stands. */
static const Tok *pass(Pump *p)
{
    const Tok *tok = &p->tok;
    if (p->scan->inline_mode)
        return tok->kind == T_EOF || within_limits(p, tok) ? give(p, tok) : NULL;
    if (tok->kind != T_SEMI)
        return settle(p);
    p->told |= tok->told;
    p->broken = 2;
    return NULL;
}

const Tok *pump_turn(Pump *p)
{
    const Tok *given;
    if (!p->started) {
        p->started = true;
        p->made = (Tok){.kind = p->scan->inline_mode ? T_START_INLINE : T_START_FILE};
        return &p->made;
    }
    do {
        take(p);
        given = pass(p);
    } while (given == NULL);
    return given;
}
