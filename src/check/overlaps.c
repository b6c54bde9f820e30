/*
 * overlaps.c — no code of a breakdown is counted twice.  Layer: check.
 *
 * Requires: rows with codes. Provides: findings HP5002. Codes are sorted, so that a code stands
 * right behind the shorter one that takes it in (20 and 201); n log n in their number.
 *
 * Only rows of one group and one role are held against each other: income and expenditure of one
 * function may well stand in two groups.
 */
#include "check/shared.h"
#include "value/code_text.h"

#include <stdlib.h>

typedef struct CodeUse {
    Str code;
    Span span;
    uint32_t row, group;
    uint8_t role;
} CodeUse;

typedef VEC(CodeUse) UseVec;

static int by_code(const void *left, const void *right)
{
    const CodeUse *a = left;
    const CodeUse *b = right;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->role != b->role)
        return a->role < b->role ? -1 : 1;
    int order = str_cmp(a->code, b->code);
    if (order != 0)
        return order;
    return a->span.off < b->span.off ? -1 : a->span.off > b->span.off;
}

static void add_members(Model *m, const CodeUse *group, UseVec *uses)
{
    const Catalogue *cat = catalogue_named("kostra-funksjonsgruppe");
    const CatEntry *entry = NULL;
    bool known = false;
    if (cat == NULL)
        return;
    (void)catalogue_find(cat, group->code, 0, &entry, &known);
    if (!known)
        return;
    CodeIter it = {entry->members, 0};
    Str code;
    uint32_t offset;
    while (code_next(&it, &code, &offset)) {
        CodeUse use = *group;
        use.code = code;
        *vec_push(m->arena, uses) = use;
    }
}

static void collect(Model *m, const Table *t, UseVec *uses)
{
    for (uint32_t r = 0; r < t->rows.len; r++) {
        const Row *row = &t->rows.at[r];
        if (!row_is_addend(row))
            continue;
        CodeIter it = {row_codes(t, r), 0};
        Span codes = row_codes_span(t, r);
        Str code;
        uint32_t offset;
        while (code_next(&it, &code, &offset)) {
            Span span = {codes.file, codes.off + offset, code.len};
            CodeUse use = {code, span, r, row->group, row->role == ROLE_MINUS};
            if (code_is_group(code))
                add_members(m, &use, uses);
            else
                *vec_push(m->arena, uses) = use;
        }
    }
}

static bool takes_in(const CodeUse *outer, const CodeUse *inner)
{
    return outer->group == inner->group && outer->role == inner->role &&
           str_starts(inner->code, outer->code);
}

static void report(Model *m, const Table *t, const CodeUse *a, const CodeUse *b)
{
    const CodeUse *first = a->span.off <= b->span.off ? a : b;
    const CodeUse *second = first == a ? b : a;
    if (sink_has(m->sink, HP5002, second->span))
        return;
    Diag *d = diag_at(m->sink, HP5002, second->span);
    diag_str(d, b->code);
    diag_place(d, first->span, L_COUNTED_HERE);
    Str label = row_label(t, &t->rows.at[first->row]);
    diag_str(d, label.len > 0 ? label : row_codes(t, first->row));
    if (!str_eq(a->code, b->code)) {
        diag_note(d, N_PREFIX_TAKES_IN);
        diag_str(d, a->code);
        diag_str(d, b->code);
    }
}

/* Another column of codes or names beside the first tells rows of one code apart. */
static bool has_second_dimension(const Table *t)
{
    uint32_t dimensions = 0;
    for (uint32_t c = 0; c < t->cols.len; c++) {
        uint8_t type = vocab_term(t->cols.at[c].term)->type;
        dimensions += t->cols.at[c].use == COL_LABEL || type == VT_CODE || type == VT_REF;
    }
    return dimensions > 1;
}

static void check_table(Model *m, const Table *t)
{
    UseVec uses = {0};
    collect(m, t, &uses);
    if (uses.len < 2)
        return;
    qsort(uses.at, uses.len, sizeof *uses.at, by_code);
    uint32_t outer = 0; /* the shortest code that still takes in those that follow */
    for (uint32_t i = 1; i < uses.len; i++) {
        if (!takes_in(&uses.at[outer], &uses.at[i])) {
            outer = i;
            continue;
        }
        if (uses.at[outer].row != uses.at[i].row || uses.at[outer].span.off != uses.at[i].span.off)
            report(m, t, &uses.at[outer], &uses.at[i]);
    }
}

void check_overlaps(Model *m, const Stretch *s)
{
    for (TableId id = s->from; id < s->to; id++) {
        const Table *t = model_table(m, id);
        if (m->kinds.at[t->decl] == K_BREAKDOWN && !has_second_dimension(t))
            check_table(m, t);
    }
}
