/*
 * lists.c — what every format asks of a list, and of that of the chapters.  Layer: write.
 */
#include "write/lists.h"

enum { LONGEST_NUMBER = 6 };

/* A plain whole number without leading zeros; 0: it is none. */
static uint32_t whole_number(Str s)
{
    uint32_t n = 0;
    if (s.len == 0 || s.len > LONGEST_NUMBER || s.ptr[0] == '0')
        return 0;
    for (uint32_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return 0;
        n = n * 10u + (uint32_t)(s.ptr[i] - '0');
    }
    return n;
}

bool list_is_ordered(const Block *list, uint32_t *start)
{
    uint32_t first = list->first == NULL ? 0 : whole_number(list->first->number);
    uint32_t want = first;
    for (const Block *item = list->first; item != NULL; item = item->next)
        if (want == 0 || whole_number(item->number) != want++)
            return false;
    if (start != NULL)
        *start = first;
    return first != 0;
}

bool contents_take(const Block *b)
{
    return b->kind == BLOCK_HEADING && b->chapter;
}

bool contents_needed(const Report *r)
{
    uint32_t chapters = 0;
    for (const Block *b = r->body.first; b != NULL; b = b->next)
        chapters += contents_take(b);
    return chapters > 1;
}
