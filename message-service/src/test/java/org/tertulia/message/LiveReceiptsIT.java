package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Receipts over connections to two instances. */
class LiveReceiptsIT extends TwoInstancesApi {

    @Autowired DatabaseClient database;
    private final TestPerson carla = TestPerson.somebody();

    @Test
    void readingShouldBeSeenByTheOthersAtEveryInstance() {
        var chat = chatOf(ana, bruno);
        var talk = new Talk(client, database, chat);
        var first = talk.say(ana, "1");
        var last = talk.say(ana, "2");
        var stranger = TestPerson.somebody();
        try (var phone = bruno.connect(port);
                var desk = bruno.connect(second.port());
                var here = ana.connect(port);
                var there = ana.connect(second.port());
                var s = stranger.connect(second.port())) {
            phone.send(read(chat, last));
            for (var connection : List.of(here, there)) {
                var told = connection.await("receipt");
                assertThat(told.path("chatId").asString()).isEqualTo(chat.id().toString());
                assertThat(told.path("userId").asString()).isEqualTo(bruno.id().toString());
                assertThat(told.path("deliveredSeq").asLong()).isEqualTo(last);
                assertThat(told.path("readSeq").asLong()).isEqualTo(last);
            }
            desk.send(
                    "{\"op\":\"unread\",\"chatId\":\"%s\",\"seq\":%d}".formatted(chat.id(), first));
            desk.await(f -> f.path("op").asString().equals("read") && generation(f) == 1);
            desk.send(read(chat, first));
            var further = talk.say(ana, "3");
            desk.send(read(chat, further));
            for (var connection : List.of(here, there)) {
                connection.await(f -> isReceipt(f) && f.path("readSeq").asLong() == further);
                assertThat(connection.frames().stream().filter(LiveReceiptsIT::isReceipt))
                        .allMatch(f -> f.path("readSeq").asLong() >= last);
            }
            for (var connection : List.of(phone, desk, s)) {
                assertThat(connection.frames()).noneMatch(LiveReceiptsIT::isReceipt);
            }
        }
    }

    private static int generation(JsonNode frame) {
        return frame.path("generation").asInt();
    }

    @Test
    void whatReachesAnyDeviceShouldBeDelivered() {
        var chat = chatOf(ana, bruno);
        var talk = new Talk(client, database, chat);
        var seqs = IntStream.range(0, 20).mapToObj(i -> talk.say(ana, "m" + i)).toList();
        try (var phone = bruno.connect(port);
                var desk = bruno.connect(second.port());
                var watching = ana.connect(second.port())) {
            for (var seq : seqs) {
                phone.send(delivered(Map.of(chat.id(), seq)));
                desk.send(delivered(Map.of(chat.id(), Math.max(0, seq - 3))));
            }
            var last = seqs.getLast();
            var told = watching.await(f -> isReceipt(f) && f.path("deliveredSeq").asLong() == last);
            assertThat(told.path("readSeq").asLong()).isEqualTo(1);
            desk.send(delivered(Map.of(chat.id(), 2L)));
            var next = talk.say(ana, "one more");
            desk.send(delivered(Map.of(chat.id(), next + 1_000, UUID.randomUUID(), 7L)));
            Awaitility.await().until(() -> position(talk).path("deliveredSeq").asLong() == next);
            assertThat(position(talk).path("readSeq").asLong()).isEqualTo(1);
        }
    }

    private JsonNode position(Talk talk) {
        return talk.get(ana, "/receipts")
                .path("items")
                .valueStream()
                .filter(r -> r.path("userId").asString().equals(bruno.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void inALargeChatItShouldBeToldOnRequestOnly() {
        var large = chatOf(ana, bruno, carla, TestPerson.somebody());
        var small = chatOf(ana, bruno);
        var talk = new Talk(client, database, large);
        var seq = talk.say(ana, "1");
        steps.say(ana, small, "1");
        try (var b = bruno.connect(port);
                var watching = ana.connect(port)) {
            b.send(read(large, seq));
            b.send(read(small, 2));
            watching.await(f -> isReceiptIn(f, small));
            assertThat(watching.frames()).noneMatch(f -> isReceiptIn(f, large));
            assertThat(position(talk).path("readSeq").asLong()).isEqualTo(seq);
        }
    }

    @Test
    void whoSendsNoneShouldNeitherBeToldNorBeToldOf() {
        var chat = chatOf(ana, bruno, carla);
        var seq = steps.say(ana, chat, "1").path("seq").asLong();
        new Personal(carla, client).put("/api/v1/receipts/preference", Map.of("send", false));
        try (var a = ana.connect(port);
                var b = bruno.connect(second.port());
                var c = carla.connect(port)) {
            c.send(read(chat, seq));
            c.await("read");
            b.send(read(chat, seq));
            a.await(f -> isReceipt(f) && isOf(f, bruno));
            steps.say(ana, chat, "2");
            for (var connection : List.of(a, b, c)) {
                connection.await("entry");
                assertThat(connection.frames()).noneMatch(f -> isReceipt(f) && isOf(f, carla));
            }
            assertThat(c.frames()).noneMatch(LiveReceiptsIT::isReceipt);
        }
    }

    @Test
    void whereTheChatDoesNotAllowItNothingShouldBeTold() {
        var quiet = chatOf(ana, bruno);
        var other = chatOf(ana, bruno);
        var talk = new Talk(client, database, quiet);
        quiet.receipts(false);
        Awaitility.await().until(() -> !talk.conversation(ana).path("receipts").asBoolean());
        var seq = talk.say(ana, "1");
        steps.say(ana, other, "1");
        try (var a = ana.connect(port);
                var b = bruno.connect(port)) {
            b.send(read(quiet, seq));
            b.send(delivered(Map.of(quiet.id(), seq)));
            b.send(read(other, 2));
            a.await(f -> isReceiptIn(f, other));
            assertThat(a.frames()).noneMatch(f -> isReceiptIn(f, quiet));
        }
    }

    @Test
    void whatCanNotBeShouldBeRefused() {
        var chat = chatOf(ana);
        var many =
                IntStream.range(0, 501)
                        .boxed()
                        .collect(Collectors.toMap(i -> UUID.randomUUID(), i -> 1L));
        try (var a = ana.connect(port)) {
            a.send(delivered(Map.of(chat.id(), -1L)));
            a.send(delivered(many));
            var refused = a.await(2, f -> f.path("op").asString().equals("error"));
            assertThat(refused)
                    .allSatisfy(
                            f -> {
                                assertThat(f.path("re").asString()).isEqualTo("delivered");
                                assertThat(f.path("problem").path("type").asString())
                                        .endsWith(":validation-failed");
                            });
        }
    }

    private static String read(TestChat chat, long seq) {
        return "{\"op\":\"read\",\"chatId\":\"%s\",\"seq\":%d}".formatted(chat.id(), seq);
    }

    private static String delivered(Map<UUID, Long> seqs) {
        return seqs.entrySet().stream()
                .map(e -> "\"%s\":%d".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(",", "{\"op\":\"delivered\",\"chats\":{", "}}"));
    }

    private static boolean isReceipt(JsonNode frame) {
        return frame.path("op").asString().equals("receipt");
    }

    private static boolean isReceiptIn(JsonNode frame, TestChat chat) {
        return isReceipt(frame) && frame.path("chatId").asString().equals(chat.id().toString());
    }

    private static boolean isOf(JsonNode frame, TestPerson person) {
        return frame.path("userId").asString().equals(person.id().toString());
    }
}
