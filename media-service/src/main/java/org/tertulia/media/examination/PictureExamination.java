package org.tertulia.media.examination;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tertulia.media.config.PreviewProperties;
import org.tertulia.media.files.Appearance;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.metadata.Metadata;
import org.tertulia.media.metadata.Orientation;

/**
 * Looks into pictures. How large one is, is read from its header before a pixel is decoded; then only as many pixels are
 * kept as the largest preview needs.
 */
@Component
final class PictureExamination {

    private static final Logger log = LoggerFactory.getLogger(PictureExamination.class);

    private static final String WEBP = "image/webp";

    /** Guessed: its reader makes objects of every few pixels, some 60 bytes for each pixel. */
    private static final int WEIGHT_OF_WEBP = 8;

    private static final Set<String> READ = Set.of("image/jpeg", "image/png", "image/gif", WEBP);

    private final PreviewProperties properties;

    PictureExamination(PreviewProperties properties) {
        this.properties = properties;
    }

    /** Fails when it is not such a picture at all. */
    Findings examine(String contentType, Path file) throws IOException {
        if (!READ.contains(contentType)) {
            return Findings.nothing(MediaState.NO_PREVIEW);
        }
        var readers = ImageIO.getImageReadersByMIMEType(contentType);
        if (!readers.hasNext()) {
            return Findings.nothing(MediaState.NO_PREVIEW);
        }
        var reader = readers.next();
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(contentType.equals(WEBP) ? new EndlessInput(in) : in, true, true);
            return examine(contentType, file, reader);
        } finally {
            reader.dispose();
        }
    }

    private Findings examine(String contentType, Path file, ImageReader reader) throws IOException {
        var frame = new Size(reader.getWidth(0), reader.getHeight(0));
        var screen = contentType.equals("image/gif") ? GifScreen.of(file) : null;
        var whole = screen == null ? frame : screen.size();
        var pixels = Math.max(frame.pixels(), whole.pixels());
        if (pixels > properties.maxPixels()) {
            return Findings.nothing(MediaState.REFUSED);
        }
        var orientation = Orientation.of(contentType, file);
        var upright = orientation.turns() ? whole.turned() : whole;
        var unseen = new Appearance(upright.width(), upright.height(), null, null, null);
        if (pixels > mostAsAWhole(contentType) && !Metadata.isByRows(contentType, file)) {
            return Findings.unseen(unseen);
        }
        try {
            var decoded = decoded(reader, screen, whole);
            return seen(orientation.upright(decoded), unseen);
        } catch (IOException | RuntimeException e) {
            failIfInterrupted();
            // Its header is fine and its metadata can be taken out: it is a broken picture, not a
            // lie.
            log.info("A broken {}: {}", contentType, e.toString());
            return Findings.unseen(unseen);
        }
    }

    private long mostAsAWhole(String contentType) {
        var most = properties.maxDecodedPixels();
        return contentType.equals(WEBP) ? most / WEIGHT_OF_WEBP : most;
    }

    /** No larger than the largest preview. */
    private static BufferedImage decoded(ImageReader reader, @Nullable GifScreen screen, Size whole)
            throws IOException {
        var step = Math.max(1, whole.longer() / Pictures.LARGEST);
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        reader.addIIOReadProgressListener(new StopWhenInterrupted());
        var decoded = reader.read(0, parameters);
        failIfInterrupted();
        var picture = screen == null ? decoded : screen.with(decoded, step);
        return Pictures.fitted(picture, whole.within(Pictures.LARGEST));
    }

    private static Findings seen(BufferedImage upright, Appearance unseen) throws IOException {
        var appearance =
                new Appearance(
                        unseen.width(),
                        unseen.height(),
                        null,
                        Pictures.averageColour(upright),
                        null);
        return new Findings(MediaState.READY, null, appearance, Pictures.previews(upright));
    }

    private static void failIfInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
    }
}
