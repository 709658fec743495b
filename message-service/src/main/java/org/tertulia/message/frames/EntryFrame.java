package org.tertulia.message.frames;

import java.nio.charset.StandardCharsets;

/**
 * Makes {@code entry} frames: a log entry as it is in the log and on the topic, with {@code "op":"entry"} put in
 * front. Nothing is parsed or written anew.
 */
public final class EntryFrame {

    private static final byte[] START = "{\"op\":\"entry\",".getBytes(StandardCharsets.US_ASCII);

    private EntryFrame() {}

    /** The frame of {@code entry}, a JSON object with at least one property. */
    public static byte[] of(byte[] entry) {
        var brace = 0;
        while (entry[brace] != '{') {
            brace++;
        }
        var rest = entry.length - brace - 1;
        var frame = new byte[START.length + rest];
        System.arraycopy(START, 0, frame, 0, START.length);
        System.arraycopy(entry, brace + 1, frame, START.length, rest);
        return frame;
    }

    /** The frame of {@code entry}, a JSON object with at least one property. */
    public static byte[] of(String entry) {
        return of(entry.getBytes(StandardCharsets.UTF_8));
    }
}
