package org.tertulia.message.delivery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.personal.BookmarkChanged;
import org.tertulia.contracts.personal.DraftChanged;
import org.tertulia.contracts.personal.PersonalEvent;
import org.tertulia.contracts.typing.PersonTyping;
import org.tertulia.contracts.typing.TypingEvent;
import org.tertulia.message.frames.ServerFrame;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.kafka.EventSubscription;

/** Brings what people keep for themselves to their connections here, and who is writing to the others'. */
@Configuration(proxyBeanMethods = false)
class PersonalListener {

    @Bean
    EventSubscription personalEventSubscription(Deliveries deliveries, EventCodec codec) {
        return EventSubscription.broadcast(
                "personal",
                Topics.PERSONAL_EVENTS,
                raw -> {
                    switch (codec.decode(raw.value(), PersonalEvent.class)) {
                        case BookmarkChanged e -> deliveries.signal(changed(deliveries, e));
                        case DraftChanged e -> deliveries.signal(changed(e));
                    }
                });
    }

    private static ShardSignal changed(Deliveries deliveries, BookmarkChanged event) {
        var frame =
                new ServerFrame.Bookmark(
                        new ChatId(event.chatId()),
                        event.message(),
                        event.bookmarked(),
                        event.at());
        return new ShardSignal.ToPerson(new UserId(event.userId()), deliveries.frame(frame));
    }

    private static ShardSignal changed(DraftChanged event) {
        return new ShardSignal.DraftChanged(
                new UserId(event.userId()),
                new ChatId(event.chatId()),
                event.thread(),
                event.version(),
                event.connectionId(),
                event.at());
    }

    @Bean
    EventSubscription typingEventSubscription(Deliveries deliveries, EventCodec codec) {
        return EventSubscription.broadcast(
                "typing",
                Topics.TYPING_EVENTS,
                raw -> {
                    switch (codec.decode(raw.value(), TypingEvent.class)) {
                        case PersonTyping e -> deliveries.signalIfIdle(typing(deliveries, e));
                    }
                });
    }

    private static ShardSignal typing(Deliveries deliveries, PersonTyping event) {
        var chatId = new ChatId(event.chatId());
        var userId = new UserId(event.userId());
        var frame =
                new ServerFrame.Typing(
                        chatId, event.thread(), userId, event.until().toEpochMilli());
        return new ShardSignal.Typing(chatId, userId, deliveries.frame(frame));
    }
}
