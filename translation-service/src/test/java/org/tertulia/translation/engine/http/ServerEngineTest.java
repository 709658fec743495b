package org.tertulia.translation.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.EngineFailed.Cause;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.Part;
import org.tertulia.translation.engine.http.FakeServer.Habit;
import org.tertulia.translation.language.LanguagePair;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What becomes of a server that does not do as it should: the same for every kind. */
class ServerEngineTest {

    private static final LanguagePair EN_ES = LanguagePair.of("en", "es");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Time enough on a busy machine, for a server that answers. */
    private static final Duration ENOUGH = LimitsProperties.LONGEST_TIME_LIMIT;

    private static final MarkedText TEXT =
            new MarkedText(
                    List.of(
                            new Part.Words("my house "),
                            new Part.Kept("@ana"),
                            new Part.Words(" and "),
                            new Part.Kept("`x`")));

    private enum Kind {
        LIBRE_TRANSLATE {
            @Override
            FakeServer server() {
                return FakeServer.speaking(Dialects.LIBRE_TRANSLATE);
            }

            @Override
            ServerEngine engine(FakeServer server, LimitsProperties limits) {
                return Servers.libreTranslate(server, limits);
            }
        },
        DEEPL {
            @Override
            FakeServer server() {
                return FakeServer.speaking(Dialects.DEEPL);
            }

            @Override
            ServerEngine engine(FakeServer server, LimitsProperties limits) {
                return Servers.deepL(server, limits);
            }
        },
        OPEN_AI {
            @Override
            FakeServer server() {
                return FakeServer.speaking(Dialects.OPEN_AI);
            }

            @Override
            ServerEngine engine(FakeServer server, LimitsProperties limits) {
                return Servers.openAi(server, limits);
            }
        };

        abstract FakeServer server();

        abstract ServerEngine engine(FakeServer server, LimitsProperties limits);
    }

    private static LimitsProperties limits(Duration timeLimit, Duration pause) {
        return new LimitsProperties(timeLimit, 16, 1_000, pause);
    }

    private static Stream<Arguments> badHabits() {
        return Stream.of(Kind.values())
                .flatMap(
                        kind ->
                                Stream.of(
                                        Arguments.of(kind, Habit.HANGS, Cause.TIMEOUT),
                                        Arguments.of(kind, Habit.FAILS, Cause.UNAVAILABLE),
                                        Arguments.of(kind, Habit.IS_BUSY, Cause.UNAVAILABLE),
                                        Arguments.of(
                                                kind,
                                                Habit.ANSWERS_HALF_OF_ITS_JSON,
                                                Cause.GARBLED),
                                        Arguments.of(kind, Habit.ANSWERS_OTHER_JSON, Cause.GARBLED),
                                        Arguments.of(kind, Habit.ANSWERS_A_PAGE, Cause.GARBLED),
                                        Arguments.of(kind, Habit.ANSWERS_NOTHING, Cause.GARBLED),
                                        Arguments.of(kind, Habit.ANSWERS_TOO_MUCH, Cause.GARBLED),
                                        Arguments.of(kind, Habit.SENDS_ELSEWHERE, Cause.GARBLED),
                                        Arguments.of(kind, Habit.LOSES_PLACEHOLDERS, Cause.GARBLED),
                                        Arguments.of(
                                                kind, Habit.REPEATS_PLACEHOLDERS, Cause.GARBLED),
                                        Arguments.of(kind, Habit.MAKES_UP_TAGS, Cause.GARBLED),
                                        Arguments.of(kind, Habit.GOES_ON_AND_ON, Cause.GARBLED),
                                        Arguments.of(kind, Habit.DISLIKES_THE_TEXT, Cause.REFUSED),
                                        Arguments.of(kind, Habit.DISLIKES_THE_KEY, Cause.REFUSED)));
    }

    @ParameterizedTest
    @MethodSource("badHabits")
    void whatGoesWrongShouldHaveItsCause(Kind kind, Habit habit, Cause cause) {
        var timeLimit = habit == Habit.HANGS ? Duration.ofMillis(300) : ENOUGH;
        try (var server = kind.server()) {
            var engine = kind.engine(server, limits(ENOUGH, PATIENCE));
            assertThat(failure(engine)).isNull();
            var hurried = kind.engine(server, limits(timeLimit, PATIENCE));
            server.become(habit);
            assertThat(failure(hurried)).isEqualTo(cause);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Habit.class,
            names = {"HANGS", "FAILS", "ANSWERS_A_PAGE", "LOSES_PLACEHOLDERS", "DISLIKES_THE_KEY"})
    void aServerThatKeepsFailingShouldBeLeftAlone(Habit habit) {
        try (var server = Kind.LIBRE_TRANSLATE.server()) {
            var engine =
                    Kind.LIBRE_TRANSLATE.engine(server, limits(Duration.ofSeconds(1), PATIENCE));
            server.become(habit);
            Flux.range(0, 4)
                    .flatMap(_ -> engine.translate(EN_ES, TEXT).onErrorComplete(), 4)
                    .blockLast(PATIENCE);
            var asked = server.asked().size();
            assertThat(asked).isEqualTo(4);
            for (int i = 0; i < 10; i++) {
                assertThat(failure(engine)).isEqualTo(Cause.UNAVAILABLE);
            }
            assertThat(server.asked()).hasSize(asked);
        }
    }

    @Test
    void aServerThatIsWellAgainShouldBeAskedAgain() {
        try (var server = Kind.DEEPL.server()) {
            var engine = Kind.DEEPL.engine(server, limits(ENOUGH, Duration.ofMillis(500)));
            server.become(Habit.FAILS);
            Flux.range(0, 4)
                    .concatMap(_ -> engine.translate(EN_ES, TEXT).onErrorComplete())
                    .blockLast(PATIENCE);
            assertThat(failure(engine)).isEqualTo(Cause.UNAVAILABLE);
            server.become(Habit.TRANSLATES);
            await().atMost(PATIENCE).until(() -> failure(engine) == null);
            for (int i = 0; i < 10; i++) {
                assertThat(failure(engine)).isNull();
            }
        }
    }

    /** Whoever writes what a server dislikes must not take it from the others. */
    @Test
    void textsThatAreRefusedShouldNotHaveTheServerLeftAlone() {
        try (var server = Kind.LIBRE_TRANSLATE.server()) {
            var engine = Kind.LIBRE_TRANSLATE.engine(server, limits(ENOUGH, PATIENCE));
            server.become(Habit.DISLIKES_THE_TEXT);
            for (int i = 0; i < 20; i++) {
                assertThat(failure(engine)).isEqualTo(Cause.REFUSED);
            }
            server.become(Habit.TRANSLATES);
            assertThat(failure(engine)).isNull();
        }
    }

    @Test
    void whatCanNotBeSentShouldBeRefusedWithoutAskingTheServer() {
        try (var server = Kind.OPEN_AI.server()) {
            var engine = Kind.OPEN_AI.engine(server, limits(ENOUGH, PATIENCE));
            for (var words : List.of("my \0 house", "my \ud83d house", "my \ufffe house")) {
                assertThat(failure(engine, MarkedText.ofWords(words))).isEqualTo(Cause.REFUSED);
            }
            assertThat(server.asked()).isEmpty();
            assertThat(failure(engine, MarkedText.ofWords("my\t👩‍👩‍👧‍👦\nhouse"))).isNull();
        }
    }

    /** One answer that says so is enough, and for no longer than it says. */
    @Test
    void aServerThatAsksForAPauseShouldHaveIt() {
        try (var server = Kind.OPEN_AI.server()) {
            var engine = Kind.OPEN_AI.engine(server, limits(ENOUGH, Duration.ofMinutes(10)));
            server.become(Habit.IS_BUSY);
            assertThat(failure(engine)).isEqualTo(Cause.UNAVAILABLE);
            server.become(Habit.TRANSLATES);
            assertThat(failure(engine)).isEqualTo(Cause.UNAVAILABLE);
            assertThat(server.asked()).hasSize(1);
            await().atMost(PATIENCE).until(() -> failure(engine) == null);
        }
    }

    @Test
    void moreAtOnceThanAllowedShouldFailAtOnceAndNotSpeakAgainstTheServer() {
        try (var server = Kind.DEEPL.server()) {
            var engine =
                    Kind.DEEPL.engine(
                            server,
                            new LimitsProperties(Duration.ofSeconds(1), 2, 1_000, PATIENCE));
            server.become(Habit.HANGS);
            var causes =
                    Flux.range(0, 40)
                            .flatMap(
                                    _ ->
                                            engine.translate(EN_ES, TEXT)
                                                    .map(_ -> "ok")
                                                    .onErrorResume(
                                                            EngineFailed.class,
                                                            it -> Mono.just(it.kind().name())),
                                    40)
                            .collectList()
                            .block(PATIENCE);
            assertThat(causes).filteredOn("TIMEOUT"::equals).hasSize(2);
            assertThat(causes).filteredOn("UNAVAILABLE"::equals).hasSize(38);
            server.become(Habit.TRANSLATES);
            assertThat(failure(engine)).isNull();
        }
    }

    @Test
    void aBudgetThatIsSpentShouldNotBeOverdrawn() {
        try (var server = Kind.DEEPL.server()) {
            var engine = Kind.DEEPL.engine(server, new LimitsProperties(ENOUGH, 16, 5, PATIENCE));
            for (int i = 0; i < 5; i++) {
                assertThat(failure(engine)).isNull();
            }
            for (int i = 0; i < 20; i++) {
                assertThat(failure(engine)).isEqualTo(Cause.UNAVAILABLE);
            }
            assertThat(server.asked()).hasSize(5);
        }
    }

    @Test
    void whatWasLearnedShouldBeKeptWhileTheServerIsAway() {
        var server = Kind.LIBRE_TRANSLATE.server();
        var engine = Kind.LIBRE_TRANSLATE.engine(server, limits(ENOUGH, PATIENCE));
        server.close();
        assertThat(engine.learnPairs().thenReturn("ok").onErrorReturn("failed").block(PATIENCE))
                .isEqualTo("failed");
        assertThat(engine.pairs()).contains(EN_ES);
        assertThat(failure(engine)).isEqualTo(Cause.UNAVAILABLE);
    }

    /** Neither the key nor what the server says, which may have the text in it. */
    @Test
    void failuresShouldNotTellSecrets() {
        try (var server = Kind.LIBRE_TRANSLATE.server()) {
            var engine = Kind.LIBRE_TRANSLATE.engine(server, limits(ENOUGH, PATIENCE));
            server.become(Habit.FAILS);
            assertThatThrownBy(() -> engine.translate(EN_ES, TEXT).block(PATIENCE))
                    .isInstanceOf(EngineFailed.class)
                    .hasMessage("It answered 500")
                    .satisfies(
                            error ->
                                    assertThat(error.getCause().toString())
                                            .doesNotContain(FakeServer.KEY)
                                            .doesNotContain("my house"));
        }
    }

    private static @Nullable Cause failure(ServerEngine engine) {
        return failure(engine, TEXT);
    }

    /** Why it failed; null when it translated. */
    private static @Nullable Cause failure(ServerEngine engine, MarkedText text) {
        try {
            var result = engine.translate(EN_ES, text).block(PATIENCE);
            assertThat(result.plain()).contains("mi").contains("casa");
            return null;
        } catch (EngineFailed e) {
            return e.kind();
        }
    }
}
