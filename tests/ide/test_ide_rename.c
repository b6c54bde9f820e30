/*
 * test_ide_rename.c — every name and title of the examples is called anew: the findings stay the
 * same, and the published JSON says the same but for that name. Of Kragerø all, of the others
 * every eighth.
 *
 * The new name has as many bytes as the old one, so that all places stay where they are.
 */
#include "hplan/ide.h"
#include "support/heard.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *test_ide_rename_suite(void);

/* --- a host that gives the texts as they would be -------------------------------------------- */

typedef struct Edited {
    hplan_session *s;
    const hplan_edits *edits;
} Edited;

static hplan_status edited_read(void *context, const char *path, char **bytes, size_t *len)
{
    const Edited *e = context;
    size_t file;
    hplan_status status = hplan_host_files()->read(NULL, path, bytes, len);
    if (status != HPLAN_OK || !hplan_file_find(e->s, path, &file))
        return status;
    for (size_t i = 0; i < e->edits->count; i++) { /* of the same length each */
        const hplan_edit *one = &e->edits->at[i];
        if (one->range.file == file)
            memcpy(*bytes + one->range.start, one->text, strlen(one->text));
    }
    return HPLAN_OK;
}

static hplan_status published(const char *plan, const hplan_host *host, Heard *json, size_t *faults)
{
    hplan_options options = {.host = host};
    hplan_session *s = hplan_session_open(&options);
    ck_assert_int_eq(hplan_file_add(s, plan), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    *faults = hplan_finding_count(s, HPLAN_ERROR) + hplan_finding_count(s, HPLAN_WARNING) +
              hplan_finding_count(s, HPLAN_NOTE);
    hplan_status status = hplan_report_write(s, 0, "json", hear, json);
    hplan_session_close(s);
    return status;
}

/* --- one name -------------------------------------------------------------------------------- */

/* The old one where the new one stands. Anchors are made of titles, in small letters. */
static void put_back(Heard *json, const char *now, const char *old)
{
    size_t len = strlen(now);
    for (size_t i = 0; i + len <= json->len; i++) {
        size_t k = 0;
        while (k < len && (json->bytes[i + k] == now[k] || (json->bytes[i + k] | 0x20) == now[k] ||
                           (now[k] == ' ' && json->bytes[i + k] == '-')))
            k++;
        if (k == len && json->bytes[i] != old[0])
            json->bytes[i] = (char)(json->bytes[i] == now[0] ? old[0] : old[0] | 0x20);
    }
}

static const char *another(const char *name, char letter)
{
    static char out[512];
    snprintf(out, sizeof out, "%s", name);
    out[0] = name[0] >= 'a' ? letter : (char)(letter - 'a' + 'A');
    return out;
}

/* Two principles of Nordre Follo are alike, which is a finding: calling one anew would mend it. */
static const char alike[] = "Vi skal utnytte mulighetene innen velferdsteknologi";

/* The first word of such a label says what the row is to the others. */
static bool says_its_role(const char *name)
{
    return strncmp(name, "Herav ", 6) == 0 || strncmp(name, "Sum", 3) == 0;
}

static void rename_here(hplan_session *s, const char *plan, const Heard *before, size_t faults,
                        size_t file, size_t at, const char *name)
{
    static const char letters[] = "qxzw";
    hplan_edits edits;
    const char *why = NULL;
    const char *to = NULL;
    hplan_status status = HPLAN_REFUSED;
    for (int i = 0; letters[i] != '\0' && status == HPLAN_REFUSED; i++) {
        to = another(name, letters[i]);
        status = hplan_ide_rename(s, file, at, to, &edits, &why);
    }
    if (strcmp(name, alike) == 0 || says_its_role(name)) {
        ck_assert_int_eq(status, HPLAN_REFUSED);
        return;
    }
    ck_assert_msg(status == HPLAN_OK, "%s: %d %s", name, (int)status, why == NULL ? "" : why);
    ck_assert_uint_ge(edits.count, 1);
    for (size_t i = 0; i < edits.count; i++)
        ck_assert_uint_eq(strlen(edits.at[i].text), edits.at[i].range.end - edits.at[i].range.start);
    hplan_host host = *hplan_host_files();
    Edited context = {s, &edits};
    Heard json = {NULL, 0};
    size_t faults_now;
    host.context = &context;
    host.read = edited_read;
    ck_assert_int_eq(published(plan, &host, &json, &faults_now), HPLAN_OK);
    ck_assert_uint_eq(faults_now, faults);
    put_back(&json, to, name);
    size_t i = 0;
    while (i < json.len && i < before->len && json.bytes[i] == before->bytes[i])
        i++;
    ck_assert_msg(json.len == before->len && i == json.len, "%s as %s: JSON differs: %.120s", name,
                  to, i < json.len ? json.bytes + (i > 40 ? i - 40 : 0) : "");
    free(json.bytes);
}

/* --- all of them ----------------------------------------------------------------------------- */

static hplan_session *opened(const char *plan)
{
    hplan_session *s = hplan_session_open(NULL);
    ck_assert_int_eq(hplan_file_add(s, plan), HPLAN_OK);
    ck_assert_int_eq(hplan_session_check(s), HPLAN_OK);
    return s;
}

static int rename_all(const char *plan, int every)
{
    hplan_session *s = opened(plan);
    Heard before = {NULL, 0};
    size_t faults, len;
    int met = 0, renamed = 0;
    ck_assert_int_eq(published(plan, NULL, &before, &faults), HPLAN_OK);
    for (size_t file = 0; file < hplan_file_count(s); file++) {
        (void)hplan_file_text(s, file, &len);
        for (size_t at = 0; hplan_file_path(s, file) != NULL && at < len;) {
            hplan_range range;
            const char *name, *no;
            size_t here = at++;
            if (hplan_ide_renamable(s, file, here, &range, &name, &no) != HPLAN_OK)
                continue;
            at = range.end >= here ? range.end + 1 : here + 1;
            bool ascii = (name[0] >= 'a' && name[0] <= 'z') || (name[0] >= 'A' && name[0] <= 'Z');
            if (range.end - range.start != strlen(name) || !ascii || met++ % every != 0)
                continue;
            rename_here(s, plan, &before, faults, file, here, name);
            renamed++;
            hplan_session_close(s); /* with all its answers */
            s = opened(plan);
        }
    }
    hplan_session_close(s);
    free(before.bytes);
    return renamed;
}

START_TEST(all_of_kragero)
{
    ck_assert_int_gt(rename_all(HPLAN_ROOT "/examples/kragero-2018/handlingsplan.hplan", 1), 100);
}
END_TEST

START_TEST(some_of_the_others)
{
    ck_assert_int_gt(rename_all(HPLAN_ROOT "/examples/elverum-2023/plan.hplan", 8), 10);
    ck_assert_int_gt(rename_all(HPLAN_ROOT "/examples/nordre-follo-2017/grunnlag.hplan", 24), 10);
}
END_TEST

Suite *test_ide_rename_suite(void)
{
    Suite *suite = suite_create("ide_rename");
    TCase *tc = tcase_create("all");
    tcase_set_timeout(tc, 120);
    tcase_add_test(tc, all_of_kragero);
    tcase_add_test(tc, some_of_the_others);
    suite_add_tcase(suite, tc);
    return suite;
}
