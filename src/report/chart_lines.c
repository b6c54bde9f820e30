/*
 * chart_lines.c — figures of three times or more as lines.  Layer: report.
 *
 * in:  the figures of one unit, each with its time
 * out: a line for each row and column that they stand in; NULL where bars say it better
 *
 * A line shows how a thing develops. Where the years are parts of a sum, or there are more lines
 * than an eye can follow, bars are what shows it; so they are where an account so far in a year
 * would look like a fall from a whole one.
 */
#include "report/chart_int.h"

enum {
    TIMES_MIN = 3,
    FIGURES_MAX = 600, /* more would only blacken the chart */
    YEARS_MAX = 40,    /* that one figure is said of */
    EDGE = 40          /* room beside the first and the last time, in thousandths */
};

/* Days of years that all have the same number of them. */
enum { DAY_MONTH = 31, DAY_YEAR = 12 * DAY_MONTH };

typedef struct Spot {
    int32_t day;
    const ChartFigure *figure;
    bool last; /* of the years that the figure is said of */
} Spot;

typedef struct Series {
    const ChartFigure *like; /* one of its figures */
    VEC(Spot) spots;         /* in order of time */
    VEC(int32_t) missing;
} Series;

typedef struct Lines {
    Maker *mk;
    VEC(Series) series;
    VEC(Spot) times; /* all there are, in order */
    uint32_t figures;
    bool years, parts; /* is any figure of a whole year, of less? */
} Lines;

/* --- times ----------------------------------------------------------------------------------- */

static int32_t day_of(Date d)
{
    return (int32_t)d.year * DAY_YEAR + (d.month - 1) * DAY_MONTH + d.day - 1;
}

static bool is_end_of_year(Date d)
{
    return d.month == 12 && d.day == 31;
}

/* Years, or a day on which one ends. */
static bool is_whole_years(Period p)
{
    return p.kind == PERIOD_YEAR || p.kind == PERIOD_YEARS ||
           (p.kind == PERIOD_DATE && is_end_of_year(p.to));
}

/* A place on a line of time? */
static bool is_a_time(Period p)
{
    if (p.kind == PERIOD_YEARS)
        return p.to.year - p.from.year < YEARS_MAX;
    return p.kind == PERIOD_YEAR || p.kind == PERIOD_PART || p.kind == PERIOD_DATE;
}

/* Where a day stands, or would, among those that are in order. */
static uint32_t find_day(const Spot *spots, uint32_t count, int32_t day)
{
    uint32_t at = count;
    while (at > 0 && spots[at - 1].day >= day)
        at--;
    return at;
}

static void note_time(Lines *l, Spot spot)
{
    uint32_t at = find_day(l->times.at, l->times.len, spot.day);
    if (at < l->times.len && l->times.at[at].day == spot.day)
        return;
    (void)vec_push(l->mk->arena, &l->times);
    memmove(&l->times.at[at + 1], &l->times.at[at], (l->times.len - 1 - at) * sizeof(Spot));
    l->times.at[at] = spot;
}

/* --- lines ----------------------------------------------------------------------------------- */

static bool same_line(const ChartFigure *a, const ChartFigure *b)
{
    return str_eq(a->subject, b->subject) && str_eq(a->head.series, b->head.series) &&
           str_eq(a->group, b->group);
}

static Series *series_of(Lines *l, const ChartFigure *f)
{
    for (uint32_t i = 0; i < l->series.len; i++)
        if (same_line(l->series.at[i].like, f))
            return &l->series.at[i];
    if (l->series.len == CHART_LINES_MAX)
        return NULL;
    Series *s = vec_push(l->mk->arena, &l->series);
    *s = (Series){.like = f};
    return s;
}

/* False: the line has a figure of that time already, so that it is no line. */
static bool add_spot(Lines *l, Series *s, Spot spot)
{
    uint32_t at = find_day(s->spots.at, s->spots.len, spot.day);
    if (at < s->spots.len && s->spots.at[at].day == spot.day)
        return false;
    (void)vec_push(l->mk->arena, &s->spots);
    memmove(&s->spots.at[at + 1], &s->spots.at[at], (s->spots.len - 1 - at) * sizeof(Spot));
    s->spots.at[at] = spot;
    note_time(l, spot);
    return true;
}

/* What is said of years is said of each of them. */
static bool add_figure(Lines *l, const ChartFigure *f)
{
    Period p = f->head.when;
    Series *s = is_a_time(p) && f->head.time.len > 0 ? series_of(l, f) : NULL;
    if (s == NULL)
        return false;
    l->figures++;
    *(is_whole_years(p) ? &l->years : &l->parts) = true;
    int first = p.kind == PERIOD_YEARS ? p.from.year : p.to.year;
    for (int year = first; year <= p.to.year; year++) {
        Date end = {(int16_t)year, p.to.month, p.to.day};
        if (!add_spot(l, s, (Spot){day_of(end), f, year == p.to.year}))
            return false;
    }
    return true;
}

static void note_missing(Lines *l, const ChartFigure *f)
{
    for (uint32_t i = 0; i < l->series.len; i++)
        if (same_line(l->series.at[i].like, f))
            *vec_push(l->mk->arena, &l->series.at[i].missing) = day_of(f->head.when.to);
}

static bool collect_lines(Lines *l, const ChartFigures *figures, const ChartFigure *first)
{
    if (figures->len > FIGURES_MAX)
        return false;
    for (const ChartFigure *f = first; f < figures->at + figures->len; f++)
        if (f->q.kind == QTY_NUMBER && chart_same_unit(l->mk, f, first) &&
            !add_figure(l, f))
            return false;
    for (uint32_t i = 0; i < figures->len; i++)
        if (figures->at[i].q.kind != QTY_NUMBER && is_a_time(figures->at[i].head.when))
            note_missing(l, &figures->at[i]);
    return true;
}

/* --- are they lines? ------------------------------------------------------------------------- */

/* How far apart the figures of a line usually are: the least that two are. Beside figures of whole
 * years a year is no gap. */
static int32_t usual_distance(const Lines *l, const Series *s)
{
    int32_t usual = INT32_MAX / 2;
    for (uint32_t i = 1; i < s->spots.len; i++) {
        int32_t apart = s->spots.at[i].day - s->spots.at[i - 1].day;
        usual = apart < usual ? apart : usual;
    }
    return l->years && usual < DAY_YEAR ? DAY_YEAR : usual;
}

/* A figure that is missing is no figure between its neighbours. */
static bool is_joined(const Series *s, uint32_t i, int32_t usual)
{
    if (i == 0 || s->spots.at[i].day - s->spots.at[i - 1].day > usual + usual / 2)
        return false;
    for (uint32_t j = 0; j < s->missing.len; j++)
        if (s->missing.at[j] > s->spots.at[i - 1].day && s->missing.at[j] < s->spots.at[i].day)
            return false;
    return true;
}

static bool has_a_line(const Lines *l)
{
    for (uint32_t i = 0; i < l->series.len; i++) {
        const Series *s = &l->series.at[i];
        int32_t usual = usual_distance(l, s);
        for (uint32_t j = 1; j < s->spots.len; j++)
            if (is_joined(s, j, usual))
                return true;
    }
    return false;
}

static bool is_development(const Lines *l, const ChartFigure *first)
{
    bool grows_in_the_year = l->years && l->parts && unit_sums(&l->mk->m->units, first->q.unit);
    return l->times.len >= TIMES_MIN && l->figures >= TIMES_MIN && has_a_line(l) &&
           !grows_in_the_year;
}

/* --- drawing --------------------------------------------------------------------------------- */

static Str year_name(const Maker *mk, int year)
{
    Buf b;
    buf_init(&b, mk->arena);
    buf_printf(&b, "%d", year);
    return buf_view(&b);
}

static uint16_t place_day(const Lines *l, int32_t day)
{
    int64_t first = l->times.at[0].day, last = l->times.at[l->times.len - 1].day;
    return (uint16_t)(EDGE + (day - first) * (CHART_WIDTH - 2 * EDGE) / (last - first));
}

/* A year without figures is a year all the same. */
static void name_times(const Lines *l, Chart *chart)
{
    const Spot *first = l->times.at, *last = first + l->times.len - 1;
    if (l->parts)
        for (const Spot *spot = last + 1; spot-- > first;)
            chart_add_time(l->mk, chart, spot->figure->head.time, place_day(l, spot->day));
    else
        for (int32_t day = last->day; day >= first->day; day -= DAY_YEAR)
            chart_add_time(l->mk, chart, year_name(l->mk, day / DAY_YEAR), place_day(l, day));
}

static void add_part(Buf *b, Str part, bool same)
{
    if (same || part.len == 0)
        return;
    buf_cstr(b, b->len > 0 ? ", " : "");
    buf_str(b, part);
}

/* What all there is to draw has in common is no name for one line, be they in one chart or a chart
 * for each unit. */
static Str line_name(Maker *mk, const ChartFigures *figures, const ChartFigure *f)
{
    bool group = true, subject = true, series = true;
    for (uint32_t i = 0; i < figures->len; i++) {
        const ChartFigure *other = &figures->at[i];
        group = group && str_eq(other->group, f->group);
        subject = subject && str_eq(other->subject, f->subject);
        series = series && str_eq(other->head.series, f->head.series);
    }
    Buf b;
    buf_init(&b, mk->arena);
    add_part(&b, f->group, group);
    add_part(&b, f->subject, subject);
    add_part(&b, f->head.series, series);
    return buf_view(&b);
}

/* Told once, at the last of the years that it is said of; with its unit
 * if the scale has another. */
static Str point_text(const Maker *mk, const Spot *spot, const ChartFigure *first)
{
    const UnitTable *units = &mk->m->units;
    Decimal one = unit_get(units, spot->figure->q.unit)->factor;
    bool same = decimal_cmp(one, unit_get(units, first->q.unit)->factor) == 0;
    if (!spot->last)
        return STR_NONE;
    return same ? spot->figure->bare : spot->figure->text;
}

static void add_points(const Lines *l, const Series *s, const ChartScale *scale,
                       const ChartFigure *first, ChartLine *line)
{
    int32_t usual = usual_distance(l, s);
    for (uint32_t i = 0; i < s->spots.len; i++) {
        const Spot *spot = &s->spots.at[i];
        *vec_push(l->mk->arena, &line->points) =
            (ChartPoint){.x = place_day(l, spot->day),
                         .y = chart_place(scale, spot->figure->q.mid),
                         .joined = is_joined(s, i, usual),
                         .text = point_text(l->mk, spot, first)};
    }
    line->last = s->spots.at[s->spots.len - 1].figure->text;
    line->name_at = line->points.at[line->points.len - 1].y;
}

/* --- all of it ------------------------------------------------------------------------------- */

Chart *chart_lines(Maker *mk, const ChartFigures *figures, const ChartFigure *first)
{
    Lines l = {.mk = mk};
    if (!collect_lines(&l, figures, first) || !is_development(&l, first))
        return NULL;
    Chart *chart = arena_new(mk->arena, Chart);
    ChartScale scale = {first->q.mid, first->q.mid};
    for (uint32_t i = 0; i < l.series.len; i++)
        for (uint32_t j = 0; j < l.series.at[i].spots.len; j++)
            chart_widen(&scale, l.series.at[i].spots.at[j].figure->q.mid);
    chart_name_scale(mk, &scale, first, chart);
    name_times(&l, chart);
    for (uint32_t i = 0; i < l.series.len; i++) {
        const Series *s = &l.series.at[i];
        ChartLine *line = vec_push(mk->arena, &chart->lines);
        line->name = line_name(mk, figures, s->like);
        line->expected = s->like->head.expected;
        add_points(&l, s, &scale, first, line);
    }
    chart_place_texts(chart);
    return chart;
}
