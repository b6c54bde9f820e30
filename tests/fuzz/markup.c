/* markup.c: see markup.h. */
#include "fuzz/markup.h"

#include "fuzz/fuzz.h"

#include <cmark.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

enum { DEPTH = 1024, ATTRIBUTE = 64 };

static bool is_harmful(const char *url)
{
    return strncmp(url, "javascript:", 11) == 0 || strncmp(url, "vbscript:", 9) == 0 ||
           strncmp(url, "data:", 5) == 0 || strncmp(url, "file:", 5) == 0;
}

/* ---- Markdown ------------------------------------------------------------------------------- */

static bool is_anchor(const char *html)
{
    static const char head[] = "<a id=\"", tail[] = "\">";
    if (strncmp(html, head, sizeof head - 1) != 0)
        return false;
    const char *id = html + sizeof head - 1;
    size_t len = strcspn(id, "<>\"'& \n");
    return strcmp(id + len, tail) == 0 || strncmp(id + len, "\"></a>", 6) == 0;
}

/* What the writer itself puts in: an anchor, and an empty comment between two lists. */
static bool is_ours(const char *html)
{
    return strncmp(html, "<!-- -->", 8) == 0 || strcmp(html, "</a>") == 0 || is_anchor(html);
}

void markup_check_markdown(const char *text, size_t len)
{
    cmark_node *root = cmark_parse_document(text, len, CMARK_OPT_DEFAULT);
    cmark_iter *it = cmark_iter_new(root);
    while (cmark_iter_next(it) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(it);
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
            FUZZ_HOLDS(is_ours(cmark_node_get_literal(node)));
        if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
            FUZZ_HOLDS(!is_harmful(cmark_node_get_url(node)));
    }
    cmark_iter_free(it);
    cmark_node_free(root);
}

/* ---- HTML ----------------------------------------------------------------------------------- */

/* The elements of a page, and which attributes each may have. */
typedef struct Element {
    const char *name, *attributes;
    bool empty; /* has no end */
} Element;

static const Element elements[] = {
    {"html", " lang ", false},
    {"head", "", false},
    {"meta", " charset name content http-equiv ", true},
    {"title", "", false},
    {"style", "", false},
    {"body", "", false},
    {"header", "", false},
    {"main", " id tabindex ", false},
    {"nav", " aria-labelledby ", false},
    {"h1", " id ", false},
    {"h2", " id ", false},
    {"h3", " id ", false},
    {"h4", " id ", false},
    {"h5", " id ", false},
    {"h6", " id ", false},
    {"p", " id class ", false},
    {"div", " class role tabindex aria-label aria-hidden style ", false},
    {"span", " class style ", false},
    {"i", "", false},
    {"b", " style ", false},
    {"svg", " class x y ", false},
    {"g", " class ", false},
    {"line", " x1 y1 x2 y2 ", true},
    {"path", " d ", true},
    {"dl", "", false},
    {"dt", "", false},
    {"dd", "", false},
    {"ul", "", false},
    {"ol", " start ", false},
    {"li", " id ", false},
    {"table", " id ", false},
    {"caption", "", false},
    {"thead", "", false},
    {"tbody", "", false},
    {"tr", " id class ", false},
    {"th", " scope class rowspan colspan ", false},
    {"td", " class rowspan ", false},
    {"a", " href class title ", false},
    {"details", "", false},
    {"summary", "", false},
    {"strong", "", false},
    {"em", "", false},
    {"code", " class ", false},
    {"pre", "", false},
    {"blockquote", "", false},
    {"img", " src alt title ", true},
    {"hr", "", true},
    {"br", "", true},
};

typedef struct Page {
    const Element *open[DEPTH];
    size_t depth;
    json_t *ids, *links; /* sets: what leads nowhere is known at the end */
} Page;

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

static const Element *element_named(const char *name, size_t len)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strlen(elements[i].name) == len && memcmp(elements[i].name, name, len) == 0)
            return &elements[i];
    return NULL;
}

static size_t name_length(const char *at)
{
    size_t len = 0;
    while (is_name(at[len]))
        len++;
    return len;
}

/* A `&` begins one of the references that the writers know; behind it. */
static const char *past_reference(const char *at)
{
    static const char *const known[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#x27;"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strncmp(at, known[i], strlen(known[i])) == 0)
            return at + strlen(known[i]);
    fuzz_fail("a reference begins here", at, 0);
}

/* As a browser reads it: `%C3%A6` is a letter. */
static void decode(char *text)
{
    char *to = text;
    unsigned byte = 0;
    for (; *text != '\0'; text++) {
        bool coded = *text == '%' && strspn(text + 1, "0123456789ABCDEFabcdef") >= 2 &&
                     sscanf(text + 1, "%2x", &byte) == 1;
        *to++ = coded ? (char)byte : *text;
        text += coded ? 2 : 0;
    }
    *to = '\0';
}

static void note_value(Page *page, const char *name, const char *value, size_t len)
{
    char text[4096];
    if (len >= sizeof text)
        return;
    memcpy(text, value, len);
    text[len] = '\0';
    if (strcmp(name, "id") == 0) {
        FUZZ_HOLDS(json_object_get(page->ids, text) == NULL);
        (void)json_object_set_new(page->ids, text, json_true());
    } else if (strcmp(name, "style") == 0) {
        FUZZ_HOLDS(strspn(text, "margin-left:0123456789.%;widthop") == len); /* places of a chart */
    } else if (strcmp(name, "href") == 0 || strcmp(name, "src") == 0) {
        FUZZ_HOLDS(!is_harmful(text));
        decode(text);
        if (text[0] == '#' && text[1] != '\0')
            (void)json_object_set_new(page->links, text + 1, json_true());
    }
}

/* ` name="value"`; behind it. */
static const char *attribute(Page *page, const Element *element, const char *at)
{
    char name[ATTRIBUTE], padded[ATTRIBUTE + 2];
    size_t len = name_length(++at);
    FUZZ_HOLDS(len > 0 && len < sizeof name);
    memcpy(name, at, len);
    name[len] = '\0';
    (void)snprintf(padded, sizeof padded, " %s ", name);
    FUZZ_HOLDS(strstr(element->attributes, padded) != NULL);
    at += len;
    FUZZ_HOLDS(strncmp(at, "=\"", 2) == 0);
    const char *value = at + 2;
    for (at = value; *at != '"';) {
        FUZZ_HOLDS(*at != '\0' && *at != '<' && *at != '>');
        at = *at == '&' ? past_reference(at) : at + 1;
    }
    note_value(page, name, value, (size_t)(at - value));
    return at + 1;
}

static const char *start_tag(Page *page, const char *at)
{
    size_t len = name_length(at + 1);
    const Element *element = element_named(at + 1, len);
    FUZZ_HOLDS(element != NULL);
    at += 1 + len;
    while (*at == ' ' && at[1] != '/')
        at = attribute(page, element, at);
    if (strncmp(at, " /", 2) == 0 && element->empty)
        at += 2;
    FUZZ_HOLDS(*at == '>');
    if (!element->empty) {
        FUZZ_HOLDS(page->depth < DEPTH);
        page->open[page->depth++] = element;
    }
    if (strcmp(element->name, "style") == 0)
        at = strstr(at, "</style>") - 1;
    return at + 1;
}

static const char *end_tag(Page *page, const char *at)
{
    size_t len = name_length(at + 2);
    FUZZ_HOLDS(page->depth > 0 && page->open[--page->depth] == element_named(at + 2, len));
    FUZZ_HOLDS(at[2 + len] == '>');
    return at + 3 + len;
}

static const char *tag(Page *page, const char *at)
{
    static const char *const whole[] = {"<!DOCTYPE html>", "<!-- raw HTML omitted -->"};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (strncmp(at, whole[i], strlen(whole[i])) == 0)
            return at + strlen(whole[i]);
    return at[1] == '/' ? end_tag(page, at) : start_tag(page, at);
}

void markup_check_html(const char *text)
{
    Page page = {.ids = json_object(), .links = json_object()};
    const char *link;
    json_t *there;
    for (const char *at = text; *at != '\0';) {
        FUZZ_HOLDS(*at != '>');
        at = *at == '<' ? tag(&page, at) : *at == '&' ? past_reference(at) : at + 1;
    }
    FUZZ_HOLDS(page.depth == 0);
    json_object_foreach(page.links, link, there) if (json_object_get(page.ids, link) == NULL)
        fuzz_fail("the link leads somewhere", link, 0);
    json_decref(page.ids);
    json_decref(page.links);
}
