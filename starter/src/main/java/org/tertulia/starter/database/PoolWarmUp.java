package org.tertulia.starter.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Opens the first connections before the service is there for anybody. When all services of a machine start at once
 * that takes seconds, which the first people would have to wait in vain. A database that is away is not waited for.
 *
 * <p>By taking one, with which the pool opens its initial size: the pool's own {@code warmup()} loses what it may open when
 * it fails.
 */
final class PoolWarmUp implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PoolWarmUp.class);

    /** Begins without after that; a request opens what it needs. */
    static final Duration LIMIT = Duration.ofSeconds(20);

    /** Before everything that uses them, and long before the web server listens. */
    private static final int FIRST = Integer.MIN_VALUE;

    private final ConnectionPool pool;
    private final Duration limit;
    private volatile boolean running;

    /**
     * @param limit how long it may take
     */
    PoolWarmUp(ConnectionPool pool, Duration limit) {
        this.pool = pool;
        this.limit = limit;
    }

    /** Waits, on the thread that starts the service. */
    @Override
    public void start() {
        Mono.usingWhen(
                        pool.create(),
                        connection -> Mono.from(connection.validate(ValidationDepth.REMOTE)),
                        Connection::close)
                .retryWhen(Retry.indefinitely().filter(PoolWarmUp::isSlow))
                .timeout(limit)
                .doOnError(e -> log.warn("Begins without a database: {}", e.toString()))
                .onErrorComplete()
                .then()
                .block();
        running = true;
    }

    private static boolean isSlow(Throwable error) {
        return error instanceof R2dbcTimeoutException || error instanceof TimeoutException;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return FIRST;
    }
}
