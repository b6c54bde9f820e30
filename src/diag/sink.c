/*
 * sink.c — the findings of a run: made, put in order, counted.  Layer: diag.
 *
 * In: calls from every stage. Out: a list that the renderers walk. All texts given are copied
 * into the sink's arena, since findings outlive the stages that make them.
 */
#include "diag/diag.h"

#include <assert.h>

void sink_init(DiagSink *sink, Arena *arena, const SourceSet *sources)
{
    *sink = (DiagSink){.arena = arena, .sources = sources};
}

static DiagPart *add_part(Diag *d, PartKind kind, MsgId text)
{
    DiagPart *part = vec_push(d->sink->arena, &d->parts);
    part->kind = kind;
    part->text = text;
    part->span = SPAN_NONE;
    return part;
}

Diag *diag_at(DiagSink *sink, MsgId code, Span span)
{
    assert(code < MSG_COUNT && msg_info(code)->slug != NULL);
    Diag *d = arena_new(sink->arena, Diag);
    d->sink = sink;
    d->code = code;
    d->severity = msg_info(code)->severity;
    d->span = span;
    add_part(d, PART_HEADLINE, code);
    *vec_push(sink->arena, &sink->list) = d;
    return d;
}

void diag_label(Diag *d, MsgId text)
{
    add_part(d, PART_LABEL, text);
}

void diag_place(Diag *d, Span span, MsgId text)
{
    add_part(d, PART_PLACE, text)->span = span;
}

void diag_note(Diag *d, MsgId text)
{
    add_part(d, PART_NOTE, text);
}

void diag_fix(Diag *d, Span span, Str replacement, MsgId text)
{
    DiagPart *part = add_part(d, PART_FIX, text);
    part->span = span;
    part->replacement = str_dup(d->sink->arena, replacement);
}

static DiagArg *add_arg(Diag *d, ArgKind kind)
{
    DiagPart *part = &d->parts.at[d->parts.len - 1];
    if (part->args.len == 0) /* most parts have one */
        vec_room(d->sink->arena, &part->args, 1);
    DiagArg *arg = vec_push(d->sink->arena, &part->args);
    arg->kind = kind;
    return arg;
}

void diag_str(Diag *d, Str s)
{
    add_arg(d, ARG_STR)->str = str_dup(d->sink->arena, s);
}

void diag_int(Diag *d, int64_t n)
{
    add_arg(d, ARG_INT)->number = n;
}

void diag_suggest(Diag *d, Span span, Str meant)
{
    diag_label(d, L_DID_YOU_MEAN);
    diag_str(d, meant);
    diag_fix(d, span, meant, F_WRITE);
}

static const Text3 *copy_text3(Arena *arena, const Text3 *from)
{
    Text3 *copy = arena_new(arena, Text3);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        copy->in[lang] = str_dup(arena, from->in[lang]);
    return copy;
}

void diag_text3(Diag *d, Text3 t)
{
    add_arg(d, ARG_TEXT3)->text3 = copy_text3(d->sink->arena, &t);
}

static void copy_arg(Arena *arena, DiagArg *arg)
{
    arg->str = str_dup(arena, arg->str);
    if (arg->text3 != NULL)
        arg->text3 = copy_text3(arena, arg->text3);
}

Diag *diag_copy(Arena *arena, const Diag *from)
{
    Diag *copy = arena_new(arena, Diag);
    *copy = *from;
    copy->sink = NULL;
    copy->parts.at = arena_array(arena, DiagPart, from->parts.len);
    copy->parts.cap = from->parts.len;
    for (uint32_t i = 0; i < from->parts.len; i++) {
        DiagPart *part = &copy->parts.at[i];
        *part = from->parts.at[i];
        part->replacement = str_dup(arena, part->replacement);
        part->args.at = arena_array(arena, DiagArg, part->args.len);
        part->args.cap = part->args.len;
        for (uint32_t k = 0; k < part->args.len; k++) {
            part->args.at[k] = from->parts.at[i].args.at[k];
            copy_arg(arena, &part->args.at[k]);
        }
    }
    return copy;
}

/* ---- order ---------------------------------------------------------------------------------- */

static int by_number(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* Of one code at one place: two rules may be broken by the same thing,
 * and differ in their texts. */
static int by_text(const Diag *a, const Diag *b)
{
    if (a->parts.at[0].args.len == 0 || b->parts.at[0].args.len == 0)
        return 0;
    const DiagArg *x = &a->parts.at[0].args.at[0];
    const DiagArg *y = &b->parts.at[0].args.at[0];
    if (x->kind != ARG_TEXT3 || y->kind != ARG_TEXT3)
        return 0;
    return str_cmp(x->text3->in[LANG_NB], y->text3->in[LANG_NB]);
}

static int compare(const Diag *a, const Diag *b)
{
    int order = by_number(a->span.file, b->span.file);
    if (order == 0)
        order = by_number(a->span.off, b->span.off);
    if (order == 0 && a->code != b->code) /* by name: rows of codes.def may stand in any order */
        order = strcmp(msg_info(a->code)->name, msg_info(b->code)->name);
    if (order == 0)
        order = by_number(a->span.len, b->span.len);
    return order == 0 && a->code == b->code ? by_text(a, b) : order;
}

static void merge(Diag **to, Diag **from, uint32_t start, uint32_t middle, uint32_t end)
{
    uint32_t left = start;
    uint32_t right = middle;
    for (uint32_t i = start; i < end; i++) {
        bool take_left = left < middle && (right >= end || compare(from[left], from[right]) <= 0);
        to[i] = from[take_left ? left++ : right++];
    }
}

/* A stable sort, bottom up: runs of 1, 2, 4 … are merged from one array into the other. */
static void sort_stable(DiagSink *sink)
{
    uint32_t count = sink->list.len;
    Diag **from = sink->list.at;
    Diag **to = arena_array(sink->arena, Diag *, count);
    for (uint64_t run = 1; run < count; run *= 2) {
        for (uint64_t start = 0; start < count; start += 2 * run) {
            uint64_t middle = start + run < count ? start + run : count;
            uint64_t end = middle + run < count ? middle + run : count;
            merge(to, from, (uint32_t)start, (uint32_t)middle, (uint32_t)end);
        }
        Diag **done = to;
        to = from;
        from = done;
    }
    if (from != sink->list.at)
        memcpy(sink->list.at, from, count * sizeof(Diag *));
}

void sink_sort(DiagSink *sink)
{
    if (sink->list.len < 2)
        return;
    sink->older.len = 0; /* what was found by place stands elsewhere now */
    sink->by_place = (U32Map){0};
    sort_stable(sink);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < sink->list.len; i++) {
        Diag *next = sink->list.at[i];
        Diag **last = &sink->list.at[kept - 1];
        if (compare(*last, next) != 0)
            sink->list.at[kept++] = next;
        else if ((*last)->silenced) /* what is shown must not vanish behind what is not */
            *last = next;
    }
    sink->list.len = kept;
}

uint32_t sink_count(const DiagSink *sink, Severity severity)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < sink->list.len; i++)
        count += !sink->list.at[i]->silenced && sink->list.at[i]->severity == severity;
    return count;
}

/* Findings of one code at one place hang together; the newest first. They are entered when they
 * are asked for, since most runs never ask. */
static uint64_t place_key(MsgId code, Span span)
{
    return (uint64_t)code << 52 ^ (uint64_t)span.file << 32 ^ span.off;
}

static void index_findings(DiagSink *sink)
{
    if (sink->by_place.arena == NULL)
        u32map_init(&sink->by_place, sink->arena);
    while (sink->older.len < sink->list.len) {
        const Diag *d = sink->list.at[sink->older.len];
        uint32_t *newest = u32map_put(&sink->by_place, place_key(d->code, d->span));
        *vec_push(sink->arena, &sink->older) = *newest;
        *newest = sink->older.len;
    }
}

Diag *sink_find(DiagSink *sink, MsgId code, Span span)
{
    index_findings(sink);
    const uint32_t *newest = u32map_get(&sink->by_place, place_key(code, span));
    for (uint32_t i = newest == NULL ? 0 : *newest; i != 0; i = sink->older.at[i - 1]) {
        Diag *d = sink->list.at[i - 1];
        if (d->code == code && d->span.file == span.file && d->span.off == span.off &&
            d->span.len == span.len)
            return d;
    }
    return NULL;
}

bool sink_has(DiagSink *sink, MsgId code, Span span)
{
    return sink_find(sink, code, span) != NULL;
}
