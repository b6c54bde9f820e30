/*
 * codes.c — codes of the catalogues exist and are valid in the plan's year.  Layer: check.
 *
 * Requires: rows and properties with codes; the catalogues. Provides: PROOF_CODE, findings
 * HP5001, HP5003, HP5006; HP5007 where the label behind a code is that of another one; of
 * municipalities HP5004, HP5005. A catalogue is only read where a code
 * of it is used. What a doubtful entry says is a warning, never an error.
 */
#include "base/utf8.h"
#include "check/shared.h"
#include "model/catalogue_own.h"
#include "value/code_text.h"

typedef struct CodeCheck {
    Model *m;
    DeclId decl;
    int year;
    const char *catalogue; /* of the library, or the one that it gives way for */
    const Catalogue *cat;
    const OwnCatalogue *own; /* where the plan declares it itself */
} CodeCheck;

static void prove(const CodeCheck *c, Verdict verdict, Span span)
{
    model_prove_at(c->m, PROOF_CODE, verdict, c->decl, span)->own_code = c->own != NULL;
}

static Text3 catalogue_word(const char *catalogue)
{
    if (str_eq(str_from(catalogue), STR("kostra-art")))
        return (Text3){{STR("KOSTRA-art"), STR("KOSTRA-art"), STR("KOSTRA art")}};
    if (str_eq(str_from(catalogue), STR("kommunegruppe")))
        return (Text3){{STR("kommunegruppe"), STR("kommunegruppe"), STR("municipality group")}};
    if (str_eq(str_from(catalogue), STR("kommune")))
        return (Text3){{STR("kommune"), STR("kommune"), STR("municipality")}};
    return (Text3){{STR("KOSTRA-funksjon"), STR("KOSTRA-funksjon"), STR("KOSTRA function")}};
}

static void put_word(const CodeCheck *c, Diag *d)
{
    if (c->own != NULL)
        diag_str(d, decl_called(model_decl(c->m, c->own->decl)));
    else
        diag_text3(d, catalogue_word(c->catalogue));
}

static void report_unknown(const CodeCheck *c, Str code, Span span)
{
    Diag *d = diag_at(c->m->sink, HP5001, span);
    put_word(c, d);
    diag_str(d, code);
    const CatEntry *near = catalogue_nearest(c->m->catalogues, c->cat, code, c->year);
    if (near != NULL) {
        diag_label(d, L_DID_YOU_MEAN_2);
        diag_str(d, near->code);
        diag_str(d, near->title);
    }
}

/* "257 (Hjemmetjenester ...) og 258 (...)"; names that are not known stand in parentheses. */
static uint32_t list_entries(const CodeCheck *c, Str codes, int year, bool title_first, Text3 *out)
{
    static const char *const and_word[LANG_COUNT] = {" og ", " og ", " and "};
    CodeIter it = {codes, 0};
    CodeIter ahead;
    Str code;
    uint32_t offset;
    uint32_t count = 0;
    Buf list[LANG_COUNT];
    for (int lang = 0; lang < LANG_COUNT; lang++)
        buf_init(&list[lang], c->m->arena);
    while (code_next(&it, &code, &offset)) {
        const CatEntry *entry = NULL;
        bool known = false;
        Str rest;
        ahead = it;
        bool last = !code_next(&ahead, &rest, &offset);
        (void)catalogue_find(c->cat, code, year, &entry, &known);
        bool named = known && !str_starts(entry->title, STR("("));
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            Buf *b = &list[lang];
            if (count > 0)
                buf_cstr(b, last ? and_word[lang] : ", ");
            buf_str(b, named && title_first ? entry->title : code);
            if (named)
                buf_printf(b, " (%.*s)", STR_ARG(title_first ? code : entry->title));
        }
        count++;
    }
    for (int lang = 0; lang < LANG_COUNT; lang++)
        out->in[lang] = buf_view(&list[lang]);
    return count;
}

/* "fra 2024 er den delt i 257 (...) og 258 (...)" */
static void note_successors(const CodeCheck *c, Diag *d, const CatEntry *entry)
{
    Text3 list;
    uint32_t count = list_entries(c, entry->successors, entry->to + 1, false, &list);
    if (count == 0)
        return;
    diag_note(d, count == 1 ? N_REPLACED_BY : N_DIVIDED_INTO);
    diag_int(d, entry->to + 1);
    diag_text3(d, list);
}

/* How the year lies to the entry's: before it began, or after it ended. */
static void label_years(Diag *d, const CatEntry *entry, int year)
{
    if (entry->from != 0 && year < entry->from) {
        diag_label(d, L_VALID_FROM);
        diag_int(d, entry->from);
    } else if (entry->to != 0) {
        diag_label(d, L_EXPIRED_AFTER);
        diag_int(d, entry->to);
    }
}

static void report_invalid(const CodeCheck *c, Str code, Span span, const CatEntry *entry)
{
    Diag *d = diag_at(c->m->sink, entry->doubtful ? HP5006 : HP5003, span);
    put_word(c, d);
    diag_str(d, code);
    diag_int(d, c->year);
    label_years(d, entry, c->year);
    note_successors(c, d, entry);
}

static void check_group(const CodeCheck *c, Str code, Span span)
{
    CodeCheck g = *c;
    g.catalogue = "kostra-funksjonsgruppe";
    g.cat = catalogue_named(g.catalogue);
    g.own = NULL;
    const CatEntry *entry = NULL;
    bool known = false;
    if (g.cat == NULL)
        return;
    (void)catalogue_find(g.cat, code, 0, &entry, &known);
    if (known)
        prove(c, VERDICT_EXACT, span);
    else
        report_unknown(&g, code, span);
}

static void check_code(const CodeCheck *c, Str code, Span span)
{
    const CatEntry *entry = NULL;
    bool known = false;
    if (code_is_group(code) && str_eq(str_from(c->catalogue), STR("kostra-funksjon"))) {
        check_group(c, code, span);
    } else if (c->own == NULL && code_is_prefix(code)) {
        if (catalogue_prefix(c->cat, code, c->year, &entry))
            prove(c, VERDICT_EXACT, span);
        else if (entry == NULL)
            report_unknown(c, code, span);
        else
            report_invalid(c, code, span, entry);
    } else if (catalogue_find(c->cat, code, c->year, &entry, &known)) {
        prove(c, entry->doubtful ? VERDICT_ROUNDED : VERDICT_EXACT, span);
    } else if (!known) {
        report_unknown(c, code, span);
    } else if (c->year != 0) {
        report_invalid(c, code, span, entry);
    }
}

static void check_codes_text(const CodeCheck *c, Span span)
{
    CodeIter it = {span_text(c->m->sources, span), 0};
    Str code;
    uint32_t offset;
    while (code_next(&it, &code, &offset))
        check_code(c, code, (Span){span.file, span.off + offset, code.len});
}

/* --- labels ------------------------------------------------------------------------------ */

/* A title that is cut short, or said with more, is the title still. */
static bool says_title(const CodeCheck *c, const CatEntry *entry, Str label)
{
    Str title = utf8_fold(c->m->scratch, entry->title);
    Str said = utf8_fold(c->m->scratch, label);
    return str_find(title, said) >= 0 || str_find(said, title) >= 0;
}

/* What is written behind a code is the title of another one: one of the two is wrong. A title of
 * the author's own says nothing; and of a code that is not valid in the year, that is told. */
static void check_label(const CodeCheck *c, Str code, Str label, Span at)
{
    const CatEntry *own = NULL;
    bool known = false;
    bool several = c->own == NULL && (code_is_prefix(code) || code_is_group(code));
    if (code.len == 0 || label.len == 0 || several)
        return;
    bool valid = catalogue_find(c->cat, code, c->year, &own, &known);
    const CatEntry *other = catalogue_by_title(c->m->catalogues, c->cat, label, c->year);
    if (!valid || other == NULL || str_eq(other->code, own->code) || says_title(c, own, label))
        return;
    Diag *d = diag_at(c->m->sink, HP5007, at);
    put_word(c, d);
    diag_str(d, code);
    diag_label(d, L_LABEL_IS_OF);
    diag_str(d, other->code);
    diag_note(d, N_CODE_IS);
    diag_str(d, own->code);
    diag_str(d, own->title);
}

/* The one code of a text; empty where there are several. */
static Str only_code(Str codes)
{
    CodeIter it = {codes, 0};
    Str code, next;
    uint32_t offset;
    return code_next(&it, &code, &offset) && !code_next(&it, &next, &offset) ? code : STR_NONE;
}

/* 120, 120/180 or 120 Administrasjon. */
static void check_codes_and_label(const CodeCheck *c, Span span)
{
    Str text = span_text(c->m->sources, span);
    uint32_t at = code_label_start(text);
    Span codes = {span.file, span.off, at};
    Span label = {span.file, span.off + at, span.len - at};
    check_codes_text(c, codes);
    check_label(c, only_code(str_slice(text, 0, at)), str_trim(str_slice(text, at, text.len)),
                label);
}

/* --- municipalities ---------------------------------------------------------------------- */

static const CatEntry *find_municipality(const CodeCheck *c, Str text, bool *valid)
{
    const CatEntry *entry = NULL;
    bool known = false;
    bool number = text.len > 0 && ascii_is_digit(text.ptr[0]);
    if (number) {
        *valid = catalogue_find(c->cat, text, c->year, &entry, &known);
        return known ? entry : NULL;
    }
    entry = catalogue_by_title(c->m->catalogues, c->cat, text, c->year);
    *valid = entry != NULL && catalogue_valid(entry, c->year);
    return entry;
}

static void report_other_year(const CodeCheck *c, Str text, Span span, const CatEntry *entry)
{
    Diag *d = diag_at(c->m->sink, HP5005, span);
    diag_str(d, text);
    diag_int(d, c->year);
    bool coming = entry->from != 0 && c->year < entry->from;
    diag_label(d, coming ? L_MUNICIPALITY_FROM : L_MUNICIPALITY_UNTIL);
    diag_int(d, coming ? entry->from : entry->to);
    Text3 list;
    Str others = coming ? entry->predecessors : entry->successors;
    if (list_entries(c, others, c->year, true, &list) > 0) {
        diag_note(d, coming ? N_MERGED_FROM : N_MERGED_INTO);
        diag_text3(d, list);
    }
}

/* "Kragerø kommune" is Kragerø, and so is "Kárášjohka – Karasjok" the first of its names. */
static Str plain_name(Str text)
{
    static const char word[] = " kommune", dash[] = " – ";
    int64_t at = str_find(text, str_from(dash));
    if (at > 0)
        text = str_slice(text, 0, (uint32_t)at);
    uint32_t len = (uint32_t)sizeof word - 1;
    bool named =
        text.len > len && str_eq(str_slice(text, text.len - len, text.len), str_from(word));
    return named ? str_slice(text, 0, text.len - len) : text;
}

/* "4014 Kragerø": the number, which is looked up, and the name, which must be its own. */
static Str number_alone(const CodeCheck *c, Str text, Span span)
{
    uint32_t digits = 0;
    while (digits < text.len && ascii_is_digit(text.ptr[digits]))
        digits++;
    if (digits == 0 || digits == text.len || text.ptr[digits] != ' ')
        return text;
    Str number = str_slice(text, 0, digits);
    check_label(c, number, plain_name(str_trim(str_slice(text, digits, text.len))), span);
    return number;
}

static void check_municipality(CodeCheck *c, const Fact *f)
{
    const Model *m = c->m;
    Span span = f->value.len > 0 ? fact_said(m, f) : fact_span(m, f);
    Str text = fact_text(m, f).len > 0 ? fact_text(m, f) : str_trim(span_text(m->sources, span));
    bool valid = false;
    text = number_alone(c, plain_name(text), span);
    if (f->value.kind == VAL_BAD || f->value.kind == VAL_BLANK)
        return;
    const CatEntry *entry = find_municipality(c, text, &valid);
    if (entry != NULL && valid) {
        prove(c, VERDICT_EXACT, span);
        return;
    }
    if (entry != NULL) {
        report_other_year(c, text, span, entry);
        return;
    }
    Diag *d = diag_at(c->m->sink, HP5004, span);
    diag_str(d, text);
    const CatEntry *near = catalogue_nearest(c->m->catalogues, c->cat, text, c->year);
    if (near != NULL) {
        diag_label(d, L_DID_YOU_MEAN_2);
        diag_str(d, near->title);
        diag_str(d, near->code);
    }
}

/* --- the walk ---------------------------------------------------------------------------- */

/* The library gives way to a catalogue of one's own. */
static bool begin(CodeCheck *c, const OwnCatalogues *own, Model *m, DeclId decl, uint16_t catalogue)
{
    *c = (CodeCheck){.m = m, .decl = decl, .year = decl_year(m, decl)};
    c->catalogue = vocab_catalogue_name((CatalogueId)catalogue);
    c->own = own->list.len == 0
                 ? NULL
                 : catalogue_own(own, interner_find(&m->syms, str_from(c->catalogue)));
    c->cat = c->own != NULL ? &c->own->cat : catalogue_named(c->catalogue);
    return c->cat != NULL;
}

static void check_fact(Model *m, const OwnCatalogues *own, DeclId decl, const Fact *f,
                       uint16_t catalogue)
{
    CodeCheck c;
    if (!begin(&c, own, m, decl, catalogue))
        return;
    if (catalogue == CAT_KOMMUNE)
        check_municipality(&c, f);
    else if (code_begins(span_text(m->sources, fact_span(m, f))))
        check_codes_and_label(&c, f->value.len > 0 ? fact_said(m, f) : fact_span(m, f));
}

/* "kommunegruppe 8": of other things that a figure is held against nothing is known. */
static void check_against(Model *m, DeclId decl, const Fact *f)
{
    static const Str words[] = {
        STR_INIT("kommunegruppe "), STR_INIT("kostragruppe "), STR_INIT("kostra-gruppe ")};
    Str text = utf8_fold(m->scratch, fact_text(m, f));
    Str number = STR_NONE;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (str_starts(text, words[i]))
            number = str_slice(text, words[i].len, text.len);
    for (uint32_t i = 0; i < number.len; i++)
        if (number.ptr[i] < '0' || number.ptr[i] > '9')
            return;
    CodeCheck c = {.m = m, .decl = decl, .year = decl_year(m, decl), .catalogue = "kommunegruppe"};
    c.cat = number.len == 0 ? NULL : catalogue_named(c.catalogue);
    if (c.cat == NULL)
        return;
    Span span = f->value.len > 0 ? fact_said(m, f) : fact_span(m, f);
    const CatEntry *entry = catalogue_by_title(m->catalogues, c.cat, text, c.year);
    if (entry != NULL && catalogue_valid(entry, c.year))
        prove(&c, entry->doubtful ? VERDICT_ROUNDED : VERDICT_EXACT, span);
    else if (entry == NULL)
        report_unknown(&c, number, span);
    else if (!entry->doubtful)
        report_invalid(&c, number, span, entry);
}

/* A plan without codes is not searched for them. */
static bool states_codes(const Model *m)
{
    bool any = m->stated[P_AGAINST];
    for (TermId t = 1; t < vocab_term_count && !any; t++) {
        const Term *term = vocab_term(t);
        any = term->group == VG_PROP && term->type == VT_CODE && m->stated[term->id];
    }
    return any;
}

static void check_props(Model *m, const OwnCatalogues *own)
{
    for (PropId id = 1; id < m->props.len; id++) {
        const Prop *p = model_prop(m, id);
        const Term *term = vocab_term(p->term);
        for (uint32_t i = 0; term->type == VT_CODE && i < p->count; i++)
            check_fact(m, own, p->decl, model_fact(m, p->first + i), term->type_arg);
        for (uint32_t i = 0; p->key == P_AGAINST && i < p->count; i++)
            check_against(m, p->decl, model_fact(m, p->first + i));
    }
}

static void check_row(const CodeCheck *c, const Table *t, uint32_t r)
{
    Span codes = row_codes_span(t, r);
    Span label = row_label_span(c->m, t, r);
    check_codes_text(c, codes);
    check_label(c, only_code(span_text(c->m->sources, codes)),
                str_trim(span_text(c->m->sources, label)), label);
}

/* `10 Skole`, `10` or `Skole` in a column that is headed by the name or title of an own catalogue.
 * Words that are near nothing in it are a row of the table's own. */
static void check_own_cell(const CodeCheck *c, Span span)
{
    Str text = span_text(c->m->sources, span);
    int64_t blank = str_find(text, STR(" "));
    uint32_t end = blank < 0 ? text.len : (uint32_t)blank;
    Span code = {span.file, span.off, end};
    bool is_code = text_slots_find(&c->cat->codes, str_slice(text, 0, end)) != 0;
    if (is_code || ascii_is_digit(text.ptr[0])) {
        Str label = str_trim(str_slice(text, end, text.len));
        check_code(c, str_slice(text, 0, end), code);
        check_label(c, str_slice(text, 0, end), label, span);
    } else if (catalogue_by_title(c->m->catalogues, c->cat, text, c->year) != NULL) {
        prove(c, VERDICT_EXACT, span);
    } else if (catalogue_nearest(c->m->catalogues, c->cat, text, c->year) != NULL) {
        report_unknown(c, text, span);
    }
}

static void check_own_column(Model *m, const OwnCatalogues *own, const Table *t, uint32_t col)
{
    const Column *column = &t->cols.at[col];
    CodeCheck c = {.m = m, .decl = t->decl, .year = decl_year(m, t->decl), .catalogue = ""};
    c.own = catalogue_own(own, column->sym);
    if (c.own == NULL)
        return;
    c.cat = &c.own->cat;
    for (uint32_t r = 0; r < t->rows.len; r++) {
        const Row *row = &t->rows.at[r];
        Cell cell = table_cell(t, r, col);
        Span at = column->use == COL_LABEL ? row_label_span(m, t, r)
                                           : (Span){t->file, cell.off, cell.len};
        bool plain = row_is_addend(row) || row->role == ROLE_OF_WHICH;
        if (plain && !row->own && at.len > 0)
            check_own_cell(&c, at);
    }
}

/* The first column of codes stands apart in its rows; in further ones the codes are cells. */
static void check_table(Model *m, const OwnCatalogues *own, const Table *t)
{
    for (uint32_t col = 0; col < t->cols.len; col++) {
        const Column *column = &t->cols.at[col];
        const Term *term = vocab_term(column->term);
        CodeCheck c;
        if (column->term == 0 || term->type != VT_CODE || term->type_arg == CAT_KOMMUNE ||
            column->use == COL_PROP || !begin(&c, own, m, t->decl, term->type_arg)) {
            if (own->list.len > 0 && column->use != COL_PROP)
                check_own_column(m, own, t, col);
            continue;
        }
        for (uint32_t r = 0; r < t->rows.len && column->use == COL_LABEL; r++)
            if (row_codes(t, r).len > 0 && t->rows.at[r].role != ROLE_GROUP)
                check_row(&c, t, r);
    }
}

void check_codes(Model *m)
{
    OwnCatalogues own = catalogues_own(m);
    if (states_codes(m))
        check_props(m, &own);
    for (TableId id = 1; id < m->tables.len; id++)
        check_table(m, &own, model_table(m, id));
}
