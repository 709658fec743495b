package org.tertulia.media.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tertulia.media.TestPictures.SECRET;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.media.MediaFixtures;
import org.tertulia.media.TestPictures;
import org.tertulia.media.files.Appearance;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.files.Variant;
import org.tertulia.media.programs.Programs;
import org.tertulia.media.programs.TestPrograms;
import tools.jackson.databind.json.JsonMapper;

/** With the real ffmpeg. */
class FilmExaminationTest {

    @TempDir Path folder;

    private FilmExamination examination = examination("ffmpeg", Duration.ofSeconds(40));

    @BeforeAll
    static void needFfmpeg() {
        Assumptions.assumeTrue(
                Programs.find("ffmpeg").isPresent() && Programs.find("ffprobe").isPresent(),
                "ffmpeg is missing; on Debian: apt-get install ffmpeg");
    }

    @Test
    void aFilmShouldHaveItsLengthAndPictures() throws Exception {
        var film = film("film.mp4", "-f", "mp4");

        var found = examine("video/mp4", film);

        assertThat(found.state()).isEqualTo(MediaState.READY);
        assertThat(found.appearance().width()).isEqualTo(640);
        assertThat(found.appearance().height()).isEqualTo(360);
        assertThat(found.appearance().durationMs()).isBetween(2900L, 3200L);
        assertThat(found.appearance().placeholder()).matches("#[0-9a-f]{6}");
        assertThat(found.pictures().stream().map(Findings.Picture::variant).toList())
                .containsExactly(Variant.SMALL, Variant.MEDIUM, Variant.POSTER);
        assertThat(TestPictures.decoded(found.pictures().getFirst().jpeg()).getHeight())
                .isEqualTo(180);
    }

    @ParameterizedTest
    @CsvSource({
        "video/mp4, mp4, libx264, aac",
        "video/quicktime, mov, libx264, aac",
        "video/webm, webm, libvpx, libopus"
    })
    void aFilmShouldKeepWhatIsSeenAndHeardAndNothingElse(
            String type, String format, String video, String audio) throws Exception {
        var film =
                film(
                        "film." + format,
                        "-c:v",
                        video,
                        "-c:a",
                        audio,
                        "-metadata",
                        "title=" + SECRET,
                        "-metadata",
                        "location=+41.3851+002.1734/",
                        "-metadata",
                        "comment=" + SECRET,
                        "-metadata",
                        "creation_time=2026-02-03T04:05:06Z",
                        "-metadata:s:v:0",
                        "language=" + "cat",
                        "-metadata:s:a:0",
                        "handler_name=" + SECRET,
                        "-f",
                        format);
        assertThat(content(film)).contains(SECRET);

        var found = examine(type, film);

        assertThat(found.state()).isEqualTo(MediaState.READY);
        var kept = found.original();
        assertThat(kept).isNotNull();
        assertThat(content(kept)).doesNotContain(SECRET).doesNotContain(SECRET);
        var told = TestPrograms.ffprobe(kept);
        assertThat(told)
                .contains("codec_type=video", "codec_type=audio")
                .doesNotContain("TAG:location", "TAG:creation_time", "TAG:title");
    }

    @Test
    void aFilmShouldBeKeptAsItCameWhenItsSenderWantsThat() throws Exception {
        var film = film("film.mp4", "-metadata", "title=" + SECRET);

        var found = examination.examine(MediaFixtures.uploaded("video/mp4", true), film, work());

        assertThat(found.original()).isNull();
        assertThat(found.state()).isEqualTo(MediaState.READY);
    }

    @ParameterizedTest
    @CsvSource({"90, 360, 640", "180, 640, 360", "270, 360, 640"})
    void aFilmShouldBeUpright(int rotation, int width, int height) throws Exception {
        var flat = film("flat.mp4", "-f", "mp4");
        var held = folder.resolve("held.mp4");
        TestPrograms.ffmpeg(
                "-i",
                flat.toString(),
                "-c",
                "copy",
                "-metadata:s:v:0",
                "rotate=" + rotation,
                held.toString());

        var found = examine("video/mp4", held);

        assertThat(found.appearance().width()).isEqualTo(width);
        assertThat(found.appearance().height()).isEqualTo(height);
        var poster = TestPictures.decoded(found.pictures().getLast().jpeg());
        assertThat(poster.getWidth()).isEqualTo(width);
        var kept = Files.copy(found.original(), folder.resolve("kept.mp4"));
        var again = examine("video/mp4", kept);
        assertThat(again.appearance().width()).isEqualTo(width);
    }

    @Test
    void aRecordingWithoutALengthShouldGetOne() throws Exception {
        var live =
                film("live.webm", "-c:v", "libvpx", "-c:a", "libopus", "-live", "1", "-f", "webm");

        assertThat(examine("video/webm", live).appearance().durationMs()).isBetween(2900L, 3200L);
        assertThat(
                        examination
                                .examine(MediaFixtures.uploaded("video/webm", true), live, work())
                                .appearance()
                                .durationMs())
                .isBetween(2900L, 3200L);
    }

    @ParameterizedTest
    @CsvSource({
        "audio/mpeg, mp3, libmp3lame",
        "audio/mp4, mp4, aac",
        "audio/ogg, ogg, libopus",
        "audio/webm, webm, libopus",
        "audio/wav, wav, pcm_s16le",
        "audio/flac, flac, flac",
        "audio/aac, adts, aac"
    })
    void aSoundShouldHaveItsLengthAndItsWaves(String type, String format, String codec)
            throws Exception {
        var sound = folder.resolve("sound");
        TestPrograms.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=4",
                "-af",
                // Louder by and by: a codec that foresees a jump swings beyond it.
                "volume='clip(0.1+4.5*(t-1.8),0.1,1)':eval=frame",
                "-c:a",
                codec,
                "-metadata",
                "title=" + SECRET,
                "-f",
                format,
                sound.toString());

        var found = examine(type, sound);

        assertThat(found.state()).isEqualTo(MediaState.READY);
        assertThat(found.appearance().durationMs()).isBetween(3950L, 4150L);
        var waves = found.appearance().waveform();
        assertThat(waves).hasSizeBetween(90, 110);
        assertThat(waves.subList(10, 40)).allMatch(figure -> figure <= 20);
        assertThat(waves.subList(60, 90)).allMatch(figure -> figure >= 80);
        assertThat(content(found.original())).doesNotContain(SECRET);
    }

    @Test
    void aTruncatedFilmShouldBeHarmless() throws Exception {
        var whole = Files.readAllBytes(film("film.mp4", "-f", "mp4"));
        var cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length / 2));

        var found = examine("video/mp4", cut);

        assertThat(found.state()).isEqualTo(MediaState.NO_PREVIEW);
        assertThat(found.appearance()).isEqualTo(Appearance.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "video/mp4",
        "video/quicktime",
        "video/webm",
        "audio/ogg",
        "audio/mpeg",
        "audio/wav"
    })
    void aListOfFilesShouldNeverBeRead(String type) throws Exception {
        var other = film("other.mp4", "-f", "mp4");
        var lists =
                List.of(
                        "ffconcat version 1.0\nfile '" + other + "'\n",
                        "#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nfile://"
                                + other
                                + "\n#EXT-X-ENDLIST\n",
                        "<?xml version=\"1.0\"?><MPD><Period><AdaptationSet><BaseURL>"
                                + other
                                + "</BaseURL></AdaptationSet></Period></MPD>");
        for (var list : lists) {
            var disguised = Files.writeString(Files.createTempFile(folder, "list", ".mp4"), list);
            try {
                var found = examine(type, disguised);
                assertThat(found.state()).isEqualTo(MediaState.NO_PREVIEW);
                assertThat(found.pictures()).isEmpty();
                assertThat(found.appearance()).isEqualTo(Appearance.UNKNOWN);
            } catch (IOException refused) {
                assertThat(refused).hasMessageContaining("box");
            }
        }
    }

    @Test
    void aFilmThatIsTooLongShouldBeRefused() throws Exception {
        var sound = folder.resolve("long.flac");
        TestPrograms.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "anullsrc=r=8000:cl=mono",
                "-t",
                "14500",
                "-c:a",
                "flac",
                "-f",
                "flac",
                sound.toString());

        var found = examine("audio/flac", sound);

        assertThat(found.state()).isEqualTo(MediaState.REFUSED);
        assertThat(found.original()).isNull();
    }

    @Test
    void aProgramThatHangsShouldBeEndedAndTheFilmBeStrippedAllTheSame() throws Exception {
        var film = film("film.mp4", "-metadata", "title=" + SECRET, "-f", "mp4");
        assertThat(content(film)).contains(SECRET);
        var slow =
                Files.writeString(
                        folder.resolve("slow"), "#!/bin/sh\necho $$ >> pid\nexec sleep 60\n");
        assertThat(slow.toFile().setExecutable(true)).isTrue();
        examination = examination(slow.toString(), Duration.ofMillis(700));
        var work = work();

        var found = examination.examine(MediaFixtures.uploaded("video/mp4"), film, work);

        var pid = Long.parseLong(Files.readAllLines(work.resolve("pid")).getFirst());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(content(found.original())).doesNotContain(SECRET);
    }

    @Test
    void withoutFfmpegAFilmShouldHaveNoPreviewAndTellNothing() throws Exception {
        var film = film("film.mp4", "-metadata", "title=" + SECRET, "-f", "mp4");
        var sound = film("sound.webm", "-vn", "-c:a", "libopus", "-f", "webm");
        examination = examination("/no/such/ffmpeg", Duration.ofSeconds(40));

        var found = examine("video/mp4", film);

        assertThat(found.state()).isEqualTo(MediaState.NO_PREVIEW);
        assertThat(content(found.original())).doesNotContain(SECRET);
        assertThat(TestPrograms.ffprobe(found.original())).contains("codec_type=video");
        assertThat(examine("audio/webm", sound).original()).isNull();
        var broken = Files.writeString(folder.resolve("broken"), "no film");
        assertThatThrownBy(() -> examine("video/mp4", broken)).isInstanceOf(IOException.class);
    }

    private Findings examine(String type, Path film) throws IOException {
        return examination.examine(MediaFixtures.uploaded(type), film, work());
    }

    private Path work() throws IOException {
        return Files.createTempDirectory(folder, "work");
    }

    /** Three seconds of a test picture and a tone. */
    private Path film(String name, String... options) throws Exception {
        var film = folder.resolve(name);
        var command =
                new ArrayList<>(
                        List.of(
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc=size=640x360:rate=10:duration=3",
                                "-f",
                                "lavfi",
                                "-i",
                                "sine=duration=3",
                                "-pix_fmt",
                                "yuv420p"));
        command.addAll(List.of(options));
        command.add(film.toString());
        TestPrograms.ffmpeg(command.toArray(String[]::new));
        return film;
    }

    private static String content(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static FilmExamination examination(String ffmpeg, Duration limit) {
        var properties = MediaFixtures.properties(limit, ffmpeg);
        var found =
                new Ffmpeg(
                        TestPrograms.programs(properties),
                        properties,
                        JsonMapper.builder().build(),
                        new SimpleMeterRegistry());
        return new FilmExamination(found, properties);
    }
}
