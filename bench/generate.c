/*
 * generate.c — N records for the bench: the same work for hplanc and for each of its peers.
 *
 *     generate N FORMAT [WRONG_SUM [DANGLING]]
 *
 * A record is a measure with a title, two references (who is responsible, which goal it serves)
 * and ten amounts that add up to the total it states. Record WRONG_SUM states a total that is 1
 * too high, record DANGLING refers to a goal that nobody has declared (0: none does). The same N
 * gives the same bytes everywhere. Each format says the same in the way its tool would have it
 * said; without arguments their names are listed.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 10, UNITS = 40, RECORDS_A_GOAL = 50 };

typedef struct Record {
    long id, goal;
    const char *lost; /* stands in the name of a goal that is not there */
    unsigned unit;
    long amount[ROWS], total;
} Record;

/* Xorshift: a generator of our own, so that no library decides what the bench holds. */
static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* ---- hplan ----------------------------------------------------------------------------------- */

/* As amounts are written: groups of three from five digits on. */
static void put_amount(long amount)
{
    if (amount < 10000)
        printf("%ld", amount);
    else if (amount < 1000000)
        printf("%ld %03ld", amount / 1000, amount % 1000);
    else
        printf("%ld %03ld %03ld", amount / 1000000, amount / 1000 % 1000, amount % 1000);
}

static void hplan_head(void)
{
    printf("plan stor \"En stor plan\" {\n  år: 2018\n  periode: 2018–2021\n");
}

static void hplan_unit(int i)
{
    printf("  fakta { avdeling u%d \"Avdeling %d\" }\n", i, i);
}

static void hplan_goal(long i)
{
    printf("  mål m%ld \"Mål %ld\"\n", i, i);
}

static void hplan_record(const Record *r)
{
    printf("  tiltak t%ld \"Tiltak nummer %ld\" {\n    ansvar: u%u; hører til: m%s%ld; "
           "frist: 2020\n    tabell {\n      | post   | 2018 : kr |\n",
           r->id, r->id, r->unit, r->lost, r->goal);
    for (int i = 0; i < ROWS; i++) {
        printf("      | Post %d | ", i + 1);
        put_amount(r->amount[i]);
        printf(" |\n");
    }
    printf("      | Sum | ");
    put_amount(r->total);
    printf(" |\n    }\n  }\n");
}

static void hplan_tail(void)
{
    puts("}");
}

/* ---- plain: what floor.c reads --------------------------------------------------------------- */

static void plain_unit(int i)
{
    printf("u%d|Avdeling %d\n", i, i);
}

static void plain_goal(long i)
{
    printf("m%ld|Mål %ld\n", i, i);
}

static void plain_record(const Record *r)
{
    printf("t%ld|Tiltak nummer %ld|u%u|m%s%ld\n", r->id, r->id, r->unit, r->lost, r->goal);
    for (int i = 0; i < ROWS; i++)
        printf("Post %d|%ld\n", i + 1, r->amount[i]);
    printf("=|%ld\n", r->total);
}

/* ---- csv: three files for sqlite ------------------------------------------------------------- */

static void names_unit(int i)
{
    printf("u%d,Avdeling %d\n", i, i);
}

static void names_goal(long i)
{
    printf("m%ld,Mål %ld\n", i, i);
}

static void measures_record(const Record *r)
{
    printf("t%ld,Tiltak nummer %ld,u%u,m%s%ld,%ld\n", r->id, r->id, r->unit, r->lost, r->goal,
           r->total);
}

static void posts_record(const Record *r)
{
    for (int i = 0; i < ROWS; i++)
        printf("t%ld,Post %d,%ld\n", r->id, i + 1, r->amount[i]);
}

/* ---- json: an object a line, for jq ---------------------------------------------------------- */

static void json_unit(int i)
{
    printf("{\"name\":\"u%d\",\"title\":\"Avdeling %d\"}\n", i, i);
}

static void json_goal(long i)
{
    printf("{\"name\":\"m%ld\",\"title\":\"Mål %ld\"}\n", i, i);
}

static void json_record(const Record *r)
{
    printf("{\"name\":\"t%ld\",\"title\":\"Tiltak nummer %ld\",\"refs\":[\"u%u\",\"m%s%ld\"],"
           "\"total\":%ld,\"posts\":[",
           r->id, r->id, r->unit, r->lost, r->goal, r->total);
    for (int i = 0; i < ROWS; i++)
        printf("%s{\"post\":\"Post %d\",\"kr\":%ld}", i > 0 ? "," : "", i + 1, r->amount[i]);
    puts("]}");
}

/* ---- ledger and hledger ---------------------------------------------------------------------- */

static void ledger_head(void)
{
    puts("commodity NOK\naccount Sum");
    for (int i = 0; i < ROWS; i++)
        printf("account Post:%d\n", i + 1);
}

static void ledger_unit(int i)
{
    printf("account u%d\n", i);
}

static void ledger_goal(long i)
{
    printf("account m%ld\n", i);
}

static void ledger_record(const Record *r)
{
    printf("\n2018-01-01 t%ld Tiltak nummer %ld\n    (u%u)  0 NOK\n    (m%s%ld)  0 NOK\n", r->id,
           r->id, r->unit, r->lost, r->goal);
    for (int i = 0; i < ROWS; i++)
        printf("    Post:%d  %ld NOK\n", i + 1, r->amount[i]);
    printf("    Sum  -%ld NOK\n", r->total);
}

/* ---- beancount ------------------------------------------------------------------------------- */

static void bean_head(void)
{
    puts("2018-01-01 open Income:Sum");
    for (int i = 0; i < ROWS; i++)
        printf("2018-01-01 open Expenses:Post%d\n", i + 1);
}

static void bean_unit(int i)
{
    printf("2018-01-01 open Equity:U%d\n", i);
}

static void bean_goal(long i)
{
    printf("2018-01-01 open Equity:M%ld\n", i);
}

static void bean_record(const Record *r)
{
    printf("\n2018-01-01 * \"t%ld\" \"Tiltak nummer %ld\"\n  Equity:U%u  0 NOK\n"
           "  Equity:M%s%ld  0 NOK\n",
           r->id, r->id, r->unit, r->lost, r->goal);
    for (int i = 0; i < ROWS; i++)
        printf("  Expenses:Post%d  %ld NOK\n", i + 1, r->amount[i]);
    printf("  Income:Sum  -%ld NOK\n", r->total);
}

/* ---- a device tree, for dtc ------------------------------------------------------------------ */

static void dts_head(void)
{
    puts("/dts-v1/;\n/ {");
}

static void dts_unit(int i)
{
    printf("  u%d: unit-%d { title = \"Avdeling %d\"; };\n", i, i, i);
}

static void dts_goal(long i)
{
    printf("  m%ld: goal-%ld { title = \"Mål %ld\"; };\n", i, i, i);
}

static void dts_record(const Record *r)
{
    printf("  t%ld: measure-%ld {\n    title = \"Tiltak nummer %ld\";\n    unit = <&u%u>;\n"
           "    goal = <&m%s%ld>;\n    posts = <",
           r->id, r->id, r->id, r->unit, r->lost, r->goal);
    for (int i = 0; i < ROWS; i++)
        printf("%s%ld", i > 0 ? " " : "", r->amount[i]);
    printf(">;\n    total = <%ld>;\n  };\n", r->total);
}

static void dts_tail(void)
{
    puts("};");
}

/* ---- C with static assertions, for gcc and clang --------------------------------------------- */

static void c_unit(int i)
{
    printf("enum { u%d = %d }; /* Avdeling %d */\n", i, i, i);
}

static void c_goal(long i)
{
    printf("enum { m%ld = %ld }; /* Mål %ld */\n", i, i, i);
}

static void c_record(const Record *r)
{
    printf("/* Tiltak nummer %ld */\nenum { t%ld_unit = u%u, t%ld_goal = m%s%ld };\n"
           "_Static_assert(\n",
           r->id, r->id, r->unit, r->id, r->lost, r->goal);
    for (int i = 0; i < ROWS; i++)
        printf("    %ldL%s /* Post %d */\n", r->amount[i], i + 1 < ROWS ? " +" : "", i + 1);
    printf("    == %ldL, \"t%ld\");\n", r->total, r->id);
}

/* ---- Markdown, for cmark --------------------------------------------------------------------- */

static void md_goal(long i)
{
    printf("## Mål %ld\n\n", i);
}

static void md_record(const Record *r)
{
    printf("### Tiltak nummer %ld\n\nAnsvar: [u%u](#u%u). Hører til [m%s%ld](#m%s%ld).\n\n", r->id,
           r->unit, r->unit, r->lost, r->goal, r->lost, r->goal);
    for (int i = 0; i < ROWS; i++)
        printf("| Post %d | %ld |\n", i + 1, r->amount[i]);
    printf("| Sum | %ld |\n\n", r->total);
}

/* ---- all of them ----------------------------------------------------------------------------- */

typedef struct Format {
    const char *name;
    void (*head)(void);
    void (*unit)(int i);
    void (*goal)(long i);
    void (*record)(const Record *r);
    void (*tail)(void);
} Format;

static const Format formats[] = {
    {"hplan", hplan_head, hplan_unit, hplan_goal, hplan_record, hplan_tail},
    {"plain", NULL, plain_unit, plain_goal, plain_record, NULL},
    {"names.csv", NULL, names_unit, names_goal, NULL, NULL},
    {"measures.csv", NULL, NULL, NULL, measures_record, NULL},
    {"posts.csv", NULL, NULL, NULL, posts_record, NULL},
    {"json", NULL, json_unit, json_goal, json_record, NULL},
    {"ledger", ledger_head, ledger_unit, ledger_goal, ledger_record, NULL},
    {"beancount", bean_head, bean_unit, bean_goal, bean_record, NULL},
    {"dts", dts_head, dts_unit, dts_goal, dts_record, dts_tail},
    {"c", NULL, c_unit, c_goal, c_record, NULL},
    {"md", NULL, NULL, md_goal, md_record, NULL},
};

static const Format *format_named(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

static int usage(void)
{
    fputs("usage: generate N FORMAT [WRONG_SUM [DANGLING]], where FORMAT is one of\n", stderr);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        fprintf(stderr, "    %s\n", formats[i].name);
    return 2;
}

/* Draws the same numbers whatever is wrong in a record, so that nothing else changes. */
static Record make_record(long id, uint32_t *state)
{
    Record r = {.id = id, .goal = id / RECORDS_A_GOAL, .lost = ""};
    r.unit = next_random(state) % UNITS;
    for (int i = 0; i < ROWS; i++) {
        r.amount[i] = 100 + (long)(next_random(state) % 900000);
        r.total += r.amount[i];
    }
    return r;
}

int main(int argc, char **argv)
{
    long count = argc > 2 ? atol(argv[1]) : 0;
    const Format *f = argc > 2 ? format_named(argv[2]) : NULL;
    if (count < 1 || f == NULL)
        return usage();
    long wrong = argc > 3 ? atol(argv[3]) : 0;
    long dangling = argc > 4 ? atol(argv[4]) : 0;
    uint32_t state = 2463534242u;
    if (f->head != NULL)
        f->head();
    for (int i = 0; f->unit != NULL && i < UNITS; i++)
        f->unit(i);
    for (long i = 0; f->goal != NULL && i <= count / RECORDS_A_GOAL; i++)
        f->goal(i);
    for (long id = 1; id <= count; id++) {
        Record r = make_record(id, &state);
        r.total += id == wrong;
        r.lost = id == dangling ? "x" : "";
        if (f->record != NULL)
            f->record(&r);
    }
    if (f->tail != NULL)
        f->tail();
    return ferror(stdout) != 0;
}
