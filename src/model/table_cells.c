/*
 * table_cells.c — the cells of a table: plain figures, facts, texts.  Layer: model.
 *
 * In: cells as spans, once all that is said about the table is known. Out: cells with their kind;
 * Facts for what is more than a bare figure; Props of the things that rows declare.
 *
 * Most cells of large tables are bare figures. They are read here, digit by digit, without a
 * look-up; everything else goes to value_read or through the grammar (build_value).
 */
#include "model/table_build.h"

#include "base/utf8.h"

typedef struct CellPlace {
    Model *m;
    Table *t;
    uint32_t row, col;
} CellPlace;

/* --- plain figures -------------------------------------------------------------------------- */

static bool is_digit(const char *s, const char *end)
{
    return s < end && *s >= '0' && *s <= '9';
}

/* Up to `most` digits onto *coef; how many there were. */
static uint32_t take_digits(const char **s, const char *end, uint32_t most, int64_t *coef)
{
    uint32_t n = 0;
    for (; n < most && is_digit(*s, end); (*s)++, n++)
        *coef = *coef * 10 + (**s - '0');
    return n;
}

/* A sign, with a blank behind it or not: -179 883, − 21 850. */
static bool take_sign(const char **s, const char *end)
{
    uint32_t len = 1;
    if (*s == end || is_digit(*s, end) || !utf8_is_dash(utf8_decode(*s, end, &len)))
        return false;
    *s += len;
    for (uint32_t n; *s < end && (n = utf8_blank_len(*s, end)) > 0;)
        *s += n;
    return true;
}

bool plain_figure(const char *s, uint32_t len, int64_t *coef, uint8_t *scale)
{
    const char *end = s + len;
    int64_t value = 0;
    uint32_t decimals = 0;
    bool negative = take_sign(&s, end);
    bool zero = is_digit(s, end) && *s == '0';
    uint32_t digits = take_digits(&s, end, 18, &value);
    if (digits == 0 || (zero && digits > 1))
        return false; /* 0815 is a code */
    if (digits <= 3) {
        for (uint32_t n; s < end && *s != '\t' && (n = utf8_blank_len(s, end)) > 0;) {
            s += n;
            if (digits > 15 || take_digits(&s, end, 3, &value) != 3)
                return false;
            digits += 3;
        }
    }
    if (s < end && *s == ',') {
        s++;
        decimals = take_digits(&s, end, 18 - digits, &value);
        if (decimals == 0)
            return false;
    }
    if (s != end)
        return false;
    *coef = negative ? -value : value;
    *scale = (uint8_t)decimals;
    return true;
}

/* --- types and units ------------------------------------------------------------------------ */

bool figure_type(uint8_t type)
{
    return type == VT_MONEY || type == VT_FTE || type == VT_COUNT || type == VT_PERCENT ||
           type == VT_QUANTITY || type == VT_NUMBER;
}

uint8_t column_type(const TableBuild *b, const Column *c)
{
    if (c->use == COL_LABEL || c->use == COL_NAME || c->use == COL_IGNORE)
        return VT_TEXT;
    if (c->term == 0 || (c->use == COL_SUM && b->style == TABLE_FIGURES))
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

/* What a bare figure of the column is where neither row, head nor group say it. A column without
 * a keyword in a table of money is money only as long as nothing else is said. */
static UnitId bare_unit(const Model *m, const Table *t, const Column *c)
{
    uint8_t type = column_type(t->build, c);
    bool open = c->term == 0 || (c->use == COL_SUM && !t->declares);
    if (c->unit != 0)
        return c->unit;
    if (t->unit != 0 && (open || unit_fits(&m->units, type, t->unit)))
        return t->unit;
    if (type == VT_MONEY || type == VT_NONE)
        return t->scale_unit != 0 || type == VT_NONE ? t->scale_unit : m->units.kr;
    return figure_type(type) ? build_default_unit(m, t->decl, c->term) : 0;
}

/* In a table that declares, the column `sum` adds what stands beside it and is read like that. */
static void sum_like_its_addends(Table *t)
{
    TermId term = 0;
    for (uint32_t i = 0; i < t->cols.len && t->declares && term == 0; i++)
        if (t->cols.at[i].use == COL_PROP && figure_type(vocab_term(t->cols.at[i].term)->type))
            term = t->cols.at[i].term;
    for (uint32_t i = 0; i < t->cols.len && t->declares; i++)
        if (t->cols.at[i].use == COL_SUM)
            t->build->head->cols.at[i].term = term;
}

/* --- facts ---------------------------------------------------------------------------------- */

static Cell *cell_at(const CellPlace *p)
{
    return &p->t->cells.at[(size_t)p->row * p->t->cols.len + p->col];
}

static Span cell_span(const CellPlace *p)
{
    return (Span){p->t->file, cell_at(p)->off, cell_at(p)->len};
}

static FactId make_fact(const CellPlace *p, DeclId scope, TermId term, Span span, UnitId unit)
{
    FactId id = build_value(p->m, FACT_CELL, p->t->doc, scope, term, span, unit, true);
    Fact *f = model_fact(p->m, id);
    f->table = (TableId)(p->t - p->m->tables.at);
    f->row = p->row;
    f->col = (uint16_t)p->col;
    return id;
}

static void set_fact(const CellPlace *p, FactId id)
{
    Cell *c = cell_at(p);
    c->kind = CELL_FACT;
    c->fact = id;
}

static void set_plain(const CellPlace *p, int64_t coef, uint8_t scale)
{
    Cell *c = cell_at(p);
    c->kind = CELL_PLAIN;
    c->scale = scale;
    c->large = coef != (int32_t)coef;
    c->coef = (int32_t)coef;
    if (c->large) {
        c->coef = (int32_t)p->t->large.len;
        *vec_push(p->m->arena, &p->t->large) = coef;
    }
}

/* The part of a cell that is stated: what stands before a `=` that is not of `<=` or `>=`. */
static Span stated_part(const CellPlace *p)
{
    Span span = cell_span(p);
    Str s = span_text(p->m->sources, span);
    bool quoted = false;
    for (uint32_t i = 0; i < s.len; i++) {
        quoted = quoted != (s.ptr[i] == '"');
        if (s.ptr[i] == '=' && !quoted &&
            (i == 0 || (s.ptr[i - 1] != '<' && s.ptr[i - 1] != '>'))) {
            span.len = str_trim(str_slice(s, 0, i)).len;
            break;
        }
    }
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

/* "105 6844", "1,2,3": nothing but figures, grouped as no figure is. Not "35 98 62 00", which may be
 * a telephone, nor years side by side. */
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
        if (i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9') {
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

static bool has_figures(const CellPlace *p)
{
    const char *text = sources_get(p->m->sources, p->t->file)->text;
    for (uint32_t r = 0; r < p->t->rows.len; r++) {
        const Cell *c = &p->t->cells.at[(size_t)r * p->t->cols.len + p->col];
        int64_t coef;
        uint8_t scale;
        if (plain_figure(text + c->off, c->len, &coef, &scale))
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

/* "1o0", "x12": a word or two with a digit among them, in a column whose head states a unit. */
static bool is_spoilt_figure(const CellPlace *p)
{
    Str s = span_text(p->m->sources, stated_part(p));
    uint32_t blanks = 0;
    bool digit = false;
    for (uint32_t i = 0; i < s.len; i++) {
        digit = digit || (s.ptr[i] >= '0' && s.ptr[i] <= '9');
        blanks += s.ptr[i] == ' ' ? 1u : 0u;
    }
    return digit && blanks < 2 && s.ptr[0] != '"' && p->t->cols.at[p->col].unit != 0;
}

static void report_spoilt(const CellPlace *p)
{
    Text3 *figure = arena_new(p->m->arena, Text3);
    *figure = (Text3){{STR("et tall"), STR("eit tal"), STR("A figure")}};
    Diag *d = diag_at(p->m->sink, HP3001, stated_part(p));
    diag_text3(d, figure);
    diag_label(d, L_CANNOT_READ_AS);
    diag_str(d, span_text(p->m->sources, stated_part(p)));
    diag_note(d, N_QUOTE_TEXT);
}

static bool stays_text(const CellPlace *p, UnitId unit)
{
    if (reads_as_figure(p, unit))
        return false;
    return !misgrouped(span_text(p->m->sources, stated_part(p))) || !column_has_figures(p);
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

static void number_cell(const CellPlace *p, uint8_t type)
{
    Model *m = p->m;
    Cell *c = cell_at(p);
    int64_t coef;
    uint8_t scale;
    UnitId unit = table_unit(m, p->t, p->row, p->col);
    const char *text = sources_get(m->sources, p->t->file)->text + c->off;
    c->unit = unit;
    if (plain_figure(text, c->len, &coef, &scale)) {
        const Unit *u = unit_get(&m->units, unit);
        /* A count with decimals has a message of its own, which value_read knows. */
        if ((scale == 0 || u->dim != E_DIMENSION_COUNT || u->per != 0) && type != VT_COUNT) {
            set_plain(p, coef, scale);
            return;
        }
        if (scale == 0 && coef >= 0) {
            set_plain(p, coef, scale);
            return;
        }
    }
    if (type == VT_NONE && stays_text(p, unit)) {
        if (is_spoilt_figure(p))
            report_spoilt(p);
        c->kind = CELL_TEXT;
        return;
    }
    set_fact(p, make_fact(p, p->t->decl, reading_term(p, type, unit), cell_span(p), unit));
}

/* A cell of a column that holds no figures, in a table of figures. */
static void other_cell(const CellPlace *p, uint8_t type)
{
    if (type != VT_UNIT && type != VT_CODE) {
        cell_at(p)->kind = CELL_TEXT;
        return;
    }
    FactId id = make_fact(p, p->t->decl, p->t->cols.at[p->col].term, cell_span(p), 0);
    set_fact(p, id);
    const Value *v = &model_fact(p->m, id)->value;
    if (type == VT_UNIT && v->kind == VAL_UNIT)
        p->t->rows.at[p->row].unit = v->unit;
}

/* --- properties of declared things ---------------------------------------------------------- */

/* Texts keep their commas and figures have theirs for decimals; names and codes are lists. */
static bool is_list(const Term *term)
{
    return term->card == CARD_MANY && term->type != VT_TEXT && term->type != VT_NAME &&
           !figure_type(term->type);
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
    DeclId decl = p->t->rows.at[p->row].decl;
    Span rest = cell_span(p);
    if (decl == 0 || col->key == P_TITLE || col->key == P_NUMBER) {
        cell_at(p)->kind = CELL_TEXT;
        return;
    }
    UnitId unit = figure_type(term->type) ? table_unit(m, p->t, p->row, p->col) : 0;
    PropId prop = build_prop(m, decl, col->term, col->index, column_span(p->t, p->col));
    cell_at(p)->unit = unit;
    do {
        Span part = rest;
        if (is_list(term)) {
            part = next_part(m, &rest);
        } else {
            rest.len = 0;
        }
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
    Cell *cell = cell_at(p);
    const Column *c = &p->t->cols.at[p->col];
    uint8_t type = column_type(p->t->build, c);
    if (cell->len == 0)
        cell->kind = CELL_BLANK;
    else if (c->use == COL_PROP)
        property_cell(p);
    else if (c->use != COL_VALUE && c->use != COL_SUM)
        cell->kind = CELL_TEXT;
    else if (type == VT_NONE || figure_type(type))
        number_cell(p, type);
    else
        other_cell(p, type);
}

/* Lengths, masses and the like are as good as areas: they can be added. */
static bool can_be_added(const Unit *u)
{
    return u->per == 0 && u->dim != E_DIMENSION_PERCENT && u->dim != E_DIMENSION_POINT &&
           u->dim != E_DIMENSION_SCORE && u->dim != E_DIMENSION_RATIO && u->dim != E_DIMENSION_YEAR;
}

static bool is_addend(const Row *r)
{
    return r->role == ROLE_NONE || r->role == ROLE_ROW || r->role == ROLE_MINUS ||
           r->role == ROLE_OPENING;
}

typedef struct Stated {
    bool figure, number; /* a number is written; a figure may also be computed */
    uint8_t scale;
    UnitId unit;
} Stated;

static Stated stated_cell(const Model *m, const Cell *c)
{
    if (c->kind == CELL_PLAIN)
        return (Stated){true, true, c->scale, c->unit};
    if (c->kind != CELL_FACT)
        return (Stated){false, false, 0, 0};
    const Value *v = &model_fact(m, c->fact)->value;
    return (Stated){v->kind == VAL_NUMBER || v->kind == VAL_FORMULA, v->kind == VAL_NUMBER,
                    (uint8_t)v->num.scale, v->unit};
}

/* What is asked of a column as a whole: may it be added, and how fine are its addends? */
static void judge_column(const Model *m, Table *t, uint32_t col)
{
    ColumnTraits *c = &t->traits[col];
    uint8_t type = column_type(t->build, &t->cols.at[col]), finest = 0;
    bool figures = false, mixed = false, one_unit = true;
    UnitId unit = 0, first = 0;
    c->summed = false;
    c->finest = 0;
    if (type != VT_NONE && !figure_type(type))
        return;
    for (uint32_t i = 0; i < t->rows.len; i++) {
        Stated cell = stated_cell(m, table_cell(t, i, col));
        if (!cell.figure)
            continue;
        if (is_addend(&t->rows.at[i]) && cell.number) {
            finest = cell.scale > finest ? cell.scale : finest;
            one_unit = one_unit && (!figures || cell.unit == first);
            first = cell.unit;
            figures = true;
        }
        mixed = mixed || (unit != 0 && cell.unit != 0 && cell.unit != unit &&
                          !units_agree(&m->units, unit, cell.unit));
        unit = unit == 0 ? cell.unit : unit;
    }
    if (type != VT_NONE && type != VT_QUANTITY)
        unit = c->bare != 0 ? c->bare : unit;
    c->finest = one_unit ? finest : 0;
    bool any = type == VT_NONE || type == VT_QUANTITY; /* whose rows may have units of their own */
    c->summed =
        t->additive || (figures && !(mixed && any) && can_be_added(unit_get(&m->units, unit)));
}

void cells_read(Model *m, TableId table, uint32_t from)
{
    Table *t = model_table(m, table);
    uint32_t first = t->cols.len == 0 ? NO_COLUMN : t->build->head->unit_col;
    sum_like_its_addends(t);
    for (uint32_t c = 0; c < t->cols.len; c++) {
        t->traits[c].bare = bare_unit(m, t, &t->cols.at[c]);
        t->traits[c].figures = 0; /* rows have come */
    }
    for (uint32_t r = from; r < t->rows.len; r++) {
        if (first != NO_COLUMN)
            read_cell(&(CellPlace){m, t, r, first});
        for (uint32_t c = 0; c < t->cols.len; c++)
            if (c != first)
                read_cell(&(CellPlace){m, t, r, c});
    }
    for (uint32_t c = 0; c < t->cols.len; c++)
        judge_column(m, t, c);
}
