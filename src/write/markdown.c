/*
 * markdown.c — a report as Markdown that GitHub shows as it is meant.  Layer: write.
 *
 * In: the blocks of a report. Out: CommonMark with GitHub's tables. Headings get their anchors
 * from GitHub itself (the report has made the same ones); other things that something links to
 * get an <a id>. A block inside a list is written as if it stood alone and then moved in.
 */
#include "write/write.h"

#include "write/lists.h"
#include "write/md_table.h"
#include "write/md_text.h"
#include "write/prose.h"

enum { MAX_NESTING = 64 }; /* of lists; what is deeper is written at this depth */

static void put_blocks(Buf *out, const Block *first, bool tight, int depth);

/* --- small blocks ---------------------------------------------------------------------------- */

static void put_heading(Buf *out, const Block *b)
{
    buf_repeat(out, "#", b->level);
    buf_char(out, ' ');
    if (b->number.len > 0) {
        md_put_text(out, b->number, false);
        buf_char(out, ' ');
    }
    md_put_runs(out, &b->text, false);
    buf_char(out, '\n');
}

static void put_line(Buf *out, const Block *b)
{
    if (b->linked)
        md_put_anchor(out, b->anchor);
    md_put_runs(out, &b->text, !b->linked);
    buf_char(out, '\n');
}

static void put_field(Buf *out, const Field *f)
{
    buf_cstr(out, "**");
    md_put_text(out, f->label, false);
    buf_cstr(out, ":** ");
    md_put_runs(out, &f->value, false);
}

static void put_fields(Buf *out, const Fields *fields)
{
    for (uint32_t i = 0; i < fields->len; i++) {
        buf_cstr(out, "- ");
        put_field(out, &fields->at[i]);
        buf_char(out, '\n');
    }
}

static void put_note(Buf *out, const Block *b)
{
    buf_cstr(out, "> ");
    md_put_runs(out, &b->text, true);
    buf_char(out, '\n');
}

static const char *as_commonmark(CommonMark *c, const Prose *p)
{
    (void)p;
    return cmark_render_commonmark(c->root, CMARK_OPT_DEFAULT, 0);
}

static void put_table(Buf *out, const Block *b)
{
    if (b->linked)
        md_put_anchor(out, b->anchor);
    if (b->text.len > 0)
        md_put_strong(out, &b->text);
    if (b->linked || b->text.len > 0)
        buf_cstr(out, "\n\n");
    md_put_table(out, b->grid);
}

/* --- lists ----------------------------------------------------------------------------------- */

/* Paragraphs and tables need room; a list of titles does not. */
static bool is_tight(const Block *list)
{
    for (const Block *item = list->first; item != NULL; item = item->next)
        for (const Block *b = item->first; b != NULL; b = b->next)
            if (b->kind != BLOCK_FIELDS && !(b->kind == BLOCK_LIST && is_tight(b)))
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

/* Everything but the first line moves in under the marker. */
static void put_moved(Buf *out, Str text, size_t indent)
{
    bool first = true;
    while (text.len > 0) {
        int64_t end = str_find(text, STR("\n"));
        uint32_t len = end < 0 ? text.len : (uint32_t)end;
        if (!first && len > 0)
            buf_fill(out, ' ', indent);
        buf_put(out, text.ptr, len);
        buf_char(out, '\n');
        text = str_slice(text, end < 0 ? len : len + 1, text.len);
        first = false;
    }
}

static void put_list(Buf *out, const Block *list, int depth)
{
    bool ordered = list_is_ordered(list, NULL);
    bool tight = is_tight(list);
    Buf inner;
    buf_init(&inner, out->arena);
    for (const Block *item = list->first; item != NULL; item = item->next) {
        if (ordered) {
            buf_str(out, item->number);
            buf_cstr(out, ". ");
        } else {
            buf_cstr(out, "- ");
        }
        size_t indent = ordered ? item->number.len + 2 : 2;
        inner.len = 0;
        put_item_head(&inner, item, ordered);
        if (item->first != NULL && !tight)
            buf_char(&inner, '\n');
        put_blocks(&inner, item->first, tight, depth + 1);
        put_moved(out, buf_view(&inner), depth < MAX_NESTING ? indent : 0);
        if (item->next != NULL && !tight)
            buf_char(out, '\n');
    }
}

/* --- blocks ---------------------------------------------------------------------------------- */

static void put_block(Buf *out, const Block *b, int depth)
{
    switch ((BlockKind)b->kind) {
    case BLOCK_HEADING: put_heading(out, b); break;
    case BLOCK_ITEM:
    case BLOCK_LINE: put_line(out, b); break;
    case BLOCK_PROSE: prose_put(out, b->prose, as_commonmark); break;
    case BLOCK_FIELDS: put_fields(out, &b->fields); break;
    case BLOCK_LIST: put_list(out, b, depth); break;
    case BLOCK_TABLE: put_table(out, b); break;
    case BLOCK_NOTE: put_note(out, b); break;
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

static void put_blocks(Buf *out, const Block *first, bool tight, int depth)
{
    for (const Block *b = first; b != NULL; b = b->next) {
        put_block(out, b, depth);
        if (b->next == NULL || tight)
            continue;
        buf_cstr(out, run_together(b, b->next) ? "\n<!-- -->\n\n" : "\n");
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

static void put_contents(Buf *out, const Report *r)
{
    uint32_t chapters = 0;
    for (const Block *b = r->body.first; b != NULL; b = b->next)
        chapters += b->kind == BLOCK_HEADING && b->chapter;
    if (chapters < 2)
        return; /* one chapter needs no finding */
    buf_cstr(out, "## ");
    md_put_text(out, r->contents_head, false);
    buf_cstr(out, "\n\n");
    for (const Block *b = r->body.first; b != NULL; b = b->next) {
        if (b->kind != BLOCK_HEADING || !b->chapter)
            continue;
        Runs text = {0};
        Target to = {STR_NONE};
        Buf url, name;
        buf_init(&url, out->arena);
        buf_init(&name, out->arena);
        buf_char(&url, '#');
        buf_str(&url, b->anchor);
        to.url = buf_view(&url);
        buf_str(&name, b->number);
        buf_cstr(&name, b->number.len > 0 ? " " : "");
        for (uint32_t i = 0; i < b->text.len; i++)
            buf_str(&name, b->text.at[i].text);
        Run *run = vec_push(out->arena, &text);
        *run = (Run){buf_view(&name), &to, RUN_PLAIN};
        buf_repeat(out, "  ", b->level > 2 ? b->level - 2u : 0);
        buf_cstr(out, "- ");
        md_put_runs(out, &text, true);
        buf_char(out, '\n');
    }
    buf_char(out, '\n');
}

void write_markdown(Buf *out, const Report *r)
{
    buf_cstr(out, "# ");
    md_put_text(out, r->title, false);
    buf_cstr(out, "\n\n");
    put_meta(out, &r->meta);
    put_contents(out, r);
    put_blocks(out, r->body.first, false, 0);
}
