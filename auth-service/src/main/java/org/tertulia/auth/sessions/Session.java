package org.tertulia.auth.sessions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;

/**
 * One device that is logged in.
 *
 * @param id the {@code sid} of its access tokens
 * @param userId whose session it is
 * @param deviceName what the person recognises the device by
 * @param address where it was last used from, or null when that is not known
 * @param createdAt when the person logged in, UTC
 * @param lastUsedAt when it was last refreshed, UTC
 */
record Session(
        SessionId id,
        UserId userId,
        String deviceName,
        @Nullable String address,
        Instant createdAt,
        Instant lastUsedAt) {}
