package org.tertulia.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Sentences are read before anything comes of them, and what was read makes a reminder as it is. */
class ReadingIT extends SchedulerApi {

    private final UUID ana = UUID.randomUUID();

    @BeforeEach
    void itIsAWednesday() {
        CLOCK.setTo(Instant.parse("2026-11-25T09:30:00Z"));
    }

    @Test
    void aSentenceShouldBeReadAndMakeAReminder() {
        var read = expect(200, read("recuérdame mañana a las 9 regar las plantas", "es"));

        assertThat(read.path("text").asString()).isEqualTo("regar las plantas");
        assertThat(read.path("dueAt").asString()).isEqualTo("2026-11-26T08:00:00Z");
        assertThat(read.at("/next/0").asString()).isEqualTo("2026-11-26T08:00:00Z");
        assertThat(read.path("moved").asBoolean()).isFalse();
        var made = expect(201, post(ana, "", reminder(read, "dueAt")));
        assertThat(made.path("next")).isEqualTo(read.path("dueAt"));
    }

    @Test
    void whatRepeatsShouldBeReadWithItsNextTimesAndMakeAReminder() {
        var read = expect(200, read("water the plants every other Tuesday at 15:00", "en"));

        assertThat(read.at("/recurrence/rule").asString()).startsWith("FREQ=WEEKLY;INTERVAL=2");
        assertThat(read.path("next")).hasSize(3);
        assertThat(read.at("/next/1").asString()).isEqualTo("2026-12-15T14:00:00Z");
        var made = expect(201, post(ana, "", reminder(read, "recurrence")));
        assertThat(made.path("next")).isEqualTo(read.at("/next/0"));
        assertThat(made.path("recurrence")).isEqualTo(read.path("recurrence"));
    }

    @Test
    void anHourThatDoesNotExistShouldBeSaidToBeMoved() {
        CLOCK.setTo(Instant.parse("2027-03-27T12:00:00Z"));
        var read = expect(200, read("mañana a las 02:30 llamar", "es"));

        assertThat(read.path("moved").asBoolean()).isTrue();
        assertThat(read.path("dueAt").asString()).isEqualTo("2027-03-28T01:00:00Z");
    }

    @Test
    void aTimeAloneShouldBeRead() {
        var read = expect(200, read("in 20 minutes", "en"));

        assertThat(read.path("text").asString()).isEmpty();
        assertThat(read.path("dueAt").asString()).isEqualTo("2026-11-25T09:50:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "llamar a Ana un día de estos     | time-not-understood",
                "call Ana tomorrow at 3           | time-ambiguous",
                "hoy a las 9 llamar a Ana         | time-past",
                "in 20 years call Ana             | time-too-far",
                "every 5 minutes call Ana         | time-too-often",
            })
    void whatIsNotReadForCertainShouldBeRefused(String sentence, String problem) {
        expectProblem(read(sentence, "es"), 422, problem);
    }

    @Test
    void badRequestsShouldBeRefused() {
        expectProblem(read("x".repeat(1_001), "es"), 422, "sentence-too-long");
        expectProblem(read(" ", "es"), 400, "validation-failed");
        expectProblem(read("mañana a las 9", "fr"), 400, "malformed-request");
        var nowhere = Map.of("sentence", "mañana a las 9", "zone", "Europe/Nowhere");
        expectProblem(post(ana, "/readings", nowhere), 400, "validation-failed");
    }

    private ResponseSpec read(String sentence, String language) {
        return post(
                ana,
                "/readings",
                Map.of("sentence", sentence, "language", language, "zone", "Europe/Madrid"));
    }

    private static Map<String, Object> reminder(JsonNode read, String when) {
        return Map.of("text", read.path("text").asString(), when, read.path(when));
    }
}
