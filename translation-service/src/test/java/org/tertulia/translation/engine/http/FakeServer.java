package org.tertulia.translation.engine.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on the loopback address that speaks like one kind of engine, and translates as well as it is told to. */
final class FakeServer implements AutoCloseable {

    /** The right one. */
    static final String KEY = "the-right-key";

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration END_WITHIN = Duration.ofSeconds(3);

    /** English into Spanish. */
    private static final Map<String, String> WORDS =
            Map.of("house", "casa", "my", "mi", "morning", "mañana", "Good", "Buena", "the", "la");

    private static final Pattern TAG_OR_WORD = Pattern.compile("<[^>]*>|&[#\\w]+;|[A-Za-z]+");

    /** What it does when it is to translate. */
    enum Habit {
        TRANSLATES,
        HANGS,
        FAILS,
        IS_BUSY,
        ANSWERS_HALF_OF_ITS_JSON,
        ANSWERS_OTHER_JSON,
        ANSWERS_A_PAGE,
        ANSWERS_NOTHING,
        ANSWERS_TOO_MUCH,
        SENDS_ELSEWHERE,
        LOSES_PLACEHOLDERS,
        REPEATS_PLACEHOLDERS,
        MAKES_UP_TAGS,
        GOES_ON_AND_ON,
        DISLIKES_THE_TEXT,
        DISLIKES_THE_KEY
    }

    /** How one kind of server speaks. */
    interface Dialect {

        /** What can be got. */
        Map<String, String> documents();

        /** Where texts are posted. */
        String path();

        /** The text of a question, marks and all. */
        String text(JsonNode question);

        /** What is wrong with it, for real servers are strict; empty when nothing is. */
        String complaint(JsonNode question);

        /** The answer to it. */
        Object answer(JsonNode question, String translation);
    }

    /** A question as it came. */
    record Asked(Map<String, String> headers, JsonNode body) {}

    private final Dialect dialect;
    private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final DisposableServer server;
    private volatile Habit habit = Habit.TRANSLATES;

    private FakeServer(Dialect dialect) {
        this.dialect = dialect;
        this.server =
                HttpServer.create()
                        .host("127.0.0.1")
                        .port(0)
                        .route(
                                routes -> {
                                    routes.post(dialect.path(), this::translate);
                                    routes.get("/**", this::document);
                                })
                        .bindNow();
    }

    static FakeServer speaking(Dialect dialect) {
        return new FakeServer(dialect);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    void become(Habit other) {
        habit = other;
    }

    /** The questions that came. */
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private Publisher<Void> document(HttpServerRequest request, HttpServerResponse response) {
        var document = dialect.documents().get(request.uri());
        return document == null ? response.sendNotFound() : json(response, document);
    }

    private Publisher<Void> translate(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString(StandardCharsets.UTF_8)
                .flatMap(body -> Mono.from(answer(request, JSON.readTree(body), response)));
    }

    private Publisher<Void> answer(
            HttpServerRequest request, JsonNode question, HttpServerResponse response) {
        var headers = new HashMap<String, String>();
        request.requestHeaders().forEach(it -> headers.put(it.getKey(), it.getValue()));
        asked.add(new Asked(headers, question));
        return switch (habit) {
            case HANGS -> Mono.never();
            case FAILS -> response.status(500).sendString(Mono.just("{\"error\":\"" + KEY + "\"}"));
            case IS_BUSY -> response.status(429).header("Retry-After", "1").send();
            case ANSWERS_HALF_OF_ITS_JSON -> json(response, "{\"translatedText\":[\"<html>\",42");
            case ANSWERS_OTHER_JSON -> json(response, "{\"hello\":[1]}");
            case ANSWERS_A_PAGE ->
                    response.header("Content-Type", "text/html")
                            .sendString(Mono.just("<html><body>Please log in</body></html>"));
            case ANSWERS_NOTHING -> json(response, "");
            case ANSWERS_TOO_MUCH -> json(response, said(question, "casa ".repeat(200_000)));
            case SENDS_ELSEWHERE -> response.sendRedirect("/somewhere");
            case DISLIKES_THE_TEXT -> response.status(400).send();
            case DISLIKES_THE_KEY -> response.status(403).send();
            default -> translated(question, response);
        };
    }

    private Publisher<Void> translated(JsonNode question, HttpServerResponse response) {
        var complaint = dialect.complaint(question);
        if (!complaint.isEmpty()) {
            return response.status(400).sendString(Mono.just(complaint));
        }
        var text = spanish(dialect.text(question));
        return json(
                response,
                said(
                        question,
                        switch (habit) {
                            case LOSES_PLACEHOLDERS ->
                                    text.replaceAll("<[^>]*>[^<]*</[^>]*>|⟦\\d+⟧", "");
                            case REPEATS_PLACEHOLDERS ->
                                    text.replaceAll("(<[^>]*>[^<]*</[^>]*>|⟦\\d+⟧)", "$1 $1");
                            case GOES_ON_AND_ON -> text + " casa".repeat(1_000);
                            case MAKES_UP_TAGS -> "<b>" + text + "</b> ⟦";
                            default -> text;
                        }));
    }

    private String said(JsonNode question, String translation) {
        return JSON.writeValueAsString(dialect.answer(question, translation));
    }

    private static String spanish(String english) {
        return TAG_OR_WORD
                .matcher(english)
                .replaceAll(
                        it -> Matcher.quoteReplacement(WORDS.getOrDefault(it.group(), it.group())));
    }

    private static Publisher<Void> json(HttpServerResponse response, String text) {
        return response.header("Content-Type", "application/json").sendString(Mono.just(text));
    }

    @Override
    public void close() {
        server.disposeNow(END_WITHIN);
    }
}
