package org.tertulia.scheduler.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the lines of an iCalendar file (RFC 5545, section 3.1). */
final class CalendarText {

    /** Octets of a line; what is longer goes on in the next one, after a space. */
    private static final int MAX_LINE = 75;

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final StringBuilder text = new StringBuilder();

    /** A property, its value as it is. */
    CalendarText line(String property, String value) {
        var length = 0;
        var line = property + ":" + value;
        for (var at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            var character = Character.toString(line.codePointAt(at));
            var octets = character.getBytes(StandardCharsets.UTF_8).length;
            if (length + octets > MAX_LINE) {
                text.append("\r\n ");
                length = 1;
            }
            text.append(character);
            length += octets;
        }
        text.append("\r\n");
        return this;
    }

    /** A property whose value is text (section 3.3.11). */
    CalendarText text(String property, String value) {
        return line(
                property,
                value.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\n", "\\n"));
    }

    /** A moment of UTC, to the second. */
    CalendarText moment(String property, Instant value) {
        return line(property, LOCAL.format(value.atOffset(ZoneOffset.UTC)) + "Z");
    }

    static String local(LocalDateTime time) {
        return LOCAL.format(time);
    }

    static String locals(List<LocalDateTime> times) {
        return times.stream().map(LOCAL::format).collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
