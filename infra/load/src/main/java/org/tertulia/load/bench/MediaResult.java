package org.tertulia.load.bench;

import java.util.List;
import java.util.Locale;
import org.tertulia.load.bench.BenchResult.Pair;

/**
 * All that was measured of files.
 *
 * @param plan what was to be measured
 * @param machine what it was measured on
 * @param throughput the suite's beside the store's, in every round
 * @param previews photos that were looked into
 */
record MediaResult(
        MediaPlan plan,
        BenchResult.Machine machine,
        Pair<Throughput> throughput,
        Previewed previews) {
    private static final double MEGA = 1e6;

    List<String> lines() {
        return List.of(
                "",
                String.format(
                        Locale.ROOT,
                        "Files of %.0f MB, %d at a time in requests of %.0f MB, through the gateway.",
                        plan.fileBytes() / MEGA,
                        plan.transfers(),
                        plan.pieceBytes() / MEGA),
                "Baseline: the same bytes in as many parts straight to the S3 store.",
                Report.head(),
                Report.row("MB/s up", "%.0f", throughput, Throughput::upMegabytes),
                Report.row("MB/s down", "%.0f", throughput, Throughput::downMegabytes),
                "",
                String.format(
                        Locale.ROOT,
                        "Previews: %d photos of %.1f MB on average, %d pixels wide, in %.1f s on %d cores.",
                        previews.photos(),
                        previews.megabytes(),
                        plan.photoWidth(),
                        previews.seconds(),
                        previews.cores()),
                String.format(
                        Locale.ROOT,
                        "  %.2f photos a second, %.2f previews a second, %.2f for each core",
                        previews.photosPerSecond(),
                        previews.previewsPerSecond(),
                        previews.previewsPerSecondAndCore()));
    }
}
