package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.message.ServiceSteps.chatInHello;
import static org.tertulia.message.ServiceSteps.expectEntries;
import static org.tertulia.message.ServiceSteps.isEntryOf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatRole;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.contracts.message.MemberRoleSet;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.TestEvents;
import org.tertulia.test.TestSocket;
import tools.jackson.databind.JsonNode;

/** Who is a member of what is told also when the entry that says so does not come, or comes late. */
@ServiceTest(
        properties = {
            "tertulia.message.delivery.audit-every=500ms",
            "tertulia.kafka.partitions=" + MembershipAuditIT.PARTITIONS
        })
class MembershipAuditIT extends MessageApi {

    static final int PARTITIONS = 2;

    @Autowired DatabaseClient database;
    @Autowired EventCodec codec;
    @LocalServerPort int port;
    private LostEntries entries;

    @BeforeEach
    void beginToLose() {
        entries = new LostEntries(database);
    }

    @Test
    void aChatWhoseJoinIsLostShouldBeAdded() {
        var chat = chatOf(ana);
        try (var phone = bruno.connect(port);
                var desk = bruno.connect(port)) {
            entries.lose(chat);
            chat.add(bruno.id());
            for (var connection : List.of(phone, desk)) {
                var added = connection.await("chat.added").path("chat");
                assertThat(added.path("chatId").asString()).isEqualTo(chat.id().toString());
                assertThat(added.path("lastSeq").asLong()).isEqualTo(2);
            }
            say(chat, 3);
            expectEntries(phone, chat.id(), 3, 5);

            entries.bringLate(chat);
            say(chat, 1);
            expectEntries(phone, chat.id(), 3, 6);
            expectEntries(desk, chat.id(), 3, 6);
            awaitTopic(phone, chat);
            assertThat(told(phone, chat))
                    .containsExactly("chat.added", "entry 3", "entry 4", "entry 5", "entry 6")
                    .isEqualTo(told(desk, chat));
        }
    }

    @Test
    void aNewChatWhoseFirstEntriesAreLostShouldBeAdded() {
        try (var b = bruno.connect(port)) {
            var chat = TestChat.untold(ana.id());
            entries.lose(chat);
            TestEvents.publish(Topics.CHAT_EVENTS, chat.creation(ana.id(), bruno.id()));
            b.await("chat.added");

            entries.bringLate(chat);
            say(chat, 1);
            expectEntries(b, chat.id(), 2, 2);
            awaitTopic(b, chat);
            assertThat(told(b, chat)).containsExactly("chat.added", "entry 2");
        }
    }

    @Test
    void whoseLeaveIsLostShouldSeeItAndNothingAfter() {
        var chat = chatOf(ana, bruno);
        try (var b = bruno.connect(port)) {
            entries.lose(chat);
            chat.remove(bruno.id());
            steps.awaitLastSeq(ana, chat, 2);
            say(chat, 3);
            b.await("chat.removed");

            entries.bringLate(chat);
            awaitTopic(b, chat);
            assertThat(told(b, chat)).containsExactly("entry 2", "chat.removed");
        }
    }

    @Test
    void whoHasLeftShouldNotSeeWhatIsReadFromTheLogTogetherWithTheLeave() {
        var chat = chatOf(ana, bruno);
        try (var b = bruno.connect(port)) {
            entries.lose(chat);
            removeAndGoOn(chat);
            b.await("chat.removed");

            entries.bringLate(chat);
            awaitTopic(b, chat);
            assertThat(told(b, chat)).containsExactly("entry 2", "chat.removed");
        }
    }

    @Test
    void aChatWhoseEndIsLostShouldGoForEverybody() {
        var chat = chatOf(ana, bruno);
        try (var a = ana.connect(port);
                var b = bruno.connect(port)) {
            entries.lose(chat);
            chat.delete();
            a.await("chat.removed");
            b.await("chat.removed");

            entries.bringLate(chat);
            awaitTopic(b, chat);
            assertThat(told(b, chat)).containsExactly("entry 2", "chat.removed");
            assertThat(b.await(f -> isEntryOf(f, chat.id())).path("type").asString())
                    .isEqualTo("chat.closed");
        }
    }

    @Test
    void whoHasJoinedAndLeftBeforeShouldNotBeToldLate() {
        var chat = chatOf(ana);
        entries.lose(chat);
        chat.add(bruno.id()).remove(bruno.id());
        steps.awaitLastSeq(ana, chat, 3);
        try (var b = bruno.connect(port)) {
            assertThat(chatInHello(b, chat.id()).isMissingNode()).isTrue();

            entries.bringLate(chat);
            awaitTopic(b, chat);
            assertThat(told(b, chat)).isEmpty();
        }
    }

    @Test
    void everyJoinAndLeaveShouldBeToldOnceWhetherLostOrNot() {
        var chat = chatOf(ana);
        var expected = new ArrayList<String>();
        try (var b = bruno.connect(port)) {
            for (int round = 1; round <= 12; round++) {
                if (round % 3 == 0) {
                    entries.lose(chat);
                }
                chat.add(bruno.id());
                b.await(round, f -> isOp(f, "chat.added"));
                if (round % 3 == 1 && round > 1) {
                    entries.bringLate(chat);
                }
                chat.remove(bruno.id());
                b.await(round, f -> isOp(f, "chat.removed"));
                expected.addAll(List.of("chat.added", "entry " + (2 * round + 1), "chat.removed"));
            }
            entries.bringLate(chat);
            awaitTopic(b, chat);
            assertThat(told(b, chat)).isEqualTo(expected);
        }
    }

    /** Bruno leaves and somebody joins, in one transaction, so that no read has the one without the other. */
    private void removeAndGoOn(TestChat chat) {
        var left = new MemberLeft(chat.id(), 0, bruno.id(), ana.id(), Instant.now());
        var joined =
                new MemberJoined(
                        chat.id(), 0, UUID.randomUUID(), ChatRole.MEMBER, ana.id(), Instant.now());
        database.sql(
                        """
                        DELETE FROM memberships WHERE chat_id = '%1$s' AND user_id = '%2$s';
                        SELECT append_entry('%1$s', 'org.tertulia.member.left.v1', '%3$s', now(), NULL);
                        SELECT append_entry('%1$s', 'org.tertulia.member.joined.v1', '%4$s', now(), NULL)
                        """
                                .formatted(
                                        chat.id(),
                                        bruno.id(),
                                        codec.json(left),
                                        codec.json(joined)))
                .then()
                .block();
    }

    private void say(TestChat chat, int messages) {
        IntStream.range(0, messages).forEach(i -> steps.say(ana, chat, "m" + i));
    }

    /**
     * Waits until the connection has been handed all that was published of {@code chat}: it is told an entry
     * that is behind that in the topic, and nowhere else.
     */
    private void awaitTopic(TestSocket.Connection connection, TestChat chat) {
        var behind =
                Stream.generate(() -> TestChat.untold(ana.id()))
                        .filter(other -> partition(other) == partition(chat))
                        .findFirst()
                        .orElseThrow();
        TestEvents.publish(Topics.CHAT_EVENTS, behind.creation(ana.id(), bruno.id()));
        connection.await(f -> isOp(f, "chat.added") && isOf(f.path("chat"), behind.id()));
        KafkaRecords.of(Topics.MESSAGE_EVENTS).awaitRecord(behind.id());
        TestEvents.publish(
                Topics.MESSAGE_EVENTS,
                new MemberRoleSet(
                        behind.id(), 2, bruno.id(), ChatRole.ADMIN, ana.id(), Instant.now()));
        connection.await(f -> isEntryOf(f, behind.id()));
    }

    private static int partition(TestChat chat) {
        var key = chat.id().toString().getBytes(StandardCharsets.UTF_8);
        return BuiltInPartitioner.partitionForKey(key, PARTITIONS);
    }

    /** What the connection was told of the chat after the hello, in order. */
    private static List<String> told(TestSocket.Connection connection, TestChat chat) {
        return connection.frames().stream()
                .filter(f -> isOf(f, chat.id()) || isOf(f.path("chat"), chat.id()))
                .map(f -> isOp(f, "entry") ? "entry " + f.path("seq") : f.path("op").asString())
                .toList();
    }

    private static boolean isOf(JsonNode frame, UUID chat) {
        return chat.toString().equals(frame.path("chatId").asString());
    }

    private static boolean isOp(JsonNode frame, String op) {
        return op.equals(frame.path("op").asString());
    }
}
