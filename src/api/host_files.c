/*
 * host_files.c — the default host: the files of this machine.  Layer: api.
 *
 * In: paths. Out: whole files in blocks from malloc, which the session hands back. Only regular
 * files are read, so that a pipe or a device never keeps a check waiting.
 */
#define _XOPEN_SOURCE 700 /* realpath */

#include "base/pages.h"
#include "hplan/hplan.h"
#include "source/source.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_BLOCK = 64 * 1024, TAIL = 2 };

static hplan_status status_of(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR: return HPLAN_MISSING;
    case EISDIR: return HPLAN_FOLDER;
    case EACCES:
    case EPERM: return HPLAN_DENIED;
    case ENOMEM: return HPLAN_NOMEM;
    default: return HPLAN_UNREADABLE;
    }
}

static hplan_status status_of_kind(const struct stat *st)
{
    if (S_ISDIR(st->st_mode))
        return HPLAN_FOLDER;
    if (!S_ISREG(st->st_mode))
        return HPLAN_NOT_REGULAR;
    return st->st_size > (off_t)SOURCE_MAX_BYTES ? HPLAN_TOO_LARGE : HPLAN_OK;
}

/* Reads to the end: the size that a file states may be wrong (it may grow; /proc says 0). */
static hplan_status read_all(int fd, size_t expected, char **bytes, size_t *len)
{
    size_t room = expected + 1;
    size_t used = 0;
    char *block = pages_malloc(room + TAIL);
    while (block != NULL) {
        ssize_t got = read(fd, block + used, room - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            hplan_status status = status_of(errno);
            free(block);
            return status;
        }
        used += (size_t)got;
        if (got == 0 || used > SOURCE_MAX_BYTES)
            break;
        if (used == room) {
            room = room < FIRST_BLOCK ? FIRST_BLOCK : room * 2;
            char *larger = realloc(block, room + TAIL);
            if (larger == NULL)
                free(block);
            block = larger;
        }
    }
    if (block == NULL)
        return HPLAN_NOMEM;
    if (used > SOURCE_MAX_BYTES) {
        free(block);
        return HPLAN_TOO_LARGE;
    }
    memset(block + used, 0, TAIL);
    *bytes = block;
    *len = used;
    return HPLAN_OK;
}

static hplan_status files_read(void *context, const char *path, char **bytes, size_t *len)
{
    (void)context;
    /* Without O_NONBLOCK opening a pipe would wait for its writer. */
    int fd;
    do
        fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    if (fd < 0) /* a socket, or a device without a driver */
        return errno == ENXIO || errno == ENODEV ? HPLAN_NOT_REGULAR : status_of(errno);
    struct stat st;
    hplan_status status = fstat(fd, &st) != 0 ? status_of(errno) : status_of_kind(&st);
    if (status == HPLAN_OK)
        status = read_all(fd, (size_t)st.st_size, bytes, len);
    close(fd);
    return status;
}

static hplan_status files_canonical(void *context, const char *path, char **name)
{
    (void)context;
    *name = realpath(path, NULL);
    return *name == NULL ? status_of(errno) : HPLAN_OK;
}

static hplan_path_kind files_kind(void *context, const char *path)
{
    (void)context;
    struct stat st;
    if (lstat(path, &st) != 0)
        return HPLAN_PATH_MISSING;
    if (S_ISDIR(st.st_mode))
        return HPLAN_PATH_FOLDER;
    return S_ISREG(st.st_mode) ? HPLAN_PATH_FILE : HPLAN_PATH_OTHER;
}

static hplan_status files_list(void *context, const char *folder, hplan_entry *entry, void *to)
{
    (void)context;
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return status_of(errno);
    errno = 0;
    for (struct dirent *e; (e = readdir(dir)) != NULL; errno = 0)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            entry(to, e->d_name);
    hplan_status status = errno != 0 ? status_of(errno) : HPLAN_OK;
    closedir(dir);
    return status;
}

static void files_release(void *context, char *block)
{
    (void)context;
    free(block);
}

const hplan_host *hplan_host_files(void)
{
    static const hplan_host host = {NULL,       files_read, files_canonical,
                                    files_kind, files_list, files_release};
    return &host;
}
