/*
 * files.c — output files, each whole or not at all.  Layer: cli.
 *
 * In: paths, and contents or who makes them. Out: files under those names, or the old ones
 * untouched and a message. Each is written beside its place under another name, as its content
 * comes, then brought to the disk, and only then renamed; and none is renamed before all are
 * written. From the first byte on signals wait, so that none leaves a half-written file behind; but
 * one that asks for the end is let through as soon as what is half-written is gone.
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

static bool complain(Cli *cli, const OutFile *file, int error)
{
    bool taken = file->fresh && error == EEXIST;
    say(cli, taken ? T_EXISTS : T_NOT_WRITTEN, file->path, say_reason(cli, error));
    return false;
}

/* What is at work. */
typedef struct Writing {
    OutFile *files;
    size_t count;
    OutFile *now;    /* the one whose content comes */
    int fd;          /* where it goes; < 0: none of it has come */
    int error;       /* errno of what failed; 0: nothing did */
    sigset_t before; /* the signals that waited anyway */
} Writing;

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
static bool make_folders(OutFile *file)
{
    char *path = strdup(file->path);
    if (path == NULL)
        return false;
    bool made = true;
    bool was_there;
    for (char *p = path; made && (p = strchr(p + strspn(p, "/"), '/')) != NULL;) {
        *p = '\0';
        made = make_one(path, &was_there);
        if (made && !was_there && file->own_from == 0)
            file->own_from = (size_t)(p - path);
        *p = '/';
    }
    int error = errno;
    free(path);
    errno = error;
    return made;
}

/* Those of them that were made for it and hold nothing. */
static void remove_folders(const OutFile *file)
{
    char *path = file->own_from == 0 ? NULL : strdup(file->path);
    for (char *slash; path != NULL && (slash = strrchr(path, '/')) != NULL;) {
        *slash = '\0';
        if ((size_t)(slash - path) < file->own_from || rmdir(path) != 0)
            break;
    }
    free(path);
}

/* ---- when there is to be nothing ------------------------------------------------------------- */

/* Nothing is left but what was there before. */
static void clean_up(const Writing *w)
{
    for (size_t i = 0; i < w->count; i++) {
        const OutFile *file = &w->files[i];
        if (file->temp != NULL)
            (void)unlink(file->temp);
        if (file->fresh && file->placed)
            (void)unlink(file->target);
    }
    for (size_t i = w->count; i-- > 0;)
        remove_folders(&w->files[i]);
}

/* Would it end the process, if it did not have to wait for this? */
static bool is_fatal(const Writing *w, int number)
{
    struct sigaction action;
    return sigismember(&w->before, number) == 0 && sigaction(number, NULL, &action) == 0 &&
           action.sa_handler != SIG_IGN;
}

static bool asks_for_the_end(const Writing *w)
{
    static const int numbers[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    sigset_t waiting;
    if (sigpending(&waiting) != 0)
        return false;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (sigismember(&waiting, numbers[i]) == 1 && is_fatal(w, numbers[i]))
            return true;
    return false;
}

/* A signal that has waited since the piece before is not kept until the last one has come. */
static void give_way(const Writing *w)
{
    if (!asks_for_the_end(w))
        return;
    clean_up(w);
    (void)sigprocmask(SIG_SETMASK, &w->before, NULL);
}

/* ---- one file ------------------------------------------------------------------------------- */

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

static bool open_temp(Writing *w)
{
    char *name = temp_name(w->now->target);
    if (name == NULL)
        return false;
    w->fd = mkstemp(name);
    if (w->fd >= 0) {
        w->now->temp = name;
        return true;
    }
    int error = errno;
    free(name);
    errno = error;
    return false;
}

static bool begin(Writing *w)
{
    sigset_t all;
    (void)sigfillset(&all);
    (void)sigprocmask(SIG_BLOCK, &all, NULL);
    return find_target(w->now) && make_folders(w->now) && open_temp(w);
}

/* Another piece of what is to be written now. */
static bool take_piece(void *writing, const char *bytes, size_t len)
{
    Writing *w = writing;
    give_way(w);
    bool well = (w->fd >= 0 || begin(w)) && write_whole(w->fd, bytes, len);
    if (!well)
        w->error = errno;
    return well;
}

/* Nothing may have come, and then the file is empty. */
static bool finish(Writing *w)
{
    bool well = (w->fd >= 0 || begin(w)) && fchmod(w->fd, mode_of(w->now->target)) == 0 &&
                fsync(w->fd) == 0;
    if (!well)
        w->error = errno;
    return well;
}

/* A fault of the disk is told by its errno, anything else by its status. */
static hplan_status write_temp(Writing *w, OutFile *file)
{
    w->now = file;
    w->fd = -1;
    w->error = 0;
    hplan_status status =
        file->make != NULL ? file->make(file->of, take_piece, w)
        : file->content.len == 0 || take_piece(w, file->content.bytes, file->content.len)
            ? HPLAN_OK
            : HPLAN_NOT_WRITTEN;
    if (status == HPLAN_OK && !finish(w))
        status = HPLAN_NOT_WRITTEN;
    if (w->fd >= 0 && close(w->fd) != 0 && status == HPLAN_OK) {
        status = HPLAN_NOT_WRITTEN;
        w->error = errno;
    }
    return status;
}

/* A fresh file takes no one's place, not even that of one which has come meanwhile; where a file
 * cannot have two names, that was looked for at the start. */
static bool move_into_place(OutFile *file)
{
    bool linked = file->fresh && link(file->temp, file->target) == 0;
    if (file->fresh && !linked && errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
        return false;
    file->placed = linked || rename(file->temp, file->target) == 0;
    if (!file->placed || (linked && unlink(file->temp) != 0))
        return false;
    free(file->temp);
    file->temp = NULL;
    return true;
}

/* ---- all of them ---------------------------------------------------------------------------- */

static bool write_all(Cli *cli, Writing *w)
{
    for (size_t i = 0; i < w->count; i++) {
        hplan_status status = write_temp(w, &w->files[i]);
        if (status == HPLAN_NOT_WRITTEN)
            return complain(cli, &w->files[i], w->error);
        if (status != HPLAN_OK) {
            say_status(cli, status, NULL);
            return false;
        }
    }
    for (size_t i = 0; i < w->count; i++)
        if (!move_into_place(&w->files[i]))
            return complain(cli, &w->files[i], errno);
    return true;
}

bool files_write(Cli *cli, OutFile *files, size_t count)
{
    Writing w = {.files = files, .count = count};
    (void)sigprocmask(SIG_BLOCK, NULL, &w.before);
    bool written = write_all(cli, &w);
    if (!written)
        clean_up(&w);
    (void)sigprocmask(SIG_SETMASK, &w.before, NULL);
    return written;
}

void files_tell(Cli *cli, const OutFile *files, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        put_text(&cli->out, text_in(T_WRITTEN, cli->lang), files[i].path, NULL);
        stream_text(&cli->out, "\n");
    }
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
