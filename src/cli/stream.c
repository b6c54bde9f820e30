/*
 * stream.c — writing and collecting bytes, with no fault unnoticed.  Layer: cli.
 *
 * Written without stdio, so that each fault is seen where it happens and with its errno; a write
 * that a signal broke off is taken up again.
 */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- out ------------------------------------------------------------------------------------ */

bool write_whole(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t done = write(fd, bytes, len);
        if (done >= 0) {
            bytes += done;
            len -= (size_t)done;
        } else if (errno == EAGAIN) { /* a pipe that somebody made non-blocking */
            struct pollfd wait = {fd, POLLOUT, 0};
            (void)poll(&wait, 1, -1);
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

/* Past what has been collected. */
static bool write_now(Stream *out, const char *bytes, size_t len)
{
    if (out->error == 0 && !write_whole(out->fd, bytes, len))
        out->error = errno;
    return out->error == 0;
}

bool stream_flush(Stream *out)
{
    size_t len = out->len;
    out->len = 0;
    return write_now(out, out->bytes, len);
}

bool stream_write(void *stream, const char *bytes, size_t len)
{
    Stream *out = stream;
    if (len > sizeof out->bytes - out->len && !stream_flush(out))
        return false;
    if (len > sizeof out->bytes)
        return write_now(out, bytes, len);
    memcpy(out->bytes + out->len, bytes, len);
    out->len += len;
    return out->error == 0;
}

void stream_text(Stream *out, const char *text)
{
    (void)stream_write(out, text, strlen(text));
}

/* ---- in ------------------------------------------------------------------------------------- */

static bool make_room(Collected *to, size_t len)
{
    if (to->cap - to->len >= len)
        return true;
    size_t cap = to->cap * 2 > to->len + len ? to->cap * 2 : to->len + len;
    char *larger = realloc(to->bytes, cap);
    if (larger == NULL)
        return false;
    to->bytes = larger;
    to->cap = cap;
    return true;
}

bool collect(void *collected, const char *bytes, size_t len)
{
    Collected *to = collected;
    if (!make_room(to, len))
        return false;
    if (len > 0)
        memcpy(to->bytes + to->len, bytes, len);
    to->len += len;
    return true;
}

bool collect_fd(Collected *to, int fd, size_t limit)
{
    enum { PIECE = 64 * 1024 };
    for (;;) {
        if (!make_room(to, PIECE)) {
            errno = ENOMEM;
            return false;
        }
        ssize_t got = read(fd, to->bytes + to->len, PIECE);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        to->len += (size_t)got;
        if (got == 0)
            return true;
        if (to->len > limit) {
            errno = EFBIG;
            return false;
        }
    }
}

/* ---- the process ---------------------------------------------------------------------------- */

static void ignore(int number)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_IGN;
    (void)sigaction(number, &action, NULL);
}

void stream_prepare_process(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            /* The lowest free number is this one. Read only: writing there is still a fault. */
            (void)open("/dev/null", O_RDONLY);
    ignore(SIGPIPE);
    ignore(SIGXFSZ);
}
