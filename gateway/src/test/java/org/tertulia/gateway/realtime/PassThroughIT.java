package org.tertulia.gateway.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.tertulia.gateway.testing.RawSocket;

/** What passes between the two connections of a socket: the bytes, and how each of them ends. */
class PassThroughIT extends RawApi {

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final int MEGABYTE = 1 << 20;

    /** Each waits for another end of the same socket. */
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    /** A ping, the first half of a text with two reserved bits set, a pong in between, the second half. */
    private static final byte[] FRAGMENTS = {
        (byte) 0x89, 1, 'p', 0x61, 2, 'a', 'b', (byte) 0x8a, 0, (byte) 0x80, 2, 'c', 'd'
    };

    @Test
    void framesShouldPassUntouchedBothWaysAndInPieces() throws Exception {
        open();

        for (var piece : FRAGMENTS) {
            service.write(new byte[] {piece});
        }
        assertThat(client.read(FRAGMENTS.length)).isEqualTo(FRAGMENTS);
        client.write(FRAGMENTS);
        assertThat(service.read(FRAGMENTS.length)).isEqualTo(FRAGMENTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * 1024, MEGABYTE, 9 * MEGABYTE + 1})
    void anyLengthShouldPassBothWaysAtOnce(int length) throws Exception {
        open();
        var down = bytes(length);
        var up = bytes(length + 1);

        var saying = CompletableFuture.allOf(saying(service, down), saying(client, up));
        var heard = CompletableFuture.supplyAsync(() -> read(service, up.length), THREADS);

        assertThat(client.read(down.length)).isEqualTo(down);
        assertThat(heard.get()).isEqualTo(up);
        saying.get();
    }

    @Test
    void whatComesWithTheAnswerShouldFollowIt() throws Exception {
        var burst = bytes(100_000);
        ask();
        var saying =
                saying(service, RawSocket.upgrade("Sec-WebSocket-Protocol: tertulia.v1"), burst);

        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        assertThat(client.read(burst.length)).isEqualTo(burst);
        saying.get();
    }

    @Test
    void aServiceThatEndsAtOnceShouldBeHeardToTheEnd() throws Exception {
        ask();
        service.write(RawSocket.upgrade(), FRAGMENTS);
        service.close();

        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        assertThat(client.readAll()).isEqualTo(FRAGMENTS);
    }

    @Test
    void theHandshakeShouldBeThatOfTheTwo() throws Exception {
        var offer = "permessage-deflate; client_max_window_bits";
        ask("Sec-WebSocket-Extensions: " + offer);
        service.write(RawSocket.upgrade("Sec-WebSocket-Extensions: permessage-deflate"));
        answered = client.readHead();

        assertThat(asked.lines().map(line -> line.toLowerCase(Locale.ROOT)))
                .contains("sec-websocket-key: dghlihnhbxbszsbub25jzq==")
                .contains("sec-websocket-extensions: " + offer)
                .containsOnlyOnce("upgrade: websocket", "connection: upgrade");
        assertThat(answered.lines().map(line -> line.toLowerCase(Locale.ROOT)))
                .contains("upgrade: websocket", "connection: upgrade")
                .contains("sec-websocket-extensions: permessage-deflate")
                .contains("sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=")
                .noneMatch(line -> line.startsWith("content-length:"))
                .noneMatch(line -> line.startsWith("transfer-encoding:"));
    }

    @Test
    void aClientThatDoesNotReadShouldHoldTheServiceBack() throws Exception {
        open();
        expectHeldBack(service, client);
    }

    @Test
    void aServiceThatDoesNotReadShouldHoldTheClientBack() throws Exception {
        open();
        expectHeldBack(client, service);
    }

    /** The kernel holds some megabytes of each connection; the gateway may add little to that. */
    private static void expectHeldBack(RawSocket from, RawSocket to) throws Exception {
        var much = bytes(64 * MEGABYTE);
        var said = new AtomicLong();
        var saying = new CompletableFuture<Void>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            for (var at = 0; at < much.length; at += MEGABYTE / 4) {
                                say(from, Arrays.copyOfRange(much, at, at + MEGABYTE / 4));
                                said.addAndGet(MEGABYTE / 4);
                            }
                            saying.complete(null);
                        });
        var before = new AtomicLong(-1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> before.getAndSet(said.get()) == said.get());

        assertThat(said.get()).isLessThan(much.length / 2);
        assertThat(to.read(much.length)).isEqualTo(much);
        saying.get();
    }

    @Test
    void aClientThatSaysNoMoreShouldStillBeAnswered() throws Exception {
        open();
        client.write(FRAGMENTS);
        client.endOutput();

        assertThat(service.readAll()).isEqualTo(FRAGMENTS);
        service.write(FRAGMENTS);
        service.close();
        assertThat(client.readAll()).isEqualTo(FRAGMENTS);
    }

    @Test
    void aServiceThatSaysNoMoreShouldStillBeTold() throws Exception {
        open();
        service.write(FRAGMENTS);
        service.endOutput();

        assertThat(client.readAll()).isEqualTo(FRAGMENTS);
        client.write(FRAGMENTS);
        client.close();
        assertThat(service.readAll()).isEqualTo(FRAGMENTS);
    }

    @Test
    void aServiceThatDiesShouldEndTheClientsConnection() throws Exception {
        open();
        service.write(FRAGMENTS);
        assertThat(client.read(FRAGMENTS.length)).isEqualTo(FRAGMENTS);
        service.reset();

        assertThat(client.readAll()).isEmpty();
    }

    @Test
    void aClientThatDiesShouldEndTheServicesConnection() throws Exception {
        open();
        client.reset();

        assertThat(service.readAll()).isEmpty();
    }

    @Test
    void aSocketShouldBeCountedUntilBothAreGone(@Autowired MeterRegistry meters) throws Exception {
        var open = meters.get("gateway.realtime.open").gauge();
        Awaitility.await().atMost(SOON).until(() -> open.value() == 0);
        open();
        client.write(FRAGMENTS);
        assertThat(service.read(FRAGMENTS.length)).isEqualTo(FRAGMENTS);
        assertThat(open.value()).isEqualTo(1);

        client.close();
        service.close();

        Awaitility.await().atMost(SOON).until(() -> open.value() == 0);
    }

    /** A socket may stay for days, and there are many of them: what led to it must not stay as long. */
    @Test
    void theRequestShouldBeForgottenWhileTheSocketIsOpen(@Autowired ObservationRegistry requests)
            throws Exception {
        var seen = new CopyOnWriteArrayList<WeakReference<Observation.Context>>();
        requests.observationConfig()
                .observationHandler(
                        context -> {
                            if (context instanceof ServerRequestObservationContext) {
                                seen.add(new WeakReference<>(context));
                            }
                            return false;
                        });
        open();

        Awaitility.await()
                .until(
                        () -> {
                            System.gc();
                            return !seen.isEmpty()
                                    && seen.stream().allMatch(it -> it.refersTo(null));
                        });

        client.write(FRAGMENTS);
        assertThat(service.read(FRAGMENTS.length)).isEqualTo(FRAGMENTS);
    }

    @Test
    void aRefusalShouldPassAsItIs() throws Exception {
        var problem = "{\"type\":\"urn:tertulia:problem:too-many\",\"título\":\"No\"}";
        var body = problem.getBytes(StandardCharsets.UTF_8);
        ask();
        service.write(
                ("HTTP/1.1 429 Too Many Requests\r\n"
                                + "Content-Type: application/problem+json\r\n"
                                + "Retry-After: 7\r\nContent-Length: "
                                + body.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8),
                body);

        assertThat(client.readHead())
                .startsWith("HTTP/1.1 429 ")
                .containsIgnoringCase("content-type: application/problem+json\r\n")
                .containsIgnoringCase("retry-after: 7\r\n");
        assertThat(client.read(body.length)).isEqualTo(body);
        assertThat(service.readAll()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 5, hello", "Transfer-Encoding: chunked, 5|hello|0||"})
    void anUpgradeWithABodyShouldBeRefused(String header, String body) throws Exception {
        offer(header);
        client.write(body.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));

        assertThat(client.readHead()).startsWith("HTTP/1.1 400 ");
    }

    private static CompletableFuture<Void> saying(RawSocket from, byte[]... parts) {
        return CompletableFuture.runAsync(() -> say(from, parts), THREADS);
    }

    private static void say(RawSocket from, byte[]... parts) {
        try {
            from.write(parts);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] read(RawSocket from, int length) {
        try {
            return from.read(length);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
