/*
 * format.c — a file in its one form: statements, bodies, comments, blank lines.  Layer: syntax.
 *
 * In: a source of which the braces balance. Out: the same statements, each on a line of its own at
 * two blanks a level; a body stays on one line if it stood on one and fits there. Blank lines
 * between statements are kept, several as one; those at the ends of a body are not.
 */
#include "syntax/format.h"

#include "syntax/format_int.h"
#include "syntax/scan.h"

/* ---- between statements --------------------------------------------------------------------- */

Str comment_text(const Format *f, uint32_t off, uint32_t end)
{
    while (end > off && (unsigned char)f->text[end - 1] <= ' ')
        end--;
    return (Str){f->text + off, end - off};
}

void comments_skip(Format *f, uint32_t to)
{
    while (f->comment < f->tree->comments.len && f->tree->comments.at[f->comment].off < to)
        f->comment++;
}

/* Of something that no token holds: to the next comment or the end of the line. */
static uint32_t foreign_end(const Format *f, uint32_t off, uint32_t to)
{
    const char *nl = memchr(f->text + off, '\n', to - off);
    uint32_t end = nl == NULL ? to : (uint32_t)(nl - f->text);
    if (f->comment < f->tree->comments.len && f->tree->comments.at[f->comment].off < end)
        end = f->tree->comments.at[f->comment].off;
    while (end > off + 1 && (unsigned char)f->text[end - 1] <= ' ')
        end--;
    return end;
}

typedef struct GapWalk {
    Format *f;
    uint32_t depth;
    bool *first; /* nothing stands in the body yet: no blank line before what comes */
    Gap gap;
} GapWalk;

/* Begins a line for the next piece, or not, where it stood on the line of the one before. */
static void begin_piece(GapWalk *w)
{
    if (w->gap.glued && w->f->started)
        out_pad(w->f, w->gap.apart);
    else
        out_line(w->f, w->depth, w->gap.breaks > 1 && !*w->first);
    *w->first = false;
    w->gap = (Gap){0, true, false};
}

static void put_comment(GapWalk *w, Str comment)
{
    if (w->gap.breaks == 0 && w->f->started) {
        out_tail(w->f, comment, w->depth);
    } else {
        begin_piece(w);
        out_text(w->f, comment);
    }
    w->gap = (Gap){0, false, false};
}

/* One byte or piece of the gap; returns where it ends. */
static uint32_t gap_step(GapWalk *w, uint32_t at, uint32_t to)
{
    Format *f = w->f;
    uint32_t blank = utf8_blank_len(f->text + at, f->text + to);
    if (blank > 0 || f->text[at] == '\r') {
        w->gap.apart = true;
        return at + (blank > 0 ? blank : 1);
    }
    if (f->text[at] == '\n' || f->text[at] == ';') {
        w->gap.breaks += f->text[at] == '\n';
        w->gap.glued = false;
        return at + 1;
    }
    comments_skip(f, at);
    if (f->comment < f->tree->comments.len && f->tree->comments.at[f->comment].off == at) {
        Comment c = f->tree->comments.at[f->comment++];
        put_comment(w, comment_text(f, at, at + c.len));
        return at + c.len;
    }
    uint32_t end = foreign_end(f, at, to);
    begin_piece(w);
    out_raw(f, at, end);
    return end;
}

// NOLINTNEXTLINE(readability-non-const-parameter): the walk writes through it
Gap gap_put(Format *f, uint32_t from, uint32_t to, uint32_t depth, bool *first)
{
    GapWalk w = {.f = f, .depth = depth, .first = first, .gap = {.glued = true}};
    while (from < to)
        from = gap_step(&w, from, to);
    return w.gap;
}

/* ---- bodies --------------------------------------------------------------------------------- */

static void put_statement(Format *f, NodeRef ref, uint32_t depth);

static void put_statements(Format *f, NodeRef parent, uint32_t from, uint32_t to, uint32_t depth)
{
    bool first = true;
    for (NodeRef c = tree_child(f->tree, parent); c != 0; c = tree_next(f->tree, c)) {
        const Node *n = tree_node(f->tree, c);
        Gap gap = gap_put(f, from, n->off, depth, &first);
        from = n->off + n->len;
        if (n->len == 0)
            continue;
        if (gap.glued && !first) /* } tiltak: it was told, and stays as it is */
            out_pad(f, gap.apart);
        else
            out_line(f, depth, gap.breaks > 1 && !first);
        first = false;
        put_statement(f, c, depth);
    }
    (void)gap_put(f, from, to, depth, &first);
}

/* Does the body stand on one line, with nothing in it that asks for more of them? Recursion is
 * bounded by the length of what is looked at. */
static bool may_stay_on_line(const Format *f, NodeRef body)
{
    const Node *n = tree_node(f->tree, body);
    uint32_t from = n->off + 1, end = n->off + n->len - 1;
    if (n->len > 4 * FORMAT_WIDTH || memchr(f->text + n->off, '\n', n->len) != NULL)
        return false;
    for (NodeRef c = n->child; c != 0; c = tree_next(f->tree, c)) {
        const Node *s = tree_node(f->tree, c);
        if (s->off < from)
            return false; /* an error reaches over its neighbour */
        bool parted = c == n->child || memchr(f->text + from, ';', s->off - from) != NULL;
        if (s->kind == N_TABLE || s->len == 0 || !parted || !gap_is_plain(f, from, s->off))
            return false;
        for (NodeRef part = s->child; part != 0; part = tree_next(f->tree, part))
            if (tree_node(f->tree, part)->kind == N_BODY && !may_stay_on_line(f, part))
                return false;
        from = s->off + s->len;
    }
    return gap_is_plain(f, from, end);
}

static void put_on_line(Format *f, NodeRef body)
{
    bool first = true;
    for (NodeRef c = tree_child(f->tree, body); c != 0; c = tree_next(f->tree, c)) {
        out_text(f, first ? STR(" ") : STR("; "));
        put_statement(f, c, 0);
        first = false;
    }
    out_text(f, STR(" }"));
}

/* Puts the body on the current line; if the line gets too long, takes it back. */
static bool try_on_line(Format *f, NodeRef body)
{
    size_t len = f->out.len;
    f->in_line = true;
    put_on_line(f, body);
    f->in_line = false;
    if (f->wide || out_width(f) <= FORMAT_WIDTH)
        return true;
    f->out.len = len;
    return false;
}

/* `done`: where the head ends in the source. A comment between it and the brace goes behind it. */
static void put_body(Format *f, NodeRef body, uint32_t done, uint32_t depth)
{
    const Node *n = tree_node(f->tree, body);
    uint32_t inside = n->off + 1, close = n->off + n->len - 1;
    comments_skip(f, done);
    uint32_t comment =
        f->comment < f->tree->comments.len ? f->tree->comments.at[f->comment].off : UINT32_MAX;
    bool plain = comment > close;
    if (!gap_is_plain(f, done, n->off) && comment > n->off) { /* of no token: as it stands */
        out_raw(f, done, done + comment_text(f, done, n->off).len);
        done = n->off;
    }
    out_text(f, STR(" {"));
    if (plain && n->child == 0 && gap_is_plain(f, inside, close)) {
        out_text(f, STR("}"));
    } else if (f->in_line) {
        put_on_line(f, body);
    } else if (!plain || n->child == 0 || !may_stay_on_line(f, body) || !try_on_line(f, body)) {
        bool first = true;
        (void)gap_put(f, done, n->off, depth + 1, &first);
        put_statements(f, body, inside, close, depth + 1);
        out_line(f, depth, false);
        out_text(f, STR("}"));
    }
}

/* ---- statements ----------------------------------------------------------------------------- */

static NodeRef body_of(const Format *f, NodeRef statement)
{
    NodeRef last = 0;
    for (NodeRef c = tree_child(f->tree, statement); c != 0; c = tree_next(f->tree, c))
        last = c;
    return last != 0 && tree_node(f->tree, last)->kind == N_BODY ? last : 0;
}

/* Recursion is bounded: SYNTAX_MAX_DEPTH bodies. */
static void put_statement(Format *f, NodeRef ref, uint32_t depth)
{
    const Node *n = tree_node(f->tree, ref);
    uint32_t end = n->off + n->len;
    if (n->kind == N_TEXT) {
        block_put(f, ref, depth);
    } else if (n->kind == N_TABLE) {
        table_put(f, ref, depth);
    } else if (n->kind == N_ERROR) {
        out_raw(f, n->off, end);
    } else {
        NodeRef body = body_of(f, ref);
        uint32_t done = line_put(f, n->off, body != 0 ? tree_node(f->tree, body)->off : end, depth);
        if (body != 0)
            put_body(f, body, done, depth);
    }
    comments_skip(f, end);
}

/* ---- a file --------------------------------------------------------------------------------- */

/* What was said of the file leaves no doubt where its statements begin and end. */
static bool is_sound(const DiagSink *sink)
{
    static const MsgId unsound[] = {HP1001, HP1003, HP1004, HP1005, HP1006,
                                    HP1008, HP1023, HP1024, HP1028, HP1034, HP1036};
    if (sink->list.len >= SYNTAX_MAX_FINDINGS)
        return false;
    for (uint32_t i = 0; i < sink->list.len; i++)
        for (size_t j = 0; j < sizeof unsound / sizeof *unsound; j++)
            if (sink->list.at[i]->code == unsound[j])
                return false;
    return true;
}

/* Is nothing found in the formatted text that was not found before? Some of it may be gone: a
 * last bar is drawn. */
static bool nothing_new(const DiagSink *before, const DiagSink *after)
{
    uint16_t count[MSG_COUNT] = {0}; /* there are SYNTAX_MAX_FINDINGS at most */
    for (uint32_t i = 0; i < before->list.len; i++)
        count[before->list.at[i]->code]++;
    for (uint32_t i = 0; i < after->list.len; i++)
        if (count[after->list.at[i]->code]-- == 0)
            return false;
    return true;
}

static void open_scan(Format *f, DiagSink *sink)
{
    scan_init(&f->scan, f->tree->source, f->tree->file, sink, f->arena);
    f->scan.quiet = true;
    (void)scan_prepare(&f->scan);
    scan_open(&f->scan);
}

static bool ends_in_crlf(const Source *source) /* its first line */
{
    const char *nl = source->len == 0 ? NULL : memchr(source->text, '\n', source->len);
    return nl != NULL && nl > source->text && nl[-1] == '\r';
}

static void format_tree(Buf *out, Format *f, DiagSink *sink)
{
    const Source *source = f->tree->source;
    bool marked = source->len >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0;
    open_scan(f, sink);
    put_statements(f, f->tree->root, marked ? 3 : 0, source->len, 0);
    if (marked)
        buf_cstr(out, "\xEF\xBB\xBF");
    out_finish(f, out, ends_in_crlf(source));
}

bool format_file(Buf *out, Arena *arena, SourceSet *sources, FileId file, bool wide)
{
    Format f = {.arena = arena, .wide = wide};
    DiagSink sink, again;
    Buf done;
    sink_init(&sink, arena, sources);
    sink_init(&again, arena, sources);
    f.tree = tree_parse(arena, sources, file, &sink);
    f.text = f.tree->source->text;
    if (!is_sound(&sink))
        return false;
    buf_init(&f.out, arena);
    buf_init(&done, arena);
    format_tree(&done, &f, &sink);
    if (done.len > SOURCE_MAX_BYTES)
        return false;
    buf_put(&done, "\0\0", 2);
    done.len -= 2;
    Str name = f.tree->source->name;
    FileId proof = sources_add(sources, name, STR("<format>"), done.ptr, (uint32_t)done.len);
    const Tree *tree = tree_parse(arena, sources, proof, &again);
    if (!nothing_new(&sink, &again) || !format_same(arena, f.tree, tree))
        return false;
    buf_put(out, done.ptr, done.len);
    return true;
}
