package org.tertulia.message.delivery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.account.AccountEvent;
import org.tertulia.contracts.account.AccountRegistered;
import org.tertulia.contracts.account.SessionRevoked;
import org.tertulia.contracts.marker.MarkerEvent;
import org.tertulia.contracts.marker.MarkerMoved;
import org.tertulia.contracts.marker.ThreadMarked;
import org.tertulia.message.markers.ReadMarker;
import org.tertulia.message.threads.ThreadState;
import org.tertulia.message.translationrequests.TranslationRequests;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.kafka.EventSubscription;

/** Brings what every instance must see to the connections of this one. */
@Configuration(proxyBeanMethods = false)
class DeliveryListener {

    @Bean
    EventSubscription messageEventSubscription(
            Deliveries deliveries,
            LiveEntries entries,
            TranslationRequests translations,
            DeletedMessages deleted) {
        return EventSubscription.broadcast(
                "delivery",
                Topics.MESSAGE_EVENTS,
                raw -> {
                    // First, so that no translation follows an entry by which the message is
                    // deleted.
                    deleted.hear(raw);
                    var entry = entries.of(raw);
                    deliveries.signal(new ShardSignal.Appended(entry));
                    if (translations.isAboutText(raw) && deliveries.hasReaders(entry.chatId())) {
                        deliveries.poll(entry.chatId(), all -> translations.request(raw, all));
                    }
                });
    }

    @Bean
    EventSubscription markerEventSubscription(Deliveries deliveries, EventCodec codec) {
        return EventSubscription.broadcast(
                "markers",
                Topics.MARKER_EVENTS,
                raw -> {
                    switch (codec.decode(raw.value(), MarkerEvent.class)) {
                        case MarkerMoved e -> deliveries.signal(moved(e));
                        case ThreadMarked e -> deliveries.signal(marked(e));
                    }
                });
    }

    private static ShardSignal moved(MarkerMoved event) {
        return new ShardSignal.MarkerMoved(
                new UserId(event.userId()),
                new ReadMarker(
                        new ChatId(event.chatId()),
                        event.generation(),
                        event.readSeq(),
                        event.unread(),
                        event.mentions()));
    }

    private static ShardSignal marked(ThreadMarked event) {
        return new ShardSignal.ThreadMarked(
                new UserId(event.userId()),
                new ThreadState(
                        new ChatId(event.chatId()),
                        event.thread(),
                        event.following(),
                        event.readSeq(),
                        event.unread(),
                        event.mentions()));
    }

    @Bean
    EventSubscription accountEventSubscription(
            Deliveries deliveries, RevokedSessions revoked, EventCodec codec) {
        return EventSubscription.broadcast(
                "sessions",
                Topics.ACCOUNT_EVENTS,
                raw -> {
                    switch (codec.decode(raw.value(), AccountEvent.class)) {
                        case SessionRevoked e -> revoke(deliveries, revoked, e);
                        case AccountRegistered _ -> {}
                    }
                });
    }

    private static void revoke(
            Deliveries deliveries, RevokedSessions revoked, SessionRevoked event) {
        var session = new SessionId(event.sessionId());
        revoked.add(session);
        deliveries.signal(new ShardSignal.SessionRevoked(session));
    }
}
