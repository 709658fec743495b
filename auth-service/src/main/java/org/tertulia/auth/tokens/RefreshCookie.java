package org.tertulia.auth.tokens;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.tertulia.auth.sessions.RefreshToken;
import org.tertulia.auth.sessions.SessionProperties;
import org.tertulia.starter.security.AllowedOrigins;

/**
 * The cookie that carries a browser's refresh token: out of reach of scripts (HttpOnly), sent by pages
 * of the same site only (SameSite=Strict), to the paths that need it only, and over TLS only, unless the
 * browser and the suite are on one machine.
 *
 * <p>Since browsers send it by themselves, a request that brings it must also say, by its {@code Origin},
 * that a page of ours made it.
 */
@Component
public class RefreshCookie {

    static final String NAME = "tertulia_refresh";

    private static final String PATH = "/api/v1/auth";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Predicate<@Nullable String> allowed;
    private final Duration maxAge;

    @Autowired
    RefreshCookie(AllowedOrigins origins, SessionProperties sessions) {
        this(origins::allows, sessions.idleLifetime());
    }

    RefreshCookie(Predicate<@Nullable String> allowed, Duration maxAge) {
        this.allowed = allowed;
        this.maxAge = maxAge;
    }

    /** What the request carries; empty without the cookie. Fails with {@link OriginNotAllowed}. */
    Optional<String> read(ServerHttpRequest request) {
        requireOwnPage(request);
        return Optional.ofNullable(request.getCookies().getFirst(NAME)).map(HttpCookie::getValue);
    }

    /** A request with the cookie must come from a page of ours. Fails with {@link OriginNotAllowed}. */
    public void requireOwnPage(ServerHttpRequest request) {
        var origin = origin(request);
        var own = origin != null && allowed.test(origin);
        if (request.getCookies().containsKey(NAME) && !own) {
            throw new OriginNotAllowed();
        }
    }

    /**
     * A cookie may be given to a page of ours, or to what is no page: otherwise a foreign page could log
     * its visitor in as somebody else. Fails with {@link OriginNotAllowed}.
     */
    public void requireMayBeGiven(ServerHttpRequest request, TokenPlace place) {
        if (place == TokenPlace.COOKIE && !allowed.test(origin(request))) {
            throw new OriginNotAllowed();
        }
    }

    ResponseCookie holding(RefreshToken token, ServerHttpRequest request) {
        return cookie(token.value(), maxAge, request);
    }

    /** Makes the browser forget the cookie. */
    public ResponseCookie cleared(ServerHttpRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private static ResponseCookie cookie(String value, Duration maxAge, ServerHttpRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(!isPlainLoopback(request))
                .path(PATH)
                .maxAge(maxAge)
                .build();
    }

    private static boolean isPlainLoopback(ServerHttpRequest request) {
        var uri = request.getURI();
        return "http".equals(uri.getScheme())
                && uri.getHost() != null
                && LOOPBACK.contains(uri.getHost());
    }

    private static @Nullable String origin(ServerHttpRequest request) {
        return request.getHeaders().getOrigin();
    }
}
