/*
 * plans.h — small plans for the tests of the command.
 */
#ifndef HPLAN_TESTS_PLANS_H
#define HPLAN_TESTS_PLANS_H

#define PLAN_WITH(head, sum)                   \
    "plan p \"Prøve\" {\n"                    \
    "  kommune: Kragerø\n"                    \
    "  år: 2018\n" head "  fakta {\n"          \
    "    avdeling a \"Avdeling A\"\n"          \
    "    avdeling b \"Avdeling B\"\n"          \
    "  }\n"                                    \
    "  ramme \"Ramme\" {\n"                    \
    "    2018: 10 kr\n"                        \
    "  }\n"                                    \
    "  fordeling f \"Ramme 2018 fordelt\" {\n" \
    "    av: ramme.2018\n"                     \
    "    | avdeling   | netto |\n"             \
    "    | Avdeling A |     4 |\n"             \
    "    | Avdeling B |     6 |\n"             \
    "    | Sum        |    " sum " |\n"        \
    "  }\n"                                    \
    "}\n"

#define GOOD_PLAN  PLAN_WITH("", "10")
#define BAD_PLAN   PLAN_WITH("", "11")
#define DRAFT_PLAN PLAN_WITH("  versjon: utkast\n", "11")

#endif
