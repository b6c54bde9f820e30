/*
 * scan.c — the bare scanner over a file, without grammar and without actions: how many tokens.
 *
 *     scan FILE
 *
 * A floor for the bench. It looks at every byte as a check does before it understands anything.
 * Linked with the library, whose inside it borrows.
 */
#include "syntax/scan.h"

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    FILE *f = argc > 1 ? fopen(argv[1], "rb") : NULL;
    if (f == NULL || fseek(f, 0, SEEK_END) != 0)
        return 2;
    size_t len = (size_t)ftell(f);
    char *text = calloc(len + 2, 1);
    rewind(f);
    if (text == NULL || fread(text, 1, len, f) != len)
        return 2;
    Arena arena;
    SourceSet sources;
    DiagSink sink;
    arena_init(&arena, NULL);
    sources_init(&sources, &arena);
    sink_init(&sink, &arena, &sources);
    FileId file = sources_add(&sources, str_from(argv[1]), str_from(argv[1]), text, (uint32_t)len);
    static Scan s;
    unsigned long tokens = 0;
    Tok tok = {0};
    scan_init(&s, sources_get(&sources, file), file, &sink, &arena);
    if (!scan_prepare(&s))
        return 2;
    s.line_off = s.start;
    scan_open(&s);
    for (; tok.kind != T_EOF; tokens++)
        scan_next(&s, &tok);
    printf("%lu\n", tokens);
    return 0;
}
