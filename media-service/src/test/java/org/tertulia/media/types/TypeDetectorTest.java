package org.tertulia.media.types;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content decides; there is no name to look at, and nothing that a browser might run is told as what it is. */
class TypeDetectorTest {

    private final TypeDetector detector = new TypeDetector();

    @ParameterizedTest
    @CsvSource({
        "FFD8FFE000104A46494600010100000100010000, IMAGE, image/jpeg",
        "89504E470D0A1A0A0000000D494844520000000100000001, IMAGE, image/png",
        "474946383961010001000000002C, IMAGE, image/gif",
        "524946461A000000574542505650384C0D000000, IMAGE, image/webp",
        "524946462400000057415645666D7420, AUDIO, audio/wav",
        "664C614300000022, AUDIO, audio/flac",
        "49443304000000000000FFFB9064, AUDIO, audio/mpeg",
        "4F67675300020000000000000000000000000000000000000000011E01766F72626973, AUDIO, audio/ogg",
        "4F67675300020000000000000000000000000000000000000000011E4F70757348656164, AUDIO, audio/ogg",
        "255044462D312E370A, FILE, application/pdf",
        "7F454C4602010100, FILE, application/x-elf",
        "504B0304140000000000, FILE, application/zip",
        "00, FILE, application/octet-stream"
    })
    void aFileShouldBeWhatItsFirstBytesSay(String hex, MediaKind kind, String mediaType) {
        assertThat(detector.detect(bytes(hex))).isEqualTo(new ContentType(kind, mediaType));
    }

    @Test
    void nothingAtAllShouldBeAFile() {
        assertThat(detector.detect(new byte[0]).kind()).isEqualTo(MediaKind.FILE);
    }

    @Test
    void wordsShouldBeAFile() {
        assertThat(detector.detect("Hola, ¿qué tal?".getBytes(ISO_8859_1)))
                .isEqualTo(new ContentType(MediaKind.FILE, "text/plain"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<!DOCTYPE html><title>x</title>",
                "  \n<HTML><body onload=alert(1)>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
                "<?xml version=\"1.0\"?><a/>",
                "FWS\u0009aaaaaaaa"
            })
    void whatABrowserMightRunShouldBeMereBytes(String text) {
        assertThat(detector.detect(text.getBytes(ISO_8859_1)))
                .isEqualTo(new ContentType(MediaKind.FILE, ContentType.BYTES));
    }

    @Test
    void aPictureThatIsAlsoAPageShouldBeThePictureOrMereBytes() {
        var page = "<html><script>alert(1)</script></html>";
        var jpeg = "FFD8FFFE%04X".formatted(page.length() + 2);
        var polyglot = (text(bytes(jpeg)) + page + text(bytes("FFD9"))).getBytes(ISO_8859_1);

        assertThat(detector.detect(polyglot).mediaType()).isIn("image/jpeg", ContentType.BYTES);
    }

    @Test
    void aPageThatBeginsLikeAPictureShouldNotBeAPage() {
        var polyglot = ("GIF89a/*" + "x".repeat(100) + "*/=1;<html><script>alert(1)</script>");

        assertThat(detector.detect(polyglot.getBytes(ISO_8859_1)).mediaType())
                .isIn("image/gif", ContentType.BYTES);
    }

    @ParameterizedTest
    @CsvSource({
        "isom, VIDEO, video/mp4",
        "mp42, VIDEO, video/mp4",
        "iso5, VIDEO, video/mp4",
        "'M4V ', VIDEO, video/mp4",
        "'qt  ', VIDEO, video/quicktime",
        "'M4A ', AUDIO, audio/mp4",
        "avif, IMAGE, image/avif"
    })
    void anMp4ShouldBeWhatItsBrandSays(String brand, MediaKind kind, String mediaType) {
        assertThat(detector.detect(box("ftyp", brand + "\0\0\2\0" + brand)))
                .isEqualTo(new ContentType(kind, mediaType));
    }

    @Test
    void anMp4WithOnlySoundShouldBeSound() {
        assertThat(detector.detect(mp4(handler("soun"))))
                .isEqualTo(new ContentType(MediaKind.AUDIO, "audio/mp4"));
    }

    @Test
    void anMp4WithSoundAndPicturesShouldBeAFilm() {
        assertThat(detector.detect(mp4(handler("soun") + handler("vide"))))
                .isEqualTo(new ContentType(MediaKind.VIDEO, "video/mp4"));
    }

    @Test
    void anMp4WhoseTracksAreNotAllSeenShouldBeAFilm() {
        var whole = mp4(handler("soun") + "x".repeat(100));
        var cut = Arrays.copyOf(whole, whole.length - 50);

        assertThat(detector.detect(cut).kind()).isEqualTo(MediaKind.VIDEO);
    }

    @ParameterizedTest
    @CsvSource({
        "webm, V_VP9, VIDEO, video/webm",
        "webm, V_VP8, VIDEO, video/webm",
        "webm, V_AV1, VIDEO, video/webm",
        "webm, A_OPUS, AUDIO, audio/webm",
        "matroska, V_VP9, FILE, video/x-matroska",
        "matroska, webm, FILE, video/x-matroska"
    })
    void matroskaShouldBeWebmWhereItSaysSo(
            String docType, String codec, MediaKind kind, String mediaType) {
        assertThat(detector.detect(matroska(docType, codec)))
                .isEqualTo(new ContentType(kind, mediaType));
    }

    @ParameterizedTest
    @CsvSource({
        "word/document.xml, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xl/workbook.xml, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ppt/presentation.xml, application/vnd.openxmlformats-officedocument.presentationml.presentation"
    })
    void anOfficeDocumentShouldBeToldByItsFolders(String entry, String mediaType)
            throws IOException {
        var document = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(document)) {
            for (var name : new String[] {"[Content_Types].xml", "_rels/.rels", entry}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<a/>".getBytes(ISO_8859_1));
                zip.closeEntry();
            }
        }

        assertThat(detector.detect(document.toByteArray()))
                .isEqualTo(new ContentType(MediaKind.FILE, mediaType));
    }

    @Test
    void onlyWhatIsShownShouldBeMoreThanAFile() {
        assertThat(ContentType.of("image/svg+xml").kind()).isEqualTo(MediaKind.FILE);
        assertThat(ContentType.of("image/png").kind()).isEqualTo(MediaKind.IMAGE);
    }

    private static byte[] mp4(String tracks) {
        var file = box("ftyp", "iso5\0\0\2\0iso5iso6mp41");
        var movie = box("moov", tracks);
        return ByteBuffer.allocate(file.length + movie.length).put(file).put(movie).array();
    }

    private static String handler(String kind) {
        return text(box("hdlr", "\0\0\0\0\0\0\0\0" + kind + "\0".repeat(13)));
    }

    private static byte[] box(String name, String content) {
        return ByteBuffer.allocate(8 + content.length())
                .putInt(8 + content.length())
                .put((name + content).getBytes(ISO_8859_1))
                .array();
    }

    private static byte[] matroska(String docType, String codec) {
        var head = "4286810142F7810142F2810442F381084282%02X".formatted(0x80 | docType.length());
        var content =
                text(bytes(head)) + docType + text(bytes("42878104428581021853806701")) + codec;
        return (text(bytes("1A45DFA39F")) + content).getBytes(ISO_8859_1);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
