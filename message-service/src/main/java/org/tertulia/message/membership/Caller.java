package org.tertulia.message.membership;

import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;

/**
 * Who asks, and the token to ask other services in their name.
 *
 * @param userId the person
 * @param token the access token; null when the person is not here, and what the replicas know has to do
 */
public record Caller(UserId userId, @Nullable CallerToken token) {

    /** Somebody who is here. */
    public Caller(Actor actor, CallerToken token) {
        this(actor.userId(), token);
    }

    /** Somebody in whose name something is done while they are not here. */
    public static Caller absent(UserId userId) {
        return new Caller(userId, null);
    }
}
