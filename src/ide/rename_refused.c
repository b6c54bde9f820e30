/*
 * rename_refused.c — why something cannot be called so, or not be called anew at all.  Layer: ide.
 */
#include "ide/ide.h"

#include "base/utf8.h"
#include "model/scope.h"

typedef const char *const Words[LANG_COUNT];

/* --- what is no name ------------------------------------------------------------------------- */

static bool has_control(Str s)
{
    for (uint32_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < ' ' || s.ptr[i] == '"')
            return true;
    return false;
}

/* 3, 3.1, 17A: digits, dots between them, perhaps a letter behind. */
static bool is_number(Str s)
{
    bool digit = false;
    for (uint32_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!(c >= '0' && c <= '9') && !(digit && (c == '.' || (letter && i + 1 == s.len))))
            return false;
        digit = c >= '0' && c <= '9';
    }
    return s.len > 0 && !str_ends(s, STR("."));
}

static const char *no_name(const Ide *ide, CalledPart part)
{
    static Words texts[] = {
        [CALLED_NAME] =
            {"Et navn er ett ord: bokstaver, tall og bindestrek, og en bokstav først.",
             "Eit namn er eitt ord: bokstavar, tal og bindestrek, og ein bokstav først.",
             "A name is one word: letters, digits and hyphens, beginning with a letter."},
        [CALLED_TITLE] = {"En tittel kan ikke være tom og ikke ha hermetegn eller linjeskift.",
                          "Ein tittel kan ikkje vere tom og ikkje ha hermeteikn eller linjeskift.",
                          "A title cannot be empty or hold quotation marks or line breaks."},
        [CALLED_NUMBER] = {"Et nummer er sifre, gjerne med punktum mellom: 3 eller 3.1.",
                           "Eit nummer er siffer, gjerne med punktum mellom: 3 eller 3.1.",
                           "A number is digits, perhaps with dots between them: 3 or 3.1."}};
    return texts[part][ide->lang];
}

static bool can_be(const Ide *ide, CalledPart part, Str name)
{
    switch ((int)part) {
    case CALLED_NAME: return ide_is_word(ide, name);
    case CALLED_TITLE: return str_trim(name).len > 0 && !has_control(name);
    default: return is_number(name);
    }
}

/* --- what is taken --------------------------------------------------------------------------- */

static const char *taken(const Ide *ide, const char *word, Str label)
{
    static Words by = {"Det heter allerede noe annet: ", "Det heiter alt noko anna: ",
                       "Something else is already called that: "};
    Buf b;
    buf_init(&b, ide->arena);
    buf_cstr(&b, by[ide->lang]);
    buf_cstr(&b, word);
    buf_printf(&b, ide->lang == LANG_EN ? " “%.*s”" : " «%.*s»", STR_ARG(label));
    return ide_taken(ide, &b);
}

static const char *taken_by_thing(const Ide *ide, DeclId thing, Str name)
{
    Model *m = ide->m;
    const Decl *d = model_decl(m, thing);
    Sym sym = interner_find(&m->syms, utf8_fold(m->scratch, name));
    if (sym == 0 || sym == d->name || sym == scope_title(m, d))
        return NULL; /* in no plan's mouth yet, or its own in other letters */
    NameHit hit = scope_find(m, d->parent, name, d->kind);
    if (hit.kind == NAME_UNKNOWN || hit.decl == thing)
        return NULL;
    return taken(ide, vocab_term(model_decl(m, hit.decl)->term)->spelling[ide->lang],
                 decl_label(m, hit.decl));
}

static const char *taken_by_row(const Ide *ide, Thing row, Str name)
{
    static Words word = {"raden", "rada", "the row"};
    Model *m = ide->m;
    const Table *t = model_table(m, row.table);
    Str folded = utf8_fold(m->scratch, name);
    Sym sym = interner_find(&m->syms, folded);
    for (uint32_t i = 0; i < t->rows.len; i++) {
        const Row *r = &t->rows.at[i];
        bool so = str_eq(row_folded(m, t, r), folded) || (sym != 0 && row_name(t, r) == sym);
        if (so && i != row.row)
            return taken(ide, word[ide->lang], row_label(t, r));
    }
    return NULL;
}

const char *ide_name_refused(const Ide *ide, const Called *called, Str name)
{
    if (!can_be(ide, called->part, name))
        return no_name(ide, called->part);
    return called->thing.decl != 0 ? taken_by_thing(ide, called->thing.decl, name)
                                   : taken_by_row(ide, called->thing, name);
}

/* --- what has no name ------------------------------------------------------------------------ */

const char *ide_nameless(const Ide *ide, FileId file, size_t offset)
{
    enum { NOTHING, WORD, UNIT, CODE, COLUMN, OTHER };
    static Words texts[] = {
        [NOTHING] = {"Her står det ikke noe navn, noen tittel eller noe nummer.",
                     "Her står det ikkje noko namn, nokon tittel eller noko nummer.",
                     "There is no name, title or number here."},
        [WORD] = {"Dette er et ord i språket, ikke et navn.",
                  "Dette er eit ord i språket, ikkje eit namn.",
                  "This is a word of the language, not a name."},
        [UNIT] = {"En måleenhet kan ikke gis et annet navn herfra.",
                  "Ei måleining kan ikkje få eit anna namn herfrå.",
                  "A unit cannot be given another name from here."},
        [CODE] = {"En kode hører til en katalog og kan ikke gis et annet navn.",
                  "Ein kode høyrer til ein katalog og kan ikkje få eit anna namn.",
                  "A code belongs to a catalogue and cannot be given another name."},
        [COLUMN] =
            {"En kolonne kan ikke gis et annet navn herfra; skriv om hodet i tabellen.",
             "Ein kolonne kan ikkje få eit anna namn herfrå; skriv om hovudet i tabellen.",
             "A column cannot be given another name from here; change the head of its table."},
        [OTHER] = {
            "Det som heter dette, hører til standardbiblioteket eller kan ikke gis et annet navn.",
            "Det som heiter dette, høyrer til standardbiblioteket eller kan ikkje få eit anna "
            "namn.",
            "What this names belongs to the standard library or cannot be given another name."}};
    static const uint8_t of_mark[] = {
        [MARK_WORD] = WORD, [MARK_DECLARES] = OTHER, [MARK_NAMES] = OTHER,   [MARK_UNIT] = UNIT,
        [MARK_CODE] = CODE, [MARK_ROW] = CODE,       [MARK_COLUMN] = COLUMN,
    };
    const Mark *k = marks_find(model_marks(ide->m), file, (uint32_t)offset);
    return texts[k == NULL ? NOTHING : of_mark[k->kind]][ide->lang];
}
