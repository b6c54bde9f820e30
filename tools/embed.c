/* embed: writes files into a C source as constant arrays.
 *
 * A tool of the build, run on the machine that builds:
 *
 *     embed OUTPUT.c NAME [FILE...]
 *
 * writes the table that embed.h declares, NAME_files, and NAME_file_count: for each FILE, in
 * the order given, its name without directories, its bytes, and its length. Two NUL bytes follow
 * each text and are not counted in the length, so that a scanner may run to the end of the buffer.
 * Bytes are written as numbers, since a string literal longer than 4095 characters is more than
 * C11 promises to take.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PER_LINE 24

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void fail(const char *what, const char *path)
{
    fprintf(stderr, "embed: %s: %s\n", path, what);
    exit(1);
}

/* Writes one array and returns the number of bytes in the file. */
static size_t write_bytes(FILE *out, const char *path, int index)
{
    FILE *in = fopen(path, "rb");
    if (!in)
        fail("cannot be opened", path);
    fprintf(out, "/* %s */\nstatic const unsigned char text_%d[] = {", base_name(path), index);
    size_t len = 0;
    for (int c; (c = getc(in)) != EOF; len++)
        fprintf(out, "%s%d,", len % PER_LINE == 0 ? "\n    " : "", c);
    if (ferror(in))
        fail("cannot be read", path);
    fclose(in);
    fprintf(out, "\n    0, 0,\n};\n\n");
    return len;
}

static void write_name(FILE *out, const char *name)
{
    putc('"', out);
    for (; *name; name++) {
        unsigned char c = (unsigned char)*name;
        if (c < ' ' || c > '~' || c == '"' || c == '\\' || c == '?')
            fprintf(out, "\\%03o", (unsigned)c);
        else
            putc(c, out);
    }
    putc('"', out);
}

int main(int argc, char **argv)
{
    enum { FIRST_FILE = 3 };
    if (argc < FIRST_FILE) {
        fprintf(stderr, "usage: embed OUTPUT.c NAME [FILE...]\n");
        return 2;
    }
    const char *table = argv[2];
    char **files = argv + FIRST_FILE;
    FILE *out = fopen(argv[1], "wb");
    if (!out)
        fail("cannot be written", argv[1]);
    fprintf(out, "/* Written by tools/embed.c when the library is built. */\n"
                 "#include \"embed.h\"\n\nEMBEDDED_FILES(%s);\n\n",
            table);

    size_t count = (size_t)argc - FIRST_FILE;
    size_t *lengths = calloc(count + 1, sizeof *lengths);
    if (!lengths)
        fail("out of memory", argv[1]);
    for (size_t i = 0; i < count; i++)
        lengths[i] = write_bytes(out, files[i], (int)i);

    /* A last row of nulls: the table is never empty, and can be walked without the count. */
    fprintf(out, "const EmbeddedFile %s_files[] = {\n", table);
    for (size_t i = 0; i < count; i++) {
        fprintf(out, "    { ");
        write_name(out, base_name(files[i]));
        fprintf(out, ", (const char *)text_%d, %zu },\n", (int)i, lengths[i]);
    }
    fprintf(out, "    { NULL, NULL, 0 },\n};\n\n");
    fprintf(out, "const size_t %s_file_count = %zu;\n", table, count);
    free(lengths);
    if (ferror(out) || fclose(out) != 0)
        fail("cannot be written", argv[1]);
    return 0;
}
