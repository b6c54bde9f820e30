/*
 * apart.h — for a function that few come to.  Layer: base.
 *
 * The compiler puts what is called once in line with its caller, which then saves the registers of
 * the seldom way on the one that is always taken. Marked so, it stays apart.
 */
#ifndef HPLAN_BASE_APART_H
#define HPLAN_BASE_APART_H

#define APART __attribute__((noinline))

#endif
