/*
 * texts.c — what is told of a plan beside its findings, in three languages.  Layer: api.
 */
#include "api/session.h"

static const char *const texts[TOLD_COUNT][LANG_COUNT] = {
#define TEXT(id, nb, nn, en) [TOLD_##id] = {nb, nn, en},
#include "api/texts.def"
#undef TEXT
};

const char *told_text(ToldId id, Lang lang)
{
    return texts[id][lang];
}
