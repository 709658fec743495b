package org.tertulia.load.bench;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tertulia.load.client.Socket;

/** A room of ejabberd with as many guests, none of whom sees the others come and go. */
final class XmppRoom implements Room {
    private static final int ENTERED_WITHIN_SECONDS = 30;

    private final EjabberdProcess process;
    private final Ears ears = new Ears();
    private final Socket voice;

    private XmppRoom(EjabberdProcess process) throws InterruptedException {
        this.process = process;
        this.voice = voice(process);
    }

    /** As {@link Peer#open}. */
    static XmppRoom open(int sockets) throws InterruptedException {
        var process = EjabberdProcess.start();
        try {
            var room = new XmppRoom(process);
            room.ears.open(
                    sockets,
                    (number, ear) -> XmppGuest.enter(process.address(), "ear" + number, ear));
            return room;
        } catch (InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /** The first to enter, and so the one who makes the room. */
    private static Socket voice(EjabberdProcess process) throws InterruptedException {
        try {
            return XmppGuest.enter(process.address(), "voice", new Unheard())
                    .get(ENTERED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BenchFailure("Nobody can enter ejabberd's room: " + e);
        }
    }

    @Override
    public String name() {
        return "ejabberd";
    }

    @Override
    public void say(String text) {
        voice.send(XmppStanzas.message(text));
    }

    @Override
    public void enter(Round round) {
        ears.enter(round);
    }

    @Override
    public void keepAlive() {}

    @Override
    public String trouble() {
        return ears.trouble();
    }

    @Override
    public void close() {
        ears.close();
        voice.close();
        process.close();
    }

    /** The room tells the speaker too; that does not count. */
    private static final class Unheard implements Socket.Listener {
        @Override
        public void frame(ByteBuf content) {}

        @Override
        public void closed(int code, String reason) {}
    }
}
