package org.tertulia.message.delivery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.personal.BookmarkChanged;
import org.tertulia.contracts.personal.DraftChanged;
import org.tertulia.contracts.personal.PersonalEvent;
import org.tertulia.contracts.receipt.ReceiptEvent;
import org.tertulia.contracts.receipt.ReceiptMoved;
import org.tertulia.contracts.typing.PersonTyping;
import org.tertulia.contracts.typing.TypingEvent;
import org.tertulia.message.frames.ServerFrame;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.kafka.EventSubscription;

/**
 * Brings what people keep for themselves to their connections here, and who is writing and how far people
 * have read to the others'.
 */
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

    @Bean
    EventSubscription receiptEventSubscription(Deliveries deliveries, EventCodec codec) {
        return EventSubscription.broadcast(
                "receipts",
                Topics.RECEIPT_EVENTS,
                raw -> {
                    switch (codec.decode(raw.value(), ReceiptEvent.class)) {
                        case ReceiptMoved e -> deliveries.signalIfIdle(receipt(deliveries, e));
                    }
                });
    }

    private static ShardSignal receipt(Deliveries deliveries, ReceiptMoved event) {
        var chatId = new ChatId(event.chatId());
        var frame =
                new ServerFrame.Receipt(
                        chatId, new UserId(event.userId()), event.deliveredSeq(), event.readSeq());
        var to = event.to().stream().map(UserId::new).toList();
        return new ShardSignal.Receipt(chatId, to, deliveries.frame(frame));
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
