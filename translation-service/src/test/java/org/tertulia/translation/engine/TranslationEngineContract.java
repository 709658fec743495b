package org.tertulia.translation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tertulia.translation.engine.EngineFailed.Cause;
import org.tertulia.translation.glossary.Term;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.language.LanguagePair;
import org.tertulia.translation.protection.Protection;
import org.tertulia.translation.protection.Survival;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What the service relies on of every engine. It translates {@code en→es} here, and not into Klingon. */
public abstract class TranslationEngineContract {

    /** English into Spanish. */
    protected static final LanguagePair EN_ES = LanguagePair.of("en", "es");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int HOSTILE = 200;

    /** Nearly half of them have what no server can be sent. */
    private static final int HOSTILE_ANSWERED = 100;

    private final Protection protection = new Protection();

    /** The engine, ready to translate {@link #EN_ES}. */
    protected abstract TranslationEngine engine();

    /** What it makes of a text. */
    protected String translated(String text) {
        return translate(text).map(MarkedText::plain).block(PATIENCE);
    }

    private Mono<MarkedText> translate(String text) {
        var marked = marked(text);
        return engine().translate(EN_ES, marked).map(result -> Survival.check(marked, result));
    }

    private MarkedText marked(String text) {
        return protection.mark(text, List.of(new Term("Tertulia", null, null)), new Language("es"));
    }

    @Test
    void itShouldHaveTheDirection() {
        assertThat(engine().pairs()).contains(EN_ES);
    }

    @Test
    void itShouldTranslateWords() {
        assertThat(translated("Good morning, this is my house.")).isNotBlank().contains("casa");
    }

    @Test
    void whatIsKeptShouldSurvive() {
        var text =
                "Please tell @bruno in #plaza that `x = y[0]` does not work 👩‍👩‍👧‍👦 :tada:\n"
                        + "> see **https://example.org/a_b?c=(d)** and Tertulia";
        assertThat(translated(text))
                .contains(
                        "@bruno",
                        "#plaza",
                        "`x = y[0]`",
                        "👩‍👩‍👧‍👦",
                        ":tada:",
                        "\n> ",
                        "**https://example.org/a_b?c=(d)**",
                        "Tertulia");
    }

    @Test
    void aTextWithoutWordsShouldComeBack() {
        assertThat(translated("👍 @ana **")).isEqualTo("👍 @ana **");
    }

    @Test
    void aDirectionThatItHasNotShouldBeRefused() {
        StepVerifier.create(
                        engine().translate(LanguagePair.of("en", "tlh"), MarkedText.ofWords("Hi")))
                .expectErrorSatisfies(
                        error ->
                                assertThat(error)
                                        .isInstanceOfSatisfying(
                                                EngineFailed.class,
                                                failed ->
                                                        assertThat(failed.kind())
                                                                .isEqualTo(Cause.REFUSED)))
                .verify(PATIENCE);
    }

    /** Each is translated, or honestly not: never with something of it missing. Not all may be refused. */
    @Test
    void hostileTextsShouldSurviveOrBeRefused() {
        var texts = new HostileTexts(6);
        var answered =
                Flux.range(0, HOSTILE)
                        .map(_ -> texts.next())
                        .concatMap(text -> translate(text).onErrorComplete(EngineFailed.class))
                        .count()
                        .block(PATIENCE);
        assertThat(answered).isGreaterThanOrEqualTo(HOSTILE_ANSWERED);
        assertThat(translated("my house")).contains("casa");
    }

    @Test
    void manyAtOnceShouldGetTheirOwnAnswers() {
        var texts =
                IntStream.range(0, 40)
                        .mapToObj(i -> "The house number `" + i + "` is big")
                        .toList();
        var answers =
                Flux.fromIterable(texts)
                        .flatMapSequential(this::translate, 8)
                        .map(MarkedText::plain)
                        .collectList()
                        .block(PATIENCE);
        assertThat(answers).hasSize(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            assertThat(answers.get(i)).contains("`" + i + "`").contains("casa");
        }
    }

    @Test
    void whoeverGoesShouldLeaveTheOthersAlone() {
        translate("the red house").subscribe().dispose();
        assertThat(translated("my house")).contains("casa");
    }
}
