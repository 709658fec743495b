package org.tertulia.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.gateway.testing.Upstream;
import org.tertulia.test.ServiceTest;

/** With the suite's own Eureka as a process of its own, as it is in the reactor build. */
@ServiceTest(
        properties = {
            "eureka.client.enabled=true",
            "tertulia.gateway.ratelimit.scale=1000",
            "logging.level.com.netflix=off"
        })
@DirtiesContext
class EurekaIT {

    private static final Path DISCOVERY = Path.of("../discovery/target/discovery.jar");
    private static final Duration PROMISE = Duration.ofSeconds(2);
    private static final int PORT = freePort();

    private static @Nullable Process discovery;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired private WebTestClient client;

    @DynamicPropertySource
    static void eureka(DynamicPropertyRegistry properties) throws Exception {
        startDiscovery();
        properties.add("eureka.client.service-url.defaultZone", () -> eurekaAt("/eureka/"));
    }

    private static void startDiscovery() throws Exception {
        assumeThat(Files.exists(DISCOVERY)).as("discovery is built").isTrue();
        discovery =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx128m",
                                "-Dserver.port=" + PORT,
                                "-jar",
                                DISCOVERY.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(Path.of("target/discovery-of-the-test.log").toFile())
                        .start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> get("/readyz") == 200);
    }

    @AfterAll
    static void stopDiscovery() {
        if (discovery != null) {
            discovery.destroyForcibly();
        }
        HTTP.close();
    }

    @Test
    void aServiceShouldBeRoutableWithinTwoSecondsAndGoneWhenItSaysSo() throws Exception {
        try (var chats = Upstream.echo("auth-service")) {
            awaitStatus(503, Duration.ofSeconds(5));

            assertThat(register("auth-service", chats.port())).isEqualTo(204);
            awaitStatus(200, PROMISE);

            assertThat(cancel("auth-service", chats.port())).isEqualTo(200);
            awaitStatus(503, PROMISE);

            register("auth-service", chats.port());
            awaitStatus(200, PROMISE);
        }
        // Killed: still listed, and no answer but 503 all the while until Eureka notices.
        for (var i = 0; i < 10; i++) {
            awaitStatus(503, Duration.ofMillis(500));
        }
    }

    private void awaitStatus(int status, Duration limit) {
        Awaitility.await()
                .atMost(limit)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () ->
                                client.get()
                                        .uri("/.well-known/jwks.json")
                                        .exchange()
                                        .expectStatus()
                                        .isEqualTo(status));
    }

    private static int register(String service, int port) throws Exception {
        var body =
                """
                {"instance": {"instanceId": "%1$s:%2$d", "hostName": "127.0.0.1", "app": "%1$s",
                  "vipAddress": "%1$s", "ipAddr": "127.0.0.1", "status": "UP",
                  "port": {"$": %2$d, "@enabled": "true"},
                  "leaseInfo": {"renewalIntervalInSecs": 30, "durationInSecs": 90},
                  "dataCenterInfo": {"name": "MyOwn",
                    "@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo"}}}
                """
                        .formatted(service, port);
        return send(
                request("/eureka/apps/" + service)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static int cancel(String service, int port) throws Exception {
        return send(request("/eureka/apps/" + service + "/" + service + ":" + port).DELETE());
    }

    private static int get(String path) throws Exception {
        return send(request(path));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(eurekaAt(path)));
    }

    private static int send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String eurekaAt(String path) {
        return "http://127.0.0.1:" + PORT + path;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
