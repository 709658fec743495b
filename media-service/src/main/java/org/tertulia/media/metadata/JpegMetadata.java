package org.tertulia.media.metadata;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The segments of a JPEG (ITU-T T.81, annex B). What is kept is named here; everything else goes. */
final class JpegMetadata {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_TABLE = 0xDF;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int TEMPORARY = 0x01;
    private static final int BUFFER = 64 * 1024;

    /** What follows in an APP0 is a thumbnail: of the picture before somebody cut something off, perhaps. */
    private static final int JFIF_HEAD = 12;

    private static final int ADOBE_LENGTH = 12;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] COLOURS = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);

    private JpegMetadata() {}

    /** How the camera was held; upright when the picture does not tell. */
    static Orientation orientation(Path file) throws IOException {
        try (var in = ByteReader.of(file)) {
            start(in);
            for (var marker = marker(in); marker != SCAN && marker != END; marker = marker(in)) {
                var segment = segment(in, marker);
                if (marker == APP1 && begins(segment, EXIF)) {
                    return Orientation.ofTiff(
                            ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length));
                }
            }
            return Orientation.UPRIGHT;
        } catch (EOFException truncated) {
            return Orientation.UPRIGHT;
        }
    }

    /** Whether its rows come one after the other, with all their colours, so that nobody has to keep them all. */
    static boolean isByRows(Path file) throws IOException {
        try (var in = ByteReader.of(file)) {
            start(in);
            var colours = 0;
            for (var marker = marker(in); marker != END; marker = marker(in)) {
                var segment = segment(in, marker);
                if (marker == FIRST_FRAME || marker == FIRST_FRAME + 1) {
                    colours = segment.length > 5 ? segment[5] : 0;
                }
                if (marker == SCAN) {
                    return segment.length > 0 && segment[0] == colours;
                }
            }
            return false;
        } catch (EOFException truncated) {
            return false;
        }
    }

    /** Writes the picture without what is not needed to see it. A truncated one is ended properly. */
    static void strip(Path from, Path to) throws IOException {
        var orientation = orientation(from);
        try (var in = ByteReader.of(from);
                var out =
                        new DataOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(to), BUFFER))) {
            start(in);
            writeMarker(out, START);
            if (orientation.value() != 1) {
                writeSegment(out, APP1, joined(EXIF, orientation.tiff()));
            }
            copySegments(in, out);
            writeMarker(out, END);
        }
    }

    private static void copySegments(ByteReader in, DataOutputStream out) throws IOException {
        var marker = marker(in);
        var scans = 0;
        try {
            while (marker != END) {
                var segment = segment(in, marker);
                var kept = kept(marker, segment);
                if (kept.length > 0) {
                    writeSegment(out, marker, kept);
                }
                if (marker == SCAN) {
                    scans++;
                    marker = copyScan(in, out);
                } else {
                    marker = marker(in);
                }
            }
        } catch (EOFException truncated) {
            if (scans == 0) {
                throw truncated;
            }
        }
    }

    /** Copies what is compressed, up to the next marker, which it returns. */
    private static int copyScan(ByteReader in, DataOutputStream out) throws IOException {
        while (true) {
            in.copyUntilFf(out);
            var marker = marker(in);
            if (marker != 0 && !isRestart(marker)) {
                return marker;
            }
            writeMarker(out, marker);
        }
    }

    /** What of a segment is kept: nothing, when it is empty. */
    private static byte[] kept(int marker, byte[] segment) {
        var nothing = new byte[0];
        return switch (marker) {
            case APP0 ->
                    begins(segment, JFIF) && segment.length >= JFIF_HEAD
                            ? joined(Arrays.copyOf(segment, JFIF_HEAD), new byte[2])
                            : nothing;
            case APP2 -> begins(segment, COLOURS) ? segment : nothing;
            case APP14 ->
                    begins(segment, ADOBE) && segment.length >= ADOBE_LENGTH
                            ? Arrays.copyOf(segment, ADOBE_LENGTH)
                            : nothing;
            default -> marker >= FIRST_FRAME && marker <= LAST_TABLE ? segment : nothing;
        };
    }

    private static void start(ByteReader in) throws IOException {
        if (in.next() != 0xFF || in.next() != START) {
            throw new IOException("no JPEG");
        }
    }

    /** The next marker. What stands before it and belongs to nothing is passed over, as decoders do. */
    private static int marker(ByteReader in) throws IOException {
        var next = in.next();
        while (next != 0xFF) {
            next = in.next();
        }
        while (next == 0xFF) {
            next = in.next();
        }
        return next;
    }

    private static byte[] segment(ByteReader in, int marker) throws IOException {
        if (marker <= TEMPORARY || marker == START || isRestart(marker)) {
            return new byte[0];
        }
        var length = in.nextShort() - 2;
        if (length < 0) {
            throw new IOException("a segment that is too short");
        }
        return in.next(length);
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RESTART && marker <= LAST_RESTART;
    }

    private static void writeSegment(DataOutputStream out, int marker, byte[] segment)
            throws IOException {
        writeMarker(out, marker);
        out.writeShort(segment.length + 2);
        out.write(segment);
    }

    private static void writeMarker(DataOutputStream out, int marker) throws IOException {
        out.write(0xFF);
        out.write(marker);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }

    private static boolean begins(byte[] segment, byte[] with) {
        return segment.length >= with.length
                && Arrays.equals(segment, 0, with.length, with, 0, with.length);
    }
}
