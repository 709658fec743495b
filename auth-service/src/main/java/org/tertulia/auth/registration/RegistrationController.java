package org.tertulia.auth.registration;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.auth.tokens.RefreshCookie;
import org.tertulia.auth.tokens.RequestDevice;
import org.tertulia.auth.tokens.TokenPlace;
import org.tertulia.auth.tokens.TokenResponses;
import org.tertulia.auth.tokens.TokenView;
import reactor.core.publisher.Mono;

/** Registers people. */
@RestController
class RegistrationController {

    private final Registration registration;
    private final RefreshCookie cookie;
    private final TokenResponses responses;

    RegistrationController(
            Registration registration, RefreshCookie cookie, TokenResponses responses) {
        this.registration = registration;
        this.cookie = cookie;
        this.responses = responses;
    }

    @PostMapping("/api/v1/auth/register")
    Mono<ResponseEntity<TokenView>> register(
            @Valid @RequestBody RegisterRequest body, ServerHttpRequest request) {
        var place = TokenPlace.of(body.refreshTokenIn());
        cookie.requireMayBeGiven(request, place);
        var device = RequestDevice.of(request, body.deviceName());
        return registration
                .register(body.command(device))
                .map(tokens -> responses.of(HttpStatus.CREATED, tokens, place, request));
    }
}
