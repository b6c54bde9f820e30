/* test_commonmark.c — libcmark on the memory of an arena, and what happens when that runs out. */
#include "report/commonmark.h"

#include <check.h>

Suite *test_commonmark_suite(void);

/* Enough of everything that cmark allocates for: nodes, growing buffers, references, entities. */
static Str sample(Arena *a)
{
    Buf b;
    buf_init(&b, a);
    buf_cstr(&b, "# En *overskrift*\n\n[her]: https://example.org \"Tittel\"\n\n");
    for (int i = 0; i < 3000; i++)
        buf_cstr(&b, "* punkt med [lenke][her] og `kode` &amp; **mer**\n");
    return buf_view(&b);
}

/* The length of its HTML, or 0 where memory ran out. budget < 0: no limit. */
static size_t html_length(Str markdown, long budget)
{
    MemPolicy policy = {.budget = budget};
    Arena a;
    arena_init(&a, &policy);
    volatile size_t len = 0;
    if (setjmp(policy.on_failure) == 0) {
        CommonMark c;
        commonmark_begin(&c, &a, markdown);
        cmark_node_append_child(c.root, commonmark_node(&c, CMARK_NODE_THEMATIC_BREAK));
        len = strlen(cmark_render_html(c.root, CMARK_OPT_DEFAULT));
        commonmark_end(&c);
    }
    ck_assert_int_eq(policy.held_count, 0);
    arena_free(&a);
    return len;
}

START_TEST(it_renders)
{
    Arena a;
    arena_init(&a, NULL);
    CommonMark c;
    commonmark_begin(&c, &a, STR("Tall: *4,0*\n"));
    ck_assert_str_eq(cmark_render_html(c.root, CMARK_OPT_DEFAULT), "<p>Tall: <em>4,0</em></p>\n");
    commonmark_end(&c);
    commonmark_begin(&c, &a, STR_NONE);
    ck_assert_str_eq(cmark_render_html(c.root, CMARK_OPT_DEFAULT), "");
    commonmark_end(&c);
    arena_free(&a);
}
END_TEST

/* Whichever allocation fails, the next session in the thread can go on. */
START_TEST(every_allocation_may_fail)
{
    Arena a;
    arena_init(&a, NULL);
    Str markdown = sample(&a);
    size_t whole = html_length(markdown, -1);
    ck_assert_uint_gt(whole, markdown.len);
    long n = 0;
    while (html_length(markdown, n) == 0)
        n++;
    ck_assert_int_gt(n, 10);
    ck_assert_uint_eq(html_length(markdown, n), whole);
    arena_free(&a);
}
END_TEST

START_TEST(a_text_beyond_its_limit_is_not_begun)
{
    Str beyond = {"", 256u * 1024 * 1024 + 1};
    ck_assert_uint_eq(html_length(beyond, -1), 0);
    ck_assert_uint_gt(html_length(STR("a"), -1), 0);
}
END_TEST

Suite *test_commonmark_suite(void)
{
    Suite *s = suite_create("commonmark");
    TCase *c = tcase_create("commonmark");
    tcase_add_test(c, it_renders);
    tcase_add_test(c, every_allocation_may_fail);
    tcase_add_test(c, a_text_beyond_its_limit_is_not_begun);
    suite_add_tcase(s, c);
    return s;
}
