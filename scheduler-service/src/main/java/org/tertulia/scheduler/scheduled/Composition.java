package org.tertulia.scheduler.scheduled;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.scheduler.zones.ComingTime;
import org.tertulia.scheduler.zones.TimeZones;
import org.tertulia.starter.attachments.AttachFile;
import org.tertulia.starter.attachments.AttachFiles;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.text.MessageText;

/**
 * Reads what people want to have posted. What would be refused whenever it is posted is refused here, with validation-failed
 * and the name of the field; whether files and messages that it names will do is seen when it is posted.
 */
@Component
final class Composition {

    /** How far from now a time may be: a year, of either length. */
    static final Duration HORIZON = Duration.ofDays(366);

    /** By its name; the offset is called otherwise. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final IdGenerator ids;
    private final Clock clock;

    Composition(IdGenerator ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** The id of the next message that is made. */
    ScheduledMessageId nextId() {
        return new ScheduledMessageId(ids.next());
    }

    /** The present, as precise as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    ScheduledMessage message(
            ScheduledMessageId id, UserId author, CreateScheduledMessageRequest request) {
        var files = AttachFiles.clean(request.attachments());
        var now = now();
        return new ScheduledMessage(
                id,
                author,
                request.chatId(),
                new Content(
                        text(request.text(), files), request.thread(), request.replyTo(), files),
                due(request.dueAt(), now),
                zone(request.zone(), UTC),
                ScheduledState.WAITING,
                null,
                null,
                1,
                now,
                now);
    }

    ScheduledMessage changed(ScheduledMessage message, ChangeScheduledMessageRequest request) {
        var content = message.content();
        var now = now();
        return message.changed(
                request.text() == null
                        ? content
                        : content.saying(text(request.text(), content.attachments())),
                request.dueAt() == null ? message.dueAt() : due(request.dueAt(), now),
                zone(request.zone(), message.zone()),
                now);
    }

    private static Instant due(Instant time, Instant now) {
        return ComingTime.of("dueAt", time, now, HORIZON, "within a year");
    }

    private static ZoneId zone(@Nullable String name, ZoneId otherwise) {
        return name == null ? otherwise : TimeZones.of("zone", name);
    }

    private static String text(@Nullable String raw, List<AttachFile> files) {
        return files.isEmpty() ? MessageText.clean(raw) : MessageText.cleanOrEmpty(raw);
    }
}
