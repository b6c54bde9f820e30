/*
 * units.c — the table of units: what is declared, and what is made on first sight.  Layer: value.
 *
 * In: the rows of the standard library, declared units, nouns and quotients as they are met. Out:
 * numbers for units, equal numbers for equal units. Reading units from text is units_read.c.
 */
#include "value/units.h"

#include "base/utf8.h"
#include "value/unit_rows.h"
#include "vocab/vocab.h"

/* ---- building -------------------------------------------------------------------------------- */

static UnitId push(UnitTable *t, Unit unit)
{
    if (t->units.len >= UNIT_MAX)
        return 0;
    *vec_push(t->arena, &t->units) = unit;
    return (UnitId)(t->units.len - 1);
}

const Unit *unit_get(const UnitTable *t, UnitId id)
{
    return &t->units.at[id < t->units.len ? id : 0];
}

UnitId units_spelled(const UnitTable *t, Str folded)
{
    uint32_t known = text_slots_find(&unit_slots, folded);
    if (known != 0)
        return (UnitId)(t->library + unit_spellings[known - 1].row);
    Sym sym = interner_find(t->syms, folded);
    const uint32_t *other = sym == 0 ? NULL : u32map_get(&t->by_name, sym);
    return other == NULL ? 0 : (UnitId)*other;
}

static Sym folded_sym(UnitTable *t, Str text)
{
    return interner_add(t->syms, utf8_fold(t->arena, str_trim(text)));
}

static uint32_t word_count(Str folded)
{
    uint32_t n = 1;
    for (uint32_t i = 0; i < folded.len; i++)
        n += folded.ptr[i] == ' ';
    return n;
}

/* False where the spelling belongs to another unit already. */
static bool add_spelling(UnitTable *t, UnitId id, Str spelling)
{
    Str folded = utf8_fold(t->arena, str_trim(spelling));
    UnitId owner = units_spelled(t, folded);
    if (folded.len == 0 || owner != 0)
        return folded.len == 0 || owner == id;
    Sym sym = interner_add(t->syms, folded);
    uint32_t words = word_count(folded);
    *u32map_put(&t->by_name, sym) = id;
    *vec_push(t->arena, &t->spellings) = sym;
    if (words > t->max_words)
        t->max_words = words;
    return true;
}

enum { KEY_QUOTIENT = 1, KEY_BASE, KEY_NOUN, KEY_WORTH };

static uint64_t derived_key(int family, uint32_t a, uint32_t b)
{
    return (uint64_t)family << 60 | (uint64_t)a << 32 | b;
}

/* Two worths may have one key: the first is kept, and who finds it looks whether it is meant. */
static uint64_t worth_key(Decimal worth)
{
    Decimal d = decimal_normalize(worth);
    const uint64_t parts[] = {(uint64_t)d.hi, d.lo, (uint64_t)d.scale};
    return derived_key(KEY_WORTH, 0, hash_bytes((const char *)parts, sizeof parts));
}

static void keep_worth(UnitTable *t, UnitId id)
{
    const Unit *unit = unit_get(t, id);
    if (unit->dim != E_DIMENSION_MONEY || unit->per != 0)
        return;
    uint32_t *kept = u32map_put(&t->derived, worth_key(unit->factor));
    *kept = *kept == 0 ? id : *kept;
}

/* The units the language itself speaks of: the first of their dimension with this factor. */
static void appoint(UnitTable *t, UnitId id)
{
    const Unit *unit = unit_get(t, id);
    int64_t factor;

    if (unit->per != 0 || !decimal_to_int64(unit->factor, &factor))
        return;
    UnitId *post = unit->dim == E_DIMENSION_MONEY      ? &t->kr
                   : unit->dim == E_DIMENSION_PERCENT  ? &t->percent
                   : unit->dim == E_DIMENSION_POINT    ? &t->point
                   : unit->dim == E_DIMENSION_FTE      ? &t->fte
                   : unit->dim == E_DIMENSION_CALENDAR ? &t->year
                                                       : NULL;
    if (post != NULL && *post == 0 && factor == (post == &t->year ? 12 : 1))
        *post = id;
}

/* "1000 innbyggere" counts what "innbyggere" counts. */
static Sym noun_of(UnitTable *t, Str label)
{
    uint32_t i = 0;
    for (uint32_t n; i < label.len; i += n) {
        n = utf8_blank_len(label.ptr + i, label.ptr + label.len);
        if (n == 0 && (label.ptr[i] < '0' || label.ptr[i] > '9'))
            break;
        n += n == 0;
    }
    Str noun = utf8_fold(t->arena, str_trim(str_slice(label, i, label.len)));
    Sym what = unit_get(t, units_spelled(t, noun))->what;
    return what != 0 ? what : interner_add(t->syms, noun);
}

/* `måles i: antall` says that a bare number is a count, of whatever it is. */
static void name_the_count(UnitTable *t)
{
    static const char *const names[] = {"antall", "antal", "count"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        (void)add_spelling(t, t->count, str_from(names[i]));
}

static void adopt_library(UnitTable *t)
{
    t->library = (UnitId)t->units.len;
    t->max_words = unit_spelling_max_words;
    vec_room(t->arena, &t->units, unit_row_count);
    for (const UnitRow *r = unit_rows; r < unit_rows + unit_row_count; r++) {
        Unit unit = {.dim = r->dim, .factor = decimal_int(r->coef)};
        unit.factor.scale = r->scale;
        for (int lang = 0; lang < LANG_COUNT; lang++)
            unit.names.in[lang] = r->names[lang];
        unit.label = unit.names.in[LANG_NB];
        if (r->noun != 0)
            unit.what = interner_add(t->syms, unit_spellings[r->noun - 1].folded);
        UnitId id = push(t, unit);
        appoint(t, id);
        keep_worth(t, id);
    }
}

void units_init(UnitTable *t, Arena *arena, Interner *syms)
{
    memset(t, 0, sizeof *t);
    t->arena = arena;
    t->syms = syms;
    u32map_init(&t->by_name, arena);
    u32map_init(&t->derived, arena);
    (void)push(t, (Unit){.factor = decimal_one});
    t->count = push(t, (Unit){.dim = E_DIMENSION_COUNT, .factor = decimal_one});
    t->ratio = push(t, (Unit){.dim = E_DIMENSION_RATIO, .factor = decimal_one});
    adopt_library(t);
    name_the_count(t);
}

bool units_add(UnitTable *t, Unit unit, const Str *spellings, uint32_t count)
{
    if (unit.dim == E_DIMENSION_COUNT && unit.what == 0 && unit.label.len > 0)
        unit.what = noun_of(t, unit.label);
    unit.label = str_dup(t->arena, unit.label);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        unit.names.in[lang] = str_dup(t->arena, unit.names.in[lang]);
    if (unit.names.in[LANG_NB].len == 0)
        unit.names.in[LANG_NB] = unit.label;
    UnitId id = push(t, unit);
    if (id == 0)
        return false;
    appoint(t, id);
    keep_worth(t, id);
    bool free = add_spelling(t, id, unit.label);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        free = add_spelling(t, id, unit.names.in[lang]) && free;
    for (uint32_t i = 0; i < count; i++)
        free = add_spelling(t, id, spellings[i]) && free;
    return free;
}

/* ---- made on first sight --------------------------------------------------------------------- */

static bool is_plural_ending(Str s)
{
    static const char *const endings[] = {"e", "r", "er", "ar", "s"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_eq(s, str_from(endings[i])))
            return true;
    return false;
}

Str unit_name_of_one(const UnitTable *t, UnitId id, Lang lang)
{
    Str name = text3_in(&unit_get(t, id)->names, lang);
    for (uint32_t len = name.len; len > 3;) {
        len--;
        if ((name.ptr[len] & 0xC0) == 0x80)
            continue; /* not in the middle of a letter */
        if (is_plural_ending(str_slice(name, len, name.len)) &&
            units_spelled(t, utf8_fold(t->arena, str_slice(name, 0, len))) == id)
            return str_slice(name, 0, len);
    }
    return name;
}

static Text3 join_names(const UnitTable *t, UnitId num, UnitId per)
{
    Text3 out = {0};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        Buf name;
        buf_init(&name, t->arena);
        buf_str(&name, text3_in(&unit_get(t, num)->names, (Lang)lang));
        buf_char(&name, '/');
        buf_str(&name, unit_name_of_one(t, per, (Lang)lang));
        out.in[lang] = buf_view(&name);
    }
    return out;
}

UnitId units_quotient(UnitTable *t, UnitId num, UnitId per)
{
    const uint32_t *known = u32map_get(&t->derived, derived_key(KEY_QUOTIENT, num, per));
    if (known != NULL)
        return (UnitId)*known;
    const Unit *n = unit_get(t, num);
    const Unit *p = unit_get(t, per);
    Unit unit = {.dim = n->dim, .num = num, .per = per, .factor = decimal_one};
    unit.names = join_names(t, num, per);
    unit.label = unit.names.in[LANG_NB];
    if (!decimal_div(n->factor, p->factor, ROUND_HALF_AWAY, &unit.factor, NULL))
        return 0;
    UnitId id = push(t, unit);
    *u32map_put(&t->derived, derived_key(KEY_QUOTIENT, num, per)) = id;
    return id;
}

UnitId units_money(UnitTable *t, Decimal worth, Str label)
{
    const uint32_t *kept = u32map_get(&t->derived, worth_key(worth));
    if (kept != NULL && decimal_cmp(unit_get(t, (UnitId)*kept)->factor, worth) == 0)
        return (UnitId)*kept;
    Unit made = {.label = label, .dim = E_DIMENSION_MONEY, .factor = worth};
    uint32_t id = t->units.len;
    (void)units_add(t, made, NULL, 0);
    return t->units.len > id ? (UnitId)id : t->kr;
}

UnitId unit_base(UnitTable *t, UnitId id)
{
    const Unit *unit = unit_get(t, id);
    if (decimal_cmp(unit->factor, decimal_one) == 0)
        return id;
    if (unit->per != 0) {
        UnitId num = unit->num, per = unit->per; /* units move as they are made */
        return units_quotient(t, unit_base(t, num), unit_base(t, per));
    }
    for (UnitId base = 1; base < t->units.len; base++) {
        const Unit *other = unit_get(t, base);
        if (other->dim == unit->dim && other->per == 0 && other->what == unit->what &&
            decimal_cmp(other->factor, decimal_one) == 0)
            return base;
    }
    return id;
}

UnitId unit_unscaled(const UnitTable *t, Arena *scratch, UnitId id)
{
    static const char *const scales[] = {"tusen ", "mill. ", "mrd. ", "1000 "};
    Str name = unit_get(t, id)->names.in[LANG_NB];
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        Str scale = str_from(scales[i]);
        if (str_starts(name, scale))
            return units_spelled(t, utf8_fold(scratch, str_slice(name, scale.len, name.len)));
    }
    return 0;
}

UnitId units_base(UnitTable *t, UnitId percent, Str of)
{
    of = str_trim(of);
    Sym what = folded_sym(t, of);
    const uint32_t *known = u32map_get(&t->derived, derived_key(KEY_BASE, percent, what));
    if (known != NULL)
        return (UnitId)*known;
    Unit unit = *unit_get(t, percent);
    unit.what = what;
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        Buf name;
        buf_init(&name, t->arena);
        buf_str(&name, text3_in(&unit.names, (Lang)lang));
        buf_cstr(&name, lang == LANG_EN ? " of " : " av ");
        buf_str(&name, of);
        unit.names.in[lang] = buf_view(&name);
    }
    unit.label = unit.names.in[LANG_NB];
    UnitId id = push(t, unit);
    *u32map_put(&t->derived, derived_key(KEY_BASE, percent, what)) = id;
    return id;
}

UnitId units_known_noun(const UnitTable *t, Arena *scratch, Str noun)
{
    Sym what = interner_find(t->syms, utf8_fold(scratch, str_trim(noun)));
    const uint32_t *id = what == 0 ? NULL : u32map_get(&t->derived, derived_key(KEY_NOUN, 0, what));
    return id == NULL ? 0 : (UnitId)*id;
}

UnitId units_noun(UnitTable *t, Str noun)
{
    noun = str_trim(noun);
    Str folded = utf8_fold(t->arena, noun);
    UnitId declared = units_spelled(t, folded);
    if (declared != 0)
        return declared;
    Sym what = interner_add(t->syms, folded);
    const uint32_t *known = u32map_get(&t->derived, derived_key(KEY_NOUN, 0, what));
    if (known != NULL)
        return (UnitId)*known;
    Unit unit = {.dim = E_DIMENSION_COUNT, .factor = decimal_one, .what = what, .adhoc = true};
    unit.label = str_dup(t->arena, noun);
    unit.names.in[LANG_NB] = unit.label;
    UnitId id = push(t, unit);
    *u32map_put(&t->derived, derived_key(KEY_NOUN, 0, what)) = id;
    return id;
}

/* ---- comparing ------------------------------------------------------------------------------- */

/* Denominators must be the same thing: kr/innbygger and kr/elev are unlike. */
static bool same_denominator(const UnitTable *t, UnitId a, UnitId b)
{
    const Unit *x = unit_get(t, a);
    const Unit *y = unit_get(t, b);
    if (a == b)
        return true;
    if (a == 0 || b == 0 || x->dim != y->dim || (x->per != 0) != (y->per != 0))
        return false;
    return x->dim != E_DIMENSION_COUNT || x->what == y->what;
}

bool units_agree(const UnitTable *t, UnitId a, UnitId b)
{
    const Unit *x = unit_get(t, a);
    const Unit *y = unit_get(t, b);

    if (a == b || a == 0 || b == 0)
        return true;
    if (x->dim != y->dim || !same_denominator(t, x->per, y->per))
        return false;
    if (x->per != 0)
        return units_agree(t, x->num, y->num);
    return x->dim == E_DIMENSION_COUNT || x->what == 0 || y->what == 0 || x->what == y->what;
}

bool unit_sums(const UnitTable *t, UnitId id)
{
    const Unit *u = unit_get(t, id);
    return u->per == 0 && u->dim != E_DIMENSION_PERCENT && u->dim != E_DIMENSION_POINT &&
           u->dim != E_DIMENSION_SCORE && u->dim != E_DIMENSION_RATIO && u->dim != E_DIMENSION_YEAR;
}

/* ---- names ----------------------------------------------------------------------------------- */

/* The word for a dimension; few and far between, so they are not indexed. */
static Str dimension_word(uint16_t dim, Lang lang)
{
    for (TermId id = 1; id < VOCAB_TERM_COUNT; id++)
        if (vocab_term(id)->group == VG_ENUM && vocab_term(id)->id == dim)
            return str_from(vocab_term(id)->spelling[lang]);
    return STR("");
}

static void put_dimension(Buf *out, const UnitTable *t, UnitId id, Lang lang)
{
    static const char *const bare[LANG_COUNT] = {"et tall uten enhet", "eit tal utan eining",
                                                 "a number without a unit"};
    const Unit *unit = unit_get(t, id);

    if (unit->per != 0) {
        put_dimension(out, t, unit->num, lang);
        buf_cstr(out, " per ");
        buf_str(out, unit_name_of_one(t, unit->per, lang));
        return;
    }
    if (unit->dim == 0) {
        buf_cstr(out, bare[lang]);
        return;
    }
    Str dimension = dimension_word(unit->dim, lang);
    buf_str(out, dimension);
    if (unit->what == 0 || str_eq(text3_in(&unit->names, lang), dimension)) /* `måles i: antall` */
        return;
    if (unit->dim == E_DIMENSION_COUNT) {
        buf_cstr(out, lang == LANG_EN ? " of " : " ");
        buf_str(out, text3_in(&unit->names, lang));
    } else {
        buf_cstr(out, lang == LANG_EN ? " of " : " av ");
        buf_str(out, interner_text(t->syms, unit->what));
    }
}

Str unit_dimension_name(const UnitTable *t, Arena *arena, UnitId id, Lang lang)
{
    Buf out;
    buf_init(&out, arena);
    put_dimension(&out, t, id, lang);
    return buf_view(&out);
}

Text3 unit_dimension_names(const UnitTable *t, Arena *arena, UnitId id)
{
    Text3 names = {0};
    for (int lang = 0; lang < LANG_COUNT; lang++)
        names.in[lang] = unit_dimension_name(t, arena, id, (Lang)lang);
    return names;
}
