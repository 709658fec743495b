package org.tertulia.message.posting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.tertulia.message.concurrent.BoundedQueue;
import org.tertulia.starter.outbox.OutboxSignal;
import org.tertulia.starter.problem.Infrastructure;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Commits what waits in it, all together, one commit after the other: while one is under way the next
 * batch gathers. Messages of one chat are committed in the order they came.
 *
 * <p>A commit whose outcome is unknown is tried again, which is safe: the client message id makes the
 * second one a repeat. A message that could not be committed until its deadline is answered with
 * service-unavailable; its sender tries again with the same id.
 */
final class CommitLane implements Lifecycle {

    private static final Logger log = LoggerFactory.getLogger(CommitLane.class);

    private final MessageLog messages;
    private final OutboxSignal outbox;
    private final Consumer<MessagesPosted> posted;
    private final Clock clock;
    private final PostingProperties properties;

    /** Bounded: a message that finds it full is refused before anything was promised. */
    private final BoundedQueue<PendingPost> waiting;

    private final AtomicBoolean committing = new AtomicBoolean();
    private volatile boolean running;

    CommitLane(
            MessageLog messages,
            OutboxSignal outbox,
            Consumer<MessagesPosted> posted,
            Clock clock,
            PostingProperties properties) {
        this.messages = messages;
        this.outbox = outbox;
        this.posted = posted;
        this.clock = clock;
        this.properties = properties;
        this.waiting = new BoundedQueue<>(properties.queueCapacity());
    }

    /** What became of {@code post}, after the commit. Fails with service-unavailable. */
    Mono<AppendOutcome> append(Post post) {
        return Mono.create(
                sender -> {
                    var deadline = clock.instant().plus(properties.retryFor());
                    if (running && waiting.offer(new PendingPost(post, deadline, sender))) {
                        commitIfIdle();
                    } else {
                        sender.error(busy());
                    }
                });
    }

    @Override
    public void start() {
        running = true;
    }

    /** Refuses what comes from now on; what waits is still committed. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether everything that came has been answered. */
    boolean isIdle() {
        return waiting.isEmpty() && !committing.get();
    }

    /** Messages that wait for their commit. */
    int size() {
        return waiting.size();
    }

    private void commitIfIdle() {
        if (committing.compareAndSet(false, true)) {
            commitNext();
        }
    }

    private void commitNext() {
        var batch = waiting.take(properties.batchSize());
        if (batch.isEmpty()) {
            committing.set(false);
            if (!waiting.isEmpty()) {
                commitIfIdle();
            }
            return;
        }
        commit(batch);
    }

    private void commit(List<PendingPost> batch) {
        attempt(batch)
                .subscribe(
                        outcomes -> {
                            answer(batch, outcomes);
                            commitNext();
                        },
                        error -> recover(batch, error));
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

    private void recover(List<PendingPost> batch, Throwable error) {
        if (Infrastructure.isAway(error)) {
            log.warn("A commit of {} messages failed: {}", batch.size(), error.toString());
            retryLater(batch);
        } else if (batch.size() > 1) {
            log.error("A batch of {} messages failed and is taken apart", batch.size(), error);
            commitOneByOne(batch, 0);
        } else {
            batch.getFirst().sender().error(error);
            commitNext();
        }
    }

    private void retryLater(List<PendingPost> batch) {
        var now = now();
        var remaining = new ArrayList<PendingPost>(batch.size());
        for (var pending : batch) {
            if (pending.deadline().isAfter(now)) {
                remaining.add(pending);
            } else {
                pending.sender().error(away());
            }
        }
        Mono.delay(properties.retryDelay())
                .subscribe(
                        tick -> {
                            if (remaining.isEmpty()) {
                                commitNext();
                            } else {
                                commit(remaining);
                            }
                        });
    }

    /** One message that the database refuses must not take the others with it. */
    private void commitOneByOne(List<PendingPost> batch, int index) {
        if (index == batch.size()) {
            commitNext();
            return;
        }
        var single = List.of(batch.get(index));
        attempt(single)
                .subscribe(
                        outcomes -> {
                            answer(single, outcomes);
                            commitOneByOne(batch, index + 1);
                        },
                        error -> {
                            single.getFirst().sender().error(error);
                            commitOneByOne(batch, index + 1);
                        });
    }

    /**
     * A message in the lane, and who waits for it.
     *
     * @param deadline when its sender is told to try again, if it could not be committed until then
     */
    private record PendingPost(Post post, Instant deadline, MonoSink<AppendOutcome> sender) {}

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
