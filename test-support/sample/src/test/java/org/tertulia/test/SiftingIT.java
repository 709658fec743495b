package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.MessageDeleted;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.sample.copies.HeardNotes;
import org.tertulia.sample.remarks.Remarks;

@SampleTest
class SiftingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired private HeardNotes heard;
    @Autowired private Remarks remarks;

    @Autowired
    @Qualifier("eventListening")
    private SmartLifecycle listening;

    private final UUID board = UUID.randomUUID();
    private int last;

    @BeforeEach
    void awaitListening() {
        Awaitility.await().atMost(PATIENCE).until(heard::isListening);
    }

    @AfterEach
    void nothingIsAway() {
        remarks.helperIsAwayFor(0);
    }

    @Test
    void whatTheSieveNamesShouldBeHandledInOrderWithWhatItIsNotAskedAbout() {
        for (var n = 1; n <= 100; n++) {
            publish(n % 10 == 0 ? matters(n) : Remarks.REMARK + " " + n);
            if (n == 55) {
                delete();
            }
        }
        var expected =
                IntStream.rangeClosed(1, 10)
                        .mapToObj(n -> n * 10)
                        .flatMap(
                                n ->
                                        n == 50
                                                ? List.of(matters(n), Remarks.DELETION).stream()
                                                : List.of(matters(n)).stream())
                        .toList();
        assertThat(awaitHandled(expected.size())).containsExactlyElementsOf(expected);
        assertThat(remarks.stretches()).anyMatch(size -> size > 1);
    }

    @Test
    void aPoisonousEventOfAStretchShouldBecomeADeadLetterAlone() {
        var poison = Remarks.POISON + " " + board;
        publish(matters(1));
        publish(Remarks.REMARK);
        var id = publish(poison);
        publish(matters(4));
        publish(matters(5));

        assertThat(awaitHandled(3)).containsExactly(matters(1), matters(4), matters(5));
        var letter = letter();
        assertThat(letter.value()).contains(poison);
        assertThat(letter.header("ce_id")).isEqualTo(id.toString());
        assertThat(letter.headers().toString()).contains("cannot digest");
    }

    @Test
    void anEventThatTheSieveFailsOnShouldBecomeADeadLetterAlone() {
        publish(matters(1));
        publish(Remarks.UNSIFTABLE);
        publish(matters(3));

        assertThat(awaitHandled(2)).containsExactly(matters(1), matters(3));
        assertThat(letter().headers().toString()).contains("cannot sift");
    }

    @Test
    void eventsShouldWaitForWhatSieveAndHandlerNeed() {
        remarks.helperIsAwayFor(4);
        publish(matters(1));
        delete();
        publish(matters(3));

        assertThat(awaitHandled(3)).containsExactly(matters(1), Remarks.DELETION, matters(3));
    }

    @Test
    void aPoisonousEventShouldBecomeADeadLetterThoughSomethingWasAwayAtFirst() {
        remarks.helperIsAwayFor(1);
        publish(Remarks.POISON + " " + board);
        publish(matters(2));

        assertThat(awaitHandled(1)).containsExactly(matters(2));
        assertThat(letter().header("kafka_dlt-exception-message")).contains("cannot digest it");
    }

    @Test
    void anEventThatFailedOnceShouldWaitForWhatIsAwaySince() {
        var disturbing = Remarks.DISTURBING + " " + board;
        publish(disturbing);
        publish(matters(2));

        assertThat(awaitHandled(2)).containsExactly(disturbing, matters(2));
        assertThat(letters().all()).noneMatch(it -> board.toString().equals(it.key()));
    }

    @Test
    void whatWasNotDoneShouldComeAgainAfterARestart() {
        remarks.helperIsAwayFor(Integer.MAX_VALUE);
        publish(Remarks.REMARK);
        publish(matters(2));
        Awaitility.await().atMost(PATIENCE).until(() -> remarks.awayFor() < Integer.MAX_VALUE);
        listening.stop();
        remarks.helperIsAwayFor(0);
        assertThat(remarks.handled(board)).isEmpty();
        listening.start();

        assertThat(awaitHandled(1)).containsExactly(matters(2));
    }

    private static String matters(int n) {
        return Remarks.MATTERS + " " + n;
    }

    private UUID publish(String text) {
        var id = UUID.randomUUID();
        return TestEvents.publish(
                Topics.MESSAGE_EVENTS,
                new MessagePosted(
                        board, next(), id, id, id, text, MutableClock.atNoon().instant()));
    }

    private void delete() {
        TestEvents.publish(
                Topics.MESSAGE_EVENTS,
                new MessageDeleted(board, next(), 1, null, board, MutableClock.atNoon().instant()));
    }

    private int next() {
        last++;
        return last;
    }

    private List<String> awaitHandled(int count) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> remarks.handled(board), texts -> texts.size() >= count);
    }

    private KafkaRecord letter() {
        return letters().awaitRecord(board);
    }

    private static KafkaRecords letters() {
        return KafkaRecords.of(Topics.MESSAGE_EVENTS + Topics.DEAD_LETTER_SUFFIX);
    }
}
