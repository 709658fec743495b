package org.tertulia.notification.listening;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.marker.MarkerEvent;
import org.tertulia.contracts.marker.MarkerMoved;
import org.tertulia.contracts.marker.ThreadMarked;
import org.tertulia.notification.inbox.Inbox;
import org.tertulia.notification.inbox.Selection;
import org.tertulia.notification.replica.Replica;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventSubscription;
import reactor.core.publisher.Mono;

/**
 * What somebody has read where it was said, they need not be told. A marker settles what it passes, and is remembered for what
 * comes after it by the other topic.
 */
@Configuration(proxyBeanMethods = false)
class MarkerListener {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "notification-service.markers";

    private final Replica replica;
    private final Inbox inbox;
    private final Rounds rounds;

    MarkerListener(Replica replica, Inbox inbox, Rounds rounds) {
        this.replica = replica;
        this.inbox = inbox;
        this.rounds = rounds;
    }

    @Bean
    EventSubscription markerEvents() {
        return EventSubscription.ordered(
                GROUP,
                Topics.MARKER_EVENTS,
                MarkerEvent.class,
                received ->
                        switch (received.event()) {
                            case MarkerMoved e ->
                                    mark(
                                            new UserId(e.userId()),
                                            new ChatId(e.chatId()),
                                            0,
                                            e.generation(),
                                            e.readSeq());
                            case ThreadMarked e ->
                                    mark(
                                            new UserId(e.userId()),
                                            new ChatId(e.chatId()),
                                            e.thread(),
                                            0,
                                            e.readSeq());
                        });
    }

    /** Most markers pass nothing that somebody was told of. */
    private Mono<Void> mark(UserId person, ChatId chat, long thread, int generation, long readSeq) {
        return replica.mark(person, chat, thread, generation, readSeq)
                .filter(Boolean::booleanValue)
                .flatMap(
                        _ ->
                                rounds.one(
                                        person,
                                        inbox.read(
                                                person,
                                                new Selection.UpTo(chat, thread, readSeq))));
    }
}
