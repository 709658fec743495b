package org.tertulia.translation.translating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.tertulia.translation.detection.LanguageDetector;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.Part;
import org.tertulia.translation.engine.TranslationEngine;
import org.tertulia.translation.engine.http.LimitsProperties;
import org.tertulia.translation.glossary.Term;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.language.LanguagePair;
import org.tertulia.translation.protection.Protection;
import org.tertulia.translation.translating.TranslationOutcome.Reason;
import org.tertulia.translation.translating.TranslationOutcome.Translated;
import org.tertulia.translation.translating.TranslationOutcome.Untranslated;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class TranslatorTest {

    private static final Language ENGLISH = new Language("en");
    private static final Language SPANISH = new Language("es");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final LanguageDetector DETECTOR = new LanguageDetector();
    private static final String TEXT = "I will be there tomorrow with @ana";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> asked = new ArrayList<>();

    /** An engine for {@code en→es} that does this. */
    private TranslationEngine engine(String name, Function<MarkedText, Mono<MarkedText>> does) {
        return new TranslationEngine() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Set<LanguagePair> pairs() {
                return Set.of(LanguagePair.of("en", "es"));
            }

            @Override
            public Mono<MarkedText> translate(LanguagePair pair, MarkedText text) {
                asked.add(name);
                return does.apply(text);
            }
        };
    }

    /** Answers the words in capital letters. */
    private TranslationEngine good(String name) {
        return engine(name, text -> Mono.just(loud(text)));
    }

    private static MarkedText loud(MarkedText text) {
        return new MarkedText(
                text.parts().stream()
                        .map(
                                part ->
                                        part instanceof Part.Words(var words)
                                                ? new Part.Words(words.toUpperCase(Locale.ROOT))
                                                : part)
                        .toList());
    }

    /** The first, the second, and one that is not installed. */
    private Translator translator(TranslationEngine... present) {
        var named =
                Stream.of("first", "second", "apertium")
                        .filter(
                                it ->
                                        it.equals("apertium")
                                                || Stream.of(present)
                                                        .anyMatch(is -> is.name().equals(it)))
                        .toList();
        return translator(named, present);
    }

    private Translator translator(List<String> named, TranslationEngine... present) {
        return new Translator(
                List.of(present),
                new TranslationProperties(named),
                new Protection(),
                DETECTOR,
                new TranslationMetrics(meters));
    }

    private static TranslationOrder order(String text, @Nullable Language source) {
        return new TranslationOrder(text, SPANISH, source, Set.of(), List.of());
    }

    private TranslationOutcome outcome(TranslationOrder order, TranslationEngine... present) {
        return translator(present).translate(order).block(PATIENCE);
    }

    private long measured(String engine, String outcome) {
        var timer =
                meters.find("translation.engine.translate")
                        .tags("engine", engine, "outcome", outcome)
                        .timer();
        return timer == null ? 0 : timer.count();
    }

    @Test
    void theFirstEngineShouldTranslate() {
        assertThat(outcome(order(TEXT, ENGLISH), good("second"), good("first")))
                .isEqualTo(new Translated(ENGLISH, "I WILL BE THERE TOMORROW WITH @ana", "first"));
        assertThat(asked).containsExactly("first");
        assertThat(measured("first", "ok")).isEqualTo(1);
    }

    @Test
    void enginesThatAreNotNamedShouldNotBeAsked() {
        assertThat(outcome(order(TEXT, ENGLISH), good("third")))
                .isEqualTo(new Untranslated(ENGLISH, Reason.NO_ENGINE));
        assertThat(translator(good("third"), good("second"), good("first")).engines())
                .extracting(TranslationEngine::name)
                .containsExactly("first", "second");
    }

    @ParameterizedTest
    @EnumSource(EngineFailed.Cause.class)
    void theNextEngineShouldTranslateWhenOneFails(EngineFailed.Cause cause) {
        var failing = engine("first", _ -> Mono.error(new EngineFailed(cause, "down")));
        assertThat(outcome(order(TEXT, ENGLISH), failing, good("second")))
                .isInstanceOfSatisfying(
                        Translated.class, it -> assertThat(it.engine()).isEqualTo("second"));
        assertThat(measured("first", cause.name().toLowerCase(Locale.ROOT))).isEqualTo(1);
        assertThat(measured("second", "ok")).isEqualTo(1);
    }

    @Test
    void theNextEngineShouldTranslateWhenOneLosesWhatWasToSurvive() {
        var losing = engine("first", _ -> Mono.just(MarkedText.ofWords("Estaré")));
        assertThat(outcome(order(TEXT, ENGLISH), losing, good("second")))
                .isInstanceOfSatisfying(
                        Translated.class, it -> assertThat(it.engine()).isEqualTo("second"));
        assertThat(measured("first", "garbled")).isEqualTo(1);
    }

    @Test
    void theNextEngineShouldTranslateWhenOneSaysNothingOrBreaks() {
        assertThat(
                        outcome(
                                order(TEXT, ENGLISH),
                                engine("first", _ -> Mono.empty()),
                                good("second")))
                .isInstanceOf(Translated.class);
        var broken =
                engine(
                        "first",
                        _ -> {
                            throw new IllegalStateException("a mistake");
                        });
        assertThat(outcome(order(TEXT, ENGLISH), broken, good("second")))
                .isInstanceOf(Translated.class);
    }

    @Test
    void thereShouldBeAnOutcomeWhenAllFail() {
        var failing =
                engine(
                        "first",
                        _ -> Mono.error(new EngineFailed(EngineFailed.Cause.TIMEOUT, "late")));
        assertThat(outcome(order(TEXT, ENGLISH), failing))
                .isEqualTo(new Untranslated(ENGLISH, Reason.ENGINES_FAILED));
        assertThat(
                        meters.get("translation.outcome")
                                .tag("outcome", "engines-failed")
                                .counter()
                                .count())
                .isEqualTo(1);
    }

    @Test
    void thereShouldBeAnOutcomeWhenTheTimeIsOver() {
        StepVerifier.withVirtualTime(
                        () ->
                                translator(engine("first", _ -> Mono.never()), good("second"))
                                        .translate(order(TEXT, ENGLISH)))
                .expectSubscription()
                .expectNoEvent(Translator.TIME_LIMIT.minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(new Untranslated(ENGLISH, Reason.ENGINES_FAILED))
                .verifyComplete();
        assertThat(measured("first", "abandoned")).isEqualTo(1);
    }

    @Test
    void noServerShouldTakeAllTheTime() {
        assertThat(LimitsProperties.LONGEST_TIME_LIMIT)
                .isLessThanOrEqualTo(Translator.TIME_LIMIT.minusSeconds(2));
    }

    @Test
    void theLanguageShouldBeRecognised() {
        assertThat(outcome(order(TEXT, null), good("first")))
                .isInstanceOfSatisfying(
                        Translated.class, it -> assertThat(it.source()).isEqualTo(ENGLISH));
    }

    @Test
    void whatIsInTheLanguageAlreadyShouldStayAsItIs() {
        assertThat(outcome(order("Mañana estaré allí con @ana", null), good("first")))
                .isEqualTo(new Untranslated(SPANISH, Reason.SAME_LANGUAGE));
        assertThat(outcome(order("hola", SPANISH), good("first")))
                .isEqualTo(new Untranslated(SPANISH, Reason.SAME_LANGUAGE));
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsOfNoLanguageShouldStayAsItIs() {
        assertThat(outcome(order("👍 @ana `code` https://example.org", null), good("first")))
                .isEqualTo(new Untranslated(null, Reason.NO_WORDS));
        assertThat(outcome(order("jajaja", null), good("first")))
                .isEqualTo(new Untranslated(null, Reason.UNSURE));
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsTooLongShouldStayAsItIs() {
        var longest = "a".repeat(Translator.MAX_CHARACTERS);
        assertThat(outcome(order(longest + "a", ENGLISH), good("first")))
                .isEqualTo(new Untranslated(ENGLISH, Reason.TOO_LONG));
        assertThat(outcome(order(longest, ENGLISH), good("first"))).isInstanceOf(Translated.class);
    }

    @Test
    void wordsOfTheGlossaryShouldBecomeWhatItSays() {
        var terms = List.of(new Term("release", SPANISH, "versión"));
        var order = new TranslationOrder("the release is out", SPANISH, ENGLISH, Set.of(), terms);
        assertThat(outcome(order, good("first")))
                .isInstanceOfSatisfying(
                        Translated.class,
                        it -> assertThat(it.text()).isEqualTo("THE versión IS OUT"));
    }

    @Test
    void theGlossaryShouldNotMultiplyAText() {
        var terms = List.of(new Term("a", SPANISH, "b".repeat(128)));
        var order =
                new TranslationOrder("a ".repeat(900) + "house", SPANISH, ENGLISH, Set.of(), terms);
        assertThat(outcome(order, good("first")))
                .isEqualTo(new Untranslated(ENGLISH, Reason.TOO_LONG));
        assertThat(asked).isEmpty();
    }

    /** Who meant to pay for an engine should not get another in silence. */
    @Test
    void anEngineThatDoesNotExistShouldBeRefused() {
        assertThatThrownBy(() -> translator(List.of("deepL", "first"), good("first")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deepL")
                .hasMessageContaining("deepl");
    }

    @Test
    void theEnginesThatComeWithTheServiceShouldBeKnown() {
        var byDefault =
                new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("tertulia.translation", TranslationProperties.class);
        assertThat(byDefault.engines())
                .containsExactlyInAnyOrderElementsOf(TranslationProperties.OWN);
    }

    @Test
    void anEngineThatIsNamedTwiceShouldBeRefused() {
        assertThatThrownBy(() -> new TranslationProperties(List.of("deepl", "deepl")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
