/*
 * prose.c — text blocks, parsed and made ready to be printed.  Layer: write.
 */
#include "write/prose.h"

/* --- figures --------------------------------------------------------------------------------- */

/* The number after a PROSE_FIGURE_OPEN and the length of it all; 0: it is no figure. */
static uint32_t figure_at(Str s, uint32_t at, uint32_t *number)
{
    uint32_t i = at + (uint32_t)strlen(PROSE_FIGURE_OPEN);
    uint32_t n = 0;
    for (; i < s.len && ascii_is_digit(s.ptr[i]); i++)
        n = n * 10u + (uint32_t)(s.ptr[i] - '0');
    if (!str_starts(str_slice(s, i, s.len), STR(PROSE_FIGURE_CLOSE)))
        return 0;
    *number = n;
    return i + (uint32_t)strlen(PROSE_FIGURE_CLOSE) - at;
}

/* The text with its figures; NULL where it has none. */
static const char *filled(Arena *a, const Prose *p, const char *text)
{
    if (text == NULL || strstr(text, PROSE_FIGURE_OPEN) == NULL)
        return NULL;
    Str s = str_from(text);
    Buf b;
    buf_init(&b, a);
    for (uint32_t i = 0; i < s.len;) {
        uint32_t number = 0;
        uint32_t len = 0;
        if (str_starts(str_slice(s, i, s.len), STR(PROSE_FIGURE_OPEN)))
            len = figure_at(s, i, &number);
        if (len > 0 && number < p->figures.len)
            buf_str(&b, p->figures.at[number]);
        else
            buf_char(&b, s.ptr[i]);
        i += len > 0 ? len : 1;
    }
    return arena_copy(a, b.ptr, b.len);
}

static void fill_node(Arena *a, const Prose *p, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
        const char *url = filled(a, p, cmark_node_get_url(node));
        const char *title = filled(a, p, cmark_node_get_title(node));
        if (url != NULL)
            cmark_node_set_url(node, url);
        if (title != NULL)
            cmark_node_set_title(node, title);
        return;
    }
    const char *literal = filled(a, p, cmark_node_get_literal(node));
    if (literal != NULL)
        cmark_node_set_literal(node, literal);
}

/* --- links ----------------------------------------------------------------------------------- */

/* The node's children take its place. */
static void unwrap(cmark_node *node)
{
    for (cmark_node *child = cmark_node_first_child(node); child != NULL;) {
        cmark_node *next = cmark_node_next(child);
        cmark_node_insert_before(node, child);
        child = next;
    }
    cmark_node_free(node);
}

static bool is_safe(const char *url)
{
    static const char *const bad[] = {"javascript:", "vbscript:", "data:", "file:"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        size_t k = 0;
        while (bad[i][k] != '\0' && (url[k] | 0x20) == (bad[i][k] | 0x20))
            k++;
        if (bad[i][k] == '\0')
            return false;
    }
    return true;
}

static void lead_link(Arena *a, const Prose *p, cmark_node *node)
{
    const char *url = cmark_node_get_url(node);
    for (uint32_t i = 0; i < p->links.len; i++) {
        const ProseLink *link = &p->links.at[i];
        if (!str_eq(link->written, str_from(url)))
            continue;
        Str to = link->to != NULL ? link->to->url : STR_NONE;
        if (to.len == 0)
            unwrap(node);
        else
            cmark_node_set_url(node, arena_copy(a, to.ptr, to.len));
        return;
    }
    if (!is_safe(url))
        unwrap(node);
}

/* --- raw HTML -------------------------------------------------------------------------------- */

/* A comment goes; anything else is shown as the text it is. */
static void tame_html(CommonMark *c, cmark_node *node)
{
    Str html = commonmark_trimmed(str_from(cmark_node_get_literal(node)));
    if (!commonmark_is_comment(html)) {
        char *text = arena_copy(&c->arena, html.ptr, html.len);
        for (char *s = text; *s != '\0'; s++)
            if (*s == '\n' || *s == '\r')
                *s = ' ';
        cmark_node *plain = commonmark_node(c, CMARK_NODE_TEXT);
        cmark_node_set_literal(plain, text);
        cmark_node *fresh = plain;
        if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
            fresh = commonmark_node(c, CMARK_NODE_PARAGRAPH);
            cmark_node_append_child(fresh, plain);
        }
        cmark_node_insert_before(node, fresh);
    }
    cmark_node_free(node);
}

/* --- the walk -------------------------------------------------------------------------------- */

static void lower_heading(const Prose *p, cmark_node *node)
{
    int level = cmark_node_get_heading_level(node) + p->level;
    cmark_node_set_heading_level(node, level > HEADING_MAX ? HEADING_MAX : level);
}

/* Nodes are changed when they are left, so that what is taken out has been walked through. */
static void make_ready(CommonMark *c, const Prose *p)
{
    Arena *a = &c->arena;
    cmark_iter *it = cmark_iter_new(c->root);
    for (cmark_event_type ev; (ev = cmark_iter_next(it)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(it);
        cmark_node_type type = cmark_node_get_type(node);
        if (ev == CMARK_EVENT_ENTER) {
            fill_node(a, p, node);
            if (type == CMARK_NODE_HEADING)
                lower_heading(p, node);
            if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
                tame_html(c, node);
        } else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
            lead_link(a, p, node);
        }
    }
    cmark_consolidate_text_nodes(c->root);
}

void prose_put(Buf *out, const Prose *p, ProseRender *render)
{
    CommonMark c;
    commonmark_begin(&c, out->arena, p->source);
    make_ready(&c, p);
    buf_cstr(out, render(&c, p));
    commonmark_end(&c);
}
