package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tertulia.load.client.Api;
import org.tertulia.load.client.LiveClient;
import org.tertulia.load.client.MessageView;
import org.tertulia.load.client.Person;

/**
 * A suite that is taken down and started again on the same data: the conversation is there, the people
 * are still signed in, and they go on talking. Runs a suite of its own.
 */
@Order(13)
class RestartIT {
    private static final int FIRST_BASE = 27_000;
    private static final int STEP = 50;
    private static final int TRIES = 40;
    private static final int PORTS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir private Path folder;
    private Launcher launcher;
    private Api gateway;

    @BeforeEach
    void prepare() {
        var base = freeBase();
        var environment = new HashMap<>(Map.of("TERTULIA_HOME", folder.toString()));
        environment.put("TERTULIA_PORT_BASE", "" + base);
        var cache = System.getenv("TERTULIA_CACHE");
        if (cache != null) {
            environment.put("TERTULIA_CACHE", cache);
        }
        launcher = new Launcher(environment);
        gateway = new Api(URI.create("http://localhost:" + base));
    }

    @AfterEach
    void down() {
        launcher.run("down");
    }

    @Test
    void theConversationAndTheSessionsShouldOutliveARestart() {
        launcher.succeed("up", "--detach", "--no-training");
        var ana = Person.register(gateway, "ana");
        var beto = Person.register(gateway, "beto");
        var chat = ana.chats().group("Siempre", List.of(beto)).id();
        var said =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(it -> (it % 2 == 0 ? ana : beto).chats().post(chat, "uno " + it))
                        .toList();

        var before = beto.chats().conversation(chat);

        launcher.succeed("down");
        assertThat(launcher.status().ready()).isFalse();
        launcher.succeed("up", "--detach", "--no-training");

        assertThat(ana.renew()).isNotBlank();
        assertThat(beto.chats().wholeHistory(chat)).isEqualTo(said);
        assertThat(beto.chats().conversation(chat)).isNotNull().isEqualTo(before);
        assertThat(goOn(ana, beto, chat).seq()).isEqualTo(said.getLast().seq() + 1);
    }

    private static MessageView goOn(Person ana, Person beto, UUID chat) {
        try (var live = LiveClient.start(beto).awaitHello(LIMIT)) {
            var message = ana.chats().post(chat, "¿Seguimos?");
            live.state().awaitPosition(chat, message.seq(), LIMIT);
            return message;
        }
    }

    private static int freeBase() {
        return IntStream.range(0, TRIES)
                .map(it -> FIRST_BASE + it * STEP)
                .filter(base -> IntStream.range(base, base + PORTS).allMatch(RestartIT::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
