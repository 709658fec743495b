package org.tertulia.notification.listening;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.reminder.ReminderEvent;
import org.tertulia.contracts.reminder.ReminderFired;
import org.tertulia.contracts.reminder.ReminderRefused;
import org.tertulia.contracts.reminder.ReminderSettled;
import org.tertulia.notification.decisions.Occasion.Reminded;
import org.tertulia.notification.inbox.Inbox;
import org.tertulia.notification.inbox.Selection;
import org.tertulia.notification.replica.Place;
import org.tertulia.notification.replica.Replica;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/**
 * Reminders are told to whom they are for, whatever they are about: one's own until they have been seen to, those for a chat
 * to its members as they are now, as far as they want to be told of it.
 */
@Configuration(proxyBeanMethods = false)
class ReminderListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "notification-service.reminders";

    private final Replica replica;
    private final Announcing announcing;
    private final Inbox inbox;
    private final Rounds rounds;

    ReminderListener(Replica replica, Announcing announcing, Inbox inbox, Rounds rounds) {
        this.replica = replica;
        this.announcing = announcing;
        this.inbox = inbox;
        this.rounds = rounds;
    }

    @Bean
    EventSubscription reminderEvents() {
        return EventSubscription.ordered(
                GROUP,
                Topics.REMINDER_EVENTS,
                ReminderEvent.class,
                received -> on(received.event()));
    }

    private Mono<Void> on(ReminderEvent event) {
        var person = new UserId(event.userId());
        return switch (event) {
            case ReminderFired e when e.audienceChatId() != null ->
                    firedFor(new ChatId(e.audienceChatId()), e);
            case ReminderFired e -> rounds.one(person, inbox.tell(person, Subjects.fired(e)));
            case ReminderRefused e -> rounds.one(person, inbox.tell(person, Subjects.refused(e)));
            case ReminderSettled e ->
                    rounds.one(
                            person,
                            inbox.withdraw(person, new Selection.OfReminder(e.reminderId())));
        };
    }

    private Mono<Void> firedFor(ChatId chat, ReminderFired e) {
        return replica.chat(chat)
                .flatMap(
                        known ->
                                announcing.tell(
                                        new Place(chat, known.privateChat(), 0),
                                        new Reminded(new UserId(e.userId())),
                                        List.of(),
                                        (_, _) -> Subjects.fired(e)));
    }
}
