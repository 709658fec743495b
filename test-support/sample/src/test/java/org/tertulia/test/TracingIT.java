package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.contracts.Topics;

@SampleTest
class TracingIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    @Autowired private WebTestClient client;
    @Autowired private DatabaseClient database;

    @Test
    void aTraceShouldGoFromTheRequestThroughOutboxAndKafkaToTheListener() {
        var board = UUID.randomUUID();

        client.post()
                .uri("/api/v1/boards/{id}/notes", board)
                .header("Authorization", TestTokens.bearer(UUID.randomUUID()))
                .header("traceparent", PARENT)
                .bodyValue(Map.of("text", "traced"))
                .exchange()
                .expectStatus()
                .isCreated();

        var published = KafkaRecords.of(Topics.MESSAGE_EVENTS).awaitRecord(board);
        assertThat(published.header("traceparent")).startsWith("00-" + TRACE).endsWith("-01");
        assertThat(published.header("traceparent")).isNotEqualTo(PARENT);
        assertThat(traceOfTheCopy(board)).startsWith("00-" + TRACE);
    }

    @Test
    void aProblemShouldNameTheTraceOfItsRequest() {
        client.get()
                .uri("/api/v1/faults/unexpected")
                .header("traceparent", PARENT)
                .exchange()
                .expectStatus()
                .isEqualTo(500)
                .expectBody()
                .jsonPath("$.traceId")
                .isEqualTo(TRACE);
    }

    private String traceOfTheCopy(UUID board) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(
                        () ->
                                database.sql("select traceparent from copies where board_id = :id")
                                        .bind("id", board)
                                        .mapValue(String.class)
                                        .one()
                                        .block(),
                        found -> found != null);
    }
}
