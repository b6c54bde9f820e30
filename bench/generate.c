/*
 * generate.c — N records for the bench, as a plan or in the plain form that the floor reads.
 *
 *     generate N hplan|plain [WRONG_SUM [DANGLING]]
 *
 * A record is a measure with a title, two references (who is responsible, which goal it serves)
 * and ten amounts in a table that add up to the total it states. Record WRONG_SUM states a total
 * that is 1 too high, record DANGLING refers to a goal that nobody has declared (0: none does).
 * The same N gives the same bytes everywhere.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 10, UNITS = 40, RECORDS_A_GOAL = 50 };

/* Xorshift: a generator of our own, so that no library decides what the bench holds. */
static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* As amounts are written: groups of three from five digits on. */
static void put_amount(long amount, int plain)
{
    if (plain || amount < 10000)
        printf("%ld", amount);
    else if (amount < 1000000)
        printf("%ld %03ld", amount / 1000, amount % 1000);
    else
        printf("%ld %03ld %03ld", amount / 1000000, amount / 1000 % 1000, amount % 1000);
}

static void put_head(long count, int plain)
{
    if (!plain)
        printf("plan stor \"En stor plan\" {\n  år: 2018\n  periode: 2018–2021\n  fakta {\n");
    for (int i = 0; i < UNITS; i++)
        printf(plain ? "u%d|Avdeling %d\n" : "    avdeling u%d \"Avdeling %d\"\n", i, i);
    if (!plain)
        printf("  }\n");
    for (long i = 0; i <= count / RECORDS_A_GOAL; i++)
        printf(plain ? "m%ld|Mål %ld\n" : "  mål m%ld \"Mål %ld\"\n", i, i);
}

static void put_record(long id, uint32_t *state, int plain, int wrong, int dangling)
{
    unsigned unit = next_random(state) % UNITS;
    long goal = id / RECORDS_A_GOAL;
    const char *other = dangling ? "x" : "";
    printf(plain ? "t%ld|Tiltak nummer %ld|u%u|m%s%ld\n"
                 : "  tiltak t%ld \"Tiltak nummer %ld\" {\n    ansvar: u%u; hører til: m%s%ld; "
                   "frist: 2020\n    tabell {\n      | post   | 2018 : kr |\n",
           id, id, unit, other, goal);
    long total = wrong ? 1 : 0;
    for (int row = 1; row <= ROWS; row++) {
        long amount = 100 + (long)(next_random(state) % 900000);
        total += amount;
        printf(plain ? "Post %d|" : "      | Post %d | ", row);
        put_amount(amount, plain);
        printf(plain ? "\n" : " |\n");
    }
    printf(plain ? "=|" : "      | Sum | ");
    put_amount(total, plain);
    printf(plain ? "\n" : " |\n    }\n  }\n");
}

int main(int argc, char **argv)
{
    long count = argc > 2 ? atol(argv[1]) : 0;
    if (count < 1 || (strcmp(argv[2], "hplan") != 0 && strcmp(argv[2], "plain") != 0)) {
        fputs("usage: generate N hplan|plain [WRONG_SUM [DANGLING]]\n", stderr);
        return 2;
    }
    int plain = strcmp(argv[2], "plain") == 0;
    long wrong = argc > 3 ? atol(argv[3]) : 0;
    long dangling = argc > 4 ? atol(argv[4]) : 0;
    uint32_t state = 2463534242u;
    put_head(count, plain);
    for (long id = 1; id <= count; id++)
        put_record(id, &state, plain, id == wrong, id == dangling);
    if (!plain)
        puts("}");
    return ferror(stdout) != 0;
}
