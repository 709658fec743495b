package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.Mentioned;
import org.tertulia.contracts.posting.ScheduledMessagePosted;
import org.tertulia.contracts.posting.ScheduledMessageRefused;
import org.tertulia.contracts.reminder.ReminderFired;
import org.tertulia.contracts.reminder.ReminderSettled;
import org.tertulia.test.TestEvents;
import tools.jackson.databind.JsonNode;

/** What is out of date is withdrawn, what was read elsewhere is read, whatever comes first, and comes again. */
class SettlingIT extends NotificationApi {

    private UUID ana;
    private UUID bruno;

    @BeforeEach
    void people() {
        ana = UUID.randomUUID();
        bruno = UUID.randomUUID();
    }

    private static Mentioned calling(UUID person) {
        return new Mentioned(List.of(person), false);
    }

    private JsonNode last(UUID person, int count) {
        return events(person, count).getLast();
    }

    @Test
    void aMarkerShouldSettleWhatItPassesAndNoMore() {
        var chat = TestChat.between(ana, bruno);
        var first = chat.say(ana, "uno");
        chat.say(ana, "dos");
        var third = chat.say(ana, "tres");
        awaitHandled(chat);

        chat.mark(bruno, first);
        await().untilAsserted(() -> assertThat(lines(bruno)).containsExactly("*message: tres ×2"));
        chat.mark(bruno, third);
        await().untilAsserted(() -> assertThat(lines(bruno)).containsExactly("message: tres ×3"));
        var settled = last(bruno, 4);
        assertThat(settled.path("type").asString()).isEqualTo("notification.settled");
        assertThat(settled.path("withdrawn").asBoolean()).isFalse();
        assertThat(settled.path("unread").asInt()).isZero();
        assertThat(settled.path("notificationIds").path(0).asString())
                .isEqualTo(inbox(bruno).getFirst().path("id").asString());
    }

    @Test
    void aMarkerThatComesBeforeItsMessageShouldWinToo() {
        var chat = TestChat.between(ana, bruno);
        awaitHandled(chat);
        var early = chat.posted(ana, "Hola", null, null, null);
        chat.mark(bruno, early.seq());
        awaitMarked(bruno, chat.id(), 0, early.seq());
        chat.publish(early);
        chat.say(ana, "¿Estás?");
        awaitHandled(chat);

        assertThat(lines(bruno)).containsExactly("*message: ¿Estás? ×1");
    }

    /** Nothing is waited for between the two, so each is first now and then. */
    @Test
    void aMarkerAndItsMessageShouldEndTheSameWhicheverIsFirst() {
        var chats = Stream.generate(() -> TestChat.between(ana, bruno)).limit(24).toList();
        chats.forEach(this::awaitHandled);
        for (var chat : chats) {
            var message = chat.posted(ana, "Hola", null, null, null);
            chat.mark(bruno, message.seq());
            chat.publish(message);
        }
        for (var chat : chats) {
            awaitHandled(chat);
            awaitMarked(bruno, chat.id(), 0, chat.lastSeq());
        }
        assertThat(lines(bruno)).allMatch(line -> line.equals("message: Hola ×1"));
        assertThat(json(get(bruno, "/unread")).path("unread").asInt()).isZero();
    }

    @Test
    void aThreadShouldHaveItsOwnMarker() {
        var chat = TestChat.between(ana, bruno);
        var root = chat.say(bruno, "¿Quién?");
        var answer = chat.sayInThread(ana, "Yo", root);
        awaitHandled(chat);
        chat.mark(bruno, answer);
        awaitMarked(bruno, chat.id(), 0, answer);
        assertThat(lines(bruno)).containsExactly("*message: Yo ×1");

        chat.markThread(bruno, root, answer);
        await().untilAsserted(() -> assertThat(lines(bruno)).containsExactly("message: Yo ×1"));
        var early = chat.posted(ana, "Sí", null, root, calling(bruno));
        chat.markThread(bruno, root, early.seq());
        awaitMarked(bruno, chat.id(), root, early.seq());
        chat.publish(early);
        awaitHandled(chat);
        assertThat(lines(bruno)).containsExactly("message: Yo ×1");
    }

    @Test
    void whatIsDeletedShouldBeWithdrawnAndItsTextForgotten() {
        var chat = TestChat.between(ana, bruno);
        var first = chat.say(ana, "secreto");
        var second = chat.say(ana, "otro");
        awaitHandled(chat);
        chat.delete(second);
        awaitHandled(chat);
        assertThat(lines(bruno)).containsExactly("*message: secreto ×1");

        chat.delete(first);
        awaitHandled(chat);
        assertThat(lines(bruno)).isEmpty();
        var settled = last(bruno, 3);
        assertThat(settled.path("withdrawn").asBoolean()).isTrue();
        assertThat(settled.path("unread").asInt()).isZero();
        assertThat(kept("secreto")).isZero();
    }

    private long kept(String text) {
        var found =
                database.sql(
                                """
                                select (select count(*) from causes where excerpt = $1)
                                    + (select count(*) from notifications where excerpt = $1) as n
                                """)
                        .bind(0, text)
                        .mapValue(Long.class)
                        .one()
                        .block(LIMIT);
        return found == null ? 0 : found;
    }

    @Test
    void whatWasReadShouldBeWithdrawnToo() {
        var chat = TestChat.between(ana, bruno);
        var seq = chat.say(ana, "uy");
        awaitHandled(chat);
        read(bruno, Map.of("all", true));
        chat.delete(seq);
        awaitHandled(chat);
        assertThat(lines(bruno)).isEmpty();
        assertThat(last(bruno, 3).path("withdrawn").asBoolean()).isTrue();
    }

    @Test
    void anEditShouldChangeTheExcerptAndTellNobodyAgain() {
        var chat = TestChat.between(ana, bruno);
        var seq = chat.say(ana, "Ola");
        chat.edit(seq, "Hola");
        chat.say(ana, "¿Qué tal?");
        chat.edit(seq, "¡Hola!");
        chat.delete(seq + 2);
        awaitHandled(chat);
        assertThat(lines(bruno)).containsExactly("*message: ¡Hola! ×1");
        assertThat(versions(events(bruno, 2))).containsExactly(1L, 2L);
        assertThat(kept("Ola")).isZero();
    }

    @Test
    void whatHappenedInAChatShouldGoWithTheMembership() {
        var eva = UUID.randomUUID();
        var chat = TestChat.group(ana, bruno, eva);
        chat.call(ana, "@bruno @eva", bruno, eva);
        chat.remove(bruno);
        chat.call(ana, "@bruno", bruno);
        awaitHandled(chat);
        assertThat(lines(bruno)).isEmpty();
        assertThat(lines(eva)).hasSize(2);

        chat.close();
        awaitHandled(chat);
        assertThat(lines(eva)).isEmpty();
        assertThat(last(eva, 3).path("notificationIds").size()).isEqualTo(2);
    }

    @Test
    void aReminderShouldBeToldUntilItIsSeenTo() {
        var reminder = UUID.randomUUID();
        var chat = UUID.randomUUID();
        fire(reminder, UUID.randomUUID(), chat);
        var again = UUID.randomUUID();
        fire(reminder, again, chat);
        await().untilAsserted(
                        () ->
                                assertThat(lines(ana))
                                        .containsExactly("*reminder: Regar las plantas ×2"));
        var told = inbox(ana).getFirst();
        assertThat(told.path("reminderId").asString()).isEqualTo(reminder.toString());
        assertThat(told.path("chatId").asString()).isEqualTo(chat.toString());
        assertThat(told.path("message").asLong()).isEqualTo(7);
        assertThat(told.has("byId")).isFalse();

        TestEvents.publish(
                Topics.REMINDER_EVENTS, new ReminderSettled(reminder, ana, again, Instant.now()));
        await().untilAsserted(() -> assertThat(lines(ana)).isEmpty());
        fire(reminder, again, chat);
        fire(reminder, UUID.randomUUID(), chat);
        await().untilAsserted(
                        () ->
                                assertThat(lines(ana))
                                        .containsExactly("*reminder: Regar las plantas ×1"));
        assertThat(versions(events(ana, 4))).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whoScheduledAMessageThatWasRefusedShouldBeToldOnce() {
        var chat = TestChat.group(bruno, ana);
        chat.remove(ana);
        awaitHandled(chat);
        var refused =
                new ScheduledMessageRefused(
                        UUID.randomUUID(),
                        chat.id(),
                        ana,
                        "¡Feliz  cumpleaños!",
                        "urn:tertulia:problem:chat-not-found",
                        "There is no such chat.",
                        Instant.now());
        var posted =
                new ScheduledMessagePosted(UUID.randomUUID(), chat.id(), ana, 7, Instant.now());
        TestEvents.publish(Topics.POSTING_EVENTS, posted);
        TestEvents.publish(Topics.POSTING_EVENTS, refused);
        TestEvents.publish(Topics.POSTING_EVENTS, refused);
        var other =
                new ScheduledMessageRefused(
                        UUID.randomUUID(), chat.id(), ana, "", "x", "x", Instant.now());
        TestEvents.publish(Topics.POSTING_EVENTS, other);

        await().untilAsserted(
                        () ->
                                assertThat(lines(ana))
                                        .containsExactly(
                                                "*scheduled-message:  ×1",
                                                "*scheduled-message: ¡Feliz cumpleaños! ×1"));
        var told = inbox(ana).getLast();
        assertThat(told.path("chatId").asString()).isEqualTo(chat.id().toString());
        assertThat(told.has("message")).isFalse();
        assertThat(told.has("byId")).isFalse();
    }

    private void fire(UUID reminder, UUID firing, UUID chat) {
        TestEvents.publish(
                Topics.REMINDER_EVENTS,
                new ReminderFired(
                        reminder,
                        ana,
                        null,
                        null,
                        firing,
                        "Regar las plantas",
                        chat,
                        7L,
                        Instant.now(),
                        Instant.now()));
    }

    /** As after a crash between what an entry made and the note that it was dealt with: everything comes again. */
    @Test
    void whatComesAgainInPartShouldBeToldOnce() {
        var chat = TestChat.group(ana, bruno);
        var entry = chat.posted(ana, "@bruno", null, null, calling(bruno));
        chat.publish(entry);
        awaitHandled(chat);
        chat.mark(bruno, 1);
        await().until(() -> events(bruno, 3).size() >= 3);

        forgetWhatWasHandled(chat);
        chat.publish(entry);
        awaitHandled(chat);
        assertThat(lines(bruno)).containsExactly("*mention: @bruno ×1", "invitation:  ×1");

        read(bruno, Map.of("all", true));
        forgetWhatWasHandled(chat);
        chat.publish(entry);
        awaitHandled(chat);
        assertThat(lines(bruno)).containsExactly("mention: @bruno ×1", "invitation:  ×1");
        assertThat(versions(events(bruno, 4))).containsExactly(1L, 2L, 3L, 4L);
    }

    private void forgetWhatWasHandled(TestChat chat) {
        database.sql("update chats set handled_seq = 0 where chat_id = $1")
                .bind(0, chat.id())
                .then()
                .block(LIMIT);
    }

    @Test
    void entriesThatComeAgainLongAfterShouldChangeNothing() {
        var chat = TestChat.between(ana, bruno);
        var entry = chat.posted(ana, "Hola", null, null, null);
        chat.publish(entry);
        chat.delete(entry.seq());
        chat.publish(entry);
        var later = chat.say(ana, "¿Sí?");
        awaitHandled(chat);
        assertThat(later).isEqualTo(4);
        assertThat(lines(bruno)).containsExactly("*message: ¿Sí? ×1");
    }
}
