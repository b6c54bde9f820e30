/*
 * complain.c — a sentence for what the grammar has no use for.  Layer: syntax.
 *
 * In: the token at which reading stopped, the one before it, and how far the statement had come.
 * Out: one finding in the reader's terms: what is missing or what stands there and why it cannot.
 * No token is ever called unexpected, and none by the name the grammar has for it.
 */
#include "syntax/parse.h"

/* What the sentences are chosen by. */
typedef struct Stop {
    Pump *pump;
    Scan *scan;
    int kind, before;          /* the token and the one before it */
    uint32_t off, end;         /* of the token; of an END: behind the last */
    uint32_t left_off, left_end; /* of the one before it */
    bool starts;               /* the statement has no other token */
} Stop;

static bool is_comparator(int kind)
{
    return kind >= T_LT && kind <= T_EQ;
}

static bool is_arithmetic(int kind)
{
    return kind == T_PLUS || kind == T_MINUS || kind == T_STAR || kind == T_SLASH;
}

static bool wants_value(int kind)
{
    return kind == T_COLON || kind == T_COMMA || kind == T_LPAR || kind == T_NEG || kind == T_SIGN
           || is_comparator(kind) || is_arithmetic(kind);
}

static bool ends(int kind)
{
    return kind == T_END || kind == T_EOF || kind == T_LBRACE || kind == T_RBRACE;
}

static Diag *at(const Stop *s, MsgId code, uint32_t off, uint32_t end)
{
    return scan_report(s->scan, code, off, end);
}

static bool say(const Stop *s, MsgId label)
{
    Diag *d = at(s, HP1007, s->off, s->end);
    if (d != NULL)
        diag_label(d, label);
    return true;
}

static Diag *fix(const Stop *s, Diag *d, uint32_t off, uint32_t end, Str text)
{
    diag_fix(d, scan_span(s->scan, off, end), text, text.len == 0 ? F_REMOVE : F_WRITE);
    diag_str(d, text.len == 0 ? scan_str(s->scan, off, end) : text);
    return d;
}

/* ---- parentheses ---- */

/* `5 % 1)`: one or two digits behind a value, or a raised one, and
 * a parenthesis that closes none. */
static bool footnote(const Stop *s)
{
    const char *left = s->scan->text + s->left_off;
    uint32_t len = s->left_end - s->left_off, mark = 0;
    if (s->kind != T_RPAR || !s->pump->stray || !s->pump->valued || s->left_end != s->off)
        return false;
    if (s->before == T_FIGURE || s->before == T_ATOM)
        mark = len <= 2 && ascii_is_digit(left[0]) && ascii_is_digit(left[len - 1]) ? len : 0;
    if (mark == 0 && len > 2 &&
        (str_ends((Str){left, len}, STR("²")) || str_ends((Str){left, len}, STR("³"))))
        mark = 2;
    if (mark == 0)
        return false;
    (void)report_footnote(s->scan, s->off - mark, s->end);
    return true;
}

static bool parentheses(const Stop *s)
{
    Pump *p = s->pump;
    if (footnote(s))
        return true;
    if (s->kind == T_RPAR && p->stray) {
        Diag *d = at(s, HP1007, s->off, s->end);
        if (d != NULL) {
            diag_label(d, L_CLOSES_NOTHING);
            fix(s, d, s->off, s->end, STR_NONE);
        }
        return true;
    }
    if (p->parens == 0 || !ends(s->kind))
        return false;
    uint32_t open = p->paren[p->parens - 1];
    Diag *d = at(s, HP1033, open, open + 1);
    if (d == NULL)
        return true;
    diag_label(d, L_PAREN_NOT_CLOSED);
    if (p->parens == 1 && !wants_value(s->before))
        fix(s, d, s->left_end, s->left_end, STR(")"));
    return true;
}

/* ---- values ---- */

/* `kostnad: { 2028: 3 mill. kr; … }`: the year with which what is in the braces begins. */
static Str year_in_braces(const Stop *s)
{
    uint32_t at = s->end, end = s->scan->limit;
    while (at < end && memchr(" \t\r\n", s->scan->text[at], 4) != NULL)
        at++;
    uint32_t from = at;
    while (at < end && ascii_is_digit(s->scan->text[at]))
        at++;
    return at - from == 4 ? scan_str(s->scan, from, at) : STR_NONE;
}

static bool missing_value(const Stop *s)
{
    if (!wants_value(s->before) || s->starts)
        return false;
    if (s->kind == T_TEXT || s->kind == T_TABLE)
        return say(s, L_TEXT_OWN_LINE);
    Diag *d = at(s, HP1009, s->left_off, s->left_end);
    if (d == NULL)
        return true;
    diag_label(d, L_VALUE_AFTER);
    diag_str(d, scan_str(s->scan, s->left_off, s->left_end));
    if (s->before == T_COMMA && ends(s->kind))
        fix(s, d, s->left_off, s->left_end, STR_NONE);
    Str year = s->before == T_COLON && s->kind == T_LBRACE ? year_in_braces(s) : STR_NONE;
    if (year.len > 0) {
        diag_note(d, N_EACH_BY_ITSELF);
        diag_str(d, scan_str(s->scan, s->pump->statement, s->left_off));
        diag_str(d, year);
    }
    return true;
}

/* `ansvar: bolig, frist: 2027`: the comma before the key. 0: there is none. */
static uint32_t comma_before_key(const Stop *s)
{
    uint32_t off = s->left_off;
    while (off > 0 && s->scan->text[off - 1] == ' ')
        off--;
    return s->before == T_WORD && off > 1 && s->scan->text[off - 1] == ',' ? off - 1 : 0;
}

static bool second_colon(const Stop *s)
{
    uint32_t comma = comma_before_key(s);
    Diag *d = comma == 0 ? NULL : at(s, HP1007, comma, comma + 1);
    if (d == NULL)
        return say(s, L_ONE_COLON);
    diag_label(d, L_ONE_COLON);
    fix(s, d, comma, comma + 1, STR(";"));
    return true;
}

static bool colon(const Stop *s)
{
    if (s->kind != T_COLON)
        return false;
    if (s->starts)
        return say(s, L_KEY_BEFORE_COLON);
    if (!s->pump->comma_broke)
        return second_colon(s);
    Diag *d = at(s, HP1007, s->pump->comma, s->pump->comma + 1);
    if (d != NULL) {
        diag_label(d, L_COMMA_GOES_ON);
        fix(s, d, s->pump->comma, s->pump->comma + 1, STR_NONE);
    }
    return true;
}

/* ---- the head of a statement ---- */

/* måltall 2018 – 2021: … */
static bool loose_range(const Stop *s)
{
    if (s->kind != T_MINUS || s->before != T_FIGURE)
        return false;
    uint32_t next = skip_blanks(s->scan, s->end, s->scan->limit);
    if (next == s->scan->limit || !ascii_is_digit(s->scan->text[next]))
        return false;
    Diag *d = at(s, HP1007, s->left_off, s->end);
    if (d == NULL)
        return true;
    diag_label(d, L_TIGHT_RANGE);
    diag_fix(d, scan_span(s->scan, s->left_end, next), STR("–"), F_TIGHT_RANGE);
    return true;
}

/* `år = 2018`, `andel 5 %`: what can only stand in a value, and no colon before it. */
static bool missing_colon(const Stop *s)
{
    bool value = is_comparator(s->kind) || is_arithmetic(s->kind) || s->kind == T_PERCENT
                 || s->kind == T_LPAR || s->kind == T_CALL || s->kind == T_URL || s->kind == T_SIGN;
    if (!value || s->pump->valued)
        return false;
    Scan *scan = s->scan;
    Diag *d = at(s, HP1030, s->off, s->end);
    if (d == NULL)
        return true;
    uint32_t key = word_end(scan, s->pump->statement);
    if (key == s->pump->statement)
        key = s->left_end;
    diag_str(d, scan_str(scan, s->pump->statement, key));
    diag_label(d, L_ONLY_IN_VALUE);
    if (s->kind == T_EQ)
        diag_fix(d, scan_span(scan, s->left_end, s->end), STR(":"), F_WRITE);
    else if (is_comparator(s->kind))
        diag_fix(d, scan_span(scan, s->left_end, s->left_end), STR(":"), F_WRITE);
    else
        return true;
    diag_str(d, STR(":"));
    return true;
}

/* How many `{` stand before this one with only blanks between; two are as good as any. */
static int braces_before(const Stop *s)
{
    const char *text = s->scan->text;
    int count = 0;
    for (uint32_t i = s->off, seen = 0; i > 0 && seen < 256 && count < 2; i--, seen++) {
        char c = text[i - 1];
        if (c == '{')
            count++;
        else if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            break;
    }
    return count;
}

/* `(retning): opp` above the rows: in a header the parentheses mean that
 * a column is not printed. */
static bool key_in_parentheses(const Stop *s)
{
    enum { LONGEST_KEY = 60 };
    const char *key = s->scan->text + s->off + 1;
    uint32_t len = (uint32_t)strcspn(key, "()\n{};|\"");
    if (s->kind != T_LPAR || s->scan->inline_mode || len == 0 || len > LONGEST_KEY ||
        key[len] != ')' || key[len + 1] != ':')
        return false;
    Diag *d = at(s, HP1007, s->off, s->off + len + 2);
    if (d != NULL) {
        diag_label(d, L_ONLY_HEADS_IN_PARENTHESES);
        fix(s, d, s->off, s->off + len + 2, (Str){key, len});
    }
    return true;
}

/* «* uten pensjon» below a row; other marks of footnotes the scanner meets first. */
static bool footnote_below(const Stop *s)
{
    return (s->kind == T_STAR || s->kind == T_RPAR) && footnote_line(s->scan, s->off) != 0;
}

static bool start(const Stop *s)
{
    if (!s->starts)
        return false;
    if (key_in_parentheses(s))
        return true;
    if (s->scan->inline_mode && s->kind != T_EOF)
        return say(s, L_UNDERSTOOD_TO_HERE);
    if (s->scan->inline_mode) {
        (void)at(s, HP1009, s->off, s->end);
        return true;
    }
    if (s->kind == T_LBRACE) /* of a run of them the first is told */
        return braces_before(s) > 1 || say(s, L_WHAT_BEFORE_BRACE);
    return say(s, s->kind == T_NEG || s->kind == T_STAR ? L_PROSE : L_LINE_BEGINS);
}

static bool head(const Stop *s)
{
    if (s->pump->valued)
        return false;
    if (s->kind == T_COMMA)
        return say(s, L_COMMA_IN_HEAD);
    return loose_range(s) || missing_colon(s);
}

void parse_complain(Parse *p)
{
    Pump *pump = &p->pump;
    uint32_t off = pump->last.kind == T_END ? pump->last.end : pump->last.off;
    Stop s = {.pump = pump, .scan = &p->scan, .kind = pump->last.kind,
              .before = pump->before.kind, .off = off, .end = pump->last.end,
              .left_off = pump->before.off, .left_end = pump->before.end};
    bool told = pump->told;
    pump->told = true;
    if (told)
        return;
    s.starts = s.before == T_END || s.before == T_LBRACE || s.before == T_RBRACE;
    if (s.kind == T_END) { /* it has no place of its own */
        s.left_off = pump->last.off;
        s.left_end = pump->last.end;
    }
    if (s.off == s.end && s.off > 0) { /* something to underline */
        s.off = s.left_off;
        s.end = s.left_end;
    }
    bool ended = ends(s.kind), in_file = !p->scan.inline_mode;
    bool said = (in_file && !ended && string_unopened(&p->scan, s.off)) || footnote_below(&s) ||
                parentheses(&s) ||
                missing_value(&s) || colon(&s) || start(&s) || (in_file && head(&s));
    if (!said)
        say(&s, s.kind == T_TEXT || s.kind == T_TABLE ? L_TEXT_OWN_LINE : L_UNDERSTOOD_TO_HERE);
    p->scan.told = false;
    p->scan.hush = !ended;
}

void report_en_dash(Diag *d, Span dash)
{
    diag_label(d, L_MINUS_OR_RANGE);
    diag_fix(d, dash, STR("-"), F_WRITE);
}
