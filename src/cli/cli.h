/*
 * cli.h — what the files of the command share.  Layer: cli.
 *
 * The command knows the library by include/hplan only. Its state hangs on one Cli in main.
 */
#ifndef HPLAN_CLI_CLI_H
#define HPLAN_CLI_CLI_H

#include "hplan/hplan.h"
#include "hplan/ide.h"

#include <stdbool.h>
#include <stddef.h>

enum { EXIT_FINE = 0, EXIT_FINDINGS = 1, EXIT_NOT_DONE = 2 };

/* ---- texts.c ---- */

typedef enum TextId {
#define TEXT(id, nb, nn, en) T_##id,
#include "cli/texts.def"
#undef TEXT
    T_COUNT
} TextId;

const char *text_in(TextId id, hplan_lang lang);
/* Which it is of three texts, nb, nn and en: the first for AUTO. */
int lang_column(hplan_lang lang);
/* The language that the environment asks for; AUTO: none of ours. */
hplan_lang lang_of_environment(void);
hplan_lang lang_named(const char *name); /* AUTO: no such language */
/* The nearest of count names; NULL: none near. NULLs among the names are passed over. */
const char *nearest_name(const char *word, const char *const *names, size_t count);

/* ---- stream.c ---- */

/* Standard output or standard error, with every fault noticed. */
typedef struct Stream {
    int fd;
    int error; /* errno of the first write that failed; 0: none did */
    size_t len;
    char bytes[16 * 1024];
} Stream;

bool stream_write(void *stream, const char *bytes, size_t len); /* a hplan_write */
void stream_text(Stream *out, const char *text);
bool stream_flush(Stream *out);
/* To the last byte. False: errno says why not. */
bool write_whole(int fd, const char *bytes, size_t len);

/* A text that is being collected; a hplan_write as well. */
typedef struct Collected {
    char *bytes; /* OWNED; NULL: nothing yet */
    size_t len, cap;
} Collected;

bool collect(void *collected, const char *bytes, size_t len);
/* All of a file descriptor. False: errno says why. */
bool collect_fd(Collected *to, int fd, size_t limit);

/* Makes sure that 0, 1 and 2 are open, so that no plan and no output file takes their place; and
 * that a closed pipe or a full quota comes back as an error instead of a signal. */
void stream_prepare_process(void);

/* ---- args.c ---- */

typedef enum VerbId {
#define VERB(id, en, nb, operands, operands_en, text_nb, text_nn, text_en) VERB_##id,
#include "cli/verbs.def"
#undef VERB
    VERB_COUNT
} VerbId;

typedef enum OptionId {
#define OPTION(id, name, other, letter, value, value_en, verbs, nb, nn, en) OPT_##id,
#include "cli/options.def"
    OPT_COUNT
} OptionId;

typedef struct Args {
    VerbId verb; /* VERB_COUNT: none was given */
    const char *verb_word;
    char **operands; /* the operands, moved to the front of argv */
    int operand_count;
    bool given[OPT_COUNT];
    const char *value[OPT_COUNT];
    unsigned number[OPT_COUNT]; /* of an option that takes one; else its default */
    int choice[OPT_COUNT];      /* of an option with a choice: which; 0 where not given */
} Args;

typedef struct Cli {
    Stream out, err;
    hplan_lang lang; /* of what the command itself says */
    Args args;
    size_t threads; /* of its sessions; see crew_run */
} Cli;

/* False: told already. */
bool args_read(Cli *cli, int argc, char **argv);
VerbId verb_named(const char *word); /* VERB_COUNT: there is none */
/* That there is none, with the one that was probably meant. */
void say_unknown_verb(Cli *cli, const char *word);
/* That an option cannot have the value it was given: {0} is both of them, {1} `words`. */
void say_bad_value(Cli *cli, OptionId id, TextId text, const char *words);

typedef struct VerbRow {
    const char *name, *other;
    const char *operands[2]; /* Norwegian, English */
    const char *text[3];     /* nb, nn, en */
} VerbRow;

typedef struct OptionRow {
    const char *name, *other;
    char letter;
    const char *value[2]; /* Norwegian, English; NULL: none */
    unsigned verbs;       /* bit VerbId */
    const char *text[3];
} OptionRow;

extern const VerbRow verb_rows[VERB_COUNT];
extern const OptionRow option_rows[OPT_COUNT];
/* What an option does for these verbs, in a line. */
const char *option_text(OptionId id, unsigned verbs, hplan_lang lang);

/* ---- usage.c ---- */
void usage_all(Cli *cli, Stream *to);
void usage_verb(Cli *cli, Stream *to, VerbId verb);

/* ---- say.c: messages of the command itself, on standard error ---- */
void say(Cli *cli, TextId id, const char *a, const char *b);
void say_with_hint(Cli *cli, TextId id, const char *a, const char *b, TextId hint,
                   const char *suggestion);
void put_text(Stream *to, const char *text, const char *a, const char *b);
void say_status(Cli *cli, hplan_status status, const char *path);
const char *say_reason(const Cli *cli, int error); /* errno, as why something was not written */

/* ---- work.c: what the verbs share ---- */
#define STDIN_NAME "<stdin>" /* what a session calls the text that came in there */
/* 2000 to 2099. False: told. */
bool work_year(Cli *cli, const char *word, int *year);
/* Operands with blanks between them, where a name may be of several
 * words. OWNED; NULL: no memory. */
char *work_joined(char **words, int count);
hplan_session *work_open(Cli *cli, bool exact); /* NULL: told */
/* The bytes of a file, or of standard input for "-". False: told. */
bool work_text(Cli *cli, const char *path, Collected *text);
/* Adds an operand; what is wrong with it is told. */
hplan_status work_add(Cli *cli, hplan_session *s, const char *operand, bool folders);
/* A line for each folder of which nothing could be read; why not of the last. */
hplan_status work_tell_unread(Cli *cli, const hplan_session *s);
/* A session with one file, checked. NULL: told. */
hplan_session *work_checked(Cli *cli, const char *operand, bool exact);
/* Where to; NULL: it is to be printed, as `-o -` and none say. */
const char *work_output(const Cli *cli);

/* ---- findings.c ---- */
/* Findings and the closing line, for people, on standard error. */
hplan_status findings_show(Cli *cli, hplan_session *s);
int findings_exit_code(const Cli *cli, const hplan_session *s);
/* In a line: that the plan ({0}) has errors ({1} where there are more than one), what shows them,
 * and what that means for what was asked. The findings themselves are check's to show; among them,
 * the line would be lost. Of a plan without errors it says nothing. */
void findings_say_errors(Cli *cli, const hplan_session *s, TextId one, TextId many);
/* The same where it means that nothing is made: the exit code. That a file cannot be read is shown
 * all the same, since it may be over when check is asked. */
int findings_refused(Cli *cli, hplan_session *s, TextId one, TextId many);

/* ---- paths.c ---- */
typedef struct Paths {
    char **at; /* OWNED, and each of them */
    size_t count, cap;
    bool exhausted; /* out of memory, and told */
} Paths;

/* Puts the plans of a folder in its place among the operands, which then last as long as *paths.
 * False: told that some are missing. */
bool paths_find(Cli *cli, hplan_session *s, Paths *paths);
void paths_free(Paths *paths);

/* ---- crew.c ---- */
size_t crew_size(const Cli *cli); /* threads: as many as --jobs says, else as there are cores */
/* A hplan_crew; its context is a size_t, the number of threads. */
void crew_run(void *size, size_t count, void (*work)(void *to, size_t i), void *to);

/* ---- files.c ---- */
typedef struct OutFile {
    char *path;          /* OWNED */
    char *target, *temp; /* OWNED: where it really goes, and what it is called until it is whole */
    Collected content;
    /* Hands the content over instead, as it is made. NULL: it is `content`. */
    hplan_status (*make)(void *of, hplan_write *write, void *to);
    void *of;
    bool fresh;      /* there must be none yet */
    bool placed;     /* it is there now */
    size_t own_from; /* the folders of its path from here on were made for it; 0: none */
} OutFile;

/* Each file whole or not at all, in folders that are made. False: told, and nothing is left behind;
 * where one of the fresh ones cannot be, none of them is. */
bool files_write(Cli *cli, OutFile *files, size_t count);
/* Says of each that it is written, on standard output. */
void files_tell(Cli *cli, const OutFile *files, size_t count);
void files_free(OutFile *files, size_t count);

/* ---- deps.c ---- */
/* The rule by which `made` depends on the files that were read, into out->content; with nothing
 * made, that of out->path itself without .d. False: no memory. */
bool deps_put(OutFile *out, const hplan_session *s, const OutFile *made, size_t count);
/* The latter, as --deps asks for it. False: told. */
bool deps_write(Cli *cli, const hplan_session *s);

/* ---- keywords.c ---- */

/* The operands with their keywords in the language asked for. */
typedef struct Keywords {
    hplan_session *s; /* OWNED; NULL: none is asked for */
    size_t *files;    /* OWNED: of each operand, in the session */
    bool *sound;      /* OWNED: … without errors of form */
    hplan_edits edits;
} Keywords;

/* Reads, checks and asks; what has to stay is told. False: told. */
bool keywords_open(Cli *cli, Keywords *k);
void keywords_close(Keywords *k);
/* The text of an operand as it is and as it would be. False: no memory. */
bool keywords_put(const Keywords *k, int operand, Collected *old, Collected *to);

/* ---- template.c ---- */
typedef enum TemplateKind {
#define KIND(id, en, nb) TEMPLATE_##id,
#include "cli/templates.def"
    TEMPLATE_KINDS
} TemplateKind;

enum { TEMPLATE_FILES = 8 }; /* more than any kind has */

typedef struct TemplateWish {
    TemplateKind kind;
    hplan_lang words; /* nb, nn or en */
    int year;
    const char *place;  /* NULL: left open */
    const char *folder; /* in which the files are to lie */
} TemplateWish;

TemplateKind template_kind(const char *name); /* TEMPLATE_KINDS: none of that name */
const char *template_near(const char *name);  /* the name that may have been meant; NULL: none */
/* The files of a kind, with their contents; how many. 0: no memory. */
size_t template_make(const TemplateWish *wish, OutFile files[TEMPLATE_FILES]);

/* ---- diff.c ---- */
/* How `old` becomes `new`, as diff -u tells it. False: no memory. */
bool diff_put(Stream *to, const char *name, Collected old, Collected new);

/* ---- the verbs ---- */
int verb_check(Cli *cli);
int verb_build(Cli *cli);
int verb_diff(Cli *cli);
int verb_explain(Cli *cli);
int verb_import(Cli *cli);
int verb_fmt(Cli *cli);
int verb_new(Cli *cli);
int verb_lsp(Cli *cli);
int verb_report(Cli *cli);
int verb_roll(Cli *cli);

#endif
