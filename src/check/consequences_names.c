/*
 * consequences_names.c — a thing that is not declared is told of once.  Layer: check.
 * See consequences.h.
 *
 * Requires: findings about unknown names (HP2002); the Proofs of counts. Provides: of those about
 * one name the first, with the lines of the others; and a count that lacks just what is so missing
 * is told with it: {fire = antall(avdeling)}, where one of the four has gone. Where two things have
 * one name (HP2003), the unknown name is told as that of the second, if its title begins so.
 *
 * What is near to a name that is known is a slip, and each slip is told where it is to be mended.
 */
#include "check/consequences.h"

#include "base/utf8.h"

#include <stdlib.h>

enum {
    MOST_NAMES = 500, /* findings that are looked into */
    MOST_LINES_TOLD = 12
};

typedef struct Unknown {
    Diag *diag;
    Str key; /* file, kind and name, however it is spelled */
    uint16_t kind;
    Str name;
} Unknown;

typedef VEC(Unknown) Unknowns;

/* «Avløp» in a table, and «avlop» where it is referred to. */
static void put_plain_name(Buf *out, Str folded)
{
    static const Str letters[][2] = {{STR_INIT("æ"), STR_INIT("ae")}, {STR_INIT("ø"), STR_INIT("o")},
                                     {STR_INIT("å"), STR_INIT("a")}};
    for (uint32_t i = 0; i < folded.len;) {
        Str rest = str_slice(folded, i, folded.len);
        size_t k = 0;
        while (k < sizeof letters / sizeof *letters && !str_starts(rest, letters[k][0]))
            k++;
        if (k < sizeof letters / sizeof *letters)
            buf_str(out, letters[k][1]);
        else if (rest.ptr[0] != ' ' && rest.ptr[0] != '-' && rest.ptr[0] != '_')
            buf_char(out, rest.ptr[0]);
        i += k < sizeof letters / sizeof *letters ? letters[k][0].len : 1;
    }
}

static bool is_unknown_name(const Diag *d)
{
    return d->code == HP2002 && !d->silenced && !span_is_none(d->span) &&
           consequences_part(d, PART_FIX) == NULL &&
           d->parts.at[0].args.len == 2 && d->parts.at[0].args.at[0].kind == ARG_TEXT3;
}

static uint16_t kind_called(const Model *m, Str word)
{
    TermId t = vocab_find(VG_KIND, utf8_fold(m->scratch, word), K_NONE);
    return t == 0 ? (uint16_t)K_NONE : vocab_term(t)->id;
}

static Unknown unknown(const Model *m, Diag *d)
{
    const DiagPart *headline = &d->parts.at[0];
    Unknown u = {.diag = d, .name = utf8_fold(m->scratch, headline->args.at[1].str)};
    u.kind = kind_called(m, headline->args.at[0].text3->in[LANG_NB]);
    Buf key;
    buf_init(&key, m->scratch);
    buf_printf(&key, "%u:%u:", (unsigned)d->span.file, (unsigned)u.kind);
    put_plain_name(&key, u.name);
    u.key = buf_view(&key);
    return u;
}

static int by_key_and_place(const void *a, const void *b)
{
    const Unknown *x = a, *y = b;
    int order = str_cmp(x->key, y->key);
    uint32_t from = x->diag->span.off, to = y->diag->span.off;
    return order != 0 ? order : from < to ? -1 : from > to;
}

static Unknowns collect(const Model *m)
{
    Unknowns all = {0};
    for (uint32_t i = 0; i < m->sink->list.len && all.len < MOST_NAMES; i++)
        if (is_unknown_name(m->sink->list.at[i]))
            *vec_push(m->scratch, &all) = unknown(m, m->sink->list.at[i]);
    if (all.len > 1)
        qsort(all.at, all.len, sizeof *all.at, by_key_and_place);
    return all;
}

/* The findings behind the first are silenced, their lines told there. */
static void merge(const Model *m, Unknown *first, uint32_t count)
{
    Buf lines;
    buf_init(&lines, m->arena);
    uint32_t last = check_line(m, first->diag->span), told = 0;
    for (uint32_t i = 1; i < count; i++) {
        uint32_t line = check_line(m, first[i].diag->span);
        first[i].diag->silenced = true;
        if (line == last || told == MOST_LINES_TOLD)
            continue;
        buf_cstr(&lines, told++ > 0 ? ", " : "");
        buf_int(&lines, line);
        last = line;
    }
    if (told == 0)
        return;
    diag_note(first->diag, N_ALSO_ON_LINES);
    diag_str(first->diag, buf_view(&lines));
}

/* Of `antall(avdeling)` the kind that is counted. */
static uint16_t kind_counted(const Model *m, Str formula)
{
    int64_t open = str_find(formula, STR("(")), close = str_find(formula, STR(")"));
    return open < 0 || close < open
               ? (uint16_t)K_NONE
               : kind_called(m, str_trim(str_slice(formula, (uint32_t)open + 1, (uint32_t)close)));
}

/* Does a count of this kind lack so many? `of`: antall(avdeling) */
static bool lacks(const Model *m, const Diag *d, const Proof *p, uint16_t kind, uint32_t missing,
                  Str *of)
{
    const DiagPart *headline = &d->parts.at[0];
    *of = headline->args.len > 0 ? headline->args.at[headline->args.len - 1].str : STR_NONE;
    ProofAmounts told = proof_told(m, p);
    Decimal all;
    return kind != K_NONE && kind_counted(m, *of) == kind &&
           decimal_add(told.computed.mid, decimal_int(missing), &all) &&
           decimal_cmp(all, told.stated.mid) == 0;
}

/* Counts of the kind that the first of `all` is of, where `names` of it are missing. */
static void settle_counts(const Model *m, const Unknown *first, uint32_t names)
{
    U32Map proofs = consequences_failing(m);
    for (uint32_t i = 0; i < m->sink->list.len; i++) {
        Diag *d = m->sink->list.at[i];
        Str of;
        const uint32_t *proof = d->code != HP4004 || d->silenced
                                    ? NULL
                                    : u32map_get(&proofs, consequences_start(d->span));
        if (proof == NULL || m->proofs.at[*proof - 1].kind != PROOF_COUNT ||
            !lacks(m, d, &m->proofs.at[*proof - 1], first->kind, names, &of))
            continue;
        d->silenced = true;
        diag_note(first->diag, N_COUNT_LACKS_IT);
        diag_str(first->diag, of);
        diag_int(first->diag, check_line(m, d->span));
    }
}

/* --- two things of one name -------------------------------------------------------------- */

/* The thing whose name stands there; 0: it has none. */
static DeclId named_at(const Model *m, Span name)
{
    for (DeclId d = 1; d < m->decls.len; d++) {
        Span own = decl_name_span(m, model_decl(m, d));
        if (own.len > 0 && own.off == name.off && own.file == name.file)
            return d;
    }
    return 0;
}

/* `avdeling hjemme "Rehabilitering"`, where «rehab» is unknown: it was the name of that one. */
static void settle_twice(const Model *m, const Unknowns *all)
{
    enum { MOST_TWICE = 10, LEAST_LETTERS = 3 };
    uint32_t twice = 0;
    for (uint32_t i = 0; i < m->sink->list.len && twice < MOST_TWICE; i++) {
        Diag *d = m->sink->list.at[i];
        if (d->code != HP2003 || d->silenced)
            continue;
        twice++;
        const Decl *decl = model_decl(m, named_at(m, d->span));
        Str title = utf8_fold(m->scratch, decl->title);
        for (uint32_t k = 0; k < all->len; k++) {
            const Unknown *u = &all->at[k];
            if (u->kind != decl->kind || u->diag->silenced || u->name.len < LEAST_LETTERS ||
                !str_starts(title, u->name))
                continue;
            u->diag->silenced = true;
            diag_place(d, u->diag->span, L_UNKNOWN_NAME);
            diag_str(d, u->name);
            diag_fix(d, d->span, str_dup(m->arena, u->name), F_WRITE);
            break;
        }
    }
}

/* `kjent feil: HP2002` is about the place where it stands, and no other. */
static bool is_known_somewhere(const Model *m)
{
    for (PropId p = 1; p < m->props.len; p++) {
        const Prop *prop = model_prop(m, p);
        for (uint32_t i = 0; prop->key == P_KNOWN_FAULT && i < prop->count; i++) {
            const Fact *f = model_fact(m, prop->first + i);
            if (str_starts(span_text(m->sources, fact_span(m, f)), STR("HP2002")))
                return true;
        }
    }
    return false;
}

void consequences_names(Model *m)
{
    Unknowns all = collect(m);
    if (all.len == 0 || is_known_somewhere(m))
        return;
    const Unknown *of_kind = NULL; /* the first name of the kind that is looked at */
    uint32_t names = 0;
    for (uint32_t i = 0, next; i < all.len; i = next) {
        for (next = i + 1; next < all.len && str_eq(all.at[next].key, all.at[i].key);)
            next++;
        merge(m, &all.at[i], next - i);
        if (of_kind != NULL && of_kind->kind != all.at[i].kind) {
            settle_counts(m, of_kind, names);
            of_kind = NULL;
        }
        names = of_kind == NULL ? 1 : names + 1;
        of_kind = of_kind == NULL ? &all.at[i] : of_kind;
    }
    if (of_kind != NULL)
        settle_counts(m, of_kind, names);
    settle_twice(m, &all);
}
