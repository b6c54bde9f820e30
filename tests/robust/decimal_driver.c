/*
 * decimal_driver.c — does what it is told with src/base/decimal.c, for decimal_oracle.py.
 *
 * Reads lines "OPERATION A B" or "round A SCALE MODE" or "div A B MODE" and answers each with a
 * line: the result, "exact" or "inexact" behind a quotient, "-" where it does not fit. Built and
 * started by decimal_oracle.py.
 */
#include "base/decimal.h"

#include <stdio.h>
#include <stdlib.h>

static Decimal dec(const char *text)
{
    Decimal d;
    if (!decimal_parse(str_from(text), &d)) {
        fprintf(stderr, "decimal_driver: %s\n", text);
        exit(2);
    }
    return d;
}

static void answer(Buf *out, const char *op, const char *a, const char *b, const char *mode)
{
    Rounding r = mode[0] == 'h'   ? ROUND_HALF_AWAY
                 : mode[0] == 'd' ? ROUND_DOWN
                 : mode[0] == 'u' ? ROUND_UP
                                  : ROUND_ZERO;
    Decimal x = dec(a), result;
    bool fits = true, exact = true;
    if (strcmp(op, "cmp") == 0) {
        buf_int(out, decimal_cmp(x, dec(b)));
        return;
    }
    if (strcmp(op, "round") == 0)
        fits = decimal_round(x, atoi(b), r, &result);
    else if (strcmp(op, "add") == 0)
        fits = decimal_add(x, dec(b), &result);
    else if (strcmp(op, "sub") == 0)
        fits = decimal_sub(x, dec(b), &result);
    else if (strcmp(op, "mul") == 0)
        fits = decimal_mul(x, dec(b), &result);
    else if (strcmp(op, "div") == 0)
        fits = decimal_div(x, dec(b), r, &result, &exact);
    else if (strcmp(op, "norm") == 0)
        result = decimal_normalize(x);
    else
        exit(2);
    if (!fits) {
        buf_char(out, '-');
        return;
    }
    decimal_put_plain(out, result);
    if (strcmp(op, "div") == 0)
        buf_cstr(out, exact ? " exact" : " inexact");
}

int main(void)
{
    char line[256], op[8], a[64], b[64], mode[8];
    Arena arena;
    Buf out;
    arena_init(&arena, NULL);
    buf_init(&out, &arena);
    while (fgets(line, sizeof line, stdin) != NULL) {
        mode[0] = 'z';
        if (sscanf(line, "%7s %63s %63s %7s", op, a, b, mode) < 3)
            return 2;
        answer(&out, op, a, b, mode);
        buf_char(&out, '\n');
    }
    fwrite(out.ptr, 1, out.len, stdout);
    arena_free(&arena);
    return 0;
}
