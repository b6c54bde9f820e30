/*
 * schedules.c — skjema … { etter: bevilgningsoversikt-drift }: the statutory statements.
 * Layer: check.
 *
 * Requires: tables. Provides: a Proof of each computed post in each column of amounts
 * (PROOF_SUM), and findings HP4030–HP4032 about amounts and HP5010–HP5014 about posts.
 *
 * A row is a post by the number it begins with, else by its title. A post that is missing counts
 * as what its formula gives, else as nothing, so that a shortened statement is still held to its
 * balance. With `fortegn: negativ` expenses are plus and income minus, and each minus of a formula
 * is a plus.
 */
#include "check/schedule_form.h"

#include "base/utf8.h"
#include "model/scope.h"

#define NO_ROW UINT32_MAX

enum { DEEPEST = 8 };

typedef struct Schedule {
    Model *m;
    DeclId decl;
    TableId id;
    const Table *t;
    const Form *form;
    uint32_t *row; /* by post: its row, or NO_ROW */
} Schedule;

typedef VEC(Schedule) Schedules;

/* --- rows and posts --------------------------------------------------------------------------- */

/* "5 Sum generelle driftsinntekter", "5. Sum …": the number; 0: none. *title is what follows. */
static uint32_t leading_number(Str label, Str *title)
{
    uint32_t n = 0, i = 0;
    for (; i < label.len && i < 3 && ascii_is_digit(label.ptr[i]); i++)
        n = n * 10 + (uint32_t)(label.ptr[i] - '0');
    bool stops = i == label.len || label.ptr[i] == ' ' || label.ptr[i] == '.' ||
                 (unsigned char)label.ptr[i] == 0xC2; /* a hard space */
    if (i == 0 || !stops) {
        *title = label;
        return 0;
    }
    *title = str_trim(str_slice(label, i + (i < label.len && label.ptr[i] == '.'), label.len));
    return n;
}

static Span label_span(const Schedule *s, uint32_t row)
{
    return row_label_span(s->m, s->t, row);
}

static void unknown_row(Schedule *s, uint32_t row, bool numbered)
{
    Diag *d = diag_at(s->m->sink, HP5011, label_span(s, row));
    diag_str(d, row_label(s->t, &s->t->rows.at[row]));
    diag_str(d, s->form->name);
    if (!numbered)
        diag_note(d, N_POST_NUMBER_FIRST);
}

static void place_row(Schedule *s, uint32_t r)
{
    const Row *row = &s->t->rows.at[r];
    Str title;
    uint32_t number = leading_number(row_label(s->t, row), &title);
    uint32_t titled = form_titled(s->m, s->form, title);
    uint32_t post = number != 0 ? form_post(s->form, number) : titled;
    if (post == UINT32_MAX) {
        unknown_row(s, r, number != 0);
        return;
    }
    const Post *p = &s->form->posts.at[post];
    if (s->row[post] != NO_ROW) {
        Diag *d = diag_at(s->m->sink, HP5012, label_span(s, r));
        diag_int(d, p->number);
        diag_place(d, label_span(s, s->row[post]), L_FIRST_HERE);
        return;
    }
    if (titled != UINT32_MAX && titled != post) {
        Diag *d = diag_at(s->m->sink, HP5014, label_span(s, r));
        diag_str(d, title);
        diag_int(d, s->form->posts.at[titled].number);
        diag_int(d, p->number);
    }
    s->row[post] = r;
}

static void place_rows(Schedule *s)
{
    s->row = arena_array(s->m->arena, uint32_t, s->form->posts.len);
    for (uint32_t i = 0; i < s->form->posts.len; i++)
        s->row[i] = NO_ROW;
    for (uint32_t r = 0; r < s->t->rows.len; r++)
        if (s->t->rows.at[r].role != ROLE_GROUP && row_label(s->t, &s->t->rows.at[r]).len > 0)
            place_row(s, r);
}

static void check_missing(Schedule *s)
{
    Buf list;
    buf_init(&list, s->m->arena);
    for (uint32_t i = 0; i < s->form->posts.len; i++) {
        if (s->row[i] != NO_ROW)
            continue;
        buf_cstr(&list, list.len > 0 ? ", " : "");
        buf_printf(&list, "%u %.*s", s->form->posts.at[i].number,
                   STR_ARG(s->form->posts.at[i].title));
    }
    if (list.len == 0)
        return;
    Diag *d = diag_at(s->m->sink, HP5013, model_decl(s->m, s->decl)->head);
    diag_note(d, N_POSTS_MISSING);
    diag_str(d, buf_view(&list));
    diag_note(d, N_WRITE_ALL_POSTS);
}

/* --- amounts ---------------------------------------------------------------------------------- */

static bool is_stated(const Schedule *s, uint32_t post, uint32_t col)
{
    return s->row[post] != NO_ROW && !check_is_blank(s->t, s->row[post], col);
}

static FigRef figure_of(const Schedule *s, uint32_t post, uint32_t col)
{
    return check_cell(s->t, s->id, s->row[post], col);
}

/* What posts are worth in a column: as stated, or all the way from those without a formula. */
typedef enum Basis { AS_STATED, FROM_LEAVES } Basis;

static Quantity value_of(const Schedule *s, uint32_t post, uint32_t col, Basis basis, int depth);

/* What the formula of a post gives; blank posts add nothing. */
static Quantity computed(const Schedule *s, uint32_t post, uint32_t col, Basis basis, int depth)
{
    const Post *p = &s->form->posts.at[post];
    Quantity total = {0};
    total.kind = QTY_NONE;
    for (uint32_t i = 0; i < p->terms.len && depth < DEEPEST; i++) {
        uint32_t other = form_post(s->form, p->terms.at[i].post);
        Quantity q = value_of(s, other, col, basis, depth + 1), sum;
        if (q.kind == QTY_NONE)
            continue;
        if (p->terms.at[i].minus && !s->t->income_negative)
            q = quantity_neg(&q);
        if (total.kind == QTY_NONE)
            sum = q;
        else
            (void)quantity_add(&s->m->units, &total, &q, &sum);
        total = sum;
    }
    return total;
}

static Quantity value_of(const Schedule *s, uint32_t post, uint32_t col, Basis basis, int depth)
{
    bool leaf = s->form->posts.at[post].terms.len == 0;
    if (is_stated(s, post, col) && (leaf || basis == AS_STATED))
        return check_quantity(s->m, figure_of(s, post, col));
    return computed(s, post, col, basis, depth);
}

/* Does the post hold, if the posts it is made of were what their own formulas give? Then the fault
 * is in one of those, and is told there. */
static bool holds_from_leaves(const Schedule *s, uint32_t post, uint32_t col,
                              const Quantity *stated)
{
    Quantity gives = computed(s, post, col, FROM_LEAVES, 0);
    return gives.kind == QTY_NUMBER &&
           quantity_equal(&s->m->units, stated, &gives, s->m->exact_only).verdict !=
               VERDICT_VIOLATED;
}

static void prove(const Schedule *s, uint32_t post, uint32_t col, const Quantity *stated,
                  const Quantity *gives, Verdict verdict)
{
    const Post *p = &s->form->posts.at[post];
    FigRef figure = figure_of(s, post, col);
    Proof *proof = model_prove(s->m, PROOF_SUM, verdict, s->decl, figure);
    proof_amounts(s->m, proof, stated, gives);
    for (uint32_t i = 0; i < p->terms.len; i++) {
        uint32_t other = form_post(s->form, p->terms.at[i].post);
        if (is_stated(s, other, col))
            proof_term(s->m, proof, figure_of(s, other, col));
    }
}

/* The formula with the signs that hold in this table. */
static Str formula_text(const Schedule *s, const Post *p)
{
    Buf b;
    buf_init(&b, s->m->arena);
    for (uint32_t i = 0; i < p->formula.len; i++) {
        char c = p->formula.ptr[i];
        buf_char(&b, c == '-' && s->t->income_negative ? '+' : c);
    }
    return buf_view(&b);
}

typedef struct Differing {
    Quantity stated, gives;
    Decimal diff;
} Differing;

/* One finding a post: what fails in further columns is told with the first. */
static void report_formula(Schedule *s, const Post *p, FigRef figure, const Differing *by,
                           Diag **told)
{
    Span at = figure_span(s->m, figure);
    if (*told != NULL) {
        diag_place(*told, at, L_ALSO_IN_COLUMN);
        diag_str(*told, check_amount(s->m, &by->gives));
        return;
    }
    Diag *d = diag_at(s->m->sink, HP4030, at);
    diag_int(d, p->number);
    diag_str(d, formula_text(s, p));
    diag_label(d, L_STATED);
    diag_str(d, check_amount(s->m, &by->stated));
    diag_note(d, N_POSTS_GIVE);
    diag_str(d, check_amount(s->m, &by->gives));
    diag_str(d, check_difference(s->m, by->diff, &by->stated));
    *told = d;
}

static void check_formula(Schedule *s, uint32_t post, uint32_t col, Diag **told)
{
    const Post *p = &s->form->posts.at[post];
    if (p->terms.len == 0 || !is_stated(s, post, col))
        return;
    FigRef figure = figure_of(s, post, col);
    Quantity stated = check_quantity(s->m, figure);
    Quantity gives = computed(s, post, col, AS_STATED, 0);
    if (stated.kind != QTY_NUMBER || gives.kind != QTY_NUMBER)
        return;
    Comparison c = quantity_equal(&s->m->units, &stated, &gives, s->m->exact_only);
    prove(s, post, col, &stated, &gives, c.verdict);
    if (c.verdict == VERDICT_VIOLATED && !holds_from_leaves(s, post, col, &stated))
        report_formula(s, p, figure, &(Differing){stated, gives, c.diff}, told);
}

/* A year of a budget or plan; accounts and forecasts may carry a deficit forward. */
static bool is_budget(const Column *c)
{
    return c->index.period.kind == PERIOD_YEAR && c->index.version != VER_ACCOUNTS &&
           c->index.version != VER_FORECAST;
}

/* The posts give nought: what is wrong is the post alone, and its formula tells that. */
static bool is_nought_by_formula(Schedule *s, uint32_t post, uint32_t col)
{
    if (s->form->posts.at[post].terms.len == 0 || !is_stated(s, post, col))
        return false;
    Quantity gives = computed(s, post, col, AS_STATED, 0);
    return gives.kind == QTY_NUMBER && decimal_is_zero(gives.mid);
}

static void check_zero(Schedule *s, uint32_t post, uint32_t col)
{
    const Column *column = &s->t->cols.at[col];
    if (!s->form->posts.at[post].zero || !is_budget(column))
        return;
    Quantity q = value_of(s, post, col, AS_STATED, 0);
    if (q.kind != QTY_NUMBER)
        return;
    Quantity nought = quantity_int(0, q.unit);
    Comparison c = quantity_equal(&s->m->units, &q, &nought, s->m->exact_only);
    if (c.verdict != VERDICT_VIOLATED || is_nought_by_formula(s, post, col))
        return;
    bool stated = is_stated(s, post, col);
    Span at = stated ? figure_span(s->m, figure_of(s, post, col)) : column_span(s->t, col);
    Diag *d = diag_at(s->m->sink, HP4031, at);
    diag_int(d, s->form->posts.at[post].number);
    diag_label(d, stated ? L_STATED : L_COMES_TO);
    diag_str(d, check_amount(s->m, &q));
    diag_note(d, N_IN_COLUMN);
    diag_str(d, column->label);
}

/* --- the same post in two statements ---------------------------------------------------------- */

static uint32_t same_column(const Table *t, const Column *like)
{
    for (uint32_t c = 0; c < t->cols.len; c++)
        if (t->cols.at[c].use == COL_VALUE && index_eq(t->cols.at[c].index, like->index))
            return c;
    return UINT32_MAX;
}

/* The transfer is income here and expense there: printed with minus only here, if at all. */
static void check_transfer(Schedule *s, uint32_t post, const Schedule *other, uint32_t there,
                           uint32_t col)
{
    Model *m = s->m;
    uint32_t their_col = same_column(other->t, &s->t->cols.at[col]);
    if (their_col == UINT32_MAX || !is_stated(s, post, col) ||
        !is_stated(other, there, their_col))
        return;
    FigRef mine = figure_of(s, post, col), theirs = figure_of(other, there, their_col);
    Quantity a = check_quantity(m, mine), b = check_quantity(m, theirs);
    if (a.kind != QTY_NUMBER || b.kind != QTY_NUMBER)
        return;
    Quantity positive = s->t->income_negative ? quantity_neg(&a) : a;
    Comparison c = quantity_equal(&m->units, &positive, &b, m->exact_only);
    Proof *p = model_prove(m, PROOF_EQUATION, c.verdict, s->decl, mine);
    proof_amounts(m, p, &a, &b);
    proof_term(m, p, theirs);
    if (c.verdict != VERDICT_VIOLATED)
        return;
    Diag *d = diag_at(m->sink, HP4032, figure_span(m, mine));
    diag_label(d, L_POST_IS);
    diag_int(d, s->form->posts.at[post].number);
    diag_str(d, check_amount(m, &a));
    diag_place(d, figure_span(m, theirs), L_POST_IS);
    diag_int(d, other->form->posts.at[there].number);
    diag_str(d, check_amount(m, &b));
}

static void check_same(Schedule *s, uint32_t post, const Schedules *all)
{
    const Post *p = &s->form->posts.at[post];
    for (uint32_t i = 0; p->same_in.len > 0 && i < all->len; i++) {
        const Schedule *other = &all->at[i];
        if (!str_eq(other->form->name, p->same_in) ||
            decl_plan(s->m, other->decl) != decl_plan(s->m, s->decl))
            continue;
        uint32_t there = form_post(other->form, p->same_as);
        for (uint32_t col = 0; col < s->t->cols.len && there != UINT32_MAX; col++)
            if (is_budget(&s->t->cols.at[col]))
                check_transfer(s, post, other, there, col);
    }
}

/* --- a schedule ------------------------------------------------------------------------------- */

static void unknown_form(Model *m, const Fact *f)
{
    Diag *d = diag_at(m->sink, HP5010, fact_said(m, f));
    Str near = form_nearest(m, utf8_fold(m->scratch, fact_text(m, f)));
    diag_str(d, fact_text(m, f));
    if (near.len > 0)
        diag_suggest(d, fact_said(m, f), near);
}

static void check_schedule(Schedule *s, const Schedules *all)
{
    check_missing(s);
    for (uint32_t post = 0; post < s->form->posts.len; post++) {
        Diag *told = NULL;
        for (uint32_t col = 0; col < s->t->cols.len; col++) {
            if (s->t->cols.at[col].use != COL_VALUE || !table_summed(s->t, col))
                continue;
            check_formula(s, post, col, &told);
            check_zero(s, post, col);
        }
        check_same(s, post, all);
    }
}

/* --- all of them ------------------------------------------------------------------------------ */

typedef VEC(Form *) Forms;

/* Each form is read once. NULL: the library has none of that name. */
static const Form *form_of(Model *m, Forms *forms, Str name)
{
    for (uint32_t i = 0; i < forms->len; i++)
        if (str_eq(forms->at[i]->name, name))
            return forms->at[i];
    Form *form = arena_new(m->arena, Form);
    if (!form_read(m, name, form))
        return NULL;
    *vec_push(m->arena, forms) = form;
    return form;
}

/* Puts the posts of every statement in their places: a post may be held
 * against any of the others. */
static Schedules open_all(Model *m)
{
    Schedules all = {0};
    Forms forms = {0};
    for (DeclId d = scope_next(m, 0, K_SCHEDULE, 0); d != 0; d = scope_next(m, 0, K_SCHEDULE, d)) {
        const Fact *f = decl_fact(m, d, P_FOLLOWS);
        TableId id = model_decl(m, d)->table;
        if (f == NULL || id == 0)
            continue;
        Schedule s = {.m = m, .decl = d, .id = id, .t = model_table(m, id)};
        s.form = form_of(m, &forms, utf8_fold(m->scratch, fact_text(m, f)));
        if (s.form == NULL) {
            unknown_form(m, f);
            continue;
        }
        place_rows(&s);
        *vec_push(m->arena, &all) = s;
    }
    return all;
}

void check_schedules(Model *m)
{
    Schedules all = open_all(m);
    for (uint32_t i = 0; i < all.len; i++)
        check_schedule(&all.at[i], &all);
}
