/* mutant_marks.c: see mutant.h. Marks that are lost, and things that are said otherwise. */
#include "support/mutant.h"

#include <check.h>
#include <ctype.h>
#include <string.h>

/* ---- one mark lost -------------------------------------------------------------------------- */

/* The line on which what is missing is felt at the latest: the next that says something. */
static int line_after(const PlanText *t, size_t at)
{
    size_t end = plan_line_end(t, at);
    while (end < t->len &&
           (t->bytes[end] == '\n' || t->bytes[end] == ' ' || t->ink[end] == INK_COMMENT))
        end++;
    return plan_line(t, end);
}

/* The line of the brace or the marks that the one at `at` closes: the finding may stand there. */
static int line_of_opener(const PlanText *t, size_t at)
{
    int depth = 0;
    bool fence = t->ink[at] == INK_FENCE;
    while (at-- > 0) {
        if (fence && t->ink[at] == INK_FENCE && t->ink[at + 1] != INK_FENCE)
            break;
        if (fence || t->ink[at] != INK_CODE)
            continue;
        depth += (t->bytes[at] == '}') - (t->bytes[at] == '{');
        if (depth < 0)
            break;
    }
    return plan_line(t, at);
}

static void lose(Mutants *m, const char *kind, int file, size_t at, size_t len)
{
    const PlanText *t = &m->files[file];
    Mutant *mutant = mutant_add(m, kind, file, at, len, "", 0);
    mutant->to = line_after(t, at + len);
    if (t->ink[at] == INK_CODE && t->bytes[at] == '}')
        mutant->opener = line_of_opener(t, at);
}

static void lose_quote(Mutants *m, int file, size_t at)
{
    const PlanText *t = &m->files[file];
    int before = 0;
    for (size_t i = plan_line_start(t, at); i < at; i++)
        before += t->ink[i] == INK_QUOTE;
    lose(m, before % 2 == 0 ? "hermetegn foran" : "hermetegn bak", file, at, 1);
}

static void lose_fence(Mutants *m, int file, size_t at)
{
    const PlanText *t = &m->files[file];
    bool opens = t->ink[at + 3] == INK_TEXT || t->ink[at + 3] == INK_LIVE_BRACE;
    int opener = opens ? 0 : line_of_opener(t, at);
    lose(m, opens ? "\"\"\" foran" : "\"\"\" bak", file, at, 3);
    m->at[m->len - 1].opener = opener;
    lose(m, opens ? "ett av \"\"\" foran" : "ett av \"\"\" bak", file, at, 1);
    m->at[m->len - 1].opener = opener;
}

static void lose_mark(Mutants *m, int file, size_t at)
{
    const PlanText *t = &m->files[file];
    char c = t->bytes[at];
    bool first = at == 0 || t->ink[at - 1] != t->ink[at];
    switch ((Ink)t->ink[at]) {
    case INK_CODE:
        if (c == ':')
            lose(m, "kolon", file, at, 1);
        else if (c == '{' || c == '}')
            lose(m, c == '{' ? "{ borte" : "} borte", file, at, 1);
        break;
    case INK_LIVE_BRACE:
        lose(m, c == '{' ? "{ borte i tekst" : "} borte i tekst", file, at, 1);
        break;
    case INK_ROW:
        if (c == ':')
            lose(m, "kolon i rad", file, at, 1);
        break;
    case INK_LINK:
    case INK_LIVE:
        if (c == ':')
            lose(m, "kolon i tekst", file, at, 1);
        break;
    case INK_QUOTE: lose_quote(m, file, at); break;
    case INK_BAR: lose(m, "strek", file, at, 1); break;
    case INK_FENCE:
        if (first)
            lose_fence(m, file, at);
        break;
    case INK_COMMENT:
    case INK_STRING:
    case INK_TEXT:
    case INK_URL: break;
    }
}

static bool counts(const PlanText *t, size_t at)
{
    Ink ink = (Ink)t->ink[at];
    return ink == INK_CODE || ink == INK_ROW || ink == INK_LIVE;
}

static bool digit_at(const PlanText *t, size_t at)
{
    return isdigit((unsigned char)t->bytes[at]) && counts(t, at);
}

static void point_for_comma(Mutants *m, int file, size_t at)
{
    const PlanText *t = &m->files[file];
    if (t->bytes[at] == ',' && at > 0 && digit_at(t, at - 1) && digit_at(t, at + 1))
        mutant_add(m, "punktum for komma", file, at, 1, ".", 1);
}

/* ---- said otherwise ------------------------------------------------------------------------- */

typedef struct Swap {
    const char *kind, *line, *was, *is; /* in the first line that holds `line` */
    const char *earlier_was, *earlier_is;
} Swap;

static const Swap swaps[] = {
    {"KOSTRA-kode", "| 120/180/190", "190", "199", 0, 0},
    {"KOSTRA-kode", "| 120/180/190", "180", "120", 0, 0},
    {"KOSTRA-kode", "| 120/180/190", "120/180/190", "120/180/190/201", 0, 0},
    {"KOSTRA-kode", "| 20/21", "21", "29", 0, 0},
    {"KOSTRA-kode", "| 20/21", "20/21", "20/23", 0, 0},
    {"KOSTRA-kode", "| 23/24", "23/24", "23/24/20", 0, 0},
    {"KOSTRA-kode", "| 283", "283", "999", 0, 0},
    {"KOSTRA-kode", "| 283", "283", "284", 0, 0},
    {"KOSTRA-kode", "| 283", "283", "201", 0, 0},
    {"KOSTRA-kode", "| 283", "283", "20", 0, 0},
    {"KOSTRA-kode", "| 383", "383", "283", 0, 0},
    {"KOSTRA-kode", "| 383", "383", "3833", 0, 0},
    {"KOSTRA-kode", "| 383", "383", "38", 0, 0},
    {"KOSTRA-kode", "| 870", "870", "877", 0, 0},
    {"KOSTRA-kode", "| 870", "870", "257", 0, 0},
    {"254 i 2024", "| 23/24", "23/24", "254", "år: 2018", "år: 2024"},
    {"rammen", "{ramme.2018 : 0,1", "ramme.2018", "38,3 mill. kr = ramme.2018", 0, 0},
    {"rammen", "| Økonomisk ramme", "38,2", "38,3", 0, 0},
    {"rammen", "| Økonomisk ramme", "38,2", "38,1", 0, 0},
    {"rammen", "| Økonomisk ramme", "34,1 mill. kr =", "34,2 mill. kr =", 0, 0},
    {"rammen", "2018: 38 228 737 kr", "38 228 737", "38 228 773", 0, 0},
    {"rammen", "2018: 38 228 737 kr", "38 228 737", "38 228", 0, 0},
    {"rammen", "2018: 38 228 737 kr", "kr", "mill. kr", 0, 0},
    {"rammen", "2018: 38 228 737 kr", "kr", "årsverk", 0, 0},
    {"rammen", "2017: 34,1 mill. kr", "34,1", "34,3", 0, 0},
    {"rammen", "av: ramme.2018", "2018", "2017", 0, 0},
    {"rammen", "av: ramme.2018", "2018", "2019", 0, 0},
    {"utledet tall", "måltall 2018: 4 %", "4 %", "3 %", 0, 0},
    {"utledet tall", "måltall 2018: 4 %", "4 %", "3,9 %", 0, 0},
    {"utledet tall", "måltall 2018: 4 %", "20 %", "30 %", 0, 0},
    {"utledet tall", "siste 12 mnd: 4,95", "4,95", "4,05", 0, 0},
    {"utledet tall", "siste 12 mnd: 4,95", "4,95", "7,95", 0, 0},
    {"utledet tall", "siste 12 mnd: 7,8", "7,8", "4,8", 0, 0},
    {"utledet tall", "{7,8 % =", "7,8", "8,7", 0, 0},
    {"utledet tall", "{4 % =", "4", "5", 0, 0},
    {"utledet tall", "{4 % =", "4 %", "4", 0, 0},
    {"utledet tall", "krev: sykefravær.resultat < 5", "5 %", "4 %", 0, 0},
    {"antall", "{to = antall(vedtakspunkt)}", "to", "tre", 0, 0},
    {"antall", "{fem = antall(avdeling)} avd", "fem", "seks", 0, 0},
    {"antall", "{fem = antall(avdeling)} avd", "avdeling)", "enhet)", 0, 0},
    {"antall", "{fem = antall(avdeling)} avdelingene", "fem", "fire", 0, 0},
    {"antall", "{tre = antall(investering)}", "tre", "to", 0, 0},
    {"antall", "{ca 20 = deltakelse.2018}", "20", "25", 0, 0},
    {"antall", "{ca 20 = deltakelse.2018}", "ca 20", "20", 0, 0},
    {"antall", "{tre = antall(oppgave)}", "tre", "fire", 0, 0},
    {"antall", "{tre = antall(satsingsområde)}", "tre", "fire", 0, 0},
    {"antall", "{fire = antall(verbalvedtak)}", "fire", "fem", 0, 0},
    {"antall", " 5 = antall(avdeling)", "5", "6", 0, 0},
    {"antall", " 15 = antall(driftstiltak)", "15", "14", 0, 0},
    {"antall", " 4 = antall(verbalvedtak)", "4", "5", 0, 0},
    {"antall", " 5 = antall(mål)", "5", "6", 0, 0},
    {"antall", " 14 = antall(tiltak)", "14", "41", 0, 0},
    {"antall", " 19  ", "19", "29", 0, 0},
    {"år og dato", "  år: 2018", "2018", "3018", 0, 0},
    {"år og dato", "  år: 2018", "2018", "218", 0, 0},
    {"år og dato", "  år: 2018", "2018", "2081", 0, 0},
    {"år og dato", "  år: 2018", "2018", "2017", 0, 0},
    {"år og dato", "  periode: 2018", "2018–2021", "2021–2018", 0, 0},
    {"år og dato", "  periode: 2018", "2018–2021", "2018–3021", 0, 0},
    {"år og dato", "  periode: 2018", "2018–2021", "2018 – 2021", 0, 0},
    {"år og dato", "  periode: 2018", "2018–2021", "2019–2021", 0, 0},
    {"år og dato", "vedtatt av: kom", "14.12.2017", "14.13.2017", 0, 0},
    {"år og dato", "vedtatt av: kom", "14.12.2017", "31.11.2017", 0, 0},
    {"år og dato", "vedtatt av: kom", "14.12.2017", "14.12.3017", 0, 0},
    {"år og dato", "vedtatt av: kom", "14.12.2017", "14.12.17", 0, 0},
    {"år og dato", "vedtatt av: kom", "14.12.2017", "14,12.2017", 0, 0},
    {"år og dato", "frist: våren 2018", "2018", "2028", 0, 0},
    {"år og dato", "frist: våren 2018", "våren", "vårn", 0, 0},
    {"år og dato", "frist: våren 2018", "våren 2018", "31.4.2018", 0, 0},
    {"år og dato", "måltall 2018–2019:", "2018–2019", "2019–2018", 0, 0},
    {"år og dato", "måltall 2020: ", "2020", "2019", 0, 0},
    {"år og dato", "gyldig: 2016–2019", "2016–2019", "2016–2017", 0, 0},
    {"år og dato", "gyldig: 2016–2019", "2016–2019", "2019–2016", 0, 0},
    {"enhet", "siste 12 mnd: 4,95", "%", "kr", 0, 0},
    {"enhet", "siste 12 mnd: 4,95", "4,95 %", "4,95", 0, 0},
    {"enhet", "kostnad: 400", "kr", "årsverk", 0, 0},
    {"enhet", "kostnad: 400", "400 000", "400", 0, 0},
    {"enhet", "| Ansatte", "32,30 årsverk", "32,30", 0, 0},
    {"enhet", "| 15022", "0,4 mill. kr", "0,4", 0, 0},
    {"kommune", "kommune: Krag", "Kragerø", "Kragrø", 0, 0},
    {"kommune", "kommune: Krag", "Kragerø", "Lillesand og Kragerø", 0, 0},
    {"kommune", "kommune: Krag", "Kragerø", "Nye Kragerø", 0, 0},
};

static void find(const PlanText files[], const char *text, int *file, size_t *at)
{
    for (*file = 0; *file < MUTANT_FILES; ++*file) {
        const char *found = strstr(files[*file].bytes, text);
        if (found != NULL) {
            *at = (size_t)(found - files[*file].bytes);
            return;
        }
    }
    ck_abort_msg("the example has no «%s» any more", text);
}

static void say_otherwise(Mutants *m, const Swap *swap)
{
    int file;
    size_t line, at;
    find(m->files, swap->line, &file, &line);
    const char *was =
        strstr(m->files[file].bytes + plan_line_start(&m->files[file], line), swap->was);
    ck_assert_ptr_nonnull(was);
    at = (size_t)(was - m->files[file].bytes);
    Mutant *mutant =
        mutant_add(m, swap->kind, file, at, strlen(swap->was), swap->is, strlen(swap->is));
    if (swap->earlier_was == NULL)
        return;
    find(m->files, swap->earlier_was, &file, &at);
    mutant->edits[mutant->count++] =
        (Edit){file, at, strlen(swap->earlier_was), strdup(swap->earlier_is)};
}

void mutants_of_marks(Mutants *m)
{
    for (int file = 0; file < MUTANT_FILES; file++)
        for (size_t at = 0; at < m->files[file].len; at++) {
            lose_mark(m, file, at);
            point_for_comma(m, file, at);
        }
    for (size_t i = 0; i < sizeof swaps / sizeof *swaps; i++)
        say_otherwise(m, &swaps[i]);
}
