package org.tertulia.scheduler.phrases;

import java.util.OptionalInt;

/** A part of the day: the hours that it is said of, and its usual time, if it has one. */
enum PartOfDay {
    SMALL_HOURS(1, 6),
    MORNING(1, 11, 9),
    NOON(12, 15, 12),
    AFTERNOON(12, 20, 16),
    EVENING(16, 23, 19),
    /** Midnight belongs to it as well; the hours after it could be said of two nights. */
    NIGHT(18, 23, 20);

    private final int firstHour;
    private final int lastHour;
    private final OptionalInt usual;

    PartOfDay(int firstHour, int lastHour) {
        this.firstHour = firstHour;
        this.lastHour = lastHour;
        this.usual = OptionalInt.empty();
    }

    PartOfDay(int firstHour, int lastHour, int usualHour) {
        this.firstHour = firstHour;
        this.lastHour = lastHour;
        this.usual = OptionalInt.of(usualHour * Clock.MINUTES_OF_AN_HOUR);
    }

    /** Whether that minute of the day is said to be in it. */
    boolean covers(int minute) {
        var hour = minute / Clock.MINUTES_OF_AN_HOUR;
        return hour >= firstHour && hour <= lastHour;
    }

    /** The minute of the day that is meant when no time is said. */
    OptionalInt usual() {
        return usual;
    }
}
