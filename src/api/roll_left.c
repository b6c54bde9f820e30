/*
 * roll_left.c — what is to be mended in next year's plan before it is adopted.  Layer: api.
 *
 * In a draft, as the new plan is, some errors are warnings: a breakdown that is still the old
 * year's, a code that is no longer valid. They are found by checking it, and each becomes a comment
 * where it stands that says what is to be done.
 */
#include "api/roll_left.h"

#include "years/wording.h"

#include <stdlib.h>

/* Findings of one plan that become lines; whoever has more meets the rest with check. Room for them
 * is made beforehand: while a trial is open nothing may be taken from the session's arena. */
enum { MOST_LEFT = 200, MOST_TEXT = 32 << 10 };

typedef struct Leaving {
    const Trial *trial;
    const RollFiles *files;
    RollLeft *at;
    uint32_t len;
    char *text;
    size_t used;
} Leaving;

/* ---- where ---------------------------------------------------------------------------------- */

static bool is_statement(const Node *n)
{
    return n->kind == N_DECL || n->kind == N_PROP || n->kind == N_TEXT || n->kind == N_TABLE;
}

static NodeRef child_at(const Tree *t, NodeRef node, uint32_t off)
{
    for (NodeRef c = tree_child(t, node); c != 0; c = tree_next(t, c)) {
        const Node *n = tree_node(t, c);
        if (n->off <= off && off < n->off + n->len)
            return c;
    }
    return 0;
}

/* The innermost statement around a place that begins a line; 0: the file. */
static uint32_t statement_at(const Tree *t, const Source *src, uint32_t off)
{
    uint32_t found = 0;
    for (NodeRef n = child_at(t, t->root, off); n != 0; n = child_at(t, n, off))
        if (is_statement(tree_node(t, n)) && text_begins_line(src->text, tree_node(t, n)->off))
            found = tree_node(t, n)->off;
    return found;
}

/* Counted, since an index of the lines would take memory. */
static uint32_t line_of(const Source *src, uint32_t off)
{
    uint32_t line = 1;
    for (uint32_t i = 0; i < off; i++)
        line += src->text[i] == '\n';
    return line;
}

/* ---- what ----------------------------------------------------------------------------------- */

/* The plan's file; FILE_NONE: it is of another. */
static FileId own_file(const Leaving *l, size_t of_trial)
{
    for (uint32_t i = 0; i < l->files->len; i++)
        if (trial_file(l->trial, l->files->at[i]) == of_trial)
            return l->files->at[i];
    return FILE_NONE;
}

static bool is_softened(const hplan_finding *f)
{
    return !f->known && f->severity == HPLAN_WARNING &&
           msg_info(msg_code(str_from(f->code)))->severity == SEV_ERROR;
}

static bool is_told(const Leaving *l, const RollLeft *left)
{
    for (uint32_t i = 0; i < l->len; i++)
        if (l->at[i].file == left->file && l->at[i].line == left->line &&
            str_eq(l->at[i].text, left->text))
            return true;
    return false;
}

static void leave(Leaving *l, const hplan_finding *f)
{
    FileId file = own_file(l, f->range.file);
    Str text = str_from(f->message);
    if (file == FILE_NONE || l->len == MOST_LEFT || l->used + text.len > MOST_TEXT)
        return;
    if (str_ends(text, STR(".")))
        text.len--;
    hplan_session *trial = l->trial->session;
    const Tree *tree = load_file(trial, (FileId)f->range.file)->tree;
    const Source *src = sources_get(&trial->sources, (FileId)f->range.file);
    uint32_t off = statement_at(tree, src, (uint32_t)f->range.start);
    RollLeft left = {file, line_of(src, off), text};
    if (is_told(l, &left))
        return;
    memcpy(l->text + l->used, text.ptr, text.len);
    left.text.ptr = l->text + l->used;
    l->used += text.len;
    l->at[l->len++] = left;
}

static hplan_status leave_all(Leaving *l)
{
    hplan_finding f;
    hplan_status status;
    for (size_t n = 0; (status = hplan_ide_finding(l->trial->session, n, &f)) == HPLAN_OK; n++)
        if (f.range.file != SIZE_MAX && is_softened(&f))
            leave(l, &f);
    return status == HPLAN_UNKNOWN ? HPLAN_OK : status; /* behind the last */
}

/* ---- all of it ------------------------------------------------------------------------------ */

static int by_place(const void *a, const void *b)
{
    const RollLeft *x = a;
    const RollLeft *y = b;
    if (x->file != y->file)
        return x->file < y->file ? -1 : 1;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return x->text.ptr < y->text.ptr ? -1 : 1; /* as they were found */
}

hplan_status roll_left(hplan_session *s, Model *m, const RollFiles *files, const RollWish *wish,
                       Lang lang, RollLefts *out)
{
    Arena arena;
    Trial trial;
    Leaving l = {.trial = &trial, .files = files};
    l.at = arena_array(&s->arena, RollLeft, MOST_LEFT);
    l.text = arena_array(&s->arena, char, MOST_TEXT);
    arena_open_inner(&arena, &s->arena);
    hplan_status status = roll_try(s, m, files, wish, &arena, &trial);
    if (status == HPLAN_OK) {
        trial.session->lang = lang;
        status = leave_all(&l);
        trial_close(&trial);
    }
    arena_close_inner(&arena, &s->arena);
    if (l.len > 0)
        qsort(l.at, l.len, sizeof *l.at, by_place);
    for (uint32_t i = 0; i < l.len; i++)
        *vec_push(&s->arena, out) = l.at[i];
    return status;
}

void roll_left_put(Buf *out, Str text, FileId file, const RollLefts *left, Lang lang)
{
    uint32_t line = 1;
    uint32_t next = 0;
    while (next < left->len && left->at[next].file < file)
        next++;
    for (uint32_t at = 0, end; at < text.len; at = end, line++) {
        for (; next < left->len && left->at[next].file == file && left->at[next].line == line;
             next++)
            buf_printf(out, "# %.*s%.*s\n", STR_ARG(say_text(SAY_FILL_IN, lang)),
                       STR_ARG(left->at[next].text));
        for (end = at; end < text.len && text.ptr[end] != '\n';)
            end++;
        end += end < text.len;
        buf_str(out, str_slice(text, at, end));
    }
}
