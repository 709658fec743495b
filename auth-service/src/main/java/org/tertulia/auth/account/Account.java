package org.tertulia.auth.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.UserId;

/**
 * A person's account.
 *
 * @param id the person everywhere in the suite
 * @param handle unique name
 * @param displayName name as shown when the person registered; later changes belong to the user service
 * @param email for logging in only
 * @param language what the person chose when registering, or null
 * @param createdAt when, UTC, in microseconds
 */
public record Account(
        UserId id,
        Handle handle,
        String displayName,
        EmailAddress email,
        @Nullable Language language,
        Instant createdAt) {}
