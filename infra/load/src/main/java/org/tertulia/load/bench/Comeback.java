package org.tertulia.load.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.tertulia.load.client.ClientFrame;
import org.tertulia.load.client.Handshake;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.ServerFrame;
import org.tertulia.load.client.Socket;

/**
 * Somebody opens a socket through the gateway and resumes all chats; every frame is unpacked, read and checked, on
 * the connection's own thread.
 */
final class Comeback implements Socket.Listener {
    private static final int LIMIT_SECONDS = 60;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Everybody who is a member has the first entry. */
    private static final long KNOWN = 1;

    private final Backlog backlog;
    private final boolean inBatches;
    private final Map<UUID, Long> positions = new HashMap<>();
    private final CompletableFuture<Socket> socket = new CompletableFuture<>();
    private final CompletableFuture<Long> resumed = new CompletableFuture<>();
    private long start;
    private long greetedAt;
    private long bytes;
    private int messages;

    Comeback(Backlog backlog, boolean inBatches) {
        this.backlog = backlog;
        this.inBatches = inBatches;
        backlog.lastSeqs().keySet().forEach(chat -> positions.put(chat, KNOWN));
    }

    /**
     * Does it.
     *
     * @throws BenchFailure when it does not end, or anything is missing then
     */
    CaughtUp run(Person person) throws InterruptedException {
        var handshake = Handshake.withHeader(person.accessToken());
        start = System.nanoTime();
        var opened = Socket.open(person.api().realtime(), handshake, this);
        socket.complete(opened);
        try {
            var end = resumed.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            return new CaughtUp(
                    (end - start) / NANOS_PER_MILLI,
                    (end - greetedAt) / NANOS_PER_MILLI,
                    bytes,
                    messages);
        } catch (ExecutionException | TimeoutException e) {
            throw new BenchFailure("Nobody was caught up: " + e);
        } finally {
            opened.close();
        }
    }

    @Override
    public void frame(ByteBuf content) {
        bytes += content.readableBytes();
        messages++;
        take(() -> received(ServerFrame.parse(content.toString(StandardCharsets.UTF_8))));
    }

    @Override
    public void batch(ByteBuf content) {
        bytes += content.readableBytes();
        messages++;
        take(() -> ServerFrame.unpack(ByteBufUtil.getBytes(content)).forEach(this::received));
    }

    private void take(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            resumed.completeExceptionally(e);
        }
    }

    private void received(ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Hello _ -> {
                greetedAt = System.nanoTime();
                // What the hello itself weighs is no matter of catching up.
                bytes = 0;
                messages = 0;
                var unused = socket.thenAccept(it -> it.send(resume()));
            }
            case ServerFrame.Entry(var entry) -> {
                var before = Objects.requireNonNull(positions.put(entry.chatId(), entry.seq()));
                if (entry.seq() != before + 1) {
                    throw new BenchFailure("Entry %d after %d".formatted(entry.seq(), before));
                }
            }
            case ServerFrame.Snapshot snapshot ->
                    positions.put(snapshot.chatId(), snapshot.lastSeq());
            case ServerFrame.Resumed _ -> finish();
            case ServerFrame.Refused refused -> throw new BenchFailure(refused.toString());
            default -> {}
        }
    }

    private ClientFrame.Resume resume() {
        var chats =
                backlog.lastSeqs().keySet().stream()
                        .collect(Collectors.toMap(it -> it, it -> KNOWN));
        return inBatches ? ClientFrame.Resume.inBatches(chats) : ClientFrame.Resume.plain(chats);
    }

    private void finish() {
        if (!positions.equals(backlog.lastSeqs())) {
            throw new BenchFailure("Resumed before all of it was told");
        }
        resumed.complete(System.nanoTime());
    }

    @Override
    public void closed(int code, String reason) {
        resumed.completeExceptionally(new BenchFailure("The socket was closed with " + code));
    }

    /** How many entries are missed. */
    static long missed(Backlog backlog) {
        return backlog.entries(KNOWN);
    }
}
