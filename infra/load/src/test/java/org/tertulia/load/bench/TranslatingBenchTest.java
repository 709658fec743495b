package org.tertulia.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tertulia.load.translation.ChatSentence;

class TranslatingBenchTest {
    private static final TranslationPlan PLAN =
            new TranslationPlan(40, 2, 20, Duration.ofSeconds(1));

    @Test
    void aPersonShouldScoreHundredAndWhoDoesNothingAsTheSentencesDo() {
        var bench =
                new TranslatingBench(
                        (_, sentence) -> sentence.reference(),
                        (_, sentence) -> sentence.text(),
                        PLAN);

        assertThat(bench.quality())
                .extracting(TranslatingBench.Quality::direction)
                .containsExactly("es→en", "en→es");
        assertThat(bench.quality())
                .allSatisfy(
                        it -> {
                            assertThat(it.suite()).isEqualTo(100);
                            assertThat(it.bare()).isEqualTo(it.untranslated()).isBetween(5.0, 25.0);
                            assertThat(it.left()).isZero();
                        });
    }

    @Test
    void whatIsLeftAsItIsShouldBeCounted() {
        Interpreter lazy = (_, sentence) -> sentence.text();

        assertThat(new TranslatingBench(lazy, lazy, PLAN).quality())
                .extracting(TranslatingBench.Quality::left)
                .containsExactly(20, 20);
    }

    @Test
    void everySentenceShouldBeAskedForInEachRound() {
        var asked = new ConcurrentHashMap<String, AtomicInteger>();
        var bench =
                new TranslatingBench(
                        (_, sentence) -> count(sentence, asked),
                        (_, sentence) -> sentence.text(),
                        PLAN);
        bench.quality();

        assertThat(bench.speed())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.rounds().suite()).hasSize(2));
        var times = TranslatingBench.requests(PLAN) / ChatSentence.all().size();
        assertThat(asked)
                .hasSameSizeAs(ChatSentence.all())
                .allSatisfy((_, count) -> assertThat(count).hasValue(times));
    }

    private static String count(ChatSentence sentence, Map<String, AtomicInteger> asked) {
        asked.computeIfAbsent(sentence.text(), _ -> new AtomicInteger()).incrementAndGet();
        return sentence.text();
    }
}
