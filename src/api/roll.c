/*
 * roll.c — next year's plan, all its files.  Layer: api.
 *
 * In: a checked session whose root is a plan, or a report that answers one. Out: texts and what is
 * left to do in them. Files that are part of the plan come along; others are named as they are seen
 * from where the new plan lies.
 */
#include "api/path.h"
#include "api/roll_left.h"
#include "years/wording.h"

typedef struct Rolling {
    hplan_session *s;
    Model *m;
    RollWish wish;
    Rolled rolled;
    FileId plan;            /* the plan's file */
    Str old_folder;         /* canonical, where that lies */
    Str new_folder;         /* canonical, where the new one is to lie */
    Str shown_folder, base; /* of the path as it was given */
    RollFiles files;
    RollLefts left;
} Rolling;

typedef VEC(hplan_rolled_file) Files;
typedef VEC(hplan_rolled_line) Lines;

/* ---- which plan ----------------------------------------------------------------------------- */

/* A report in the plan's own file would come along, so there must be none. */
static void find_plan(Rolling *r, FileId file)
{
    const Model *m = r->m;
    r->wish.plan = only_plan(m, file);
    for (DeclId d = 1; d < m->decls.len; d++) {
        const Decl *decl = model_decl(m, d);
        const Fact *of = decl->kind == K_REPORT ? decl_fact(m, d, P_ANSWERS) : NULL;
        if (of == NULL || m->docs.at[decl->doc].file != file)
            continue;
        r->wish.plan = r->wish.plan == 0 ? of->ref : 0;
        break;
    }
    if (r->wish.plan != 0)
        r->plan = m->docs.at[model_decl(m, r->wish.plan)->doc].file;
}

/* What was asked about a figure is a text of the model, too, but no file. */
static bool is_file(const Rolling *r, FileId file)
{
    return file < r->s->files.len && load_file(r->s, file) != NULL &&
           load_file(r->s, file)->on_disk;
}

static void find_files(Rolling *r)
{
    *vec_push(&r->s->arena, &r->files) = r->plan;
    for (DocId doc = 1; doc < r->m->docs.len; doc++) {
        FileId file = r->m->docs.at[doc].file;
        if (roll_has(r->m, doc, r->wish.plan) && file != r->plan && is_file(r, file))
            *vec_push(&r->s->arena, &r->files) = file;
    }
}

/* ---- where it lies -------------------------------------------------------------------------- */

static Str seen_from_plan(const Rolling *r, FileId file)
{
    Str path = sources_get(&r->s->sources, file)->path;
    return path_from(&r->s->arena, r->old_folder, path);
}

/* As the caller is to call it. */
static Str shown_path(const Rolling *r, FileId file)
{
    Str name = file == r->plan ? r->base : seen_from_plan(r, file);
    return path_join(&r->s->arena, r->shown_folder, name);
}

/* Where a file of the new plan is to lie. */
static Str new_path(const Rolling *r, FileId file)
{
    Str name = file == r->plan ? r->base : seen_from_plan(r, file);
    return path_normal(&r->s->arena, path_join(&r->s->arena, r->new_folder, name));
}

static void name_anew(Rolling *r, Span statement, Str path)
{
    Str text = span_text(&r->s->sources, statement);
    Buf quoted;
    int64_t from = str_find(text, STR("\""));
    uint32_t to = text.len;
    while (to > 0 && text.ptr[to - 1] != '"')
        to--;
    if (from < 0 || to <= (uint32_t)from + 1)
        return;
    buf_init(&quoted, &r->s->arena);
    buf_printf(&quoted, "\"%.*s\"", STR_ARG(path));
    *vec_push(r->m->arena, &r->rolled.edits) =
        (RollEdit){{statement.file, statement.off + (uint32_t)from, to - (uint32_t)from},
                   buf_view(&quoted),
                   true};
}

/* The file that it is part of has a new name, and files outside the plan another path from here. */
static void name_others(Rolling *r, FileId file)
{
    const File *f = load_file(r->s, file);
    Str folder = path_folder(new_path(r, file));
    if (f->part_of == r->plan && !span_is_none(f->part_span))
        name_anew(r, f->part_span, path_from(&r->s->arena, folder, new_path(r, r->plan)));
    for (uint32_t i = 0; i < f->uses.len; i++) {
        const Use *use = &f->uses.at[i];
        if (use->in_body || use->target == FILE_NONE || !load_file(r->s, use->target)->on_disk)
            continue;
        Str target = sources_get(&r->s->sources, use->target)->path;
        name_anew(r, tree_span(f->tree, use->node), path_from(&r->s->arena, folder, target));
    }
}

static hplan_status find_folders(Rolling *r, const char *path)
{
    Str given = path == NULL ? STR("-") : str_from(path);
    r->shown_folder = path_folder(given);
    r->base = path_base(given);
    r->old_folder = path_folder(sources_get(&r->s->sources, r->plan)->path);
    return load_folder_of(r->s, given, &r->new_folder);
}

/* ---- what is left to do --------------------------------------------------------------------- */

/* What a line of comment speaks of stands behind it: a statement, a table, a text block, or what is
 * left out and so a comment itself. */
typedef enum Behind { BEHIND_NOTHING, BEHIND_FILL_IN, IN_COMMENT, IN_TABLE, IN_TEXT } Behind;

static bool is_covered(Behind *behind, Str line)
{
    Str text = str_trim(line);
    bool row = str_starts(text, STR("|"));
    bool comment = str_starts(text, STR("#"));
    bool block = str_starts(text, STR("\"\"\""));
    bool closed = text.len >= 6 && str_ends(text, STR("\"\"\""));
    bool covered = *behind != BEHIND_NOTHING && (*behind != IN_TABLE || row) &&
                   (*behind != IN_COMMENT || comment);
    if (*behind == IN_TEXT)
        *behind = str_ends(text, STR("\"\"\"")) ? BEHIND_NOTHING : IN_TEXT;
    else if (covered)
        *behind = comment            ? IN_COMMENT
                  : row              ? IN_TABLE
                  : block && !closed ? IN_TEXT
                                     : BEHIND_NOTHING;
    else
        *behind = BEHIND_NOTHING;
    return covered;
}

static void look_at_line(const Rolling *r, size_t file, unsigned number, Str line, Behind *behind,
                         Lines *out)
{
    Str mark = say_text(SAY_FILL_IN, r->rolled.lang);
    int64_t at = str_find(line, mark);
    if (at >= 0)
        *behind = BEHIND_FILL_IN;
    else if (is_covered(behind, line) || year_at(line, r->rolled.from, 0) < 0)
        return;
    Str text = at < 0 ? line : str_slice(line, (uint32_t)at + mark.len, line.len);
    text = str_trim(text);
    *vec_push(&r->s->arena, out) = (hplan_rolled_line){
        file, number, at >= 0, arena_copy(&r->s->arena, text.ptr, text.len), false, 0};
}

static void look_through(const Rolling *r, size_t file, Str text, Lines *out)
{
    unsigned number = 1;
    Behind behind = BEHIND_NOTHING;
    for (uint32_t at = 0; at < text.len; number++) {
        uint32_t end = at;
        while (end < text.len && text.ptr[end] != '\n')
            end++;
        look_at_line(r, file, number, str_slice(text, at, end), &behind, out);
        at = end + 1;
    }
}

/* ---- all of it ------------------------------------------------------------------------------ */

static bool put_file(Rolling *r, FileId file, Files *files, Lines *lines)
{
    Buf raw;
    Buf whole;
    Buf formed;
    buf_init(&raw, &r->s->arena);
    buf_init(&whole, &r->s->arena);
    roll_put(&raw, r->m, file, &r->rolled.edits);
    roll_left_put(&whole, buf_view(&raw), file, &r->left, r->rolled.lang);
    if (!session_format(r->s, whole.ptr, whole.len, &formed))
        return false;
    Str path = shown_path(r, file);
    Str text = str_dup(&r->s->arena, buf_view(&formed));
    look_through(r, files->len, text, lines);
    *vec_push(&r->s->arena, files) =
        (hplan_rolled_file){path_cstr(&r->s->arena, path), text.ptr, text.len};
    return true;
}

/* Lines that say the same, one after the other. */
static void join_same(const Rolling *r, Lines *lines)
{
    Interner texts;
    VEC(size_t) last = {0}; /* by symbol: its latest line + 1 */
    interner_init(&texts, &r->s->arena);
    for (size_t i = 0; i < lines->len; i++) {
        if (!lines->at[i].fill_in)
            continue;
        Sym sym = interner_add(&texts, str_from(lines->at[i].text));
        while (last.len <= sym)
            (void)vec_push(&r->s->arena, &last);
        lines->at[i].again = last.at[sym] != 0;
        if (last.at[sym] != 0)
            lines->at[last.at[sym] - 1].next = i;
        last.at[sym] = i + 1;
    }
}

static hplan_status put_files(Rolling *r, hplan_rolled *out)
{
    Files files = {0};
    Lines lines = {0};
    for (uint32_t i = 0; i < r->files.len; i++)
        if (!put_file(r, r->files.at[i], &files, &lines))
            return HPLAN_REFUSED;
    join_same(r, &lines);
    out->files = files.at;
    out->file_count = files.len;
    out->lines = lines.at;
    out->line_count = lines.len;
    out->carried = r->rolled.carried;
    out->left_out = r->rolled.left_out;
    return HPLAN_OK;
}

static hplan_status roll(Rolling *r, size_t root, const char *path, hplan_rolled *out)
{
    r->m = roots_model(r->s, root);
    if (r->m != NULL)
        find_plan(r, r->s->roots.at[root].file);
    out->from = r->wish.plan == 0 ? 0 : decl_year(r->m, r->wish.plan);
    r->wish.to = out->to = out->to != 0 ? out->to : out->from + 1;
    if (out->from == 0 || !load_file(r->s, r->plan)->on_disk || out->to <= out->from)
        return HPLAN_UNKNOWN;
    hplan_status status = find_folders(r, path);
    if (status != HPLAN_OK)
        return status;
    find_files(r);
    status = roll_keep(r->s, r->m, &r->files, &r->wish);
    if (status != HPLAN_OK)
        return status;
    Lang lang = words_of_plan(r->m, r->wish.plan);
    status = roll_left(r->s, r->m, &r->files, &r->wish, lang, &r->left);
    if (status != HPLAN_OK)
        return status;
    for (uint32_t i = 0; i < r->files.len; i++)
        name_others(r, r->files.at[i]); /* on one line each: what is left stays on its own */
    roll_plan(&r->rolled, r->m, &r->wish);
    return put_files(r, out);
}

hplan_status hplan_roll(hplan_session *s, size_t root, const char *path, int year,
                        hplan_rolled *out)
{
    Rolling r = {.s = s};
    *out = (hplan_rolled){.to = year};
    ENTER(s);
    hplan_status status = roots_usable(s, root);
    return status == HPLAN_OK ? roll(&r, root, path, out) : status;
}
