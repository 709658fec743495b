package org.tertulia.message.drafts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.personal.DraftChanged;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.Membership;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EphemeralEvents;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.MessageText;
import org.tertulia.starter.text.PlainText;
import reactor.core.publisher.Mono;

/**
 * What people have begun to write, one text for each chat and thread. The last writer wins, by a version
 * that the server gives, and the person's other connections are told that there is another one.
 *
 * <p>Nothing that was typed is lost by it. A writer names the version it knows. When there is a later one
 * by then, the text is written all the same, and what it was written over is kept beside it and told as
 * {@link Draft#replaced}, unless the new text contains it, until somebody writes who knows the version
 * that tells it. Such a writer does not delete either: it is answered with the draft that it did not know.
 */
@Service
public final class Drafts {

    private final DraftRepository repository;
    private final Membership membership;
    private final EphemeralEvents events;
    private final Clock clock;
    private final DraftProperties properties;

    Drafts(
            DraftRepository repository,
            Membership membership,
            EphemeralEvents events,
            Clock clock,
            DraftProperties properties) {
        this.repository = repository;
        this.membership = membership;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * The draft as it is after the write. The text is kept as it was typed, within the bounds of a
     * message's text. That there are such messages as it names is found out when it is sent.
     *
     * <p>Fails with chat-not-found, {@link TooManyDrafts}, and validation-failed.
     *
     * @param connection the WebSocket connection that writes, which is not told of it once more
     */
    public Mono<DraftOutcome> write(Caller caller, WriteDraft write, @Nullable UUID connection) {
        return Mono.fromSupplier(() -> checked(write))
                .flatMap(
                        checked ->
                                membership
                                        .require(caller, write.chatId())
                                        .then(Mono.defer(() -> put(caller, checked))))
                .doOnNext(outcome -> tellIfChanged(caller.userId(), outcome, connection));
    }

    private Mono<DraftOutcome> put(Caller caller, WriteDraft write) {
        return repository.put(caller.userId(), write, clock.instant(), properties.maxPerPerson());
    }

    /** The person's draft in one place; empty when there is none. */
    public Mono<Draft> find(UserId userId, ChatId chatId, @Nullable Long thread) {
        return repository.find(userId, chatId, thread);
    }

    /** Those in chats that the person is a member of, newest first. */
    Mono<List<Draft>> page(UserId userId, DraftPosition after, int limit) {
        return repository.page(userId, after, limit);
    }

    private void tellIfChanged(UserId userId, DraftOutcome outcome, @Nullable UUID connection) {
        if (!outcome.changed()) {
            return;
        }
        var draft = outcome.draft();
        events.publish(
                Topics.PERSONAL_EVENTS,
                new DraftChanged(
                        userId.value(),
                        draft.chatId().value(),
                        draft.thread(),
                        draft.version(),
                        connection,
                        draft.updatedAt()));
    }

    private static WriteDraft checked(WriteDraft write) {
        requirePositive("thread", write.thread());
        requirePositive("replyTo", write.replyTo());
        var base = write.baseVersion();
        if (base != null && base < 0) {
            throw refused("baseVersion", "must be 0 or more");
        }
        PlainText.cleanLines("text", write.text(), 0, MessageText.MAX_GRAPHEMES);
        if (write.text().getBytes(StandardCharsets.UTF_8).length > MessageText.MAX_BYTES) {
            throw refused(
                    "text", "must have at most %d bytes in UTF-8".formatted(MessageText.MAX_BYTES));
        }
        return write.text().isBlank() ? emptied(write) : write;
    }

    private static WriteDraft emptied(WriteDraft write) {
        return new WriteDraft(write.chatId(), write.thread(), "", null, write.baseVersion());
    }

    private static void requirePositive(String field, @Nullable Long seq) {
        if (seq != null && seq <= 0) {
            throw refused(field, "must be the seq of a message");
        }
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, message);
    }
}
