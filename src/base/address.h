/*
 * address.h — web addresses as they stand in a plan.  Layer: base.
 */
#ifndef HPLAN_BASE_ADDRESS_H
#define HPLAN_BASE_ADDRESS_H

#include "base/str.h"

/* Does s begin with https:// or http://, in letters of any size? */
bool address_begins(Str s);

/* The length of the web address that s begins with, up to a blank or a quotation mark; 0: none.
 * What is behind it is a remark: `https://kommune.no/plan.pdf (side 4)`. */
uint32_t address_len(Str s);

/* May s be an address that lacks its scheme, "kommune.no/planer", and no file or mail? */
bool address_lacks_scheme(Str s);

#endif
