/*
 * slate.c — records that are noted while they are told.  Layer: write.
 *
 * Notes stand in the order in which they came and so do their texts: what is forgotten is always
 * the end of both. A place is noted as an object with its file and, as `number`, its line.
 */
#include "write/slate.h"

/* ---- noting --------------------------------------------------------------------------------- */

static Note add(Slate *s, RecordKey key, Str text)
{
    NoteData *d = vec_push(s->arena, &s->notes);
    Note n = s->notes.len - 1;
    *d = (NoteData){.key = (uint8_t)key, .up = s->open, .from = (uint32_t)s->texts.len,
                    .len = text.len};
    buf_str(&s->texts, text);
    NoteData *up = &s->notes.at[s->open];
    if (up->last != 0)
        s->notes.at[up->last].next = n;
    else
        up->first = n;
    up->last = n;
    return n;
}

static void open_nest(RecordSink *to, RecordKey key, RecordNest nest)
{
    Slate *s = (Slate *)to;
    (void)nest;
    s->open = add(s, key, STR_NONE);
}

static void close_nest(RecordSink *to, RecordNest nest)
{
    Slate *s = (Slate *)to;
    Note closed = s->open;
    (void)nest;
    s->open = s->notes.at[closed].up;
    s->closed(s, closed);
}

static void note_text(RecordSink *to, RecordKey key, Str text)
{
    (void)add((Slate *)to, key, text);
}

static void note_place(RecordSink *to, const RecordPlace *place)
{
    Slate *s = (Slate *)to;
    Buf line;
    char digits[16];
    open_nest(to, KEY_place, NEST_OBJECT);
    note_text(to, KEY_file, place->file);
    line = (Buf){.ptr = digits, .cap = sizeof digits};
    buf_int(&line, place->line);
    note_text(to, KEY_number, buf_view(&line));
    s->open = s->notes.at[s->open].up;
}

void slate_init(Slate *s, Arena *arena, void (*closed)(Slate *s, Note n))
{
    *s = (Slate){.sink = {open_nest, close_nest, note_text, note_text, note_text, note_place},
                 .arena = arena,
                 .closed = closed};
    buf_init(&s->texts, arena);
    (void)vec_push(arena, &s->notes); /* none: all that is open hangs on it */
}

void slate_forget(Slate *s, Note n)
{
    NoteData *up = &s->notes.at[s->notes.at[n].up];
    Note before = up->first == n ? 0 : up->first;
    while (before != 0 && s->notes.at[before].next != n)
        before = s->notes.at[before].next;
    if (before == 0)
        up->first = 0;
    else
        s->notes.at[before].next = 0;
    up->last = before;
    s->texts.len = s->notes.at[n].from;
    s->notes.len = n;
}

/* ---- looking -------------------------------------------------------------------------------- */

RecordKey slate_key(const Slate *s, Note n)
{
    return (RecordKey)s->notes.at[n].key;
}

Note slate_up(const Slate *s, Note n)
{
    return s->notes.at[n].up;
}

Note slate_first(const Slate *s, Note n)
{
    return n == 0 ? 0 : s->notes.at[n].first;
}

Note slate_next(const Slate *s, Note n)
{
    return s->notes.at[n].next;
}

Note slate_get(const Slate *s, Note object, RecordKey key)
{
    Note n = slate_first(s, object);
    while (n != 0 && s->notes.at[n].key != key)
        n = s->notes.at[n].next;
    return n;
}

Str slate_text(const Slate *s, Note object, RecordKey key)
{
    Note n = slate_get(s, object, key);
    return n == 0 ? STR_NONE : (Str){s->texts.ptr + s->notes.at[n].from, s->notes.at[n].len};
}

bool slate_is(const Slate *s, Note object, RecordKey key, const char *text)
{
    return str_eq(slate_text(s, object, key), str_from(text));
}

Note slate_around(const Slate *s, Note n, const char *type)
{
    while (n != 0 && !slate_is(s, n, KEY_type, type))
        n = s->notes.at[n].up;
    return n;
}
