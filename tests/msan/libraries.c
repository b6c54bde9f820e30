/*
 * libraries.c — tells MemorySanitizer what utf8proc and libcmark have written, for `make msan`
 * (ld --wrap): Debian's libraries are not instrumented, so that their output would count as never
 * written to, or as what stood on the stack before.
 */
#include <cmark.h>
#include <sanitizer/msan_interface.h>
#include <string.h>
#include <utf8proc.h>

#define WRAPPED(name, parameters, arguments, out, size, written)          \
    utf8proc_ssize_t __real_##name parameters;                            \
    utf8proc_ssize_t __wrap_##name parameters;                            \
    utf8proc_ssize_t __wrap_##name parameters                             \
    {                                                                     \
        utf8proc_ssize_t n = __real_##name arguments;                     \
        if (n > 0 && (out) != NULL)                                       \
            __msan_unpoison((out), (size_t)(written) * (size));           \
        return n;                                                         \
    }

WRAPPED(utf8proc_decompose,
        (const utf8proc_uint8_t *str, utf8proc_ssize_t len, utf8proc_int32_t *to,
         utf8proc_ssize_t room, utf8proc_option_t options),
        (str, len, to, room, options), to, sizeof *to, n < room ? n : room)
WRAPPED(utf8proc_reencode,
        (utf8proc_int32_t *codes, utf8proc_ssize_t len, utf8proc_option_t options),
        (codes, len, options), codes, 1, n + 1)
WRAPPED(utf8proc_encode_char, (utf8proc_int32_t cp, utf8proc_uint8_t *to), (cp, to), to, 1, n)

static char *told(char *text)
{
    __msan_unpoison_string(text);
    return text;
}

char *__real_cmark_render_commonmark(cmark_node *root, int options, int width);
char *__wrap_cmark_render_commonmark(cmark_node *root, int options, int width);
char *__wrap_cmark_render_commonmark(cmark_node *root, int options, int width)
{
    return told(__real_cmark_render_commonmark(root, options, width));
}

char *__real_cmark_render_html(cmark_node *root, int options);
char *__wrap_cmark_render_html(cmark_node *root, int options);
char *__wrap_cmark_render_html(cmark_node *root, int options)
{
    return told(__real_cmark_render_html(root, options));
}
