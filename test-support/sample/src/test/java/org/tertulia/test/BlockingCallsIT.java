package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tertulia.broken.Sleeper;
import reactor.core.publisher.Mono;

class BlockingCallsIT {

    private final BlockingCalls watch = new BlockingCalls();
    private final ExtensionContext nothing = contextThatIsNotAsked();

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

    private static ExtensionContext contextThatIsNotAsked() {
        var type = ExtensionContext.class;
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            throw new UnsupportedOperationException(method.getName());
                        }));
    }
}
