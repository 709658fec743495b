package org.tertulia.message.posting;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.ChatNotFound;
import org.tertulia.message.membership.Membership;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.message.timeline.MessageView;
import org.tertulia.message.timeline.MessageViews;
import org.tertulia.starter.attachments.AttachFiles;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.MessageText;
import reactor.core.publisher.Mono;

/**
 * What a forward says: the text and the attachments of the original, copied as they are now; the text under the sender's own words, when
 * there are any, as a quotation (CommonMark). Only the own words call people.
 */
@Component
final class Forwarding {

    private final ForwardRepository repository;
    private final MessageViews messages;
    private final Membership membership;

    Forwarding(ForwardRepository repository, MessageViews messages, Membership membership) {
        this.repository = repository;
        this.messages = messages;
        this.membership = membership;
    }

    /**
     * What was stored for this forward before, whatever has become of the original since; empty when it is
     * the first of its client message id, or that one stands for something else. Fails with validation-failed
     * when it is to have attachments of its own.
     */
    Mono<Message> earlier(Caller caller, PostMessage command, MessagePlace original) {
        return Mono.fromRunnable(() -> AttachFiles.requireNone(command.attachments()))
                .then(
                        Mono.defer(
                                () ->
                                        repository.earlier(
                                                caller.userId(),
                                                command.chatId(),
                                                command.clientMessageId(),
                                                original)));
    }

    /** Fails with validation-failed on {@code forward} unless the caller may read the original. */
    Mono<Content> content(Caller caller, PostMessage command, MessagePlace original) {
        return membership
                .require(caller, original.chatId())
                .onErrorMap(ChatNotFound.class, unknown -> unreadable())
                .then(Mono.defer(() -> messages.find(caller.userId(), original)))
                .filter(found -> found.deletedAt() == null)
                .switchIfEmpty(Mono.error(Forwarding::unreadable))
                .map(found -> copy(command, found));
    }

    /** The text may be empty: then the original has attachments. */
    private static Content copy(PostMessage command, MessageView original) {
        var own = MessageText.cleanOrEmpty(command.text());
        var text =
                own.isEmpty() || original.text().isEmpty()
                        ? own + original.text()
                        : MessageText.clean(own + "\n\n" + quotation(original.text()));
        return new Content(
                text,
                command.replyTo(),
                command.thread(),
                Mentions.in(own),
                new MessageView.Forwarded(
                        original.chatId(),
                        original.seq(),
                        original.senderId(),
                        original.postedAt()),
                List.of(),
                Objects.requireNonNullElse(original.attachments(), List.of()));
    }

    private static String quotation(String text) {
        return text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    private static ProblemException unreadable() {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field("forward", "must be a message that you may read and that was not deleted");
    }
}
