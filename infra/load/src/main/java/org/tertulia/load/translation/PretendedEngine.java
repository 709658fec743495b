package org.tertulia.load.translation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** A server on the loopback address that speaks as LibreTranslate does, says that it translates es⇄en, and does not. */
public final class BadEngine implements AutoCloseable {
    private static final Duration END_WITHIN = Duration.ofSeconds(3);
    private static final String LANGUAGES =
            """
            [{"code":"es","name":"Spanish","targets":["en","es"]},
             {"code":"en","name":"English","targets":["en","es"]}]
            """;

    /** What it does when it is to translate. */
    public enum Habit {
        /** Takes the request and never answers. */
        HANGS,
        /** Answers 500. */
        FAILS,
        /** Answers 200 with what is no translation. */
        TALKS_NONSENSE
    }

    private final Habit habit;
    private final AtomicInteger asked = new AtomicInteger();
    private final DisposableServer server;

    private BadEngine(Habit habit) {
        this.habit = habit;
        this.server =
                HttpServer.create()
                        .host("127.0.0.1")
                        .port(0)
                        .route(
                                routes ->
                                        routes.get("/languages", (_, answer) -> languages(answer))
                                                .post("/translate", (_, answer) -> bad(answer)))
                        .bindNow();
    }

    /** Starts one on a port that is free. */
    public static BadEngine start(Habit habit) {
        return new BadEngine(habit);
    }

    private static Publisher<Void> languages(HttpServerResponse answer) {
        return json(answer, LANGUAGES);
    }

    private Publisher<Void> bad(HttpServerResponse answer) {
        asked.incrementAndGet();
        return switch (habit) {
            case HANGS -> Mono.never();
            case FAILS -> answer.status(500).send();
            case TALKS_NONSENSE -> json(answer, "{\"translatedText\":[\"<html>\",42");
        };
    }

    private static Publisher<Void> json(HttpServerResponse answer, String text) {
        return answer.header("Content-Type", "application/json").sendString(Mono.just(text));
    }

    /** How translation-service is told to try this one first, and Apertium then. */
    public Map<String, String> settings() {
        return Map.of(
                "TERTULIA_TRANSLATION_ENGINES",
                "libretranslate,apertium",
                "TERTULIA_TRANSLATION_LIBRETRANSLATE_URL",
                "http://127.0.0.1:" + server.port());
    }

    /** How often it was asked for a translation. */
    public int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.disposeNow(END_WITHIN);
    }
}
