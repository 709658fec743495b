package org.tertulia.media.metadata;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.CRC32;

/** The chunks of a PNG (ISO/IEC 15948). What is kept is named here; text, EXIF, times and strangers go. */
final class PngMetadata {

    private static final int HIGH = 0x89504E47;
    private static final int LOW = 0x0D0A1A0A;
    private static final int CHECKSUM = 4;
    private static final int BUFFER = 64 * 1024;
    private static final int MAX_EXIF = 1024 * 1024;
    private static final String FIRST = "IHDR";
    private static final String EXIF = "eXIf";
    private static final String LAST = "IEND";

    private static final Set<String> KEPT =
            Set.of(
                    FIRST, "PLTE", "IDAT", LAST, "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP",
                    "mDCV", "cLLI", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

    private PngMetadata() {}

    /** How the camera was held; upright when the picture does not tell. Fails as {@link #strip}. */
    static Orientation orientation(Path file) throws IOException {
        try (var in = ByteReader.of(file)) {
            start(in);
            var orientation = Orientation.UPRIGHT;
            for (var name = ""; !name.equals(LAST); ) {
                var length = length(in);
                name = name(in);
                if (name.equals(EXIF) && length <= MAX_EXIF) {
                    orientation = Orientation.ofTiff(ByteBuffer.wrap(in.next(length)));
                    in.skip(CHECKSUM);
                } else {
                    in.skip((long) length + CHECKSUM);
                }
            }
            return orientation;
        }
    }

    static void strip(Path from, Path to) throws IOException {
        var orientation = orientation(from);
        try (var in = ByteReader.of(from);
                var out =
                        new DataOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(to), BUFFER))) {
            start(in);
            out.writeInt(HIGH);
            out.writeInt(LOW);
            for (var name = ""; !name.equals(LAST); ) {
                name = copyChunk(in, out);
                if (name.equals(FIRST) && orientation.value() != 1) {
                    writeExif(out, orientation.tiff());
                }
            }
        }
    }

    private static void start(ByteReader in) throws IOException {
        if (in.nextInt() != HIGH || in.nextInt() != LOW) {
            throw new IOException("no PNG");
        }
    }

    /** The chunk's name. */
    private static String copyChunk(ByteReader in, DataOutputStream out) throws IOException {
        var length = length(in);
        var name = name(in);
        var rest = (long) length + CHECKSUM;
        if (KEPT.contains(name)) {
            out.writeInt(length);
            out.write(name.getBytes(StandardCharsets.ISO_8859_1));
            in.copy(rest, out);
        } else {
            in.skip(rest);
        }
        return name;
    }

    private static int length(ByteReader in) throws IOException {
        var length = in.nextInt();
        if (length < 0) {
            throw new IOException("a chunk that is too long");
        }
        return length;
    }

    private static String name(ByteReader in) throws IOException {
        return new String(in.next(4), StandardCharsets.ISO_8859_1);
    }

    private static void writeExif(DataOutputStream out, byte[] tiff) throws IOException {
        var name = EXIF.getBytes(StandardCharsets.ISO_8859_1);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(tiff);
        out.writeInt(tiff.length);
        out.write(name);
        out.write(tiff);
        out.writeInt((int) checksum.getValue());
    }
}
