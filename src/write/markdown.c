/*
 * markdown.c — a report as Markdown that GitHub shows as it is meant.  Layer: write.
 *
 * In: the blocks of a report. Out: CommonMark with GitHub's tables. Headings get their anchors
 * from GitHub itself (the report has made the same ones); other things that something links to
 * get an <a id>. What stands in an item of a list is moved in under its marker, line by line.
 */
#include "write/write.h"

#include "write/lists.h"
#include "write/md_table.h"
#include "write/md_text.h"
#include "write/prose.h"

enum { MAX_NESTING = 64 }; /* of lists; what is deeper is written at this depth */

typedef struct Page {
    Buf *out;
    const Report *report;
    size_t indent; /* of every line but empty ones, and the first of an item */
    int depth;     /* lists that are open */
} Page;

static void put_blocks(Page *page, const Block *first, bool tight);

/* Where a line begins. */
static void start_line(const Page *page)
{
    buf_fill(page->out, ' ', page->indent);
}

/* --- small blocks ---------------------------------------------------------------------------- */

static void put_heading(const Page *page, const Block *b)
{
    Buf *out = page->out;
    start_line(page);
    buf_repeat(out, "#", b->level);
    buf_char(out, ' ');
    if (b->number.len > 0) {
        md_put_text(out, b->number, false);
        buf_char(out, ' ');
    }
    md_put_runs(out, &b->text, false);
    buf_char(out, '\n');
}

static void put_line(const Page *page, const Block *b)
{
    start_line(page);
    if (b->linked)
        md_put_anchor(page->out, b->anchor);
    md_put_runs(page->out, &b->text, !b->linked);
    buf_char(page->out, '\n');
}

static void put_field(Buf *out, const Field *f)
{
    buf_cstr(out, "**");
    md_put_text(out, f->label, false);
    buf_cstr(out, ":** ");
    md_put_runs(out, &f->value, false);
}

static void put_fields(const Page *page, const Fields *fields)
{
    for (uint32_t i = 0; i < fields->len; i++) {
        start_line(page);
        buf_cstr(page->out, "- ");
        put_field(page->out, &fields->at[i]);
        buf_char(page->out, '\n');
    }
}

static void put_note(const Page *page, const Block *b)
{
    start_line(page);
    buf_cstr(page->out, "> ");
    md_put_runs(page->out, &b->text, true);
    buf_char(page->out, '\n');
}

static const char *as_commonmark(CommonMark *c, const Prose *p)
{
    (void)p;
    return cmark_render_commonmark(c->root, CMARK_OPT_DEFAULT, 0);
}

/* Text of several lines. */
static void put_moved(const Page *page, Str text)
{
    while (text.len > 0) {
        int64_t end = str_find(text, STR("\n"));
        uint32_t len = end < 0 ? text.len : (uint32_t)end;
        if (len > 0)
            start_line(page);
        buf_put(page->out, text.ptr, len);
        buf_char(page->out, '\n');
        text = str_slice(text, end < 0 ? len : len + 1, text.len);
    }
}

static void put_prose(const Page *page, const Prose *p)
{
    Arena own;
    Buf alone;
    if (page->indent == 0) {
        prose_put(page->out, p, as_commonmark);
        return;
    }
    arena_open_inner(&own, page->out->arena);
    buf_init(&alone, &own);
    prose_put(&alone, p, as_commonmark);
    put_moved(page, buf_view(&alone));
    arena_close_inner(&own, page->out->arena);
}

static void put_caption(Buf *out, const Block *table, const Grid *grid)
{
    md_put_strong(out, &table->text);
    if (grid->unit.len == 0)
        return;
    buf_cstr(out, " (");
    md_put_text(out, grid->unit, false);
    buf_char(out, ')');
}

static void put_table(const Page *page, const Block *b)
{
    Buf *out = page->out;
    Arena own;
    arena_open_inner(&own, out->arena);
    const Grid *grid = report_grid(page->report, b, &own);
    if (b->linked || b->text.len > 0)
        start_line(page);
    if (b->linked)
        md_put_anchor(out, b->anchor);
    if (b->text.len > 0)
        put_caption(out, b, grid);
    if (b->linked || b->text.len > 0)
        buf_cstr(out, "\n\n");
    md_put_table(out, grid, page->indent, &own);
    arena_close_inner(&own, out->arena);
}

/* --- lists ----------------------------------------------------------------------------------- */

/* Paragraphs and tables need room; a list of titles does not. */
static bool is_tight(const Block *list)
{
    for (const Block *item = list->first; item != NULL; item = item->next)
        for (const Block *b = item->first; b != NULL; b = b->next)
            if (b->kind != BLOCK_FIELDS && b->kind != BLOCK_CHART &&
                !(b->kind == BLOCK_LIST && is_tight(b)))
                return false;
    return true;
}

static void put_item_head(Buf *out, const Block *item, bool ordered)
{
    if (item->linked)
        md_put_anchor(out, item->anchor);
    if (!ordered && item->number.len > 0) {
        buf_cstr(out, "**");
        md_put_text(out, item->number, false);
        buf_cstr(out, "** ");
    }
    md_put_runs(out, &item->text, !item->linked && (ordered || item->number.len == 0));
    buf_char(out, '\n');
}

static void put_item(Page *page, const Block *item, bool ordered, bool tight)
{
    Buf *out = page->out;
    size_t around = page->indent;
    start_line(page);
    if (ordered) {
        buf_str(out, item->number);
        buf_cstr(out, ". ");
    } else {
        buf_cstr(out, "- ");
    }
    put_item_head(out, item, ordered);
    if (item->first != NULL && !tight)
        buf_char(out, '\n');
    if (page->depth < MAX_NESTING)
        page->indent += ordered ? item->number.len + 2 : 2;
    page->depth++;
    put_blocks(page, item->first, tight);
    page->depth--;
    page->indent = around;
}

static void put_list(Page *page, const Block *list)
{
    bool ordered = list_is_ordered(list, NULL);
    bool tight = is_tight(list);
    for (const Block *item = list->first; item != NULL; item = item->next) {
        put_item(page, item, ordered, tight);
        if (item->next != NULL && !tight)
            buf_char(page->out, '\n');
    }
}

/* --- blocks ---------------------------------------------------------------------------------- */

static void put_block(Page *page, const Block *b)
{
    switch ((BlockKind)b->kind) {
    case BLOCK_HEADING: put_heading(page, b); break;
    case BLOCK_ITEM:
    case BLOCK_LINE: put_line(page, b); break;
    case BLOCK_PROSE: put_prose(page, b->prose); break;
    case BLOCK_FIELDS: put_fields(page, &b->fields); break;
    case BLOCK_LIST: put_list(page, b); break;
    case BLOCK_TABLE: put_table(page, b); break;
    case BLOCK_CHART: break; /* see printed */
    case BLOCK_NOTE: put_note(page, b); break;
    case BLOCK_FOLD: put_blocks(page, b->first, false); break; /* text has no folds */
    }
}

/* Two lists in a row would be one: a comment parts them. */
static bool is_bullets(const Block *b)
{
    return b->kind == BLOCK_FIELDS || (b->kind == BLOCK_LIST && !list_is_ordered(b, NULL));
}

static bool run_together(const Block *a, const Block *b)
{
    if (is_bullets(a) && is_bullets(b))
        return true;
    return a->kind == BLOCK_LIST && b->kind == BLOCK_LIST && list_is_ordered(a, NULL) &&
           list_is_ordered(b, NULL);
}

/* Text draws no charts; what they show stands in the block before. */
static const Block *printed(const Block *b)
{
    while (b != NULL && b->kind == BLOCK_CHART)
        b = b->next;
    return b;
}

static void put_blocks(Page *page, const Block *first, bool tight)
{
    for (const Block *b = printed(first), *next; b != NULL; b = next) {
        next = printed(b->next);
        put_block(page, b);
        if (next == NULL || tight)
            continue;
        buf_char(page->out, '\n');
        if (run_together(b, next)) {
            start_line(page);
            buf_cstr(page->out, "<!-- -->\n\n");
        }
    }
}

/* --- the head -------------------------------------------------------------------------------- */

static void put_meta(Buf *out, const Fields *meta)
{
    for (uint32_t i = 0; i < meta->len; i++) {
        if (i > 0)
            buf_cstr(out, " · ");
        put_field(out, &meta->at[i]);
    }
    if (meta->len > 0)
        buf_cstr(out, "\n\n");
}

/* "- [2 Tittel](#2-tittel)" */
static void put_chapter(Buf *out, const Block *heading)
{
    Buf url, name;
    buf_init(&url, out->arena);
    buf_init(&name, out->arena);
    buf_char(&url, '#');
    buf_str(&url, heading->anchor);
    buf_str(&name, heading->number);
    buf_cstr(&name, heading->number.len > 0 ? " " : "");
    for (uint32_t i = 0; i < heading->text.len; i++)
        buf_str(&name, heading->text.at[i].text);
    Target to = {buf_view(&url)};
    Run link = {buf_view(&name), &to, RUN_PLAIN};
    buf_repeat(out, "  ", heading->level > 2 ? heading->level - 2u : 0);
    buf_cstr(out, "- ");
    md_put_runs(out, &(Runs){&link, 1, 1}, true);
    buf_char(out, '\n');
}

static void put_contents(Buf *out, const Report *r)
{
    if (!contents_needed(r))
        return;
    buf_cstr(out, "## ");
    md_put_text(out, r->contents_head, false);
    buf_cstr(out, "\n\n");
    for (const Block *b = r->body.first; b != NULL; b = b->next)
        if (contents_take(b))
            put_chapter(out, b);
    buf_char(out, '\n');
}

void write_markdown(Buf *out, const Report *r)
{
    Page page = {.out = out, .report = r};
    buf_cstr(out, "# ");
    md_put_text(out, r->title, false);
    buf_cstr(out, "\n\n");
    put_meta(out, &r->meta);
    put_contents(out, r);
    put_blocks(&page, r->body.first, false);
}
