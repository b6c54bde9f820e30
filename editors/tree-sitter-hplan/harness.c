/*
 * harness.c — what the tests ask of the parser and its queries.
 *
 *   harness tree FILE              the tree, as tree-sitter prints it
 *   harness faults FILE ...        a line for each file: its name, and where its first fault is or -
 *   harness query QUERY FILE       a line a capture: line, column, length (characters, from 1), name
 *   harness edits COUNT FILE ...   COUNT edits in each file: reading on from the tree before it
 *                                  must give what reading afresh gives
 */
#include <tree_sitter/api.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const TSLanguage *tree_sitter_hplan(void);

typedef struct Text {
    char *bytes;
    uint32_t len;
} Text;

static void fail(const char *what, const char *name)
{
    fprintf(stderr, "harness: %s: %s\n", what, name);
    exit(2);
}

static Text slurp(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (f == NULL || fseek(f, 0, SEEK_END) != 0)
        fail("cannot read", path);
    Text t = {.len = (uint32_t)ftell(f)};
    rewind(f);
    t.bytes = malloc(t.len + 1);
    if (t.bytes == NULL || fread(t.bytes, 1, t.len, f) != t.len)
        fail("cannot read", path);
    t.bytes[t.len] = '\0';
    fclose(f);
    return t;
}

static TSTree *parse(TSParser *parser, const TSTree *old, Text t)
{
    TSTree *tree = ts_parser_parse_string(parser, old, t.bytes, t.len);
    if (tree == NULL)
        fail("does not parse", "no tree");
    return tree;
}

/* ---- faults ---- */

/* Missing tokens are faults as well, and lie in nodes that say so. */
static bool first_fault(TSNode node, TSPoint *where)
{
    if (!ts_node_has_error(node) && !ts_node_is_missing(node))
        return false;
    *where = ts_node_start_point(node);
    if (ts_node_is_missing(node) || strcmp(ts_node_type(node), "ERROR") == 0)
        return true;
    for (uint32_t i = 0; i < ts_node_child_count(node); i++)
        if (first_fault(ts_node_child(node, i), where))
            return true;
    return true;
}

static void faults(TSParser *parser, const char *path)
{
    Text t = slurp(path);
    TSTree *tree = parse(parser, NULL, t);
    TSPoint at;
    if (first_fault(ts_tree_root_node(tree), &at))
        printf("%s\t%u:%u\n", path, at.row + 1, at.column + 1);
    else
        printf("%s\t-\n", path);
    ts_tree_delete(tree);
    free(t.bytes);
}

/* ---- queries ---- */

static unsigned characters(const char *from, const char *to)
{
    unsigned n = 0;
    for (; from < to; from++)
        n += ((unsigned char)*from & 0xC0) != 0x80;
    return n;
}

/* A capture over several lines is a piece on each. */
static void print_capture(Text t, TSNode node, const char *name)
{
    const char *at = t.bytes + ts_node_start_byte(node), *end = t.bytes + ts_node_end_byte(node);
    const char *line = at;
    uint32_t row = ts_node_start_point(node).row;
    while (line > t.bytes && line[-1] != '\n')
        line--;
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (stop == NULL)
            stop = end;
        if (stop > at)
            printf("%u\t%u\t%u\t%s\n", ++row, characters(line, at) + 1, characters(at, stop), name);
        else
            row++;
        at = line = stop + 1;
    }
}

static void query(TSParser *parser, const char *query_path, const char *path)
{
    Text source = slurp(query_path), t = slurp(path);
    uint32_t offset;
    TSQueryError error;
    TSQuery *q = ts_query_new(tree_sitter_hplan(), source.bytes, source.len, &offset, &error);
    if (q == NULL) {
        fprintf(stderr, "%s: fault %d at byte %u\n", query_path, (int)error, offset);
        exit(1);
    }
    TSTree *tree = parse(parser, NULL, t);
    TSQueryCursor *cursor = ts_query_cursor_new();
    TSQueryMatch match;
    uint32_t index, length;
    ts_query_cursor_exec(cursor, q, ts_tree_root_node(tree));
    while (ts_query_cursor_next_capture(cursor, &match, &index)) {
        TSQueryCapture capture = match.captures[index];
        print_capture(t, capture.node, ts_query_capture_name_for_id(q, capture.index, &length));
    }
    ts_query_cursor_delete(cursor);
    ts_query_delete(q);
    ts_tree_delete(tree);
    free(source.bytes);
    free(t.bytes);
}

/* ---- edits ---- */

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static TSPoint point_at(Text t, uint32_t offset)
{
    TSPoint p = {0, 0};
    for (uint32_t i = 0; i < offset; i++) {
        p.column = t.bytes[i] == '\n' ? 0 : p.column + 1;
        p.row += t.bytes[i] == '\n';
    }
    return p;
}

/* Takes out some bytes at a place and puts others in. */
static Text edit(Text t, TSTree *tree, uint32_t *random)
{
    static const char *const pieces[] = {"",    "\n", "{", "}",   "|", "\"", "\"\"\"", ":", " = ",
                                         "mål", ", ", "#", "1 0", ";", "(",  "x.y",    ")"};
    const char *piece = pieces[next_random(random) % (sizeof pieces / sizeof *pieces)];
    uint32_t start = next_random(random) % (t.len + 1), out = next_random(random) % 4;
    uint32_t in = (uint32_t)strlen(piece);
    if (out > t.len - start)
        out = t.len - start;
    Text next = {.bytes = malloc(t.len + in + 1), .len = t.len - out + in};
    memcpy(next.bytes, t.bytes, start);
    memcpy(next.bytes + start, piece, in);
    memcpy(next.bytes + start + in, t.bytes + start + out, t.len - start - out + 1);
    TSInputEdit change = {start, start + out, start + in, point_at(t, start),
                          point_at(t, start + out), point_at(next, start + in)};
    ts_tree_edit(tree, &change);
    return next;
}

/* The trees, or that one of them has no faults and the other has: mending is a matter of taste. */
static bool same(TSTree *a, TSTree *b)
{
    TSNode left = ts_tree_root_node(a), right = ts_tree_root_node(b);
    if (ts_node_has_error(left) || ts_node_has_error(right))
        return ts_node_has_error(left) == ts_node_has_error(right);
    char *one = ts_node_string(left), *other = ts_node_string(right);
    bool equal = strcmp(one, other) == 0;
    free(one);
    free(other);
    return equal;
}

static bool edits(TSParser *parser, unsigned count, const char *path)
{
    Text original = slurp(path);
    TSTree *tree = parse(parser, NULL, original);
    uint32_t random = original.len;
    bool good = true;
    for (unsigned i = 0; i < count && good; i++) {
        TSTree *old = ts_tree_copy(tree);
        Text changed = edit(original, old, &random);
        TSTree *read_on = parse(parser, old, changed), *afresh = parse(parser, NULL, changed);
        good = same(read_on, afresh);
        if (!good)
            fprintf(stderr, "%s: edit %u: reading on gives another tree\n", path, i);
        ts_tree_delete(old);
        ts_tree_delete(read_on);
        ts_tree_delete(afresh);
        free(changed.bytes);
    }
    ts_tree_delete(tree);
    free(original.bytes);
    return good;
}

int main(int argc, char **argv)
{
    TSParser *parser = ts_parser_new();
    bool good = argc > 2;
    if (!ts_parser_set_language(parser, tree_sitter_hplan()))
        fail("language", "another ABI");
    if (argc == 3 && strcmp(argv[1], "tree") == 0) {
        Text t = slurp(argv[2]);
        puts(ts_node_string(ts_tree_root_node(parse(parser, NULL, t))));
    } else if (argc > 2 && strcmp(argv[1], "faults") == 0) {
        for (int i = 2; i < argc; i++)
            faults(parser, argv[i]);
    } else if (argc == 4 && strcmp(argv[1], "query") == 0) {
        query(parser, argv[2], argv[3]);
    } else if (argc > 3 && strcmp(argv[1], "edits") == 0) {
        for (int i = 3; i < argc; i++)
            good = edits(parser, (unsigned)atoi(argv[2]), argv[i]) && good;
    } else {
        fail("usage", "see the head of harness.c");
    }
    ts_parser_delete(parser);
    return good ? 0 : 1;
}
