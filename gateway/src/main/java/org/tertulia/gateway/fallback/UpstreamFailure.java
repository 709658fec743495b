package org.tertulia.gateway.fallback;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.support.NotFoundException;
import reactor.netty.channel.AbortedException;

/** In what way a service was not there, which decides whether asking another instance is safe. */
enum UpstreamFailure {
    /** The instance never saw the request: no connection, or none was tried. */
    NOT_SENT,
    /** The connection broke; the instance may have done what was asked. */
    PERHAPS_SENT,
    /** No answer in time. */
    TIMED_OUT,
    /** No instance is left to ask. */
    NO_INSTANCE,
    /** Not about the service: an answer, or a fault of the gateway. */
    OTHER;

    static UpstreamFailure of(Throwable error) {
        return switch (error) {
            case InstanceResting _ -> NOT_SENT;
            case ConnectException _ -> NOT_SENT;
            case NoRouteToHostException _ -> NOT_SENT;
            case UnknownHostException _ -> NOT_SENT;
            case TimeoutException _ -> TIMED_OUT;
            case io.netty.handler.timeout.TimeoutException _ -> TIMED_OUT;
            case NotFoundException _ -> NO_INSTANCE;
            case IOException _ -> PERHAPS_SENT;
            case AbortedException _ -> PERHAPS_SENT;
            case io.netty.channel.ChannelException _ -> PERHAPS_SENT;
            default -> OTHER;
        };
    }

    /** Whether it speaks against the instance. */
    boolean blamesInstance() {
        return this == NOT_SENT || this == PERHAPS_SENT || this == TIMED_OUT;
    }
}
