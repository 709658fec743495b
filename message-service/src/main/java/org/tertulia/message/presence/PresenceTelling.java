package org.tertulia.message.presence;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.presence.ChosenPresence;
import org.tertulia.contracts.presence.InstancePresence;
import org.tertulia.message.config.ServicePhases;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EphemeralEvents;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells what has changed: the other instances about the connections here, and the people connected here
 * about those they share chats with. Gathered for a tick, and bounded.
 */
@Component
final class PresenceTelling implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PresenceTelling.class);

    /** Changes told in one tick; more wait for the next. */
    private static final int MAX_CHANGES = 500;

    private final PresenceBoard board;
    private final PresenceRepository repository;
    private final PresenceAudience audience;
    private final EphemeralEvents events;
    private final Clock clock;
    private final PresenceProperties properties;
    private @Nullable Disposable ticks;

    PresenceTelling(
            PresenceBoard board,
            PresenceRepository repository,
            PresenceAudience audience,
            EphemeralEvents events,
            Clock clock,
            PresenceProperties properties) {
        this.board = board;
        this.repository = repository;
        this.audience = audience;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        ticks =
                Flux.interval(properties.tick())
                        // A tick that takes long stands for those that fall into it.
                        .onBackpressureDrop()
                        .concatMap(tick -> tell(), 1)
                        .subscribe();
    }

    private Mono<Void> tell() {
        return Mono.defer(
                        () -> {
                            board.tick();
                            var report = board.takeReport();
                            if (report != null) {
                                publish(report);
                            }
                            board.takeOwn().forEach(audience::tellOwn);
                            return tellPeople(board.takeChanges(MAX_CHANGES));
                        })
                .onErrorResume(
                        error -> {
                            log.warn("Presence was not told: {}", error.toString());
                            return Mono.empty();
                        });
    }

    private void publish(InstanceReport report) {
        events.publish(
                Topics.PRESENCE_EVENTS,
                new InstancePresence(
                        report.instanceId(),
                        report.full(),
                        ids(report.online()),
                        ids(report.offline()),
                        ids(report.away()),
                        report.chosen().stream().map(PresenceTelling::chosen).toList(),
                        clock.instant()));
    }

    private static ChosenPresence chosen(SaidChoice said) {
        var choice = said.choice();
        return new ChosenPresence(
                choice.userId().value(),
                choice.version(),
                choice.invisible(),
                choice.text(),
                choice.emoji(),
                choice.until(),
                devices(said.away()));
    }

    private static @Nullable String devices(@Nullable Boolean away) {
        if (away == null) {
            return null;
        }
        return (away ? PresenceStatus.AWAY : PresenceStatus.ONLINE).wire();
    }

    private static List<UUID> ids(Set<UserId> people) {
        return people.stream().map(UserId::value).toList();
    }

    private Mono<Void> tellPeople(List<PresenceChange> changes) {
        var people = audience.people();
        if (changes.isEmpty() || people.isEmpty()) {
            return Mono.empty();
        }
        Map<UserId, ShownPresence> shown =
                changes.stream()
                        .collect(Collectors.toMap(PresenceChange::userId, PresenceChange::shown));
        return repository
                .pairs(shown.keySet(), people, properties.maxChatMembers(), properties.maxNotices())
                .doOnNext(pairs -> audience.tell(notices(pairs, shown)))
                .doOnError(error -> board.putBack(changes))
                .then();
    }

    private static List<PresenceNotice> notices(
            List<PresenceRepository.Pair> pairs, Map<UserId, ShownPresence> shown) {
        return pairs.stream()
                .map(
                        pair ->
                                new PresenceNotice(
                                        pair.watcher(),
                                        pair.subject(),
                                        shown.getOrDefault(pair.subject(), ShownPresence.OFFLINE)))
                .toList();
    }

    @Override
    public synchronized void stop() {
        if (ticks != null) {
            ticks.dispose();
            ticks = null;
            publish(board.farewell());
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return ticks != null;
    }

    @Override
    public int getPhase() {
        return ServicePhases.PRESENCE;
    }
}
