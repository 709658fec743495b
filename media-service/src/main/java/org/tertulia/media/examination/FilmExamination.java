package org.tertulia.media.examination;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tertulia.media.config.PreviewProperties;
import org.tertulia.media.examination.Findings.Picture;
import org.tertulia.media.files.Appearance;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.files.Variant;
import org.tertulia.media.metadata.Metadata;
import org.tertulia.media.programs.ProgramFailed;
import org.tertulia.media.types.MediaKind;

/**
 * Looks into films and sounds.
 *
 * <p>What their makers wrote into them is taken out by ffmpeg, which writes them anew. Where it is missing or can not:
 * of the kinds into which cameras write where they are, the boxes that say so are blanked, and a file of which not even
 * the boxes can be read is refused; the other kinds are handed on as they came.
 */
@Component
final class FilmExamination {

    private static final Logger log = LoggerFactory.getLogger(FilmExamination.class);

    /** Many films begin with a black picture. */
    private static final Duration INTO = Duration.ofSeconds(1);

    private final Ffmpeg ffmpeg;
    private final PreviewProperties properties;

    FilmExamination(Ffmpeg ffmpeg, PreviewProperties properties) {
        this.ffmpeg = ffmpeg;
        this.properties = properties;
    }

    /** Fails when something has to be taken out of the file and can not, or a program was ended from outside. */
    Findings examine(Media media, Path file, Path folder) throws IOException {
        var container = Container.of(media.contentType()).orElse(null);
        if (container == null || !ffmpeg.isHere()) {
            return Findings.nothing(MediaState.NO_PREVIEW)
                    .keeping(media.original().asItCame() ? null : blanked(media, file, folder));
        }
        var stripped = stripped(media, container, file, folder);
        var shown = stripped == null ? file : stripped;
        try {
            return seen(media, facts(shown, container, folder), shown, folder).keeping(stripped);
        } catch (ProgramFailed e) {
            log.info("{} can not be looked into: {}", media.id(), e.getMessage());
            return Findings.nothing(MediaState.NO_PREVIEW).keeping(stripped);
        }
    }

    private @Nullable Path stripped(Media media, Container container, Path file, Path folder)
            throws IOException {
        if (media.original().asItCame()) {
            return null;
        }
        try {
            return ffmpeg.copy(file, container, media.kind() == MediaKind.AUDIO, folder);
        } catch (ProgramFailed e) {
            log.info("{} can not be written anew: {}", media.id(), e.getMessage());
            return blanked(media, file, folder);
        }
    }

    private static @Nullable Path blanked(Media media, Path file, Path folder) throws IOException {
        if (!Metadata.canTell(media.contentType())) {
            return null;
        }
        var blanked = folder.resolve("blanked");
        Metadata.strip(media.contentType(), file, blanked);
        return blanked;
    }

    /** What a browser recorded does not tell how long it is before it is written anew. */
    private FilmFacts facts(Path file, Container container, Path folder) throws IOException {
        var facts = ffmpeg.probe(file, container, folder);
        if (facts.duration() != null || facts.size() == null) {
            return facts;
        }
        var measured = ffmpeg.copy(file, container, false, folder);
        return facts.lasting(ffmpeg.probe(measured, container, folder).duration());
    }

    private Findings seen(Media media, FilmFacts facts, Path file, Path folder) throws IOException {
        var size = facts.size();
        var duration = facts.duration();
        var isTooLarge = size != null && size.pixels() > properties.maxPixels();
        if (isTooLarge || isTooLong(duration)) {
            return Findings.nothing(MediaState.REFUSED);
        }
        var container = Container.of(media.contentType()).orElseThrow();
        if (size != null && media.kind() == MediaKind.VIDEO) {
            return film(new Film(size, duration, container, file), folder);
        }
        return facts.hasSound()
                ? sound(container, file, folder, duration)
                : Findings.nothing(MediaState.NO_PREVIEW);
    }

    private boolean isTooLong(@Nullable Duration duration) {
        return duration != null && duration.compareTo(properties.maxDuration()) > 0;
    }

    private record Film(Size size, @Nullable Duration duration, Container container, Path file) {

        Appearance appearance(@Nullable String placeholder) {
            return new Appearance(size.width(), size.height(), millis(duration), placeholder, null);
        }

        /** In the first second, and not behind the end. */
        Duration poster() {
            if (duration == null) {
                return Duration.ZERO;
            }
            var half = duration.dividedBy(2);
            return half.compareTo(INTO) < 0 ? half : INTO;
        }
    }

    private Findings film(Film film, Path folder) throws IOException {
        var size = film.size().within(Pictures.LARGEST);
        try {
            var shown = ffmpeg.picture(film.file(), film.container(), size, film.poster(), folder);
            if (shown == null) {
                shown = ffmpeg.picture(film.file(), film.container(), size, Duration.ZERO, folder);
            }
            if (shown == null) {
                return Findings.unseen(film.appearance(null));
            }
            var pictures = new ArrayList<>(Pictures.previews(shown));
            var largest = pictures.getLast();
            pictures.add(
                    new Picture(Variant.POSTER, largest.width(), largest.height(), largest.jpeg()));
            var appearance = film.appearance(Pictures.averageColour(shown));
            return new Findings(MediaState.READY, null, appearance, pictures);
        } catch (ProgramFailed e) {
            log.info("A film without a picture: {}", e.getMessage());
            return Findings.unseen(film.appearance(null));
        }
    }

    private Findings sound(Container container, Path file, Path folder, @Nullable Duration duration)
            throws IOException {
        try {
            var loudness = ffmpeg.loudness(file, container, folder);
            if (isTooLong(Duration.ofMillis(loudness.millis()))) {
                return Findings.nothing(MediaState.REFUSED);
            }
            var figures = loudness.figures();
            if (figures.isEmpty()) {
                return Findings.unseen(appearance(duration));
            }
            var appearance = new Appearance(null, null, loudness.millis(), null, figures);
            return new Findings(MediaState.READY, null, appearance, List.of());
        } catch (ProgramFailed e) {
            log.info("A sound that can not be heard: {}", e.getMessage());
            return Findings.unseen(appearance(duration));
        }
    }

    private static Appearance appearance(@Nullable Duration duration) {
        return new Appearance(null, null, millis(duration), null, null);
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }
}
