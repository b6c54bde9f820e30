/*
 * diag_fixture.h — a sink over two small files, for the tests of findings.
 *
 * In an expected text @ stands for the headline of HP4001, whose wording belongs to codes.def.
 */
#ifndef HPLAN_TESTS_DIAG_FIXTURE_H
#define HPLAN_TESTS_DIAG_FIXTURE_H

#include "diag/diag.h"

#include <check.h>

static const char plan_text[] = "plan \"Prøve\" {\n"
                                "  ramme: 38,3 mill. kr\n"
                                "\tmål: 日本 e\xCC\x81 x y\n"
                                "  siste: 1\n"
                                "}\n";

typedef struct Fixture {
    Arena arena;
    SourceSet sources;
    DiagSink sink;
    RenderOptions opt;
    const char *text; /* of file 0 */
} Fixture;

static inline void open_text(Fixture *f, const char *text)
{
    *f = (Fixture){.text = text};
    arena_init(&f->arena, NULL);
    sources_init(&f->sources, &f->arena);
    sources_add(&f->sources, STR("plan.hplan"), STR("/plan.hplan"), text, (uint32_t)strlen(text));
    sources_add(&f->sources, STR("rå/b c.hplan"), STR("/b"), "x\nyz\n", 5);
    sink_init(&f->sink, &f->arena, &f->sources);
}

/* The first place of a text in file 0. */
static inline Span at(const Fixture *f, const char *needle)
{
    const char *found = strstr(f->text, needle);
    ck_assert_ptr_nonnull(found);
    return (Span){0, (uint32_t)(found - f->text), (uint32_t)strlen(needle)};
}

typedef void Render(Buf *out, const DiagSink *sink, const RenderOptions *opt);

static inline Str rendered(Fixture *f, Render *render)
{
    Buf out;
    buf_init(&out, &f->arena);
    render(&out, &f->sink, &f->opt);
    return buf_view(&out);
}

static inline void expect(Fixture *f, Render *render, const char *expected)
{
    Buf want;
    buf_init(&want, &f->arena);
    for (const char *p = expected; *p != '\0'; p++) {
        if (*p == '@')
            buf_cstr(&want, msg_info(HP4001)->text[f->opt.lang]);
        else
            buf_char(&want, *p);
    }
    Str got = rendered(f, render);
    ck_assert_msg(str_eq(got, buf_view(&want)), "got:\n%.*s\nwanted:\n%s", STR_ARG(got), want.ptr);
    arena_free(&f->arena);
}

#endif
