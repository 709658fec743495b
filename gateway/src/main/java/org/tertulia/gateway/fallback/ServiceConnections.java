package org.tertulia.gateway.fallback;

import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;

/**
 * Gives up answers that stop in the middle, which the deadline for their head does not see. Requests go
 * out on the event loop they came in by.
 */
@Component
final class ServiceConnections implements HttpClientCustomizer {

    private final UpstreamProperties properties;
    private final ReactorResourceFactory resources;

    ServiceConnections(UpstreamProperties properties, ReactorResourceFactory resources) {
        this.properties = properties;
        this.resources = resources;
    }

    @Override
    public HttpClient customize(HttpClient client) {
        return client.runOn(resources.getLoopResources()).responseTimeout(properties.silence());
    }
}
