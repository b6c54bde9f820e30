/*
 * diff_prose.c — whose prose has changed.  Layer: years.
 *
 * in:  the texts of both documents
 * out: one CHANGE_TEXT for a thing whose texts, taken together, say something else
 *
 * Where its lines are broken does not matter, nor does a live figure that is computed or held
 * against another one: where that one stands, its change is told.
 */
#include "base/utf8.h"
#include "years/diff_parts.h"

enum { LONGEST_KEYWORD = 60 };

/* The thing that a text is about: the nearest around it that is compared; under `om` that thing. */
static DeclId owner_of(const DiffSide *side, DeclId d)
{
    while (d != 0 && !side->counts[d]) {
        const Decl *decl = model_decl(side->m, d);
        d = decl->kind == K_AGAIN && decl->same != 0 ? decl->same : decl->parent;
    }
    return d;
}

void diff_find_prose(Diff *d, DiffSide *side)
{
    const Model *m = side->m;
    uint32_t *last = arena_array(d->arena, uint32_t, m->decls.len);
    side->first_text = arena_array(d->arena, uint32_t, m->decls.len);
    side->next_text = arena_array(d->arena, uint32_t, m->texts.len);
    for (uint32_t i = 0; i < m->texts.len; i++) {
        DeclId owner = owner_of(side, m->texts.at[i].decl);
        if (owner == 0)
            continue;
        if (last[owner] == 0)
            side->first_text[owner] = i + 1;
        else
            side->next_text[last[owner] - 1] = i + 1;
        last[owner] = i + 1;
    }
}

/* [kapittel 4](kapittel:4): the keyword of a link may be of any language. */
static void put_literal(Buf *out, const DiffSide *side, Str text)
{
    for (int64_t at; (at = str_find(text, STR("]("))) >= 0;) {
        uint32_t from = (uint32_t)at + 2;
        buf_str(out, str_slice(text, 0, from));
        text = str_slice(text, from, text.len);
        uint32_t near = text.len < LONGEST_KEYWORD ? text.len : LONGEST_KEYWORD;
        int64_t colon = str_find(str_slice(text, 0, near), STR(":"));
        if (colon <= 0)
            continue;
        Str word = utf8_fold(side->m->scratch, str_slice(text, 0, (uint32_t)colon));
        TermId kind = vocab_find(VG_KIND, word, K_NONE);
        if (kind == 0)
            continue;
        buf_cstr(out, vocab_term(kind)->key);
        text = str_slice(text, (uint32_t)colon, text.len);
    }
    buf_str(out, text);
}

static void put_piece(Buf *out, const DiffSide *side, const TextPiece *piece)
{
    const Model *m = side->m;
    if (!piece->figure) {
        put_literal(out, side, piece->literal);
        return;
    }
    const Fact *fact = model_fact(m, piece->fact);
    if (fact->expr == 0)
        buf_str(out, span_text(m->sources, fact_said(m, fact)));
    else
        buf_cstr(out, "{}");
}

static Str prose_of(Buf *out, const DiffSide *side, DeclId thing)
{
    out->len = 0;
    for (uint32_t i = side->first_text[thing]; i != 0; i = side->next_text[i - 1]) {
        const Text *text = &side->m->texts.at[i - 1];
        for (uint32_t p = 0; p < text->pieces.len; p++)
            put_piece(out, side, &text->pieces.at[p]);
        buf_char(out, '\n');
    }
    return buf_view(out);
}

void diff_prose(Diff *d, DeclId old, DeclId new)
{
    if (d->old.first_text[old] == 0 && d->new.first_text[new] == 0)
        return;
    if (!diff_same_text(prose_of(&d->was, &d->old, old), prose_of(&d->is, &d->new, new)))
        diff_add(d, CHANGE_TEXT, old, new);
}
