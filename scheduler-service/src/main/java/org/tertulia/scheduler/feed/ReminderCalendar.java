package org.tertulia.scheduler.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tertulia.scheduler.recurrence.CalendarSeries;
import org.tertulia.scheduler.reminders.Reminder;

/**
 * Reminders as an iCalendar file (RFC 5545): what is to come of each as an event, and an occurrence that was put off as
 * another. The same reminders make the same text.
 *
 * @param reminders which have something to come
 */
record ReminderCalendar(List<Reminder> reminders) {

    /** Counted up when other text comes of the same reminders. */
    private static final int FORM = 1;

    /** How often it is worth to be asked for; the first is RFC 7986, the second what some programs read instead. */
    private static final String REFRESH = "PT15M";

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** Keeps its own copy. */
    ReminderCalendar {
        reminders = List.copyOf(reminders);
    }

    /** An event of the calendar. */
    private sealed interface Event {

        /** What it is of. */
        Reminder reminder();

        /** What its id is called, after the reminder's. */
        default String name() {
            return "";
        }
    }

    /** It comes once; {@code name} tells it from another of the same reminder. */
    private record Once(Reminder reminder, String name, Instant at) implements Event {}

    /** It comes again and again, by the clock of a zone. */
    private record Repeated(Reminder reminder, ZoneId zone, CalendarSeries series)
            implements Event {}

    /** An entity tag of the text, which is not needed for it. Weak, since the text may be sent compressed. */
    String tag() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) FORM);
            for (var reminder : reminders) {
                var version = reminder.id() + " " + reminder.version() + "\n";
                digest.update(version.getBytes(StandardCharsets.US_ASCII));
            }
            return "W/\"%s\"".formatted(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The file. */
    String text() {
        var events = reminders.stream().flatMap(ReminderCalendar::events).toList();
        var text = new CalendarText();
        text.line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Tertulia//Reminders//EN")
                .line("CALSCALE", "GREGORIAN")
                .text("NAME", "Tertulia")
                .text("X-WR-CALNAME", "Tertulia")
                .line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH)
                .line("X-PUBLISHED-TTL", REFRESH);
        zones(events).forEach((zone, since) -> TimeZoneText.write(text, ZoneId.of(zone), since));
        events.forEach(event -> write(text, event));
        text.line("END", "VCALENDAR");
        return text.toString();
    }

    /** Those that are named, and from when on. A calendar has to have something in it: without any event, a zone. */
    private static Map<String, LocalDateTime> zones(List<Event> events) {
        if (events.isEmpty()) {
            return Map.of(UTC.getId(), LocalDateTime.of(1970, 1, 1, 0, 0));
        }
        return events.stream()
                .flatMap(
                        event ->
                                event instanceof Repeated repeated
                                        ? Stream.of(repeated)
                                        : Stream.of())
                .filter(repeated -> !isUtc(repeated.zone()))
                .collect(
                        Collectors.toMap(
                                repeated -> repeated.zone().getId(),
                                repeated -> earliest(repeated.series()),
                                (one, other) -> one.isBefore(other) ? one : other,
                                TreeMap::new));
    }

    private static LocalDateTime earliest(CalendarSeries series) {
        return Stream.concat(Stream.of(series.start()), series.added().stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Stream<Event> events(Reminder reminder) {
        var timing = reminder.timing();
        var later = Stream.ofNullable(timing.snoozedUntil());
        return Stream.concat(
                regular(reminder).stream(), later.map(at -> new Once(reminder, "-later", at)));
    }

    private static Optional<Event> regular(Reminder reminder) {
        var timing = reminder.timing();
        var next = timing.regularAt();
        if (next == null) {
            return Optional.empty();
        }
        var recurrence = timing.recurrence();
        return recurrence == null
                ? Optional.of(new Once(reminder, "", next))
                : CalendarSeries.of(recurrence, next)
                        .map(series -> new Repeated(reminder, recurrence.zone(), series));
    }

    private static void write(CalendarText text, Event event) {
        var reminder = event.reminder();
        text.line("BEGIN", "VEVENT")
                .line("UID", "%s%s@tertulia".formatted(reminder.id(), event.name()))
                .moment("DTSTAMP", reminder.changedAt())
                .moment("CREATED", reminder.createdAt())
                .moment("LAST-MODIFIED", reminder.changedAt())
                .line("SEQUENCE", Long.toString(reminder.version()));
        switch (event) {
            case Once once -> text.moment("DTSTART", once.at());
            case Repeated(_, var zone, var series) -> writeSeries(text, zone, series);
        }
        text.text("SUMMARY", reminder.text()).line("TRANSP", "TRANSPARENT").line("END", "VEVENT");
    }

    private static void writeSeries(CalendarText text, ZoneId zone, CalendarSeries series) {
        writeTimes(text, "DTSTART", zone, List.of(series.start()));
        var rule = series.rule();
        if (rule != null) {
            text.line("RRULE", rule);
        }
        writeTimes(text, "RDATE", zone, series.added());
        writeTimes(text, "EXDATE", zone, series.excluded());
    }

    private static void writeTimes(
            CalendarText text, String property, ZoneId zone, List<LocalDateTime> times) {
        if (times.isEmpty()) {
            return;
        }
        if (isUtc(zone)) {
            text.line(property, CalendarText.locals(times).replace(",", "Z,") + "Z");
        } else {
            text.line("%s;TZID=%s".formatted(property, zone.getId()), CalendarText.locals(times));
        }
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.getRules().equals(ZoneOffset.UTC.getRules());
    }
}
