package org.tertulia.scheduler.scheduled;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.scheduled.ScheduledFile;
import org.tertulia.starter.attachments.AttachFile;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/** What becomes of a scheduled message when it changes. */
class ScheduledMessageTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(1));
    private static final Instant DUE = NOON.plus(Duration.ofHours(1));
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final AttachFile FILE = new AttachFile(new UUID(0, 7), "Una foto del patio");

    private final ScheduledMessage message =
            new ScheduledMessage(
                    new ScheduledMessageId(new UUID(0, 1)),
                    new UserId(new UUID(0, 2)),
                    new ChatId(new UUID(0, 3)),
                    new Content("¡Hola!", 4L, 5L, List.of(FILE)),
                    DUE,
                    MADRID,
                    ScheduledState.WAITING,
                    null,
                    null,
                    1,
                    NOON,
                    NOON);

    @Test
    void theSameShouldBeTheSameVersion() {
        assertThat(message.changed(message.content().saying("¡Hola!"), DUE, MADRID, LATER))
                .isSameAs(message);
    }

    @Test
    void aChangeShouldBeTheNextVersionAndKeepTheRest() {
        var other = message.changed(message.content().saying("¡Adiós!"), DUE, MADRID, LATER);
        assertThat(other.version()).isEqualTo(2);
        assertThat(other.changedAt()).isEqualTo(LATER);
        assertThat(other.createdAt()).isEqualTo(NOON);
        assertThat(other.content()).isEqualTo(new Content("¡Adiós!", 4L, 5L, List.of(FILE)));
        assertThat(other.isWaiting()).isTrue();
        assertThat(message.changed(message.content(), LATER, MADRID, LATER).dueAt())
                .isEqualTo(LATER);
        assertThat(message.changed(message.content(), DUE, ZoneId.of("UTC"), LATER).version())
                .isEqualTo(2);
    }

    @Test
    void whatIsOnItsWayShouldSayWhatItSaid() {
        var sending = message.sending(LATER);
        assertThat(sending.state()).isEqualTo(ScheduledState.SENDING);
        assertThat(sending.version()).isEqualTo(2);
        var event = ScheduledMessageEvents.due(sending, LATER);
        assertThat(event.scheduledMessageId()).isEqualTo(new UUID(0, 1));
        assertThat(event.thread()).isEqualTo(4);
        assertThat(event.replyTo()).isEqualTo(5);
        assertThat(event.attachments())
                .containsExactly(new ScheduledFile(FILE.mediaId(), FILE.alt()));
        assertThat(event.dueAt()).isEqualTo(DUE);
        assertThat(event.firedAt()).isEqualTo(LATER);
        assertThat(event.aggregateId()).isEqualTo(new UUID(0, 3));
    }

    @Test
    void onlyFilesShouldBeHeldAndReleased() {
        assertThat(ScheduledMessageEvents.held(message).orElseThrow().attachments())
                .containsExactly(FILE.mediaId());
        assertThat(ScheduledMessageEvents.released(message, LATER)).isPresent();
        var plain =
                message.changed(new Content("¡Hola!", null, null, List.of()), DUE, MADRID, LATER);
        assertThat(ScheduledMessageEvents.held(plain)).isEmpty();
        assertThat(ScheduledMessageEvents.released(plain, LATER)).isEmpty();
    }
}
