package org.tertulia.translation.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.test.MutableClock;
import reactor.core.publisher.Mono;

class BotSessionTest {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final MutableClock clock = MutableClock.atNoon();
    private final UserId self = new UserId(UUID.randomUUID());
    private final AtomicInteger asked = new AtomicInteger();
    private final BotSession session = new BotSession(new Account(), clock);
    private @Nullable RuntimeException refusal;

    /** Lets the bot in unless a test has it refused. */
    private final class Account implements BotAccount {

        @Override
        public Mono<BotLogin> enter() {
            var number = asked.incrementAndGet();
            return refusal != null
                    ? Mono.error(refusal)
                    : Mono.just(
                            new BotLogin(
                                    self,
                                    new CallerToken("token " + number),
                                    "next",
                                    clock.instant().plus(GOOD_FOR)));
        }

        @Override
        public Mono<BotLogin> renew(BotLogin before) {
            return enter();
        }
    }

    @Test
    void aTokenShouldBeUsedAsLongAsItIsGood() {
        assertThat(session.login().block()).isEqualTo(session.login().block());
        assertThat(session.knownSelf()).isEqualTo(self);
        assertThat(asked).hasValue(1);

        clock.advance(GOOD_FOR);
        session.login().block();
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoIsRefusedAtFirstShouldNotAskAgainForAWhile() {
        refusal = new BotRefused("no");
        refused();
        refused();

        assertThat(asked).hasValue(1);
        clock.advance(Duration.ofMinutes(6));
        refused();
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoIsRefusedLaterShouldNotAskAgainForAWhileEither() {
        session.login().block();
        refusal = new BotRefused("no");
        clock.advance(GOOD_FOR);
        refused();
        refused();

        assertThat(asked).hasValue(2);
        assertThat(session.knownSelf()).isNull();

        refusal = null;
        clock.advance(Duration.ofMinutes(6));
        assertThat(session.self().block()).isEqualTo(self);
    }

    private void refused() {
        assertThatExceptionOfType(BotRefused.class).isThrownBy(() -> session.login().block());
    }
}
