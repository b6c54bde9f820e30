/*
 * rename_refused.c — why something cannot be called so, or not be called anew at all.  Layer: ide.
 */
#include "ide/ide.h"

#include "base/utf8.h"
#include "model/scope.h"

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
    static const uint8_t texts[] = {[CALLED_NAME] = IDE_IS_NO_NAME,
                                    [CALLED_TITLE] = IDE_IS_NO_TITLE,
                                    [CALLED_NUMBER] = IDE_IS_NO_NUMBER};
    return ide_said(ide, (IdeText)texts[part]);
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
    Buf b;
    buf_init(&b, ide->arena);
    buf_cstr(&b, ide_said(ide, IDE_TAKEN));
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
    Model *m = ide->m;
    const Table *t = model_table(m, row.table);
    Str folded = utf8_fold(m->scratch, name);
    Sym sym = interner_find(&m->syms, folded);
    for (uint32_t i = 0; i < t->rows.len; i++) {
        const Row *r = &t->rows.at[i];
        bool so = str_eq(row_folded(m, t, r), folded) || (sym != 0 && row_name(t, r) == sym);
        if (so && i != row.row)
            return taken(ide, ide_said(ide, IDE_THE_ROW), row_label(t, r));
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
    static const uint8_t texts[] = {
        [MARK_WORD] = IDE_FIXED_WORD,      [MARK_DECLARES] = IDE_FIXED_OTHER,
        [MARK_NAMES] = IDE_FIXED_OTHER,    [MARK_UNIT] = IDE_FIXED_UNIT,
        [MARK_CODE] = IDE_FIXED_CODE,      [MARK_ROW] = IDE_FIXED_CODE,
        [MARK_COLUMN] = IDE_FIXED_COLUMN,
    };
    const Mark *k = marks_find(model_marks(ide->m), file, (uint32_t)offset);
    return ide_said(ide, k == NULL ? IDE_NOTHING_NAMED : (IdeText)texts[k->kind]);
}
