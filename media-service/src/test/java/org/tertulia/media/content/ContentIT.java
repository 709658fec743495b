package org.tertulia.media.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tertulia.media.FilesApi;
import org.tertulia.media.StoredFile;
import org.tertulia.media.addresses.AddressesOfATest;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.files.Variant;
import org.tertulia.media.types.MediaKind;

/** The bytes of files over HTTP: what is sent, and with which headers. */
class ContentIT extends FilesApi {

    private static final byte[] PICTURE = StoredFile.content(1_000);
    private static final String POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    @Test
    void aMemberGetsTheBytesByTokenAndByAddress() {
        var file = sent(fileOf(ana).with(PICTURE)).id();
        assertThat(bytes(get(bruno, content(file, "original")).expectStatus().isOk()))
                .isEqualTo(PICTURE);
        assertThat(bytes(open(address(bruno, file)).expectStatus().isOk())).isEqualTo(PICTURE);
    }

    @Test
    void eachPreviewIsAtItsAddress() {
        var small = StoredFile.content(100);
        var file = sent(fileOf(ana).withPreview(Variant.SMALL, small)).id();
        var preview = describe(bruno, file).path("previews").path(0);
        assertThat(preview.path("size").asString()).isEqualTo("small");
        var answer = open(preview.path("address").asString());
        answer.expectStatus().isOk().expectHeader().contentType("image/jpeg");
        assertThat(bytes(answer)).isEqualTo(small);
    }

    @Test
    void aPictureIsShownWhereItStands() {
        var file = sent(fileOf(ana).called("a\u00f1o.png")).id();
        expectSafe(open(address(bruno, file)))
                .expectHeader()
                .contentType("image/png")
                .expectHeader()
                .contentLength(1_000)
                .expectHeader()
                .valueEquals(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"a_o.png\"; filename*=UTF-8''a%C3%B1o.png")
                .expectHeader()
                .valueEquals(HttpHeaders.ACCEPT_RANGES, "bytes")
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1-original-3e8\"");
    }

    @Test
    void whoWantsToSaveItMaySayItBesideTheSignature() {
        var file = sent(fileOf(ana)).id();
        open(address(bruno, file) + "&download=1")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"beach.png\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "text/html", "image/svg+xml", "text/plain"})
    void whateverElseItIsItIsSavedAsBytes(String contentType) {
        var file = sent(fileOf(ana).of(MediaKind.FILE, contentType).called("x")).id();
        expectSafe(open(address(bruno, file)))
                .expectHeader()
                .contentType("application/octet-stream")
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"x\"");
    }

    private static ResponseSpec expectSafe(ResponseSpec answer) {
        answer.expectStatus().isOk();
        answer.expectHeader().valueEquals("Content-Security-Policy", POLICY);
        answer.expectHeader().valueEquals("X-Content-Type-Options", "nosniff");
        answer.expectHeader().valueEquals("Cross-Origin-Resource-Policy", "same-origin");
        return answer;
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=500-, 500, 999",
        "bytes=999-, 999, 999",
        "bytes=-1, 999, 999",
        "bytes=-300, 700, 999",
        "bytes=-5000, 0, 999",
        "bytes=990-5000, 990, 999"
    })
    void aStretchIsSentAlone(String range, int first, int last) {
        var address = address(ana, fileOf(ana).with(PICTURE).store());
        var answer = client.get().uri(address).header(HttpHeaders.RANGE, range).exchange();
        answer.expectStatus()
                .isEqualTo(206)
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/1000".formatted(first, last))
                .expectHeader()
                .contentLength(last - first + 1L)
                .expectHeader()
                .contentType("image/png");
        assertThat(bytes(answer)).isEqualTo(Arrays.copyOfRange(PICTURE, first, last + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=-0"})
    void whatIsBeyondTheEndIsRefused(String range) {
        var address = address(ana, fileOf(ana).store());
        var answer = client.get().uri(address).header(HttpHeaders.RANGE, range).exchange();
        answer.expectHeader().valueEquals(HttpHeaders.CONTENT_RANGE, "bytes */1000");
        answer.expectHeader().doesNotExist(HttpHeaders.CONTENT_DISPOSITION);
        answer.expectHeader().doesNotExist(HttpHeaders.ETAG);
        expectProblem(answer, 416, "range-not-satisfiable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=5-1", "items=0-1", "bytes=x"})
    void whatIsNoSingleStretchIsAnsweredWithAll(String range) {
        var address = address(ana, fileOf(ana).store());
        client.get()
                .uri(address)
                .header(HttpHeaders.RANGE, range)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentLength(1_000);
    }

    @Test
    void theRestIsSentToWhoHasTheBeginningOfTheSame() {
        var address = address(ana, fileOf(ana).store());
        var tag = "\"1-original-3e8\"";
        for (var ifRange : new String[] {"\"2-original-3e8\"", "W/" + tag}) {
            range(address, ifRange).expectStatus().isOk().expectHeader().contentLength(1_000);
        }
        range(address, tag).expectStatus().isEqualTo(206).expectHeader().contentLength(100);
    }

    private ResponseSpec range(String address, String ifRange) {
        return client.get()
                .uri(address)
                .header(HttpHeaders.RANGE, "bytes=900-")
                .header(HttpHeaders.IF_RANGE, ifRange)
                .exchange();
    }

    @Test
    void whoHasTheBytesIsToldSoAfterALookAtTheirAccess() {
        var sent = sent(fileOf(ana));
        var address = address(bruno, sent.id());
        var tag = open(address).expectBody().returnResult().getResponseHeaders().getETag();
        var answer = client.get().uri(address).header(HttpHeaders.IF_NONE_MATCH, tag).exchange();
        answer.expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, tag)
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .expectBody()
                .isEmpty();

        sent.chat().leave(bruno);
        await(
                REMOVED_WITHIN,
                () ->
                        client.get()
                                .uri(address)
                                .header(HttpHeaders.IF_NONE_MATCH, tag)
                                .exchange()
                                .expectStatus()
                                .isForbidden());
    }

    @Test
    void theHeadersAreToldWithoutALookIntoTheStore() {
        var file = fileOf(ana).withoutObject().store();
        var answer =
                request(HttpMethod.HEAD, ana, content(file, "original"))
                        .header(HttpHeaders.RANGE, "bytes=0-1")
                        .exchange();
        expectSafe(answer)
                .expectHeader()
                .contentLength(1_000)
                .expectHeader()
                .contentType("image/png")
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1-original-3e8\"")
                .expectBody()
                .isEmpty();
        client.head().uri(address(ana, file)).exchange().expectStatus().isOk();
        request(HttpMethod.HEAD, ana, content(file, "original"))
                .header(HttpHeaders.IF_NONE_MATCH, "*")
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void aFileOfNothingIsSentAsNothing() {
        var file = fileOf(ana).with(new byte[0]).store();
        var answer =
                request(HttpMethod.GET, ana, content(file, "original"))
                        .header(HttpHeaders.RANGE, "bytes=0-")
                        .exchange();
        answer.expectStatus().isOk().expectHeader().contentLength(0).expectBody().isEmpty();
    }

    @Test
    void aFormThatTheFileHasNotIsNotFound() {
        var file = fileOf(ana).store();
        for (var variant : new String[] {"small", "poster", "SMALL", "enormous"}) {
            get(ana, content(file, variant)).expectStatus().isNotFound();
        }
    }

    @Test
    void whatIsBeingLookedIntoIsItsOwnersOnly() {
        var file = sent(fileOf(ana).in(MediaState.PROCESSING)).id();
        get(ana, content(file, "original")).expectStatus().isOk();
        var answer = get(bruno, content(file, "original"));
        answer.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "1");
        answer.expectHeader().doesNotExist(HttpHeaders.CONTENT_DISPOSITION);
        expectProblem(answer, 409, "media-processing");
    }

    @Test
    void whatWasRefusedIsNobodys() {
        var file = sent(fileOf(ana).in(MediaState.REFUSED)).id();
        for (var person : new UUID[] {ana, bruno}) {
            expectProblem(get(person, content(file, "original")), 410, "media-refused");
        }
    }

    @Test
    void bytesThatAreGoneFromTheStoreAreNoHalfAnswer() {
        var file = fileOf(ana).withoutObject().store();
        var answer = get(ana, content(file, "original"));
        answer.expectStatus().is5xxServerError();
        answer.expectHeader().contentType("application/problem+json");
        answer.expectHeader().doesNotExist(HttpHeaders.CONTENT_DISPOSITION);
        answer.expectHeader().doesNotExist(HttpHeaders.ETAG);
        answer.expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Test
    void anOldAddressIsGoodForAWhileAndThenNot() {
        var file = fileOf(ana).store();
        open(made(Duration.ofMinutes(14), file)).expectStatus().isOk();
        expectProblem(open(made(Duration.ofMinutes(31), file)), 403, "address-expired");
    }

    private String made(Duration ago, UUID file) {
        return AddressesOfATest.made(service, ago, ana, file, Variant.ORIGINAL);
    }
}
