/*
 * cause_text.c — a cause in words, and its fix.  Layer: check.
 *
 * Requires: a cause of cause.c. Provides: one note of the finding; a fix where it is certain.
 */
#include "check/cause.h"

#include <assert.h>

/* Adds which row it is: {0} its line, {1} its label. */
static void put_row(Diag *d, const SumTerm *t)
{
    diag_int(d, t->line);
    diag_str(d, t->label);
}

/* Do the figures stand beside the total rather than above it? Then they are columns of one row. */
static bool is_across(const SumProblem *p, const SumTerm *t)
{
    return t->figure.table != 0 && t->figure.table == p->total.table &&
           t->figure.row == p->total.row;
}

/* The same of a column. */
static MsgId of_column(MsgId of_row)
{
    switch ((int)of_row) {
    case N_CAUSE_MISSING: return N_CAUSE_MISSING_COLUMN;
    case N_CAUSE_DOUBLED: return N_CAUSE_DOUBLED_COLUMN;
    case N_CAUSE_SIGN: return N_CAUSE_SIGN_COLUMN;
    case N_CAUSE_DIGIT_ROW: return N_CAUSE_DIGIT_COLUMN;
    case N_CAUSE_SWAP_ROW: return N_CAUSE_SWAP_COLUMN;
    case N_CAUSE_SHIFT_ROW: return N_CAUSE_SHIFT_COLUMN;
    case N_CAUSE_BLANK: return N_CAUSE_BLANK_COLUMN;
    default: return of_row;
    }
}

/* The last groups of two numbers, from the first group in which they differ: …773 and …737. */
static void put_ends(Model *m, Diag *d, Str was, Str now)
{
    uint32_t from = 0;
    for (uint32_t i = 0; i < was.len && i < now.len && was.ptr[i] == now.ptr[i]; i++)
        if (i + 1 < was.len && (unsigned char)was.ptr[i] == 0xA0) /* the end of a hard space */
            from = i + 1;
    if (was.len != now.len)
        from = 0;
    const Str both[] = {was, now};
    for (size_t i = 0; i < 2; i++) {
        Buf end;
        buf_init(&end, m->arena);
        if (from > 0)
            buf_cstr(&end, "…");
        buf_str(&end, str_slice(both[i], from, both[i].len));
        diag_str(d, buf_view(&end));
    }
}

static const SumTerm *term_of(const SumProblem *p, const Cause *c)
{
    if (c->term < 0)
        return NULL;
    return c->kind == CAUSE_OUTSIDE ? &p->outside[c->term] : &p->terms[c->term];
}

/* One digit, two digits, the comma: what stands there and what was probably meant. */
static void tell_slip(Model *m, Diag *d, const SumProblem *p, const Cause *c)
{
    static const MsgId in_total[] = {N_CAUSE_DIGIT, N_CAUSE_SWAP, N_CAUSE_SHIFT};
    static const MsgId in_row[] = {N_CAUSE_DIGIT_ROW, N_CAUSE_SWAP_ROW, N_CAUSE_SHIFT_ROW};
    const SumTerm *t = term_of(p, c);
    const Quantity *like = t == NULL ? p->stated : &t->qty;
    int slip = (int)c->kind - (int)CAUSE_DIGIT;
    if (t == NULL)
        diag_note(d, in_total[slip]);
    else
        diag_note(d, is_across(p, t) ? of_column(in_row[slip]) : in_row[slip]);
    Str was = check_number(m, like->mid, like);
    Str now = check_number(m, c->reading, like);
    if (c->kind == CAUSE_SWAP) {
        put_ends(m, d, was, now);
    } else {
        diag_str(d, was);
        diag_str(d, now);
    }
    if (t != NULL)
        put_row(d, t);
    FigRef f = t == NULL ? p->total : t->figure;
    Decimal reading = decimal_sign(like->mid) < 0 ? decimal_neg(c->reading) : c->reading;
    if (c->certain)
        check_fix(m, d, f, reading);
}

/* `minus:` is before it already. */
static bool is_subtracted(const Model *m, const SumTerm *row)
{
    return row->figure.table != 0 &&
           model_table(m, row->figure.table)->rows.at[row->figure.row].role == ROLE_MINUS;
}

void cause_tell(Model *m, Diag *d, const SumProblem *p, const Cause *c)
{
    static const MsgId notes[] = {
        [CAUSE_MISSING] = N_CAUSE_MISSING, [CAUSE_REPEATED] = N_CAUSE_REPEATED,
        [CAUSE_DOUBLED] = N_CAUSE_DOUBLED, [CAUSE_SIGN] = N_CAUSE_SIGN,
        [CAUSE_OUTSIDE] = N_CAUSE_OUTSIDE, [CAUSE_BLANK] = N_CAUSE_BLANK,
    };
    switch (c->kind) {
    case CAUSE_NONE: return;
    case CAUSE_DIGIT:
    case CAUSE_SWAP:
    case CAUSE_SHIFT: tell_slip(m, d, p, c); return;
    case CAUSE_MISSING:
    case CAUSE_REPEATED:
    case CAUSE_DOUBLED:
    case CAUSE_SIGN:
    case CAUSE_OUTSIDE:
    case CAUSE_BLANK: break;
    }
    const SumTerm *row = term_of(p, c);
    assert(row != NULL); /* of these there is always one */
    bool across = is_across(p, row);
    bool minus = c->kind == CAUSE_SIGN && !across && is_subtracted(m, row);
    MsgId note = minus ? N_CAUSE_MINUS : notes[c->kind];
    diag_note(d, across ? of_column(note) : note);
    put_row(d, row);
    if (c->kind == CAUSE_REPEATED)
        diag_int(d, p->terms[c->twin].line);
}

void cause_explain(Model *m, Diag *d, const SumProblem *p)
{
    Cause cause = cause_find(m, p);
    cause_tell(m, d, p, &cause);
}
