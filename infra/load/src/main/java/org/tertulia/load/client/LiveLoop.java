package org.tertulia.load.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.load.client.ServerFrame.Snapshot;

/**
 * The thread of a live client: connects, takes frames in the order they come, does what is due, and
 * connects again.
 */
final class LiveLoop implements Runnable {
    private static final long TICK_MILLIS = 100;
    private static final int UNAUTHENTICATED = 401;
    private static final int NOT_FOUND = 404;
    private static final Duration PONG_WITHIN = Duration.ofSeconds(10);
    private static final Duration CATCH_UP_WITHIN = Duration.ofSeconds(60);
    private static final Duration CATCH_UP_PAUSE = Duration.ofMillis(300);

    private final Person person;
    private final LiveOptions options;
    private final LiveState state;
    private final LiveLogs logs;
    private final PendingSends pending;
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile boolean closing;
    private volatile @Nullable Socket socket;
    private int connection;
    private boolean open;

    /** How long the server asks to wait before the next connection. */
    private Duration told = Duration.ZERO;

    private LiveTimers timers = new LiveTimers(System.nanoTime());

    private sealed interface Event {}

    private record Received(int connection, String text) implements Event {}

    private record Batch(int connection, byte[] packed) implements Event {}

    private record Closed(int connection, int code) implements Event {}

    private record Order(Runnable run) implements Event {}

    LiveLoop(Person person, LiveOptions options, LiveState state, PendingSends pending) {
        this.person = person;
        this.options = options;
        this.state = state;
        this.logs = new LiveLogs(state);
        this.pending = pending;
    }

    @Override
    public void run() {
        var failures = 0;
        try {
            while (!closing) {
                var ended = connectOnce();
                if (ended == CloseCode.REVOKED) {
                    break;
                }
                failures = open ? 0 : failures + 1;
                Thread.sleep(options.backoff().after(failures, told, ThreadLocalRandom.current()));
            }
        } catch (InterruptedException | UnexpectedAnswer e) {
            closing = true;
        } catch (RuntimeException e) {
            state.violation("the client of %s ended: %s".formatted(person.handle(), e));
        } finally {
            pending.fail(null);
            state.stopped();
        }
    }

    private int connectOnce() throws InterruptedException {
        open = false;
        told = Duration.ZERO;
        try {
            var number = ++connection;
            var handshake = Handshake.withHeader(person.accessToken());
            socket = Socket.open(options.address(), handshake, new Forwarding(number));
            timers = new LiveTimers(System.nanoTime());
            var code = converse(number);
            state.closed(code);
            renewIf(code == CloseCode.TOKEN);
            return code;
        } catch (UpgradeRefused e) {
            renewIf(e.status() == UNAUTHENTICATED);
            told = e.retryAfter();
            return CloseCode.ABNORMAL;
        } catch (Unreachable e) {
            return CloseCode.ABNORMAL;
        } finally {
            socket = null;
        }
    }

    private void renewIf(boolean refused) {
        if (refused) {
            person.renew();
        }
    }

    private int converse(int number) throws InterruptedException {
        while (true) {
            switch (events.poll(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                case Received(var from, var text) when from == number ->
                        received(ServerFrame.parse(text));
                case Batch(var from, var packed) when from == number ->
                        ServerFrame.unpack(packed).forEach(this::received);
                case Closed(var from, var code) when from == number -> {
                    return code;
                }
                case Order(var run) -> run.run();
                case Received _, Batch _, Closed _ -> {}
                case null -> {}
            }
            if (!tick()) {
                return CloseCode.HEARTBEAT;
            }
        }
    }

    /** Does what is due; false when the connection is dead. */
    private boolean tick() {
        var now = System.nanoTime();
        if (timers.isSilent(now)) {
            abort();
            return false;
        }
        if (open && timers.takePing(now, PONG_WITHIN)) {
            write(new ClientFrame.Ping());
        }
        if (open && timers.takeRenewal(now)) {
            renew();
        }
        sendDue();
        return true;
    }

    private void received(ServerFrame frame) {
        timers.heard();
        options.witness().accept(frame);
        switch (frame) {
            case ServerFrame.Hello hello -> greeted(hello);
            case ServerFrame.Entry(var entry) -> logs.entry(entry);
            case ServerFrame.Ack ack -> pending.acked(ack);
            case ServerFrame.Snapshot snapshot -> catchUp(snapshot);
            case ServerFrame.Resumed resumed -> logs.resumed(resumed);
            case ServerFrame.ChatAdded(var chat) -> logs.added(chat);
            case ServerFrame.ChatRemoved(var chatId) -> logs.removed(chatId);
            case ServerFrame.Read read -> state.read(read);
            case ServerFrame.Presence presence -> state.presence(presence);
            case ServerFrame.AuthRefreshed(var expiresAt) -> {
                timers.renewBefore(expiresAt);
                state.renewed();
            }
            case ServerFrame.Refused refusal -> {
                state.refused(refusal);
                pending.refused(refusal, System.nanoTime());
            }
            case ServerFrame.Reconnect(var afterMs) -> told = Duration.ofMillis(afterMs);
            case ServerFrame.Receipt _, ServerFrame.Inbox _, ServerFrame.Pong _ -> {}
            case ServerFrame.Translated _, ServerFrame.Untranslated _ -> {}
            case ServerFrame.Unknown(var op) -> state.violation("frame of unknown op " + op);
        }
        sendResumes();
    }

    private void greeted(ServerFrame.Hello hello) {
        open = true;
        timers.beatEvery(Duration.ofMillis(hello.heartbeatMs()), ThreadLocalRandom.current());
        timers.renewBefore(hello.tokenExpiresAt());
        logs.greeted(hello);
        pending.reconnected(System.nanoTime());
    }

    /** Too much was missed: the rest of the log is read page by page, as history is. */
    private void catchUp(Snapshot snapshot) {
        var missed = missed(snapshot.chatId());
        if (missed.isEmpty()) {
            logs.leaving(snapshot.chatId());
        }
        logs.snapshot(snapshot, missed.orElse(List.of()));
    }

    /** Empty when the person is no member any more: chat.removed is on its way. */
    private Optional<List<LogEntry>> missed(UUID chatId) {
        var end = System.nanoTime() + CATCH_UP_WITHIN.toNanos();
        while (true) {
            try {
                return Optional.of(person.chats().log(chatId, logs.position(chatId)));
            } catch (UnexpectedAnswer e) {
                if (e.answer().status() == NOT_FOUND) {
                    return Optional.empty();
                }
                restUnless(System.nanoTime() > end, e);
            } catch (Unreachable e) {
                restUnless(System.nanoTime() > end, e);
            }
        }
    }

    private static void restUnless(boolean late, RuntimeException e) {
        if (late) {
            throw e;
        }
        Patience.rest(CATCH_UP_PAUSE);
    }

    void follow(UUID chatId, long position) {
        logs.follow(chatId, position);
        sendResumes();
    }

    /** Leaves for good. */
    void close() {
        closing = true;
        var current = socket;
        if (current != null) {
            current.close();
        }
    }

    private void sendResumes() {
        var resumes = logs.takeResumes();
        if (!resumes.isEmpty()) {
            write(ClientFrame.Resume.inBatches(Map.copyOf(resumes)));
        }
    }

    /** Sends what has not been sent, or not been answered for long. */
    void sendDue() {
        if (open) {
            pending.takeDue(System.nanoTime()).forEach(this::write);
        }
    }

    void renew() {
        try {
            write(new ClientFrame.RefreshAuth(person.renew()));
        } catch (Unreachable e) {
            timers.renewSoon(System.nanoTime());
        }
    }

    void write(ClientFrame frame) {
        var current = socket;
        if (current != null) {
            current.send(frame);
        }
    }

    void abort() {
        var current = socket;
        if (current != null) {
            current.abort();
        }
    }

    /** Has something done by the loop's own thread, while there is a connection. */
    void order(Runnable run) {
        events.add(new Order(run));
    }

    private final class Forwarding implements Socket.Listener {
        private final int number;

        Forwarding(int number) {
            this.number = number;
        }

        @Override
        public void frame(ByteBuf content) {
            events.add(new Received(number, content.toString(StandardCharsets.UTF_8)));
        }

        @Override
        public void batch(ByteBuf content) {
            events.add(new Batch(number, ByteBufUtil.getBytes(content)));
        }

        @Override
        public void closed(int code, String reason) {
            events.add(new Closed(number, code));
        }
    }
}
