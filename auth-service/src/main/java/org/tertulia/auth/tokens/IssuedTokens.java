package org.tertulia.auth.tokens;

import java.time.Duration;
import org.tertulia.auth.account.Account;
import org.tertulia.auth.sessions.OpenSession;

/**
 * What a client gets when it is logged in. Its text form shows no token.
 *
 * @param accessToken compact JWT
 * @param lifetime how long the access token is good
 * @param account whose it is
 * @param session with the refresh token
 */
public record IssuedTokens(
        String accessToken, Duration lifetime, Account account, OpenSession session) {

    @Override
    public String toString() {
        return "IssuedTokens[session=" + session.id() + "]";
    }
}
