package org.tertulia.load.bench;

/**
 * What is to be measured of files.
 *
 * @param fileBytes length of a file
 * @param pieceBytes how much of it one request takes
 * @param transfers how many files are on their way at a time
 * @param rounds how many rounds; the median counts
 * @param photos how many photos are looked into
 * @param photoWidth width of a photo, in pixels; it is three quarters as high
 */
record MediaPlan(
        long fileBytes, int pieceBytes, int transfers, int rounds, int photos, int photoWidth) {

    /** Refuses what could not be measured. */
    MediaPlan {
        var least = Math.min(Math.min(pieceBytes, transfers), Math.min(rounds, photos));
        if (fileBytes < 1 || least < 1 || photoWidth < 4) {
            throw new BenchFailure("All of it must be positive");
        }
    }
}
