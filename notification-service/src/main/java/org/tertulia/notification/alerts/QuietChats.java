package org.tertulia.notification.alerts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.notification.inbox.Inbox;
import org.tertulia.notification.inbox.Telling;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells people of chats in which nobody has written for as long as they said. What is told and that the alert waits for
 * somebody to write are one transaction under the alert's row lock: a silence is told once, whichever instance dies when, and
 * two that look at the same time wait for each other.
 */
@Component
final class QuietChats {

    private static final Logger log = LoggerFactory.getLogger(QuietChats.class);

    private final SilenceRepository silences;
    private final Inbox inbox;
    private final AlertProperties properties;
    private final TransactionalOperator transactions;
    private final Clock clock;

    QuietChats(
            SilenceRepository silences,
            Inbox inbox,
            AlertProperties properties,
            TransactionalOperator transactions,
            Clock clock) {
        this.silences = silences;
        this.inbox = inbox;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks at alerts whose time may have come, batch by batch. One that fails is looked at in the next round again. */
    Mono<Void> round() {
        return Mono.defer(this::batch)
                .expand(done -> done < properties.batch() ? Mono.empty() : batch())
                .then();
    }

    /** How many were looked at. */
    private Mono<Long> batch() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return silences.due(now, properties.batch())
                .flatMapMany(Flux::fromIterable)
                .concatMap(due -> look(due, now).onErrorResume(error -> later(due, error)))
                .count();
    }

    /** An alert, and whose it is. */
    record Due(AlertId alert, UserId owner) {}

    /** The inbox is locked first, as wherever both are. */
    private Mono<Due> look(Due due, Instant now) {
        return inbox.lock(List.of(due.owner()))
                .then(Mono.defer(() -> silences.claim(due.alert(), now)))
                .flatMap(silence -> settle(due, silence, now))
                .thenReturn(due)
                .as(transactions::transactional);
    }

    private Mono<Void> settle(Due due, Silence silence, Instant now) {
        if (silence.endsAt().isAfter(now)) {
            return silences.checkAt(due.alert(), silence.endsAt());
        }
        var told =
                silence.concerns()
                        ? inbox.tell(due.owner(), telling(due.alert(), silence, now))
                        : Mono.<Void>empty();
        return told.then(silences.awaitSpeech(due.alert()));
    }

    private static Telling telling(AlertId alert, Silence silence, Instant now) {
        return new Telling(
                NotificationKind.ALERT,
                "silence/%s/%d".formatted(alert, silence.spokenSeq()),
                new Telling.Place(silence.chat(), null, null, null, alert),
                silence.spokenSeq(),
                null,
                "",
                now);
    }

    private static Mono<Due> later(Due due, Throwable error) {
        log.warn(
                "Whether a chat is quiet is looked at later, {}: {}",
                due.alert(),
                error.toString());
        return Mono.empty();
    }
}
