package org.tertulia.auth.sessions;

import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.web.CursorPage;
import reactor.core.publisher.Mono;

/** A person's own sessions. */
@RestController
@RequestMapping("/api/v1/auth/sessions")
class SessionController {

    private final SessionRepository sessions;
    private final SessionRevocation revocation;
    private final SessionProperties properties;
    private final Clock clock;

    SessionController(
            SessionRepository sessions,
            SessionRevocation revocation,
            SessionProperties properties,
            Clock clock) {
        this.sessions = sessions;
        this.revocation = revocation;
        this.properties = properties;
        this.clock = clock;
    }

    /** All on one page: there are never more than are allowed at once. */
    @GetMapping
    Mono<CursorPage<SessionView>> list(Actor actor) {
        var idleSince = clock.instant().minus(properties.idleLifetime());
        return sessions.findByUser(actor.userId(), idleSince, properties.maxPerAccount())
                .map(session -> SessionView.of(session, actor.sessionId()))
                .collectList()
                .map(items -> new CursorPage<>(items, null));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(Actor actor, @PathVariable SessionId id) {
        return revocation.revoke(actor, id, RevocationReason.REVOKED);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revokeOthers(Actor actor) {
        return revocation.revokeOthers(actor, RevocationReason.REVOKED);
    }
}
