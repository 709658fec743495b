package org.tertulia.starter.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How a service opens its first connections. */
class PoolWarmUpTest {

    private static final int CONNECTIONS = 2;
    private static final int MOST = 4;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void whatIsSlowShouldBeTriedAgain() {
        var pool = pool(n -> n <= 3 ? Mono.error(new R2dbcTimeoutException()) : Mono.just(open()));
        new PoolWarmUp(pool, LONG).start();
        assertThat(pool.getMetrics().orElseThrow().idleSize()).isPositive();
        assertThat(Flux.range(0, MOST).flatMap(n -> pool.create()).collectList().block(LONG))
                .as("the failures have taken nothing from the pool")
                .hasSize(MOST);
    }

    @Test
    void whatIsAwayShouldNotBeWaitedFor() {
        var pool = pool(n -> Mono.error(new R2dbcNonTransientResourceException("refused")));
        var warmUp = new PoolWarmUp(pool, LONG);
        warmUp.start();
        assertThat(warmUp.isRunning()).isTrue();
        assertThat(tries).hasValueLessThanOrEqualTo(CONNECTIONS);
    }

    @Test
    void whatNeverAnswersShouldBeGivenUp() {
        var warmUp = new PoolWarmUp(pool(n -> Mono.never()), SHORT);
        warmUp.start();
        assertThat(warmUp.isRunning()).isTrue();
    }

    /** Of a database that answers the nth try so. */
    private ConnectionPool pool(IntFunction<Mono<Connection>> answer) {
        var database =
                new ConnectionFactory() {
                    @Override
                    public Publisher<Connection> create() {
                        return Mono.defer(() -> answer.apply(tries.incrementAndGet()));
                    }

                    @Override
                    public ConnectionFactoryMetadata getMetadata() {
                        return () -> "database";
                    }
                };
        return new ConnectionPool(
                ConnectionPoolConfiguration.builder(database)
                        .initialSize(CONNECTIONS)
                        .maxSize(MOST)
                        .acquireRetry(0)
                        .build());
    }

    private static Connection open() {
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (connection, method, arguments) ->
                                switch (method.getName()) {
                                    case "validate" -> Mono.just(true);
                                    case "hashCode" -> System.identityHashCode(connection);
                                    case "toString" -> "connection";
                                    default -> Mono.empty();
                                });
    }
}
