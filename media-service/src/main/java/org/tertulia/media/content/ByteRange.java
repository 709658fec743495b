package org.tertulia.media.content;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of bytes.
 *
 * @param first the first of them
 * @param last the last of them
 */
record ByteRange(long first, long last) {

    /** Asks for what is not there; no stretch of a file. */
    static final ByteRange BEYOND = new ByteRange(-1, -1);

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d*)-(\\d*)\\s*");

    /** More digits than any length has: the number is as good as endless. */
    private static final int MAX_DIGITS = 18;

    /**
     * What a {@code Range} header asks of so many bytes (RFC 9110, section 14): null when all of them are to be sent,
     * since it is no header that is heeded, such as one of several stretches; {@link #BEYOND} when it asks for what is
     * not there.
     */
    static @Nullable ByteRange of(@Nullable String header, long length) {
        if (header == null || length == 0) {
            return null;
        }
        var asked = ONE.matcher(header);
        if (!asked.matches()) {
            return null;
        }
        var from = asked.group(1);
        var to = asked.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? null : suffix(number(to), length);
        }
        return between(number(from), to.isEmpty() ? Long.MAX_VALUE : number(to), length);
    }

    private static ByteRange suffix(long count, long length) {
        return count == 0 ? BEYOND : new ByteRange(Math.max(0, length - count), length - 1);
    }

    private static @Nullable ByteRange between(long first, long last, long length) {
        if (last < first) {
            return null;
        }
        return first >= length ? BEYOND : new ByteRange(first, Math.min(last, length - 1));
    }

    private static long number(String digits) {
        return digits.length() > MAX_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    /** All of a file that is not empty. */
    static ByteRange whole(long length) {
        return new ByteRange(0, length - 1);
    }

    /** How many bytes. */
    long length() {
        return last - first + 1;
    }
}
