package org.tertulia.media.metadata;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * How a camera was held, as EXIF says (tag 0x0112).
 *
 * @param value 1 (upright) to 8
 */
public record Orientation(int value) {

    /** As it was seen. */
    public static final Orientation UPRIGHT = new Orientation(1);

    private static final int TAG = 0x0112;
    private static final int TIFF_HEAD = 8;
    private static final int ENTRY = 12;

    /** Of a picture. Fails when it is not such a picture. */
    public static Orientation of(String contentType, Path file) throws IOException {
        return switch (contentType) {
            case "image/jpeg" -> JpegMetadata.orientation(file);
            case "image/png" -> PngMetadata.orientation(file);
            case "image/webp" -> WebpMetadata.orientation(file);
            default -> UPRIGHT;
        };
    }

    /** As a TIFF structure says, which is what EXIF is; upright when it does not. */
    static Orientation ofTiff(ByteBuffer tiff) {
        if (tiff.remaining() < TIFF_HEAD) {
            return UPRIGHT;
        }
        var data = tiff.slice();
        data.order(data.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = data.getInt(4);
        if (directory < TIFF_HEAD || directory > data.limit() - 2) {
            return UPRIGHT;
        }
        var entries = data.getShort(directory) & 0xFFFF;
        for (var i = 0; i < entries; i++) {
            var at = directory + 2 + i * ENTRY;
            if (at > data.limit() - ENTRY) {
                return UPRIGHT;
            }
            if ((data.getShort(at) & 0xFFFF) == TAG) {
                return of(data.getShort(at + 8) & 0xFFFF);
            }
        }
        return UPRIGHT;
    }

    private static Orientation of(int value) {
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
    }

    /** Whether width and height change places. */
    public boolean turns() {
        return value >= 5;
    }

    /** Nothing but the orientation, as a TIFF structure. */
    byte[] tiff() {
        return ByteBuffer.allocate(26)
                .putInt(0x4D4D002A)
                .putInt(TIFF_HEAD)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) value)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** The picture as it was seen. */
    public BufferedImage upright(BufferedImage picture) {
        if (value == 1) {
            return picture;
        }
        var width = picture.getWidth();
        var height = picture.getHeight();
        var turned =
                new BufferedImage(
                        turns() ? height : width,
                        turns() ? width : height,
                        BufferedImage.TYPE_INT_RGB);
        var graphics = turned.createGraphics();
        graphics.drawImage(picture, transform(width, height), null);
        graphics.dispose();
        return turned;
    }

    private AffineTransform transform(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
