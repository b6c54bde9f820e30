/*
 * date.c — civil dates in the Gregorian calendar.  Layer: base.
 */
#include "base/date.h"

enum { YEAR_MIN = 1000, YEAR_MAX = 2999 };

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int date_days_in_month(int year, int month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    return days[month - 1] + (month == 2 && is_leap(year));
}

bool date_valid(int year, int month, int day)
{
    return year >= YEAR_MIN && year <= YEAR_MAX && day >= 1 &&
           day <= date_days_in_month(year, month);
}

/* Counts years from March, so that the leap day is a year's last; an era of 400 years has
 * 146097 days, and 719468 lie between 1 March of the year 0 and 1 January 1970. */
int32_t date_to_days(Date d)
{
    int32_t year = d.year - (d.month <= 2);
    int32_t era = (year >= 0 ? year : year - 399) / 400;
    int32_t year_of_era = year - era * 400;
    int32_t month = (d.month + 9) % 12; /* March is 0 */
    int32_t day_of_year = (153 * month + 2) / 5 + d.day - 1;
    int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

int date_cmp(Date a, Date b)
{
    int32_t x = (a.year * 16 + a.month) * 32 + a.day;
    int32_t y = (b.year * 16 + b.month) * 32 + b.day;
    return (x > y) - (x < y);
}
