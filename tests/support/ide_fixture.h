/*
 * ide_fixture.h — a checked session over texts that lie in no file, for the tests of ide.h.
 *
 * A text marks places with ‹1› … ‹9›, which are taken out before it is read; place(f, 1) is then
 * the offset where ‹1› stood.
 */
#ifndef HPLAN_TESTS_IDE_FIXTURE_H
#define HPLAN_TESTS_IDE_FIXTURE_H

#include "hplan/ide.h"

typedef struct IdeFixture {
    hplan_session *s;
    char *text; /* OWNED, without the marks */
    size_t places[10];
} IdeFixture;

/* The text as file 0 of a checked session. */
void ide_open(IdeFixture *f, const char *marked);
/* A file of the repository, and what it takes in, checked. */
void ide_open_file(IdeFixture *f, const char *path);
void ide_close(IdeFixture *f);
/* The bytes of a range, in a buffer that the next call takes over. */
const char *ide_words(const IdeFixture *f, hplan_range range);
/* The offset of the nth (from 1) occurrence of a text in file 0. */
size_t ide_find(const IdeFixture *f, const char *what, int nth);

#endif
