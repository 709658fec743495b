package org.tertulia.load.bench;

/**
 * What looking into photos came to.
 *
 * @param photos how many there were
 * @param previews how many previews they have together
 * @param megabytes of a photo on average
 * @param seconds from the first upload until all were looked into
 * @param cores of the machine, which everything shared
 */
record Previewed(int photos, int previews, double megabytes, double seconds, int cores) {
    double photosPerSecond() {
        return photos / seconds;
    }

    double previewsPerSecond() {
        return previews / seconds;
    }

    double previewsPerSecondAndCore() {
        return previewsPerSecond() / cores;
    }
}
