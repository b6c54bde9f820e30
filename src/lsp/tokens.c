/*
 * tokens.c — every word with its meaning, for colours.  Layer: lsp.
 *
 * Five numbers a token: lines and columns since the one before, its length, its type, and a bit
 * for "declaration".
 */
#include "lsp/tokens.h"
#include "lsp/methods.h"
#include "lsp/places.h"

enum { NO_TYPE = -1, IS_DECLARATION = 1 };

/* TOKEN(name, type): the types are the protocol's own, so that every theme knows them. Prose is
 * none of them: what a grammar makes of its Markdown is better than one colour. */
#define TOKEN_TYPES(TOKEN)      \
    TOKEN(COMMENT, "comment")   \
    TOKEN(KIND, "keyword")      \
    TOKEN(PROPERTY, "property") \
    TOKEN(VALUE, "enumMember")  \
    TOKEN(FUNCTION, "function") \
    TOKEN(ROLE, "modifier")     \
    TOKEN(NAME, "variable")     \
    TOKEN(TITLE, "string")      \
    TOKEN(FIGURE, "number")     \
    TOKEN(UNIT, "type")         \
    TOKEN(CODE, "class")        \
    TOKEN(OPERATOR, "operator")

/* The legend's order is that of the list. */
enum {
#define TOKEN(name, type) TYPE_##name,
    TOKEN_TYPES(TOKEN)
#undef TOKEN
};

static int type_of(hplan_ide_class kind)
{
    switch (kind) {
#define TOKEN(name, type) \
    case HPLAN_CLASS_##name: return TYPE_##name;
        TOKEN_TYPES(TOKEN)
#undef TOKEN
    case HPLAN_CLASS_PROSE:
    case HPLAN_CLASS_COUNT: break;
    }
    return NO_TYPE;
}

json_t *tokens_legend(void)
{
    json_t *types = json_array();
#define TOKEN(name, type) (void)json_array_append_new(types, json_string(type));
    TOKEN_TYPES(TOKEN)
#undef TOKEN
    return json_pack("{s:o, s:[s]}", "tokenTypes", types, "tokenModifiers", "declaration");
}

static json_t *data_of(const Server *s, Group *g, const hplan_ide_tokens *tokens,
                       hplan_range within)
{
    Encoding encoding = s->w.documents.encoding;
    Lines *lines = group_lines(g, within.file);
    Position before = {0, 0};
    json_t *data = json_array();
    for (size_t i = 0; i < tokens->count; i++) {
        const hplan_ide_token *token = &tokens->at[i];
        int type = type_of(token->kind);
        if (type == NO_TYPE || token->range.end <= within.start || token->range.start >= within.end)
            continue;
        Position at = lines_position(lines, token->range.start, encoding);
        size_t len = columns_of(lines->text + token->range.start,
                                token->range.end - token->range.start, encoding);
        size_t column = at.line == before.line ? at.column - before.column : at.column;
        (void)json_array_append_new(data, json_of_size(at.line - before.line));
        (void)json_array_append_new(data, json_of_size(column));
        (void)json_array_append_new(data, json_of_size(len));
        (void)json_array_append_new(data, json_integer(type));
        (void)json_array_append_new(data, json_integer(token->declares ? IS_DECLARATION : 0));
        before = at;
    }
    return data;
}

static json_t *tokens_in(const Server *s, const Asked *at, hplan_range within)
{
    hplan_ide_tokens tokens = {0};
    if (at->group == NULL || hplan_ide_tokens_of(at->group->s, at->file, &tokens) != HPLAN_OK)
        return json_pack("{s:[]}", "data");
    return json_pack("{s:o}", "data", data_of(s, at->group, &tokens, within));
}

json_t *tokens_full(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    if (!place_asked(s, params, &at, f))
        return NULL;
    return tokens_in(s, &at, (hplan_range){at.file, 0, at.doc->text.len});
}

json_t *tokens_range(Server *s, const json_t *params, Failure *f)
{
    Asked at;
    hplan_range range;
    if (!place_asked_range(s, params, &at, &range, f))
        return NULL;
    return tokens_in(s, &at, range);
}
