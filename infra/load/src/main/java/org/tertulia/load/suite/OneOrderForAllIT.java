package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.load.client.LiveClient;
import org.tertulia.load.client.MessageView;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.ServerFrame.Ack;

/**
 * Eight people post to one chat through two instances of message-service, six over WebSocket and two over REST, while
 * readers are connected to both and to the gateway. Every reader sees every seq once and in order, with the same
 * content, and as the senders were told. {@code TERTULIA_TEST_MESSAGES} says how many they post, 1,600 without.
 */
@Order(6)
class OneOrderForAllIT {
    private static final String MESSAGES = "TERTULIA_TEST_MESSAGES";
    private static final int READERS = 9;
    private static final int SOCKET_SENDERS = 6;
    private static final int REST_SENDERS = 2;
    private static final int UNDER_WAY = 8;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Suite suite = Suite.running();
    private final int each =
            Integer.parseInt(System.getenv().getOrDefault(MESSAGES, "1600"))
                    / (SOCKET_SENDERS + REST_SENDERS);
    private final Map<UUID, Long> acked = new ConcurrentHashMap<>();

    @Test
    void everyReaderShouldSeeEverySeqOnceAndInOrder() throws Exception {
        var doors = new ArrayList<>(suite.twoMessageServices());
        doors.add(suite.gateway());
        try (var crowd = Crowd.gather(suite, doors, READERS, SOCKET_SENDERS + REST_SENDERS)) {
            postAll(crowd);
            var log = crowd.log();

            assertThat(acked).hasSize(each * (SOCKET_SENDERS + REST_SENDERS));
            Crowd.assertEachOnce(log, acked);
            crowd.assertAllReadersHave(log, LIMIT);
            assertThat(crowd.readers()).allSatisfy(it -> assertThat(it.state().closes()).isEmpty());
        }
    }

    private void postAll(Crowd crowd) throws Exception {
        var work = new ArrayList<Callable<Boolean>>();
        var senders = crowd.senders();
        for (var sender : senders.subList(0, SOCKET_SENDERS)) {
            work.add(() -> sendAll(sender, crowd.chat()));
        }
        for (var sender : senders.subList(SOCKET_SENDERS, senders.size())) {
            work.add(() -> postAll(sender.person().through(suite.gateway()), crowd.chat()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work, LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    private boolean sendAll(LiveClient sender, UUID chat) throws Exception {
        var room = new Semaphore(UNDER_WAY);
        var acks = new ArrayList<CompletableFuture<Ack>>();
        for (var i = 1; i <= each; i++) {
            room.acquire();
            acks.add(
                    sender.send(chat, text(sender.person(), i))
                            .whenComplete((ack, error) -> room.release()));
        }
        for (var ack : acks) {
            var told = ack.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            acked.put(told.clientMessageId(), told.seq());
        }
        return true;
    }

    private boolean postAll(Person person, UUID chat) {
        for (var i = 1; i <= each; i++) {
            var id = UUID.randomUUID();
            var answer = person.chats().tryPost(chat, id, text(person, i));
            acked.put(id, answer.as(MessageView.class).seq());
        }
        return true;
    }

    private static String text(Person person, int i) {
        return List.of("¿Cuál es el", "número", "" + i, "de", person.handle()).toString();
    }
}
