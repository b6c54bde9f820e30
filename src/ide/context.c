/*
 * context.c — where in the language a cursor stands.  Layer: ide.
 *
 * In: the text before the cursor. Out: a Context. One walk from the top of the file finds what
 * is open: braces, a quotation, a text block, a comment; the rest is read from the statement.
 */
#include "ide/context.h"

#include "base/quote.h"
#include "base/utf8.h"

enum { MOST_DEEP = 256 };

typedef struct Walk {
    const char *text;
    uint32_t at, end;
    uint32_t statement;          /* where the one begins in which the cursor is */
    uint32_t owners[MOST_DEEP];  /* statements whose braces are open */
    uint32_t depth;
    uint32_t string;             /* of an open quotation, + 1; 0: none */
    uint32_t block;              /* of an open text block, + 1 */
    bool comment;
} Walk;

/* --- what is open ---------------------------------------------------------------------------- */

static bool three_quotes(const Walk *w)
{
    return w->at + 2 < w->end && memcmp(w->text + w->at, "\"\"\"", 3) == 0;
}

static void pass_block(Walk *w)
{
    w->block = w->at + 1;
    for (w->at += 3; w->at < w->end; w->at++)
        if (three_quotes(w)) {
            w->at += 3;
            w->block = 0;
            return;
        }
}

static bool quote_stands_at(const Walk *w, uint32_t at)
{
    return quote_at((Str){w->text + at, w->end - at}) > 0;
}

/* One that nothing closes ends with its line. */
static void pass_string(Walk *w)
{
    const char *from = w->text + w->at;
    const char *nl = memchr(from, '\n', w->end - w->at);
    Str inside, line = {from, nl != NULL ? (uint32_t)(nl - from) : w->end - w->at};
    uint32_t len = quote_first(line, &inside);
    w->string = len == 0 && nl == NULL ? w->at + 1 : 0;
    w->at += len > 0 ? len : line.len;
}

static void pass_comment(Walk *w)
{
    while (w->at < w->end && w->text[w->at] != '\n')
        w->at++;
    w->comment = w->at == w->end;
}

static uint32_t past_blanks(const Walk *w, uint32_t at)
{
    while (at < w->end && (w->text[at] == ' ' || w->text[at] == '\t'))
        at++;
    return at;
}

/* A comma at the end of a line goes on on the next. */
static bool goes_on(const Walk *w)
{
    uint32_t i = w->at;
    while (i > w->statement && (w->text[i - 1] == ' ' || w->text[i - 1] == '\r'))
        i--;
    return i > w->statement && w->text[i - 1] == ',';
}

static void pass_sign(Walk *w)
{
    char c = w->text[w->at];
    if (c == '{' && w->depth < MOST_DEEP)
        w->owners[w->depth++] = w->statement;
    if (c == '}' && w->depth > 0)
        w->depth--;
    bool ends = c == '{' || c == '}' || c == ';' || (c == '\n' && !goes_on(w));
    w->at++;
    if (ends)
        w->statement = past_blanks(w, w->at);
}

/* A `#` begins a comment where a word could not go on. */
static bool begins_comment(const Walk *w)
{
    return w->text[w->at] == '#' &&
           (w->at == 0 || w->text[w->at - 1] == ' ' || w->text[w->at - 1] == '\t' ||
            w->text[w->at - 1] == '\n');
}

static void walk(Walk *w)
{
    w->statement = past_blanks(w, 0);
    while (w->at < w->end) {
        if (three_quotes(w))
            pass_block(w);
        else if (quote_stands_at(w, w->at))
            pass_string(w);
        else if (begins_comment(w))
            pass_comment(w);
        else
            pass_sign(w);
    }
}

/* --- what stands around it ------------------------------------------------------------------- */

/* The thing whose head begins here, or the kind that its first words say. */
static bool find_owner(const Ide *ide, FileId file, uint32_t off, Context *c)
{
    const Model *m = ide->m;
    const Source *src = sources_get(ide->sources, file);
    for (DeclId d = 1; d < m->decls.len; d++) {
        const Decl *decl = model_decl(m, d);
        if (decl->head.file == file && decl->head.off == off && decl->kind != K_NONE &&
            decl->row_table == 0) {
            c->inside = d;
            c->kind = decl->kind;
            return true;
        }
    }
    TermId term;
    if (marks_prefix(m, (Span){file, off, src->len - off}, VG_KIND, K_NONE, &term) > 0)
        c->kind = vocab_term(term)->id;
    return term != 0;
}

/* A property may have a body too: then the thing further out is meant. */
static void find_around(const Ide *ide, FileId file, const Walk *w, Context *c)
{
    c->kind = K_FILE;
    for (uint32_t i = w->depth; i > 0; i--)
        if (find_owner(ide, file, w->owners[i - 1], c))
            return;
}

/* --- words before the cursor ----------------------------------------------------------------- */

static bool is_wordish(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c) || c == '_' || c == '-' ||
           (unsigned char)c >= 0x80;
}

static uint32_t word_start(const char *text, uint32_t from, uint32_t end)
{
    while (end > from && is_wordish(text[end - 1]))
        end--;
    return end;
}

static Str slice(const char *text, uint32_t from, uint32_t to)
{
    return (Str){text + from, to > from ? to - from : 0};
}

static TermId property_here(const Ide *ide, const Context *c, Str words)
{
    uint32_t len;
    Str folded = utf8_fold(ide->m->scratch, words);
    TermId term = vocab_find_prefix(VG_PROP, folded, c->kind, &len);
    DeclId same = c->inside == 0 ? 0 : model_decl(ide->m, c->inside)->same;
    if (term == 0 && same != 0)
        term = vocab_find_prefix(VG_PROP, folded, model_decl(ide->m, same)->kind, &len);
    return term != 0 ? term : vocab_default_prop((Kind)c->kind);
}

/* --- formulas -------------------------------------------------------------------------------- */

/* antall(tiltak der ansvar = …: the kind, and the property behind the last `der` or `og`. */
static void read_filter(const Ide *ide, const char *text, uint32_t from, uint32_t to, Context *c)
{
    uint32_t open = to;
    while (open > from && text[open - 1] != '(' && text[open - 1] != ')')
        open--;
    if (open == from || text[open - 1] != '(')
        return;
    Str words = utf8_fold(ide->m->scratch, slice(text, open, to));
    uint32_t len;
    TermId kind = vocab_find_prefix(VG_KIND, words, K_NONE, &len);
    uint32_t behind = 0;
    for (uint32_t i = 1; kind != 0 && i < words.len; i++) {
        TermId term = words.ptr[i - 1] != ' '
                          ? 0
                          : vocab_find_prefix(VG_CONNECTIVE, str_slice(words, i, words.len),
                                              K_NONE, &len);
        if (term != 0 && i + len <= words.len && vocab_term(term)->id != CON_IN)
            behind = i + len;
    }
    if (behind == 0)
        return;
    c->filtered = vocab_term(kind)->id;
    Str rest = str_trim(str_slice(words, behind, words.len));
    int64_t equals = str_find(rest, STR("="));
    if (equals > 0)
        c->property = vocab_find(VG_PROP, str_trim(str_slice(rest, 0, (uint32_t)equals)),
                                 c->filtered);
}

/* `from` is where the formula begins. */
static void read_formula(const Ide *ide, FileId file, const char *text, uint32_t from, uint32_t to,
                         Context *c)
{
    uint32_t word = word_start(text, from, to);
    uint32_t path = word;
    while (path > from && (is_wordish(text[path - 1]) || text[path - 1] == '.'))
        path--;
    c->where = AT_FORMULA;
    c->property = 0;
    c->typed = (Span){file, word, to - word};
    if (path < word)
        c->path = slice(text, path, word - 1);
    read_filter(ide, text, from, word, c);
}

/* --- prose ----------------------------------------------------------------------------------- */

static void read_prose(const Ide *ide, FileId file, const Walk *w, Context *c)
{
    uint32_t brace = w->end;
    uint32_t from = w->block + 2;
    while (brace > from && w->text[brace - 1] != '{' && w->text[brace - 1] != '}')
        brace--;
    if (brace > from && w->text[brace - 1] == '{') {
        read_formula(ide, file, w->text, brace, w->end, c);
        return;
    }
    uint32_t link = w->end;
    while (link > from && w->text[link - 1] != '(' && w->text[link - 1] != ')' &&
           w->text[link - 1] != ' ' && w->text[link - 1] != '\n')
        link--;
    if (link < from + 2 || w->text[link - 1] != '(' || w->text[link - 2] != ']')
        return;
    uint32_t word = w->end;
    while (word > link && w->text[word - 1] != ':')
        word--;
    c->where = AT_LINK;
    c->typed = (Span){file, word, w->end - word};
    if (word > link)
        c->path = slice(w->text, link, word - 1);
}

/* --- tables ---------------------------------------------------------------------------------- */

/* The first row of a table: no other one stands right above it. */
static bool is_first_row(const Walk *w, uint32_t line)
{
    if (line == 0)
        return true;
    return w->text[past_blanks(w, text_line_begin(w->text, line - 1))] != '|';
}

static void read_row(const Ide *ide, FileId file, const Walk *w, Context *c)
{
    uint32_t column = 0;
    uint32_t cell = w->statement;
    for (uint32_t i = w->statement; i < w->end; i++)
        if (w->text[i] == '|' && (i == 0 || w->text[i - 1] != '\\')) {
            column++;
            cell = i + 1;
        }
    cell = past_blanks(w, cell);
    c->typed = (Span){file, cell, w->end - cell};
    if (is_first_row(w, text_line_begin(w->text, w->statement))) {
        c->where = AT_HEAD;
        return;
    }
    const Decl *d = c->inside == 0 ? NULL : model_decl(ide->m, c->inside);
    const Table *t = d == NULL || d->table == 0 ? NULL : model_table(ide->m, d->table);
    if (memchr(w->text + cell, '=', w->end - cell) != NULL) {
        read_formula(ide, file, w->text, cell, w->end, c);
    } else if (t != NULL && column >= 1 && column <= t->cols.len) {
        c->where = AT_VALUE;
        c->cell = true;
        c->property = t->cols.at[column - 1].term;
    }
}

/* --- statements ------------------------------------------------------------------------------ */

static bool is_formula_type(TermId property)
{
    uint8_t type = vocab_term(property)->type;
    return type == VT_EXPR || type == VT_PATH || type == VT_KIND;
}

/* Behind the colon at `from`: the last of the values that commas part. */
static void read_value(const Ide *ide, FileId file, const Walk *w, uint32_t from, Context *c)
{
    uint32_t start = from;
    bool formula = is_formula_type(c->property);
    for (uint32_t i = from; i < w->end; i++) {
        if (w->string != 0 && i + 1 >= w->string)
            break;
        formula = formula || w->text[i] == '=';
        if (w->text[i] == ',')
            start = i + 1;
    }
    start = past_blanks(w, start);
    c->where = AT_VALUE;
    c->typed = (Span){file, start, w->end - start};
    if (w->string != 0) {
        c->quoted = true;
        c->typed = (Span){file, w->string - 1, w->end - w->string + 1};
    } else if (formula) {
        read_formula(ide, file, w->text, from, w->end, c);
    }
}

static void read_words(const Ide *ide, FileId file, const Walk *w, Context *c)
{
    Span head = {file, w->statement, w->end - w->statement};
    TermId kind;
    uint32_t len = marks_prefix(ide->m, head, VG_KIND, c->kind, &kind);
    bool behind = len > 0 && len < head.len;
    if (w->string != 0 && !(behind && vocab_term(kind)->id == K_AGAIN))
        return; /* a title is being written */
    c->where = AT_STATEMENT;
    c->typed = head;
    if (!behind)
        return;
    uint32_t word = w->string != 0 ? w->string - 1 : word_start(w->text, w->statement, w->end);
    c->where = vocab_term(kind)->id == K_AGAIN ? AT_NAME : AT_NOTHING;
    c->quoted = w->string != 0;
    c->typed = (Span){file, word, w->end - word};
}

static void read_statement(const Ide *ide, FileId file, const Walk *w, Context *c)
{
    uint32_t colon = w->statement;
    while (colon < w->end && w->text[colon] != ':' && !quote_stands_at(w, colon))
        colon++;
    if (colon == w->end || w->text[colon] != ':') {
        read_words(ide, file, w, c);
        return;
    }
    c->property = property_here(ide, c, slice(w->text, w->statement, colon));
    read_value(ide, file, w, past_blanks(w, colon + 1), c);
}

Context context_at(const Ide *ide, FileId file, uint32_t offset)
{
    const Source *src = sources_get(ide->sources, file);
    Walk w = {.text = src->text, .end = offset < src->len ? offset : src->len};
    Context c = {.where = AT_NOTHING, .typed = {file, w.end, 0}};
    walk(&w);
    if (w.statement > w.end)
        w.statement = w.end;
    find_around(ide, file, &w, &c);
    if (w.comment)
        return c;
    if (w.block != 0)
        read_prose(ide, file, &w, &c);
    else if (w.statement < w.end && w.text[w.statement] == '|')
        read_row(ide, file, &w, &c);
    else
        read_statement(ide, file, &w, &c);
    return c;
}
