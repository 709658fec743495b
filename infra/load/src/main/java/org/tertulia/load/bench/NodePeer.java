package org.tertulia.load.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tertulia.load.home.Programs;

/** The broadcast of Node.js; its one package comes by its lock file when it is not there yet. */
final class NodePeer {
    static final String NAME = "ws";

    private static final int INSTALLED_WITHIN_SECONDS = 120;

    private NodePeer() {}

    /** As {@link Peer#open}. */
    static Room open(Path folder, int sockets) throws InterruptedException {
        if (!Programs.isInstalled("node") || !Programs.isInstalled("npm")) {
            throw new PeerMissing("Node.js and npm are not installed");
        }
        install(folder);
        var script = folder.resolve("ws-broadcast.mjs").toString();
        return BroadcastRoom.open(NAME, List.of("node", script), sockets);
    }

    private static void install(Path folder) throws InterruptedException {
        if (Files.exists(folder.resolve("node_modules").resolve("ws"))) {
            return;
        }
        try {
            var npm =
                    new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                            .directory(folder.toFile())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!npm.waitFor(INSTALLED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                PeerProcess.end(npm);
                throw new PeerMissing("npm ci in %s does not end".formatted(folder));
            }
            if (npm.exitValue() != 0) {
                throw new PeerMissing("npm ci in %s fails".formatted(folder));
            }
        } catch (IOException e) {
            throw new PeerMissing("npm ci in %s fails: %s".formatted(folder, e.getMessage()));
        }
    }
}
