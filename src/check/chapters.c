/*
 * chapters.c — chapter numbers are unique, ascending, and have their parents.  Layer: check.
 *
 * Requires: declarations. Provides: findings HP6010, HP6011. Only numbers of figures and dots are
 * judged (2, 2.0, 2.0.1); an annex A is the author's own.
 */
#include "check/shared.h"

enum { MOST_PARTS = 8 };

typedef struct ChapterNo {
    uint32_t part[MOST_PARTS];
    uint32_t count; /* 0: none, or no such number */
} ChapterNo;

static ChapterNo read_number(Str s)
{
    ChapterNo no = {.count = 0};
    ChapterNo none = {.count = 0};
    uint32_t i = 0;
    while (i < s.len && no.count < MOST_PARTS) {
        uint32_t digits = 0;
        uint32_t value = 0;
        for (; i < s.len && ascii_is_digit(s.ptr[i]) && digits < 6; i++, digits++)
            value = value * 10 + (uint32_t)(s.ptr[i] - '0');
        if (digits == 0)
            return none;
        no.part[no.count++] = value;
        if (i < s.len && s.ptr[i++] != '.')
            return none;
    }
    return i < s.len ? none : no;
}

static int compare(const ChapterNo *a, const ChapterNo *b)
{
    for (uint32_t i = 0; i < a->count && i < b->count; i++)
        if (a->part[i] != b->part[i])
            return a->part[i] < b->part[i] ? -1 : 1;
    return a->count < b->count ? -1 : a->count > b->count;
}

/* Is `outer` the beginning of `inner`? 2.0 of 2.0.1. */
static bool is_above(const ChapterNo *outer, const ChapterNo *inner)
{
    if (outer->count >= inner->count)
        return false;
    for (uint32_t i = 0; i < outer->count; i++)
        if (outer->part[i] != inner->part[i])
            return false;
    return true;
}

typedef struct Chapters {
    Model *m;
    U32Map first;   /* plan and number -> the chapter that has it */
    DeclId *before; /* by enclosing chapter or plan: the numbered chapter that stood last in it */
} Chapters;

static Sym number_sym(Model *m, const ChapterNo *no)
{
    Buf text;
    buf_init(&text, m->arena);
    for (uint32_t i = 0; i < no->count; i++)
        buf_printf(&text, "%u.", no->part[i]);
    return interner_add(&m->syms, buf_view(&text));
}

/* The chapter or plan in which it stands. */
static DeclId enclosing(const Model *m, DeclId d)
{
    DeclId up = model_decl(m, d)->parent;
    while (up != 0 && model_decl(m, up)->kind != K_CHAPTER && up != decl_plan(m, d))
        up = model_decl(m, up)->parent;
    return up;
}

static bool check_once(Chapters *c, DeclId d, const ChapterNo *no)
{
    uint64_t key = (uint64_t)decl_plan(c->m, d) << 32 | number_sym(c->m, no);
    uint32_t *first = u32map_put(&c->first, key);
    if (*first == 0) {
        *first = d;
        return true;
    }
    const Decl *decl = model_decl(c->m, d);
    Diag *diag = diag_at(c->m->sink, HP6010, decl_number(c->m, decl)->span);
    diag_str(diag, decl_number(c->m, decl)->text);
    diag_place(diag, decl_number(c->m, model_decl(c->m, *first))->span, L_FIRST_HERE);
    return false;
}

/* The number that the chapter around it should have, and has not. */
static bool check_parent(Chapters *c, DeclId d, const ChapterNo *no, DeclId around)
{
    const Decl *decl = model_decl(c->m, d);
    const Decl *outer = around == 0 ? NULL : model_decl(c->m, around);
    ChapterNo above = {.count = 0};
    if (outer != NULL && outer->kind == K_CHAPTER)
        above = read_number(decl_number(c->m, outer)->text);
    ChapterNo wanted = *no;
    wanted.count--;
    if (no->count < 2 || (above.count > 0 && is_above(&above, no)))
        return true;
    if (above.count == 0) {
        uint64_t key = (uint64_t)decl_plan(c->m, d) << 32 | number_sym(c->m, &wanted);
        if (outer != NULL && outer->kind == K_CHAPTER)
            return true; /* the chapter around it is numbered when it is printed */
        const uint32_t *known = u32map_get(&c->first, key);
        if (known != NULL && *known != 0)
            return true;
    }
    Diag *diag = diag_at(c->m->sink, HP6011, decl_number(c->m, decl)->span);
    diag_str(diag, decl_number(c->m, decl)->text);
    if (outer != NULL && above.count > 0) {
        diag_place(diag, decl_number(c->m, outer)->span, L_STANDS_IN_CHAPTER);
        diag_str(diag, decl_number(c->m, outer)->text);
    } else {
        diag_note(diag, N_NO_CHAPTER_ABOVE);
        diag_str(diag, decl_number(c->m, decl)->text);
    }
    return false;
}

static void check_order(Chapters *c, DeclId d, const ChapterNo *no, DeclId around)
{
    DeclId last = c->before[around];
    c->before[around] = d;
    if (last == 0)
        return;
    ChapterNo before = read_number(decl_number(c->m, model_decl(c->m, last))->text);
    if (compare(&before, no) < 0)
        return;
    const Decl *decl = model_decl(c->m, d);
    Diag *diag = diag_at(c->m->sink, HP6011, decl_number(c->m, decl)->span);
    diag_str(diag, decl_number(c->m, decl)->text);
    diag_place(diag, decl_number(c->m, model_decl(c->m, last))->span, L_AFTER_CHAPTER);
    diag_str(diag, decl_number(c->m, model_decl(c->m, last))->text);
}

void check_chapters(Model *m)
{
    if (decl_of_kind(m, K_CHAPTER, 0) == 0)
        return;
    Chapters c = {.m = m, .before = arena_array(m->scratch, DeclId, m->decls.len)};
    u32map_init(&c.first, m->scratch);
    for (DeclId d = 0; (d = decl_of_kind(m, K_CHAPTER, d)) != 0;) {
        const Decl *decl = model_decl(m, d);
        if (decl->number == 0 || decl_plan(m, d) == 0)
            continue;
        ChapterNo no = read_number(decl_number(m, decl)->text);
        if (no.count == 0)
            continue;
        DeclId around = enclosing(m, d);
        if (check_once(&c, d, &no) && check_parent(&c, d, &no, around))
            check_order(&c, d, &no, around);
    }
}
