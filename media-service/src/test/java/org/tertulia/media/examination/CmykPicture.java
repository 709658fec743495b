package org.tertulia.media.examination;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.tertulia.media.TestPictures;

/** Makes JPEGs of four inks, as they are printed. */
final class CmykPicture {

    /** Inks are stored the other way round, as Adobe does. */
    private static final int[] RED = {255, 0, 0, 255};

    private CmykPicture() {}

    static byte[] red(int width, int height) throws IOException {
        var inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                inks.setPixel(x, y, RED);
            }
        }
        var bytes = new ByteArrayOutputStream();
        var writer = writer();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(inks, null, null), null);
        } finally {
            writer.dispose();
        }
        var adobe =
                TestPictures.joined(
                        TestPictures.ascii("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, 0});
        return TestPictures.withSegment(bytes.toByteArray(), 0xEE, adobe);
    }

    /** The JDK's own writes inks as they are. */
    private static ImageWriter writer() {
        var writers = ImageIO.getImageWritersByMIMEType("image/jpeg");
        while (writers.hasNext()) {
            var writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
        throw new IllegalStateException("the JDK writes no JPEG");
    }
}
