package org.tertulia.auth.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.tertulia.auth.account.Account;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;

/** Tokens as clients get them; expiresIn is in seconds. The refresh token is absent when it travels in the cookie. */
public record TokenView(
        String accessToken,
        String tokenType,
        long expiresIn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String refreshToken,
        Person user,
        SessionId sessionId) {

    static TokenView of(IssuedTokens tokens, TokenPlace place) {
        var session = tokens.session();
        return new TokenView(
                tokens.accessToken(),
                "Bearer",
                tokens.lifetime().toSeconds(),
                place == TokenPlace.BODY ? session.refreshToken().value() : null,
                Person.of(tokens.account()),
                session.id());
    }

    /** Not the tokens. */
    @Override
    public String toString() {
        return "TokenView[sessionId=" + sessionId + "]";
    }

    /** Whose tokens they are. */
    public record Person(UserId id, String handle, String displayName) {

        static Person of(Account account) {
            return new Person(account.id(), account.handle().value(), account.displayName());
        }
    }
}
