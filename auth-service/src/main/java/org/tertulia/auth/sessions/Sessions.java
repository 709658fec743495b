package org.tertulia.auth.sessions;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tertulia.auth.sessions.RefreshTokenRepository.Presented;
import org.tertulia.auth.sessions.RefreshTokenRepository.UsedUp;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Opens sessions and keeps them open by rotating their refresh tokens. */
@Component
public class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final SessionRepository sessions;
    private final RefreshTokenRepository tokens;
    private final SessionRevocation revocation;
    private final SessionProperties properties;
    private final IdGenerator ids;
    private final Clock clock;

    Sessions(
            SessionRepository sessions,
            RefreshTokenRepository tokens,
            SessionRevocation revocation,
            SessionProperties properties,
            IdGenerator ids,
            Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.revocation = revocation;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a session, in the caller's transaction. When the person then has more than are allowed, the
     * ones idle longest are revoked.
     */
    public Mono<OpenSession> open(UserId userId, Device device) {
        return Mono.defer(() -> insert(userId, device))
                .flatMap(opened -> revocation.revokeExcess(userId).thenReturn(opened));
    }

    /**
     * Exchanges a refresh token for the next one of its session.
     *
     * <p>A token is good once. When it comes again somebody has copied it, and nobody can tell which of
     * the two is the person: the session is revoked (RFC 9700, section 4.14.2) and announced.
     *
     * <p>One repeat is innocent: two tabs of one browser share the token and may wake at the same
     * moment, and a client whose answer was lost on the way asks again. Therefore the token before the
     * current one is honoured for a few seconds after it was used, and answered with a sibling of the
     * token that replaced it. Siblings are of one generation: as soon as one of them is used, the
     * others are used up with it. So a thief who comes within the grace gains no second line of
     * tokens: at the next refresh of either, the other is found out.
     *
     * <p>Fails with {@link RefreshTokenInvalid}, {@link RefreshTokenReused}.
     *
     * @param address where the request came from, or null
     */
    public Mono<OpenSession> refresh(RefreshToken token, @Nullable String address) {
        return Mono.defer(() -> tokens.rotate(presented(token, address), RefreshToken.random()))
                .switchIfEmpty(Mono.defer(() -> refuse(token)));
    }

    /** Whether the session is open and this person's. */
    public Mono<Boolean> isOpen(UserId userId, SessionId id) {
        return Mono.defer(() -> sessions.exists(userId, id, idleSince(clock.instant())));
    }

    private Mono<OpenSession> insert(UserId userId, Device device) {
        var now = now();
        var id = new SessionId(ids.next());
        var first = RefreshToken.random();
        var session = new Session(id, userId, device.name(), device.address(), now, now);
        return sessions.insert(session, first).thenReturn(new OpenSession(id, userId, first));
    }

    private Presented presented(RefreshToken token, @Nullable String address) {
        var now = now();
        return new Presented(
                token, address, now, idleSince(now), now.minus(properties.rotationGrace()));
    }

    private Mono<OpenSession> refuse(RefreshToken token) {
        return tokens.findUsedUp(token)
                .flatMap(this::revokeReused)
                .switchIfEmpty(Mono.error(RefreshTokenInvalid::new));
    }

    private Mono<OpenSession> revokeReused(UsedUp used) {
        log.warn(
                "Refresh token reused: revoking session {} of {}", used.sessionId(), used.userId());
        return revocation
                .revokeIfOpen(
                        used.userId(), used.sessionId(), RevocationReason.REFRESH_TOKEN_REUSED)
                .then(Mono.error(RefreshTokenReused::new));
    }

    private Instant idleSince(Instant now) {
        return now.minus(properties.idleLifetime());
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
