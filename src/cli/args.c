/*
 * args.c — the command line.  Layer: cli.
 *
 * In: argv. Out: Args; what is wrong is told, with the nearest word that would have been right.
 * Options may stand anywhere: --name, --name=VALUE, --name VALUE, -oVALUE, -o VALUE. After -- all
 * are operands. The first operand is the verb.
 */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { SHOWN_BY_DEFAULT = 100 };

#define A_NUMBER "ANTALL" /* the value of an option that takes one */

#define FOR_ALL   (~0u)
#define FOR(verb) (1u << VERB_##verb)

const VerbRow verb_rows[VERB_COUNT] = {
#define VERB(id, en, nb, operands, operands_en, text_nb, text_nn, text_en) \
    [VERB_##id] = {en, nb, {operands, operands_en}, {text_nb, text_nn, text_en}},
#include "cli/verbs.def"
#undef VERB
};

const OptionRow option_rows[OPT_COUNT] = {
#define OPTION(id, name, other, letter, value, value_en, verbs, nb, nn, en) \
    [OPT_##id] = {name, other, letter, {value, value_en}, verbs, {nb, nn, en}},
#include "cli/options.def"
};

typedef struct OptionOf {
    OptionId id;
    unsigned verbs;
    const char *text[3];
} OptionOf;

static const OptionOf option_of[] = {
#define OPTION_OF(id, verbs, nb, nn, en) {OPT_##id, verbs, {nb, nn, en}},
#include "cli/options.def"
};

const char *option_text(OptionId id, unsigned verbs, hplan_lang lang)
{
    for (size_t i = 0; i < sizeof option_of / sizeof *option_of; i++)
        if (option_of[i].id == id && (option_of[i].verbs & verbs) == verbs)
            return option_of[i].text[lang_column(lang)];
    return option_rows[id].text[lang_column(lang)];
}

/* ---- values --------------------------------------------------------------------------------- */

static const char *value_word(const Cli *cli, OptionId id)
{
    return option_rows[id].value[cli->lang == HPLAN_LANG_EN];
}

/* Which of the words between bars; -1: none of them. */
static int choice_of(const char *words, const char *value)
{
    size_t len = strlen(value);
    for (int n = 0;; n++) {
        size_t end = strcspn(words, "|");
        if (end == len && strncmp(words, value, len) == 0)
            return n;
        if (words[end] == '\0')
            return -1;
        words += end + 1;
    }
}

void say_bad_value(Cli *cli, OptionId id, TextId text, const char *words)
{
    char shown[80];
    (void)snprintf(shown, sizeof shown, "--%s=%s", option_rows[id].name, cli->args.value[id]);
    say(cli, text, shown, words);
}

/* False: told. */
static bool read_number(Cli *cli, OptionId id, const char *value)
{
    enum { MOST = 1000000000 };
    unsigned long n = 0;
    const char *p = value;
    while (*p >= '0' && *p <= '9' && n <= MOST)
        n = n * 10 + (unsigned long)(*p++ - '0');
    if (p == value || *p != '\0' || n > MOST) {
        say_bad_value(cli, id, T_BAD_NUMBER, NULL);
        return false;
    }
    cli->args.number[id] = (unsigned)n;
    return true;
}

static bool set_value(Cli *cli, OptionId id, const char *value)
{
    const char *words = option_rows[id].value[0];
    Args *args = &cli->args;
    args->given[id] = true;
    args->value[id] = value;
    if (strcmp(words, A_NUMBER) == 0)
        return read_number(cli, id, value);
    if (strchr(words, '|') == NULL)
        return true;
    args->choice[id] = choice_of(words, value);
    if (args->choice[id] >= 0)
        return true;
    say_bad_value(cli, id, T_BAD_VALUE, words);
    return false;
}

/* ---- options -------------------------------------------------------------------------------- */

static OptionId option_named(const char *name, size_t len)
{
    for (int id = 0; id < OPT_COUNT; id++) {
        const char *const names[] = {option_rows[id].name, option_rows[id].other};
        for (int i = 0; i < 2; i++)
            if (names[i] != NULL && strlen(names[i]) == len && memcmp(names[i], name, len) == 0)
                return (OptionId)id;
    }
    return OPT_COUNT;
}

static bool unknown_option(Cli *cli, const char *arg)
{
    const char *names[2 * OPT_COUNT];
    char word[64];
    char suggestion[64];
    const char *shown = NULL;
    for (int id = 0; id < OPT_COUNT; id++) {
        names[2 * id] = option_rows[id].name;
        names[2 * id + 1] = option_rows[id].other;
    }
    size_t dashes = strspn(arg, "-");
    (void)snprintf(word, sizeof word, "%.*s", (int)strcspn(arg + dashes, "="), arg + dashes);
    const char *near = nearest_name(word, names, sizeof names / sizeof *names);
    if (near != NULL) {
        (void)snprintf(suggestion, sizeof suggestion, "--%s", near);
        shown = suggestion;
    }
    say_with_hint(cli, T_UNKNOWN_OPTION, arg, NULL, T_DID_YOU_MEAN, shown);
    return false;
}

typedef struct Reading {
    Cli *cli;
    char **argv;
    int argc, at; /* at: the argument being read */
} Reading;

/* `inner`: a value in the same argument; NULL: none. */
static bool read_value(Reading *r, OptionId id, const char *shown, const char *inner)
{
    if (option_rows[id].value[0] == NULL) {
        if (inner != NULL) {
            say(r->cli, T_TAKES_NO_VALUE, shown, NULL);
            return false;
        }
        r->cli->args.given[id] = true;
        return true;
    }
    if (inner == NULL && r->at + 1 < r->argc)
        inner = r->argv[++r->at];
    if (inner != NULL)
        return set_value(r->cli, id, inner);
    say(r->cli, T_NEEDS_VALUE, shown, value_word(r->cli, id));
    return false;
}

static bool read_long(Reading *r)
{
    const char *arg = r->argv[r->at];
    const char *name = arg + 2;
    size_t len = strcspn(name, "=");
    OptionId id = option_named(name, len);
    if (id == OPT_COUNT)
        return unknown_option(r->cli, arg);
    return read_value(r, id, arg, name[len] == '=' ? name + len + 1 : NULL);
}

static bool read_short(Reading *r)
{
    const char *arg = r->argv[r->at];
    for (const char *p = arg + 1; *p != '\0'; p++) {
        int id = 0;
        while (id < OPT_COUNT && (option_rows[id].letter == 0 || option_rows[id].letter != *p))
            id++;
        if (id == OPT_COUNT)
            return unknown_option(r->cli, arg);
        bool takes = option_rows[id].value[0] != NULL;
        if (!read_value(r, (OptionId)id, arg, takes && p[1] != '\0' ? p + 1 : NULL))
            return false;
        if (takes)
            return true;
    }
    return true;
}

/* ---- verbs ---------------------------------------------------------------------------------- */

VerbId verb_named(const char *word)
{
    for (int id = 0; id < VERB_COUNT; id++)
        if (strcmp(word, verb_rows[id].name) == 0 || strcmp(word, verb_rows[id].other) == 0)
            return (VerbId)id;
    return VERB_COUNT;
}

void say_unknown_verb(Cli *cli, const char *word)
{
    const char *names[2 * VERB_COUNT];
    struct stat st;
    for (int id = 0; id < VERB_COUNT; id++) {
        names[2 * id] = verb_rows[id].name;
        names[2 * id + 1] = verb_rows[id].other;
    }
    const char *near = nearest_name(word, names, sizeof names / sizeof *names);
    bool path = near == NULL && stat(word, &st) == 0;
    say_with_hint(cli, T_UNKNOWN_VERB, word, NULL, path ? T_CHECK_IT : T_DID_YOU_MEAN,
                  path ? word : near);
}

static bool for_this_verb(Cli *cli)
{
    const Args *args = &cli->args;
    char shown[64];
    for (int id = 0; args->verb != VERB_COUNT && id < OPT_COUNT; id++) {
        if (!args->given[id] || (option_rows[id].verbs & (1u << args->verb)) != 0)
            continue;
        (void)snprintf(shown, sizeof shown, "--%s", option_rows[id].name);
        say(cli, T_NOT_FOR_VERB, shown, args->verb_word);
        return false;
    }
    return true;
}

/* The first «-» takes all that comes in. False: told. */
static bool stdin_is_read_once(Cli *cli)
{
    int dashes = 0;
    for (int i = 0; i < cli->args.operand_count; i++)
        dashes += strcmp(cli->args.operands[i], "-") == 0;
    if (dashes > 1)
        say(cli, T_STDIN_ONCE, NULL, NULL);
    return dashes <= 1;
}

/* Whatever stands before it, --lang says in which language to complain. */
static void find_lang(Cli *cli, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        const char *value = NULL;
        // NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): NULL is argv[argc] only
        size_t len = strncmp(argv[i], "--", 2) == 0 ? strcspn(argv[i] + 2, "=") : 0;
        if (len > 0 && option_named(argv[i] + 2, len) == OPT_LANG)
            value = argv[i][2 + len] == '=' ? argv[i] + 3 + len : argv[i + 1];
        hplan_lang lang = value == NULL ? HPLAN_LANG_AUTO : lang_named(value);
        if (lang != HPLAN_LANG_AUTO)
            cli->lang = lang;
    }
}

bool args_read(Cli *cli, int argc, char **argv)
{
    Reading r = {cli, argv, argc, 1};
    Args *args = &cli->args;
    bool only_operands = false;
    args->verb = VERB_COUNT;
    args->operands = argv;
    args->number[OPT_MAX] = SHOWN_BY_DEFAULT;
    find_lang(cli, argc, argv);
    for (; r.at < argc; r.at++) {
        char *arg = argv[r.at];
        bool option = !only_operands && arg[0] == '-' && arg[1] != '\0';
        if (option && strcmp(arg, "--") == 0) {
            only_operands = true;
        } else if (option) {
            if (!(arg[1] == '-' ? read_long(&r) : read_short(&r)))
                return false;
        } else if (args->verb_word == NULL) {
            args->verb_word = arg;
            args->verb = verb_named(arg);
        } else {
            argv[args->operand_count++] = arg;
        }
    }
    if (args->verb_word == NULL || args->verb != VERB_COUNT)
        return for_this_verb(cli) && stdin_is_read_once(cli);
    say_unknown_verb(cli, args->verb_word);
    return false;
}
