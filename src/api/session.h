/*
 * session.h — what a session holds.  Layer: api, and private to it.
 *
 * The session's own arena keeps what lives as long as the session: texts, trees, findings. A root's
 * model lives in an arena of its own, which the next root's model takes over.
 */
#ifndef HPLAN_API_SESSION_H
#define HPLAN_API_SESSION_H

#include "check/coverage.h"
#include "hplan/hplan.h"
#include "model/model.h"

/* A `bruk` statement and the file that it leads to. */
typedef struct Use {
    NodeRef node;
    FileId target; /* FILE_NONE: to no file, and a finding says why, or to a catalogue */
    bool in_body;  /* spliced there; else taken in beside the file, as profiles are anywhere */
} Use;

/* What the session knows of a file; by FileId. */
typedef struct File {
    Tree *tree;      /* NULL: not parsed where only links are asked for */
    Str folder;      /* canonical; where the paths in it start */
    Str project;     /* the canonical folder outside which nothing is read */
    bool settled;    /* there is a prosjekt.hplan in it */
    DiagSink sink;   /* what parsing and looking for other files had to say */
    VEC(Use) uses;   /* in order of the source */
    uint32_t cursor; /* into uses: the model asks in the same order */
    Span part_span;  /* of its `del av` statement; none where it has none */
    FileId part_of;  /* the file that it names; FILE_NONE: none, or not to be had */
    bool followed;   /* uses are filled in, and their files are read */
    bool on_disk;    /* its path is that of a file of the machine */
    bool lost;       /* it, or what it is part of, could not be read: a model would mislead */
    bool lacks;      /* a file that it takes in cannot be had */
    bool taken;      /* some `bruk` leads to it */
    uint8_t state;   /* in the walk from a root: FileState */
    uint32_t input;  /* in the walk: its place among the inputs */
} File;

typedef enum FileState { FILE_NEW, FILE_OPEN, FILE_DONE } FileState;

/* A file that the caller named, or that was found in a folder that he named. */
typedef struct Given {
    FileId file;
    bool from_folder;
} Given;

/* A file that was found in a folder, for the crew. Where it lies is asked for once, for all the
 * sessions that read it: that costs as much as the check of a small plan. */
typedef struct Found {
    Str name;    /* as it is shown */
    Str path;    /* canonical; empty: nobody has asked yet, or it is not to be had */
    Str project; /* as in File */
    bool settled;
} Found;

/* A folder below a named one that could not be read. */
typedef struct Unread {
    const char *path; /* as shown */
    hplan_status why;
} Unread;

typedef enum Counted {
    COUNT_BREAKDOWN,
    COUNT_SUM,
    COUNT_CHAIN,
    COUNT_EQUATION,
    COUNT_CLAIM,
    COUNT_REFERENCE,
    COUNT_CODE,
    COUNT_OWN_CODE, /* of a catalogue that the plan declares for itself */
    COUNT_RULE,
    COUNT_KINDS
} Counted;

/* A document that nobody takes in, and what its check came to. */
typedef struct Root {
    FileId file;
    bool away;  /* checked in a session of its own: there is no model of it here */
    bool asked; /* named by the caller, itself or one of its parts; not just found in a folder */
    bool lost;  /* some file of it could not be read: it is not published */
    bool draft;
    int year;        /* by which its codes were judged; 0: unknown */
    hplan_lang lang; /* its `språk`; AUTO: it states none */
    uint32_t findings[SEV_ERROR + 1];
    uint32_t known; /* faults named by `kjent feil` */
    uint32_t proofs[COUNT_KINDS];
    CoverCounts cover;
    VEC(FileId) files; /* that it is made up of, itself first */
} Root;

typedef VEC(ModelInput) Inputs;
typedef VEC(Str) Names;
typedef VEC(Found) FoundFiles;

/* What is kept of a session that checked some roots for another one. */
typedef struct Outcome {
    hplan_status status;
    Arena arena;        /* of all below */
    Source *files;      /* by FileId of that session; with the lines that findings need */
    uint32_t file_count;
    VEC(Diag *) findings;
    VEC(Root) roots;
    CoverFigures figures;
} Outcome;

struct hplan_session {
    MemPolicy policy;
    bool broken; /* memory ran out: nothing in here can be relied on */
    bool checked;
    bool links_only; /* nothing is asked but which files a file names: see survey.c */
    hplan_options options;
    const hplan_host *host;
    char *held;  /* OWNED by the host: a block being taken over; so none leaks if memory runs out */
    char *names; /* OWNED, malloc: entries of a folder, each with its NUL */
    size_t names_len, names_cap;

    Arena arena;
    Arena model_arena, scratch;
    Arena format_arena; /* of the text last formatted */
    SourceSet sources;
    VEC(File *) files;  /* by FileId */
    VEC(char *) blocks; /* OWNED by the host: the texts of the files */
    VEC(Given) given;
    FoundFiles found; /* in folders, for the crew */
    VEC(Unread) unread;
    Outcome *outcomes; /* of the crew's batches; their arenas are freed with the session */
    uint32_t outcome_count;
    VEC(Root) roots;
    DiagSink sink; /* all findings, sorted, each once */
    Lang lang;     /* of messages, once checked */
    Catalogues catalogues;
    Model *model; /* of the root below, or NULL */
    FileId model_of;
    VEC(Root *) strays; /* parts that nobody takes in, of which an editor asks nevertheless */
    DiagSink *suggested; /* of loose figures in `model`; NULL: not looked for */
    VEC(const Diag *) shown; /* the findings, once the first is asked for piece by piece */
    CoverFigures figures; /* of all roots, where options.coverage asks for them */
};

/* What a call begins with, once its variables are declared. */
#define ENTER(s)                                   \
    do {                                           \
        if ((s)->broken)                           \
            return HPLAN_NOMEM;                    \
        if (setjmp((s)->policy.on_failure) != 0) { \
            (s)->broken = true;                    \
            return HPLAN_NOMEM;                    \
        }                                          \
    } while (0)

/* ---- session.c ---- */
/* A text in its one form, until the next one is asked for. False: it has to stay as it is. */
bool session_format(hplan_session *s, const char *bytes, size_t len, Buf *out);
/* The language that is asked for, where no plan has a say in it. */
Lang session_asked_lang(const hplan_session *s);

/* ---- skeleton.c ---- */
/* The only plan that a file itself declares; 0: there is none, or more. */
DeclId only_plan(const Model *m, FileId file);

/* ---- load.c: from a path to a tree ---- */

/* FILE_NONE and a status where the file cannot be had. `name` is how messages call it. */
hplan_status load_named(hplan_session *s, Str name, FileId *out);
/* Fills in where a file lies; `before` may be one that lies in the same folder. */
hplan_status load_place(hplan_session *s, Found *file, const Found *before);
/* The same of a file found in a folder: that it cannot be read is a finding about it, and the
 * others are checked all the same. Never but HPLAN_OK or HPLAN_NOMEM. */
hplan_status load_found(hplan_session *s, const Found *found, FileId *out);
FileId load_bytes(hplan_session *s, Str name, const char *bytes, size_t len);
/* A text that the session is to know, without a tree yet. */
File *load_new(hplan_session *s, Str name, Str path, Str text, FileId *out);
/* The canonical name of the folder in which a path lies; the file itself need not exist. */
hplan_status load_folder_of(hplan_session *s, Str path, Str *out);
/* The prosjekt.hplan of a file's project; FILE_NONE: there is none. */
FileId load_settings(hplan_session *s, FileId file);
Str load_settings_path(hplan_session *s, const File *file); /* empty: there is none */
/* Reads what a file says about other files, and then those. Once. */
void load_follow(hplan_session *s, FileId file);
static inline File *load_file(const hplan_session *s, FileId file)
{
    return s->files.at[file];
}

/* ---- links.c ---- */

/* False: no statement of this text names a file. */
bool links_possible(Arena *scratch, Str text);

/* ---- closure.c: which files make up a root ---- */

#define INCLUDE_MAX_DEPTH 200

/* From a part to the file it is part of, and on. */
FileId closure_climb(hplan_session *s, FileId file);
/* Whether all of a root is there; what is lacking costs the names in it and no more. */
typedef enum Closure { CLOSURE_WHOLE, CLOSURE_LACKING, CLOSURE_LOST } Closure;
/* All files that a root takes in, itself first; findings of theirs go to the sink. */
Closure closure_walk(hplan_session *s, FileId root, Inputs *inputs, DiagSink *sink);
FileId closure_target(void *session, FileId from, NodeRef statement); /* for ModelIncludes */

/* ---- folder.c ---- */
/* The plans in a folder and below it, each by its name as it is shown. */
hplan_status folder_plans(hplan_session *s, Str path, Names *plans);
hplan_status folder_add(hplan_session *s, Str path);
/* Adds a file that was found in a folder. */
hplan_status folder_add_plan(hplan_session *s, const Found *plan);
/* The names in a folder, sorted, in the session's arena. */
hplan_status folder_names(hplan_session *s, Str path, Names *out);

/* ---- roots.c: what is checked, and checking it ---- */
void roots_find(hplan_session *s);
/* Is the file one of those that make up a root? */
bool roots_reads(hplan_session *s, FileId root, FileId file);
void roots_check(hplan_session *s);
/* The model of a root, checked, until another root's is asked for; NULL where the root is lost. */
Model *roots_model(hplan_session *s, size_t root);
/* The same for who wants to look around in what is there: also of a root that is lost. */
Model *roots_model_as_is(hplan_session *s, const Root *root);
/* Can something be made of the plan of a root: was it checked here, and is it sound or a draft? */
hplan_status roots_usable(const hplan_session *s, size_t root);

/* Findings of all roots in order, and the language to tell them in. */
void roots_settle(hplan_session *s);

/* ---- survey.c, outcome.c, many.c: the roots in folders, each in a session of its own ---- */
/* How the found files hang together, cut into batches: each is the numbers of the files that a
 * session of its own has to be given, a root and its parts. */
typedef VEC(uint32_t) Batch;
typedef VEC(Batch) Batches;
hplan_status survey(hplan_session *s, Batches *batches);
/* Takes from a session that has checked what another one is to tell. */
hplan_status outcome_take(hplan_session *from, Outcome *out);
void outcome_merge(hplan_session *s, Outcome *from);
hplan_status many_check(hplan_session *s);
/* A session like s, for a part of its work; NULL: no memory. */
hplan_session *many_open(const hplan_session *s);

/* ---- texts.c ---- */
typedef enum ToldId {
#define TEXT(id, nb, nn, en) TOLD_##id,
#include "api/texts.def"
#undef TEXT
    TOLD_COUNT
} ToldId;

const char *told_text(ToldId id, Lang lang);

/* ---- coverage.c ---- */
void coverage_put(Buf *out, hplan_session *s, hplan_form form, uint32_t max);
uint32_t coverage_total(const CoverCounts *counts);
unsigned coverage_percent(uint32_t part, uint32_t total);

/* ---- summary.c, explain.c, explain_word.c, dump.c ---- */
void summary_put(Buf *out, const hplan_session *s, const Root *root);
void summary_count(Root *root, const Model *m);
void dump_stage(Buf *out, hplan_session *s, hplan_stage stage);
/* Where the figure comes from; false where the path names none (*out then says why). */
bool explain_figure(Buf *out, hplan_session *s, Model *m, Str path);
/* The same of a figure that is at hand: its value, where it stands, and the story. */
void explain_story(Buf *out, hplan_session *s, Model *m, FigRef figure);
/* What a word of the language is for, and what may stand in it; false: it is none. */
bool explain_word(Buf *out, Arena *scratch, Str word, Lang lang);
/* The word that was probably meant by one that is none; empty: none is near. */
Str word_meant(Arena *scratch, Str word);

#endif
