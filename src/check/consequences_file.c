/*
 * consequences_file.c — what a file that is not there might have said.  Layer: check.
 *
 * A plan may take in files of which one is missing, or itself break off. Whatever is there is
 * checked; only what is missing and could have made good is not told: names, what is counted or
 * added up over all things of a kind, and what a plan or a report is said to lack.
 */
#include "check/consequences.h"

#include "base/utf8.h"

#include <ctype.h>

bool consequences_lacks_file(const Diag *d)
{
    switch ((int)d->code) {
    case HP1001: /* it is there, and is no plan */
    case HP1023:
    case HP1025:
    case HP1028:
    case HP1036:
    case HP9001:
    case HP9002:
    case HP9003:
    case HP9006: return true;
    case HP1005: return consequences_text(d, PART_NOTE, N_FILE_ENDS_IN) != NULL;
    default: return false;
    }
}

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) != 0 || (unsigned char)c >= 0x80 || c == '_' || c == '-';
}

/* A kind's word means all things of it: sum(investering.beløp), antall(tiltak). */
static bool speaks_of_a_kind(const Model *m, Str formula)
{
    Str text = utf8_fold(m->scratch, formula);
    for (uint32_t from = 0, at = 0; at <= text.len; at++) {
        if (at < text.len && is_word_byte(text.ptr[at]))
            continue;
        if (vocab_find(VG_KIND, str_slice(text, from, at), K_NONE) != 0)
            return true;
        from = at + 1;
    }
    return false;
}

/* One figure that stands in the plan is what it is, whatever else there may be. */
static bool is_of_all_things(const Model *m, const Diag *d)
{
    const DiagPart *headline = &d->parts.at[0];
    bool equation = d->code == HP4004 || d->code == HP4005; /* at what is written, not the formula */
    Str formula = span_text(m->sources, d->span);
    if (equation && headline->args.len > 0 && headline->args.at[0].kind == ARG_STR)
        formula = headline->args.at[0].str;
    return consequences_text(d, PART_PLACE, L_BUT_IS) == NULL &&
           speaks_of_a_kind(m, formula);
}

bool consequences_may_be_in_file(const Model *m, const Diag *d)
{
    switch ((int)d->code) {
    case HP2002: /* names */
    case HP2008:
    case HP2010:
    case HP2011:
    case HP8001: return true;
    case HP4004:
    case HP4005:
    case HP4009:
    case HP4018:
    case HP4021: return is_of_all_things(m, d);
    case HP4024: /* positions and units that a unit has there */
    case HP4025:
    case HP6012: /* a known fault that cannot be seen now */
    case HP6020: /* what a rule asks for */
    case HP7001: /* what the plan or the report says there */
    case HP7002: return true;
    default: return false;
    }
}
