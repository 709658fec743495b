package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.tertulia.contracts.Topics;
import org.tertulia.sample.SampleApplication;
import org.tertulia.sample.notes.NotePosting;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/** Without any polling: what is published here was published because a commit woke the relay. */
@ServiceTest(classes = SampleApplication.class, properties = "tertulia.outbox.poll-interval=1h")
class OutboxWakeUpIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired private NotePosting posting;
    @Autowired private Environment environment;

    @Test
    void aCommitShouldWakeTheRelayOfItsOwnInstance() {
        // The first look at the outbox, at the start, is over once this one is published.
        assertPublished(posting);

        assertPublished(posting);
    }

    @Test
    void aCommitShouldWakeTheRelayOfAnotherInstance() {
        assertPublished(posting);
        try (var second =
                SecondInstance.startBeside(environment, "tertulia.outbox.poll-interval=1h")) {
            assertPublished(second.getBean(NotePosting.class));
        }
    }

    private static void assertPublished(NotePosting by) {
        var board = UUID.randomUUID();
        by.post(new ChatId(board), new UserId(UUID.randomUUID()), "note", false).block(PATIENCE);
        var published = KafkaRecords.of(Topics.MESSAGE_EVENTS).within(PATIENCE).awaitRecord(board);
        assertThat(published.value()).contains("note");
    }
}
