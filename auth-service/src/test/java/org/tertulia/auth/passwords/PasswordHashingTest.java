package org.tertulia.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PasswordHashingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Password PASSWORD = Password.presented("tres tristes tigres");

    private PasswordHashing hashing = new PasswordHashing(PasswordFixtures.cheap(1, 4));

    @AfterEach
    void stop() throws InterruptedException {
        hashing.destroy();
    }

    @Test
    void aHashMatchesItsPasswordOnly() {
        var hash = hash();

        assertThat(hashing.matches(PASSWORD, hash).block(PATIENCE)).isTrue();
        assertThat(hashing.matches(Password.presented("three tigers"), hash).block(PATIENCE))
                .isFalse();
        assertThat(hashing.matchesNobody(PASSWORD).block(PATIENCE)).isFalse();
    }

    @Test
    void theDesignsParametersAreWrittenIntoTheHash() throws InterruptedException {
        hashing.destroy();
        hashing =
                new PasswordHashing(
                        new PasswordProperties(
                                DataSize.ofKilobytes(19456),
                                2,
                                1,
                                1,
                                1,
                                10,
                                Duration.ofMinutes(15)));

        assertThat(hash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSize(97);
    }

    @Test
    void aHashOfOtherParametersIsOutdatedButStillMatches() throws InterruptedException {
        var older = hash();
        hashing.destroy();
        hashing = new PasswordHashing(PasswordFixtures.cheap(1, 4, 2));

        assertThat(hashing.isOutdated(older)).isTrue();
        assertThat(hashing.isOutdated(hash())).isFalse();
        assertThat(hashing.matches(PASSWORD, older).block(PATIENCE)).isTrue();
    }

    @Test
    void workIsDoneOnThreadsOfItsOwn() {
        var names = ConcurrentHashMap.<String>newKeySet();

        hashing.hash(PASSWORD)
                .doOnNext(_ -> names.add(Thread.currentThread().getName()))
                .block(PATIENCE);

        assertThat(names).allMatch(name -> name.startsWith("argon2-"));
    }

    @Test
    void moreThanMayWaitAreTurnedAwayAtOnce() {
        var outcomes = Flux.range(0, 20).flatMap(_ -> outcome(), 20).collectList().block(PATIENCE);

        // One at work, four waiting; the rest came too soon, unless one was done in the meantime.
        assertThat(outcomes).filteredOn("hashed"::equals).hasSizeBetween(5, 8);
        assertThat(outcomes).filteredOn("busy"::equals).hasSizeBetween(12, 15);
    }

    @Test
    void whoIsTurnedAwayIsToldWhenToComeBack() {
        var busy = new PasswordHashingBusy();

        assertThat(busy.type().status().value()).isEqualTo(429);
        assertThat(busy.retryAfter()).isPositive();
    }

    private Mono<String> outcome() {
        return hashing.hash(PASSWORD)
                .thenReturn("hashed")
                .onErrorReturn(PasswordHashingBusy.class, "busy");
    }

    private String hash() {
        return Objects.requireNonNull(hashing.hash(PASSWORD).block(PATIENCE));
    }
}
