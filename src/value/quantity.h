/*
 * quantity.h — figures in arithmetic: intervals that know what was rounded.  Layer: value.
 *
 * A Quantity is a figure in the base unit of its dimension with what is known of its error: the
 * interval [lo, hi]; and, as long as it is a sum of stated figures, the sums of its terms' steps
 * and squared steps, from which the language's rule for sums of rounded terms is judged:
 *     |d| <= min(0.87·√Σstep², Σ½step)   within rounding
 *     |d| <= Σ½step                       unlikely to be rounding
 *     else                                violated
 * One that is only known to lie between two ends, or on one side of one (`<5`), is no number; what
 * it cannot be is known all the same.
 */
#ifndef HPLAN_VALUE_QUANTITY_H
#define HPLAN_VALUE_QUANTITY_H

#include "syntax/tree.h" /* Op */
#include "value/value.h"

typedef enum QuantityKind {
    QTY_NUMBER,
    QTY_NONE,    /* blank: adds nothing */
    QTY_UNKNOWN, /* missing, one-sided or a range: no sum is proven by it */
    QTY_BAD      /* a fault reported elsewhere: silences what depends on it */
} QuantityKind;

/* Why an operation returned false. */
typedef enum QuantityFault {
    QTYF_NONE,
    QTYF_UNITS, /* unlike dimensions: the caller names both */
    QTYF_SIZE   /* the number does not fit 38 digits */
} QuantityFault;

/* What a number without a unit is a number of. */
typedef enum BareNumber {
    BARE_ANY,   /* of whatever stands beside it */
    BARE_COUNT, /* of things: antall(…), which is no amount of money */
    BARE_SHARE, /* a count by another: percent beside a percentage */
    BARE_QUOTIENT /* any number by another: so, too, but else of whatever stands beside it */
} BareNumber;

typedef struct Quantity {
    uint8_t kind;
    uint8_t fault; /* QuantityFault, where an operation returned false */
    bool exact;    /* no rounding anywhere: lo = mid = hi */
    bool linear;   /* a sum of stated figures: half and square are kept */
    bool approx;   /* ca: 10 % either way */
    bool hundred;  /* a hundred of it: by another of its kind a percentage */
    bool change;   /* the difference of two percents: may stand for percentage points */
    bool has_lo, has_hi;      /* of QTY_UNKNOWN: it is known to be no less, no more */
    bool none_lo, none_hi;    /* … if it counts things, of which there are none at the least */
    uint8_t open_lo, open_hi; /* … and of so many terms that they do not reach that end */
    UnitId unit;   /* for the dimension, and to print in */
    Decimal mid, lo, hi;
    Decimal half;     /* Σ ½ step */
    Decimal square;   /* Σ step² */
    uint8_t decimals; /* most decimals of a term, in `unit`, for printing */
    uint8_t bare;     /* BareNumber, where there is no unit */
} Quantity;

typedef enum Verdict {
    VERDICT_NONE,
    VERDICT_EXACT,    /* proven */
    VERDICT_ROUNDED,  /* holds within rounding: supported */
    VERDICT_UNLIKELY, /* within the worst case only */
    VERDICT_VIOLATED,
    VERDICT_UNKNOWN /* cannot be checked */
} Verdict;

Quantity quantity_of(const UnitTable *u, const Value *v, bool in_formula);
Quantity quantity_int(int64_t n, UnitId unit);
Quantity quantity_count(int64_t n); /* of things */

/* Sets the step of a stated figure (in the base unit; zero: exact), where its place knows better:
 * `7` beside `10,36`, a table's `nøyaktighet:`, a target against which a result is judged. */
void quantity_restep(Quantity *q, Decimal step);

/* May the two be added or compared? A bare number takes the other's unit, a count of things
 * only one in which things can be counted; a ratio goes with percent; the difference of two
 * percents with percentage points. */
bool quantity_agree(const UnitTable *u, const Quantity *a, const Quantity *b);

/* q as the unit of the place where it is printed sees it: a bare number takes the unit, a ratio
 * becomes percent. False where dimensions do not agree; then *out is QTY_BAD. */
bool quantity_in(const UnitTable *u, const Quantity *q, UnitId unit, Quantity *out);

/* Each returns false where dimensions do not agree or a number does not fit; *out is then QTY_BAD
 * and its fault says which. An operand that is QTY_BAD or QTY_UNKNOWN makes the result so, of which
 * a sum keeps the ends; QTY_NONE adds nothing, and a product or quotient with it is QTY_UNKNOWN. */
bool quantity_add(const UnitTable *u, const Quantity *a, const Quantity *b, Quantity *out);
bool quantity_sub(const UnitTable *u, const Quantity *a, const Quantity *b, Quantity *out);
bool quantity_mul(UnitTable *u, const Quantity *a, const Quantity *b, Quantity *out);
/* A divisor whose interval holds 0 gives QTY_UNKNOWN. */
bool quantity_div(UnitTable *u, const Quantity *a, const Quantity *b, Quantity *out);
Quantity quantity_neg(const Quantity *a);
/* The sum of n figures like `one`, of the same unit and as exact: `total` in that unit is what
 * they come to. False where they are better added one by one. */
bool quantity_many(const UnitTable *u, const Quantity *one, uint32_t n, Decimal total,
                   Quantity *out);

/* Something is known of what it may be: `<5`, `1–4`, and a sum with such. */
bool quantity_bounded(const Quantity *q);
/* One in the same unit of which nothing is known. */
Quantity quantity_unknown(const Quantity *like);
/* The same of a change, which may be below nought: less than 5 more pupils may be fewer of them. */
Quantity quantity_of_change(const Quantity *q);
/* With its ends as they are of what it counts: fewer than 5 things are 0 to 4. */
Quantity quantity_ends(const UnitTable *u, const Quantity *q);

/* Proven, or supported. */
static inline bool verdict_holds(Verdict v) { return v == VERDICT_EXACT || v == VERDICT_ROUNDED; }
/* The same, or within the worst case: nothing that contradicts it. */
static inline bool verdict_may_hold(Verdict v) { return verdict_holds(v) || v == VERDICT_UNLIKELY; }
/* Of several comparisons the weakest; one that fails weighs more than one that cannot be made. */
static inline Verdict verdict_weaker(Verdict all, Verdict v)
{
    return all != VERDICT_VIOLATED && (v > all || v == VERDICT_VIOLATED) ? v : all;
}

/* What is judged and by how much they differ: diff = |a - b|; where that is more than rounding
 * makes likely, slack = what it would allow, else 0. */
typedef struct Comparison {
    Verdict verdict;
    Decimal diff;  /* a.mid - b.mid, signed, in the base unit; of bounds the gap between them */
    Decimal slack; /* how large |diff| might be and still be rounding */
} Comparison;

/* exact_only is `--eksakt`. VERDICT_NONE where a side is QTY_BAD or QTY_NONE (nothing is
 * claimed), VERDICT_UNKNOWN where they do not agree (ask quantity_agree first), or where
 * one is QTY_UNKNOWN and its ends do not decide. a is the one that is stated: `<5` is right
 * of whatever lies below 5. */
Comparison quantity_equal(const UnitTable *u, const Quantity *a, const Quantity *b,
                          bool exact_only);
/* a op b: VERDICT_EXACT or _ROUNDED where it is met, _VIOLATED where it is not. *on_line is set
 * where the intervals overlap and the printed digits decided. */
Verdict quantity_compare(const UnitTable *u, const Quantity *a, Op op, const Quantity *b,
                         bool *on_line);

#endif
