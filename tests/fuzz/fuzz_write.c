/* fuzz_write.c: the writers, of every document that can be made, faults or not. The same bytes
 * twice; JSON is JSON; Markdown holds no markup but the writer's own. */
#include "api/session.h"
#include "fuzz/fuzz.h"
#include "write/write.h"

#include <cmark.h>
#include <jansson.h>
#include <string.h>

static bool is_anchor(const char *html)
{
    static const char head[] = "<a id=\"", tail[] = "\">";
    if (strncmp(html, head, sizeof head - 1) != 0)
        return false;
    const char *id = html + sizeof head - 1;
    size_t len = strcspn(id, "<>\"'& \n");
    return strcmp(id + len, tail) == 0 || strncmp(id + len, "\"></a>", 6) == 0;
}

/* What the writer itself puts in: an anchor, and an empty comment between two lists. */
static bool is_ours(const char *html)
{
    return strncmp(html, "<!-- -->", 8) == 0 || strcmp(html, "</a>") == 0 || is_anchor(html);
}

static bool is_harmful(const char *url)
{
    return strncmp(url, "javascript:", 11) == 0 || strncmp(url, "vbscript:", 9) == 0 ||
           strncmp(url, "data:", 5) == 0 || strncmp(url, "file:", 5) == 0;
}

static void check_markdown(Str text)
{
    cmark_node *root = cmark_parse_document(text.ptr, text.len, CMARK_OPT_DEFAULT);
    cmark_iter *it = cmark_iter_new(root);
    while (cmark_iter_next(it) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(it);
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
            FUZZ_HOLDS(is_ours(cmark_node_get_literal(node)));
        if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
            FUZZ_HOLDS(!is_harmful(cmark_node_get_url(node)));
    }
    cmark_iter_free(it);
    cmark_node_free(root);
}

static void check_json(Str text)
{
    json_t *value = json_loadb(text.ptr, text.len, 0, NULL);
    FUZZ_HOLDS(value != NULL);
    json_decref(value);
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
        if (strcmp(f->extension, "md") == 0)
            check_markdown(buf_view(&out));
        else if (strcmp(f->extension, "json") == 0)
            check_json(buf_view(&out));
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
            write_all(report_build(m, 1, report_lang(m, 1), REPORT_BOTH), &s->model_arena);
    }
    hplan_session_close(s);
}
