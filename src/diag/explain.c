/*
 * explain.c — the long story of a code.  Layer: diag.
 *
 * In: explain/HPnnnn.txt, one file a code:
 *
 *     nb: one or more paragraphs in bokmål, a blank line between them
 *     nn: the same in nynorsk
 *     en: and in English
 *     --- feil
 *     a complete small text that provokes exactly this code
 *     --- rett
 *     the same, mended
 *
 * A code about the surroundings may lack the examples. A missing language falls back on nb.
 */
#include "diag/render.h"
#include "embed.h"

EMBEDDED_FILES(explain);

typedef enum Section { IN_NB, IN_NN, IN_EN, IN_BAD, IN_GOOD, SECTIONS } Section;

typedef struct Story {
    Str part[SECTIONS];
} Story;

static Str find_file(MsgId code)
{
    Str name = str_from(msg_info(code)->name);
    for (size_t i = 0; i < explain_file_count; i++) {
        Str file = str_from(explain_files[i].name);
        if (str_starts(file, name) && str_eq(str_slice(file, name.len, file.len), STR(".txt")))
            return (Str){explain_files[i].text, (uint32_t)explain_files[i].len};
    }
    return STR_NONE;
}

/* Whether a line opens a section, and what of the line is text already. A language tag does so
 * only before the examples: in those everything is example. */
static bool opens(Str line, Section now, Section *next, uint32_t *text_from)
{
    static const char *const heads[SECTIONS] = {"nb:", "nn:", "en:", "--- feil", "--- rett"};
    for (Section s = 0; s < SECTIONS; s++) {
        Str head = str_from(heads[s]);
        bool example = s >= IN_BAD;
        if (!str_starts(line, head) || (now >= IN_BAD && !example))
            continue;
        if (example && str_trim(line).len != head.len)
            continue;
        *next = s;
        *text_from = example ? line.len : head.len;
        return true;
    }
    return false;
}

static uint32_t line_len(Str text, uint32_t at)
{
    const char *end = memchr(text.ptr + at, '\n', text.len - at);
    return end == NULL ? text.len - at : (uint32_t)(end - (text.ptr + at));
}

static Story read_story(Str text)
{
    Story story = {0};
    Section now = IN_NB;
    uint32_t from = 0;
    for (uint32_t at = 0; at < text.len;) {
        uint32_t len = line_len(text, at);
        uint32_t next = at + len < text.len ? at + len + 1 : text.len;
        Section opened;
        uint32_t text_from;
        if (opens((Str){text.ptr + at, len}, now, &opened, &text_from)) {
            story.part[now] = str_slice(text, from, at);
            now = opened;
            from = text_from == len ? next : at + text_from;
        }
        at = next;
    }
    story.part[now] = str_slice(text, from, text.len);
    return story;
}

/* False for a code that has no story. */
static bool story_of(MsgId code, Story *out)
{
    if (code >= MSG_COUNT || msg_info(code)->slug == NULL)
        return false;
    Str text = find_file(code);
    if (text.len == 0)
        return false;
    *out = read_story(text);
    return true;
}

/* Blanks and empty lines at both ends taken off. */
static Str trim_lines(Str s)
{
    while (s.len > 0 && strchr(" \r\n", s.ptr[0]) != NULL)
        s = str_slice(s, 1, s.len);
    while (s.len > 0 && strchr(" \r\n", s.ptr[s.len - 1]) != NULL)
        s.len--;
    return s;
}

/* The lines of a text, each without the blanks by which it lines up under its tag. */
static void put_prose(Buf *out, Str text)
{
    text = trim_lines(text);
    for (uint32_t at = 0; at < text.len;) {
        uint32_t len = line_len(text, at);
        buf_str(out, str_trim((Str){text.ptr + at, len}));
        buf_char(out, '\n');
        at += len + 1;
    }
}

static void put_example(Buf *out, const char *heading, Str text)
{
    if (text.len == 0)
        return;
    buf_printf(out, "\n%s:\n\n", heading);
    for (uint32_t at = 0; at < text.len;) {
        uint32_t len = line_len(text, at);
        if (len > 0)
            buf_cstr(out, "    ");
        buf_put(out, text.ptr + at, len);
        buf_char(out, '\n');
        at += len + 1;
    }
}

bool render_explanation(Buf *out, MsgId code, Lang lang)
{
    static const char *const bad[][LANG_COUNT] = {
        [SEV_NOTE] = {"Slik gir det merknad", "Slik gir det merknad", "This gives a note"},
        [SEV_WARNING] = {"Slik gir det advarsel", "Slik gir det åtvaring", "This gives a warning"},
        [SEV_ERROR] = {"Slik gir det feil", "Slik gir det feil", "This gives an error"},
    };
    static const char *const good[] = {"Slik er det rett", "Slik er det rett", "This is right"};
    static const Section section[LANG_COUNT] = {IN_NB, IN_NN, IN_EN};

    Story story;
    if (!story_of(code, &story))
        return false;
    Str prose = trim_lines(story.part[section[lang]]);
    if (prose.len == 0)
        prose = story.part[IN_NB];

    const MsgInfo *info = msg_info(code);
    buf_printf(out, "%s %s (", info->name, info->slug);
    buf_str(out, severity_word(info->severity, lang));
    buf_cstr(out, ")\n");
    buf_str(out, msg_general(out->arena, code, lang));
    buf_cstr(out, "\n\n");
    put_prose(out, prose);
    put_example(out, bad[info->severity][lang], story.part[IN_BAD]);
    put_example(out, good[lang], story.part[IN_GOOD]);
    return true;
}

bool explain_examples(MsgId code, Str *bad, Str *good)
{
    Story story;
    if (!story_of(code, &story))
        return false;
    *bad = story.part[IN_BAD];
    *good = story.part[IN_GOOD];
    return bad->len > 0 && good->len > 0;
}
