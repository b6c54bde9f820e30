/*
 * command.c — running hplanc as a user would, in a folder of its own.
 */
#define _XOPEN_SOURCE 700 /* realpath, nftw */
#include "support/command.h"
#include "support/files.h"

#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <linux/capability.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_ARGUMENTS = 32, LONGEST_PATH = 1024, SECONDS = 60 };

/* ---- places --------------------------------------------------------------------------------- */

Place place_open(void)
{
    Place p = {.folder = ""};
    const char *tmp = getenv("TMPDIR");
    (void)snprintf(p.folder, sizeof p.folder, "%s/hplan-XXXXXX", tmp != NULL ? tmp : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(p.folder));
    return p;
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    (void)st, (void)kind, (void)at;
    return remove(path);
}

void place_close(Place *p)
{
    (void)nftw(p->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void full_path(const Place *p, const char *name, char *out)
{
    (void)snprintf(out, LONGEST_PATH, "%s/%s", p->folder, name);
}

void place_write_bytes(const Place *p, const char *name, const char *bytes, size_t len)
{
    char path[LONGEST_PATH];
    full_path(p, name, path);
    file_write(path, bytes, len);
}

void place_write(const Place *p, const char *name, const char *text)
{
    place_write_bytes(p, name, text, strlen(text));
}

void place_folder(const Place *p, const char *name)
{
    char path[LONGEST_PATH];
    full_path(p, name, path);
    ck_assert_int_eq(mkdir(path, 0777), 0);
}

void place_copy_plans(const Place *p, const char *into, const char *folder)
{
    char pattern[LONGEST_PATH], name[LONGEST_PATH / 2];
    (void)snprintf(pattern, sizeof pattern, "%s/*.hplan", folder);
    glob_t files = files_named(pattern);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        size_t len;
        char *text = file_expect(files.gl_pathv[i], &len);
        (void)snprintf(name, sizeof name, "%s/%s", into, file_name(files.gl_pathv[i]));
        place_write_bytes(p, name, text, len);
        free(text);
    }
    globfree(&files);
}

char *place_read(const Place *p, const char *name)
{
    char path[LONGEST_PATH];
    full_path(p, name, path);
    return file_read(path, NULL);
}

bool place_has(const Place *p, const char *name)
{
    char path[LONGEST_PATH];
    struct stat st;
    full_path(p, name, path);
    return lstat(path, &st) == 0;
}

int place_count(const Place *p, const char *folder)
{
    char path[LONGEST_PATH];
    int count = 0;
    full_path(p, folder, path);
    DIR *dir = opendir(path);
    ck_assert_ptr_nonnull(dir);
    for (struct dirent *e; (e = readdir(dir)) != NULL;)
        count += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(dir);
    return count;
}

/* ---- runs ----------------------------------------------------------------------------------- */

static void redirect(const char *path, int flags, int fd)
{
    int opened = open(path, flags, 0600);
    if (opened < 0 || dup2(opened, fd) < 0)
        _exit(126);
    if (opened != fd)
        (void)close(opened);
}

static void set_environment(const Place *p)
{
    (void)unsetenv("LC_ALL");
    (void)unsetenv("LC_MESSAGES");
    (void)unsetenv("LANG");
    if (p->locale != NULL)
        (void)setenv("LC_ALL", p->locale, 1);
}

static void set_limit(const Place *p)
{
    struct rlimit limit = {(rlim_t)p->file_limit, (rlim_t)p->file_limit};
    if (p->file_limit == 0)
        return;
    (void)setrlimit(RLIMIT_FSIZE, &limit);
    /* Under `make coverage`: a file of counts that is cut short spoils the others. */
    (void)setenv("GCOV_PREFIX", P_tmpdir "/hplan-no-counts", 1);
    (void)setenv("GCOV_ERROR_FILE", "/dev/null", 1);
}

/* What root may do beyond the modes of files is not handed on through exec. Nobody else has it. */
static void give_up_rights(const Place *p)
{
    static const unsigned long rights[] = {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH};
    for (size_t i = 0; p->bound_by_modes && i < sizeof rights / sizeof *rights; i++)
        (void)prctl(PR_CAPBSET_DROP, rights[i], 0UL, 0UL, 0UL);
}

/* In the child: never returns. */
static _Noreturn void become(const Place *p, const char *binary, char *const *argv,
                             const char *const *files)
{
    int pipe_ends[2];
    if (chdir(p->folder) != 0)
        _exit(126);
    redirect(files[0], O_RDONLY, 0);
    redirect(p->output != NULL ? p->output : files[1], O_WRONLY | O_CREAT, 1);
    redirect(files[2], O_WRONLY | O_CREAT, 2);
    if (p->closed_pipe) {
        if (pipe(pipe_ends) != 0 || dup2(pipe_ends[1], 1) < 0)
            _exit(126);
        (void)close(pipe_ends[0]);
        (void)close(pipe_ends[1]);
    }
    for (int fd = 0; p->without_streams && fd <= 2; fd++)
        (void)close(fd);
    set_environment(p);
    set_limit(p);
    give_up_rights(p);
    (void)alarm(SECONDS);
    execv(binary, argv);
    _exit(127);
}

static void beside(const Place *p, const char *ending, char *out)
{
    (void)snprintf(out, LONGEST_PATH, "%s.%s", p->folder, ending);
}

static Run wait_for(pid_t child, const char *const *files)
{
    int status = 0;
    Run r = {.code = 0};
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    r.code = WEXITSTATUS(status);
    r.out = file_read(files[1], &r.out_len);
    r.err = file_read(files[2], &r.err_len);
    for (int i = 0; i < 3; i++)
        (void)unlink(files[i]);
    ck_assert_msg(WIFEXITED(status), "ended by signal %d: %s", WTERMSIG(status), r.err);
    return r;
}

Run run(const Place *p, ...)
{
    char *argv[MOST_ARGUMENTS + 2] = {NULL};
    char in[LONGEST_PATH], out[LONGEST_PATH], err[LONGEST_PATH];
    const char *const files[] = {in, out, err};
    va_list rest;
    int count = 0;
    char *binary = realpath(HPLANC, NULL);
    ck_assert_msg(binary != NULL, "no %s", HPLANC);
    argv[count++] = binary;
    va_start(rest, p);
    for (char *a; (a = va_arg(rest, char *)) != NULL;) {
        ck_assert_int_lt(count, MOST_ARGUMENTS);
        argv[count++] = a;
    }
    va_end(rest);
    beside(p, "in", in);
    beside(p, "out", out);
    beside(p, "err", err);
    for (int i = 0; i < 3; i++)
        fclose(fopen(files[i], "wb"));
    if (p->input != NULL)
        file_write(in, p->input, p->input_len > 0 ? p->input_len : strlen(p->input));
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0)
        become(p, binary, argv, files);
    Run r = wait_for(child, files);
    free(binary);
    return r;
}

void run_free(Run *r)
{
    free(r->out);
    free(r->err);
    *r = (Run){0};
}

void expect_run(Run r, int code, const char *out, const char *err)
{
    ck_assert_msg(r.code == code, "exit %d: %s", r.code, r.err);
    if (out != NULL)
        ck_assert_str_eq(r.out, out);
    if (err != NULL)
        ck_assert_str_eq(r.err, err);
    run_free(&r);
}

int count_of(const char *text, const char *needle)
{
    int count = 0;
    for (const char *at = text; (at = strstr(at, needle)) != NULL; at += strlen(needle))
        count++;
    return count;
}

char *replaced(char *text, const char *from, const char *to)
{
    size_t n = (size_t)count_of(text, from);
    ck_assert_msg(n > 0, "there is no “%s” in:\n%s", from, text);
    char *out = calloc(1, strlen(text) + n * strlen(to) + 1);
    char *end = out;
    const char *at = text;
    for (const char *hit; (hit = strstr(at, from)) != NULL; at = hit + strlen(from)) {
        memcpy(end, at, (size_t)(hit - at));
        end += hit - at;
        end += strlen(strcpy(end, to));
    }
    strcpy(end, at);
    free(text);
    return out;
}

void expect_sound(const Place *p, const char *file)
{
    expect_run(run(p, "fmt", "--check", file, NULL), 0, "", "");
    Run r = run(p, "check", file, NULL);
    ck_assert_msg(r.code == 0, "exit %d: %s", r.code, r.err);
    run_free(&r);
}

void expect_part(const char *text, const char *part)
{
    ck_assert_msg(strstr(text, part) != NULL, "there is no “%s” in:\n%s", part, text);
}

Run run_checked_with(const char *folder, const char *file, const char *old, const char *now)
{
    Place p = place_open();
    place_copy_plans(&p, ".", folder);
    char *text = place_read(&p, file);
    char *at = strstr(text, old);
    ck_assert_msg(at != NULL, "no “%s”", old);
    char *spoilt = calloc(strlen(text) + strlen(now) + 1, 1);
    memcpy(spoilt, text, (size_t)(at - text));
    strcat(spoilt, now);
    strcat(spoilt, at + strlen(old));
    place_write(&p, file, spoilt);
    Run r = run(&p, "check", file, NULL);
    free(spoilt);
    free(text);
    place_close(&p);
    return r;
}
