/* The test program: runs the suites of every tests/X/test_NAME.c, or those named as arguments.
 *
 * The list comes from make (build/gen/test_suites.c). It is started from the root of the
 * repository. Check's own variables hold: CK_FORK=no to debug, CK_VERBOSITY=verbose to see each
 * test, CK_RUN_CASE=x to run one case.
 */
#include <assert.h>
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name;
    Suite *(*make)(void);
} TestSuite;

extern const TestSuite test_suites[];

static const TestSuite *find(const char *name)
{
    for (const TestSuite *s = test_suites; s->name; s++)
        if (strcmp(s->name, name) == 0)
            return s;
    return NULL;
}

static int unknown(const char *name)
{
    fprintf(stderr, "hplan-tests: no suite '%s'; there are:", name);
    for (const TestSuite *s = test_suites; s->name; s++)
        fprintf(stderr, " %s", s->name);
    fprintf(stderr, "\n");
    return 2;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (!find(argv[i]))
            return unknown(argv[i]);

    SRunner *runner = srunner_create(NULL);
    if (argc > 1) {
        for (int i = 1; i < argc; i++) {
            const TestSuite *s = find(argv[i]);
            assert(s != NULL); /* looked for above */
            srunner_add_suite(runner, s->make());
        }
    } else {
        for (const TestSuite *s = test_suites; s->name; s++)
            srunner_add_suite(runner, s->make());
    }
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
