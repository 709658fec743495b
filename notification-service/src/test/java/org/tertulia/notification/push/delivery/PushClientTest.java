package org.tertulia.notification.push.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.tertulia.notification.config.PushProperties;
import org.tertulia.starter.egress.OutgoingHttp;
import org.tertulia.starter.egress.WebAddress;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

class PushClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final LoopResources loops = LoopResources.create("test-push", 1, 1, true, false);

    private final List<Map<String, List<String>>> asked = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private PushHosts hosts;
    private PushClient client;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.start();
        var keys =
                Map.of(
                        "p.key-encryption-key",
                        "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                        "p.rest",
                        "1h");
        var properties =
                new Binder(new MapConfigurationPropertySource(keys))
                        .bind("p", PushProperties.class)
                        .get();
        hosts = new PushHosts(loops, OutgoingHttp.trustingPublicAuthorities(), properties);
        client = new PushClient(hosts, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        hosts.close();
        server.stop(0);
    }

    @AfterAll
    static void stopLoops() {
        loops.disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE);
    }

    /** Answers with the status that the path names. */
    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(Map.copyOf(exchange.getRequestHeaders()));
            bodies.add(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.getResponseHeaders().set("Location", "/201");
            var status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private WebAddress endpoint(int status) {
        return WebAddress.parse(
                        "http://push.test:%d/%d".formatted(server.getAddress().getPort(), status))
                .orElseThrow();
    }

    private Mono<PushOutcome> asking(int status) {
        var endpoint = endpoint(status);
        var head = new PushClient.Head("vapid t=a, k=b", "topic", Urgency.HIGH, PATIENCE);
        var here = InetAddress.ofLiteral("127.0.0.1");
        return client.post(
                client.host(endpoint),
                endpoint,
                here,
                head,
                "Hola".getBytes(StandardCharsets.UTF_8));
    }

    private PushOutcome post(int status) {
        return Objects.requireNonNull(asking(status).block(PATIENCE));
    }

    private PushOutcome guarded(int status) {
        var guarded = client.host(endpoint(status)).guard(asking(status));
        return Objects.requireNonNull(guarded.block(PATIENCE));
    }

    @Test
    void aMessageShouldSayWhatAPushServiceNeeds() {
        assertThat(post(201)).isEqualTo(new PushOutcome.Accepted());
        assertThat(bodies).containsExactly("Hola");
        var sent = asked.getFirst();
        assertThat(sent)
                .containsEntry("Host", List.of("push.test:" + server.getAddress().getPort()))
                .containsEntry("Authorization", List.of("vapid t=a, k=b"))
                .containsEntry("Content-encoding", List.of("aes128gcm"))
                .containsEntry("Ttl", List.of("20"))
                .containsEntry("Topic", List.of("topic"))
                .containsEntry("Urgency", List.of("high"))
                .containsEntry("Content-length", List.of("4"))
                .doesNotContainKeys("Cookie", "Traceparent");
    }

    @ParameterizedTest
    @CsvSource({
        "200, Accepted",
        "201, Accepted",
        "202, Accepted",
        "404, Gone",
        "410, Gone",
        "301, Refused",
        "307, Refused",
        "400, Refused",
        "401, Refused",
        "403, Refused",
        "413, Refused",
        "408, Later",
        "429, Later",
        "500, Later",
        "503, Later"
    })
    void eachStatusShouldHaveItsOutcome(int status, String outcome) {
        assertThat(post(status).getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(asked).hasSize(1);
    }

    @Test
    void howLongAPushServiceWantsToBeLeftAloneShouldBeRead() {
        assertThat(post(429))
                .isEqualTo(new PushOutcome.Later("status 429", Duration.ofSeconds(7), false));
        assertThat(post(503))
                .isEqualTo(new PushOutcome.Later("status 503", Duration.ofSeconds(7), true));
    }

    @Test
    void aPushServiceThatKeepsFailingShouldRest() {
        for (int i = 0; i < 5; i++) {
            assertThat(guarded(503)).isInstanceOf(PushOutcome.Later.class);
        }
        assertThat(guarded(201)).isEqualTo(new PushOutcome.Resting());
        assertThat(asked).hasSize(5);
    }

    @Test
    void whatIsWrongWithOneMessageShouldNotMakeAPushServiceRest() {
        for (int i = 0; i < 5; i++) {
            guarded(429);
            guarded(410);
            guarded(400);
        }
        assertThat(guarded(201)).isEqualTo(new PushOutcome.Accepted());
    }

    @Test
    void aPushServiceThatIsNotThereShouldRestToo() {
        server.stop(0);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> guarded(201)).isInstanceOf(Exception.class);
        }
        assertThat(guarded(201)).isEqualTo(new PushOutcome.Resting());
    }
}
