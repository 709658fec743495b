package org.tertulia.user.profile;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Accounts and profiles for tests. */
public final class Profiling {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private Profiling() {}

    static NewAccount account(String handle, String displayName) {
        return new NewAccount(new UserId(UUID.randomUUID()), handle, displayName, "es", NOON);
    }

    /** Stores a profile and tells nobody; whose it is. */
    public static Mono<UserId> store(DatabaseClient database, String handle, String displayName) {
        var profile = Profile.first(account(handle, displayName));
        return new ProfileRepository(database).insertIfAbsent(profile).thenReturn(profile.userId());
    }
}
