/*
 * labels.c — the words of a report that are not keywords.  Layer: report.
 */
#include "report/maker.h"

static const char *const labels[LABEL_COUNT][LANG_COUNT] = {
#define LABEL(id, nb, nn, en) {nb, nn, en},
#include "report/labels.def"
#undef LABEL
};

Str label_text(LabelId id, Lang lang)
{
    return str_from(labels[id][lang]);
}
