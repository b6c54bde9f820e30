/*
 * maker.h — what the files that make a report share.  Layer: report.
 *
 *   values.c    a fact or a cell as text            prose.c    a text block
 *   traits*.c   what a thing's properties say       grid.c     a table, once it is filled
 *   layout.c    how each kind is laid out           things.c   lists and tables of things
 *   figures.c   tables of figures                   control.c  how the figures were checked
 *   chart*.c    figures as bars or lines            document.c the walk through the plan
 *   data*.c     the records for machines
 */
#ifndef HPLAN_REPORT_MAKER_H
#define HPLAN_REPORT_MAKER_H

#include "model/indicator.h"
#include "model/proof.h"
#include "report/record.h"
#include "report/runs.h"

typedef enum LabelId {
#define LABEL(id, nb, nn, en) LABEL_##id,
#include "report/labels.def"
#undef LABEL
    LABEL_COUNT
} LabelId;

Str label_text(LabelId id, Lang lang);

/* What may be linked to, once it is known where it is printed. */
typedef struct Pending {
    Block *block;
    GridRow *row; /* or NULL */
    DeclId decl;
} Pending;

typedef struct HeadLevels {
    Str upper, lower; /* both empty: one head */
} HeadLevels;

/* Of a table whose things are of a kind, by column. */
typedef struct TableHeads {
    const Column *of; /* the columns that these are of */
    uint16_t kind;
    Str *labels;
    /* Heads that are two rows deep, because they are written so or because neighbours are years of
     * one thing: Oppegård 2015, Oppegård 2016. */
    HeadLevels *levels;
} TableHeads;

/* What is behind the bare figures of a table; see values.c. */
typedef struct TableTail {
    TableId table;
    Str tail;
} TableTail;

/* Of a column of the table settled last: does its head name the unit? See grid.c. */
typedef struct UnitAsked {
    Buf words; /* head and unit */
    UnitId unit;
    bool says;
} UnitAsked;

/* Of a unit, what is asked for each figure of it; see data_value.c. */
typedef struct UnitTold {
    UnitId base;
    bool known;
    bool exact; /* a whole number of it has no step */
} UnitTold;

/* What a property says of its thing; see traits.c. */
typedef struct Trait {
    Str label;
    uint16_t key; /* P_* */
    TermId word;  /* the word of the language that the label is a spelling of; 0: it says more */
    FactId dated; /* the one figure, or ikke målt, of a time; 0: it says something else */
    Shown shown;
} Trait;

typedef VEC(Trait) Traits;

/* What a property's key is called; see traits.c. */
typedef struct KeyLabel {
    Str written, label;
    uint16_t kind; /* of the thing */
} KeyLabel;

typedef struct Maker {
    Model *m;
    Arena *arena; /* of what is made now */
    Report *report;
    Lang lang;
    DeclId top;          /* the plan */
    Target **targets;    /* by DeclId; NULL: nothing links to it */
    uint32_t *text_link; /* by text: its first link, index into Model.links + 1 */
    Anchors anchors;
    VEC(Pending) printed;
    uint32_t depth;
    Buf scratch; /* see maker_scratch */
    VEC(Str) tails; /* what is behind a bare figure, by UnitId, as far as was asked */
    TableTail said; /* of the table asked about last */
    VEC(UnitAsked) asked; /* by column, those of the lower heads behind them */
    VEC(KeyLabel) keys;  /* by TermId, as far as was asked */
    Traits traits;       /* see maker_traits */
    TableHeads heads; /* see table_heads */
    /* of the records only: */
    Records to;
    VEC(UnitTold) told; /* by UnitId, as far as was asked */
    FileId file;     /* of the document */
    Str *ids;        /* by DeclId */
    Anchors id_names;
    uint32_t hidden; /* how many things around it are not printed */
    IndicatorAims aims; /* of the indicator judged last */
    struct LinePlace *line; /* see data_lines.c */
} Maker;

enum { REPORT_MAX_DEPTH = 400 }; /* the parser allows 200 in a file */

static inline Str maker_label(const Maker *mk, LabelId id)
{
    return label_text(id, mk->lang);
}

/* --- values.c -------------------------------------------------------------------------------- */

/* Without the unit, if it is a figure. */
void shown_bare(Shown *s);
Shown show_fact(Maker *mk, FactId id);
/* Into what is empty yet. */
void fill_cell(Maker *mk, TableId table, uint32_t row, uint32_t col, Shown *out);
/* What a column of labels prints: the cell without the word of its role. */
void fill_label(Maker *mk, TableId table, uint32_t row, uint32_t col, Runs *out);
Str show_quantity(Maker *mk, const Quantity *q);
/* {…} in prose. */
Str show_inline(Maker *mk, FactId id);
const Target *target_of(Maker *mk, DeclId d);
/* "Kompetansen som trengs", or what the thing is called where it has no title. */
Str thing_title(Maker *mk, DeclId d);
Str thing_word(Maker *mk, DeclId d); /* in the report's language: "avdeling" */
Str term_spelling(const Maker *mk, TermId t);
/* "Resultat 2018", of a property's key or a column's head as written. */
Str head_label(Maker *mk, Str written, TermId term, Index index, uint16_t kind);
/* The same of the column of titles, which the kind's own word may head: | Tiltak | Frist |. */
Str title_head_label(Maker *mk, Str written, TermId title, uint16_t kind);

/* Where the time begins in such a label, or in a column's:
 * «Resultat |2018». Its length: nowhere. */
uint32_t head_time_at(const Maker *mk, Str label, Period time);

/* Lasts until the next table's are asked for. */
const TableHeads *table_heads(Maker *mk, const Table *t, uint16_t kind);

/* --- traits.c -------------------------------------------------------------------------------- */

/* Where the traits have the same property, also where one says «ansvar» and the other «ansvarlig»;
 * their number: nowhere. */
uint32_t trait_place(const Traits *traits, const Trait *trait);

/* What is printed of a thing beside its number and title; of one declared by a row, its cells. */
void thing_traits(Maker *mk, DeclId d, Traits *out);
/* The same of an answer in a report, and what the plan says beside it; false: it is none. */
bool answer_traits(Maker *mk, DeclId d, Traits *out);
void prop_trait(Maker *mk, DeclId d, Prop p, Traits *out);
/* The same, for whoever is done with them before the next thing's are asked for. */
Traits *maker_traits(Maker *mk, DeclId d);
Str column_label(Maker *mk, const Column *c, uint16_t kind);
bool thing_has_traits(Maker *mk, DeclId d);
/* All values of a property, with commas. */
Shown show_prop(Maker *mk, const Prop *p);
void traits_fields(Maker *mk, DeclId d, Traits *traits, Fields *out);
/* Does the last result of an indicator meet its target? "nådd", "ikke nådd, på grensen",
 * "gjenstår", "ikke målt"; empty where there is nothing to judge, and for other things. */
Str thing_attainment(Maker *mk, DeclId d);
bool trait_is_attainment(const Trait *t); /* the last of a thing's, if it has one */
/* Has somebody given the thing a status that says so in the same words? */
bool status_says(Maker *mk, DeclId d, Str attainment);
/* `kjent feil` of a thing, as notes. */
void thing_faults(Maker *mk, DeclId d, Block *into);

/* --- grid.c ---------------------------------------------------------------------------------- */

void grid_text(Maker *mk, Shown *cell, Str text);
/* Settles where the units stand and which columns are figures; nothing is put in after that. */
void grid_settle(Maker *mk, Grid *grid, Str caption);
/* … and adds it as a block. */
Block *grid_add(Maker *mk, Grid *grid, Str caption, Block *into);

/* --- chart.c --------------------------------------------------------------------------------- */

/* The figures of a thing's table, or those in its traits, as charts if its author asks for any. */
void make_table_chart(Maker *mk, DeclId d, Block *into);
void make_traits_chart(Maker *mk, DeclId d, const Traits *traits, Block *into);

/* --- layout.c -------------------------------------------------------------------------------- */

typedef enum Form {
    FORM_NONE, /* not printed */
    FORM_CHAPTER,
    FORM_AGAIN,   /* a heading with the title of the thing that is opened again */
    FORM_SECTION, /* a heading, properties, contents */
    FORM_LIST,
    FORM_TABLE,  /* a row each */
    FORM_ROWS,   /* its own table declares one thing a row */
    FORM_FIGURES /* a table of figures */
} Form;

bool thing_hidden(const Maker *mk, DeclId d);
/* `vis: diagram` or `søyler`, here or where the thing is declared that
 * is opened again or answered. */
bool thing_is_drawn(const Maker *mk, DeclId d);
bool thing_in_bars(const Maker *mk, DeclId d); /* `vis: søyler` */
/* in_list: it stands inside an item of a list, where headings cannot be. */
Form thing_form(Maker *mk, DeclId d, bool in_list);
/* Fewer things than this are a list even where a table would do. */
uint32_t layout_table_from(uint16_t kind);
bool layout_names_kind(uint16_t kind); /* items say what they are: "Indikator: …" */

/* What both halves begin with, once model and arena are set. */
void maker_init(Maker *mk);
/* An empty text to build one in that is used or kept at once; the one before is gone. */
Buf *maker_scratch(Maker *mk);

/* --- prose.c, things.c, figures.c, document.c, control.c ------------------------------------- */

void make_prose(Maker *mk, uint32_t text, Block *into, uint8_t level);

/* Things of one kind and form that stand together. */
void make_list(Maker *mk, const DeclId *things, uint32_t count, Block *into);
void make_table(Maker *mk, const DeclId *things, uint32_t count, Block *into); /* else a list */
void make_rows(Maker *mk, DeclId container, Block *into, uint8_t level);
void make_figures(Maker *mk, DeclId d, Block *into, uint8_t level);
Block *make_heading(Maker *mk, Block *into, uint8_t level, Str number, Str text, DeclId decl);
/* Everything in a thing but its properties, in the order of the source. */
void make_body(Maker *mk, DeclId d, Block *into, uint8_t level, bool in_list);
/* Says where a thing is printed, so that links find it. */
void maker_printed(Maker *mk, Block *block, GridRow *row, DeclId d);
void make_control(Maker *mk, Block *into);
/* Does the proof belong to the document that is printed? */
bool proof_is_ours(const Maker *mk, const Proof *p);

#endif
