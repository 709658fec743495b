package org.tertulia.load.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What registering, logging in and refreshing answer.
 *
 * @param accessToken the bearer
 * @param tokenType {@code Bearer}
 * @param expiresIn the bearer's life in seconds
 * @param refreshToken for the next refresh; null when it travels in a cookie
 * @param user who it is
 * @param sessionId the session of this device
 */
public record TokenView(
        String accessToken,
        String tokenType,
        int expiresIn,
        @Nullable String refreshToken,
        UserView user,
        UUID sessionId) {

    /** A person in few words. */
    public record UserView(UUID id, String handle, String displayName) {}
}
