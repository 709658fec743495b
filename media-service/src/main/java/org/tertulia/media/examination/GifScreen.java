package org.tertulia.media.examination;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the first frame of a GIF stands: browsers show the whole screen, and the frame in its place.
 *
 * @param size of the screen
 * @param left of the frame
 * @param top of the frame
 */
record GifScreen(Size size, int left, int top) {

    private static final int SIGNATURE = 6;
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;

    /** Fails when it is no GIF, or has no frame. */
    static GifScreen of(Path file) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(SIGNATURE);
            var size = new Size(number(in), number(in));
            var flags = in.readUnsignedByte();
            in.skipNBytes(2);
            if ((flags & 0x80) != 0) {
                in.skipNBytes(3L << (flags & 0x07) + 1);
            }
            var block = in.readUnsignedByte();
            while (block == EXTENSION) {
                skip(in);
                block = in.readUnsignedByte();
            }
            if (block != IMAGE || size.width() == 0 || size.height() == 0) {
                throw new IOException("a GIF without a picture");
            }
            return new GifScreen(size, number(in), number(in));
        }
    }

    private static void skip(DataInputStream in) throws IOException {
        in.readUnsignedByte();
        for (var length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            in.skipNBytes(length);
        }
    }

    /** The smaller byte first. */
    private static int number(DataInputStream in) throws IOException {
        return in.readUnsignedByte() | in.readUnsignedByte() << 8;
    }

    /** The screen with the frame on it, both with one pixel out of {@code step}. */
    BufferedImage with(BufferedImage frame, int step) {
        var screen = new Size(Math.ceilDiv(size.width(), step), Math.ceilDiv(size.height(), step));
        if (left == 0 && top == 0 && Size.of(frame).equals(screen)) {
            return frame;
        }
        var picture =
                new BufferedImage(screen.width(), screen.height(), BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, screen.width(), screen.height());
        graphics.drawImage(frame, left / step, top / step, Color.WHITE, null);
        graphics.dispose();
        return picture;
    }
}
