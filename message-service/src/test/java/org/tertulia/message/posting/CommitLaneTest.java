package org.tertulia.message.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.outbox.OutboxSignal;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.test.FixedIds;
import org.tertulia.test.MutableClock;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class CommitLaneTest {

    private static final ChatId CHAT = new ChatId(FixedIds.id(1));
    private static final UserId ANA = new UserId(FixedIds.id(2));

    private final MutableClock clock = MutableClock.atNoon();
    private final HeldLog log = new HeldLog();
    private final List<MessagesPosted> posted = new CopyOnWriteArrayList<>();
    private final CommitLane lane =
            new CommitLane(
                    log,
                    new OutboxSignal(),
                    posted::add,
                    clock,
                    new PostingProperties(
                            1,
                            10,
                            4,
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(8),
                            Duration.ofMillis(5)));

    @BeforeEach
    void start() {
        lane.start();
    }

    @Test
    void whatComesDuringACommitShouldBeCommittedTogether() {
        var first = append(post(0));
        var others = IntStream.range(1, 4).mapToObj(i -> append(post(i))).toList();
        log.awaitBatch(0).answer();
        log.awaitBatch(1).answer();

        assertThat(log.sizes()).containsExactly(1, 3);
        assertThat(seq(first)).isEqualTo(1);
        assertThat(others.stream().map(CommitLaneTest::seq)).containsExactly(2L, 3L, 4L);
        assertThat(posted.stream().map(it -> it.messages().stream().map(Message::seq).toList()))
                .containsExactly(List.of(1L), List.of(2L, 3L, 4L));
    }

    @Test
    void noBatchShouldPassItsBound() {
        append(post(0));
        IntStream.range(1, 7).forEach(i -> append(post(i)));
        log.awaitBatch(0).answer();
        log.awaitBatch(1).answer();
        log.awaitBatch(2).answer();

        assertThat(log.sizes()).containsExactly(1, 4, 2);
    }

    @Test
    void aFullLaneShouldRefuseAndKeepWhatItHas() {
        append(post(0));
        var waiting = IntStream.range(1, 11).mapToObj(i -> append(post(i))).toList();

        assertThat(problem(append(post(11))).type()).isEqualTo(ProblemTypes.SERVICE_UNAVAILABLE);
        IntStream.range(0, 4).forEach(i -> log.awaitBatch(i).answer());
        assertThat(waiting.stream().map(CommitLaneTest::seq)).hasSize(10);
    }

    @Test
    void aCommitWithUnknownOutcomeShouldBeTriedAgain() {
        var post = append(post(0));
        log.awaitBatch(0).fail(new R2dbcNonTransientResourceException("connection lost"));
        log.awaitBatch(1).answer();

        assertThat(seq(post)).isEqualTo(1);
    }

    @Test
    void aMessageShouldBeGivenBackWhenTheDatabaseStaysAway() {
        var post = append(post(0));
        clock.advance(Duration.ofSeconds(9));
        log.awaitBatch(0).fail(new R2dbcNonTransientResourceException("connection lost"));

        var problem = problem(post);
        assertThat(problem.type()).isEqualTo(ProblemTypes.SERVICE_UNAVAILABLE);
        assertThat(problem.retryAfter()).isNotNull();
        var next = append(post(1));
        log.awaitBatch(1).answer();
        assertThat(seq(next)).isEqualTo(1);
    }

    @Test
    void oneMessageThatIsRefusedShouldNotTakeTheOthersWithIt() {
        append(post(0));
        var others = IntStream.range(1, 4).mapToObj(i -> append(post(i))).toList();
        log.awaitBatch(0).answer();
        log.awaitBatch(1).fail(new IllegalStateException("refused"));
        log.awaitBatch(2).answer();
        log.awaitBatch(3).fail(new IllegalStateException("refused"));
        log.awaitBatch(4).answer();

        assertThat(seq(others.get(0))).isEqualTo(2);
        Assertions.assertThatThrownBy(() -> others.get(1).get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(seq(others.get(2))).isEqualTo(3);
    }

    @Test
    void aStoppedLaneShouldRefuseAndFinishWhatItHas() {
        var post = append(post(0));
        lane.stop();

        assertThat(problem(append(post(1))).type()).isEqualTo(ProblemTypes.SERVICE_UNAVAILABLE);
        assertThat(lane.isIdle()).isFalse();
        log.awaitBatch(0).answer();
        assertThat(seq(post)).isEqualTo(1);
        Awaitility.await().until(lane::isIdle);
    }

    private CompletableFuture<AppendOutcome> append(Post post) {
        return lane.append(post).toFuture();
    }

    private static Post post(int n) {
        return new Post(
                new MessageId(FixedIds.id(100 + n)),
                CHAT,
                ANA,
                UUID.nameUUIDFromBytes(new byte[] {(byte) n}),
                Content.of("text " + n),
                null);
    }

    private static long seq(CompletableFuture<AppendOutcome> outcome) {
        try {
            return ((AppendOutcome.Posted) outcome.get(5, TimeUnit.SECONDS)).message().seq();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ProblemException problem(CompletableFuture<AppendOutcome> outcome) {
        try {
            throw new AssertionError(outcome.get(5, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return (ProblemException) e.getCause();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A log whose commits end when the test says so. */
    private static final class HeldLog implements MessageLog {

        private final ConcurrentLinkedQueue<Batch> batches = new ConcurrentLinkedQueue<>();
        private long lastSeq;

        @Override
        public Mono<List<AppendOutcome>> append(List<Post> posts, Instant postedAt) {
            var batch = new Batch(posts, postedAt, Sinks.one());
            batches.add(batch);
            return batch.result.asMono();
        }

        Batch awaitBatch(int index) {
            Awaitility.await().until(() -> batches.size() > index);
            return new ArrayList<>(batches).get(index);
        }

        List<Integer> sizes() {
            return batches.stream().map(batch -> batch.posts.size()).toList();
        }

        private final class Batch {
            private final List<Post> posts;
            private final Instant postedAt;
            private final Sinks.One<List<AppendOutcome>> result;

            private Batch(List<Post> posts, Instant at, Sinks.One<List<AppendOutcome>> result) {
                this.posts = posts;
                this.postedAt = at;
                this.result = result;
            }

            void answer() {
                Function<Post, AppendOutcome> posted =
                        post -> new AppendOutcome.Posted(message(post));
                result.tryEmitValue(posts.stream().map(posted).toList());
            }

            void fail(Throwable error) {
                result.tryEmitError(error);
            }

            private Message message(Post post) {
                return new Message(
                        post.id(),
                        post.chatId(),
                        ++lastSeq,
                        post.senderId(),
                        post.clientMessageId(),
                        post.content().text(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        postedAt);
            }
        }
    }
}
