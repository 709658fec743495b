package org.tertulia.auth.keys;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The public keys for those who verify access tokens (RFC 7517). */
@RestController
class JwksController {

    private static final Duration LONGEST_MAX_AGE = Duration.ofMinutes(5);

    private final SigningKeys keys;
    private final Duration maxAge;

    JwksController(SigningKeys keys, KeyProperties properties) {
        this.keys = keys;
        this.maxAge = maxAge(properties.publishAhead());
    }

    @GetMapping("/.well-known/jwks.json")
    Mono<ResponseEntity<KeySetView>> keys() {
        return keys.published()
                .map(
                        published ->
                                ResponseEntity.ok()
                                        .cacheControl(CacheControl.maxAge(maxAge).cachePublic())
                                        .body(KeySetView.of(published)));
    }

    /** A copy that is still in use must have come after the key that signs was published. */
    private static Duration maxAge(Duration publishAhead) {
        var half = publishAhead.dividedBy(2);
        return half.compareTo(LONGEST_MAX_AGE) < 0 ? half : LONGEST_MAX_AGE;
    }
}
