/*
 * abbrev.c — the listed abbreviations.  Layer: syntax.
 *
 * In: a word that touches a dot. Out: how far an abbreviation goes. Without the list `mill.kr`
 * would be a path and `ca.20` a property of something called ca.
 */
#include "syntax/abbrev.h"

/* In lower case; they are only looked at where a word touches a dot. What the vocabulary spells
 * with a dot must be here. */
static const char *const listed[] = {
    "ang.",   "approx.", "apr.",   "aug.",   "bl.a.", "ca.",    "d.d.",   "d.v.s.", "dec.",
    "des.",   "div.",    "dvs.",   "e.l.",   "eks.",  "ekskl.", "el.",    "etc.",   "etg.",
    "ev.",    "evt.",    "f.eks.", "f.o.m.", "feb.",  "febr.",  "ff.",    "fom.",   "forts.",
    "gj.sn.", "gnsn.",   "hhv.",   "ift.",   "iht.",  "inkl.",  "innst.", "jan.",   "jf.",
    "jfr.",   "jmf.",    "kap.",   "kgl.",   "kl.",   "kr.",    "kv.",    "m.a.",   "m.a.o.",
    "m.fl.",  "m.m.",    "m.v.",   "maks.",  "max.",  "meld.",  "mfl.",   "mht.",   "mill.",
    "min.",   "mm.",     "mnd.",   "mrd.",   "mv.",   "nov.",   "nr.",    "o.a.",   "o.l.",
    "oct.",   "okt.",    "ol.",    "oppr.",  "osb.",  "osv.",   "p.g.a.", "p.t.",   "pga.",
    "pkt.",   "pr.",     "prop.",  "pst.",   "red.",  "ref.",   "rev.",   "s.k.",   "sek.",
    "sep.",   "sept.",   "st.",    "stk.",   "t.d.",  "t.o.m.", "tlf.",   "tom.",   "vedr.",
    "vs.",    "årl.",    "årsv.",  NULL};

/* These are names as well (`adm.2018`): abbreviations only where no part of
 * a path touches the dot. */
static const char *const alone[] = {"adm.",  "avd.", "forskr.", "iflg.", "jul.",
                                    "jun.",  "mar.", "md.",     "mo.",   "no.",
                                    "oppl.", "pbl.", "s.",      "sml.",  NULL};

static uint32_t matches(const char *entry, const char *s, const char *end)
{
    uint32_t n = 0;
    for (; entry[n] != '\0'; n++)
        if (s + n == end || ascii_lower(s[n]) != entry[n])
            return 0;
    return n;
}

static uint32_t longest_of(const char *const *list, const char *s, const char *end, uint32_t word)
{
    uint32_t best = 0;
    for (const char *const *entry = list; *entry != NULL; entry++) {
        if ((*entry)[0] != ascii_lower(*s))
            continue;
        uint32_t n = matches(*entry, s, end);
        if (n > word && n > best && (*entry)[word] == '.')
            best = n;
    }
    return best;
}

uint32_t abbrev_len(const char *s, const char *end, uint32_t word, bool touched)
{
    if (word > 8)
        return 0;
    uint32_t best = longest_of(listed, s, end, word);
    return best > 0 || touched ? best : longest_of(alone, s, end, word);
}
