/*
 * lone_mark.h — which of the """ of a file has lost its fellow.  Layer: syntax.
 */
#ifndef HPLAN_SYNTAX_LONE_MARK_H
#define HPLAN_SYNTAX_LONE_MARK_H

#include "base/arena.h"
#include "base/str.h"

typedef struct LoneMark {
    uint32_t off;  /* of the mark */
    uint32_t end;  /* of the text that it opens, or behind the mark itself where it closes one */
    bool opens;    /* its closer is lost; else its opener */
    bool found;
} LoneMark;

LoneMark lone_mark_find(Arena *arena, Str text);

#endif
