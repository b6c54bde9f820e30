/*
 * skeleton_head.c — what a report is called, and what it says of itself.  Layer: years.
 *
 * In: the plan, and how far into the year the report goes. Out: the comments for whoever fills it
 * in, and everything above the first chapter.
 */
#include "years/skeleton_int.h"

#include "base/quote.h"
#include "base/utf8.h"

/* ---- what it is called ---------------------------------------------------------------------- */

/* Reports on a part of the year, by how many months the part has. */
static const struct {
    int months;
    SayId title;
} parts[] = {
    {1, SAY_MONTH_TITLE}, {3, SAY_QUARTER_TITLE}, {4, SAY_TERTIAL_TITLE}, {6, SAY_HALF_TITLE}};

static SayId title_of_part(Period upto)
{
    int months = upto.to.month - upto.from.month + 1;
    for (size_t i = 0; upto.kind == PERIOD_PART && i < sizeof parts / sizeof *parts; i++)
        if (parts[i].months == months && upto.from.year == upto.to.year)
            return parts[i].title;
    return SAY_PART_TITLE;
}

/* «2. tertial 2026» as a part of a name: 2-tertial-2026. */
static Str in_name(Skeleton *k, Str text)
{
    Buf name;
    buf_init(&name, k->m->arena);
    for (uint32_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool kept = ascii_is_digit(c) || utf8_may_be_letter(c);
        if (kept)
            buf_char(&name, c);
        else if (name.len > 0 && name.ptr[name.len - 1] != '-')
            buf_char(&name, '-');
    }
    return buf_view(&name);
}

static void put_name(Skeleton *k)
{
    if (k->wish->as_of.len > 0)
        say_put(k->out, SAY_PART_NAME, k->text, in_name(k, k->wish->as_of), STR_NONE);
    else
        say_put(k->out, SAY_REPORT_NAME, k->text, k->year, STR_NONE);
}

/* « og økonomiplan 2026–2029», « med årsbudsjett»: another plan in the same covers. */
static bool names_other_plan(Str rest)
{
    static const Str joins[] = {STR_INIT(" og "), STR_INIT(" med "), STR_INIT(" and "),
                                STR_INIT(" with ")};
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++)
        if (str_starts(rest, joins[i]))
            return true;
    return false;
}

/* What the plan's title says behind its years, as that of the report is to say it: « for oppvekst»,
 * «: Oppvekst». */
static Str behind_years(Str title, uint32_t at)
{
    Str rest = str_slice(title, years_end(title, at), title.len);
    bool part = rest.len > 0 && (rest.ptr[0] == ' ' || rest.ptr[0] == ':');
    return part && !names_other_plan(rest) ? rest : STR_NONE;
}

/* «Handlingsplan 2026–2029 for oppvekst» is answered by «Årsmelding 2026 for oppvekst»; a plan
 * without the year in its title by «Årsmelding 2026: Oppvekstplan». */
static Str title_of(Skeleton *k)
{
    Str plan = model_decl(k->m, k->wish->plan)->title;
    int64_t at = year_at(plan, k->wish->year, 0);
    Buf title;
    buf_init(&title, k->m->arena);
    if (k->wish->as_of.len > 0)
        say_put(&title, title_of_part(k->wish->upto), k->text, k->wish->as_of, STR_NONE);
    else
        say_put(&title, SAY_REPORT_TITLE, k->text, k->year, STR_NONE);
    if (at < 0 && plan.len > 0)
        buf_cstr(&title, ": ");
    buf_str(&title, at < 0 ? plan : behind_years(plan, (uint32_t)at));
    return buf_view(&title);
}

/* ---- how it is filled in -------------------------------------------------------------------- */

/* ikke startet, planlagt … eller utgår: the first word of each. */
static Str status_words(Skeleton *k)
{
    Buf list;
    Str last = STR_NONE;
    uint16_t seen = 0;
    buf_init(&list, k->m->arena);
    for (TermId t = 1; t < vocab_term_count; t++) {
        const Term *term = vocab_term(t);
        if (term->group != VG_ENUM || !vocab_allowed(t, (Kind)SET_STATUS) || term->id == seen)
            continue;
        if (last.len > 0 && list.len > 0)
            buf_cstr(&list, ", ");
        buf_str(&list, last);
        last = word_of(t, k->words);
        seen = term->id;
    }
    say_put(&list, SAY_OR, k->words, STR_NONE, STR_NONE);
    buf_str(&list, last);
    return buf_view(&list);
}

static void put_preface(Skeleton *k)
{
    if (k->wish->as_of.len > 0)
        skeleton_comment(k, SAY_SKELETON_OF_PART, k->wish->as_of, k->wish->use);
    else
        skeleton_comment(k, SAY_SKELETON_OF, k->year, k->wish->use);
    buf_cstr(k->out, "#\n");
    skeleton_comment(k, SAY_HOW_TO_FILL_IN, STR_NONE, STR_NONE);
    skeleton_comment(k, SAY_STATUS_WORDS, prop_word(P_STATUS, k->words), status_words(k));
    skeleton_comment(k, SAY_CHECK_TELLS, STR_NONE, STR_NONE);
    buf_cstr(k->out, "#   ");
    say_put(k->out, SAY_UNANSWERED_SO, k->words, prop_word(P_UNANSWERED, k->words), STR_NONE);
    buf_char(k->out, '\n');
}

/* ---- what it says of itself ------------------------------------------------------------------ */

static void copy_line(Skeleton *k, uint16_t key)
{
    PropId p = decl_prop(k->m, k->wish->plan, key, NULL);
    if (p != 0 && model_prop(k->m, p)->count > 0)
        skeleton_line(k, key, prop_said(k->m, model_prop(k->m, p)));
}

static void put_opening(Skeleton *k)
{
    const Decl *plan = model_decl(k->m, k->wish->plan);
    put_preface(k);
    buf_str(k->out, word_of(vocab_kind_term(K_USE), k->words));
    buf_printf(k->out, " \"%.*s\"\n\n", STR_ARG(k->wish->use));
    buf_str(k->out, word_of(vocab_kind_term(K_REPORT), k->words));
    buf_char(k->out, ' ');
    put_name(k);
    buf_char(k->out, ' ');
    quote_put(k->out, title_of(k));
    buf_cstr(k->out, " {\n");
    copy_line(k, P_MUNICIPALITY);
    skeleton_line(k, P_YEAR, k->year);
    skeleton_line(k, P_ANSWERS,
                  plan->name_text.len > 0 ? plan->name_text
                                          : span_text(k->m->sources, decl_title_span(k->m, plan)));
    skeleton_line(k, P_AS_OF, k->wish->as_of.len > 0 ? k->wish->as_of : k->day);
    copy_line(k, P_LANGUAGE);
    copy_line(k, P_AREA_NAME);
}

static void put_version(Skeleton *k)
{
    buf_str(k->out, prop_word(P_VERSION, k->words));
    buf_cstr(k->out, ": ");
    buf_str(k->out, enum_word(E_VERSION_DRAFT, k->words));
    buf_char(k->out, ' ');
    skeleton_comment(k, SAY_WHEN_ADOPTED, STR_NONE, STR_NONE);
}

void skeleton_head(Skeleton *k)
{
    put_opening(k);
    put_version(k);
}
