package org.tertulia.message.presence;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** One's own presence over HTTP. */
@RestController
final class PresenceController {

    private final Presences presences;

    PresenceController(Presences presences) {
        this.presences = presences;
    }

    @GetMapping("/api/v1/presence")
    Mono<OwnPresence> own(Actor actor) {
        return presences.own(actor.userId());
    }

    @PutMapping("/api/v1/presence")
    Mono<OwnPresence> choose(@Valid @RequestBody PresenceRequest request, Actor actor) {
        return presences.choose(actor.userId(), request.command(), null);
    }
}
