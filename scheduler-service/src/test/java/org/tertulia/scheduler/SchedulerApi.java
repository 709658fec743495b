package org.tertulia.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.contracts.Topics;
import org.tertulia.scheduler.reminders.FiredInATest;
import org.tertulia.test.KafkaRecord;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.MutableClock;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service, whose clock a test moves. It stands at the present when a test begins. */
@ServiceTest(properties = "tertulia.scheduler.firing.batch-size=50")
@Import({SchedulerApi.TestClock.class, FiredInATest.class})
abstract class SchedulerApi {

    static final MutableClock CLOCK = MutableClock.atNoon();
    static final Duration LIMIT = Duration.ofSeconds(20);
    static final String PATH = "/api/v1/reminders";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired WebTestClient client;
    @Autowired DatabaseClient database;

    /** The clock of all instances. */
    @TestConfiguration(proxyBeanMethods = false)
    static class TestClock {

        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    @BeforeEach
    void itIsNow() {
        CLOCK.setTo(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    static Instant now() {
        return CLOCK.instant();
    }

    static Instant in(Duration time) {
        return now().plus(time);
    }

    RequestBodySpec request(HttpMethod method, UUID person, String path) {
        return request(client, method, person, path);
    }

    static RequestBodySpec request(
            WebTestClient client, HttpMethod method, UUID person, String path) {
        return requestTo(client, method, person, PATH + path);
    }

    static RequestBodySpec requestTo(
            WebTestClient client, HttpMethod method, UUID person, String uri) {
        var token = TestTokens.forge().accessTokenUntil(person, person, in(Duration.ofMinutes(5)));
        return client.method(method).uri(uri).header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    ResponseSpec get(UUID person, String path) {
        return request(HttpMethod.GET, person, path).exchange();
    }

    ResponseSpec delete(UUID person, String path) {
        return request(HttpMethod.DELETE, person, path).exchange();
    }

    ResponseSpec post(UUID person, String path) {
        return request(HttpMethod.POST, person, path).exchange();
    }

    ResponseSpec post(UUID person, String path, Map<String, ?> body) {
        return request(HttpMethod.POST, person, path).bodyValue(body).exchange();
    }

    ResponseSpec patch(UUID person, String path, Map<String, ?> body) {
        return request(HttpMethod.PATCH, person, path).bodyValue(body).exchange();
    }

    /** A reminder for once. */
    JsonNode remind(UUID person, Instant dueAt) {
        return expect(201, post(person, "", Map.of("text", "Call Ana", "dueAt", dueAt.toString())));
    }

    /** One that recurs. */
    JsonNode remind(UUID person, String rule, String zone, String start) {
        return remind(person, rule, zone, start, "fire");
    }

    JsonNode remind(UUID person, String rule, String zone, String start, String ifLate) {
        var recurrence = Map.of("rule", rule, "zone", zone, "start", start);
        var body = Map.of("text", "Water plants", "recurrence", recurrence, "ifLate", ifLate);
        return expect(201, post(person, "", body));
    }

    JsonNode read(UUID person, JsonNode reminder) {
        return expect(200, get(person, "/" + id(reminder)));
    }

    static String id(JsonNode reminder) {
        return reminder.path("id").asString();
    }

    /** The reminder once it has fired for the occurrence of that time. */
    JsonNode awaitFired(UUID person, JsonNode reminder, Instant dueAt) {
        return Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> read(person, reminder),
                        it -> dueAt.toString().equals(it.at("/lastFiring/dueAt").asString("")));
    }

    /** The events of a reminder, at least so many. */
    static List<JsonNode> events(JsonNode reminder, int atLeast) {
        return KafkaRecords.of(Topics.REMINDER_EVENTS)
                .within(LIMIT)
                .awaitRecords(atLeast, record -> id(reminder).equals(record.key()))
                .stream()
                .map(SchedulerApi::value)
                .toList();
    }

    static JsonNode value(KafkaRecord record) {
        return JSON.readTree(record.value());
    }

    /** The due times of all firings of a reminder, in their order. */
    List<Instant> firings(JsonNode reminder) {
        return database.sql("select due_at from firings where reminder_id = :id order by due_at")
                .bind("id", UUID.fromString(id(reminder)))
                .map(row -> Objects.requireNonNull(row.get("due_at", Instant.class)))
                .all()
                .collectList()
                .block(LIMIT);
    }

    static JsonNode json(ResponseSpec response) {
        var body = response.expectBody(JsonNode.class).returnResult().getResponseBody();
        return Objects.requireNonNull(body, "no body");
    }

    static JsonNode expect(int status, ResponseSpec response) {
        return json(response.expectStatus().isEqualTo(status));
    }

    static JsonNode expectProblem(ResponseSpec response, int status, String slug) {
        var problem = expect(status, response);
        assertThat(problem.path("type").asString()).isEqualTo("urn:tertulia:problem:" + slug);
        return problem;
    }
}
