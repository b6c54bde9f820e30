/*
 * test_diag.c — the sink, the texts and the form of findings for people and for machines.
 *
 * In an expected text @ stands for the headline of HP4001, whose wording belongs to codes.def.
 */
#include "diag/diag.h"

#include <check.h>
#include <jansson.h>

Suite *test_diag_suite(void);

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

static void open_text(Fixture *f, const char *text)
{
    *f = (Fixture){.text = text};
    arena_init(&f->arena, NULL);
    sources_init(&f->sources, &f->arena);
    sources_add(&f->sources, STR("plan.hplan"), STR("/plan.hplan"), text, (uint32_t)strlen(text));
    sources_add(&f->sources, STR("rå/b c.hplan"), STR("/b"), "x\nyz\n", 5);
    sink_init(&f->sink, &f->arena, &f->sources);
}

/* The first place of a text in file 0. */
static Span at(const Fixture *f, const char *needle)
{
    const char *found = strstr(f->text, needle);
    ck_assert_ptr_nonnull(found);
    return (Span){0, (uint32_t)(found - f->text), (uint32_t)strlen(needle)};
}

typedef void Render(Buf *out, const DiagSink *sink, const RenderOptions *opt);

static Str rendered(Fixture *f, Render *render)
{
    Buf out;
    buf_init(&out, &f->arena);
    render(&out, &f->sink, &f->opt);
    return buf_view(&out);
}

static void expect(Fixture *f, Render *render, const char *expected)
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

/* ---- texts ---------------------------------------------------------------------------------- */

START_TEST(codes_by_name)
{
    ck_assert_uint_eq(msg_code(STR("HP4001")), HP4001);
    ck_assert_uint_eq(msg_code(STR("hp4001")), HP4001);
    ck_assert_uint_eq(msg_code(STR("HP400")), MSG_COUNT);
    ck_assert_uint_eq(msg_code(STR("HP40011")), MSG_COUNT);
    ck_assert_uint_eq(msg_code(STR("F_WRITE")), MSG_COUNT); /* not a code */
    ck_assert_uint_eq(msg_code(STR("")), MSG_COUNT);
    ck_assert_str_eq(msg_info(HP4001)->name, "HP4001");
    ck_assert_ptr_null(msg_info(F_WRITE)->slug);
}
END_TEST

/* What codes.def promises, for every row that colleagues add. */
START_TEST(rows_are_whole)
{
    for (MsgId id = 0; id < MSG_COUNT; id++) {
        const MsgInfo *info = msg_info(id);
        size_t len = strlen(info->text[LANG_NB]);
        ck_assert_msg(len > 0, "%s has no text in bokmål", info->name);
        if (info->slug == NULL)
            continue;
        ck_assert_msg(strncmp(info->name, "HP", 2) == 0 && strlen(info->name) == 6,
                      "%s is no name for a code", info->name);
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            size_t n = strlen(info->text[lang]);
            ck_assert_msg(n == 0 || strchr(".?", info->text[lang][n - 1]) != NULL,
                          "%s: a headline ends with a full stop: %s", info->name, info->text[lang]);
        }
        for (MsgId other = 0; other < id; other++)
            ck_assert_msg(msg_info(other)->slug == NULL ||
                              strcmp(msg_info(other)->slug, info->slug) != 0,
                          "%s and %s share a slug", msg_info(other)->name, info->name);
    }
}
END_TEST

static Str part_text(Fixture *f, const Diag *d, Lang lang)
{
    Buf out;
    buf_init(&out, &f->arena);
    diag_part_text(&out, &d->parts.at[d->parts.len - 1], lang);
    return buf_view(&out);
}

START_TEST(arguments)
{
    Fixture f;
    open_text(&f, plan_text);
    Diag *d = diag_at(&f.sink, HP4001, SPAN_NONE);
    Text3 bread = {{STR("brød"), STR_NONE, STR("bread")}};
    diag_note(d, L_DID_YOU_MEAN_2);
    diag_text3(d, &bread);
    bread.in[LANG_NB] = STR("endret etterpå"); /* arguments are copied */
    diag_int(d, -1234567);
    ck_assert(str_eq(part_text(&f, d, LANG_NB), STR("mente du «brød» (−1234567)?")));
    ck_assert(str_eq(part_text(&f, d, LANG_NN), STR("meinte du «brød» (−1234567)?")));
    ck_assert(str_eq(part_text(&f, d, LANG_EN), STR("did you mean “bread” (−1234567)?")));

    diag_note(d, L_DID_YOU_MEAN_2); /* a missing argument shows its mark */
    diag_str(d, STR("{0} {9"));
    ck_assert(str_eq(part_text(&f, d, LANG_NB), STR("mente du «{0} {9» ({1})?")));

    diag_fix(d, at(&f, "1"), STR("2"), F_WRITE); /* {0} of a fix is its replacement */
    ck_assert(str_eq(part_text(&f, d, LANG_EN), STR("write 2")));
    diag_fix(d, at(&f, "1"), STR("2"), F_WRITE);
    diag_str(d, STR("«2»"));
    ck_assert(str_eq(part_text(&f, d, LANG_EN), STR("write «2»")));
    arena_free(&f.arena);
}
END_TEST

/* ---- the sink ------------------------------------------------------------------------------- */

START_TEST(order_and_doubles)
{
    Fixture f;
    open_text(&f, plan_text);
    static const Span spans[] = {{1, 0, 1}, {0, 9, 1}, {FILE_NONE, 0, 0}, {0, 2, 5},
                                 {0, 9, 1}, {0, 2, 3}, {0, 9, 1},         {0, 2, 5}};
    Diag *made[8];
    for (int i = 0; i < 8; i++)
        made[i] = diag_at(&f.sink, HP4001, spans[i]);
    made[1]->silenced = true;
    made[6]->severity = SEV_WARNING;
    ck_assert(sink_has(&f.sink, HP4001, spans[3]));
    ck_assert(!sink_has(&f.sink, HP4001, (Span){0, 2, 4}));
    sink_sort(&f.sink);
    /* Of three at offset 9 the first is silenced, and the second stays. */
    Diag *wanted[] = {made[5], made[3], made[4], made[0], made[2]};
    ck_assert_uint_eq(f.sink.list.len, 5);
    for (int i = 0; i < 5; i++)
        ck_assert_ptr_eq(f.sink.list.at[i], wanted[i]);
    made[0]->silenced = true;
    ck_assert_uint_eq(sink_count(&f.sink, SEV_ERROR), 4);
    ck_assert_uint_eq(sink_count(&f.sink, SEV_WARNING), 0);
    arena_free(&f.arena);
}
END_TEST

START_TEST(many_findings_sort)
{
    Fixture f;
    open_text(&f, plan_text);
    for (uint32_t i = 0; i < 5000; i++)
        diag_at(&f.sink, HP4001, (Span){0, (i * 7919) % 5003, 1});
    sink_sort(&f.sink);
    ck_assert_uint_eq(f.sink.list.len, 5000);
    for (uint32_t i = 1; i < f.sink.list.len; i++)
        ck_assert_uint_lt(f.sink.list.at[i - 1]->span.off, f.sink.list.at[i]->span.off);
    arena_free(&f.arena);
}
END_TEST

/* ---- for people ----------------------------------------------------------------------------- */

START_TEST(terminal_all_parts)
{
    Fixture f;
    open_text(&f, plan_text);
    Diag *d = diag_at(&f.sink, HP4001, at(&f, "38,3 mill. kr"));
    diag_fix(d, at(&f, "38,3 mill. kr"), STR("38,2 mill. kr"), F_WRITE);
    diag_note(d, N_DID_YOU_MEAN);
    diag_str(d, STR("a"));
    diag_place(d, (Span){1, 2, 2}, L_FIRST_HERE);
    diag_place(d, at(&f, "siste"), L_HERE);
    diag_label(d, L_DID_YOU_MEAN);
    diag_str(d, STR("38,2"));
    expect(&f, render_terminal,
           "plan.hplan:2:10: feil HP4001: @\n"
           "    2 |   ramme: 38,3 mill. kr\n"
           "      |          ^^^^^^^^^^^^^ mente du «38,2»?\n"
           "    4 |   siste: 1\n"
           "      |   ----- her\n"
           "      = mente du «a»?\n"
           "      = første gang her (rå/b c.hplan:2)\n"
           "      = retting: skriv 38,2 mill. kr\n");
}
END_TEST

START_TEST(terminal_languages)
{
    static const char *const expected[] = {
        [LANG_NB] = "plan.hplan:1:1: advarsel HP4001: @\n"
                    "    1 | plan \"Prøve\" {\n"
                    "      | ^^^^\n"
                    "      = retting: ta bort plan\n"
                    "plan.hplan:1:6: merknad HP4001: @ (kjent feil)\n"
                    "    1 | plan \"Prøve\" {\n"
                    "      |      ^^^^^^^\n"
                    "og 2 til\n",
        [LANG_NN] = "plan.hplan:1:1: åtvaring HP4001: @\n"
                    "    1 | plan \"Prøve\" {\n"
                    "      | ^^^^\n"
                    "      = retting: ta bort plan\n"
                    "plan.hplan:1:6: merknad HP4001: @ (kjend feil)\n"
                    "    1 | plan \"Prøve\" {\n"
                    "      |      ^^^^^^^\n"
                    "og 2 til\n",
        [LANG_EN] = "plan.hplan:1:1: warning HP4001: @\n"
                    "    1 | plan \"Prøve\" {\n"
                    "      | ^^^^\n"
                    "      = fix: remove plan\n"
                    "plan.hplan:1:6: note HP4001: @ (known fault)\n"
                    "    1 | plan \"Prøve\" {\n"
                    "      |      ^^^^^^^\n"
                    "and 2 more\n",
    };
    Fixture f;
    open_text(&f, plan_text);
    Diag *d = diag_at(&f.sink, HP4001, at(&f, "plan"));
    d->severity = SEV_WARNING;
    diag_fix(d, at(&f, "plan"), STR(""), F_REMOVE);
    diag_str(d, STR("plan"));
    d = diag_at(&f.sink, HP4001, at(&f, "\"Prøve\""));
    d->severity = SEV_NOTE;
    d->known = true;
    diag_at(&f.sink, HP4001, at(&f, "siste"))->silenced = true;
    diag_at(&f.sink, HP4001, at(&f, "x y"));
    diag_at(&f.sink, HP4001, SPAN_NONE);
    f.opt.lang = (Lang)_i;
    f.opt.max_shown = 2;
    expect(&f, render_terminal, expected[_i]);
}
END_TEST

/* Tabs are shown as one blank, wide letters take two columns, combining marks none. */
START_TEST(terminal_width)
{
    Fixture f;
    open_text(&f, plan_text);
    diag_at(&f.sink, HP4001, at(&f, "日本"));
    diag_label(f.sink.list.at[0], L_HERE);
    diag_place(f.sink.list.at[0], at(&f, "x"), L_HERE); /* on the line shown already */
    expect(&f, render_terminal,
           "plan.hplan:3:7: feil HP4001: @\n"
           "    3 |  mål: 日本 e\xCC\x81 x y\n"
           "      |       ^^^^ her\n"
           "      |              - her\n");
}
END_TEST

START_TEST(terminal_no_place)
{
    Fixture f;
    open_text(&f, plan_text);
    diag_at(&f.sink, HP4001, SPAN_NONE);
    diag_label(f.sink.list.at[0], L_HERE);
    diag_place(f.sink.list.at[0], at(&f, "x"), L_FIRST_HERE);
    diag_place(f.sink.list.at[0], SPAN_NONE, L_FIRST_HERE);
    expect(&f, render_terminal,
           "feil HP4001: @\n"
           "      = her\n"
           "      = første gang her (plan.hplan:3)\n"
           "      = første gang her\n");
}
END_TEST

/* Empty spans, spans over several lines, the end of the file and beyond it. */
START_TEST(terminal_odd_spans)
{
    Fixture f;
    open_text(&f, "a  \r\nbc\n");
    diag_at(&f.sink, HP4001, (Span){0, 0, 6});
    diag_at(&f.sink, HP4001, (Span){0, 3, 2});
    diag_at(&f.sink, HP4001, (Span){0, 6, 0});
    diag_at(&f.sink, HP4001, (Span){0, 8, 0});
    diag_at(&f.sink, HP4001, (Span){0, 4000000000u, 4000000000u});
    expect(&f, render_terminal,
           "plan.hplan:1:1: feil HP4001: @\n"
           "    1 | a  \n"
           "      | ^\n"
           "plan.hplan:1:4: feil HP4001: @\n"
           "    1 | a  \n"
           "      |    ^\n"
           "plan.hplan:2:2: feil HP4001: @\n"
           "    2 | bc\n"
           "      |  ^\n"
           "plan.hplan:3:1: feil HP4001: @\n"
           "    3 |\n"
           "      | ^\n"
           "plan.hplan:3:1: feil HP4001: @\n"
           "    3 |\n"
           "      | ^\n");
}
END_TEST

START_TEST(terminal_empty_file)
{
    Fixture f;
    open_text(&f, "");
    diag_at(&f.sink, HP4001, (Span){0, 0, 0});
    expect(&f, render_terminal,
           "plan.hplan:1:1: feil HP4001: @\n"
           "    1 |\n"
           "      | ^\n");
}
END_TEST

/* What a user wrote must not steer the terminal, nor break the form. */
START_TEST(terminal_hostile)
{
    Fixture f;
    open_text(&f, "a\x1b[31m\x80 \xE2\x80\xAE"
                  "b\n");
    diag_at(&f.sink, HP4001, at(&f, "b"));
    diag_label(f.sink.list.at[0], L_DID_YOU_MEAN);
    diag_str(f.sink.list.at[0], STR("x\ny\x1b[0m\xC3"));
    expect(&f, render_terminal,
           "plan.hplan:1:9: feil HP4001: @\n"
           "    1 | a�[31m� b\n"
           "      |         ^ mente du «x y�[0m�»?\n");
}
END_TEST

START_TEST(terminal_long_lines)
{
    Fixture f;
    char text[1000];
    memset(text, '.', sizeof text);
    memcpy(text + 500, "mål", 4);
    memcpy(text + 20, "x", 1);
    text[999] = '\0';
    open_text(&f, text);
    diag_at(&f.sink, HP4001, at(&f, "x"));
    diag_at(&f.sink, HP4001, at(&f, "mål"));
    diag_at(&f.sink, HP4001, (Span){0, 600, 300});
    diag_at(&f.sink, HP4001, (Span){0, 999, 0});
#define DOTS_10   ".........."
#define DOTS_20   DOTS_10 DOTS_10
#define DOTS_30   DOTS_20 DOTS_10
#define DOTS_60   DOTS_30 DOTS_30
#define SPACES_30 "                              "
#define CARETS_10 "^^^^^^^^^^"
#define CARETS_60 CARETS_10 CARETS_10 CARETS_10 CARETS_10 CARETS_10 CARETS_10
    expect(&f, render_terminal,
           "plan.hplan:1:21: feil HP4001: @\n"
           "    1 | " DOTS_20 "x" DOTS_60 DOTS_10 "…\n"
           "      |                     ^\n"
           "plan.hplan:1:501: feil HP4001: @\n"
           "    1 | …" DOTS_30 "mål" DOTS_30 DOTS_20 ".......…\n"
           "      |  " SPACES_30 "^^^\n"
           "plan.hplan:1:600: feil HP4001: @\n"
           "    1 | …" DOTS_30 DOTS_60 "…\n"
           "      |  " SPACES_30 CARETS_60 "^\n"
           "plan.hplan:1:999: feil HP4001: @\n"
           "    1 | …" DOTS_30 "\n"
           "      |  " SPACES_30 "^\n");
}
END_TEST

START_TEST(terminal_color)
{
    Fixture f;
    open_text(&f, plan_text);
    diag_at(&f.sink, HP4001, at(&f, "plan"));
    f.opt.color = true;
    expect(&f, render_terminal,
           "\x1b[1mplan.hplan:1:1: \x1b[0m\x1b[1;31mfeil HP4001\x1b[0m: @\n"
           "    1 | plan \"Prøve\" {\n"
           "      | \x1b[1;31m^^^^\x1b[0m\n");
}
END_TEST

/* ---- for machines --------------------------------------------------------------------------- */

static void make_two(Fixture *f)
{
    open_text(f, plan_text);
    Diag *d = diag_at(&f->sink, HP4001, at(f, "日本"));
    diag_label(d, L_HERE);
    diag_note(d, N_DID_YOU_MEAN);
    diag_str(d, STR("100 %\n, \"a\": \\"));
    diag_place(d, (Span){1, 2, 2}, L_FIRST_HERE);
    diag_fix(d, at(f, "日本"), STR("Norge"), F_WRITE);
    diag_fix(d, (Span){1, 0, 1}, STR("Norge"), F_WRITE);
    d = diag_at(&f->sink, HP4001, SPAN_NONE);
    d->severity = SEV_NOTE;
    d->known = true;
    f->opt.lang = LANG_EN;
}

static const char *string_of(json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    ck_assert_msg(text != NULL, "no text %s", key);
    return text;
}

static json_int_t int_of(json_t *object, const char *key)
{
    json_t *number = json_object_get(object, key);
    ck_assert_msg(json_is_integer(number), "no number %s", key);
    return json_integer_value(number);
}

static json_t *parse(const char *bytes, size_t len)
{
    json_error_t error;
    json_t *value = json_loadb(bytes, len, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(value != NULL, "%s: %.*s", error.text, (int)len, bytes);
    return value;
}

static void check_first_line(json_t *j)
{
    ck_assert_str_eq(string_of(j, "code"), "HP4001");
    ck_assert_str_eq(string_of(j, "slug"), msg_info(HP4001)->slug);
    ck_assert_str_eq(string_of(j, "severity"), "error");
    ck_assert_str_eq(string_of(j, "file"), "plan.hplan");
    ck_assert_str_eq(string_of(j, "message"), msg_info(HP4001)->text[LANG_EN]);
    ck_assert_str_eq(string_of(j, "label"), "here");
    ck_assert(json_is_false(json_object_get(j, "known")));
    ck_assert_int_eq(int_of(j, "line"), 3);
    ck_assert_int_eq(int_of(j, "column"), 7);
    ck_assert_int_eq(int_of(j, "endLine"), 3);
    ck_assert_int_eq(int_of(j, "endColumn"), 9);
    ck_assert_int_eq(int_of(j, "offset"), strstr(plan_text, "日本") - plan_text);
    ck_assert_int_eq(int_of(j, "length"), 6);
    ck_assert_str_eq(json_string_value(json_array_get(json_object_get(j, "notes"), 0)),
                     "did you mean “100 % , \"a\": \\”?");
    json_t *place = json_array_get(json_object_get(j, "places"), 0);
    ck_assert_str_eq(string_of(place, "file"), "rå/b c.hplan");
    ck_assert_str_eq(string_of(place, "message"), "first here");
    ck_assert_int_eq(int_of(place, "line"), 2);
    json_t *fix = json_object_get(j, "fix");
    ck_assert_str_eq(string_of(fix, "message"), "write Norge");
    json_t *edits = json_object_get(fix, "edits");
    ck_assert_uint_eq(json_array_size(edits), 2);
    ck_assert_str_eq(string_of(json_array_get(edits, 1), "replacement"), "Norge");
    ck_assert_int_eq(int_of(json_array_get(edits, 1), "offset"), 0);
}

START_TEST(json_lines)
{
    Fixture f;
    make_two(&f);
    Str out = rendered(&f, render_json);
    const char *end = memchr(out.ptr, '\n', out.len);
    ck_assert_ptr_nonnull(end);
    json_t *first = parse(out.ptr, (size_t)(end - out.ptr));
    check_first_line(first);
    json_decref(first);

    json_t *second = parse(end + 1, out.len - (size_t)(end + 1 - out.ptr) - 1);
    ck_assert(json_is_true(json_object_get(second, "known")));
    ck_assert(json_is_null(json_object_get(second, "file")));
    ck_assert(json_is_null(json_object_get(second, "line")));
    ck_assert(json_is_null(json_object_get(second, "label")));
    ck_assert(json_is_null(json_object_get(second, "fix")));
    ck_assert_uint_eq(json_array_size(json_object_get(second, "places")), 0);
    ck_assert_str_eq(string_of(second, "severity"), "note");
    json_decref(second);
    arena_free(&f.arena);
}
END_TEST

static json_t *path(json_t *value, const char *keys) /* "runs.0.tool" */
{
    char key[64];
    while (*keys != '\0') {
        size_t len = strcspn(keys, ".");
        ck_assert_uint_lt(len, sizeof key);
        memcpy(key, keys, len);
        key[len] = '\0';
        value = json_is_array(value) ? json_array_get(value, (size_t)(key[0] - '0'))
                                     : json_object_get(value, key);
        ck_assert_msg(value != NULL, "nothing at %s", keys);
        keys += len + (keys[len] == '.');
    }
    return value;
}

static void check_sarif_first(json_t *result)
{
    ck_assert_str_eq(string_of(result, "ruleId"), "HP4001");
    ck_assert_int_eq(int_of(result, "ruleIndex"), 0);
    ck_assert_str_eq(string_of(result, "level"), "error");
    string_of(path(result, "message"), "text");
    json_t *place = path(result, "locations.0.physicalLocation");
    ck_assert_str_eq(string_of(path(place, "artifactLocation"), "uri"), "plan.hplan");
    ck_assert_int_eq(int_of(path(place, "region"), "startLine"), 3);
    ck_assert_int_eq(int_of(path(place, "region"), "startColumn"), 7);
    ck_assert_int_eq(int_of(path(place, "region"), "endColumn"), 9);
    json_t *related = path(result, "relatedLocations.0");
    ck_assert_str_eq(string_of(path(related, "message"), "text"), "first here");
    ck_assert_str_eq(string_of(path(related, "physicalLocation.artifactLocation"), "uri"),
                     "r%C3%A5/b%20c.hplan");
    json_t *changes = path(result, "fixes.0.artifactChanges");
    ck_assert_uint_eq(json_array_size(changes), 2);
    json_t *edit = path(changes, "1.replacements.0");
    ck_assert_int_eq(int_of(path(edit, "deletedRegion"), "startColumn"), 1);
    ck_assert_str_eq(string_of(path(edit, "insertedContent"), "text"), "Norge");
}

START_TEST(sarif)
{
    Fixture f;
    make_two(&f);
    Str out = rendered(&f, render_sarif);
    json_t *log = parse(out.ptr, out.len);
    ck_assert_str_eq(string_of(log, "version"), "2.1.0");
    json_t *run = path(log, "runs.0");
    ck_assert_str_eq(string_of(run, "columnKind"), "unicodeCodePoints");
    ck_assert_str_eq(string_of(run, "language"), "en");
    ck_assert_str_eq(string_of(path(run, "tool.driver"), "name"), "hplanc");
    json_t *rules = path(run, "tool.driver.rules");
    ck_assert_uint_eq(json_array_size(rules), 1);
    ck_assert_str_eq(string_of(json_array_get(rules, 0), "id"), "HP4001");
    json_t *results = path(run, "results");
    ck_assert_uint_eq(json_array_size(results), 2);
    check_sarif_first(json_array_get(results, 0));
    json_t *second = json_array_get(results, 1);
    ck_assert_str_eq(string_of(second, "level"), "note");
    ck_assert_uint_eq(json_array_size(path(second, "locations")), 0);
    ck_assert_str_eq(string_of(path(second, "suppressions.0"), "kind"), "inSource");
    json_decref(log);
    arena_free(&f.arena);
}
END_TEST

START_TEST(sarif_empty)
{
    Fixture f;
    open_text(&f, plan_text);
    Str out = rendered(&f, render_sarif);
    json_t *log = parse(out.ptr, out.len);
    ck_assert_uint_eq(json_array_size(path(log, "runs.0.results")), 0);
    json_decref(log);
    arena_free(&f.arena);
}
END_TEST

START_TEST(github)
{
    Fixture f;
    make_two(&f);
    Source *second = sources_get(&f.sources, 1);
    second->name = STR("a,b:c%\n.hplan");
    diag_at(&f.sink, HP4001, (Span){1, 2, 1})->severity = SEV_WARNING;
    sink_sort(&f.sink);
    expect(&f, render_github,
           "::error file=plan.hplan,line=3,col=7,title=HP4001::@%0Ahere%0A"
           "did you mean “100 %25 , \"a\": \\”?%0Afix: write Norge\n"
           "::warning file=a%2Cb%3Ac%25%0A.hplan,line=2,col=1,title=HP4001::@\n"
           "::notice title=HP4001::@ (known fault)\n");
}
END_TEST

/* ---- explanations --------------------------------------------------------------------------- */

START_TEST(explanation)
{
    Arena arena;
    arena_init(&arena, NULL);
    Buf out;
    buf_init(&out, &arena);
    ck_assert(!render_explanation(&out, F_WRITE, LANG_NB));
    ck_assert(!render_explanation(&out, MSG_COUNT, LANG_NB));
    ck_assert_uint_eq(out.len, 0);
    ck_assert(render_explanation(&out, HP4001, LANG_NN));
    ck_assert(str_starts(buf_view(&out), STR("HP4001 ")));
    ck_assert_ptr_nonnull(strstr(out.ptr, msg_info(HP4001)->text[LANG_NN]));
    ck_assert_ptr_nonnull(strstr(out.ptr, "\nEi rad som heiter «Sum» seier"));
    ck_assert_ptr_null(strstr(out.ptr, "En rad som heter"));
    ck_assert_ptr_null(strstr(out.ptr, "--- "));
    ck_assert_ptr_nonnull(strstr(out.ptr, "\nSlik gir det feil:\n\n    plan "));
    ck_assert_ptr_nonnull(strstr(out.ptr, "\nSlik er det rett:\n\n    plan "));
    arena_free(&arena);
}
END_TEST

START_TEST(examples)
{
    Str bad;
    Str good;
    ck_assert(!explain_examples(F_WRITE, &bad, &good));
    ck_assert(explain_examples(HP4001, &bad, &good));
    ck_assert(str_starts(bad, STR("plan ")) && str_ends(bad, STR("}\n")));
    ck_assert(str_starts(good, STR("plan ")) && str_ends(good, STR("}\n")));
    ck_assert(!str_eq(bad, good));
}
END_TEST

static void add_terminal(Suite *suite)
{
    TCase *tc = tcase_create("terminal");
    tcase_add_test(tc, terminal_all_parts);
    tcase_add_loop_test(tc, terminal_languages, 0, LANG_COUNT);
    tcase_add_test(tc, terminal_width);
    tcase_add_test(tc, terminal_no_place);
    tcase_add_test(tc, terminal_odd_spans);
    tcase_add_test(tc, terminal_empty_file);
    tcase_add_test(tc, terminal_hostile);
    tcase_add_test(tc, terminal_long_lines);
    tcase_add_test(tc, terminal_color);
    suite_add_tcase(suite, tc);
}

Suite *test_diag_suite(void)
{
    Suite *suite = suite_create("diag");
    TCase *tc = tcase_create("texts");
    tcase_add_test(tc, codes_by_name);
    tcase_add_test(tc, rows_are_whole);
    tcase_add_test(tc, arguments);
    suite_add_tcase(suite, tc);
    tc = tcase_create("sink");
    tcase_add_test(tc, order_and_doubles);
    tcase_add_test(tc, many_findings_sort);
    suite_add_tcase(suite, tc);
    add_terminal(suite);
    tc = tcase_create("machines");
    tcase_add_test(tc, json_lines);
    tcase_add_test(tc, sarif);
    tcase_add_test(tc, sarif_empty);
    tcase_add_test(tc, github);
    suite_add_tcase(suite, tc);
    tc = tcase_create("explain");
    tcase_add_test(tc, explanation);
    tcase_add_test(tc, examples);
    suite_add_tcase(suite, tc);
    return suite;
}
