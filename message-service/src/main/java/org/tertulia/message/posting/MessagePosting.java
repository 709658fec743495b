package org.tertulia.message.posting;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tertulia.message.attachments.UnknownAttachment;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.ChatNotFound;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.message.timeline.MessageViews;
import org.tertulia.starter.attachments.AttachFiles;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.observability.TraceParents;
import org.tertulia.starter.text.MessageText;
import reactor.core.publisher.Mono;

/**
 * Stores a message once per (chat, sender, client message id), for the life of the message, and
 * announces it; the announcement survives a crash (outbox). The same for REST and WebSocket.
 */
@Service
public final class MessagePosting {

    private final Appending appending;
    private final Forwarding forwarding;
    private final MessageViews messages;
    private final IdGenerator ids;
    private final TraceParents traces;
    private final ObservationRegistry observations;

    MessagePosting(
            Appending appending,
            Forwarding forwarding,
            MessageViews messages,
            IdGenerator ids,
            TraceParents traces,
            ObservationRegistry observations) {
        this.appending = appending;
        this.forwarding = forwarding;
        this.messages = messages;
        this.ids = ids;
        this.traces = traces;
        this.observations = observations;
    }

    /**
     * The message as it was posted, after its commit; of a repeat, the first one. Messages that one caller
     * posts to one chat are stored in the order of the subscriptions, unless the caller's membership or a file
     * is not known here yet; forwards are stored after their original was read, so that others may overtake them.
     *
     * <p>Fails with {@link ChatNotFound}, {@link ClientMessageIdReused}, {@link UnknownAttachment},
     * validation-failed for a text that is empty while nothing is attached, too long or not plain, for
     * attachments as {@link AttachFiles#clean} tells and for what can not be answered or forwarded so, and
     * service-unavailable when it is not known whether the message was stored: the caller tries again with
     * the same client message id.
     */
    public Mono<Message> post(Caller caller, PostMessage command) {
        return store(caller, command).map(AppendOutcome.Stored::message);
    }

    /**
     * As {@link #post}, but the message is told as it is now: a repeated one may have been edited since, or
     * deleted. To a caller who is no longer a member it is told as it was posted.
     */
    Mono<MessageView> postAndRead(Caller caller, PostMessage command) {
        return store(caller, command)
                .flatMap(
                        stored ->
                                switch (stored) {
                                    case AppendOutcome.Posted(var message) ->
                                            Mono.just(message.view());
                                    case AppendOutcome.Repeated(var message) ->
                                            read(caller, message);
                                });
    }

    private Mono<MessageView> read(Caller caller, Message message) {
        var place = new MessagePlace(message.chatId(), message.seq());
        return messages.find(caller.userId(), place)
                .switchIfEmpty(Mono.fromSupplier(message::view));
    }

    private Mono<AppendOutcome.Stored> store(Caller caller, PostMessage command) {
        return Mono.defer(
                () -> {
                    var observation = Observation.start("message.post", observations);
                    var fresh =
                            Mono.defer(() -> content(caller, command))
                                    .map(
                                            said ->
                                                    observation.scoped(
                                                            () -> post(caller, command, said)))
                                    .flatMap(post -> appending.append(caller, post));
                    return earlier(caller, command)
                            .switchIfEmpty(fresh)
                            .doOnError(observation::error)
                            .doFinally(end -> observation.stop());
                });
    }

    /** Asked for forwards only; others are recognised where they are stored. */
    private Mono<AppendOutcome.Stored> earlier(Caller caller, PostMessage command) {
        var original = command.forward();
        return original == null
                ? Mono.empty()
                : forwarding.earlier(caller, command, original).map(AppendOutcome.Repeated::new);
    }

    private Mono<Content> content(Caller caller, PostMessage command) {
        requireSeq("replyTo", command.replyTo());
        requireSeq("thread", command.thread());
        var original = command.forward();
        return original == null
                ? Mono.fromSupplier(() -> own(command))
                : forwarding.content(caller, command, original);
    }

    private static void requireSeq(String field, @Nullable Long seq) {
        if (seq != null && seq < 1) {
            throw Appending.unanswerable(field);
        }
    }

    private static Content own(PostMessage command) {
        var files = AttachFiles.clean(command.attachments());
        var text =
                files.isEmpty()
                        ? MessageText.clean(command.text())
                        : MessageText.cleanOrEmpty(command.text());
        return new Content(
                text,
                command.replyTo(),
                command.thread(),
                Mentions.in(text),
                null,
                files,
                List.of());
    }

    private Post post(Caller caller, PostMessage command, Content content) {
        return new Post(
                new MessageId(ids.next()),
                command.chatId(),
                caller.userId(),
                command.clientMessageId(),
                content,
                traces.current());
    }
}
