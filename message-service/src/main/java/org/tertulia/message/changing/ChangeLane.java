package org.tertulia.message.changing;

import java.util.List;
import org.tertulia.message.concurrent.Lane;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Makes changes one after the other, in the order of the subscriptions. An outcome that takes too long is unknown, and
 * the next begins.
 */
final class ChangeLane extends Lane<ChangeLane.Waiting> {

    private final ChangingProperties properties;

    ChangeLane(ChangingProperties properties) {
        super(properties.queueCapacity(), 1);
        this.properties = properties;
    }

    /** The outcome of {@code work}. Fails with service-unavailable when too much waits. */
    Mono<ChangeOutcome> inTurn(Mono<ChangeOutcome> work) {
        return Mono.create(
                sink -> {
                    if (!offer(new Waiting(work, sink))) {
                        sink.error(busy());
                    }
                });
    }

    @Override
    protected Mono<Void> work(List<Waiting> batch) {
        var turn = batch.getFirst();
        return turn.work()
                .timeout(properties.commitTimeout())
                .doOnSuccess(turn.sink()::success)
                .doOnError(turn.sink()::error)
                .onErrorComplete()
                .then();
    }

    /** A change in the lane, and who waits for its outcome. */
    record Waiting(Mono<ChangeOutcome> work, MonoSink<ChangeOutcome> sink) {}

    private ProblemException busy() {
        return new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE, "Too many changes at once; try again.")
                .retryAfter(properties.retryAfter());
    }
}
