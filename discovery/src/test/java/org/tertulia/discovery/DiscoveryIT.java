package org.tertulia.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DiscoveryIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort private int port;

    @AfterAll
    static void closeClient() {
        HTTP.close();
    }

    @Test
    void aRegisteredInstanceShouldBeFoundWithinTwoSeconds() throws Exception {
        assertThat(register("parrot-service", "parrot-1", 6)).isEqualTo(204);

        awaitWithin(Duration.ofSeconds(2), () -> knows("PARROT-SERVICE", "parrot-1"));
        assertThat(get("/eureka/apps/PARROT-SERVICE").body())
                .contains("\"ipAddr\":\"127.0.0.1\"", "\"$\":8104");
    }

    @Test
    void aCancelledInstanceShouldBeForgotten() throws Exception {
        register("heron-service", "heron-1", 6);
        awaitWithin(Duration.ofSeconds(2), () -> knows("HERON-SERVICE", "heron-1"));

        assertThat(send(request("/eureka/apps/HERON-SERVICE/heron-1").DELETE()).statusCode())
                .isEqualTo(200);

        awaitWithin(Duration.ofSeconds(2), () -> !knows("HERON-SERVICE", "heron-1"));
    }

    @Test
    void anInstanceThatStopsRenewingShouldBeForgotten() throws Exception {
        register("crane-service", "crane-1", 1);
        awaitWithin(Duration.ofSeconds(2), () -> knows("CRANE-SERVICE", "crane-1"));

        awaitWithin(Duration.ofSeconds(15), () -> !knows("CRANE-SERVICE", "crane-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/actuator/health", "/actuator/prometheus"})
    void theProbesShouldAnswer(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    private int register(String service, String instance, int leaseSeconds) throws Exception {
        var body =
                """
                {"instance": {"instanceId": "%s", "hostName": "127.0.0.1", "app": "%s",
                  "vipAddress": "%s", "ipAddr": "127.0.0.1", "status": "UP",
                  "port": {"$": 8104, "@enabled": "true"},
                  "leaseInfo": {"renewalIntervalInSecs": 1, "durationInSecs": %d},
                  "dataCenterInfo": {"name": "MyOwn",
                    "@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo"}}}
                """
                        .formatted(instance, service, service, leaseSeconds);
        return send(request("/eureka/apps/" + service)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private boolean knows(String service, String instance) {
        try {
            var answer = get("/eureka/apps");
            return answer.body().contains(service) && answer.body().contains(instance);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "application/json, text/plain"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void awaitWithin(Duration limit, BooleanSupplier condition) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", limit).isLessThan(deadline);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
