package org.tertulia.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.gateway.testing.ClosedPort;
import org.tertulia.gateway.testing.GatewayTest;
import org.tertulia.gateway.testing.RawSocket;
import org.tertulia.gateway.testing.Upstream;
import org.tertulia.test.TestTokens;

/** Files on their way up: byte by byte as they come, and how such a way may end. */
@GatewayTest
class UploadIT extends MediaApi {

    private static final Duration SOON = Duration.ofSeconds(3);

    @Autowired private WebTestClient requests;

    @Test
    void aLargeFileShouldPassWithFlatMemory() throws Exception {
        var asked = beginUpload((long) MUCH * MEGABYTE);
        var saying = saying(client, MUCH, new AtomicLong());

        hearFlat(service, MUCH);

        saying.get();
        assertThat(asked.toLowerCase(Locale.ROOT))
                .startsWith("patch /api/v1/media/uploads/7 http/1.1\r\n")
                .contains("\r\ncontent-length: " + MUCH * MEGABYTE + "\r\n")
                .contains("\r\ncontent-type: application/offset+octet-stream\r\n")
                .contains("\r\ntus-resumable: 1.0.0\r\n", "\r\nupload-offset: 0\r\n")
                .contains("\r\nauthorization: bearer ", "\r\nx-forwarded-for: 127.0.0.1\r\n");
        expectUploaded();
    }

    @Test
    void aBodyOfUnknownLengthShouldPass() throws Exception {
        patch("Transfer-Encoding: chunked");
        assertThat(accept()).containsIgnoringCase("\r\ntransfer-encoding: chunked\r\n");
        client.write(ascii("5\r\nhello\r\n0\r\n\r\n"));

        assertThat(service.read("5\r\nhello\r\n0\r\n\r\n".length()))
                .asString()
                .isEqualTo("5\r\nhello\r\n0\r\n\r\n");
        expectUploaded();
    }

    @Test
    void aClientThatWaitsForPermissionShouldGetIt() throws Exception {
        patch("Content-Length: 5", "Expect: 100-continue");
        accept();
        assertThat(client.readHead()).startsWith("HTTP/1.1 100 ");
        client.write(ascii("hello"));

        assertThat(service.read(5)).asString().isEqualTo("hello");
        expectUploaded();
    }

    @Test
    void aServiceThatDoesNotReadShouldHoldTheClientBack() throws Exception {
        beginUpload((long) MUCH * MEGABYTE);
        var before = memory();
        var said = new AtomicLong();
        var saying = saying(client, MUCH, said);

        // The kernel holds some megabytes of each connection; the gateway adds next to nothing.
        assertThat(heldBackAt(said)).isLessThan(32L * MEGABYTE);
        assertThat(memory() - before).isLessThan(4L * MEGABYTE);

        hearFlat(service, MUCH);
        saying.get();
        expectUploaded();
    }

    @Test
    void aClientThatIsCutShouldBeSeenByTheService() throws Exception {
        beginUpload((long) MUCH * MEGABYTE);
        saying(client, 1, new AtomicLong()).get();
        assertThat(service.read(MEGABYTE)).hasSize(MEGABYTE);
        client.reset();

        assertThat(readUntilEnd(service)).isEmpty();
    }

    @Test
    void cutClientsShouldNotMakeTheInstanceRest() throws Exception {
        for (var i = 0; i < 12; i++) {
            beginUpload(MEGABYTE);
            client.write(new byte[7]);
            assertThat(service.read(7)).hasSize(7);
            client.reset();
            assertThat(readUntilEnd(service)).isEmpty();
            client = RawSocket.to(port);
        }

        beginUpload(5);
        client.write(ascii("hello"));
        assertThat(service.read(5)).asString().isEqualTo("hello");
        expectUploaded();
    }

    @Test
    void aServiceThatDiesShouldBeAProblemAtOnce() throws Exception {
        beginUpload((long) MUCH * MEGABYTE);
        var saying = saying(client, MUCH, new AtomicLong());
        assertThat(service.read(MEGABYTE)).hasSize(MEGABYTE);
        service.reset();

        assertThat(client.readHead())
                .startsWith("HTTP/1.1 503 ")
                .containsIgnoringCase("\r\ncontent-type: application/problem+json\r\n")
                .containsIgnoringCase("\r\nretry-after: 2\r\n");
        client.close();
        saying.get();
    }

    @Test
    void anAnswerShouldNotWaitForTheRestOfTheBody() throws Exception {
        beginUpload((long) MUCH * MEGABYTE);
        var saying = saying(client, MUCH, new AtomicLong());
        var problem = "{\"type\":\"urn:tertulia:problem:offset-mismatch\"}";
        service.write(
                RawSocket.head(
                        "HTTP/1.1 409 Conflict",
                        "Content-Type: application/problem+json",
                        "Content-Length: " + problem.length()),
                ascii(problem));

        assertThat(client.readHead()).startsWith("HTTP/1.1 409 ");
        assertThat(client.read(problem.length())).asString().isEqualTo(problem);
        client.close();
        saying.get();
    }

    @Test
    void theConnectionShouldBeGoodForTheNextPiece() throws Exception {
        for (var i = 0; i < 3; i++) {
            beginUpload(5);
            client.write(ascii("hello"));
            assertThat(service.read(5)).asString().isEqualTo("hello");
            service.write(
                    RawSocket.head(
                            "HTTP/1.1 204 No Content", "Connection: close", "Upload-Offset: 5"));
            service.close();
            assertThat(client.readHead()).startsWith("HTTP/1.1 204 ");
        }
    }

    @Test
    void aBodyThatMayHaveArrivedShouldNotBeSentAgain() {
        try (var hangingUp = Upstream.hangingUp();
                var alive = taking()) {
            register.list("media-service", hangingUp.port(), alive.port());

            var statuses = new HashSet<Integer>();
            for (var i = 0; i < 4; i++) {
                statuses.add(send(new byte[100_000]));
            }

            assertThat(statuses).containsExactlyInAnyOrder(204, 503);
            assertThat(hangingUp.received()).hasSize(2);
            assertThat(alive.received()).hasSize(2);
        }
    }

    @Test
    void aRefusedConnectionShouldLeadToTheNextInstance() {
        try (var alive = taking()) {
            register.list("media-service", ClosedPort.refusing(), alive.port());

            for (var i = 0; i < 4; i++) {
                assertThat(send(new byte[100_000])).isEqualTo(204);
            }
        }
    }

    @Test
    void withoutAnInstanceTheAnswerShouldBe503() {
        register.clear();

        assertThat(send(new byte[100_000])).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "DELETE", "POST"})
    void requestsWithoutABodyShouldPass(String method) throws Exception {
        client.write(
                RawSocket.head(
                        method + " /api/v1/media/uploads/7 HTTP/1.1",
                        "Host: tertulia.example",
                        "Authorization: " + TestTokens.bearer(ANA),
                        "Tus-Resumable: 1.0.0",
                        "Upload-Length: 12",
                        "Upload-Metadata: filename aG9sYQ=="));

        assertThat(accept().toLowerCase(Locale.ROOT))
                .startsWith(method.toLowerCase(Locale.ROOT) + " /api/v1/media/uploads/7 ")
                .contains("\r\nupload-length: 12\r\n", "\r\nupload-metadata: filename ag9syq==");
        expectUploaded();
    }

    @Test
    void otherBodiesOfMediaShouldStaySmall() {
        try (var alive = Upstream.echo("media-service")) {
            register.list("media-service", alive.port());

            requests.post()
                    .uri("/api/v1/media/7")
                    .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                    .bodyValue(new byte[100_000])
                    .exchange()
                    .expectStatus()
                    .isEqualTo(413);
            assertThat(alive.received()).isEmpty();
        }
    }

    @Test
    void uploadsShouldBeCountedWhileTheyLast(@Autowired MeterRegistry meters) throws Exception {
        var open = meters.get("gateway.media.open").tag("direction", "up").gauge();
        Awaitility.await().atMost(SOON).until(() -> open.value() == 0);
        beginUpload(5);
        assertThat(open.value()).isEqualTo(1);

        client.write(ascii("hello"));
        assertThat(service.read(5)).hasSize(5);
        expectUploaded();

        Awaitility.await().atMost(SOON).until(() -> open.value() == 0);
    }

    @Test
    void aFileShouldNeedAToken() throws Exception {
        client.write(
                RawSocket.head(
                        "PATCH /api/v1/media/uploads/7 HTTP/1.1",
                        "Host: tertulia.example",
                        "Content-Length: 5"));

        assertThat(client.readHead()).startsWith("HTTP/1.1 401 ");
    }

    /** An instance that takes in whatever comes. */
    private static Upstream taking() {
        return Upstream.answering(
                (request, response) -> request.receive().then(response.status(204).send()));
    }

    private int send(byte[] body) {
        return requests.method(HttpMethod.PATCH)
                .uri("/api/v1/media/uploads/7")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    /** What comes until the end; a connection that is reset has ended too. */
    private static byte[] readUntilEnd(RawSocket end) throws IOException {
        try {
            return end.readAll();
        } catch (SocketException reset) {
            return new byte[0];
        }
    }
}
