/*
 * test_source.c — offsets, lines, columns and UTF-16 in texts of every kind.
 */
#include "source/excerpt.h"
#include "source/source.h"

#include <check.h>

Suite *test_source_suite(void);

typedef struct Fixture {
    Arena arena;
    SourceSet set;
    Source *src;
} Fixture;

static void open_bytes(Fixture *f, const char *text, uint32_t len)
{
    arena_init(&f->arena, NULL);
    sources_init(&f->set, &f->arena);
    FileId id = sources_add(&f->set, STR("a.hplan"), STR("/x/a.hplan"), text, len);
    f->src = sources_get(&f->set, id);
}

static void open_text(Fixture *f, const char *text)
{
    open_bytes(f, text, (uint32_t)strlen(text));
}

static void check_place(Fixture *f, uint32_t off, uint32_t line, uint32_t column, uint32_t utf16)
{
    Place place = source_place(f->src, off);
    ck_assert_uint_eq(place.line, line);
    ck_assert_uint_eq(place.column, column);
    ck_assert_uint_eq(source_utf16_column(f->src, off), utf16);
    if (off <= f->src->len) {
        ck_assert_uint_eq(source_utf16_offset(f->src, line, utf16), off);
        uint32_t bytes = source_utf8_column(f->src, off);
        ck_assert_uint_eq(bytes, off - source_line_start(f->src, line));
        ck_assert_uint_eq(source_utf8_offset(f->src, line, bytes), off);
    }
}

static void check_line(Fixture *f, uint32_t line, const char *text)
{
    Str got = source_line(f->src, line);
    ck_assert_msg(str_eq(got, str_from(text)), "line %u: \"%.*s\"", (unsigned)line, STR_ARG(got));
}

/* Whichever place was asked for before, and however far ahead the next one is. */
START_TEST(places_in_any_order)
{
    Fixture f, fresh;
    Buf text;
    Arena own;
    arena_init(&own, NULL);
    buf_init(&text, &own);
    buf_cstr(&text, "\xEF\xBB\xBF");
    for (unsigned i = 0; i < 60; i++)
        buf_printf(&text, "%.*s\r\næø", (int)(i * 7 % 50), "å0123456789å0123456789å0123456789å012345678");
    open_bytes(&f, text.ptr, (uint32_t)text.len);
    for (uint32_t step = 1; step < 1000; step += step < 20 ? 1 : 97)
        for (uint32_t off = 0; off <= text.len; off += step) {
            open_bytes(&fresh, text.ptr, (uint32_t)text.len);
            Place alone = source_place(fresh.src, off);
            Place after = source_place(f.src, off);
            arena_free(&fresh.arena);
            ck_assert_uint_eq(after.line, alone.line);
            ck_assert_uint_eq(after.column, alone.column);
        }
    arena_free(&f.arena);
    arena_free(&own);
}
END_TEST

START_TEST(norwegian_letters)
{
    Fixture f;
    open_text(&f, "år: 2018\nmål æøå x\n");
    check_place(&f, 0, 1, 1, 0);
    check_place(&f, 2, 1, 2, 1);   /* r, behind two bytes of å */
    check_place(&f, 9, 1, 9, 8);   /* the line's end */
    check_place(&f, 10, 2, 1, 0);  /* m */
    check_place(&f, 22, 2, 9, 8);  /* x */
    check_place(&f, 24, 3, 1, 0);  /* behind the last line feed */
    check_place(&f, 999, 3, 1, 0); /* beyond the end is the end */
    ck_assert_uint_eq(source_line_count(f.src), 3);
    check_line(&f, 2, "mål æøå x");
    check_line(&f, 3, "");
    check_line(&f, 4, "");
    arena_free(&f.arena);
}
END_TEST

START_TEST(emoji_and_marks)
{
    Fixture f;
    open_text(&f, "a😀b e\xCC\x81 f");
    check_place(&f, 1, 1, 2, 1);
    check_place(&f, 5, 1, 3, 3);  /* b: the emoji is one code point and two UTF-16 units */
    check_place(&f, 8, 1, 6, 6);  /* the combining mark is a column of its own */
    check_place(&f, 11, 1, 8, 8); /* f */
    Place inside = source_place(f.src, 3);
    ck_assert_uint_eq(inside.column, 2); /* in the middle of the emoji: on it */
    ck_assert_uint_eq(source_utf16_column(f.src, 3), 1);
    ck_assert_uint_eq(source_utf16_offset(f.src, 1, 2), 5); /* between surrogates */
    arena_free(&f.arena);
}
END_TEST

START_TEST(line_ends)
{
    Fixture f;
    open_text(&f, "ab\r\ncd\r\n\r\nno end");
    ck_assert_uint_eq(source_line_count(f.src), 4);
    check_line(&f, 1, "ab");
    check_line(&f, 2, "cd");
    check_line(&f, 3, "");
    check_line(&f, 4, "no end");
    check_place(&f, 4, 2, 1, 0);
    check_place(&f, 10, 4, 1, 0);
    check_place(&f, 16, 4, 7, 6);
    ck_assert_uint_eq(source_line_start(f.src, 2), 4);
    ck_assert_uint_eq(source_line_start(f.src, 9), 16);
    arena_free(&f.arena);
}
END_TEST

START_TEST(empty_file)
{
    Fixture f;
    open_text(&f, "");
    check_place(&f, 0, 1, 1, 0);
    check_line(&f, 1, "");
    ck_assert_uint_eq(source_line_count(f.src), 1);
    arena_free(&f.arena);
}
END_TEST

START_TEST(byte_order_mark)
{
    Fixture f;
    open_text(&f, "\xEF\xBB\xBFplan\n");
    check_place(&f, 3, 1, 1, 0);
    check_place(&f, 4, 1, 2, 1);
    check_line(&f, 1, "plan");
    Place mark = source_place(f.src, 0);
    ck_assert_uint_eq(mark.line, 1);
    ck_assert_uint_eq(mark.column, 1);
    arena_free(&f.arena);
}
END_TEST

START_TEST(not_utf8)
{
    Fixture f;
    open_bytes(&f, "\x80\xFF\xC3\nab\x00z\n", 9);
    ck_assert_uint_eq(source_place(f.src, 2).line, 1);
    ck_assert_uint_eq(source_place(f.src, 7).column, 4); /* a NUL is a character */
    arena_free(&f.arena);
}
END_TEST

START_TEST(set_of_files)
{
    Fixture f;
    open_text(&f, "x");
    for (int i = 0; i < 20; i++) {
        Str path = str_from(i % 2 == 0 ? "/even" : "/odd");
        ck_assert_uint_eq(sources_add(&f.set, STR("n"), path, "y", 1), (FileId)i + 1);
    }
    ck_assert_uint_eq(sources_find(&f.set, STR("/x/a.hplan")), 0);
    ck_assert_uint_eq(sources_find(&f.set, STR("/odd")), 2);
    ck_assert_uint_eq(sources_find(&f.set, STR("/none")), FILE_NONE);
    ck_assert_ptr_null(sources_get(&f.set, 21));
    ck_assert_ptr_null(sources_get(&f.set, FILE_NONE));
    arena_free(&f.arena);
}
END_TEST

START_TEST(spans)
{
    Fixture f;
    open_text(&f, "0123456789");
    ck_assert(str_eq(span_text(&f.set, (Span){0, 2, 3}), STR("234")));
    ck_assert(str_eq(span_text(&f.set, (Span){0, 8, 30}), STR("89")));
    ck_assert_uint_eq(span_text(&f.set, (Span){0, 30, 3}).len, 0);
    ck_assert_uint_eq(span_text(&f.set, SPAN_NONE).len, 0);

    Span joined = span_join((Span){0, 6, 2}, (Span){0, 1, 3});
    ck_assert_uint_eq(joined.off, 1);
    ck_assert_uint_eq(joined.len, 7);
    joined = span_join((Span){0, 1, 8}, (Span){0, 2, 1});
    ck_assert_uint_eq(joined.len, 8);
    joined = span_join(SPAN_NONE, (Span){0, 2, 1});
    ck_assert_uint_eq(joined.off, 2);
    joined = span_join((Span){0, 1, 8}, (Span){1, 2, 1});
    ck_assert_uint_eq(joined.file, 0);
    ck_assert(span_is_none(span_join(SPAN_NONE, SPAN_NONE)));
    arena_free(&f.arena);
}
END_TEST

/* What is kept says the same as the text did: its places, its lines and the texts of spans. */
static void check_kept(Fixture *f, const Excerpt *excerpt, uint32_t step)
{
    Source *whole = f->src;
    FileId id = sources_add(&f->set, STR("b"), STR("/b"), NULL, whole->len);
    Source *kept = sources_get(&f->set, id);
    kept->excerpt = excerpt;
    for (uint32_t off = 0; off <= whole->len + 1; off += step) {
        Place place = source_place(whole, off), again = source_place(kept, off);
        ck_assert_uint_eq(again.line, place.line);
        ck_assert_uint_eq(again.column, place.column);
        ck_assert(str_eq(source_line(kept, place.line), source_line(whole, place.line)));
        ck_assert_uint_eq(source_line_start(kept, place.line), source_line_start(whole, place.line));
        if (off >= source_line_start(whole, 1)) /* a byte order mark is not kept */
            ck_assert(str_eq(span_text(&f->set, (Span){id, off, 1}),
                             span_text(&f->set, (Span){0, off, 1})));
    }
}

static const Excerpt *keep_each(Fixture *f, uint32_t first, uint32_t step)
{
    Offsets offsets = {0};
    for (uint32_t n = (f->src->len + 1 - first) / step + 1; n > 0; n--) /* in any order */
        *vec_push(&f->arena, &offsets) = first + (n - 1) * step;
    return excerpt_take(&f->arena, f->src, &offsets);
}

START_TEST(excerpts)
{
    static const char *const texts[] = {"", "a", "a\n", "\n\n", "\xEF\xBB\xBFmål æ\r\nå\r\n\r\nø",
                                        "en\nto\ntre\nfire \xF0\x9F\x98\x80 b\nfem\nseks\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (uint32_t step = 1; step < 24; step++) {
            Fixture f;
            open_text(&f, texts[i]);
            const Excerpt *some = keep_each(&f, 0, step), *others = keep_each(&f, step > 1, step);
            check_kept(&f, some, step);
            ck_assert_ptr_eq(excerpt_join(&f.arena, some, some), some);
            const Excerpt *all = excerpt_join(&f.arena, some, keep_each(&f, 0, 1));
            check_kept(&f, all, 1);
            ck_assert_uint_eq(all->count, source_line_count(f.src));
            const Excerpt *both = excerpt_join(&f.arena, others, some);
            check_kept(&f, both, step);
            ck_assert_uint_le(both->count, some->count + others->count);
            arena_free(&f.arena);
        }
}
END_TEST

Suite *test_source_suite(void)
{
    Suite *suite = suite_create("source");
    TCase *tc = tcase_create("places");
    tcase_add_test(tc, places_in_any_order);
    tcase_add_test(tc, norwegian_letters);
    tcase_add_test(tc, emoji_and_marks);
    tcase_add_test(tc, line_ends);
    tcase_add_test(tc, empty_file);
    tcase_add_test(tc, byte_order_mark);
    tcase_add_test(tc, not_utf8);
    suite_add_tcase(suite, tc);
    tc = tcase_create("files");
    tcase_add_test(tc, set_of_files);
    tcase_add_test(tc, spans);
    tcase_add_test(tc, excerpts);
    suite_add_tcase(suite, tc);
    return suite;
}
