package org.tertulia.load.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One device's session: its tokens, renewed a minute before the access token expires. A refresh token
 * works once, so one thread at a time renews.
 */
final class Session {
    private static final Duration RENEW_BEFORE_EXPIRY = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String AUTH = "/api/v1/auth/";

    private final Api api;
    private final UUID id;
    private final TokenView.UserView user;
    private TokenView tokens;
    private Instant expiresAt;

    private Session(Api api, TokenView tokens) {
        this.api = api;
        this.id = tokens.sessionId();
        this.user = tokens.user();
        this.tokens = tokens;
        this.expiresAt = expiry(tokens);
    }

    /** Opens a session by registering or logging in. */
    static Session open(Api api, String how, Map<String, String> request) {
        var answer = patient(() -> api.post(AUTH + how, null, request));
        return new Session(api, answer.as(TokenView.class));
    }

    UUID id() {
        return id;
    }

    TokenView.UserView user() {
        return user;
    }

    synchronized String accessToken() {
        if (Instant.now().isAfter(expiresAt.minus(RENEW_BEFORE_EXPIRY))) {
            return renew();
        }
        return tokens.accessToken();
    }

    synchronized String refreshToken() {
        return Objects.requireNonNull(tokens.refreshToken(), "no refresh token in the answer");
    }

    /** Fails with {@link UnexpectedAnswer} when the session has ended. */
    synchronized String renew() {
        var request = Map.of("refreshToken", refreshToken());
        tokens = patient(() -> api.post(AUTH + "refresh", null, request)).as(TokenView.class);
        expiresAt = expiry(tokens);
        return tokens.accessToken();
    }

    private static Answer patient(Supplier<Answer> request) {
        return new Patience(PATIENCE).call(request);
    }

    private static Instant expiry(TokenView tokens) {
        return Instant.now().plusSeconds(tokens.expiresIn());
    }
}
