package org.tertulia.starter.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.util.retry.Retry;

/**
 * Opens the first connections before the service is there for anybody. When all services of a machine start at once
 * that takes seconds, which the first people would have to wait in vain. A database that is away is not waited for.
 */
final class PoolWarmUp implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PoolWarmUp.class);

    /** Begins without after that; a request opens what it needs. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Before everything that uses them, and long before the web server listens. */
    private static final int FIRST = Integer.MIN_VALUE;

    private final ConnectionPool pool;
    private volatile boolean running;

    PoolWarmUp(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public void start() {
        pool.warmup()
                .retryWhen(
                        Retry.fixedDelay(LIMIT.dividedBy(PAUSE), PAUSE).filter(PoolWarmUp::isSlow))
                .timeout(LIMIT)
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
