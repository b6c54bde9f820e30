/*
 * shim.c — makes one call of the C library fail, for tests/faults/run (LD_PRELOAD).
 *
 * FAULT=NAME:N:ERROR lets the N-th call of NAME fail with that errno; ERROR 0 makes a read or a
 * write take only a byte. FAULT_FD is told by a byte when that has happened.
 */
#define _GNU_SOURCE

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);

static char wanted[32];
static long at;
static int error_no;
static int tell_fd = -1;
static atomic_long calls;

__attribute__((constructor)) static void read_environment(void)
{
    const char *fault = getenv("FAULT"), *fd = getenv("FAULT_FD");
    const char *colon = fault == NULL ? NULL : strchr(fault, ':');
    if (colon == NULL || (size_t)(colon - fault) >= sizeof wanted)
        return;
    memcpy(wanted, fault, (size_t)(colon - fault));
    at = strtol(colon + 1, NULL, 10);
    colon = strchr(colon + 1, ':');
    error_no = colon == NULL ? EIO : (int)strtol(colon + 1, NULL, 10);
    tell_fd = fd == NULL ? -1 : (int)strtol(fd, NULL, 10);
}

static ssize_t real_write(int fd, const void *bytes, size_t len)
{
    static ssize_t (*next)(int, const void *, size_t);
    if (next == NULL)
        *(void **)&next = dlsym(RTLD_NEXT, "write");
    return next(fd, bytes, len);
}

/* Is this the call that is to fail? Sets errno. */
static bool due(const char *name)
{
    if (strcmp(name, wanted) != 0 || atomic_fetch_add(&calls, 1) + 1 != at)
        return false;
    (void)!real_write(tell_fd, "!", 1);
    errno = error_no;
    return true;
}

#define NEXT(name) (*(void **)&next = next != NULL ? *(void **)&next : dlsym(RTLD_NEXT, name))

/* ---- memory --------------------------------------------------------------------------------- */

void *malloc(size_t size)
{
    return due("malloc") ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return due("malloc") ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
    return due("malloc") ? NULL : __libc_realloc(block, size);
}

/* ---- reading and writing -------------------------------------------------------------------- */

/* Messages are not disturbed: what is asked is whether there is one. */
ssize_t write(int fd, const void *bytes, size_t len)
{
    if (fd == STDERR_FILENO || !due("write"))
        return real_write(fd, bytes, len);
    return error_no == 0 && len > 0 ? real_write(fd, bytes, 1) : -1;
}

ssize_t read(int fd, void *bytes, size_t len)
{
    static ssize_t (*next)(int, void *, size_t);
    NEXT("read");
    if (!due("read"))
        return next(fd, bytes, len);
    return error_no == 0 && len > 0 ? next(fd, bytes, 1) : -1;
}

int open(const char *path, int flags, ...)
{
    static int (*next)(const char *, int, ...);
    va_list args;
    va_start(args, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(args, mode_t) : 0;
    va_end(args);
    NEXT("open");
    return due("open") ? -1 : next(path, flags, mode);
}

/* A file is closed in any case; what close says is only what became of its bytes. */
int close(int fd)
{
    static int (*next)(int);
    NEXT("close");
    if (!due("close"))
        return next(fd);
    (void)next(fd);
    errno = error_no;
    return -1;
}

#define WRAP(name, type, failed, parameters, arguments) \
    type name parameters                                \
    {                                                   \
        static type(*next) parameters;                  \
        NEXT(#name);                                    \
        return due(#name) ? failed : next arguments;    \
    }

WRAP(fsync, int, -1, (int fd), (fd))
WRAP(fchmod, int, -1, (int fd, mode_t mode), (fd, mode))
WRAP(rename, int, -1, (const char *from, const char *to), (from, to))
WRAP(link, int, -1, (const char *from, const char *to), (from, to))
WRAP(unlink, int, -1, (const char *path), (path))
WRAP(mkstemp, int, -1, (char *pattern), (pattern))
WRAP(mkdir, int, -1, (const char *path, mode_t mode), (path, mode))
WRAP(fstat, int, -1, (int fd, struct stat *st), (fd, st))
WRAP(stat, int, -1, (const char *path, struct stat *st), (path, st))
WRAP(lstat, int, -1, (const char *path, struct stat *st), (path, st))
WRAP(opendir, DIR *, NULL, (const char *path), (path))
WRAP(readdir, struct dirent *, NULL, (DIR * folder), (folder))
WRAP(realpath, char *, NULL, (const char *path, char *resolved), (path, resolved))
WRAP(pthread_create, int, EAGAIN,
     (pthread_t * thread, const pthread_attr_t *how, void *(*start)(void *), void *with),
     (thread, how, start, with))
