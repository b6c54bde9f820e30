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

static bool complain(Cli *cli, const char *path, int error)
{
    say(cli, T_NOT_WRITTEN, path, reason(cli, error));
    return false;
}

/* ---- folders -------------------------------------------------------------------------------- */

static bool make_one(const char *path)
{
    struct stat st;
    if (mkdir(path, 0777) == 0)
        return true;
    int error = errno;
    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        return true;
    errno = error == EEXIST ? ENOTDIR : error;
    return false;
}

/* The folder with all those above it. */
static bool make_folders(Cli *cli, const char *folder)
{
    char *path = strdup(folder);
    if (path == NULL)
        return complain(cli, folder, ENOMEM);
    bool made = true;
    for (char *p = path; made && *p != '\0';) {
        p += strspn(p, "/");
        p += strcspn(p, "/");
        char after = *p;
        *p = '\0';
        made = make_one(path);
        *p = after;
    }
    int error = errno;
    free(path);
    return made || complain(cli, folder, error);
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
    bool there = stat(file->path, &st) == 0;
    if (there && !S_ISREG(st.st_mode)) {
        errno = S_ISDIR(st.st_mode) ? EISDIR : EEXIST;
        return false;
    }
    file->target = there ? realpath(file->path, NULL) : strdup(file->path);
    return file->target != NULL;
}

/* FOLDER/.hplanc-XXXXXX beside the target. */
static char *temp_name(const char *target)
{
    static const char pattern[] = ".hplanc-XXXXXX";
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
    char *name = find_target(file) ? temp_name(file->target) : NULL;
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

static bool move_into_place(OutFile *file)
{
    if (rename(file->temp, file->target) != 0)
        return false;
    free(file->temp);
    file->temp = NULL;
    return true;
}

/* ---- all of them ---------------------------------------------------------------------------- */

static bool write_all(Cli *cli, OutFile *files, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!write_temp(&files[i]))
            return complain(cli, files[i].path, errno);
    for (size_t i = 0; i < count; i++)
        if (!move_into_place(&files[i]))
            return complain(cli, files[i].path, errno);
    return true;
}

bool files_write(Cli *cli, const char *folder, OutFile *files, size_t count)
{
    sigset_t all;
    sigset_t before;
    if (folder[0] != '\0' && !make_folders(cli, folder))
        return false;
    (void)sigfillset(&all);
    (void)sigprocmask(SIG_BLOCK, &all, &before);
    bool written = write_all(cli, files, count);
    for (size_t i = 0; i < count; i++) {
        if (files[i].temp == NULL)
            continue;
        (void)unlink(files[i].temp);
        free(files[i].temp);
        files[i].temp = NULL;
    }
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
