/*
 * markup.h — published text carries no markup but the writer's own.
 *
 * Each aborts (FUZZ_HOLDS) where it does: where the source got a tag, an attribute, an address that
 * runs something, or half a mark into what is published.
 */
#ifndef HPLAN_TESTS_FUZZ_MARKUP_H
#define HPLAN_TESTS_FUZZ_MARKUP_H

#include <stddef.h>

void markup_check_markdown(const char *text, size_t len);
/* Beside that: every element ends, in order; an id stands once, and each link within the page leads
 * to one. The text ends with a NUL. */
void markup_check_html(const char *text);

#endif
