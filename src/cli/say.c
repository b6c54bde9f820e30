/*
 * say.c — messages of the command itself, on standard error.  Layer: cli.
 *
 * All begin "hplanc: ", as those of other commands do, and are one line.
 */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* How many bytes the control character takes that begins here: one of ASCII, or U+0080 to U+009F,
 * which a terminal obeys as well. 0: it is none. */
static size_t control_len(const char *text)
{
    unsigned char c = (unsigned char)text[0];
    if (c < ' ' || c == 0x7F)
        return 1;
    return c == 0xC2 && (unsigned char)text[1] >= 0x80 && (unsigned char)text[1] < 0xA0 ? 2 : 0;
}

/* Names that a user typed may hold anything; nothing of it may steer the terminal. */
static void put_clean(Stream *to, const char *text)
{
    while (*text != '\0') {
        size_t control = control_len(text);
        (void)stream_write(to, control > 0 ? "?" : text, 1);
        text += control > 0 ? control : 1;
    }
}

void put_text(Stream *to, const char *text, const char *a, const char *b)
{
    const char *const values[] = {a, b};
    for (const char *p = text; *p != '\0'; p++) {
        bool mark = p[0] == '{' && (p[1] == '0' || p[1] == '1') && p[2] == '}';
        if (!mark) {
            (void)stream_write(to, p, 1);
            continue;
        }
        const char *value = values[p[1] - '0'];
        put_clean(to, value == NULL ? "" : value);
        p += 2;
    }
}

static void begin(Cli *cli, TextId id, const char *a, const char *b)
{
    stream_text(&cli->err, "hplanc: ");
    put_text(&cli->err, text_in(id, cli->lang), a, b);
}

void say(Cli *cli, TextId id, const char *a, const char *b)
{
    begin(cli, id, a, b);
    stream_text(&cli->err, "\n");
}

void say_with_hint(Cli *cli, TextId id, const char *a, const char *b, TextId hint,
                   const char *suggestion)
{
    begin(cli, id, a, b);
    if (suggestion != NULL)
        put_text(&cli->err, text_in(hint, cli->lang), suggestion, NULL);
    stream_text(&cli->err, "\n");
}

/* With the plan of that name, where it was typed without its ending. */
static void say_missing(Cli *cli, const char *path)
{
    char plan[4096];
    struct stat st;
    int len = snprintf(plan, sizeof plan, "%s.hplan", path);
    bool there = len > 0 && (size_t)len < sizeof plan && stat(plan, &st) == 0;
    say_with_hint(cli, T_MISSING, path, NULL, T_DID_YOU_MEAN, there ? plan : NULL);
}

void say_status(Cli *cli, hplan_status status, const char *path)
{
    static const TextId ids[] = {
        [HPLAN_OK] = T_INTERNAL,          [HPLAN_NOMEM] = T_NO_MEMORY,
        [HPLAN_MISSING] = T_MISSING,      [HPLAN_FOLDER] = T_FOLDER,
        [HPLAN_DENIED] = T_DENIED,        [HPLAN_NOT_REGULAR] = T_NOT_REGULAR,
        [HPLAN_TOO_LARGE] = T_TOO_LARGE,  [HPLAN_UNREADABLE] = T_UNREADABLE,
        [HPLAN_NO_PLANS] = T_NO_PLANS,    [HPLAN_TOO_DEEP] = T_TOO_DEEP,
        [HPLAN_NOT_WRITTEN] = T_INTERNAL, [HPLAN_UNKNOWN] = T_INTERNAL,
        [HPLAN_NO_TIME] = T_INTERNAL,     [HPLAN_REFUSED] = T_REFUSED,
        [HPLAN_MISUSE] = T_INTERNAL,
    };
    char number[16];
    if (status == HPLAN_MISSING && path != NULL) {
        say_missing(cli, path);
        return;
    }
    if (ids[status] == T_INTERNAL) {
        (void)snprintf(number, sizeof number, "%d", (int)status);
        path = number;
    }
    say(cli, ids[status], path, NULL);
}

const char *say_reason(const Cli *cli, int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT: return text_in(T_DISK_FULL, cli->lang);
    case EACCES:
    case EPERM:
    case EROFS: return text_in(T_NOT_ALLOWED, cli->lang);
    case EFBIG: return text_in(T_FILE_LIMIT, cli->lang);
    case ENOENT: return text_in(T_FOLDER_GONE, cli->lang);
    case ENOTDIR: return text_in(T_NO_FOLDER, cli->lang);
    case EISDIR: return text_in(T_IS_FOLDER, cli->lang);
    case EEXIST: return text_in(T_NOT_A_FILE, cli->lang);
    case EBADF: return text_in(T_CLOSED, cli->lang);
    case ENOMEM: return text_in(T_NO_MEMORY, cli->lang);
    default: return strerror(error);
    }
}
