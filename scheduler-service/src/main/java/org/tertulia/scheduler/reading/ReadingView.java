package org.tertulia.scheduler.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.scheduler.phrases.Reading;
import org.tertulia.scheduler.recurrence.Occurrence;
import org.tertulia.scheduler.recurrence.Recurrence;

/**
 * How a sentence is read. What is null is left out.
 *
 * @param text what to be reminded of; empty when the sentence says a time only
 * @param zone whose local time it is
 * @param dueAt when, for once, UTC
 * @param recurrence when, again and again
 * @param next the first times, UTC: one for once, some of a recurrence
 * @param moved whether the first of them is at another hour than was said, which does not exist that night
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReadingView(
        String text,
        String zone,
        @Nullable Instant dueAt,
        @Nullable RecurrenceView recurrence,
        List<Instant> next,
        boolean moved) {

    /** A recurrence as it is sent to make a reminder. */
    record RecurrenceView(String rule, String zone, LocalDateTime start) {}

    static ReadingView of(Reading.Once once) {
        var when = once.occurrence();
        var at = when.instant();
        return new ReadingView(
                once.text(), when.at().getZone().getId(), at, null, List.of(at), when.moved());
    }

    static ReadingView of(Reading.Repeating repeating, List<Occurrence> next) {
        var recurrence = repeating.recurrence();
        return new ReadingView(
                repeating.text(),
                recurrence.zone().getId(),
                null,
                view(recurrence),
                next.stream().map(Occurrence::instant).toList(),
                next.getFirst().moved());
    }

    private static RecurrenceView view(Recurrence recurrence) {
        return new RecurrenceView(recurrence.rule(), recurrence.zone().getId(), recurrence.start());
    }
}
