package org.tertulia.message.typing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.typing.PersonTyping;
import org.tertulia.message.presence.PresenceBoard;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EphemeralEvents;
import org.tertulia.starter.problem.Infrastructure;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;

/**
 * Tells the members of a chat who are connected, on every instance, that somebody is writing. Best effort:
 * it ends by itself, and is told again as long as it lasts.
 */
@Service
public final class Typing {

    /** Chats whose size is remembered. */
    private static final int MAX_COUNTED = 10_000;

    private final TypingRepository repository;
    private final PresenceBoard presence;
    private final EphemeralEvents events;
    private final Clock clock;
    private final TypingProperties properties;
    private final Cache<ChatId, Integer> memberCounts;

    Typing(
            TypingRepository repository,
            PresenceBoard presence,
            EphemeralEvents events,
            Clock clock,
            TypingProperties properties) {
        this.repository = repository;
        this.presence = presence;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
        this.memberCounts =
                Caffeine.newBuilder()
                        .expireAfterWrite(properties.countedFor())
                        .maximumSize(MAX_COUNTED)
                        .build();
    }

    /** What each connection has one of. */
    public TypingPace pace() {
        return new TypingPace(properties.every());
    }

    /**
     * Completes when it is on its way; of somebody invisible, in a large chat, and while the database is away
     * it is not told at all. Fails with validation-failed for a thread that can not be one.
     *
     * @param person who is writing, known as a member of the chat
     * @param thread the seq of the message in whose thread; null in the main conversation
     */
    public Mono<Void> tell(UserId person, ChatId chatId, @Nullable Long thread) {
        if (thread != null && thread <= 0) {
            return Mono.error(
                    new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                            .field("thread", "must be the seq of a message"));
        }
        if (presence.isInvisible(person)) {
            return Mono.empty();
        }
        return memberCount(chatId)
                .filter(count -> count <= properties.maxChatMembers())
                .doOnNext(count -> publish(person, chatId, thread))
                .onErrorComplete(Infrastructure::isAway)
                .then();
    }

    private Mono<Integer> memberCount(ChatId chatId) {
        var known = memberCounts.getIfPresent(chatId);
        return known != null
                ? Mono.just(known)
                : repository.memberCount(chatId).doOnNext(count -> memberCounts.put(chatId, count));
    }

    private void publish(UserId person, ChatId chatId, @Nullable Long thread) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        events.publish(
                Topics.TYPING_EVENTS,
                new PersonTyping(
                        chatId.value(),
                        thread,
                        person.value(),
                        at.plus(properties.shownFor()),
                        at));
    }
}
