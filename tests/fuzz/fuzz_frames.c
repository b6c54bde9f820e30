/* fuzz_frames.c: the reader of the language server's messages. It does not matter where the bytes
 * are cut; bodies come out as they were framed, whatever they hold; and no length that is only
 * promised takes up room. */
#include "fuzz/fuzz.h"
#include "lsp/inbox.h"

#include <stdio.h>
#include <string.h>

enum { MOST_STEP = 61, ROOM_AT_FIRST = 4096 };

/* How the bytes are cut: all at once, one by one, and as they themselves say. */
typedef enum Cut { CUT_NOWHERE, CUT_EVERYWHERE, CUT_BY_DATA, CUTS } Cut;

static size_t step_at(Cut cut, const char *bytes, size_t at, size_t len)
{
    size_t step = cut == CUT_NOWHERE      ? len
                  : cut == CUT_EVERYWHERE ? 1
                                          : 1 + (unsigned char)bytes[at] % MOST_STEP;
    return step < len - at ? step : len - at;
}

/* A letter for each thing that was read, and what a message held. */
static FuzzText read_all(Cut cut, const char *bytes, size_t len)
{
    static const char letters[] = {
        [READ_MESSAGE] = 'M', [READ_RUBBISH] = 'R', [READ_TOO_LARGE] = 'L'};
    Reader reader = {0};
    FuzzText out = {0};
    fuzz_keep(&out, "", 0);
    for (size_t at = 0, step; at < len; at += step) {
        const char *body;
        size_t body_len;
        ReadState state;
        step = step_at(cut, bytes, at, len);
        reader_feed(&reader, bytes + at, step);
        while ((state = reader_next(&reader, &body, &body_len)) != READ_MORE) {
            fuzz_keep(&out, &letters[state], 1);
            if (state == READ_MESSAGE)
                fuzz_keep(&out, body, body_len);
        }
    }
    FUZZ_HOLDS(reader.in.cap <= ROOM_AT_FIRST + 4 * len);
    reader_free(&reader);
    return out;
}

static void it_does_not_matter_where(const char *bytes, size_t len)
{
    FuzzText whole = read_all(CUT_NOWHERE, bytes, len);
    for (Cut cut = CUT_EVERYWHERE; cut < CUTS; cut++) {
        FuzzText pieces = read_all(cut, bytes, len);
        FUZZ_HOLDS(pieces.len == whole.len && memcmp(pieces.bytes, whole.bytes, whole.len) == 0);
        fuzz_text_free(&pieces);
    }
    fuzz_text_free(&whole);
}

/* The bytes as bodies, each as long as its first byte says, with a header of one way or another. */
static void what_is_framed_comes_out(const char *bytes, size_t len)
{
    static const char *const headers[] = {
        "Content-Length: %zu\r\n\r\n",
        "content-length:%zu\n\n",
        "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: %zu \r\n\r\n",
        "\r\nContent-Length:\t%zu\r\nContent-Type: x\r\n\r\n",
    };
    FuzzText framed = {0}, wanted = {0};
    fuzz_keep(&framed, "", 0);
    fuzz_keep(&wanted, "", 0);
    for (size_t at = 0, step; at < len; at += step) {
        char header[128];
        step = step_at(CUT_BY_DATA, bytes, at, len);
        int n = snprintf(header, sizeof header, headers[at % 4], step);
        fuzz_keep(&framed, header, (size_t)n);
        fuzz_keep(&framed, bytes + at, step);
        fuzz_keep(&wanted, "M", 1);
        fuzz_keep(&wanted, bytes + at, step);
    }
    for (Cut cut = CUT_NOWHERE; cut < CUTS; cut++) {
        FuzzText got = read_all(cut, framed.bytes, framed.len);
        FUZZ_HOLDS(got.len == wanted.len && memcmp(got.bytes, wanted.bytes, wanted.len) == 0);
        fuzz_text_free(&got);
    }
    fuzz_text_free(&framed);
    fuzz_text_free(&wanted);
}

/* What waits is JSON, or says why it is none. */
static void inbox_knows_what_came(const char *bytes, size_t len)
{
    Inbox box = {0};
    Message m;
    inbox_feed(&box, bytes, len);
    while (inbox_take(&box, &m)) {
        FUZZ_HOLDS((m.root != NULL) != (m.why[0] != '\0'));
        json_decref(m.root);
    }
    inbox_free(&box);
}

void fuzz_one(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    if (size == 0)
        return;
    it_does_not_matter_where(bytes, size);
    what_is_framed_comes_out(bytes, size);
    inbox_knows_what_came(bytes, size);
}
