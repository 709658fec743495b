package org.tertulia.message.posting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tertulia.message.concurrent.Lane;
import org.tertulia.starter.outbox.OutboxSignal;
import org.tertulia.starter.problem.Infrastructure;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Commits what waits in it, all together, one commit after the other, in the order in which it came. A message that
 * finds the lane full is refused before anything was promised.
 *
 * <p>A commit whose outcome is unknown is tried again, which is safe: the client message id makes the
 * second one a repeat. A message that could not be committed until its deadline is answered with
 * service-unavailable; its sender tries again with the same id.
 */
final class CommitLane extends Lane<CommitLane.PendingPost> {

    private static final Logger log = LoggerFactory.getLogger(CommitLane.class);

    private final MessageLog messages;
    private final OutboxSignal outbox;
    private final Consumer<MessagesPosted> posted;
    private final Clock clock;
    private final PostingProperties properties;

    CommitLane(
            MessageLog messages,
            OutboxSignal outbox,
            Consumer<MessagesPosted> posted,
            Clock clock,
            PostingProperties properties) {
        super(properties.queueCapacity(), properties.batchSize());
        this.messages = messages;
        this.outbox = outbox;
        this.posted = posted;
        this.clock = clock;
        this.properties = properties;
    }

    /** What became of {@code post}, after the commit. Fails with service-unavailable. */
    Mono<AppendOutcome> append(Post post) {
        return Mono.create(
                sender -> {
                    var deadline = clock.instant().plus(properties.retryFor());
                    if (!offer(new PendingPost(post, deadline, sender))) {
                        sender.error(busy());
                    }
                });
    }

    @Override
    protected Mono<Void> work(List<PendingPost> batch) {
        return attempt(batch)
                .doOnNext(outcomes -> answer(batch, outcomes))
                .then()
                .onErrorResume(error -> recover(batch, error));
    }

    private Mono<List<AppendOutcome>> attempt(List<PendingPost> batch) {
        var posts = batch.stream().map(PendingPost::post).toList();
        return Mono.defer(() -> messages.append(posts, now().truncatedTo(ChronoUnit.MILLIS)))
                .timeout(properties.commitTimeout());
    }

    private void answer(List<PendingPost> batch, List<AppendOutcome> outcomes) {
        outbox.wake();
        announce(outcomes);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).sender().success(outcomes.get(i));
        }
    }

    private void announce(List<AppendOutcome> outcomes) {
        var messages = new ArrayList<Message>();
        for (var outcome : outcomes) {
            if (outcome instanceof AppendOutcome.Posted(var message)) {
                messages.add(message);
            }
        }
        if (!messages.isEmpty()) {
            posted.accept(new MessagesPosted(messages));
        }
    }

    private Mono<Void> recover(List<PendingPost> batch, Throwable error) {
        if (Infrastructure.isAway(error)) {
            log.warn("A commit of {} messages failed: {}", batch.size(), error.toString());
            return retryLater(batch);
        }
        if (batch.size() > 1) {
            log.error("A batch of {} messages failed and is taken apart", batch.size(), error);
            return commitOneByOne(batch);
        }
        batch.getFirst().sender().error(error);
        return Mono.empty();
    }

    private Mono<Void> retryLater(List<PendingPost> batch) {
        var now = now();
        var remaining = new ArrayList<PendingPost>(batch.size());
        for (var pending : batch) {
            if (pending.deadline().isAfter(now)) {
                remaining.add(pending);
            } else {
                pending.sender().error(away());
            }
        }
        var pause = Mono.delay(properties.retryDelay());
        return remaining.isEmpty() ? pause.then() : pause.then(Mono.defer(() -> work(remaining)));
    }

    /** One message that the database refuses must not take the others with it. */
    private Mono<Void> commitOneByOne(List<PendingPost> batch) {
        return Flux.fromIterable(batch).concatMap(this::commitAlone).then();
    }

    private Mono<Void> commitAlone(PendingPost pending) {
        var single = List.of(pending);
        return attempt(single)
                .doOnNext(outcomes -> answer(single, outcomes))
                .doOnError(pending.sender()::error)
                .onErrorComplete()
                .then();
    }

    /**
     * A message in the lane, and who waits for it.
     *
     * @param deadline when its sender is told to try again, if it could not be committed until then
     */
    record PendingPost(Post post, Instant deadline, MonoSink<AppendOutcome> sender) {}

    private Instant now() {
        return clock.instant();
    }

    private ProblemException busy() {
        return new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE, "Too many messages at once; try again.")
                .retryAfter(properties.retryDelay());
    }

    private ProblemException away() {
        return new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE,
                        "The message could not be stored for now; try again with the same id.")
                .retryAfter(properties.retryFor());
    }
}
