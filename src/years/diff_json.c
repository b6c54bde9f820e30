/*
 * diff_json.c — changes for machines: the object that grammar/hplan-diff.schema.json describes.
 * Layer: years.
 */
#include "base/json.h"
#include "years/diff_parts.h"

static const char *const change_names[CHANGE_KINDS] = {
    [CHANGE_ADDED] = "added",
    [CHANGE_REMOVED] = "removed",
    [CHANGE_RENAMED] = "renamed",
    [CHANGE_MOVED] = "moved",
    [CHANGE_VALUE] = "value",
    [CHANGE_TEXT] = "text",
    [CHANGE_ROW_ADDED] = "row_added",
    [CHANGE_ROW_REMOVED] = "row_removed",
    [CHANGE_ROW_RENAMED] = "row_renamed",
    [CHANGE_ROW_SUCCEEDED] = "row_succeeded",
    [CHANGE_COLUMN_ADDED] = "column_added",
    [CHANGE_COLUMN_REMOVED] = "column_removed",
    [CHANGE_COLUMN_RENAMED] = "column_renamed",
    [CHANGE_CELL] = "cell",
};

static void put_text_if(JsonOut *j, const char *key, Str text)
{
    if (text.len == 0)
        return;
    json_out_key(j, key);
    json_out_str(j, text);
}

static void put_decimal(JsonOut *j, const char *key, Decimal number)
{
    Buf text;
    buf_init(&text, j->buf->arena);
    decimal_put_plain(&text, decimal_normalize(number));
    json_out_key(j, key);
    json_out_str(j, buf_view(&text));
}

/* --- the plans ------------------------------------------------------------------------------- */

static void put_file(JsonOut *j, const char *key, const DiffSide *side, const DiffFile *file)
{
    json_out_key(j, key);
    json_out_open(j, '{');
    json_out_key(j, "file");
    json_out_str(j, file->name);
    if (side->plan != 0) {
        put_text_if(j, "kind", vocab_identifier(model_decl(side->m, side->plan)->term));
        put_text_if(j, "title", model_decl(side->m, side->plan)->title);
    }
    if (side->year != 0) {
        json_out_key(j, "year");
        json_out_int(j, side->year);
    }
    json_out_key(j, "errors");
    json_out_int(j, file->errors);
    json_out_close(j, '}');
}

/* --- a change -------------------------------------------------------------------------------- */

/* The thing as one of the plans has it; null: it has none such. */
static void put_thing(JsonOut *j, const char *key, const DiffSide *side, DeclId thing)
{
    json_out_key(j, key);
    if (thing == 0) {
        json_out_null(j);
        return;
    }
    const Decl *decl = model_decl(side->m, thing);
    Source *source = sources_get(side->m->sources, decl->head.file);
    json_out_open(j, '{');
    put_text_if(j, "name", decl->name_text);
    put_text_if(j, "number", decl_number(side->m, decl)->text);
    put_text_if(j, "title", decl->title);
    if (source != NULL) {
        json_out_key(j, "file");
        json_out_str(j, source->name);
        json_out_key(j, "line");
        json_out_int(j, source_place(source, decl->head.off).line);
    }
    json_out_close(j, '}');
}

static void put_step(JsonOut *j, const Diff *d, const Step *step)
{
    json_out_key(j, "figures");
    json_out_open(j, '{');
    put_decimal(j, "was", step->was);
    put_decimal(j, "is", step->is);
    put_decimal(j, "difference", step->diff);
    if (step->has_percent)
        put_decimal(j, "percent",
                    decimal_sign(step->diff) < 0 ? decimal_neg(step->percent) : step->percent);
    put_text_if(j, "unit", unit_get(&d->new.m->units, step->base)->label);
    json_out_close(j, '}');
}

static void put_change(JsonOut *j, const Diff *d, const Change *c)
{
    const Decl *decl = c->new != 0 ? model_decl(d->new.m, c->new) : model_decl(d->old.m, c->old);
    json_out_open(j, '{');
    json_out_key(j, "change");
    json_out_cstr(j, change_names[c->kind]);
    json_out_key(j, "kind");
    json_out_str(j, vocab_identifier(decl->term));
    put_thing(j, "old", &d->old, c->old);
    put_thing(j, "new", &d->new, c->new);
    if (c->term != 0)
        put_text_if(j, "property", vocab_identifier(c->term));
    put_text_if(j, "when", c->when);
    put_text_if(j, "when_was", c->when_was);
    put_text_if(j, "row", c->row);
    put_text_if(j, "column", c->column);
    put_text_if(j, "was", c->was);
    put_text_if(j, "is", c->is);
    if (c->step != NULL)
        put_step(j, d, c->step);
    json_out_close(j, '}');
}

void diff_json(Buf *out, const Diff *d, const DiffFile *old, const DiffFile *new)
{
    static const char *const languages[LANG_COUNT] = {"nb", "nn", "en"};
    JsonOut j;
    json_out_init(&j, out, 2);
    json_out_open(&j, '{');
    json_out_key(&j, "format");
    json_out_cstr(&j, "hplan-diff");
    json_out_key(&j, "version");
    json_out_int(&j, 1);
    json_out_key(&j, "language");
    json_out_cstr(&j, languages[d->lang]);
    put_file(&j, "old", &d->old, old);
    put_file(&j, "new", &d->new, new);
    json_out_key(&j, "changes");
    json_out_open(&j, '[');
    for (uint32_t i = 0; i < d->changes.len; i++)
        put_change(&j, d, &d->changes.at[i]);
    json_out_close(&j, ']');
    json_out_close(&j, '}');
    buf_char(out, '\n');
}
