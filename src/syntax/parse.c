/*
 * parse.c — drives scanner, pump and grammar over a file or a piece of one.  Layer: syntax.
 *
 * In: a source. Out: a tree, always, and findings in the sink. A file is read once where its
 * braces balance, and once more, at most twice, where they do not; and all that once again where
 * a text has lost a mark; never more.
 */
#include "syntax/parse.h"

/* Not reached while the pump keeps its limits; said all the same. */
void parse_exhausted(Parse *p)
{
    Diag *d = scan_report(&p->scan, HP1024, p->pump.last.off, p->pump.last.end);
    if (d != NULL) {
        diag_label(d, L_TOO_DEEP);
        diag_int(d, SYNTAX_MAX_DEPTH);
    }
}

static void read_file(Parse *p, BraceMode mode, uint32_t findings, uint32_t short_of,
                      uint32_t over)
{
    Scan *s = &p->scan;
    const Scan fresh = {.text = s->text, .limit = s->limit, .start = s->start};
    DiagSink *sink = s->sink;
    Tree *t = p->tree;
    sink->list.len = findings; /* what an earlier reading said is void */
    t->nodes.len = 1;
    t->comments.len = t->leads.len = 0;
    p->root = 0;
    scan_init(s, t->source, t->file, sink, t->arena);
    s->start = s->line_off = fresh.start;
    s->lone = p->lone;
    s->tree = t;
    scan_open(s);
    pump_init(&p->pump, s, mode);
    p->pump.short_of = short_of;
    p->pump.over = over;
    syntax_yyparse(p);
}

/* More than three times as many brace findings as braces are off: the indentation is no witness. */
static void read_braces(Parse *p, uint32_t findings)
{
    read_file(p, BRACES_TRUST, findings, 0, 0);
    uint32_t short_of = p->pump.missing, over = p->pump.extra;
    if (short_of + over == 0)
        return;
    if (p->pump.indented) {
        read_file(p, BRACES_INDENT, findings, short_of, over);
        if (p->pump.missing + p->pump.extra <= 3 * (short_of + over))
            return;
    }
    read_file(p, BRACES_FLAT, findings, short_of, over);
}

/* Where something is wrong it may be that a text has no end, and all that stands behind it is
 * turned inside out: the whole file is asked for marks that stand alone. Of two that do, read as a
 * pair, the half may go unnoticed: what stands between them is prose, which is read later. */
static void read_marks(Parse *p, uint32_t findings)
{
    read_braces(p, findings);
    uint32_t told = p->scan.findings;
    if (told == 0)
        return;
    p->lone = lone_marks_find(p->tree->arena, (Str){p->scan.text, p->scan.limit});
    if (p->lone.len == 0)
        return;
    read_braces(p, findings);
    if (p->scan.findings <= told + p->lone.len / 2)
        return;
    p->lone.len = 0;
    read_braces(p, findings); /* that was not what is wrong */
}

Tree *tree_parse(Arena *arena, const SourceSet *sources, FileId file, DiagSink *sink)
{
    return tree_parse_leads(arena, sources, file, sink, "");
}

/* More than nearly every text has: the tree grows no more than once or twice. */
enum { BYTES_A_NODE = 64 };

Tree *tree_parse_leads(Arena *arena, const SourceSet *sources, FileId file, DiagSink *sink,
                       const char *initials)
{
    const Source *source = sources_get(sources, file);
    Tree *t = arena_new(arena, Tree);
    t->arena = arena;
    t->source = source;
    t->file = file;
    vec_room(arena, &t->nodes, source->len / BYTES_A_NODE + 1);
    vec_push(arena, &t->nodes); /* node 0 is none */
    Parse p;
    p.tree = t;
    scan_init(&p.scan, source, file, sink, arena);
    p.root = 0;
    p.initials = initials;
    p.lone = (LoneMarks){0};
    if (scan_prepare(&p.scan))
        read_marks(&p, sink->list.len);
    if (p.root == 0) {
        t->leads.len = 0;
        vec_push(arena, &t->nodes)->kind = N_FILE;
        p.root = t->nodes.len - 1;
    }
    t->root = p.root;
    t->nodes.at[t->root].off = 0;
    t->nodes.at[t->root].len = source->len;
    return t;
}

NodeRef tree_parse_inline(Tree *tree, uint32_t off, uint32_t len, DiagSink *sink)
{
    Parse p;
    uint32_t nodes = tree->nodes.len;
    p.tree = tree;
    p.root = 0;
    p.initials = "";
    scan_init(&p.scan, tree->source, tree->file, sink, tree->arena);
    p.scan.start = p.scan.line_off = off;
    p.scan.limit = off + len;
    p.scan.inline_mode = p.scan.in_value = true;
    scan_open(&p.scan);
    pump_init(&p.pump, &p.scan, BRACES_TRUST);
    if (syntax_yyparse(&p) == 0)
        return p.root;
    tree->nodes.len = nodes;
    return 0;
}
