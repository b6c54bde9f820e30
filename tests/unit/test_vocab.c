/*
 * test_vocab.c — the words of the language: every spelling finds its row, and only that.
 *
 * The table itself is read here, so that what the generator made of it is held against it.
 */
#include "vocab/vocab.h"

#include "base/utf8.h"
#include "support/files.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

Suite *test_vocab_suite(void);

enum { COLUMNS = 12, COL_GROUP = 0, COL_ID = 1, COL_WORD = 2, COL_NB = 4, MAX_TEXT = 256 };

static const char *const group_names[VOCAB_GROUP_COUNT] = {
    "",     "kind", "prop",    "enum",   "func",   "missing",
    "qual", "role", "version", "period", "number", "connective", "body"};

static Arena arena;
static Str table; /* the rows of the vocabulary, below its header line */

static Str read_file(const char *path)
{
    size_t len;
    char *text = file_expect(path, &len);
    Str kept = {arena_copy(&arena, text, len), (uint32_t)len};
    free(text);
    return kept;
}

static void set_up(void)
{
    arena_init(&arena, NULL);
    table = read_file(HPLAN_ROOT "/grammar/vocabulary.tsv");
}

static void tear_down(void)
{
    arena_free(&arena);
}

/* What stands before the next `sep`; *rest goes on behind it. */
static Str next_part(Str *rest, char sep)
{
    const char *at = rest->len == 0 ? NULL : memchr(rest->ptr, sep, rest->len);
    uint32_t len = at == NULL ? rest->len : (uint32_t)(at - rest->ptr);
    Str part = str_slice(*rest, 0, len);
    *rest = str_slice(*rest, at == NULL ? len : len + 1, rest->len);
    return part;
}

/* The cells of the next row that is no comment, header or set; false at the end. */
static bool next_row(Str *rest, Str cells[COLUMNS])
{
    while (rest->len > 0) {
        Str line = next_part(rest, '\n');
        if (line.len == 0 || line.ptr[0] == '#' || str_starts(line, STR("group\t")) ||
            str_starts(line, STR("set\t")))
            continue;
        for (int i = 0; i < COLUMNS; i++)
            cells[i] = next_part(&line, '\t');
        return true;
    }
    return false;
}

static VocabGroup group_of(Str name)
{
    for (unsigned g = 1; g < VOCAB_GROUP_COUNT; g++)
        if (str_eq(name, str_from(group_names[g])))
            return (VocabGroup)g;
    ck_abort_msg("no group %.*s", STR_ARG(name));
}

/* The spelling finds the term in every place where the term may stand, and in no other. */
static void finds(TermId id, Str spelling)
{
    const Term *t = vocab_term(id);
    Str folded = utf8_fold(&arena, spelling);
    for (unsigned place = 1; place < 64; place++) {
        TermId found = vocab_find((VocabGroup)t->group, folded, place);
        bool here = (t->in >> place & 1) != 0;
        ck_assert_msg((found == id) == here, "'%.*s' gives %s in place %u, not %s",
                      STR_ARG(spelling), vocab_term(found)->key, place, t->key);
    }
    const Term *any = vocab_term(vocab_find((VocabGroup)t->group, folded, K_NONE));
    ck_assert_uint_eq(any->group, t->group);
}

START_TEST(every_spelling_finds_its_row)
{
    Str rest = table;
    Str cell[COLUMNS];
    TermId id = 0;
    while (next_row(&rest, cell)) {
        const Term *t = vocab_term(++id);
        ck_assert_uint_eq(t->group, group_of(cell[COL_GROUP]));
        ck_assert(str_starts(str_from(t->key), cell[COL_ID]));
        for (int lang = 0; lang < VOCAB_LANGUAGES; lang++) {
            Str words = cell[COL_NB + lang];
            bool first = true;
            while (words.len > 0) {
                Str word = next_part(&words, '|');
                if (first)
                    ck_assert(str_eq(word, str_from(t->spelling[lang])));
                finds(id, word);
                first = false;
            }
        }
    }
    ck_assert_uint_eq(id + 1u, vocab_term_count);
    ck_assert_uint_eq(vocab_term_count, VOCAB_TERM_COUNT);
}
END_TEST

START_TEST(keys_are_unique)
{
    for (TermId a = 1; a < vocab_term_count; a++)
        for (TermId b = (TermId)(a + 1); b < vocab_term_count; b++)
            if (vocab_term(a)->group == vocab_term(b)->group)
                ck_assert_str_ne(vocab_term(a)->key, vocab_term(b)->key);
}
END_TEST

/* nb → nn → en → nb, as the formatter does it: find the written word, write that of another
 * language, in every place. */
START_TEST(conversion_is_lossless)
{
    static const int way[] = {VOCAB_NB, VOCAB_NN, VOCAB_EN, VOCAB_NB};
    for (TermId id = 1; id < vocab_term_count; id++) {
        const Term *t = vocab_term(id);
        for (unsigned place = 1; place < 64; place++) {
            if ((t->in >> place & 1) == 0)
                continue;
            const char *written = t->spelling[way[0]];
            for (size_t i = 1; i < sizeof way / sizeof *way; i++) {
                Str folded = utf8_fold(&arena, str_from(written));
                written =
                    vocab_term(vocab_find((VocabGroup)t->group, folded, place))->spelling[way[i]];
            }
            ck_assert_str_eq(written, t->spelling[VOCAB_NB]);
        }
    }
}
END_TEST

START_TEST(every_row_is_complete)
{
    for (TermId id = 1; id < vocab_term_count; id++) {
        const Term *t = vocab_term(id);
        for (int i = 0; i < VOCAB_LANGUAGES; i++)
            ck_assert_str_ne(t->spelling[i], "");
        ck_assert_str_ne(t->doc[0], "");
        ck_assert_str_ne(t->doc[1], "");
        ck_assert_uint_ne(t->id, 0);
        ck_assert(t->in != 0);
        ck_assert_int_eq(t->group == VG_PROP, t->card != CARD_NONE);
        if (t->group == VG_PROP || t->group == VG_FUNC)
            ck_assert_uint_ne(t->type, VT_NONE);
    }
    for (unsigned k = K_FILE + 1; k < VOCAB_KIND_COUNT; k++) {
        const Term *t = vocab_term(vocab_kind_term((Kind)k));
        ck_assert_uint_eq(t->group, VG_KIND);
        ck_assert_uint_eq(t->id, k);
    }
}
END_TEST

static const char *key_at(VocabGroup group, const char *text, unsigned place)
{
    return vocab_term(vocab_find(group, utf8_fold(&arena, str_from(text)), place))->key;
}

START_TEST(one_spelling_in_several_places)
{
    ck_assert_str_eq(key_at(VG_KIND, "Mål", K_CHAPTER), "goal.mål");
    ck_assert_str_eq(key_at(VG_PROP, "mål", K_INDICATOR), "target");
    ck_assert_str_eq(key_at(VG_PROP, "mål", K_GOAL), "");
    ck_assert_str_eq(key_at(VG_KIND, "mål", K_INDICATOR), "");
    ck_assert_str_eq(key_at(VG_KIND, "plan", K_FILE), "plan");
    ck_assert_str_eq(key_at(VG_KIND, "plan", K_CHAPTER), "document.plan");
    ck_assert_str_eq(key_at(VG_KIND, "plan", K_NONE), "plan");
    ck_assert_str_eq(key_at(VG_PROP, "gjelder", K_RULE), "applies_to");
    ck_assert_str_eq(key_at(VG_PROP, "gjelder", K_MEASURE), "concerns");
    ck_assert_str_eq(key_at(VG_PROP, "enhet", K_INDICATOR), "measured_in.enhet");
    ck_assert_str_eq(key_at(VG_PROP, "måleenhet", K_TABLE), "measured_in.måleenhet");
    ck_assert_str_eq(key_at(VG_PROP, "enhet", K_BREAKDOWN), "unit_ref.enhet");
    ck_assert_str_eq(key_at(VG_PROP, "inntekter", K_CATALOGUE), "income_level");
    ck_assert_str_eq(key_at(VG_PROP, "inntekter", K_TABLE), "income");
    ck_assert_str_eq(key_at(VG_ENUM, "nei", SET_SHOW), "show.no");
    ck_assert_str_eq(key_at(VG_ENUM, "nei", SET_BOOL), "bool.no");
    ck_assert_str_eq(key_at(VG_ENUM, "ferdig", SET_DIRECTION), "");
}
END_TEST

START_TEST(finding)
{
    TermId id = vocab_find(VG_KIND, STR("eining"), K_UNIT);
    ck_assert_uint_eq(vocab_term(id)->id, K_UNIT);
    ck_assert_str_eq(vocab_term(id)->spelling[VOCAB_EN], "unit");
    ck_assert_uint_eq(vocab_find(VG_KIND, STR("eining"), K_STEP), 0);
    ck_assert_uint_eq(vocab_find(VG_KIND, STR("einin"), K_NONE), 0);
    ck_assert_uint_eq(vocab_find(VG_KIND, STR(""), K_NONE), 0);
    ck_assert_uint_eq(vocab_find(VG_KIND, STR_NONE, K_NONE), 0);
    ck_assert_uint_eq(vocab_find(VG_PROP, STR("ansvar"), 64), 0);

    unsigned languages;
    vocab_find_languages(VG_KIND, STR("mål"), K_PLAN, &languages);
    ck_assert_uint_eq(languages, 1u << VOCAB_NB | 1u << VOCAB_NN);
    vocab_find_languages(VG_KIND, STR("goal"), K_PLAN, &languages);
    ck_assert_uint_eq(languages, 1u << VOCAB_EN);
    vocab_find_languages(VG_KIND, STR("gaol"), K_PLAN, &languages);
    ck_assert_uint_eq(languages, 0);

    ck_assert(vocab_allowed(id, K_PLAN));
    ck_assert(!vocab_allowed(id, K_STEP));
    ck_assert(!vocab_allowed(0, K_NONE));
    ck_assert(!vocab_allowed(vocab_term_count, K_NONE));
    ck_assert_str_eq(vocab_term(vocab_term_count)->key, "");
    ck_assert_str_eq(vocab_term(vocab_kind_term(K_UNIT))->key, "unit.avdeling");
    ck_assert_uint_eq(vocab_kind_term(K_FILE), 0);
    ck_assert_str_eq(vocab_catalogue_name(CAT_KOSTRA_ART), "kostra-art");
}
END_TEST

START_TEST(types_and_flags)
{
    const Term *due = vocab_term(vocab_find(VG_PROP, STR("frist"), K_MEASURE));
    ck_assert_uint_eq(due->type, VT_PERIOD);
    ck_assert_uint_eq(due->card, CARD_ONE);
    const Term *target = vocab_term(vocab_find(VG_PROP, STR("måltall"), K_INDICATOR));
    ck_assert_uint_eq(target->flags, TF_INDEXED | TF_COMPARATOR);
    const Term *responsible = vocab_term(vocab_find(VG_PROP, STR("ansvar"), K_MEASURE));
    ck_assert_uint_eq(responsible->type, VT_REF);
    ck_assert_uint_eq(responsible->type_arg, K_UNIT);
    ck_assert_uint_eq(responsible->card, CARD_MANY);
    const Term *version = vocab_term(vocab_find(VG_PROP, STR("versjon"), K_PLAN));
    ck_assert_uint_eq(version->type, VT_ENUM);
    ck_assert_uint_eq(version->type_arg, SET_VERSION);
    const Term *function = vocab_term(vocab_find(VG_PROP, STR("funksjon"), K_BREAKDOWN));
    ck_assert_uint_eq(function->type, VT_CODE);
    ck_assert_uint_eq(function->type_arg, CAT_KOSTRA_FUNKSJON);
    ck_assert_str_eq(vocab_term(vocab_default_prop(K_FRAME))->key, "amount");
    ck_assert_str_eq(vocab_term(vocab_default_prop(K_INDICATOR))->key, "result");
    ck_assert_uint_eq(vocab_default_prop(K_CHAPTER), 0);
    const Term *twenty = vocab_term(vocab_find(VG_NUMBER, STR("tjue"), K_NONE));
    ck_assert_uint_eq(vocab_number((VocabNumber)twenty->id), 20);
    ck_assert_uint_eq(twenty->type_arg, 20);
    ck_assert_uint_eq(vocab_number(NUM_0), 0);
    ck_assert_uint_eq(vocab_number(NUM_3), 3);
}
END_TEST

static void prefix(VocabGroup group, const char *text, unsigned place, const char *key,
                   const char *taken)
{
    uint32_t len = 99;
    Str folded = utf8_fold(&arena, str_from(text));
    TermId id = vocab_find_prefix(group, folded, place, &len);
    ck_assert_str_eq(vocab_term(id)->key, key);
    ck_assert_uint_eq(len, strlen(taken));
}

START_TEST(prefixes)
{
    prefix(VG_PROP, "resultat siste 12 mnd", K_INDICATOR, "result", "resultat");
    prefix(VG_PROP, "resultat", K_INDICATOR, "result", "resultat");
    prefix(VG_PROP, "resultater 2018", K_INDICATOR, "", "");
    prefix(VG_PROP, "vedtatt av: kommunestyret", K_PLAN, "decided_by", "vedtatt av");
    prefix(VG_PROP, "måles i", K_INDICATOR, "measured_in", "måles i");
    prefix(VG_PROP, "mål 2022", K_INDICATOR, "target", "mål");
    prefix(VG_PROP, "måleenhetå", K_INDICATOR, "", "");
    prefix(VG_PROP, "sum-rad", K_TABLE, "", "");
    prefix(VG_PROP, "", K_TABLE, "", "");
    prefix(VG_KIND, "del av \"../plan.hplan\"", K_FILE, "part_of", "del av");
    prefix(VG_KIND, "mål økonomi", K_PLAN, "goal.mål", "mål");
    prefix(VG_KIND, "mål.økonomi", K_PLAN, "", "");
    prefix(VG_QUAL, "ca.20", K_NONE, "approx.ca", "ca.");
    prefix(VG_QUAL, "ca 20", K_NONE, "approx.ca", "ca");
    prefix(VG_QUAL, "i underkant av 10", K_NONE, "just_under.i-underkant-av", "i underkant av");
    prefix(VG_QUAL, "i underkant", K_NONE, "", "");
    prefix(VG_ROLE, "herav: lønn", K_BREAKDOWN, "of_which.herav", "herav");
    prefix(VG_ROLE, "Sum drift", K_TABLE, "sum.sum", "sum");
    prefix(VG_ROLE, "Sum.", K_TABLE, "sum.sum", "sum");
    prefix(VG_ROLE, "summer", K_TABLE, "", "");
    prefix(VG_VERSION, "revidert budsjett 2021", K_NONE, "revised.revidert-budsjett",
           "revidert budsjett");
    prefix(VG_PERIOD, "fra og med 2018", K_NONE, "from.fra-og-med", "fra og med");
    prefix(VG_PERIOD, "innen utgangen av år og så videre", K_NONE, "by.innen-utgangen-av",
           "innen utgangen av");
    prefix(VG_MISSING, "(ikke målt)", K_NONE, "", "");
    prefix(VG_MISSING, "ikke gjennomført ennå)", K_NONE, "not_done.ikke-gjennomført-ennå",
           "ikke gjennomført ennå");
}
END_TEST

static const char *nearest(VocabGroup group, Str text, unsigned place, uint32_t limit)
{
    return vocab_term(vocab_nearest(&arena, group, text, place, limit))->key;
}

START_TEST(nearest_spelling)
{
    ck_assert_str_eq(nearest(VG_PROP, STR("ansvr"), K_MEASURE, 2), "responsible");
    ck_assert_str_eq(nearest(VG_PROP, STR("fritt"), K_MEASURE, 2), "due");
    ck_assert_str_eq(nearest(VG_PROP, STR("fritt"), K_CATALOGUE, 1), "");
    ck_assert_str_eq(nearest(VG_KIND, STR("kapitel"), K_PLAN, 2), "chapter");
    ck_assert_str_eq(nearest(VG_KIND, STR("chapter"), K_PLAN, 0), "chapter");
    ck_assert_str_eq(nearest(VG_KIND, STR("avdelnig"), K_PLAN, 2), "unit.avdeling");
    ck_assert_str_eq(nearest(VG_KIND, STR("ordbok"), K_PLAN, 2), "");
    ck_assert_str_eq(nearest(VG_FUNC, STR("antal"), K_NONE, 2), "count");
}
END_TEST

/* Whatever heads a column of the standard library is a word of the vocabulary. */
static void catalogue_heads_are_known(const char *path)
{
    Str rest = read_file(path);
    while (rest.len > 0) {
        Str line = str_trim(next_part(&rest, '\n'));
        if (!str_starts(line, STR("|")))
            continue;
        next_part(&line, '|');
        while (line.len > 0) {
            Str head = str_trim(next_part(&line, '|'));
            ck_assert_msg(vocab_find(VG_PROP, utf8_fold(&arena, head), K_CATALOGUE) != 0,
                          "%s: no property '%.*s'", path, STR_ARG(head));
        }
        return;
    }
}

START_TEST(standard_library_heads)
{
    static const char *const names[] = {"fylke",
                                        "kommune",
                                        "kommunegruppe",
                                        "kostra-art",
                                        "kostra-balansekapittel",
                                        "kostra-funksjon",
                                        "kostra-funksjonsgruppe",
                                        "måleenheter"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[MAX_TEXT];
        snprintf(path, sizeof path, "%s/stdlib/%s.hplan", HPLAN_ROOT, names[i]);
        catalogue_heads_are_known(path);
    }
}
END_TEST

Suite *test_vocab_suite(void)
{
    Suite *s = suite_create("vocab");
    TCase *t = tcase_create("vocab");
    tcase_add_checked_fixture(t, set_up, tear_down);
    tcase_add_test(t, every_spelling_finds_its_row);
    tcase_add_test(t, keys_are_unique);
    tcase_add_test(t, conversion_is_lossless);
    tcase_add_test(t, every_row_is_complete);
    tcase_add_test(t, one_spelling_in_several_places);
    tcase_add_test(t, finding);
    tcase_add_test(t, types_and_flags);
    tcase_add_test(t, prefixes);
    tcase_add_test(t, nearest_spelling);
    tcase_add_test(t, standard_library_heads);
    suite_add_tcase(s, t);
    return s;
}
