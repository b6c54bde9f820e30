/*
 * roll_left.h — what is to be mended in next year's plan before it is adopted.  Layer: api,
 * private.
 */
#ifndef HPLAN_API_ROLL_LEFT_H
#define HPLAN_API_ROLL_LEFT_H

#include "api/roll_keep.h"

typedef struct RollLeft {
    FileId file;
    uint32_t line; /* of the new text, from 1: before it this is to be said */
    Str text;
} RollLeft;

typedef VEC(RollLeft) RollLefts;

/* In order of the lines of each file. In the words of the new plan, `lang`. */
hplan_status roll_left(hplan_session *s, Model *m, const RollFiles *files, const RollWish *wish,
                       Lang lang, RollLefts *out);
/* The text of a file with those of its lines before it. */
void roll_left_put(Buf *out, Str text, FileId file, const RollLefts *left, Lang lang);

#endif
