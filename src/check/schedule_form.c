/*
 * schedule_form.c — the fixed statements of the library: posts and their formulas.  Layer: check.
 *
 * In: a name. Out: the posts of skjema-NAME.hplan. A formula is post numbers with + and - between
 * them; the file is our own, and what could be wrong in it is found by the tests.
 */
#include "check/schedule_form.h"

#include "base/utf8.h"
#include "value/catalogue_read.h"

enum { FIELD_POST, FIELD_TITLE, FIELD_NYNORSK, FIELD_FORMULA, FIELD_ZERO, FIELD_SAME, FIELDS };

static const char *const heads[FIELDS] = {"kode", "tittel", "nynorsk", "formel", "null", "lik"};

/* For "did you mean": the library is asked for files by name, never for a list of them. */
static const char *const names[] = {"bevilgningsoversikt-drift", "bevilgningsoversikt-investering",
                                    "bevilgningsoversikt-investering-netto"};

static uint32_t number_at(Str s, uint32_t *i)
{
    uint32_t n = 0;
    for (; *i < s.len && ascii_is_digit(s.ptr[*i]) && n < 10000; (*i)++)
        n = n * 10 + (uint32_t)(s.ptr[*i] - '0');
    return n;
}

static void read_formula(Model *m, Post *post)
{
    bool minus = false;
    for (uint32_t i = 0; i < post->formula.len;) {
        char c = post->formula.ptr[i];
        if (ascii_is_digit(c)) {
            uint32_t number = number_at(post->formula, &i);
            *vec_push(m->arena, &post->terms) = (PostTerm){number, minus};
            continue;
        }
        if (c == '+' || c == '-')
            minus = c == '-';
        i++;
    }
}

static void read_post(Model *m, Form *form, const Str field[FIELDS])
{
    uint32_t i = 0;
    Post *post = vec_push(m->arena, &form->posts);
    post->number = number_at(field[FIELD_POST], &i);
    post->title = str_dup(m->arena, field[FIELD_TITLE]);
    post->nynorsk = str_dup(m->arena, field[FIELD_NYNORSK]);
    post->formula = str_dup(m->arena, field[FIELD_FORMULA]);
    post->zero = field[FIELD_ZERO].len > 0;
    read_formula(m, post);
    int64_t blank = str_find(field[FIELD_SAME], STR(" "));
    if (blank > 0) {
        i = (uint32_t)blank + 1;
        post->same_in = str_dup(m->arena, str_slice(field[FIELD_SAME], 0, (uint32_t)blank));
        post->same_as = number_at(field[FIELD_SAME], &i);
    }
}

bool form_read(Model *m, Str name, Form *out)
{
    LibraryTable rows;
    uint32_t column[FIELDS];
    Buf file;
    buf_init(&file, m->scratch);
    buf_printf(&file, "skjema-%.*s", STR_ARG(name));
    buf_char(&file, '\0');
    *out = (Form){.name = name};
    if (!library_table(m->catalogues, file.ptr, &rows))
        return false;
    for (uint32_t f = 0; f < FIELDS; f++) {
        column[f] = CATALOGUE_MAX_COLUMNS - 1; /* a head that is not there: always empty */
        for (uint32_t i = 0; i < rows.columns; i++)
            if (str_eq(rows.cells[i], str_from(heads[f])))
                column[f] = i;
    }
    while (library_row(m->catalogues, &rows)) {
        Str field[FIELDS];
        for (uint32_t f = 0; f < FIELDS; f++)
            field[f] = rows.cells[column[f]];
        read_post(m, out, field);
    }
    return true;
}

Str form_nearest(Model *m, Str name)
{
    enum { NEAR = 8 };
    uint32_t least = NEAR;
    Str best = STR_NONE;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        uint32_t far = utf8_distance(m->scratch, name, str_from(names[i]), least);
        if (far < least) {
            least = far;
            best = str_from(names[i]);
        }
    }
    return best;
}

uint32_t form_post(const Form *f, uint32_t number)
{
    for (uint32_t i = 0; i < f->posts.len; i++)
        if (f->posts.at[i].number == number)
            return i;
    return UINT32_MAX;
}

uint32_t form_titled(Model *m, const Form *f, Str title)
{
    for (uint32_t i = 0; i < f->posts.len; i++)
        if (utf8_eq_fold(m->scratch, f->posts.at[i].title, title) ||
            utf8_eq_fold(m->scratch, f->posts.at[i].nynorsk, title))
            return i;
    return UINT32_MAX;
}
