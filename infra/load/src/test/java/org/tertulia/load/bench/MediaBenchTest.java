package org.tertulia.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.tertulia.load.bench.BenchResult.Pair;

class MediaBenchTest {
    private static final MediaPlan PLAN = new MediaPlan(2_500, 1_000, 3, 2, 60, 4_000);

    private final PrintWriter out = new PrintWriter(Writer.nullWriter());

    /** Keeps how much it was given. */
    private static final class Memory implements Shelf {
        private final Map<String, Long> files = new ConcurrentHashMap<>();
        private int put;

        @Override
        public synchronized String put(int lane, MediaPlan plan, byte[] piece) {
            var key = lane + "-" + put++;
            files.put(key, plan.fileBytes());
            return key;
        }

        @Override
        public long get(int lane, String key) {
            return files.getOrDefault(key, 0L);
        }

        @Override
        public void remove(int lane, String key) {
            files.remove(key);
        }
    }

    @Test
    void bothShouldTakeTurnsAndBeLeftEmpty() throws Exception {
        var suite = new Memory();
        var store = new Memory();

        var rounds = new MediaBench(PLAN, suite, store, out).run();

        assertThat(rounds.suite()).hasSize(2);
        assertThat(rounds.baseline()).hasSize(2);
        assertThat(suite.put).isEqualTo(store.put).isEqualTo(9);
        assertThat(suite.files).isEmpty();
        assertThat(store.files).isEmpty();
    }

    @Test
    void aFileThatDoesNotComeBackWholeShouldEndIt() {
        var losing =
                new Shelf() {
                    @Override
                    public String put(int lane, MediaPlan plan, byte[] piece) {
                        return "key";
                    }

                    @Override
                    public long get(int lane, String key) {
                        return 7;
                    }

                    @Override
                    public void remove(int lane, String key) {
                        throw new AssertionError("Nothing is left to be removed.");
                    }
                };

        assertThatThrownBy(() -> new MediaBench(PLAN, losing, new Memory(), out).run())
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("whole");
    }

    @Test
    void theReportShouldTellRatiosAndPreviewsForEachCore() {
        var throughput =
                new Pair<>(List.of(new Throughput(80, 300)), List.of(new Throughput(160, 400)));
        var previews = new Previewed(60, 180, 3.2, 30, 2);
        var result = new MediaResult(PLAN, BenchResult.Machine.here(), throughput, previews);

        assertThat(result.lines())
                .anySatisfy(line -> assertThat(line).containsPattern("MB/s up +80 +160 +0.50"))
                .anySatisfy(line -> assertThat(line).containsPattern("MB/s down +300 +400 +0.75"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains(
                                                "2.00 photos a second, 6.00 previews a second,"
                                                        + " 3.00 for each core"));
    }
}
