/*
 * files.c — output files, each whole or not at all.  Layer: cli.
 *
 * In: contents and paths. Out: files under those names, or the old ones untouched and a message.
 * Each is written beside its place under another name, brought to the disk, and only then renamed;
 * and none is renamed before all are written. Signals wait meanwhile, so that none leaves a
 * half-written file behind.
 */
#define _XOPEN_SOURCE 700 /* realpath */

#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *reason(const Cli *cli, int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT: return text_in(T_DISK_FULL, cli->lang);
    case EACCES:
    case EPERM:
    case EROFS: return text_in(T_NOT_ALLOWED, cli->lang);
    case EFBIG: return text_in(T_FILE_LIMIT, cli->lang);
    case ENOTDIR: return text_in(T_NO_FOLDER, cli->lang);
    case EISDIR: return text_in(T_IS_FOLDER, cli->lang);
    case EEXIST: return text_in(T_NOT_A_FILE, cli->lang);
    case ENOMEM: return text_in(T_NO_MEMORY, cli->lang);
    default: return strerror(error);
    }
}

static bool complain(Cli *cli, const OutFile *file, int error)
{
    bool taken = file->fresh && error == EEXIST;
    say(cli, taken ? T_EXISTS : T_NOT_WRITTEN, file->path, reason(cli, error));
    return false;
}

/* ---- folders -------------------------------------------------------------------------------- */

static bool make_one(const char *path, bool *was_there)
{
    struct stat st;
    *was_there = false;
    if (mkdir(path, 0777) == 0)
        return true;
    int error = errno;
    *was_there = stat(path, &st) == 0 && S_ISDIR(st.st_mode);
    errno = error == EEXIST ? ENOTDIR : error;
    return *was_there;
}

/* All the folders that the file lies in. */
static bool make_folders(Cli *cli, OutFile *file)
{
    char *path = strdup(file->path);
    if (path == NULL)
        return complain(cli, file, ENOMEM);
    bool made = true;
    bool was_there;
    for (char *p = path; made && (p = strchr(p + strspn(p, "/"), '/')) != NULL;) {
        *p = '\0';
        made = make_one(path, &was_there);
        if (made && was_there)
            file->was_there = (size_t)(p - path);
        *p = '/';
    }
    int error = errno;
    free(path);
    return made || complain(cli, file, error);
}

/* Those of them that were made for it and hold nothing; what is left of the path is cut. */
static void remove_folders(OutFile *file)
{
    for (char *slash; (slash = strrchr(file->path, '/')) != NULL;) {
        *slash = '\0';
        if ((size_t)(slash - file->path) <= file->was_there || rmdir(file->path) != 0)
            return;
    }
}

/* ---- one file ------------------------------------------------------------------------------- */

static bool write_content(int fd, const Collected *content)
{
    for (size_t done = 0; done < content->len;) {
        ssize_t n = write(fd, content->bytes + done, content->len - done);
        if (n < 0 && errno != EINTR)
            return false;
        if (n > 0)
            done += (size_t)n;
    }
    return true;
}

/* As the old file had it; a new one as the user's umask has it. */
static mode_t mode_of(const char *target)
{
    struct stat st;
    if (stat(target, &st) == 0)
        return st.st_mode & 07777;
    mode_t mask = umask(0);
    (void)umask(mask);
    return 0666 & ~mask;
}

/* Where the file really goes: behind a link, if the path is one. False: errno says why not. */
static bool find_target(OutFile *file)
{
    struct stat st;
    if (file->fresh && lstat(file->path, &st) == 0) {
        errno = EEXIST;
        return false;
    }
    bool there = stat(file->path, &st) == 0;
    if (there && !S_ISREG(st.st_mode)) {
        errno = S_ISDIR(st.st_mode) ? EISDIR : EEXIST;
        return false;
    }
    file->target = there ? realpath(file->path, NULL) : strdup(file->path);
    // gcc-suppress -Wanalyzer-malloc-leak ; it is kept in *file, which files_free frees
    return file->target != NULL;
}

/* FOLDER/.hplanc-XXXXXX beside the target. */
static char *temp_name(const char *target)
{
    static const char pattern[] = ".hplanc-XXXXXX";
    // gcc-suppress -Wanalyzer-possible-null-argument ; find_target has seen that there is one
    const char *slash = strrchr(target, '/');
    size_t folder = slash != NULL ? (size_t)(slash - target) + 1 : 0;
    char *name = malloc(folder + sizeof pattern);
    if (name == NULL)
        return NULL;
    memcpy(name, target, folder);
    memcpy(name + folder, pattern, sizeof pattern);
    return name;
}

static bool write_temp(OutFile *file)
{
    char *name = temp_name(file->target);
    if (name == NULL)
        return false;
    int fd = mkstemp(name);
    if (fd < 0) {
        int error = errno;
        free(name);
        errno = error;
        return false;
    }
    file->temp = name;
    bool written = write_content(fd, &file->content) && fchmod(fd, mode_of(file->target)) == 0 &&
                   fsync(fd) == 0;
    int error = errno;
    if (close(fd) != 0 && written) {
        written = false;
        error = errno;
    }
    errno = error;
    return written;
}

/* A fresh file takes no one's place, not even that of one which has come meanwhile; where a file
 * cannot have two names, that was looked for at the start. */
static bool move_into_place(OutFile *file)
{
    bool linked = file->fresh && link(file->temp, file->target) == 0;
    if (file->fresh && !linked && errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
        return false;
    if (linked ? unlink(file->temp) != 0 : rename(file->temp, file->target) != 0)
        return false;
    free(file->temp);
    file->temp = NULL;
    file->placed = true;
    return true;
}

/* ---- all of them ---------------------------------------------------------------------------- */

static bool each(Cli *cli, OutFile *files, size_t count, bool (*step)(OutFile *))
{
    for (size_t i = 0; i < count; i++)
        if (!step(&files[i]))
            return complain(cli, &files[i], errno);
    return true;
}

static bool write_all(Cli *cli, OutFile *files, size_t count)
{
    if (!each(cli, files, count, find_target))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!make_folders(cli, &files[i]))
            return false;
    return each(cli, files, count, write_temp) && each(cli, files, count, move_into_place);
}

/* What is not needed, or not wanted since others could not be written. */
static void clean_up(OutFile *files, size_t count, bool written)
{
    for (size_t i = 0; i < count; i++) {
        if (files[i].temp != NULL)
            (void)unlink(files[i].temp);
        free(files[i].temp);
        files[i].temp = NULL;
        if (!written && files[i].fresh && files[i].placed)
            (void)unlink(files[i].target);
    }
    for (size_t i = count; i-- > 0;)
        if (!written && files[i].fresh)
            remove_folders(&files[i]);
}

bool files_write(Cli *cli, OutFile *files, size_t count)
{
    sigset_t all;
    sigset_t before;
    (void)sigfillset(&all);
    (void)sigprocmask(SIG_BLOCK, &all, &before);
    bool written = write_all(cli, files, count);
    clean_up(files, count, written);
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    return written;
}

void files_free(OutFile *files, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(files[i].path);
        free(files[i].target);
        free(files[i].temp);
        free(files[i].content.bytes);
    }
}
