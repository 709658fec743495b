package org.tertulia.gateway.fallback;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;
import reactor.core.publisher.Mono;

/** What is known of one request while instances are asked for it; used by one of them at a time. */
final class UpstreamCall {

    private static final String ATTRIBUTE = UpstreamCall.class.getName();

    private final Set<String> tried = new HashSet<>();
    private final @Nullable Duration limit;
    private final long began = System.nanoTime();

    private UpstreamCall(@Nullable Duration limit) {
        this.limit = limit;
    }

    /**
     * Begins a call.
     *
     * @param limit to the head of the answer, all instances together; null when something else ends it
     */
    static UpstreamCall begin(Map<String, Object> attributes, @Nullable Duration limit) {
        var call = new UpstreamCall(limit);
        attributes.put(ATTRIBUTE, call);
        return call;
    }

    /** The call that the request with these attributes is, if it is one. */
    static @Nullable UpstreamCall of(Map<String, Object> attributes) {
        return (UpstreamCall) attributes.get(ATTRIBUTE);
    }

    void asks(ServiceInstance instance) {
        tried.add(address(instance));
    }

    boolean hasTried(ServiceInstance instance) {
        return tried.contains(address(instance));
    }

    /** Whether it may take any time. */
    boolean isOpenEnded() {
        return limit == null;
    }

    /** What asks, which fails {@code grace} after the time is up. */
    Mono<Void> limited(Mono<Void> asking, Duration grace) {
        return limit == null ? asking : asking.timeout(remaining(limit).plus(grace));
    }

    private Duration remaining(Duration limit) {
        var spent = System.nanoTime() - began;
        return Duration.ofNanos(Math.max(1, limit.toNanos() - spent));
    }

    static String address(ServiceInstance instance) {
        return instance.getHost() + ":" + instance.getPort();
    }
}
