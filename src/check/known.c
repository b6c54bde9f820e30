/*
 * known.c — kjent feil: HP4001 "summen er trykt slik".  Layer: check.
 *
 * Requires: all findings of all checks, with their severities. Provides: the one finding of that
 * code inside the declaration becomes a note; where there is none, HP6012, since what is named
 * would otherwise hide the next fault of its kind. HP6021: nobody says why it must stay. HP2024: no
 * such code.
 *
 * Inner declarations come first, so that an outer one gets what they leave. Findings are sorted by
 * code, so that a plan with many known faults stays cheap.
 */
#include "check/known.h"

#include "base/utf8.h"

#include <stdlib.h>

typedef struct ByCode {
    Diag **at;
    uint32_t *next; /* of one that is taken: all before this one are; shortened when followed */
    uint32_t len;
} ByCode;

static int by_code_and_place(const void *left, const void *right)
{
    const Diag *a = *(Diag *const *)left;
    const Diag *b = *(Diag *const *)right;
    if (a->code != b->code)
        return a->code < b->code ? -1 : 1;
    if (a->span.file != b->span.file)
        return a->span.file < b->span.file ? -1 : 1;
    return a->span.off < b->span.off ? -1 : a->span.off > b->span.off;
}

static ByCode sort_findings(const Model *m)
{
    uint32_t count = m->sink->list.len;
    ByCode sorted = {arena_array(m->arena, Diag *, count),
                     arena_array(m->arena, uint32_t, (size_t)count + 1), count};
    for (uint32_t i = 0; i < count; i++)
        sorted.at[i] = m->sink->list.at[i];
    for (uint32_t i = 0; i <= count; i++)
        sorted.next[i] = i + 1;
    if (sorted.len > 1)
        qsort(sorted.at, sorted.len, sizeof *sorted.at, by_code_and_place);
    return sorted;
}

/* The first finding at or behind a place, by halving. */
static uint32_t lower_bound(const ByCode *findings, MsgId code, Span span)
{
    uint32_t from = 0;
    uint32_t to = findings->len;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        const Diag *d = findings->at[middle];
        bool before = d->code != code             ? d->code < code
                      : d->span.file != span.file ? d->span.file < span.file
                                                  : d->span.off < span.off;
        if (before)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static bool is_taken(const ByCode *findings, uint32_t i)
{
    return i < findings->len && (findings->at[i]->known || findings->at[i]->silenced);
}

/* The first from here on that no other declaration has named, so that a thousand of them in one
 * thing do not each walk over those before. */
static uint32_t next_free(const ByCode *findings, uint32_t i)
{
    while (is_taken(findings, i)) {
        if (is_taken(findings, findings->next[i]))
            findings->next[i] = findings->next[findings->next[i]];
        i = findings->next[i];
    }
    return i;
}

static Diag *find(const ByCode *findings, MsgId code, Span span)
{
    uint32_t i = next_free(findings, lower_bound(findings, code, span));
    if (i >= findings->len)
        return NULL;
    Diag *d = findings->at[i];
    bool inside = d->code == code && d->span.file == span.file && d->span.off - span.off < span.len;
    return inside ? d : NULL;
}

/* The code word at the beginning of the value. */
static Str code_word(const Model *m, Span span)
{
    Str text = str_trim(span_text(m->sources, span));
    uint32_t len = 0;
    while (len < text.len && text.ptr[len] != '"' &&
           utf8_blank_len(text.ptr + len, str_end(text)) == 0)
        len++;
    return str_slice(text, 0, len);
}

/* A code that is no code: of the findings inside the thing, the one that it
 * is near to was meant. */
static void unknown_code(Model *m, const ByCode *findings, DeclId decl, const Fact *fact, Str word)
{
    Diag *d = diag_at(m->sink, HP2024, fact_span(m, fact));
    diag_str(d, word);
    Str folded = utf8_fold(m->scratch, word);
    for (uint32_t code = 0; code < MSG_COUNT; code++) {
        Str name = str_from(msg_info((MsgId)code)->name);
        Diag *meant = utf8_distance(m->scratch, folded, utf8_fold(m->scratch, name), 3) > 2
                          ? NULL
                          : find(findings, (MsgId)code, model_decl(m, decl)->span);
        if (meant == NULL || !check_inside(meant->span, model_decl(m, decl)->span))
            continue;
        Span at = {fact_span(m, fact).file, fact->off, word.len};
        diag_suggest(d, at, name);
        meant->known = true;
        meant->severity = SEV_NOTE;
        return;
    }
}

/* Is there such a finding? */
static bool settle(Model *m, const ByCode *findings, DeclId decl, const Fact *fact)
{
    Str word = code_word(m, fact_span(m, fact));
    MsgId code = msg_code(word);
    if (code == MSG_COUNT) {
        unknown_code(m, findings, decl, fact, word);
        return false;
    }
    Diag *found = find(findings, code, model_decl(m, decl)->span);
    if (found == NULL) {
        Diag *d = diag_at(m->sink, HP6012, fact_span(m, fact));
        diag_str(d, str_from(msg_info(code)->name));
        diag_note(d, N_REMOVE_KNOWN);
        return false;
    }
    found->known = true;
    found->severity = SEV_NOTE;
    return true;
}

/* Are there words behind the code, in quotes or not? */
static bool has_reason(const Model *m, const Fact *fact)
{
    Str text = str_trim(span_text(m->sources, fact_span(m, fact)));
    const char *end = str_end(text);
    uint32_t len = 0;
    bool letter = false;
    for (const char *at = text.ptr + code_word(m, fact_span(m, fact)).len; at < end && !letter;
         at += len)
        letter = utf8_is_letter(utf8_decode(at, end, &len));
    return letter;
}

/* The reason is what makes it known and not just hushed. One will do for all that a line names. */
static void settle_line(Model *m, const ByCode *findings, DeclId decl, const Prop *prop)
{
    const Fact *bare = NULL;
    bool reason = false;
    for (uint32_t i = 0; i < prop->count; i++) {
        const Fact *fact = model_fact(m, prop->first + i);
        reason = has_reason(m, fact) || reason;
        if (settle(m, findings, decl, fact))
            bare = bare == NULL ? fact : bare;
    }
    if (reason || bare == NULL)
        return;
    Str code = code_word(m, fact_span(m, bare));
    Diag *d = diag_at(m->sink, HP6021, fact_span(m, bare));
    diag_str(d, code);
    diag_label(d, L_SAY_WHY_KNOWN);
    diag_str(d, code);
}

void known_settle(Model *m)
{
    if (!m->stated[P_KNOWN_FAULT])
        return;
    ByCode findings = sort_findings(m);
    for (DeclId d = m->decls.len; d-- > 1;) {
        for (PropId p = model_decl(m, d)->first_prop; p != 0; p = model_prop(m, p)->next) {
            const Prop *prop = model_prop(m, p);
            if (prop->key == P_KNOWN_FAULT)
                settle_line(m, &findings, d, prop);
        }
    }
}
