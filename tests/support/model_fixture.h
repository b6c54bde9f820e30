/*
 * model_fixture.h — a model around one text, with the real standard library.
 */
#ifndef TESTS_SUPPORT_MODEL_FIXTURE_H
#define TESTS_SUPPORT_MODEL_FIXTURE_H

#include "model/model.h"

typedef struct ModelFixture {
    Arena arena, scratch;
    SourceSet sources;
    DiagSink sink;
    Interner syms;
    LibrarySource library;
    Catalogues catalogues;
    Model *m;
} ModelFixture;

/* Sets up all but the model: for tests of catalogues. */
void model_fixture_begin(ModelFixture *f);
/* The model of a text; the text must outlive the fixture. */
void model_fixture(ModelFixture *f, const char *text);
void model_fixture_len(ModelFixture *f, const char *text, size_t len);
void model_fixture_end(ModelFixture *f);

/* How many findings have this code; how many there are that are no notes. */
uint32_t fixture_count(const ModelFixture *f, MsgId code);
uint32_t fixture_faults(const ModelFixture *f);
/* All findings as a terminal shows them, for messages of failing tests. */
const char *fixture_findings(ModelFixture *f);

#endif
