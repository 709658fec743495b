package org.tertulia.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.scheduled.ScheduledFile;
import org.tertulia.contracts.scheduled.ScheduledMessageDue;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.TestEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people have scheduled is posted in their names, as if they did it themselves, and answered. */
class ScheduledPostingIT extends MessageApi {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MANY = 120;

    @Autowired private DatabaseClient database;

    @Test
    void aMessageShouldBePostedInItsAuthorsName() {
        var chat = chatOf(ana, bruno);
        var first = steps.say(bruno, chat, "¿Quién viene?").path("seq").asLong();
        var photo = new FileRows(database).image(ana.id());
        var due = due(ana, chat.id(), "¡Yo, @all!", first, null, List.of(photo), Instant.now());
        TestEvents.publish(Topics.SCHEDULED_MESSAGE_EVENTS, due);

        var answer = answers(chat, 1).getFirst();
        assertThat(answer.path("type").asString()).isEqualTo("scheduled-message.posted");
        assertThat(answer.path("scheduledMessageId").asString())
                .isEqualTo(due.scheduledMessageId().toString());
        assertThat(answer.path("authorId").asString()).isEqualTo(ana.id().toString());
        var message = message(chat, answer.path("seq").asLong());
        assertThat(message.path("text").asString()).isEqualTo("¡Yo, @all!");
        assertThat(message.path("senderId").asString()).isEqualTo(ana.id().toString());
        assertThat(message.path("clientMessageId").asString())
                .isEqualTo(due.scheduledMessageId().toString());
        assertThat(message.path("replyTo").asLong()).isEqualTo(first);
        assertThat(message.at("/mentions/everyone").asBoolean()).isTrue();
        assertThat(message.at("/attachments/0/mediaId").asString()).isEqualTo(photo.toString());
        assertThat(message.at("/attachments/0/alt").asString()).isEqualTo("La plaza, vacía");
    }

    @Test
    void aMessageThatComesAgainShouldBePostedOnceWhateverHappenedSince() {
        var chat = chatOf(ana, bruno);
        var due = due(bruno, chat, "once");
        TestEvents.publish(Topics.SCHEDULED_MESSAGE_EVENTS, due);
        var seq = answers(chat, 1).getFirst().path("seq").asLong();

        TestEvents.publish(Topics.SCHEDULED_MESSAGE_EVENTS, due);
        answers(chat, 2);
        chat.remove(bruno.id());
        awaitMembers(chat, 1);
        TestEvents.publish(Topics.SCHEDULED_MESSAGE_EVENTS, due);
        answers(chat, 3);
        assertThat(texts(chat)).containsExactly("once");
        chat.delete();
        awaitMembers(chat, 0);
        TestEvents.publish(Topics.SCHEDULED_MESSAGE_EVENTS, due);

        assertThat(answers(chat, 4))
                .hasSize(4)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.path("type").asString())
                                    .isEqualTo("scheduled-message.posted");
                            assertThat(answer.path("seq").asLong()).isEqualTo(seq);
                        });
    }

    @Test
    void whoIsNoMemberAnyMoreShouldBeRefused() {
        var chat = chatOf(ana, bruno);
        chat.remove(bruno.id());
        awaitMembers(chat, 1);
        var asked = chatService.received().size();
        var due = due(bruno, chat, "too late");
        TestEvents.publish(Topics.SCHEDULED_MESSAGE_EVENTS, due);

        var answer = answers(chat, 1).getFirst();
        assertThat(answer.path("type").asString()).isEqualTo("scheduled-message.refused");
        assertThat(answer.path("scheduledMessageId").asString())
                .isEqualTo(due.scheduledMessageId().toString());
        assertThat(answer.path("text").asString()).isEqualTo("too late");
        assertThat(answer.path("problem").asString()).isEqualTo(PROBLEM + "chat-not-found");
        assertThat(answer.path("detail").asString()).contains(chat.id().toString());
        assertThat(texts(chat)).isEmpty();
        assertThat(chatService.received()).hasSize(asked);
    }

    @Test
    void whatCanNotBePostedShouldBeRefused() {
        var chat = chatOf(ana, bruno);
        var photo = new FileRows(database).image(bruno.id());
        var now = Instant.now();
        for (var due :
                List.of(
                        due(ana, chat.id(), "x", 99L, null, List.of(), now),
                        due(ana, chat.id(), "x", null, 99L, List.of(), now),
                        due(ana, chat.id(), "", null, null, List.of(photo), now),
                        due(ana, chat.id(), "", null, null, List.of(UUID.randomUUID()), now),
                        due(ana, chat.id(), "", null, null, List.of(), now))) {
            TestEvents.publish(Topics.SCHEDULED_MESSAGE_EVENTS, due);
        }
        var answers = answers(chat, 5);
        assertThat(answers.stream().map(it -> it.path("problem").asString()))
                .containsExactly(
                        PROBLEM + "validation-failed",
                        PROBLEM + "validation-failed",
                        PROBLEM + "unknown-attachment",
                        PROBLEM + "unknown-attachment",
                        PROBLEM + "validation-failed");
        assertThat(answers.getFirst().path("detail").asString()).contains("replyTo must be");
        assertThat(mediaService.received()).isEmpty();
    }

    @Test
    void aChatThatIsGoneShouldRefuse() {
        var chat = chatOf(ana, bruno);
        chat.delete();
        awaitMembers(chat, 0);
        TestEvents.publish(Topics.SCHEDULED_MESSAGE_EVENTS, due(ana, chat, "too late"));

        assertThat(answers(chat, 1).getFirst().path("problem").asString())
                .isEqualTo(PROBLEM + "chat-not-found");
    }

    @Test
    void whoHasJustJoinedShouldNotBeRefused() {
        var chat = TestChat.untold(ana.id());
        var created = chat.creation(ana.id());
        TestEvents.publish(Topics.SCHEDULED_MESSAGE_EVENTS, due(ana, chat, "at once"));
        CompletableFuture.delayedExecutor(400, TimeUnit.MILLISECONDS)
                .execute(() -> TestEvents.publish(Topics.CHAT_EVENTS, created));

        assertThat(answers(chat, 1).getFirst().path("type").asString())
                .isEqualTo("scheduled-message.posted");
    }

    /** The database is away again and again, in the middle of everything. */
    @Test
    void whatFailsForAWhileShouldBePostedOnceAndInOrder() {
        var chat = chatOf(ana, bruno);
        var dues = IntStream.range(0, MANY).mapToObj(i -> due(ana, chat, "no. " + i)).toList();
        dues.forEach(it -> TestEvents.publish(Topics.SCHEDULED_MESSAGE_EVENTS, it));
        for (int done = 0; done < MANY; done += MANY / 6) {
            var enough = done;
            Awaitility.await()
                    .atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> texts(chat).size() >= enough);
            breakConnections();
        }

        var expected = dues.stream().map(ScheduledMessageDue::text).toList();
        Awaitility.await()
                .atMost(LIMIT)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(texts(chat)).isEqualTo(expected));
        var answers = answers(chat, MANY);
        assertThat(answers)
                .allSatisfy(
                        it ->
                                assertThat(it.path("type").asString())
                                        .isEqualTo("scheduled-message.posted"));
        assertThat(
                        new HashSet<>(
                                answers.stream()
                                        .map(it -> it.path("scheduledMessageId").asString())
                                        .toList()))
                .hasSize(MANY);
    }

    private void breakConnections() {
        database.sql(
                        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                .then()
                .onErrorComplete()
                .block(LIMIT);
    }

    private static ScheduledMessageDue due(TestPerson author, TestChat chat, String text) {
        return due(author, chat.id(), text, null, null, List.of(), Instant.now());
    }

    private static ScheduledMessageDue due(
            TestPerson author,
            UUID chat,
            String text,
            Long replyTo,
            Long thread,
            List<UUID> files,
            Instant at) {
        return new ScheduledMessageDue(
                UUID.randomUUID(),
                author.id(),
                chat,
                text,
                replyTo,
                thread,
                described(files),
                at,
                at);
    }

    private static List<ScheduledFile> described(List<UUID> files) {
        return files.stream().map(file -> new ScheduledFile(file, "La plaza, vacía")).toList();
    }

    /** The answers of a chat, at least so many. */
    private static List<JsonNode> answers(TestChat chat, int atLeast) {
        return KafkaRecords.of(Topics.POSTING_EVENTS)
                .within(LIMIT)
                .awaitRecords(atLeast, record -> chat.id().toString().equals(record.key()))
                .stream()
                .map(record -> JSON.readTree(record.value()))
                .toList();
    }

    private JsonNode message(TestChat chat, long seq) {
        return steps.read(bruno, "/api/v1/chats/%s/messages/%d".formatted(chat.id(), seq));
    }

    private List<String> texts(TestChat chat) {
        return database.sql("SELECT text FROM messages WHERE chat_id = $1 ORDER BY seq")
                .bind(0, chat.id())
                .mapValue(String.class)
                .all()
                .collectList()
                .block(LIMIT);
    }

    private void awaitMembers(TestChat chat, long count) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () ->
                                database.sql("SELECT count(*) FROM memberships WHERE chat_id = $1")
                                        .bind(0, chat.id())
                                        .mapValue(Long.class)
                                        .one()
                                        .block(LIMIT),
                        found -> found == count);
    }
}
