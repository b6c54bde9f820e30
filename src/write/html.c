/*
 * html.c — a report as one accessible web page.  Layer: write.
 *
 * In: the blocks of a report. Out: HTML that stands alone: no script, no other file, nothing
 * fetched but the pictures that the prose names. The plan's language is the page's; headings go
 * down level by level; whoever uses a keyboard can skip to the content.
 */
#include "write/write.h"

#include "write/html_chart.h"
#include "write/html_table.h"
#include "write/html_text.h"
#include "write/lists.h"
#include "write/prose.h"

#include "embed.h"

EMBEDDED_FILES(page);

static void put_blocks(Buf *out, const Report *r, const Block *first);

/* --- small blocks ---------------------------------------------------------------------------- */

static void put_anchor(Buf *out, const Block *b)
{
    if (b->linked)
        html_put_attribute(out, "id", b->anchor);
}

/* "2.1 Tittel": the number is no part of the text. */
static void put_numbered(Buf *out, const Block *b)
{
    if (b->number.len > 0) {
        html_put_text(out, b->number);
        buf_char(out, ' ');
    }
    html_put_runs(out, &b->text);
}

static void put_heading(Buf *out, const Block *b)
{
    buf_printf(out, "<h%u", (unsigned)b->level);
    html_put_attribute(out, "id", b->anchor);
    buf_char(out, '>');
    put_numbered(out, b);
    buf_printf(out, "</h%u>\n", (unsigned)b->level);
}

static void put_line(Buf *out, const Block *b)
{
    buf_cstr(out, "<p");
    put_anchor(out, b);
    buf_char(out, '>');
    html_put_runs(out, &b->text);
    buf_cstr(out, "</p>\n");
}

static void put_note(Buf *out, const Block *b)
{
    buf_cstr(out, "<p class=\"note\">");
    html_put_runs(out, &b->text);
    buf_cstr(out, "</p>\n");
}

static void put_fields(Buf *out, const Fields *fields)
{
    buf_cstr(out, "<dl>\n");
    for (uint32_t i = 0; i < fields->len; i++) {
        buf_cstr(out, "<div><dt>");
        html_put_text(out, fields->at[i].label);
        buf_cstr(out, "</dt><dd>");
        html_put_runs(out, &fields->at[i].value);
        buf_cstr(out, "</dd></div>\n");
    }
    buf_cstr(out, "</dl>\n");
}

/* --- prose ----------------------------------------------------------------------------------- */

/* A block of its own, since cmark's headings have no id. */
static void name_heading(CommonMark *c, cmark_node *heading, Str anchor)
{
    int level = cmark_node_get_heading_level(heading);
    cmark_node *named = commonmark_node(c, CMARK_NODE_CUSTOM_BLOCK);
    Buf open, close;
    buf_init(&open, &c->arena);
    buf_init(&close, &c->arena);
    buf_printf(&open, "<h%d", level);
    html_put_attribute(&open, "id", anchor);
    buf_char(&open, '>');
    buf_printf(&close, "</h%d>", level);
    cmark_node_set_on_enter(named, open.ptr);
    cmark_node_set_on_exit(named, close.ptr);
    cmark_node_insert_before(heading, named);
    for (cmark_node *child; (child = cmark_node_first_child(heading)) != NULL;)
        cmark_node_append_child(named, child);
    cmark_node_free(heading);
}

/* All of them, in quotations and lists too: Prose.headings counts those as well. */
static void name_headings(CommonMark *c, const Prose *p)
{
    uint32_t n = 0;
    cmark_iter *it = cmark_iter_new(c->root);
    for (cmark_event_type ev; (ev = cmark_iter_next(it)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(it);
        if (ev == CMARK_EVENT_EXIT && cmark_node_get_type(node) == CMARK_NODE_HEADING &&
            n < p->headings.len)
            name_heading(c, node, p->headings.at[n++]);
    }
}

static const char *as_html(CommonMark *c, const Prose *p)
{
    name_headings(c, p);
    return cmark_render_html(c->root, CMARK_OPT_DEFAULT);
}

/* --- lists ----------------------------------------------------------------------------------- */

static void put_item(Buf *out, const Report *r, const Block *item, bool ordered)
{
    buf_cstr(out, "<li");
    put_anchor(out, item);
    buf_char(out, '>');
    if (!ordered && item->number.len > 0) {
        buf_cstr(out, "<strong>");
        html_put_text(out, item->number);
        buf_cstr(out, "</strong> ");
    }
    html_put_runs(out, &item->text);
    if (item->first != NULL) {
        buf_char(out, '\n');
        put_blocks(out, r, item->first);
    }
    buf_cstr(out, "</li>\n");
}

static void put_list(Buf *out, const Report *r, const Block *list)
{
    uint32_t start;
    bool ordered = list_is_ordered(list, &start);
    if (ordered && start != 1)
        buf_printf(out, "<ol start=\"%u\">\n", (unsigned)start);
    else
        buf_cstr(out, ordered ? "<ol>\n" : "<ul>\n");
    for (const Block *item = list->first; item != NULL; item = item->next)
        put_item(out, r, item, ordered);
    buf_cstr(out, ordered ? "</ol>\n" : "</ul>\n");
}

/* --- blocks ---------------------------------------------------------------------------------- */

/* Closed on a screen, whole on paper (page.css). */
static void put_fold(Buf *out, const Report *r, const Block *fold)
{
    buf_cstr(out, "<details>\n<summary>");
    html_put_runs(out, &fold->text);
    buf_cstr(out, "</summary>\n");
    put_blocks(out, r, fold->first);
    buf_cstr(out, "</details>\n");
}

static void put_block(Buf *out, const Report *r, const Block *b)
{
    switch ((BlockKind)b->kind) {
    case BLOCK_HEADING: put_heading(out, b); break;
    case BLOCK_ITEM:
    case BLOCK_LINE: put_line(out, b); break;
    case BLOCK_PROSE: prose_put(out, b->prose, as_html); break;
    case BLOCK_FIELDS: put_fields(out, &b->fields); break;
    case BLOCK_LIST: put_list(out, r, b); break;
    case BLOCK_TABLE: html_put_table(out, r, b); break;
    case BLOCK_CHART: html_put_chart(out, b->chart); break;
    case BLOCK_NOTE: put_note(out, b); break;
    case BLOCK_FOLD: put_fold(out, r, b); break;
    }
}

static void put_blocks(Buf *out, const Report *r, const Block *first)
{
    for (const Block *b = first; b != NULL; b = b->next)
        put_block(out, r, b);
}

/* --- the page -------------------------------------------------------------------------------- */

static void put_chapter_link(Buf *out, const Block *b)
{
    buf_cstr(out, "<li><a href=\"#");
    html_put_text(out, b->anchor);
    buf_cstr(out, "\">");
    put_numbered(out, b);
    buf_cstr(out, "</a>");
}

/* A list in a list for each level; a chapter may be more than one level deeper than the last. */
static void put_contents(Buf *out, const Report *r)
{
    uint32_t depth = 0;
    uint8_t levels[HEADING_MAX + 1];
    if (!contents_needed(r))
        return;
    buf_cstr(out, "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
    html_put_text(out, r->contents_head);
    buf_cstr(out, "</h2>\n");
    for (const Block *b = r->body.first; b != NULL; b = b->next) {
        if (!contents_take(b))
            continue;
        while (depth > 1 && b->level < levels[depth - 1]) {
            buf_cstr(out, "</li>\n</ul>\n");
            depth--;
        }
        if (depth == 0 || b->level > levels[depth - 1]) {
            buf_cstr(out, "\n<ul>\n");
            levels[depth++] = b->level;
        } else {
            buf_cstr(out, "</li>\n");
        }
        put_chapter_link(out, b);
    }
    while (depth-- > 0)
        buf_cstr(out, "</li>\n</ul>\n");
    buf_cstr(out, "</nav>\n");
}

static void put_head(Buf *out, const Report *r)
{
    buf_cstr(out, "<!DOCTYPE html>\n<html");
    html_put_attribute(out, "lang", r->lang_tag);
    buf_cstr(out, ">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                  "style-src 'unsafe-inline'; img-src 'self' https:; base-uri 'none'; "
                  "form-action 'none'\">\n"
                  "<meta name=\"generator\" content=\"hplanc\">\n<title>");
    html_put_text(out, r->title.len > 0 ? r->title : STR("hplan"));
    buf_cstr(out, "</title>\n<style>\n");
    for (size_t i = 0; i < page_file_count; i++)
        buf_put(out, page_files[i].text, page_files[i].len);
    buf_cstr(out, "</style>\n</head>\n");
}

void write_html(Buf *out, const Report *r)
{
    put_head(out, r);
    buf_cstr(out, "<body>\n<a class=\"skip\" href=\"#main\">");
    html_put_text(out, r->skip_text);
    buf_cstr(out, "</a>\n<header>\n<h1>");
    html_put_text(out, r->title.len > 0 ? r->title : STR("hplan"));
    buf_cstr(out, "</h1>\n");
    if (r->meta.len > 0)
        put_fields(out, &r->meta);
    buf_cstr(out, "</header>\n");
    put_contents(out, r);
    buf_cstr(out, "<main id=\"main\" tabindex=\"-1\">\n");
    put_blocks(out, r, r->body.first);
    buf_cstr(out, "</main>\n</body>\n</html>\n");
}
