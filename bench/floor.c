/*
 * floor.c — the least work that could be called a check of the bench's records: names are hashed,
 * amounts added and compared, references looked up. What it costs is the floor that hplanc stands
 * on; it has no language, no places and no messages to speak of.
 *
 *     floor FILE     (of `generate N plain`)
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *text;
static size_t len;
static const char **names; /* open addressing; a name ends at its | */
static size_t slots = 1024;

static uint64_t hash(const char *s)
{
    uint64_t h = 14695981039346656037u;
    for (; *s != '|' && *s != '\n'; s++)
        h = (h ^ (unsigned char)*s) * 1099511628211u;
    return h ^ h >> 29;
}

static int same(const char *a, const char *b)
{
    while (*a == *b && *a != '|' && *a != '\n')
        a++, b++;
    return (*a == '|' || *a == '\n') && (*b == '|' || *b == '\n');
}

static const char **slot_of(const char *name)
{
    size_t i = hash(name) & (slots - 1);
    while (names[i] != NULL && !same(names[i], name))
        i = (i + 1) & (slots - 1);
    return &names[i];
}

static int faults;

/* First pass: names and sums. Second: references, which may point forwards. */
static void pass(int references)
{
    long total = 0;
    const char *record = text;
    for (char *line = text, *end; line < text + len; line = end + 1) {
        end = memchr(line, '\n', (size_t)(text + len - line));
        char *bar = memchr(line, '|', (size_t)(end - line));
        int named = line[0] >= 'a' && line[0] <= 'z';
        if (references && named) {
            while ((bar = memchr(bar + 1, '|', (size_t)(end - bar - 1))) != NULL)
                if (*slot_of(bar + 1) == NULL)
                    faults++, printf("%.*s: dangling\n", (int)(end - line), line);
        } else if (!references && named) {
            *slot_of(line) = record = line;
            total = 0;
        } else if (!references && line[0] == '=') {
            if (strtol(bar + 1, NULL, 10) != total)
                faults++, printf("%.*s: sum\n", (int)strcspn(record, "|"), record);
        } else if (!references) {
            total += strtol(bar + 1, NULL, 10);
        }
    }
}

int main(int argc, char **argv)
{
    FILE *f = argc > 1 ? fopen(argv[1], "rb") : NULL;
    if (f == NULL || fseek(f, 0, SEEK_END) != 0)
        return 2;
    len = (size_t)ftell(f);
    rewind(f);
    text = malloc(len + 1);
    while (slots < len / 64) /* a record has more than a hundred bytes */
        slots *= 2;
    names = calloc(slots, sizeof *names);
    if (text == NULL || names == NULL || fread(text, 1, len, f) != len)
        return 2;
    pass(0);
    pass(1);
    return faults > 0;
}
