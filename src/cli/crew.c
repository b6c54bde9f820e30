/*
 * crew.c — threads for a folder full of plans.  Layer: cli.
 *
 * In: a number of pieces of work. Out: each done once. Threads take the next piece as they come to
 * it; where one cannot be started, the others do its share. The library starts none itself.
 */
#include "cli/cli.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

enum { MOST_THREADS = 256 };

typedef struct Shift {
    size_t count;
    atomic_size_t next;
    void (*work)(void *to, size_t i);
    void *to;
} Shift;

static void *take_pieces(void *shift)
{
    Shift *s = shift;
    for (;;) {
        size_t piece = atomic_fetch_add(&s->next, 1);
        if (piece >= s->count)
            return NULL;
        s->work(s->to, piece);
    }
}

size_t crew_size(const Cli *cli)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    size_t size = cli->args.number[OPT_JOBS];
    if (size == 0)
        size = cores > 0 ? (size_t)cores : 1;
    return size < MOST_THREADS ? size : MOST_THREADS;
}

void crew_run(void *size, size_t count, void (*work)(void *to, size_t i), void *to)
{
    Shift shift = {.count = count, .work = work, .to = to};
    pthread_t threads[MOST_THREADS];
    size_t wanted = *(const size_t *)size;
    size_t started = 0;
    while (started + 1 < wanted && started + 1 < count &&
           pthread_create(&threads[started], NULL, take_pieces, &shift) == 0)
        started++;
    (void)take_pieces(&shift);
    for (size_t i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
}
