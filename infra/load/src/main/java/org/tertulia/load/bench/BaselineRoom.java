package org.tertulia.load.bench;

import io.netty.buffer.ByteBuf;
import java.net.URI;
import org.tertulia.load.client.Handshake;
import org.tertulia.load.client.Socket;

/** The bare broadcast server with as many sockets. */
final class BaselineRoom implements Room {
    private final BaselineProcess process;
    private final Ears ears = new Ears();
    private final Socket voice;

    private BaselineRoom(BaselineProcess process) {
        this.process = process;
        this.voice =
                Socket.open(
                        address(BaselineServer.VOICE),
                        Handshake.withHeader(null),
                        new Socket.Listener() {
                            @Override
                            public void frame(ByteBuf content) {}

                            @Override
                            public void closed(int code, String reason) {}
                        });
    }

    /** Starts the server and opens the sockets. */
    static BaselineRoom open(int sockets) throws InterruptedException {
        var room = new BaselineRoom(BaselineProcess.start());
        room.ears.open(room.address(BaselineServer.EAR), sockets, i -> Handshake.withHeader(null));
        return room;
    }

    private URI address(String path) {
        return URI.create("ws://127.0.0.1:" + process.port() + path);
    }

    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public void say(String text) {
        voice.send(text);
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
}
