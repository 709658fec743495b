package org.tertulia.gateway.realtime;

import io.netty.handler.codec.http.FullHttpResponse;

/** What message-service answered to an upgrade. Its body is on the heap and needs no release. */
sealed interface ServiceAnswer {

    /** Status, headers and body. */
    FullHttpResponse response();

    /** The instance speaks WebSocket from here on; the connection is {@code socket}'s to pass on or to close. */
    record Upgraded(FullHttpResponse response, ServiceHandshake socket) implements ServiceAnswer {}

    /** Any other answer, which is the client's to read. Its connection is closed. */
    record Refused(FullHttpResponse response) implements ServiceAnswer {}
}
