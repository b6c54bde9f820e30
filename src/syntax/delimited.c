/*
 * delimited.c — a table out of a spreadsheet, given in the place of a plan.  Layer: syntax.
 *
 * In: the bytes of a file, of whatever encoding. Out: whether they are fields with semicolons, tabs
 * or commas between them. Asked of every file, so that a line of a plan soon says no.
 */
#include "syntax/delimited.h"

#include <string.h>

enum { LEAST_LINES = 2, LINES = 20 };

/* Braces and bars, a comment, the colon of a property at its head: no field of a spreadsheet. */
static bool has_marks_of_a_plan(Str line)
{
    if (line.ptr[0] == '#' || line.ptr[line.len - 1] == ':' ||
        str_find(line, STR("\"\"\"")) >= 0)
        return true;
    bool head = true;
    for (uint32_t i = 0; i < line.len; i++) {
        head = head && strchr(";\t,", line.ptr[i]) == NULL;
        bool property = head && line.ptr[i] == ':' && line.ptr[i + 1] == ' ';
        if (property || strchr("{}|", line.ptr[i]) != NULL)
            return true;
    }
    return false;
}

/* `mål a "A"`: a quote in the midst of a field is a title, which stands behind words. */
static bool has_title(Str line)
{
    bool quoted = false;
    for (uint32_t i = 0; i < line.len; i++) {
        if (line.ptr[i] != '"')
            continue;
        quoted = !quoted;
        if (quoted && i > 1 && line.ptr[i - 1] == ' ' && strchr(";\t,", line.ptr[i - 2]) == NULL)
            return true;
    }
    return false;
}

/* How many such marks stand in the line outside of quotes. A semicolon that a blank follows is not
 * a program's: so people write between statements. */
static uint32_t count_marks(Str line, char mark)
{
    uint32_t count = 0;
    bool quoted = false;
    for (uint32_t i = 0; i < line.len; i++) {
        quoted = quoted != (line.ptr[i] == '"');
        count += !quoted && line.ptr[i] == mark && (mark != ';' || line.ptr[i + 1] != ' ');
    }
    return count;
}

/* Sentences may have a comma each, a list of names as well. */
static bool is_prose(Str line, char mark)
{
    return mark == ',' && (line.ptr[line.len - 1] == '.' || line.ptr[line.len - 1] == ',');
}

bool is_delimited(Str text)
{
    static const char marks[] = {';', '\t', ','};
    uint32_t fields[sizeof marks] = {0};
    bool parted[sizeof marks] = {true, true, true};
    uint32_t lines = 0;
    for (uint32_t at = 0; at < text.len && lines < LINES;) {
        const char *end = memchr(text.ptr + at, '\n', text.len - at);
        uint32_t to = end == NULL ? text.len : (uint32_t)(end - text.ptr);
        Str line = str_trim(str_slice(text, at, to));
        at = to + 1;
        if (line.len == 0)
            continue;
        if (has_marks_of_a_plan(line) || has_title(line))
            return false;
        bool any = false;
        for (size_t i = 0; i < sizeof marks; i++) {
            uint32_t count = count_marks(line, marks[i]);
            parted[i] = parted[i] && count > 0 && !is_prose(line, marks[i]) &&
                        (lines == 0 || count == fields[i]);
            fields[i] = count;
            any = any || parted[i];
        }
        if (!any)
            return false;
        lines++;
    }
    return lines >= LEAST_LINES;
}
