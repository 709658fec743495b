package org.tertulia.load.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.tertulia.load.bench.BenchResult.Pair;
import org.tertulia.load.translation.ChatSentence;
import org.tertulia.load.translation.Chrf;

/** How well and how fast the suite translates chat sentences, beside Apertium by itself, by turns. */
final class TranslatingBench {
    /** Sentences that do not count: the compilers are not done before. */
    static final int WARM_UP = 1_000;

    static final List<Integer> AT_A_TIME = List.of(1, 8);
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<ChatSentence> sentences = ChatSentence.all();
    private final Interpreter suite;
    private final Interpreter bare;
    private final TranslationPlan plan;

    TranslatingBench(Interpreter suite, Interpreter bare, TranslationPlan plan) {
        this.suite = suite;
        this.bare = bare;
        this.plan = plan;
    }

    /**
     * How near to a person's translations they are, as {@link Chrf} has it.
     *
     * @param direction such as {@code es→en}
     * @param suite the suite's score
     * @param bare Apertium's by itself
     * @param untranslated that of the sentences as they are
     * @param left how many the suite left as they are
     */
    record Quality(String direction, double suite, double bare, double untranslated, int left) {
        String line(String row) {
            return String.format(
                    Locale.ROOT, row, direction, figure(suite), figure(bare), figure(untranslated));
        }

        private static String figure(double score) {
            return String.format(Locale.ROOT, "%.1f", score);
        }
    }

    /** How often the suite is asked in all. */
    static int requests(TranslationPlan plan) {
        return ChatSentence.all().size()
                + AT_A_TIME.size() * (WARM_UP + plan.rounds() * plan.sentences());
    }

    /** Rounds with so many sentences under way at a time. */
    record Speed(int atATime, Pair<Translating> rounds) {}

    List<Quality> quality() {
        return List.of(quality("es"), quality("en"));
    }

    private Quality quality(String source) {
        var own = sentences.stream().filter(it -> it.source().equals(source)).toList();
        var texts = own.stream().map(ChatSentence::text).toList();
        var references = own.stream().map(ChatSentence::reference).toList();
        var translations =
                IntStream.range(0, own.size())
                        .mapToObj(it -> suite.translate(it, own.get(it)))
                        .toList();
        var left =
                IntStream.range(0, own.size())
                        .filter(it -> translations.get(it).equals(texts.get(it)));
        return new Quality(
                source + "→" + own.getFirst().target(),
                Chrf.score(translations, references),
                Chrf.score(own.stream().map(it -> bare.translate(0, it)).toList(), references),
                Chrf.score(texts, references),
                (int) left.count());
    }

    List<Speed> speed() {
        AT_A_TIME.forEach(
                it -> {
                    measure(suite, it, WARM_UP);
                    measure(bare, it, WARM_UP);
                });
        return AT_A_TIME.stream().map(this::speed).toList();
    }

    private Speed speed(int atATime) {
        var ofSuite = new ArrayList<Translating>();
        var ofBare = new ArrayList<Translating>();
        for (var round = 1; round <= plan.rounds(); round++) {
            // Neither is always the one that finds the machine as the other left it.
            if (round % 2 == 0) {
                ofSuite.add(measure(suite, atATime, plan.sentences()));
            }
            ofBare.add(measure(bare, atATime, plan.sentences()));
            if (round % 2 != 0) {
                ofSuite.add(measure(suite, atATime, plan.sentences()));
            }
        }
        return new Speed(atATime, new Pair<>(ofSuite, ofBare));
    }

    private Translating measure(Interpreter interpreter, int atATime, int count) {
        var latencies = new Latencies(count);
        var next = new AtomicInteger();
        var start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(atATime)) {
            var all =
                    IntStream.range(0, atATime)
                            .mapToObj(
                                    _ ->
                                            CompletableFuture.runAsync(
                                                    () -> work(interpreter, next, count, latencies),
                                                    threads))
                            .toList();
            all.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof BenchFailure failure ? failure : e;
        }
        var seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        return new Translating(
                count / seconds, latencies.percentileMillis(0.5), latencies.percentileMillis(0.99));
    }

    /** The languages take turns, so that both pipes have to do. */
    private void work(Interpreter interpreter, AtomicInteger next, int count, Latencies latencies) {
        for (var at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
            var half = sentences.size() / 2;
            var sentence = sentences.get(at % 2 * half + at / 2 % half);
            var start = System.nanoTime();
            interpreter.translate(at, sentence);
            latencies.add(System.nanoTime() - start);
        }
    }
}
