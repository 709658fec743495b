package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.load.client.Api;
import org.tertulia.load.client.ClientFrame;
import org.tertulia.load.client.MessageView;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.ServerFrame;

/**
 * The same message posted many times at once, over REST and WebSocket, to two instances of
 * message-service, is one message with one answer; its id with another text is a conflict.
 */
@Order(5)
class RepeatedSendIT {
    private static final int REST_POSTS = 25;
    private static final int SOCKETS = 10;
    private static final int SOCKET_POSTS = 25;
    private static final int LIMIT_SECONDS = 30;

    private final Suite suite = Suite.running();
    private Person ana;
    private UUID chat;

    /** What an answer says of the message, whichever way it came. */
    private record Told(UUID messageId, long seq, Instant postedAt) {
        static Told by(MessageView view) {
            return new Told(view.id(), view.seq(), view.postedAt());
        }

        static Told by(ServerFrame.Ack ack) {
            return new Told(ack.messageId(), ack.seq(), ack.postedAt());
        }
    }

    @BeforeEach
    void open() {
        ana = suite.person("ana");
        chat = ana.chats().group("Eco", List.of()).id();
    }

    @Test
    void fiftyPostsOfOneMessageAtOnceShouldBeOneMessage() throws Exception {
        var id = UUID.randomUUID();
        var told = postAtOnce(id, "hola");

        assertThat(told).hasSize(REST_POSTS + SOCKET_POSTS);
        assertThat(told.stream().distinct()).hasSize(1);
        assertThat(messages(id))
                .singleElement()
                .satisfies(it -> assertThat(Told.by(it)).isEqualTo(told.getFirst()));
        assertThat(ana.chats().log(chat, 0)).filteredOn(MessagePosted.class::isInstance).hasSize(1);
    }

    @Test
    void anIdWithAnotherTextShouldBeAConflictAtEveryInstance() {
        var id = UUID.randomUUID();
        ana.chats().tryPost(chat, id, "hola").success();

        for (var instance : suite.twoMessageServices()) {
            var answer = ana.through(instance).chats().tryPost(chat, id, "adiós");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.problem()).contains("client-message-id-reused");
            assertThat(refusal(instance, id, "adiós").type()).endsWith(":client-message-id-reused");
        }
        assertThat(messages(id)).singleElement().extracting(MessageView::text).isEqualTo("hola");
    }

    @Test
    void twoPeopleShouldUseTheSameIdWithoutHarm() {
        var beto = suite.person("beto");
        var both = ana.chats().group("Dos", List.of(beto)).id();
        var id = UUID.randomUUID();
        var first = ana.chats().tryPost(both, id, "de Ana").as(MessageView.class);
        var second = beto.chats().tryPost(both, id, "de Beto").as(MessageView.class);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.seq()).isEqualTo(first.seq() + 1);
    }

    private ServerFrame.Problem refusal(Api instance, UUID id, String text) {
        try (var wire = Wire.open(instance, ana)) {
            wire.send(new ClientFrame.Send(chat, id, text));
            var refused =
                    wire.await(ServerFrame.Refused.class, it -> id.equals(it.clientMessageId()));
            assertThat(refused.re()).isEqualTo("message.send");
            assertThat(refused.problem().status()).isEqualTo(409);
            return refused.problem();
        }
    }

    private List<Told> postAtOnce(UUID id, String text) throws Exception {
        var wires = new ArrayList<Wire>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CyclicBarrier(REST_POSTS + SOCKETS);
            var answers = new ArrayList<Future<List<Told>>>();
            for (var i = 0; i < REST_POSTS; i++) {
                var through = ana.through(door(i));
                answers.add(
                        threads.submit(afterStart(start, () -> List.of(post(through, id, text)))));
            }
            for (var i = 0; i < SOCKETS; i++) {
                var wire = Wire.open(door(i), ana);
                wires.add(wire);
                var count = (i + 1) * SOCKET_POSTS / SOCKETS - i * SOCKET_POSTS / SOCKETS;
                answers.add(threads.submit(afterStart(start, () -> send(wire, count, id, text))));
            }
            var told = new ArrayList<Told>();
            for (var answer : answers) {
                told.addAll(answer.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            }
            return told;
        } finally {
            wires.forEach(Wire::close);
        }
    }

    private Api door(int i) {
        var instances = suite.twoMessageServices();
        return i % 3 == 2 ? suite.gateway() : instances.get(i % 3);
    }

    private static Callable<List<Told>> afterStart(
            CyclicBarrier start, Callable<List<Told>> posting) {
        return () -> {
            start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
            return posting.call();
        };
    }

    private Told post(Person person, UUID id, String text) {
        var answer = person.chats().tryPost(chat, id, text);
        assertThat(answer.status()).isEqualTo(201);
        return Told.by(answer.as(MessageView.class));
    }

    private List<Told> send(Wire wire, int count, UUID id, String text) {
        for (var i = 0; i < count; i++) {
            wire.send(new ClientFrame.Send(chat, id, text));
        }
        var told = new ArrayList<Told>();
        for (var i = 0; i < count; i++) {
            told.add(Told.by(wire.await(ServerFrame.Ack.class)));
        }
        return told;
    }

    private List<MessageView> messages(UUID id) {
        return ana.chats().wholeHistory(chat).stream()
                .filter(it -> it.clientMessageId().equals(id))
                .toList();
    }
}
