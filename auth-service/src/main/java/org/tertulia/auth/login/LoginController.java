package org.tertulia.auth.login;

import jakarta.validation.Valid;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.auth.passwords.Password;
import org.tertulia.auth.sessions.RevocationReason;
import org.tertulia.auth.sessions.SessionRevocation;
import org.tertulia.auth.tokens.RefreshCookie;
import org.tertulia.auth.tokens.RequestDevice;
import org.tertulia.auth.tokens.TokenPlace;
import org.tertulia.auth.tokens.TokenResponses;
import org.tertulia.auth.tokens.TokenView;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** Logs people in and out. */
@RestController
@RequestMapping("/api/v1/auth")
class LoginController {

    private final Login login;
    private final SessionRevocation sessions;
    private final RefreshCookie cookie;
    private final TokenResponses responses;

    LoginController(
            Login login,
            SessionRevocation sessions,
            RefreshCookie cookie,
            TokenResponses responses) {
        this.login = login;
        this.sessions = sessions;
        this.cookie = cookie;
        this.responses = responses;
    }

    @PostMapping("/login")
    Mono<ResponseEntity<TokenView>> login(
            @Valid @RequestBody LoginRequest body, ServerHttpRequest request) {
        var place = TokenPlace.of(body.refreshTokenIn());
        cookie.requireMayBeGiven(request, place);
        var device = RequestDevice.of(request, body.deviceName());
        return login.login(body.login(), Password.presented(body.password()), device)
                .map(tokens -> responses.of(HttpStatus.OK, tokens, place, request));
    }

    /** The cookie, when there is one, is cleared; like for a refresh, its page must be one of ours. */
    @PostMapping("/logout")
    Mono<ResponseEntity<Void>> logout(Actor actor, ServerHttpRequest request) {
        cookie.requireOwnPage(request);
        return sessions.revoke(actor, actor.sessionId(), RevocationReason.LOGGED_OUT)
                .thenReturn(loggedOut(request));
    }

    private ResponseEntity<Void> loggedOut(ServerHttpRequest request) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.cleared(request).toString())
                .build();
    }
}
