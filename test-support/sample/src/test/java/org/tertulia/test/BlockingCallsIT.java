package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tertulia.broken.Sleeper;
import reactor.core.publisher.Mono;

class BlockingCallsIT {

    private final BlockingCalls watch = new BlockingCalls();
    private final ExtensionContext nothing = mock(ExtensionContext.class);

    @BeforeEach
    void begin() {
        watch.beforeAll(nothing);
    }

    @Test
    void aThreadThatSleepsThoughItMustNotShouldFailTheTest() {
        Sleeper.sleepOnAParallelThread().block(Duration.ofSeconds(5));

        assertThatThrownBy(() -> watch.afterEach(nothing))
                .isInstanceOf(AssertionError.class)
                .hasStackTraceContaining("Sleeper.sleep");
        assertThatCode(() -> watch.afterEach(nothing)).doesNotThrowAnyException();
    }

    @Test
    void aDelayThatBlocksNothingShouldPass() {
        Mono.delay(Duration.ofMillis(5)).block(Duration.ofSeconds(5));

        assertThatCode(() -> watch.afterEach(nothing)).doesNotThrowAnyException();
    }
}
