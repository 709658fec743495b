package org.tertulia.gateway.fallback;

import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Configuration;

/** Makes {@link UntriedInstances} the way instances of every service are chosen. */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClients(defaultConfiguration = InstanceChoiceOfService.class)
class InstanceChoice {}
