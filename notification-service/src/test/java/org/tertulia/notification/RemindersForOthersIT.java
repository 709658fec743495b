package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.reminder.ReminderEvent;
import org.tertulia.contracts.reminder.ReminderFired;
import org.tertulia.contracts.reminder.ReminderRefused;
import org.tertulia.test.TestEvents;

/** Reminders that somebody made for somebody else, or for a chat. */
class RemindersForOthersIT extends NotificationApi {

    private final UUID reminder = UUID.randomUUID();
    private UUID ana;
    private UUID bruno;
    private UUID eva;

    @BeforeEach
    void people() {
        ana = UUID.randomUUID();
        bruno = UUID.randomUUID();
        eva = UUID.randomUUID();
    }

    @Test
    void aReminderForAPersonShouldBeToldToThemAndSayWhoseItIs() {
        var firing = fired(bruno, ana, null, UUID.randomUUID());
        publish(firing);
        publish(firing);

        awaitLines(bruno, "*reminder: Regar las plantas ×1");
        publish(fired(bruno, ana, null, UUID.randomUUID()));
        awaitLines(bruno, "*reminder: Regar las plantas ×2");
        var told = inbox(bruno).getFirst();
        assertThat(told.path("byId").asString()).isEqualTo(ana.toString());
        assertThat(told.path("reminderId").asString()).isEqualTo(reminder.toString());
        assertThat(told.has("chatId")).isFalse();
        assertThat(inbox(ana)).isEmpty();
    }

    @Test
    void aReminderForAChatShouldBeToldToItsMembersAsTheyAreAndWish() {
        var gone = UUID.randomUUID();
        var chat = TestChat.group(ana, bruno, eva, gone);
        chat.remove(gone);
        choose(eva, chat, "none");

        publish(fired(ana, ana, chat.id(), UUID.randomUUID()));

        var invited = "*invitation:  ×1";
        awaitLines(bruno, "*reminder: Regar las plantas ×1", invited);
        awaitLines(ana, "*reminder: Regar las plantas ×1");
        var told = inbox(bruno).getFirst();
        assertThat(told.path("byId").asString()).isEqualTo(ana.toString());
        assertThat(told.path("chatId").asString()).isEqualTo(chat.id().toString());
        assertThat(lines(eva)).containsExactly(invited);
        assertThat(lines(gone)).noneMatch(line -> line.contains("reminder"));
    }

    @Test
    void aReminderThatWasReadOfInTheChatShouldBeToldAllTheSame() {
        var chat = TestChat.group(ana, bruno);
        var last = chat.say(ana, "hola");
        chat.mark(bruno, last);
        awaitHandled(chat);
        awaitMarked(bruno, chat.id(), 0, last);

        publish(fired(ana, ana, chat.id(), UUID.randomUUID()));

        await().atMost(LIMIT).until(() -> lines(bruno).contains("*reminder: Regar las plantas ×1"));
    }

    @Test
    void whoMayNotRemindAnyMoreShouldBeToldOnce() {
        var refused =
                new ReminderRefused(
                        reminder, ana, "Regar las plantas", Instant.now(), Instant.now());
        publish(refused);
        publish(refused);
        publish(fired(ana, null, null, UUID.randomUUID()));

        awaitLines(
                ana, "*reminder: Regar las plantas ×1", "*reminder-refused: Regar las plantas ×1");
        var told = inbox(ana).getLast();
        assertThat(told.path("reminderId").asString()).isEqualTo(reminder.toString());
        assertThat(told.has("byId")).isFalse();
    }

    private void awaitLines(UUID person, String... lines) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(lines(person)).containsExactly(lines));
    }

    private static void publish(ReminderEvent event) {
        TestEvents.publish(Topics.REMINDER_EVENTS, event);
    }

    private ReminderFired fired(
            UUID person, @Nullable UUID by, @Nullable UUID audience, UUID firing) {
        return new ReminderFired(
                reminder,
                person,
                by,
                audience,
                firing,
                "Regar las plantas",
                null,
                null,
                Instant.now(),
                Instant.now());
    }
}
