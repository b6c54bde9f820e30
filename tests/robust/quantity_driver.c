/*
 * quantity_driver.c — reckons with src/value/quantity*.c what it is told, for quantity_oracle.py.
 *
 * Reads lines of blanks and words in postfix order. A figure is `UNIT NUMBER` without the blank
 * (m38.2: 38,2 mill. kr), behind `~` where it is approximate, behind `!` where it is given in a
 * formula, behind `<` or `>` where only that limit of it is known. `+ - * /` reckon; `= == < <= >
 * >=` at the end judge (`==`: to the digit). The answer: what the last quantity is, or the verdict.
 * Built and started by quantity_oracle.py.
 */
#include "value/quantity.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 16 };

typedef struct Desk {
    UnitTable units;
    UnitId of_letter[128];
    Quantity at[DEPTH];
    size_t count;
    bool refused; /* an operation gave up, and why is in `why` */
    uint8_t why;
} Desk;

static void set_up(Desk *d, Arena *arena, Interner *syms)
{
    static const struct {
        char letter;
        const char *unit;
    } units[] = {{'k', "kr"}, {'t', "1000 kr"}, {'m', "mill. kr"}, {'p', "%"}};
    units_init(&d->units, arena, syms);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        UnitId id = units_read(&d->units, arena, str_from(units[i].unit), false);
        if (id == 0)
            exit(2);
        d->of_letter[(unsigned char)units[i].letter] = id;
    }
}

static void figure(Desk *d, const char *word)
{
    Value v = {.kind = VAL_NUMBER};
    bool given = *word == '!';
    word += given;
    v.approx = *word == '~';
    word += v.approx;
    v.compare = *word == '<' ? CMP_LT : *word == '>' ? CMP_GT : CMP_NONE;
    word += v.compare != CMP_NONE;
    v.unit = d->of_letter[(unsigned char)*word & 127];
    if (d->count == DEPTH || !decimal_parse(str_from(word + 1), &v.num))
        exit(2);
    d->at[d->count++] = quantity_of(&d->units, &v, given);
}

static void reckon(Desk *d, char op)
{
    Quantity out = {0};
    if (d->count < 2)
        exit(2);
    const Quantity *a = &d->at[d->count - 2], *b = &d->at[d->count - 1];
    bool fine = op == '+'   ? quantity_add(&d->units, a, b, &out)
                : op == '-' ? quantity_sub(&d->units, a, b, &out)
                : op == '*' ? quantity_mul(&d->units, a, b, &out)
                            : quantity_div(&d->units, a, b, &out);
    if (!fine && !d->refused) {
        d->refused = true;
        d->why = out.fault;
    }
    d->at[--d->count - 1] = out;
}

static void put(const char *name, Decimal value, Buf *out)
{
    buf_printf(out, " %s=", name);
    decimal_put_plain(out, value);
}

static void put_quantity(const Quantity *q, Buf *out)
{
    static const char *const kinds[] = {"number", "none", "unknown", "bad"};
    buf_printf(out, "%s", kinds[q->kind]);
    if (q->kind != QTY_NUMBER)
        return;
    buf_printf(out, " exact=%d linear=%d", q->exact, q->linear);
    put("mid", q->mid, out);
    put("lo", q->lo, out);
    put("hi", q->hi, out);
    put("half", q->half, out);
    put("square", q->square, out);
}

static const char *name_of(Verdict verdict)
{
    static const char *const names[] = {"none",     "exact",    "rounded",
                                        "unlikely", "violated", "unknown"};
    return names[verdict];
}

static void judge(Desk *d, const char *word, Buf *out)
{
    static const struct {
        const char *word;
        Op op;
    } ops[] = {{"<", OP_LT}, {"<=", OP_LE}, {">", OP_GT}, {">=", OP_GE}};
    bool on_line;
    if (d->count != 2)
        exit(2);
    if (word[0] == '=') {
        Comparison c = quantity_equal(&d->units, &d->at[0], &d->at[1], word[1] == '=');
        buf_printf(out, "%s", name_of(c.verdict));
        put("diff", c.diff, out);
        put("slack", c.slack, out);
        return;
    }
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
        if (strcmp(ops[i].word, word) == 0) {
            Verdict v = quantity_compare(&d->units, &d->at[0], ops[i].op, &d->at[1], &on_line);
            buf_printf(out, "%s line=%d", name_of(v), on_line);
        }
}

static void answer(Desk *d, char *line, Buf *out)
{
    bool judged = false;
    d->count = 0;
    d->refused = false;
    for (char *word = strtok(line, " \n"); word != NULL; word = strtok(NULL, " \n")) {
        if (*word == '=' || (strchr("<>", *word) != NULL && strchr("=", word[1]) != NULL)) {
            judge(d, word, out);
            judged = true;
        } else if (strchr("+-*/", *word) != NULL && word[1] == '\0') {
            reckon(d, *word);
        } else {
            figure(d, word);
        }
    }
    if (d->refused && !judged)
        buf_printf(out, "%s", d->why == QTYF_SIZE ? "size" : "units");
    else if (!judged)
        put_quantity(&d->at[d->count - 1], out);
}

int main(void)
{
    static Desk desk;
    char line[1024];
    Arena arena, lines;
    Interner syms;
    Buf out;
    arena_init(&arena, NULL);
    interner_init(&syms, &arena);
    set_up(&desk, &arena, &syms);
    while (fgets(line, sizeof line, stdin) != NULL) {
        arena_init(&lines, NULL);
        buf_init(&out, &lines);
        answer(&desk, line, &out);
        printf("%.*s\n", (int)out.len, out.ptr);
        arena_free(&lines);
    }
    arena_free(&arena);
    return 0;
}
