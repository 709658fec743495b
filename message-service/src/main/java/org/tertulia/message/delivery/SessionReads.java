package org.tertulia.message.delivery;

import java.time.Duration;
import org.tertulia.message.frames.ChatSummary;
import org.tertulia.message.frames.ServerFrame;
import org.tertulia.starter.problem.Infrastructure;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** How a connection reads about one chat. */
final class SessionReads {

    private static final int RETRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private SessionReads() {}

    /** The database says that the person is not a member. */
    static final class NotAMember extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAMember() {
            super("not a member", null, false, false);
        }
    }

    /** {@code read}, again while the database is away; fails with {@link NotAMember} when empty. */
    static <T> Mono<T> patiently(Mono<T> read) {
        return Mono.defer(() -> read)
                .retryWhen(
                        Retry.backoff(RETRIES, FIRST_PAUSE)
                                .maxBackoff(LONGEST_PAUSE)
                                .filter(Infrastructure::isAway))
                .switchIfEmpty(Mono.error(NotAMember::new));
    }

    static ServerFrame.Snapshot snapshot(DeliveryReads.ChatState state) {
        var chat = state.chat();
        return new ServerFrame.Snapshot(
                chat.chatId(),
                state.newest().lastSeq(),
                chat.readSeq(),
                chat.marker(),
                state.newest().items(),
                state.newest().before(),
                new ChatSummary(
                        chat.kind(),
                        chat.title(),
                        chat.pictureId(),
                        chat.memberIds(),
                        chat.receipts()));
    }
}
