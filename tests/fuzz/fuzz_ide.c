/* fuzz_ide.c: what an editor asks, of texts as they are while they are written: no answer lies
 * outside its text, tokens are in order and on one line, and what is offered is put where the
 * cursor is. */
#include "fuzz/fuzz.h"
#include "hplan/ide.h"

#include <string.h>

enum { PLACES = 24 }; /* at which is asked */

static void lies_inside(hplan_session *s, hplan_range r)
{
    size_t len;
    const char *text = hplan_file_text(s, r.file, &len);
    FUZZ_HOLDS(text != NULL && r.start <= r.end && r.end <= len);
}

static void ask_file(hplan_session *s, size_t len)
{
    hplan_finding finding;
    hplan_ide_symbols symbols;
    hplan_ide_folds folds;
    hplan_ide_tokens tokens;
    hplan_ide_hints hints;
    hplan_ide_lenses lenses;
    for (size_t i = 0; hplan_ide_finding(s, i, &finding) == HPLAN_OK; i++)
        if (finding.placed)
            lies_inside(s, finding.range);
    FUZZ_HOLDS(hplan_ide_symbols_of(s, 0, &symbols) == HPLAN_OK);
    for (size_t i = 0; i < symbols.count; i++)
        lies_inside(s, symbols.at[i].range);
    FUZZ_HOLDS(hplan_ide_folds_of(s, 0, &folds) == HPLAN_OK);
    for (size_t i = 0; i < folds.count; i++)
        lies_inside(s, folds.at[i].range);
    FUZZ_HOLDS(hplan_ide_hints_in(s, (hplan_range){0, 0, len}, &hints) == HPLAN_OK);
    for (size_t i = 0; i < hints.count; i++)
        FUZZ_HOLDS(hints.at[i].offset <= len && hints.at[i].text != NULL);
    FUZZ_HOLDS(hplan_ide_lenses_of(s, 0, &lenses) == HPLAN_OK);
    FUZZ_HOLDS(hplan_ide_tokens_of(s, 0, &tokens) == HPLAN_OK);
    for (size_t i = 0; i < tokens.count; i++) {
        lies_inside(s, tokens.at[i].range);
        FUZZ_HOLDS(i == 0 || tokens.at[i].range.start >= tokens.at[i - 1].range.end);
    }
}

static void ask_here(hplan_session *s, size_t at)
{
    hplan_ide_hover hover;
    hplan_ide_completions items;
    hplan_ide_actions actions;
    hplan_ranges ranges;
    hplan_range range;
    const char *name, *why;
    if (hplan_ide_hover_at(s, 0, at, &hover) == HPLAN_OK)
        lies_inside(s, hover.range);
    if (hplan_ide_definition(s, 0, at, &range) == HPLAN_OK)
        lies_inside(s, range);
    if (hplan_ide_renamable(s, 0, at, &range, &name, &why) == HPLAN_OK)
        lies_inside(s, range);
    if (hplan_ide_references(s, 0, at, true, &ranges) == HPLAN_OK)
        for (size_t i = 0; i < ranges.count; i++)
            lies_inside(s, ranges.at[i]);
    if (hplan_ide_complete(s, 0, at, &items) == HPLAN_OK)
        for (size_t i = 0; i < items.count; i++)
            FUZZ_HOLDS(items.at[i].edit.range.end == at);
    if (hplan_ide_actions_in(s, (hplan_range){0, at, at}, &actions) == HPLAN_OK)
        for (size_t i = 0; i < actions.count; i++)
            for (size_t k = 0; k < actions.at[i].edits.count; k++)
                lies_inside(s, actions.at[i].edits.at[k].range);
}

void fuzz_one(const uint8_t *data, size_t size)
{
    FuzzFiles files;
    fuzz_split(&files, data, size);
    hplan_session *s = fuzz_checked(&files);
    size_t len;
    (void)hplan_file_text(s, 0, &len);
    ask_file(s, len);
    for (size_t i = 0; i <= PLACES; i++)
        ask_here(s, len * i / PLACES);
    hplan_session_close(s);
}
