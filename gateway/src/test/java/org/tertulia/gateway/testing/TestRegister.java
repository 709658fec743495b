package org.tertulia.gateway.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import reactor.core.publisher.Flux;

/** The register of running services, written by the test. */
public final class TestRegister implements ReactiveDiscoveryClient {

    private final Map<String, List<ServiceInstance>> services = new ConcurrentHashMap<>();

    /** Lists exactly these instances of the service. */
    public void list(String service, int... ports) {
        services.put(
                service, IntStream.of(ports).mapToObj(port -> instance(service, port)).toList());
    }

    /** Lists no service at all. */
    public void clear() {
        services.clear();
    }

    private static ServiceInstance instance(String service, int port) {
        return new DefaultServiceInstance(service + ":" + port, service, "127.0.0.1", port, false);
    }

    @Override
    public String description() {
        return "written by the test";
    }

    @Override
    public Flux<ServiceInstance> getInstances(String serviceId) {
        return Flux.fromIterable(services.getOrDefault(serviceId, List.of()));
    }

    @Override
    public Flux<String> getServices() {
        return Flux.fromIterable(services.keySet());
    }
}
