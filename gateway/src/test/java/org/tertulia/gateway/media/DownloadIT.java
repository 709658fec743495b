package org.tertulia.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tertulia.gateway.testing.ClosedPort;
import org.tertulia.gateway.testing.GatewayTest;
import org.tertulia.gateway.testing.RawSocket;
import org.tertulia.gateway.testing.Upstream;

/** Files on their way down: as the service sent them and as fast as the client takes them. */
@GatewayTest
class DownloadIT extends MediaApi {

    private static final String TEXT = "Hola. ".repeat(2_000);

    @Test
    void aLargeFileShouldPassWithFlatMemory() throws Exception {
        askFile("GET");
        assertThat(accept())
                .startsWith(
                        "GET /api/v1/media/7/content/original?person=9&expires=1&signature=abc ")
                .doesNotContainIgnoringCase("\r\nauthorization:");
        service.write(
                RawSocket.head(
                        "HTTP/1.1 200 OK",
                        "Content-Type: video/mp4",
                        "Content-Length: " + (long) MUCH * MEGABYTE,
                        "Content-Disposition: inline; filename*=UTF-8''ma%C3%B1ana.mp4",
                        "Accept-Ranges: bytes",
                        "Cache-Control: private, no-cache",
                        "ETag: \"3-original\""));
        var saying = saying(service, MUCH, new AtomicLong());

        assertThat(client.readHead())
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("\r\ncontent-length: " + (long) MUCH * MEGABYTE + "\r\n")
                .containsIgnoringCase("\r\ncontent-type: video/mp4\r\n")
                .containsIgnoringCase(
                        "\r\ncontent-disposition: inline; filename*=UTF-8''ma%C3%B1ana.mp4\r\n")
                .containsIgnoringCase("\r\naccept-ranges: bytes\r\n")
                .containsIgnoringCase("\r\ncache-control: private, no-cache\r\n")
                .containsIgnoringCase("\r\netag: \"3-original\"\r\n");
        hearFlat(client, MUCH);
        saying.get();
    }

    @Test
    void aClientThatDoesNotReadShouldHoldTheServiceBack() throws Exception {
        beginDownload((long) MUCH * MEGABYTE);
        var before = memory();
        var said = new AtomicLong();
        var saying = saying(service, MUCH, said);
        client.readHead();

        // The kernel holds some megabytes of each connection; the gateway adds next to nothing.
        assertThat(heldBackAt(said)).isLessThan(32L * MEGABYTE);
        assertThat(memory() - before).isLessThan(4L * MEGABYTE);

        hearFlat(client, MUCH);
        saying.get();
    }

    @Test
    void aClientThatIsCutShouldBeSeenByTheService() throws Exception {
        beginDownload((long) MUCH * MEGABYTE);
        var said = new AtomicLong();
        var saying = saying(service, MUCH, said);
        client.readHead();
        assertThat(client.read(MEGABYTE)).hasSize(MEGABYTE);
        client.reset();

        saying.get();
        assertThat(said.get()).isLessThan((long) MUCH * MEGABYTE);
    }

    @Test
    void aServiceThatDiesShouldCutTheDownload() throws Exception {
        beginDownload(1_000);
        service.write(ascii("half"));
        client.readHead();
        assertThat(client.read(4)).asString().isEqualTo("half");
        service.reset();

        assertThat(client.readAll()).isEmpty();
    }

    @Test
    void anInstanceThatIsNotThereShouldLeadToTheNext() throws Exception {
        try (var alive = Upstream.echo("media-service")) {
            register.list("media-service", ClosedPort.refusing(), alive.port());
            for (var i = 0; i < 2; i++) {
                askFile("GET");
                assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
                client.close();
                client = RawSocket.to(port);
            }
        }
    }

    @Test
    void aRangeShouldPassAsItIsAndNeverBeCompressed() throws Exception {
        askFile(
                "GET",
                "Range: bytes=100-12099",
                "If-Range: \"3-original\"",
                "Accept-Encoding: gzip");
        assertThat(accept().toLowerCase(Locale.ROOT))
                .contains("\r\nrange: bytes=100-12099\r\n", "\r\nif-range: \"3-original\"\r\n");
        service.write(
                RawSocket.head(
                        "HTTP/1.1 206 Partial Content",
                        "Content-Type: text/plain",
                        "Content-Range: bytes 100-12099/50000",
                        "Content-Length: " + TEXT.length()),
                ascii(TEXT));

        assertThat(client.readHead())
                .startsWith("HTTP/1.1 206 ")
                .containsIgnoringCase("\r\ncontent-range: bytes 100-12099/50000\r\n")
                .containsIgnoringCase("\r\ncontent-length: " + TEXT.length() + "\r\n")
                .doesNotContainIgnoringCase("\r\ncontent-encoding:")
                .doesNotContainIgnoringCase("\r\ntransfer-encoding:");
        assertThat(client.read(TEXT.length())).asString().isEqualTo(TEXT);
    }

    @Test
    void aTypeThatIsFlushedPieceByPieceShouldFlowAsWell() throws Exception {
        askFile("GET");
        accept();
        service.write(
                RawSocket.head(
                        "HTTP/1.1 200 OK", "Content-Type: text/event-stream", "Content-Length: 5"),
                ascii("hello"));

        assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
        assertThat(client.read(5)).asString().isEqualTo("hello");
    }

    @Test
    void whatHasNotChangedShouldBeSaid() throws Exception {
        askFile("GET", "If-None-Match: \"3-original\"");
        assertThat(accept()).containsIgnoringCase("\r\nif-none-match: \"3-original\"\r\n");
        service.write(RawSocket.head("HTTP/1.1 304 Not Modified", "ETag: \"3-original\""));

        assertThat(client.readHead())
                .startsWith("HTTP/1.1 304 ")
                .containsIgnoringCase("\r\netag: \"3-original\"\r\n");
        expectFurtherAnswer();
    }

    @Test
    void aRangeBeyondTheEndShouldBeSaid() throws Exception {
        askFile("GET", "Range: bytes=999-");
        accept();
        service.write(
                RawSocket.head(
                        "HTTP/1.1 416 Range Not Satisfiable",
                        "Content-Range: bytes */7",
                        "Content-Length: 0"));

        assertThat(client.readHead())
                .startsWith("HTTP/1.1 416 ")
                .containsIgnoringCase("\r\ncontent-range: bytes */7\r\n");
    }

    @Test
    void theHeadAloneShouldTellTheLength() throws Exception {
        askFile("HEAD");
        assertThat(accept()).startsWith("HEAD /api/v1/media/7/content/original?");
        service.write(
                RawSocket.head(
                        "HTTP/1.1 200 OK",
                        "Content-Type: video/mp4",
                        "Content-Length: 123456789",
                        "ETag: \"3-original\""));

        assertThat(client.readHead())
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("\r\ncontent-length: 123456789\r\n")
                .containsIgnoringCase("\r\netag: \"3-original\"\r\n");
        expectFurtherAnswer();
    }

    private void beginDownload(long bytes) throws Exception {
        askFile("GET");
        accept();
        service.write(
                RawSocket.head(
                        "HTTP/1.1 200 OK", "Content-Type: video/mp4", "Content-Length: " + bytes));
    }

    /** The client's connection is good for another request, so the last answer had no body. */
    private void expectFurtherAnswer() throws Exception {
        service.close();
        try (var alive = Upstream.echo("media-service")) {
            register.list("media-service", alive.port());
            askFile("GET");
            assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
        }
    }
}
