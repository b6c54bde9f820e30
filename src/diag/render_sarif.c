/*
 * render_sarif.c — findings as SARIF 2.1.0, the form code hosts and review tools read.
 * Layer: diag.
 *
 * One run; its rules are the codes that occur, each with its story as help. A known fault is
 * a result with a suppression "in the source". SARIF is strict about places: a result
 * without one has no locations, a file's name is a URI, and what is relative in it is
 * relative to where the compiler ran.
 */
#include "base/json.h"
#include "diag/render.h"

typedef struct Sarif {
    JsonOut json;
    Arena *arena;
    const DiagSink *sink;
    Lang lang;
    const char *version; /* of the compiler; NULL: unknown */
    uint32_t *rule_of; /* by MsgId: number of its rule from 1, 0: does not occur */
} Sarif;

static void put_text(Sarif *s, const char *key, Str text)
{
    json_out_key(&s->json, key);
    json_out_open(&s->json, '{');
    json_out_key(&s->json, "text");
    json_out_str(&s->json, text);
    json_out_close(&s->json, '}');
}

static void put_int(Sarif *s, const char *key, uint32_t number)
{
    json_out_key(&s->json, key);
    json_out_int(&s->json, number);
}

static bool is_uri_char(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c) || c == '-' || c == '.' || c == '_' ||
           c == '~' || c == '/';
}

static void put_artifact(Sarif *s, Str name)
{
    Buf uri;
    buf_init(&uri, s->arena);
    if (str_starts(name, STR("/")))
        buf_cstr(&uri, "file://");
    for (uint32_t i = 0; i < name.len; i++) {
        if (is_uri_char(name.ptr[i]))
            buf_char(&uri, name.ptr[i]);
        else
            buf_printf(&uri, "%%%02X", (unsigned)(unsigned char)name.ptr[i]);
    }
    json_out_key(&s->json, "artifactLocation");
    json_out_open(&s->json, '{');
    json_out_key(&s->json, "uri");
    json_out_str(&s->json, buf_view(&uri));
    json_out_close(&s->json, '}');
}

static void put_region(Sarif *s, const char *key, const Located *at)
{
    json_out_key(&s->json, key);
    json_out_open(&s->json, '{');
    put_int(s, "startLine", at->start.line);
    put_int(s, "startColumn", at->start.column);
    put_int(s, "endLine", at->end.line);
    put_int(s, "endColumn", at->end.column);
    json_out_close(&s->json, '}');
}

static void put_physical(Sarif *s, const Located *at)
{
    json_out_key(&s->json, "physicalLocation");
    json_out_open(&s->json, '{');
    put_artifact(s, at->src->name);
    put_region(s, "region", at);
    json_out_close(&s->json, '}');
}

/* ---- rules ---------------------------------------------------------------------------------- */

static Str level(Severity severity)
{
    return severity_word(severity, LANG_EN); /* SARIF has the same three words */
}

static void put_rule(Sarif *s, MsgId code)
{
    const MsgInfo *info = msg_info(code);
    Buf story;
    buf_init(&story, s->arena);
    json_out_open(&s->json, '{');
    json_out_key(&s->json, "id");
    json_out_cstr(&s->json, info->name);
    json_out_key(&s->json, "name");
    json_out_cstr(&s->json, info->slug);
    put_text(s, "shortDescription", msg_general(s->arena, code, s->lang));
    if (render_explanation(&story, code, s->lang))
        put_text(s, "help", buf_view(&story));
    json_out_key(&s->json, "defaultConfiguration");
    json_out_open(&s->json, '{');
    json_out_key(&s->json, "level");
    json_out_str(&s->json, level(info->severity));
    json_out_close(&s->json, '}');
    json_out_close(&s->json, '}');
}

static void put_rules(Sarif *s)
{
    for (uint32_t i = 0; i < s->sink->list.len; i++)
        if (!s->sink->list.at[i]->silenced)
            s->rule_of[s->sink->list.at[i]->code] = 1;
    json_out_key(&s->json, "rules");
    json_out_open(&s->json, '[');
    uint32_t count = 0;
    for (MsgId id = 0; id < MSG_COUNT; id++) {
        if (s->rule_of[id] == 0)
            continue;
        s->rule_of[id] = ++count;
        put_rule(s, id);
    }
    json_out_close(&s->json, ']');
}

/* ---- results -------------------------------------------------------------------------------- */

static void put_locations(Sarif *s, const Diag *d)
{
    Located at = locate(s->sink, d->span);
    json_out_key(&s->json, "locations");
    json_out_open(&s->json, '[');
    if (at.src != NULL) {
        json_out_open(&s->json, '{');
        put_physical(s, &at);
        json_out_close(&s->json, '}');
    }
    json_out_close(&s->json, ']');
}

static void put_related(Sarif *s, const Diag *d)
{
    json_out_key(&s->json, "relatedLocations");
    json_out_open(&s->json, '[');
    uint32_t id = 0;
    for (uint32_t i = 0; i < d->parts.len; i++) {
        const DiagPart *part = &d->parts.at[i];
        Located at = locate(s->sink, part->span);
        if (part->kind != PART_PLACE || at.src == NULL)
            continue;
        json_out_open(&s->json, '{');
        put_int(s, "id", ++id);
        put_physical(s, &at);
        put_text(s, "message", diag_clean_text(s->arena, part, s->lang));
        json_out_close(&s->json, '}');
    }
    json_out_close(&s->json, ']');
}

/* An edit with its file; edits of one file need not be gathered. */
static void put_change(Sarif *s, const DiagPart *part, const Located *at)
{
    json_out_open(&s->json, '{');
    put_artifact(s, at->src->name);
    json_out_key(&s->json, "replacements");
    json_out_open(&s->json, '[');
    json_out_open(&s->json, '{');
    put_region(s, "deletedRegion", at);
    put_text(s, "insertedContent", part->replacement);
    json_out_close(&s->json, '}');
    json_out_close(&s->json, ']');
    json_out_close(&s->json, '}');
}

static void put_fixes(Sarif *s, const Diag *d)
{
    bool open = false; /* SARIF wants at least one change in a fix */
    for (uint32_t i = 0; i < d->parts.len; i++) {
        const DiagPart *part = &d->parts.at[i];
        Located at = locate(s->sink, part->span);
        if (part->kind != PART_FIX || at.src == NULL)
            continue;
        if (!open) {
            json_out_key(&s->json, "fixes");
            json_out_open(&s->json, '[');
            json_out_open(&s->json, '{');
            put_text(s, "description", diag_joined_text(s->arena, d, PART_FIX, s->lang));
            json_out_key(&s->json, "artifactChanges");
            json_out_open(&s->json, '[');
            open = true;
        }
        put_change(s, part, &at);
    }
    if (open) {
        json_out_close(&s->json, ']');
        json_out_close(&s->json, '}');
        json_out_close(&s->json, ']');
    }
}

static void put_suppression(Sarif *s)
{
    json_out_key(&s->json, "suppressions");
    json_out_open(&s->json, '[');
    json_out_open(&s->json, '{');
    json_out_key(&s->json, "kind");
    json_out_cstr(&s->json, "inSource");
    json_out_close(&s->json, '}');
    json_out_close(&s->json, ']');
}

static void put_result(Sarif *s, const Diag *d)
{
    json_out_open(&s->json, '{');
    json_out_key(&s->json, "ruleId");
    json_out_cstr(&s->json, msg_info(d->code)->name);
    put_int(s, "ruleIndex", s->rule_of[d->code] - 1);
    json_out_key(&s->json, "level");
    json_out_str(&s->json, level(d->severity));
    put_text(s, "message", diag_full_text(s->arena, d, s->lang));
    put_locations(s, d);
    put_related(s, d);
    put_fixes(s, d);
    if (d->known)
        put_suppression(s);
    json_out_close(&s->json, '}');
}

static void put_run(Sarif *s)
{
    static const char *const tags[LANG_COUNT] = {"nb-NO", "nn-NO", "en"};
    json_out_open(&s->json, '{');
    json_out_key(&s->json, "tool");
    json_out_open(&s->json, '{');
    json_out_key(&s->json, "driver");
    json_out_open(&s->json, '{');
    json_out_key(&s->json, "name");
    json_out_cstr(&s->json, "hplanc");
    if (s->version != NULL) {
        json_out_key(&s->json, "version");
        json_out_cstr(&s->json, s->version);
    }
    put_rules(s);
    json_out_close(&s->json, '}');
    json_out_close(&s->json, '}');
    json_out_key(&s->json, "language");
    json_out_cstr(&s->json, tags[s->lang]);
    json_out_key(&s->json, "columnKind");
    json_out_cstr(&s->json, "unicodeCodePoints");
    json_out_key(&s->json, "results");
    json_out_open(&s->json, '[');
    for (uint32_t i = 0; i < s->sink->list.len; i++)
        if (!s->sink->list.at[i]->silenced)
            put_result(s, s->sink->list.at[i]);
    json_out_close(&s->json, ']');
    json_out_close(&s->json, '}');
}

void render_sarif(Buf *out, const DiagSink *sink, const RenderOptions *opt)
{
    Sarif s = {.arena = sink->arena, .sink = sink, .lang = opt->lang, .version = opt->version};
    s.rule_of = arena_array(sink->arena, uint32_t, MSG_COUNT);
    json_out_init(&s.json, out, 2);
    json_out_open(&s.json, '{');
    json_out_key(&s.json, "$schema");
    json_out_cstr(&s.json, "https://json.schemastore.org/sarif-2.1.0.json");
    json_out_key(&s.json, "version");
    json_out_cstr(&s.json, "2.1.0");
    json_out_key(&s.json, "runs");
    json_out_open(&s.json, '[');
    put_run(&s);
    json_out_close(&s.json, ']');
    json_out_close(&s.json, '}');
    buf_char(out, '\n');
}
