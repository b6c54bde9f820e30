/*
 * texts.c — what the command says, in which language, and near misses.  Layer: cli.
 *
 * In: the environment, words that were typed. Out: texts of texts.def. The C library's locale is
 * never set: the same command says the same on every machine with the same language.
 */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

static const char *const texts[T_COUNT][3] = {
#define TEXT(id, nb, nn, en) [T_##id] = {nb, nn, en},
#include "cli/texts.def"
#undef TEXT
};

int lang_column(hplan_lang lang)
{
    return lang == HPLAN_LANG_AUTO ? 0 : (int)lang - (int)HPLAN_LANG_NB;
}

const char *text_in(TextId id, hplan_lang lang)
{
    return texts[id][lang_column(lang)];
}

hplan_lang lang_named(const char *name)
{
    static const char *const names[] = {"nb", "nn", "en"};
    for (int i = 0; i < 3; i++)
        if (strcmp(name, names[i]) == 0)
            return (hplan_lang)(HPLAN_LANG_NB + i);
    return HPLAN_LANG_AUTO;
}

hplan_lang lang_of_environment(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value == NULL || value[0] == '\0')
            continue;
        if (strncmp(value, "no", 2) == 0)
            return HPLAN_LANG_NB;
        char tag[3] = {value[0], value[1], '\0'};
        return lang_named(tag);
    }
    return HPLAN_LANG_AUTO;
}

/* ---- near misses ---------------------------------------------------------------------------- */

enum { LONGEST = 40, NEAR = 2 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Changes of one byte, and swaps of two neighbours, from one word to the other. */
static size_t distance(const char *a, const char *b)
{
    size_t rows[LONGEST + 1][LONGEST + 1];
    size_t m = strlen(a);
    size_t n = strlen(b);
    if (m > LONGEST || n > LONGEST)
        return LONGEST;
    for (size_t i = 0; i <= m; i++) {
        for (size_t j = 0; j <= n; j++) {
            if (i == 0 || j == 0) {
                rows[i][j] = i + j;
                continue;
            }
            size_t changed = rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            rows[i][j] = least(changed, 1 + least(rows[i - 1][j], rows[i][j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                rows[i][j] = least(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows[m][n];
}

const char *nearest_name(const char *word, const char *const *names, size_t count)
{
    const char *best = NULL;
    size_t limit = strlen(word) < 4 ? 1 : NEAR;
    size_t best_distance = limit + 1;
    for (size_t i = 0; i < count; i++) {
        size_t d = names[i] == NULL ? best_distance : distance(word, names[i]);
        if (d < best_distance) {
            best_distance = d;
            best = names[i];
        }
    }
    return best;
}
