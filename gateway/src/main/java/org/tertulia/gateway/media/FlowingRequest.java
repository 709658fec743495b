package org.tertulia.gateway.media;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Flux;

/**
 * A request whose body goes to a service as it comes. It can be read once, which is after the connection to the service is
 * there.
 */
final class FlowingRequest extends ServerHttpRequestDecorator {

    private final BodyFlow flow;
    private volatile @Nullable Channel service;

    FlowingRequest(ServerHttpRequest request, BodyFlow flow) {
        super(request);
        this.flow = flow;
    }

    void leadsTo(Channel channel) {
        service = channel;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        var channel = service;
        if (channel == null) {
            return Flux.error(new IllegalStateException("The body leads nowhere yet."));
        }
        var body = super.getBody().onErrorMap(Exception.class, FlowingRequest::brokenOff);
        return flow.paced(body, channel);
    }

    /** The client's connection broke, which must not be taken for a fault of the service. */
    private static ProblemException brokenOff(Throwable error) {
        return new ProblemException(
                ProblemTypes.MALFORMED_REQUEST, "The body broke off: " + error.getMessage());
    }
}
