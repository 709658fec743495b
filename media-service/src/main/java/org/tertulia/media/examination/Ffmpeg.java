package org.tertulia.media.examination;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tertulia.media.config.PreviewProperties;
import org.tertulia.media.programs.ProgramRun;
import org.tertulia.media.programs.Programs;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is asked of ffmpeg and ffprobe, which may be missing: they read one file, by the one demuxer it must be for, and
 * decode what browsers play and nothing else. Fails with {@link org.tertulia.media.programs.ProgramFailed} when the
 * file is to blame.
 */
@Component
final class Ffmpeg {

    private static final Logger log = LoggerFactory.getLogger(Ffmpeg.class);

    private static final String DECODERS =
            "h264,hevc,vp8,vp9,av1,libdav1d,libaom-av1,mpeg4,h263,theora,mjpeg,prores,aac,mp3,mp3float,opus,"
                    + "libopus,vorbis,flac,alac,speex,libspeex,amrnb,amrwb,adpcm_ima_wav,adpcm_ms,pcm_u8,pcm_s8,"
                    + "pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,pcm_f64le,"
                    + "pcm_alaw,pcm_mulaw";

    private static final String FACTS =
            "format=duration:stream=codec_type,width,height,sample_aspect_ratio"
                    + ":stream_disposition=attached_pic:stream_side_data=rotation";

    private static final long MAX_FACTS = 256 * 1024;

    /** What a file may grow by when it is written again. */
    private static final long ROOM = 16 * 1024 * 1024;

    private final Programs programs;
    private final PreviewProperties properties;
    private final JsonMapper json;
    private final @Nullable Path ffmpeg;
    private final @Nullable Path ffprobe;

    Ffmpeg(Programs programs, PreviewProperties properties, JsonMapper json, MeterRegistry meters) {
        this.programs = programs;
        this.properties = properties;
        this.json = json;
        this.ffmpeg = Programs.find(properties.ffmpeg()).orElse(null);
        this.ffprobe = Programs.find(properties.ffprobe()).orElse(null);
        Gauge.builder("media.preview.ffmpeg", this, it -> it.isHere() ? 1 : 0)
                .description("1 where films and sounds are looked into, 0 where ffmpeg is missing")
                .register(meters);
        if (isHere()) {
            log.info("Films and sounds are looked into by {}", ffmpeg);
        } else {
            log.warn(
                    "There is no {} or {}: films and sounds have no preview",
                    properties.ffmpeg(),
                    properties.ffprobe());
        }
    }

    boolean isHere() {
        return ffmpeg != null && ffprobe != null;
    }

    FilmFacts probe(Path file, Container container, Path folder) throws IOException {
        var command = new ArrayList<String>();
        command.add(String.valueOf(ffprobe));
        command.addAll(List.of("-hide_banner", "-v", "error"));
        command.addAll(input(file, container));
        command.addAll(List.of("-show_entries", FACTS, "-of", "json=c=1"));
        var printed = programs.run(new ProgramRun(command, folder, 0, MAX_FACTS));
        try {
            return FilmFacts.of(json.readTree(printed));
        } catch (JacksonException e) {
            throw new IOException("ffprobe did not say what it found", e);
        }
    }

    /**
     * Writes what is seen and heard anew, as it is, and nothing else: no tags, no chapters, no covers, no subtitles, no
     * tracks of positions. The new file, in the folder, tells how long it is, and is played from its beginning while it comes.
     */
    Path copy(Path file, Container container, boolean isSound, Path folder) throws IOException {
        var to = folder.resolve("copy");
        var command = ffmpeg(file, container, List.of());
        if (!isSound) {
            command.addAll(List.of("-map", "0:V?"));
        }
        command.addAll(List.of("-map", "0:a?", "-sn", "-dn", "-c", "copy", "-strict", "-2"));
        command.addAll(List.of("-map_metadata", "-1", "-map_metadata:s", "-1"));
        command.addAll(List.of("-map_chapters", "-1", "-fflags", "+bitexact"));
        command.addAll(container.options());
        command.addAll(List.of("-f", container.muxer(), "file:" + to));
        programs.run(new ProgramRun(command, folder, 2 * Files.size(file) + ROOM, 0));
        return to;
    }

    /** One picture out of a film, upright and of this size; null when there is none there. */
    @Nullable BufferedImage picture(
            Path file, Container container, Size size, Duration at, Path folder)
            throws IOException {
        var seek = List.of("-ss", "%d.%03d".formatted(at.toSeconds(), at.toMillisPart()));
        var command = ffmpeg(file, container, seek);
        command.addAll(List.of("-map", "0:V:0", "-frames:v", "1", "-filter_threads", "1"));
        command.add("-vf");
        command.add("scale=%d:%d:flags=area,setsar=1".formatted(size.width(), size.height()));
        command.addAll(List.of("-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1"));
        var bytes = size.pixels() * 3;
        var printed = programs.run(new ProgramRun(command, folder, 0, bytes));
        return printed.length == bytes ? picture(printed, size) : null;
    }

    private static BufferedImage picture(byte[] rgb, Size size) {
        var picture = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        var at = 0;
        for (var y = 0; y < size.height(); y++) {
            for (var x = 0; x < size.width(); x++) {
                picture.setRGB(
                        x,
                        y,
                        (rgb[at] & 0xFF) << 16 | (rgb[at + 1] & 0xFF) << 8 | rgb[at + 2] & 0xFF);
                at += 3;
            }
        }
        return picture;
    }

    /** How loud it is, no further than a little beyond the longest that is let in. */
    Loudness loudness(Path file, Container container, Path folder) throws IOException {
        var most = properties.maxDuration().toSeconds() + 1;
        var command = ffmpeg(file, container, List.of());
        command.addAll(List.of("-map", "0:a:0", "-t", String.valueOf(most), "-ac", "1"));
        command.addAll(List.of("-ar", String.valueOf(Loudness.RATE), "-c:a", "pcm_s16le"));
        command.addAll(List.of("-f", "s16le", "pipe:1"));
        var loudness = new Loudness();
        var bytes = (most + 1) * Loudness.RATE * 2;
        programs.run(new ProgramRun(command, folder, 0, bytes), loudness::add);
        return loudness;
    }

    private List<String> ffmpeg(Path file, Container container, List<String> before) {
        var command = new ArrayList<String>();
        command.add(String.valueOf(ffmpeg));
        command.addAll(List.of("-hide_banner", "-nostdin", "-v", "error", "-n"));
        command.addAll(List.of("-threads", "1"));
        command.addAll(before);
        command.addAll(input(file, container));
        return command;
    }

    private List<String> input(Path file, Container container) {
        return List.of(
                "-max_alloc",
                String.valueOf(properties.programMemory().toBytes()),
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                container.demuxer(),
                "-codec_whitelist",
                DECODERS,
                "-f",
                container.demuxer(),
                "-i",
                "file:" + file);
    }
}
