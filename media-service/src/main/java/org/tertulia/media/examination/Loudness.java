package org.tertulia.media.examination;

import java.util.ArrayList;
import java.util.List;

/**
 * How loud a sound is from its beginning to its end, in about a hundred figures, of a sound of any length that comes
 * stretch by stretch: when there are too many figures, each two become one.
 */
final class Loudness {

    /** Samples of a second, each of 16 bits, the smaller byte first. */
    static final int RATE = 8_000;

    private static final int FIGURES = 100;
    private static final int MOST = 2 * FIGURES;

    /** -54 dB: nobody calls this a sound. */
    private static final int SILENCE = 64;

    private final int[] peaks = new int[MOST];
    private int count;
    private long samplesPerPeak = 8;
    private long inPeak;
    private int peak;
    private int half = -1;
    private long samples;

    /** Takes the next bytes; a sample may be torn apart. */
    void add(byte[] bytes, int length) {
        for (var i = 0; i < length; i++) {
            var value = bytes[i] & 0xFF;
            if (half < 0) {
                half = value;
            } else {
                sample((short) (value << 8 | half));
                half = -1;
            }
        }
    }

    private void sample(short value) {
        samples++;
        peak = Math.max(peak, Math.abs(value));
        inPeak++;
        if (inPeak == samplesPerPeak) {
            next();
        }
    }

    private void next() {
        if (count == MOST) {
            for (var i = 0; i < FIGURES; i++) {
                peaks[i] = Math.max(peaks[2 * i], peaks[2 * i + 1]);
            }
            count = FIGURES;
            samplesPerPeak *= 2;
            return;
        }
        peaks[count] = peak;
        count++;
        peak = 0;
        inPeak = 0;
    }

    /** How long the sound is. */
    long millis() {
        return Math.ceilDiv(samples * 1000, RATE);
    }

    /** From 0 to 100, which is the loudest moment of this very sound; all 0 when it is silent. */
    List<Integer> figures() {
        var shown = Math.min(count, FIGURES);
        var found = new ArrayList<Integer>();
        for (var i = 0; i < shown; i++) {
            var loudest = 0;
            for (var j = i * count / shown; j < (i + 1) * count / shown; j++) {
                loudest = Math.max(loudest, peaks[j]);
            }
            found.add(loudest);
        }
        var most = found.stream().mapToInt(figure -> figure).max().orElse(0);
        return found.stream()
                .map(figure -> most < SILENCE ? 0 : Math.round(100f * figure / most))
                .toList();
    }
}
