package org.tertulia.media.examination;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.metadata.Metadata;
import org.tertulia.media.programs.ProgramKilled;

/**
 * Looks into a file, on a thread that may wait. Whatever the file is, this ends with findings: what cannot be read has
 * no preview, what must not be handed on is refused. Only what is nobody's fault fails: an interruption, a program that
 * was ended from outside.
 */
@Component
public final class Examination {

    private static final Logger log = LoggerFactory.getLogger(Examination.class);

    private final PictureExamination pictures;
    private final FilmExamination films;

    Examination(PictureExamination pictures, FilmExamination films) {
        this.pictures = pictures;
        this.films = films;
    }

    /**
     * Looks into {@code file}, which is {@code media}'s, with {@code folder} to put things in. Fails with {@link
     * InterruptedIOException} or {@link ProgramKilled}.
     */
    public Findings examine(Media media, Path file, Path folder) throws IOException {
        try {
            return switch (media.kind()) {
                case IMAGE -> picture(media, file, folder);
                case VIDEO, AUDIO -> films.examine(media, file, folder);
                case FILE ->
                        Findings.nothing(MediaState.NO_PREVIEW)
                                .keeping(stripped(media, file, folder));
            };
        } catch (ProgramKilled | InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            log.info("{} is no {}: {}", media.id(), media.contentType(), e.toString());
            return givenUp(media);
        }
    }

    /**
     * What is found when the file was tried too often, or is not what it begins like. What may still tell where it was
     * taken is handed to nobody.
     */
    public static Findings givenUp(Media media) {
        return Findings.nothing(mustStrip(media) ? MediaState.REFUSED : MediaState.NO_PREVIEW);
    }

    private Findings picture(Media media, Path file, Path folder) throws IOException {
        var stripped = stripped(media, file, folder);
        // The decoders get to see as little as possible of what a stranger wrote.
        var findings = pictures.examine(media.contentType(), stripped == null ? file : stripped);
        return findings.keeping(stripped);
    }

    private static @Nullable Path stripped(Media media, Path file, Path folder) throws IOException {
        if (!mustStrip(media)) {
            return null;
        }
        var stripped = folder.resolve("stripped");
        Metadata.strip(media.contentType(), file, stripped);
        return stripped;
    }

    private static boolean mustStrip(Media media) {
        return Metadata.canTell(media.contentType()) && !media.original().asItCame();
    }
}
