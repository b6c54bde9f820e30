/*
 * commonmark.h — libcmark at work on memory of ours.  Layer: report.
 *
 * Left to itself libcmark ends the process where it gets no memory. Here it takes from an arena, so
 * that running out goes where it goes everywhere else, and a tree is freed as one, with the arena.
 *
 * in:  Markdown
 * out: cmark's tree of it, good until commonmark_end; text on the line of a comment is text
 */
#ifndef HPLAN_REPORT_COMMONMARK_H
#define HPLAN_REPORT_COMMONMARK_H

#include "base/arena.h"
#include "base/str.h"

#include <cmark.h>

typedef struct CommonMark {
    Arena *owner; /* whose running out ends the work */
    Arena arena;  /* all that cmark takes */
    cmark_mem memory;
    cmark_node *root;
} CommonMark;

/* cmark is used between these two only, and by one CommonMark at a time in a thread. */
void commonmark_begin(CommonMark *c, Arena *owner, Str markdown);
void commonmark_end(CommonMark *c);
/* Without blanks and empty lines about it. */
Str commonmark_trimmed(Str s);
/* Comments and nothing else: not printed. */
bool commonmark_is_comment(Str trimmed);

cmark_node *commonmark_node(CommonMark *c, cmark_node_type type);

#endif
