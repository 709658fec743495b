package org.tertulia.gateway.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.netty.channel.AbortedException;

class UpstreamFailureTest {

    @ParameterizedTest
    @MethodSource("errors")
    void errorsShouldTellWhatBecameOfTheRequest(Throwable error, UpstreamFailure failure) {
        assertThat(UpstreamFailure.of(error)).isEqualTo(failure);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(new ConnectException(), UpstreamFailure.NOT_SENT),
                Arguments.of(new ConnectTimeoutException(), UpstreamFailure.NOT_SENT),
                Arguments.of(new NoRouteToHostException(), UpstreamFailure.NOT_SENT),
                Arguments.of(new InstanceResting("users@a:1"), UpstreamFailure.NOT_SENT),
                Arguments.of(new IOException("reset"), UpstreamFailure.PERHAPS_SENT),
                Arguments.of(AbortedException.beforeSend(), UpstreamFailure.PERHAPS_SENT),
                Arguments.of(new TimeoutException(), UpstreamFailure.TIMED_OUT),
                Arguments.of(ReadTimeoutException.INSTANCE, UpstreamFailure.TIMED_OUT),
                Arguments.of(new NotFoundException("none"), UpstreamFailure.NO_INSTANCE),
                Arguments.of(
                        new ProblemException(ProblemTypes.FORBIDDEN, "no"), UpstreamFailure.OTHER),
                Arguments.of(new IllegalStateException(), UpstreamFailure.OTHER));
    }
}
