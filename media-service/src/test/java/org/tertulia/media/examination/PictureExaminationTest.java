package org.tertulia.media.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.media.TestPictures.QUARTERS;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.media.MediaFixtures;
import org.tertulia.media.TestPictures;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.files.Variant;

class PictureExaminationTest {

    @TempDir Path folder;

    private final PictureExamination examination =
            new PictureExamination(MediaFixtures.properties());

    @ParameterizedTest
    @CsvSource({
        "4000, 3000, '320x240 960x720 1920x1440'",
        "1001, 3003, '107x320 320x960 640x1920'",
        "1000, 500, '320x160 960x480 1000x500'",
        "900, 300, '320x107 900x300'",
        "320, 320, '320x320'",
        "7, 5, '7x5'",
        "4000, 1, '320x1 960x1 1920x1'"
    })
    void previewsShouldHaveTheirSidesAndNeverBeLarger(int width, int height, String expected)
            throws IOException {
        var found = examine("image/png", TestPictures.png(width, height));

        assertThat(found.state()).isEqualTo(MediaState.READY);
        assertThat(found.appearance().width()).isEqualTo(width);
        assertThat(found.appearance().height()).isEqualTo(height);
        assertThat(found.pictures().stream().map(p -> p.width() + "x" + p.height()).toList())
                .containsExactly(expected.split(" ", -1));
        for (var picture : found.pictures()) {
            var decoded = TestPictures.decoded(picture.jpeg());
            assertThat(decoded.getWidth()).isEqualTo(picture.width());
            assertThat(decoded.getHeight()).isEqualTo(picture.height());
        }
    }

    @Test
    void previewsShouldHavePixelsAndNothingElse() throws IOException {
        var photo = TestPictures.withExif(TestPictures.jpeg(2500, 1600), 6, ByteOrder.BIG_ENDIAN);

        var found = examine("image/jpeg", photo);

        assertThat(found.pictures()).hasSize(3);
        for (var picture : found.pictures()) {
            assertThat(TestPictures.text(picture.jpeg())).doesNotContain(TestPictures.SECRET);
            assertThat(TestPictures.markers(picture.jpeg()))
                    .isSubsetOf(0xE0, 0xDB, 0xC0, 0xC4, 0xDA);
        }
    }

    /** Where each quarter of the stored picture is to be seen, in reading order. */
    @ParameterizedTest
    @CsvSource({
        "1, 0 1 2 3", "2, 1 0 3 2", "3, 3 2 1 0", "4, 2 3 0 1",
        "5, 0 2 1 3", "6, 2 0 3 1", "7, 3 1 2 0", "8, 1 3 0 2"
    })
    void picturesShouldBeUpright(int orientation, String quarters) throws IOException {
        var photo =
                TestPictures.withExif(
                        TestPictures.jpeg(600, 400), orientation, ByteOrder.LITTLE_ENDIAN);

        var found = examine("image/jpeg", photo);

        var isTurned = orientation >= 5;
        assertThat(found.appearance().width()).isEqualTo(isTurned ? 400 : 600);
        assertThat(found.appearance().height()).isEqualTo(isTurned ? 600 : 400);
        var shown = TestPictures.decoded(found.pictures().getLast().jpeg());
        assertThat(shown.getWidth()).isEqualTo(isTurned ? 400 : 600);
        assertThat(quarters(shown))
                .isEqualTo(
                        Arrays.stream(quarters.split(" ", -1))
                                .map(index -> QUARTERS.get(Integer.parseInt(index)))
                                .toList());
    }

    @Test
    void aBombShouldBeRefusedByItsHeader() throws IOException {
        var file = file(TestPictures.bomb(50_000, 50_000));
        examination.examine("image/png", file);
        var before = peakHeap();

        var found = examination.examine("image/png", file);

        assertThat(found.state()).isEqualTo(MediaState.REFUSED);
        assertThat(found.pictures()).isEmpty();
        assertThat(peakHeap() - before).isLessThan(20_000_000);
    }

    @Test
    void aLargePictureShouldNotBeKeptInMemoryAsAWhole() throws IOException {
        var file = file(TestPictures.bomb(14_000, 14_000));
        var before = peakHeap();

        var found = examination.examine("image/png", file);

        // It ends too early, and its dimensions are known all the same.
        assertThat(found.state()).isEqualTo(MediaState.NO_PREVIEW);
        assertThat(found.appearance().width()).isEqualTo(14_000);
        assertThat(peakHeap() - before).isLessThan(60_000_000);
    }

    @Test
    void whatCanOnlyBeDecodedAsAWholeShouldNotBeWhenItIsLarge() throws IOException {
        var found = examine("image/webp", TestPictures.webp(16_000, 12_000, Color.RED));

        assertThat(found.state()).isEqualTo(MediaState.NO_PREVIEW);
        assertThat(found.appearance().width()).isEqualTo(16_000);
    }

    @Test
    void aTruncatedPictureShouldBeShownAsFarAsItGoes() throws IOException {
        var photo = TestPictures.jpeg(1600, 1200);
        var found = examine("image/jpeg", Arrays.copyOf(photo, photo.length / 2));

        assertThat(found.appearance().width()).isEqualTo(1600);
        assertThat(found.state()).isIn(MediaState.READY, MediaState.NO_PREVIEW);
    }

    @Test
    void aGifThatMovesShouldBeShownByItsFirstFrame() throws IOException {
        var found = examine("image/gif", TestPictures.gif(400, 300, 3));

        assertThat(found.state()).isEqualTo(MediaState.READY);
        assertThat(found.appearance().width()).isEqualTo(400);
        assertThat(quarters(TestPictures.decoded(found.pictures().getLast().jpeg())))
                .isEqualTo(QUARTERS);
    }

    @Test
    void aFrameShouldBeShownWhereItStands() throws IOException {
        var gif = TestPictures.gif(100, 80, 1);
        gif[6] = (byte) 200;
        gif[8] = (byte) 160;

        var found = examine("image/gif", gif);

        assertThat(found.appearance().width()).isEqualTo(200);
        var shown = TestPictures.decoded(found.pictures().getLast().jpeg());
        assertThat(shown.getWidth()).isEqualTo(200);
        assertThat(nearest(shown.getRGB(25, 20))).isEqualTo(Color.RED);
        assertThat(nearest(shown.getRGB(150, 120))).isEqualTo(Color.WHITE);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_3BYTE_BGR
            })
    void picturesOfAllKindsShouldHavePreviews(int type) throws IOException {
        var picture = TestPictures.quarters(500, 400, type);

        var found = examine("image/png", TestPictures.encoded(picture, "png"));

        assertThat(found.state()).isEqualTo(MediaState.READY);
        assertThat(TestPictures.decoded(found.pictures().getFirst().jpeg()).getWidth())
                .isEqualTo(320);
    }

    @Test
    void whatIsTransparentShouldBeWhite() throws IOException {
        var picture = new BufferedImage(500, 400, BufferedImage.TYPE_INT_ARGB);

        var found = examine("image/png", TestPictures.encoded(picture, "png"));

        assertThat(found.appearance().placeholder()).isEqualTo("#ffffff");
    }

    @Test
    void aWebpShouldHavePreviews() throws IOException {
        var found = examine("image/webp", TestPictures.webp(2000, 1000, Color.RED));

        assertThat(found.state()).isEqualTo(MediaState.READY);
        assertThat(found.appearance().placeholder()).isEqualTo("#ff0000");
        assertThat(found.pictures().stream().map(Findings.Picture::variant).toList())
                .containsExactly(Variant.SMALL, Variant.MEDIUM, Variant.LARGE);
    }

    @Test
    void aPictureForPrintShouldHavePreviews() throws IOException {
        var found = examine("image/jpeg", CmykPicture.red(600, 400));

        assertThat(found.state()).isEqualTo(MediaState.READY);
        var shown = TestPictures.decoded(found.pictures().getLast().jpeg());
        assertThat(nearest(shown.getRGB(300, 200))).isEqualTo(Color.RED);
    }

    private Findings examine(String type, byte[] picture) throws IOException {
        return examination.examine(type, file(picture));
    }

    private Path file(byte[] picture) throws IOException {
        return Files.write(Files.createTempFile(folder, "picture", ""), picture);
    }

    private static List<Color> quarters(BufferedImage picture) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        return List.of(
                nearest(picture.getRGB(width / 4, height / 4)),
                nearest(picture.getRGB(3 * width / 4, height / 4)),
                nearest(picture.getRGB(width / 4, 3 * height / 4)),
                nearest(picture.getRGB(3 * width / 4, 3 * height / 4)));
    }

    private static Color nearest(int rgb) {
        var colour = new Color(rgb);
        return new Color(
                colour.getRed() > 127 ? 255 : 0,
                colour.getGreen() > 127 ? 255 : 0,
                colour.getBlue() > 127 ? 255 : 0);
    }

    /** The most that all pools of the heap together ever held since the call before. */
    private static long peakHeap() {
        var pools =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .toList();
        var peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.gc();
        pools.forEach(pool -> pool.resetPeakUsage());
        return peak;
    }
}
