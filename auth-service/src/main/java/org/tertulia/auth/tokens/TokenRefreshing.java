package org.tertulia.auth.tokens;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.auth.account.Accounts;
import org.tertulia.auth.sessions.OpenSession;
import org.tertulia.auth.sessions.RefreshToken;
import org.tertulia.auth.sessions.RefreshTokenInvalid;
import org.tertulia.auth.sessions.Sessions;
import reactor.core.publisher.Mono;

/** Exchanges a refresh token for new tokens of both kinds. */
@Component
class TokenRefreshing {

    private final Sessions sessions;
    private final Accounts accounts;
    private final AccessTokenIssuing tokens;

    TokenRefreshing(Sessions sessions, Accounts accounts, AccessTokenIssuing tokens) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** Fails like {@link Sessions#refresh}. */
    Mono<IssuedTokens> refresh(String presented, @Nullable String address) {
        return Mono.justOrEmpty(RefreshToken.parse(presented))
                .switchIfEmpty(Mono.error(RefreshTokenInvalid::new))
                .flatMap(token -> sessions.refresh(token, address))
                .flatMap(this::issue);
    }

    private Mono<IssuedTokens> issue(OpenSession session) {
        return accounts.find(session.userId())
                .flatMap(credentials -> tokens.issue(credentials.account(), session));
    }
}
