/*
 * report.h — what is to be published, before it has a format.  Layer: report.
 *
 * report_build turns the checked model into a tree of blocks in reading order (headings, prose,
 * lists, tables, charts, fields, notes) for formats that people read; for those that machines read,
 * records.h tells the same plan as records. A writer prints one of them and needs no model.
 *
 * Nothing here holds markup but Prose, which is CommonMark as its author wrote it; every other
 * text is plain, and the writer escapes it.
 */
#ifndef HPLAN_REPORT_REPORT_H
#define HPLAN_REPORT_REPORT_H

#include "model/model.h"

/* --- text ------------------------------------------------------------------------------------ */

/* Where a link leads: "#anchor" of a thing that is printed, or an address. Empty: the thing is
 * not printed, and the link is its text alone. */
typedef struct Target {
    Str url;
} Target;

typedef enum RunStyle { RUN_PLAIN, RUN_STRONG, RUN_EMPHASIS } RunStyle;

typedef struct Run {
    Str text;
    const Target *to; /* NULL: no link */
    uint8_t style;    /* RunStyle */
} Run;

typedef VEC(Run) Runs;

typedef struct ProseLink {
    Str written; /* the destination as in the source: "mål:økonomi" */
    const Target *to;
} ProseLink;

/* A text block. In `source` a live figure is its number between two private characters, so that
 * it is put in after the Markdown has been parsed and can never be read as markup. */
#define PROSE_FIGURE_OPEN  "\xEE\x80\x80" /* U+E000 */
#define PROSE_FIGURE_CLOSE "\xEE\x80\x81" /* U+E001 */

typedef struct Prose {
    Str source;
    VEC(Str) figures; /* as printed, by number */
    VEC(ProseLink) links;
    VEC(Str) headings; /* anchors of the headings in it, in order */
    uint8_t level;     /* of the heading it stands under: its own are below that */
} Prose;

/* --- blocks ---------------------------------------------------------------------------------- */

typedef struct Field {
    Str label;
    Runs value;
} Field;

typedef VEC(Field) Fields;

typedef enum GridRole { GRID_PLAIN, GRID_GROUP, GRID_SUBTOTAL, GRID_SUM, GRID_OF_WHICH } GridRole;

/* What is printed of a value. All but the text is the maker's: by it a table settles whether its
 * heads or its figures name the unit. */
typedef struct Shown {
    Runs runs;         /* with unit and remark */
    uint32_t bare_len; /* how much of the first is a figure without its unit; 0: it is none */
    UnitId unit;
    bool figure : 1;     /* a figure, or what stands for one: ikke målt, - */
    bool number : 1;     /* a figure indeed */
    bool unit_given : 1; /* the author wrote the unit here */
    bool digits : 1;     /* the bare figure is digits, blanks, a comma and a sign: no markup */
} Shown;

/* Is such a figure all of it? */
static inline bool shown_is_digits(const Shown *s)
{
    return s->digits && s->runs.len == 1 && s->runs.at[0].text.len == s->bare_len;
}

/* Where heads are two rows deep, `head` is still all that it says, for a format with one row. */
typedef struct GridColumn {
    Str head;
    Str upper, lower; /* "Oppegård" over "2016"; neighbours share an upper one. Empty: one head */
    bool number;      /* figures: set to the right */
} GridColumn;

typedef struct GridRow {
    uint8_t role; /* GridRole */
    bool linked;  /* something links to the anchor */
    DeclId decl;  /* the thing that it prints; 0: none */
    Str anchor;
    Shown *cells; /* one a column; of a GRID_GROUP the heading is the first */
} GridRow;

typedef struct Grid {
    VEC(GridColumn) cols; /* the first one's cells are heads of their rows */
    VEC(GridRow) rows;
    Shown *cells; /* of all rows */
    Str unit;     /* of all figures, to stand behind the caption; empty: said elsewhere, or none */
} Grid;

/* A figure as a bar from one place to another on the scale that all bars of its chart have. */
enum { CHART_WIDTH = 1000 };

typedef struct ChartBar {
    Str label; /* of its column, or of its row where a row has one figure */
    Str text;  /* the figure with its unit */
    uint16_t from, to; /* 0 … CHART_WIDTH */
} ChartBar;

typedef struct ChartRow {
    Str label; /* empty: its bars have all there is to say */
    VEC(ChartBar) bars; /* none: the label is a heading over rows */
} ChartRow;

/* What stands beside a scale or under a line of time, and where. */
typedef struct ChartName {
    Str text;
    uint16_t at; /* 0 … CHART_WIDTH */
    bool wide;   /* only where the chart is wide is there room for it */
} ChartName;

typedef struct ChartPoint {
    uint16_t x, y; /* 0 … CHART_WIDTH, from the left and from below */
    bool joined;   /* to the one before: nothing is missing between them */
    bool under;    /* where the text stands */
    bool wide;     /* … and only where the chart is wide is there room for it */
    Str text;      /* the figure; empty: not told here */
} ChartPoint;

typedef struct ChartLine {
    Str name;
    Str last;         /* its last figure with its unit; empty: told at the point */
    bool expected;    /* a target, a budget, a forecast: not what came of it */
    uint16_t name_at; /* how high the name stands */
    VEC(ChartPoint) points; /* in order of time */
} ChartLine;

/* Bars, or lines: one of `rows` and `lines` is empty. */
typedef struct Chart {
    VEC(ChartRow) rows;
    VEC(ChartLine) lines;
    VEC(ChartName) values, times; /* of lines: the scale, from below, and the times, from the last */
    Str unit, note;               /* of that scale; what else a reader must know of it */
} Chart;

typedef enum BlockKind {
    BLOCK_HEADING, /* level, number, text, anchor */
    BLOCK_LINE,    /* text: a paragraph of our own */
    BLOCK_PROSE,   /* prose */
    BLOCK_FIELDS,  /* fields */
    BLOCK_LIST,    /* children: BLOCK_ITEM */
    BLOCK_ITEM,    /* number, text, anchor; children */
    BLOCK_TABLE,   /* text (the caption), anchor; see report_grid */
    BLOCK_CHART,   /* chart: figures of the block before it once more, for the eye only */
    BLOCK_NOTE,    /* text: set apart, such as a known fault */
    BLOCK_FOLD     /* text (what it holds); children: hidden until asked for, on a screen */
} BlockKind;

typedef struct Block Block;
struct Block {
    uint8_t kind;  /* BlockKind */
    uint8_t level; /* BLOCK_HEADING: 2 … */
    bool chapter;  /* BLOCK_HEADING: belongs in the table of contents */
    bool linked;   /* something links to the anchor */
    Str number, anchor;
    Runs text;
    union {                 /* by kind: */
        Fields fields;      /* BLOCK_FIELDS */
        const Prose *prose; /* BLOCK_PROSE */
        const Chart *chart; /* BLOCK_CHART */
        struct {            /* BLOCK_TABLE */
            const Grid *grid; /* NULL: it is made of `unmade` when it is written */
            DeclId unmade;
        };
    };
    Block *next, *first, *last;
};

#define HEADING_MAX 6

/* --- the whole ------------------------------------------------------------------------------- */

typedef struct Report {
    Str title;
    Str lang_tag;      /* "nb", "nn", "en" */
    Str contents_head; /* "Innhold" */
    Str skip_text;     /* "Hopp til innholdet" */
    Str table_word;    /* what a table without a caption is called */
    Fields meta;       /* municipality, year, period … */
    Block body;        /* its children are the document */
    /* For report_grid and report_records (records.h); a writer leaves them alone. */
    struct Maker *maker;
    Model *model;
    DocId root;
    Lang lang;
} Report;

/* The language that the document `root` is to be printed in: its `språk`, else bokmål. */
Lang report_lang(const Model *m, DocId root);
/* Evaluates computed figures as it meets them; all memory is the model's arena. Only formats for
 * people need `blocks`; without them the document is left empty. */
Report *report_build(Model *m, DocId root, Lang lang, bool blocks);
/* What is in a BLOCK_TABLE. Most tables are made only here, in an arena of the writer's, and are
 * gone with it: nobody needs them before, since nothing in them is linked. */
const Grid *report_grid(const Report *r, const Block *table, Arena *while_written);

/* --dump=report: one line a block, indented. */
void report_dump(Buf *out, const Report *r);

#endif
