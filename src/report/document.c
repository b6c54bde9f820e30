/*
 * document.c — the walk through the plan.  Layer: report.
 *
 * The order of the source is the order of the report. A body is walked once; things of one kind
 * and form that follow each other are laid out together.
 */
#include "base/address.h"
#include "model/eval.h"
#include "report/maker.h"

#include <assert.h>

/* --- anchors --------------------------------------------------------------------------------- */

void maker_printed(Maker *mk, Block *block, GridRow *row, DeclId d)
{
    *vec_push(mk->arena, &mk->printed) = (Pending){block, row, decl_self(mk->m, d)};
}

static Str thing_anchor(Maker *mk, DeclId d)
{
    const Decl *decl = model_decl(mk->m, d);
    Str name = decl->name_text.len > 0 ? decl->name_text : thing_title(mk, d);
    Buf b;
    buf_init(&b, mk->arena);
    buf_str(&b, thing_word(mk, d));
    buf_char(&b, ' ');
    buf_str(&b, name);
    return anchors_claim(&mk->anchors, buf_view(&b));
}

/* The address of a thing that is not printed: its link, or a source that is one. */
static Str thing_address(Maker *mk, DeclId d)
{
    static const uint16_t keys[] = {P_LINK, P_SOURCE};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const Fact *f = decl_fact(mk->m, d, keys[i]);
        if (f == NULL)
            continue;
        Str text = fact_text(mk->m, f);
        if (text.len == 0)
            text = span_text(mk->m->sources, fact_span(mk->m, f));
        uint32_t len = address_len(text);
        if (len > 0)
            return str_slice(text, 0, len);
    }
    return STR_NONE;
}

/* Gives every thing that something links to its anchor, now that all headings have theirs. The
 * first place where it is printed counts. */
static void settle_links(Maker *mk)
{
    for (uint32_t i = 0; i < mk->printed.len; i++) {
        Pending *p = &mk->printed.at[i];
        Target *to = mk->targets[p->decl];
        if (to == NULL || to->url.len > 0)
            continue;
        Str *anchor = p->row != NULL ? &p->row->anchor : &p->block->anchor;
        bool *linked = p->row != NULL ? &p->row->linked : &p->block->linked;
        if (anchor->len == 0)
            *anchor = thing_anchor(mk, p->decl);
        *linked = true;
        Buf b;
        buf_init(&b, mk->arena);
        buf_char(&b, '#');
        buf_str(&b, *anchor);
        to->url = buf_view(&b);
    }
    for (DeclId d = 1; d < mk->m->decls.len; d++)
        if (mk->targets[d] != NULL && mk->targets[d]->url.len == 0)
            mk->targets[d]->url = thing_address(mk, d);
}

/* --- headings -------------------------------------------------------------------------------- */

/* Beyond the last level all are the same. */
static uint8_t level_below(uint8_t level)
{
    return level > HEADING_MAX ? level : (uint8_t)(level + 1);
}

/* Below the sixth level a heading is a strong line. */
Block *make_heading(Maker *mk, Block *into, uint8_t level, Str number, Str text, DeclId decl)
{
    bool deep = level > HEADING_MAX;
    Block *b = block_add(mk->arena, into, deep ? BLOCK_LINE : BLOCK_HEADING);
    Buf whole;
    buf_init(&whole, mk->arena);
    buf_str(&whole, number);
    buf_cstr(&whole, number.len > 0 && text.len > 0 ? " " : "");
    buf_str(&whole, text);
    if (deep) {
        runs_add(mk->arena, &b->text, buf_view(&whole), RUN_STRONG, NULL);
    } else {
        b->level = level;
        b->number = number;
        runs_add(mk->arena, &b->text, text, RUN_PLAIN, NULL);
        b->anchor = anchors_claim(&mk->anchors, buf_view(&whole));
    }
    if (decl != 0)
        maker_printed(mk, b, NULL, decl);
    return b;
}

static void make_properties(Maker *mk, DeclId d, Block *into)
{
    Traits *traits = maker_traits(mk, d);
    if (traits->len > 0) {
        Block *fields = block_add(mk->arena, into, BLOCK_FIELDS);
        traits_fields(mk, d, traits, &fields->fields);
    }
    make_traits_chart(mk, d, traits, into);
    thing_faults(mk, d, into);
}

/* "Mål 2: Færre deltidsstillinger": a number says nothing without what it is the number of. An
 * answer in a report is headed like what it answers. */
static Str section_title(Maker *mk, DeclId d)
{
    const Decl *decl = model_decl(mk->m, decl_self(mk->m, d));
    Str title = thing_title(mk, d);
    if ((!layout_names_kind(decl->kind) && decl->number == 0) || decl->title.len == 0)
        return title;
    Buf b;
    buf_init(&b, mk->arena);
    buf_str(&b, text_capital(mk->arena, thing_word(mk, d)));
    buf_cstr(&b, decl->number != 0 ? " " : "");
    buf_str(&b, decl_number(mk->m, decl)->text);
    buf_cstr(&b, ": ");
    buf_str(&b, title);
    return buf_view(&b);
}

static void make_section(Maker *mk, DeclId d, Block *into, uint8_t level)
{
    make_heading(mk, into, level, STR_NONE, section_title(mk, d), d);
    make_properties(mk, d, into);
    make_body(mk, d, into, level, false);
}

static void make_again(Maker *mk, DeclId d, Block *into, uint8_t level)
{
    make_heading(mk, into, level, STR_NONE, thing_title(mk, d), 0);
    make_properties(mk, d, into);
    make_body(mk, d, into, level, false);
}

/* --- chapters -------------------------------------------------------------------------------- */

typedef struct Body {
    DeclId decl;
    Block *into;
    uint8_t level; /* of the heading it stands under */
    bool in_list;
    Str last_number;      /* of the chapter before */
    uint32_t last_stated; /* the item of the last chapter that states a number; 0: none */
} Body;

static bool is_chapter(const Model *m, const Item *item)
{
    return item->kind == ITEM_DECL && model_decl(m, item->id)->kind == K_CHAPTER;
}

static uint32_t last_stated_chapter(const Model *m, const Decl *d)
{
    uint32_t last = 0;
    for (uint32_t i = d->first_item; i != 0; i = m->items.at[i].next)
        if (is_chapter(m, &m->items.at[i]) && model_decl(m, m->items.at[i].id)->number != 0)
            last = i;
    return last;
}

/* "2.9" -> "2.10"; empty where the last part is no number. */
static Str next_number(Maker *mk, Str number)
{
    uint32_t at = number.len;
    uint32_t n = 0;
    while (at > 0 && ascii_is_digit(number.ptr[at - 1]))
        at--;
    if (at == number.len || number.len - at > 6)
        return STR_NONE;
    for (uint32_t i = at; i < number.len; i++)
        n = n * 10u + (uint32_t)(number.ptr[i] - '0');
    Buf b;
    buf_init(&b, mk->arena);
    buf_str(&b, str_slice(number, 0, at));
    buf_printf(&b, "%u", (unsigned)n + 1);
    return buf_view(&b);
}

/* A stated number is printed as it is stated. A chapter without one follows those before it, but
 * never takes a number that a later one may state. */
static void make_chapter(Maker *mk, Body *body, uint32_t item)
{
    DeclId d = mk->m->items.at[item].id;
    const Decl *decl = model_decl(mk->m, d);
    Str number = decl_number(mk->m, decl)->text;
    if (number.len == 0 && body->last_number.len > 0 && body->last_stated < item)
        number = next_number(mk, body->last_number);
    body->last_number = number;
    Str title = decl->title.len > 0 ? decl->title : decl->name_text;
    uint8_t level = level_below(body->level);
    Block *heading = make_heading(mk, body->into, level, number, title, d);
    heading->chapter = heading->kind == BLOCK_HEADING;
    make_properties(mk, d, body->into);
    make_body(mk, d, body->into, level, false);
}

/* --- bodies ---------------------------------------------------------------------------------- */

typedef VEC(DeclId) DeclIds;

static bool lists_or_tables(Form form)
{
    return form == FORM_LIST || form == FORM_TABLE;
}

/* A table of things that is to be a list stands for its rows. */
static void take(Maker *mk, DeclId d, DeclIds *out)
{
    const Decl *decl = model_decl(mk->m, d);
    if (!decl->container || decl->table == 0) {
        *vec_push(mk->arena, out) = d;
        return;
    }
    const Table *t = model_table(mk->m, decl->table);
    for (uint32_t r = 0; r < t->rows.len; r++)
        if (row_decl(t, r) != 0)
            *vec_push(mk->arena, out) = row_decl(t, r);
}

/* The things of one kind from `item` on that can stand together; *next is the item behind them.
 * The form is a table if that does for each of them and any has something to fill it with. */
static Form gather(Maker *mk, const Body *body, uint32_t item, DeclIds *out, uint32_t *next)
{
    const Model *m = mk->m;
    uint16_t kind = model_decl(m, m->items.at[item].id)->kind;
    bool table = true;
    bool filled = false;
    *next = m->items.at[item].next;
    for (uint32_t i = item; i != 0; i = m->items.at[i].next) {
        const Item *it = &m->items.at[i];
        if (it->kind == ITEM_PROP || (it->kind == ITEM_DECL && thing_hidden(mk, it->id)))
            continue;
        if (it->kind != ITEM_DECL || model_decl(m, it->id)->kind != kind)
            break;
        Form form = thing_form(mk, it->id, body->in_list);
        if (!lists_or_tables(form))
            break;
        table = table && form == FORM_TABLE;
        filled = filled || thing_has_traits(mk, it->id);
        take(mk, it->id, out);
        *next = it->next;
    }
    return table && filled ? FORM_TABLE : FORM_LIST;
}

static void make_things(Maker *mk, const Body *body, const DeclIds *things, Form form)
{
    if (things->len == 0)
        return;
    uint16_t kind = model_decl(mk->m, things->at[0])->kind;
    if (form == FORM_TABLE && things->len >= layout_table_from(kind))
        make_table(mk, things->at, things->len, body->into);
    else
        make_list(mk, things->at, things->len, body->into);
}

/* Lays out the thing at `item`, and those that go with it; returns the item behind them. */
static uint32_t make_thing(Maker *mk, Body *body, uint32_t item)
{
    DeclId d = mk->m->items.at[item].id;
    uint32_t next = mk->m->items.at[item].next;
    uint8_t below = level_below(body->level);
    Form form = thing_form(mk, d, body->in_list);
    switch (form) {
    case FORM_NONE: break;
    case FORM_CHAPTER: make_chapter(mk, body, item); break;
    case FORM_AGAIN: make_again(mk, d, body->into, below); break;
    case FORM_SECTION: make_section(mk, d, body->into, below); break;
    case FORM_ROWS: make_rows(mk, d, body->into, body->level); break;
    case FORM_FIGURES: make_figures(mk, d, body->into, body->level); break;
    case FORM_LIST:
    case FORM_TABLE: {
        DeclIds things = {0};
        Form together = gather(mk, body, item, &things, &next);
        make_things(mk, body, &things, together);
        break;
    }
    }
    return next;
}

/* Rows that declare things, and groups of a table, are printed with their table. */
static bool printed_by_table(const Model *m, const Decl *owner, DeclId d)
{
    const Decl *decl = model_decl(m, d);
    return decl->kind == K_GROUP || (decl->row_table != 0 && decl->row_table == owner->table);
}

static void walk(Maker *mk, Body *body)
{
    Model *m = mk->m;
    for (uint32_t i = model_decl(m, body->decl)->first_item; i != 0;) {
        const Item *item = &m->items.at[i];
        const Decl *owner = model_decl(m, body->decl);
        if (item->kind == ITEM_TEXT) {
            make_prose(mk, item->id, body->into, body->level);
        } else if (item->kind == ITEM_DECL && !printed_by_table(m, owner, item->id)) {
            i = make_thing(mk, body, i);
            continue;
        }
        i = m->items.at[i].next;
    }
}

void make_body(Maker *mk, DeclId d, Block *into, uint8_t level, bool in_list)
{
    if (mk->depth >= REPORT_MAX_DEPTH) {
        Block *note = block_add(mk->arena, into, BLOCK_NOTE);
        runs_add(mk->arena, &note->text, maker_label(mk, LABEL_TOO_DEEP), RUN_PLAIN, NULL);
        return;
    }
    Body body = {d,       into,     level,
                 in_list, STR_NONE, last_stated_chapter(mk->m, model_decl(mk->m, d))};
    mk->depth++;
    walk(mk, &body);
    mk->depth--;
}

/* --- the whole ------------------------------------------------------------------------------- */

Lang report_lang(const Model *m, DocId root)
{
    return plan_lang(m, m->docs.at[root].plan);
}

static void index_links(Maker *mk)
{
    for (uint32_t i = mk->m->links.len; i-- > 0;)
        mk->text_link[mk->m->links.at[i].text] = i + 1;
}

/* What the document says itself, a fact after the other; each is added to the list, if there is
 * one. Returns how many there are. */
static uint32_t list_unanswered(Maker *mk, Block *list)
{
    uint32_t count = 0;
    for (PropId id = model_decl(mk->m, mk->top)->first_prop; id != 0;) {
        Prop p = *model_prop(mk->m, id); /* to show a fact may move it */
        id = p.next;
        if (p.key != P_UNANSWERED)
            continue;
        count += p.count;
        for (uint32_t i = 0; list != NULL && i < p.count; i++)
            block_add(mk->arena, list, BLOCK_ITEM)->text = show_fact(mk, p.first + i).runs;
    }
    return count;
}

/* Each with its reason, they are too long to stand behind each other in the head: a list before the
 * first chapter, where what is missing is seen. A single one stays in the head. */
static void make_unanswered(Maker *mk, Traits *traits, Block *into)
{
    uint32_t at = 0;
    while (at < traits->len && traits->at[at].key != P_UNANSWERED)
        at++;
    if (at == traits->len || list_unanswered(mk, NULL) < 2)
        return;
    Block *title = block_add(mk->arena, into, BLOCK_LINE);
    Buf head;
    buf_init(&head, mk->arena);
    buf_printf(&head, "%.*s:", STR_ARG(traits->at[at].label));
    runs_add(mk->arena, &title->text, buf_view(&head), RUN_STRONG, NULL);
    list_unanswered(mk, block_add(mk->arena, into, BLOCK_LIST));
    traits->len--;
    memmove(&traits->at[at], &traits->at[at + 1], (traits->len - at) * sizeof(Trait));
}

static void make_head(Maker *mk)
{
    Report *r = mk->report;
    r->title = mk->top != 0 ? thing_title(mk, mk->top) : STR_NONE;
    r->contents_head = maker_label(mk, LABEL_CONTENTS);
    r->skip_text = maker_label(mk, LABEL_SKIP);
    r->table_word = maker_label(mk, LABEL_TABLE);
    anchors_claim(&mk->anchors, r->title);
    anchors_claim(&mk->anchors, r->contents_head);
    if (mk->top == 0)
        return;
    Traits *traits = maker_traits(mk, mk->top);
    make_unanswered(mk, traits, &r->body);
    traits_fields(mk, mk->top, traits, &r->meta);
}

/* A document without a plan (a part, a library) is the things at its top. */
static void make_tops(Maker *mk, DocId root)
{
    for (DeclId d = 1; d < mk->m->decls.len; d++)
        if (model_decl(mk->m, d)->parent == 0 && model_decl(mk->m, d)->doc == root &&
            model_decl(mk->m, d)->kind != K_GROUP && thing_form(mk, d, false) != FORM_NONE)
            make_section(mk, d, &mk->report->body, 2);
}

/* In the model's arena, which outlives the one that texts are made in. */
Buf *maker_scratch(Maker *mk)
{
    mk->scratch.len = 0;
    return &mk->scratch;
}

void maker_init(Maker *mk)
{
    buf_init(&mk->scratch, mk->m->arena);
    mk->targets = arena_array(mk->m->arena, Target *, mk->m->decls.len);
    mk->text_link = arena_array(mk->m->arena, uint32_t, mk->m->texts.len);
    index_links(mk);
}

static void make_blocks(Maker *mk, DocId root)
{
    maker_init(mk);
    anchors_init(&mk->anchors, mk->arena);
    make_head(mk);
    if (mk->top != 0) {
        thing_faults(mk, mk->top, &mk->report->body);
        make_body(mk, mk->top, &mk->report->body, 1, false);
    } else {
        make_tops(mk, root);
    }
    make_control(mk, &mk->report->body);
    settle_links(mk);
}

Report *report_build(Model *m, DocId root, Lang lang, bool blocks)
{
    static const char *const tags[LANG_COUNT] = {"nb", "nn", "en"};
    assert(root < m->docs.len);
    eval_renew(m);
    Maker *mk = arena_new(m->arena, Maker);
    *mk = (Maker){.m = m, .arena = m->arena, .lang = lang, .top = m->docs.at[root].plan};
    mk->report = arena_new(m->arena, Report);
    *mk->report = (Report){
        .lang_tag = str_from(tags[lang]), .maker = mk, .model = m, .root = root, .lang = lang};
    if (blocks)
        make_blocks(mk, root);
    return mk->report;
}
