package org.tertulia.load.bench;

/**
 * What a round of files came to, all that were on their way together.
 *
 * @param upMegabytes a second, from the first byte to the last acknowledgement
 * @param downMegabytes a second, from the first request to the last byte
 */
record Throughput(double upMegabytes, double downMegabytes) {}
