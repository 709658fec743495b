package org.tertulia.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.media.Uploader.UPLOADS;
import static org.tertulia.media.Uploader.expectProblem;

import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.tertulia.contracts.Topics;
import org.tertulia.test.KafkaRecords;
import org.tertulia.test.TestTokens;
import tools.jackson.databind.json.JsonMapper;

/** Uploads as tus 1.0 wants them. */
class UploadIT extends MediaApi {

    @Test
    void anUploadShouldBeCreatedWithItsPlaceAndItsEnd() {
        var answer = somebody().begin(100, "a.bin").expectStatus().isCreated();

        var headers = answer.expectBody().isEmpty().getResponseHeaders();
        assertThat(headers.getLocation().toString()).matches(UPLOADS + "/[0-9a-f-]{36}");
        assertThat(headers.getFirst("Upload-Offset")).isEqualTo("0");
        assertThat(headers.getFirst("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(headers.getCacheControl()).isEqualTo("no-store");
        assertThat(expiry(headers)).isAfter(ZonedDateTime.now(ZoneOffset.UTC).plusHours(23));
    }

    @Test
    void whatTheServerCanDoShouldBeTold() {
        client.options()
                .uri(UPLOADS)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(UUID.randomUUID()))
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .valueEquals("Tus-Version", "1.0.0")
                .expectHeader()
                .valueEquals("Tus-Max-Size", "536870912")
                .expectHeader()
                .valueEquals("Tus-Checksum-Algorithm", "sha1,sha256,crc32")
                .expectHeader()
                .valueEquals(
                        "Tus-Extension",
                        "creation,creation-with-upload,checksum,expiration,termination");
    }

    @Test
    void anotherVersionOfTusShouldBeRefusedAndToldTheRightOne() {
        for (var version : new String[] {"0.2.2", ""}) {
            var answer =
                    client.post()
                            .uri(UPLOADS)
                            .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(UUID.randomUUID()))
                            .header("Tus-Resumable", version)
                            .header("Upload-Length", "1")
                            .exchange();
            answer.expectHeader().valueEquals("Tus-Version", "1.0.0");
            expectProblem(answer, 412, "tus-version");
        }
    }

    @Test
    void aCreationThatCanNotBeReadShouldCreateNothing() {
        var ana = somebody();
        var creation = ana.request(HttpMethod.POST, UPLOADS);
        expectProblem(creation.exchange(), 400, "malformed-request");
        for (var length : new String[] {"-1", "many", "99999999999999999999"}) {
            expectProblem(
                    ana.request(HttpMethod.POST, UPLOADS)
                            .header("Upload-Length", length)
                            .exchange(),
                    400,
                    "malformed-request");
        }
        expectProblem(
                ana.request(HttpMethod.POST, UPLOADS)
                        .header("Upload-Length", "1")
                        .header("Upload-Metadata", "filename ???")
                        .exchange(),
                400,
                "malformed-request");
        assertThat(ana.limits().path("openUploads").asInt()).isZero();
    }

    @Test
    void aFileSentInStretchesShouldBeInTheStoreAndAnnounced() {
        var ana = somebody();
        var content = random(20 * MEBIBYTE);
        var upload = ana.begun(content.length, "../mañana.bin");
        var offset = 0L;
        for (var to : new int[] {3 * MEBIBYTE, 3 * MEBIBYTE + 1, 17 * MEBIBYTE, content.length}) {
            var stretch = Arrays.copyOfRange(content, (int) offset, to);
            offset = ana.sent(upload, offset, stretch);
            assertThat(offset).isEqualTo(to);
            assertThat(ana.offset(upload)).isEqualTo(to);
        }

        var id = Uploader.id(upload);
        assertThat(stored(id)).isEqualTo(content);
        assertThat(file(id))
                .containsEntry("name", "mañana.bin")
                .containsEntry("kind", "file")
                .containsEntry("state", "no-preview")
                .containsEntry("content_type", "application/octet-stream")
                .containsEntry("bytes", (long) content.length)
                .containsEntry("owner_id", ana.id());
        var event =
                JsonMapper.builder()
                        .build()
                        .readTree(KafkaRecords.of(Topics.MEDIA_EVENTS).awaitRecord(id).value());
        assertThat(event.path("type").asString()).isEqualTo("media.uploaded");
        assertThat(event.path("ownerId").asString()).isEqualTo(ana.id().toString());
        assertThat(event.path("bytes").asLong()).isEqualTo(content.length);
    }

    @Test
    void aFileMayComeWithItsCreation() {
        var ana = somebody();
        var content = random(MEBIBYTE);
        var answer =
                ana.creation(content.length, "a.bin")
                        .header(HttpHeaders.CONTENT_TYPE, Uploader.BYTES)
                        .bodyValue(content)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .returnResult();

        assertThat(answer.getResponseHeaders().getFirst("Upload-Offset"))
                .isEqualTo(Integer.toString(content.length));
        var upload = answer.getResponseHeaders().getLocation().toString();
        assertThat(stored(Uploader.id(upload))).isEqualTo(content);
    }

    @Test
    void anEmptyFileShouldBeAFileAtOnce() {
        var ana = somebody();
        var upload = ana.begun(0, "empty.txt");

        assertThat(ana.offset(upload)).isZero();
        assertThat(stored(Uploader.id(upload))).isEmpty();
    }

    @Test
    void whatIsAskedForShouldBeToldAgain() {
        var ana = somebody();
        var upload = ana.begun(100, "año.txt");

        ana.find(upload)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Upload-Length", "100")
                .expectHeader()
                .valueEquals("Upload-Metadata", "filename YcOxby50eHQ=");
    }

    @Test
    void bytesForAnotherPlaceShouldBeRefusedAndChangeNothing() {
        var ana = somebody();
        var upload = ana.begun(100, "a.bin");
        ana.sent(upload, 0, random(40));

        for (var offset : new long[] {0, 39, 41, 100, 1_000}) {
            expectProblem(ana.send(upload, offset, random(10)), 409, "upload-offset-mismatch");
        }

        assertThat(ana.offset(upload)).isEqualTo(40);
    }

    @Test
    void moreBytesThanTheFileHasShouldBeRefused() {
        var ana = somebody();
        var upload = ana.begun(100, "a.bin");

        expectProblem(ana.send(upload, 0, random(200)), 413, "upload-too-long");

        assertThat(ana.offset(upload)).isEqualTo(100);
    }

    @Test
    void bytesThatAreNotSentAsTusWantsShouldBeRefused() {
        var ana = somebody();
        var upload = ana.begun(100, "a.bin");

        expectProblem(
                ana.request(HttpMethod.PATCH, upload)
                        .header("Upload-Offset", "0")
                        .header(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                        .bodyValue(random(10))
                        .exchange(),
                415,
                "unsupported-media-type");
        expectProblem(
                ana.request(HttpMethod.PATCH, upload)
                        .header(HttpHeaders.CONTENT_TYPE, Uploader.BYTES)
                        .bodyValue(random(10))
                        .exchange(),
                400,
                "malformed-request");

        assertThat(ana.offset(upload)).isZero();
    }

    @Test
    void aBodyThatAddsUpShouldBeTaken() {
        var ana = somebody();
        var content = random(1000);
        var upload = ana.begun(content.length, "a.bin");

        ana.patch(upload, 0)
                .header("Upload-Checksum", crc32(content))
                .bodyValue(content)
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(stored(Uploader.id(upload))).isEqualTo(content);
    }

    @Test
    void nothingOfABodyThatDoesNotAddUpShouldBeKept() {
        var ana = somebody();
        var content = random(20 * MEBIBYTE);
        var upload = ana.begun(content.length, "a.bin");
        ana.sent(upload, 0, Arrays.copyOf(content, 1000));
        var rest = Arrays.copyOfRange(content, 1000, content.length);

        expectProblem(
                ana.patch(upload, 1000)
                        .header("Upload-Checksum", crc32(content))
                        .bodyValue(rest)
                        .exchange(),
                460,
                "upload-checksum-mismatch");
        assertThat(ana.offset(upload)).isEqualTo(1000);

        ana.patch(upload, 1000)
                .header("Upload-Checksum", crc32(rest))
                .bodyValue(rest)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(stored(Uploader.id(upload))).isEqualTo(content);
    }

    @Test
    void aChecksumOfAnUnknownKindShouldBeMalformed() {
        var ana = somebody();
        var upload = ana.begun(10, "a.bin");

        expectProblem(
                ana.patch(upload, 0)
                        .header("Upload-Checksum", "md5 AAAA")
                        .bodyValue(random(10))
                        .exchange(),
                400,
                "malformed-request");

        assertThat(ana.offset(upload)).isZero();
    }

    @Test
    void aCreationWhoseBytesDoNotAddUpShouldCreateNothing() {
        var ana = somebody();

        expectProblem(
                ana.creation(10, "a.bin")
                        .header(HttpHeaders.CONTENT_TYPE, Uploader.BYTES)
                        .header("Upload-Checksum", "crc32 AAAAAA==")
                        .bodyValue(random(10))
                        .exchange(),
                460,
                "upload-checksum-mismatch");

        assertThat(ana.limits().path("openUploads").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "holiday.jpg, <html><script>alert(1)</script></html>, file, application/octet-stream",
        "drawing.svg, <svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>, file, application/octet-stream",
        "film.mp4, just some words, file, text/plain",
        "words.txt, GIF89a\u0001\u0000\u0001\u0000, image, image/gif"
    })
    void whatAFileIsShouldBeDecidedByItsContent(
            String name, String content, String kind, String contentType) {
        var id = somebody().upload(name, content.getBytes(UTF_8));

        assertThat(file(id))
                .containsEntry("name", name)
                .containsEntry("kind", kind)
                .containsEntry("content_type", contentType);
    }

    private static String crc32(byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        var bytes = ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
        return "crc32 " + Base64.getEncoder().encodeToString(bytes);
    }

    private static ZonedDateTime expiry(HttpHeaders headers) {
        return ZonedDateTime.parse(
                headers.getFirst("Upload-Expires"), DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
