package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.expectEntries;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.test.TestSocket;

/** Two instances on one database and one broker. */
class TwoInstancesIT extends MessageApi {

    @RegisterExtension static final SecondInstanceExtension second = new SecondInstanceExtension();

    @Autowired Environment environment;
    @LocalServerPort int port;

    @Test
    void everyReaderShouldSeeEverythingInOrderWhoeverSaysItWherever() {
        var people = IntStream.range(0, 8).mapToObj(i -> TestPerson.somebody()).toList();
        var chat = TestChat.group(people.stream().map(TestPerson::id).toArray(UUID[]::new));
        steps.awaitMember(people.getFirst(), chat);
        var readers = new ArrayList<TestSocket.Connection>();
        try {
            readers.add(ready(people.get(0), port, chat));
            readers.add(ready(people.get(1), port, chat));
            readers.add(ready(people.get(2), second.port(), chat));
            readers.add(ready(people.get(3), second.port(), chat));
            all(
                    IntStream.range(0, 8)
                            .<Callable<Void>>mapToObj(
                                    i ->
                                            () ->
                                                    talk(
                                                            people.get(i),
                                                            i % 2 == 0 ? port : second.port(),
                                                            chat))
                            .toList());
            readers.forEach(reader -> expectEntries(reader, chat.id(), 2, 1 + 8 * 150));
        } finally {
            readers.forEach(TestSocket.Connection::close);
        }
    }

    private static Void talk(TestPerson person, int port, TestChat chat) {
        try (var connection = person.connect(port)) {
            for (int i = 0; i < 150; i++) {
                connection.send(TestPerson.send(chat.id(), UUID.randomUUID(), "m" + i));
            }
            connection.await(150, f -> f.path("op").asString().equals("message.ack"));
        }
        return null;
    }

    @Test
    void theSameMessageFromEverywhereAtOnceShouldBeOne() {
        var chat = TestChat.group(ana.id(), bruno.id());
        steps.awaitMember(ana, chat);
        var id = UUID.randomUUID();
        try (var one = ana.connect(port);
                var two = ana.connect(second.port())) {
            var attempts = new ArrayList<Callable<String>>();
            for (int i = 0; i < 50; i++) {
                switch (i % 4) {
                    case 0 -> attempts.add(() -> posted(client, chat, id));
                    case 1 -> attempts.add(() -> posted(second.client(), chat, id));
                    case 2 -> attempts.add(() -> sent(one, chat, id));
                    default -> attempts.add(() -> sent(two, chat, id));
                }
            }
            assertThat(new HashSet<>(all(attempts))).hasSize(1);
            one.await(13 - 1, f -> f.path("op").asString().equals("message.ack"));
        }
        assertThat(steps.read(ana, "/api/v1/chats/{id}/log", chat.id()).path("lastSeq").asLong())
                .isEqualTo(2);
        ana.post(second.client(), chat.id(), id, "another").expectStatus().isEqualTo(409);
    }

    private String posted(WebTestClient at, TestChat chat, UUID id) {
        var body =
                ana.post(at, chat.id(), id, "once")
                        .expectStatus()
                        .isCreated()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        var json = tools.jackson.databind.json.JsonMapper.builder().build().readTree(body);
        return json.path("id").asString() + " " + json.path("seq").asLong();
    }

    private static String sent(TestSocket.Connection connection, TestChat chat, UUID id) {
        connection.send(TestPerson.send(chat.id(), id, "once"));
        var ack = connection.await("message.ack");
        return ack.path("messageId").asString() + " " + ack.path("seq").asLong();
    }

    @Test
    void presenceAndMarkersShouldCrossInstances() {
        var chat = TestChat.group(ana.id(), bruno.id());
        steps.awaitMember(ana, chat);
        try (var phone = ready(ana, port, chat);
                var desk = ready(ana, second.port(), chat)) {
            var b = bruno.connect(second.port());
            phone.await(
                    f ->
                            f.path("op").asString().equals("presence")
                                    && f.path("status").asString().equals("online"));
            b.send(TestPerson.send(chat.id(), UUID.randomUUID(), "hola"));
            phone.await("entry");
            phone.send("{\"op\":\"read\",\"chatId\":\"%s\",\"seq\":2}".formatted(chat.id()));
            assertThat(desk.await("read").path("readSeq").asLong()).isEqualTo(2);
            b.close();
            phone.await(
                    f ->
                            f.path("op").asString().equals("presence")
                                    && f.path("status").asString().equals("offline"));
        }
    }

    @Test
    void anInstanceThatStopsShouldSayWhenToTryAgain() {
        try (var leaving = SecondInstance.beside(environment)) {
            leaving.stopDelivery();

            var refusal =
                    TestSocket.to(leaving.port(), "/api/v1/realtime")
                            .headerToken(ana.token())
                            .answer();

            assertThat(refusal.statusCode()).isEqualTo(503);
            assertThat(refusal.headers().firstValueAsLong("Retry-After")).hasValue(1);
        }
    }

    @Test
    void anInstanceThatStopsShouldSendItsPeopleElsewhere() {
        var chat = TestChat.group(ana.id(), bruno.id());
        steps.awaitMember(ana, chat);
        try (var leaving = SecondInstance.beside(environment);
                var a = ready(ana, port, chat);
                var b = ready(bruno, leaving.port(), chat)) {
            a.send(TestPerson.send(chat.id(), UUID.randomUUID(), "before"));
            expectEntries(b, chat.id(), 2, 2);
            var stopped = System.nanoTime();
            leaving.close();
            assertThat(b.awaitClose()).isEqualTo(1012);
            var farewell = b.frames().getLast();
            var within = b.await("hello").path("reconnect");
            assertThat(farewell.path("op").asString()).isEqualTo("reconnect");
            assertThat(farewell.path("afterMs").asLong())
                    .isBetween(within.path("minMs").asLong(), within.path("maxMs").asLong());
            assertThat(Duration.ofNanos(System.nanoTime() - stopped))
                    .isLessThan(Duration.ofSeconds(10));
            a.send(TestPerson.send(chat.id(), UUID.randomUUID(), "meanwhile"));
            try (var again = bruno.connect(port)) {
                again.send("{\"op\":\"resume\",\"chats\":{\"%s\":2}}".formatted(chat.id()));
                expectEntries(again, chat.id(), 3, 3);
            }
            assertThat(a.frames()).noneMatch(f -> f.path("status").asString().equals("offline"));
        }
    }

    /** Connected, and its instance hears what happens: its first message has come back. */
    private static TestSocket.Connection ready(TestPerson person, int port, TestChat chat) {
        var connection = person.connect(port);
        assertThat(ServiceSteps.chatInHello(connection, chat.id()).isMissingNode()).isFalse();
        return connection;
    }

    private static <T> List<T> all(List<Callable<T>> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
