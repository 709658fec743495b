package org.tertulia.load.bench;

import picocli.CommandLine.Option;

/** How much is sent and looked into when files are measured. */
final class MediaOptions {
    private static final int MEGABYTE = 1_000_000;

    @Option(names = "--file-mb", description = "Megabytes of a file.")
    private int fileMegabytes = 64;

    @Option(names = "--piece-mb", description = "Megabytes of a file that one request takes.")
    private int pieceMegabytes = 8;

    @Option(names = "--transfers", description = "Files that are on their way at a time.")
    private int transfers = 4;

    @Option(names = "--photos", description = "Photos that are looked into.")
    private int photos = 60;

    @Option(names = "--photo-width", description = "Width of a photo in pixels.")
    private int photoWidth = 4_000;

    /** Refuses what could not be measured. */
    MediaPlan plan(int rounds) {
        return new MediaPlan(
                (long) fileMegabytes * MEGABYTE,
                pieceMegabytes * MEGABYTE,
                transfers,
                rounds,
                photos,
                photoWidth);
    }
}
