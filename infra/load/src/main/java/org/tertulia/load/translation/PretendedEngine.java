package org.tertulia.load.translation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import org.tertulia.load.client.Json;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/**
 * A server on the loopback address that speaks as LibreTranslate does and says that it translates es⇄en. It knows one sentence,
 * and does with what it is asked as it is told to. It has an event loop of its own, beside those of who measures.
 */
public final class PretendedEngine implements AutoCloseable {
    /** What translation-service calls it. */
    public static final String NAME = "libretranslate";

    /** What {@link Habit#ANSWERS} can translate. */
    public static final String SPANISH = "¿Quién está de guardia esta noche?";

    private static final String ENGLISH = "Who is on call tonight?";
    private static final Duration END_WITHIN = Duration.ofSeconds(3);
    private static final String LANGUAGES =
            """
            [{"code":"es","name":"Spanish","targets":["en","es"]},
             {"code":"en","name":"English","targets":["en","es"]}]
            """;

    /** What it does when it is to translate. */
    public enum Habit {
        /** Translates {@link #SPANISH} at once. */
        ANSWERS,
        /** Answers 422, which says nothing of the server: the next engine does all, and nothing is broken. */
        REFUSES,
        /** Takes the request and never answers. */
        HANGS,
        /** Answers 500. */
        FAILS,
        /** Answers 200 with what is no translation. */
        TALKS_NONSENSE
    }

    private volatile Habit habit;
    private final AtomicInteger asked = new AtomicInteger();
    private final LoopResources loop = LoopResources.create("pretended-engine", 1, true);
    private final DisposableServer server;

    private PretendedEngine(Habit habit) {
        this.habit = habit;
        this.server =
                HttpServer.create()
                        .runOn(loop)
                        .host("127.0.0.1")
                        .port(0)
                        .route(
                                routes ->
                                        routes.get("/languages", (_, answer) -> languages(answer))
                                                .post("/translate", this::translate))
                        .bindNow();
    }

    /** Starts one on a port that is free. */
    public static PretendedEngine start(Habit habit) {
        return new PretendedEngine(habit);
    }

    private static Publisher<Void> languages(HttpServerResponse answer) {
        return json(answer, LANGUAGES);
    }

    private Publisher<Void> translate(HttpServerRequest request, HttpServerResponse answer) {
        asked.incrementAndGet();
        return switch (habit) {
            case ANSWERS ->
                    request.receive()
                            .aggregate()
                            .asString()
                            .flatMap(it -> Mono.from(json(answer, translated(it))));
            case REFUSES -> answer.status(422).send();
            case HANGS -> Mono.never();
            case FAILS -> answer.status(500).send();
            case TALKS_NONSENSE -> json(answer, "{\"translatedText\":[\"<html>\",42");
        };
    }

    /** The one sentence that it knows, and everything around that as it was. */
    private static String translated(String request) {
        var text = Json.read(request, Request.class).q();
        return Json.write(Map.of("translatedText", text.replace(SPANISH, ENGLISH)));
    }

    private record Request(String q) {}

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

    /** Does something else from now on. */
    public void become(Habit other) {
        habit = other;
    }

    /** How often it was asked for a translation. */
    public int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.disposeNow(END_WITHIN);
        loop.dispose();
    }
}
