package org.tertulia.load.bench;

import io.netty.buffer.ByteBuf;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a measured message carries at the beginning of its text: in which round it was sent, its number
 * there, and when, by the clock of the one process that sends and receives.
 *
 * @param round which measurement it belongs to, 0 to 65535
 * @param number counts from 0 in its round
 * @param sentAt {@link System#nanoTime()} of the sender
 */
record Stamp(int round, int number, long sentAt) {
    /**
     * Appears neither in ids and times nor in the names of properties. In addresses, as those of XMPP,
     * it does, but is not followed by so many digits.
     */
    private static final char MARK = '@';

    private static final String FILLER = ".";
    private static final HexFormat HEX = HexFormat.of();
    private static final int ROUND_DIGITS = 4;
    private static final int NUMBER_DIGITS = 8;
    private static final int TIME_DIGITS = 16;
    private static final int LENGTH = 1 + ROUND_DIGITS + NUMBER_DIGITS + TIME_DIGITS;
    private static final int BASE = 16;

    /** A text of this length that begins with the stamp. */
    String text(int length) {
        var text = new StringBuilder(length).append(MARK);
        text.append(HEX.toHexDigits((short) round))
                .append(HEX.toHexDigits(number))
                .append(HEX.toHexDigits(sentAt));
        return text.repeat(FILLER, Math.max(0, length - LENGTH)).toString();
    }

    /** The stamp somewhere in a frame; null when there is none. */
    static @Nullable Stamp find(ByteBuf frame) {
        var last = frame.writerIndex() - LENGTH;
        for (var at = mark(frame, frame.readerIndex());
                at >= 0 && at <= last;
                at = mark(frame, at + 1)) {
            if (isStamp(frame, at)) {
                return read(frame, at);
            }
        }
        return null;
    }

    private static int mark(ByteBuf frame, int from) {
        return frame.indexOf(from, frame.writerIndex(), (byte) MARK);
    }

    private static boolean isStamp(ByteBuf frame, int at) {
        for (var i = at + 1; i < at + LENGTH; i++) {
            if (Character.digit(frame.getByte(i), BASE) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Stamp read(ByteBuf frame, int at) {
        var round = hex(frame, at + 1, ROUND_DIGITS);
        var number = hex(frame, at + 1 + ROUND_DIGITS, NUMBER_DIGITS);
        var time = hex(frame, at + 1 + ROUND_DIGITS + NUMBER_DIGITS, TIME_DIGITS);
        return new Stamp((int) round, (int) number, time);
    }

    private static long hex(ByteBuf frame, int start, int digits) {
        var value = 0L;
        for (var i = start; i < start + digits; i++) {
            value = value << 4 | Character.digit(frame.getByte(i), BASE);
        }
        return value;
    }
}
