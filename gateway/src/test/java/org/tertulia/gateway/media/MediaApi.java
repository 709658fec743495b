package org.tertulia.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tertulia.gateway.testing.RawSocket;
import org.tertulia.gateway.testing.TestRegister;
import org.tertulia.test.TestTokens;

/** The gateway between a client and media-service, of which the test holds the bare connections. */
abstract class MediaApi {

    static final UUID ANA = UUID.fromString("0198c0de-0000-7000-8000-00000000000a");
    static final int MEGABYTE = 1 << 20;

    /** What passes in the tests of memory. */
    static final int MUCH = 256;

    /** What the gateway may hold of a file, with what its allocator keeps for the next. */
    private static final long FLAT = 16L * MEGABYTE;

    /** Each waits for another end of the same transfer. */
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private static final byte[] PIECE = new byte[MEGABYTE];

    static {
        new Random(7).nextBytes(PIECE);
    }

    @LocalServerPort int port;
    @Autowired TestRegister register;

    private ServerSocket server;
    RawSocket client;
    RawSocket service;

    @BeforeEach
    void listen() throws IOException {
        server = RawSocket.server();
        register.clear();
        register.list("media-service", server.getLocalPort());
        client = RawSocket.to(port);
    }

    @AfterEach
    void hangUp() throws Exception {
        for (var end : new AutoCloseable[] {client, service, server}) {
            if (end != null) {
                end.close();
            }
        }
    }

    /** Begins to send a file of so many bytes, and gives what media-service is asked then. */
    String beginUpload(long bytes) throws IOException {
        patch("Content-Length: " + bytes);
        return accept();
    }

    void patch(String... headers) throws IOException {
        var all = Arrays.copyOf(headers, headers.length + 5);
        all[headers.length] = "Host: tertulia.example";
        all[headers.length + 1] = "Authorization: " + TestTokens.bearer(ANA);
        all[headers.length + 2] = "Content-Type: application/offset+octet-stream";
        all[headers.length + 3] = "Tus-Resumable: 1.0.0";
        all[headers.length + 4] = "Upload-Offset: 0";
        client.write(RawSocket.head("PATCH /api/v1/media/uploads/7 HTTP/1.1", all));
    }

    /** The answer of media-service to a whole upload reaches the client. */
    void expectUploaded() throws IOException {
        service.write(
                RawSocket.head(
                        "HTTP/1.1 204 No Content", "Tus-Resumable: 1.0.0", "Upload-Offset: 9"));
        assertThat(client.readHead())
                .startsWith("HTTP/1.1 204 ")
                .containsIgnoringCase("\r\nupload-offset: 9\r\n")
                .containsIgnoringCase("\r\ntus-resumable: 1.0.0\r\n");
    }

    /** Asks for a file by a signed address, which carries no token. */
    void askFile(String method, String... headers) throws IOException {
        var all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Host: tertulia.example";
        var address = "/api/v1/media/7/content/original?person=9&expires=1&signature=abc";
        client.write(RawSocket.head(method + " " + address + " HTTP/1.1", all));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The next connection of the gateway; what is asked on it. */
    String accept() throws IOException {
        service = RawSocket.acceptedBy(server);
        return service.readHead();
    }

    /** Says so many megabytes, told one by one; ends early when nobody listens any more. */
    static CompletableFuture<Void> saying(RawSocket from, int megabytes, AtomicLong said) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        for (var i = 0; i < megabytes; i++) {
                            from.write(PIECE);
                            said.addAndGet(MEGABYTE);
                        }
                    } catch (SocketException ended) {
                        // The test looks at what the other end saw.
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                },
                THREADS);
    }

    /** Reads so many megabytes of what {@link #saying} says, while the gateway's memory stays flat. */
    static void hearFlat(RawSocket to, int megabytes) throws IOException {
        var before = memory();
        var most = 0L;
        var heard = new CRC32C();
        var expected = new CRC32C();
        for (var i = 0; i < megabytes; i++) {
            heard.update(to.read(MEGABYTE));
            expected.update(PIECE);
            most = Math.max(most, memory() - before);
        }
        assertThat(heard.getValue()).isEqualTo(expected.getValue());
        assertThat(most).as("bytes that the gateway took").isLessThan(FLAT);
    }

    /** What all buffers of the gateway take; the ends held here have none of Netty's. */
    static long memory() {
        var metric = ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric();
        return metric.usedDirectMemory() + metric.usedHeapMemory();
    }

    /** Waits until {@code said} grows no more, and gives it. */
    static long heldBackAt(AtomicLong said) {
        var before = new AtomicLong(-1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> before.getAndSet(said.get()) == said.get());
        return said.get();
    }
}
