package org.tertulia.load.bench;

import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.tertulia.load.client.Handshake;
import org.tertulia.load.client.Socket;

/** A bare broadcast server with as many sockets: what one says is what all others get. */
final class BroadcastRoom implements Room {
    private final String name;
    private final PeerProcess process;
    private final Ears ears = new Ears();
    private final Socket voice;

    private BroadcastRoom(String name, PeerProcess process) {
        this.name = name;
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

    /** The baseline: a JVM with the flags that the suite's gateway runs with. */
    static BroadcastRoom baseline(int sockets) throws InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return open(
                "baseline",
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BaselineServer.class.getName()),
                sockets);
    }

    /** Starts a server that has the paths of {@link BaselineServer}, and opens the sockets. */
    static BroadcastRoom open(String name, List<String> command, int sockets)
            throws InterruptedException {
        var process = PeerProcess.start(command);
        try {
            var room = new BroadcastRoom(name, process);
            room.ears.open(
                    room.address(BaselineServer.EAR), sockets, i -> Handshake.withHeader(null));
            return room;
        } catch (InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private URI address(String path) {
        return URI.create("ws://127.0.0.1:" + process.port() + path);
    }

    @Override
    public String name() {
        return name;
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
