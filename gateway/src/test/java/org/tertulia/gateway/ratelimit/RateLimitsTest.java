package org.tertulia.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final Allowance THREE_A_MINUTE = new Allowance(3, Duration.ofMinutes(1));

    private final HandWoundMeter time = new HandWoundMeter();
    private final RateLimits limits = limits(1);

    private RateLimits limits(long scale) {
        return new RateLimits(
                new RateLimitProperties(
                        true, scale, 1_000, Map.of(RateLimit.LOGIN, THREE_A_MINUTE)),
                time);
    }

    @Test
    void whatIsAllowedShouldBeAllowedAndNoMore() {
        for (var left = 2; left >= 0; left--) {
            var verdict = limits.take(RateLimit.LOGIN, "203.0.113.9");
            assertThat(verdict.allowed()).isTrue();
            assertThat(verdict.remaining()).isEqualTo(left);
        }

        var refused = limits.take(RateLimit.LOGIN, "203.0.113.9");
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.untilNext()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void roomShouldComeBackEvenly() {
        for (var i = 0; i < 4; i++) {
            limits.take(RateLimit.LOGIN, "203.0.113.9");
        }

        time.advance(Duration.ofSeconds(19));
        assertThat(limits.take(RateLimit.LOGIN, "203.0.113.9").allowed()).isFalse();
        time.advance(Duration.ofSeconds(1));
        assertThat(limits.take(RateLimit.LOGIN, "203.0.113.9").allowed()).isTrue();
        assertThat(limits.take(RateLimit.LOGIN, "203.0.113.9").allowed()).isFalse();
    }

    @Test
    void callersAndLimitsShouldBeCountedApart() {
        for (var i = 0; i < 4; i++) {
            limits.take(RateLimit.LOGIN, "203.0.113.9");
        }

        assertThat(limits.take(RateLimit.LOGIN, "203.0.113.10").allowed()).isTrue();
        assertThat(limits.take(RateLimit.REGISTER, "203.0.113.9").allowed()).isTrue();
    }

    @Test
    void scaleShouldMultiplyEveryLimit() {
        var scaled = limits(10);

        assertThat(scaled.take(RateLimit.LOGIN, "203.0.113.9").remaining()).isEqualTo(29);
        assertThat(scaled.take(RateLimit.REGISTER, "203.0.113.9").remaining()).isEqualTo(199);
    }

    @Test
    void verdictsShouldReadAsTheDraftHasThem() {
        var verdict = limits.take(RateLimit.LOGIN, "203.0.113.9");

        assertThat(verdict.policy()).isEqualTo("\"login\";q=3;w=60");
        assertThat(verdict.state()).isEqualTo("\"login\";r=2;t=20");
    }

    private static final class HandWoundMeter implements TimeMeter {

        private long nanos = 1_000_000;

        void advance(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
