/*
 * model_fixture.c — a model around one text, with the real standard library.
 */
#include "support/files.h"
#include "support/model_fixture.h"

#include <stdio.h>
#include <stdlib.h>

/* The library lies beside the tests as files; the compiler itself carries it inside. */
static bool find_file(void *context, const char *file_name, Str *text)
{
    ModelFixture *f = context;
    char path[256];
    snprintf(path, sizeof path, "%s/stdlib/%s", HPLAN_ROOT, file_name);
    size_t len;
    char *bytes = file_read(path, &len);
    if (bytes == NULL)
        return false;
    Buf b;
    buf_init(&b, &f->arena);
    buf_put(&b, bytes, len);
    buf_put(&b, "\0\0", 2);
    free(bytes);
    *text = (Str){b.ptr, (uint32_t)len};
    return true;
}

static FileId no_target(void *context, FileId from, NodeRef statement)
{
    (void)context;
    (void)from;
    (void)statement;
    return FILE_NONE;
}

void model_fixture_begin(ModelFixture *f)
{
    memset(f, 0, sizeof *f);
    arena_init(&f->arena, NULL);
    arena_init(&f->scratch, NULL);
    sources_init(&f->sources, &f->arena);
    sink_init(&f->sink, &f->arena, &f->sources);
    interner_init(&f->syms, &f->arena);
    f->library = (LibrarySource){f, find_file};
    catalogues_init(&f->catalogues, &f->arena, &f->library);
}

void model_fixture_len(ModelFixture *f, const char *text, size_t len)
{
    model_fixture_begin(f);
    char *copy = arena_alloc(&f->arena, len + 2);
    memcpy(copy, text, len);
    copy[len] = copy[len + 1] = '\0';
    Str name = STR("plan.hplan");
    FileId file = sources_add(&f->sources, name, name, copy, (uint32_t)len);
    Tree *tree = tree_parse(&f->arena, &f->sources, file, &f->sink);
    ModelInput input = {file, tree, -1};
    ModelIncludes includes = {NULL, no_target};
    f->m = model_build(&f->arena, &f->scratch, &f->sources, &f->sink, &f->catalogues, &input, 1,
                       &includes);
}

void model_fixture(ModelFixture *f, const char *text)
{
    model_fixture_len(f, text, strlen(text));
}

void model_fixture_end(ModelFixture *f)
{
    arena_free(&f->arena);
    arena_free(&f->scratch);
}

uint32_t fixture_count(const ModelFixture *f, MsgId code)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < f->sink.list.len; i++)
        n += f->sink.list.at[i]->code == code;
    return n;
}

uint32_t fixture_faults(const ModelFixture *f)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < f->sink.list.len; i++)
        n += f->sink.list.at[i]->severity != SEV_NOTE;
    return n;
}

const char *fixture_findings(ModelFixture *f)
{
    Buf b;
    buf_init(&b, &f->arena);
    RenderOptions options = {.lang = LANG_NB};
    sink_sort(&f->sink);
    render_terminal(&b, &f->sink, &options);
    buf_char(&b, '\0');
    return b.ptr;
}
