/* mutant_scan.c: see mutant.h. What each byte of a plan is. */
#include "support/files.h"
#include "support/mutant.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Scan {
    PlanText *t;
    size_t at;
} Scan;

static bool looking_at(const Scan *s, const char *text)
{
    return strncmp(s->t->bytes + s->at, text, strlen(text)) == 0;
}

static void paint(Scan *s, size_t len, Ink ink)
{
    for (; len > 0 && s->at < s->t->len; len--)
        s->t->ink[s->at++] = (unsigned char)ink;
}

static void paint_line(Scan *s, Ink ink)
{
    paint(s, plan_line_end(s->t, s->at) - s->at, ink);
}

static void scan_row(Scan *s)
{
    size_t end = plan_line_end(s->t, s->at);
    while (s->at < end) {
        char c = s->t->bytes[s->at];
        paint(s, 1, c == '|' ? INK_BAR : c == '"' ? INK_QUOTE : INK_ROW);
    }
}

static void scan_string(Scan *s)
{
    size_t end = plan_line_end(s->t, s->at);
    paint(s, 1, INK_QUOTE);
    while (s->at < end && s->t->bytes[s->at] != '"')
        paint(s, 1, INK_STRING);
    if (s->at < end)
        paint(s, 1, INK_QUOTE);
}

static void scan_block(Scan *s)
{
    paint(s, 3, INK_FENCE);
    while (s->at < s->t->len && !looking_at(s, "\"\"\"")) {
        if (looking_at(s, "{")) {
            paint(s, 1, INK_LIVE_BRACE);
            while (s->at < s->t->len && !looking_at(s, "}"))
                paint(s, 1, INK_LIVE);
            paint(s, 1, INK_LIVE_BRACE);
        } else if (looking_at(s, "](")) {
            paint(s, 2, INK_TEXT);
            size_t len = strcspn(s->t->bytes + s->at, ")");
            bool away = strstr(s->t->bytes + s->at, "://") == s->t->bytes + s->at + 5;
            paint(s, len, away ? INK_TEXT : INK_LINK);
        } else {
            paint(s, 1, INK_TEXT);
        }
    }
    paint(s, 3, INK_FENCE);
}

static void scan(PlanText *t)
{
    Scan s = {t, 0};
    bool fresh = true; /* only blanks on the line so far */
    while (s.at < t->len) {
        char c = t->bytes[s.at];
        if (c == '#')
            paint_line(&s, INK_COMMENT);
        else if (looking_at(&s, "\"\"\""))
            scan_block(&s);
        else if (c == '"')
            scan_string(&s);
        else if (c == '|' && fresh)
            scan_row(&s);
        else if (looking_at(&s, "https://"))
            paint(&s, strcspn(t->bytes + s.at, " \n"), INK_URL);
        else
            paint(&s, 1, INK_CODE);
        fresh = c == '\n' || (fresh && c == ' ');
    }
}

PlanText plan_text_read(const char *path, const char *name)
{
    PlanText t = {.name = name};
    t.bytes = file_expect(path, &t.len);
    ck_assert_uint_gt(t.len, 0);
    t.ink = calloc(t.len + 1, 1);
    ck_assert_ptr_nonnull(t.ink);
    scan(&t);
    return t;
}

void plan_text_free(PlanText *t)
{
    free(t->bytes);
    free(t->ink);
}

int plan_line(const PlanText *t, size_t at)
{
    int line = 1;
    for (size_t i = 0; i < at && i < t->len; i++)
        line += t->bytes[i] == '\n';
    return line;
}

size_t plan_line_start(const PlanText *t, size_t at)
{
    while (at > 0 && t->bytes[at - 1] != '\n')
        at--;
    return at;
}

size_t plan_line_end(const PlanText *t, size_t at)
{
    return at + strcspn(t->bytes + at, "\n");
}

Mutant *mutant_add(Mutants *m, const char *kind, int file, size_t at, size_t len, const char *with,
                   size_t with_len)
{
    if (m->len == m->room) {
        m->room = m->room == 0 ? 1024 : m->room * 2;
        m->at = realloc(m->at, m->room * sizeof *m->at);
        ck_assert_ptr_nonnull(m->at);
    }
    Mutant *mutant = &m->at[m->len++];
    memset(mutant, 0, sizeof *mutant);
    mutant->kind = kind;
    mutant->count = 1;
    char *copy = calloc(with_len + 1, 1);
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, with, with_len);
    mutant->edits[0] = (Edit){file, at, len, copy};
    mutant->from = mutant->to = plan_line(&m->files[file], at);
    return mutant;
}

void mutants_free(Mutants *m)
{
    for (size_t i = 0; i < m->len; i++)
        for (int k = 0; k < m->at[i].count; k++)
            free(m->at[i].edits[k].with);
    free(m->at);
}
