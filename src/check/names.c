/*
 * names.c — names are unique among siblings, and what is declared is used.  Layer: check.
 *
 * Requires: declarations and resolved references. Provides: findings HP2003 and HP2011.
 *
 * Things of two kinds may share a name (mål økonomi, avdeling økonomi): a reference says which.
 * Unused is only what exists to be referred to and is never printed: a named document or system
 * in the plan's own `fakta`. A register in a file of its own is meant to be complete.
 */
#include "check/shared.h"
#include "model/scope.h"

/* --- duplicates -------------------------------------------------------------------------- */

static Span name_place(const Model *m, const Decl *d)
{
    return d->name_text.len > 0 ? decl_name_span(m, d) : d->head;
}

/* One small number for all things of a kind in one space; then a name and that number are a key.
 * Declarations at the top of a file are siblings in their document. */
static uint32_t siblings(const Model *m, U32Map *spaces, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    DeclId space = scope_of(m, d);
    uint64_t low = (space == 0 ? (uint64_t)decl->doc << 8 : 0) | decl->kind;
    uint32_t *number = u32map_put(spaces, (uint64_t)space << 32 | low);
    if (*number == 0)
        *number = spaces->count;
    return *number;
}

static void check_duplicate(Model *m, U32Map *spaces, U32Map *seen, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    if (decl->name == 0 || decl->kind == K_AGAIN || decl->same != 0)
        return;
    uint64_t key = (uint64_t)siblings(m, spaces, d) << 32 | decl->name;
    uint32_t *first = u32map_put(seen, key);
    if (*first == 0) {
        *first = d;
        return;
    }
    Diag *diag = diag_at(m->sink, HP2003, name_place(m, decl));
    diag_str(diag, decl->name_text);
    diag_place(diag, name_place(m, model_decl(m, *first)), L_FIRST_HERE);
}

static void check_duplicates(Model *m)
{
    U32Map spaces, seen;
    u32map_init(&spaces, m->scratch);
    u32map_init(&seen, m->scratch);
    for (DeclId d = 1; d < m->decls.len; d++)
        check_duplicate(m, &spaces, &seen, d);
}

static Span row_name_place(const Model *m, const Table *t, uint32_t row)
{
    for (uint32_t c = 0; c < t->cols.len; c++) {
        Cell cell = table_cell(t, row, c);
        if (t->cols.at[c].use == COL_NAME && cell.len > 0)
            return (Span){t->file, cell.off, cell.len};
    }
    return row_span(m, t, row);
}

static bool names_rows(const Table *t)
{
    uint32_t c = 0;
    while (c < t->cols.len && t->cols.at[c].use != COL_NAME)
        c++;
    return c < t->cols.len;
}

static void check_rows(Model *m, TableId id)
{
    const Table *t = model_table(m, id);
    U32Map seen;
    if (t->declares || !names_rows(t))
        return;
    u32map_init(&seen, m->scratch);
    for (uint32_t r = 0; r < t->rows.len; r++) {
        const Row *row = &t->rows.at[r];
        if (row_name(t, row) == 0 || row->role == ROLE_GROUP)
            continue;
        uint32_t *first = u32map_put(&seen, row_name(t, row));
        if (*first == 0) {
            *first = r + 1;
            continue;
        }
        Diag *d = diag_at(m->sink, HP2003, row_name_place(m, t, r));
        diag_str(d, interner_text(&m->syms, row_name(t, row)));
        diag_place(d, row_name_place(m, t, *first - 1), L_FIRST_HERE);
    }
}

/* --- unused ------------------------------------------------------------------------------ */

static void check_unused(Model *m, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    if (decl->used || decl->name == 0 || decl->parent == 0 || decl->row_table != 0)
        return;
    const Decl *around = model_decl(m, decl->parent);
    /* In the plan's own file, so that a shared register may hold more than one plan needs. */
    if (around->kind != K_FACTS || decl_plan(m, d) == 0 ||
        model_decl(m, decl_plan(m, d))->span.file != decl->span.file)
        return;
    Diag *diag = diag_at(m->sink, HP2011, name_place(m, decl));
    diag_str(diag, decl->name_text);
}

void check_names(Model *m)
{
    static const uint16_t exist_to_be_named[] = {K_DOCUMENT, K_SYSTEM};
    if (m->namesakes) /* else, as nearly always, nothing needs to be looked up */
        check_duplicates(m);
    for (size_t k = 0; k < sizeof exist_to_be_named / sizeof *exist_to_be_named; k++)
        for (DeclId d = 0; (d = decl_of_kind(m, exist_to_be_named[k], d)) != 0;)
            check_unused(m, d);
}

void check_row_names(Model *m, const Stretch *s)
{
    for (TableId id = s->from; id < s->to; id++)
        check_rows(m, id);
}
