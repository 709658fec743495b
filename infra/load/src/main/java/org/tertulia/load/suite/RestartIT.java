package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.load.client.Answer;
import org.tertulia.load.client.LiveClient;
import org.tertulia.load.client.MessageView;
import org.tertulia.load.client.Patience;
import org.tertulia.load.client.Person;

/**
 * A suite that is taken down and started again on the same data: the conversation is there, the people
 * are still signed in, and they go on talking. It is the suite under test itself, which has most to lose; a launcher of
 * its own has it afterwards.
 */
@Order(13)
class RestartIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Suite suite = Suite.running();
    private Launcher launcher;
    private int messageServices;

    @BeforeEach
    void prepare() {
        launcher = suite.launcher();
        messageServices = suite.messageServices().size();
    }

    /** Whoever comes next finds it running, whatever failed. */
    @AfterEach
    void bringUp() {
        if (!launcher.status().ready()) {
            up();
        }
    }

    @Test
    void theConversationAndTheSessionsShouldOutliveARestart() {
        var ana = suite.person("ana");
        var beto = suite.person("beto");
        var chat = ana.chats().group("Siempre", List.of(beto)).id();
        var said =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(it -> (it % 2 == 0 ? ana : beto).chats().post(chat, "uno " + it))
                        .toList();

        var before = beto.chats().conversation(chat);
        var address = launcher.status().address();

        launcher.succeed("down");
        assertThat(launcher.status().ready()).isFalse();
        up();
        assertThat(launcher.status().address()).isEqualTo(address);

        assertThat(ana.renew()).isNotBlank();
        suite.messageServices().forEach(it -> awaitReading(beto.through(suite.part(it)), chat));
        assertThat(beto.chats().wholeHistory(chat)).isEqualTo(said);
        assertThat(beto.chats().conversation(chat)).isNotNull().isEqualTo(before);
        assertThat(goOn(ana, beto, chat).seq()).isEqualTo(said.getLast().seq() + 1);
    }

    private void up() {
        launcher.succeed(
                "up",
                "--detach",
                "--no-training",
                "--instances=message-service=" + Math.max(1, messageServices));
    }

    /** Each instance is asked directly, since each has just started. */
    private static void awaitReading(Person person, UUID chat) {
        patiently(() -> person.get("/api/v1/chats/" + chat + "/messages"));
        patiently(() -> person.get("/api/v1/conversations"));
    }

    /** What has just started on a small machine may ask to come again a little later, and clients do. */
    private static Answer patiently(Supplier<Answer> request) {
        return new Patience(LIMIT).call(request).success();
    }

    private static MessageView goOn(Person ana, Person beto, UUID chat) {
        try (var live = LiveClient.start(beto).awaitHello(LIMIT)) {
            var id = UUID.randomUUID();
            var message =
                    patiently(() -> ana.chats().tryPost(chat, id, "¿Seguimos?"))
                            .as(MessageView.class);
            live.state().awaitPosition(chat, message.seq(), LIMIT);
            return message;
        }
    }
}
