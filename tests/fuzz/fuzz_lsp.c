/* fuzz_lsp.c: the language server as a whole, from its first byte to its last. Whatever a client
 * sends, each request has exactly one answer, in the order they came; what is no message has an
 * error; and the server ends, with the exit code that is due.
 *
 * An input is a script. A line that begins with one of these begins a part of it:
 *
 *     #> METHOD PARAMS   a request, numbered by its place
 *     #. METHOD PARAMS   a notification
 *     #= URI             a document is opened; its text follows
 *     #: NAME            a file of the machine, /plan/NAME; its text follows
 *     #| BODY            a body as it is, framed
 *     #~ BYTES           bytes as they are
 */
#include "fuzz/fuzz.h"
#include "lsp/inbox.h"
#include "lsp/fields.h"
#include "lsp/lsp.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PARTS ">.=:|~"

enum { MARK = 3 }; /* `#> ` */

/* ---- from the script to what is sent -------------------------------------------------------- */

static bool is_mark(const char *at, const char *end)
{
    return end - at >= MARK && at[0] == '#' && strchr(PARTS, at[1]) != NULL && at[1] != '\0' &&
           at[2] == ' ';
}

static const char *end_of_part(const char *at, const char *end)
{
    while (at < end && !(*at == '\n' && is_mark(at + 1, end)))
        at++;
    return at;
}

static void put(FuzzText *to, const char *text)
{
    fuzz_keep(to, text, strlen(text));
}

static void frame(FuzzText *stream, const char *body, size_t len)
{
    char header[64];
    (void)snprintf(header, sizeof header, "Content-Length: %zu\r\n\r\n", len);
    put(stream, header);
    fuzz_keep(stream, body, len);
}

/* The first word, or line, of a part, and what is left of it. */
static size_t head_of(const char *at, const char *end, char until, const char **rest)
{
    const char *stop = at < end ? memchr(at, until, (size_t)(end - at)) : NULL;
    if (stop == NULL)
        stop = end;
    *rest = stop < end ? stop + 1 : end;
    return (size_t)(stop - at);
}

static void call(FuzzText *stream, const char *at, const char *end, int id)
{
    const char *params;
    size_t name = head_of(at, end, ' ', &params);
    FuzzText body = {0};
    char number[32] = "";
    if (id > 0)
        (void)snprintf(number, sizeof number, ",\"id\":%d", id);
    put(&body, "{\"jsonrpc\":\"2.0\"");
    put(&body, number);
    put(&body, ",\"method\":\"");
    fuzz_keep(&body, at, name);
    put(&body, "\"");
    if (params < end) {
        put(&body, ",\"params\":");
        fuzz_keep(&body, params, (size_t)(end - params));
    }
    put(&body, "}");
    frame(stream, body.bytes, body.len);
    fuzz_text_free(&body);
}

static void open_document(FuzzText *stream, const char *at, const char *end)
{
    const char *text;
    size_t uri = head_of(at, end, '\n', &text);
    json_t *name = json_of_bytes(at, uri), *content = json_of_bytes(text, (size_t)(end - text));
    json_t *message = json_pack("{s:s, s:s, s:{s:{s:o, s:s, s:i, s:o}}}", "jsonrpc", "2.0",
                                "method", "textDocument/didOpen", "params", "textDocument", "uri",
                                name, "languageId", "hplan", "version", 1, "text", content);
    char *body = json_dumps(message, JSON_COMPACT);
    frame(stream, body, strlen(body));
    free(body);
    json_decref(message);
}

static void add_file(FuzzFiles *files, const char *at, const char *end)
{
    FuzzFile file = {0};
    size_t name = head_of(at, end, '\n', &file.bytes);
    file.len = (size_t)(end - file.bytes);
    if (files->count == FUZZ_FILES || name >= FUZZ_NAME)
        return;
    memcpy(file.name, at, name);
    files->at[files->count++] = file;
}

static void play(FuzzText *stream, FuzzFiles *files, const char *at, const char *end)
{
    for (int id = 1; at < end; id++) {
        const char *stop = end_of_part(at, end);
        char kind = is_mark(at, end) ? at[1] : '~';
        const char *from = is_mark(at, end) ? at + MARK : at;
        switch (kind) {
        case '>': call(stream, from, stop, id); break;
        case '.': call(stream, from, stop, 0); break;
        case '=': open_document(stream, from, stop); break;
        case ':': add_file(files, from, stop); break;
        case '|': frame(stream, from, (size_t)(stop - from)); break;
        default: fuzz_keep(stream, from, (size_t)(stop - from)); break;
        }
        at = stop < end ? stop + 1 : end;
    }
}

/* ---- what is due, by the specification ------------------------------------------------------ */

typedef struct Due {
    json_t *ids;     /* of the answers, in order; null where the message has none that is one */
    json_t *methods; /* what was asked for, beside it; "": none */
    bool ends;       /* the client has said `exit` */
} Due;

static bool is_id(const json_t *id)
{
    return json_is_string(id) || json_is_number(id);
}

static void owe(Due *due, const json_t *root)
{
    const json_t *method = json_object_get(root, "method");
    json_t *id = json_object_get(root, "id");
    const char *name = json_string_value(method);
    const char *version = json_string_value(json_object_get(root, "jsonrpc"));
    bool proper = json_is_object(root) && version != NULL && strcmp(version, "2.0") == 0;
    bool answer = proper && method == NULL && id != NULL &&
                  (json_object_get(root, "result") || json_object_get(root, "error"));
    bool notice = proper && name != NULL && id == NULL;
    if (!answer && !notice) {
        (void)json_array_append_new(due->ids, is_id(id) ? json_incref(id) : json_null());
        (void)json_array_append_new(due->methods, json_string(name != NULL ? name : ""));
    }
    due->ends = notice && strcmp(name, "exit") == 0;
}

static Due what_is_due(const FuzzText *stream)
{
    Due due = {.ids = json_array(), .methods = json_array()};
    Inbox box = {0};
    Message m;
    inbox_feed(&box, stream->bytes, stream->len);
    while (!due.ends && inbox_take(&box, &m)) {
        owe(&due, m.root);
        json_decref(m.root);
    }
    inbox_free(&box);
    return due;
}

/* ---- what comes ----------------------------------------------------------------------------- */

/* One or the other; an error says which and why. */
static void check_answer(const json_t *m)
{
    const json_t *error = json_object_get(m, "error");
    const char *why = json_string_value(json_object_get(error, "message"));
    const json_t *code = json_object_get(error, "code");
    FUZZ_HOLDS((error != NULL) != (json_object_get(m, "result") != NULL));
    if (error == NULL)
        return;
    FUZZ_HOLDS(why != NULL && why[0] != '\0' && json_is_integer(code));
    FUZZ_HOLDS(json_integer_value(code) != ERROR_NONE);
}

/* The exit code that is due after these messages. */
static int check_messages(const FuzzText *said, const Due *due)
{
    Reader reader = {0};
    const char *body;
    size_t len, answers = 0;
    int code = 1;
    reader_feed(&reader, said->bytes, said->len);
    while (reader.at < reader.in.len) {
        FUZZ_HOLDS(reader_next(&reader, &body, &len) == READ_MESSAGE);
        json_t *m = json_loadb(body, len, JSON_ALLOW_NUL, NULL);
        const char *version = json_string_value(json_object_get(m, "jsonrpc"));
        FUZZ_HOLDS(version != NULL && strcmp(version, "2.0") == 0);
        if (json_object_get(m, "method") == NULL) {
            const char *method = json_string_value(json_array_get(due->methods, answers));
            const json_t *wanted = json_array_get(due->ids, answers++);
            FUZZ_HOLDS(wanted != NULL && json_equal(wanted, json_object_get(m, "id")));
            check_answer(m);
            if (strcmp(method, "shutdown") == 0 && json_object_get(m, "error") == NULL)
                code = 0;
        }
        json_decref(m);
    }
    FUZZ_HOLDS(answers == json_array_size(due->ids));
    reader_free(&reader);
    return code;
}

/* ---- a server ------------------------------------------------------------------------------- */

/* A file without a name that holds these bytes. */
static int hold(const FuzzText *text)
{
    FILE *file = tmpfile();
    FUZZ_HOLDS(file != NULL);
    int fd = dup(fileno(file));
    (void)fclose(file);
    FUZZ_HOLDS(fd >= 0);
    FUZZ_HOLDS(write(fd, text->bytes, text->len) == (ssize_t)text->len);
    FUZZ_HOLDS(lseek(fd, 0, SEEK_SET) == 0);
    return fd;
}

static FuzzText serve(const FuzzText *stream, int *code)
{
    static int nowhere = -1;
    if (nowhere < 0)
        nowhere = open("/dev/null", O_WRONLY);
    FuzzText said = {0};
    int in = hold(stream);
    fuzz_keep(&said, "", 0);
    *code =
        lsp_serve(&(LspOptions){.in = in, .answer = fuzz_keep, .answer_to = &said, .log = nowhere});
    close(in);
    return said;
}

void fuzz_one(const uint8_t *data, size_t size)
{
    FuzzFiles files;
    FuzzText stream = {0};
    int code;
    fuzz_split(&files, NULL, 0);
    files.count = 0;
    fuzz_keep(&stream, "", 0);
    play(&stream, &files, (const char *)data, (const char *)data + size);
    fuzz_machine(&files);
    Due due = what_is_due(&stream);
    FuzzText said = serve(&stream, &code);
    FUZZ_HOLDS(check_messages(&said, &due) == code);
    fuzz_machine(NULL);
    json_decref(due.ids);
    json_decref(due.methods);
    fuzz_text_free(&stream);
    fuzz_text_free(&said);
}
