/*
 * render_json.c — findings as JSON lines.  Layer: diag.
 *
 * One object a finding, on a line of its own:
 *
 *     code       "HP4001"
 *     slug       "sum-avvik"
 *     severity   "error", "warning" or "note", in every language
 *     known      true where the plan names it with `kjent feil`; the severity is then "note"
 *     file, line, column, endLine, endColumn, offset, length
 *                the place; the end is the first position behind it. All null for a finding
 *                without a place, such as a file that cannot be read
 *     message    the headline, in the language asked for
 *     label      what stands at the place, or null
 *     notes      [text, …]
 *     places     [{file, line, column, offset, length, message}, …], other places that matter
 *     fix        null, or {message, edits: [{file, offset, length, line, column, replacement}, …]}
 *
 * Lines and columns count from 1, columns in code points; offset and length are bytes. A consumer
 * must ignore keys it does not know.
 */
#include "base/json.h"
#include "diag/render.h"

static void put_number(JsonOut *j, const char *key, const Located *at, uint32_t number)
{
    json_out_key(j, key);
    if (at->src != NULL)
        json_out_int(j, number);
    else
        json_out_null(j);
}

static void put_file(JsonOut *j, const Located *at)
{
    json_out_key(j, "file");
    if (at->src != NULL)
        json_out_str(j, at->src->name);
    else
        json_out_null(j);
}

static void put_start(JsonOut *j, const Located *at)
{
    put_number(j, "line", at, at->start.line);
    put_number(j, "column", at, at->start.column);
}

static void put_bytes(JsonOut *j, const Located *at, Span span)
{
    put_number(j, "offset", at, span.off);
    put_number(j, "length", at, span.len);
}

static void put_text(JsonOut *j, const char *key, Str text)
{
    json_out_key(j, key);
    json_out_str(j, text);
}

static void put_head(JsonOut *j, const Diag *d)
{
    json_out_key(j, "code");
    json_out_cstr(j, msg_info(d->code)->name);
    json_out_key(j, "slug");
    json_out_cstr(j, msg_info(d->code)->slug);
    put_text(j, "severity", severity_word(d->severity, LANG_EN));
    json_out_key(j, "known");
    json_out_bool(j, d->known);
    Located at = locate(d->sink, d->span);
    put_file(j, &at);
    put_start(j, &at);
    put_number(j, "endLine", &at, at.end.line);
    put_number(j, "endColumn", &at, at.end.column);
    put_bytes(j, &at, d->span);
}

static void put_notes(JsonOut *j, const Diag *d, Lang lang)
{
    json_out_key(j, "notes");
    json_out_open(j, '[');
    for (uint32_t i = 0; i < d->parts.len; i++)
        if (d->parts.at[i].kind == PART_NOTE)
            json_out_str(j, diag_clean_text(d->sink->arena, &d->parts.at[i], lang));
    json_out_close(j, ']');
}

static void put_places(JsonOut *j, const Diag *d, Lang lang)
{
    json_out_key(j, "places");
    json_out_open(j, '[');
    for (uint32_t i = 0; i < d->parts.len; i++) {
        const DiagPart *part = &d->parts.at[i];
        if (part->kind != PART_PLACE)
            continue;
        Located at = locate(d->sink, part->span);
        json_out_open(j, '{');
        put_file(j, &at);
        put_start(j, &at);
        put_bytes(j, &at, part->span);
        put_text(j, "message", diag_clean_text(d->sink->arena, part, lang));
        json_out_close(j, '}');
    }
    json_out_close(j, ']');
}

static void put_fix(JsonOut *j, const Diag *d, Lang lang)
{
    json_out_key(j, "fix");
    Str message = diag_joined_text(d->sink->arena, d, PART_FIX, lang);
    if (message.len == 0) {
        json_out_null(j);
        return;
    }
    json_out_open(j, '{');
    put_text(j, "message", message);
    json_out_key(j, "edits");
    json_out_open(j, '[');
    for (uint32_t i = 0; i < d->parts.len; i++) {
        const DiagPart *part = &d->parts.at[i];
        Located at = locate(d->sink, part->span);
        if (part->kind != PART_FIX || at.src == NULL)
            continue;
        json_out_open(j, '{');
        put_file(j, &at);
        put_bytes(j, &at, part->span);
        put_start(j, &at);
        put_text(j, "replacement", part->replacement);
        json_out_close(j, '}');
    }
    json_out_close(j, ']');
    json_out_close(j, '}');
}

static void put_finding(Buf *out, const Diag *d, Lang lang)
{
    JsonOut j;
    json_out_init(&j, out, 0);
    json_out_open(&j, '{');
    put_head(&j, d);
    put_text(&j, "message", diag_clean_text(d->sink->arena, &d->parts.at[0], lang));
    json_out_key(&j, "label");
    Str label = diag_joined_text(d->sink->arena, d, PART_LABEL, lang);
    if (label.len > 0)
        json_out_str(&j, label);
    else
        json_out_null(&j);
    put_notes(&j, d, lang);
    put_places(&j, d, lang);
    put_fix(&j, d, lang);
    json_out_close(&j, '}');
    buf_char(out, '\n');
}

void render_json(Buf *out, const DiagSink *sink, const RenderOptions *opt)
{
    for (uint32_t i = 0; i < sink->list.len; i++)
        if (!sink->list.at[i]->silenced)
            put_finding(out, sink->list.at[i], opt->lang);
}
