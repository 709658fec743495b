package org.tertulia.message.membership;

import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;

/**
 * Who asks, and the token to ask the chat service in their name.
 *
 * @param actor the person and session
 * @param token the access token
 */
public record Caller(Actor actor, CallerToken token) {

    /** The person. */
    public UserId userId() {
        return actor.userId();
    }
}
