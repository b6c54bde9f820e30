/*
 * lone_mark.h — which of the """ of a file have lost their fellow.  Layer: syntax.
 */
#ifndef HPLAN_SYNTAX_LONE_MARK_H
#define HPLAN_SYNTAX_LONE_MARK_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

typedef struct LoneMark {
    uint32_t off;  /* of the mark */
    uint32_t end;  /* of the text that it opens, or behind the mark itself where it closes one */
    bool opens;    /* its closer is lost; else its opener */
} LoneMark;

typedef VEC(LoneMark) LoneMarks;

LoneMarks lone_marks_find(Arena *arena, Str text); /* in order */
const LoneMark *lone_mark_at(const LoneMarks *marks, uint32_t off); /* NULL: none stands there */

#endif
