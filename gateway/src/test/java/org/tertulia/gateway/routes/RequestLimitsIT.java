package org.tertulia.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tertulia.gateway.testing.GatewayTest;
import org.tertulia.gateway.testing.TestRegister;
import org.tertulia.gateway.testing.Upstream;
import org.tertulia.test.TestTokens;

@GatewayTest
class RequestLimitsIT {

    private static final int LIMIT = 64 * 1024;

    @LocalServerPort private int port;
    @Autowired private TestRegister register;
    private final HttpClient http = HttpClient.newHttpClient();
    private Upstream messages;

    @BeforeEach
    void start() {
        messages = Upstream.echo("message-service");
        register.list("message-service", messages.port());
    }

    @AfterEach
    void stop() {
        messages.close();
        http.close();
    }

    @Test
    void aBodyOfTheLimitShouldPass() throws Exception {
        assertThat(post(HttpRequest.BodyPublishers.ofByteArray(new byte[LIMIT])).statusCode())
                .isEqualTo(200);
        assertThat(post(ofUnknownLength(LIMIT)).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyOverTheLimitShouldBeAProblemAndReachNoService() throws Exception {
        for (var size : new int[] {LIMIT + 1, 3_000_000}) {
            var declared = post(HttpRequest.BodyPublishers.ofByteArray(new byte[size]));
            var undeclared = post(ofUnknownLength(size));

            for (var answer : new HttpResponse<?>[] {declared, undeclared}) {
                assertThat(answer.statusCode()).isEqualTo(413);
                assertThat((String) answer.body())
                        .contains("urn:tertulia:problem:payload-too-large");
            }
        }
        assertThat(messages.received()).isEmpty();
    }

    @Test
    void headersBeyondMeasureShouldBeRefused() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                        .header("X-Long", "x".repeat(20_000))
                        .build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isBetween(400, 499);
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/api/v1/chats/7/messages"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .timeout(Duration.ofSeconds(10))
                        .header("Authorization", TestTokens.bearer(UUID.randomUUID()))
                        .POST(body)
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher ofUnknownLength(int size) {
        Supplier<InputStream> stream = () -> new ByteArrayInputStream(new byte[size]);
        return HttpRequest.BodyPublishers.ofInputStream(stream);
    }
}
