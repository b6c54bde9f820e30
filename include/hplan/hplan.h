/*
 * hplan.h — libhplan: checking and publishing .hplan files.  Layer: public.
 *
 * In: paths, or bytes with a name. Out: findings and published documents, in pieces, to a function
 * of the caller's. A session holds everything, so several may run side by side, each in one thread
 * at a time. The library prints nothing, never ends the process, and reads no file but through the
 * session's host.
 *
 *     hplan_options options = {.fallback = HPLAN_LANG_NB};
 *     hplan_session *s = hplan_session_open(&options);
 *     hplan_status status = hplan_file_add(s, "plan.hplan");
 *     if (status == HPLAN_OK)
 *         status = hplan_session_check(s);
 *     if (status == HPLAN_OK && hplan_finding_count(s, HPLAN_ERROR) == 0)
 *         status = hplan_report_write(s, 0, "md", put, stdout);
 *     hplan_session_close(s);
 *
 * What is wrong in a plan is a finding, and the call that met it still gives HPLAN_OK. Any other
 * status says that the call could not do its work. Calls that take a session give HPLAN_NOMEM when
 * memory runs out; after that the session can only be closed.
 *
 * Texts are UTF-8. The session copies what it is given, unless something else is said, and what it
 * gives lives until it is closed.
 */
#ifndef HPLAN_HPLAN_H
#define HPLAN_HPLAN_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define HPLAN_VERSION "0.1.0"

typedef struct hplan_session hplan_session;

typedef enum hplan_status {
    HPLAN_OK,
    HPLAN_NOMEM,
    /* about a path */
    HPLAN_MISSING,     /* there is no such file */
    HPLAN_FOLDER,      /* it is a folder */
    HPLAN_DENIED,      /* reading it is not permitted */
    HPLAN_NOT_REGULAR, /* a device, a pipe, a socket */
    HPLAN_TOO_LARGE,   /* more than a gibibyte */
    HPLAN_UNREADABLE,  /* reading failed in another way */
    HPLAN_NO_PLANS,    /* a folder without any .hplan file */
    HPLAN_TOO_DEEP,    /* a folder with folders within folders, 200 deep and more */
    /* about a call */
    HPLAN_NOT_WRITTEN, /* the caller's hplan_write said no */
    HPLAN_UNKNOWN,     /* there is no such code, format, form, stage, figure or root */
    HPLAN_NO_TIME,     /* what is said for a time is none, or not one that is asked for */
    HPLAN_REFUSED,     /* the plan has errors that stand in the way */
    HPLAN_MISUSE       /* called at a wrong time, such as before hplan_session_check */
} hplan_status;

typedef enum hplan_lang {
    HPLAN_LANG_AUTO, /* the `språk` of the plan, else the fallback */
    HPLAN_LANG_NB,
    HPLAN_LANG_NN,
    HPLAN_LANG_EN
} hplan_lang;

typedef enum hplan_severity { HPLAN_NOTE, HPLAN_WARNING, HPLAN_ERROR } hplan_severity;

/* Takes the next bytes of a text; false: it wants no more, and the call gives HPLAN_NOT_WRITTEN. It
 * must return, and not call the session. */
typedef bool hplan_write(void *context, const char *bytes, size_t len);

/* ---- the host: how files are reached -------------------------------------------------------- */

typedef enum hplan_path_kind {
    HPLAN_PATH_MISSING,
    HPLAN_PATH_FILE,
    HPLAN_PATH_FOLDER,
    HPLAN_PATH_OTHER
} hplan_path_kind;

/* Names of a folder's entries, without "." and "..", in any order. */
typedef void hplan_entry(void *context, const char *name);

/* Every function gives HPLAN_OK, HPLAN_NOMEM or one of the statuses about a path. It must return:
 * jumping out of it breaks the session. Blocks that it gives are handed back to release. */
typedef struct hplan_host {
    void *context;
    /* The whole of a file. Two NUL bytes must follow the last one; len does not count them. */
    hplan_status (*read)(void *context, const char *path, char **bytes, size_t *len);
    /* The one absolute name of a file or folder that exists, links resolved; NUL-terminated. */
    hplan_status (*canonical)(void *context, const char *path, char **name);
    hplan_path_kind (*kind)(void *context, const char *path); /* a link is not followed */
    hplan_status (*list)(void *context, const char *folder, hplan_entry *entry, void *to);
    void (*release)(void *context, char *block);
} hplan_host;

/* The files of this machine. Its blocks are malloc's, so that a host of the caller's own can pass
 * them on and release them with its own. */
const hplan_host *hplan_host_files(void);

/* ---- sessions ------------------------------------------------------------------------------- */

/* Calls work(to, i) once for each i below count, in any order and on as many threads as it likes,
 * and returns when all calls have. */
typedef void hplan_crew(void *context, size_t count, void (*work)(void *to, size_t i), void *to);

typedef struct hplan_options {
    hplan_lang lang;        /* of messages; published documents follow the plan's own `språk` */
    hplan_lang fallback;    /* where lang is AUTO and the plan says nothing; AUTO: bokmål */
    bool exact;             /* judge rounded figures as if they were exact */
    bool wide;              /* hplan_format leaves a body on its one line, however long that is */
    bool coverage;          /* for hplan_coverage_write; adds notes about loose figures in prose */
    const hplan_host *host; /* borrowed until the session is closed; NULL: hplan_host_files() */
    long allocations;       /* for tests: how many blocks the session may take; 0: no limit */
    /* For many plans: each root found in a folder is read and checked in a session of its own, on
     * the threads of the crew, and only its findings are kept. So memory grows with the largest
     * root and not with the folder, and the order of the findings is still the same. The host must
     * bear calls from several threads (hplan_host_files() does). Such roots are checked and
     * counted, but not published or dumped. NULL: all in this session, one by one. */
    hplan_crew *crew;
    void *crew_context;
} hplan_options;

const char *hplan_version(void);
/* NULL where memory runs out. options: NULL for all defaults. */
hplan_session *hplan_session_open(const hplan_options *options);
void hplan_session_close(hplan_session *s); /* NULL is allowed */

/* ---- what is to be checked ------------------------------------------------------------------ */

/* All files first, then hplan_session_check. A file that is `del av` another one stands for that;
 * the files taken in by `bruk` follow by themselves. The project is the nearest folder upwards
 * with a prosjekt.hplan, else with a .git, else the file's own; nothing outside it is read. */
hplan_status hplan_file_add(hplan_session *s, const char *path);
/* Every *.hplan in the folder and below it, but for hidden ones; roots are those that no other
 * one takes in. */
hplan_status hplan_folder_add(hplan_session *s, const char *path);
/* The same files, handed to `plan` one by one and not added. */
hplan_status hplan_folder_list(hplan_session *s, const char *path, hplan_entry *plan, void *to);
/* The folders below one that was added or listed that could not be read, from 0, and why; NULL: no
 * more. What is in the others is checked. */
const char *hplan_folder_unread(const hplan_session *s, size_t i, hplan_status *why);
/* A text that has no file. Its name is shown in messages; what it takes in is looked for as if
 * it lay in the current folder under that name. */
hplan_status hplan_bytes_add(hplan_session *s, const char *name, const char *bytes, size_t len);

/* Loads, builds and checks root by root; once, after which nothing more can be added. */
hplan_status hplan_session_check(hplan_session *s);

/* The language of the messages: after the check never AUTO. */
hplan_lang hplan_session_lang(const hplan_session *s);

/* ---- roots: the documents that were checked ------------------------------------------------- */

size_t hplan_root_count(const hplan_session *s);
const char *hplan_root_name(const hplan_session *s, size_t root); /* NULL: no such root */
bool hplan_root_is_draft(const hplan_session *s, size_t root);
/* Could some file of it not be read? Nothing is made of such a root, and its findings say which. */
bool hplan_root_is_lost(const hplan_session *s, size_t root);
/* The findings made while this root was checked; a file of two roots counts in both. */
size_t hplan_root_findings(const hplan_session *s, size_t root, hplan_severity severity);
/* One line that says what was checked and held; for a root without errors and warnings. */
hplan_status hplan_root_summary(hplan_session *s, size_t root, hplan_write *write, void *to);

/* ---- findings ------------------------------------------------------------------------------- */

typedef enum hplan_form {
    HPLAN_FORM_TEXT,  /* for people, with the line shown and marked */
    HPLAN_FORM_JSON,  /* an object a line */
    HPLAN_FORM_SARIF, /* SARIF 2.1.0 */
    HPLAN_FORM_GITHUB /* annotations of GitHub Actions */
} hplan_form;

typedef struct hplan_look { /* of HPLAN_FORM_TEXT; the others give everything */
    bool color;
    bool known;   /* show also the faults that a plan itself names as known */
    unsigned max; /* how many findings are shown; the rest is counted. 0: all */
} hplan_look;

/* Each finding once, sorted by file, place and code. */
size_t hplan_finding_count(const hplan_session *s, hplan_severity severity);
hplan_status hplan_findings_write(hplan_session *s, hplan_form form, const hplan_look *look,
                                  hplan_write *write, void *to);

/* How far the figures are proven: a table of the files, and the unproven ones, up to look->max; as
 * JSON every figure, an object a line. The other forms have nothing to say of it. HPLAN_MISUSE
 * where the session was opened without `coverage`. */
hplan_status hplan_coverage_write(hplan_session *s, hplan_form form, const hplan_look *look,
                                  hplan_write *write, void *to);

/* ---- publishing ----------------------------------------------------------------------------- */

/* The formats, from 0; NULL where there are no more. */
const char *hplan_format_name(size_t n);                /* "md": also accepted by name */
const char *hplan_format_extension(const char *format); /* NULL: no such format */

/* Publishes a root, a draft even where it has errors. The same input gives the same bytes, in
 * pieces as they are made: where memory runs out, some of them may have been written already.
 *
 * HPLAN_UNKNOWN: no such root or format.
 * HPLAN_REFUSED: the root has errors and is no draft. */
hplan_status hplan_report_write(hplan_session *s, size_t root, const char *format,
                                hplan_write *write, void *to);

/* ---- from year to year ---------------------------------------------------------------------- */

/* Writes the report that answers a plan, still to be filled in. It repeats each goal, measure,
 * indicator and decision in the plan's own keywords, with what is to be filled in as comments, and
 * the budget's tables with a blank column for the accounts. As it stands it has no findings but
 * HP7002, which names what is not answered yet.
 *
 * path   the file that the report is to be saved as, so that it finds the plan from there; its
 *        folder must exist. NULL: a file in the current folder. Nothing is saved here.
 * year   of the report; 0: the plan's own.
 * as_of  how far into the year the report goes, as it would stand behind `per`: "31.8.2026",
 *        "2. tertial 2026", or "2. tertial" of that year. What is not due in the year is then left
 *        out, and forecasts are asked for. NULL: the whole year.
 *
 * HPLAN_NO_TIME: as_of is no such part of the year.
 * HPLAN_UNKNOWN: the root is not one plan that has a name or a title.
 * HPLAN_REFUSED: the root has errors and is no draft.
 * HPLAN_UNREADABLE: the plan cannot be read from `path`, which is in another project, or not at all
 * any more.
 * A status about a path: the folder of `path` cannot be used. */
hplan_status hplan_skeleton_write(hplan_session *s, size_t root, const char *path, int year,
                                  const char *as_of, hplan_write *write, void *to);

typedef struct hplan_rolled_file {
    const char *path;  /* where it is to be saved */
    const char *bytes; /* formatted as by hplan_format */
    size_t len;
} hplan_rolled_file;

/* A line of the new plan that somebody has to look at. */
typedef struct hplan_rolled_line {
    size_t file;      /* index into hplan_rolled.files */
    unsigned line;    /* from 1 */
    bool fill_in;     /* a comment that says what to do; else a line that names the old year */
    const char *text; /* of such a comment what it says, else the line */
    bool again;       /* an earlier line has the same text */
    size_t next;      /* the next line with the same text; 0: there is none */
} hplan_rolled_line;

typedef struct hplan_rolled {
    int from, to;                   /* the years of the old plan and of the new one */
    const hplan_rolled_file *files; /* the plan, then its parts */
    size_t file_count;
    const hplan_rolled_line *lines; /* in the order of the files */
    size_t line_count;
    size_t carried, left_out; /* how many measures, investments and decisions */
} hplan_rolled;

/* Makes next year's plan of the plan of a root, or of the plan that a root answers as a report. The
 * text stays as it is written, but year, period, name and title move on, tables get a column for
 * the new year, and comments say what is to be filled in or looked at. The new plan is a draft. Of
 * a report its results come along, and what it has added, as comments. What is finished is left
 * out, unless figures of the plan would be errors without it.
 *
 * path  what the new plan's file is to be called, in a folder that exists; its parts lie about it
 *       as those of the old plan do. NULL: it has no name. Nothing is saved here.
 * year  of the new plan; 0: the one after the old plan's.
 * out   lives as long as the session.
 *
 * HPLAN_UNKNOWN: there is not just one plan (out->from is 0), or the new year is not after its own.
 * HPLAN_REFUSED: the root has errors and is no draft, or one of its files cannot be formatted.
 * A status about a path: the folder of `path` cannot be used. */
hplan_status hplan_roll(hplan_session *s, size_t root, const char *path, int year,
                        hplan_rolled *out);

/* ---- formatting ----------------------------------------------------------------------------- */

/* Writes the text of a file in its one form. The session may be checked or not, and learns nothing
 * of the text.
 *
 * HPLAN_REFUSED: the text has to stay as it is, since its braces or quotation marks do not balance
 * or it is no text (hplanc check says where). Nothing is written. */
hplan_status hplan_format(hplan_session *s, const char *bytes, size_t len, hplan_write *write,
                          void *to);

/* ---- from other programs -------------------------------------------------------------------- */

/* Called for each cell that stands in a column of figures and cannot be read as one. Line and cell
 * count from 1; the text does not end in NUL, and is good during the call only. */
typedef void hplan_unread(void *context, size_t line, size_t cell, const char *text, size_t len);

typedef struct hplan_csv_sinks {
    hplan_write *write; /* takes the table */
    void *write_to;
    hplan_unread *unread; /* NULL: nobody asks */
    void *unread_to;
} hplan_csv_sinks;

typedef enum hplan_csv_fault {
    HPLAN_CSV_FINE,
    HPLAN_CSV_EMPTY,
    HPLAN_CSV_NOT_TEXT,
    HPLAN_CSV_OPEN_QUOTE,     /* nothing closes the quotation mark of this line */
    HPLAN_CSV_TOO_MANY_CELLS, /* a row has more cells than there are heads */
    HPLAN_CSV_TOO_WIDE,       /* more than 10 000 columns */
    HPLAN_CSV_TOO_LONG,       /* a row longer than a line may be */
    HPLAN_CSV_TOO_SPARSE      /* its short rows lack more than a million cells */
} hplan_csv_fault;

typedef struct hplan_csv_trouble {
    hplan_csv_fault fault;
    size_t line; /* from 1; 0: of no line */
} hplan_csv_trouble;

/* Writes a sheet that was saved as CSV or TSV as a `tabell` in its one form. The first row has the
 * heads; rows above it with one cell say what the sheet is. Bytes are UTF-8, UTF-16 with a byte
 * order mark, or Windows-1252; cells are parted by semicolons, by tabs or, where there are none, by
 * commas. The session may be checked or not, and learns nothing of the sheet.
 *
 * title  of the table, where the sheet says none itself; NULL: it has none.
 *
 * HPLAN_REFUSED: the bytes are no such sheet. *trouble says why, and nothing is written. */
hplan_status hplan_import_csv(hplan_session *s, const char *title, const char *bytes, size_t len,
                              const hplan_csv_sinks *sinks, hplan_csv_trouble *trouble);

/* ---- from one plan to another ---------------------------------------------------------------- */

/* Writes what has changed from the only root of one session to the only root of another, both
 * checked: two versions of a plan, or the plans of two years. Errors in a plan do not stand in the
 * way.
 *
 * form     HPLAN_FORM_TEXT: for people, in the language of the newer session, and nothing at all
 *          where nothing has changed. HPLAN_FORM_JSON: one object in either case.
 * changes  how many there are.
 *
 * HPLAN_REFUSED: a file of either root could not be read.
 * HPLAN_NOMEM: from now on both sessions can only be closed. */
hplan_status hplan_diff_write(hplan_session *older, hplan_session *newer, hplan_form form,
                              hplan_write *write, void *to, size_t *changes);

/* ---- asking --------------------------------------------------------------------------------- */

/* The story of a code ("HP4001", or its short name). */
hplan_status hplan_code_explain(hplan_session *s, const char *code, hplan_write *write, void *to);
/* What a word of the language is for, and what may stand in it: "tiltak", "frist". */
hplan_status hplan_word_explain(hplan_session *s, const char *word, hplan_write *write, void *to);
/* The word that was probably meant by one that the language does not have; NULL: none is near it.
 * It stays until the session is closed. */
hplan_status hplan_word_meant(hplan_session *s, const char *word, const char **meant);
/* Where a figure of the only root comes from: "ramme.2018". With HPLAN_UNKNOWN what was written
 * says why. HPLAN_MISUSE where there are more roots, or none. */
hplan_status hplan_figure_explain(hplan_session *s, const char *path, hplan_write *write, void *to);

/* One stage of the way through the compiler, for those who work on it. */
typedef enum hplan_stage {
    HPLAN_STAGE_TOKENS,
    HPLAN_STAGE_TREE,
    HPLAN_STAGE_MODEL,
    HPLAN_STAGE_CHECKS,
    HPLAN_STAGE_REPORT,
    HPLAN_STAGE_MARKS /* what each word was read as */
} hplan_stage;

hplan_status hplan_stage_dump(hplan_session *s, hplan_stage stage, hplan_write *write, void *to);

#ifdef __cplusplus
}
#endif

#endif
