package org.tertulia.auth.tokens;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.auth.sessions.RefreshTokenInvalid;
import reactor.core.publisher.Mono;

/** Renews tokens. A token in the body is preferred; then the cookie is neither read nor written. */
@RestController
class RefreshController {

    private final TokenRefreshing refreshing;
    private final RefreshCookie cookie;
    private final TokenResponses responses;

    RefreshController(TokenRefreshing refreshing, RefreshCookie cookie, TokenResponses responses) {
        this.refreshing = refreshing;
        this.cookie = cookie;
        this.responses = responses;
    }

    @PostMapping("/api/v1/auth/refresh")
    Mono<ResponseEntity<TokenView>> refresh(
            @RequestBody(required = false) @Nullable RefreshRequest body,
            ServerHttpRequest request) {
        var token = body == null ? null : body.refreshToken();
        return token == null
                ? refresh(ofCookie(request), TokenPlace.COOKIE, request)
                : refresh(token, TokenPlace.BODY, request);
    }

    private Mono<ResponseEntity<TokenView>> refresh(
            String token, TokenPlace place, ServerHttpRequest request) {
        return refreshing
                .refresh(token, RequestDevice.address(request))
                .map(tokens -> responses.of(HttpStatus.OK, tokens, place, request));
    }

    private String ofCookie(ServerHttpRequest request) {
        return cookie.read(request).orElseThrow(RefreshTokenInvalid::new);
    }
}
