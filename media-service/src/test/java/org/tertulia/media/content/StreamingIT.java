package org.tertulia.media.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tertulia.media.FilesApi;
import org.tertulia.media.StoredFile;
import org.tertulia.media.types.MediaKind;

/** A file that is larger than what may be in memory of it. */
class StreamingIT extends FilesApi {

    private static final int MEGABYTE = 1 << 20;
    private static final int LENGTH = 64 * MEGABYTE;

    /** What the sockets' buffers and everything between store and client may hold of one file together. */
    private static final long UNDER_WAY = 16L * MEGABYTE;

    /** More than there are connections to the store. */
    private static final int CLIENTS = 300;

    @Autowired MeterRegistry meters;

    private byte[] film = new byte[0];
    private String address = "";

    @BeforeEach
    void aLargeFile() {
        film = StoredFile.content(LENGTH);
        UUID file = fileOf(ana).of(MediaKind.VIDEO, "video/mp4").with(film).store();
        address = address(ana, file);
    }

    @Test
    void itComesWhole() throws IOException, InterruptedException, GeneralSecurityException {
        var sha = MessageDigest.getInstance("SHA-256");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(download(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            try (var body = new DigestInputStream(answer.body(), sha)) {
                assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(LENGTH);
            }
        }
        assertThat(sha.digest()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(film));
    }

    private HttpRequest download() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, address)))
                .build();
    }

    @Test
    void noMoreIsReadThanTheClientTakes() throws IOException {
        var before = taken();
        try (var client = new Socket()) {
            begin(client);
            readSome(client.getInputStream(), MEGABYTE);
            awaitStandstill();
            assertThat(taken() - before).isLessThan(UNDER_WAY);
            assertThat(reading()).isEqualTo(1);
        }
        await(LIMIT, () -> assertThat(reading()).isZero());
        assertThat(taken() - before).isLessThan(UNDER_WAY);
    }

    @Test
    void whoGoesAwayHoldsNothing() throws IOException {
        for (var i = 0; i < CLIENTS; i++) {
            try (var client = new Socket()) {
                begin(client);
                readSome(client.getInputStream(), 1_000);
            }
        }
        await(LIMIT, () -> assertThat(reading()).isZero());
        open(address(ana, fileOf(ana).store())).expectStatus().isOk();
    }

    private void begin(Socket client) throws IOException {
        client.setReceiveBufferSize(64 * 1024);
        client.connect(new InetSocketAddress("127.0.0.1", port));
        var request = "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".formatted(address);
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private static void readSome(InputStream in, int bytes) throws IOException {
        var head = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        assertThat(head).isEqualTo("HTTP/1.1 200");
        assertThat(in.readNBytes(bytes)).hasSize(bytes);
    }

    /** Until nothing was read from the store for a while: all that there is room for is under way. */
    private void awaitStandstill() {
        var last = new double[] {-1};
        var same = new int[1];
        await(
                LIMIT,
                () -> {
                    var now = taken();
                    same[0] = now == last[0] ? same[0] + 1 : 0;
                    last[0] = now;
                    assertThat(same[0]).isGreaterThan(25);
                });
    }

    private double taken() {
        return meters.counter("media.content.bytes").count();
    }

    private double reading() {
        return meters.get("media.content.open").gauge().value();
    }
}
