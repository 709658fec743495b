package org.tertulia.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Makes pictures, and puts into them what cameras do. */
public final class TestPictures {

    /** Stands wherever something tells of where a picture was taken. */
    public static final String SECRET = "41.3851N-2.1734E";

    /** Of the quarters, in reading order. */
    public static final List<Color> QUARTERS =
            List.of(Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW);

    private TestPictures() {}

    /** Four quarters of different colours. */
    public static BufferedImage quarters(int width, int height, int type) {
        var picture = new BufferedImage(width, height, type);
        var graphics = picture.createGraphics();
        for (var i = 0; i < 4; i++) {
            graphics.setColor(QUARTERS.get(i));
            graphics.fillRect(
                    i % 2 * (width / 2),
                    i / 2 * (height / 2),
                    width - width / 2,
                    height - height / 2);
        }
        graphics.dispose();
        return picture;
    }

    public static BufferedImage quarters(int width, int height) {
        return quarters(width, height, BufferedImage.TYPE_INT_RGB);
    }

    public static byte[] jpeg(int width, int height) {
        return encoded(quarters(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return encoded(quarters(width, height), "png");
    }

    public static byte[] encoded(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalStateException("nobody writes " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] progressiveJpeg(int width, int height) {
        var writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(quarters(width, height), null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static BufferedImage decoded(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** EXIF as a camera writes it: how it was held, who made it, and where it was. */
    public static byte[] exif(int orientation, ByteOrder order) {
        var secret = SECRET.getBytes(StandardCharsets.ISO_8859_1);
        var tiff = ByteBuffer.allocate(200).order(order);
        tiff.put(
                (order == ByteOrder.BIG_ENDIAN ? "MM" : "II")
                        .getBytes(StandardCharsets.ISO_8859_1));
        tiff.putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010F, 2, secret.length, 100);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0);
        entry(tiff, 0x8825, 4, 1, 60);
        tiff.putInt(0);
        tiff.position(60).putShort((short) 1);
        entry(tiff, 0x001B, 7, secret.length, 130);
        tiff.putInt(0);
        tiff.position(100).put(secret);
        tiff.position(130).put(secret);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A JPEG with a segment more, behind its beginning. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + content.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    public static byte[] withExif(byte[] jpeg, int orientation, ByteOrder order) {
        return withSegment(jpeg, 0xE1, joined(ascii("Exif\0\0"), exif(orientation, order)));
    }

    /** The markers of a JPEG's segments, up to its first scan. */
    public static List<Integer> markers(byte[] jpeg) {
        var found = new ArrayList<Integer>();
        for (var at = 2; at < jpeg.length; ) {
            var marker = jpeg[at + 1] & 0xFF;
            found.add(marker);
            if (marker == 0xDA) {
                return found;
            }
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        return found;
    }

    /** A PNG with a chunk more, behind its header. */
    public static byte[] withChunk(byte[] png, String name, byte[] content) {
        var chunk = chunk(name, content);
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, 33)
                .put(chunk)
                .put(png, 33, png.length - 33)
                .array();
    }

    private static byte[] chunk(String name, byte[] content) {
        var checksum = new CRC32();
        checksum.update(ascii(name));
        checksum.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(ascii(name))
                .put(content)
                .putInt((int) checksum.getValue())
                .array();
    }

    /** A small file that is a PNG of so many grey pixels, all black. */
    public static byte[] bomb(int width, int height) {
        var header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {1, 0, 0, 0, 0})
                        .array();
        var rows = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(rows)) {
            var row = new byte[1 + (width + 7) / 8];
            for (var y = 0; y < Math.min(height, 1_000); y++) {
                deflated.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var signature = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        return joined(
                signature,
                chunk("IHDR", header),
                chunk("IDAT", rows.toByteArray()),
                chunk("IEND", new byte[0]));
    }

    /** A WebP of one colour: lossless, its codes have one symbol each, and so its pixels have no bits. */
    public static byte[] webp(int width, int height, Color colour) {
        var bits = new Bits();
        bits.put(0x2F, 8);
        bits.put(width - 1, 14);
        bits.put(height - 1, 14);
        bits.put(0, 4);
        bits.put(0, 3);
        for (var symbol :
                new int[] {colour.getGreen(), colour.getRed(), colour.getBlue(), 255, 0}) {
            bits.put(0b101, 3);
            bits.put(symbol, 8);
        }
        return riff(riffChunk("VP8L", bits.bytes()));
    }

    /** The same with the extended header, and these chunks behind the picture. */
    public static byte[] extendedWebp(int width, int height, int flags, byte[]... chunks) {
        var header = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) flags).put(new byte[3]);
        header.putShort((short) (width - 1)).put((byte) 0);
        header.putShort((short) (height - 1)).put((byte) 0);
        var plain = webp(width, height, Color.RED);
        var picture = Arrays.copyOfRange(plain, 12, plain.length);
        return riff(riffChunk("VP8X", header.array()), picture, joined(chunks));
    }

    public static byte[] riffChunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(name))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] riff(byte[]... chunks) {
        var content = joined(chunks);
        return joined(riffHead(content.length + 4), ascii("WEBP"), content);
    }

    private static byte[] riffHead(int length) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(length)
                .array();
    }

    /** A GIF that moves: its frames stand one pixel further each time, and it repeats for ever. */
    public static byte[] gif(int width, int height, int frames) {
        var still = encoded(quarters(width, height, BufferedImage.TYPE_BYTE_INDEXED), "gif");
        var colours = 3 << (still[10] & 7) + 1;
        var head = Arrays.copyOf(still, 13 + colours);
        var rest = Arrays.copyOfRange(still, 13 + colours, still.length - 1);
        var loop =
                joined(
                        new byte[] {0x21, (byte) 0xFF, 11},
                        ascii("NETSCAPE2.0"),
                        new byte[] {3, 1, 0, 0, 0});
        var comment =
                joined(
                        new byte[] {0x21, (byte) 0xFE, (byte) SECRET.length()},
                        ascii(SECRET),
                        new byte[1]);
        var parts = new ArrayList<byte[]>(List.of(head, loop, comment));
        for (var i = 0; i < frames; i++) {
            parts.add(rest);
        }
        parts.add(new byte[] {0x3B});
        return joined(parts.toArray(byte[][]::new));
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** As text, to look for text in it. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The least bit of a byte is its first. */
    private static final class Bits {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int current;
        private int count;

        void put(int value, int length) {
            for (var i = 0; i < length; i++) {
                current |= (value >> i & 1) << count;
                if (++count == 8) {
                    bytes.write(current);
                    current = 0;
                    count = 0;
                }
            }
        }

        byte[] bytes() {
            if (count > 0) {
                put(0, 8 - count);
            }
            return bytes.toByteArray();
        }
    }
}
