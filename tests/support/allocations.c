#include "support/allocations.h"

#include <check.h>

void each_allocation_fails(SessionUse *use, void *context, long least)
{
    hplan_status status = HPLAN_NOMEM;
    long n = 0;
    while (status == HPLAN_NOMEM && n < 100000) {
        hplan_options options = {.allocations = ++n};
        hplan_session *s = hplan_session_open(&options);
        if (s != NULL)
            status = use(s, context);
        hplan_session_close(s);
    }
    ck_assert_int_eq(status, HPLAN_OK);
    ck_assert_int_gt(n, least);
}
