package org.tertulia.scheduler.recurrence;

import java.time.LocalDateTime;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * The local times of a rule, in order. The library computes with UTC, in which every local time exists and none comes
 * twice: what a zone does to them is not its business.
 */
final class LocalTimes {

    private final @Nullable RecurrenceRuleIterator times;

    private LocalTimes(@Nullable RecurrenceRuleIterator times) {
        this.times = times;
    }

    /**
     * All of them from {@code earliest} on, whenever the rule ends. They are not counted through up to there, unless the
     * rule has a COUNT.
     */
    static LocalTimes of(RuleText rule, LocalDateTime start, LocalDateTime earliest) {
        try {
            var times =
                    new RecurrenceRule(rule.withoutUntil(), RecurrenceRule.RfcMode.RFC5545_STRICT)
                            .iterator(utc(start));
            if (earliest.isAfter(start)) {
                times.fastForward(utc(earliest));
            }
            return new LocalTimes(times);
        } catch (InvalidRecurrenceRuleException contradiction) {
            throw RuleText.malformed("The parts of the rule do not fit together");
        } catch (IllegalArgumentException | IllegalStateException outOfReach) {
            return new LocalTimes(null);
        }
    }

    /** The next one; none when the rule has ended, or when a thousand steps of the library lead to none. */
    Optional<LocalDateTime> next() {
        try {
            return times == null || !times.hasNext()
                    ? Optional.empty()
                    : Optional.of(local(times.nextDateTime()));
        } catch (IllegalArgumentException | IllegalStateException outOfReach) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }

    private static DateTime utc(LocalDateTime time) {
        return new DateTime(
                DateTime.UTC,
                time.getYear(),
                time.getMonthValue() - 1,
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }
}
