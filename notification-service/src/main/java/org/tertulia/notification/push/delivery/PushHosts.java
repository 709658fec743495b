package org.tertulia.notification.push.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.PushProperties;
import org.tertulia.starter.egress.OutgoingHttp;
import org.tertulia.starter.egress.WebAddress;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** The push services that are in use; a handful, but whoever runs one of their own may name it. */
@Component
final class PushHosts implements AutoCloseable {

    /** Push services that are known at once. */
    private static final int MOST = 200;

    private static final Duration FORGOTTEN = Duration.ofMinutes(10);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 8;
    private static final int WINDOW = 20;
    private static final int FAILURES_TO_REST = 5;
    private static final int PROBES = 2;

    private final LoopResources pushLoops;
    private final SslContext pushTls;
    private final PushProperties properties;
    private final CircuitBreakerConfig breaking;
    private final Cache<String, PushHost> hosts =
            Caffeine.newBuilder()
                    .maximumSize(MOST)
                    .expireAfterAccess(FORGOTTEN)
                    .removalListener(PushHosts::forget)
                    .build();

    PushHosts(LoopResources pushLoops, SslContext pushTls, PushProperties properties) {
        this.pushLoops = pushLoops;
        this.pushTls = pushTls;
        this.properties = properties;
        this.breaking =
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(FAILURES_TO_REST)
                        .failureRateThreshold(100f * FAILURES_TO_REST / WINDOW)
                        .waitDurationInOpenState(properties.rest())
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .build();
    }

    PushHost of(WebAddress endpoint) {
        return hosts.get(endpoint.origin(), this::host);
    }

    private PushHost host(String origin) {
        var connections =
                ConnectionProvider.builder("push")
                        .maxConnections(CONNECTIONS)
                        .pendingAcquireMaxCount(properties.concurrency())
                        .pendingAcquireTimeout(properties.timeout())
                        .maxIdleTime(IDLE)
                        .evictInBackground(IDLE)
                        .disposeInactivePoolsInBackground(IDLE, IDLE)
                        .build();
        var http = new OutgoingHttp(HttpClient.create(connections), pushLoops, pushTls);
        return new PushHost(CircuitBreaker.of(origin, breaking), connections, http);
    }

    private static void forget(
            @Nullable String origin, @Nullable PushHost host, RemovalCause cause) {
        if (host != null) {
            host.close();
        }
    }

    @Override
    public void close() {
        hosts.invalidateAll();
    }
}
