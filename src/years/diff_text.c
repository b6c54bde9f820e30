/*
 * diff_text.c — changes for people.  Layer: years.
 *
 *     Økonomi og nøkkeltall
 *       ramme «Netto ramme for kommunalområdet»
 *         2018: 38 228 737 kr → 38 500 000 kr, opp 271 263 kr (0,7 %)
 *
 * in:  the changes
 * out: a heading a group, a line a thing and a line a change of it
 */
#include "years/diff_parts.h"
#include "years/wording.h"

#define NBSP  "\xC2\xA0"
#define ARROW " → "

static const char *const headings[GROUP_COUNT][LANG_COUNT] = {
#define GROUP(id, nb, nn, en) {nb, nn, en},
#include "years/diff_groups.def"
#undef GROUP
};

static void put(Buf *out, const Diff *d, SayId id, Str a, Str b)
{
    say_put(out, id, d->lang, a, b);
}

/* An answer in a report is called what the plan calls it. */
Str diff_thing_told(const Diff *d, const DiffSide *side, DeclId thing)
{
    const Decl *decl = model_decl(side->m, thing);
    Str number = decl_number(side->m, decl)->text, label = decl_label(side->m, thing);
    Buf out;
    buf_init(&out, d->arena);
    buf_str(&out, word_of(decl->term, d->lang));
    if (number.len > 0)
        buf_printf(&out, " %.*s", STR_ARG(number));
    if (label.len > 0 && !str_eq(label, number)) {
        buf_char(&out, ' ');
        put(&out, d, SAY_DIFF_CALLED, label, STR_NONE);
    }
    return buf_view(&out);
}

/* --- one change ------------------------------------------------------------------------------ */

static void put_value(Buf *out, const Diff *d, Str value)
{
    buf_str(out, value.len > 0 ? value : say_text(SAY_DIFF_NONE, d->lang));
}

static void put_step(Buf *out, const Diff *d, const Step *step)
{
    buf_cstr(out, ", ");
    put(out, d, decimal_sign(step->diff) > 0 ? SAY_DIFF_UP : SAY_DIFF_DOWN, step->amount, STR_NONE);
    if (!step->has_percent)
        return;
    buf_cstr(out, " (");
    decimal_put_norwegian(out, step->percent, NBSP, false);
    buf_cstr(out, NBSP "%)");
}

/* "2018: 34,1 mill. kr → 38,2 mill. kr, opp 4,1 mill. kr (12,0 %)". An old value of another year
 * has that behind it: "2019: 34,1 mill. kr (2018) → 38,2 mill. kr". */
static void put_values(Buf *out, const Diff *d, const Change *c)
{
    buf_cstr(out, ": ");
    put_value(out, d, c->was);
    if (c->when_was.len > 0) {
        buf_cstr(out, " (");
        buf_str(out, c->when_was);
        buf_char(out, ')');
    }
    buf_cstr(out, ARROW);
    put_value(out, d, c->is);
    if (c->step != NULL)
        put_step(out, d, c->step);
}

/* "frist", "måltall 2019", and of what a thing is for, as a frame's amount, the time alone. */
static void put_property(Buf *out, const Diff *d, const Change *c)
{
    bool own = c->when.len > 0 &&
               (vocab_term(c->term)->id == P_AMOUNT || vocab_term(c->term)->id == P_VALUE);
    if (!own)
        buf_str(out, word_of(c->term, d->lang));
    buf_cstr(out, !own && c->when.len > 0 ? " " : "");
    buf_str(out, c->when);
}

static void put_row(Buf *out, const Diff *d, SayId id, const Change *c, Str figures)
{
    put(out, d, id, c->row, STR_NONE);
    if (figures.len == 0)
        return;
    buf_cstr(out, " (");
    buf_str(out, figures);
    buf_char(out, ')');
}

static void put_change(Buf *out, const Diff *d, const Change *c)
{
    switch ((ChangeKind)c->kind) {
    case CHANGE_RENAMED: put(out, d, SAY_DIFF_NOW_CALLED, c->is, STR_NONE); break;
    case CHANGE_MOVED: put(out, d, SAY_DIFF_MOVED, c->was, c->is); break;
    case CHANGE_VALUE:
        put_property(out, d, c);
        put_values(out, d, c);
        break;
    case CHANGE_TEXT:
        if (c->term == 0) {
            put(out, d, SAY_DIFF_TEXT_CHANGED, STR_NONE, STR_NONE);
            break;
        }
        put_property(out, d, c);
        put(out, d, SAY_DIFF_CHANGED, STR_NONE, STR_NONE);
        break;
    case CHANGE_ROW_ADDED: put_row(out, d, SAY_DIFF_NEW_ROW, c, c->is); break;
    case CHANGE_ROW_REMOVED: put_row(out, d, SAY_DIFF_ROW_GONE, c, c->was); break;
    case CHANGE_ROW_RENAMED: put(out, d, SAY_DIFF_ROW_NOW_CALLED, c->was, c->is); break;
    case CHANGE_ROW_SUCCEEDED: put(out, d, SAY_DIFF_SUCCEEDED, c->was, c->is); break;
    case CHANGE_COLUMN_RENAMED: put(out, d, SAY_DIFF_COLUMN_NOW_CALLED, c->was, c->is); break;
    case CHANGE_COLUMN_ADDED: put(out, d, SAY_DIFF_NEW_COLUMN, c->column, STR_NONE); break;
    case CHANGE_COLUMN_REMOVED: put(out, d, SAY_DIFF_COLUMN_GONE, c->column, STR_NONE); break;
    case CHANGE_CELL:
        buf_str(out, c->row);
        buf_cstr(out, ", ");
        buf_str(out, c->column);
        put_values(out, d, c);
        break;
    case CHANGE_ADDED:
    case CHANGE_REMOVED:
    case CHANGE_KINDS: break; /* told in the line of the thing */
    }
}

/* --- things ---------------------------------------------------------------------------------- */

/* "nytt: tiltak «Flere lærlinger» i mål «Kompetanse» (frist: 1.8.2019)" */
static void put_whole(Buf *out, const Diff *d, const Change *c)
{
    const DiffSide *side = c->kind == CHANGE_ADDED ? &d->new : &d->old;
    DeclId thing = c->kind == CHANGE_ADDED ? c->new : c->old;
    DeclId scope = diff_scope(side, thing);
    if (scope != 0 && scope != side->plan)
        put(out, d, c->kind == CHANGE_ADDED ? SAY_DIFF_NEW_IN : SAY_DIFF_GONE_IN,
            diff_thing_told(d, side, thing), diff_thing_told(d, side, scope));
    else
        put(out, d, c->kind == CHANGE_ADDED ? SAY_DIFF_NEW : SAY_DIFF_GONE,
            diff_thing_told(d, side, thing), STR_NONE);
    if (c->is.len > 0) {
        buf_cstr(out, " (");
        buf_str(out, c->is);
        buf_char(out, ')');
    }
}

/* A thing is called by the name under which the reader of the old plan knows it. */
static void put_line(Buf *out, const Diff *d, const Change *c, DeclId *told)
{
    bool whole = c->old == 0 || c->new == 0;
    if (whole || c->new != *told) {
        buf_cstr(out, "  ");
        if (whole)
            put_whole(out, d, c);
        else
            buf_str(out, diff_thing_told(d, &d->old, c->old));
        buf_char(out, '\n');
    }
    *told = whole ? 0 : c->new;
    if (whole)
        return;
    buf_cstr(out, "    ");
    put_change(out, d, c);
    buf_char(out, '\n');
}

/* Does the group have any changes? */
static bool put_group(Buf *out, const Diff *d, DiffGroup group, bool first_group)
{
    bool any = false;
    DeclId told = 0;
    for (uint32_t i = 0; i < d->changes.len; i++) {
        const Change *c = &d->changes.at[i];
        if (c->group != group)
            continue;
        if (!any)
            buf_printf(out, "%s%s\n", first_group ? "" : "\n", headings[group][d->lang]);
        any = true;
        put_line(out, d, c, &told);
    }
    return any;
}

void diff_text(Buf *out, const Diff *d)
{
    bool first = true;
    for (int group = 0; group < GROUP_COUNT; group++)
        if (put_group(out, d, (DiffGroup)group, first))
            first = false;
}
