package org.tertulia.gateway.fallback;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;

/** What is known of one request while instances are asked for it; used by one of them at a time. */
final class UpstreamCall {

    private static final String ATTRIBUTE = UpstreamCall.class.getName();

    private final Set<String> tried = new HashSet<>();
    private final long deadlineNanos;

    private UpstreamCall(Duration deadline) {
        this.deadlineNanos = System.nanoTime() + deadline.toNanos();
    }

    static void begin(Map<String, Object> attributes, Duration deadline) {
        attributes.put(ATTRIBUTE, new UpstreamCall(deadline));
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

    Duration remaining() {
        return Duration.ofNanos(Math.max(1, deadlineNanos - System.nanoTime()));
    }

    static String address(ServiceInstance instance) {
        return instance.getHost() + ":" + instance.getPort();
    }
}
