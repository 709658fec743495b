package org.tertulia.load.bench;

import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.client.Handshake;
import org.tertulia.load.client.Socket;

/** One who enters the room; what is said there from then on goes to the listener. */
final class XmppGuest implements Socket.Listener {
    private final XmppEntry entry;
    private final Socket.Listener listener;
    private final CompletableFuture<Socket> entered = new CompletableFuture<>();
    private volatile @Nullable Socket socket;

    private XmppGuest(String nick, Socket.Listener listener) {
        this.entry = new XmppEntry(nick);
        this.listener = listener;
    }

    /** The socket once the guest is in the room; fails when it does not get there. */
    static CompletableFuture<Socket> enter(URI address, String nick, Socket.Listener listener) {
        var guest = new XmppGuest(nick, listener);
        return Socket.start(address, Handshake.of("xmpp"), guest).thenCompose(guest::begin);
    }

    private CompletableFuture<Socket> begin(Socket opened) {
        socket = opened;
        opened.send(entry.begin());
        return entered;
    }

    @Override
    public void frame(ByteBuf content) {
        if (entry.isInside()) {
            listener.frame(content);
            return;
        }
        var own = socket;
        if (own != null && !entered.isDone()) {
            goOn(own, content.toString(StandardCharsets.UTF_8));
        }
    }

    private void goOn(Socket own, String frame) {
        try {
            var answer = entry.answer(frame);
            if (answer != null) {
                own.send(answer);
            }
            if (entry.isInside()) {
                entered.complete(own);
            }
        } catch (BenchFailure refused) {
            entered.completeExceptionally(refused);
        }
    }

    @Override
    public void closed(int code, String reason) {
        var early = new BenchFailure("The server closed a guest's socket with " + code);
        if (!entered.completeExceptionally(early)) {
            listener.closed(code, reason);
        }
    }
}
