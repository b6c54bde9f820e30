/*
 * hplan.y — the grammar of hplan.  Layer: grammar (knows only the syntax room).
 *
 * In: the tokens of src/syntax/pump.c. Out: nodes, through the constructors of build.h.
 *
 * There are two start symbols, chosen by a pseudo token in front: a file, and what stands in a
 * cell or in the braces of a text. The pump sees to it that every statement ends in exactly one
 * END or in the brace of its body, that braces balance and that nothing is nested deeper than the
 * stack below can hold, so the grammar is small, and faults are mended at statements only: one
 * faulty statement gives one finding and becomes one N_ERROR, and its neighbours are read as if
 * nothing had happened.
 *
 * The tables are canonical LR(1), which a grammar of this size can afford: a token that cannot
 * stand where it does is met before anything is reduced, and no token has to be tried first.
 */
%code requires {
#include "syntax/tree.h"

struct Parse;
}

%code {
#include "syntax/build.h"

/* The stack is as deep as the pump's limit on nesting can make it, so it never has to grow. Should
 * that be wrong, the parser gives up in good order and parse.c says so. Nothing is ever taken from
 * malloc. */
#define YYINITDEPTH (16 + 12 * SYNTAX_MAX_DEPTH)
#define YYMAXDEPTH YYINITDEPTH
#define YYMALLOC(size) node_no_memory(size)
#define YYFREE(block) node_free(block)

/* The tokens that stand for themselves: the kinds of their nodes, and what the grammar calls them in
 * a head and in a value. What the two are made of differs by where it stands, and but for `%` and
 * links by that only. */
static const struct {
    uint8_t node, token[2];
} leaves[] = {
    [T_WORD] = {N_WORD, {T_ITEM, T_ATOM}},       [T_STRING] = {N_STRING, {T_ITEM, T_ATOM}},
    [T_FIGURE] = {N_FIGURE, {T_ITEM, T_ATOM}},   [T_ORDINAL] = {N_ORDINAL, {T_ITEM, T_ATOM}},
    [T_PATH] = {N_PATH, {T_ITEM, T_ATOM}},       [T_URL] = {N_URL, {T_ATOM, T_ATOM}},
    [T_PERCENT] = {N_PERCENT, {T_ATOM, T_ATOM}}, [T_TEXT] = {N_TEXT, {T_TEXT, T_TEXT}},
    [T_TABLE] = {N_TABLE, {T_TABLE, T_TABLE}}};

/* The value of what stands for itself is its node. A minus has its marks; of the others the place is
 * asked for: of what closes its end, else its beginning. */
static int yylex(uint32_t *value, Parse *p)
{
    const Pump *pump = &p->pump;
    const Tok *tok = pump_next(&p->pump);
    NodeKind leaf = (NodeKind)leaves[tok->kind].node;
    if (leaf != N_NONE) {
        *value = node_new(p, leaf, tok->val, tok->off, tok->end);
        bool signed_figure = tok->kind == T_FIGURE && pump->before.kind == T_SIGN;
        return signed_figure ? T_FIGURE : leaves[tok->kind].token[pump->valued];
    }
    bool closes = tok->kind == T_RBRACE || tok->kind == T_RPAR;
    *value = tok->kind == T_MINUS ? tok->val : closes ? tok->end : tok->off;
    return tok->kind;
}

/* Only the exhausted stack comes here; faults of syntax go to yyreport_syntax_error. */
static void yyerror(Parse *p, const char *text)
{
    (void)text;
    parse_exhausted(p);
}
}

%define api.pure full
%define api.prefix {syntax_yy}
%define api.token.prefix {T_}
%define api.token.raw
%define api.value.type {uint32_t}
%define parse.error custom
%define lr.type canonical-lr
%define lr.default-reduction consistent
%expect 0
%param { struct Parse *p }

%token EOF 0        "slutten"
%token START_FILE START_INLINE
%token END          "linjeslutt"
%token SEMI         /* of the scanner only: the pump makes ENDs of it and of lines' ends */
%token LBRACE "{"   RBRACE "}"   LPAR "("   RPAR ")"
%token LT "<"       LE "<="      GT ">"     GE ">="    EQ "="
%token PLUS "+"     MINUS "-"    STAR "*"   SLASH "/"
%token COMMA ","    COLON ":"    PERCENT "%" /* plain for the pump, with all that follow */
%token NEG          "minus foran et tall"
%token SIGN         "minus inne i en verdi"
%token CALL         "funksjon"
%token TEXT         "tekstblokk"
%token TABLE        "tabell"
%token FIGURE       "tall" /* where a SIGN stands before it; else it is one of these two: */
%token ITEM         "ledd i et hode"
%token ATOM         "ledd i en verdi"
/* Of the scanner only: they become ITEMs and ATOMs. */
%token WORD STRING ORDINAL PATH URL

%precedence LONE_ATOM /* a property that states one thing is read in one step */
%precedence END
%left "=" "<" "<=" ">" ">="
%left "+" "-"
%left "*" "/"

/* A list is the last of a ring of siblings, so that appending is one step. A node lies where its
 * children lie, but for what has marks about it. */

%%

start:
  START_FILE statements     { p->root = node_between(p, N_FILE, 0, 0, $2); }
| START_INLINE inline       { p->root = $2; }
;

statements:
  %empty                    { $$ = 0; }
| statements head END       { $$ = node_append(p, $1, node_decl(p, $2)); }
| statements head "{" statements "}"
                            { NodeRef body = node_between(p, N_BODY, $3, $5, $4);
                              $$ = node_append(p, $1, node_decl(p, node_append(p, $2, body))); }
| statements head ":" ATOM END
                            { uint32_t all = node_append(p, $2, node_value(p, $4));
                              $$ = node_append(p, $1, node_list(p, N_PROP, all)); }
| statements head ":" values END
                            { NodeRef prop = node_list(p, N_PROP, node_concat(p, $2, $4));
                              $$ = node_append(p, $1, prop); }
| statements head ":" values "{" statements "}"
                            { NodeRef body = node_between(p, N_BODY, $5, $7, $6);
                              uint32_t all = node_append(p, node_concat(p, $2, $4), body);
                              $$ = node_append(p, $1, node_list(p, N_PROP, all)); }
| statements TEXT END       { $$ = node_append(p, $1, $2); }
| statements TABLE END      { $$ = node_append(p, $1, $2); }
| statements error END      { yyerrok; $$ = node_append(p, $1, node_error(p)); }
| statements error "{" { yyerrok; $$ = p->pump.statement; } statements "}"
                            { NodeRef body = node_between(p, N_BODY, $3, $6, $5);
                              $$ = node_append(p, $1, node_from(p, N_ERROR, $4, body)); }
;

head:
  ITEM                      { $$ = node_append(p, 0, $1); }
| head ITEM                 { $$ = node_append(p, $1, $2); }
;

values:
  value                     { $$ = node_append(p, 0, node_value(p, $1)); }
| values "," value          { $$ = node_append(p, $1, node_value(p, $3)); }
;

value:
  expr
| comparator expr           { $$ = node_compared(p, $1, $2); }
;

comparator:
  "<"                       { $$ = node_new(p, N_COMPARED, OP_LT, $1, $1); }
| "<="                      { $$ = node_new(p, N_COMPARED, OP_LE, $1, $1); }
| ">"                       { $$ = node_new(p, N_COMPARED, OP_GT, $1, $1); }
| ">="                      { $$ = node_new(p, N_COMPARED, OP_GE, $1, $1); }
| "="                       { $$ = node_new(p, N_COMPARED, OP_EQ, $1, $1); }
;

expr:
  stated
| NEG stated                { $$ = node_from(p, N_NEG, $1, $2); }
| expr "=" expr             { $$ = node_binary(p, OP_EQ, $1, $3); }
| expr "<" expr             { $$ = node_binary(p, OP_LT, $1, $3); }
| expr "<=" expr            { $$ = node_binary(p, OP_LE, $1, $3); }
| expr ">" expr             { $$ = node_binary(p, OP_GT, $1, $3); }
| expr ">=" expr            { $$ = node_binary(p, OP_GE, $1, $3); }
| expr "+" expr             { $$ = node_binary(p, OP_ADD, $1, $3); }
| expr "-" expr             { $$ = node_mark(p, node_binary(p, OP_SUB, $1, $3), $2); }
| expr "*" expr             { $$ = node_binary(p, OP_MUL, $1, $3); }
| expr "/" expr             { $$ = node_binary(p, OP_DIV, $1, $3); }
;

stated: /* a single atom stands for itself */
  ATOM %prec LONE_ATOM
| group
| atoms ATOM                { $$ = node_list(p, N_STATED, node_append(p, $1, $2)); }
| atoms group               { $$ = node_list(p, N_STATED, node_append(p, $1, $2)); }
;

atoms: /* behind which there is one more */
  ATOM                      { $$ = node_append(p, 0, $1); }
| group                     { $$ = node_append(p, 0, $1); }
| atoms ATOM                { $$ = node_append(p, $1, $2); }
| atoms group               { $$ = node_append(p, $1, $2); }
;

group:
  SIGN FIGURE               { $$ = node_from(p, N_NEG, $1, $2); }
| CALL "(" ")"              { $$ = node_mark(p, node_between(p, N_CALL, $1, $3, 0), $2 - $1); }
| CALL "(" exprs ")"        { $$ = node_mark(p, node_between(p, N_CALL, $1, $4, $3), $2 - $1); }
| "(" exprs ")"             { $$ = node_between(p, N_PAREN, $1, $3, $2); }
;

exprs:
  expr                      { $$ = node_append(p, 0, $1); }
| exprs "," expr            { $$ = node_append(p, $1, $3); }
;

/* A cell may be a list or begin with a comparator; {…} may name the form in which it prints. */
inline:
  shown                     { $$ = node_list(p, N_INLINE, $1); }
| shown ":" stated          { NodeRef all = node_append(p, $1, $3);
                              $$ = node_mark(p, node_list(p, N_INLINE, all), INLINE_HAS_FORMAT); }
;

shown:
  value                     { $$ = node_append(p, 0, $1); }
| shown "," value           { $$ = node_append(p, $1, $3); }
;

%%

/* Which sentence fits is decided by what stands around the place, in complain.c. */
static int yyreport_syntax_error(const yypcontext_t *ctx, struct Parse *p)
{
    (void)ctx;
    parse_complain(p);
    return 0;
}
