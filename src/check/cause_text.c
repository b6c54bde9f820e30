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
    diag_note(d, t == NULL ? in_total[slip] : in_row[slip]);
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

void cause_tell(Model *m, Diag *d, const SumProblem *p, const Cause *c)
{
    switch (c->kind) {
    case CAUSE_NONE: return;
    case CAUSE_MISSING: diag_note(d, N_CAUSE_MISSING); break;
    case CAUSE_REPEATED: diag_note(d, N_CAUSE_REPEATED); break;
    case CAUSE_DOUBLED: diag_note(d, N_CAUSE_DOUBLED); break;
    case CAUSE_SIGN: diag_note(d, N_CAUSE_SIGN); break;
    case CAUSE_OUTSIDE: diag_note(d, N_CAUSE_OUTSIDE); break;
    case CAUSE_BLANK: diag_note(d, N_CAUSE_BLANK); break;
    case CAUSE_DIGIT:
    case CAUSE_SWAP:
    case CAUSE_SHIFT: tell_slip(m, d, p, c); return;
    }
    const SumTerm *row = term_of(p, c);
    assert(row != NULL); /* of these there is always one */
    put_row(d, row);
    if (c->kind == CAUSE_REPEATED)
        diag_int(d, p->terms[c->twin].line);
}

void cause_of_sum(Model *m, Diag *d, const SumTerm *terms, uint32_t count, FigRef total,
                  const Quantity *stated, const Quantity *computed, const SumTerm *outside,
                  uint32_t outside_count)
{
    SumProblem p = {terms, count, outside, outside_count, total, stated, computed, false, false};
    Cause cause = cause_find(m, &p);
    cause_tell(m, d, &p, &cause);
}
