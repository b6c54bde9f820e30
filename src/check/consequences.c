/*
 * consequences.c — one fault, one finding.  Layer: check.
 *
 * Requires: all findings of the form, of the model and of the checks. Provides: those that only
 * follow from another one are silenced. A line that cannot be read is said to be so and nothing
 * more; a name that stands on such a line is not "unknown"; what is counted in a plan with lost
 * lines is not counted at all; and a plan that does not hold together is not blamed for what it
 * lacks.
 *
 * Every rule asks for a finding that stays, so the last finding is never silenced: a plan with a
 * fault has at least one.
 */
#include "check/consequences.h"

#include "base/utf8.h"
#include "model/scope.h"

/* Beyond these a plan is not one with a fault, and nobody is to wait for it. */
enum { MOST_FORM = 1000, MOST_ROWS = 500, MOST_LINES = 1000000, MOST_TEXTS = 50 };

typedef struct Line {
    FileId file;
    uint32_t line;
} Line;

typedef struct Faults {
    Model *m;
    VEC(Diag *) form; /* findings about lines that could not be read, or not wholly */
    VEC(Line) lines;        /* of each of them */
    U32Map first;           /* line -> the first of them on it, as index + 1 … */
    uint32_t *next;         /* … and the next one on its line; 0: the last */
    U32Map values;          /* line -> where its first cell lies that cannot be read, + 1 */
    uint32_t searched;      /* lines looked through for a name */
    bool lost;              /* something that was declared may not be in the model */
    bool file_lost;         /* … for a file was not taken in */
    bool file_missing;      /* … or cannot be had */
    bool any;               /* an error of form, names or values */
} Faults;

/* ---- findings ---- */

static const char *name_of(const Diag *d)
{
    return msg_info(d->code)->name;
}

static bool is_family(const Diag *d, char digit)
{
    return name_of(d)[2] == digit;
}

static Line line_of(const Model *m, Span span)
{
    return (Line){span.file, check_line(m, span)};
}

static bool same_line(Line a, Line b)
{
    return a.file == b.file && a.line == b.line;
}

static uint64_t line_key(Line at)
{
    return consequences_line(at.file, at.line);
}

/* The first fault of form on a line, as index + 1; f->next leads on. 0: none. */
static uint32_t first_form(const Faults *f, Line at)
{
    const uint32_t *first = u32map_get(&f->first, line_key(at));
    return first == NULL ? 0 : *first;
}

static void silence(Diag *d)
{
    d->silenced = true;
}

/* Words that head something, or keep it from being read at all. */
static bool loses_things(const Diag *d)
{
    switch ((int)d->code) {
    case HP1002:
    case HP1003:
    case HP1004:
    case HP1005:
    case HP1006:
    case HP1007:
    case HP1021:
    case HP1022:
    case HP1024:
    case HP2016:
    case HP2020: return true;
    case HP2001: return consequences_part(d, PART_FIX) == NULL; /* with a fix it was read as that */
    default: return false;
    }
}

static bool hides_its_line(const Diag *d)
{
    return is_family(d, '1') || d->code == HP2001 || d->code == HP2004 || d->code == HP2007 ||
           d->code == HP2012 || d->code == HP2016 || d->code == HP2019;
}

/* The slip was plain enough that the line was read as it was meant: what else is wrong on it is a
 * fault of its own. */
static bool was_read(const Diag *d)
{
    switch ((int)d->code) {
    case HP1002:
    case HP1010:
    case HP1013: return consequences_part(d, PART_FIX) != NULL;
    case HP1011:
    case HP1012:
    case HP1014:
    case HP1015:
    case HP1016:
    case HP1017:
    case HP1018:
    case HP1020:
    case HP1027:
    case HP1029:
    case HP1030:
    case HP1037: return true;
    default: return false;
    }
}

static Str line_text(const Model *m, Line at)
{
    return source_line(sources_get(m->sources, at.file), at.line);
}

/* `bruk` misspelled, or its file not in quotes. */
static bool lacks_a_file(const Model *m, const Diag *d)
{
    return (d->code == HP2001 || d->code == HP1003) &&
           str_find(line_text(m, line_of(m, d->span)), STR(".hplan")) >= 0;
}

/* `for: stab` where no plan is declared: its file was not taken in. */
static bool lacks_its_plan(const Model *m, const Diag *d)
{
    if (d->code != HP2002 || scope_next(m, 0, K_PLAN, 0) != 0)
        return false;
    for (DeclId r = scope_next(m, 0, K_REPORT, 0); r != 0; r = scope_next(m, 0, K_REPORT, r)) {
        PropId p = decl_prop(m, r, P_ANSWERS, NULL);
        for (uint32_t i = 0; p != 0 && i < model_prop(m, p)->count; i++) {
            Span named = fact_said(m, model_fact(m, model_prop(m, p)->first + i));
            if (named.file == d->span.file && named.off == d->span.off)
                return true;
        }
    }
    return false;
}

static void collect(Faults *f)
{
    const DiagSink *sink = f->m->sink;
    for (uint32_t i = 0; i < sink->list.len; i++) {
        Diag *d = sink->list.at[i];
        if (d->severity != SEV_ERROR || d->silenced || span_is_none(d->span))
            continue;
        f->any = f->any || is_family(d, '1') || is_family(d, '2') || is_family(d, '3');
        f->lost = f->lost || loses_things(d);
        f->file_lost = f->file_lost || lacks_its_plan(f->m, d);
        f->file_missing = f->file_missing || consequences_lacks_file(d);
        if (!hides_its_line(d))
            continue;
        f->file_lost = f->file_lost || lacks_a_file(f->m, d);
        *vec_push(f->m->arena, &f->form) = d;
        *vec_push(f->m->arena, &f->lines) = line_of(f->m, d->span);
    }
    f->any = f->any || f->file_missing;
    f->file_lost = f->file_lost || f->file_missing;
    f->next = arena_array(f->m->arena, uint32_t, f->lines.len);
    for (uint32_t i = f->lines.len; i-- > 0;) { /* backwards, so that the first heads its line */
        uint32_t *first = u32map_put(&f->first, line_key(f->lines.at[i]));
        f->next[i] = *first;
        *first = i + 1;
    }
}

/* ---- a line that cannot be read ---- */

/* Of several on one line the first of the form speaks; a header has lost its row when no head of
 * three is known. */
static bool follows_on_line(const Diag *first, const Diag *d)
{
    if (d->code == HP2016)
        return first->code == HP2016;
    if (d->code == HP1017 || d->code == HP1007 || d->code == HP1034)
        return first->code == HP1003;
    if (d->code == HP1002)
        return first->code == HP1007 && first->span.off < d->span.off;
    if (d->code == HP1020) /* a cell too many, and no bar behind it: the row is told once */
        return first->code == HP1022;
    if (d->code == HP2009 && first->code == HP1002 && check_inside(first->span, d->span))
        return true; /* words that nobody understands, since that stands among them */
    if (d->code == HP1004 || d->code == HP1006)
        return (first->code == HP1002 || first->code == HP1007) && first->span.off < d->span.off;
    bool words = first->code == HP2001 || first->code == HP2004 || first->code == HP2019 ||
                 (is_family(first, '1') && !was_read(first));
    return words &&
           ((d->code == HP1030 && first->code != HP1030) || is_family(d, '2') ||
            is_family(d, '3') || is_family(d, '4') || is_family(d, '6') || is_family(d, '9'));
}

/* Are so many columns unknown in this line? */
static bool columns_unknown(const Faults *f, Line at, uint32_t least)
{
    uint32_t count = 0;
    for (uint32_t i = first_form(f, at); i != 0 && count < least; i = f->next[i - 1])
        count += f->form.at[i - 1]->code == HP2016;
    return count == least;
}

static bool line_is_at_fault(const Faults *f, const Diag *d)
{
    Line at = line_of(f->m, d->span);
    uint32_t seen = 0;
    for (uint32_t i = first_form(f, at); i != 0 && seen < MOST_FORM; i = f->next[i - 1], seen++) {
        const Diag *first = f->form.at[i - 1];
        if (first == d || !follows_on_line(first, d))
            continue;
        if (follows_on_line(d, first) && first->span.off >= d->span.off)
            continue; /* of two that would silence each other the earlier speaks */
        if (d->code != HP2016)
            return true;
        return first->span.off < d->span.off && columns_unknown(f, at, 3);
    }
    return false;
}

/* ---- a table that is not read as it was meant ---- */

static bool is_row(Str line)
{
    line = str_trim(line);
    return line.len > 0 && line.ptr[0] == '|';
}

static bool form_at(const Faults *f, Line at)
{
    return first_form(f, at) != 0;
}

/* The rows above a sum, up to the first line that is neither a row nor at fault. */
static bool row_above_is_lost(const Faults *f, const Diag *d)
{
    Line at = line_of(f->m, d->span);
    for (uint32_t i = 0; i < MOST_ROWS && at.line > 0; i++, at.line--) {
        if (form_at(f, at))
            return true;
        if (!is_row(line_text(f->m, at)))
            return false;
    }
    return false;
}

/* «Raden har 4 celler, men tabellen har 3 kolonner»: the header is at fault, and has been told. */
static bool heads_are_at_fault(const Faults *f, const Diag *d)
{
    for (uint32_t i = 0; i < d->parts.len; i++)
        if (d->parts.at[i].kind == PART_PLACE &&
            columns_unknown(f, line_of(f->m, d->parts.at[i].span), 1))
            return true;
    return false;
}

/* The cells of a table whose header is told to be wrong are not held to it. */
static bool header_is_at_fault(const Faults *f, const Diag *d)
{
    Line at = line_of(f->m, d->span);
    for (uint32_t i = 0; i < MOST_ROWS && at.line > 1 && is_row(line_text(f->m, at)); i++)
        at.line--;
    at.line++;
    return columns_unknown(f, at, 1);
}

/* Cells that have slipped one place, or a header in the midst of the rows. */
static bool second_in_row(const Faults *f, const Diag *d)
{
    Line at = line_of(f->m, d->span);
    if (!is_row(line_text(f->m, at)))
        return false;
    const uint32_t *first = u32map_get(&f->values, line_key(at));
    return first != NULL && *first <= d->span.off;
}

/* For second_in_row of those that come after it. */
static void note_value(Faults *f, const Diag *d)
{
    bool told = !d->silenced && consequences_text(d, PART_LABEL, L_CELLS_OF_COLUMN) == NULL;
    if (!told || (d->code != HP3001 && d->code != HP2002) || span_is_none(d->span))
        return;
    uint32_t *first = u32map_put(&f->values, line_key(line_of(f->m, d->span)));
    if (*first == 0 || d->span.off < *first)
        *first = d->span.off + 1;
}

/* ---- a text that lacks its opening marks ---- */

static uint32_t indent_of(Str line)
{
    uint32_t n = 0;
    while (n < line.len && (line.ptr[n] == ' ' || line.ptr[n] == '\t'))
        n++;
    return n;
}

/* What may stand in a text; not what heads or ends a body. */
static bool may_be_prose(Str line)
{
    line = str_trim(line);
    char last = line.len == 0 ? '.' : line.ptr[line.len - 1];
    return !is_row(line) && last != '{' && !str_starts(line, STR("}")) &&
           str_find(line, STR("\"\"\"")) < 0;
}

/* Where marks alone on their line begin a text that has no end, and lines above them cannot be
 * read, they are its end: the first of those lines says that it is text. */
static Line prose_above(const Faults *f, const Diag *marks)
{
    Line at = line_of(f->m, marks->span);
    Line first = {at.file, 0};
    Str line = line_text(f->m, at);
    uint32_t indent = indent_of(line);
    if (str_trim(line).len != 3)
        return first;
    for (uint32_t i = 0; i < MOST_ROWS && at.line > 1; i++) {
        at.line--;
        line = line_text(f->m, at);
        if (!may_be_prose(line) || (str_trim(line).len > 0 && indent_of(line) < indent))
            break;
        if (form_at(f, at))
            first = at;
    }
    return first;
}

/* What the marks have swallowed in their turn. */
static uint32_t swallowed_to(const Faults *f, Line marks)
{
    uint32_t indent = indent_of(line_text(f->m, marks));
    uint32_t count = source_line_count(sources_get(f->m->sources, marks.file));
    for (uint32_t i = 0; i < MOST_ROWS && marks.line < count; i++) {
        Line next = {marks.file, marks.line + 1};
        Str line = line_text(f->m, next);
        if (str_trim(line).len > 0 && indent_of(line) < indent)
            break;
        marks = next;
    }
    return marks.line;
}

static void merge_prose(const Faults *f)
{
    const DiagSink *sink = f->m->sink;
    uint32_t texts = 0;
    for (uint32_t i = 0; i < sink->list.len && texts < MOST_TEXTS; i++) {
        const Diag *marks = sink->list.at[i];
        Line first = {0, 0};
        if (marks->code == HP1004 && !marks->silenced)
            first = prose_above(f, marks);
        if (first.line == 0)
            continue;
        texts++;
        Line end = line_of(f->m, marks->span);
        bool alone = consequences_text(marks, PART_LABEL, L_CLOSES_NOTHING) != NULL;
        Diag *told = consequences_text_told(f->m, first.file, first.line,
                                            alone ? end.line : swallowed_to(f, end));
        diag_note(told, N_TEXT_ENDS_ON);
        diag_int(told, end.line);
    }
}

/* ---- a name that stands on a lost line ---- */

static Str name_sought(const Diag *d)
{
    const DiagPart *headline = &d->parts.at[0];
    for (uint32_t i = headline->args.len; i-- > 0;)
        if (headline->args.at[i].kind == ARG_STR)
            return headline->args.at[i].str;
    return STR_NONE;
}

static bool opens_body(Str line)
{
    bool open = false;
    for (uint32_t i = 0; i < line.len; i++)
        open = line.ptr[i] == '{' || (open && line.ptr[i] != '}');
    return open;
}

/* On the line of a fault, in the rows under it, or in the body that it heads. */
static bool stands_below(Faults *f, Line at, Str name)
{
    Source *source = sources_get(f->m->sources, at.file);
    Str line = line_text(f->m, at);
    uint32_t indent = indent_of(line);
    bool body = opens_body(line);
    for (uint32_t i = 0; i < MOST_ROWS && f->searched < MOST_LINES; i++, f->searched++) {
        if (utf8_has_word(utf8_fold(f->m->scratch, line), name))
            return true;
        if (++at.line > source_line_count(source))
            return false;
        line = line_text(f->m, at);
        bool inside = body && (indent_of(line) > indent || str_trim(line).len == 0);
        if (!is_row(line) && !inside)
            return false;
    }
    return false;
}

static bool name_is_lost(Faults *f, const Diag *d)
{
    if (d->code != HP2002 && d->code != HP2008 && d->code != HP2010 && d->code != HP8001)
        return false;
    if (f->file_lost)
        return !lacks_its_plan(f->m, d);
    Str name = utf8_fold(f->m->scratch, name_sought(d));
    if (d->code == HP8001) /* kind:name */
        name = str_slice(name, (uint32_t)(str_find(name, STR(":")) + 1), name.len);
    Line at = line_of(f->m, d->span);
    for (uint32_t i = 0; name.len > 0 && i < f->lines.len && i < MOST_FORM; i++)
        if (!same_line(f->lines.at[i], at) && stands_below(f, f->lines.at[i], name))
            return true;
    return false;
}

/* ---- what cannot be judged while things are lost ---- */

/* A row that is taken for the header, since the header lacks its first bar. */
static bool stands_for_header(const Faults *f, const Diag *d)
{
    Line above = line_of(f->m, d->span);
    return --above.line > 0 && form_at(f, above) &&
           str_find(line_text(f->m, above), STR("|")) >= 0 && !is_row(line_text(f->m, above));
}

/* What stands outside the plan does so since a { is missing: the first of them says it. */
static bool second_outside(const Faults *f, const Diag *d)
{
    for (uint32_t i = 0; i < f->form.len && i < MOST_FORM && f->form.at[i] != d; i++)
        if (f->form.at[i]->code == HP2007 && f->form.at[i]->span.file == d->span.file &&
            consequences_text(f->form.at[i], PART_LABEL, L_INSIDE_PLAN) != NULL &&
            consequences_text(d, PART_LABEL, L_INSIDE_PLAN) != NULL)
            return true;
    return false;
}

/* The full stop of «mil. kr»: the unit is what was misspelled, and is told with the right one. */
static bool stands_in_unit(const Faults *f, const Diag *d)
{
    const DiagSink *sink = f->m->sink;
    for (uint32_t i = 0; i < sink->list.len && i < MOST_FORM; i++) {
        const Diag *unit = sink->list.at[i];
        if (unit->code == HP3003 && !unit->silenced && unit->span.file == d->span.file &&
            unit->span.off <= d->span.off && d->span.off < unit->span.off + unit->span.len)
            return true;
    }
    return false;
}

/* A row that stands in what was left of a text: where marks are lost, they are told; else the first
 * of the rows is. */
static bool row_in_lost_text(const Faults *f, const Diag *d)
{
    Line at = line_of(f->m, d->span);
    if (!is_row(line_text(f->m, at)))
        return false;
    for (uint32_t i = 0; i < f->form.len && i < MOST_FORM; i++) {
        const Diag *other = f->form.at[i];
        Line above = {f->lines.at[i].file, f->lines.at[i].line + 1};
        if ((other->code == HP1004 && other->span.file == d->span.file) ||
            (other->code == HP1002 && same_line(above, at)))
            return true;
    }
    return false;
}

/* Does a string of the line, as quotes pair up on it, hold this brace? */
static bool in_quotes(Str line, char brace)
{
    bool quoted = false;
    for (uint32_t i = 0; i < line.len; i++) {
        quoted = quoted != (line.ptr[i] == '"');
        if (quoted && line.ptr[i] == brace)
            return true;
    }
    return false;
}

/* One brace too many, since a quotation mark that is missing made text of its fellow. */
static bool fellow_is_quoted(const Faults *f, const Diag *d)
{
    char fellow = d->code == HP1006 ? '{' : '}';
    for (uint32_t i = 0; i < f->form.len && i < MOST_FORM; i++)
        if (f->form.at[i]->code == HP1003 && f->lines.at[i].file == d->span.file &&
            in_quotes(line_text(f->m, f->lines.at[i]), fellow))
            return true;
    return false;
}

/* `ramme.2026 - fordelt.2026` where there are two frames: that is told where one figure is asked
 * for, and that the two sides are unlike only comes of it. */
static bool several_told(const Faults *f, const Diag *d)
{
    const DiagSink *sink = f->m->sink;
    Str formula = span_text(f->m->sources, d->span);
    for (uint32_t i = 0; i < sink->list.len && i < MOST_FORM; i++) {
        const Diag *several = sink->list.at[i];
        if (several->code == HP3012 && !several->silenced && !span_is_none(several->span) &&
            utf8_has_word(formula, span_text(f->m->sources, several->span)))
            return true;
    }
    return false;
}

static bool needs_all(Faults *f, const Diag *d)
{
    if (f->file_missing && consequences_may_be_in_file(f->m, d))
        return true;
    switch ((int)d->code) {
    case HP1005:
    case HP1006: return fellow_is_quoted(f, d);
    case HP6012: return f->any;
    case HP1002:
        return stands_in_unit(f, d) || row_in_lost_text(f, d) || line_is_at_fault(f, d);
    case HP4004:
    case HP4009:
    case HP4018: return (f->lost || f->file_lost) && check_is_count(name_sought(d));
    case HP4021: return several_told(f, d);
    case HP6001:
    case HP6002:
    case HP6003:
    case HP6011:
    case HP8013: return f->lost || f->file_lost;
    case HP2007: return second_outside(f, d);
    case HP2016: return stands_for_header(f, d);
    case HP1022: return heads_are_at_fault(f, d);
    case HP3001: return header_is_at_fault(f, d) || second_in_row(f, d);
    case HP4001:
    case HP4007:
    case HP4023: return row_above_is_lost(f, d);
    default: return name_is_lost(f, d);
    }
}

/* Of a line of heads that nobody knows only the first is told of; the rest are named there. */
static void name_with_first(const Faults *f, const Diag *d)
{
    uint32_t i = d->code == HP2016 ? first_form(f, line_of(f->m, d->span)) : 0;
    while (i != 0 && (f->form.at[i - 1]->code != HP2016 || f->form.at[i - 1]->silenced))
        i = f->next[i - 1];
    if (i != 0)
        diag_place(f->form.at[i - 1], d->span, L_NOR_THIS);
}

void consequences_settle(Model *m)
{
    Faults f = {.m = m};
    consequences_columns(m);
    u32map_init(&f.first, m->scratch);
    u32map_init(&f.values, m->scratch);
    collect(&f);
    for (uint32_t i = 0; f.any && i < m->sink->list.len; i++) {
        Diag *d = m->sink->list.at[i];
        if (!d->silenced && !span_is_none(d->span) &&
            (line_is_at_fault(&f, d) || needs_all(&f, d))) {
            silence(d);
            name_with_first(&f, d);
        }
        note_value(&f, d);
    }
    if (f.lost)
        merge_prose(&f);
    if (f.any) {
        consequences_commas(m);
        consequences_pasted_rows(m);
        consequences_typed_rows(m);
        consequences_text_runs(m);
        consequences_terms(m);
        consequences_names(m);
    }
    consequences_values(m);
    consequences_pairs(m);
}
