package org.tertulia.message.scheduled;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.posting.PostingEvent;
import org.tertulia.contracts.posting.ScheduledMessagePosted;
import org.tertulia.contracts.posting.ScheduledMessageRefused;
import org.tertulia.contracts.scheduled.ScheduledMessageDue;
import org.tertulia.message.attachments.UnknownAttachment;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.ChatNotFound;
import org.tertulia.message.posting.MessagePosting;
import org.tertulia.message.posting.PostMessage;
import org.tertulia.starter.attachments.AttachFile;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.outbox.Outbox;
import org.tertulia.starter.problem.Infrastructure;
import org.tertulia.starter.problem.ProblemException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Posts a scheduled message as its author would, by {@link MessagePosting} and what it checks, and answers with an event. The
 * scheduled message's id is the client message id, so however often it is handed over it is posted once, and answered as
 * posted from then on.
 *
 * <p>The author is not here, so nobody can be asked in their name; the replicas are believed instead, once they have had
 * {@link #CATCH_UP} since the message was handed over to learn of a chat that was just joined or a file that was just uploaded.
 */
@Component
final class ScheduledPosting {

    /** How long after a message was handed over the replicas may still be behind. They are by milliseconds. */
    static final Duration CATCH_UP = Duration.ofSeconds(2);

    private static final Duration POLL = Duration.ofMillis(100);

    private final MessagePosting posting;
    private final PostedRepository posted;
    private final Outbox outbox;
    private final TransactionalOperator transactions;
    private final Clock clock;

    ScheduledPosting(
            MessagePosting posting,
            PostedRepository posted,
            Outbox outbox,
            TransactionalOperator transactions,
            Clock clock) {
        this.posting = posting;
        this.posted = posted;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Completes after the answer was committed. Fails when what it needs is away: nothing is refused because of that. */
    Mono<Void> post(ScheduledMessageDue due) {
        return Mono.defer(() -> posting.post(Caller.absent(author(due)), command(due)))
                .retryWhen(untilTheReplicasKnow(due))
                .<PostingEvent>map(
                        message ->
                                new ScheduledMessagePosted(
                                        due.scheduledMessageId(),
                                        due.chatId(),
                                        due.authorId(),
                                        message.seq(),
                                        message.postedAt()))
                .onErrorResume(ProblemException.class, problem -> refuse(due, problem))
                .flatMap(this::answer);
    }

    private static UserId author(ScheduledMessageDue due) {
        return new UserId(due.authorId());
    }

    private static PostMessage command(ScheduledMessageDue due) {
        return new PostMessage(
                new ChatId(due.chatId()),
                due.scheduledMessageId(),
                due.text(),
                due.replyTo(),
                due.thread(),
                null,
                due.attachments().stream()
                        .map(file -> new AttachFile(file.mediaId(), file.alt()))
                        .toList());
    }

    private Retry untilTheReplicasKnow(ScheduledMessageDue due) {
        return Retry.fixedDelay(CATCH_UP.dividedBy(POLL), POLL)
                .filter(
                        refusal ->
                                (refusal instanceof ChatNotFound
                                                || refusal instanceof UnknownAttachment)
                                        && clock.instant().isBefore(due.firedAt().plus(CATCH_UP)))
                .onRetryExhaustedThrow((_, last) -> last.failure());
    }

    /** A chat that is gone refuses also what was posted in it before. */
    private Mono<PostingEvent> refuse(ScheduledMessageDue due, ProblemException problem) {
        return Infrastructure.isAway(problem)
                ? Mono.error(problem)
                : posted.find(due)
                        .cast(PostingEvent.class)
                        .switchIfEmpty(Mono.fromSupplier(() -> refused(due, problem)));
    }

    private ScheduledMessageRefused refused(ScheduledMessageDue due, ProblemException problem) {
        return new ScheduledMessageRefused(
                due.scheduledMessageId(),
                due.chatId(),
                due.authorId(),
                due.text(),
                problem.type().uri().toString(),
                detail(problem),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static String detail(ProblemException problem) {
        return problem.errors().isEmpty()
                ? problem.detail()
                : problem.errors().stream()
                        .map(error -> error.field() + " " + error.message())
                        .collect(Collectors.joining(", ", problem.detail() + " ", ""));
    }

    private Mono<Void> answer(PostingEvent answer) {
        return outbox.append(Topics.POSTING_EVENTS, answer).as(transactions::transactional);
    }
}
