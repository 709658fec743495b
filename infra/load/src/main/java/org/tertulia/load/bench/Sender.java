package org.tertulia.load.bench;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.client.ClientFrame;
import org.tertulia.load.client.Handshake;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.ServerFrame;
import org.tertulia.load.client.Socket;

/** One person who posts the next message as soon as the one before is acknowledged. */
final class Sender implements Socket.Listener {
    private static final String ACK = "{\"op\":\"message.ack\"";
    private static final String ERROR = "{\"op\":\"error\"";

    private final Person person;
    private final UUID chat;
    private final String text;
    private final Socket socket;
    private volatile @Nullable Stopwatch stopwatch;
    private volatile @Nullable String trouble;
    private long sentAt;

    Sender(Person person, UUID chat, String text) {
        this.person = person;
        this.chat = chat;
        this.text = text;
        this.socket =
                Socket.open(
                        person.api().realtime(), Handshake.withHeader(person.accessToken()), this);
    }

    /** Goes on until the time is up; the last message is not counted. */
    void start(Stopwatch until) {
        stopwatch = until;
        post();
    }

    void ping() {
        socket.send(new ClientFrame.Ping());
    }

    void renew() {
        socket.send(new ClientFrame.RefreshAuth(person.renew()));
    }

    @Nullable String trouble() {
        return trouble;
    }

    void close() {
        socket.close();
    }

    private void post() {
        sentAt = System.nanoTime();
        socket.send(new ClientFrame.Send(chat, UUID.randomUUID(), text));
    }

    @Override
    public void frame(ByteBuf content) {
        if (begins(content, ACK)) {
            var current = stopwatch;
            if (current != null && current.answered(sentAt)) {
                post();
            }
        } else if (begins(content, ERROR)) {
            var frame = content.toString(StandardCharsets.UTF_8);
            if (ServerFrame.parse(frame) instanceof ServerFrame.Refused refused) {
                trouble = refused.problem().toString();
            }
        }
    }

    @Override
    public void closed(int code, String reason) {
        trouble = "closed with " + code;
    }

    private static boolean begins(ByteBuf content, String text) {
        if (content.readableBytes() < text.length()) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (content.getByte(content.readerIndex() + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
