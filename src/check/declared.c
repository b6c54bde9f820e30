/*
 * declared.c — finding stated figures by what they say.  Layer: check.
 *
 * Requires: stated.h. Provides: declared.h's answers. Building is n log n; a question costs a
 * bounded number of look-ups.
 */
#include "check/declared.h"

#include <stdlib.h>

enum { MOST_DIGITS = 15 };

/* --- numbers as digits ------------------------------------------------------------------- */

static bool coefficient(Decimal num, int64_t *out)
{
    Decimal whole = num;
    whole.scale = 0;
    return decimal_to_int64(whole, out);
}

static int digits_of(int64_t n)
{
    int digits = 1;
    while (n >= 10) {
        n /= 10;
        digits++;
    }
    return digits;
}

int declared_significant(Decimal num)
{
    int64_t n;
    if (!coefficient(num, &n) || digits_of(n) > MOST_DIGITS)
        return 0;
    while (num.scale == 0 && n != 0 && n % 10 == 0)
        n /= 10;
    return digits_of(n);
}

static uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t x = (a ^ (b * 0x9E3779B97F4A7C15u)) * 0xBF58476D1CE4E5B9u;
    return (x ^ (x >> 29)) >> 1; /* one bit less than a key may have */
}

static uint64_t number_key(UnitId unit, int32_t scale, int64_t n)
{
    return mix((uint64_t)n, (uint64_t)unit << 8 | (uint64_t)scale);
}

uint64_t declared_shape(UnitId unit, Decimal num)
{
    int64_t n;
    int digits = coefficient(num, &n) ? digits_of(n) : 0;
    return (uint64_t)unit << 16 | (uint64_t)num.scale << 8 | (uint64_t)digits;
}

/* --- the index --------------------------------------------------------------------------- */

UnitId declared_unit(const Model *m, UnitId unit)
{
    const Unit *u = unit_get(&m->units, unit);
    bool one = decimal_cmp(u->factor, decimal_one) == 0;
    return u->dim == E_DIMENSION_COUNT && u->per == 0 && one ? (UnitId)0 : unit;
}

static void add(void *context, FigRef figure)
{
    DeclaredIndex *d = context;
    Value v = figure_value(d->m, figure);
    if (v.kind != VAL_NUMBER || v.compare != CMP_NONE)
        return;
    Declared one = {.figure = figure, .unit = declared_unit(d->m, v.unit)};
    one.num = decimal_abs(v.num);
    Decimal factor = v.unit == 0 ? decimal_one : unit_get(&d->m->units, v.unit)->factor;
    if (decimal_mul(one.num, factor, &one.base))
        *vec_push(d->m->arena, &d->list) = one;
}

/* Computed figures are printed, too: what agrees with one of them contradicts nothing. */
static void add_computed(DeclaredIndex *d)
{
    Model *m = d->m;
    for (FactId id = 1; id < m->facts.len; id++) {
        const Fact *f = model_fact(m, id);
        if (f->value.kind != VAL_FORMULA || f->owner == FACT_CLAIM ||
            fact_more(m, f)->computed == NULL || fact_more(m, f)->computed->kind != QTY_NUMBER)
            continue;
        Declared one = {.figure = figure_fact(id), .unit = UINT16_MAX};
        one.num = one.base = decimal_abs(fact_more(m, f)->computed->mid);
        *vec_push(m->arena, &d->list) = one;
    }
}

static int by_amount(const void *left, const void *right)
{
    const Declared *a = *(const Declared *const *)left;
    const Declared *b = *(const Declared *const *)right;
    int order = decimal_cmp(a->base, b->base);
    return order != 0 ? order : (a > b) - (a < b);
}

static void sort(DeclaredIndex *d)
{
    uint32_t count = d->list.len;
    const Declared **at = arena_array(d->m->arena, const Declared *, count);
    d->sorted = arena_array(d->m->arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++)
        at[i] = &d->list.at[i];
    if (count > 1)
        qsort(at, count, sizeof *at, by_amount);
    for (uint32_t i = 0; i < count; i++)
        d->sorted[i] = (uint32_t)(at[i] - d->list.at);
}

DeclaredIndex declared_index(Model *m)
{
    DeclaredIndex d = {.m = m};
    u32map_init(&d.by_number, m->arena);
    u32map_init(&d.shapes, m->arena);
    stated_each(m, add, &d);
    for (uint32_t i = d.list.len; i-- > 0;) { /* so that a chain is in order of the source */
        Declared *one = &d.list.at[i];
        int64_t n;
        if (!coefficient(one->num, &n))
            continue;
        uint32_t *first = u32map_put(&d.by_number, number_key(one->unit, one->num.scale, n));
        one->next = *first;
        *first = i + 1;
        ++*u32map_put(&d.shapes, declared_shape(one->unit, one->num));
    }
    add_computed(&d);
    sort(&d);
    return d;
}

/* --- questions --------------------------------------------------------------------------- */

uint32_t declared_find(const DeclaredIndex *d, UnitId unit, Decimal num)
{
    int64_t n;
    if (!coefficient(num, &n))
        return 0;
    const uint32_t *first = u32map_get(&d->by_number, number_key(unit, num.scale, n));
    uint32_t i = first == NULL ? 0 : *first;
    while (i != 0) {
        const Declared *one = &d->list.at[i - 1];
        if (one->unit == unit && one->num.scale == num.scale && decimal_cmp(one->num, num) == 0)
            return i;
        i = one->next;
    }
    return 0;
}

uint32_t declared_like(const DeclaredIndex *d, UnitId unit, Decimal num)
{
    const uint32_t *count = u32map_get(&d->shapes, declared_shape(unit, num));
    return count == NULL ? 0 : *count;
}

bool declared_amount(const DeclaredIndex *d, Wanted w)
{
    Decimal factor = w.unit == 0 ? decimal_one : unit_get(&d->m->units, w.unit)->factor;
    Decimal half = {0, 5, w.num.scale + 1};
    Decimal low, high;
    if (!decimal_sub(w.num, half, &low) || !decimal_add(w.num, half, &high) ||
        !decimal_mul(low, factor, &low) || !decimal_mul(high, factor, &high))
        return true; /* not to be known: better silent */
    uint32_t from = 0;
    uint32_t to = d->list.len;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (decimal_cmp(d->list.at[d->sorted[middle]].base, low) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from < d->list.len && decimal_cmp(d->list.at[d->sorted[from]].base, high) <= 0;
}

/* --- a digit away ------------------------------------------------------------------------ */

typedef struct Search {
    const DeclaredIndex *index;
    Wanted wanted;
    Near near;
    uint32_t found;
} Search;

static void try_number(Search *s, int64_t n, bool swapped)
{
    Decimal num = decimal_int(n);
    num.scale = s->wanted.num.scale;
    uint32_t hit = declared_find(s->index, s->wanted.unit, num);
    if (hit == 0)
        return;
    s->near = (Near){hit, swapped};
    s->found++;
}

Near declared_near(const DeclaredIndex *d, Wanted w)
{
    Search s = {.index = d, .wanted = w};
    int64_t n;
    if (declared_significant(w.num) == 0 || !coefficient(w.num, &n))
        return (Near){0, false};
    int count = digits_of(n);
    int64_t worth = 1;
    for (int i = 0; i < count; i++, worth *= 10) {
        int digit = (int)(n / worth % 10);
        for (int other = i == count - 1 ? 1 : 0; other < 10; other++)
            if (other != digit)
                try_number(&s, n + (other - digit) * worth, false);
        int left = (int)(n / (worth * 10) % 10);
        if (i + 1 < count && left != digit && (digit != 0 || i + 2 < count))
            try_number(&s, n + (digit - left) * worth * 10 + (left - digit) * worth, true);
    }
    return s.found == 1 ? s.near : (Near){0, false};
}
