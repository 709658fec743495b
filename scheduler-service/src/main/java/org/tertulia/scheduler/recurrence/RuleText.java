package org.tertulia.scheduler.recurrence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parts of a rule, checked one by one. Whether they fit together is for the library to say that computes with them.
 *
 * @param parts what is said of each; no part that says what holds anyway
 */
record RuleText(Map<RulePart, String> parts) {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss")
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final Map<RulePart, String> DEFAULTS =
            Map.of(RulePart.INTERVAL, "1", RulePart.WKST, "MO");

    /** Reads a rule, with or without {@code RRULE:} before it; its end is understood as a time of that zone. */
    static RuleText of(String rule, ZoneId zone) {
        if (rule.length() > Recurrence.MAX_LENGTH) {
            throw new InvalidRecurrence(
                    InvalidRecurrence.Reason.TOO_LONG,
                    "A rule has at most %d characters".formatted(Recurrence.MAX_LENGTH));
        }
        var text = rule.strip().toUpperCase(Locale.ROOT);
        var parts = new EnumMap<RulePart, String>(RulePart.class);
        for (var part : text.substring(text.startsWith("RRULE:") ? 6 : 0).split(";", -1)) {
            add(parts, part);
        }
        parts.computeIfPresent(RulePart.UNTIL, (_, until) -> UTC.format(end(until, zone)));
        parts.entrySet().removeAll(DEFAULTS.entrySet());
        return new RuleText(parts).checked();
    }

    private static void add(Map<RulePart, String> parts, String text) {
        var equals = text.indexOf('=');
        if (equals < 0) {
            throw malformed("A part of a rule is NAME=VALUE");
        }
        var part = named(text.substring(0, equals));
        if (parts.put(part, part.canonical(text.substring(equals + 1))) != null) {
            throw malformed(part + " is given twice");
        }
    }

    private static RulePart named(String name) {
        try {
            return RulePart.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw malformed("A rule has no part of that name");
        }
    }

    private RuleText checked() {
        if (!parts.containsKey(RulePart.FREQ)) {
            throw malformed("FREQ is missing");
        }
        if (parts.containsKey(RulePart.COUNT) && parts.containsKey(RulePart.UNTIL)) {
            throw malformed("A rule ends by COUNT or by UNTIL");
        }
        if (hasSeveral(RulePart.BYMINUTE) || hasSeveral(RulePart.BYSECOND)) {
            throw new InvalidRecurrence(
                    InvalidRecurrence.Reason.TOO_OFTEN, "Several times an hour are too often");
        }
        return this;
    }

    private boolean hasSeveral(RulePart part) {
        return parts.getOrDefault(part, "").contains(",");
    }

    /** A date is inclusive; a time without an offset is one of the zone. */
    private static LocalDateTime end(String until, ZoneId zone) {
        try {
            if (until.endsWith("Z")) {
                return LocalDateTime.parse(until, UTC);
            }
            var local =
                    until.contains("T")
                            ? LocalDateTime.parse(until, LOCAL)
                            : LocalDate.parse(until, DateTimeFormatter.BASIC_ISO_DATE)
                                    .atTime(LAST_SECOND);
            return LocalDateTime.ofInstant(
                    Occurrence.of(local, zone).at().toInstant(), ZoneOffset.UTC);
        } catch (DateTimeException notADate) {
            throw malformed("UNTIL is neither a date nor a time");
        }
    }

    /** The last instant at which the rule may be due, if it has one. */
    Optional<Instant> until() {
        return Optional.ofNullable(parts.get(RulePart.UNTIL))
                .map(until -> LocalDateTime.parse(until, UTC).toInstant(ZoneOffset.UTC));
    }

    /** The rule without its end in time. */
    String withoutUntil() {
        var rest = new EnumMap<>(parts);
        rest.remove(RulePart.UNTIL);
        return new RuleText(rest).toString();
    }

    /** The same text for the same rule: fixed order, values sorted, the end in UTC, no defaults. */
    @Override
    public String toString() {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }

    static InvalidRecurrence malformed(String message) {
        return new InvalidRecurrence(InvalidRecurrence.Reason.MALFORMED, message);
    }
}
