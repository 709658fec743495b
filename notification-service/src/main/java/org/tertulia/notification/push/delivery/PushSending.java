package org.tertulia.notification.push.delivery;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.PushProperties;
import org.tertulia.notification.push.encryption.PushEncryption;
import org.tertulia.notification.push.encryption.VapidTokens;
import org.tertulia.notification.push.subscriptions.PushEndpointRefused;
import org.tertulia.notification.push.subscriptions.PushEndpoints;
import org.tertulia.starter.egress.AddressRefused;
import org.tertulia.starter.egress.WebAddress;
import reactor.core.publisher.Mono;

/** Tries once to hand a message to its push service. */
@Component
final class PushSending {

    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);

    private final PushComposer composer;
    private final PushEncryption encryption;
    private final VapidTokens tokens;
    private final PushEndpoints endpoints;
    private final PushClient client;
    private final PushProperties properties;
    private final Clock clock;

    PushSending(
            PushComposer composer,
            PushEncryption encryption,
            VapidTokens tokens,
            PushEndpoints endpoints,
            PushClient client,
            PushProperties properties,
            Clock clock) {
        this.composer = composer;
        this.encryption = encryption;
        this.tokens = tokens;
        this.endpoints = endpoints;
        this.client = client;
        this.properties = properties;
        this.clock = clock;
    }

    /** What came of it; whatever goes wrong is an outcome, too. */
    Mono<PushOutcome> send(Push push) {
        return Mono.fromSupplier(() -> endpoints.parse(push.receiver().endpoint()))
                .flatMap(endpoint -> send(push, endpoint))
                .onErrorResume(error -> Mono.just(outcome(error)));
    }

    private Mono<PushOutcome> send(Push push, WebAddress endpoint) {
        var host = client.host(endpoint);
        return host.guard(
                endpoints
                        .addressOf(endpoint)
                        .flatMap(checked -> post(push, host, endpoint, checked))
                        .timeout(properties.timeout()));
    }

    private Mono<PushOutcome> post(
            Push push, PushHost host, WebAddress endpoint, InetAddress checked) {
        return Mono.zip(
                        tokens.authorization(endpoint),
                        encryption.encrypt(composer.compose(push), push.receiver().keys()))
                .flatMap(
                        made ->
                                client.post(
                                        host,
                                        endpoint,
                                        checked,
                                        head(push, made.getT1()),
                                        made.getT2()));
    }

    private PushClient.Head head(Push push, String authorization) {
        var left = properties.timeToLive().minus(Duration.between(push.at(), clock.instant()));
        return new PushClient.Head(
                authorization,
                PushTopic.of(push.place()),
                Urgency.of(push),
                left.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : left);
    }

    private static PushOutcome outcome(Throwable error) {
        return switch (error) {
            case AddressRefused _ -> new PushOutcome.Refused("not on the public internet");
            case PushEndpointRefused refused -> new PushOutcome.Refused(refused.detail());
            default -> new PushOutcome.Later(error.getClass().getSimpleName(), null, true);
        };
    }
}
