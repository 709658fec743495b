package org.tertulia.auth.sessions;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.auth.account.Accounts;
import org.tertulia.contracts.Topics;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.outbox.Outbox;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/**
 * Ends sessions before their time and announces each, in one transaction. A revoked session's refresh
 * tokens are gone at once; its access token is refused here at once, and elsewhere when it expires,
 * five minutes later at most. Its connections are closed by those who hear the announcement.
 *
 * <p>The account's row is locked first, always before any session's, so that two that revoke many
 * sessions wait for each other instead of in a circle.
 */
@Component
public class SessionRevocation {

    private static final int EXCESS_AT_ONCE = 100;

    private final SessionRepository sessions;
    private final Accounts accounts;
    private final Outbox outbox;
    private final TransactionalOperator transactions;
    private final SessionProperties properties;
    private final Clock clock;

    SessionRevocation(
            SessionRepository sessions,
            Accounts accounts,
            Outbox outbox,
            TransactionalOperator transactions,
            SessionProperties properties,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.outbox = outbox;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    /** Revokes one of the actor's sessions, the current one included. Fails with {@link SessionNotFound}. */
    public Mono<Void> revoke(Actor actor, SessionId id, RevocationReason reason) {
        return revokeIfOpen(actor.userId(), id, reason)
                .flatMap(done -> done ? Mono.empty() : Mono.error(new SessionNotFound(id)));
    }

    /** Revokes the actor's sessions, but not the current one. */
    public Mono<Void> revokeOthers(Actor actor, RevocationReason reason) {
        return accounts.lock(actor.userId())
                .thenMany(sessions.deleteOthers(actor.userId(), actor.sessionId()))
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(id -> announce(actor.userId(), id, reason))
                .then()
                .as(transactions::transactional);
    }

    /** Whether there was a session to revoke. */
    Mono<Boolean> revokeIfOpen(UserId userId, SessionId id, RevocationReason reason) {
        return accounts.lock(userId)
                .then(sessions.delete(userId, id))
                .flatMap(
                        deleted ->
                                deleted
                                        ? announce(userId, id, reason).thenReturn(true)
                                        : Mono.just(false))
                .as(transactions::transactional);
    }

    /** Revokes the sessions a person has over the allowed number, those idle longest. */
    Mono<Void> revokeExcess(UserId userId) {
        return sessions.findExcess(userId, properties.maxPerAccount(), EXCESS_AT_ONCE)
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(id -> revokeIfOpen(userId, id, RevocationReason.REVOKED))
                .then();
    }

    private Mono<Void> announce(UserId userId, SessionId id, RevocationReason reason) {
        return Mono.defer(
                () ->
                        outbox.append(
                                Topics.ACCOUNT_EVENTS,
                                SessionEvents.revoked(
                                        userId,
                                        id,
                                        reason,
                                        clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }
}
