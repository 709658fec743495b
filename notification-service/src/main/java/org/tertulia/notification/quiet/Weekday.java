package org.tertulia.notification.quiet;

import java.time.DayOfWeek;

/** A day of the week by the two letters that RFC 5545 gives it. */
enum Weekday {
    MO(DayOfWeek.MONDAY),
    TU(DayOfWeek.TUESDAY),
    WE(DayOfWeek.WEDNESDAY),
    TH(DayOfWeek.THURSDAY),
    FR(DayOfWeek.FRIDAY),
    SA(DayOfWeek.SATURDAY),
    SU(DayOfWeek.SUNDAY);

    private final DayOfWeek day;

    Weekday(DayOfWeek day) {
        this.day = day;
    }

    /** Whether a date of this day of the week is one. */
    boolean is(DayOfWeek other) {
        return day == other;
    }
}
