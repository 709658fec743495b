package org.tertulia.media.metadata;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The chunks of a WebP (RFC 9649). What is kept is named here; EXIF, XMP and strangers go. */
final class WebpMetadata {

    private static final int FILE_HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int EXTENDED = 10;
    private static final int MAX_EXIF = 1024 * 1024;
    private static final byte[] EXIF_HEAD = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final String EXIF = "EXIF";
    private static final String HEADER = "VP8X";

    /** Flags of the extended header that say that there is EXIF, or XMP. */
    private static final int HAS_EXIF = 0x08;

    private static final int HAS_XMP = 0x04;

    private static final Set<String> KEPT =
            Set.of(HEADER, "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    /** One chunk; its body is in the file. */
    private record Chunk(String name, long body, long length) {

        long next() {
            return body + length + (length & 1);
        }
    }

    private final FileChannel in;
    private final long end;

    private WebpMetadata(FileChannel in) throws IOException {
        this.in = in;
        var head = read(0, FILE_HEAD);
        if (!text(head, 0).equals("RIFF") || !text(head, 8).equals("WEBP")) {
            throw new IOException("no WebP");
        }
        this.end = Math.min(in.size(), CHUNK_HEAD + (head.getInt(4) & 0xFFFF_FFFFL));
    }

    /** How the camera was held; upright when the picture does not tell. Fails as {@link #strip}. */
    static Orientation orientation(Path file) throws IOException {
        try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
            return new WebpMetadata(in).orientation();
        }
    }

    static void strip(Path from, Path to) throws IOException {
        try (var in = FileChannel.open(from, StandardOpenOption.READ);
                var out =
                        FileChannel.open(
                                to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            new WebpMetadata(in).strip(out);
        }
    }

    private Orientation orientation() throws IOException {
        for (long at = FILE_HEAD; at + CHUNK_HEAD <= end; ) {
            var chunk = chunk(at);
            if (chunk.name().equals(EXIF) && chunk.length() <= MAX_EXIF) {
                var body = read(chunk.body(), (int) chunk.length());
                // Some write it as it stands in a JPEG.
                if (body.limit() > EXIF_HEAD.length
                        && body.slice(0, EXIF_HEAD.length).equals(ByteBuffer.wrap(EXIF_HEAD))) {
                    body.position(EXIF_HEAD.length);
                }
                return Orientation.ofTiff(body);
            }
            at = chunk.next();
        }
        return Orientation.UPRIGHT;
    }

    private void strip(FileChannel out) throws IOException {
        var orientation = orientation();
        var isExtended = false;
        out.position(FILE_HEAD);
        for (long at = FILE_HEAD; at + CHUNK_HEAD <= end; ) {
            var chunk = chunk(at);
            if (chunk.name().equals(HEADER)) {
                isExtended = true;
                writeHeader(chunk, orientation, out);
            } else if (KEPT.contains(chunk.name())) {
                writeHead(chunk.name(), (int) chunk.length(), out);
                copy(chunk, out);
            }
            at = chunk.next();
        }
        if (isExtended && orientation.value() != 1) {
            writeHead(EXIF, orientation.tiff().length, out);
            write(ByteBuffer.wrap(orientation.tiff()), out);
        }
        var head = read(0, FILE_HEAD);
        head.putInt(4, (int) (out.position() - CHUNK_HEAD));
        out.write(head.rewind(), 0);
    }

    private Chunk chunk(long at) throws IOException {
        var head = read(at, CHUNK_HEAD);
        var chunk = new Chunk(text(head, 0), at + CHUNK_HEAD, head.getInt(4) & 0xFFFF_FFFFL);
        if (chunk.body() + chunk.length() > end) {
            throw new EOFException("a chunk is cut off");
        }
        return chunk;
    }

    private void writeHeader(Chunk chunk, Orientation orientation, FileChannel out)
            throws IOException {
        if (chunk.length() != EXTENDED) {
            throw new IOException("an extended header of a strange length");
        }
        var body = read(chunk.body(), EXTENDED);
        var flags = body.get(0) & ~(HAS_EXIF | HAS_XMP);
        body.put(0, (byte) (orientation.value() == 1 ? flags : flags | HAS_EXIF));
        writeHead(HEADER, EXTENDED, out);
        write(body.rewind(), out);
    }

    private static void writeHead(String name, int length, FileChannel out) throws IOException {
        write(
                ByteBuffer.allocate(CHUNK_HEAD)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(name.getBytes(StandardCharsets.ISO_8859_1))
                        .putInt(length)
                        .flip(),
                out);
    }

    private void copy(Chunk chunk, FileChannel out) throws IOException {
        for (long done = 0; done < chunk.length(); ) {
            done += in.transferTo(chunk.body() + done, chunk.length() - done, out);
        }
        write(ByteBuffer.allocate((int) (chunk.length() & 1)), out);
    }

    private static void write(ByteBuffer bytes, FileChannel out) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private ByteBuffer read(long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (in.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("the file is cut off");
            }
        }
        return bytes.rewind();
    }

    private static String text(ByteBuffer bytes, int at) {
        return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
    }
}
