package org.tertulia.scheduler.once;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a repeated wish find what the first one made. Key and what it made are stored in one transaction, so a crash leaves
 * both or neither; a repeat that comes at the same moment waits for the first. A key of a person belongs to one wish,
 * whatever it is for.
 */
@Component
public final class OnceOnly {

    /** How long a key is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    private final WishRepository wishes;
    private final JsonMapper json;

    OnceOnly(WishRepository wishes, JsonMapper json) {
        this.wishes = wishes;
        this.json = json;
    }

    /**
     * {@code made} when the key is new, {@code found} with what it made before otherwise; to be called in a transaction.
     * Fails with {@link IdempotencyKeyReused} when the key came with another request.
     */
    public <T> Mono<T> run(
            UserId person,
            IdempotencyKey key,
            Wish wish,
            Instant now,
            Mono<T> made,
            Function<UUID, Mono<T>> found) {
        return wishes.forget(person, key, now.minus(KEPT))
                .then(Mono.defer(() -> wishes.insert(person, key, wish, now)))
                .flatMap(isNew -> isNew ? made : repeated(person, key, wish).flatMap(found));
    }

    private Mono<UUID> repeated(UserId person, IdempotencyKey key, Wish wish) {
        return wishes.find(person, key)
                .doOnNext(
                        first -> {
                            if (!first.fingerprint().equals(wish.fingerprint())) {
                                throw new IdempotencyKeyReused();
                            }
                        })
                .map(Wish::made);
    }

    /** The wish that this request is, which is to make what has this id. */
    public Wish wish(Record request, UUID made) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = request.getClass().getSimpleName() + json.writeValueAsString(request);
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Wish(HexFormat.of().formatHex(digest.digest(bytes)), made);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
