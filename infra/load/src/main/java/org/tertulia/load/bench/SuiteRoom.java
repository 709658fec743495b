package org.tertulia.load.bench;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.client.ClientFrame;
import org.tertulia.load.client.Handshake;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.ServerFrame;
import org.tertulia.load.client.Socket;

/**
 * A group of the suite: its members listen on several sockets each through the gateway, one more
 * member speaks. Everything said is a message: committed, published, and delivered from there.
 */
final class SuiteRoom implements Room {
    /** One connection may send only so many frames a second. */
    private static final int VOICES = 4;

    private final PeopleSockets listeners;
    private final Person speaker;
    private final UUID chat;
    private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();
    private final List<Socket> voices = new ArrayList<>();
    private int spoken;

    private SuiteRoom(Person speaker, PeopleSockets listeners, UUID chat) {
        this.speaker = speaker;
        this.listeners = listeners;
        this.chat = chat;
        for (var i = 0; i < VOICES; i++) {
            voices.add(open(speaker));
        }
    }

    /** Opens the sockets, spread evenly over the people. */
    static SuiteRoom open(Person speaker, List<Person> people, int sockets)
            throws InterruptedException {
        var chat = speaker.chats().group("Bench", people).id();
        return new SuiteRoom(speaker, PeopleSockets.open(people, sockets), chat);
    }

    @Override
    public String name() {
        return "suite";
    }

    @Override
    public void say(String text) {
        var voice = voices.get(spoken++ % VOICES);
        voice.send(new ClientFrame.Send(chat, UUID.randomUUID(), text));
    }

    /** Has every listener's socket send a frame. */
    void tellFromListeners(ClientFrame frame) {
        listeners.ears().sockets().forEach(it -> it.send(frame));
    }

    @Override
    public void enter(Round round) {
        listeners.ears().enter(round);
    }

    /** A ping each; and a new token when it is time. */
    @Override
    public void keepAlive() {
        voices.forEach(it -> it.send(new ClientFrame.Ping()));
        if (listeners.keepAlive()) {
            var own = new ClientFrame.RefreshAuth(speaker.renew());
            voices.forEach(it -> it.send(own));
        }
    }

    @Override
    public String trouble() {
        var refused = refusal.get();
        var trouble = listeners.ears().trouble();
        return refused == null ? trouble : trouble + " refused: " + refused;
    }

    @Override
    public void close() {
        listeners.close();
        voices.forEach(Socket::close);
    }

    private Socket open(Person person) {
        return Socket.open(
                person.api().realtime(),
                Handshake.withHeader(person.accessToken()),
                new Socket.Listener() {
                    @Override
                    public void frame(ByteBuf content) {
                        var text = content.toString(StandardCharsets.UTF_8);
                        if (text.startsWith("{\"op\":\"error\"")
                                && ServerFrame.parse(text) instanceof ServerFrame.Refused it) {
                            refusal.set(it.problem().toString());
                        }
                    }

                    @Override
                    public void closed(int code, String reason) {
                        refusal.compareAndSet(null, "the speaker was closed with " + code);
                    }
                });
    }
}
