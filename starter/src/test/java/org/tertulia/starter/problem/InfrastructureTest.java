package org.tertulia.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class InfrastructureTest {

    static Stream<Throwable> away() {
        return Stream.of(
                new TimeoutException(),
                new IllegalStateException("blocking read", new TimeoutException()),
                new ConnectException("refused"),
                new DataAccessResourceFailureException("connection closed"),
                new R2dbcNonTransientResourceException("connection closed"),
                new ProblemException(ProblemTypes.SERVICE_UNAVAILABLE, "away"));
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new IllegalArgumentException("no such kind"),
                new DataIntegrityViolationException("duplicate key"),
                new ProblemException(ProblemTypes.CONFLICT, "taken"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void isAwayShouldRecogniseWhatPassesByItself(Throwable error) {
        assertThat(Infrastructure.isAway(error)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isAwayShouldNotExcuseAFault(Throwable error) {
        assertThat(Infrastructure.isAway(error)).isFalse();
    }
}
