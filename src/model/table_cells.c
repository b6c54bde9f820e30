/*
 * table_cells.c — the cells of a table: plain figures, facts, texts.  Layer: model.
 *
 * In: slots with places and bare figures, once all that is said about the table is known. Out:
 * cells with their kind and unit; Facts for what is more than a bare figure; Props of the things
 * that rows declare. Facts go to value_read or through the grammar (build_value).
 */
#include "model/table_build.h"

#include "base/utf8.h"

typedef struct CellPlace {
    Model *m;
    Table *t;
    uint32_t row, col;
} CellPlace;

/* --- types and units ------------------------------------------------------------------------ */

uint8_t column_type(const TableBuild *b, const Column *c)
{
    if (c->use == COL_LABEL || c->use == COL_NAME || c->use == COL_IGNORE)
        return VT_TEXT;
    if (c->term == 0 || (c->use == COL_SUM && !b->declares))
        return b->money ? VT_MONEY : VT_NONE;
    return vocab_term(c->term)->type;
}

bool unit_fits(const UnitTable *units, uint8_t type, UnitId unit)
{
    const Unit *u = unit_get(units, unit);
    uint16_t dim = u->num != 0 ? unit_get(units, u->num)->dim : u->dim;
    switch (type) {
    case VT_MONEY: return dim == E_DIMENSION_MONEY;
    case VT_FTE: return dim == E_DIMENSION_FTE;
    case VT_COUNT: return dim == E_DIMENSION_COUNT;
    case VT_PERCENT: return dim == E_DIMENSION_PERCENT;
    default: return true;
    }
}

static bool ends_in_percent(Str s)
{
    return str_ends(s, STR("%")) || str_ends(s, STR("prosent"));
}

/* Does every figure of the column say itself that it is a percentage? */
static bool cells_say_percent(const Table *t, uint32_t col)
{
    bool any = false;
    for (uint32_t r = 0; r < t->rows.len; r++) {
        Cell c = table_cell(t, r, col);
        Str text = str_trim((Str){t->text + c.off, c.len});
        if (text.len == 0 || str_eq(text, STR("-")))
            continue;
        if (!ends_in_percent(text))
            return false;
        any = true;
    }
    return any;
}

/* What a bare figure of the column is where neither row, head nor group say it. A
 * column without a keyword in a table of money, or of `måles i: tonn`, is so only as
 * long as nothing else is said. */
static UnitId bare_unit(Model *m, const Table *t, uint32_t col)
{
    const Column *c = &t->cols.at[col];
    uint8_t type = column_type(t->build, c);
    bool open = c->term == 0 || (c->use == COL_SUM && !t->declares);
    if (c->unit != 0)
        return c->unit;
    if ((t->build->money || t->unit != 0) && c->term == 0 && c->use == COL_VALUE &&
        cells_say_percent(t, col))
        return m->units.percent;
    if (t->unit != 0 && (open || unit_fits(&m->units, type, t->unit)))
        return t->unit;
    if (type == VT_NONE || (type == VT_MONEY && t->scale_unit != 0))
        return t->scale_unit;
    return vocab_is_figure(type) ? build_default_unit(m, t->decl, c->term) : 0;
}

/* In a table that declares, the column `sum` adds what stands beside it and is read like that, in
 * the unit that those heads share. */
static void sum_like_its_addends(Table *t)
{
    if (!t->declares)
        return;
    TermId term = 0;
    UnitId unit = 0;
    for (uint32_t i = 0; i < t->cols.len; i++) {
        const Column *c = &t->cols.at[i];
        if (c->use != COL_PROP || !vocab_is_figure(vocab_term(c->term)->type) ||
            (term != 0 && c->term != term))
            continue;
        unit = term == 0 || c->unit == unit ? c->unit : 0;
        term = c->term;
    }
    for (uint32_t i = 0; i < t->cols.len; i++) {
        Column *c = &t->build->head->cols.at[i];
        if (c->use != COL_SUM)
            continue;
        c->term = term;
        c->unit = c->unit == 0 ? unit : c->unit;
    }
}

/* --- facts ---------------------------------------------------------------------------------- */

static Cell cell_at(const CellPlace *p)
{
    return table_cell(p->t, p->row, p->col);
}

static void put(const CellPlace *p, const Cell *c)
{
    cell_put(p->m, p->t, p->row, p->col, c);
}

static void set_kind(const CellPlace *p, CellKind kind)
{
    Cell c = cell_at(p);
    c.kind = (uint8_t)kind;
    put(p, &c);
}

static Span cell_span(const CellPlace *p)
{
    Cell c = cell_at(p);
    return (Span){p->t->file, c.off, c.len};
}

static FactId make_fact(const CellPlace *p, DeclId scope, TermId term, Span span, UnitId unit)
{
    FactId id = build_value(p->m, FACT_CELL, p->t->doc, scope, term, span, unit, true);
    TableId table = (TableId)(p->t - p->m->tables.at);
    build_more(p->m, id)->cell = figure_cell(table, p->row, (uint16_t)p->col);
    return id;
}

static void set_fact(const CellPlace *p, FactId id)
{
    Cell c = cell_at(p);
    c.kind = CELL_FACT;
    c.fact = id;
    put(p, &c);
}

/* The part of a cell that is stated. */
static Span stated_part(const CellPlace *p)
{
    Span span = cell_span(p);
    Str s = span_text(p->m->sources, span);
    span.len = str_trim(str_slice(s, 0, build_equals(s))).len;
    return span;
}

/* In a column without a keyword a cell is a figure if it can be read as one, else the author's
 * own text: tried without a word to anybody. */
static bool reads_as_figure(const CellPlace *p, UnitId unit)
{
    Span span = stated_part(p);
    if (span.len == 0)
        return true; /* = antall(tiltak) */
    Reader quiet = build_reader(p->m);
    quiet.sink = NULL;
    Value v = value_read(&quiet, span, (Slot){.type = VT_QUANTITY, .unit = unit, .cell = true});
    return v.kind == VAL_NUMBER || v.kind == VAL_RANGE || v.kind == VAL_MISSING ||
           v.kind == VAL_NIL || v.kind == VAL_RATIO;
}

/* "105 6844", "1,2,3": nothing but figures, grouped as no figure is. Not "35 98 62 00", which may
 * be a telephone, nor years side by side. */
static bool misgrouped(Str s)
{
    uint32_t commas = 0;
    uint32_t group = 0;
    uint32_t first = 0;
    bool later = false;
    bool long_group = false;
    bool short_group = false;
    for (uint32_t i = 0, len; i <= s.len; i += len) {
        len = 1;
        if (i < s.len && ascii_is_digit(s.ptr[i])) {
            group++;
            continue;
        }
        bool comma = i < s.len && s.ptr[i] == ',';
        if (i < s.len && !comma && (len = utf8_blank_len(s.ptr + i, str_end(s))) == 0)
            return false;
        if (group == 0)
            return false;
        commas += comma;
        if (!comma && later && commas == 0) {
            long_group = long_group || group > 3;
            short_group = short_group || group < 3;
        }
        first = later ? first : group;
        later = true;
        group = 0;
    }
    return commas > 1 || (long_group && !short_group && first <= 3);
}

/* "1.125", "38.228.737": thousands parted by points. One digit or two behind a point are more
 * likely a section's number, or a clock's. */
static bool pointed(Str s)
{
    uint32_t group = 0, points = 0;
    for (uint32_t i = s.len > 0 && s.ptr[0] == '-'; i < s.len; i++) {
        bool point = s.ptr[i] == '.';
        if (!point && !ascii_is_digit(s.ptr[i]))
            return false;
        if (point && (group == 0 || group > 3 || (points > 0 && group != 3)))
            return false;
        points += point;
        group = point ? 0 : group + 1;
    }
    return points > 0 && group == 3;
}

static bool has_figures(const CellPlace *p)
{
    const char *text = sources_get(p->m->sources, p->t->file)->text;
    for (uint32_t r = 0; r < p->t->rows.len; r++) {
        Cell c = table_cell(p->t, r, p->col);
        if (plain_figure(text + c.off, c.len, &c.coef, &c.scale) ||
            (row_is_total(&p->t->rows.at[r]) && pointed((Str){text + c.off, c.len})))
            return true;
    }
    return false;
}

/* Is there a figure in the column, so that what is nearly one was meant to be? */
static bool column_has_figures(const CellPlace *p)
{
    ColumnTraits *c = &p->t->traits[p->col];
    if (c->figures == 0)
        c->figures = has_figures(p) ? 2 : 1;
    return c->figures == 2;
}

/* "1x0", "x12": a word or two with a digit among them, in a column whose head states a unit. */
static bool is_spoilt_figure(const CellPlace *p)
{
    Str s = span_text(p->m->sources, stated_part(p));
    uint32_t blanks = 0;
    bool digit = false;
    for (uint32_t i = 0; i < s.len; i++) {
        digit = digit || ascii_is_digit(s.ptr[i]);
        blanks += s.ptr[i] == ' ' ? 1u : 0u;
    }
    return digit && blanks < 2 && s.ptr[0] != '"' && p->t->cols.at[p->col].unit != 0;
}

static void report_spoilt(const CellPlace *p)
{
    Diag *d = diag_at(p->m->sink, HP3001, stated_part(p));
    diag_text3(d, (Text3){{STR("et tall"), STR("eit tal"), STR("A figure")}});
    diag_label(d, L_CANNOT_READ_AS);
    diag_str(d, span_text(p->m->sources, stated_part(p)));
    diag_note(d, N_QUOTE_TEXT);
}

static bool stays_text(const CellPlace *p, UnitId unit)
{
    if (reads_as_figure(p, unit))
        return false;
    Str s = span_text(p->m->sources, stated_part(p));
    return !(misgrouped(s) || pointed(s)) || !column_has_figures(p);
}

/* The term by which build_value reads a figure of this unit; 0: any quantity. */
static TermId reading_term(const CellPlace *p, uint8_t type, UnitId unit)
{
    const Column *c = &p->t->cols.at[p->col];
    if (type == VT_NONE || !unit_fits(&p->m->units, type, unit))
        return 0;
    if (c->term != 0)
        return c->term;
    return vocab_find(VG_PROP, STR("beløp"), p->t->build->kind);
}

/* A count with decimals, or below nothing, has a message of its own, which value_read knows. */
static bool stays_plain(const CellPlace *p, const Cell *c, uint8_t type)
{
    const Unit *u = unit_get(&p->m->units, c->unit);
    bool count = type == VT_COUNT || (u->dim == E_DIMENSION_COUNT && u->per == 0);
    return !count || (c->scale == 0 && (c->coef >= 0 || type != VT_COUNT));
}

static void number_cell(const CellPlace *p, uint8_t type)
{
    Model *m = p->m;
    Cell c = cell_at(p);
    UnitId unit = c.unit = table_unit(m, p->t, p->row, p->col);
    if (c.kind == CELL_PLAIN && stays_plain(p, &c, type)) {
        put(p, &c);
        return;
    }
    if (type == VT_NONE && stays_text(p, unit)) {
        if (is_spoilt_figure(p))
            report_spoilt(p);
        return;
    }
    set_fact(p, make_fact(p, p->t->decl, reading_term(p, type, unit), cell_span(p), unit));
}

/* A cell of a column that holds no figures, in a table of figures. */
static void other_cell(const CellPlace *p, uint8_t type)
{
    if (type != VT_UNIT && type != VT_CODE)
        return;
    FactId id = make_fact(p, p->t->decl, p->t->cols.at[p->col].term, cell_span(p), 0);
    set_fact(p, id);
    const Said *v = &model_fact(p->m, id)->value;
    if (type == VT_UNIT && v->kind == VAL_UNIT)
        p->t->rows.at[p->row].unit = v->unit;
}

/* --- properties of declared things ---------------------------------------------------------- */

/* Texts keep their commas and figures have theirs for decimals; names and codes are lists. */
static bool is_list(const Term *term)
{
    return term->card == CARD_MANY && term->type != VT_TEXT && term->type != VT_NAME &&
           !vocab_is_figure(term->type);
}

/* The next part of a list: up to a comma that stands outside quotes. */
static Span next_part(const Model *m, Span *rest)
{
    Str s = span_text(m->sources, *rest);
    uint32_t i = 0;
    for (bool quoted = false; i < s.len && (quoted || s.ptr[i] != ','); i++)
        quoted = quoted != (s.ptr[i] == '"');
    Str part = str_trim(str_slice(s, 0, i));
    Span span = {rest->file, part.len == 0 ? rest->off : rest->off + (uint32_t)(part.ptr - s.ptr),
                 part.len};
    uint32_t used = i < s.len ? i + 1 : i;
    rest->off += used;
    rest->len -= used;
    return span;
}

static void property_cell(const CellPlace *p)
{
    Model *m = p->m;
    const Column *col = &p->t->cols.at[p->col];
    const Term *term = vocab_term(col->term);
    DeclId decl = row_decl(p->t, p->row);
    Span rest = cell_span(p);
    if (col->key == P_TITLE || col->key == P_NUMBER)
        return;
    UnitId unit = vocab_is_figure(term->type) ? table_unit(m, p->t, p->row, p->col) : 0;
    if (decl == 0) { /* a total, which is nobody's property */
        if (vocab_is_figure(term->type))
            set_fact(p, make_fact(p, p->t->decl, col->term, rest, unit));
        return;
    }
    PropId prop = build_prop(m, decl, col->term, col->index, column_span(p->t, p->col));
    set_kind(p, CELL_BLANK); /* as long as there is nothing but commas */
    do {
        Span part = rest;
        if (is_list(term))
            part = next_part(m, &rest);
        else
            rest.len = 0;
        if (part.len == 0)
            continue;
        FactId id = make_fact(p, decl, col->term, part, unit);
        Fact *f = model_fact(m, id);
        f->prop = prop;
        if (model_prop(m, prop)->count++ == 0) {
            model_prop(m, prop)->first = id;
            set_fact(p, id);
        }
        if (col->key == P_MEASURED_IN && f->value.kind == VAL_UNIT)
            p->t->rows.at[p->row].unit = f->value.unit;
    } while (rest.len > 0);
}

/* --- all of them ---------------------------------------------------------------------------- */

static void read_cell(const CellPlace *p)
{
    const Column *c = &p->t->cols.at[p->col];
    if (table_cell_kind(p->t, p->row, p->col) == CELL_BLANK)
        return;
    if (c->use == COL_PROP)
        property_cell(p);
    else if (c->figures)
        number_cell(p, column_type(p->t->build, c));
    else if (c->use == COL_VALUE)
        other_cell(p, column_type(p->t->build, c));
}

static bool is_addend(const Row *r)
{
    return row_is_addend(r) || r->role == ROLE_OPENING;
}

typedef struct Stated {
    bool figure, number; /* a number is written; a figure may also be computed */
    UnitId unit;
} Stated;

static Stated stated_cell(const Model *m, Cell c)
{
    if (c.kind == CELL_PLAIN)
        return (Stated){true, true, c.unit};
    if (c.kind != CELL_FACT)
        return (Stated){false, false, 0};
    const Fact *f = model_fact(m, c.fact);
    bool number = f->value.kind == VAL_NUMBER;
    return (Stated){number || f->value.kind == VAL_FORMULA, number, f->value.unit};
}

/* What stands in a column. */
typedef struct Contents {
    bool figures; /* an addend states a number */
    bool mixed;   /* units that do not agree */
    UnitId unit;  /* the first that is said */
} Contents;

static Contents look_through(const Model *m, const Table *t, uint32_t col)
{
    Contents out = {0};
    for (uint32_t i = 0; i < t->rows.len; i++) {
        Stated cell = stated_cell(m, table_cell(t, i, col));
        if (!cell.figure)
            continue;
        out.figures = out.figures || (is_addend(&t->rows.at[i]) && cell.number);
        out.mixed = out.mixed || (out.unit != 0 && cell.unit != 0 && cell.unit != out.unit &&
                                  !units_agree(&m->units, out.unit, cell.unit));
        out.unit = out.unit == 0 ? cell.unit : out.unit;
    }
    return out;
}

/* The same where nothing but whole figures in the unit of the column can be there. */
static Contents look_once(const Table *t, uint32_t col)
{
    Contents out = {.unit = t->traits[col].bare};
    for (uint32_t i = 0; i < t->rows.len && !out.figures; i++)
        out.figures = is_addend(&t->rows.at[i]) && table_cell_kind(t, i, col) == CELL_PLAIN;
    return out;
}

/* What is asked of a column as a whole: may it be added? */
static void judge_column(const Model *m, Table *t, uint32_t col, bool settled)
{
    ColumnTraits *c = &t->traits[col];
    uint8_t type = column_type(t->build, &t->cols.at[col]);
    c->summed = c->mixed = false;
    if (type != VT_NONE && !vocab_is_figure(type))
        return;
    Contents in = settled ? look_once(t, col) : look_through(m, t, col);
    bool any = type == VT_NONE || type == VT_QUANTITY; /* whose rows may have units of their own */
    if (!any && c->bare != 0)
        in.unit = c->bare;
    c->mixed = in.figures && in.mixed;
    c->summed = t->additive ||
                (in.figures && !(in.mixed && any) && unit_sums(&m->units, in.unit));
}

static void read_rows(Model *m, Table *t, uint32_t from)
{
    uint32_t first = t->build->head->unit_col;
    for (uint32_t r = from; r < t->rows.len; r++) {
        if (first != NO_COLUMN)
            read_cell(&(CellPlace){m, t, r, first});
        for (uint32_t c = 0; c < t->cols.len; c++)
            if (c != first)
                read_cell(&(CellPlace){m, t, r, c});
    }
}

void cells_read(Model *m, TableId table, uint32_t from)
{
    Table *t = model_table(m, table);
    if (t->cols.len == 0)
        return;
    bool settled = t->build->settled && t->build->head->plain;
    sum_like_its_addends(t);
    for (uint32_t c = 0; c < t->cols.len; c++) {
        t->traits[c].bare = bare_unit(m, t, c);
        t->traits[c].figures = 0; /* rows have come */
    }
    if (!settled)
        read_rows(m, t, from);
    for (uint32_t c = 0; c < t->cols.len; c++)
        judge_column(m, t, c, settled);
    t->whole = settled;
}
