package org.tertulia.starter.problem;

import java.net.ConnectException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a fault of what we stand on (database, broker, another service, the network) from a fault of
 * ours: the first passes by itself, and trying again later is right.
 */
public final class Infrastructure {

    /** By name, since not every service has every driver on its class path. */
    private static final Set<String> AWAY =
            Set.of(
                    "org.springframework.dao.TransientDataAccessException",
                    "org.springframework.dao.NonTransientDataAccessResourceException",
                    "org.springframework.dao.DataAccessResourceFailureException",
                    "org.springframework.transaction.CannotCreateTransactionException",
                    "org.springframework.transaction.TransactionSystemException",
                    "org.springframework.web.reactive.function.client.WebClientRequestException",
                    "org.apache.kafka.common.errors.RetriableException",
                    "io.r2dbc.spi.R2dbcTransientException",
                    "io.r2dbc.spi.R2dbcNonTransientResourceException",
                    "reactor.pool.PoolShutdownException",
                    "reactor.pool.PoolAcquirePendingLimitException",
                    "reactor.netty.channel.AbortedException");

    private Infrastructure() {}

    /** Whether {@code error}, or what caused it, says that something we need is away. */
    public static boolean isAway(@Nullable Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || cause instanceof ConnectException) {
                return true;
            }
            if (cause instanceof ProblemException e
                    && e.type().equals(ProblemTypes.SERVICE_UNAVAILABLE)) {
                return true;
            }
            if (isNamed(cause.getClass())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(@Nullable Class<?> type) {
        for (var c = type; c != null; c = c.getSuperclass()) {
            if (AWAY.contains(c.getName())) {
                return true;
            }
        }
        return false;
    }
}
