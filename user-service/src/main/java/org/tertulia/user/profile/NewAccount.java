package org.tertulia.user.profile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.UserId;

/**
 * What the auth service knows of somebody who registered.
 *
 * @param userId the person
 * @param handle unique name, lower case
 * @param displayName name as the person wrote it
 * @param language chosen when registering, or null
 * @param createdAt when, UTC, to the microsecond
 */
record NewAccount(
        UserId userId,
        String handle,
        String displayName,
        @Nullable String language,
        Instant createdAt) {

    NewAccount {
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    }
}
