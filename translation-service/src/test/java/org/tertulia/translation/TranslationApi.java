package org.tertulia.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.contracts.Topics;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.StubService;
import org.tertulia.test.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service with the {@link MirrorEngine}, beside a chat and a message service that say what a test wants. */
@ServiceTest(properties = "tertulia.translation.engines=" + MirrorEngine.NAME)
@Import(TranslationApi.TestEngine.class)
abstract class TranslationApi {

    static final Duration LIMIT = Duration.ofSeconds(15);
    static final String PATH = "/api/v1/translate";
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final StubService CHAT_SERVICE = StubService.named("chat-service");
    static final StubService MESSAGE_SERVICE = StubService.named("message-service");

    @Autowired WebTestClient client;
    @Autowired DatabaseClient database;
    @Autowired MirrorEngine engine;
    @Autowired Statements statements;

    final UUID ana = UUID.randomUUID();
    final UUID chat = UUID.randomUUID();

    /** The engine of all tests. */
    @TestConfiguration(proxyBeanMethods = false)
    static class TestEngine {

        @Bean
        MirrorEngine mirrorEngine() {
            return new MirrorEngine();
        }

        @Bean
        static Statements statements() {
            return new Statements();
        }
    }

    @DynamicPropertySource
    static void whereTheOthersAre(DynamicPropertyRegistry properties) {
        CHAT_SERVICE.register(properties);
        MESSAGE_SERVICE.register(properties);
    }

    @BeforeEach
    void begin() {
        CHAT_SERVICE.reset();
        MESSAGE_SERVICE.reset();
    }

    /** A text that is Spanish beyond doubt, and like no other. */
    static String spanish(String word) {
        return "Mañana vamos todos juntos a la playa con los niños pequeños, dice " + word;
    }

    /** One that is English. */
    static String english(String word) {
        return "Tomorrow we are all going to the beach together with the children, says " + word;
    }

    static String unique() {
        return "x" + UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "k");
    }

    RequestBodySpec request(HttpMethod method, UUID person, String uri, Object... values) {
        return client.method(method)
                .uri(uri, values)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(person));
    }

    JsonNode get(UUID person, String uri, Object... values) {
        return expect(200, request(HttpMethod.GET, person, uri, values).exchange());
    }

    ResponseSpec post(UUID person, String uri, Map<String, ?> body) {
        return request(HttpMethod.POST, person, uri).bodyValue(body).exchange();
    }

    ResponseSpec put(UUID person, String uri, Map<String, ?> body) {
        return request(HttpMethod.PUT, person, uri).bodyValue(body).exchange();
    }

    ResponseSpec delete(UUID person, String uri) {
        return request(HttpMethod.DELETE, person, uri).exchange();
    }

    /** What a person is in the chat, as the chat service says from now on. */
    void role(String kind, String role) {
        var quoted = role.isEmpty() ? "null" : '"' + role + '"';
        CHAT_SERVICE.answer(
                "GET",
                "/api/v1/chats/" + chat,
                200,
                "{\"kind\":\"%s\",\"version\":1,\"myRole\":%s}".formatted(kind, quoted));
    }

    /** What the chat says, as the message service says from now on, whatever it is asked for. */
    void says(String... messages) {
        var items = Stream.of(messages).collect(Collectors.joining(","));
        MESSAGE_SERVICE.answer(
                "GET", "/api/v1/chats/" + chat + "/messages", 200, "{\"items\":[" + items + "]}");
    }

    static String message(long seq, int version, String text) {
        return "{\"seq\":%d,\"version\":%d,\"text\":%s,\"reactions\":[],\"bookmarked\":false}"
                .formatted(seq, version, JSON.writeValueAsString(text));
    }

    static String deleted(long seq) {
        return "{\"seq\":%d,\"version\":1,\"text\":\"\",\"deletedAt\":\"2026-11-02T12:00:00Z\"}"
                .formatted(seq);
    }

    JsonNode translations(String seqs, String language) {
        return get(
                        ana,
                        "/api/v1/chats/{chat}/translations?seqs={seqs}&language={language}",
                        chat,
                        seqs,
                        language)
                .path("translations");
    }

    /** What was told of the chat, at least so many. */
    List<JsonNode> told(int atLeast) {
        return KafkaRecords.of(Topics.TRANSLATION_EVENTS)
                .within(LIMIT)
                .awaitRecords(atLeast, record -> chat.toString().equals(record.key()))
                .stream()
                .map(record -> JSON.readTree(record.value()))
                .toList();
    }

    /** How many translations of the chat are kept. */
    long kept() {
        return count("select count(*) from translations where chat_id = :chat");
    }

    long count(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).bind("chat", chat).mapValue(Long.class).one().block(LIMIT));
    }

    static JsonNode expect(int status, ResponseSpec response) {
        var body =
                response.expectStatus()
                        .isEqualTo(status)
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(body, "no body");
    }

    static JsonNode expectProblem(ResponseSpec response, int status, String slug) {
        var problem = expect(status, response);
        assertThat(problem.path("type").asString()).isEqualTo("urn:tertulia:problem:" + slug);
        return problem;
    }
}
