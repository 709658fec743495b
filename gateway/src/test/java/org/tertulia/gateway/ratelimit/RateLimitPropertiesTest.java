package org.tertulia.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RateLimitPropertiesTest {

    @Test
    void byDefaultTheStandardLimitsShouldHold() {
        var properties = bind(Map.of());

        assertThat(properties.enabled()).isTrue();
        for (var limit : RateLimit.values()) {
            assertThat(properties.allowance(limit)).isEqualTo(limit.standard());
        }
    }

    @Test
    void keysShouldMapToTheirLimits() {
        var properties =
                bind(
                        Map.of(
                                "tertulia.gateway.ratelimit.enabled", "false",
                                "tertulia.gateway.ratelimit.scale", "3",
                                "tertulia.gateway.ratelimit.max-buckets", "7",
                                "tertulia.gateway.ratelimit.limits.login.requests", "5",
                                "tertulia.gateway.ratelimit.limits.login.period", "10s"));

        assertThat(properties.enabled()).isFalse();
        assertThat(properties.maxBuckets()).isEqualTo(7);
        assertThat(properties.allowance(RateLimit.LOGIN))
                .isEqualTo(new Allowance(15, Duration.ofSeconds(10)));
        assertThat(properties.allowance(RateLimit.REFRESH).requests()).isEqualTo(360);
    }

    @Test
    void anAllowanceOfNothingShouldBeRefused() {
        assertThatThrownBy(
                        () ->
                                bind(
                                        Map.of(
                                                "tertulia.gateway.ratelimit.limits.login.requests",
                                                        "0",
                                                "tertulia.gateway.ratelimit.limits.login.period",
                                                        "1m")))
                .isInstanceOf(BindException.class);
    }

    private static RateLimitProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("tertulia.gateway.ratelimit", RateLimitProperties.class);
    }
}
