/* fuzz_write.c: the writers, of every document that can be made, faults or not. The same bytes
 * twice; JSON is JSON, and NDJSON an object a line; Markdown and HTML hold no markup but the
 * writer's own. */
#include "api/session.h"
#include "fuzz/fuzz.h"
#include "fuzz/markup.h"
#include "write/write.h"

#include <jansson.h>
#include <string.h>

static void check_json(Str text)
{
    json_t *value = json_loadb(text.ptr, text.len, 0, NULL);
    FUZZ_HOLDS(value != NULL);
    json_decref(value);
}

static void check_lines(Str text)
{
    const char *end = text.ptr + text.len;
    for (const char *at = text.ptr, *stop; at < end; at = stop + 1) {
        stop = memchr(at, '\n', (size_t)(end - at));
        FUZZ_HOLDS(stop != NULL && *at == '{');
        check_json((Str){at, (uint32_t)(stop - at)});
    }
}

static void check(const char *format, Buf *out)
{
    Str text = buf_view(out);
    if (strcmp(format, "md") == 0) {
        markup_check_markdown(text.ptr, text.len);
    } else if (strcmp(format, "html") == 0) {
        buf_char(out, '\0');
        markup_check_html(out->ptr);
    } else if (strcmp(format, "json") == 0) {
        check_json(text);
    } else {
        check_lines(text);
    }
}

static void write_all(const Report *report, Arena *arena)
{
    for (const Format *f = formats; f->name != NULL; f++) {
        Buf out, again;
        buf_init(&out, arena);
        buf_init(&again, arena);
        f->write(&out, report);
        f->write(&again, report);
        FUZZ_HOLDS(str_eq(buf_view(&out), buf_view(&again)));
        check(f->name, &out);
    }
}

void fuzz_one(const uint8_t *data, size_t size)
{
    FuzzFiles files;
    fuzz_split(&files, data, size);
    hplan_session *s = fuzz_checked(&files);
    for (size_t root = 0; root < hplan_root_count(s); root++) {
        Model *m = roots_model(s, root);
        if (m != NULL)
            write_all(report_build(m, DOC_ROOT, report_lang(m, DOC_ROOT), true), &s->model_arena);
    }
    hplan_session_close(s);
}
