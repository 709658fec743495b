package org.tertulia.message.presence;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.presence.ChosenPresence;
import org.tertulia.contracts.presence.InstancePresence;
import org.tertulia.contracts.presence.PresenceEvent;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.kafka.EventSubscription;

/** Listens to the other instances. */
@Configuration(proxyBeanMethods = false)
class PresenceListener {

    @Bean
    EventSubscription presenceEvents(PresenceBoard board, EventCodec codec) {
        return EventSubscription.broadcast(
                "presence",
                Topics.PRESENCE_EVENTS,
                raw -> {
                    switch (codec.decode(raw.value(), PresenceEvent.class)) {
                        case InstancePresence e -> board.heard(report(e));
                    }
                });
    }

    private static InstanceReport report(InstancePresence event) {
        return new InstanceReport(
                event.instanceId(),
                event.full(),
                people(event.online()),
                people(event.offline()),
                people(event.away()),
                event.chosen().stream().map(PresenceListener::said).toList());
    }

    private static SaidChoice said(ChosenPresence chosen) {
        return new SaidChoice(
                new PresenceChoice(
                        new UserId(chosen.userId()),
                        chosen.version(),
                        chosen.invisible(),
                        chosen.text(),
                        chosen.emoji(),
                        chosen.until()),
                chosen.devices() == null
                        ? null
                        : PresenceStatus.AWAY.wire().equals(chosen.devices()));
    }

    private static Set<UserId> people(Collection<UUID> ids) {
        return ids.stream().map(UserId::new).collect(Collectors.toSet());
    }
}
