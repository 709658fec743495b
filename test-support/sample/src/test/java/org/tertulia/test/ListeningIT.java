package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.sample.copies.HeardNotes;
import org.tertulia.sample.copies.Obstacles;

@SampleTest
class ListeningIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired private DatabaseClient database;
    @Autowired private HeardNotes heard;
    @Autowired private Obstacles obstacles;
    @Autowired private Environment environment;

    @BeforeEach
    void awaitListening() {
        Awaitility.await().atMost(PATIENCE).until(heard::isListening);
    }

    @Test
    void eventsOfOneKeyShouldBeHandledInTheirOrder() {
        var board = UUID.randomUUID();

        for (var n = 1; n <= 20; n++) {
            publish(board, n, "note " + n);
        }

        assertThat(awaitCopies(board, 20)).element(19).isEqualTo("note 20");
        assertThat(awaitCopies(board, 20)).isSortedAccordingTo(ListeningIT::byNumber);
    }

    @Test
    void aPoisonousEventShouldBeTriedThreeTimesThenBecomeADeadLetterWithTheReason() {
        var board = UUID.randomUUID();
        var poison = Obstacles.POISON + " " + board;

        var id = publish(board, 1, poison);
        publish(board, 2, "after the poison");

        assertThat(awaitCopies(board, 1)).containsExactly("after the poison");
        assertThat(obstacles.triesOf(poison)).isEqualTo(3);
        var letter =
                KafkaRecords.of(Topics.MESSAGE_EVENTS + Topics.DEAD_LETTER_SUFFIX)
                        .awaitRecord(board);
        assertThat(letter.value()).contains(poison);
        assertThat(letter.header("ce_id")).isEqualTo(id.toString());
        assertThat(letter.headers().toString()).contains("cannot digest");
        assertThat(letter.header("kafka_dlt-original-topic")).isEqualTo(Topics.MESSAGE_EVENTS);
    }

    @Test
    void anEventWhoseHelperIsAwayShouldBeTriedUntilTheHelperIsBack() {
        var board = UUID.randomUUID();
        var text = Obstacles.NEEDS_HELP + " " + board;
        obstacles.helperIsAwayFor(5);

        publish(board, 1, text);
        publish(board, 2, "next");

        assertThat(awaitCopies(board, 2)).containsExactly(text, "next");
        assertThat(obstacles.triesOf(text)).isEqualTo(6);
    }

    @Test
    void anEventThatWasRefusedShouldBeTriedUntilTheHelperIsBack() {
        var board = UUID.randomUUID();
        var text = Obstacles.REFUSED_AT_FIRST + " " + board;
        obstacles.helperIsAwayFor(4);

        publish(board, 1, text);
        publish(board, 2, "next");

        assertThat(awaitCopies(board, 2)).containsExactly(text, "next");
        assertThat(obstacles.triesOf(text)).isEqualTo(6);
    }

    @Test
    void anEventThatDoesNotConcernTheHandlerShouldBePassedOver() {
        var board = UUID.randomUUID();
        var aside = Obstacles.ASIDE + " " + board;

        publish(board, 1, aside);
        publish(board, 2, "for the handler");

        assertThat(awaitCopies(board, 1)).containsExactly("for the handler");
        assertThat(obstacles.triesOf(aside)).isZero();
    }

    @Test
    void everyInstanceShouldHearEverythingAfterItsStartAndNothingBefore() {
        var early = UUID.randomUUID();
        publish(early, 1, "before the start");
        awaitCopies(early, 1);
        try (var second = SecondInstance.startBeside(environment)) {
            var heardBySecond = second.getBean(HeardNotes.class);
            Awaitility.await().atMost(PATIENCE).until(heardBySecond::isListening);
            var board = UUID.randomUUID();
            for (var n = 1; n <= 30; n++) {
                publish(board, n, "note " + n);
            }

            assertThat(awaitHeard(heard, board, 30))
                    .isEqualTo(awaitHeard(heardBySecond, board, 30));
            assertThat(heardBySecond.events()).noneMatch(e -> e.key().equals(early.toString()));
            assertThat(awaitCopies(board, 30)).hasSize(30);
        }
    }

    private static UUID publish(UUID board, int n, String text) {
        return TestEvents.publish(
                Topics.MESSAGE_EVENTS,
                new MessagePosted(
                        board,
                        n,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        text,
                        MutableClock.atNoon().instant()));
    }

    private List<String> awaitCopies(UUID board, int count) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> copies(board), texts -> texts.size() >= count);
    }

    private List<String> copies(UUID board) {
        return Objects.requireNonNull(
                database.sql("select text from copies where board_id = :id order by position")
                        .bind("id", board)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block(PATIENCE));
    }

    private static List<String> awaitHeard(HeardNotes by, UUID board, int count) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> heardOf(by, board), events -> events.size() >= count);
    }

    private static List<String> heardOf(HeardNotes by, UUID board) {
        return by.events().stream()
                .filter(event -> event.key().equals(board.toString()))
                .map(event -> new String(event.value(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    private static int byNumber(String one, String other) {
        return Integer.compare(numberOf(one), numberOf(other));
    }

    private static int numberOf(String note) {
        return Integer.parseInt(note.substring(note.indexOf(' ') + 1));
    }
}
