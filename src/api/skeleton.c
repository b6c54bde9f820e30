/*
 * skeleton.c — the report that is to answer a plan, tried before it is told.  Layer: api.
 *
 * In: a checked session. Out: the text of a report. A second session checks it: where more is found
 * than what is not answered yet, the plan has tables that cannot be taken over as they stand, and
 * the report is made without them.
 */
#include "years/skeleton.h"
#include "api/path.h"
#include "api/session.h"

typedef struct Draft {
    const char *bytes; /* in the session's arena */
    size_t len;
} Draft;

DeclId only_plan(const Model *m, FileId file)
{
    DeclId found = 0;
    for (DeclId d = 1; d < m->decls.len; d++) {
        const Decl *decl = model_decl(m, d);
        if (decl->kind != K_PLAN || decl->parent != 0 || m->docs.at[decl->doc].file != file)
            continue;
        if (found != 0)
            return 0;
        found = d;
    }
    return found;
}

/* The plan's file as the report, which lies beside `path`, has to name it. */
static hplan_status name_plan(hplan_session *s, FileId file, const char *path, Str *use)
{
    Str folder;
    hplan_status status = load_folder_of(s, path == NULL ? STR("-") : str_from(path), &folder);
    if (status != HPLAN_OK)
        return status;
    *use = path_from(&s->arena, folder, sources_get(&s->sources, file)->path);
    return str_find(*use, STR("\"")) < 0 ? HPLAN_OK : HPLAN_UNKNOWN;
}

/* The caller's wish, in the caller's words. */
typedef struct Wish {
    size_t root;
    const char *path, *as_of;
    int year;
} Wish;

static bool is_part_of_year(Period p)
{
    return (p.kind == PERIOD_PART || p.kind == PERIOD_DATE) && p.from.year == p.to.year;
}

/* «2. tertial» is of the year that is asked for, or the plan's. */
static bool read_as_of(Model *m, const Wish *asked, SkeletonWish *wish)
{
    Buf dated;
    wish->as_of = str_trim(str_from(asked->as_of));
    if (!period_read(m->scratch, wish->as_of, &wish->upto)) {
        buf_init(&dated, m->arena);
        buf_printf(&dated, "%.*s %d", STR_ARG(wish->as_of), wish->year);
        wish->as_of = buf_view(&dated);
        if (!period_read(m->scratch, wish->as_of, &wish->upto))
            return false;
    }
    if (asked->year == 0)
        wish->year = wish->upto.to.year;
    return is_part_of_year(wish->upto) && wish->upto.to.year == wish->year;
}

static hplan_status make(hplan_session *s, const Wish *asked, bool accounts, Draft *out)
{
    Buf text;
    SkeletonWish wish = {.accounts = accounts, .upto = PERIOD_UNSTATED};
    ENTER(s);
    FileId file = s->roots.at[asked->root].file;
    Model *m = load_file(s, file)->on_disk ? roots_model(s, asked->root) : NULL;
    wish.plan = m == NULL ? 0 : only_plan(m, file);
    if (wish.plan == 0 || !skeleton_possible(m, wish.plan))
        return HPLAN_UNKNOWN;
    wish.year = asked->year != 0 ? asked->year : decl_year(m, wish.plan);
    if (asked->as_of != NULL && !read_as_of(m, asked, &wish))
        return HPLAN_NO_TIME;
    if (wish.year == 0)
        return HPLAN_UNKNOWN;
    hplan_status status = name_plan(s, file, asked->path, &wish.use);
    if (status != HPLAN_OK)
        return status;
    buf_init(&text, &s->arena);
    skeleton_put(&text, m, &wish);
    *out = (Draft){text.ptr, text.len};
    return HPLAN_OK;
}

/* ---- trying it ------------------------------------------------------------------------------ */

/* What could be read a moment ago, and now cannot: the text is not to blame. */
static bool is_lost(const hplan_session *trial)
{
    for (uint32_t i = 0; i < trial->roots.len; i++)
        if (trial->roots.at[i].lost)
            return true;
    return false;
}

static bool finds_nothing_else(const hplan_session *trial)
{
    for (uint32_t i = 0; i < trial->sink.list.len; i++) {
        const Diag *d = trial->sink.list.at[i];
        bool counts = !d->silenced && !d->known && d->severity > SEV_NOTE;
        if (counts && d->code != HP7002 && d->span.file == trial->given.at[0].file)
            return false;
    }
    return true;
}

static hplan_status try_text(const hplan_session *s, const char *path, const Draft *text,
                             bool *sound)
{
    hplan_session *trial = many_open(s);
    if (trial == NULL)
        return HPLAN_NOMEM;
    hplan_status status = hplan_bytes_add(trial, path == NULL ? "-" : path, text->bytes, text->len);
    if (status == HPLAN_OK)
        status = hplan_session_check(trial);
    if (status == HPLAN_OK && is_lost(trial))
        status = HPLAN_UNREADABLE;
    *sound = status == HPLAN_OK && finds_nothing_else(trial);
    hplan_session_close(trial);
    return status;
}

hplan_status hplan_skeleton_write(hplan_session *s, size_t root, const char *path, int year,
                                  const char *as_of, hplan_write *write, void *to)
{
    const Wish wish = {.root = root, .path = path, .as_of = as_of, .year = year};
    Draft text = {NULL, 0};
    bool sound = false;
    hplan_status status = roots_usable(s, root);
    if (status == HPLAN_OK)
        status = make(s, &wish, true, &text);
    if (status == HPLAN_OK)
        status = try_text(s, path, &text, &sound);
    if (status == HPLAN_OK && !sound)
        status = make(s, &wish, false, &text);
    return status == HPLAN_OK ? hplan_format(s, text.bytes, text.len, write, to) : status;
}
