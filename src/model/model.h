/*
 * model.h — what a set of documents says: declarations, properties, figures, tables.  Layer: model.
 *
 * The model is built once from the trees (build.c), names are resolved in one batch (scope.c),
 * and figures are evaluated on demand (eval.h). Everything is numbered from 1 in order of
 * declaration; 0 is none. Checks read it and add Proofs (proof.h); nothing else changes it after
 * building.
 *
 *   Decl   a declared thing: kind, name, number, title; its contents in source order as Items
 *   Prop   a property of a thing: key, index (2018, budsjett 2019), one Fact a value
 *   Fact   one stated value with its equation, if it has one; also a {…} in prose and a claim
 *   Table  rows and columns; its plain cells are compact, others are Facts
 *
 * A FigRef names a figure wherever it stands: a Fact, or a cell of a table.
 *
 * All of it lies in `arena` and lasts as long as the model. The lists grow while it is built, and
 * those of facts and units while it is evaluated, too: then keep the number, not the pointer.
 */
#ifndef HPLAN_MODEL_MODEL_H
#define HPLAN_MODEL_MODEL_H

#include "syntax/tree.h"
#include "value/catalogue.h"
#include "value/quantity.h"
#include "value/value.h"
#include "vocab/vocab.h"

typedef uint32_t DeclId, PropId, FactId, TableId, DocId;

/* --- documents --------------------------------------------------------------------------- */

/* The one that is checked; the others it takes in, and what they take in. */
enum { DOC_ROOT = 1 };

typedef struct Doc {
    FileId file;
    Tree *tree;
    DocId parent;   /* the document that takes this one in (bruk inside a body, del av) */
    bool root;      /* nobody takes it in */
    DeclId plan;    /* its plan, report or baseline; a part has its parent's; 0: none */
} Doc;

/* --- declarations ------------------------------------------------------------------------ */

typedef enum ItemKind { ITEM_DECL, ITEM_PROP, ITEM_TEXT, ITEM_TABLE } ItemKind;

typedef struct Item {
    uint32_t kind : 2; /* ItemKind */
    uint32_t id : 30;  /* DeclId, PropId, index into Model.texts, TableId */
    uint32_t next;     /* index into Model.items */
} Item;

enum { MOST_ITEMS = 0x3FFFFFFF }; /* more than what the largest file has room for */

/* What every walk through the things looks at comes first, in one line of the cache. */
typedef struct Decl {
    uint16_t kind;    /* K_* */
    TermId term;      /* the word used: avdeling, enhet … */
    DocId doc;
    DeclId parent;    /* 0: top of a file */
    DeclId same;      /* `om`, a thing opened again, an answer: the thing itself */
    Sym name;         /* folded; 0: none */
    Sym title_sym;    /* folded title, of an entered one once titles are known: ask scope_title */
    uint32_t first_item, last_item;
    PropId first_prop, last_prop;
    TableId table;    /* its own table (fordeling, tabell, nøkkeltall …) */
    TableId row_table;/* declared by a row: the table */
    uint32_t number;  /* index into Model.numbers; 0: none. See decl_number */
    uint32_t ordinal; /* among all of its kind in the document, from 1 */
    DeclId next_of_kind; /* in order of declaration, containers left out; see scope_next */
    bool used : 1;      /* something refers to it */
    bool entered : 1;   /* its name, title and number may be looked for */
    bool names : 1;     /* names belong to it: worth looking in */
    bool alone : 1;     /* when its name was entered, nothing of its kind in its scope had it */
    bool container : 1; /* its table declares one thing a row: it is none itself and is not counted */
    bool answers : 1;   /* in a report: about the plan's thing, `same`; none of its own */
    bool added : 1;     /* in a report: `nytt`; of the report, and counted apart from the plan's */
    Str name_text, title; /* as written; without quotes */
    uint32_t title_off, title_len; /* with them; see decl_title_span */
    Span span;        /* the whole declaration */
    Span head;        /* its head; what messages underline */
} Decl;

/* Of few: chapters, and rows of a column of numbers. */
typedef struct DeclNumber {
    Str text;  /* without the dot of an ordinal */
    Span span; /* with it */
} DeclNumber;

typedef struct Prop {
    TermId term;      /* P_* by vocab_term(term)->id */
    uint16_t key;     /* P_* */
    DeclId decl;
    Index index;      /* period.kind PERIOD_NONE: none */
    Span key_span;    /* key and index */
    FactId first;     /* its values are facts first … first + count - 1 */
    uint32_t count;
    PropId next;      /* of the same declaration */
} Prop;

/* --- figures ----------------------------------------------------------------------------- */

typedef struct FigRef {
    FactId fact;      /* 0: the cell below */
    TableId table;
    uint32_t row;
    uint16_t col;
} FigRef;

#define FIGURE_NONE ((FigRef){0, 0, 0, 0})

typedef enum FactOwner { FACT_PROP, FACT_CELL, FACT_INLINE, FACT_CLAIM } FactOwner;

/* A stated value as it is kept: most are a name, a year or a word. See fact_value and what follows
 * it for the rest. */
typedef struct Said {
    uint8_t kind;     /* ValueKind; VAL_FORMULA: computed */
    uint8_t compare;  /* as in Value, these five */
    uint8_t missing;
    uint8_t flags;
    bool approx;
    uint8_t period;   /* PeriodKind of VAL_PERIOD */
    UnitId unit;
    TermId term, qual;
    uint32_t off, len; /* of what is read, in the document's file */
    uint32_t text_len;
    union {
        const char *text; /* so many bytes; see fact_text */
        struct {
            Date from, to; /* VAL_PERIOD; see fact_period */
        };
    };
} Said;

enum { MOST_DOCS = 0xFFFFFF }; /* that a fact can name; no project comes near it */

/* As long as a line of the cache. */
typedef struct Fact {
    Said value;       /* as stated */
    uint32_t off, len; /* all of it, equation included; see fact_span */
    DocId doc : 24;
    uint32_t owner : 2; /* FactOwner */
    uint32_t state : 3; /* eval.c: 0 new, 1 being evaluated, 2 done */
    bool equation : 1; /* expr is a chain of = whose first side is value */
    DeclId scope;     /* the declaration in whose scope its names are */
    NodeRef expr;     /* what is evaluated: the equation's chain, a formula, a claim; 0: none */
    PropId prop;      /* FACT_PROP */
    DeclId ref;       /* a reference: the thing named; 0: none or not resolved */
    uint32_t more;    /* index into Model.fact_more; 0: none. See fact_more */
} Fact;

/* What few facts have: figures and remarks, places in tables, formats and results. */
typedef struct FactMore {
    Decimal num, high;  /* of the value */
    Span remark;
    NodeRef format;     /* of {… : format}; 0: none */
    FigRef cell;        /* FACT_CELL: where it stands */
    Quantity *computed; /* of a formula, once evaluated; else NULL */
} FactMore;

/* --- tables ------------------------------------------------------------------------------ */

typedef enum ColumnUse {
    COL_LABEL,  /* the first printed one: names the row */
    COL_VALUE,  /* figures */
    COL_SUM,    /* headed `sum`: adds its row */
    COL_PROP,   /* a property of the thing that a row declares */
    COL_NAME,   /* `navn`: the name of the row; not printed */
    COL_IGNORE  /* a head that could not be understood (reported) */
} ColumnUse;

/* What a head says. Tables with one and the same line of heads share them. */
typedef struct Column {
    Str head;       /* as written, without label and unit */
    Str label;      /* what is printed */
    Str tail;       /* what follows the words in print: a unit, footnotes: " (1000 kr)", " ¹)" */
    Str upper, lower; /* of two rows of heads, what each prints; empty: a head of both rows */
    uint32_t off, len; /* from the line of heads; see column_span */
    Sym sym;        /* folded head, for addressing */
    Sym label_sym;
    TermId term;    /* the property that the head names; 0: free text */
    uint16_t key;   /* P_* or 0 */
    Index index;    /* 2018, Resultat 2021 */
    UnitId unit;    /* stated in the head */
    uint8_t use;    /* ColumnUse */
    bool hidden;    /* not printed */
    bool figures;   /* its cells are figures, if they can be read so; not a thing's properties */
} Column;
/* What to call a column in a message. */
static inline Str column_called(const Column *c)
{
    return c->label.len > 0 ? c->label : c->head;
}

/* What one table makes of a column. */
typedef struct ColumnTraits {
    UnitId bare;    /* of a bare figure where row, head and group state none */
    uint8_t figures; /* any plain figure among its cells: 1 no, 2 yes; 0: not looked for yet */
    bool summed;    /* see table_summed */
    bool mixed;     /* see table_mixed */
} ColumnTraits;

typedef struct ColumnList {
    const Column *at;
    uint32_t len;
} ColumnList;

/* Rows are many: what few of them have stands beside them, and what can be worked out (where a row
 * and its label stand, its symbol, whose part it is) is asked for below. */
typedef struct Row {
    uint32_t off;     /* where its line begins */
    uint32_t group;   /* the heading row it stands under + 1; 0: none */
    uint16_t label_off, label_len; /* from `off`; see row_label */
    UnitId unit;
    uint8_t role;     /* ROLE_*; ROLE_ROW (or NONE) a plain row; ROLE_GROUP a heading */
    bool role_given : 1; /* by a word and a colon: the word is not printed */
    bool complete : 1; /* herav rows below make it up entirely (fordelt) */
    bool own_base : 1; /* herav (eget grunnlag) */
    bool own : 1;     /* its label is in quotes: a row of its own that names nothing */
    uint8_t dash : 2; /* bytes of a pasted dash before the label, which is printed but no name */
} Row;

/* What few rows have. */
typedef struct RowRest {
    Str codes;  /* of a code column: "120/180/190"; of a group its number; empty: none */
    Span codes_span;
    Str label;  /* one that is no part of its line */
    Sym name;   /* folded, of a `navn` column; 0: none */
} RowRest;

typedef enum CellKind { CELL_BLANK, CELL_PLAIN, CELL_FACT, CELL_TEXT } CellKind;

/* A cell as it is asked for: table_cell. */
typedef struct Cell {
    uint32_t off, len; /* in the table's file */
    int64_t coef;      /* CELL_PLAIN: value = coefficient × 10^-scale */
    FactId fact;       /* CELL_FACT */
    uint8_t kind;      /* CellKind */
    uint8_t scale;
    UnitId unit;       /* CELL_PLAIN */
} Cell;

/* A cell as it is kept. Cells are more than anything else, and nearly all of them are bare figures
 * in the unit of their column, or short; those that do not fit stand beside them. */
typedef struct CellSlot {
    union {
        int32_t coef;  /* CELL_PLAIN */
        FactId fact;   /* CELL_FACT */
        uint32_t len;  /* CELL_TEXT, CELL_BLANK */
        uint32_t wide; /* is_wide: index into TableRest.wide */
    };
    uint16_t off;      /* from where its row begins */
    uint8_t figure_len; /* CELL_PLAIN, CELL_FACT */
    uint8_t kind : 2;  /* CellKind */
    uint8_t is_wide : 1;
    uint8_t scale : 5;
} CellSlot;

typedef struct RowLinks {
    DeclId decl;      /* see row_decl */
    uint32_t rest;    /* index into TableRest.rows + 1; 0: nothing */
} RowLinks;

/* What few tables have. */
typedef struct TableRest {
    VEC(RowLinks) links; /* by row, up to the last one that has any */
    VEC(RowRest) rows; /* of the rows that have any */
    VEC(Cell) wide;    /* cells that fit into no slot */
} TableRest;

/* What every walk through the tables looks at comes first, in one line of the cache. */
typedef struct Table {
    DeclId decl;
    FileId file;
    uint32_t first_cell; /* so many cells are in the tables before */
    uint32_t plain_rows; /* rows without a role */
    ColumnList cols;  /* of its head */
    VEC(Row) rows;    /* data rows; the header is in cols */
    ColumnTraits *traits; /* one a column */
    uint16_t roles;   /* of its rows, a bit each; see table_has_role */
    bool whole;       /* its figures are bare and whole, in the unit of their column */
    bool declares;    /* one thing a row */
    DocId doc;
    VEC(CellSlot) cells; /* rows.len × cols.len */
    const char *text; /* of its file */
    uint32_t head_off; /* where the line of heads begins */
    Span span;        /* of its first token */
    UnitId unit;      /* måles i of the table */
    UnitId scale_unit; /* what one unit is worth: 1, 1000 … */
    bool two_headers;
    bool income_negative;
    bool additive;
    TableRest *rest;  /* NULL: nothing */
    struct TableBuild *build; /* table.c's own */
} Table;

/* --- prose and claims -------------------------------------------------------------------- */

typedef struct TextPiece {
    bool figure;      /* fact, else literal Markdown */
    FactId fact;
    Str literal;
} TextPiece;

typedef struct Text {
    DocId doc;
    DeclId decl;
    Span span;
    VEC(TextPiece) pieces;
} Text;

/* A link [text](kind:name) in prose. */
typedef struct Link {
    uint32_t text;   /* index into Model.texts */
    DeclId scope;
    Span span;       /* of the target */
    Str target;
    DeclId decl;     /* 0: dead (reported) */
} Link;

/* --- names ------------------------------------------------------------------------------- */

/* One way to say a thing: its name, title or number. The links are indices into Model.names; 0 is
 * the last. */
typedef struct NameEntry {
    DeclId decl;
    DeclId scope;           /* to which it belongs; 0: the document */
    uint32_t next_in_scope; /* said alike in the same scope */
    uint32_t next_alike;    /* said alike anywhere, of the same kind */
    uint32_t next_kind;     /* of the first of a kind: the first of another that is said alike */
    uint16_t kind;          /* K_* */
    uint8_t rank;           /* 0 name, 1 title, 2 number */
} NameEntry;

/* --- the model --------------------------------------------------------------------------- */

typedef struct Model {
    Arena *arena;
    Arena *scratch;   /* may be reset between checks */
    const SourceSet *sources;
    DiagSink *sink;
    Interner syms;
    UnitTable units;
    Catalogues *catalogues;
    bool exact_only;  /* --eksakt */

    VEC(Doc) docs;       /* [0] unused, as in decls, props, facts, tables, items and names */
    VEC(Decl) decls;
    VEC(uint8_t) kinds;  /* of decls, so that those of a kind are found without touching the rest */
    VEC(DeclNumber) numbers; /* of decls; [0] is empty */
    VEC(Prop) props;
    VEC(Fact) facts;
    VEC(FactId) formulas; /* the facts given an expr, in order; see build_expr */
    VEC(FactMore) fact_more; /* of facts; [0] says none of it */
    VEC(Table) tables;
    uint32_t cells;      /* of all of them */
    VEC(Item) items;
    VEC(Text) texts;
    VEC(Link) links;
    VEC(struct Proof) proofs; /* what was proven: see proof.h */
    VEC(FigRef) held; /* in comparisons that hold, of claims that fail in other places */
    DeclId first_of_kind[K_RULE + 1], last_of_kind[K_RULE + 1];
    DeclId first_new_of_kind[K_RULE + 1], last_new_of_kind[K_RULE + 1]; /* see Decl.added */
    bool answered;       /* there is a report that answers a plan */
    uint32_t references; /* facts and links that name a thing */
    bool namesakes;      /* some thing was not alone when its name was entered */
    bool stated[VOCAB_PROP_COUNT]; /* by key: some property has it */
    U32Map many;         /* what things say of days -> the first PropId; see many.c */
    U32Map by_scope;     /* scope and symbol said twice -> NameEntry; see scope.c */
    VEC(uint32_t) by_sym; /* symbol -> NameEntry, the first of the first kind; 0: none */
    VEC(NameEntry) names;
    bool titles_known;   /* titles are among the names; scope.c's own */
    VEC(struct TableHead *) heads; /* of tables of figures: each line once; table_columns.c's own */
    struct TableHead *latest_head; /* of them, of the table read last; NULL: none yet */
    U32Map head_of_text; /* kind and symbol of the line as written -> index into heads */
    U32Map nearest;      /* kind expected and misspelling -> the thing meant + 1; see scope.c */
    uint32_t names_compared;
    struct RoleLabel *role_label; /* table_roles.c's own */
    struct EvalState *eval; /* eval_figure.c's own */
    struct LooseFigures *loose; /* once they are asked for: see loose.h */
    struct Marks *marks;    /* being made, see marks.h; else NULL */
    struct Marks *all_marks; /* once they are made */
} Model;

typedef struct ModelInput {
    FileId file;
    Tree *tree;
    int32_t part_of; /* index of the input that takes it in by `bruk` inside a body or that it is
                        `del av`; -1: a root */
} ModelInput;

/* How a document is taken in is told by the loader: which file a `bruk` in a tree leads to. */
typedef struct ModelIncludes {
    void *context;
    FileId (*target)(void *context, FileId from, NodeRef statement); /* FILE_NONE: reported already */
} ModelIncludes;

Model *model_build(Arena *arena, Arena *scratch, const SourceSet *sources, DiagSink *sink,
                   Catalogues *catalogues, const ModelInput *inputs, uint32_t count,
                   const ModelIncludes *includes);

/* --- asking ------------------------------------------------------------------------------ */

static inline Decl *model_decl(const Model *m, DeclId id) { return &m->decls.at[id]; }
static inline Fact *model_fact(const Model *m, FactId id) { return &m->facts.at[id]; }
static inline Table *model_table(const Model *m, TableId id) { return &m->tables.at[id]; }
static inline Prop *model_prop(const Model *m, PropId id) { return &m->props.at[id]; }

/* Things and their properties. */

/* The first property `key` of a declaration (with this index, unless it is NULL); 0: none. */
PropId decl_prop(const Model *m, DeclId d, uint16_t key, const Index *index);
/* For decl_prop: is it of a day or a part of a year, of which there may be thousands? Then this
 * finds it at once; false: it does not know (many.c). */
bool many_is_of(Index index);
bool many_find(const Model *m, DeclId decl, uint16_t key, Index index, PropId *out);
/* Beside `regnskap 2026` it says `2026` itself, which then is what the year alone means. */
bool decl_says_plainly(const Model *m, DeclId d, uint16_t key, Index year);
/* The first value of a property; NULL where there is none. */
const Fact *decl_fact(const Model *m, DeclId d, uint16_t key);
Period decl_period(const Model *m, DeclId d, uint16_t key); /* of it; PERIOD_NONE: it is none */
/* The value of a property that the thing's own row, table or body states, or an `om` around it
 * (ansvar, gjelder) gives by default; all zero: none. */
bool decl_figure(const Model *m, DeclId d, uint16_t key, const Index *index, FigRef *out);

/* Facts. */

Span fact_span(const Model *m, const Fact *f); /* all of it */
Span fact_said(const Model *m, const Fact *f); /* of what is read as its value */
Str fact_text(const Model *m, const Fact *f);  /* Value.text */
static inline Period fact_period(const Fact *f) /* PERIOD_NONE where its value is none */
{
    const Said *said = &f->value;
    return said->kind == VAL_PERIOD ? (Period){(PeriodKind)said->period, said->from, said->to}
                                    : PERIOD_UNSTATED;
}
static inline const FactMore *fact_more(const Model *m, const Fact *f)
{
    return &m->fact_more.at[f->more];
}
Value fact_value(const Model *m, const Fact *f);
/* What {… : 0,1 mill. kr} asks for: a figure (the step to round to) or a unit. */
bool fact_format(const Model *m, const Fact *f, Value *format);

/* What a thing is called, where it stands, and what it belongs to. */

static inline const DeclNumber *decl_number(const Model *m, const Decl *d)
{
    return &m->numbers.at[d->number];
}
static inline Str decl_called(const Decl *d) /* its name, else its title */
{
    return d->name_text.len > 0 ? d->name_text : d->title;
}
/* By what it is referred to, and where that stands: its name, else its title, else its number. */
Str decl_said(const Model *m, const Decl *d);
Span decl_said_span(const Model *m, const Decl *d);  /* its head where it has none of them */
Span decl_name_span(const Model *m, const Decl *d);  /* len 0: it has none */
Span decl_title_span(const Model *m, const Decl *d); /* with its quotes */
/* The next declaration of a kind behind `after` (0: the first), whatever it is: containers and
 * answers as well, unlike scope_next. 0: no more. */
DeclId decl_of_kind(const Model *m, uint16_t kind, DeclId after);
/* The next property of a key behind `after` (0: the first), wherever it stands. 0: no more. */
PropId prop_of_key(const Model *m, uint16_t key, PropId after);
/* The declaration that stands for it: itself, or the thing that an `om` opens again. */
DeclId decl_self(const Model *m, DeclId d);
/* The plan, report or baseline it belongs to; 0: none. */
DeclId decl_plan(const Model *m, DeclId d);
/* The year by which codes are judged: the plan's year, else the first of its period; 0: unknown. */
int decl_year(const Model *m, DeclId d);
bool plan_is_draft(const Model *m, DeclId plan);
/* Its `språk`, else that of the project; 0: neither states one. */
uint16_t plan_language(const Model *m, DeclId plan);
/* The language in which it is written: that one, else bokmål. */
Lang plan_lang(const Model *m, DeclId plan);
/* «Title», name or number: what a message calls the thing. */
Str decl_label(const Model *m, DeclId d);
Text3 term_word(TermId term);              /* its spelling in the three languages */
Text3 decl_word(const Model *m, DeclId d); /* avdeling / avdeling / department */

/* Figures, wherever they stand. */

Value figure_value(const Model *m, FigRef f);      /* as stated */
/* The same in arithmetic, as exact as its table or key figure says (`nøyaktighet`), else as it is
 * written; of a computed one nothing is known here (see eval_figure). */
Quantity figure_quantity(const Model *m, FigRef f);
/* Does its table, group or key figure say how exact it is? */
bool figure_precision(const Model *m, FigRef f, Decimal *step);
Span figure_span(const Model *m, FigRef f);
FigRef figure_place(const Model *m, FigRef f); /* the cell it stands in; all zero: none */
/* "serviceavdelingen, netto", for messages and traces. */
Str figure_label(const Model *m, Arena *arena, FigRef f);
static inline bool figure_is_none(FigRef f) { return f.fact == 0 && f.table == 0; }
static inline bool figure_eq(FigRef a, FigRef b)
{
    return a.fact == b.fact && a.table == b.table && a.row == b.row && a.col == b.col;
}
static inline FigRef figure_fact(FactId id) { return (FigRef){id, 0, 0, 0}; }
static inline FigRef figure_cell(TableId t, uint32_t row, uint16_t col)
{
    return (FigRef){0, t, row, col};
}

/* Tables: cells, columns, rows. */

static inline const CellSlot *table_slot(const Table *t, uint32_t row, uint32_t col)
{
    return &t->cells.at[(size_t)row * t->cols.len + col];
}
static inline CellKind table_cell_kind(const Table *t, uint32_t row, uint32_t col)
{
    return (CellKind)table_slot(t, row, col)->kind;
}
Cell table_cell(const Table *t, uint32_t row, uint32_t col);
static inline bool table_has_role(const Table *t, unsigned role)
{
    return (t->roles >> role & 1) != 0;
}
Span column_span(const Table *t, uint32_t col);
/* Where a row and its label stand; of a group with a body, its head and its title. */
Span row_span(const Model *m, const Table *t, uint32_t row);
uint32_t row_off(const Model *m, const Table *t, uint32_t row); /* where it begins */
Span row_label_span(const Model *m, const Table *t, uint32_t row);
static inline RowLinks row_links(const Table *t, uint32_t row)
{
    return t->rest != NULL && row < t->rest->links.len ? t->rest->links.at[row] : (RowLinks){0};
}

/* The thing that a row declares, or that its label names; 0: none. */
static inline DeclId row_decl(const Table *t, uint32_t row)
{
    return row_links(t, row).decl;
}

static inline const RowRest *row_rest(const Table *t, const Row *r) /* NULL: nothing */
{
    uint32_t rest = row_links(t, (uint32_t)(r - t->rows.at)).rest;
    return rest == 0 ? NULL : &t->rest->rows.at[rest - 1];
}
static inline bool row_is_plain(const Row *r)
{
    return r->role == ROLE_NONE || r->role == ROLE_ROW;
}
/* A plain row or one that is subtracted: what totals are made of. */
static inline bool row_is_addend(const Row *r)
{
    return row_is_plain(r) || r->role == ROLE_MINUS;
}
/* One that adds others up. */
static inline bool row_is_total(const Row *r)
{
    return r->role == ROLE_SUM || r->role == ROLE_SUBTOTAL || r->role == ROLE_CLOSING;
}
/* The first printed cell without role and code. */
static inline Str row_label(const Table *t, const Row *r)
{
    const RowRest *rest = row_rest(t, r);
    if (rest != NULL && rest->label.len > 0)
        return rest->label;
    return (Str){t->text + r->off + r->label_off, r->label_len};
}
/* The folded label without a pasted dash. */
Str row_folded(const Model *m, const Table *t, const Row *row);
/* Folded, of a `navn` column; 0: none. */
static inline Sym row_name(const Table *t, const Row *r)
{
    const RowRest *rest = row_rest(t, r);
    return rest == NULL ? 0 : rest->name;
}
/* The row that a herav row is part of, + 1; 0: none. `before`: the same of the row above it, so
 * that a walk down a table hands it on, from 0. */
uint32_t row_parent(const Table *t, uint32_t row, uint32_t before);
Str row_codes(const Table *t, uint32_t row); /* empty: none */
Span row_codes_span(const Table *t, uint32_t row);
/* The unit that a column's bare figures have in this row. */
UnitId table_unit(const Model *m, const Table *t, uint32_t row, uint32_t col);
/* Is the column added up: money, counts, FTE, area, time, or `additiv`? */
bool table_summed(const Table *t, uint32_t col);
/* Are there units in the column that do not agree, by row or group? Then each total adds up the
 * figures of its own unit. */
bool table_mixed(const Table *t, uint32_t col);
/* Is a figure of this unit added up in the column: in all of it, or among those of its unit? */
bool table_adds(const Model *m, const Table *t, uint32_t col, UnitId unit);
Value cell_value(const Model *m, const Table *t, uint32_t row, uint32_t col);
Value plain_value(const Table *t, const Cell *c); /* of a CELL_PLAIN, as these two */
Decimal plain_number(const Cell *c);
/* 1 234, and with more groups: a blank behind the first digit. */
bool plain_parts_four(const Table *t, const Cell *c);

/* --dump=model */
void model_dump(Buf *out, const Model *m);

#endif
