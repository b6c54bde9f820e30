/*
 * form.h — bokmål or nynorsk: which of them a text is written in.  Layer: value, private to it.
 */
#ifndef HPLAN_VALUE_FORM_H
#define HPLAN_VALUE_FORM_H

#include "source/source.h"

/* VOCAB_NB or VOCAB_NN, by the words around the place that only one of them has; VOCAB_NB where
 * there are as many of each. */
int form_around(const SourceSet *sources, Span place);

#endif
