package org.tertulia.notification.alerts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.notification.inbox.Inbox;
import org.tertulia.notification.levels.ChatNotFound;
import org.tertulia.notification.replica.Replica;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/**
 * The rules by which people want to be told. They count from the next thing that happens; those of one chat go with the
 * membership.
 */
@Component
public final class Alerts {

    private final AlertRepository alerts;
    private final Replica replica;
    private final Inbox inbox;
    private final AlertProperties properties;
    private final TransactionalOperator transactions;
    private final IdGenerator ids;
    private final Clock clock;

    Alerts(
            AlertRepository alerts,
            Replica replica,
            Inbox inbox,
            AlertProperties properties,
            TransactionalOperator transactions,
            IdGenerator ids,
            Clock clock) {
        this.alerts = alerts;
        this.replica = replica;
        this.inbox = inbox;
        this.properties = properties;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A new rule, or the same one that there is already. Fails with validation-failed, {@link ChatNotFound} and {@link
     * TooManyAlerts}. The lock of the inbox is what a membership ends under, and what keeps two of a person apart.
     */
    Mono<Alert> make(UserId owner, CreateAlertRequest request) {
        return Mono.defer(() -> make(request.alert(new AlertId(ids.next()), owner, now())));
    }

    private Mono<Alert> make(Alert alert) {
        return inbox.lock(List.of(alert.owner()))
                .then(Mono.defer(() -> requireMember(alert)))
                .then(Mono.defer(() -> alerts.findSame(alert)))
                .switchIfEmpty(Mono.defer(() -> add(alert)))
                .as(transactions::transactional);
    }

    private Mono<Void> requireMember(Alert alert) {
        var chat = alert.chat();
        return chat == null
                ? Mono.empty()
                : replica.isPresent(chat, alert.owner())
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(Mono.error(() -> new ChatNotFound(chat)))
                        .then();
    }

    private Mono<Alert> add(Alert alert) {
        return alerts.count(alert.owner())
                .filter(count -> count < properties.maxPerPerson())
                .switchIfEmpty(Mono.error(() -> new TooManyAlerts(properties.maxPerPerson())))
                .then(Mono.defer(() -> alerts.insert(alert)))
                .thenReturn(alert);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Those of the person, the oldest first. */
    Mono<List<Alert>> list(UserId owner) {
        return alerts.findAll(owner, properties.maxPerPerson());
    }

    /** It counts no more; what it told of stays. Fails with {@link AlertNotFound}. */
    Mono<Void> delete(UserId owner, AlertId id) {
        return alerts.delete(owner, id)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new AlertNotFound(id)))
                .then();
    }

    /** These people are not in the chat any more: nothing stays of what they wanted to be told of it. */
    public Mono<Void> forget(ChatId chat, Collection<UserId> people) {
        return alerts.deleteOf(chat, people);
    }
}
