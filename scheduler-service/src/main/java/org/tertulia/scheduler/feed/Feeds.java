package org.tertulia.scheduler.feed;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.tertulia.scheduler.reminders.ReminderLedger;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One feed of each person who wants one, at an address that nobody guesses; whoever has it reads the feed. */
@Component
final class Feeds {

    /** Most reminders that a feed has, those that are due first; as many as a person has who is not allowed more. */
    static final int MAX_REMINDERS = 500;

    private final FeedRepository feeds;
    private final ReminderLedger reminders;
    private final Clock clock;

    Feeds(FeedRepository feeds, ReminderLedger reminders, Clock clock) {
        this.feeds = feeds;
        this.reminders = reminders;
        this.clock = clock;
    }

    /**
     * A new feed.
     *
     * @param token what is secret of its address
     * @param createdAt when it was made, UTC
     */
    record Made(FeedToken token, Instant createdAt) {}

    /** A new feed of a person, in the place of the one before, whose address leads nowhere from now on. */
    Mono<Made> make(UserId owner) {
        return Mono.fromSupplier(() -> new Made(FeedToken.random(), now()))
                .flatMap(made -> feeds.put(owner, made.token(), made.createdAt()).thenReturn(made));
    }

    /** When a person's feed was made. Fails with {@link FeedNotFound}. */
    Mono<Instant> createdAt(UserId owner) {
        return feeds.createdAt(owner).switchIfEmpty(Mono.error(FeedNotFound::new));
    }

    /** A person has no feed any more. */
    Mono<Void> remove(UserId owner) {
        return feeds.remove(owner);
    }

    /** What the feed of this address has. Fails with {@link FeedNotFound}. */
    Mono<ReminderCalendar> read(String token) {
        return Mono.justOrEmpty(FeedToken.parse(token))
                .flatMap(feeds::owner)
                .switchIfEmpty(Mono.error(FeedNotFound::new))
                .flatMap(owner -> reminders.coming(owner, MAX_REMINDERS))
                .map(ReminderCalendar::new);
    }

    /** The text of it, made away from the event loop: hundreds of rules take some time to be followed. */
    Mono<String> text(ReminderCalendar calendar) {
        return Mono.fromCallable(calendar::text).subscribeOn(Schedulers.boundedElastic());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
