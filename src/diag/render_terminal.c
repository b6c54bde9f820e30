/*
 * render_terminal.c — findings for people.  Layer: diag.
 *
 *     plan.hplan:41:50: feil HP4001: Summen stemmer ikke med radene.
 *        41 |       | Sum            |           |          |  38 228 773 |
 *           |                                                  ^^^^^^^^^^ her står 38 228 773 kr
 *           = radene 35–40 gir 38 228 737 kr; forskjellen er 36 kr
 *           = retting: skriv 38 228 737
 *
 * The line stands under the finding with its mark by display width; then the other places in the
 * same file with theirs, then the notes (a place in another file is one), then the fix. Of a long
 * line a window around the mark is shown; of a mark over several lines the first.
 */
#include "diag/render.h"

enum {
    GUTTER = 5,        /* columns for line numbers, more where they are longer */
    TEXT_COLUMNS = 92, /* of a line of the source: with the gutter about a hundred */
    LEFT_CONTEXT = 30  /* columns kept before a mark that lies far out */
};

/* What is shown of a line, in bytes of it. */
typedef struct Window {
    uint32_t from, to;
} Window;

typedef struct Painter {
    Buf *out;
    const DiagSink *sink;
    const RenderOptions *opt;
    uint32_t gutter;
    uint32_t line; /* the line shown last in this finding, 0: none, and how much of it */
    Window window;
} Painter;

#define RESET "\x1b[0m"
#define BOLD  "\x1b[1m"
#define CYAN  "\x1b[36m"

static const char *severity_color(Severity severity)
{
    static const char *const colors[] = {
        [SEV_NOTE] = "\x1b[1;36m",
        [SEV_WARNING] = "\x1b[1;33m",
        [SEV_ERROR] = "\x1b[1;31m",
    };
    return colors[severity];
}

static void color(const Painter *p, const char *code)
{
    if (p->opt->color)
        buf_cstr(p->out, code);
}

/* ---- a line and its mark -------------------------------------------------------------------- */

/* The columns of a part of the line, counted no further than to beyond `enough`. */
static uint32_t columns(Str line, uint32_t from, uint32_t to, uint32_t enough)
{
    uint32_t width = 0;
    for (uint32_t i = from; i < to && width <= enough;) {
        Glyph glyph = glyph_at(line, i);
        width += glyph.width;
        i += glyph.len;
    }
    return width;
}

/* The start of the code point before `at`. */
static uint32_t step_back(Str line, uint32_t at)
{
    uint32_t back = at - 1;
    while (back > 0 && at - back < 4 && ((unsigned char)line.ptr[back] & 0xC0) == 0x80)
        back--;
    return back;
}

static Window choose_window(Str line, uint32_t mark_from, uint32_t mark_to)
{
    if (columns(line, 0, line.len, TEXT_COLUMNS) <= TEXT_COLUMNS)
        return (Window){0, line.len};
    Window window = {0, 0};
    uint32_t room = TEXT_COLUMNS - 1; /* one for the ellipsis at the end */
    if (columns(line, 0, mark_to, room) > room) {
        window.from = mark_from;
        for (uint32_t width = 0; window.from > 0 && width < LEFT_CONTEXT;) {
            window.from = step_back(line, window.from);
            width += glyph_at(line, window.from).width;
        }
        room -= window.from > 0;
    }
    window.to = window.from;
    for (uint32_t width = 0; window.to < line.len;) {
        Glyph glyph = glyph_at(line, window.to);
        width += glyph.width;
        if (width > room)
            break;
        window.to += glyph.len;
    }
    return window;
}

static void put_source_line(Painter *p, Str line, uint32_t number, Window window)
{
    if (p->line == number && p->window.from == window.from && p->window.to == window.to)
        return; /* it stands there already: only another mark is wanted */
    p->line = number;
    p->window = window;
    buf_printf(p->out, "%*u |", (int)p->gutter, (unsigned)number);
    if (line.len > 0)
        buf_char(p->out, ' ');
    if (window.from > 0)
        buf_cstr(p->out, "…");
    for (uint32_t i = window.from; i < window.to;) {
        Glyph glyph = glyph_at(line, i);
        buf_str(p->out, glyph.shown);
        i += glyph.len;
    }
    if (window.to < line.len)
        buf_cstr(p->out, "…");
    buf_char(p->out, '\n');
}

static void put_mark(Painter *p, Str line, uint32_t from, uint32_t to, const char *sign,
                     const char *tint, Str label)
{
    Window window = p->window;
    uint32_t shown_to = to < window.to ? to : window.to;
    uint32_t lead = window.from > 0;
    uint32_t width = columns(line, from, shown_to, UINT32_MAX - 1) + (to > window.to);
    buf_repeat(p->out, " ", p->gutter);
    buf_cstr(p->out, " | ");
    buf_repeat(p->out, " ", lead + columns(line, window.from, from, UINT32_MAX - 1));
    color(p, tint);
    buf_repeat(p->out, sign, width > 0 ? width : 1);
    if (label.len > 0) {
        buf_char(p->out, ' ');
        buf_str(p->out, label);
    }
    color(p, RESET);
    buf_char(p->out, '\n');
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* The line on which a span begins, with the part of the span that lies on it marked. */
static void put_excerpt(Painter *p, Span span, const char *sign, const char *tint, Str label)
{
    Located at = locate(p->sink, span);
    Str line = source_line(at.src, at.start.line);
    uint32_t line_start = source_line_start(at.src, at.start.line);
    uint32_t from = span.off > line_start ? span.off - line_start : 0;
    if (from > line.len)
        from = line.len; /* at the line's end, or behind the end of the file */
    uint32_t to = line.len;
    if (at.end.line == at.start.line)
        to = span.len < line.len - from ? from + span.len : line.len;
    else
        while (to > from && is_space(line.ptr[to - 1]))
            to--;
    put_source_line(p, line, at.start.line, choose_window(line, from, to));
    put_mark(p, line, from, to, sign, tint, label);
}

/* ---- a finding ------------------------------------------------------------------------------ */

/* Whether a span is shown with its line: not where it lies in another file than the finding, and
 * not where it is a file as a whole, of which the first line tells nothing. */
static bool is_near(const Painter *p, const Diag *d, Span span)
{
    bool whole_file = span.off == 0 && span.len == 0;
    return !whole_file && span.file == d->span.file &&
           sources_get(p->sink->sources, span.file) != NULL;
}

static uint32_t digits(uint32_t n)
{
    uint32_t count = 1;
    while (n >= 10) {
        n /= 10;
        count++;
    }
    return count;
}

/* All lines of a finding stand behind one gutter. */
static uint32_t gutter_width(const Painter *p, const Diag *d)
{
    uint32_t width = GUTTER;
    for (uint32_t i = 0; i < d->parts.len; i++) {
        const DiagPart *part = &d->parts.at[i];
        Span span = part->kind == PART_PLACE ? part->span : d->span;
        if (!is_near(p, d, span))
            continue;
        uint32_t needed = digits(locate(p->sink, span).start.line);
        width = needed > width ? needed : width;
    }
    return width;
}

static void put_header(Painter *p, const Diag *d)
{
    Located at = locate(p->sink, d->span);
    if (at.src != NULL) {
        color(p, BOLD);
        buf_str(p->out, at.file);
        buf_printf(p->out, ":%u:%u: ", (unsigned)at.start.line, (unsigned)at.start.column);
        color(p, RESET);
    }
    color(p, severity_color(d->severity));
    buf_str(p->out, severity_word(d->severity, p->opt->lang));
    buf_char(p->out, ' ');
    buf_cstr(p->out, msg_info(d->code)->name);
    color(p, RESET);
    buf_cstr(p->out, ": ");
    buf_str(p->out, diag_headline(p->sink->arena, d, p->opt->lang));
    buf_char(p->out, '\n');
}

static void put_note(Painter *p, Str before, Str text, Span place)
{
    buf_repeat(p->out, " ", p->gutter);
    buf_cstr(p->out, " = ");
    buf_str(p->out, before);
    buf_str(p->out, text);
    Located at = locate(p->sink, place);
    if (at.src != NULL) {
        buf_cstr(p->out, " (");
        buf_str(p->out, at.file);
        buf_printf(p->out, ":%u)", (unsigned)at.start.line);
    }
    buf_char(p->out, '\n');
}

static void put_finding(Painter *p, const Diag *d)
{
    Arena *arena = p->sink->arena;
    Lang lang = p->opt->lang;
    p->gutter = gutter_width(p, d);
    p->line = 0;
    put_header(p, d);
    Str label = diag_joined_text(arena, d, PART_LABEL, lang);
    if (is_near(p, d, d->span))
        put_excerpt(p, d->span, "^", severity_color(d->severity), label);
    else if (label.len > 0)
        put_note(p, STR(""), label, SPAN_NONE);
    for (uint32_t i = 0; i < d->parts.len; i++) {
        const DiagPart *part = &d->parts.at[i];
        if (part->kind == PART_PLACE && is_near(p, d, part->span))
            put_excerpt(p, part->span, "-", CYAN, diag_clean_text(arena, part, lang));
    }
    for (uint32_t i = 0; i < d->parts.len; i++) {
        const DiagPart *part = &d->parts.at[i];
        bool far = part->kind == PART_PLACE && !is_near(p, d, part->span);
        if (part->kind == PART_NOTE || far)
            put_note(p, STR(""), diag_clean_text(arena, part, lang), part->span);
    }
    Str fix = diag_joined_text(arena, d, PART_FIX, lang);
    if (fix.len > 0)
        put_note(p, fix_word(lang), fix, SPAN_NONE);
}

void render_terminal(Buf *out, const DiagSink *sink, const RenderOptions *opt)
{
    static const char *const more[LANG_COUNT][2] = {
        {"og ", " til\n"}, {"og ", " til\n"}, {"and ", " more\n"}};
    Painter painter = {.out = out, .sink = sink, .opt = opt};
    uint32_t shown = 0;
    uint32_t left = 0;
    for (uint32_t i = 0; i < sink->list.len; i++) {
        if (sink->list.at[i]->silenced)
            continue;
        if (opt->max_shown > 0 && shown == opt->max_shown) {
            left++;
            continue;
        }
        put_finding(&painter, sink->list.at[i]);
        shown++;
    }
    if (left > 0) {
        buf_cstr(out, more[opt->lang][0]);
        buf_int(out, left);
        buf_cstr(out, more[opt->lang][1]);
    }
}
