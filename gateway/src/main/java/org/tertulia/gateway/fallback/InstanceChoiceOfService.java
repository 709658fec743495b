package org.tertulia.gateway.fallback;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.ReactorLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The beans of one service. Each service has a context of its own for them, so this is no component. */
class InstanceChoiceOfService {

    /** Without the cache of the framework, which may hide a service that is back for a second. */
    @Bean
    ServiceInstanceListSupplier register(ConfigurableApplicationContext context) {
        return ServiceInstanceListSupplier.builder().withDiscoveryClient().build(context);
    }

    @Bean
    ReactorLoadBalancer<ServiceInstance> untriedInstances(
            ServiceInstanceListSupplier register, UpstreamProperties properties) {
        return new UntriedInstances(register, properties.registerAge());
    }
}
