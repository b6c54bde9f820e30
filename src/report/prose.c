/*
 * prose.c — a text block, ready for a writer.  Layer: report.
 *
 * in:  Text: runs of Markdown and live figures
 * out: Prose: the Markdown with numbered figures, its links led to things, its headings' anchors
 */
#include "report/commonmark.h"
#include "report/maker.h"

/* --- source ---------------------------------------------------------------------------------- */

/* Text of the author's; the two characters that mark figures are not theirs to use. */
static void put_literal(Buf *b, Str s)
{
    for (uint32_t i = 0; i < s.len; i++) {
        Str rest = str_slice(s, i, s.len);
        if (str_starts(rest, STR(PROSE_FIGURE_OPEN)) || str_starts(rest, STR(PROSE_FIGURE_CLOSE))) {
            buf_cstr(b, "\xEF\xBF\xBD");
            i += 2;
        } else {
            buf_char(b, s.ptr[i]);
        }
    }
}

static UnitId unit_at(Maker *mk, Str text, uint32_t *len)
{
    return units_prefix(&mk->m->units, mk->m->scratch, text, len);
}

/* «{ramme.2018} kroner»: the author says the unit behind the figure, so the figure does not; of
 * 9,5 mill. kr only what is said again. */
static Str without_unit_said(Maker *mk, Str figure, Str behind)
{
    static const Str hard = STR_INIT("\xC2\xA0");
    uint32_t len, at = 0;
    UnitId said = behind.len > 0 && behind.ptr[0] == ' '
                      ? unit_at(mk, str_slice(behind, 1, behind.len), &len)
                      : 0;
    for (int64_t next = 0; said != 0; at += (uint32_t)next + hard.len) {
        Str rest = str_slice(figure, at, figure.len);
        if (at > 0 && unit_at(mk, rest, &len) == said && len == rest.len)
            return str_slice(figure, 0, at - hard.len);
        next = str_find(rest, hard);
        if (next < 0)
            break;
    }
    return figure;
}

static Str literal_behind(const Text *text, uint32_t piece)
{
    bool any = piece + 1 < text->pieces.len && !text->pieces.at[piece + 1].figure;
    return any ? text->pieces.at[piece + 1].literal : STR_NONE;
}

static void put_source(Maker *mk, uint32_t text, Prose *p)
{
    Buf b;
    buf_init(&b, mk->arena);
    for (uint32_t i = 0; i < mk->m->texts.at[text].pieces.len; i++) {
        TextPiece piece = mk->m->texts.at[text].pieces.at[i];
        if (!piece.figure) {
            put_literal(&b, piece.literal);
            continue;
        }
        buf_printf(&b, PROSE_FIGURE_OPEN "%u" PROSE_FIGURE_CLOSE, (unsigned)p->figures.len);
        Str figure = show_inline(mk, piece.fact);
        Str behind = literal_behind(&mk->m->texts.at[text], i);
        *vec_push(mk->arena, &p->figures) = without_unit_said(mk, figure, behind);
    }
    p->source = buf_view(&b);
}

/* --- links ----------------------------------------------------------------------------------- */

static void put_links(Maker *mk, uint32_t text, Prose *p)
{
    if (mk->text_link[text] == 0)
        return;
    for (uint32_t i = mk->text_link[text] - 1; i < mk->m->links.len; i++) {
        const Link *link = &mk->m->links.at[i];
        if (link->text != text)
            break;
        ProseLink *out = vec_push(mk->arena, &p->links);
        out->written = link->target;
        out->to = target_of(mk, link->decl);
    }
}

/* --- headings -------------------------------------------------------------------------------- */

/* Could a line of it be a heading? Most text blocks are spared a parse. */
static bool may_have_heading(Str s)
{
    bool begins = true;
    for (uint32_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (begins && (c == '#' || c == '=' || c == '-'))
            return true;
        begins = c == '\n' || (begins && (c == ' ' || c == '>'));
    }
    return false;
}

/* The text of a heading as GitHub sees it, figures included. */
static Str heading_text(Maker *mk, const Prose *p, cmark_node *heading)
{
    Buf b;
    buf_init(&b, mk->arena);
    cmark_iter *it = cmark_iter_new(heading);
    for (cmark_event_type ev; (ev = cmark_iter_next(it)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(it);
        const char *literal = ev == CMARK_EVENT_ENTER ? cmark_node_get_literal(node) : NULL;
        if (ev == CMARK_EVENT_ENTER && cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK)
            buf_char(&b, ' ');
        while (literal != NULL && *literal != '\0') {
            const char *open = strstr(literal, PROSE_FIGURE_OPEN);
            buf_put(&b, literal, open == NULL ? strlen(literal) : (size_t)(open - literal));
            if (open == NULL)
                break;
            uint32_t number = 0;
            for (literal = open + 3; ascii_is_digit(*literal); literal++)
                number = number * 10u + (uint32_t)(*literal - '0');
            if (number < p->figures.len)
                buf_str(&b, p->figures.at[number]);
            literal += strncmp(literal, PROSE_FIGURE_CLOSE, 3) == 0 ? 3 : 0;
        }
    }
    return buf_view(&b);
}

static void put_headings(Maker *mk, Prose *p)
{
    if (!may_have_heading(p->source))
        return;
    CommonMark c;
    commonmark_begin(&c, mk->arena, p->source);
    cmark_iter *it = cmark_iter_new(c.root);
    for (cmark_event_type ev; (ev = cmark_iter_next(it)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(it);
        if (ev == CMARK_EVENT_ENTER && cmark_node_get_type(node) == CMARK_NODE_HEADING)
            *vec_push(mk->arena, &p->headings) =
                anchors_claim(&mk->anchors, heading_text(mk, p, node));
    }
    commonmark_end(&c);
}

void make_prose(Maker *mk, uint32_t text, Block *into, uint8_t level)
{
    Prose *p = arena_new(mk->arena, Prose);
    p->level = level;
    put_source(mk, text, p);
    if (str_trim(p->source).len == 0)
        return;
    put_links(mk, text, p);
    put_headings(mk, p);
    block_add(mk->arena, into, BLOCK_PROSE)->prose = p;
}
