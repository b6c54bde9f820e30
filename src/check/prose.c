/*
 * prose.c — what loose figures in prose have to do with the declared ones.  Layer: check.
 *
 * Requires: texts, stated figures. Provides: HP8011, a loose figure that nearly says what the plan
 * says elsewhere; and, for those who ask about coverage, HP8010, one that says just that.
 *
 * HP8011 must not cry wolf. It speaks only where four digits or more agree but for one, or for two
 * neighbours; where that is one figure and no other says what the prose says; where so many
 * figures of the kind that one might meet by chance are not to be found; and where the sentence
 * speaks of no other year.
 */
#include "check/prose.h"

#include "check/declared.h"
#include "model/loose.h"
#include "model/scope.h"

enum {
    MOST_NEAR = 200,      /* findings that are looked into */
    LEAST_DIGITS = 4,     /* that say something, for HP8011 */
    CHANCE = 10,          /* one in so many is what chance may give in a whole plan */
    LEAST_SUGGESTED = 2   /* digits of a figure that several say, for HP8010 */
};

typedef struct Prose {
    Model *m;
    DeclaredIndex index;
    const LooseFigures *loose;
    U32Map shapes; /* of the loose ones: how many */
    Flat flat;     /* of the text looked into last */
    uint32_t flat_of; /* ... + 1 */
} Prose;

static Prose begin(Model *m)
{
    Prose p = {.m = m, .loose = loose_figures(m)};
    if (p.loose->all.len == 0)
        return p;
    p.index = declared_index(m);
    u32map_init(&p.shapes, m->arena);
    for (uint32_t i = 0; i < p.loose->all.len; i++) {
        UnitId unit = declared_unit(m, p.loose->all.at[i].unit);
        ++*u32map_put(&p.shapes, declared_shape(unit, p.loose->all.at[i].num));
    }
    return p;
}

static Wanted wanted(const Prose *p, const Loose *l)
{
    return (Wanted){declared_unit(p->m, l->unit), l->num};
}

/* Of several that say the same, a property is what the plan says first of all. *alone: it is the
 * only property, or the only one at all. */
static uint32_t choose(const Prose *p, uint32_t first, bool *alone)
{
    uint32_t properties = 0;
    uint32_t all = 0;
    uint32_t best = first;
    const Declared *like = &p->index.list.at[first - 1];
    for (uint32_t i = first; i != 0; i = p->index.list.at[i - 1].next) {
        const Declared *one = &p->index.list.at[i - 1];
        if (one->unit != like->unit || decimal_cmp(one->num, like->num) != 0)
            continue;
        all++;
        bool property = one->figure.fact != 0 &&
                        model_fact(p->m, one->figure.fact)->owner == FACT_PROP;
        if (property && properties++ == 0)
            best = i;
    }
    *alone = properties == 1 || all == 1;
    return best;
}

static Str in_braces(Arena *a, Str inner)
{
    Buf b;
    buf_init(&b, a);
    buf_char(&b, '{');
    buf_str(&b, inner);
    buf_char(&b, '}');
    return buf_view(&b);
}

/* --- nearly the same --------------------------------------------------------------------- */

/* Would so many figures of this length meet by chance? Of 9·10^(n-1) numbers, 10n - 1 are near. */
static bool by_chance(const Prose *p, Wanted w)
{
    const uint32_t *loose = u32map_get(&p->shapes, declared_shape(w.unit, w.num));
    uint64_t pairs = declared_like(&p->index, w.unit, w.num);
    pairs *= loose == NULL ? 1 : *loose;
    int digits = (int)(declared_shape(w.unit, w.num) & 0xFF);
    uint64_t numbers = 9;
    for (int i = 1; i < digits; i++)
        numbers *= 10;
    return pairs > numbers / (uint64_t)(10 * digits - 1) / CHANCE;
}

typedef struct Sentence {
    Str text;
    uint32_t from, to;
} Sentence;

static bool ends_sentence(Str s, uint32_t i)
{
    bool stop = s.ptr[i] == '.' || s.ptr[i] == '?' || s.ptr[i] == '!';
    return s.ptr[i] == '\n' || (stop && i + 1 < s.len && s.ptr[i + 1] == ' ' && i + 2 < s.len &&
                                s.ptr[i + 2] >= 'A' && s.ptr[i + 2] <= 'Z');
}

static Sentence sentence_of(Str s, const Loose *l)
{
    Sentence out = {.from = l->from, .to = l->to};
    while (out.from > 0 && !ends_sentence(s, out.from - 1))
        out.from--;
    while (out.to < s.len && !ends_sentence(s, out.to))
        out.to++;
    out.text = str_slice(s, out.from, out.to);
    return out;
}

/* Speaks the sentence of another time than the figure's? */
static bool other_time(Str s, int year)
{
    static const char *const words[] = {"fjor", "året før", "forrige", "førre", "tidligere",
                                        "tidlegare", "last year", "previous", NULL};
    if (str_has_any(s, words))
        return true;
    bool any = false;
    for (uint32_t i = 0; year != 0 && i + 4 <= s.len; i++) {
        int n = 0;
        for (uint32_t k = i; k < i + 4 && ascii_is_digit(s.ptr[k]); k++)
            n = n * 10 + (s.ptr[k] - '0');
        if (n == year)
            return false;
        any |= n >= 1950 && n < 2100 && (i == 0 || s.ptr[i - 1] < '0' || s.ptr[i - 1] > '9') &&
               (i + 4 == s.len || s.ptr[i + 4] < '0' || s.ptr[i + 4] > '9');
    }
    return any;
}

/* Does the sentence name the declared figure itself? Then it tells the two apart. */
static bool names_it(const Prose *p, Sentence at, Wanted other)
{
    for (uint32_t i = 0; i < p->flat.pieces.len; i++) {
        const FlatPiece *piece = &p->flat.pieces.at[i];
        if (piece->fact == 0 || piece->at < at.from || piece->at >= at.to)
            continue;
        Quantity q = check_quantity(p->m, figure_fact(piece->fact));
        Decimal factor = other.unit == 0 ? decimal_one : unit_get(&p->m->units, other.unit)->factor;
        Decimal base;
        if (q.kind == QTY_NUMBER && decimal_mul(other.num, factor, &base) &&
            decimal_cmp(decimal_abs(q.mid), base) == 0)
            return true;
    }
    return false;
}

static bool is_meant(Prose *p, const Loose *l, const Declared *d)
{
    if (p->flat_of != l->text + 1)
        loose_flatten(p->m, p->m->arena, l->text, &p->flat);
    p->flat_of = l->text + 1;
    Sentence s = sentence_of(buf_view(&p->flat.text), l);
    return other_time(s.text, stated_year(p->m, d->figure)) ||
           names_it(p, s, (Wanted){d->unit, d->num});
}

static Str written(const Model *m, FigRef f)
{
    Value v = figure_value(m, f);
    Buf b;
    buf_init(&b, m->arena);
    value_print(&b, &m->units, &v, LANG_NB);
    return buf_view(&b);
}

static void report_near(const Prose *p, const Loose *l, const Declared *d, bool swapped)
{
    Model *m = p->m;
    Diag *diag = diag_at(m->sink, HP8011, l->span);
    diag_str(diag, figure_label(m, m->scratch, d->figure));
    diag_label(diag, L_STATED);
    diag_str(diag, l->written);
    diag_place(diag, figure_span(m, d->figure), L_BUT_IS);
    diag_str(diag, written(m, d->figure));
    diag_note(diag, swapped ? N_CAUSE_SWAP : N_CAUSE_DIGIT);
    diag_str(diag, l->written);
    diag_str(diag, written(m, d->figure));
    diag_note(diag, N_LOOSE_IS_MEANT);
    diag_str(diag, in_braces(m->scratch, l->written));
}

static void check_near(Prose *p, const Loose *l, uint32_t *looked_into)
{
    Wanted w = wanted(p, l);
    if (l->range || l->approx || !l->sure || declared_significant(l->num) < LEAST_DIGITS)
        return;
    Near near = declared_near(&p->index, w);
    if (near.declared == 0 || ++*looked_into > MOST_NEAR ||
        declared_significant(p->index.list.at[near.declared - 1].num) < LEAST_DIGITS)
        return;
    bool alone;
    const Declared *d = &p->index.list.at[choose(p, near.declared, &alone) - 1];
    Wanted base = {l->unit, l->num};
    if (declared_amount(&p->index, base) || by_chance(p, w) || is_meant(p, l, d))
        return;
    report_near(p, l, d, near.swapped);
}

void check_prose(Model *m)
{
    Prose p = begin(m);
    uint32_t looked_into = 0;
    for (uint32_t i = 0; i < p.loose->all.len; i++)
        check_near(&p, &p.loose->all.at[i], &looked_into);
}

/* --- just the same ----------------------------------------------------------------------- */

/* A path that names the figure from anywhere: the thing by its name, or by its kind's word where
 * it is the only one; its property, and the year. */
static bool write_path(Model *m, FigRef f, DeclId from, Buf *out)
{
    const Fact *fact = f.fact == 0 ? NULL : model_fact(m, f.fact);
    if (fact == NULL || fact->owner != FACT_PROP || fact->prop == 0)
        return false;
    const Prop *p = model_prop(m, fact->prop);
    const Decl *d = model_decl(m, p->decl);
    Str head = d->name_text;
    if (head.len == 0 && scope_next(m, 0, d->kind, scope_next(m, 0, d->kind, 0)) == 0)
        head = str_from(vocab_term(d->term)->spelling[LANG_NB]);
    bool named = head.len > 0 && p->count == 1 &&
                 (d->name_text.len == 0 ||
                  decl_self(m, eval_decl(m, from, head, K_NONE)) == decl_self(m, p->decl));
    TermId usual = vocab_default_prop((Kind)d->kind);
    bool is_usual = usual != 0 && vocab_term(usual)->id == p->key;
    Period period = p->index.period;
    bool plain = p->index.version == VER_NONE &&
                 (period.kind == PERIOD_NONE || period.kind == PERIOD_YEAR);
    if (!named || !plain || decl_prop(m, p->decl, p->key, &p->index) != fact->prop)
        return false;
    buf_str(out, head);
    if (!is_usual || period.kind == PERIOD_NONE) {
        buf_char(out, '.');
        buf_cstr(out, vocab_term(p->term)->spelling[LANG_NB]);
    }
    if (period.kind == PERIOD_YEAR)
        buf_printf(out, ".%d", period_first_year(period));
    return str_find(buf_view(out), STR(" ")) < 0;
}

/* Signs are left out where a figure is looked for, and not where two
 * are held against each other. */
static bool same_sign(Model *m, const Loose *l, FigRef figure)
{
    return !l->negative && decimal_sign(check_quantity(m, figure).mid) >= 0;
}

static void suggest(Prose *p, const Loose *l)
{
    Model *m = p->m;
    bool alone;
    uint32_t hit = l->range || !l->sure ? 0 : declared_find(&p->index, wanted(p, l).unit, l->num);
    if (hit == 0)
        return;
    hit = choose(p, hit, &alone);
    if (!alone && declared_significant(l->num) < LEAST_SUGGESTED)
        return;
    FigRef figure = p->index.list.at[hit - 1].figure;
    Diag *d = diag_at(m->sink, HP8010, l->span);
    diag_str(d, figure_label(m, m->scratch, figure));
    diag_place(d, figure_span(m, figure), L_DECLARED_HERE);
    Buf path;
    buf_init(&path, m->scratch);
    if (!alone || !l->whole || l->approx || !same_sign(m, l, figure) ||
        !write_path(m, figure, m->texts.at[l->text].decl, &path)) {
        diag_note(d, N_TIE_IT);
        return;
    }
    Buf inner;
    buf_init(&inner, m->scratch);
    buf_str(&inner, l->written);
    buf_cstr(&inner, " = ");
    buf_str(&inner, buf_view(&path));
    diag_fix(d, l->span, in_braces(m->scratch, buf_view(&inner)), F_WRITE);
}

void prose_suggest(Model *m)
{
    Prose p = begin(m);
    for (uint32_t i = 0; i < p.loose->all.len; i++)
        suggest(&p, &p.loose->all.at[i]);
}
