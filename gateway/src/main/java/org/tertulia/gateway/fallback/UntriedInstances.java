package org.tertulia.gateway.fallback;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.client.loadbalancer.EmptyResponse;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Mono;

/** Chooses instances in turn, and for one request never the same twice. */
final class UntriedInstances implements ReactorServiceInstanceLoadBalancer {

    private final Mono<List<ServiceInstance>> instances;
    private final AtomicInteger turn = new AtomicInteger();

    /** With the instances in {@code register}, which is asked again when its answer is {@code age} old. */
    UntriedInstances(ServiceInstanceListSupplier register, Duration age) {
        var current = Mono.defer(() -> register.get().next()).defaultIfEmpty(List.of());
        this.instances = age.isZero() ? current : current.cache(age);
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface has it so
    public Mono<Response<ServiceInstance>> choose(Request request) {
        var call = call(request);
        return instances.map(all -> choose(all, call));
    }

    private Response<ServiceInstance> choose(
            List<ServiceInstance> all, @Nullable UpstreamCall call) {
        var untried =
                all.stream().filter(instance -> call == null || !call.hasTried(instance)).toList();
        if (untried.isEmpty()) {
            return new EmptyResponse();
        }
        var chosen = untried.get(Math.floorMod(turn.getAndIncrement(), untried.size()));
        return new DefaultResponse(chosen);
    }

    private static @Nullable UpstreamCall call(Request<?> request) {
        return request.getContext() instanceof RequestDataContext context
                        && context.getClientRequest() != null
                ? UpstreamCall.of(context.getClientRequest().getAttributes())
                : null;
    }
}
