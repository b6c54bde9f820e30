/*
 * coverage.c — how far the figures are proven: a table a file, and what is left.  Layer: api.
 *
 *     Tall                     i alt  bevist      støttet     skrevet     løse
 *     handlingsplan.hplan         53      29 55 %     7 13 %     17 32 %     0  0 %
 *
 *     Bare skrevet:
 *       handlingsplan.hplan:57:83  32,30 årsverk  Ansatte, 2018
 *
 * In: the figures of all roots, kept while they were checked. Out: the same as a text in the
 * language of the messages, or as JSON lines. A figure of a file that two plans share is counted
 * once, by the plan that proves it best.
 */
#include "api/session.h"
#include "base/json.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const keys[COVER_COUNT] = {
    [COVER_LOOSE] = "loose",
    [COVER_TYPED] = "typed",
    [COVER_SUPPORTED] = "supported",
    [COVER_PROVEN] = "proven",
};

uint32_t coverage_total(const CoverCounts *counts)
{
    uint32_t total = 0;
    for (int c = 0; c < COVER_COUNT; c++)
        total += counts->of[c];
    return total;
}

/* To the nearest, but never 100 % unless it is all of them, nor 0 % where there is one. */
unsigned coverage_percent(uint32_t part, uint32_t total)
{
    if (part == 0 || part == total)
        return part == 0 ? 0 : 100;
    unsigned percent = (unsigned)(((uint64_t)part * 200 + total) / ((uint64_t)total * 2));
    return percent == 0 ? 1 : percent == 100 ? 99 : percent;
}

/* ---- each figure once, in order of files and places ----------------------------------------- */

static int by_place(const void *left, const void *right)
{
    const CoverFigure *a = left;
    const CoverFigure *b = right;
    if (a->span.file != b->span.file)
        return a->span.file < b->span.file ? -1 : 1;
    if (a->span.off != b->span.off)
        return a->span.off < b->span.off ? -1 : 1;
    return (int)b->cover - (int)a->cover;
}

static void settle(CoverFigures *figures)
{
    uint32_t kept = 0;
    if (figures->len > 1)
        qsort(figures->at, figures->len, sizeof *figures->at, by_place);
    for (uint32_t i = 0; i < figures->len; i++) {
        const CoverFigure *f = &figures->at[i];
        const CoverFigure *last = kept == 0 ? NULL : &figures->at[kept - 1];
        if (last == NULL || last->span.file != f->span.file || last->span.off != f->span.off)
            figures->at[kept++] = *f;
    }
    figures->len = kept;
}

static CoverCounts count(const CoverFigures *figures, FileId file)
{
    CoverCounts counts = {{0}};
    for (uint32_t i = 0; i < figures->len; i++)
        if (file == FILE_NONE || figures->at[i].span.file == file)
            counts.of[figures->at[i].cover]++;
    return counts;
}

/* The files with figures, in the order in which they were read; counted in one walk. */
typedef struct FileCounts {
    FileId file;
    CoverCounts counts;
} FileCounts;

typedef VEC(FileCounts) FileRows;

static FileRows rows_of(Arena *a, const CoverFigures *figures)
{
    FileRows rows = {0};
    for (uint32_t i = 0; i < figures->len; i++) {
        const CoverFigure *f = &figures->at[i];
        if (rows.len == 0 || rows.at[rows.len - 1].file != f->span.file)
            vec_push(a, &rows)->file = f->span.file;
        rows.at[rows.len - 1].counts.of[f->cover]++;
    }
    return rows;
}

/* ---- for people ----------------------------------------------------------------------------- */

static const ToldId heads[] = {TOLD_PROVEN, TOLD_SUPPORTED, TOLD_TYPED, TOLD_LOOSE};

enum { NUMBER_WIDTH = 7, SHARE_WIDTH = 6 };

static void put_padded(Buf *out, Str s, uint32_t width, bool right)
{
    uint32_t used = utf8_width(s);
    uint32_t blanks = used < width ? width - used : 0;
    if (right)
        buf_repeat(out, " ", blanks);
    buf_str(out, s);
    if (!right)
        buf_repeat(out, " ", blanks);
}

static void put_number(Buf *out, uint32_t n, uint32_t width)
{
    char text[16];
    (void)snprintf(text, sizeof text, "%u", (unsigned)n);
    put_padded(out, str_from(text), width, true);
}

static void put_row(Buf *out, Str name, uint32_t width, const CoverCounts *counts)
{
    uint32_t total = coverage_total(counts);
    put_padded(out, name, width, false);
    put_number(out, total, NUMBER_WIDTH);
    for (int c = COVER_COUNT - 1; c >= 0; c--) {
        put_number(out, counts->of[c], NUMBER_WIDTH);
        put_number(out, coverage_percent(counts->of[c], total), SHARE_WIDTH - 2);
        buf_cstr(out, " %");
    }
    buf_char(out, '\n');
}

static void put_table(Buf *out, const hplan_session *s, const FileRows *rows,
                      const CoverFigures *figures)
{
    Str title = str_from(told_text(TOLD_FIGURES, s->lang));
    Str in_all = str_from(told_text(TOLD_IN_ALL, s->lang));
    uint32_t width = utf8_width(title);
    for (uint32_t i = 0; i < rows->len; i++) {
        uint32_t used = utf8_width(sources_get(&s->sources, rows->at[i].file)->name);
        width = used > width ? used : width;
    }
    put_padded(out, title, width, false);
    put_padded(out, in_all, NUMBER_WIDTH, true);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        put_padded(out, str_from(told_text(heads[i], s->lang)), NUMBER_WIDTH + SHARE_WIDTH, true);
    buf_char(out, '\n');
    for (uint32_t i = 0; i < rows->len; i++)
        put_row(out, sources_get(&s->sources, rows->at[i].file)->name, width, &rows->at[i].counts);
    if (rows->len != 1) {
        CoverCounts all = count(figures, FILE_NONE);
        put_row(out, in_all, width, &all);
    }
}

static void put_figure(Buf *out, hplan_session *s, const CoverFigure *f)
{
    Source *src = sources_get(&s->sources, f->span.file);
    Place place = source_place(src, f->span.off);
    Str text = span_text(&s->sources, f->span);
    buf_printf(out, "  %.*s:%u:%u  ", STR_ARG(src->name), (unsigned)place.line,
               (unsigned)place.column);
    for (uint32_t i = 0; i < text.len; i++)
        buf_char(out, text.ptr[i] == '\n' ? ' ' : text.ptr[i]);
    if (f->label.len > 0) {
        buf_cstr(out, "  ");
        buf_str(out, f->label);
    }
    buf_char(out, '\n');
}

/* The weakest first: those are the ones to do something about. */
static void put_unproven(Buf *out, hplan_session *s, const CoverFigures *figures, uint32_t max)
{
    static const ToldId titles[] = {
        [COVER_LOOSE] = TOLD_LOOSE_LIST,
        [COVER_TYPED] = TOLD_TYPED_LIST,
        [COVER_SUPPORTED] = TOLD_SUPPORTED_LIST,
    };
    CoverCounts all = count(figures, FILE_NONE);
    uint32_t left = coverage_total(&all) - all.of[COVER_PROVEN];
    uint32_t shown = 0;
    for (int c = COVER_LOOSE; c < COVER_PROVEN; c++) {
        bool begun = false;
        for (uint32_t i = 0; i < figures->len && (max == 0 || shown < max); i++) {
            if (figures->at[i].cover != c)
                continue;
            if (!begun)
                buf_printf(out, "\n%s\n", told_text(titles[c], s->lang));
            begun = true;
            put_figure(out, s, &figures->at[i]);
            shown++;
        }
    }
    if (shown < left)
        buf_printf(out, "%s%u%s", told_text(TOLD_MORE_BEFORE, s->lang), (unsigned)(left - shown),
                   told_text(TOLD_MORE_BEHIND, s->lang));
}

/* ---- for machines --------------------------------------------------------------------------- */

static void json_key_int(JsonOut *j, const char *key, int64_t n)
{
    json_out_key(j, key);
    json_out_int(j, n);
}

static void put_json_counts(Buf *out, const char *what, const Str *file, const CoverCounts *counts)
{
    JsonOut j;
    json_out_init(&j, out, 0);
    json_out_open(&j, '{');
    json_out_key(&j, "coverage");
    json_out_cstr(&j, what);
    if (file != NULL) {
        json_out_key(&j, "file");
        json_out_str(&j, *file);
    }
    json_key_int(&j, "figures", coverage_total(counts));
    for (int c = COVER_COUNT - 1; c >= 0; c--)
        json_key_int(&j, keys[c], counts->of[c]);
    json_out_close(&j, '}');
    buf_char(out, '\n');
}

static void put_json_figure(Buf *out, hplan_session *s, const CoverFigure *f)
{
    Source *src = sources_get(&s->sources, f->span.file);
    Place place = source_place(src, f->span.off);
    JsonOut j;
    json_out_init(&j, out, 0);
    json_out_open(&j, '{');
    json_out_key(&j, "coverage");
    json_out_cstr(&j, "figure");
    json_out_key(&j, "cover");
    json_out_cstr(&j, keys[f->cover]);
    json_out_key(&j, "file");
    json_out_str(&j, src->name);
    json_key_int(&j, "line", place.line);
    json_key_int(&j, "column", place.column);
    json_key_int(&j, "offset", f->span.off);
    json_key_int(&j, "length", f->span.len);
    json_out_key(&j, "text");
    json_out_str(&j, span_text(&s->sources, f->span));
    json_out_key(&j, "label");
    if (f->label.len > 0)
        json_out_str(&j, f->label);
    else
        json_out_null(&j);
    json_out_close(&j, '}');
    buf_char(out, '\n');
}

static void put_json(Buf *out, hplan_session *s, const FileRows *rows, const CoverFigures *figures)
{
    CoverCounts all = count(figures, FILE_NONE);
    for (uint32_t i = 0; i < rows->len; i++)
        put_json_counts(out, "file", &sources_get(&s->sources, rows->at[i].file)->name,
                        &rows->at[i].counts);
    put_json_counts(out, "total", NULL, &all);
    for (uint32_t i = 0; i < figures->len; i++)
        put_json_figure(out, s, &figures->at[i]);
}

/* ---- all of it ------------------------------------------------------------------------------ */

void coverage_put(Buf *out, hplan_session *s, hplan_form form, uint32_t max)
{
    settle(&s->figures);
    FileRows rows = rows_of(&s->arena, &s->figures);
    if (form == HPLAN_FORM_JSON) {
        put_json(out, s, &rows, &s->figures);
    } else if (form == HPLAN_FORM_TEXT) {
        put_table(out, s, &rows, &s->figures);
        put_unproven(out, s, &s->figures, max);
    }
}
