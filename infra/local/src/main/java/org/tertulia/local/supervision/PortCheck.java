package org.tertulia.local.supervision;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.tertulia.local.part.Part;
import org.tertulia.local.part.Port;

/** Finds out, before anything starts, which ports somebody else listens on. */
public final class PortCheck {
    private PortCheck() {}

    /** One sentence for each port that is taken: which, for which part, by whom, what to do. */
    public static List<String> complaints(List<Part> parts) {
        return parts.stream()
                .flatMap(it -> it.ports().stream())
                .filter(it -> !isFree(it.number()))
                .map(PortCheck::complaint)
                .toList();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String complaint(Port port) {
        var holder = PortHolder.of(port.number());
        return "Port %d (%s) is taken%s. Stop that program%s, or choose another port: --port %s=%d"
                .formatted(
                        port.number(),
                        port.use(),
                        holder.map(it -> " by process %d: %s".formatted(it.pid(), it.command()))
                                .orElse(""),
                        holder.map(it -> " (kill %d)".formatted(it.pid())).orElse(""),
                        port.use(),
                        port.number() + 1000);
    }
}
