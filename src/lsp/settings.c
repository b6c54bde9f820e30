/*
 * settings.c — what the user has chosen.  Layer: lsp.
 */
#include "lsp/settings.h"

#include <string.h>

static const struct {
    const char *name;
    hplan_lang lang;
} languages[] = {
    {"auto", HPLAN_LANG_AUTO}, {"nb", HPLAN_LANG_NB}, {"no", HPLAN_LANG_NB},
    {"nn", HPLAN_LANG_NN},     {"en", HPLAN_LANG_EN},
};

/* By its first word: "nb-NO" is "nb". False: none of ours. */
static bool language_named(const char *name, hplan_lang *out)
{
    size_t len = name != NULL ? strcspn(name, "-_") : 0;
    for (size_t i = 0; len > 0 && i < sizeof languages / sizeof *languages; i++)
        if (strlen(languages[i].name) == len && strncmp(languages[i].name, name, len) == 0) {
            *out = languages[i].lang;
            return true;
        }
    return false;
}

static const json_t *either(const json_t *from, const char *a, const char *b)
{
    const json_t *found = json_object_get(from, a);
    return found != NULL ? found : json_object_get(from, b);
}

bool settings_read(hplan_options *options, const json_t *from)
{
    hplan_options before = *options;
    const json_t *exact = either(from, "exact", "eksakt");
    (void)language_named(json_string_value(either(from, "lang", "språk")), &options->lang);
    if (json_is_boolean(exact))
        options->exact = json_is_true(exact);
    return before.lang != options->lang || before.exact != options->exact;
}

void settings_locale(hplan_options *options, const char *locale)
{
    (void)language_named(locale, &options->fallback);
}
