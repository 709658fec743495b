package org.tertulia.media.examination;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.tertulia.media.examination.Findings.Picture;
import org.tertulia.media.files.Variant;

/** Makes small pictures of large ones. What is written here has pixels and nothing else. */
final class Pictures {

    /** Of the longer side of the largest preview. */
    static final int LARGEST = 1920;

    private static final int MEDIUM = 960;
    private static final int SMALL = 320;

    /** Guessed: nobody sees the difference to more on a telephone, and it is half of the bytes. */
    private static final float QUALITY = 0.8f;

    private Pictures() {}

    /**
     * The previews of a picture that is upright and no larger than the largest of them, the smallest first; none is
     * larger than the picture, and none has the size of another.
     */
    static List<Picture> previews(BufferedImage upright) throws IOException {
        var side = Math.max(upright.getWidth(), upright.getHeight());
        var made = new ArrayList<Picture>();
        var from = upright;
        if (side > MEDIUM) {
            made.addFirst(picture(Variant.LARGE, from));
        }
        if (side > SMALL) {
            from = fitted(from, Size.of(upright).within(MEDIUM));
            made.addFirst(picture(Variant.MEDIUM, from));
        }
        from = fitted(from, Size.of(upright).within(SMALL));
        made.addFirst(picture(Variant.SMALL, from));
        return made;
    }

    static Picture picture(Variant variant, BufferedImage image) throws IOException {
        return new Picture(variant, image.getWidth(), image.getHeight(), jpeg(image));
    }

    /** The picture on white, in the colours of screens, and of this size, which is no larger than its own. */
    static BufferedImage fitted(BufferedImage picture, Size size) {
        var now = picture;
        // By more than half at once, pixels would be left out.
        while (now.getWidth() > 2 * size.width() && now.getHeight() > 2 * size.height()) {
            now = drawn(now, new Size(now.getWidth() / 2, now.getHeight() / 2));
        }
        var isDone = Size.of(now).equals(size) && now.getType() == BufferedImage.TYPE_INT_RGB;
        return isDone ? now : drawn(now, size);
    }

    private static BufferedImage drawn(BufferedImage picture, Size size) {
        var drawn = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, size.width(), size.height(), Color.WHITE, null);
        graphics.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** As {@code #rrggbb}. */
    static String averageColour(BufferedImage picture) {
        var small = fitted(picture, Size.of(picture).within(16));
        long red = 0;
        long green = 0;
        long blue = 0;
        for (var y = 0; y < small.getHeight(); y++) {
            for (var x = 0; x < small.getWidth(); x++) {
                var colour = small.getRGB(x, y);
                red += colour >> 16 & 0xFF;
                green += colour >> 8 & 0xFF;
                blue += colour & 0xFF;
            }
        }
        var count = (long) small.getWidth() * small.getHeight();
        return String.format(
                Locale.ROOT, "#%02x%02x%02x", red / count, green / count, blue / count);
    }
}
