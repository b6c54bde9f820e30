/*
 * build.h — the constructors of nodes that the grammar's actions call.  Layer: syntax.
 *
 * A list is passed about as its last sibling, whose `next` is the first one: a ring. Appending is
 * then one step, and the ring is cut where its parent is built.
 */
#ifndef HPLAN_SYNTAX_BUILD_H
#define HPLAN_SYNTAX_BUILD_H

#include "syntax/tree.h"

#include "hplan.tab.h"

NodeRef node_leaf(struct Parse *p, NodeKind kind, SynLoc loc, uint32_t op);
NodeRef node_list(struct Parse *p, NodeKind kind, SynLoc loc, uint32_t children);
NodeRef node_one(struct Parse *p, NodeKind kind, SynLoc loc, NodeRef child);
NodeRef node_value(struct Parse *p, SynLoc loc, Op op, NodeRef expr);
NodeRef node_binary(struct Parse *p, SynLoc loc, Op op, NodeRef left, NodeRef right,
                     uint32_t marks);
NodeRef node_stated(struct Parse *p, SynLoc loc, uint32_t atoms);
NodeRef node_call(struct Parse *p, SynLoc loc, SynLoc name, uint32_t arguments);
NodeRef node_format(struct Parse *p, SynLoc loc, uint32_t shown, NodeRef format);

uint32_t node_append(struct Parse *p, uint32_t list, NodeRef node);
uint32_t node_concat(struct Parse *p, uint32_t list, uint32_t more);

/* What stands for malloc and free in bison's skeleton: the parser's stack never grows. */
void *node_no_memory(size_t size);
void node_free(void *block);

#endif
