package org.tertulia.starter.security;

import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;

/**
 * Who makes a request. Controllers take it as a parameter and pass it down; nothing below reads a
 * security context.
 *
 * @param userId the person ({@code sub})
 * @param sessionId the session the token belongs to ({@code sid})
 * @param handle the person's unique name ({@code preferred_username})
 */
public record Actor(UserId userId, SessionId sessionId, String handle) {

    /** The actor that a verified access token names. */
    public static Actor of(Jwt token) {
        return new Actor(
                UserId.valueOf(claim(token, JwtClaimNames.SUB)),
                SessionId.valueOf(claim(token, AccessTokenClaims.SESSION)),
                claim(token, AccessTokenClaims.HANDLE));
    }

    private static String claim(Jwt token, String name) {
        return Objects.requireNonNull(token.getClaimAsString(name), name);
    }
}
