/*
 * consequences_text.c — running text that was pasted into a plan.  Layer: check.
 * See consequences.h.
 *
 * Requires: findings about lines that could not be read. Provides: where several such lines lie
 * together and read as text, or one of them is a whole sentence, one finding with the lines it is
 * about in place of theirs. A paragraph is one mistake: the marks about it are missing.
 */
#include "check/consequences.h"

#include "source/line_kind.h"

#include <stdlib.h>

enum { MOST_RUNS = 50, MOST_BETWEEN = 5, FEWEST_LINES = 2, FEWEST_BLANKS = 3 };

typedef struct Hit {
    FileId file;
    uint32_t line;
    Diag *diag;
} Hit;

typedef VEC(Hit) Hits;

typedef struct TextRun {
    FileId file;
    uint32_t first, last; /* lines */
    uint32_t lines;       /* of them that read as text and could not be read */
    uint32_t next;        /* the first hit behind it */
} TextRun;

/* ---- what reads as text ---- */

/* `Vi har {3 = antall(avdeling)} avdelinger.`: in a sentence braces hold a figure, and words follow
 * them; a body ends its line. */
static bool holds_figures(Str s)
{
    bool open = false, ends = false;
    for (uint32_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == (open ? '{' : '}'))
            return false;
        open = open ? s.ptr[i] != '}' : s.ptr[i] == '{';
        ends = s.ptr[i] == '}';
    }
    return !open && !ends && (s.ptr[0] == '{' || !line_begins_small(s));
}

/* Marks of the language itself; a text may quote. */
static bool has_marks(Str s)
{
    if (s.len == 0)
        return false;
    bool braces = memchr(s.ptr, '{', s.len) != NULL || memchr(s.ptr, '}', s.len) != NULL;
    return s.ptr[0] == '#' || memchr(s.ptr, '|', s.len) != NULL ||
           line_kind(s) == LINE_STATEMENT || (braces && !holds_figures(s));
}

static bool ends_sentence(Str s)
{
    return s.len > 0 && strchr(".!?", s.ptr[s.len - 1]) != NULL;
}

/* From a capital to a full stop, or several words; and no colon behind the first ones that would
 * make them a key. */
static bool reads_as_text(Str line)
{
    Str s = str_trim(line);
    uint32_t blanks = 0;
    if (s.len == 0 || has_marks(s))
        return false;
    if (line_is_item(s))
        return true;
    uint32_t fewest = ends_sentence(s) && !line_begins_small(s) ? 1 : FEWEST_BLANKS;
    for (uint32_t i = 0; i < s.len && blanks < FEWEST_BLANKS; i++) {
        if (s.ptr[i] == ':')
            return false;
        blanks += s.ptr[i] == ' ';
    }
    return blanks >= fewest;
}

static Str text_of(const Model *m, FileId file, uint32_t line)
{
    return source_line(sources_get(m->sources, file), line);
}

/* ---- lines that could not be read ---- */

bool consequences_unread(const Diag *d)
{
    char family = msg_info(d->code)->name[2];
    return d->severity == SEV_ERROR && !d->silenced && !span_is_none(d->span) &&
           d->code != HP1021 && d->code != HP1035 &&
           consequences_text(d, PART_LABEL, L_FOOTNOTE) == NULL && /* each has its own fix */
           (family == '1' || d->code == HP2001 || d->code == HP2004 || d->code == HP2007 ||
            d->code == HP2019);
}

static int by_place(const void *left, const void *right)
{
    const Hit *a = left;
    const Hit *b = right;
    if (a->file != b->file)
        return a->file < b->file ? -1 : 1;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->diag->span.off > b->diag->span.off) - (a->diag->span.off < b->diag->span.off);
}

/* Between the braces of a sentence: the line is text already, and the fault is the figure's. */
static bool is_in_prose(const Model *m, const Diag *d)
{
    Source *src = sources_get(m->sources, d->span.file);
    Str line = source_line(src, check_line(m, d->span));
    uint32_t from = (uint32_t)(line.ptr - src->text);
    if (d->span.off < from) /* the file as a whole, which a byte order mark begins */
        return false;
    Str before = {line.ptr, d->span.off - from};
    int64_t open = -1;
    for (uint32_t i = 0; i < before.len; i++)
        open = before.ptr[i] == '{' ? (int64_t)i : before.ptr[i] == '}' ? -1 : open;
    return open >= 0 && holds_figures(str_trim(line));
}

static Hits collect(const Model *m)
{
    Hits hits = {0};
    for (uint32_t i = 0; i < m->sink->list.len; i++) {
        Diag *d = m->sink->list.at[i];
        if (consequences_unread(d) && !is_in_prose(m, d))
            *vec_push(m->scratch, &hits) = (Hit){d->span.file, check_line(m, d->span), d};
    }
    if (hits.len > 1)
        qsort(hits.at, hits.len, sizeof *hits.at, by_place);
    return hits;
}

/* Do only text and blank lines stand between two lines? */
static bool text_between(const Model *m, FileId file, uint32_t from, uint32_t to)
{
    if (to - from > MOST_BETWEEN)
        return false;
    for (uint32_t line = from + 1; line < to; line++) {
        Str s = text_of(m, file, line);
        if (str_trim(s).len > 0 && !reads_as_text(s))
            return false;
    }
    return true;
}

static TextRun run_from(const Model *m, const Hits *hits, uint32_t i)
{
    const Hit *first = &hits->at[i];
    TextRun run = {first->file, first->line, first->line, 0, i + 1};
    run.lines = reads_as_text(text_of(m, first->file, first->line));
    for (; run.lines > 0 && run.next < hits->len; run.next++) {
        const Hit *hit = &hits->at[run.next];
        if (hit->file != run.file)
            break;
        if (hit->line == run.last)
            continue;
        Str text = text_of(m, hit->file, hit->line);
        if (has_marks(str_trim(text)) || !text_between(m, run.file, run.last, hit->line))
            break;
        run.lines += reads_as_text(text);
        run.last = hit->line;
    }
    return run;
}

/* From a capital to a full stop: nothing else, were it alone. */
static bool is_sentence(const Model *m, const TextRun *run)
{
    return !line_begins_small(str_trim(text_of(m, run->file, run->first))) &&
           ends_sentence(str_trim(text_of(m, run->file, run->last)));
}

/* From the first word to the end of the line. */
static Span line_span(const Model *m, FileId file, uint32_t line)
{
    Str whole = text_of(m, file, line), said = str_trim(whole);
    uint32_t off = (uint32_t)(said.ptr - sources_get(m->sources, file)->text);
    return (Span){file, off, said.len};
}

Diag *consequences_lines_told(Model *m, MsgId code, FileId file, uint32_t first, uint32_t last)
{
    for (uint32_t i = 0; i < m->sink->list.len; i++) {
        Diag *d = m->sink->list.at[i];
        if (d->silenced || span_is_none(d->span) || d->span.file != file)
            continue;
        uint32_t line = check_line(m, d->span);
        d->silenced = line >= first && line <= last;
    }
    return diag_at(m->sink, code, line_span(m, file, first));
}

Diag *consequences_text_told(Model *m, FileId file, uint32_t first, uint32_t last)
{
    Diag *d = consequences_lines_told(m, HP1035, file, first, last);
    diag_label(d, L_PROSE);
    return d;
}

void consequences_note_lines(Diag *d, uint32_t first, uint32_t last)
{
    diag_note(d, N_LINES_ARE_TEXT);
    diag_int(d, first);
    diag_int(d, last);
    diag_int(d, last - first + 1);
}

/* The block as it stands, between marks of its own. */
static void propose_marks(Model *m, Diag *d, const TextRun *run)
{
    Span from = line_span(m, run->file, run->first), to = line_span(m, run->file, run->last);
    Span all = {run->file, from.off, to.off + to.len - from.off};
    Str whole = text_of(m, run->file, run->first);
    Str indent = str_slice(whole, 0, whole.len - str_trim(whole).len);
    Str text = span_text(m->sources, all);
    Buf b;
    if (str_find(text, STR("\"\"\"")) >= 0)
        return;
    buf_init(&b, m->arena);
    buf_printf(&b, "\"\"\"\n%.*s%.*s\n%.*s\"\"\"", STR_ARG(indent), STR_ARG(text), STR_ARG(indent));
    diag_fix(d, all, buf_view(&b), F_MARKS_ABOUT_TEXT);
}

void consequences_text_runs(Model *m)
{
    Hits hits = collect(m);
    uint32_t runs = 0;
    for (uint32_t i = 0; i < hits.len && runs < MOST_RUNS;) {
        TextRun run = run_from(m, &hits, i);
        if (run.lines >= FEWEST_LINES || (run.lines > 0 && is_sentence(m, &run))) {
            Diag *told = consequences_text_told(m, run.file, run.first, run.last);
            if (run.last > run.first)
                consequences_note_lines(told, run.first, run.last);
            propose_marks(m, told, &run);
            runs++;
        }
        i = run.next;
    }
}
