package org.tertulia.user.profile;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Lets tests outside this feature register people as the auth service's events do. */
@Component
public final class RegisteredInATest {

    private final Profiles profiles;

    RegisteredInATest(Profiles profiles) {
        this.profiles = profiles;
    }

    /** Registers somebody now; who it is. */
    public Mono<UUID> somebody(String handle) {
        var id = UUID.randomUUID();
        var account = new NewAccount(new UserId(id), handle, "Somebody", null, Instant.now());
        return profiles.register(account).thenReturn(id);
    }
}
