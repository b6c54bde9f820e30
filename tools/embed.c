/* embed: writes files into a C source as constant arrays.
 *
 * A tool of the build, run on the machine that builds:
 *
 *     embed OUTPUT.c [FILE...]
 *
 * writes the table declared in src/api/stdlib_data.h: for each FILE, in the order given, its name
 * without directories, its bytes, and its length. Two NUL bytes follow each text and are not
 * counted in the length, so that a scanner may run to the end of the buffer. Bytes are written as
 * numbers, since a string literal longer than 4095 characters is more than C11 promises to take.
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
    if (argc < 2) {
        fprintf(stderr, "usage: embed OUTPUT.c [FILE...]\n");
        return 2;
    }
    FILE *out = fopen(argv[1], "wb");
    if (!out)
        fail("cannot be written", argv[1]);
    fprintf(out, "/* Written by tools/embed.c when the library is built. */\n"
                 "#include <stddef.h>\n\n#include \"api/stdlib_data.h\"\n\n");

    size_t count = (size_t)argc - 2;
    size_t *lengths = calloc(count + 1, sizeof *lengths);
    if (!lengths)
        fail("out of memory", argv[1]);
    for (size_t i = 0; i < count; i++)
        lengths[i] = write_bytes(out, argv[i + 2], (int)i);

    /* A last row of nulls: the table is never empty, and can be walked without the count. */
    fprintf(out, "const StdlibFile stdlib_files[] = {\n");
    for (size_t i = 0; i < count; i++) {
        fprintf(out, "    { ");
        write_name(out, base_name(argv[i + 2]));
        fprintf(out, ", (const char *)text_%d, %zu },\n", (int)i, lengths[i]);
    }
    fprintf(out, "    { NULL, NULL, 0 },\n};\n\nconst size_t stdlib_file_count = %zu;\n", count);
    free(lengths);
    if (ferror(out) || fclose(out) != 0)
        fail("cannot be written", argv[1]);
    return 0;
}
