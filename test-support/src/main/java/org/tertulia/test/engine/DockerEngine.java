package org.tertulia.test.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Docker engine answers. Asked once per JVM and answered within a second.
 *
 * <p>The system property {@code tertulia.test.docker=never} keeps tests away from an engine that does answer.
 */
final class DockerEngine {

    private static final Path DEFAULT_SOCKET = Path.of("/var/run/docker.sock");
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final boolean ANSWERS =
            !"never".equals(System.getProperty("tertulia.test.docker"))
                    && answers(System.getenv("DOCKER_HOST"));

    private DockerEngine() {}

    static boolean answers() {
        return ANSWERS;
    }

    static boolean answers(@Nullable String dockerHost) {
        if (dockerHost == null || dockerHost.isBlank()) {
            return answersAtSocket(DEFAULT_SOCKET);
        }
        var address = URI.create(dockerHost);
        return switch (address.getScheme()) {
            case "unix" -> answersAtSocket(Path.of(address.getPath()));
            case "tcp", "http" -> answersAtPort(address.getHost(), address.getPort());
            // A remote shell or a named pipe: the Docker client knows how to ask, so let it.
            case null, default -> true;
        };
    }

    private static boolean answersAtSocket(Path socket) {
        if (!Files.exists(socket)) {
            return false;
        }
        var pong = CompletableFuture.supplyAsync(() -> ping(socket));
        return pong.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private static boolean ping(Path socket) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            var request = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            var answer = ByteBuffer.allocate(64);
            channel.read(answer);
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII)
                    .contains(" 200 ");
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean answersAtPort(String host, int port) {
        try (var channel = SocketChannel.open()) {
            channel.socket()
                    .connect(
                            new InetSocketAddress(host, port < 0 ? 2375 : port),
                            Math.toIntExact(PATIENCE.toMillis()));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
