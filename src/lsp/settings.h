/*
 * settings.h — what the user has chosen.  Layer: lsp.
 */
#ifndef HPLAN_LSP_SETTINGS_H
#define HPLAN_LSP_SETTINGS_H

#include "lsp/fields.h"

#include "hplan/hplan.h"

/* `lang` (also `språk`) and `exact` (also `eksakt`); what is missing or of another kind changes
 * nothing. True: something was changed. */
bool settings_read(hplan_options *options, const json_t *from);
/* The language of the client itself, such as "nb-NO", for plans that say nothing. */
void settings_locale(hplan_options *options, const char *locale);

#endif
