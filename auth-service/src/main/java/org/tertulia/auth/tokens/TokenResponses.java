package org.tertulia.auth.tokens;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Answers with tokens, which nobody on the way may keep (RFC 6749, section 5.1). */
@Component
public class TokenResponses {

    private final RefreshCookie cookie;

    TokenResponses(RefreshCookie cookie) {
        this.cookie = cookie;
    }

    /** The tokens, with the refresh token in {@code place}. */
    public ResponseEntity<TokenView> of(
            HttpStatus status, IssuedTokens tokens, TokenPlace place, ServerHttpRequest request) {
        var response = ResponseEntity.status(status).cacheControl(CacheControl.noStore());
        if (place == TokenPlace.COOKIE) {
            var holding = cookie.holding(tokens.session().refreshToken(), request);
            response.header(HttpHeaders.SET_COOKIE, holding.toString());
        }
        return response.body(TokenView.of(tokens, place));
    }
}
