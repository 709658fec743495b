package org.tertulia.notification.quiet;

import java.util.List;

/**
 * When the caller does not want to be disturbed.
 *
 * @param enabled whether it counts
 * @param from when it begins, {@code 22:00}
 * @param to when it ends, {@code 08:00}; the day after, when that is not after {@code from}
 * @param days on which it begins, from Monday on
 * @param zone the name of the time zone whose clock counts
 */
record QuietHoursView(boolean enabled, String from, String to, List<Weekday> days, String zone) {

    static QuietHoursView of(QuietPlan plan) {
        return new QuietHoursView(
                plan.enabled(),
                plan.from().toString(),
                plan.to().toString(),
                plan.days().stream().sorted().toList(),
                plan.zone().getId());
    }
}
