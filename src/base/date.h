/*
 * date.h — civil dates in the Gregorian calendar.  Layer: base.
 */
#ifndef HPLAN_BASE_DATE_H
#define HPLAN_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Date {
    int16_t year;
    uint8_t month, day; /* 1–12, 1–31; all zero: no date */
} Date;

bool date_valid(int year, int month, int day); /* years 1000–2999 */
int date_days_in_month(int year, int month);
int32_t date_to_days(Date d); /* days since 1970-01-01 */
int date_cmp(Date a, Date b);
static inline bool date_eq(Date a, Date b)
{
    return a.day == b.day && a.month == b.month && a.year == b.year;
}

#endif
