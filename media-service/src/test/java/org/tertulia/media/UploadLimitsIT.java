package org.tertulia.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.media.Uploader.expectProblem;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.tertulia.media.store.Garbage;
import org.tertulia.media.uploads.LeftOverUploads;

/** What may be uploaded and for how long, and whose an upload is. */
class UploadLimitsIT extends MediaApi {

    private static final long LARGEST = 512L * MEBIBYTE;

    @Autowired LeftOverUploads leftOver;
    @Autowired Garbage garbage;

    @Test
    void theLimitsShouldBeToldBeforeAnybodyBegins() {
        var limits = somebody().limits();

        assertThat(limits.path("maxBytes").asLong()).isEqualTo(LARGEST);
        assertThat(limits.path("maxPixels").asLong()).isEqualTo(200_000_000);
        assertThat(limits.path("maxDurationMs").asLong()).isEqualTo(4 * 3_600_000);
        assertThat(limits.path("quotaBytes").asLong()).isEqualTo(10 * LARGEST);
        assertThat(limits.path("usedBytes").asLong()).isZero();
        assertThat(limits.path("maxOpenUploads").asInt()).isEqualTo(20);
        assertThat(limits.path("openUploads").asInt()).isZero();
    }

    @Test
    void whatIsUsedShouldBeFilesAndUploadsAsLongAsTheyWillBe() {
        var ana = somebody();
        ana.upload("a.bin", random(1000));
        ana.begun(500, "b.bin");

        assertThat(ana.limits().path("usedBytes").asLong()).isEqualTo(1500);
        assertThat(ana.limits().path("openUploads").asInt()).isEqualTo(1);
        assertThat(somebody().limits().path("usedBytes").asLong()).isZero();
    }

    @Test
    void aFileThatIsTooLargeShouldNotBeBegun() {
        var ana = somebody();

        expectProblem(ana.begin(LARGEST + 1, "a.bin"), 413, "file-too-large");
        expectProblem(ana.begin(Long.MAX_VALUE, "a.bin"), 413, "file-too-large");

        assertThat(ana.limits().path("openUploads").asInt()).isZero();
    }

    @Test
    void filesThatTakeMoreThanTheQuotaShouldNotBeBegun() {
        var ana = somebody();
        IntStream.range(0, 10).forEach(_ -> ana.begun(LARGEST, "a.bin"));

        expectProblem(ana.begin(1, "b.bin"), 413, "quota-exceeded");
        somebody().begun(1, "b.bin");
    }

    @Test
    void tooManyUnfinishedUploadsShouldBeRefusedUntilOneEnds() {
        var ana = somebody();
        var first = ana.begun(10, "a.bin");
        IntStream.range(0, 19).forEach(_ -> ana.begun(10, "a.bin"));

        expectProblem(ana.begin(10, "b.bin"), 409, "too-many-uploads");
        ana.end(first).expectStatus().isNoContent();
        ana.begun(10, "b.bin");
    }

    @Test
    void asManyAsMayBeShouldBeBegunHoweverManyTryAtOnce() throws Exception {
        var ana = somebody();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries =
                    IntStream.range(0, 40)
                            .mapToObj(_ -> threads.submit(() -> status(ana)))
                            .toList();
            var begun = 0;
            for (var tried : tries) {
                begun += tried.get() == 201 ? 1 : 0;
            }
            assertThat(begun).isEqualTo(20);
        }
        assertThat(ana.limits().path("openUploads").asInt()).isEqualTo(20);
    }

    private static int status(Uploader person) {
        return person.begin(10, "a.bin").expectBody().returnResult().getStatus().value();
    }

    @Test
    void anUploadShouldBeItsOwnersAlone() {
        var ana = somebody();
        var bruno = somebody();
        var upload = ana.begun(100, "a.bin");

        bruno.find(upload).expectStatus().isNotFound();
        expectProblem(bruno.send(upload, 0, random(100)), 404, "not-found");
        expectProblem(bruno.end(upload), 404, "not-found");

        assertThat(ana.offset(upload)).isZero();
    }

    @Test
    void anUploadThatWasEndedShouldBeGoneFromTheStoreToo() {
        var ana = somebody();
        var upload = ana.begun(20 * MEBIBYTE, "a.bin");
        ana.sent(upload, 0, random(9 * MEBIBYTE));

        ana.end(upload).expectStatus().isNoContent();

        ana.find(upload).expectStatus().isNotFound();
        expectProblem(ana.send(upload, 0, random(1)), 404, "not-found");
        expectProblem(ana.end(upload), 404, "not-found");
        assertThat(ana.limits().path("usedBytes").asLong()).isZero();
        collectGarbage();
        assertThat(objectsOf(upload)).isEmpty();
    }

    @Test
    void aFileShouldNotBeEndedAsAnUpload() {
        var ana = somebody();
        var id = ana.upload("a.bin", random(100));

        expectProblem(ana.end(Uploader.UPLOADS + "/" + id), 404, "not-found");

        collectGarbage();
        assertThat(stored(id)).hasSize(100);
    }

    @Test
    void onlyTheFileShouldStayInTheStoreWhenItIsWhole() {
        var ana = somebody();
        var upload = ana.begun(10_000, "a.bin");
        ana.sent(upload, 0, random(4_000));
        ana.sent(upload, 4_000, random(6_000));
        collectGarbage();

        assertThat(objectsOf(upload))
                .containsExactly("media/%s/upload".formatted(Uploader.id(upload)));
    }

    @Test
    void anUploadWhoseTimeIsUpShouldBeToldToHaveExpired() {
        var ana = somebody();
        var upload = ana.begun(100, "a.bin");
        ana.sent(upload, 0, random(40));
        execute(
                "update uploads set expires_at = now() - interval '1 second' where upload_id = $1",
                Uploader.id(upload));

        expectExpired(ana, upload);
        leftOver.collect(100).block(LIMIT);
        expectExpired(ana, upload);
        assertThat(ana.limits().path("usedBytes").asLong()).isZero();
        collectGarbage();
        assertThat(objectsOf(upload)).isEmpty();

        execute(
                "update uploads set expires_at = now() - interval '25 hours' where upload_id = $1",
                Uploader.id(upload));
        leftOver.collect(100).block(LIMIT);
        ana.find(upload).expectStatus().isNotFound();
    }

    private static void expectExpired(Uploader ana, String upload) {
        ana.find(upload).expectStatus().isEqualTo(410);
        expectProblem(ana.send(upload, 40, random(60)), 410, "upload-expired");
        expectProblem(ana.end(upload), 410, "upload-expired");
    }

    @Test
    void progressShouldMakeAnUploadExpireLater() {
        var ana = somebody();
        var upload = ana.begun(100, "a.bin");
        execute(
                "update uploads set expires_at = now() + interval '1 minute' where upload_id = $1",
                Uploader.id(upload));

        ana.sent(upload, 0, random(40));

        assertThat(
                        database.sql(
                                        "select expires_at > now() + interval '23 hours' as later from uploads where upload_id = $1")
                                .bind(0, Uploader.id(upload))
                                .map(row -> row.get("later", Boolean.class))
                                .one()
                                .block(LIMIT))
                .isTrue();
    }

    @Test
    void whoHasNoTokenShouldBeRefused() {
        var upload = somebody().begun(100, "a.bin");
        for (var method : Set.of(HttpMethod.HEAD, HttpMethod.PATCH, HttpMethod.DELETE)) {
            client.method(method).uri(upload).exchange().expectStatus().isUnauthorized();
        }
    }

    private void collectGarbage() {
        var collected = garbage.collect(100).block(LIMIT);
        while (collected > 0) {
            collected = garbage.collect(100).block(LIMIT);
        }
    }

    private List<String> objectsOf(String upload) {
        var id = Uploader.id(upload);
        try (var store = store()) {
            return Stream.of("media/", "uploads/")
                    .flatMap(folder -> store.keys(folder + id).stream())
                    .toList();
        }
    }
}
