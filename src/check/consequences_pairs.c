/*
 * consequences_pairs.c — one fault, seen by two checks.  Layer: check.  See consequences.h.
 *
 * Requires: all findings. Provides: of a row that stands twice only the sum that it spoils, with
 * the place where its codes meet; of a figure that others contradict one finding with all of them;
 * of a sum that is not called one only that, and not that no department is called so; of a wrong
 * sum that the prose states rightly only the sum, with the place that says what its rows do; of a
 * figure that spoils a right sum only the figure. Which belong together is looked up by line and by
 * place.
 */
#include "check/consequences.h"

const DiagPart *consequences_part(const Diag *d, PartKind kind)
{
    for (uint32_t i = 0; i < d->parts.len; i++)
        if (d->parts.at[i].kind == kind)
            return &d->parts.at[i];
    return NULL;
}

const DiagPart *consequences_text(const Diag *d, PartKind kind, MsgId text)
{
    for (uint32_t i = 0; i < d->parts.len; i++)
        if (d->parts.at[i].kind == kind && d->parts.at[i].text == text)
            return &d->parts.at[i];
    return NULL;
}

/* A row that stands twice: the sum says by which row it is off, and that is where codes meet. */
static void merge_doubled(const Model *m, Diag *sum, Diag *code)
{
    const DiagPart *cause = consequences_text(sum, PART_NOTE, N_CAUSE_REPEATED);
    if (cause == NULL || code->silenced || sum->span.file != code->span.file)
        return;
    uint32_t line = check_line(m, code->span);
    for (uint32_t i = 0; i < cause->args.len; i++) {
        if (cause->args.at[i].kind != ARG_INT || cause->args.at[i].number != line)
            continue;
        if (consequences_text(sum, PART_PLACE, L_FIRST_HERE) == NULL)
            diag_place(sum, code->span, L_FIRST_HERE);
        code->silenced = true;
        return;
    }
}

/* A figure that several others contradict: one finding, with all of them in it. */
static void merge_contradiction(Diag *figure, Diag *equation)
{
    const DiagPart *stated = consequences_text(equation, PART_PLACE, L_BUT_IS);
    if (stated == NULL || stated->span.file != figure->span.file ||
        stated->span.off != figure->span.off)
        return;
    const DiagPart *label = consequences_part(equation, PART_LABEL);
    if (label == NULL || label->args.len == 0)
        return;
    diag_place(figure, equation->span, L_STATED);
    diag_str(figure, label->args.at[0].str);
    equation->silenced = true;
}

/* Findings about one figure, which something else has told to be wrong. */
static bool accuses_figure(const Diag *d)
{
    return !d->silenced && (d->code == HP4010 || d->code == HP4026 || d->code == HP4042);
}

/* The codes counted twice, by line: a row may hold several. */
typedef struct Codes {
    U32Map first;   /* line -> the first finding HP5002, as index + 1 … */
    uint32_t *next; /* … and the next one on its line; 0: the last */
} Codes;

static void merge_lines(const Model *m, Diag *sum, const Codes *codes)
{
    const DiagPart *cause = consequences_text(sum, PART_NOTE, N_CAUSE_REPEATED);
    for (uint32_t i = 0; cause != NULL && i < cause->args.len; i++) {
        const DiagArg *line = &cause->args.at[i];
        uint64_t key = consequences_line(sum->span.file, (uint32_t)line->number);
        const uint32_t *first = line->kind != ARG_INT ? NULL : u32map_get(&codes->first, key);
        for (uint32_t at = first == NULL ? 0 : *first; at != 0; at = codes->next[at - 1])
            merge_doubled(m, sum, m->sink->list.at[at - 1]);
    }
}

/* --- a wrong sum, and who says what its rows give -------------------------------------------- */

/* Totals that were told to be wrong, and what was proven of them and of the equations. */
typedef struct WrongTotals {
    U32Map told;   /* place -> the finding about it, as index into the sink's list */
    U32Map proofs; /* place -> its violated Proof; filled when the first equation asks */
    bool indexed;
} WrongTotals;

static bool tells_of_total(const Diag *d)
{
    return (d->code == HP4001 || d->code == HP4023) && !d->silenced;
}

/* One finding may tell of the total in several columns. */
static void add_total(WrongTotals *w, const Diag *d, uint32_t at)
{
    *u32map_put(&w->told, consequences_start(d->span)) = at;
    for (uint32_t i = 0; i < d->parts.len; i++)
        if (d->parts.at[i].kind == PART_PLACE && d->parts.at[i].text == L_ALSO_HERE)
            *u32map_put(&w->told, consequences_start(d->parts.at[i].span)) = at;
}

static void index_proofs(const Model *m, WrongTotals *w)
{
    w->indexed = true;
    for (uint32_t i = 0; i < m->proofs.len; i++) {
        const Proof *p = &m->proofs.at[i];
        if (p->verdict == VERDICT_VIOLATED &&
            (p->kind == PROOF_SUM || p->kind == PROOF_ROW_SUM || p->kind == PROOF_EQUATION))
            *u32map_put(&w->proofs, consequences_start(proof_span(m, p))) = i;
    }
}

static const Proof *proof_at(const Model *m, const WrongTotals *w, Span span)
{
    const uint32_t *at = u32map_get(&w->proofs, consequences_start(span));
    return at == NULL ? NULL : &m->proofs.at[*at];
}

/* `{1 510 000 kr = utgifter.sum}` where the rows give just that, and the total something else. */
static void merge_total(Model *m, WrongTotals *w, Diag *equation)
{
    const DiagPart *other = consequences_text(equation, PART_PLACE, L_BUT_IS);
    const uint32_t *told = other == NULL ? NULL : u32map_get(&w->told, consequences_start(other->span));
    if (told == NULL || equation->silenced || m->sink->list.at[*told]->silenced)
        return;
    if (!w->indexed)
        index_proofs(m, w);
    const Proof *total = proof_at(m, w, other->span), *claim = proof_at(m, w, equation->span);
    if (total == NULL || claim == NULL || claim->kind != PROOF_EQUATION)
        return;
    ProofAmounts rows = proof_told(m, total), prose = proof_told(m, claim);
    Quantity gives = amount_quantity(&rows.computed), said = amount_quantity(&prose.stated);
    if (gives.kind != QTY_NUMBER || said.kind != QTY_NUMBER ||
        !verdict_holds(quantity_equal(&m->units, &said, &gives, m->exact_only).verdict))
        return;
    Diag *sum = m->sink->list.at[*told];
    diag_place(sum, equation->span, L_AS_ADDED);
    diag_str(sum, check_amount(m, &said));
    equation->silenced = true;
}

/* A figure that does not follow from the others of its row or column, and would mend the sum: it is
 * the fault, and the sum, with what it might be instead, is right. */
static void merge_mended(const Model *m, const WrongTotals *w, Diag *figure)
{
    const DiagPart *total = consequences_text(figure, PART_PLACE, L_THEN_SUM_AGREES);
    const uint32_t *told = total == NULL ? NULL : u32map_get(&w->told, consequences_start(total->span));
    Diag *sum = told == NULL ? NULL : m->sink->list.at[*told];
    if (sum == NULL || consequences_text(sum, PART_PLACE, L_ALSO_HERE) != NULL)
        return;
    figure->severity = sum->severity;
    sum->silenced = true;
}

/* Of two that accuse one figure the error stays; the warning says less. */
static void accuse(const DiagSink *sink, U32Map *figures, uint32_t i)
{
    Diag *d = sink->list.at[i];
    const uint32_t *other = u32map_get(figures, consequences_start(d->span));
    Diag *before = other == NULL ? d : sink->list.at[*other];
    if (before != d)
        (before->code == HP4042 ? before : d)->silenced = true;
    if (!d->silenced)
        *u32map_put(figures, consequences_start(d->span)) = i;
}

void consequences_pairs(Model *m)
{
    const DiagSink *sink = m->sink;
    Codes codes = {.next = arena_array(m->scratch, uint32_t, sink->list.len)};
    U32Map figures; /* place -> HP4010 */
    U32Map sums;    /* place of a row that is the sum of the others -> HP4007 */
    u32map_init(&codes.first, m->scratch);
    u32map_init(&figures, m->scratch);
    u32map_init(&sums, m->scratch);
    WrongTotals totals = {0};
    u32map_init(&totals.told, m->scratch);
    u32map_init(&totals.proofs, m->scratch);
    for (uint32_t i = sink->list.len; i-- > 0;) {
        const Diag *d = sink->list.at[i];
        if (d->code == HP5002) {
            uint32_t *first =
                u32map_put(&codes.first, consequences_line(d->span.file, check_line(m, d->span)));
            codes.next[i] = *first;
            *first = i + 1;
        } else if (accuses_figure(d)) {
            accuse(sink, &figures, i);
        } else if (d->code == HP4007 && consequences_text(d, PART_NOTE, N_ROW_IS_THE_SUM) != NULL) {
            *u32map_put(&sums, consequences_start(d->span)) = i;
        } else if (tells_of_total(d)) {
            add_total(&totals, d, i);
        }
    }
    for (uint32_t i = 0; i < sink->list.len; i++) /* first: a sum that is right takes in no prose */
        if (sink->list.at[i]->code == HP4034 || sink->list.at[i]->code == HP4040)
            merge_mended(m, &totals, sink->list.at[i]);
    for (uint32_t i = 0; i < sink->list.len; i++) {
        Diag *d = sink->list.at[i];
        const DiagPart *stated =
            d->code == HP4004 ? consequences_text(d, PART_PLACE, L_BUT_IS) : NULL;
        const uint32_t *figure =
            stated == NULL ? NULL : u32map_get(&figures, consequences_start(stated->span));
        if (d->code == HP4001 && !d->silenced)
            merge_lines(m, d, &codes);
        if (d->code == HP2002 && u32map_get(&sums, consequences_start(d->span)) != NULL)
            d->silenced = true;
        if (figure != NULL)
            merge_contradiction(sink->list.at[*figure], d);
        if (d->code == HP4004)
            merge_total(m, &totals, d);
    }
}
