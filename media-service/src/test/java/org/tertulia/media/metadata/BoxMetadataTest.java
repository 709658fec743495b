package org.tertulia.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tertulia.media.TestPictures.SECRET;
import static org.tertulia.media.TestPictures.ascii;
import static org.tertulia.media.TestPictures.joined;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tertulia.media.TestPictures;

class BoxMetadataTest {

    private static final byte[] TYPE = box("ftyp", ascii("mp42"), new byte[4]);
    private static final byte[] PIXELS = ascii("PIXELS-PIXELS");

    @TempDir Path folder;

    @Test
    void aFilmShouldLoseWhereAndWhenItWasTaken() throws IOException {
        var position = box("udta", box("\u00A9xyz", ascii(SECRET)));
        var movie =
                box(
                        "moov",
                        times("mvhd"),
                        track("vide", position, 0, 0),
                        position,
                        box("meta", ascii("mdta" + SECRET)));
        var film =
                joined(
                        TYPE,
                        movie,
                        box("uuid", ascii(SECRET)),
                        box("free", ascii(SECRET)),
                        box("mdat", PIXELS));

        var stripped = strip("video/mp4", film);

        assertThat(stripped).hasSameSizeAs(film);
        assertThat(TestPictures.text(stripped))
                .doesNotContain(SECRET)
                .doesNotContain("xyz")
                .doesNotContain("2026")
                .contains("vide", "stbl", "PIXELS-PIXELS");
    }

    @Test
    void aTrackOfPositionsShouldGoWithAllItConsistsOf() throws IOException {
        var at = TYPE.length + 8;
        var data = box("mdat", ascii(SECRET), PIXELS, ascii(SECRET));
        var one = track("meta", new byte[0], at, SECRET.length());
        var other =
                track("text", new byte[0], at + SECRET.length() + PIXELS.length, SECRET.length());
        var film =
                joined(
                        TYPE,
                        data,
                        box("moov", times("mvhd"), track("vide", new byte[0], 0, 0), one, other));

        var stripped = strip("video/quicktime", film);

        assertThat(stripped).hasSameSizeAs(film);
        assertThat(TestPictures.text(stripped))
                .doesNotContain(SECRET)
                .contains("PIXELS-PIXELS", "vide");
    }

    @Test
    void aFilmThatIsCutOffShouldBeHarmless() throws IOException {
        var film = joined(TYPE, box("mdat", PIXELS, new byte[100]));
        var cut = Arrays.copyOf(film, film.length - 50);

        assertThat(strip("video/mp4", cut)).isEqualTo(cut);
    }

    @Test
    void nothingShouldBeKeptOfWhatCanNotBeReadToItsEnd() {
        var cut = joined(TYPE, Arrays.copyOf(box("moov", times("mvhd")), 20));
        var compressed = joined(TYPE, box("moov", box("cmov", ascii(SECRET))));
        var nowhere = joined(TYPE, box("moov", box("trak", times("tkhd"))));
        for (var film : new byte[][] {cut, compressed, nowhere, ascii("#EXTM3U\nfile.mp4"), {}}) {
            assertThatThrownBy(() -> strip("video/mp4", film)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void tablesOfAStrangerShouldNotKeepUsBusy() {
        var endless = new byte[400_000];
        var offsets = ByteBuffer.wrap(endless).putInt(0).putInt(90_000);
        for (var i = 0; i < 90_000; i++) {
            offsets.putInt(401_000);
        }
        var table =
                box(
                        "stbl",
                        box("stsc", numbers(0, 1, 1, 1, 1)),
                        box("stsz", numbers(0, 90_000, 1)),
                        box("stco", endless));
        var track =
                box(
                        "trak",
                        box("mdia", box("hdlr", numbers(0, 0), ascii("meta")), box("minf", table)));
        var data = box("mdat", new byte[100_000]);

        assertThatThrownBy(() -> strip("video/mp4", joined(TYPE, box("moov", track), data)))
                .hasMessageContaining("more to take out");
    }

    @Test
    void aPictureMadeOfItemsShouldLoseThoseThatTell() throws IOException {
        var secretInFile = 0;
        var picture = new byte[0];
        for (var i = 0; i < 2; i++) {
            // The place of the data is known once everything before it is.
            var places =
                    box(
                            "iloc",
                            new byte[] {1, 0, 0, 0, 0x44, 0x00, 0, 3},
                            place(1, 0, secretInFile + SECRET.length(), PIXELS.length),
                            place(2, 0, secretInFile, SECRET.length()),
                            place(3, 1, 0, SECRET.length()));
            var infos =
                    box(
                            "iinf",
                            new byte[] {0, 0, 0, 0, 0, 3},
                            info(1, "hvc1"),
                            info(2, "Exif"),
                            info(3, "mime"));
            var meta =
                    box(
                            "meta",
                            new byte[4],
                            box("hdlr", numbers(0, 0), ascii("pict")),
                            infos,
                            places,
                            box("idat", ascii(SECRET)));
            var head = joined(box("ftyp", ascii("heic"), new byte[4]), meta);
            secretInFile = head.length + 8;
            picture = joined(head, box("mdat", ascii(SECRET), PIXELS));
        }

        var stripped = strip("image/heic", picture);

        assertThat(stripped).hasSameSizeAs(picture);
        assertThat(TestPictures.text(stripped))
                .doesNotContain(SECRET)
                .contains("PIXELS-PIXELS", "hvc1", "iloc");
    }

    private byte[] strip(String type, byte[] film) throws IOException {
        var from = Files.write(Files.createTempFile(folder, "film", ""), film);
        var to = Files.createTempDirectory(folder, "to").resolve("stripped");
        Metadata.strip(type, from, to);
        return Files.readAllBytes(to);
    }

    private static byte[] track(String handler, byte[] more, int at, int length) {
        var table =
                box(
                        "stbl",
                        box("stsc", numbers(0, 1, 1, 1, 1)),
                        box("stsz", numbers(0, 0, 1, length)),
                        box("stco", numbers(0, 1, at)));
        var media =
                box(
                        "mdia",
                        times("mdhd"),
                        box("hdlr", numbers(0, 0), ascii(handler)),
                        box("minf", table));
        return box("trak", times("tkhd"), media, more);
    }

    /** When it was made and changed: the year, for once, in letters. */
    private static byte[] times(String type) {
        return box(type, new byte[4], ascii("2026"), ascii("2026"), numbers(1, 2, 3));
    }

    private static byte[] info(int id, String type) {
        return box("infe", new byte[] {2, 0, 0, 0, 0, (byte) id, 0, 0}, ascii(type), new byte[1]);
    }

    private static byte[] place(int id, int method, int offset, int length) {
        return joined(
                new byte[] {0, (byte) id, 0, (byte) method, 0, 0, 0, 1}, numbers(offset, length));
    }

    private static byte[] numbers(int... numbers) {
        var bytes = ByteBuffer.allocate(4 * numbers.length);
        for (var number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static byte[] box(String type, byte[]... content) {
        var body = joined(content);
        return joined(numbers(body.length + 8), ascii(type), body);
    }
}
