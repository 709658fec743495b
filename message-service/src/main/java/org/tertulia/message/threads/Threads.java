package org.tertulia.message.threads;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.marker.ThreadMarked;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.Membership;
import org.tertulia.message.timeline.MessageNotFound;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.message.timeline.MessageViews;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EphemeralEvents;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;

/**
 * Who follows which thread, and how far they have read. Whoever speaks in a thread follows it, and so do,
 * until they say otherwise, the author of its root and those who are called in it. A marker only moves
 * forward. The person's other connections are told, best effort.
 */
@Service
public final class Threads {

    private final ThreadRepository repository;
    private final MessageViews messages;
    private final Membership membership;
    private final EphemeralEvents events;
    private final Clock clock;

    Threads(
            ThreadRepository repository,
            MessageViews messages,
            Membership membership,
            EphemeralEvents events,
            Clock clock) {
        this.repository = repository;
        this.messages = messages;
        this.membership = membership;
        this.events = events;
        this.clock = clock;
    }

    /** Follows the thread of a message, or no longer. Fails with chat-not-found, {@link MessageNotFound}. */
    Mono<ThreadState> follow(Caller caller, MessagePlace root, boolean following) {
        return mark(caller, root, following, null);
    }

    /**
     * How the caller stands to the thread after the marker was moved to {@code seq}; for somebody who does
     * not follow it, no marker is kept. Fails with chat-not-found, {@link MessageNotFound} of the root, and
     * validation-failed for a negative seq.
     */
    public Mono<ThreadState> moveTo(Caller caller, MessagePlace root, long seq) {
        if (seq < 0) {
            return Mono.error(
                    new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                            .field("seq", "must be 0 or more"));
        }
        return mark(caller, root, null, seq);
    }

    private Mono<ThreadState> mark(
            Caller caller, MessagePlace root, @Nullable Boolean following, @Nullable Long seq) {
        var marking = Mono.defer(() -> repository.mark(caller.userId(), root, following, seq));
        return marking.switchIfEmpty(
                        Mono.defer(() -> membership.confirm(caller, root.chatId()).then(marking)))
                .doOnNext(state -> tell(caller.userId(), state));
    }

    private void tell(UserId userId, ThreadState state) {
        events.publish(
                Topics.MARKER_EVENTS,
                new ThreadMarked(
                        userId.value(),
                        state.chatId().value(),
                        state.thread(),
                        state.following(),
                        state.readSeq(),
                        state.unread(),
                        state.mentions(),
                        clock.instant()));
    }

    /** The threads that {@code person} follows behind {@code start}, the newest activity first. */
    Mono<ThreadPage> followed(UserId person, ThreadPosition start, int limit) {
        return repository
                .followed(person, start, limit + 1)
                .flatMap(
                        found ->
                                withRoots(person, found.stream().limit(limit).toList())
                                        .map(items -> new ThreadPage(items, cursor(found, limit))));
    }

    private static @Nullable String cursor(List<ThreadRow> found, int limit) {
        return found.size() > limit ? found.get(limit - 1).position().cursor() : null;
    }

    /** One whose root can no longer be read, since the person has just left the chat, is left out. */
    private Mono<List<FollowedThread>> withRoots(UserId person, List<ThreadRow> rows) {
        return messages.find(person, rows.stream().map(ThreadRow::root).toList())
                .map(Threads::byPlace)
                .map(roots -> rows.stream().flatMap(row -> followed(row, roots)).toList());
    }

    private static Stream<FollowedThread> followed(
            ThreadRow row, Map<MessagePlace, MessageView> roots) {
        return Stream.ofNullable(roots.get(row.root())).map(root -> followed(row, root));
    }

    private static Map<MessagePlace, MessageView> byPlace(List<MessageView> roots) {
        return roots.stream()
                .collect(
                        Collectors.toMap(
                                root -> new MessagePlace(root.chatId(), root.seq()),
                                Function.identity()));
    }

    private static FollowedThread followed(ThreadRow row, MessageView root) {
        return new FollowedThread(
                root, row.readSeq(), row.unread(), row.mentions(), row.position().activeAt());
    }
}
