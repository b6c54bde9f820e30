/*
 * levels.c — nivå { HP6003: av }: how grave findings and rules are in this project.  Layer: check.
 *
 * Requires: all findings, with the severities of drafts and known faults. Provides: those that the
 * project states; HP9010 and HP9011 where it names what there is not, or what is not its to say.
 *
 * Only findings of checks have a level to choose. What keeps a plan from being read (HP1–HP3, HP9)
 * stays what it is: with that off, everything else would be silent without a reason.
 */
#include "check/levels.h"

#include "base/utf8.h"
#include "model/scope.h"

Level level_of(const Said *v)
{
    uint16_t id = v->kind == VAL_ENUM ? vocab_term(v->term)->id : (uint16_t)E_LEVEL_WARNING;
    Level level = {SEV_WARNING, id == E_LEVEL_OFF, SPAN_NONE};
    if (id == E_LEVEL_ERROR)
        level.severity = SEV_ERROR;
    else if (id == E_LEVEL_NOTE)
        level.severity = SEV_NOTE;
    return level;
}

static Str key_text(const Model *m, const Prop *p)
{
    return str_trim(span_text(m->sources, p->key_span));
}

bool levels_rule(const Model *m, DeclId rule, Level *out)
{
    Str name = model_decl(m, rule)->name_text;
    for (DeclId d = scope_next(m, 0, K_LEVELS, 0); d != 0; d = scope_next(m, 0, K_LEVELS, d)) {
        for (PropId id = model_decl(m, d)->first_prop; id != 0; id = model_prop(m, id)->next) {
            const Prop *p = model_prop(m, id);
            if (name.len > 0 && p->count > 0 && utf8_eq_fold(m->scratch, key_text(m, p), name)) {
                *out = level_of(&model_fact(m, p->first)->value);
                out->span = p->key_span;
                return true;
            }
        }
    }
    return false;
}

void levels_note(const Model *m, Diag *d, Span span)
{
    diag_note(d, N_LEVEL_STANDS);
    diag_str(d, sources_get(m->sources, span.file)->name);
    diag_int(d, check_line(m, span));
}

/* --- codes ------------------------------------------------------------------------------------ */

/* By its code or its short name; MSG_COUNT: neither. */
static MsgId code_named(Model *m, Str name)
{
    MsgId code = msg_code(name);
    Str folded = utf8_fold(m->scratch, name);
    for (MsgId i = 0; i < MSG_COUNT && code == MSG_COUNT; i++)
        if (msg_info(i)->slug != NULL && str_eq(str_from(msg_info(i)->slug), folded))
            code = i;
    return code;
}

static bool has_level(MsgId code)
{
    enum { FAMILY = 2 };
    char family = msg_info(code)->name[FAMILY];
    return family >= '4' && family <= '8';
}

static void apply(Model *m, MsgId code, Level level, const bool *draft, uint32_t files)
{
    for (uint32_t i = 0; i < m->sink->list.len; i++) {
        Diag *d = m->sink->list.at[i];
        if (d->code != code || d->known || d->silenced)
            continue;
        bool soft = d->span.file < files && draft[d->span.file] && level.severity == SEV_ERROR;
        Severity severity = soft ? SEV_WARNING : level.severity;
        if (level.off) {
            d->silenced = true;
        } else if (severity != d->severity) {
            d->severity = severity;
            levels_note(m, d, level.span);
        }
    }
}

/* --- names that mean nothing ------------------------------------------------------------------ */

static DeclId rule_named(Model *m, Str name)
{
    for (DeclId d = scope_next(m, 0, K_RULE, 0); d != 0; d = scope_next(m, 0, K_RULE, d))
        if (utf8_eq_fold(m->scratch, model_decl(m, d)->name_text, name))
            return d;
    return 0;
}

static void closer(Model *m, Str name, Str candidate, Str *best, uint32_t *least)
{
    uint32_t far = utf8_distance(m->scratch, utf8_fold(m->scratch, name),
                                 utf8_fold(m->scratch, candidate), *least);
    if (candidate.len > 0 && far < *least) {
        *least = far;
        *best = candidate;
    }
}

static void unknown(Model *m, Str name, Span span)
{
    enum { NEAR = 4 };
    Str best = STR_NONE;
    uint32_t least = NEAR;
    for (DeclId d = scope_next(m, 0, K_RULE, 0); d != 0; d = scope_next(m, 0, K_RULE, d))
        closer(m, name, model_decl(m, d)->name_text, &best, &least);
    for (MsgId i = 0; i < MSG_COUNT; i++)
        if (msg_info(i)->slug != NULL && has_level(i))
            closer(m, name, str_from(msg_info(i)->slug), &best, &least);
    Diag *d = diag_at(m->sink, HP9010, span);
    diag_str(d, name);
    if (best.len > 0)
        diag_suggest(d, span, best);
}

static void settle(Model *m, const Prop *p, const bool *draft, uint32_t files)
{
    Str name = key_text(m, p);
    MsgId code = code_named(m, name);
    const Said *value = &model_fact(m, p->first)->value;
    if (code == MSG_COUNT) {
        if (rule_named(m, name) == 0)
            unknown(m, name, p->key_span);
        return;
    }
    if (!has_level(code)) {
        Diag *d = diag_at(m->sink, HP9011, p->key_span);
        diag_str(d, str_from(msg_info(code)->name));
        diag_note(d, N_ONLY_CHECKS);
        return;
    }
    if (value->kind == VAL_ENUM) {
        Level level = level_of(value);
        level.span = p->key_span;
        apply(m, code, level, draft, files);
    }
}

void levels_settle(Model *m, const bool *draft, uint32_t files)
{
    for (DeclId d = scope_next(m, 0, K_LEVELS, 0); d != 0; d = scope_next(m, 0, K_LEVELS, d))
        for (PropId id = model_decl(m, d)->first_prop; id != 0; id = model_prop(m, id)->next)
            if (model_prop(m, id)->count > 0)
                settle(m, model_prop(m, id), draft, files);
}
