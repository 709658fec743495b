package org.tertulia.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tertulia.media.TestPictures.SECRET;
import static org.tertulia.media.TestPictures.ascii;
import static org.tertulia.media.TestPictures.joined;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.media.TestPictures;

class PictureMetadataTest {

    private static final String PAGE = "<html><script>alert('" + SECRET + "')</script></html>";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aJpegShouldKeepHowTheCameraWasHeldAndNothingElse(int orientation) throws IOException {
        var plain = TestPictures.jpeg(64, 48);
        var order = orientation % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        var stripped = strip("image/jpeg", TestPictures.withExif(plain, orientation, order));

        assertThat(TestPictures.text(stripped)).doesNotContain(SECRET);
        assertThat(Orientation.of("image/jpeg", file(stripped)).value()).isEqualTo(orientation);
        assertThat(TestPictures.markers(stripped).contains(0xE1)).isEqualTo(orientation != 1);
        assertSamePixels(stripped, plain);
    }

    @Test
    void aJpegShouldLoseWhateverElseIsWrittenIntoIt() throws IOException {
        var plain = TestPictures.jpeg(64, 48);
        var telling = plain;
        telling = TestPictures.withSegment(telling, 0xFE, ascii(SECRET));
        telling =
                TestPictures.withSegment(
                        telling, 0xE1, ascii("http://ns.adobe.com/xap/1.0/\0" + SECRET));
        telling = TestPictures.withSegment(telling, 0xED, ascii("Photoshop 3.0\0" + SECRET));
        telling = TestPictures.withSegment(telling, 0xE2, ascii("MPF\0" + SECRET));
        telling = TestPictures.withSegment(telling, 0xF5, ascii(SECRET));

        var stripped = strip("image/jpeg", joined(telling, ascii(PAGE)));

        assertThat(TestPictures.text(stripped)).doesNotContain(SECRET).doesNotContain("<html>");
        assertThat(stripped).hasSameSizeAs(plain);
        assertSamePixels(stripped, plain);
    }

    @Test
    void aJpegShouldLoseItsThumbnailsAndKeepItsColours() throws IOException {
        var thumbnail =
                joined(ascii("JFIF\0"), new byte[] {1, 2, 0, 0, 1, 0, 1, 3, 2}, ascii(SECRET));
        var plain = TestPictures.jpeg(64, 48);
        var telling = TestPictures.withSegment(plain, 0xE2, ascii("ICC_PROFILE\0\1\1profile"));
        telling =
                TestPictures.withSegment(
                        telling, 0xEE, joined(ascii("Adobe"), new byte[7], ascii(SECRET)));
        telling = TestPictures.withSegment(telling, 0xE0, thumbnail);

        var stripped = strip("image/jpeg", telling);

        assertThat(TestPictures.text(stripped)).doesNotContain(SECRET).contains("ICC_PROFILE");
        assertThat(TestPictures.markers(stripped)).contains(0xE0, 0xE2, 0xEE);
    }

    @Test
    void aTruncatedJpegShouldBeEndedProperly() throws IOException {
        var whole = TestPictures.withExif(TestPictures.jpeg(640, 480), 6, ByteOrder.BIG_ENDIAN);

        var stripped = strip("image/jpeg", Arrays.copyOf(whole, whole.length * 2 / 3));

        assertThat(stripped[stripped.length - 2] & 0xFF).isEqualTo(0xFF);
        assertThat(stripped[stripped.length - 1] & 0xFF).isEqualTo(0xD9);
        assertThat(TestPictures.text(stripped)).doesNotContain(SECRET);
        assertThat(TestPictures.decoded(stripped).getWidth()).isEqualTo(640);
    }

    @Test
    void nothingShouldBeKeptOfWhatIsNoPicture() {
        var jpeg = TestPictures.withExif(TestPictures.jpeg(64, 48), 1, ByteOrder.BIG_ENDIAN);
        for (var type : new String[] {"image/jpeg", "image/png", "image/webp", "image/gif"}) {
            assertThatThrownBy(() -> strip(type, ascii(PAGE))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> strip(type, new byte[0])).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> strip("image/jpeg", Arrays.copyOf(jpeg, 60)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> strip("application/pdf", jpeg)).isInstanceOf(IOException.class);
    }

    @Test
    void rowsShouldOnlyComeOneAfterTheOtherInPlainPictures() throws IOException {
        assertThat(Metadata.isByRows("image/jpeg", file(TestPictures.jpeg(64, 48)))).isTrue();
        assertThat(Metadata.isByRows("image/jpeg", file(TestPictures.progressiveJpeg(64, 48))))
                .isFalse();
        assertThat(Metadata.isByRows("image/webp", file(TestPictures.webp(4, 4, Color.RED))))
                .isFalse();
    }

    @Test
    void aPngShouldLoseTextsAndWhatStandsBehindIt() throws IOException {
        var plain = TestPictures.png(64, 48);
        var telling = plain;
        for (var name : new String[] {"tEXt", "zTXt", "iTXt", "tIME", "prVt"}) {
            telling = TestPictures.withChunk(telling, name, ascii("Comment\0" + SECRET));
        }

        var stripped = strip("image/png", joined(telling, ascii(PAGE)));

        assertThat(stripped).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 8})
    void aPngShouldKeepHowTheCameraWasHeld(int orientation) throws IOException {
        var plain = TestPictures.png(64, 48);
        var exif = TestPictures.exif(orientation, ByteOrder.BIG_ENDIAN);

        var stripped = strip("image/png", TestPictures.withChunk(plain, "eXIf", exif));

        assertThat(TestPictures.text(stripped)).doesNotContain(SECRET);
        assertThat(Orientation.of("image/png", file(stripped)).value()).isEqualTo(orientation);
        assertSamePixels(stripped, plain);
    }

    @Test
    void aTruncatedPngShouldNotBeKept() {
        var png = TestPictures.png(64, 48);
        assertThatThrownBy(() -> strip("image/png", Arrays.copyOf(png, png.length - 20)))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void aWebpShouldLoseExifAndXmpAndTheirFlags(int orientation) throws IOException {
        var exif = TestPictures.exif(orientation, ByteOrder.LITTLE_ENDIAN);
        var telling =
                TestPictures.extendedWebp(
                        65,
                        49,
                        0x08 | 0x04 | 0x20,
                        TestPictures.riffChunk("EXIF", exif),
                        TestPictures.riffChunk("XMP ", ascii(SECRET)),
                        TestPictures.riffChunk("ABCD", ascii(SECRET)));

        var stripped = strip("image/webp", joined(telling, ascii(PAGE)));

        assertThat(TestPictures.text(stripped))
                .doesNotContain(SECRET)
                .doesNotContain("XMP ")
                .doesNotContain("<html>");
        assertThat(stripped[20]).isEqualTo((byte) (orientation == 1 ? 0x20 : 0x28));
        assertThat(Orientation.of("image/webp", file(stripped)).value()).isEqualTo(orientation);
        assertThat(TestPictures.decoded(stripped).getWidth()).isEqualTo(65);
    }

    @Test
    void aTruncatedWebpShouldNotBeKept() {
        var webp = TestPictures.extendedWebp(65, 49, 0);
        assertThatThrownBy(() -> strip("image/webp", Arrays.copyOf(webp, webp.length - 3)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aGifShouldLoseItsCommentsAndGoOnMoving() throws IOException {
        var stripped = strip("image/gif", joined(TestPictures.gif(32, 24, 3), ascii(PAGE)));

        assertThat(TestPictures.text(stripped))
                .doesNotContain(SECRET)
                .doesNotContain("<html>")
                .contains("NETSCAPE2.0");
        var reader = javax.imageio.ImageIO.getImageReadersByMIMEType("image/gif").next();
        reader.setInput(
                javax.imageio.ImageIO.createImageInputStream(file(stripped).toFile()), false);
        assertThat(reader.getNumImages(true)).isEqualTo(3);
        reader.dispose();
    }

    private byte[] strip(String type, byte[] picture) throws IOException {
        var to = Files.createTempDirectory(folder, "to").resolve("stripped");
        Metadata.strip(type, file(picture), to);
        return Files.readAllBytes(to);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "picture", ""), content);
    }

    private static void assertSamePixels(byte[] one, byte[] other) {
        assertThat(pixels(TestPictures.decoded(one)))
                .isEqualTo(pixels(TestPictures.decoded(other)));
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(
                0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }
}
