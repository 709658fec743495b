package org.tertulia.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tertulia.gateway.testing.GatewayTest;
import org.tertulia.gateway.testing.RawSocket;

/** What ends a transfer is that nothing moves, whoever it is that stands still; never that it takes long. */
@GatewayTest({
    "tertulia.gateway.upstream.register-age=0",
    "tertulia.gateway.upstream.deadline=1s",
    "tertulia.gateway.upstream.silence=300ms",
    "tertulia.gateway.media.stall=1500ms",
    "tertulia.gateway.media.silence=1500ms",
    "tertulia.gateway.media.answer=3s",
    "tertulia.gateway.ratelimit.scale=1000"
})
class StandstillIT extends MediaApi {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Together far beyond every limit. */
    private static final int PIECES = 12;

    @Autowired private MeterRegistry meters;

    @Test
    void aSlowUploadShouldPass() throws Exception {
        beginUpload(PIECES);
        for (var i = 0; i < PIECES; i++) {
            client.write(new byte[] {(byte) i});
            assertThat(service.read(1)).containsExactly(i);
            rest();
        }
        expectUploaded();
    }

    @Test
    void aSlowDownloadShouldPass() throws Exception {
        beginDownload(PIECES);
        for (var i = 0; i < PIECES; i++) {
            service.write(new byte[] {(byte) i});
            if (i == 0) {
                client.readHead();
            }
            assertThat(client.read(1)).containsExactly(i);
            rest();
        }
    }

    @Test
    void aClientThatTakesLittleShouldGetAll() throws Exception {
        beginDownload(32L * MEGABYTE);
        var said = new AtomicLong();
        var saying = saying(service, 32, said);
        client.readHead();
        // For longer than a service may be silent on other routes.
        rest();
        rest();
        for (var i = 0; i < 32; i++) {
            assertThat(client.read(MEGABYTE)).hasSize(MEGABYTE);
            if (i < PIECES) {
                rest();
            }
        }
        saying.get();
    }

    @Test
    void anUploadThatStopsShouldBeARequestTimeout() throws Exception {
        var before = stalls("up", "client");
        beginUpload(10);
        client.write(ascii("hello"));
        assertThat(service.read(5)).hasSize(5);

        assertThat(client.readHead())
                .startsWith("HTTP/1.1 408 ")
                .containsIgnoringCase("\r\ncontent-type: application/problem+json\r\n");
        assertThat(service.readAll()).isEmpty();
        assertThat(stalls("up", "client")).isEqualTo(before + 1);
        expectNothingOpen("up");
    }

    @Test
    void aServiceThatTakesNothingShouldBeUnavailable() throws Exception {
        beginUpload((long) MUCH * MEGABYTE);
        var saying = saying(client, MUCH, new AtomicLong());

        assertThat(client.readHead()).startsWith("HTTP/1.1 503 ");
        client.close();
        saying.get();
    }

    @Test
    void aServiceThatNeverAnswersShouldBeUnavailable() throws Exception {
        beginUpload(5);
        client.write(ascii("hello"));
        assertThat(service.read(5)).hasSize(5);

        assertThat(client.readHead()).startsWith("HTTP/1.1 503 ");
        assertThat(service.readAll()).isEmpty();
    }

    @Test
    void anAnswerToAnUploadMayTakeLongerThanOthers() throws Exception {
        beginUpload(5);
        client.write(ascii("hello"));
        assertThat(service.read(5)).hasSize(5);
        for (var i = 0; i < PIECES / 2; i++) {
            rest();
        }
        expectUploaded();
    }

    @Test
    void aClientThatTakesNothingShouldBeCut() throws Exception {
        var before = stalls("down", "client");
        beginDownload((long) MUCH * MEGABYTE);
        var said = new AtomicLong();

        saying(service, MUCH, said).get();

        assertThat(said.get()).isLessThan((long) MUCH * MEGABYTE);
        assertThat(stalls("down", "client")).isEqualTo(before + 1);
        expectNothingOpen("down");
    }

    @Test
    void aServiceThatFallsSilentShouldBeCutAsWell() throws Exception {
        beginDownload(1_000);
        service.write(ascii("half"));
        client.readHead();
        assertThat(client.read(4)).asString().isEqualTo("half");

        assertThat(client.readAll()).isEmpty();
        assertThat(service.readAll()).isEmpty();
    }

    @Test
    void aServiceThatSendsNothingAfterItsHeadShouldBeUnavailable() throws Exception {
        beginDownload(1_000);

        assertThat(client.readHead()).startsWith("HTTP/1.1 503 ");
    }

    private void beginDownload(long bytes) throws Exception {
        askFile("GET");
        accept();
        service.write(RawSocket.head("HTTP/1.1 200 OK", "Content-Length: " + bytes));
    }

    private void expectNothingOpen(String direction) {
        var open = meters.get("gateway.media.open").tag("direction", direction).gauge();
        Awaitility.await().atMost(SOON).until(() -> open.value() == 0);
    }

    private double stalls(String direction, String side) {
        var counter =
                meters.find("gateway.media.stall")
                        .tag("direction", direction)
                        .tag("side", side)
                        .counter();
        return counter == null ? 0 : counter.count();
    }

    /** A line that is slow, and does not stand still. */
    private static void rest() throws InterruptedException {
        Thread.sleep(PAUSE);
    }
}
