package org.tertulia.notification.push.delivery;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.tertulia.starter.egress.WebAddress;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClientResponse;

/** Hands a message to a push service, by one request (RFC 8030, section 5). */
@Component
final class PushClient {

    /** What a push service says besides its status is not looked at; a little is taken, to keep the connection. */
    private static final DataSize MAX_ANSWER = DataSize.ofKilobytes(16);

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int NOT_FOUND = 404;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final PushHosts hosts;
    private final Clock clock;

    PushClient(PushHosts hosts, Clock clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    /**
     * What goes before the message.
     *
     * @param authorization who sends it
     * @param topic one message of a topic is kept
     * @param urgency whether a device is woken for it
     * @param timeToLive how long it is kept for a device that is away
     */
    record Head(String authorization, String topic, Urgency urgency, Duration timeToLive) {}

    /** The push service that an endpoint is of. */
    PushHost host(WebAddress endpoint) {
        return hosts.of(endpoint);
    }

    /** Fails with what the network fails with. */
    Mono<PushOutcome> post(
            PushHost host, WebAddress endpoint, InetAddress checked, Head head, byte[] body) {
        return host.http()
                .at(endpoint, checked)
                .headers(headers -> write(head, headers))
                .post()
                .uri(endpoint.target())
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .response(this::answer)
                .next();
    }

    private static void write(Head head, HttpHeaders headers) {
        headers.set(HttpHeaderNames.AUTHORIZATION, head.authorization())
                .set(HttpHeaderNames.CONTENT_TYPE, "application/octet-stream")
                .set(HttpHeaderNames.CONTENT_ENCODING, "aes128gcm")
                .set(HttpHeaderNames.USER_AGENT, "Tertulia/1.0")
                .set("TTL", head.timeToLive().toSeconds())
                .set("Topic", head.topic())
                .set("Urgency", head.urgency().text());
    }

    private Mono<PushOutcome> answer(HttpClientResponse response, ByteBufFlux body) {
        var outcome = outcome(response.status().code(), response.responseHeaders());
        return body.asByteArray()
                .scan(0L, (read, bytes) -> read + bytes.length)
                .takeUntil(read -> read >= MAX_ANSWER.toBytes())
                .then(Mono.just(outcome));
    }

    private PushOutcome outcome(int status, HttpHeaders headers) {
        if (status >= OK && status < MULTIPLE_CHOICES) {
            return new PushOutcome.Accepted();
        }
        if (status == NOT_FOUND || status == GONE) {
            return new PushOutcome.Gone();
        }
        var said = "status " + status;
        return status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT || status >= SERVER_ERROR
                ? new PushOutcome.Later(
                        said,
                        RetryAfter.read(headers.get(HttpHeaderNames.RETRY_AFTER), clock.instant()),
                        status >= SERVER_ERROR)
                : new PushOutcome.Refused(said);
    }
}
