/*
 * ndjson.c — every stated figure as one line of JSON, for those who ask many plans at once.
 * Layer: write.
 *
 * In: the same records as json.c prints. Out: an object a figure, each on a line of its own, with
 * what it takes to know which figure it is, so that no line needs another one:
 *
 *     {"municipality":"Kragerø","year":"2018","document":"Handlingsplan 2018 …","kind":"breakdown",
 *      "id":"breakdown-kostra","row":"Skole- og barnehagetjenester","head":"Netto ramme",
 *      "text":"835 972","decimal":"835972","unit":"kr","base":"835972","base_unit":"kr", …}
 *
 * A figure's lines are written when the properties or the row that it stands in are complete; of
 * what is complete the slate (slate.h) forgets all that no later line can ask for.
 */
#include "write/write.h"

#include "base/json.h"
#include "write/slate.h"

typedef struct Lines {
    Slate slate; /* first: its sink is what the functions are given */
    Buf *out;
} Lines;

/* ---- finding one's way in the records ------------------------------------------------------- */

/* The record with the same number in another list. */
static Note counterpart(const Slate *s, Note in_one, Note other)
{
    Note there = slate_first(s, other);
    for (Note n = slate_first(s, slate_up(s, in_one)); n != in_one && there != 0; n = slate_next(s, n))
        there = slate_next(s, there);
    return there;
}

/* The first value of a property of the document itself. */
static Str of_document(const Slate *s, Note figure, const char *key)
{
    Note top = slate_around(s, figure, "declaration");
    for (Note n = top; n != 0; n = slate_around(s, slate_up(s, n), "declaration"))
        top = n;
    Note p = slate_first(s, slate_get(s, top, KEY_properties));
    for (; p != 0; p = slate_next(s, p))
        if (slate_is(s, p, KEY_key, key))
            return slate_text(s, slate_first(s, slate_get(s, p, KEY_values)), KEY_text);
    return STR_NONE;
}

/* ---- which records are figures -------------------------------------------------------------- */

static bool has_figure_kind(const Slate *s, Note n)
{
    static const char *const kinds[] = {"number", "range", "ratio", "formula", "missing", "nil"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slate_is(s, n, KEY_kind, kinds[i]))
            return true;
    return false;
}

/* The property of a thing that a row declares stands among that thing's own, too: told there. */
static bool is_told_twice(const Slate *s, Note cell)
{
    Note row = slate_up(s, slate_up(s, cell));
    Note columns = slate_get(s, slate_up(s, slate_up(s, row)), KEY_columns);
    return slate_get(s, row, KEY_declares) != 0 &&
           slate_is(s, counterpart(s, cell, columns), KEY_use, "property");
}

/* ---- a line --------------------------------------------------------------------------------- */

static void put(JsonOut *j, const char *key, Str text)
{
    if (text.len == 0)
        return;
    json_out_key(j, key);
    json_out_str(j, text);
}

static void put_period(JsonOut *j, const Slate *s, Note of)
{
    Note period = slate_get(s, of, KEY_period);
    put(j, "period", slate_text(s, period, KEY_text));
    put(j, "from", slate_text(s, period, KEY_from));
    put(j, "to", slate_text(s, period, KEY_to));
    put(j, "version", slate_text(s, of, KEY_version));
}

static Note document_of(const Slate *s, Note n)
{
    while (n != 0 && slate_key(s, slate_up(s, n)) != KEY_documents)
        n = slate_up(s, n);
    return n;
}

static void put_where(JsonOut *j, const Slate *s, Note figure)
{
    Note thing = slate_around(s, figure, "declaration");
    put(j, "municipality", of_document(s, figure, "municipality"));
    put(j, "year", of_document(s, figure, "year"));
    Note document = document_of(s, figure);
    put(j, "document", slate_text(s, document, KEY_title));
    put(j, "document_kind", slate_text(s, document, KEY_kind));
    put(j, "kind", slate_text(s, thing, KEY_kind));
    put(j, "id", slate_text(s, thing, KEY_id));
    put(j, "title", slate_text(s, thing, KEY_title));
}

/* What it is of its thing: a property, or a cell of its table. */
static void put_which(JsonOut *j, const Slate *s, Note figure)
{
    Note holder = slate_up(s, slate_up(s, figure));
    if (slate_key(s, slate_up(s, figure)) == KEY_values) {
        put(j, "property", slate_text(s, holder, KEY_key));
        put_period(j, s, holder);
        return;
    }
    Note columns = slate_get(s, slate_up(s, slate_up(s, holder)), KEY_columns);
    Note column = counterpart(s, figure, columns);
    put(j, "row", slate_text(s, holder, KEY_label));
    put(j, "role", slate_text(s, holder, KEY_role));
    put(j, "codes", slate_text(s, holder, KEY_codes));
    put(j, "head", slate_text(s, column, KEY_label));
    put_period(j, s, column);
}

static void put_value(JsonOut *j, const Slate *s, Note figure)
{
#define SAME(name) {#name, KEY_##name}
    static const struct {
        const char *name;
        RecordKey key;
    } same[] = {SAME(text), SAME(decimal),    SAME(low),     SAME(high),    SAME(unit),
                SAME(step), SAME(comparator), SAME(missing), SAME(equation)};
#undef SAME
    put(j, "value", slate_text(s, figure, KEY_kind));
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        put(j, same[i].name, slate_text(s, figure, same[i].key));
    if (slate_get(s, figure, KEY_approx) != 0) {
        json_out_key(j, "approx");
        json_out_bool(j, true);
    }
    Note computed = slate_get(s, figure, KEY_computed);
    put(j, "computed", slate_text(s, computed, KEY_decimal));
    put(j, "computed_unit", slate_text(s, computed, KEY_unit));
    Note base = slate_get(s, figure, KEY_base);
    put(j, "base", slate_text(s, base != 0 ? base : figure, KEY_decimal));
    put(j, "base_unit", slate_text(s, base != 0 ? base : figure, KEY_unit));
}

static void put_place(JsonOut *j, const Slate *s, Note figure)
{
    Note place = slate_get(s, figure, KEY_place);
    if (place == 0)
        return;
    put(j, "file", slate_text(s, place, KEY_file));
    json_out_key(j, "line");
    json_out_raw(j, slate_text(s, place, KEY_number));
}

static void put_line(Buf *out, const Slate *s, Note figure)
{
    JsonOut j;
    Note document = document_of(s, figure);
    if (slate_first(s, slate_up(s, document)) != document)
        return; /* of the plan that a report answers, which has lines of its own */
    json_out_init(&j, out, 0);
    json_out_open(&j, '{');
    put_where(&j, s, figure);
    put_which(&j, s, figure);
    put_value(&j, s, figure);
    put_place(&j, s, figure);
    json_out_close(&j, '}');
    buf_char(out, '\n');
}

/* ---- when a line is known ------------------------------------------------------------------- */

static void put_values(Lines *l, Note property)
{
    const Slate *s = &l->slate;
    for (Note n = slate_first(s, slate_get(s, property, KEY_values)); n != 0; n = slate_next(s, n))
        if (has_figure_kind(s, n))
            put_line(l->out, s, n);
}

static void put_cells(Lines *l, Note row)
{
    const Slate *s = &l->slate;
    for (Note n = slate_first(s, slate_get(s, row, KEY_cells)); n != 0; n = slate_next(s, n))
        if (has_figure_kind(s, n) && !is_told_twice(s, n))
            put_line(l->out, s, n);
}

/* Of a thing at the top the properties are kept, since all lines below tell some of them; its own
 * lines too may need one that comes later. */
static void close_note(Slate *s, Note closed)
{
    Lines *l = (Lines *)s;
    RecordKey list = slate_key(s, slate_up(s, closed));
    Note thing = slate_up(s, closed);
    if (list == KEY_rows)
        put_cells(l, closed);
    if (slate_key(s, closed) == KEY_properties) {
        for (Note p = slate_first(s, closed); p != 0; p = slate_next(s, p))
            put_values(l, p);
        if (slate_key(s, slate_up(s, thing)) != KEY_declarations)
            slate_forget(s, closed);
    } else if (list == KEY_rows || list == KEY_contents || list == KEY_declarations ||
               list == KEY_checks) {
        slate_forget(s, closed);
    }
}

void write_ndjson(Buf *out, const Report *r)
{
    Lines l = {.out = out};
    slate_init(&l.slate, out->arena, close_note);
    report_records(r, &l.slate.sink);
}
